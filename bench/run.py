"""Scans corpora and says what it costs, beside what parsing alone and ast-grep cost on the same machine.

python -m bench.run [NAME …] [--corpus NAME=PATH …] [--runs N]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench.corpora import HERE, locate, read_corpora
from bench.measure import Cost, best, measure

PROGRAM = [sys.executable, "-m", "golint_sched"]
AST_GREP = Path(sys.executable).parent / "ast-grep"
AST_GREP_RULE = "id: spawn\nlanguage: go\nseverity: info\nmessage: go\nrule:\n  kind: go_statement\n"
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Ratio:
    """A measured value beside its budget; `at_most` tells on which side of the budget it must lie."""

    name: str
    value: float
    budget: float
    at_most: bool = True

    @property
    def kept(self) -> bool:
        """Return whether the budget is kept."""
        return self.value <= self.budget if self.at_most else self.value >= self.budget


@dataclass(frozen=True, slots=True)
class Measured:
    """One corpus: its size, what each run cost, and how many findings each rule has."""

    files: int
    size: int
    two: Cost
    one: Cost
    parse: Cost
    ast_grep: Cost
    hook: Cost
    findings: Counter[str]


def measure_corpus(folder: Path, runs: int) -> Measured:
    """Return what the Go code below `folder` costs; each figure is the best of `runs`, the yardsticks' too."""
    paths = [path for path in sorted(folder.rglob("*.go")) if path.is_file()]
    with tempfile.TemporaryDirectory() as temporary:
        report = Path(temporary) / "report.sarif"
        scan = [*PROGRAM, "check", "--exit-zero", "--output", f"sarif={report}", str(folder)]
        two = best([*scan, "--jobs", "2"], runs)
        runs_in_report = json.loads(report.read_text("utf-8"))["runs"] if report.is_file() else []
        one = best([*scan, "--jobs", "1"], runs)
    return Measured(
        files=len(paths),
        size=sum(path.stat().st_size for path in paths),
        two=two,
        one=one,
        parse=best([sys.executable, HERE / "bare_parse.py", folder], runs),
        ast_grep=best([AST_GREP, "scan", "--inline-rules", AST_GREP_RULE, "--json=stream", folder], runs),
        hook=best([*PROGRAM, "check", "--packages-of", str(_spawning(paths))], runs),
        findings=Counter(result["ruleId"] for run in runs_in_report for result in run["results"]),
    )


def _spawning(paths: list[Path]) -> Path:
    """Return the middle one of the files that start goroutines: what a commit hook may be given."""
    spawning = [path for path in paths if b"\tgo func(" in path.read_bytes()] or paths
    return spawning[len(spawning) // 2]


def ratios(measured: Measured, version: Cost, interpreter: Cost) -> list[Ratio]:
    """Return the ratios that have a budget."""
    return [
        Ratio("2 processes / parsing every file once in one", measured.two.wall / measured.parse.wall, 0.25),
        Ratio("2 processes / ast-grep with one rule", measured.two.wall / measured.ast_grep.wall, 1 / 3),
        Ratio("1 process / 2 processes", measured.one.wall / measured.two.wall, 1.8, at_most=False),
        Ratio("largest process, MB", measured.two.peak / MEGABYTE, 300),
        Ratio("one changed file, s", measured.hook.wall, 0.3),
        Ratio("--version / a bare interpreter", version.wall / interpreter.wall, 3),
    ]


def show(name: str, measured: Measured, found: list[Ratio]) -> None:
    """Print one corpus."""
    print(f"\n## {name}: {measured.files} files, {measured.size / MEGABYTE:.1f} MB\n")
    print("| | wall, s | CPU, s | largest process, MB | files/s | exit code |\n|---|---|---|---|---|---|")
    for label, cost in (
        ("golint-sched, 2 processes", measured.two),
        ("golint-sched, 1 process", measured.one),
        ("parsing every file once", measured.parse),
        ("ast-grep, one rule", measured.ast_grep),
    ):
        speed = measured.files / cost.wall
        print(
            f"| {label} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak / MEGABYTE:.0f} | {speed:.0f} | {cost.code} |"
        )
    print("\n| ratio | value | budget | |\n|---|---|---|---|")
    for ratio in found:
        bound = f"{'≤' if ratio.at_most else '≥'} {ratio.budget:.2f}"
        print(f"| {ratio.name} | {ratio.value:.2f} | {bound} | {'kept' if ratio.kept else 'over'} |")
    print("\n| rule | findings |\n|---|---|")
    for rule, count in sorted(measured.findings.items()):
        print(f"| {rule} | {count} |")


def main() -> int:
    """Measure the corpora that the arguments name; return 1 if an analysis failed."""
    known = read_corpora()
    parser = argparse.ArgumentParser(description="Measure golint-sched on public Go code.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(known)} (default: go)")
    parser.add_argument(
        "--corpus", action="append", default=[], metavar="NAME=PATH", help="a tree that is here already"
    )
    parser.add_argument("--runs", type=int, default=3, help="each figure is the best of so many (default: 3)")
    chosen = parser.parse_args()
    given = {name: Path(path).resolve() for name, _, path in (text.partition("=") for text in chosen.corpus)}
    names = chosen.names or list(given) or ["go"]
    if unknown := set(names) - known.keys() - given.keys():
        parser.error(f"no corpus is called {', '.join(sorted(unknown))}")

    measure([*PROGRAM, "--version"])  # fills the caches that the runs after it find full
    version, interpreter = best([*PROGRAM, "--version"], 5), best([sys.executable, "-c", ""], 5)
    failed = False
    for name in names:
        folder = given.get(name) or locate(known[name])
        measured = measure_corpus(folder, chosen.runs)
        show(name, measured, ratios(measured, version, interpreter))
        failed |= measured.two.code != 0  # findings alone give 0 with --exit-zero
    return int(failed)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (RuntimeError, subprocess.CalledProcessError) as error:
        sys.exit(f"bench: {error}")
