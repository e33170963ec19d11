"""A printed line as cells, into which text is put at a column."""

from itertools import groupby

from golint_sched.report.terminal import Style, paint, width

Row = list[tuple[str, Style]]
"""The text of each column with its style; the column after a wide character is empty."""


def put(row: Row, column: int, text: str, style: Style) -> None:
    """Write `text` into `row` at `column`; a wide character leaves the cell after it empty."""
    row.extend((" ", Style.PLAIN) for _ in range(column + width(text) - len(row)))
    for character in text:
        taken = width(character)
        if taken == 0:
            base = max(column - 1, 0)
            row[base] = (row[base][0] + character, row[base][1])
            continue
        row[column : column + taken] = [(character, style)] + [("", style)] * (taken - 1)
        column += taken


def join(row: Row, *, color: bool) -> str:
    """Return the printed form of `row`, with one colour sequence for each run of one style."""
    runs = [(style, "".join(cell for cell, _ in run)) for style, run in groupby(row, key=lambda cell: cell[1])]
    if runs and not runs[-1][1].strip():
        runs.pop()
    return "".join(paint(text, style, color=color) for style, text in runs).rstrip(" ")
