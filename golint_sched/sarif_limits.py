"""What GitHub code scanning refuses, drops or shows wrongly in a SARIF log that its schema allows.

The JSON schema and Microsoft's validator are to be asked first; this is for what neither of them says.
"""

import gzip
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from urllib.parse import unquote

_MOST_RUNS = 20
_MOST_RULES = 25_000
_MOST_RESULTS = 25_000
_MOST_EXTENSIONS = 100
_MOST_STEPS = 10_000
_MOST_LOCATIONS = 1_000
_MOST_TAGS = 20
_LONGEST_DESCRIPTION = 1024
_LONGEST_NAME = 255
_HIGHEST_SEVERITY = 10.0
_MOST_COMPRESSED = 10_000_000

_PRECISIONS = ("very-high", "high", "medium", "low")
_PROBLEM_SEVERITIES = ("error", "warning", "recommendation")
_LEVELS = ("none", "note", "warning", "error")
_COORDINATES = ("startLine", "startColumn", "endLine", "endColumn")
_LINE_HASH = re.compile(r"[0-9a-f]{1,16}:[1-9][0-9]*")
_LINK = re.compile(r"(?<!\\)\[(?:[^\[\]\\]|\\.)+\]\(([^()\s]+)\)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_URI = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})+")

_Node = Mapping[str, object]


def problems(log: object) -> list[str]:
    """Return a sentence for each thing in a parsed SARIF log that GitHub would not take or show as it is meant.

    Each sentence begins with where in the log it is. What has not the shape that the schema asks for is passed over.
    """
    return list(_log(_node(log)))


def _log(log: _Node) -> Iterator[str]:
    runs = _nodes(log.get("runs"))
    yield from _at_most(len(runs), _MOST_RUNS, "log", "runs")
    compressed = len(gzip.compress(json.dumps(log).encode(), mtime=0))
    yield from _at_most(compressed, _MOST_COMPRESSED, "log", "bytes after compression")
    identities = [(_node(_node(run.get("tool")).get("driver")).get("name"), _category(run)) for run in runs]
    yield from (
        f"log: {number} runs of the tool {tool} have the category {category!r}"
        for (tool, category), number in Counter(identities).items()
        if number > 1
    )
    for index, run in enumerate(runs):
        yield from _run(run, f"runs[{index}]")


def _category(run: _Node) -> str:
    """Return the category of a run: what stands before the last slash of its automation id."""
    identifier = _node(run.get("automationDetails")).get("id")
    return identifier.rpartition("/")[0] if isinstance(identifier, str) else ""


def _run(run: _Node, where: str) -> Iterator[str]:
    tool = _node(run.get("tool"))
    rules = _nodes(_node(tool.get("driver")).get("rules"))
    results = _nodes(run.get("results"))
    yield from _at_most(len(rules), _MOST_RULES, where, "rules")
    yield from _at_most(len(results), _MOST_RESULTS, where, "results")
    yield from _at_most(len(_nodes(tool.get("extensions"))), _MOST_EXTENSIONS, where, "tool extensions")
    if "columnKind" not in run:
        yield f"{where}: no columnKind, so that nobody knows what a column counts"
    for index, invocation in enumerate(_nodes(run.get("invocations"))):
        if invocation.get("executionSuccessful") is not True:
            yield f"{where}.invocations[{index}]: executionSuccessful is not true, which refuses all results"
    for index, rule in enumerate(rules):
        yield from _rule(rule, f"{where}.tool.driver.rules[{index}]")
    for index, result in enumerate(results):
        yield from _result(result, rules, f"{where}.results[{index}]")
    yield from _collapsing(results, where)


def _rule(rule: _Node, where: str) -> Iterator[str]:
    properties = _node(rule.get("properties"))
    yield from _at_most(len(_list(properties.get("tags"))), _MOST_TAGS, where, "tags")
    yield from _at_most(len(_text(rule.get("name"))), _LONGEST_NAME, where, "characters in its name")
    for key in ("shortDescription", "fullDescription"):
        length = len(_text(_node(rule.get(key)).get("text")))
        yield from _at_most(length, _LONGEST_DESCRIPTION, where, f"characters in {key}")
    if properties.get("precision") not in _PRECISIONS:
        yield f"{where}: precision is {properties.get('precision')!r}, which is none of {', '.join(_PRECISIONS)}"
    severity = properties.get("problem.severity")
    if severity not in _PROBLEM_SEVERITIES:
        yield f"{where}: problem.severity is {severity!r}, which is none of {', '.join(_PROBLEM_SEVERITIES)}"
    if "security-severity" in properties and not _is_security_severity(properties["security-severity"]):
        yield f"{where}: security-severity is not a string with a number above 0 and up to 10"


def _is_security_severity(value: object) -> bool:
    try:
        return isinstance(value, str) and 0 < float(value) <= _HIGHEST_SEVERITY and math.isfinite(float(value))
    except ValueError:
        return False


def _result(result: _Node, rules: list[_Node], where: str) -> Iterator[str]:
    yield from _rule_reference(result, rules, where)
    if result.get("level") not in _LEVELS:
        yield f"{where}: no level of its own, so that it takes its rule's"
    if "suppressions" in result:
        yield f"{where}: suppressions are ignored, and the result becomes an alert"
    hash_of_line = _node(result.get("partialFingerprints")).get("primaryLocationLineHash")
    if not isinstance(hash_of_line, str) or not _LINE_HASH.fullmatch(hash_of_line):
        yield f"{where}: primaryLocationLineHash is missing or no hash, so that alerts do not follow their line"
    locations = _nodes(result.get("locations"))
    related = _nodes(result.get("relatedLocations"))
    yield from _at_most(len(locations) + len(related), _MOST_LOCATIONS, where, "locations")
    flows = [list(_steps(flow)) for flow in _nodes(result.get("codeFlows"))]
    yield from _at_most(sum(map(len, flows)), _MOST_STEPS, where, "thread flow locations")
    for flow in _nodes(result.get("codeFlows")):
        yield from _interleaving(_nodes(flow.get("threadFlows")), where)
    yield from _links(_text(_node(result.get("message")).get("text")), related, where)
    for location in chain(locations, related, *flows):
        yield from _location(location, where)


def _rule_reference(result: _Node, rules: list[_Node], where: str) -> Iterator[str]:
    rule_id = result.get("ruleId")
    index = result.get("ruleIndex")
    if rule_id not in [rule.get("id") for rule in rules]:
        yield f"{where}: ruleId {rule_id!r} is none of the run's rules"
    elif isinstance(index, int) and not (0 <= index < len(rules) and rules[index].get("id") == rule_id):
        yield f"{where}: ruleIndex {index} is not the rule {rule_id!r}"


def _steps(flow: _Node) -> Iterator[_Node]:
    """Yield the locations of a code flow."""
    for thread in _nodes(flow.get("threadFlows")):
        for step in _nodes(thread.get("locations")):
            yield _node(step.get("location"))


def _interleaving(threads: list[_Node], where: str) -> Iterator[str]:
    """Yield what keeps the steps of several threads from having one order."""
    names = [thread.get("id") for thread in threads]
    if len(threads) > 1 and (None in names or len(set(map(str, names))) < len(names)):
        yield f"{where}: thread flows of one code flow without an id of their own"
    orders = [step.get("executionOrder") for thread in threads for step in _nodes(thread.get("locations"))]
    if len(threads) > 1 and (None in orders or len(set(map(str, orders))) < len(orders)):
        yield f"{where}: several thread flows whose steps have no order over all of them"


def _links(message: str, related: list[_Node], where: str) -> Iterator[str]:
    """Yield what is wrong between the links of a message and the related locations."""
    targets = {target for target in _LINK.findall(message) if not _SCHEME.match(target)}
    identifiers = [str(location.get("id")) for location in related]
    yield from (
        f"{where}: the message links to {target}, which is no related location"
        for target in sorted(targets - set(identifiers))
    )
    yield from (
        f"{where}: related location {identifier} is not linked in the message, so that it is not shown"
        for identifier in identifiers
        if identifier not in targets
    )
    yield from (
        f"{where}: {number} related locations have the id {identifier}"
        for identifier, number in Counter(identifiers).items()
        if number > 1
    )


def _location(location: _Node, where: str) -> Iterator[str]:
    physical = _node(location.get("physicalLocation"))
    uri = _node(physical.get("artifactLocation")).get("uri")
    if not isinstance(uri, str):
        yield f"{where}: a location has no URI"
    else:
        yield from (f"{where}: {uri!r} {fault}" for fault in _uri_faults(uri))
    region = _node(physical.get("region"))
    numbers = [region.get(key) for key in _COORDINATES]
    coordinates = [number for number in numbers if isinstance(number, int)]
    if len(coordinates) < len(_COORDINATES):
        yield f"{where}: a region lacks one of {', '.join(_COORDINATES)}"
        return
    start_line, start_column, end_line, end_column = coordinates
    if min(coordinates) < 1:
        yield f"{where}: a line or column is below 1"
    if end_line != start_line:
        yield f"{where}: a region spans several lines, all of which would have to be in the change that shows it"
    elif end_column < start_column:
        yield f"{where}: a region ends before it starts"


def _uri_faults(uri: str) -> Iterator[str]:
    """Yield what is wrong with a URI that should lead from the repository's root to a file."""
    if _SCHEME.match(uri) or uri.startswith("/"):
        yield "is not relative to the repository"
    elif not _URI.fullmatch(uri):
        yield "has characters that are not percent-encoded"
    parts = unquote(uri).replace("\\", "/").split("/")
    if "." in parts or ".." in parts:
        yield "has a part that is no name"
    if "\\" in unquote(uri):
        yield "has a backslash"


def _collapsing(results: Iterable[_Node], where: str) -> Iterator[str]:
    """Yield the alerts that several results would share."""
    alerts = Counter(
        (str(result.get("ruleId")), str(_node(physical.get("artifactLocation")).get("uri")), str(line_hash))
        for result in results
        for location in _nodes(result.get("locations"))[:1]
        for physical in [_node(location.get("physicalLocation"))]
        if (line_hash := _node(result.get("partialFingerprints")).get("primaryLocationLineHash"))
    )
    yield from (
        f"{where}: {number} results of {rule} in {uri} share the fingerprint {line_hash}, and so one alert"
        for (rule, uri, line_hash), number in alerts.items()
        if number > 1
    )


def _at_most(number: int, limit: int, where: str, what: str) -> Iterator[str]:
    if number > limit:
        yield f"{where}: {number:,} {what}; GitHub takes {limit:,}"


def _node(value: object) -> _Node:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _nodes(value: object) -> list[_Node]:
    return [_node(item) for item in _list(value)]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
