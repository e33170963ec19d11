"""The picture of a run in text: `check --explain-run`."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from golint_sched.finding import Act, Finding, Step
from golint_sched.report import FORMATS, RenderOptions
from golint_sched.report.signs import BOXES
from golint_sched.report.terminal import width
from golint_sched.source import SourceFile, Span
from tests.support.program import environment, run, write
from tests.support.report_examples import ABANDONED, EVERYTHING, FETCH, result, span

LEAK = """package p

func first(answer func() int) int {
	answers := make(chan int)
	for range 2 {
		go func() { answers <- answer() }()
	}
	return <-answers
}
"""


def full(finding: Finding, options: RenderOptions) -> str:
    return FORMATS["full"](result(finding), options)


def drawn(finding: Finding = ABANDONED, *, columns: int = 100, boxes: bool = True) -> list[str]:
    """Return the lines of the picture, without what stands around it."""
    text = full(finding, RenderOptions(width=columns, verbosity=-1, explain_run=True, boxes=boxes))
    lines = text.splitlines()
    begin = lines.index("   = run:") + 1
    end = next((i for i, line in enumerate(lines) if i > begin and line.startswith("   = ")), len(lines))
    return [line[5:] for line in lines[begin:end]]


def of(*steps: Step) -> Finding:
    return replace(ABANDONED, steps=steps, notes=(), help="")


def step(text: str, lane: str, act: Act = Act.ALONE, *peers: str) -> Step:
    return Step(span(FETCH, "go func() {"), text, lane, act, peers)


def test_each_goroutine_has_a_column_and_each_step_a_row() -> None:
    assert drawn() == [
        "   First  func1",
        "1. ●─────►┬      starts a goroutine for each url (line 10)",
        "2. ●      │      a second has passed (line 20)",
        "3. ●      │      returns; nothing receives from answers any more (line 21)",
        "4.        ✗      sends its answer, and waits for ever (line 13)",
    ]


def test_the_picture_stands_in_place_of_the_list() -> None:
    text = full(ABANDONED, RenderOptions(explain_run=True))

    assert "1. First: starts" not in text
    assert text.count("starts a goroutine for each url") == 1


def test_without_box_characters_all_is_ascii() -> None:
    lines = drawn(boxes=False)

    assert lines[1:] == [
        "1. *----->+      starts a goroutine for each url (line 10)",
        "2. *      |      a second has passed (line 20)",
        "3. *      |      returns; nothing receives from answers any more (line 21)",
        "4.        X      sends its answer, and waits for ever (line 13)",
    ]
    assert all(line.isascii() for line in lines)


def test_a_value_goes_from_its_sender_to_who_takes_it() -> None:
    lines = drawn(
        of(
            step("starts", "a", Act.START, "b"),
            step("sends", "b", Act.SEND, "a"),
            step("sends on a buffer", "a", Act.SEND),
            step("receives", "b", Act.RECEIVE, "a"),
        )
    )

    assert lines[2:] == [
        "2. │◄───●    sends (line 10)",
        "3. ●    │    sends on a buffer (line 10)",
        "4. ├───►●    receives (line 10)",
    ]


def test_an_arrow_crosses_the_goroutines_between() -> None:
    lines = drawn(
        of(step("one", "a"), step("two", "b"), step("three", "c"), step("sends", "a", Act.SEND, "c")),
    )

    assert lines[-1].startswith("4. ●────┼───►│")


def test_a_goroutine_that_waits_for_ever_stays_to_the_end() -> None:
    lines = drawn(of(step("waits", "a", Act.BLOCKED), step("goes on", "b"), step("ends", "b", Act.END)))

    assert [line[:9].rstrip() for line in lines[1:]] == ["1. ✗    │", "2. ┊    ●", "3. ┊    ●"]


def test_one_goroutine_is_one_lane() -> None:
    lines = drawn(of(step("locks", "Close"), step("returns", "Close", Act.END)))

    assert lines == ["   Close", "1. ●      locks (line 10)", "2. ●      returns (line 10)"]


def test_steps_of_nobody_in_particular_need_no_name() -> None:
    assert drawn(of(step("sets it to nil", "")))[0] == "1. ●    sets it to nil (line 10)"


def test_wide_names_keep_the_columns_aligned() -> None:
    head, first, second = drawn(of(step("starts", "東京", Act.START, "大阪"), step("waits", "大阪", Act.BLOCKED)))

    assert width(head[: head.index("大阪")]) == first.index("┬") == second.index("✗")


def test_a_long_name_keeps_its_end() -> None:
    (head, *_) = drawn(of(step("starts", "(*applicationServer).serveConnection", Act.START, "b"), step("ends", "b")))

    assert "…er).serveConnection  b" in head


def test_letters_stand_for_more_names_than_there_is_room_for() -> None:
    names = [f"goroutine {number}" for number in range(1, 7)]
    lines = drawn(of(*(step("waits", name, Act.BLOCKED) for name in names)), columns=80)

    assert lines[0] == "A = goroutine 1"
    assert lines[6].split() == list("ABCDEF")


def test_names_that_are_equal_when_shortened_become_letters() -> None:
    lines = drawn(of(step("x", "(*a).aVeryLongNameForThisMethod"), step("x", "(*b).aVeryLongNameForThisMethod")))

    assert lines[:2] == ["A = (*a).aVeryLongNameForThisMethod", "B = (*b).aVeryLongNameForThisMethod"]


def test_where_no_picture_fits_the_steps_are_a_list() -> None:
    names = [str(number) for number in range(30)]
    text = full(of(*(step("waits", name) for name in names)), RenderOptions(width=60, explain_run=True))

    assert "= run:  1. 0: waits (line 10)" in text


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    long = step("takes a word_that_is_wider_than_what_is_left_of_the_line_beside_all_of_the_lanes", "a", Act.START, "b")

    assert max(map(width, drawn(of(long, step("waits", "b", Act.BLOCKED)), columns=columns))) <= columns - 5


def test_a_continued_sentence_keeps_the_lifelines() -> None:
    lines = drawn(of(step("says " + "much " * 20, "a"), step("waits", "b", Act.BLOCKED)), columns=60)

    assert lines[2].startswith("   │    │")


def test_names_and_texts_cannot_act_on_the_terminal() -> None:
    lines = drawn(of(step("\x1b[31m", "\x1b]0;\u202e")))

    assert not set("".join(lines)) & set("\x1b\u202e")


def test_a_step_in_another_file_of_the_folder_names_it() -> None:
    other = SourceFile("internal/fetch/b.go", b"package fetch\n")
    there = replace(step("ends", "a"), span=Span(other.path, 0, 7))
    text = FORMATS["full"](result(of(there), sources=(other,)), RenderOptions(explain_run=True))

    assert "ends (b.go:1)" in text


def test_colour_changes_nothing_but_colours() -> None:
    plain = FORMATS["full"](EVERYTHING, RenderOptions(explain_run=True))
    coloured = FORMATS["full"](EVERYTHING, RenderOptions(explain_run=True, color=True))

    assert "\x1b[1;31m✗\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return write(tmp_path / "tree", {"go.mod": "module m\n\ngo 1.22\n", "a.go": LEAK})


def test_the_option_draws_what_the_engine_found(tree: Path) -> None:
    done = run("check", "--explain-run", cwd=tree)

    assert "first  goroutine  goroutine 2\n" in done.stdout
    assert re.search(r"✗ +blocks for ever: nobody receives from answers any more", done.stdout)


def test_an_output_that_cannot_take_boxes_gets_ascii(tree: Path) -> None:
    command = [*run("check", "--explain-run", cwd=tree).args]
    env = environment() | {"PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(command, cwd=tree, env=env, capture_output=True, check=False)

    assert b"*----->+" in done.stdout
    assert done.stdout.isascii()


def test_a_file_gets_boxes_whatever_the_terminal_takes(tree: Path) -> None:
    run("check", "--explain-run", "--format=concise", "--output=full=report.txt", cwd=tree)

    assert set("●►┬✗") <= set((tree / "report.txt").read_text("utf-8"))


def test_another_format_alone_is_a_wrong_command_line(tree: Path) -> None:
    done = run("check", "--explain-run", "--format=json", cwd=tree)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "golint-sched: --explain-run draws in the format full, which is not asked for\n"


def test_code_that_does_not_parse_is_no_obstacle(tmp_path: Path) -> None:
    tree = write(tmp_path / "t", {"a.go": LEAK, "b.go": "package p\n\nfunc ( { <- \x00 go"})
    done = run("check", "--explain-run", cwd=tree)

    assert "✗" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_reader_that_leaves_is_no_failure_to_speak_of(tree: Path) -> None:
    command = [*run("check", "--explain-run", cwd=tree).args]
    with subprocess.Popen(command, cwd=tree, env=environment(), stdout=-1, stderr=-1) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_every_box_character_takes_one_column() -> None:
    assert [sign for sign in BOXES if width(sign) != 1] == []
