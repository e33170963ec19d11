"""Input that no build would accept: one sentence, the right exit code, and every finding elsewhere is still there."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.program import LEAKY, add_rule, command, environment, run, write

GOOD = "good.go:4:2: GLS299 every-go: a goroutine is started"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Return a folder with one rule."""
    return add_rule(tmp_path / "rules")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a directory with one sound file that has one finding."""
    return write(tmp_path / "tree", {"good.go": LEAKY.format(package="good", name="f")})


def check(tree: Path, rules: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the check, which must find what is in the sound file and must not show a traceback."""
    done = run("check", "--format=concise", *arguments, cwd=tree, rules=rules)

    assert GOOD in done.stdout.splitlines(), done.stderr
    assert "Traceback" not in done.stderr
    assert all(line.startswith("golint-sched: ") for line in done.stderr.splitlines())
    return done


def sentences(done: "subprocess.CompletedProcess[str]") -> list[str]:
    """Return what was said on standard error."""
    return [line.removeprefix("golint-sched: ") for line in done.stderr.splitlines()]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("binary.go", bytes(range(256)) * 40),
        ("empty.go", b""),
        ("utf16.go", "package a\n".encode("utf-16")),
        ("line.go", b"x" * 100_000_000),
    ],
    ids=["binary", "empty", "utf16", "100 MB in one line"],
)
def test_a_file_that_is_no_go_is_named_and_passed_over(tree: Path, rules: Path, name: str, content: bytes) -> None:
    """It has no package clause."""
    (tree / name).write_bytes(content)

    done = check(tree, rules)

    assert done.returncode == 1
    (sentence,) = sentences(done)
    assert sentence.startswith(f"{name}: no package clause")


@pytest.mark.parametrize(
    "content",
    [
        b'package good\n\nvar s = "\xff\xfe"\n\nfunc g() {\n\tgo run()\n}\n',
        b"\xef\xbb\xbfpackage good\n\nfunc g() {\n\tgo run()\n}\n",
        b"package good\r\n\r\nfunc g() {\r\n\tgo run()\r\n}\r\n",
        b"package good\n\nfunc g() { go run() }",
    ],
    ids=["invalid UTF-8", "byte order mark", "CRLF", "no final newline"],
)
def test_odd_bytes_do_not_hide_a_finding(tree: Path, rules: Path, content: bytes) -> None:
    """The file has one of its own."""
    (tree / "odd.go").write_bytes(content)

    assert "odd.go:" in check(tree, rules).stdout


@pytest.mark.parametrize("separator", ["\n", " "], ids=["20 MB", "20 MB in one line"])
def test_a_file_beyond_the_limit_is_named_and_skipped(tree: Path, rules: Path, separator: str) -> None:
    """A syntax tree of it would not fit the memory."""
    text = "package good\n\nfunc h() {\n\tgo run()\n}\n\nvar t = []int{" + f"1,{separator}" * 7_000_000 + "}\n"
    (tree / "large.go").write_text(text, "utf-8")

    done = check(tree, rules)

    assert done.returncode == 1
    assert sentences(done) == ["large.go: larger than 16 MB, skipped"]


@pytest.mark.parametrize(
    "junk",
    [
        b"\0\1\2\3random\xff" * 1_000_000,
        b"func \n" * 300_000,
        b"type x struct {\n" * 100_000,
        b'} go ( select { := <- ) case " [ \n' * 40_000,
        b'"' * 500_000,
        b"{" * 1_500_000,
    ],
    ids=["binary", "unfinished functions", "unfinished types", "tokens", "quotes", "braces"],
)
def test_megabytes_of_junk_behind_a_package_clause_are_one_sentence(tree: Path, rules: Path, junk: bytes) -> None:
    """Their parsing would take minutes, and the list of their errors would be as long as they are."""
    (tree / "junk.go").write_bytes(b"package good\n\nfunc g() {\n\tgo run()\n}\n\n" + junk)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime

    done = check(tree, rules)

    assert done.returncode == 1
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 30
    (sentence,) = sentences(done)
    assert sentence.startswith("junk.go:")
    assert sentence.endswith(("too many syntax errors in it: not analysed", "binary data, so this is no Go file"))


def test_of_many_syntax_errors_ten_are_named(tree: Path, rules: Path) -> None:
    """And the others counted."""
    broken = "".join(f"func f{number}() {{\n\tgo run(]\n}}\n\n" for number in range(50))
    (tree / "broken.go").write_text(f"package good\n\n{broken}func h() {{\n\tgo run()\n}}\n", "utf-8")

    done = check(tree, rules)

    assert "broken.go:204:2: GLS299" in done.stdout
    *named, rest = sentences(done)
    assert len(named) == 10
    assert "more places in this file could not be read" in rest


def test_ten_thousand_parentheses_do_not_hide_a_finding(tree: Path, rules: Path) -> None:
    """Neither in the other file nor in the other functions of this one."""
    deep = "(" * 10_000 + "1" + ")" * 10_000
    text = f"package good\n\nfunc g() {{\n\tgo run()\n\tx := {deep}\n}}\n\nfunc h() {{\n\tgo run()\n}}\n"
    (tree / "deep.go").write_text(text, "utf-8")

    done = check(tree, rules)

    assert done.returncode in (1, 3)
    assert "deep.go:9:2: GLS299" in done.stdout


def test_a_syntax_error_costs_its_declaration_only(tree: Path, rules: Path) -> None:
    """And is told with its place."""
    (tree / "half.go").write_text("package good\n\nfunc g( {\n\tgo\n}\n\nfunc h() {\n\tgo run()\n}\n", "utf-8")

    done = check(tree, rules)

    assert "half.go:8:2: GLS299" in done.stdout
    assert all(sentence.startswith("half.go:") for sentence in sentences(done))
    assert sentences(done)


def test_links_pipes_and_directories_with_the_name_of_a_file(tree: Path, rules: Path) -> None:
    """None of them is opened as a file, and the directory is a directory."""
    os.mkfifo(tree / "y.go")
    (tree / "loop.go").symlink_to("loop.go")
    (tree / "gone.go").symlink_to("nowhere")
    (tree / "around").symlink_to(tree)
    write(tree, {"x.go/a.go": LEAKY.format(package="a", name="f")})

    done = check(tree, rules)

    assert "x.go/a.go:4:2: GLS299" in done.stdout
    assert sorted(sentence.partition(":")[0] for sentence in sentences(done)) == ["gone.go", "loop.go", "y.go"]


def test_an_unreadable_file_is_exit_code_3(tree: Path, rules: Path) -> None:
    """A link to itself cannot be read, whoever tries; permissions do not stop everybody."""
    (tree / "loop.go").symlink_to("loop.go")

    done = check(tree, rules)

    assert done.returncode == 3
    assert sentences(done) == ["loop.go: cannot be read: Too many levels of symbolic links"]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_exit_code_3(tree: Path, rules: Path) -> None:
    """The rest is reported."""
    write(tree, {"secret.go": "package good\n"})
    (tree / "secret.go").chmod(0)

    done = check(tree, rules)

    assert done.returncode == 3
    assert sentences(done) == ["secret.go: cannot be read: Permission denied"]


def test_a_path_that_does_not_exist_is_exit_code_2(tree: Path, rules: Path) -> None:
    """The other paths are still reported."""
    done = check(tree, rules, ".", "nowhere", "missing.go")

    assert done.returncode == 2
    assert sentences(done) == ["nowhere: No such file or directory", "missing.go: No such file or directory"]


def test_no_go_file_at_all_is_a_warning(tmp_path: Path, rules: Path) -> None:
    """A hook in a repository of many languages must not fail for it."""
    (tmp_path / "empty").mkdir()

    done = run("check", "empty", cwd=tmp_path, rules=rules)

    assert (done.returncode, done.stderr) == (0, "golint-sched: no Go files found\n")


def test_a_closed_pipe_ends_quietly(tree: Path, rules: Path) -> None:
    """As `head` closes it."""
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        [*command(rules), "check"], cwd=tree, env=environment(), stdout=theirs, stderr=subprocess.PIPE, check=False
    )
    os.close(theirs)

    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_do_not_change_the_exit_code(tree: Path, rules: Path, closed: str) -> None:
    """A daemon may start the program without them."""
    words = ["sh", "-c", f'"$@" {closed}', "sh", *command(rules), "check"]
    done = subprocess.run(words, cwd=tree, env=environment(), capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("packages", [1, 120], ids=["one process", "several processes"])
def test_an_interrupt_is_one_line_and_leaves_nobody_behind(tmp_path: Path, packages: int) -> None:
    """Ctrl-C reaches the whole process group."""
    started = tmp_path / "started"
    body = f"import pathlib, time; pathlib.Path({str(started)!r}).touch(); time.sleep(60)\n            yield"
    slow = add_rule(tmp_path / "slow", body=body)
    tree = write(tmp_path / "many", {f"p{n}/a.go": LEAKY.format(package="p", name="f") for n in range(packages)})
    with subprocess.Popen(
        [*command(slow), "check", "--jobs=2"],
        cwd=tree,
        env=environment(),
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        deadline = time.monotonic() + 30
        while not started.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=20)

    assert (process.returncode, errors) == (130, b"golint-sched: interrupted\n")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_a_file_name_that_is_no_text_is_reported(tree: Path, rules: Path) -> None:
    """A name is bytes."""
    if sys.platform == "darwin":
        pytest.skip("its file system takes text only")
    (tree / os.fsdecode(b"\xff.go")).write_text(LEAKY.format(package="good", name="g"), "utf-8")

    assert len(check(tree, rules).stdout.splitlines()) >= 2


def test_of_many_functions_with_too_many_runs_five_are_named(tmp_path: Path) -> None:
    """All of them where more is asked for, none where less is."""
    rules = add_rule(tmp_path / "rules", body="yield limit_reached(function.key, function.name_span)")
    tree = write(tmp_path / "tree", {f"{name}.go": LEAKY.format(package=name, name=name) for name in "abcdefgh"})

    done = run("check", cwd=tree, rules=rules)

    assert done.returncode == 0
    assert len(sentences(done)) == 6
    assert sentences(done)[0] == "a.go:3:6: a has too many runs to follow them all: findings may be missing"
    assert sentences(done)[-1] == "3 more functions with too many runs; -v names them"
    assert sum("too many runs" in each for each in sentences(run("check", "-v", cwd=tree, rules=rules))) == 8
    assert run("check", "-q", cwd=tree, rules=rules).stderr == ""
