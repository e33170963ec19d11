"""The report for people: one frame for each finding, with every place that matters underlined and labelled."""

from collections.abc import Iterable, Iterator, Sequence

from golint_sched.finding import Confidence, Finding, Level, Notification, Step
from golint_sched.report.drawing import draw
from golint_sched.report.frame import Mark, frame
from golint_sched.report.options import RenderOptions
from golint_sched.report.places import place
from golint_sched.report.sequence import picture, where
from golint_sched.report.summary import rule_names, statistics, summary
from golint_sched.report.terminal import Style, paint, visible, wrap
from golint_sched.result import Result
from golint_sched.source import Span

_LEVEL_STYLES = {Level.ERROR: Style.ERROR, Level.WARNING: Style.WARNING, Level.NOTE: Style.NOTE}
_LEAST_TEXT_ROOM = 24


def render(result: Result, options: RenderOptions) -> str:
    """Return a block for each finding and each notification, and the summary unless `verbosity` is negative."""
    names = rule_names(result)
    blocks = [_finding(finding, names[finding.rule_id], result, options) for finding in result.findings]
    blocks += [_notification(notification, result, options) for notification in result.notifications]
    tail = statistics(result) if options.statistics else []
    if options.verbosity >= 0:
        tail.append(paint(summary(result), Style.STRONG, color=options.color))
    if tail:
        blocks.append(tail)
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _finding(finding: Finding, name: str, result: Result, options: RenderOptions) -> list[str]:
    """Return the lines of one finding."""
    color = options.color
    level = paint(f"{finding.level.name.lower()}[{finding.rule_id}]", _LEVEL_STYLES[finding.level], color=color)
    labelled = [(finding.span, finding.label, True), *((site.span, site.label, False) for site in finding.sites)]
    shown = [*(span for span, _, _ in labelled), *(step.span for step in finding.steps)]
    gutter = len(str(max(place(result.sources, span).line for span in shown)))
    lines = [f"{level} {paint(f'{name}: {visible(finding.message)}', Style.STRONG, color=color)}"]
    for index, (path, marks) in enumerate(_marks_by_path(labelled, result)):
        context = {place(result.sources, step.span).line for step in finding.steps if step.span.path == path}
        primary = next((mark for mark in marks if mark.primary), marks[0])
        if index:
            lines.append(paint(f"{'':{gutter}} |", Style.FRAME, color=color))
        arrow = paint(":::" if index else "-->", Style.FRAME, color=color)
        lines.append(f"{'':{gutter}}{arrow} {visible(path)}:{primary.line}:{primary.column}")
        lines += frame(result.sources[path], marks, context, gutter, room=options.width, color=color)
    drawn = list(_drawn(finding, gutter, result, options)) if options.explain_run and finding.steps else []
    remarks = list(_remarks(finding, result, options, with_run=not drawn))
    if drawn or remarks:
        lines.append(paint(f"{'':{gutter}} |", Style.FRAME, color=color))
    lines += drawn
    for keyword, paragraphs in remarks:
        lines += _remark(keyword, paragraphs, gutter, options)
    return lines


def _drawn(finding: Finding, gutter: int, result: Result, options: RenderOptions) -> Iterator[str]:
    """Yield the lines of `= run:` with the picture of the steps, nothing where there is no room for it."""
    head = f"{'':{gutter}} {paint('=', Style.FRAME, color=options.color)}"
    indent = " " * (gutter + len(" = "))
    shape = picture(finding, result.sources)
    room = max(options.width - len(indent), 1) if options.width else 0
    lines = draw(shape, room, boxes=options.boxes, color=options.color)
    if lines is not None:
        yield f"{head} {paint('run:', Style.STRONG, color=options.color)}"
        yield from (f"{indent}{line}" for line in lines)


def _marks_by_path(labelled: Iterable[tuple[Span, str, bool]], result: Result) -> list[tuple[str, list[Mark]]]:
    """Return the marks of each file, the file of the primary place first and the others as they come."""
    by_path: dict[str, list[Mark]] = {}
    for span, label, primary in dict.fromkeys(labelled):
        path, line, column, end_column = place(result.sources, span)
        by_path.setdefault(path, []).append(Mark(line, column, end_column, label, primary))
    return list(by_path.items())


def _remarks(
    finding: Finding, result: Result, options: RenderOptions, *, with_run: bool
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield what stands below the frame: a keyword and its paragraphs, each a number or "" and a text."""
    if finding.steps and with_run:
        yield "run", _numbered(finding.steps, finding.span.path, result)
    for note in finding.notes:
        yield "note", [("", note)]
    if finding.confidence is not Confidence.HIGH or options.verbosity > 0:
        yield "confidence", [("", finding.confidence.name.lower())]
    if finding.function and options.verbosity > 0:
        yield "function", [("", finding.function)]
    if finding.help:
        yield "help", [("", finding.help)]


def _numbered(steps: Sequence[Step], path: str, result: Result) -> list[tuple[str, str]]:
    """Return `1. ` and `main: starts the worker (line 12)` for each step; a line of another file has its path."""
    digits = len(str(len(steps)))
    texts = []
    for number, step in enumerate(steps, 1):
        lane = f"{step.goroutine}: " if step.goroutine else ""
        texts.append((f"{number:>{digits}}. ", f"{lane}{step.text} ({where(step, path, result.sources)})"))
    return texts


def _remark(keyword: str, paragraphs: Sequence[tuple[str, str]], gutter: int, options: RenderOptions) -> Iterator[str]:
    """Yield `= keyword: text`, with further paragraphs and wrapped lines below the first."""
    style = Style.HELP if keyword == "help" else Style.STRONG
    sign = paint("=", Style.FRAME, color=options.color)
    head = f"{'':{gutter}} {sign} {paint(f'{keyword}:', style, color=options.color)} "
    indent = " " * (gutter + len(keyword) + len(" = : "))
    for number, text in paragraphs:
        room = max(options.width - len(indent) - len(number), _LEAST_TEXT_ROOM) if options.width else 0
        lead = number
        for line in wrap(visible(text), room) if room else [visible(text)]:
            yield f"{head}{lead}{line}"
            head, lead = indent, " " * len(number)


def _notification(notification: Notification, result: Result, options: RenderOptions) -> list[str]:
    """Return the lines of one notification, with the place that it speaks of."""
    color = options.color
    level = notification.level
    head = paint(f"{level.name.lower()}:", _LEVEL_STYLES[level], color=color)
    lines = [f"{head} {paint(visible(notification.text), Style.STRONG, color=color)}"]
    span = notification.span
    if span is None:
        return lines
    path, line, column, end_column = place(result.sources, span)
    gutter = len(str(line))
    lines.append(f"{'':{gutter}}{paint('-->', Style.FRAME, color=color)} {visible(path)}:{line}:{column}")
    source = result.sources.get(path)
    if source is not None and span.end > span.start:
        mark = Mark(line, column, end_column, "", primary=True)
        lines += frame(source, [mark], (), gutter, room=options.width, color=color)
    return lines
