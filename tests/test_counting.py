"""What the paths of functions count, and wait groups whose count does not come back to zero."""

import pytest

from golint_sched.engines.paths.counting import Counting
from golint_sched.engines.paths.dones import Skip, Skipped, skipped_dones
from golint_sched.engines.paths.tally import Counted, Summary
from golint_sched.finding import Confidence
from golint_sched.flow.graph import Ending
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, PackageName, Selector
from tests.support.linked import function, linked

HEAD = """package p

import (
	"errors"
	"os"
	"sync"

	"example.com/other"
)

var x []int

func up()        {}
func down()      {}
func open(n int) {}
func cond() bool { return len(x) > 1 }
func work() error { return errors.New("x") }
func run(f func()) { f() }
func keep(f func()) bool
func both() { up(); down() }
func once() error { if cond() { return errors.New("x") }; up(); return nil }
func start(f func()) { go f() }
func maybe(f func()) bool { if cond() { return false }; go f(); return true }
func many(f func()) { for range x { go f() } }
func forever() { for {} }

"""


def _counts(package: Package, call: Call) -> int | None:
    """Count `up()`, `down()`, and `open(n)`, of which nobody knows how much it is."""
    (target,) = package.callee(call).functions or (None,)
    return {"up": 1, "down": -1, "open": None}.get(target.name if target is not None else "", 0)


def _is_down(expression: Expression) -> int:
    return -1 if isinstance(expression, PackageName) and expression.name == "down" else 0


def counted(body: str, rest: str = "") -> tuple[Counting, Summary]:
    """Return the walker and what it knows of a function with this body."""
    package = linked(f"{HEAD}func f() {{\n{body}\n}}\n{rest}")
    count = Counted(count=lambda call: _counts(package, call), value=_is_down)
    direct = {each for each in package.bodies() for call in package.calls(each) if _counts(package, call) != 0} | {
        package.owner(node) for node in package.tables.parents if isinstance(node, PackageName) and _is_down(node)
    }
    counting = Counting(package, count, frozenset(each for each in direct if each is not None))
    return counting, counting.walk(function(package, "f"))


def nets(body: str, rest: str = "") -> set[int]:
    """Return what the ways on which the function returns count."""
    return {way.net for way in counted(body, rest)[1].exits if way.ending is Ending.RETURN}


NETS = [
    ("work()", {0}),
    ("up()", {1}),
    ("up(); up(); down()", {1}),
    ("if cond() { up() }", {0, 1}),
    ("up(); if cond() { return }; down()", {0, 1}),
    ("defer down(); up(); if cond() { return }; up()", {0, 1}),
    ("defer func() { down() }(); up()", {0}),
    ("if cond() { defer down() }; up()", {0, 1}),
    ("func() { up() }()", {1}),
    # callees
    ("both()", {0}),
    ("once()", {0, 1}),
    ("if err := once(); err != nil { return }; down()", {0}),
    ("err := once(); if err == nil { down() }", {0}),
    ("run(down)", {-1}),
    ("run(func() { down() })", {-1}),
    # what a goroutine is meant to count, its go statement counts
    ("go down()", {-1}),
    ("go func() { down() }()", {-1}),
    ("go func() { defer down(); work() }()", {-1}),
    ("up(); go func() { if cond() { return }; down() }()", {0}),
    ("go func() { up(); down() }()", {0}),
    ("start(down)", {-1}),
    ("start(func() { down() })", {-1}),
    ("if !maybe(func() { down() }) { return }", {-1, 0}),
    ("if maybe(func() { down() }) { up() }", {0}),
    # conditions
    ("c := cond(); if c { up() }; if c { down() }", {0}),
    ("c := cond(); if c { up() }; if !c { return }; down()", {0}),
    ("c := cond(); if c { up() }; c = cond(); if c { down() }", {-1, 0, 1}),
    # loops
    ("for range x { up(); down() }", {0}),
    ("for range x { up(); if cond() { break }; down() }", {0, 1}),
    ("for range x { up(); go down() }", {0}),
    # ways that do not come back
    ("up(); if cond() { os.Exit(1) }; down()", {0}),
    ("up(); if cond() { panic(1) }; down()", {0}),
    ("defer func() { recover() }(); up(); if cond() { panic(1) }; down()", {0, 1}),
]


@pytest.mark.parametrize(("body", "expected"), NETS)
def test_the_ways_of_a_function_count(body: str, expected: set[int]) -> None:
    assert nets(body) == expected


@pytest.mark.parametrize("body", ["for range x { up() }", "for range x { go down() }; for range x { up() }"])
def test_a_loop_that_counts_one_way_only_is_open(body: str) -> None:
    summary = counted(body)[1]

    assert (summary.open, summary.capped, summary.exits) == (True, False, ())


def test_a_call_of_which_the_count_is_open_gives_its_path_up() -> None:
    summary = counted("if cond() { open(3); return }; up()")[1]

    assert (summary.lost, {way.net for way in summary.exits}) == (True, {1})


def test_a_function_that_counts_given_away_may_be_called_at_any_time() -> None:
    (way,) = counted("keep(down)")[1].exits

    assert (way.net, way.tally.vague) == (-1, True)


def test_a_goroutine_that_may_end_in_two_ways_is_meant_to_count_the_more() -> None:
    counting, _ = counted("", "func g() { if cond() { return }; down() }")

    assert counting.nominal(function(counting.package, "g")) == -1


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("func g() { work() }", 0),
        ("func g() { down(); forever() }", -1),
        ("func g() { for range x { down() } }", None),
        ("func g() { if cond() { g() }; down() }", -1),  # the inner call is left out
    ],
)
def test_what_a_goroutine_is_meant_to_count(code: str, expected: int | None) -> None:
    counting, _ = counted("", code)

    assert counting.nominal(function(counting.package, "g")) == expected


def test_a_function_that_calls_itself_gives_that_path_up() -> None:
    summary = counted("if cond() { f(); return }; up()")[1]

    assert (summary.lost, {way.net for way in summary.exits}) == (True, {1})


def test_a_task_that_a_loop_starts_has_no_known_number() -> None:
    """It is taken to be started once: whoever adds knows how often."""
    assert nets("many(func() { down() })") == {-1}


# -- wait groups ------------------------------------------------------------------------------------------------------


def faults(code: str) -> tuple[Skipped, ...]:
    """Return the faults with the groups of this code, after the head."""
    return skipped_dones(linked(HEAD + code)).skipped


def kinds(body: str, rest: str = "") -> list[Skip]:
    """Return how the count of a local group stays above zero in a function with this body, before it waits."""
    code = f"func f() {{\nvar wg sync.WaitGroup\n{body}\nwg.Wait()\n}}\n{rest}"
    return [each.skip for each in faults(code)]


GROUPS = [
    # right
    ("wg.Add(1); go func() { defer wg.Done(); work() }()", []),
    ("wg.Add(1); go func() { if cond() { wg.Done(); return }; wg.Done() }()", []),
    ("for range x { wg.Add(1); go func() { defer wg.Done() }() }", []),
    ("wg.Add(len(x)); for range x { go func() { defer wg.Done() }() }", []),
    ("wg.Add(2); go func() { wg.Done() }(); go func() { wg.Done() }()", []),
    ("wg.Add(1); if cond() { wg.Done(); return }; go wg.Done()", []),
    ("wg.Add(1); go work2(&wg)", []),
    ("wg.Add(1); go func() { work(); wg.Add(-1) }()", []),
    ("wg.Add(1); done := wg.Done; go func() { defer done() }()", []),
    ("wg.Add(1); go func() { if cond() { os.Exit(1) }; wg.Done() }()", []),
    ("wg.Add(1); go func() { if cond() { panic(1) }; wg.Done() }()", []),
    ("wg.Add(1); keep(wg.Done)", []),
    ("wg.Add(1); other.Run(&wg)", []),
    ("if cond() { wg.Add(1); go wg.Done() }", []),
    # a way of the goroutine
    ("wg.Add(1); go func() { if cond() { return }; wg.Done() }()", [Skip.PATH]),
    ("wg.Add(1); go func() { if err := work(); err != nil { return }; wg.Done() }()", [Skip.PATH]),
    ("wg.Add(1); go func() { switch { case cond(): return }; wg.Done() }()", [Skip.PATH]),
    ("wg.Add(1); go skips(&wg)", [Skip.PATH]),
    ("for range x { wg.Add(1); go func() { if cond() { return }; defer wg.Done() }() }", [Skip.PATH]),
    # a turn of its loop
    (
        "c := make(chan int); go func() { for n := range c { if n < 0 { continue }; wg.Done() } }(); wg.Add(1); c <- 1",
        [Skip.TURN],
    ),
    # a panic
    (
        "wg.Add(1); go func() { defer func() { recover() }(); work(); wg.Done() }()",
        [Skip.PANIC],
    ),
    ("wg.Add(1); go func() { defer func() { recover(); wg.Done() }(); work() }()", []),
    # what is started
    ("for range x { wg.Add(1); if cond() { continue }; go func() { defer wg.Done() }() }", [Skip.START]),
    ("wg.Add(2); go func() { defer wg.Done() }()", [Skip.AMOUNT]),
    ("wg.Add(len(x) + 1); for range x { go func() { defer wg.Done() }() }", [Skip.AMOUNT]),
    # nobody
    ("wg.Add(1); go func() { work() }()", [Skip.NOBODY]),
]
REST = """
func work2(wg *sync.WaitGroup) { defer wg.Done(); work() }
func skips(wg *sync.WaitGroup) { if cond() { return }; wg.Done() }
"""


@pytest.mark.parametrize(("body", "expected"), GROUPS)
def test_the_count_of_a_group_stays_above_zero(body: str, expected: list[Skip]) -> None:
    assert kinds(body, REST) == expected


def test_of_a_group_only_the_surest_fault_is_told() -> None:
    body = "wg.Add(3); go func() { if cond() { return }; wg.Done() }()\ngo func() { if cond() { return }; wg.Done() }()"

    assert kinds(body) == [Skip.PATH]


def test_every_group_has_its_own_count() -> None:
    code = """
func f() {
	var a, b sync.WaitGroup
	a.Add(1)
	b.Add(1)
	go func() { defer a.Done(); if cond() { return }; b.Done() }()
	a.Wait()
	b.Wait()
}
"""
    (found,) = faults(code)

    assert isinstance(found.wait.call.function, Selector)
    assert getattr(found.wait.call.function.base, "name", "") == "b"


@pytest.mark.parametrize(
    ("group", "confidence"),
    [("var wg sync.WaitGroup", Confidence.HIGH), ("wg := &s.wg", Confidence.MEDIUM)],
)
def test_a_group_that_others_can_reach_is_less_sure(group: str, confidence: Confidence) -> None:
    code = f"""
type server struct {{ wg sync.WaitGroup }}
func (s *server) f() {{
	{group}
	wg.Add(1)
	go func() {{ if cond() {{ return }}; wg.Done() }}()
	wg.Wait()
}}
"""
    assert [each.confidence for each in faults(code)] == [confidence]


def test_a_fault_names_the_way_out_the_add_and_the_done_of_another_path() -> None:
    code = (
        "func f() {\nvar wg sync.WaitGroup\nwg.Add(1)\ngo func() { if cond() { return }; wg.Done() }()\nwg.Wait()\n}\n"
    )
    text = HEAD + code
    (found,) = faults(code)

    def part(start: int, end: int) -> str:
        return text[start:end]

    assert part(found.place.start, found.place.end) == "return"
    assert found.add is not None
    assert found.done is not None
    assert found.start is not None
    assert part(found.add.span.start, found.add.span.end) == "wg.Add(1)"
    assert part(found.done.span.start, found.done.span.end) == "wg.Done()"
    assert part(found.start.start, found.start.end).startswith("go func()")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("both()", {(0, True, False)}, id="what comes out even counts nothing"),
        pytest.param("if cond() { start(x0) }", {(0, False, False)}, id="a task that counts nothing starts nothing"),
        pytest.param("if cond() { even() }", {(0, False, False), (0, True, True)}, id="a start that was counted"),
        pytest.param("for { if cond() { break }; even() }", {(0, False, False), (0, True, True)}, id="turns of a loop"),
    ],
)
def test_a_function_of_even_calls_is_told_apart_by_its_flags_only(
    body: str, expected: set[tuple[int, bool, bool]]
) -> None:
    rest = "func x0() {}\nfunc even() { up(); go down() }\n"
    _, summary = counted(body, rest)
    assert {(way.net, way.tally.added, way.tally.started) for way in summary.exits} == expected
    assert not summary.lost


def test_a_function_of_even_calls_knows_which_paths_it_gave_up() -> None:
    _, summary = counted("if cond() { open(1) }; both()")
    assert summary.lost
    assert {way.net for way in summary.exits} == {0}


def test_a_function_whose_every_path_is_given_up_has_no_way_out() -> None:
    _, summary = counted("open(1); both()")
    assert summary.lost
    assert not summary.exits
