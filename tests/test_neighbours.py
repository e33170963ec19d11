"""What is known of the other packages of a module, and what is not."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from golint_sched import scan as pipeline
from golint_sched.discover import Surroundings
from golint_sched.discover.modules import Modules
from golint_sched.link.neighbours import Neighbours
from golint_sched.neighbours import around, index, reading
from golint_sched.scan import Request, scan
from tests.support.program import write

MODULE = {"go.mod": "module m.test/m\n\ngo 1.24\n", ".git/HEAD": ""}
END = 'package end\n\nimport "os"\n\nfunc Now() {\n\tos.Exit(1)\n}\n'
CALLER = """package a

import (
	"sync"

	"m.test/m/end"
)

var mu sync.Mutex

func Fill(ok bool) {
	mu.Lock()
	if ok {
		mu.Unlock()
		return
	}
	end.Now()
}
"""


def lines(*paths: Path, unsaved: Mapping[str, bytes] | None = None, jobs: int = 1) -> list[tuple[str, int]]:
    """Return the name of the file and the line of each lock that is reported to stay locked."""
    request = Request(paths=[str(path) for path in paths], select=("GLS601",), unsaved=unsaved or {}, jobs=jobs)
    result = scan(request).result
    assert not [each for each in result.notifications if each.failed]
    return [
        (Path(each.span.path).name, result.sources[each.span.path].line_number(each.span.start))
        for each in result.findings
    ]


def ends(root: Path, text: str, *, more: Mapping[str, str] | None = None) -> bool:
    """Tell whether `end.Now` is known never to return, where the package end has this text."""
    write(root, {**MODULE, "a/a.go": CALLER, "end/end.go": text, **(more or {})})
    return lines(root) == []


def asked(root: Path, directory: str = "a") -> Neighbours:
    """Return what a package in a directory of `root` may ask."""
    return around(Surroundings(str(root), Modules().around(str(root / directory))))


def test_a_function_of_another_package_that_ends_the_process_ends_the_path(tmp_path: Path) -> None:
    assert ends(tmp_path, END)


def test_a_function_of_another_package_that_returns_does_not(tmp_path: Path) -> None:
    assert not ends(tmp_path, END.replace("\tos.Exit(1)", "\tif len(os.Args) > 1 {\n\t\tos.Exit(1)\n\t}"))


def test_a_single_file_sees_what_the_whole_module_sees(tmp_path: Path) -> None:
    assert ends(tmp_path, END)
    assert lines(tmp_path / "a/a.go") == []


def test_a_package_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    write(tmp_path, {**MODULE, "a/a.go": CALLER})

    assert lines(tmp_path) == [("a.go", 12)]


@pytest.mark.parametrize(
    "text", ["", "package", "package end\n\nfunc Now() { os.Exit(1\n}\n", "\x00\xff", "package main\n"]
)
def test_a_package_that_cannot_be_read_says_nothing(tmp_path: Path, text: str) -> None:
    write(tmp_path, {**MODULE, "a/a.go": CALLER, "end/end.go": text})

    assert lines(tmp_path / "a/a.go") == [("a.go", 12)]


def test_a_variable_that_others_may_set_is_not_believed(tmp_path: Path) -> None:
    text = END.replace("\tos.Exit(1)", "\texit(1)") + "\nvar exit = os.Exit\n"

    assert not ends(tmp_path, text)


def test_a_function_that_one_platform_lacks_is_not_believed(tmp_path: Path) -> None:
    twin = "//go:build windows\n\npackage end\n\nfunc Now() {}\n"

    assert not ends(tmp_path, END, more={"end/end_windows.go": twin})


def test_what_a_test_file_declares_is_not_seen(tmp_path: Path) -> None:
    assert not ends(tmp_path, "package end\n", more={"end/end_test.go": END})


def test_a_function_of_a_third_package_is_followed(tmp_path: Path) -> None:
    text = 'package end\n\nimport "m.test/m/far"\n\nfunc Now() {\n\tfar.Exit()\n}\n'
    far = 'package far\n\nimport "os"\n\nfunc Exit() {\n\tos.Exit(1)\n}\n'

    assert ends(tmp_path, text, more={"far/far.go": far})


def test_a_function_of_a_fourth_package_is_not_followed(tmp_path: Path) -> None:
    text = 'package end\n\nimport "m.test/m/far"\n\nfunc Now() {\n\tfar.Exit()\n}\n'
    far = 'package far\n\nimport "m.test/m/farther"\n\nfunc Exit() {\n\tfarther.Exit()\n}\n'
    farther = 'package farther\n\nimport "os"\n\nfunc Exit() {\n\tos.Exit(1)\n}\n'

    assert not ends(tmp_path, text, more={"far/far.go": far, "farther/farther.go": farther})


def test_packages_that_import_each_other_come_to_an_end(tmp_path: Path) -> None:
    text = 'package end\n\nimport "m.test/m/a"\n\nfunc Now() {\n\ta.Exit()\n}\n'
    other = 'package a\n\nimport "m.test/m/end"\n\nfunc Exit() {\n\tend.Now()\n}\n'

    assert not ends(tmp_path, text, more={"a/exit.go": other})


def test_a_function_that_calls_itself_comes_to_an_end(tmp_path: Path) -> None:
    assert not ends(tmp_path, "package end\n\nfunc Now() {\n\tNow() // Exit\n}\n")


def test_a_function_that_reaches_too_much_is_not_understood(tmp_path: Path) -> None:
    steps = "".join(f"\nfunc step{number}() {{\n\tstep{number + 1}()\n}}\n" for number in range(99))
    text = END.replace("\tos.Exit(1)", "\tstep0()\n\tos.Exit(1)") + steps + "\nfunc step99() {}\n"

    assert not ends(tmp_path, text)


def test_a_folder_of_too_many_files_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_MOST_FILES", 1)

    assert not ends(tmp_path, END, more={"end/more.go": "package end\n"})


def test_a_folder_of_too_many_bytes_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_MOST_BYTES", 10)

    assert not ends(tmp_path, END)


def test_a_declaration_that_is_too_long_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_LARGEST", 10)

    assert not ends(tmp_path, END)


def test_a_folder_outside_the_repository_is_not_read(tmp_path: Path) -> None:
    write(tmp_path / "outside", {"end.go": END})
    write(tmp_path / "tree", {**MODULE, "a/a.go": CALLER})
    (tmp_path / "tree/end").symlink_to(tmp_path / "outside")

    assert lines(tmp_path / "tree/a/a.go") == [("a.go", 12)]


def test_a_file_that_is_a_symbolic_link_is_not_read(tmp_path: Path) -> None:
    write(tmp_path / "outside", {"end.go": END})
    write(tmp_path / "tree", {**MODULE, "a/a.go": CALLER, "end/doc.go": "package end\n"})
    (tmp_path / "tree/end/end.go").symlink_to(tmp_path / "outside/end.go")

    assert lines(tmp_path / "tree/a/a.go") == [("a.go", 12)]


@pytest.mark.parametrize("path", ["m.test/m/../outside", "m.test/m//end", "m.test/m/.", "m.test/m\\end", "m.test/mm"])
def test_an_import_path_that_is_none_leads_nowhere(tmp_path: Path, path: str) -> None:
    write(tmp_path, {"outside/o.go": END, "m/go.mod": MODULE["go.mod"], "m/end/end.go": END, "mm/end.go": END})

    assert Surroundings(str(tmp_path), Modules().around(str(tmp_path / "m"))).directory(path) is None


def test_a_package_of_another_module_is_not_read(tmp_path: Path) -> None:
    assert not ends(tmp_path, END, more={"end/go.mod": "module other.test/end\n"})


def test_a_module_that_the_workspace_names_is_read(tmp_path: Path) -> None:
    caller = CALLER.replace("m.test/m/end", "other.test/o/end")
    files = {
        ".git/HEAD": "",
        "go.work": "go 1.24\n\nuse (\n\t./m // mine\n\t./o\n)\n",
        "m/go.mod": MODULE["go.mod"],
        "m/a/a.go": caller,
        "o/go.mod": "module other.test/o\n",
        "o/end/end.go": END,
    }
    write(tmp_path, files)
    assert lines(tmp_path) == []

    write(tmp_path, {"go.work": "go 1.24\n\nuse ./m\n"})
    assert lines(tmp_path) == [("a.go", 12)]


def test_a_package_of_the_standard_library_is_imported_without_its_module(tmp_path: Path) -> None:
    write(
        tmp_path, {"go.mod": "module std\n", "end/sub/end.go": END.replace("package end", "package sub"), "a/a.go": ""}
    )

    assert asked(tmp_path).signature("end/sub.Now") is not None
    assert asked(tmp_path).signature("m.test/end/sub.Now") is None


def test_what_the_editor_has_not_saved_counts(tmp_path: Path) -> None:
    assert ends(tmp_path, END)
    unsaved = {str(tmp_path / "end/end.go"): END.replace("os.Exit(1)", "_ = os.Args").encode()}

    assert lines(tmp_path / "a/a.go", unsaved=unsaved) == [("a.go", 12)]
    assert lines(tmp_path / "a/a.go") == []


def test_what_changes_on_disk_counts_for_the_next_scan(tmp_path: Path) -> None:
    assert not ends(tmp_path, "package end\n\nfunc Now() {}\n")
    assert ends(tmp_path, END)
    (tmp_path / "end/end.go").unlink()
    assert lines(tmp_path) == [("a.go", 12)]


def test_several_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_SMALL_FILES", 0)
    many = {f"a{number}/a.go": CALLER.replace("end.Now()", "end.No()") for number in range(6)}
    write(tmp_path, {**MODULE, **many, "end/end.go": END})

    assert lines(tmp_path, jobs=2) == lines(tmp_path, jobs=1) == [("a.go", 12)] * 6


def test_types_have_their_import_paths(tmp_path: Path) -> None:
    text = """package kit

import "net/http"

type (
	Kit struct {
		*Base
		Done chan struct{}
		hook func(Kit) http.Handler
	}
	Base struct{}
)

func (b *Base) Run(limit int) (*Kit, error) { return nil, nil }

func New() *Kit { return &Kit{} }

var Default, other = New(), 1
"""
    write(tmp_path, {**MODULE, "kit/kit.go": text, "a/a.go": "package a\n"})
    known = asked(tmp_path)

    assert str(known.variable("m.test/m/kit.Default")) == str(known.signature("m.test/m/kit.New").results[0])  # type: ignore[union-attr]
    assert known.signature("m.test/m/kit.Base.Run") is not None
    assert known.signature("m.test/m/kit.Kit.Run") is None
    declared = known.declaration("m.test/m/kit.Kit")
    assert declared is not None
    assert "m.test/m/kit" in str(declared.type)
    assert "net/http" in str(declared.type)
    assert known.declaration("m.test/m/kit.None") is None
