"""The options, their words and their defaults."""

import argparse
import os
import re
from collections.abc import Sequence
from typing import NoReturn

from golint_sched import __version__

LEVELS = ("note", "warning", "error")
CONFIDENCES = ("low", "medium", "high")

_EXIT_CODES = """\
exit codes:
  0  nothing at or above the --fail-on level
  1  findings at or above it
  2  the command line or the installation is wrong, or a path does not exist
  3  the analysis failed somewhere; everything else is still reported"""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end with exit code 2."""
        self.exit(2, f"golint-sched: {message} (see {self.prog} --help)\n")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the parsed `arguments`; ends the program where they are wrong, and for --help and --version."""
    parser = _Parser(
        prog="golint-sched",
        description="Find goroutine leaks and scheduler hazards in Go source, without building it.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"golint-sched {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    _check(commands)
    _server(commands)
    explain = commands.add_parser("explain", help="print the page of a rule", allow_abbrev=False)
    explain.add_argument("rule", metavar="RULE", help="the rule's id or name")
    rules = commands.add_parser("rules", help="list all rules", allow_abbrev=False)
    rules.add_argument("--format", choices=("text", "json"), default="text", help="how to write them (default: text)")
    return parser.parse_args(arguments)


def _check(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Add the check command."""
    check = commands.add_parser(
        "check",
        help="analyse Go code",
        description="Analyse Go files, and the directories below which they lie.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    check.add_argument(
        "paths",
        nargs="*",
        default=["."],
        metavar="PATH",
        help="a file, a directory or DIRECTORY/... (default: the current directory)",
    )
    _add_selection(check)
    _add_output(check)
    failing = check.add_argument_group("exit code")
    failing.add_argument(
        "--fail-on",
        choices=LEVELS,
        default="warning",
        metavar="LEVEL",
        help="exit with 1 from this level on: note, warning or error (default: warning); the others are still shown",
    )
    failing.add_argument("--exit-zero", action="store_true", help="exit with 0 instead of 1; 2 and 3 stay")


def _server(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Add the server command."""
    server = commands.add_parser(
        "server",
        help="serve an editor over standard input and output (needs golint-sched[lsp])",
        description="Speak the language server protocol with the editor that starts this program.",
        allow_abbrev=False,
    )
    server.add_argument("--stdio", action="store_true", help="what is done anyway; some editors add it")
    _add_rules(server.add_argument_group("what is shown"))


def _add_rules(group: "argparse._ArgumentGroup") -> None:
    """Add which rules run, and which of their findings are shown."""
    group.add_argument(
        "--select",
        action="append",
        default=[],
        type=_words,
        metavar="RULES",
        help="run only these: ids, names, GLS2 or 2xx, or a family (lifetime, channels, http, threads, timers, locks)",
    )
    group.add_argument("--ignore", action="append", default=[], type=_words, metavar="RULES", help="leave these out")
    group.add_argument(
        "--min-confidence",
        choices=CONFIDENCES,
        default="medium",
        metavar="LEVEL",
        help="hide findings that are less sure: low, medium or high (default: medium)",
    )
    group.add_argument(
        "--go-version", type=go_version, metavar="1.N", help="the Go version to assume, whatever go.mod says"
    )
    group.add_argument("--no-ignores", action="store_true", help="take no notice of suppression comments")


def _add_selection(check: argparse.ArgumentParser) -> None:
    """Add what is analysed, and by which rules."""
    group = check.add_argument_group("what is analysed")
    _add_rules(group)
    group.add_argument(
        "--packages-of",
        action="store_true",
        help="for hooks: analyse the packages of the named files, show findings that touch one of the files",
    )
    group.add_argument(
        "--force-exclude", action="store_true", help="skip what is skipped by default even where it is named"
    )
    group.add_argument(
        "--jobs", type=_jobs, default=_processors(), metavar="N", help="processes (default: one per processor)"
    )


def _add_output(check: argparse.ArgumentParser) -> None:
    """Add what the report looks like."""
    group = check.add_argument_group("the report")
    group.add_argument(
        "--format", default="full", metavar="FORMAT", help="full (default), concise, json, sarif, github or markdown"
    )
    group.add_argument(
        "--output",
        action="append",
        default=[],
        type=_output,
        metavar="FORMAT=FILE",
        help="also write a report to a file; may be repeated",
    )
    group.add_argument(
        "--explain-run",
        action="store_true",
        help="draw the run that shows a fault, a column for each goroutine (with the format full)",
    )
    group.add_argument("--statistics", action="store_true", help="add how many findings each rule has")
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colour the text")
    group.add_argument("--sarif-category", default="", metavar="NAME", help="the category of the SARIF run")
    group.add_argument("--source-url", default="", metavar="URL", help="where the analysed commit can be read")
    group.add_argument("-q", "--quiet", action="count", default=0, help="findings and failures only")
    group.add_argument("-v", "--verbose", action="count", default=0, help="tell more")


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[,\s]+", text) if word)


def go_version(text: str) -> tuple[int, int]:
    """Return a Go version, 1.22 or go1.22.3, as two numbers; raises ArgumentTypeError for anything else."""
    found = re.fullmatch(r"(?:go)?1\.(\d{1,3})(?:\.\d+)?", text)
    if not found:
        message = f"{text} is no Go version; it looks like 1.22"
        raise argparse.ArgumentTypeError(message)
    return (1, int(found[1]))


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        message = f"{text} is no number of processes; the least is 1"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _output(text: str) -> tuple[str, str]:
    format_, equals, file = text.partition("=")
    if not equals or not format_ or not file:
        message = f"{text} is not of the form FORMAT=FILE"
        raise argparse.ArgumentTypeError(message)
    return format_, file


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
