"""The command `check`: from the parsed options to reports and an exit code."""

import argparse
import sys
import time
from dataclasses import replace

from golint_sched.cli import terminal
from golint_sched.cli.files import check_target, write_file
from golint_sched.errors import OutputError, UsageError
from golint_sched.finding import Confidence, Level, Notification
from golint_sched.report import FORMATS, RenderOptions
from golint_sched.report.signs import BOXES
from golint_sched.report.summary import counted
from golint_sched.result import Result
from golint_sched.scan import Request, Scan, scan

_MOST_LIMITS = 5
"""How many functions are named, without -v, of which an engine could not see all runs."""

_FINDINGS, _USAGE, _FAILED = 1, 2, 3


def check(chosen: argparse.Namespace) -> int:
    """Analyse, write the reports, and return the exit code; raises UsageError and OutputError."""
    for format_ in (chosen.format, *(name for name, _ in chosen.output)):
        if format_ not in FORMATS:
            text = f"no format is called {format_}; there are {', '.join(FORMATS)}"
            raise UsageError(text)
    if chosen.explain_run and "full" not in (chosen.format, *(name for name, _ in chosen.output)):
        text = "--explain-run draws in the format full, which is not asked for"
        raise UsageError(text)
    for _, file in chosen.output:
        check_target(file)

    began = time.perf_counter()
    done = scan(_request(chosen))
    failed = _tell(done, chosen)
    if chosen.verbose:
        result, seconds = done.result, time.perf_counter() - began
        terminal.complain(f"{result.files} files in {result.packages} packages, {seconds:.2f} s")

    unwritten = False
    for format_, file in chosen.output:
        try:
            write_file(file, FORMATS[format_](done.result, _options(chosen, color=False, width=100)))
        except OutputError as error:
            terminal.complain(str(error))
            unwritten = True
    color, width = terminal.wants_color(chosen.color, sys.stdout), terminal.width(sys.stdout)
    boxes = terminal.can_show(BOXES, sys.stdout)
    # Standard error has the notifications already, and a reader of both should not meet them twice.
    report = replace(done.result, notifications=()) if chosen.format == "full" else done.result
    terminal.say(FORMATS[chosen.format](report, _options(chosen, color=color, width=width, boxes=boxes)))

    if done.missing:
        return _USAGE
    if failed or unwritten:
        return _FAILED
    return _FINDINGS if not chosen.exit_zero and _fails(done.result, Level[chosen.fail_on.upper()]) else 0


def rule_request(chosen: argparse.Namespace) -> Request:
    """Return what the options ask for that say which findings are shown; `server` has them too."""
    return Request(
        select=tuple(word for words in chosen.select for word in words),
        ignore=tuple(word for words in chosen.ignore for word in words),
        min_confidence=Confidence[chosen.min_confidence.upper()],
        go_version=chosen.go_version,
        suppressions=not chosen.no_ignores,
    )


def _request(chosen: argparse.Namespace) -> Request:
    """Return what the options ask for."""
    return replace(
        rule_request(chosen),
        paths=chosen.paths,
        jobs=chosen.jobs,
        packages_of=chosen.packages_of,
        force_exclude=chosen.force_exclude,
    )


def _tell(done: Scan, chosen: argparse.Namespace) -> bool:
    """Write to standard error what went wrong; return whether a part of the analysis is missing."""
    result = done.result
    for text in done.missing:
        terminal.complain(text)
    limits = [each for each in result.notifications if each.limit]
    left_out = frozenset[Notification]() if chosen.verbose else frozenset(limits[_MOST_LIMITS:])
    for notification in result.notifications:
        if notification.failed or not (chosen.quiet or notification in left_out):
            terminal.complain(_sentence(notification, result))
    if left_out and not chosen.quiet:
        terminal.complain(f"{counted(len(left_out), 'more function')} with too many runs; -v names them")
    if not result.files and not done.missing and not chosen.quiet:
        terminal.complain("no Go files found")
    return any(notification.failed for notification in result.notifications)


def _sentence(notification: Notification, result: Result) -> str:
    """Return a notification with the place that it speaks of."""
    span = notification.span
    if span is None or notification.text.startswith(span.path):
        return notification.text
    line, column = result.sources[span.path].position(span.start)
    return f"{span.path}:{line}:{column}: {notification.text}"


def _options(chosen: argparse.Namespace, *, color: bool, width: int, boxes: bool = True) -> RenderOptions:
    """Return how a report is to look."""
    return RenderOptions(
        color=color,
        width=width,
        verbosity=chosen.verbose - chosen.quiet,
        statistics=chosen.statistics,
        sarif_category=chosen.sarif_category,
        source_url=chosen.source_url,
        explain_run=chosen.explain_run,
        boxes=boxes,
    )


def _fails(result: Result, threshold: Level) -> bool:
    return any(finding.level >= threshold for finding in result.findings)
