"""The harness end to end: a rule loaded from a folder, run over a case through the pipeline."""

from pathlib import Path

import pytest

from tests.support.analysis import RuleModule, load_rule, report
from tests.support.cases import Case
from tests.support.differences import differences

RULE = '''"""GLS999 send-found: a rule that reports the first send of every function."""

from collections.abc import Iterator

from golint_sched.finding import Confidence, Finding, Level
from golint_sched.link import Package
from golint_sched.model.statements import Send
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS999",
    name="send-found",
    summary="a send",
    level=Level.NOTE,
    confidence=Confidence.HIGH,
    proof="none",
    since="0.1.0",
    needs=(("chan",),),
    in_tests=False,
)


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding at each send."""
    for function in package.functions:
        for statement in function.body.statements if function.body else ():
            if isinstance(statement, Send):
                yield RULE.at(statement.span, "a send", label="sends")
'''
GO = "package a\n\nfunc f(c chan int) {\n\tc <- 1 // want `^a send$`\n}\n"


@pytest.fixture
def rule(tmp_path: Path) -> RuleModule:
    """Return the rule above, loaded from a folder."""
    folder = tmp_path / "send_found"
    folder.mkdir()
    (folder / "rule.py").write_text(RULE)
    return load_rule(folder)


def case_with(**files: str) -> Case:
    paths = {f"send_found/bad_a/{name.replace('_DOT_', '.')}.go": text for name, text in files.items()}
    return Case(name="send_found/bad_a", files=paths, import_path="example.test/a", go_version=(1, 27))


def test_a_rule_that_keeps_its_promise_passes(rule: RuleModule) -> None:
    case = case_with(a=GO)

    assert differences(case, report(rule, case)) == []


def test_a_rule_that_reports_too_little_fails(rule: RuleModule) -> None:
    case = case_with(a=GO.replace("c <- 1", "<-c"))

    assert len(differences(case, report(rule, case))) == 1


def test_a_rule_that_reports_too_much_fails(rule: RuleModule) -> None:
    case = case_with(a=GO.replace("// want `^a send$`", ""))

    assert len(differences(case, report(rule, case))) == 1


def test_a_file_that_lacks_the_needed_words_is_not_analysed(rule: RuleModule) -> None:
    case = case_with(a="package a\n\nfunc f(c C) { c <- 1 }\n")

    assert report(rule, case) == []


def test_a_rule_that_is_silent_in_tests_is_silent_there(rule: RuleModule) -> None:
    case = case_with(a_test=GO.replace("// want `^a send$`", ""))

    assert report(rule, case) == []
