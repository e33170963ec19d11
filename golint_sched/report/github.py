"""Workflow commands for GitHub Actions: annotations on the lines of a pull request."""

from collections.abc import Iterator

from golint_sched.finding import Finding, Level
from golint_sched.report.options import RenderOptions
from golint_sched.report.places import place
from golint_sched.report.summary import by_severity, counted, rule_names, summary
from golint_sched.report.terminal import visible
from golint_sched.result import Result

MOST_PER_LEVEL = 10
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render(result: Result, options: RenderOptions) -> str:
    """Return a command for each finding, the worst first and at most ten of a level, which is what GitHub shows.

    Parts of the analysis that failed are errors too. What is left out is said in a plain line of the log.
    """
    names = rule_names(result)
    commands: dict[Level, list[str]] = {level: [] for level in reversed(Level)}
    for finding in by_severity(result):
        commands[finding.level].append(_command(finding, names[finding.rule_id], result))
    commands[Level.ERROR] += [
        f"::error title=golint-sched::{_data(notification.text)}"
        for notification in result.notifications
        if notification.failed
    ]
    lines = [line for level, all_of_level in commands.items() for line in _limited(level, all_of_level)]
    if options.verbosity >= 0:
        lines.append(summary(result))
    return "".join(f"{line}\n" for line in lines)


def _limited(level: Level, commands: list[str]) -> Iterator[str]:
    """Yield the commands that GitHub will show, and a line about the others."""
    yield from commands[:MOST_PER_LEVEL]
    left = len(commands) - MOST_PER_LEVEL
    if left > 0:
        noun = counted(left, f"more {level.name.lower()}")
        yield f"{noun} not annotated: GitHub shows {MOST_PER_LEVEL} of a level for each step"


def _command(finding: Finding, name: str, result: Result) -> str:
    """Return one command; the message repeats the place, since the log shows nothing else."""
    there = place(result.sources, finding.span)
    path = result.repository_path(there.path)
    rule = f"{finding.rule_id} {name}"
    text = f"{path}:{there.line}:{there.column}: {rule}: {finding.message}"
    message = "\n".join([text, *(f"help: {words}" for words in (finding.help,) if words)])
    properties = f"file={_property(path)},line={there.line},col={there.column},title={_property(rule)}"
    return f"::{_COMMANDS[finding.level]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    """Return `text` as the message of a command."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return shown.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return `text` as the value of a property of a command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
