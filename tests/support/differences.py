"""How what a rule reports differs from what the marks of a case claim."""

from collections.abc import Iterable
from dataclasses import dataclass

from golint_sched.finding import Confidence, Finding
from tests.support.cases import Case
from tests.support.expectations import Kind, Mark


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding with its file and its 1-based line."""

    path: str
    line: int
    finding: Finding


def differences(case: Case, reported: Iterable[Reported]) -> list[str]:
    """Return one sentence for each way in which `reported` is not what the marks of `case` claim.

    A want takes a finding of medium or high confidence on its line whose message it matches; a wantlow one of low
    confidence; a falsealarm any; a missed must find none. Every finding must be taken by one mark.
    """
    problems: list[str] = []
    left = list(reported)
    for path, mark in ((path, mark) for path, marks in case.marks.items() for mark in marks.marks):
        taken = next((r for r in left if (r.path, r.line) == (path, mark.line) and _takes(mark, r.finding)), None)
        if taken is not None:
            left.remove(taken)
        problem = _problem(mark.kind, found=taken is not None)
        if problem:
            problems.append(f"{path}:{mark.line}: {problem}: {mark.pattern.pattern!r}")
    problems += [f"{r.path}:{r.line}: unexpected ({r.finding.confidence.name}): {r.finding.message}" for r in left]
    return problems


def _takes(mark: Mark, finding: Finding) -> bool:
    """Return whether `finding` is one that `mark`, on the same line, speaks of."""
    if mark.kind in {Kind.WANT, Kind.WANT_LOW}:
        low = finding.confidence is Confidence.LOW
        return low == (mark.kind is Kind.WANT_LOW) and mark.pattern.search(finding.message) is not None
    return mark.pattern.search(finding.message) is not None


def _problem(kind: Kind, *, found: bool) -> str:
    """Return what is wrong with a mark of `kind` whose finding was `found` or not, "" if nothing is."""
    match kind, found:
        case ((Kind.WANT | Kind.WANT_LOW), False):
            return "not reported"
        case Kind.MISSED, True:
            return "no longer missed, make it a want"
        case Kind.FALSE_ALARM, False:
            return "no longer a false alarm, remove the mark"
        case _:
            return ""
