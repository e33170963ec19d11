"""What is shown, what is hidden, and which of two findings about one fault remains."""

from dataclasses import replace

import pytest

from golint_sched.decide import DecideOptions, Decision, decide
from golint_sched.finding import Confidence, Finding, Level, Site
from golint_sched.model.functions import Comment
from golint_sched.result import Hidden
from golint_sched.rule import Rule
from golint_sched.source import SourceFile, Span
from golint_sched.suppress import FileFacts

TEXT = b"one(); two()\nthree()\nfour()\n"
FAMILIES = {1: (1, 3, 4), 2: (1, 2, 3, 4, 6, 8), 3: (3,), 4: (2,), 5: (2, 3, 5), 6: (1, 2, 5, 6)}
IDS = [f"GLS{family}{number:02}" for family, numbers in FAMILIES.items() for number in numbers]
RULES = tuple(
    Rule(
        id=id_,
        name=f"rule-{id_.lower()}",
        summary="a fault",
        level=Level.ERROR,
        confidence=Confidence.HIGH,
        proof="leak",
        since="0.1.0",
        needs=(("go ",),),
        in_tests=id_ != "GLS303",
    )
    for id_ in IDS
)
OPTIONS = DecideOptions(rules=RULES, selected=frozenset(IDS))


def at(
    word: str,
    rule_id: str = "GLS201",
    confidence: Confidence = Confidence.HIGH,
    path: str = "a.go",
    function: str = "",
) -> Finding:
    """Return a finding at the call of this function."""
    start = TEXT.index(word.encode())
    there = Span(path, start, start + len(word) + 2)
    return Finding(rule_id, Level.ERROR, confidence, f"{rule_id} at {word}", there, "here", function)


def facts(path: str = "a.go", *, generated: bool = False, comments: tuple[Comment, ...] = ()) -> FileFacts:
    return FileFacts(path, comments, generated, SourceFile(path, TEXT))


def decided(*findings: Finding, options: DecideOptions = OPTIONS, files: tuple[FileFacts, ...] = ()) -> Decision:
    return decide(findings, files or (facts(),), options)


def test_findings_are_sorted_by_path_position_and_rule() -> None:
    unsorted = (at("three"), at("one", path="b.go"), at("one", "GLS303"), at("one"))

    assert decided(*unsorted).findings == (at("one"), at("one", "GLS303"), at("three"), at("one", path="b.go"))


def test_equal_findings_are_shown_once() -> None:
    assert decided(at("one"), at("one")) == Decision((at("one"),), Hidden(), ())


def test_of_two_findings_for_one_place_the_surer_is_shown() -> None:
    assert decided(at("one", confidence=Confidence.MEDIUM), at("one")).findings == (at("one"),)


def test_findings_of_rules_that_were_not_selected_are_dropped() -> None:
    options = replace(OPTIONS, selected=frozenset({"GLS303"}))

    assert decided(at("one"), at("three", "GLS303"), options=options) == Decision(
        (at("three", "GLS303"),), Hidden(), ()
    )


def test_findings_below_the_confidence_threshold_are_counted() -> None:
    low = at("one", confidence=Confidence.LOW)

    assert decided(low, at("three")) == Decision((at("three"),), Hidden(below_confidence=1), ())
    assert decided(low, options=replace(OPTIONS, min_confidence=Confidence.LOW)).findings == (low,)


def test_suppressed_findings_are_counted_unless_comments_are_not_to_be_heard() -> None:
    comment = Comment(Span("a.go", 5, 13), "//nolint:GLS201", alone=False)
    files = (facts(comments=(comment,)),)

    assert decided(at("one"), at("three"), files=files) == Decision((at("three"),), Hidden(suppressed=1), ())
    assert decided(at("one"), files=files, options=replace(OPTIONS, suppressions=False)).findings == (at("one"),)


def test_a_finding_that_is_suppressed_and_unsure_counts_as_suppressed() -> None:
    comment = Comment(Span("a.go", 5, 13), "//nolint:GLS201", alone=False)
    low = at("one", confidence=Confidence.LOW)

    assert decided(low, files=(facts(comments=(comment,)),)) == Decision((), Hidden(suppressed=1), ())


def test_findings_in_generated_files_are_hidden_unless_wanted() -> None:
    files = (facts(generated=True),)

    assert decided(at("one"), files=files) == Decision((), Hidden(outside_request=1), ())
    assert decided(at("one"), files=files, options=replace(OPTIONS, generated=True)).findings == (at("one"),)


def test_findings_in_tests_are_shown_unless_unwanted() -> None:
    finding = at("one", path="a_test.go")

    assert decided(finding).findings == (finding,)
    assert decided(finding, options=replace(OPTIONS, tests=False)) == Decision((), Hidden(outside_request=1), ())


def test_a_rule_that_does_not_speak_of_tests_is_silent_there() -> None:
    assert decided(at("one", "GLS303", path="a_test.go")) == Decision((), Hidden(), ())


def test_findings_outside_of_the_requested_files_are_counted() -> None:
    options = replace(OPTIONS, requested=frozenset({"b.go"}))

    assert decided(at("one"), at("one", path="b.go"), options=options) == Decision(
        (at("one", path="b.go"),), Hidden(outside_request=1), ()
    )


def test_any_site_in_a_requested_file_is_enough_where_that_is_asked_for() -> None:
    finding = replace(at("one"), sites=(Site(Span("b.go", 0, 1), "there"),))
    options = replace(OPTIONS, requested=frozenset({"b.go"}))

    assert decided(finding, options=options).hidden == Hidden(outside_request=1)
    assert decided(finding, options=replace(options, any_site=True)).findings == (finding,)


def test_unused_comments_outside_of_the_requested_files_are_not_reported() -> None:
    files = (facts(comments=(Comment(Span("a.go", 5, 13), "//nolint:GLS201", alone=False),)),)

    assert len(decided(files=files).notifications) == 1
    assert decided(files=files, options=replace(OPTIONS, requested=frozenset({"b.go"}))).notifications == ()


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        ("GLS103", "GLS101"),
        ("GLS201", "GLS101"),
        ("GLS202", "GLS101"),
        ("GLS204", "GLS101"),
        ("GLS502", "GLS101"),
        ("GLS503", "GLS101"),
        ("GLS201", "GLS103"),
        ("GLS202", "GLS103"),
        ("GLS402", "GLS104"),
        ("GLS204", "GLS201"),
        ("GLS208", "GLS202"),
        ("GLS208", "GLS203"),
        ("GLS208", "GLS204"),
        ("GLS208", "GLS101"),
        ("GLS206", "GLS201"),
        ("GLS605", "GLS606"),
        ("GLS601", "GLS602"),
        ("GLS602", "GLS505"),
    ],
)
def test_the_more_specific_rule_wins_on_one_line(winner: str, loser: str) -> None:
    assert decided(at("one", loser), at("two", winner)) == Decision((at("two", winner),), Hidden(), ())


def test_findings_on_different_lines_are_different_faults() -> None:
    assert len(decided(at("one", "GLS101"), at("three", "GLS201")).findings) == 2


def test_rules_without_an_order_stand_side_by_side() -> None:
    assert len(decided(at("one", "GLS303"), at("one", "GLS201")).findings) == 2


def test_a_thread_held_for_ever_covers_the_endless_loop_of_its_goroutine() -> None:
    held, endless = at("one", "GLS402", function="run.func1"), at("three", "GLS104", function="run.func1")

    assert decided(held, endless).findings == (held,)
    assert len(decided(held, replace(endless, function="run.func2")).findings) == 2
    assert len(decided(replace(held, function=""), replace(endless, function="")).findings) == 2


def test_a_double_lock_covers_the_deferred_unlock_that_it_shows() -> None:
    unlock = at("three", "GLS505", function="run")
    double = replace(at("one", "GLS602", function="run"), sites=(Site(unlock.span, "never runs"),))

    assert decided(double, unlock).findings == (double,)
    assert len(decided(replace(double, sites=()), unlock).findings) == 2


def test_a_double_lock_covers_the_deferred_unlock_that_shows_it() -> None:
    double = at("one", "GLS602", function="run")
    unlock = replace(at("three", "GLS505", function="run"), sites=(Site(double.span, "every turn gets another one"),))

    assert decided(double, unlock).findings == (double,)


def test_a_finding_that_is_not_shown_does_not_replace_one_that_is() -> None:
    unsure = at("one", "GLS201", Confidence.LOW)

    assert decided(unsure, at("one", "GLS101")) == Decision((at("one", "GLS101"),), Hidden(below_confidence=1), ())


def test_suppressing_the_winner_does_not_bring_the_loser_back() -> None:
    comment = Comment(Span("a.go", 5, 13), "//nolint:GLS201", alone=False)

    assert decided(at("one", "GLS101"), at("one"), files=(facts(comments=(comment,)),)) == Decision(
        (), Hidden(suppressed=1), ()
    )


def test_a_loser_is_shown_where_the_winner_was_not_selected() -> None:
    options = replace(OPTIONS, selected=frozenset({"GLS101"}))

    assert decided(at("one", "GLS101"), at("one"), options=options).findings == (at("one", "GLS101"),)
