"""The report as Markdown, for the summary of a step in GitHub Actions."""

import html
import re
from collections.abc import Iterator

from golint_sched.finding import Finding
from golint_sched.report.options import RenderOptions
from golint_sched.report.places import place, readable, uri
from golint_sched.report.summary import by_severity, counted, notification_lines, rule_names, statistics, summary
from golint_sched.report.terminal import visible
from golint_sched.result import Result

MOST_BYTES = 1_000_000
"""GitHub takes a summary of 1 MiB; others may write to the same file before us."""

_ACTIVE = re.compile(r"([\\`*_\[\]|~#@!])")


def render(result: Result, options: RenderOptions) -> str:
    """Return the summary, a table of the findings with the worst first, and the notifications.

    What does not fit into `MOST_BYTES` is left out, and counted.
    """
    sections = [["## golint-sched", "", _text(summary(result))]]
    if options.statistics and result.findings:
        sections.append(["```text", *statistics(result), "```"])
    room = MOST_BYTES - sum(len(line.encode()) + 1 for section in sections for line in ["", *section])
    table = list(_fitting(_table(result, options), room, "finding", head=2))
    room -= sum(len(line.encode()) + 1 for line in table)
    notifications = (f"- {_text(line)}" for line in notification_lines(result))
    told = list(_fitting(notifications, room, "notification", head=0))
    sections += [section for section in (table, told) if section]
    return "\n\n".join("\n".join(section) for section in sections) + "\n"


def _fitting(lines: Iterator[str], room: int, noun: str, head: int) -> Iterator[str]:
    """Yield the lines that fit into `room` bytes, and then how many of those after the first `head` did not."""
    reserve = 200  # bytes, for the sentence about the rest and the blank lines around it
    taken = list(lines)
    for index, line in enumerate(taken):
        room -= len(line.encode()) + 1
        if room < reserve:
            left = len(taken) - max(index, head)
            yield from ("", f"{counted(left, f'more {noun}')}: too much for a summary.")
            return
        yield line


def _table(result: Result, options: RenderOptions) -> Iterator[str]:
    """Yield the rows of the table of findings, its head included; nothing where there are none."""
    if not result.findings:
        return
    yield "| Level | Rule | Where | Fault |"
    yield "|---|---|---|---|"
    names = rule_names(result)
    for finding in by_severity(result):
        rule = f"{finding.rule_id} {names[finding.rule_id]}"
        level = finding.level.name.lower()
        yield f"| {level} | {_text(rule)} | {_where(finding, result, options)} | {_text(finding.message)} |"


def _where(finding: Finding, result: Result, options: RenderOptions) -> str:
    """Return the place of a finding, as a link where the address of the sources is known."""
    there = place(result.sources, finding.span)
    path = result.repository_path(there.path)
    text = _text(f"{readable(path)}:{there.line}")
    if not options.source_url:
        return text
    return f"[{text}]({options.source_url.rstrip('/')}/{uri(path)}#L{there.line})"


def _text(text: str) -> str:
    """Return `text` so that Markdown and HTML show it as it is."""
    return html.escape(_ACTIVE.sub(r"\\\1", visible(text)), quote=False)
