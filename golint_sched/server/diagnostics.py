"""Findings as diagnostics."""

import os
from collections.abc import Callable
from dataclasses import dataclass

from lsprotocol import types

from golint_sched.finding import Finding, Level
from golint_sched.result import Result
from golint_sched.server.positions import Lines
from golint_sched.source import Span

SOURCE = "golint-sched"

_SEVERITIES = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.NOTE: types.DiagnosticSeverity.Information,
}


@dataclass(frozen=True, slots=True)
class Client:
    """What the client can show: the unit of columns, whether it takes related places, and how it names files.

    `uri_of` gets an absolute path.
    """

    encoding: str
    takes_related: bool
    uri_of: Callable[[str], str]


def diagnostics_by_path(result: Result, client: Client) -> dict[str, list[types.Diagnostic]]:
    """Return the diagnostics of every file that has a finding, by absolute path and in the order of the result."""
    lines = {path: Lines(file.content, client.encoding) for path, file in result.sources.items()}
    found: dict[str, list[types.Diagnostic]] = {}
    for finding in result.findings:
        path = absolute(result, finding.span.path)
        found.setdefault(path, []).append(_diagnostic(finding, result, lines, client))
    return found


def absolute(result: Result, path: str) -> str:
    """Return the absolute path of the file that spans call `path`."""
    return os.path.normpath(os.path.join(result.directory, path))  # noqa: PTH118 -- as discover made them


def _diagnostic(finding: Finding, result: Result, lines: dict[str, Lines], client: Client) -> types.Diagnostic:
    """Return the diagnostic of one finding."""

    def location(span: Span) -> types.Location:
        return types.Location(client.uri_of(absolute(result, span.path)), lines[span.path].range(span))

    related = [types.DiagnosticRelatedInformation(location(site.span), site.label) for site in finding.sites]
    return types.Diagnostic(
        range=lines[finding.span.path].range(finding.span),
        severity=_SEVERITIES[finding.level],
        code=finding.rule_id,
        source=SOURCE,
        message="\n".join([finding.message, *(f"help: {words}" for words in (finding.help,) if words)]),
        related_information=related if related and client.takes_related else None,
    )
