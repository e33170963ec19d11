"""The harness of the rule tests itself: it must fail where a rule does not do what its case claims."""

from pathlib import Path

import pytest

from golint_sched.finding import Confidence, Finding, Level
from golint_sched.source import Span
from tests.support.cases import Case, complete, page_cases, read_cases
from tests.support.differences import Reported, differences
from tests.support.expectations import Kind, comments, read_marks

PATH = "fake_rule/bad_one/bad.go"


def case_of(text: str) -> Case:
    return Case(name="fake_rule/bad_one", files={PATH: text}, import_path="example.test/one", go_version=(1, 27))


def finding_on(line: int, message: str, confidence: Confidence = Confidence.HIGH) -> Reported:
    finding = Finding("GLS999", Level.ERROR, confidence, message, Span(PATH, 0, 1), "here")
    return Reported(PATH, line, finding)


def test_a_wanted_finding_is_accepted() -> None:
    assert differences(case_of('a()\nb() // want "stuck"\n'), [finding_on(2, "it is stuck")]) == []


def test_a_missing_finding_fails() -> None:
    assert differences(case_of('a()\nb() // want "stuck"\n'), []) == [f"{PATH}:2: not reported: 'stuck'"]


def test_a_finding_on_another_line_fails_twice() -> None:
    assert len(differences(case_of('a()\nb() // want "stuck"\n'), [finding_on(1, "it is stuck")])) == 2


def test_an_extra_finding_fails() -> None:
    assert differences(case_of("a()\n"), [finding_on(1, "it is stuck")]) == [
        f"{PATH}:1: unexpected (HIGH): it is stuck"
    ]


def test_a_second_finding_on_the_same_line_fails() -> None:
    twice = [finding_on(1, "it is stuck"), finding_on(1, "it is stuck")]

    assert len(differences(case_of('a() // want "stuck"\n'), twice)) == 1


def test_another_message_fails() -> None:
    assert len(differences(case_of('a() // want "^stuck"\n'), [finding_on(1, "it is stuck")])) == 2


def test_a_want_does_not_take_a_finding_that_is_not_shown_by_default() -> None:
    assert len(differences(case_of('a() // want "stuck"\n'), [finding_on(1, "stuck", Confidence.LOW)])) == 2


def test_a_wantlow_takes_low_confidence_only() -> None:
    case = case_of('a() // wantlow "stuck"\n')

    assert differences(case, [finding_on(1, "stuck", Confidence.LOW)]) == []
    assert len(differences(case, [finding_on(1, "stuck", Confidence.MEDIUM)])) == 2


def test_a_missed_alarm_turns_red_when_it_is_found() -> None:
    case = case_of('a() // missed "stuck"\n')

    assert differences(case, []) == []
    assert differences(case, [finding_on(1, "stuck")]) == [f"{PATH}:1: no longer missed, make it a want: 'stuck'"]


def test_a_false_alarm_turns_red_when_it_is_gone() -> None:
    case = case_of('a() // falsealarm "stuck"\n')

    assert differences(case, [finding_on(1, "stuck")]) == []
    assert differences(case, []) == [f"{PATH}:1: no longer a false alarm, remove the mark: 'stuck'"]


def test_a_mark_may_speak_of_another_line() -> None:
    marks = read_marks('// want+1 "x"\na()\nb() /* want-1 `y` */\n').marks

    assert [(mark.line, mark.pattern.pattern) for mark in marks] == [(2, "x"), (2, "y")]


def test_several_patterns_and_marks_share_a_comment() -> None:
    marks = read_marks('a() // want "x" "y" // missed "z" // also GLS101 GLS204 // blocks here\n')

    assert [(mark.kind, mark.pattern.pattern) for mark in marks.marks] == [
        (Kind.WANT, "x"),
        (Kind.WANT, "y"),
        (Kind.MISSED, "z"),
    ]
    assert marks.also == {(1, "GLS101"), (1, "GLS204")}
    assert marks.blocks == (1,)


def test_an_escape_of_a_go_string_reaches_the_pattern() -> None:
    (mark,) = read_marks(r'a() // want "say \"x\\.y\" \d"').marks

    assert mark.pattern.search('say "x.y" 1')


@pytest.mark.parametrize("text", ["a() // want stuck\n", 'a() // want "("\n', "//proof:none\n"])
def test_a_malformed_mark_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        read_marks(text)


def test_prose_is_no_mark() -> None:
    source = "// missed the bus\n// wanted: more\n// also a note\n// blocks until closed\n"

    assert read_marks(source).marks == ()


def test_a_comment_inside_a_string_is_none() -> None:
    source = 'x := "// want y" + `/* want z */` // yes\n/* two\nlines */ r := \'"\' // end\n'

    assert list(comments(source)) == [(1, "yes"), (2, "two\nlines"), (3, "end")]


def test_a_case_knows_its_module_and_go_version(tmp_path: Path) -> None:
    old = tmp_path / "fake_rule" / "bad_old"
    new = tmp_path / "fake_rule" / "good_new"
    for folder in (old, new):
        folder.mkdir(parents=True)
        (folder / "x.go").write_text("package x\n")
    (tmp_path / "go.mod").write_text("module example.test/cases\n\ngo 1.27\n")
    (old / "go.mod").write_text("module example.test/old\n\ngo 1.22.3\n")

    assert [(c.name, c.import_path, c.go_version, c.bad) for c in read_cases(tmp_path)] == [
        ("fake_rule/bad_old", "example.test/old", (1, 22), True),
        ("fake_rule/good_new", "example.test/cases/fake_rule/good_new", (1, 27), False),
    ]


def test_the_blocks_of_a_page_are_cases(tmp_path: Path) -> None:
    folder = tmp_path / "fake_rule"
    folder.mkdir()
    (folder / "README.md").write_text(
        "# GLS999 fake-rule\n\n## Example\n\n```go\nfunc f() { time.Sleep(1) } // want `x`\n```\n"
        "\n## Fix\n\n```go\nfunc f() {}\n```\n\n## References\n\n```go\nnot a case\n```\n"
    )
    bad, good = page_cases(folder)

    assert bad.bad
    assert not good.bad
    assert bad.lines(Kind.WANT) == [("fake_rule/bad_page_example_1/page.go", 2)]


def test_a_fragment_gets_the_imports_it_uses() -> None:
    code = "func f(s *Server) { s.Run(); time.Sleep(1); http.Get(``) }\n"

    assert complete(code).splitlines()[0] == 'package example; import "net/http"; import "time"'


def test_a_whole_file_is_left_as_it_is() -> None:
    code = "package main\n\nfunc main() { time.Sleep(1) }\n"

    assert complete(code) == code
