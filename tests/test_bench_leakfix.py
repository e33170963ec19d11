"""The score on real fixes: what counts as a hit, what as silence, and what cannot be scored."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from bench.leakfix import Fix, Score, Setting, details, main, read_fixes, score, tabulate
from tests.support.program import write

HEAD = """package run

import "context"

func compute() int { return 1 }

"""
FETCH = """func Fetch(ctx context.Context) int {
\tresults := make(chan int)
\tgo func() {
\t\tresults <- compute()
\t}()
\tselect {
\tcase result := <-results:
\t\treturn result
\tcase <-ctx.Done():
\t\treturn 0
\t}
}
"""
LEAKY = HEAD + FETCH
SEND = LEAKY[: LEAKY.index("results <-")].count("\n") + 1
MENDED = LEAKY.replace("make(chan int)", "make(chan int, 1)")
MENDED_BESIDE_ANOTHER = MENDED + FETCH.replace("Fetch", "Again")
REWORDED = LEAKY.replace("return 0", "return -1")


def git(repository: Path, *arguments: str) -> str:
    """Run git in `repository` with an identity of its own, and return what it prints."""
    identity = ["-c", "user.name=t", "-c", "user.email=t@t"]
    done = subprocess.run(
        ["git", *identity, "-C", str(repository), *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def commit(repository: Path, content: str) -> str:
    """Write the one Go file of the repository, commit it, and return the commit's id."""
    write(repository, {"inner/run.go": content})
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "change")
    return git(repository, "rev-parse", "HEAD")


def fixed(
    tmp_path: Path, after: str, *, before: str = LEAKY, module: bool = True, lines: tuple[int, ...] = (SEND,)
) -> Fix:
    """Return a fix that turns `before` into `after`, in a new repository below `tmp_path`/repositories."""
    repository = tmp_path / "repositories" / "owner+name"
    write(repository, {"go.mod": "module example.com/name\n\ngo 1.22\n"} if module else {"README": "name\n"})
    git(repository, "init", "-q")
    parent = commit(repository, before)
    return Fix(
        id="name-1",
        repo="owner/name",
        fix=commit(repository, after),
        parent=parent,
        path="inner/run.go",
        path_after="inner/run.go",
        func="Fetch",
        lines_before=lines,
        category="send-no-receiver",
        why="nobody receives once the context has ended",
    )


def setting(tmp_path: Path) -> Setting:
    """Return where `fixed` put the repository, with an own cache."""
    return Setting(cache=tmp_path / "cache", repositories=tmp_path / "repositories", select=("GLS201",))


def listed(tmp_path: Path, *fixes: Fix) -> str:
    """Write the fixes as the script reads them and return the path of the file."""
    lines = [json.dumps({name: getattr(fix, name) for name in fix.__slots__}) for fix in fixes]
    path = tmp_path / "fixes.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return str(path)


@pytest.mark.parametrize(("line", "hits"), [(SEND - 2, 0), (SEND - 1, 1), (SEND, 1), (SEND + 1, 1), (SEND + 2, 0)])
def test_a_hit_lies_within_one_line(tmp_path: Path, line: int, hits: int) -> None:
    assert len(score(fixed(tmp_path, MENDED, lines=(line,)), setting(tmp_path)).hits) == hits


def test_a_related_place_shows_the_fix_and_is_no_hit(tmp_path: Path) -> None:
    done = score(fixed(tmp_path, MENDED, lines=(LEAKY[: LEAKY.index("make(chan")].count("\n") + 1,)), setting(tmp_path))

    assert not done.hits
    assert not done.hit_and_silent
    assert done.shown_and_silent
    assert tabulate([done])[0].shown_silent == 1


def test_a_hit_that_is_gone_after_the_fix_is_silent(tmp_path: Path) -> None:
    assert score(fixed(tmp_path, MENDED), setting(tmp_path)).hit_and_silent


def test_a_hit_that_stays_after_the_fix_is_not_silent(tmp_path: Path) -> None:
    done = score(fixed(tmp_path, REWORDED), setting(tmp_path))

    assert done.hits
    assert [each.rule for each in done.lasting] == ["GLS201"]
    assert not done.hit_and_silent


def test_a_report_in_another_function_does_not_break_the_silence(tmp_path: Path) -> None:
    assert score(fixed(tmp_path, MENDED_BESIDE_ANOTHER), setting(tmp_path)).hit_and_silent


def test_a_hit_in_another_function_is_silent_only_if_it_is_gone_there(tmp_path: Path) -> None:
    fix = replace(fixed(tmp_path, REWORDED), func="compute")

    assert not score(fix, setting(tmp_path)).hit_and_silent


def test_an_analysis_that_failed_is_no_silence(tmp_path: Path) -> None:
    done = score(fixed(tmp_path, MENDED), setting(tmp_path))

    assert not replace(done, failures=("inner/run.go: not analysed",)).hit_and_silent


def test_the_snapshots_hold_the_package_and_the_modules_file(tmp_path: Path) -> None:
    fix = fixed(tmp_path, MENDED)
    score(fix, setting(tmp_path))

    folder = tmp_path / "cache" / fix.id
    assert (folder / "before/inner/run.go").read_text("utf-8") == LEAKY
    assert (folder / "after/inner/run.go").read_text("utf-8") == MENDED
    assert (folder / "before/go.mod").is_file()


def test_a_cached_fix_needs_no_repository(tmp_path: Path) -> None:
    fix = fixed(tmp_path, MENDED)
    first = score(fix, setting(tmp_path))
    shutil.rmtree(tmp_path / "repositories")

    assert score(fix, Setting(cache=tmp_path / "cache", select=("GLS201",))) == first


def test_a_cached_fix_of_other_commits_is_laid_out_anew(tmp_path: Path) -> None:
    fix = fixed(tmp_path, MENDED)
    score(fix, setting(tmp_path))

    assert not score(replace(fix, parent=fix.fix), setting(tmp_path)).hits


@pytest.mark.parametrize("name", ["owner+name", "owner/name"])
def test_a_clone_may_be_bare_and_have_either_name(tmp_path: Path, name: str) -> None:
    fix = fixed(tmp_path, MENDED)
    clones = tmp_path / "clones"
    git(tmp_path, "clone", "-q", "--bare", str(tmp_path / "repositories/owner+name"), str(clones / name))

    assert score(fix, replace(setting(tmp_path), repositories=clones)).hit_and_silent


def test_what_cannot_be_laid_out_is_unavailable_and_says_why(tmp_path: Path) -> None:
    fix = fixed(tmp_path, MENDED)

    def reason(fix: Fix) -> str:
        return score(fix, setting(tmp_path)).unavailable

    assert reason(replace(fix, repo="owner/gone")) == "no clone of owner/gone"
    assert reason(replace(fix, path_after="inner/gone.go")) == f"no inner/gone.go at {fix.fix[:12]}"
    assert reason(replace(fix, parent="0" * 40)).startswith("no commit 000000000000 in the clone: ")
    assert not (tmp_path / "cache" / fix.id).exists()


def test_a_missing_repository_is_counted_apart(tmp_path: Path) -> None:
    fix = fixed(tmp_path, MENDED)
    scores = [score(each, setting(tmp_path)) for each in (fix, replace(fix, id="gone-1", repo="owner/gone"))]

    total = tabulate(scores)[-1]
    assert (total.fixes, total.hit, total.silent, total.unavailable) == (1, 1, 1, 1)


def test_the_table_has_a_row_for_each_category_and_the_sums(tmp_path: Path) -> None:
    fix = fixed(tmp_path, MENDED)
    rows = tabulate([Score(replace(fix, category="b")), score(fix, setting(tmp_path)), Score(replace(fix))])

    assert [(row.category, row.hit, row.fixes) for row in rows] == [
        ("b", 0, 1),
        ("send-no-receiver", 1, 2),
        ("all", 1, 3),
    ]


def test_the_script_prints_the_table_and_the_misses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fix = fixed(tmp_path, MENDED)
    missed = replace(fix, id="name-2", lines_before=(1,))
    where = ["--repositories", str(tmp_path / "repositories"), "--jobs", "1"]

    assert main([listed(tmp_path, fix, missed), *where, "--verbose", "--markdown"]) == 0
    printed = capsys.readouterr().out
    assert "| send-no-receiver | 1 | 1 | 1 | 1 | 2 | 0 |" in printed
    assert "MISS: name-2 [send-no-receiver] inner/run.go, Fetch, lines 1\n" in printed
    assert f"  in the function: {SEND}: GLS201 (high)" in printed


def test_a_method_of_a_value_is_known_with_and_without_parentheses(tmp_path: Path) -> None:
    of_value = "type T struct{}\n\n" + FETCH.replace("func Fetch", "func (t T) Fetch")
    fix = fixed(tmp_path, HEAD + of_value)
    missed = replace(fix, parent=fix.fix, lines_before=(1,))
    where = replace(setting(tmp_path), nearby=True)

    for func in ("T.Fetch", "(T).Fetch"):
        told = "\n".join(details([score(replace(missed, func=func), where)]))
        assert "in the function: " in told


def test_a_held_out_repository_is_not_looked_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fix = fixed(tmp_path, MENDED)
    held_out = replace(fix, id="etcd-1", repo="etcd-io/etcd")
    (tmp_path / "repositories/owner+name").rename(tmp_path / "repositories/etcd-io+etcd")

    main([listed(tmp_path, held_out), "--repositories", str(tmp_path / "repositories"), "--cache", str(tmp_path / "c")])
    assert "held out, and not looked at: 1" in capsys.readouterr().out
    assert not (tmp_path / "c").exists()


def test_an_id_that_leads_out_of_the_cache_is_refused(tmp_path: Path) -> None:
    path = listed(tmp_path, replace(fixed(tmp_path, MENDED), id="../name"))

    with pytest.raises(ValueError, match="no folder's name"):
        read_fixes(Path(path))


TICKS = """package p

import "time"

func f(stop chan struct{}) {
	for range time.Tick(time.Second) {
		select {
		case <-stop:
			return
		default:
		}
	}
}
"""


def test_code_older_than_modules_is_that_of_the_given_go_version(tmp_path: Path) -> None:
    fix = fixed(tmp_path, MENDED, before=TICKS, module=False, lines=(6,))
    old = replace(setting(tmp_path), select=("GLS501",), go_version=(1, 22))

    assert score(fix, old).hits
    assert not score(fix, replace(old, go_version=None)).hits
