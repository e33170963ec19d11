"""Which findings a comment in the source suppresses, and which of these comments have nothing to do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from golint_sched.directives import Directive, read_directives
from golint_sched.finding import Finding, Notification
from golint_sched.model.functions import Comment
from golint_sched.rule import Rule
from golint_sched.source import SourceFile, Span


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What deciding needs to know of an analysed file.

    A file that holds no directive and into which no finding points need not be listed. `functions` are the
    spans of its declared functions, which need not be told of a file without comments.
    """

    path: str
    comments: tuple[Comment, ...]
    generated: bool
    source: SourceFile
    functions: tuple[Span, ...] = ()
    is_test: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """Findings with and without a comment that suppresses them, and what is to be said about the comments."""

    kept: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    notifications: tuple[Notification, ...]


def suppress(
    findings: Iterable[Finding], files: Iterable[FileFacts], rules: Sequence[Rule], selected: frozenset[str]
) -> Split:
    """Return the findings apart by whether a comment of their own file suppresses them.

    A comment covers the findings whose primary place begins on its line, or, where it stands alone, on the line
    below it; nolint on or above the first line of a function covers all of it. A comment for our rules that covers
    nothing, although the rules that it means ran, is reported.
    """
    sources = {file.path: file.source for file in files if file.comments}
    by_path: dict[str, list[Directive]] = {}
    notifications: list[Notification] = []
    for file in sorted((file for file in files if file.comments), key=lambda file: file.path):
        directives, problems = read_directives(file.source, file.comments, rules, file.functions)
        by_path[file.path] = directives
        notifications += problems

    kept: list[Finding] = []
    suppressed: list[Finding] = []
    used: defaultdict[Directive, set[str]] = defaultdict(set)
    for finding in findings:
        candidates = by_path.get(finding.span.path, [])
        line = sources[finding.span.path].line_number(finding.span.start) if candidates else 0
        covering = [directive for directive in candidates if directive.covers(finding.rule_id, line)]
        (suppressed if covering else kept).append(finding)
        for directive in covering:
            used[directive].add(finding.rule_id)

    for directives in by_path.values():
        for directive in directives:
            notifications += _unused(directive, used.get(directive, set()), rules, selected)
    return Split(tuple(kept), tuple(suppressed), tuple(sorted(notifications, key=_place)))


def _unused(
    directive: Directive, used: set[str], rules: Sequence[Rule], selected: frozenset[str]
) -> Iterator[Notification]:
    """Yield a notification for each word of the directive that suppresses nothing, although its rules ran.

    Of a word that means several rules, those that are only run on request need not have run.
    """
    opt_in = {rule.id for rule in rules if rule.opt_in}
    for word, ids in directive.words if directive.is_ours else ():
        expected = ids if len(ids) == 1 else ids - opt_in
        if expected <= selected and used.isdisjoint(ids):
            text = f"this comment suppresses nothing: there is no finding of {word} for it"
            yield Notification(text, directive.span)


def _place(notification: Notification) -> tuple[str, int, str]:
    """Return what notifications are sorted by."""
    span = notification.span
    return (span.path, span.start, notification.text) if span else ("", 0, notification.text)
