"""The numbers of a result, in words."""

from collections import Counter

from golint_sched.finding import Finding, Level
from golint_sched.report.places import place
from golint_sched.report.terminal import visible
from golint_sched.result import Result


def counted(number: int, noun: str) -> str:
    """Return `1 file`, `2 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def rule_names(result: Result) -> dict[str, str]:
    """Return the name of every rule by its id."""
    return {page.rule.id: page.rule.name for page in result.rules}


def by_severity(result: Result) -> list[Finding]:
    """Return the findings with the worst first, then the surest; equals keep the order of the result."""
    return sorted(result.findings, key=lambda finding: (-finding.level, -finding.confidence))


def summary(result: Result) -> str:
    """Return one line: what was found, in how much, and what is not shown."""
    levels = Counter(finding.level for finding in result.findings)
    where = f"in {counted(result.files, 'file')}"
    if result.findings:
        kinds = ", ".join(counted(levels[level], level.name.lower()) for level in reversed(Level) if levels[level])
        found = f"Found {counted(len(result.findings), 'fault')} ({kinds}) {where}"
    else:
        found = f"Found no faults {where}"
    hidden = ", ".join(
        f"{number:,} {reason}"
        for number, reason in (
            (result.hidden.suppressed, "suppressed"),
            (result.hidden.below_confidence, "below the confidence threshold"),
            (result.hidden.outside_request, "outside what was asked for"),
        )
        if number
    )
    failed = sum(notification.failed for notification in result.notifications)
    incomplete = f" The analysis is incomplete: {counted(failed, 'part')} of it failed." if failed else ""
    return f"{found}{'; ' if hidden else ''}{hidden}.{incomplete}"


def statistics(result: Result) -> list[str]:
    """Return a line with the number of findings for each rule and level that has any, the most frequent first."""
    counts = Counter((finding.rule_id, finding.level) for finding in result.findings)
    names = rule_names(result)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    digits = max((len(f"{number:,}") for number in counts.values()), default=0)
    return [
        f"{number:>{digits},}  {level.name.lower():7}  {rule_id} {names[rule_id]}"
        for (rule_id, level), number in ordered
    ]


def notification_lines(result: Result) -> list[str]:
    """Return `path:line:column: text` for each notification, or its text alone where it speaks of no place."""
    return [
        visible(f"{place(result.sources, notification.span)}: {notification.text}")
        if notification.span
        else visible(notification.text)
        for notification in result.notifications
    ]
