"""What counts as a proof that a case shows the fault of its rule, or does not; and the table of all proofs.

`python -m tests.support.proof [RULE_FOLDER …]` runs the proof of these rules and prints the table's rows;
`python -m tests.support.proof --write` runs all and writes docs/proofs.md.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.analysis import load_rule
from tests.support.cases import ROOT, RULES, TESTDATA, Case, read_cases
from tests.support.expectations import Kind
from tests.support.goproof import Goroutine, Run, build, run_all
from tests.support.regions import function_around, statement_at

PAGE = ROOT / "docs" / "proofs.md"
UNPROVABLE = {"none", "vet"}

_SERVER = "net/http.(*conn).serve"
_CLIENT = "net/http.(*persistConn)."
_STAYED = "golintsched.test/cases/prove.exerciseAndStay"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a case showed what it claims, and what was seen, in words that do not change from run to run."""

    proven: bool
    evidence: str


def judge(case: Case, kind: str, run: Run) -> Verdict:
    """Return whether `run` shows what the bad or good `case` claims, by a proof of `kind` (see docs/cases.md)."""
    if kind in {"panic", "fatal"}:
        return _judge_crash(case, kind, run)
    if run.crash:
        return Verdict(proven=False, evidence=f"the process died: {run.crash.strip().splitlines()[0]}")
    match kind:
        case "conn":
            held = sum(any(f.startswith((_SERVER, _CLIENT)) for f in g.functions) for g in run.goroutines)
            return _present(case, held, "goroutines of idle connections", returned=run.returned)
        case "thread":
            return _present(case, len(_locked(case, run)), "goroutines locked to a thread", returned=run.returned)
        case "cost":
            if not run.counts:
                return Verdict(proven=False, evidence="nothing was counted")
            return _present(case, sum(run.counts.values()), ", ".join(sorted(run.counts)), returned=run.returned)
        case _:
            return _judge_goroutines(case, kind, run)


def _present(case: Case, count: int, what: str, *, returned: bool) -> Verdict:
    """Return the verdict on something that a bad case leaves behind and a good one does not."""
    evidence = f"{what} remain" if count else f"no {what}"
    if not returned and not case.bad:
        return Verdict(proven=False, evidence=f"Exercise did not return; {evidence}")
    return Verdict(proven=(count > 0) == case.bad, evidence=evidence)


def _locked(case: Case, run: Run) -> list[Goroutine]:
    """Return the goroutines of the case, with the one that called Exercise, that are locked to their thread."""
    return [g for g in run.goroutines if g.locked and (_frames(case, g) or _STAYED in g.functions)]


def _frames(case: Case, goroutine: Goroutine) -> list[tuple[str, int]]:
    """Return the frames of `goroutine` that lie in the files of `case`."""
    return [frame for frame in goroutine.frames if frame[0] in case.files]


def _judge_crash(case: Case, kind: str, run: Run) -> Verdict:
    """Return whether a bad case died at its wanted lines, and a good one did not die."""
    if not case.bad:
        returned = run.returned and not run.crash
        return Verdict(proven=returned, evidence="returns" if returned else "did not return")
    head = "panic: " if kind == "panic" else "fatal error: "
    first = next((line for line in run.crash.splitlines() if line.startswith(head)), "")
    lines = _claimed(case)
    traced = all(re.search(rf"{re.escape(path)}:{line}\b", run.crash) for path, line in lines)
    return Verdict(proven=bool(first) and traced, evidence=first or "did not die")


def _claimed(case: Case) -> list[tuple[str, int]]:
    """Return where the case says that a goroutine stays: its `blocks here` marks, or else its wanted lines."""
    blocks = sorted((path, line) for path, marks in case.marks.items() for line in marks.blocks)
    return blocks or case.lines(Kind.WANT, Kind.WANT_LOW, Kind.MISSED)


def _judge_goroutines(case: Case, kind: str, run: Run) -> Verdict:
    """Return whether goroutines stay where a bad case claims, and none of a good one stays."""
    if not case.bad:
        left = sorted({frames[0] for g in run.goroutines if (frames := _frames(case, g))})
        if left or not run.returned:
            return Verdict(proven=False, evidence=f"still there: {_places(case, left)}")
        return Verdict(proven=True, evidence="no goroutine remains")
    claimed = _claimed(case)
    leaked = [place for place in claimed if _stays(case, kind, place, run.leaked)]
    alive = [place for place in claimed if place not in leaked and _stays(case, kind, place, run.goroutines)]
    missing = [place for place in claimed if place not in leaked and place not in alive]
    seen = [
        f"{words} {_places(case, places)}"
        for words, places in (("leak profile:", leaked), ("goroutine profile:", alive), ("nothing at", missing))
        if places
    ]
    return Verdict(proven=bool(claimed) and not missing, evidence="; ".join(seen))


def _stays(case: Case, kind: str, place: tuple[str, int], candidates: Iterable[Goroutine]) -> bool:
    """Return whether one of `candidates` stands in the statement at `place`.

    A loop that never ends is seen anywhere in its function: for `alive`, a frame there is enough.
    """
    path, line = place
    find = function_around if kind == "alive" else statement_at
    first, last = find(case.files[path], line)
    return any(name == path and first <= at <= last for g in candidates for name, at in g.frames)


def _places(case: Case, places: Iterable[tuple[str, int]]) -> str:
    """Return the places as text, relative to the case's folder."""
    return ", ".join(f"{path.removeprefix(case.name + '/')}:{line}" for path, line in places)


def reason_without(case: Case) -> str:
    """Return why `case` has no proof, "" if it has one."""
    return next((marks.unproven for marks in case.marks.values() if marks.unproven), "")


def prove(cases: Sequence[Case], kinds: dict[str, str], testdata: Path = TESTDATA) -> dict[str, Verdict]:
    """Return the verdict on each case that has a proof, by name; `kinds` gives each rule folder's kind of proof.

    Raises RuntimeError if the cases do not compile or one does not end.
    """
    runnable = [(c, kinds[c.rule_folder]) for c in cases if not reason_without(c)]
    runnable = [(case, kind) for case, kind in runnable if kind not in UNPROVABLE]
    if not runnable:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        binary = build([case for case, _ in runnable], Path(folder), testdata)
        runs = run_all(binary, runnable, testdata)
    return {case.name: judge(case, kind, runs[case.name]) for case, kind in runnable}


def kinds_of(cases: Iterable[Case], rules: Path = RULES) -> dict[str, str]:
    """Return the kind of proof of each rule that `cases` belong to, by the rule's folder."""
    return {name: load_rule(rules / name).RULE.proof for name in sorted({case.rule_folder for case in cases})}


def table(cases: Sequence[Case], kinds: dict[str, str], verdicts: dict[str, Verdict]) -> str:
    """Return the page with the proof of every case, rule by rule."""
    lines = [_HEAD]
    for rule_folder in sorted({case.rule_folder for case in cases}):
        rule = load_rule(RULES / rule_folder).RULE
        lines += [f"## {rule.id} {rule.name}", "", f"Proof: `{kinds[rule_folder]}`", "", _COLUMNS]
        for case in (case for case in cases if case.rule_folder == rule_folder):
            verdict = verdicts.get(case.name)
            shown = verdict.evidence if verdict else f"not run: {reason_without(case) or 'a matter of style'}"
            failed = " **(not proven)**" if verdict and not verdict.proven else ""
            lines.append(f"| {case.name.split('/')[1]} | {shown.replace('|', '&#124;')}{failed} |")
        lines.append("")
    return "\n".join(lines)


_COLUMNS = "| case | what the Go runtime shows |\n|---|---|"
_HEAD = """# Proofs

What happens when the cases of each rule are run with Go. A bad case must show the fault where the rule reports it, a
good one must leave nothing behind. [How cases are written](cases.md) says what each kind of proof means. This page is
written by `python -m tests.support.proof --write`; a test compares it with what the run yields.
"""


def main() -> int:
    """Run the proofs that the arguments name and print their verdicts; return 1 if a case is not proven."""
    parser = argparse.ArgumentParser(description="Run the cases of rules with Go.")
    parser.add_argument("folders", nargs="*", metavar="RULE_FOLDER")
    parser.add_argument("--write", action="store_true", help="write docs/proofs.md")
    arguments = parser.parse_args()
    cases = [case for case in read_cases() if not arguments.folders or case.rule_folder in arguments.folders]
    kinds = kinds_of(cases)
    verdicts = prove(cases, kinds)
    for name, verdict in verdicts.items():
        sys.stdout.write(f"{'ok  ' if verdict.proven else 'FAIL'} {name}: {verdict.evidence}\n")
    if arguments.write and not arguments.folders:
        PAGE.write_text(table(cases, kinds, verdicts), "utf-8")
    return int(not all(verdict.proven for verdict in verdicts.values()))


if __name__ == "__main__":
    sys.exit(main())
