"""Where a span stands, in the terms of the reports: 1-based lines, code-point columns, one line only."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from golint_sched.source import SourceFile, Span


class Place(NamedTuple):
    """A stretch of one line: 1-based `line`, 1-based code-point columns, `end_column` exclusive."""

    path: str
    line: int
    column: int
    end_column: int

    def __str__(self) -> str:
        """Return `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"


def place(sources: Mapping[str, SourceFile], span: Span) -> Place:
    """Return where `span` stands; a span over several lines is cut at the end of its first line.

    The place covers at least one character, except on an empty line. A file that is not in `sources` (one that
    could not be read) counts as empty.
    """
    source = sources.get(span.path)
    if source is None:
        return Place(span.path, 1, 1, 1)
    start = source.position(span.start)
    text = source.line_text(start.line)
    length = len(text)
    column = max(1, min(start.column, length))
    end = source.position(span.end)
    end_column = end.column if end.line == start.line else len(text.rstrip()) + 1
    return Place(span.path, start.line, column, min(max(end_column, column + 1), length + 1))


def uri(path: str) -> str:
    """Return `path` as a relative URI reference: its bytes, percent-encoded except for the unreserved and slashes.

    A name that is not UTF-8 comes from the file system with surrogate escapes, and leaves as its own bytes.
    """
    return quote(path.removeprefix("./").encode("utf-8", "surrogateescape"), safe="/")


def readable(path: str) -> str:
    """Return `path` as text that every encoder takes, with U+FFFD for bytes that are not UTF-8."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
