"""Which comments suppress which findings, and what is said about the others."""

import re
from dataclasses import replace

import pytest

from golint_sched.finding import Finding
from golint_sched.lower.comments import stands_alone
from golint_sched.model.functions import Comment
from golint_sched.source import SourceFile, Span
from golint_sched.suppress import FileFacts, Split, suppress
from tests.support.report_examples import ABANDONED, HELPER, RULES

ALL = tuple(page.rule for page in RULES)
DEFAULT = frozenset({"GLS201", "GLS303"})


_FUNCTION = re.compile(rb"^func.*?^}", re.MULTILINE | re.DOTALL)


def facts(text: str) -> FileFacts:
    """Return the facts of a file; a comment is what stands from `//` to the line's end."""
    content = text.encode()
    comments = []
    at = 0
    for line in content.split(b"\n"):
        if b"//" in line:
            start = at + line.index(b"//")
            span = Span("a.go", start, at + len(line))
            comments.append(Comment(span, content[start : span.end].decode(), stands_alone(content, start)))
        at += len(line) + 1
    bodies = [Span("a.go", found.start(), found.end()) for found in _FUNCTION.finditer(content)]
    return FileFacts("a.go", tuple(comments), False, SourceFile("a.go", content), tuple(bodies))  # noqa: FBT003 -- generated


def split(text: str, *findings: Finding, selected: frozenset[str] = DEFAULT) -> Split:
    """Return the findings apart; without any, one of GLS201 is at the first `ch <- 1`."""
    file = facts(text)
    start = file.source.content.find(b"ch <- 1")
    at = [replace(finding, span=Span("a.go", start, start + 7)) for finding in findings or (ABANDONED,)]
    return suppress(at if start >= 0 else [], [file], ALL, selected)


@pytest.mark.parametrize(
    "comment",
    [
        "//golintsched:ignore[GLS201] the receiver lives for ever",
        "//golintsched:ignore[GLS201]",
        "// golint-sched:ignore[GLS201] as gofmt writes it",
        "//golintsched:ignore[abandoned-sender] by name",
        "//golintsched:ignore[gls303, gls201] several",
        "//golintsched:ignore[GLS2*] a family",
        "//nolint",
        "// nolint",
        "//nolint:all",
        "//nolint // everything",
        "//nolint:golint-sched",
        "//nolint:errcheck,golint-sched // why",
        "//nolint:GLS201 // why",
        "//nolint: gls201",
        "//nolint:abandoned-sender",
        "//lint:ignore GLS201 why",
        "//lint:ignore SA1000,GLS201 why",
        "//lint:ignore GLS2* why",
        "//lint:ignore * why",
        "//lint:file-ignore GLS201 why",
        "//golintsched:ignore[GLS201] with a carriage return\r",
    ],
)
def test_a_comment_on_the_line_suppresses(comment: str) -> None:
    done = split(f"package a\n\nfunc f() {{\n\tch <- 1 {comment}\n}}\n")

    assert (len(done.kept), len(done.suppressed)) == (0, 1)


@pytest.mark.parametrize(
    "comment",
    [
        "// the send of GLS201",
        "//golintsched:ignore[GLS303] another rule",
        "//golintsched:ignore GLS201",
        "//golintsched:ignore[GLS201",
        "//golintsched:ignore[]",
        "//golintsched:ignore[GLS201,]",
        "//golintsched:off[GLS201]",
        "//nolint:errcheck",
        "//nolint:GLS303",
        "//nolintlint",
        "//lint:ignore GLS201",
        "//lint:ignore SA1000 why",
        "//lint:file-ignore GLS201",
        "// see //nolint:GLS201",
    ],
)
def test_other_comments_suppress_nothing(comment: str) -> None:
    done = split(f"package a\n\nfunc f() {{\n\tch <- 1 {comment}\n}}\n")

    assert (len(done.kept), len(done.suppressed)) == (1, 0)


@pytest.mark.parametrize(
    "comment",
    [
        "// #nosec",
        "//#nosec",
        "// #nosec G114",
        "// #nosec G104 G114 -- inside the cluster only",
        "// #nosec -- inside the cluster only",
        "//gosec:disable G114 -- inside the cluster only",
        "//nolint:gosec",
        "// nolint: gosec",
        "//nolint:errcheck,gosec // inside the cluster only",
    ],
)
def test_a_comment_for_another_linter_that_reports_the_same_suppresses(comment: str) -> None:
    done = split(f"package a\n\nfunc f() {{\n\tch <- 1 {comment}\n}}\n", HELPER)

    assert (len(done.kept), len(done.suppressed), texts(done)) == (0, 1, [])


@pytest.mark.parametrize(
    "comment", ["// #nosec G104", "// #nosecrets", "// no #nosec", "//nolint:errcheck", "//lint:ignore gosec why"]
)
def test_a_comment_for_another_fault_suppresses_nothing(comment: str) -> None:
    done = split(f"ch <- 1 {comment}\n", HELPER)

    assert (len(done.kept), texts(done)) == (1, [])


def test_nosec_may_stand_in_a_block_comment() -> None:
    comment = Comment(Span("a.go", 8, 20), "/* #nosec */", alone=False)
    file = FileFacts("a.go", (comment,), False, SourceFile("a.go", b"ch <- 1 /* #nosec */\n"))  # noqa: FBT003 -- generated
    finding = replace(HELPER, span=Span("a.go", 0, 7))

    assert suppress([finding], [file], ALL, DEFAULT).suppressed


@pytest.mark.parametrize("comment", ["// #nosec", "//nolint:gosec"])
def test_a_comment_for_another_linter_says_nothing_of_the_rules_that_it_does_not_know(comment: str) -> None:
    assert split(f"ch <- 1 {comment}\n").kept


@pytest.mark.parametrize("comment", ["// #nosec", "// #nosec G114", "//nolint:gosec"])
def test_a_comment_for_another_linter_is_never_called_unused(comment: str) -> None:
    assert texts(split(f"x := 1 {comment}\n")) == []


def test_beside_a_name_of_another_linter_our_own_is_judged() -> None:
    assert texts(split("x := 1 //nolint:gosec,GLS201\n")) == [
        "this comment suppresses nothing: there is no finding of GLS201 for it"
    ]


def test_a_comment_alone_covers_the_line_below() -> None:
    assert split("//nolint:GLS201\nch <- 1\n").suppressed


def test_a_comment_alone_covers_the_line_below_its_run_of_comments() -> None:
    assert split("\t//nolint:GLS201\n\t// the receiver\n\t// lives for ever\n\tch <- 1\n").suppressed


def test_a_comment_alone_does_not_reach_over_a_blank_line() -> None:
    assert split("//nolint:GLS201\n\nch <- 1\n").kept


def test_a_comment_beside_code_does_not_cover_the_line_below() -> None:
    assert split("x := 1 //nolint:GLS201\nch <- 1\n").kept


@pytest.mark.parametrize(
    "text",
    [
        "//nolint:GLS201\nfunc f() {\n\tx := 1\n\tch <- 1\n}\n",
        "// f does it.\n//\n//nolint:golint-sched // why\nfunc f() {\n\tx := 1\n\tch <- 1\n}\n",
        "func f() { //nolint\n\tx := 1\n\tch <- 1\n}\n",
    ],
)
def test_nolint_at_a_function_covers_all_of_it(text: str) -> None:
    """As golangci-lint has it."""
    assert split(text).suppressed


@pytest.mark.parametrize(
    "text",
    [
        "//lint:ignore GLS201 why\nfunc f() {\n\tx := 1\n\tch <- 1\n}\n",
        "//golintsched:ignore[GLS201] why\nfunc f() {\n\tx := 1\n\tch <- 1\n}\n",
        "//nolint:GLS201\nfunc g() {\n}\n\nfunc f() {\n\tch <- 1\n}\n",
    ],
)
def test_other_comments_at_a_function_cover_its_first_line_only(text: str) -> None:
    """As staticcheck has it; and nolint covers the one function that it stands above."""
    assert split(text).kept


def test_a_comment_below_covers_nothing() -> None:
    assert split("ch <- 1\n//nolint:GLS201\n").kept


@pytest.mark.parametrize("head", ["package a //nolint:GLS201\n", "//nolint:GLS201\npackage a\n"])
def test_nolint_at_the_package_clause_covers_the_file(head: str) -> None:
    assert split(f"{head}\nfunc f() {{\n\tch <- 1\n}}\n").suppressed


def test_a_comment_covers_only_its_own_file() -> None:
    elsewhere = replace(ABANDONED, span=Span("b.go", 0, 7))

    assert suppress([elsewhere], [facts("ch <- 1 //nolint\n")], ALL, DEFAULT).kept == (elsewhere,)


def texts(done: Split) -> list[str]:
    return [notification.text for notification in done.notifications]


@pytest.mark.parametrize(
    ("comment", "word"),
    [
        ("//golintsched:ignore[GLS303] why", "GLS303"),
        ("//golintsched:ignore[serve-helper]", "serve-helper"),
        ("//nolint:GLS303", "GLS303"),
        ("//lint:ignore GLS3* why", "gls3*"),
        ("//lint:file-ignore GLS303 why", "GLS303"),
    ],
)
def test_a_comment_without_use_is_reported(comment: str, word: str) -> None:
    done = split(f"ch <- 1 {comment}\n")

    assert texts(done) == [f"this comment suppresses nothing: there is no finding of {word} for it"]
    assert not done.notifications[0].failed
    assert done.notifications[0].span == Span("a.go", 8, 8 + len(comment))


def test_of_several_rules_the_one_without_use_is_reported() -> None:
    assert texts(split("ch <- 1 //nolint:GLS201,GLS303\n")) == [
        "this comment suppresses nothing: there is no finding of GLS303 for it"
    ]


def test_a_comment_for_all_our_rules_without_use_is_reported() -> None:
    assert len(texts(split("x := 1 //nolint:golint-sched\n"))) == 1


def test_a_comment_for_all_our_rules_is_not_judged_by_a_part_of_them() -> None:
    assert texts(split("x := 1 //nolint:golint-sched\n", selected=frozenset({"GLS201"}))) == []


def test_a_comment_for_a_rule_that_did_not_run_is_not_judged() -> None:
    assert texts(split("x := 1 //nolint:GLS402\n")) == []


@pytest.mark.parametrize("comment", ["//nolint", "//nolint:all", "//lint:ignore * why", "//nolint:errcheck"])
def test_a_comment_for_others_too_is_not_judged(comment: str) -> None:
    assert texts(split(f"x := 1 {comment}\n")) == []


def test_a_comment_that_is_used_is_not_reported() -> None:
    assert texts(split("ch <- 1 //nolint:golint-sched\n", ABANDONED, HELPER)) == []


@pytest.mark.parametrize("comment", ["//golintsched:ignore[GLS999] why", "//nolint:gls999", "//lint:ignore GLS999 why"])
def test_an_unknown_rule_is_reported(comment: str) -> None:
    assert texts(split(f"x := 1 {comment}\n")) == ["no rule is called GLS999; see `golint-sched rules`"] or texts(
        split(f"x := 1 {comment}\n")
    ) == ["no rule is called gls999; see `golint-sched rules`"]


def test_a_known_rule_beside_an_unknown_one_still_counts() -> None:
    done = split("ch <- 1 //golintsched:ignore[GLS201, no-such-rule]\n")

    assert done.suppressed
    assert texts(done) == ["no rule is called no-such-rule; see `golint-sched rules`"]


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("//golintsched:ignore GLS201", "a directive has the form"),
        ("//golintsched:ignore[GLS201", "a directive has the form"),
        ("//golintsched:ignore[]", "lack the name of a rule"),
        ("//lint:ignore GLS201", "a reason is missing"),
        ("//lint:file-ignore GLS201", "a reason is missing"),
    ],
)
def test_a_malformed_comment_is_reported(comment: str, problem: str) -> None:
    (text,) = texts(split(f"x := 1 {comment}\n"))

    assert problem in text
    assert text.endswith("; the comment suppresses nothing")
