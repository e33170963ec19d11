"""Compares what the rules say of the corpora with the verdicts in bench/judged: what is new, and what has gone.

python -m bench.judge [NAME …] [--corpus NAME=PATH …] [--rule ID …]

A finding that nobody has judged, and a judged one that no longer shows, is a line each; then a table counts the
verdicts on what shows. A rule that has to be asked for is compared with --rule alone. The exit code is 1 where there is
such a line, 2 where a corpus could not be scanned.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from bench.corpora import HERE, Corpus, locate, read_corpora
from golint_sched.discover.listing import repository_root
from golint_sched.registry import builtin_root, load

JUDGED = HERE / "judged"
VERDICTS = ("true", "defensible", "false")
_FAILURES = 2  # exit codes from here on mean that findings may be missing


class Place(NamedTuple):
    """A finding as it is looked up: its corpus, rule, path from the corpus's root and 1-based line."""

    repository: str
    path: str
    line: int
    rule: str

    def __str__(self) -> str:
        """Return `repository: path:line: rule`."""
        return f"{self.repository}: {self.path}:{self.line}: {self.rule}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Findings and verdicts side by side; `verdicts` counts (rule, verdict) over the findings that show."""

    unjudged: tuple[Place, ...]
    gone: tuple[Place, ...]
    verdicts: Counter[tuple[str, str]]


def read_judged(folder: Path = JUDGED) -> dict[Place, str]:
    """Return the verdict on every judged finding; raises ValueError for an unknown verdict or one given twice."""
    judged: dict[Place, str] = {}
    for file in sorted(folder.glob("*.toml")):
        for entry in tomllib.loads(file.read_text("utf-8")).get("finding", []):
            place = Place(entry["repository"], entry["path"], entry["line"], entry["rule"])
            if entry["verdict"] not in VERDICTS or place in judged:
                message = f"{file.name}: {place}: the verdict is unknown, or not the first"
                raise ValueError(message)
            judged[place] = entry["verdict"]
    return judged


def compare(found: Iterable[Place], judged: Mapping[Place, str]) -> Comparison:
    """Return what `found` and `judged` have apart and in common; both speak of the same corpora and rules."""
    shown = set(found)  # one line may have several findings of a rule; they are judged together
    return Comparison(
        unjudged=tuple(sorted(shown - judged.keys())),
        gone=tuple(sorted(judged.keys() - shown)),
        verdicts=Counter((place.rule, judged[place]) for place in shown if place in judged),
    )


def scan(corpus: Corpus, folder: Path, rules: Sequence[str] = ()) -> list[Place]:
    """Return the findings in the corpus that is in `folder`, of these rules, by default of those that nobody asks for.

    Raises RuntimeError if the analyzer fails.
    """
    with tempfile.TemporaryDirectory() as temporary:
        report = Path(temporary) / "report.json"
        words = [sys.executable, "-m", "golint_sched", "check", "--exit-zero", "-q", "--format=concise"]
        done = subprocess.run(
            [*words, *(f"--select={rule}" for rule in rules), f"--output=json={report}"],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode >= _FAILURES:
            raise RuntimeError(done.stderr.strip())
        findings = json.loads(report.read_text("utf-8"))["findings"]
    above = "src/" if corpus.toolchain else ""  # of the Go tree that folder is scanned, and named in verdicts
    folder = folder.resolve()
    root = Path(
        repository_root(str(folder)) or folder
    )  # paths count from there: the Go tree may lie in another repository
    return [
        Place(
            corpus.name,
            above + (root / finding["location"]["path"]).relative_to(folder).as_posix(),
            finding["location"]["line"],
            finding["rule"],
        )
        for finding in findings
    ]


def table(verdicts: Counter[tuple[str, str]]) -> list[str]:
    """Return a Markdown table: for each rule how many of its findings are true, defensible and false."""
    rules = sorted({rule for rule, _ in verdicts})
    rows = [(rule, *(verdicts[rule, verdict] for verdict in VERDICTS)) for rule in rules]
    total = ("all", *(sum(verdicts[rule, verdict] for rule in rules) for verdict in VERDICTS))
    head = [f"| rule | {' | '.join(VERDICTS)} |", "|---|---|---|---|"]
    return [*head, *(f"| {' | '.join(map(str, row))} |" for row in (*rows, total))]


def main(arguments: Sequence[str]) -> int:
    """Print the comparison for the corpora that the arguments name, by default all; return the exit code."""
    known = read_corpora()
    parser = argparse.ArgumentParser(prog="bench.judge", description="Compare findings with the verdicts on them.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(known)} (default: all)")
    parser.add_argument("--corpus", action="append", default=[], metavar="NAME=PATH", help="a corpus that is here")
    parser.add_argument("--rule", action="append", default=[], metavar="ID", help="only this one; may be repeated")
    chosen = parser.parse_args(arguments)
    given = {name: Path(path) for name, _, path in (text.partition("=") for text in chosen.corpus)}
    names = chosen.names or list(known)
    if unknown := {*names, *given} - known.keys():
        parser.error(f"no corpus is called {', '.join(sorted(unknown))}")

    found = [
        place for name in names for place in scan(known[name], given.get(name) or locate(known[name]), chosen.rule)
    ]
    judged = read_judged()
    asked = frozenset(chosen.rule) or {loaded.rule.id for loaded in load(builtin_root()) if not loaded.rule.opt_in}
    wanted = {place: verdict for place, verdict in judged.items() if place.repository in names and place.rule in asked}
    compared = compare(found, wanted)
    lines = [f"not judged: {place}" for place in compared.unjudged]
    lines += [f"gone: {place} ({wanted[place]})" for place in compared.gone]
    print("\n".join([*lines, *table(compared.verdicts)]))
    return int(bool(lines))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (RuntimeError, ValueError, subprocess.CalledProcessError) as error:
        print(f"bench: {error}", file=sys.stderr)
        sys.exit(2)
