"""Counts which lines of the cases other analyzers report, so that the comparison in the README can be repeated.

python -m bench.peers [--staticcheck PATH] [--gosec PATH]

go vet comes with the Go of the `bench` extra. The others are installed by their own documented way, for example
`go install honnef.co/go/tools/cmd/staticcheck@latest`. The cases are ours, and each shows a fault that one of our
rules is for: the figures say how much of this subject a tool covers, not how good it is at its own.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.support.cases import TESTDATA, read_cases
from tests.support.expectations import Kind

GO = Path(sys.executable).parent / "go"
_PLACE = re.compile(r"([\w./-]+\.go):(\d+)")

Place = tuple[str, int]


def wanted() -> dict[str, set[Place]]:
    """Return for each rule's folder the places (path relative to testdata, 1-based line) of its bad cases."""
    found: dict[str, set[Place]] = {}
    for case in read_cases():
        for path, marks in case.marks.items():
            lines = {mark.line for mark in marks.marks if mark.kind is Kind.WANT}
            found.setdefault(case.rule_folder, set()).update((path, line) for line in lines)
    return found


def reported(command: list[str]) -> set[Place]:
    """Return the places of Go files that a tool names in what it prints, relative to testdata."""
    environment = os.environ | {"PATH": f"{GO.parent}{os.pathsep}{os.environ['PATH']}", "GOTOOLCHAIN": "local"}
    done = subprocess.run(command, cwd=TESTDATA, env=environment, capture_output=True, text=True, check=False)
    text = done.stdout + done.stderr
    if command[0].endswith("gosec"):
        issues = json.loads(done.stdout)["Issues"]
        text = "\n".join(f"{issue['file']}:{issue['line'].split('-')[0]}" for issue in issues)
    places = ((Path(path), int(line)) for path, line in _PLACE.findall(text))
    return {(_relative(path), line) for path, line in places}


def _relative(path: Path) -> str:
    """Return a path as the cases name it."""
    absolute = path if path.is_absolute() else TESTDATA / path
    return os.path.relpath(absolute, TESTDATA)


def table(rules: dict[str, set[Place]], tools: dict[str, set[Place]]) -> Iterable[str]:
    """Yield the lines of a Markdown table: per rule how many of its bad lines each tool names."""
    yield "| rule | bad lines | " + " | ".join(tools) + " |"
    yield "|---|---|" + "---|" * len(tools)
    for rule, places in sorted(rules.items()):
        counts = [str(len(places & found)) for found in tools.values()]
        yield f"| {rule.replace('_', '-')} | {len(places)} | " + " | ".join(counts) + " |"
    everything = set().union(*rules.values()) if rules else set()
    counts = [str(len(everything & found)) for found in tools.values()]
    yield f"| all | {len(everything)} | " + " | ".join(counts) + " |"


def main() -> int:
    """Run the tools that are there over the cases and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--staticcheck", help="the staticcheck program")
    parser.add_argument("--gosec", help="the gosec program")
    arguments = parser.parse_args()
    commands = {"go vet": [str(GO), "vet", "./..."]}
    if arguments.staticcheck:
        commands["staticcheck"] = [arguments.staticcheck, "./..."]
    if arguments.gosec:
        commands["gosec"] = [arguments.gosec, "-quiet", "-fmt=json", "./..."]
    tools = {name: reported(command) for name, command in commands.items()}
    print("\n".join(table(wanted(), tools)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
