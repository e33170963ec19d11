"""Draws the picture of a run in text: a column for each goroutine, a row for each step."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from golint_sched.finding import Act
from golint_sched.report.canvas import Row as Cells
from golint_sched.report.canvas import join, put
from golint_sched.report.sequence import FAULTS, Picture
from golint_sched.report.signs import ASCII, BOX_SIGNS, Signs
from golint_sched.report.terminal import Style, visible, width, wrap

_LONGEST_NAME = 20
_LEAST_PITCH = 5
_LETTER_PITCH = 4
_TEXT_ROOM = 36  # columns that the sentences should have beside the lanes
_LEAST_TEXT_ROOM = 20


def draw(picture: Picture, room: int, *, boxes: bool, color: bool) -> list[str] | None:
    """Return the lines of a picture that is at most `room` columns wide (0: no limit), None where it needs more.

    Where the names of the goroutines would take too much of the room, letters stand for them and are explained first.
    Without `boxes` all that is drawn is ASCII.
    """
    signs = BOX_SIGNS if boxes else ASCII
    names = [_shortened(visible(lane.name), signs) for lane in picture.lanes]
    pitches = [max(width(name) + 2, _LEAST_PITCH) for name in names]
    legend: list[str] = []
    digits = len(str(len(picture.rows)))
    left = digits + len(". ")
    if len(names) > 1 and (len(set(names)) < len(names) or (room and left + sum(pitches) + _TEXT_ROOM > room)):
        letters = [_letter(number) for number in range(len(names))]
        legend = [f"{letter} = {visible(lane.name)}" for letter, lane in zip(letters, picture.lanes, strict=True)]
        names, pitches = letters, [_LETTER_PITCH] * len(letters)
    columns = list(accumulate(pitches, initial=left))
    text_room = room - columns[-1] if room else 0
    if room and text_room < _LEAST_TEXT_ROOM:
        return None
    lines = [line for each in legend for line in (_fitting(each, room) if room else [each])]
    head: Cells = []
    for name, column in zip(names, columns, strict=False):
        put(head, column, name, Style.FRAME)
    if any(names):
        lines.append(join(head, color=color))
    pen = _Pen(picture, columns, signs)
    for index, row in enumerate(picture.rows):
        texts = list(_fitting(visible(row.text), text_room)) if room else [visible(row.text)]
        cells = pen.step(index)
        put(cells, 0, f"{index + 1:>{digits}}.", Style.PLAIN)
        for number, text in enumerate(texts):
            put(cells, columns[-1], text, Style.STRONG if row.act in FAULTS else Style.PLAIN)
            lines.append(join(cells, color=color))
            cells = pen.lives(index, between=number + 1 < len(texts))
    return lines


def _fitting(text: str, room: int) -> Iterator[str]:
    """Yield the text in lines of at most `room` columns; a word that is wider is broken."""
    for line in wrap(text, room):
        rest = line
        while width(rest) > room:
            length = next(length for length in range(len(rest), 0, -1) if width(rest[:length]) <= room)
            yield rest[:length]
            rest = rest[length:]
        yield rest


def _shortened(name: str, signs: Signs) -> str:
    """Return a name that is not too wide: the end of a long one says more than its beginning."""
    if width(name) <= _LONGEST_NAME:
        return name
    while width(name) > _LONGEST_NAME - len(signs.cut):
        name = name[1:]
    return signs.cut + name


def _letter(number: int) -> str:
    """Return A to Z, then A1 to Z1 and so on."""
    rounds, letter = divmod(number, 26)
    return chr(ord("A") + letter) + (str(rounds) if rounds else "")


class _Pen:
    """Draws the lanes of one row."""

    def __init__(self, picture: Picture, columns: Sequence[int], signs: Signs) -> None:
        self.picture = picture
        self.columns = columns
        self.signs = signs

    def lives(self, index: int, *, between: bool = False) -> Cells:
        """Return a row with the lanes that are there at a step, or with those that go on after it."""
        cells: Cells = []
        for lane, column in zip(self.picture.lanes, self.columns, strict=False):
            if index + between in lane.rows and (not between or index in lane.rows):
                waits = 0 <= lane.blocked < index + between
                put(cells, column, self.signs.waits if waits else self.signs.life, Style.FRAME)
        return cells

    def step(self, index: int) -> Cells:
        """Return the row of a step, with the arrows from and to its lane."""
        row = self.picture.rows[index]
        cells = self.lives(index)
        here = self.columns[row.lane]
        for peer in sorted(row.targets, key=lambda peer: -abs(self.columns[peer] - here)):
            self._arrow(cells, here, self.columns[peer])
            if row.act is Act.START:
                put(cells, self.columns[peer], self.signs.begins, Style.FRAME)
        for peer in row.sources:
            there = self.columns[peer]
            self._arrow(cells, there, here)
            if index in self.picture.lanes[peer].rows:
                put(cells, there, self.signs.to_right if there < here else self.signs.to_left, Style.FRAME)
            else:
                put(cells, there, self.signs.line, Style.FRAME)
        fault = row.act in FAULTS
        put(cells, here, self.signs.fault if fault else self.signs.step, Style.ERROR if fault else Style.STRONG)
        return cells

    def _arrow(self, cells: Cells, start: int, end: int) -> None:
        """Draw a line from one column to another, with its head before the second."""
        forward = end > start
        for column in range(min(start, end) + 1, max(start, end)):
            crosses = column < len(cells) and cells[column][0] in (self.signs.life, self.signs.waits)
            put(cells, column, self.signs.crossing if crosses else self.signs.line, Style.FRAME)
        put(cells, end - 1 if forward else end + 1, self.signs.right if forward else self.signs.left, Style.FRAME)
