"""Findings beside the verdicts on them."""

from collections import Counter
from pathlib import Path

import pytest

from bench import judge
from bench.corpora import Corpus, read_corpora
from bench.judge import Place, compare, read_judged, table

KNOWN = Place("p", "a.go", 1, "GLS201")
GONE = Place("p", "a.go", 2, "GLS201")
NEW = Place("p", "b.go", 3, "GLS301")
ENTRY = '[[finding]]\nrepository = "p"\npath = "a.go"\nline = 1\nrule = "GLS201"\nverdict = "{}"\n'

LEAK = """package p

func f(c chan int) int {
\tanswer := make(chan int)
\tgo func() {
\t\tanswer <- 1
\t}()
\tselect {
\tcase v := <-answer:
\t\treturn v
\tcase v := <-c:
\t\treturn v
\t}
}
"""


def test_findings_and_verdicts_are_told_apart() -> None:
    compared = compare([KNOWN, KNOWN, NEW], {KNOWN: "true", GONE: "false"})

    assert (compared.unjudged, compared.gone) == ((NEW,), (GONE,))
    assert compared.verdicts == {("GLS201", "true"): 1}


def test_the_table_counts_verdicts_by_rule() -> None:
    counts = Counter({("GLS201", "true"): 2, ("GLS301", "false"): 1, ("GLS201", "defensible"): 3})

    assert table(counts)[2:] == ["| GLS201 | 2 | 3 | 0 |", "| GLS301 | 0 | 0 | 1 |", "| all | 2 | 3 | 1 |"]


def test_every_verdict_is_on_a_corpus_that_is_pinned() -> None:
    assert {place.repository for place in read_judged()} <= read_corpora().keys()


@pytest.mark.parametrize("text", [ENTRY.format("perhaps"), ENTRY.format("true") + ENTRY.format("false")])
def test_a_verdict_that_is_unknown_or_given_twice_is_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "GLS201.toml").write_text(text, "utf-8")

    with pytest.raises(ValueError, match=r"GLS201\.toml: p: a\.go:1: GLS201"):
        read_judged(tmp_path)


@pytest.mark.parametrize("repository", [".", ".."])
def test_a_corpus_is_scanned_and_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], repository: str
) -> None:
    """The path of a finding counts from the corpus's root, also where that lies in a repository."""
    tmp_path = tmp_path / "corpus"
    tmp_path.mkdir()
    (tmp_path / repository / ".git").mkdir()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.go").write_text(LEAK, "utf-8")
    monkeypatch.setattr(judge, "read_corpora", lambda: {"p": Corpus("p")})
    monkeypatch.setattr(judge, "read_judged", lambda: {GONE: "false"})

    assert judge.main(["p", f"--corpus=p={tmp_path}", "--rule=GLS201"]) == 1
    assert capsys.readouterr().out.splitlines()[:2] == [
        "not judged: p: in/a.go:6: GLS201",
        "gone: p: a.go:2: GLS201 (false)",
    ]
