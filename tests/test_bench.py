"""The benchmark's own parts: what it reads, and how it measures and judges."""

import re
import sys
from pathlib import Path

import pytest

from bench.corpora import read_corpora
from bench.measure import best, measure
from bench.run import Ratio


def test_every_corpus_is_pinned() -> None:
    corpora = read_corpora()

    assert corpora["go"].toolchain
    for corpus in corpora.values():
        assert corpus.toolchain or re.fullmatch(r"[0-9a-f]{40}", corpus.commit)
        assert corpus.toolchain or corpus.repository.startswith("https://github.com/")


def test_a_cost_has_the_exit_code_and_the_memory_of_the_program() -> None:
    cost = measure([sys.executable, "-c", "x = bytearray(200_000_000); raise SystemExit(3)"])

    assert cost.code == 3
    assert 200_000_000 < cost.peak < 600_000_000
    assert cost.wall > 0


def test_the_best_of_several_runs_is_the_quickest(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    program = f"import pathlib, time; p = pathlib.Path({str(mark)!r}); time.sleep(0 if p.exists() else 1); p.touch()"

    assert best([sys.executable, "-c", program], 2).wall < 1


@pytest.mark.parametrize(
    ("ratio", "kept"),
    [
        (Ratio("a", 1.0, 2.0), True),
        (Ratio("a", 3.0, 2.0), False),
        (Ratio("a", 1.0, 2.0, at_most=False), False),
        (Ratio("a", 2.0, 2.0, at_most=False), True),
    ],
)
def test_a_budget_is_kept_on_its_own_side(ratio: Ratio, *, kept: bool) -> None:
    assert ratio.kept is kept
