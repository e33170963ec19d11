"""Where selection, suppression, confidence, generated files, tests and the request meet: what is shown, what hidden."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from golint_sched.finding import Confidence, Finding, Notification
from golint_sched.result import Hidden
from golint_sched.rule import Rule
from golint_sched.source import Span
from golint_sched.suppress import FileFacts, Split, suppress

__all__ = ["DecideOptions", "Decision", "FileFacts", "decide"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideOptions:
    """What the user asked for.

    `rules` are all rules that exist, `selected` the ids of those that were to run. `requested` holds the paths that
    findings are wanted for, None for all; with `any_site` a finding is wanted if any of its places lies in one of
    them, else only its primary place counts. `suppressions` says whether comments may suppress findings.
    """

    rules: Sequence[Rule]
    selected: frozenset[str]
    min_confidence: Confidence = Confidence.MEDIUM
    generated: bool = False
    tests: bool = True
    suppressions: bool = True
    requested: frozenset[str] | None = None
    any_site: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The findings to show, sorted by path, position and rule; how many are not; what there is to say about it."""

    findings: tuple[Finding, ...]
    hidden: Hidden
    notifications: tuple[Notification, ...]


class _Near(Enum):
    """How near two findings must be to speak of one fault."""

    LINE = "their primary places begin on one line"
    SITE = "as LINE, or the primary place of one of them is a site of the other"
    FUNCTION = "as LINE, or both lie in the same function"


_PRECEDENCE: tuple[tuple[str, str, _Near], ...] = (
    ("GLS103", "GLS101", _Near.FUNCTION),  # the request's context is the one to watch in a handler's goroutine
    ("GLS201", "GLS101", _Near.LINE),  # the counterpart is in view, and it is what is wrong
    ("GLS202", "GLS101", _Near.LINE),
    ("GLS203", "GLS101", _Near.LINE),  # who owes the close is in view, and it is what is wrong
    ("GLS204", "GLS101", _Near.LINE),
    ("GLS502", "GLS101", _Near.LINE),
    ("GLS503", "GLS101", _Near.LINE),
    ("GLS503", "GLS103", _Near.LINE),
    ("GLS201", "GLS103", _Near.LINE),
    ("GLS202", "GLS103", _Near.LINE),
    ("GLS402", "GLS104", _Near.FUNCTION),  # the thread is what the endless goroutine holds
    ("GLS204", "GLS201", _Near.LINE),  # the loop that leaves by its stop channel says more than that it leaves
    ("GLS208", "GLS202", _Near.LINE),  # there is a send, which only one of the receivers gets
    ("GLS208", "GLS203", _Near.LINE),
    ("GLS208", "GLS204", _Near.LINE),
    ("GLS208", "GLS101", _Near.LINE),
    ("GLS206", "GLS201", _Near.LINE),  # the missing receiver is the sender itself
    ("GLS605", "GLS606", _Near.LINE),  # a Done that a path skips keeps the group waiting whatever is drained
    ("GLS601", "GLS602", _Near.LINE),  # some path of the iteration releases the lock
    ("GLS602", "GLS505", _Near.SITE),  # the deferred Unlock is why the next Lock blocks
)
"""The winner, the loser, and how near they must be: of two findings about one fault the more specific is shown."""


def decide(findings: Iterable[Finding], files: Iterable[FileFacts], options: DecideOptions) -> Decision:
    """Return what to show of `findings`; `files` are those that have a finding or a directive, and the generated ones.

    Every finding is shown or counted under exactly one reason, except those that say the same as another one, those
    of rules that were not selected, and those of rules that do not speak of tests in tests. Findings in generated
    files, and in tests where these are not wanted, count as outside of the request.
    """
    known = {file.path: file for file in files}
    faults = tuple(
        _one_per_fault([each for each in _unique(findings) if _concerns(each, known, options)], known, options)
    )
    split = Split(faults, (), ())
    if options.suppressions:
        split = suppress(faults, known.values(), options.rules, options.selected)

    def is_wanted(finding: Finding) -> bool:
        places = _paths(finding) if options.any_site else (finding.span.path,)
        return _is_wanted_file(finding.span.path, known, options) and any(
            options.requested is None or path in options.requested for path in places
        )

    kept = [finding for finding in split.kept if is_wanted(finding)]
    suppressed = [finding for finding in split.suppressed if is_wanted(finding)]
    shown = tuple(finding for finding in kept if finding.confidence >= options.min_confidence)
    return Decision(
        findings=shown,
        hidden=Hidden(
            suppressed=len(suppressed),
            below_confidence=len(kept) - len(shown),
            outside_request=len(faults) - len(kept) - len(suppressed),
        ),
        notifications=tuple(
            notification
            for notification in split.notifications
            if notification.span
            and _is_wanted_file(notification.span.path, known, options)
            and (options.requested is None or notification.span.path in options.requested)
        ),
    )


def _unique(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings sorted by path, position and rule, one of each rule and span: the surest, then the worst.

    A package and its test variant, read one after the other, find the same fault twice.
    """
    best: dict[tuple[Span, str], Finding] = {}
    for finding in findings:
        key = (finding.span, finding.rule_id)
        if key not in best or _weight(finding) > _weight(best[key]):
            best[key] = finding
    return [best[key] for key in sorted(best)]


def _weight(finding: Finding) -> tuple[int, int, int, str]:
    """Return what tells which of two findings for one span says more; the last parts make the choice certain."""
    return finding.confidence, finding.level, len(finding.steps) + len(finding.sites), repr(finding)


def _concerns(finding: Finding, known: Mapping[str, FileFacts], options: DecideOptions) -> bool:
    """Tell whether the rule was selected, and whether it speaks of a file of this kind."""
    rule = next(rule for rule in options.rules if rule.id == finding.rule_id)
    return finding.rule_id in options.selected and (rule.in_tests or not _is_test(finding.span.path, known))


def _is_test(path: str, known: Mapping[str, FileFacts]) -> bool:
    return path.endswith("_test.go") or (path in known and known[path].is_test)


def _is_wanted_file(path: str, known: Mapping[str, FileFacts], options: DecideOptions) -> bool:
    """Tell whether findings in this file are wanted at all, by what kind of file it is."""
    is_generated = path in known and known[path].generated
    return (options.generated or not is_generated) and (options.tests or not _is_test(path, known))


def _paths(finding: Finding) -> set[str]:
    """Return the paths of all places of a finding."""
    return {
        finding.span.path,
        *(site.span.path for site in finding.sites),
        *(step.span.path for step in finding.steps),
    }


def _one_per_fault(
    findings: Sequence[Finding], known: Mapping[str, FileFacts], options: DecideOptions
) -> Iterator[Finding]:
    """Yield the findings that no other one makes superfluous.

    A finding below the confidence threshold never replaces one above it: the fault would not be shown at all.
    """
    winners: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        winners[finding.span.path, finding.rule_id].append(finding)
    for finding in findings:
        is_shown = finding.confidence >= options.min_confidence
        rivals = (
            (rival, near)
            for winner, loser, near in _PRECEDENCE
            if loser == finding.rule_id
            for rival in winners.get((finding.span.path, winner), ())
            if rival.confidence >= options.min_confidence or not is_shown
        )
        if not any(_is_near(rival, finding, near, known) for rival, near in rivals):
            yield finding


def _is_near(winner: Finding, loser: Finding, near: _Near, known: Mapping[str, FileFacts]) -> bool:
    """Tell whether two findings of one file speak of one fault."""
    if winner.span.start == loser.span.start:
        return True
    file = known.get(winner.span.path)
    if file and file.source.line_number(winner.span.start) == file.source.line_number(loser.span.start):
        return True
    if near is _Near.FUNCTION:
        return winner.function == loser.function != ""
    return near is _Near.SITE and (_shows(winner, loser) or _shows(loser, winner))


def _shows(finding: Finding, other: Finding) -> bool:
    """Tell whether the primary place of the other one is among the sites of a finding."""
    return any(site.span == other.span for site in finding.sites)
