"""Source text and places in it: byte spans here, lines and columns only for the reports."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open byte range of one file; spans sort by path, then by position.

    `path` is the file's path as discover names it; `start` and `end` count bytes from 0.
    """

    path: str
    start: int
    end: int


class Position(NamedTuple):
    """A place for human readers: `line` and `column` are 1-based, `column` counts code points."""

    line: int
    column: int


@dataclass(frozen=True)
class SourceFile:
    """One file as it was read: its path and its bytes, undecoded."""

    path: str
    content: bytes

    @cached_property
    def _line_starts(self) -> list[int]:
        """Return the byte offset at which each line begins."""
        starts = [0]
        found = self.content.find(b"\n")
        while found != -1:
            starts.append(found + 1)
            found = self.content.find(b"\n", found + 1)
        return starts

    def line_number(self, offset: int) -> int:
        """Return the 1-based line that holds the byte at `offset`."""
        return bisect_right(self._line_starts, offset)

    def line_count(self) -> int:
        """Return how many lines the file has; an empty file has one."""
        return len(self._line_starts)

    def line_bytes(self, line: int) -> bytes:
        """Return the bytes of the 1-based `line` without its line ending."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.content)
        return self.content[start:end].rstrip(b"\r\n")

    def line_text(self, line: int) -> str:
        """Return the 1-based `line` decoded as UTF-8, with U+FFFD for bytes that are not UTF-8."""
        return self.line_bytes(line).decode("utf-8", "replace")

    def position(self, offset: int) -> Position:
        """Return the 1-based line and code-point column of the byte at `offset`."""
        line = self.line_number(offset)
        before = self.content[self._line_starts[line - 1] : offset]
        return Position(line, len(before.decode("utf-8", "replace")) + 1)

    def text(self, span: Span) -> str:
        """Return what stands at `span`, decoded as UTF-8 with U+FFFD for invalid bytes."""
        return self.content[span.start : span.end].decode("utf-8", "replace")
