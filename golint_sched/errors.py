"""Mistakes of the user or of the installation: raised anywhere, shown as one sentence by the command line."""

from typing import ClassVar


class UsageError(Exception):
    """What was asked for cannot be done; the text is one sentence for the user."""

    exit_code: ClassVar[int] = 2


class RuleError(UsageError):
    """A rule folder is broken: two rules share an id or a name, a page is missing, a module does not load."""


class OutputError(UsageError):
    """A report could not be written: the disk is full, the file or its directory does not take it."""
