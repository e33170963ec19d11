"""Paths become folders, modules and packages."""

import os
import subprocess
from pathlib import Path

import pytest

from golint_sched.discover import Discovery, discover, group, read
from golint_sched.discover.packages import package_name
from tests.support.program import write


def files_of(found: Discovery) -> list[str]:
    """Return all files in the order in which they are analysed."""
    return [file for folder in found.folders for file in folder.files]


def git(root: Path, *arguments: str) -> None:
    """Run git in `root` with an identity of its own."""
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@t", "-C", str(root), *arguments],
        check=True,
        capture_output=True,
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a directory with a file in each kind of place."""
    places = ["a.go", "b/b.go", "vendor/v.go", "testdata/t.go", "node_modules/n.go", ".hidden/h.go", "_old/o.go"]
    return write(tmp_path, dict.fromkeys([*places, "_skipped.go", ".skipped.go", "a.txt"], "package a\n"))


def test_a_directory_means_everything_below_it_but_what_go_does_not_build(tree: Path) -> None:
    """What `go build ./...` would not see is no part of the program."""
    assert files_of(discover(["."], directory=str(tree))) == ["a.go", "b/b.go"]


def test_three_dots_mean_the_same_as_the_directory(tree: Path) -> None:
    """Go users write ./..."""
    assert files_of(discover(["./..."], directory=str(tree))) == ["a.go", "b/b.go"]
    assert files_of(discover(["b/..."], directory=str(tree))) == ["b/b.go"]


def test_a_skipped_directory_is_analysed_where_it_is_named(tree: Path) -> None:
    """Who names it wants it."""
    assert files_of(discover(["vendor", "_skipped.go"], directory=str(tree))) == ["_skipped.go", "a.go", "vendor/v.go"]


def test_a_skipped_directory_stays_skipped_by_force(tree: Path) -> None:
    """A hook names every changed file."""
    found = discover(["vendor/v.go", "b/b.go"], directory=str(tree), force_exclude=True)

    assert files_of(found) == ["b/b.go"]


def test_a_named_file_brings_its_package_along(tmp_path: Path) -> None:
    """Its types and closers stand in the other files."""
    write(tmp_path, {"p/a.go": "package p\n", "p/b.go": "package p\n", "p/sub/c.go": "package sub\n"})

    (folder,) = discover(["p/a.go"], directory=str(tmp_path)).folders

    assert folder.files == ("p/a.go", "p/b.go")
    assert folder.requested == {"p/a.go"}


def test_what_git_ignores_is_skipped_and_what_is_untracked_is_not(tmp_path: Path) -> None:
    """The listing is that of `git add .`."""
    write(tmp_path, {".gitignore": "build/\n", "a.go": "package a\n", "build/b.go": "package b\n", "c/c.go": ""})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "a.go")

    assert files_of(discover(["."], directory=str(tmp_path))) == ["a.go", "c/c.go"]
    assert files_of(discover(["build"], directory=str(tmp_path))) == ["build/b.go"]


def test_a_tracked_file_that_was_deleted_is_no_problem(tmp_path: Path) -> None:
    """Git still lists it."""
    write(tmp_path, {"a.go": "package a\n", "b.go": "package a\n"})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    (tmp_path / "b.go").unlink()

    found = discover(["."], directory=str(tmp_path))

    assert files_of(found) == ["a.go"]
    assert not found.notifications


def test_a_repository_inside_the_directory_keeps_its_own_ignores(tmp_path: Path) -> None:
    """A directory of clones is a common thing to scan."""
    write(tmp_path, {"one/.gitignore": "x.go\n", "one/x.go": "", "one/y.go": "", "z.go": ""})
    git(tmp_path / "one", "init", "-q")

    assert files_of(discover(["."], directory=str(tmp_path))) == ["z.go", "one/y.go"]


def test_the_repository_cannot_make_git_run_a_program(tmp_path: Path) -> None:
    """Its configuration is as untrusted as its code."""
    write(tmp_path, {"a.go": "package a\n", "evil": "#!/bin/sh\ntouch ran\n"})
    (tmp_path / "evil").chmod(0o755)
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "core.fsmonitor", str(tmp_path / "evil"))

    discover(["."], directory=str(tmp_path))

    assert not (tmp_path / "ran").exists()


def test_a_hook_of_another_repository_does_not_redirect_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git exports GIT_DIR to its hooks."""
    write(tmp_path, {"here/a.go": "package a\n", "there/b.go": "package b\n"})
    git(tmp_path / "here", "init", "-q")
    git(tmp_path / "there", "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "there/.git"))

    assert files_of(discover(["here"], directory=str(tmp_path))) == ["here/a.go"]


def test_directories_that_are_links_are_not_entered(tmp_path: Path) -> None:
    """Loops end, and no file is read twice."""
    write(tmp_path, {"a.go": "package a\n", "sub/b.go": "package b\n"})
    (tmp_path / "sub/loop").symlink_to(tmp_path)
    (tmp_path / "self.go").symlink_to(tmp_path / "self.go")

    found = discover(["."], directory=str(tmp_path))

    assert files_of(found) == ["a.go", "sub/b.go"]
    assert [each.text.split(":")[0] for each in found.notifications] == ["self.go"]


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    """The user chose it."""
    write(tmp_path, {"real/a.go": "package a\n"})
    (tmp_path / "link").symlink_to("real")

    assert files_of(discover(["link"], directory=str(tmp_path))) == ["link/a.go"]


def test_a_link_out_of_the_repository_is_not_followed(tmp_path: Path) -> None:
    """The analysed repository does not choose what is read."""
    write(tmp_path, {"outside/secret.go": "package s\n", "repository/a.go": "package a\n"})
    (tmp_path / "repository/b.go").symlink_to(tmp_path / "outside/secret.go")

    found = discover(["."], directory=str(tmp_path / "repository"))

    assert files_of(found) == ["a.go"]
    assert [each.text for each in found.notifications] == [
        "b.go: a symbolic link that leads out of the repository, skipped"
    ]


def test_a_named_pipe_is_never_opened(tmp_path: Path) -> None:
    """Opening it would wait for a writer."""
    os.mkfifo(tmp_path / "y.go")

    found = discover(["."], directory=str(tmp_path))

    assert [each.text for each in found.notifications] == ["y.go: not a regular file, skipped"]


def test_modules_give_import_paths_and_go_versions(tmp_path: Path) -> None:
    """The nearest go.mod counts, below the start as well as above it."""
    modules = {
        "go.mod": "module example.com/outer // the name\n\ngo 1.21.3\n",
        "inner/go.mod": 'module "example.com/inner"\n',
        "a.go": "",
        "x/y/b.go": "",
        "inner/z/c.go": "",
    }
    write(tmp_path, modules)

    found = discover(["."], directory=str(tmp_path))

    assert [(folder.import_path, folder.go_version) for folder in found.folders] == [
        ("example.com/outer", (1, 21)),
        ("example.com/inner/z", None),
        ("example.com/outer/x/y", (1, 21)),
    ]
    (below,) = discover(["."], directory=str(tmp_path / "x/y")).folders
    assert below.import_path == "example.com/outer/x/y"


def test_a_workspace_gives_the_version_where_no_module_does(tmp_path: Path) -> None:
    """A go.work stands above code that has no go.mod."""
    write(tmp_path, {"go.work": "go 1.22\n\nuse ./a\n", "b/b.go": ""})

    (folder,) = discover(["b"], directory=str(tmp_path)).folders

    assert (folder.import_path, folder.go_version) == ("", (1, 22))


def test_paths_are_shown_from_where_the_user_stands(tmp_path: Path) -> None:
    """And lead back to the repository's root for reports that need that."""
    write(tmp_path, {"a.go": "", "sub/b.go": ""})
    git(tmp_path, "init", "-q")

    found = discover([".."], directory=str(tmp_path / "sub"))

    assert files_of(found) == ["../a.go", "b.go"]
    assert (found.root, found.directory) == (str(tmp_path), str(tmp_path / "sub"))


def test_a_path_that_leads_nowhere_does_not_cost_the_others(tmp_path: Path) -> None:
    """Each gets one sentence."""
    write(tmp_path, {"a.go": "", "notes.txt": ""})

    found = discover(["nowhere", "a.go", "notes.txt", "a\0b"], directory=str(tmp_path))

    assert files_of(found) == ["a.go"]
    assert [text.partition(": ")[2] for text in found.missing] == [
        "No such file or directory",
        "not a Go file",
        "embedded null byte",
    ]


def test_a_folder_falls_into_packages_by_clause(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In-package tests belong to their package, external tests are one of their own."""
    clauses = {"a.go": "package p", "a_test.go": "package p", "b_test.go": "package p_test", "gen.go": "package main"}
    write(tmp_path, {"go.mod": "module m\n"} | {path: text + "\n" for path, text in clauses.items()})
    monkeypatch.chdir(tmp_path)
    (folder,) = discover(["."]).folders

    packages, _ = group(folder, read(folder)[0])

    assert [
        (package.name, package.import_path, package.external_test, [file.path for file in package.files])
        for package in packages
    ] == [
        ("main", "m", False, ["gen.go"]),
        ("p", "m", False, ["a.go", "a_test.go"]),
        ("p_test", "m_test", True, ["b_test.go"]),
    ]


def test_programs_in_one_directory_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of examples is run one by one; a program in several files has one main."""
    program = "package main\n\nfunc main() {}\n"
    write(tmp_path, {"a/1.go": program, "a/2.go": program, "b/1.go": program, "b/2.go": "package main\n"})
    monkeypatch.chdir(tmp_path)

    sizes = [[len(package.files) for package in group(f, read(f)[0])[0]] for f in discover(["."]).folders]

    assert sizes == [[1, 1], [2]]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"package a", "a"),
        (b"\xef\xbb\xbf// c\r\n\r\n/* package no\n */ package /* x */ a;", "a"),
        (b"//go:build linux\n\npackage a // b\n", "a"),
        (b"/* * ** /* */package\n\nb", "b"),
        ("package größe\n".encode(), "größe"),
        (b"", None),
        (b"// package a", None),
        (b"/* package a", None),
        (b"\x00\x01package a", None),
        (b"packages a", None),
    ],
)
def test_the_package_clause_is_read_from_bytes(content: bytes, name: str | None) -> None:
    """Comments may stand before it and inside it."""
    assert package_name(content) == name


@pytest.mark.parametrize("unit", [b" ", b"/", b"/*", b"*", b"//\n", b"/**/"])
def test_a_long_head_without_a_clause_is_rejected_in_one_pass(unit: bytes) -> None:
    """Two megabytes would take hours if anything in them were tried twice."""
    assert package_name(unit * (2_000_000 // len(unit))) is None
