"""The frames that people read."""

import re
from dataclasses import replace

from golint_sched.finding import Finding, Notification, Site, Step
from golint_sched.report import FORMATS, RenderOptions
from golint_sched.report.terminal import width
from golint_sched.result import Hidden, Result
from golint_sched.source import SourceFile, Span
from tests.support.report_examples import ABANDONED, EVERYTHING, FETCH, HELPER, WIDE_SEND, result, span


def full(shown: Result, options: RenderOptions | None = None) -> str:
    return FORMATS["full"](shown, options or RenderOptions(verbosity=-1))


def in_one_line(text: bytes, *marked: tuple[str, str]) -> Finding:
    """Return a finding in a file of one line: the primary text with its label, then the sites."""
    source = SourceFile("a.go", text)
    (primary, label), *sites = marked
    return replace(
        HELPER,
        span=span(source, primary),
        label=label,
        sites=tuple(Site(span(source, site), words) for site, words in sites),
        help="",
    )


def frame_of(text: bytes, *marked: tuple[str, str], columns: int = 0) -> list[str]:
    """Return the rows of the frame of such a finding, without the gutter."""
    shown = result(in_one_line(text, *marked), sources=(SourceFile("a.go", text),))
    lines = full(shown, RenderOptions(width=columns, verbosity=-1)).splitlines()
    return [line[4:] for line in lines[3 : lines.index("  |", 3)]]


def test_one_frame_shows_every_site_the_run_and_the_remedy() -> None:
    assert (
        full(result(ABANDONED))
        == """\
error[GLS201] abandoned-sender: this send blocks for ever once First has returned: all goroutines but one are left \
without a receiver
  --> internal/fetch/fetch.go:13:4
   |
 7 |     answers := make(chan *Answer)
   |                ------------------ made without a buffer
...
10 |         go func() {
   |         ----------- one goroutine for each url starts here
...
13 |             answers <- answer
   |             ^^^^^^^^^^^^^^^^^ blocks for ever
...
18 |     case answer := <-answers:
   |     ------------------------- takes a single answer
19 |         return answer, nil
20 |     case <-time.After(time.Second):
21 |         return nil, ErrTimeout
   |         ---------------------- leaves without taking any
   |
   = run: 1. First: starts a goroutine for each url (line 10)
          2. First: a second has passed (line 20)
          3. First: returns; nothing receives from answers any more (line 21)
          4. func1: sends its answer, and waits for ever (line 13)
   = note: answers is a local variable of First, so nobody else can receive from it
   = help: give the channel room for every sender: `make(chan *Answer, len(urls))`
"""
    )


def test_a_site_in_another_file_has_a_block_of_its_own() -> None:
    assert (
        full(result(WIDE_SEND))
        == """\
error[GLS201] abandoned-sender: this send may block for ever
 --> cmd/日本/main.go:4:57
  |
4 |     names := map[string]string{"東京": "とうきょう"}; go func() { results <- names["東京"] }()
  |                                                       ---------   ^^^^^^^^^^^^^^^^^^^^^^^^
  |                                                       |           |
  |                                                       |           no receiver in view
  |                                                       started here
  |
 ::: internal/fetch/server.go:4:2
  |
4 |     go s.loop()
  |     ----------- and the loop here
  |
  = confidence: medium
"""
    )


def test_underlines_stand_below_wide_characters() -> None:
    source, underline = frame_of('x := "東京"; ch <- x'.encode(), ("ch <- x", "here"))

    assert width(source.split("ch")[0]) == underline.index("^")


def test_combining_characters_take_no_column() -> None:
    source, underline = frame_of('x := "e\N{COMBINING ACUTE ACCENT}"; ch <- x'.encode(), ("ch <- x", "here"))

    assert source.index("ch") - 1 == underline.index("^")


def test_a_tab_inside_a_line_reaches_the_next_stop() -> None:
    assert frame_of(b"ab\tch <- x", ("ch <- x", "here")) == ["ab  ch <- x", "    ^^^^^^^ here"]


def test_labels_of_one_line_hang_from_right_to_left() -> None:
    assert frame_of(b"f(a, b, c)", ("c", "third"), ("b", "second"), ("a", "first")) == [
        "f(a, b, c)",
        "  -  -  ^ third",
        "  |  |",
        "  |  second",
        "  first",
    ]


def test_a_mark_inside_another_one_keeps_both_labels() -> None:
    assert frame_of(b"go run(ch)", ("ch", "never closed"), ("go run(ch)", "starts")) == [
        "go run(ch)",
        "-------^^-",
        "|      |",
        "|      never closed",
        "starts",
    ]


def test_two_labels_for_one_place_stand_below_one_another() -> None:
    assert frame_of(b"ch <- 1", ("ch <- 1", "blocks"), ("ch <- 1", "taken here")) == [
        "ch <- 1",
        "^^^^^^^",
        "|",
        "blocks",
        "taken here",
    ]


def test_a_long_line_is_cut_around_the_place() -> None:
    line = b'x := "' + b"a" * 300 + b'"; ch <- x; y := "' + b"b" * 300 + b'"'
    source, underline, *_ = frame_of(line, ("ch <- x", "here"), columns=60)

    assert width(source) <= 56
    assert (source[0], source[-1]) == ("…", "…")
    assert source[underline.index("^") :].startswith("ch <- x;")
    assert underline.count("^") == 7


def test_places_too_far_apart_on_a_line_get_an_excerpt_each() -> None:
    line = b"a <- 1" + b" " * 300 + b"<-b"
    rows = frame_of(line, ("a <- 1", "sent"), ("<-b", "received"), columns=60)

    assert [row for row in rows if "…" in row] == [rows[0], rows[2]]
    assert rows[1] == "^^^^^^ sent"
    assert [row.strip() for row in rows[3:]] == ["---", "|", "received"]


def test_no_line_of_a_frame_is_wider_than_the_terminal() -> None:
    text = full(EVERYTHING, RenderOptions(width=60, verbosity=-1))
    frames = [line for line in text.splitlines() if re.match(r" *\d* [|=]", line)]

    assert frames
    assert max(map(width, frames)) <= 60


def test_a_place_over_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    assert frame_of(b"select {  \ncase <-a:\n}", ("select {  \ncase <-a:\n}", "waits")) == [
        "select {",
        "^^^^^^^^ waits",
    ]


def test_an_empty_place_still_has_a_caret() -> None:
    finding = replace(in_one_line(b"ch <- 1", ("ch", "here")), span=Span("a.go", 7, 7))
    text = full(result(finding, sources=(SourceFile("a.go", b"ch <- 1"),)))

    assert "      ^ here" in text


def test_source_cannot_colour_the_terminal_or_turn_its_text_round() -> None:
    source, _ = frame_of(
        'ch <- "\x1b[31m\u202e\x9b"'.encode(),
        ("ch <- ", "here"),
    )

    assert source == 'ch <- "␛[31m<U+202E><U+009B>"'


def test_messages_labels_and_paths_cannot_act_on_the_terminal() -> None:
    source = SourceFile("a\x1b[2J\n.go", b"ch <- 1")
    finding = replace(HELPER, span=span(source, "ch"), label="\x1b]0;", message="x\x07", notes=("\x1b[1m",), steps=())
    text = full(result(finding, sources=(source,)))

    assert not set(text) & set("\x1b\x07")
    assert "--> a␛[2J .go:1:1" in text


def test_bytes_that_are_not_utf8_are_shown_as_replacements() -> None:
    shown = result(
        replace(HELPER, span=Span("a.go", 2, 9), label="here", help=""), sources=(SourceFile("a.go", b'"\xff"ch <- 1'),)
    )

    assert '1 | "�"ch <- 1' in full(shown)


def test_a_carriage_return_at_the_line_end_is_not_shown() -> None:
    assert "\r" not in full(result(WIDE_SEND))
    assert "␍" not in full(result(WIDE_SEND))


def test_a_step_in_another_file_names_it() -> None:
    step = Step(span(FETCH, "go func() {"), "starts", "main")

    assert "= run: 1. main: starts (internal/fetch/fetch.go:10)" in full(result(replace(WIDE_SEND, steps=(step,))))


def test_numbers_of_many_steps_are_aligned() -> None:
    step = Step(span(FETCH, "go func() {"), "starts")
    text = full(result(replace(ABANDONED, steps=(step,) * 10)))

    assert "= run:  1. starts (line 10)\n           2. starts" in text
    assert "\n          10. starts" in text


def test_confidence_is_said_when_it_is_not_high() -> None:
    assert "= confidence: medium" in full(result(HELPER))
    assert "confidence" not in full(result(ABANDONED))


def test_the_summary_counts_what_is_shown_and_what_is_not() -> None:
    shown = result(ABANDONED, WIDE_SEND, HELPER, hidden=Hidden(suppressed=1, below_confidence=2))

    assert full(shown, RenderOptions()).splitlines()[-1] == (
        "Found 3 faults (2 errors, 1 warning) in 120 files; 1 suppressed, 2 below the confidence threshold."
    )


def test_the_summary_of_a_clean_run_says_so() -> None:
    assert full(result(files=1), RenderOptions()) == "Found no faults in 1 file.\n"


def test_the_summary_admits_what_could_not_be_analysed() -> None:
    shown = result(notifications=(Notification("a.go cannot be read", failed=True), Notification("b.go is odd")))

    assert full(shown, RenderOptions()).endswith("files. The analysis is incomplete: 1 part of it failed.\n")


def test_statistics_count_each_rule() -> None:
    text = full(EVERYTHING, RenderOptions(verbosity=-1, statistics=True))

    assert text.endswith("\n2  error    GLS201 abandoned-sender\n1  warning  GLS303 serve-helper\n")


def test_a_notification_shows_its_place() -> None:
    there = Notification("this comment suppresses nothing", span(FETCH, "// First returns"))

    assert (
        full(result(notifications=(there,)))
        == """\
warning: this comment suppresses nothing
 --> internal/fetch/fetch.go:5:1
  |
5 | // First returns the first answer, or gives up after a second.
  | ^^^^^^^^^^^^^^^^
"""
    )


def test_a_notification_about_a_file_that_could_not_be_read_has_no_frame() -> None:
    there = Notification("permission denied", Span("secret.go", 0, 0), failed=True)

    assert full(result(notifications=(there,))) == "error: permission denied\n --> secret.go:1:1\n"


def test_colour_changes_nothing_but_colours() -> None:
    coloured = full(EVERYTHING, RenderOptions(color=True, statistics=True))

    assert "\x1b[1;31merror[GLS201]\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == full(EVERYTHING, RenderOptions(statistics=True))
