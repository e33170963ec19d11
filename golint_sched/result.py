"""What one run of the analyzer yields: plain data from which every report is made."""

import os.path
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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

    `directory` is the absolute directory that the paths in spans are relative to (a path that is absolute lies outside
    the repository of that directory), `root` the absolute root of the repository that was analysed; both are "" where
    they do not matter, and then paths are as they should be shown.
    """

    findings: tuple[Finding, ...]
    hidden: Hidden
    notifications: tuple[Notification, ...]
    sources: Mapping[str, SourceFile]
    rules: tuple[RulePage, ...]
    selected: frozenset[str]
    files: int
    packages: int
    root: str = ""
    directory: str = ""

    def repository_path(self, path: str) -> str:
        """Return `path`, as it stands in a span, relative to the repository's root and with `/`.

        A path outside the root comes back absolute.
        """
        if not self.root:
            return path
        absolute = os.path.normpath(Path(self.directory, path))
        relative = os.path.relpath(absolute, self.root)
        return (absolute if relative.startswith("..") else relative).replace(os.sep, "/")
