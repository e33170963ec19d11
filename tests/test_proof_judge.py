"""The judge of the proof run: it must not believe a case that shows nothing."""

from pathlib import Path

import pytest

from tests.support.cases import Case
from tests.support.goproof import Goroutine, Run, goroutines
from tests.support.proof import judge
from tests.support.regions import function_around, statement_at

SOURCE = """package one

func work(ch chan int, done chan bool) {
	go func() {
		ch <- 1 // want "stuck"
	}()
	for range 2 {
		select {
		case <-done:
		default:
		}
	}
}
"""
BAD = "leak_rule/bad_one"
GOOD = "leak_rule/good_one"


def case_named(name: str, source: str = SOURCE) -> Case:
    return Case(name=name, files={f"{name}/a.go": source}, import_path=name, go_version=(1, 27))


def goroutine_at(name: str, line: int, state: str = "chan send", function: str = "one.work.func1") -> Goroutine:
    return Goroutine(state=state, frames=((f"{name}/a.go", line),), functions=(function,))


def run_with(
    *alive: Goroutine,
    leaked: tuple[Goroutine, ...] = (),
    returned: bool = True,
    counts: dict[str, int] | None = None,
    crash: str = "",
) -> Run:
    return Run(returned=returned, leaked=leaked, goroutines=alive, counts=counts or {}, crash=crash)


def test_a_leaked_goroutine_at_the_wanted_line_proves_a_bad_case() -> None:
    verdict = judge(case_named(BAD), "leak", run_with(leaked=(goroutine_at(BAD, 5),)))

    assert verdict.proven
    assert verdict.evidence == "leak profile: a.go:5"


def test_a_goroutine_that_something_keeps_reachable_counts_by_the_goroutine_profile() -> None:
    verdict = judge(case_named(BAD), "leak", run_with(goroutine_at(BAD, 5)))

    assert verdict.evidence == "goroutine profile: a.go:5"


def test_a_goroutine_elsewhere_proves_nothing() -> None:
    verdict = judge(case_named(BAD), "leak", run_with(goroutine_at(BAD, 7)))

    assert not verdict.proven
    assert verdict.evidence == "nothing at a.go:5"


def test_one_of_two_wanted_lines_is_not_enough() -> None:
    source = SOURCE.replace("range 2 {", 'range 2 { // want "too"')

    assert not judge(case_named(BAD, source), "leak", run_with(goroutine_at(BAD, 5))).proven


def test_the_mark_where_it_blocks_stands_for_the_wanted_line() -> None:
    source = SOURCE.replace("case <-done:", "case <-done: // blocks here")

    assert judge(case_named(BAD, source), "leak", run_with(goroutine_at(BAD, 9))).proven
    assert not judge(case_named(BAD, source), "leak", run_with(goroutine_at(BAD, 5))).proven


def test_a_good_case_leaves_no_goroutine() -> None:
    case = case_named(GOOD, SOURCE.replace(' // want "stuck"', ""))

    assert judge(case, "leak", run_with()).proven
    assert not judge(case, "leak", run_with(goroutine_at(GOOD, 5))).proven
    assert not judge(case, "leak", run_with(returned=False)).proven


@pytest.mark.parametrize("kind", ["leak", "alive", "conn", "thread", "cost"])
def test_a_case_that_dies_proves_nothing_else(kind: str) -> None:
    assert not judge(case_named(BAD), kind, run_with(crash="panic: no\n")).proven


def test_an_idle_connection_proves_a_bad_server() -> None:
    held = run_with(goroutine_at("other", 1, function="net/http.(*conn).serve"))

    assert judge(case_named(BAD), "conn", held).proven
    assert not judge(case_named(BAD), "conn", run_with()).proven
    assert not judge(case_named(GOOD), "conn", held).proven
    assert judge(case_named(GOOD), "conn", run_with()).proven


def test_a_locked_goroutine_proves_a_thread_case() -> None:
    locked = run_with(goroutine_at(BAD, 5, state="sleep, locked to thread"))

    assert judge(case_named(BAD), "thread", locked).proven
    assert not judge(case_named(BAD), "thread", run_with(goroutine_at(BAD, 5))).proven
    assert not judge(case_named(GOOD), "thread", run_with(goroutine_at(GOOD, 5, state="a, locked to thread"))).proven


def test_a_cost_case_must_count() -> None:
    assert judge(case_named(BAD), "cost", run_with(counts={"dropped": 3})).proven
    assert not judge(case_named(BAD), "cost", run_with(counts={"dropped": 0})).proven
    assert judge(case_named(GOOD), "cost", run_with(counts={"dropped": 0})).proven
    assert not judge(case_named(GOOD), "cost", run_with()).proven


def test_a_panic_must_come_from_the_wanted_line() -> None:
    trace = "panic: send on closed channel\n\ngoroutine 1 [running]:\n\t/x/leak_rule/bad_one/a.go:{} +0x1\n"

    assert judge(case_named(BAD), "panic", run_with(crash=trace.format(5))).proven
    assert not judge(case_named(BAD), "panic", run_with(crash=trace.format(6))).proven
    assert not judge(case_named(BAD), "fatal", run_with(crash=trace.format(5))).proven


def test_a_dump_is_read_with_states_frames_and_creators() -> None:
    dump = (
        "goroutine 1 [sleep]:\ntime.Sleep(0x1)\n\t/go/src/runtime/time.go:363 +0x1\n\n"
        "goroutine 9 [chan send, 2 minutes, locked to thread]:\nexample/one.work.func1()\n\t/t/one/a.go:5 +0x2a\n"
        "created by example/one.work in goroutine 1\n\t/t/one/a.go:4 +0x5\n"
    )
    first, second = goroutines(dump, Path("/t"))

    assert first.frames == ()
    assert second.frames == (("one/a.go", 5), ("one/a.go", 4))
    assert second.locked
    assert second.functions[0] == "example/one.work.func1"


@pytest.mark.parametrize(("line", "expected"), [(4, (4, 6)), (5, (5, 5)), (7, (7, 12)), (8, (8, 11)), (9, (9, 9))])
def test_a_statement_covers_the_block_it_opens(line: int, expected: tuple[int, int]) -> None:
    assert statement_at(SOURCE, line) == expected


@pytest.mark.parametrize(("line", "expected"), [(5, (4, 6)), (9, (3, 13)), (1, (1, 1))])
def test_a_line_lies_in_its_innermost_function(line: int, expected: tuple[int, int]) -> None:
    assert function_around(SOURCE, line) == expected
