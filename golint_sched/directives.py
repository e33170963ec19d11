"""Suppression comments: what they say, in each of the spellings that Go programmers know."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from golint_sched.finding import Notification
from golint_sched.model.functions import Comment
from golint_sched.rule import Rule
from golint_sched.source import SourceFile, Span

_OWN_MARK = re.compile(r"//[ \t]*golint-?sched:[ \t]*(?P<rest>.*)", re.DOTALL)
_OWN = re.compile(r"ignore[ \t]*\[(?P<names>[^\]]*)\][ \t]*(?P<reason>.*)", re.DOTALL)
_NOLINT = re.compile(r"//[ \t]*nolint(?P<names>:.*|[ \t].*)?", re.DOTALL)
_LINT = re.compile(
    r"//[ \t]*lint:(?P<scope>ignore|file-ignore)[ \t]+(?P<names>\S+)(?:[ \t]+(?P<reason>\S.*))?", re.DOTALL
)
_NOSEC = re.compile(r"(?://|/\*)[ \t]*(?:#nosec|gosec:disable)(?P<names>(?:[ \t,].*)?)", re.DOTALL)
_GOSEC_ID = re.compile(r"G[0-9]{3}")
_OWN_ID = re.compile(r"gls[0-9]+")
_OWN_PATTERN = re.compile(r"gls[0-9?*\[\]]*")
_PACKAGE_CLAUSE = re.compile(r"\s*package\s")

_LINTER_NAMES = frozenset(("golint-sched", "golintsched"))
WHOLE_FILE = 0


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment that suppresses findings.

    `line` is the 1-based line whose findings it speaks of, `WHOLE_FILE` for those of the whole file; it speaks of all
    lines up to `last` where that is a later one. `words` are the names in it, as they are written, each with the ids
    of the rules that it means. `is_ours` is False for one that speaks to every linter, or to another one that reports
    the same fault: whether somebody needs it we cannot know.
    """

    span: Span
    line: int
    words: tuple[tuple[str, frozenset[str]], ...]
    is_ours: bool = True
    last: int = 0

    def covers(self, rule_id: str, line: int) -> bool:
        """Tell whether the directive suppresses a finding of this rule on this line."""
        there = self.line in (line, WHOLE_FILE) or self.line <= line <= self.last
        return there and any(rule_id in ids for _, ids in self.words)


_Words = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a comment says: its names and their rules, or the `problem` that keeps it from being a directive.

    `scope` is "line", "file", or "clause" where a directive beside the package clause speaks of the whole file, and one
    beside a function of the whole function. `foreign` are the names that other linters have for what our rules report.
    """

    words: _Words = ()
    foreign: _Words = ()
    scope: str = "line"
    is_ours: bool = True
    problem: str = ""


def read_directives(
    source: SourceFile, comments: Iterable[Comment], rules: Sequence[Rule], functions: Iterable[Span] = ()
) -> tuple[list[Directive], list[Notification]]:
    """Return the directives among the comments of a file, and a notification for each that is not well-formed.

    `functions` are the declared functions of the file, all of which a nolint above them covers, as golangci-lint has
    it. A malformed directive suppresses nothing. Comments that speak to other linters alone are passed over, but for
    those that accept a fault which a rule of ours reports too.
    """
    directives: list[Directive] = []
    notifications: list[Notification] = []
    last_lines = {
        source.line_number(span.start): source.line_number(max(span.start, span.end - 1)) for span in functions
    }
    for comment in comments:
        reading = _own(comment, rules) or _lint(comment, rules) or _nolint(comment, rules) or _nosec(comment, rules)
        if reading is None:
            continue
        if reading.problem:
            notifications.append(Notification(f"{reading.problem}; the comment suppresses nothing", comment.span))
            continue
        notifications += [
            Notification(f"no rule is called {word}; see `golint-sched rules`", comment.span)
            for word, ids in reading.words
            if not ids
        ]
        line = _scope(comment, reading.scope, source)
        last = last_lines.get(line, 0) if reading.scope == "clause" else 0
        for given, is_ours in ((reading.words, reading.is_ours), (reading.foreign, False)):
            words = tuple((word, ids) for word, ids in given if ids)
            if words:
                directives.append(Directive(comment.span, line, words, is_ours, last))
    return directives, notifications


def _scope(comment: Comment, scope: str, source: SourceFile) -> int:
    """Return the line that a directive speaks of, or `WHOLE_FILE`."""
    line = _target_line(comment, source)
    if scope == "file" or (scope == "clause" and _PACKAGE_CLAUSE.match(source.line_text(line))):
        return WHOLE_FILE
    return line


def _target_line(comment: Comment, source: SourceFile) -> int:
    """Return the line that a comment speaks of: its own, or if it stands alone the first below that is no comment."""
    line = source.line_number(comment.span.start)
    if not comment.alone:
        return line
    while line < source.line_count():
        line += 1
        if not source.line_bytes(line).lstrip().startswith(b"//"):
            break
    return line


def _own(comment: Comment, rules: Sequence[Rule]) -> _Reading | None:
    """Read `//golintsched:ignore[GLS201, starved-receiver] reason`, also with a hyphen or blanks."""
    mark = _OWN_MARK.fullmatch(comment.text.rstrip())
    if mark is None:
        return None
    match = _OWN.fullmatch(mark["rest"])
    if match is None:
        return _Reading(problem="a directive has the form `//golintsched:ignore[GLS201] reason`")
    names = [name.strip() for name in match["names"].split(",")]
    if not all(names):
        return _Reading(problem="the brackets of `golintsched:ignore[…]` lack the name of a rule")
    return _Reading(_resolve(names, rules))


def _nolint(comment: Comment, rules: Sequence[Rule]) -> _Reading | None:
    """Read `//nolint`, `//nolint:all`, `//nolint:errcheck,golint-sched // reason`, `//nolint:GLS201`."""
    match = _NOLINT.fullmatch(comment.text.rstrip())
    if match is None:
        return None
    listed = (match["names"] or "").split("//")[0]
    every = frozenset(rule.id for rule in rules)
    names = [item.split()[0].lower() for item in listed[1:].split(",") if item.strip()]
    if not listed.startswith(":") or "all" in names:
        return _Reading((("nolint", every),), scope="clause", is_ours=False)
    linter = tuple((name, every) for name in names if name in _LINTER_NAMES)
    ours = [name for name in names if _OWN_ID.fullmatch(name) or _is_name(name, rules)]
    return _Reading(linter + _resolve(ours, rules), _elsewhere(names, rules), scope="clause")


def _nosec(comment: Comment, rules: Sequence[Rule]) -> _Reading | None:
    """Read `// #nosec`, `// #nosec G112 G114 -- reason`, `//gosec:disable G114 -- reason`."""
    match = _NOSEC.fullmatch(comment.text.rstrip())
    if match is None:
        return None
    listed = _GOSEC_ID.findall(match["names"].split("--")[0])
    return _Reading(foreign=_elsewhere(listed or ["gosec"], rules), scope="clause")


def _elsewhere(names: Iterable[str], rules: Sequence[Rule]) -> _Words:
    """Return those of the names that other linters have for what rules of ours report, each with these rules' ids."""
    found = ((name, frozenset(rule.id for rule in rules if name in rule.elsewhere)) for name in names)
    return tuple((name, ids) for name, ids in found if ids)


def _lint(comment: Comment, rules: Sequence[Rule]) -> _Reading | None:
    """Read `//lint:ignore GLS201,GLS3* reason` and `//lint:file-ignore …`; the reason is mandatory."""
    match = _LINT.fullmatch(comment.text.rstrip())
    if match is None:
        return None
    names = [name for name in match["names"].lower().split(",") if name]
    everything = "*" in names
    ours = ["*"] if everything else [name for name in names if _OWN_PATTERN.fullmatch(name) or _is_name(name, rules)]
    if not ours or (everything and not match["reason"]):
        return None
    if not match["reason"]:
        return _Reading(problem=f"a reason is missing: `//lint:{match['scope']} {match['names']} reason`")
    scope = "file" if match["scope"] == "file-ignore" else "line"
    return _Reading(_resolve(ours, rules), scope=scope, is_ours=not everything)


def _is_name(name: str, rules: Sequence[Rule]) -> bool:
    return any(name == rule.name for rule in rules)


def _resolve(names: Iterable[str], rules: Sequence[Rule]) -> _Words:
    """Return each of `names` (an id, a name, or a pattern over ids, in any case) with the ids of what it means."""
    return tuple(
        (
            name.upper() if _OWN_ID.fullmatch(name) else name,
            frozenset(rule.id for rule in rules if rule.name == name.lower() or fnmatchcase(rule.id, name.upper())),
        )
        for name in names
    )
