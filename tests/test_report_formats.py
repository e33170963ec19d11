"""The one-line, JSON, annotation and Markdown reports."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from golint_sched.finding import Level, Notification
from golint_sched.report import FORMATS, RenderOptions
from golint_sched.report.markdown import MOST_BYTES
from golint_sched.report.summary import notification_lines
from golint_sched.source import SourceFile, Span
from tests.support.report_examples import ABANDONED, EVERYTHING, FETCH, HELPER, WIDE, WIDE_SEND, result, span

QUIET = RenderOptions(verbosity=-1)


def test_concise_has_one_line_for_each_finding() -> None:
    assert FORMATS["concise"](result(WIDE_SEND, HELPER), QUIET) == (
        "cmd/日本/main.go:4:57: GLS201 abandoned-sender: this send may block for ever\n"
        "cmd/日本/main.go:5:2: GLS303 serve-helper: this server can be given no timeout\n"
    )


def test_a_newline_in_a_path_does_not_make_a_second_line() -> None:
    source = SourceFile("a\nb.go", WIDE.content)
    finding = replace(HELPER, span=span(source, "http.Listen"))

    assert FORMATS["concise"](result(finding, sources=(source,)), QUIET).count("\n") == 1


def test_an_empty_report_is_empty() -> None:
    assert FORMATS["concise"](result(), QUIET) == ""


def test_notification_lines_begin_with_their_place() -> None:
    assert notification_lines(EVERYTHING) == [
        "internal/fetch/fetch.go:5:1: the directive suppresses nothing",
        "internal/broken.go could not be parsed",
    ]


def test_json_holds_all_of_a_finding() -> None:
    report = json.loads(FORMATS["json"](EVERYTHING, RenderOptions()))
    finding = report["findings"][2]

    assert (report["version"], report["files"], report["rules"]) == (1, 120, ["GLS201", "GLS303", "GLS402"])
    assert report["hidden"] == {"suppressed": 1, "below_confidence": 2, "outside_request": 0}
    assert report["notifications"][1] == {
        "text": "internal/broken.go could not be parsed",
        "level": "error",
        "failed": True,
        "location": None,
    }
    assert finding["location"] == {"path": FETCH.path, "line": 13, "column": 4, "end_line": 13, "end_column": 21}
    assert finding["steps"][3]["goroutine"] == "func1"
    assert (finding["steps"][0]["act"], finding["steps"][0]["peers"]) == ("start", ["func1"])
    assert [site["label"] for site in finding["sites"]] == [site.label for site in ABANDONED.sites]
    assert (finding["notes"], finding["help"]) == (list(ABANDONED.notes), ABANDONED.help)
    assert finding["fingerprint"].endswith(":1")


def test_json_counts_code_points() -> None:
    report = json.loads(FORMATS["json"](result(WIDE_SEND), RenderOptions()))
    line = WIDE.line_text(4)

    assert report["findings"][0]["location"]["column"] == line.index("results") + 1


def test_json_keeps_a_span_over_several_lines() -> None:
    whole = replace(ABANDONED, span=span(FETCH, "go func() {\n\t\t\tanswer := ask(url)"))
    there = json.loads(FORMATS["json"](result(whole), RenderOptions()))["findings"][0]["location"]

    assert (there["line"], there["end_line"]) == (10, 11)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_file_name_that_is_not_utf8_can_be_written_in_every_format(name: str) -> None:
    path = b"bad\xff.go".decode("utf-8", "surrogateescape")
    source = SourceFile(path, WIDE.content)
    finding = replace(HELPER, span=span(source, "http.Listen"))
    notification = Notification(f"{path} is odd", Span(path, 0, 0), failed=True)
    shown = result(finding, notifications=(notification,), sources=(source,))

    assert FORMATS[name](shown, RenderOptions()).encode()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_is_the_same_text_each_time(name: str) -> None:
    options = RenderOptions(statistics=True)

    assert FORMATS[name](EVERYTHING, options) == FORMATS[name](EVERYTHING, options)


def test_annotations_show_the_worst_and_surest_first() -> None:
    lines = FORMATS["github"](result(HELPER, WIDE_SEND, ABANDONED), QUIET).splitlines()

    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::warning"]
    assert "file=internal/fetch/fetch.go,line=13,col=4,title=GLS201 abandoned-sender::" in lines[0]
    assert "%0Ahelp: give the channel room" in lines[0]


def test_the_message_of_an_annotation_repeats_its_place() -> None:
    assert "::internal/fetch/fetch.go:13:4: GLS201 abandoned-sender: this send" in FORMATS["github"](
        result(ABANDONED), QUIET
    )


def test_annotations_stop_at_ten_of_a_level_and_say_how_many_are_left() -> None:
    errors = [replace(ABANDONED, label=str(number)) for number in range(12)]
    lines = FORMATS["github"](result(*errors, HELPER), QUIET).splitlines()

    assert sum(line.startswith("::error ") for line in lines) == 10
    assert "2 more errors not annotated: GitHub shows 10 of a level for each step" in lines
    assert sum(line.startswith("::warning ") for line in lines) == 1


def test_a_failed_analysis_is_annotated() -> None:
    assert "::error title=golint-sched::internal/broken.go could not be parsed\n" in FORMATS["github"](
        EVERYTHING, QUIET
    )


def test_text_cannot_end_an_annotation_or_start_another() -> None:
    source = SourceFile("a,b:c%\n.go", WIDE.content)
    finding = replace(HELPER, span=span(source, "http.Listen"), message="50%\n::error::x\r", help="")
    text = FORMATS["github"](result(finding, sources=(source,)), QUIET)

    assert text.count("\n") == 1
    assert "file=a%2Cb%3Ac%25%0A.go,line=5" in text
    assert "50%25%0A::error::x" in text


def test_notes_are_notices() -> None:
    assert FORMATS["github"](result(replace(HELPER, level=Level.NOTE)), QUIET).startswith("::notice ")


def test_markdown_has_the_summary_and_a_table() -> None:
    assert FORMATS["markdown"](result(ABANDONED, HELPER), RenderOptions()) == (
        "## golint-sched\n\n"
        "Found 2 faults (1 error, 1 warning) in 120 files.\n\n"
        "| Level | Rule | Where | Fault |\n"
        "|---|---|---|---|\n"
        "| error | GLS201 abandoned-sender | internal/fetch/fetch.go:13 | this send blocks for ever once First has "
        "returned: all goroutines but one are left without a receiver |\n"
        "| warning | GLS303 serve-helper | cmd/日本/main.go:5 | this server can be given no timeout |\n"
    )


def test_markdown_links_to_the_line_at_the_commit() -> None:
    text = FORMATS["markdown"](result(HELPER), RenderOptions(source_url="https://github.com/o/r/blob/abc/"))

    assert "[cmd/日本/main.go:5](https://github.com/o/r/blob/abc/cmd/%E6%97%A5%E6%9C%AC/main.go#L5)" in text


def test_markdown_shows_text_as_it_is() -> None:
    finding = replace(HELPER, message="a|b <img> `x` [y](z) *c* @team")

    assert r"a\|b &lt;img&gt; \`x\` \[y\](z) \*c\* \@team" in FORMATS["markdown"](result(finding), RenderOptions())


def test_markdown_stays_below_its_limit_and_counts_the_rest() -> None:
    many = [replace(HELPER, message=f"日{'本' * 300} {number}") for number in range(2_000)]
    text = FORMATS["markdown"](result(*many), RenderOptions())
    rows = sum(line.startswith("| warning") for line in text.splitlines())

    assert MOST_BYTES - 2_000 < len(text.encode()) <= MOST_BYTES
    assert f"{2_000 - rows:,} more findings: too much for a summary." in text


def test_only_sarif_loads_the_sarif_model() -> None:
    program = (
        "import sys; from golint_sched.report import FORMATS, RenderOptions; from golint_sched.result import *;"
        "empty = Result((), Hidden(), (), {}, (), frozenset(), 0, 0);"
        "[FORMATS[name](empty, RenderOptions()) for name in FORMATS if name != 'sarif'];"
        "assert 'sarif_om' not in sys.modules; FORMATS['sarif'](empty, RenderOptions());"
        "assert 'sarif_om' in sys.modules"
    )

    subprocess.run([sys.executable, "-c", program], check=True)
