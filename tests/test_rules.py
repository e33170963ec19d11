"""Every rule against its cases: it reports what they claim, where they claim it, and nothing else."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from golint_sched.finding import Confidence
from tests.support.analysis import RuleModule, load_rule, packages, report, report_in
from tests.support.cases import PAGE_HEADINGS, Case, folder_of, page_cases, page_sections, read_cases, rule_folders
from tests.support.differences import differences
from tests.support.expectations import Kind

MINIMUM_BAD = 5
MINIMUM_GOOD = 8
PROOFS = {"leak", "alive", "conn", "thread", "panic", "fatal", "cost", "vet", "none"}

OWN_IMPORTS = {"engines", "finding", "flow", "knowledge", "link", "model", "rule", "source"}
PURE_IMPORTS = {"collections", "collections.abc", "dataclasses", "enum", "functools", "itertools", "re", "typing"}

RULE_FOLDERS = rule_folders()
CASES = read_cases()
PAGE_CASES = [case for folder in RULE_FOLDERS if (folder / "README.md").is_file() for case in page_cases(folder)]

each_rule = pytest.mark.parametrize("folder", RULE_FOLDERS, ids=lambda folder: folder.name)


@cache
def rule_of(case: Case) -> RuleModule:
    """Return the rule that `case` belongs to."""
    return load_rule(next(folder for folder in RULE_FOLDERS if folder.name == case.rule_folder))


@pytest.mark.parametrize(
    "case",
    [c for c in CASES + PAGE_CASES if c.rule_folder in {f.name for f in RULE_FOLDERS}],
    ids=lambda case: case.name,
)
def test_a_rule_reports_what_its_case_claims_and_nothing_else(case: Case) -> None:
    assert not differences(case, report(rule_of(case), case))


@pytest.mark.parametrize("case", CASES + PAGE_CASES, ids=lambda case: case.name)
def test_a_bad_case_has_marks_and_a_good_one_claims_no_fault(case: Case) -> None:
    if case.bad:
        assert case.lines(Kind.WANT, Kind.MISSED)
        assert not case.lines(Kind.FALSE_ALARM)
    else:
        assert not case.lines(Kind.WANT, Kind.MISSED)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_belongs_to_a_rule_and_says_bad_or_good(case: Case) -> None:
    assert case.rule_folder in {folder.name for folder in RULE_FOLDERS}
    assert case.name.split("/")[1].startswith(("bad_", "good_"))


@pytest.mark.parametrize("case", [case for case in CASES if not case.bad], ids=lambda case: case.name)
def test_no_other_rule_reports_in_a_good_case(case: Case) -> None:
    allowed = {(path, *pair) for path, marks in case.marks.items() for pair in marks.also}
    linked = tuple(packages(case))
    others = [load_rule(folder) for folder in RULE_FOLDERS if folder.name != case.rule_folder]

    reported = {
        (r.path, r.line, other.RULE.id)
        for other in others
        if not other.RULE.opt_in
        for r in report_in(other, linked)
        if r.finding.confidence > Confidence.LOW
    }

    assert reported - allowed == set()


@each_rule
def test_a_rule_has_enough_cases(folder: Path) -> None:
    cases = [case for case in CASES if case.rule_folder == folder.name]

    assert sum(len(case.lines(Kind.WANT)) for case in cases if case.bad) >= MINIMUM_BAD
    assert sum(not case.bad for case in cases) >= MINIMUM_GOOD


@each_rule
def test_a_folder_is_named_after_its_rule(folder: Path) -> None:
    rule = load_rule(folder).RULE

    assert folder.name == folder_of(rule.name)
    assert re.fullmatch(r"GLS\d{3}", rule.id)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.proof in PROOFS


@each_rule
def test_a_rule_imports_only_what_it_judges_by(folder: Path) -> None:
    imported: set[str] = set()
    for node in ast.walk(ast.parse((folder / "rule.py").read_text("utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module or "")

    own = {name.split(".")[1] for name in imported if name.startswith("golint_sched.")}
    foreign = {name for name in imported if not name.startswith("golint_sched.")}
    assert own <= OWN_IMPORTS
    assert foreign <= PURE_IMPORTS


def test_no_two_rules_share_an_id() -> None:
    ids = [load_rule(folder).RULE.id for folder in RULE_FOLDERS]

    assert sorted(set(ids)) == sorted(ids)


@each_rule
def test_a_page_has_its_headings_in_order(folder: Path) -> None:
    rule = load_rule(folder).RULE
    sections = page_sections((folder / "README.md").read_text("utf-8"))

    assert sections.pop("").startswith(f"# {rule.id} {rule.name}\n")
    assert tuple(sections) == PAGE_HEADINGS
    assert all(text.strip() for text in sections.values())


@each_rule
def test_a_page_begins_with_the_summary(folder: Path) -> None:
    head = page_sections((folder / "README.md").read_text("utf-8"))[""]
    paragraph = " ".join(head.split("\n", 1)[1].split())

    assert paragraph.replace("`", "").casefold().startswith(load_rule(folder).RULE.summary.replace("`", "").casefold())


@each_rule
def test_a_page_shows_the_fault_and_its_fix(folder: Path) -> None:
    kinds = [case.bad for case in page_cases(folder)]

    assert True in kinds
    assert False in kinds


@pytest.mark.parametrize("case", [c for c in CASES + PAGE_CASES if c.bad], ids=lambda case: case.name)
def test_a_finding_explains_itself(case: Case) -> None:
    for reported in report(rule_of(case), case):
        finding = reported.finding
        assert finding.rule_id == rule_of(case).RULE.id
        assert finding.label
        assert finding.notes
        assert finding.help
        assert finding.message[-1] not in ".!\n"
        assert all(site.label and site.span.path in case.files for site in finding.sites)
        assert all(step.text and step.span.path in case.files for step in finding.steps)
        assert finding.sites or finding.steps or rule_of(case).RULE.proof in {"conn", "cost"}


@pytest.mark.parametrize("case", [case for case in CASES if case.bad], ids=lambda case: case.name)
def test_the_same_case_yields_the_same_findings(case: Case) -> None:
    assert report(rule_of(case), case) == report(rule_of(case), case)
