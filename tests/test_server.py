"""The language server, driven over its streams as an editor does."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from golint_sched.server.documents import path_of, uri_of
from golint_sched.server.positions import Lines
from golint_sched.source import Span
from tests.support.editor import Editor, editor
from tests.support.program import LEAKY, add_rule, environment, run, write

START = LEAKY.format(package="p", name="f")  # the go statement stands in line 3, from column 1
CALM = "package p\n\nfunc f() {}\n"
ERROR = 1  # the type of a message in the client's log
REPORT = 'yield RULE.at(spawn.span, "m", label="l")'


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Return a folder with one rule that reports go statements, with a related place and help."""
    body = """from golint_sched.finding import Site
            where = (Site(function.span, "in here"),)
            yield RULE.at(spawn.span, "a goroutine", label="here", sites=where, help="do not")"""
    folder = add_rule(tmp_path / "rules", body=body)
    (folder / "every_go/README.md").write_text("# GLS299 every-go\n\nOne line\nand another.\n", "utf-8")
    return folder


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a workspace with a package of two files, one of which has a finding."""
    files = {"go.mod": "module m\n\ngo 1.22\n", "a.go": START, "b.go": "package p\n\nfunc b() {}\n"}
    return write(tmp_path / "tree", files)


@pytest.fixture
def client(rules: Path, tree: Path) -> Iterator[Editor]:
    """Return an editor that has opened the workspace."""
    with editor(rules, tree) as opened:
        opened.initialize(tree)
        yield opened


def logging_rule(root: Path, log: Path, *, seconds: float = 0) -> Path:
    """Add a rule that writes to `log` when it begins and ends with a go statement, and takes `seconds` for it."""
    body = f"""import time
            with open({str(log)!r}, "a") as log:
                log.write("begin ")
            time.sleep({seconds})
            with open({str(log)!r}, "a") as log:
                log.write("end ")
            {REPORT}"""
    return add_rule(root, body=body)


def counting_rule(root: Path) -> Path:
    """Add a rule whose message tells how many functions the package has."""
    body = 'yield RULE.at(spawn.span, f"{len(package.functions)} functions", label="l")'
    return add_rule(root, body=body)


def place(start: int, end: int, *, line: int = 3) -> dict[str, Any]:
    """Return a range within one 0-based line."""
    return {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}


def test_a_finding_in_an_opened_file_is_published_with_all_that_it_says(client: Editor, tree: Path) -> None:
    client.open(tree / "a.go")

    (diagnostic,) = client.diagnostics(tree / "a.go")

    assert diagnostic == {
        "range": place(1, 9),
        "severity": 2,
        "code": "GLS299",
        "source": "golint-sched",
        "message": "a goroutine\nhelp: do not",
        "relatedInformation": [
            {"location": {"uri": (tree / "a.go").as_uri(), "range": place(0, 10, line=2)}, "message": "in here"}
        ],
    }
    assert client.published[0]["version"] == 1


@pytest.mark.parametrize(("level", "severity"), [("ERROR", 1), ("WARNING", 2), ("NOTE", 3)])
def test_the_level_of_a_finding_is_its_severity(tmp_path: Path, tree: Path, level: str, severity: int) -> None:
    with editor(add_rule(tmp_path / "r", level=level), tree) as client:
        client.initialize(tree)
        client.open(tree / "a.go")

        assert [each["severity"] for each in client.diagnostics(tree / "a.go")] == [severity]


def test_a_client_that_takes_no_related_places_gets_none(rules: Path, tree: Path) -> None:
    with editor(rules, tree) as client:
        client.initialize(tree, related=False)
        client.open(tree / "a.go")

        assert "relatedInformation" not in client.diagnostics(tree / "a.go")[0]


def test_an_edit_is_analysed_before_it_is_saved(client: Editor, tree: Path) -> None:
    client.open(tree / "a.go", CALM)
    assert client.diagnostics(tree / "a.go") == []

    client.edit(tree / "a.go", "\n" + START, 2)

    assert [each["range"] for each in client.diagnostics(tree / "a.go")] == [place(1, 9, line=4)]
    assert client.published[-1]["version"] == 2


def test_the_other_files_of_the_package_are_read_from_disk_or_from_their_own_editors(
    tmp_path: Path, tree: Path
) -> None:
    with editor(counting_rule(tmp_path / "r"), tree) as client:
        client.initialize(tree)
        client.open(tree / "a.go", START + "\nfunc g() {}\n")
        assert [each["message"] for each in client.diagnostics(tree / "a.go")] == ["4 functions"]

        client.open(tree / "b.go", "package p\n")

        assert [each["message"] for each in client.diagnostics(tree / "a.go")] == ["3 functions"]


def test_a_file_that_was_never_saved_is_analysed(client: Editor, tree: Path) -> None:
    for file in (tree / "new.go", tree / "new_folder/new.go"):
        client.open(file, START)

        assert len(client.diagnostics(file)) == 1
    assert not client.logged


def test_a_saved_file_is_analysed_again_without_a_pause(tmp_path: Path, tree: Path) -> None:
    with editor(counting_rule(tmp_path / "r"), tree) as client:
        client.initialize(tree)
        client.open(tree / "a.go")
        assert [each["message"] for each in client.diagnostics(tree / "a.go")] == ["3 functions"]
        (tree / "b.go").unlink()

        client.save(tree / "a.go")

        assert [each["message"] for each in client.diagnostics(tree / "a.go")] == ["2 functions"]


def test_closing_a_file_takes_its_diagnostics_back(client: Editor, tree: Path) -> None:
    client.open(tree / "a.go")
    assert len(client.diagnostics(tree / "a.go")) == 1

    client.close(tree / "a.go")

    assert client.diagnostics(tree / "a.go") == []


def test_a_closed_file_is_read_from_disk_again(tmp_path: Path, tree: Path) -> None:
    with editor(counting_rule(tmp_path / "r"), tree) as client:
        client.initialize(tree)
        client.open(tree / "b.go", "package p\n")
        client.diagnostics(tree / "b.go")
        client.open(tree / "a.go")
        assert [each["message"] for each in client.diagnostics(tree / "a.go")] == ["2 functions"]

        client.close(tree / "b.go")

        assert [each["message"] for each in client.diagnostics(tree / "a.go")] == ["3 functions"]


@pytest.mark.parametrize(
    ("encodings", "chosen", "start"),
    [
        (None, "utf-16", 17),
        (["utf-16"], "utf-16", 17),
        (["utf-8", "utf-16"], "utf-8", 22),
        (["utf-32"], "utf-32", 15),
    ],
)
def test_columns_count_the_code_units_that_were_agreed_on(
    rules: Path, tree: Path, encodings: list[str] | None, chosen: str, start: int
) -> None:
    """Two characters beyond the basic plane, one of two bytes, before the go statement."""
    text = START.replace("\tgo run()", '\tprint("😀é𝄞"); go run()')
    with editor(rules, tree) as client:
        answer = client.initialize(tree, encodings=encodings)
        client.open(tree / "a.go", text)

        (diagnostic,) = client.diagnostics(tree / "a.go")

        assert answer["capabilities"]["positionEncoding"] == chosen
        assert diagnostic["range"] == place(start, start + 8)
        assert client.hover(tree / "a.go", 3, start + 7)
        assert client.hover(tree / "a.go", 3, start + 8) is None


def test_a_fault_over_several_lines_is_marked_in_its_first(client: Editor, tree: Path) -> None:
    client.open(tree / "a.go", "package p\n\nfunc f() {\n\tgo func() { \n\t\tprint()\n\t}()\n}\n")

    assert [each["range"] for each in client.diagnostics(tree / "a.go")] == [place(1, 12)]


def test_hovering_over_a_diagnostic_shows_the_page_of_its_rule(client: Editor, tree: Path) -> None:
    client.open(tree / "a.go")
    client.diagnostics(tree / "a.go")

    shown = client.hover(tree / "a.go", 3, 1)

    assert shown["contents"] == {"kind": "markdown", "value": "# GLS299 every-go\n\nOne line and another.\n"}
    assert shown["range"] == place(1, 9)
    assert client.hover(tree / "a.go", 3, 0) is None
    assert client.hover(tree / "b.go", 3, 1) is None


def test_after_an_edit_nothing_is_shown_where_a_diagnostic_was(client: Editor, tree: Path) -> None:
    client.open(tree / "a.go")
    client.diagnostics(tree / "a.go")

    client.edit(tree / "a.go", "\n" + START, 2)

    assert client.hover(tree / "a.go", 3, 1) is None
    client.diagnostics(tree / "a.go")
    assert client.hover(tree / "a.go", 4, 1)


def test_broken_go_costs_nothing_but_its_own_findings(client: Editor, tree: Path) -> None:
    """Each text takes the place of the one before, as while typing."""
    broken = [
        "",
        "pack",
        "package p\n\nfunc f() {\n\tgo ",
        "package p\n\nfunc f() {\n\tgo func() {\n",
        "package p\n" + "func f() { go " * 300,
        "package p\n\nvar s = `\ud800\n",
        "package p\n\x00\ufeff\u2028\rfunc (",
        "{" * 5000,
    ]
    client.open(tree / "a.go", CALM)
    client.diagnostics(tree / "a.go")

    for version, text in enumerate(broken, 2):
        client.edit(tree / "a.go", text, version)
        client.save(tree / "a.go")
        client.diagnostics(tree / "a.go")
    client.edit(tree / "a.go", START, 99)

    assert len(client.diagnostics(tree / "a.go")) == 1
    assert ERROR not in [type_ for type_, _ in client.logged]
    assert client.leave() == 0


def test_a_finding_before_broken_go_is_still_published(client: Editor, tree: Path) -> None:
    client.open(tree / "a.go", START + "\nfunc g( {\n\tif x\n")

    assert [each["range"] for each in client.diagnostics(tree / "a.go")] == [place(1, 9)]


@pytest.mark.parametrize("fault", ["1 / 0", "sys.exit(1)", "rule.no_such_thing"])
def test_a_failure_is_logged_once_and_the_server_goes_on(tmp_path: Path, tree: Path, fault: str) -> None:
    body = f"import sys\n            {fault} if package.name == 'bad' else None\n            {REPORT}"
    with editor(add_rule(tmp_path / "r", body=body), tree) as client:
        client.initialize(tree)
        client.open(tree / "bad/a.go", LEAKY.format(package="bad", name="f"))
        client.save(tree / "bad/a.go")
        client.open(tree / "a.go")

        assert len(client.diagnostics(tree / "a.go")) == 1
        assert client.wait_for_log("bad") == ERROR
        assert client.leave() == 0
        if fault == "1 / 0":
            assert len(client.logged) == 1


def test_what_a_rule_prints_does_not_reach_the_client(tmp_path: Path, tree: Path) -> None:
    body = f"print('not JSON', flush=True)\n            {REPORT}"
    with editor(add_rule(tmp_path / "r", body=body), tree) as client:
        client.initialize(tree)
        client.open(tree / "a.go")

        assert len(client.diagnostics(tree / "a.go")) == 1
        assert client.leave() == 0


def test_a_comment_suppresses_as_it_does_on_the_command_line(client: Editor, tree: Path) -> None:
    client.open(tree / "a.go", START.replace("go run()", "go run() //golintsched:ignore[GLS299] wanted"))

    assert client.diagnostics(tree / "a.go") == []


def test_a_comment_that_suppresses_nothing_is_told_in_the_log(client: Editor, tree: Path) -> None:
    client.open(tree / "a.go", START + "//golintsched:ignore[GLS299] wanted\n")

    assert len(client.diagnostics(tree / "a.go")) == 1
    assert client.wait_for_log(f"{tree / 'a.go'}:8: this comment suppresses nothing") != ERROR


@pytest.mark.parametrize(("arguments", "count"), [((), 0), (("--min-confidence=low",), 1)])
def test_unsure_findings_are_hidden_unless_asked_for(
    tmp_path: Path, tree: Path, arguments: tuple[str, ...], count: int
) -> None:
    with editor(add_rule(tmp_path / "r", confidence="LOW"), tree, "--stdio", *arguments) as client:
        client.initialize(tree)
        client.open(tree / "a.go")

        assert len(client.diagnostics(tree / "a.go")) == count


def test_generated_files_have_no_diagnostics(client: Editor, tree: Path) -> None:
    client.open(tree / "a.go", "// Code generated by x. DO NOT EDIT.\n\n" + START)

    assert client.diagnostics(tree / "a.go") == []


def test_what_check_skips_is_skipped(client: Editor, tree: Path, tmp_path: Path) -> None:
    """Another file is opened last, because nothing comes for those before."""
    for file in ("vendor/v.go", "testdata/deep/t.go", "_old/o.go", "notes.txt"):
        client.open(tree / file, START)
    client.open(tmp_path / "elsewhere/a.go", START)
    client.open(tree / "a.go", START)
    client.diagnostics(tree / "a.go")
    client.listen(0.3)

    assert [each["uri"] for each in client.published] == [(tree / "a.go").as_uri()]


def test_without_a_workspace_every_opened_file_is_analysed(rules: Path, tree: Path, tmp_path: Path) -> None:
    with editor(rules, tree) as client:
        client.initialize()
        client.open(tmp_path / "elsewhere/a.go", START)

        assert len(client.diagnostics(tmp_path / "elsewhere/a.go")) == 1


def test_a_folder_that_leaves_the_workspace_takes_its_diagnostics_along(client: Editor, tree: Path) -> None:
    client.open(tree / "a.go")
    assert len(client.diagnostics(tree / "a.go")) == 1
    other = {"uri": (tree / "sub").as_uri(), "name": "sub"}
    removed = {"uri": tree.as_uri(), "name": tree.name}

    client.tell("workspace/didChangeWorkspaceFolders", {"event": {"added": [other], "removed": [removed]}})

    assert client.diagnostics(tree / "a.go") == []


def test_the_server_need_not_stand_in_the_workspace(rules: Path, tree: Path, tmp_path: Path) -> None:
    with editor(rules, tmp_path / "rules") as client:
        client.initialize(tree)
        client.open(tree / "a.go")

        assert len(client.diagnostics(tree / "a.go")) == 1


def test_a_name_that_needs_escapes_keeps_the_address_that_the_client_gave_it(client: Editor, tree: Path) -> None:
    uri = (tree / "a b+é.go").as_uri().replace("%20", " ")
    document = {"uri": uri, "languageId": "go", "version": 1, "text": START}

    client.tell("textDocument/didOpen", {"textDocument": document})
    client.listen(1)

    (published,) = client.published
    assert published["uri"] == uri
    assert published["diagnostics"][0]["relatedInformation"][0]["location"]["uri"] == uri


def test_edits_in_quick_succession_are_analysed_once(tmp_path: Path, tree: Path) -> None:
    log = tmp_path / "log"
    with editor(logging_rule(tmp_path / "r", log), tree) as client:
        client.initialize(tree)
        client.open(tree / "a.go")
        client.diagnostics(tree / "a.go")

        for version in range(2, 12):
            client.edit(tree / "a.go", "\n" * version + START, version)

        (diagnostic,) = client.diagnostics(tree / "a.go")
        assert diagnostic["range"] == place(1, 9, line=3 + 11)
        assert log.read_text("utf-8") == "begin end begin end "


def test_a_newer_edit_supersedes_an_older_one_and_no_two_analyses_overlap(tmp_path: Path, tree: Path) -> None:
    log = tmp_path / "log"
    with editor(logging_rule(tmp_path / "r", log, seconds=1), tree) as client:
        client.initialize(tree)
        client.open(tree / "a.go")
        while not log.exists():
            client.listen(0.05)

        client.edit(tree / "a.go", "\n" + START, 2)
        client.listen(0.5)
        client.save(tree / "a.go")

        (diagnostic,) = client.diagnostics(tree / "a.go")
        assert diagnostic["range"] == place(1, 9, line=4)
        assert [each["version"] for each in client.published] == [2]
        assert log.read_text("utf-8") == "begin end begin end "


def test_the_server_answers_while_it_analyses(tmp_path: Path, tree: Path) -> None:
    log = tmp_path / "log"
    with editor(logging_rule(tmp_path / "r", log, seconds=5), tree) as client:
        client.initialize(tree)
        client.open(tree / "a.go")
        while not log.exists():
            client.listen(0.05)

        assert client.hover(tree / "a.go", 3, 1) is None
        assert client.leave() == 0
        assert log.read_text("utf-8") == "begin "


def test_messages_that_are_not_understood_are_passed_over(client: Editor, tree: Path) -> None:
    client.tell("$/nonsense", {"a": 1})
    client.tell("textDocument/didChange", {"textDocument": {"uri": 5}})
    client.edit(tree / "never_opened.go", START, 2)
    client.open(tree / "a.go")

    assert len(client.diagnostics(tree / "a.go")) == 1
    assert client.leave() == 0


def test_leaving_without_a_word_is_exit_code_1(client: Editor) -> None:
    assert client.process.stdin
    client.process.stdin.close()

    assert client.process.wait(30) == 1


def test_leaving_without_a_shutdown_is_exit_code_1(client: Editor) -> None:
    client.tell("exit", None)

    assert client.process.wait(30) == 1


@pytest.mark.parametrize("arguments", [("--select", "no-such-rule"), ("--min-confidence", "7"), ("--nonsense",)])
def test_a_wrong_command_line_is_one_sentence_and_exit_code_2(
    rules: Path, tree: Path, arguments: tuple[str, ...]
) -> None:
    done = run("server", *arguments, cwd=tree, rules=rules)

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_without_pygls_the_command_says_what_to_install(tree: Path) -> None:
    code = "import sys; sys.modules['pygls'] = None; from golint_sched.__main__ import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "server"],
        cwd=tree,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr == "golint-sched: the server needs pygls, which is not there: install golint-sched[lsp]\n"


@pytest.mark.parametrize(
    ("content", "span", "expected"),
    [
        (b"ab\ncd", (3, 5), place(0, 2, line=1)),
        (b"ab\r\ncd", (4, 5), place(0, 1, line=1)),
        (b"ab\rcd", (3, 4), place(0, 1, line=1)),
        (b"ab\x0ccd", (3, 4), place(3, 4, line=0)),
        ("a\u2028b".encode(), (4, 5), place(2, 3, line=0)),
        (b"ab  \ncd", (1, 7), place(1, 2, line=0)),
        (b"abc", (1, 1), place(1, 2, line=0)),
        ("a\U0001f600".encode(), (1, 1), place(1, 3, line=0)),
        (b"a\n\nb", (2, 2), place(0, 0, line=1)),
        (b"a", (1, 1), place(1, 1, line=0)),
        (b"a", (7, 9), place(1, 1, line=0)),
        (b"", (0, 0), place(0, 0, line=0)),
        (b"\xff\xfea", (2, 3), place(2, 3, line=0)),
    ],
)
def test_a_span_becomes_a_range_in_utf_16(content: bytes, span: tuple[int, int], expected: dict[str, Any]) -> None:
    found = Lines(content, "utf-16").range(Span("a.go", *span))

    assert (found.start.line, found.start.character) == tuple(expected["start"].values())
    assert (found.end.line, found.end.character) == tuple(expected["end"].values())


@pytest.mark.parametrize("path", ["/a b/c.go", "/é😀%/c#?.go", "/\udcff.go"])
def test_a_path_and_its_address_lead_to_each_other(path: str) -> None:
    assert path_of(uri_of(path)) == path


def test_only_addresses_of_files_have_a_path() -> None:
    assert path_of("untitled:Untitled-1") is None
    assert path_of("git:/a/b.go?x") is None
