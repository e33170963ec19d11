"""Byte spans as ranges of the protocol: 0-based lines, columns in the code units that the client chose."""

import re
from bisect import bisect_right

from lsprotocol import types

from golint_sched.source import Span

_LINE_END = re.compile(rb"\r\n|\n|\r")  # the three that the protocol knows; a SourceFile counts "\n" alone


class Lines:
    """The lines of one file as the protocol counts them."""

    def __init__(self, content: bytes, encoding: str) -> None:
        """Index `content`, which is UTF-8; `encoding` says what columns count: utf-8, utf-16 or utf-32 code units."""
        self._content = content
        self._encoding = encoding
        ends = list(_LINE_END.finditer(content))
        self._starts = [0, *(end.end() for end in ends)]
        self._ends = [*(end.start() for end in ends), len(content)]

    def range(self, span: Span) -> types.Range:
        """Return where `span` stands; one over several lines is cut at the end of its first line.

        The range covers at least one character, except at the end of a line. A span beyond the content stands at its
        end.
        """
        line = bisect_right(self._starts, span.start) - 1
        start, line_end = min(span.start, self._ends[line]), self._ends[line]
        end = span.end
        if end > line_end:
            end = start + len(self._content[start:line_end].rstrip())
        if end <= start:
            first = self._content[start:line_end].decode("utf-8", "replace")[:1]
            end = start + len(first.encode())
        return types.Range(self._position(line, start), self._position(line, end))

    def _position(self, line: int, offset: int) -> types.Position:
        """Return the place of the byte at `offset`, which lies on the 0-based `line`."""
        before = self._content[self._starts[line] : offset].decode("utf-8", "replace")
        return types.Position(line, _units(before, self._encoding))


def _units(text: str, encoding: str) -> int:
    """Return how many code units of `encoding` make up `text`."""
    if encoding == "utf-8":
        return len(text.encode())
    return len(text) if encoding == "utf-32" else len(text.encode("utf-16-le")) // 2


def contains(stretch: types.Range, position: types.Position) -> bool:
    """Tell whether `position` lies in `stretch`, or at its start where it is empty."""

    def key(place: types.Position) -> tuple[int, int]:
        return place.line, place.character

    return key(stretch.start) <= key(position) < key(stretch.end) or position == stretch.start
