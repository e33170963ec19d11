"""The program as users meet it: exit codes, streams, formats."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from golint_sched import __version__
from tests.support.program import LEAKY, add_rule, environment, run, write

FORBIDDEN = (
    "rich",
    "pathspec",
    "asyncio",
    "importlib.metadata",
    "libcst",
    "sarif_om",
    "multiprocessing",
    "typing_extensions",
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a directory with one package that has one finding."""
    return write(tmp_path / "tree", {"go.mod": "module m\n\ngo 1.22\n", "a.go": LEAKY.format(package="a", name="f")})


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Return a folder with one rule of warning level and high confidence."""
    return add_rule(tmp_path / "rules")


def test_a_finding_is_printed_and_is_exit_code_1(tree: Path, rules: Path) -> None:
    """One line for each in the concise format."""
    done = run("check", "--format", "concise", cwd=tree, rules=rules)

    assert done.returncode == 1, done.stderr
    assert done.stdout.splitlines()[0] == "a.go:4:2: GLS299 every-go: a goroutine is started"
    assert done.stderr == ""


def test_nothing_found_is_exit_code_0(tree: Path, rules: Path) -> None:
    """A rule that is ignored finds nothing."""
    assert run("check", "--ignore", "channels", cwd=tree, rules=rules).returncode == 0


@pytest.mark.parametrize(
    ("level", "options", "code"),
    [
        ("NOTE", (), 0),
        ("NOTE", ("--fail-on", "note"), 1),
        ("WARNING", ("--fail-on", "error"), 0),
        ("ERROR", ("--fail-on", "error"), 1),
        ("ERROR", ("--exit-zero",), 0),
    ],
)
def test_the_threshold_decides_the_exit_code_alone(
    tmp_path: Path, tree: Path, level: str, options: tuple[str, ...], code: int
) -> None:
    """What is below it is still shown."""
    done = run("check", "--format=concise", *options, cwd=tree, rules=add_rule(tmp_path / "r", level=level))

    assert done.returncode == code
    assert "GLS299" in done.stdout


def test_unsure_findings_are_hidden_unless_asked_for(tmp_path: Path, tree: Path) -> None:
    """A false alarm costs more than a missed one."""
    unsure = add_rule(tmp_path / "r", confidence="LOW")

    assert run("check", "--format=concise", cwd=tree, rules=unsure).returncode == 0
    assert run("check", "--min-confidence=low", cwd=tree, rules=unsure).returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--format", "xml"),
        ("check", "--output", "sarif"),
        ("check", "--output", "xml=a"),
        ("check", "--output", "json=nowhere/a"),
        ("check", "--output", "json=."),
        ("check", "--select", "abandoned-sendr"),
        ("check", "--go-version", "new"),
        ("check", "--jobs", "0"),
        ("check", "--nonsense"),
        ("explain", "every-goo"),
        ("frobnicate",),
        (),
    ],
)
def test_a_wrong_command_line_is_one_sentence_and_exit_code_2(
    tree: Path, rules: Path, arguments: tuple[str, ...]
) -> None:
    """And no report."""
    done = run(*arguments, cwd=tree, rules=rules)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("golint-sched: ")
    assert done.stderr.count("\n") == 1


def test_a_report_can_be_written_beside_the_one_on_screen(tree: Path, rules: Path) -> None:
    """Several at once, each in its format."""
    done = run("check", "--output=json=a.json", "--output=sarif=a.sarif", "--format=concise", cwd=tree, rules=rules)

    assert done.returncode == 1
    assert json.loads((tree / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert "GLS299" in (tree / "a.json").read_text("utf-8")
    assert sorted(path.name for path in tree.iterdir()) == ["a.go", "a.json", "a.sarif", "go.mod"]


def test_a_full_disk_is_one_sentence_and_exit_code_3(tree: Path, rules: Path) -> None:
    """The report on the other stream is there all the same."""
    done = run("check", "--output=json=/dev/full", "--format=concise", cwd=tree, rules=rules)

    assert done.returncode == 3
    assert "GLS299" in done.stdout
    assert done.stderr == "golint-sched: cannot write /dev/full: No space left on device\n"


def test_a_full_standard_output_is_one_sentence_and_exit_code_3(tree: Path, rules: Path) -> None:
    """No traceback at the interpreter's end either."""
    command = [*run("check", cwd=tree, rules=rules).args]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, cwd=tree, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert (done.returncode, done.stderr) == (3, "golint-sched: standard output: No space left on device\n")


def test_an_old_report_survives_where_the_new_one_cannot_be_written(tree: Path, rules: Path) -> None:
    """Half a report is worse than an old one."""
    (tree / "a.json").write_text("old", "utf-8")
    limited = ["sh", "-c", 'ulimit -f 0; exec "$@"', "sh", *run("check", cwd=tree, rules=rules).args]
    done = subprocess.run(
        [*limited, "--output=json=a.json"], cwd=tree, env=environment(), capture_output=True, text=True, check=False
    )

    assert (tree / "a.json").read_text("utf-8") == "old"
    assert done.returncode == 3
    assert "cannot write a.json" in done.stderr


def test_the_same_input_gives_the_same_bytes(tree: Path, rules: Path) -> None:
    """For every format."""
    for format_ in ("full", "concise", "json", "sarif"):
        first, second = (run("check", f"--format={format_}", cwd=tree, rules=rules) for _ in range(2))
        assert "GLS299" in first.stdout
        assert first.stdout == second.stdout


@pytest.mark.parametrize(
    ("options", "extra", "colored"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"CLICOLOR_FORCE": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color=always",), {"NO_COLOR": "1"}, True),
        (("--color=never",), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_follows_the_option_then_the_environment(
    tree: Path, rules: Path, options: tuple[str, ...], extra: dict[str, str], colored: bool
) -> None:
    """A pipe has none by itself."""
    assert ("\x1b[" in run("check", *options, cwd=tree, rules=rules, extra=extra).stdout) is colored


def test_a_terminal_without_a_size_is_written_to_in_colour(tree: Path, rules: Path) -> None:
    """Hook runners make such terminals."""
    command = [*run("check", cwd=tree, rules=rules).args]
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, cwd=tree, env=environment({"TERM": "xterm"}), stdout=theirs) as process:
        os.close(theirs)
        written = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            written += piece
    os.close(ours)

    assert process.returncode == 1
    assert b"\x1b[" in written
    assert b"GLS299" in written


def test_explain_prints_the_page_of_a_rule(tree: Path, rules: Path) -> None:
    """By id or by name, in any case."""
    by_id, by_name = (run("explain", word, cwd=tree, rules=rules) for word in ("gls299", "every-go"))

    assert by_id.stdout == by_name.stdout == "# GLS299 every-go\n"
    assert "did you mean every-go?" in run("explain", "evry-go", cwd=tree, rules=rules).stderr


def test_rules_are_listed_for_people_and_for_programs(tree: Path, rules: Path) -> None:
    """One line each, or JSON."""
    assert run("rules", cwd=tree, rules=rules).stdout == "GLS299  every-go  warning  high  a goroutine is started\n"
    assert json.loads(run("rules", "--format=json", cwd=tree, rules=rules).stdout)[0]["id"] == "GLS299"


def test_a_broken_rule_folder_is_one_sentence(tree: Path, rules: Path) -> None:
    """Never a run with fewer rules."""
    (rules / "every_go/README.md").unlink()
    done = run("check", cwd=tree, rules=rules)

    assert done.returncode == 2
    assert done.stderr.startswith("golint-sched: the rule in ")


def test_the_version_is_printed_without_loading_a_parser(tmp_path: Path) -> None:
    """Every hook and action asks for it first."""
    done = run("--version", cwd=tmp_path)
    modules = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "golint_sched", "--version"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    ).stderr

    assert done.stdout == f"golint-sched {__version__}\n"
    assert "argparse" not in modules
    assert "tree_sitter" not in modules


def test_check_loads_nothing_that_it_does_not_need(tree: Path, rules: Path) -> None:
    """Milliseconds vary, modules do not."""
    command = run("check", cwd=tree, rules=rules).args
    done = subprocess.run(
        [command[0], "-X", "importtime", *command[1:]],
        cwd=tree,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}

    assert "golint_sched.scan" in loaded
    assert not loaded.intersection(FORBIDDEN)


def test_a_fault_of_ours_is_not_taken_for_findings(tree: Path, rules: Path) -> None:
    """The traceback is there for who wants to report it."""
    (rules / "every_go/README.md").write_bytes(b"\xff")
    plain, verbose = (run("check", *option, cwd=tree, rules=rules) for option in ((), ("-v",)))

    assert plain.returncode == verbose.returncode == 3
    assert plain.stderr.startswith("golint-sched: internal error, please report it: UnicodeDecodeError")
    assert plain.stderr.count("\n") == 1
    assert "Traceback" in verbose.stderr


def test_verbose_tells_what_was_looked_at(tree: Path, rules: Path) -> None:
    """On standard error."""
    assert "golint-sched: 1 files in 1 packages" in run("check", "-v", cwd=tree, rules=rules).stderr


def test_the_modules_start_as_a_program(tmp_path: Path) -> None:
    """From any directory, as an installed script does."""
    done = run("check", "--help", cwd=tmp_path)

    assert done.returncode == 0
    assert "--fail-on" in done.stdout
