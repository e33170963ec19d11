"""Each test breaks a good log in one way that neither the schema nor Microsoft's validator reports."""

import json
from base64 import b64encode
from collections.abc import Callable
from copy import deepcopy
from hashlib import shake_256
from typing import Any

import pytest

from golint_sched.report import FORMATS, RenderOptions
from golint_sched.sarif_limits import problems
from tests.support.report_examples import EVERYTHING

GOOD = json.loads(FORMATS["sarif"](EVERYTHING, RenderOptions()))

Change = Callable[[Any], object]


def broken(change: Change) -> list[str]:
    """Return the problems of the good log after `change` has been made to its run."""
    log = deepcopy(GOOD)
    change(log["runs"][0])
    return problems(log)


def rule(run: Any) -> Any:  # noqa: ANN401 -- JSON
    return run["tool"]["driver"]["rules"][0]


def finding(run: Any) -> Any:  # noqa: ANN401 -- JSON
    return run["results"][0]


def artifact(run: Any) -> Any:  # noqa: ANN401 -- JSON
    return finding(run)["locations"][0]["physicalLocation"]["artifactLocation"]


def region(run: Any) -> Any:  # noqa: ANN401 -- JSON
    return finding(run)["locations"][0]["physicalLocation"]["region"]


def text_of(run: Any, addition: str) -> None:  # noqa: ANN401 -- JSON
    finding(run)["message"]["text"] += addition


def threads(run: Any) -> Any:  # noqa: ANN401 -- JSON
    return finding(run)["codeFlows"][0]["threadFlows"]


DEFECTS: dict[str, tuple[Change, str]] = {
    "rule index of another rule": (lambda run: finding(run).update(ruleIndex=1), "ruleIndex 1 is not the rule"),
    "rule index out of range": (lambda run: finding(run).update(ruleIndex=99), "ruleIndex 99 is not the rule"),
    "unknown rule": (lambda run: finding(run).update(ruleId="GLS999"), "is none of the run's rules"),
    "steps without one order": (
        lambda run: threads(run)[1]["locations"][0].update(executionOrder=1),
        "have no order over all of them",
    ),
    "thread flows with one id": (lambda run: threads(run)[1].update(id="First"), "without an id of their own"),
    "parent in a path": (lambda run: artifact(run).update(uri="../a.go"), "has a part that is no name"),
    "encoded parent": (lambda run: artifact(run).update(uri="%2e%2e/a.go"), "has a part that is no name"),
    "leading dot": (lambda run: artifact(run).update(uri="./a.go"), "has a part that is no name"),
    "absolute path": (lambda run: artifact(run).update(uri="/home/me/a.go"), "is not relative"),
    "file scheme": (lambda run: artifact(run).update(uri="file:///home/me/a.go"), "is not relative"),
    "drive": (lambda run: artifact(run).update(uri="C:/a.go"), "is not relative"),
    "blank in a path": (lambda run: artifact(run).update(uri="a b.go"), "not percent-encoded"),
    "letter that is not ASCII": (lambda run: artifact(run).update(uri="é.go"), "not percent-encoded"),
    "backslash": (lambda run: artifact(run).update(uri="a%5Cb.go"), "has a backslash"),
    "no URI": (lambda run: artifact(run).pop("uri"), "a location has no URI"),
    "no end column": (lambda run: region(run).pop("endColumn"), "a region lacks one of"),
    "line 0": (lambda run: region(run).update(startLine=0, endLine=0), "a line or column is below 1"),
    "several lines": (lambda run: region(run).update(endLine=99), "a region spans several lines"),
    "reversed region": (lambda run: region(run).update(startColumn=99), "a region ends before it starts"),
    "21 tags": (lambda run: rule(run)["properties"].update(tags=[str(n) for n in range(21)]), "21 tags"),
    "long name": (lambda run: rule(run).update(name="N" * 256), "256 characters in its name"),
    "long short description": (
        lambda run: rule(run)["shortDescription"].update(text="x" * 1025),
        "1,025 characters in shortDescription",
    ),
    "long full description": (
        lambda run: rule(run)["fullDescription"].update(text="x" * 1025),
        "1,025 characters in fullDescription",
    ),
    "odd precision": (lambda run: rule(run)["properties"].update(precision="very-low"), "precision is 'very-low'"),
    "odd problem severity": (
        lambda run: rule(run)["properties"].update({"problem.severity": "note"}),
        "problem.severity is 'note'",
    ),
    "security severity as a number": (
        lambda run: rule(run)["properties"].update({"security-severity": 7.5}),
        "security-severity is not a string",
    ),
    "security severity as a word": (
        lambda run: rule(run)["properties"].update({"security-severity": "high"}),
        "security-severity is not a string",
    ),
    "security severity too high": (
        lambda run: rule(run)["properties"].update({"security-severity": "10.1"}),
        "security-severity is not a string",
    ),
    "security severity that is no number": (
        lambda run: rule(run)["properties"].update({"security-severity": "nan"}),
        "security-severity is not a string",
    ),
    "1,001 locations": (
        lambda run: finding(run).update(locations=finding(run)["locations"] * 1001),
        "1,005 locations",
    ),
    "10,001 steps": (
        lambda run: finding(run)["codeFlows"][0]["threadFlows"][0].update(
            locations=finding(run)["codeFlows"][0]["threadFlows"][0]["locations"][:1] * 10_000
        ),
        "10,001 thread flow locations",
    ),
    "25,001 results": (lambda run: run.update(results=run["results"][1:2] * 25_001), "25,001 results"),
    "25,001 rules": (
        lambda run: run["tool"]["driver"].update(rules=run["tool"]["driver"]["rules"] * 8_334),
        "25,002 rules",
    ),
    "101 extensions": (
        lambda run: run["tool"].update(extensions=[{"name": str(number)} for number in range(101)]),
        "101 tool extensions",
    ),
    "broken link": (lambda run: text_of(run, " [x](9)"), "links to 9, which is no related location"),
    "unlinked location": (
        lambda run: finding(run)["message"].update(text="no link"),
        "related location 1 is not linked",
    ),
    "same id twice": (
        lambda run: finding(run)["relatedLocations"][1].update(id=1),
        "2 related locations have the id 1",
    ),
    "no fingerprint": (lambda run: finding(run).pop("partialFingerprints"), "primaryLocationLineHash is missing"),
    "invented fingerprint": (
        lambda run: finding(run)["partialFingerprints"].update(primaryLocationLineHash="GLS201-main.go-13"),
        "primaryLocationLineHash is missing or no hash",
    ),
    "no level": (lambda run: finding(run).pop("level"), "no level of its own"),
    "suppressed result": (
        lambda run: finding(run).update(suppressions=[{"kind": "inSource"}]),
        "suppressions are ignored",
    ),
    "failed run": (
        lambda run: run["invocations"][0].update(executionSuccessful=False),
        "executionSuccessful is not true",
    ),
    "no column kind": (lambda run: run.pop("columnKind"), "no columnKind"),
    "two results in one alert": (lambda run: run["results"].append(finding(run)), "2 results of GLS201 in"),
}


def test_a_good_log_has_no_problems() -> None:
    assert problems(GOOD) == []


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_defect_is_found(defect: str) -> None:
    change, words = DEFECTS[defect]

    assert any(words in problem for problem in broken(change))


def test_a_problem_says_where_it_is() -> None:
    change, _ = DEFECTS["broken link"]

    assert broken(change) == ["runs[0].results[0]: the message links to 9, which is no related location"]


def test_two_runs_of_one_category_are_refused() -> None:
    log = {**GOOD, "runs": GOOD["runs"] * 2}

    assert "log: 2 runs of the tool golint-sched have the category ''" in problems(log)


def test_runs_of_different_categories_are_taken() -> None:
    runs = [{**GOOD["runs"][0], "automationDetails": {"id": f"{category}/1"}} for category in "ab"]

    assert problems({**GOOD, "runs": runs}) == []


def test_more_than_20_runs_are_refused() -> None:
    runs = [{**GOOD["runs"][0], "automationDetails": {"id": f"{number}/"}} for number in range(21)]

    assert problems({**GOOD, "runs": runs}) == ["log: 21 runs; GitHub takes 20"]


def test_a_log_that_is_too_large_after_compression_is_refused() -> None:
    noise = b64encode(shake_256(b"noise").digest(10_500_000)).decode()

    assert any("bytes after compression" in problem for problem in problems({**GOOD, "properties": {"noise": noise}}))


def test_an_escaped_bracket_is_no_link() -> None:
    assert broken(lambda run: text_of(run, r" \[x](9)")) == []


@pytest.mark.parametrize(
    "odd", [None, 3, [], {}, {"runs": None}, {"runs": [3]}, {"runs": [{"results": "x", "columnKind": "", "tool": 1}]}]
)
def test_what_has_no_shape_is_left_to_the_schema(odd: object) -> None:
    assert problems(odd) in ([], ["runs[0]: no columnKind, so that nobody knows what a column counts"])
