"""The report for programs: everything that is in a result, as JSON.

`version` counts the incompatible changes of this format. Lines and columns are 1-based, columns count code points, and
`end_column` is exclusive.
"""

import json

from golint_sched import __version__
from golint_sched.finding import Finding, Notification
from golint_sched.report.fingerprint import flow_fingerprints
from golint_sched.report.options import RenderOptions
from golint_sched.report.places import readable
from golint_sched.report.summary import rule_names
from golint_sched.result import Result
from golint_sched.source import SourceFile, Span

FORMAT_VERSION = 1

_Json = dict[str, object]


def render(result: Result, options: RenderOptions) -> str:  # noqa: ARG001 -- data has no looks to choose
    """Return the whole result as one JSON object."""
    names = rule_names(result)
    report: _Json = {
        "version": FORMAT_VERSION,
        "tool": {"name": "golint-sched", "version": __version__},
        "files": result.files,
        "packages": result.packages,
        "rules": sorted(result.selected),
        "findings": [
            _finding(finding, names[finding.rule_id], fingerprint, result)
            for finding, fingerprint in zip(result.findings, flow_fingerprints(result), strict=True)
        ],
        "hidden": {
            "suppressed": result.hidden.suppressed,
            "below_confidence": result.hidden.below_confidence,
            "outside_request": result.hidden.outside_request,
        },
        "notifications": [_notification(notification, result) for notification in result.notifications],
    }
    return readable(json.dumps(report, indent=2, ensure_ascii=False)) + "\n"


def _finding(finding: Finding, name: str, fingerprint: str, result: Result) -> _Json:
    """Return one finding with all its places."""
    return {
        "rule": finding.rule_id,
        "name": name,
        "level": finding.level.name.lower(),
        "confidence": finding.confidence.name.lower(),
        "message": finding.message,
        "location": _location(finding.span, result),
        "label": finding.label,
        "function": finding.function,
        "sites": [{"location": _location(site.span, result), "label": site.label} for site in finding.sites],
        "steps": [
            {
                "location": _location(step.span, result),
                "text": step.text,
                "goroutine": step.goroutine,
                "act": step.act.value,
                "peers": list(step.peers),
            }
            for step in finding.steps
        ],
        "notes": list(finding.notes),
        "help": finding.help,
        "fingerprint": fingerprint,
    }


def _location(span: Span, result: Result) -> _Json:
    """Return a span as it stands in the file, over as many lines as it takes."""
    source = result.sources.get(span.path) or SourceFile(span.path, b"")
    start, end = source.position(span.start), source.position(span.end)
    return {
        "path": result.repository_path(span.path),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


def _notification(notification: Notification, result: Result) -> _Json:
    """Return one notification."""
    return {
        "text": notification.text,
        "level": notification.level.name.lower(),
        "failed": notification.failed,
        "location": _location(notification.span, result) if notification.span else None,
    }
