"""SARIF 2.1.0 in the shape that GitHub code scanning shows best; the one module that knows sarif_om.

sarif_om brings the names of the schema and nothing more: `plain` writes them down, and types it has none.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import attrs
import sarif_om as om

from golint_sched import __version__
from golint_sched.finding import Finding, Level, Notification, Step
from golint_sched.report.fingerprint import flow_fingerprints, line_hashes
from golint_sched.report.options import RenderOptions
from golint_sched.report.page import first_paragraph, unwrapped
from golint_sched.report.places import place, readable, uri
from golint_sched.report.sequence import ELSEWHERE, FAULTS
from golint_sched.report.summary import by_severity
from golint_sched.result import Result, RulePage
from golint_sched.source import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE_ID = "%SRCROOT%"
_LONGEST_DESCRIPTION = 1024
_MOST_SHOWN = 5_000
_MOST_ACCEPTED = 25_000
_UNSET = (None, -1)  # what the schema, and so sarif_om, means by "absent"
_PROBLEM_SEVERITY = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "recommendation"}
_FAMILIES = {"1": "lifetime", "2": "channels", "3": "http", "4": "threads", "5": "timers", "6": "locks"}


def render(result: Result, options: RenderOptions) -> str:
    """Return the SARIF log of a result as JSON."""
    return readable(json.dumps(plain(log(result, options)), indent=2, ensure_ascii=False)) + "\n"


def plain(node: object) -> object:
    """Return `node` as JSON-ready data under the names of the SARIF schema.

    Fields that were never set are left out. A default that says something stays: without its level a result would
    take the level of its rule (§3.27.10).
    """
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [plain(item) for item in node]
    cls = type(node)
    if not attrs.has(cls):
        return node
    return {
        field.metadata["schema_property_name"]: plain(value)
        for field in attrs.fields(cls)
        if (value := getattr(node, field.name)) not in _UNSET
    }


@dataclass(frozen=True, slots=True)
class _Alert:
    """What becomes one SARIF result: the findings of one rule on one line, of which GitHub would show one anyway.

    `fingerprint` is the flow fingerprint of the first of them.
    """

    findings: tuple[Finding, ...]
    fingerprint: str


def log(result: Result, options: RenderOptions) -> om.SarifLog:
    """Return the log of a result: one run, the results with the worst first."""
    alerts = list(_alerts(result))
    category = options.sarif_category.rstrip("/")
    run = om.Run(
        tool=om.Tool(
            driver=om.ToolComponent(
                name="golint-sched",
                semantic_version=__version__,
                rules=[_descriptor(page) for page in result.rules],
            )
        ),
        automation_details=om.RunAutomationDetails(id=f"{category}/") if category else None,
        column_kind="unicodeCodePoints",
        invocations=[_invocation(result, len(alerts))],
        original_uri_base_ids={
            _BASE_ID: om.ArtifactLocation(description=om.Message(text="The root of the analysed repository."))
        },
        results=list(_results(alerts, result)),
    )
    return om.SarifLog(schema_uri=SCHEMA, version="2.1.0", runs=[run])


def _alerts(result: Result) -> Iterator[_Alert]:
    """Yield the findings of the result by severity, those of one rule on one line together."""
    prints = {id(finding): each for finding, each in zip(result.findings, flow_fingerprints(result), strict=True)}
    together: dict[tuple[str, str, int], list[Finding]] = defaultdict(list)
    for finding in by_severity(result):
        path, line, _, _ = place(result.sources, finding.span)
        together[finding.rule_id, path, line].append(finding)
    for findings in together.values():
        yield _Alert(tuple(findings), prints[id(findings[0])])


def _descriptor(page: RulePage) -> om.ReportingDescriptor:
    """Return what SARIF says about a rule; `name` must differ from `id` for viewers to show it."""
    rule = page.rule
    text = unwrapped(page.page)
    return om.ReportingDescriptor(
        id=rule.id,
        name="".join(word.capitalize() for word in rule.name.split("-")),
        short_description=om.MultiformatMessageString(text=_shortened(rule.summary)),
        full_description=om.MultiformatMessageString(text=_shortened(first_paragraph(page.page) or rule.summary)),
        help=om.MultiformatMessageString(text=text, markdown=text),
        default_configuration=om.ReportingConfiguration(level=_level(rule.level), enabled=not rule.opt_in),
        properties={
            "tags": [
                "go",
                "concurrency",
                _FAMILIES.get(rule.id.removeprefix("GLS")[:1], "custom"),
                *(f"external/cwe/cwe-{number:03}" for number in rule.cwe),
            ],
            "precision": rule.confidence.name.lower(),
            "problem.severity": _PROBLEM_SEVERITY[rule.level],
        },
    )


def _shortened(text: str) -> str:
    """Return `text` cut to what GitHub takes as a description, at a blank."""
    if len(text) <= _LONGEST_DESCRIPTION:
        return text
    return text[: _LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"


def _level(level: Level) -> str:
    return level.name.lower()


def _invocation(result: Result, alerts: int) -> om.Invocation:
    """Return how the run went; it counts as successful even where a file could not be read.

    GitHub refuses the results of a run that says otherwise, and those of the other files are wanted.
    """
    told = list(result.notifications)
    if alerts > _MOST_SHOWN:
        told.append(
            Notification(
                f"{alerts:,} results: GitHub shows the first {_MOST_SHOWN:,} and refuses more than {_MOST_ACCEPTED:,}"
            )
        )
    return om.Invocation(
        execution_successful=True,
        tool_execution_notifications=[_notification(notification, result) for notification in told],
    )


def _notification(notification: Notification, result: Result) -> om.Notification:
    """Return what SARIF says of a notification."""
    span = notification.span
    return om.Notification(
        message=om.Message(text=_unlinked(notification.text)),
        level=_level(notification.level),
        locations=[om.Location(physical_location=_physical(span, result))] if span else None,
    )


def _results(alerts: Sequence[_Alert], result: Result) -> Iterator[om.Result]:
    """Yield the SARIF results; GitHub's hash of a line is computed once for each file."""
    indices = {page.rule.id: index for index, page in enumerate(result.rules)}
    hashes: dict[str, list[str]] = {}
    for alert in alerts:
        first = alert.findings[0]
        path, line, _, _ = place(result.sources, first.span)
        if path not in hashes and path in result.sources:
            hashes[path] = line_hashes(result.sources[path].content)
        related = list(_related(alert, result))
        own = {"golintSchedFlow/v1": alert.fingerprint}
        github = {"primaryLocationLineHash": hashes[path][line - 1]} if path in hashes else {}
        yield om.Result(
            rule_id=first.rule_id,
            rule_index=indices[first.rule_id],
            level=_level(first.level),
            message=om.Message(text=_message(alert, related)),
            locations=[om.Location(physical_location=_physical(first.span, result))],
            related_locations=[location for location, _ in related] or None,
            code_flows=[_code_flow(finding.steps, result) for finding in alert.findings if finding.steps] or None,
            partial_fingerprints=github | own,
            properties={"confidence": max(finding.confidence for finding in alert.findings).name.lower()},
        )


def _message(alert: _Alert, related: Iterable[tuple[Any, str]]) -> str:
    """Return the message of a result, with a link to each related location: GitHub shows no others."""
    sentence = _unlinked(alert.findings[0].message)
    others = len(alert.findings) - 1
    if others:
        sentence = f"{sentence.removesuffix('.')} ({others + 1} findings of this rule on this line)"
    links = ", ".join(f"[{label}]({location.id})" for location, label in related)
    closed = sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
    return f"{closed} See: {links}." if links else closed


def _unlinked(text: str) -> str:
    """Return `text` so that nothing in it reads as a link: `handlers[i](ctx)` is Go, `[i](1)` a link of SARIF."""
    return " ".join(text.split()).replace("](", "] (")


def _related(alert: _Alert, result: Result) -> Iterator[tuple[om.Location, str]]:
    """Yield a location with an id from 1 for each place that must be seen, and its label as the text of a link."""
    first, *others = alert.findings
    wanted = [(finding.span, finding.label) for finding in others]
    wanted += [(site.span, site.label) for finding in alert.findings for site in finding.sites]
    number = 0
    for span, label in dict.fromkeys(wanted):
        if span == first.span and label == first.label:
            continue
        number += 1
        words = " ".join(label.split()) or "here"
        escaped = words.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
        yield (
            om.Location(id=number, message=om.Message(text=words), physical_location=_physical(span, result)),
            escaped,
        )


def _code_flow(steps: Sequence[Step], result: Result) -> om.CodeFlow:
    """Return the run that shows the fault: one thread flow for each goroutine, its steps numbered over all of them.

    Of more steps than it shows GitHub keeps the important ones: those that wait for ever, and the last, are essential.
    """
    lanes: dict[str, list[tuple[int, Step]]] = defaultdict(list)
    for order, step in enumerate(steps, 1):
        lanes[step.goroutine].append((order, step))
    return om.CodeFlow(
        thread_flows=[
            om.ThreadFlow(
                id=lane or (ELSEWHERE if len(lanes) > 1 else None),
                message=om.Message(text=_unlinked(lane)) if lane else None,
                locations=[
                    om.ThreadFlowLocation(
                        execution_order=order,
                        importance="essential" if order == len(steps) or step.act in FAULTS else "important",
                        location=om.Location(
                            message=om.Message(text=_unlinked(step.text)),
                            physical_location=_physical(step.span, result),
                        ),
                    )
                    for order, step in taken
                ],
            )
            for lane, taken in lanes.items()
        ]
    )


def _physical(span: Span, result: Result) -> om.PhysicalLocation:
    """Return a place on one line with all four coordinates, relative to the repository's root where it lies in it."""
    path, line, column, end_column = place(result.sources, span)
    from_root = result.repository_path(path)
    artifact = (
        om.ArtifactLocation(uri=f"file://{uri(from_root)}")
        if from_root.startswith("/")
        else om.ArtifactLocation(uri=uri(from_root), uri_base_id=_BASE_ID)
    )
    return om.PhysicalLocation(
        artifact_location=artifact,
        region=om.Region(start_line=line, start_column=column, end_line=line, end_column=end_column),
    )
