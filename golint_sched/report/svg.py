"""Draws the picture of a run as SVG, to stand inside a page: a column for each goroutine, a row for each step."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import accumulate

from golint_sched.finding import Act, Finding
from golint_sched.report.places import readable
from golint_sched.report.sequence import FAULTS, Lane, Picture, Row, picture
from golint_sched.report.terminal import visible, width, wrap
from golint_sched.source import SourceFile

_CELL = 7.5  # pixels of a character; the size of the font is chosen so that none is wider
_LINE = 18
_MARGIN = 12
_TOP = 34  # of the first step; the names stand above it
_LEAST_PITCH = 64
_LONGEST_TEXT = 64  # characters in a line beside the lanes
_RADIUS = 4.5

_STYLE = """
.gls-run text{font:12px ui-monospace,Menlo,Consolas,monospace;fill:currentColor;white-space:pre}
.gls-run .life,.gls-run .arrow{stroke:currentColor;stroke-width:1.2;fill:none}
.gls-run .life{opacity:.45}
.gls-run .waits{stroke-dasharray:2 4}
.gls-run .step,.gls-run .head{fill:currentColor}
.gls-run .name{font-weight:bold}
.gls-run .fault{stroke:#c62828;stroke-width:2.4;fill:none}
.gls-run text.said{fill:#c62828}
@media (prefers-color-scheme:dark){.gls-run .fault{stroke:#ff8a80}.gls-run text.said{fill:#ff8a80}}
"""


def sequence_svg(finding: Finding, sources: Mapping[str, SourceFile], identifier: str) -> str:
    """Return an `<svg>` element with the run of a finding, "" for one without steps.

    `identifier` begins the ids in it, and must be another one for each picture of a page; letters, digits, `-` and `_`
    are taken. Lines and text have the colour of the text around the picture, so that it is seen on a dark page too.
    """
    if not finding.steps:
        return ""
    run = picture(finding, sources)
    columns = list(accumulate((_pitch(lane) for lane in run.lanes), initial=_MARGIN + _RADIUS))
    digits = len(str(len(run.rows)))
    texts = [_lines(number, digits, row) for number, row in enumerate(run.rows, 1)]
    tops = list(accumulate((len(lines) * _LINE for lines in texts), initial=_TOP))
    longest = max(width(line) for lines in texts for line in lines)
    wide = round(columns[-1] + longest * _CELL + _MARGIN)
    high = tops[-1] + _MARGIN
    own = escape(identifier)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="gls-run" role="img" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" aria-labelledby="{own}-title {own}-desc">'
    )
    parts = [
        head,
        f'<title id="{own}-title">{_safe(finding.message)}</title>',
        f'<desc id="{own}-desc">{_safe(_described(run))}</desc>',
        f"<style>{_STYLE}</style>",
        *_lanes(run, columns, tops),
        *(part for row, top in zip(run.rows, tops, strict=False) for part in _step(row, columns, top)),
        *_texts(run, texts, columns[-1], tops),
        "</svg>",
    ]
    return "\n".join(parts)


def _safe(text: str) -> str:
    """Return `text` as it may stand in XML, whatever is in it."""
    return escape(visible(readable(text)))


def _pitch(lane: Lane) -> float:
    return max(_LEAST_PITCH, (width(visible(lane.name)) + 2) * _CELL)


def _lines(number: int, digits: int, row: Row) -> list[str]:
    """Return the lines beside a step: its number and what it says."""
    lead = f"{number:>{digits}}. "
    first, *others = wrap(visible(readable(row.text)), _LONGEST_TEXT)
    return [lead + first, *(" " * len(lead) + line for line in others)]


def _described(run: Picture) -> str:
    """Return the run in words, for those who do not see it."""
    return " ".join(
        f"{number}. {run.lanes[row.lane].name}{': ' if run.lanes[row.lane].name else ''}{row.text}."
        for number, row in enumerate(run.rows, 1)
    )


def _middle(top: float) -> float:
    return top + _LINE / 2


def _lanes(run: Picture, columns: Sequence[float], tops: Sequence[int]) -> Iterator[str]:
    """Yield the names and the lifelines; one that only waits is dotted."""
    for lane, x in zip(run.lanes, columns, strict=False):
        yield f'<text class="name" x="{x - _RADIUS:.1f}" y="{_TOP - 16}">{_safe(lane.name)}</text>'
        begin, last = lane.rows[0], lane.rows[-1]
        solid = lane.blocked if lane.blocked >= 0 else last
        # A lane that is still there when the picture ends goes on to its edge.
        goes_on = last == len(run.rows) - 1 and run.rows[last].lane != run.lanes.index(lane)
        yield _life(x, _middle(tops[begin]), _middle(tops[solid]), "life")
        if lane.blocked >= 0 and lane.blocked < last:
            yield _life(x, _middle(tops[lane.blocked]), tops[last + 1], "life waits")
        elif goes_on:
            yield _life(x, _middle(tops[solid]), tops[last + 1], "life")


def _life(x: float, top: float, bottom: float, kind: str) -> str:
    return f'<path class="{kind}" d="M{x:.1f} {top:.1f}V{bottom:.1f}"/>'


def _step(row: Row, columns: Sequence[float], top: float) -> Iterator[str]:
    """Yield the mark of a step, and the arrows from and to its lane."""
    x, y = columns[row.lane], _middle(top)
    for peer in row.targets:
        yield from _arrow(x, columns[peer], y)
    for peer in row.sources:
        yield from _arrow(columns[peer], x, y)
    if row.act in FAULTS:
        yield f'<path class="fault" d="M{x - 5:.1f} {y - 5:.1f}l10 10m0 -10l-10 10"/>'
    elif row.act is Act.END:
        yield f'<path class="arrow" d="M{x - 6:.1f} {y:.1f}h12"/>'
        yield f'<circle class="step" cx="{x:.1f}" cy="{y:.1f}" r="{_RADIUS}"/>'
    else:
        yield f'<circle class="step" cx="{x:.1f}" cy="{y:.1f}" r="{_RADIUS}"/>'


def _arrow(start: float, end: float, y: float) -> Iterator[str]:
    """Yield a line with its head."""
    back = -1 if end > start else 1
    tip = end + back * (_RADIUS + 1)
    yield f'<path class="arrow" d="M{start:.1f} {y:.1f}H{tip + back * 6:.1f}"/>'
    yield f'<path class="head" d="M{tip:.1f} {y:.1f}l{back * 8} -4v8z"/>'


def _texts(run: Picture, texts: Sequence[Sequence[str]], x: float, tops: Sequence[int]) -> Iterator[str]:
    """Yield the lines beside the steps."""
    for row, lines, top in zip(run.rows, texts, tops, strict=False):
        kind = ' class="said"' if row.act in FAULTS else ""
        for number, line in enumerate(lines):
            y = _middle(top + number * _LINE) + 4
            yield f'<text{kind} x="{x:.1f}" y="{y:.1f}" xml:space="preserve">{escape(line)}</text>'
