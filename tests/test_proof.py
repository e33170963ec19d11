"""The Go runtime is the judge: every case shows, when it runs, what its marks claim."""

import subprocess
from pathlib import Path

import pytest

from tests.support.analysis import load_rule
from tests.support.cases import TESTDATA, Case, read_cases, rule_folders
from tests.support.goproof import go_environment, goroot
from tests.support.proof import PAGE, UNPROVABLE, Verdict, kinds_of, prove, reason_without, table

pytestmark = pytest.mark.proof

CASES = read_cases()

# The Go that runs the cases has no such fault any more, whatever the go line says; the rule's page has the numbers.
OLDER = {"GLS501"}


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Verdict]:
    """Return the verdict on every case that has a proof, all built as one program."""
    return prove(CASES, kinds_of(CASES))


@pytest.mark.parametrize("case", [case for case in CASES if not reason_without(case)], ids=lambda case: case.name)
def test_a_case_shows_what_it_claims(case: Case, verdicts: dict[str, Verdict]) -> None:
    if kinds_of([case])[case.rule_folder] in UNPROVABLE:
        pytest.skip("the rule's fault does not show at run time")

    assert verdicts[case.name].proven, verdicts[case.name].evidence


@pytest.mark.parametrize("folder", rule_folders(), ids=lambda folder: folder.name)
def test_a_default_rule_has_a_proof(folder: Path) -> None:
    rule = load_rule(folder).RULE
    proven = [case for case in CASES if case.rule_folder == folder.name and not reason_without(case)]

    assert rule.opt_in or rule.proof not in UNPROVABLE or rule.id in OLDER
    assert rule.proof in UNPROVABLE or {case.bad for case in proven} == {True, False}


def test_the_published_table_is_what_the_run_yields(verdicts: dict[str, Verdict]) -> None:
    assert PAGE.read_text("utf-8") == table(CASES, kinds_of(CASES), verdicts)


def test_the_cases_are_formatted() -> None:
    command = [str(goroot() / "bin" / "gofmt"), "-l", "."]
    done = subprocess.run(command, cwd=TESTDATA, env=go_environment(), capture_output=True, text=True, check=True)

    assert done.stdout == ""
