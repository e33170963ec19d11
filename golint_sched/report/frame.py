"""A frame: the lines of one file that matter to a finding, each place underlined and labelled."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from golint_sched.report.canvas import Row, join, put
from golint_sched.report.terminal import Style, cells, paint, visible, width, wrap
from golint_sched.source import SourceFile

_LEAST_LABEL_ROOM = 28
_LEAST_SOURCE_ROOM = 24
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to underline: 1-based `line`, 1-based code-point columns, `end_column` exclusive."""

    line: int
    column: int
    end_column: int
    label: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class _Stroke:
    """A mark in terminal columns, counted from 0 at the left edge of the printed line."""

    start: int
    end: int
    label: str
    primary: bool

    @property
    def style(self) -> Style:
        return Style.ERROR if self.primary else Style.FRAME


def _inline(strokes: Sequence[_Stroke], room: int) -> _Stroke | None:
    """Return the stroke whose label can stand behind its underline: the last one, if it ends the row and fits."""
    last = max(strokes, key=lambda stroke: (stroke.start, stroke.primary))
    if not last.label or any(other.end > last.end for other in strokes):
        return None
    if sum(other.start == last.start for other in strokes) > 1:
        return None
    return last if not room or last.end + 1 + width(last.label) <= room else None


def _hanging(strokes: Sequence[_Stroke], room: int) -> Iterator[Row]:
    """Yield the rows below the underlines: a connector for every label, then the labels from right to left.

    Labels that start in one column stand below one another, the primary one first.
    """
    waiting = sorted(strokes, key=lambda stroke: (-stroke.start, not stroke.primary))
    if not waiting:
        return
    connectors: Row = []
    for stroke in sorted(waiting, key=lambda stroke: stroke.primary):
        put(connectors, stroke.start, "|", stroke.style)
    yield connectors
    for index, stroke in enumerate(waiting):
        column = stroke.start
        if room:
            column = max(0, min(column, room - min(width(stroke.label), _LEAST_LABEL_ROOM)))
        for text in wrap(stroke.label, room - column) if room else [stroke.label]:
            row: Row = []
            for other in waiting[index + 1 :]:
                if other.start < column:
                    put(row, other.start, "|", other.style)
            put(row, column, text, stroke.style)
            yield row


def _excerpt(printed: Sequence[str], strokes: Sequence[_Stroke], room: int) -> tuple[str, int]:
    """Return the part of a line that shows all `strokes`, and by how many columns it was moved to the left."""
    edges = list(accumulate(map(width, printed), initial=0))
    total = edges[-1]
    if not room or total <= room:
        return "".join(printed), 0
    first = min((stroke.start for stroke in strokes), default=0)
    last = max((stroke.end for stroke in strokes), default=0)
    usable = room - 2
    wanted = 0 if last <= usable else max(0, min(first - max(0, usable - (last - first)) // 2, total - usable))
    begin = next(index for index, edge in enumerate(edges) if edge >= wanted)
    end = max(index for index, edge in enumerate(edges) if edge <= edges[begin] + usable)
    left = _ELLIPSIS if begin else ""
    right = _ELLIPSIS if end < len(printed) else ""
    return left + "".join(printed[begin:end]) + right, edges[begin] - len(left)


def _groups(strokes: Sequence[_Stroke], room: int) -> Iterator[list[_Stroke]]:
    """Yield the strokes of a line in groups that fit into one excerpt each; most lines have one group."""
    group: list[_Stroke] = []
    for stroke in sorted(strokes, key=lambda stroke: (stroke.start, stroke.end)):
        if group and room and stroke.end - group[0].start > room - 2:
            yield group
            group = []
        group.append(stroke)
    yield group


def _line_rows(text: str, marks: Sequence[Mark], room: int, *, color: bool) -> Iterator[tuple[bool, str]]:
    """Yield the printed rows of one source line; True marks those that show the source itself."""
    printed = cells(text.rstrip())
    edges = list(accumulate(map(width, printed), initial=0))

    def edge(column: int) -> int:
        return edges[min(column - 1, len(edges) - 1)]

    strokes = [
        _Stroke(edge(mark.column), max(edge(mark.end_column), edge(mark.column) + 1), visible(mark.label), mark.primary)
        for mark in marks
    ]
    for group in _groups(strokes, room):
        source, moved = _excerpt(printed, group, room)
        yield True, source
        shifted = [
            _Stroke(
                stroke.start - moved,
                min(stroke.end - moved, max(width(source), stroke.start - moved + 1)),
                stroke.label,
                stroke.primary,
            )
            for stroke in group
        ]
        yield from ((False, join(row, color=color)) for row in _annotations(shifted, room))


def _annotations(strokes: Sequence[_Stroke], room: int) -> Iterator[Row]:
    """Yield the rows under an excerpt: the underlines, with one label beside them where it fits, then the rest."""
    if not strokes:
        return
    underlines: Row = []
    for stroke in sorted(strokes, key=lambda stroke: stroke.primary):
        put(underlines, stroke.start, ("^" if stroke.primary else "-") * (stroke.end - stroke.start), stroke.style)
    inline = _inline(strokes, room)
    if inline is not None:
        put(underlines, inline.end + 1, inline.label, inline.style)
    yield underlines
    yield from _hanging([stroke for stroke in strokes if stroke.label and stroke is not inline], room)


def _with_bridges(lines: Collection[int]) -> Iterator[int | None]:
    """Yield the lines to show in order, with single missing lines filled in and None for longer gaps."""
    previous = 0
    for line in sorted(lines):
        if previous and line == previous + 2:
            yield previous + 1
        elif previous and line > previous + 2:
            yield None
        yield line
        previous = line


def frame(
    source: SourceFile, marks: Sequence[Mark], context: Collection[int], gutter: int, *, room: int, color: bool
) -> list[str]:
    """Return the rows of the frame of one file.

    `context` names 1-based lines to show without a mark. `gutter` is the width of the line numbers; `room` is the
    width of the terminal, 0 for no limit.
    """
    bar = paint(f"{'':{gutter}} |", Style.FRAME, color=color)
    inner = max(room - gutter - 3, _LEAST_SOURCE_ROOM) if room else 0
    rows = [bar]
    for line in _with_bridges({mark.line for mark in marks} | set(context)):
        if line is None:
            rows.append(paint("...", Style.FRAME, color=color))
            continue
        here = [mark for mark in marks if mark.line == line]
        for is_source, row in _line_rows(source.line_text(line), here, inner, color=color):
            head = paint(f"{line:>{gutter}} |", Style.FRAME, color=color) if is_source else bar
            rows.append(f"{head} {row}".rstrip())
    return rows
