"""What one run of the analyzer yields: plain data from which every report is made."""

from collections.abc import Mapping
from dataclasses import dataclass

from golint_sched.finding import Finding, Notification
from golint_sched.rule import Rule
from golint_sched.source import SourceFile


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule's metadata with its page (the text of its README.md)."""

    rule: Rule
    page: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """How many findings were made but are not shown, by reason."""

    suppressed: int = 0
    below_confidence: int = 0
    outside_request: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that a report needs.

    `findings` are those to show, sorted by path, position and rule. `sources` holds every file that a shown finding
    or notification points into. `rules` are all rules that exist, sorted by id, and `selected` the ids of those that
    ran. `files` and `packages` count what was looked at.
    """

    findings: tuple[Finding, ...]
    hidden: Hidden
    notifications: tuple[Notification, ...]
    sources: Mapping[str, SourceFile]
    rules: tuple[RulePage, ...]
    selected: frozenset[str]
    files: int
    packages: int
