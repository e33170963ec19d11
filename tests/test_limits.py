"""The bounds of the path engine: what stays below them, and what is said when a function goes beyond."""

from dataclasses import dataclass
from functools import cache
from unittest.mock import patch

import pytest

from golint_sched.engines.paths import STATE_LIMIT
from golint_sched.engines.paths.counting import STATE_LIMIT as COUNT_LIMIT
from golint_sched.engines.paths.facts import FactFlow
from golint_sched.engines.paths.learning import Known, Learning
from golint_sched.engines.paths.locks_kept import Locks
from golint_sched.engines.paths.terms import Facts
from golint_sched.finding import Finding, Notification
from golint_sched.link import link
from golint_sched.link.package import Package
from golint_sched.lower import lower_file
from tests.support.analysis import load_rule
from tests.support.cases import RULES

HEAD = """package p

import (
	"context"
	"net/http"
	"runtime"
	"sync"
	"time"
)

type store struct {
	mu    sync.Mutex
	wg    sync.WaitGroup
	flags []bool
}

func (s *store) flag(n int) bool { return s.flags[n] }
func work(n int) error           { return nil }
func use(v any)                  {}
func (s *store) start()          { go s.g() }

"""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a rule's resource is had and let go."""

    rule: str
    acquire: str
    release: str
    end: str = ""


SHAPES = (
    Shape("lock_not_released", "s.mu.Lock()", "s.mu.Unlock()"),
    Shape("double_lock", "s.mu.Lock()", "s.mu.Unlock()"),
    Shape("cancel_lost", "_, cancel := context.WithCancel(context.Background())", "cancel()"),
    Shape("body_not_closed", "resp, _ := http.Get(``)", "resp.Body.Close()"),
    Shape("ticker_not_stopped", "ticker := time.NewTicker(1)", "ticker.Stop()"),
    Shape("waitgroup_done_skipped", "s.wg.Add(1)", "s.wg.Done(); s.wg.Add(1)", "s.wg.Wait()"),
    Shape("thread_not_unlocked", "runtime.LockOSThread()", "runtime.UnlockOSThread()"),
    Shape("thread_held_forever", "runtime.LockOSThread()", "runtime.UnlockOSThread()", "for { use(s) }"),
    Shape("thread_lock_imbalance", "runtime.LockOSThread()", "runtime.UnlockOSThread()"),
)
SHAPED = pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.rule)


def linked(*body: str, rest: str = "") -> Package:
    """Return a package with a method `f` of this body, for a Go in which tickers have to be stopped."""
    code = HEAD + "func (s *store) f() {\n" + "\n".join(body) + "\n}\n" + (rest or "func (s *store) g() { s.f() }\n")
    return link((lower_file("p.go", code.encode()),), go_version=(1, 20))


def tangle(shape: Shape) -> tuple[str, ...]:
    """Return statements with more states than any bound: each of many flags decides twice, and in another order."""
    flags = range(30)
    tests = [f"if c{n} {{ {shape.release} }}" for n in flags]
    return (*(f"c{n} := s.flag({n})" for n in flags), shape.acquire, *tests, *reversed(tests), shape.end)


def told(package: Package, rule: str) -> list[str]:
    """Return the notifications of a rule about a package."""
    return [each.text for each in load_rule(RULES / rule).check(package) if isinstance(each, Notification)]


def found(package: Package, rule: str) -> list[Finding]:
    """Return the findings of a rule in a package."""
    return [each for each in load_rule(RULES / rule).check(package) if isinstance(each, Finding)]


def size(package: Package) -> int:
    """Return the number of nodes of all functions."""
    return sum(len(package.graph(function).nodes) for function in package.bodies())


def measured(package: Package, rule: str) -> tuple[list[str], int]:
    """Return the notifications of a rule about a package, and how many steps its walks took with conditions in mind.

    Walks that add up follow edges one by one, the others ask at each node for what holds on all of its edges.
    """
    count = 0
    relevant, steps = FactFlow.relevant, Learning.steps

    def counted(self: FactFlow, index: int, facts: Facts, quiet: frozenset[int] = frozenset()) -> Facts:
        nonlocal count
        count += 1
        return relevant(self, index, facts, quiet)

    def stepped(self: Learning, index: int, known: Known) -> tuple[Known | None, ...]:
        nonlocal count
        count += 1
        return steps(self, index, known)

    with patch.object(FactFlow, "relevant", counted), patch.object(Learning, "steps", stepped):
        texts = told(package, rule)
    return texts, count


@cache
def tangled(shape: Shape) -> tuple[list[str], int]:
    """Return what `measured` does, for the statements of `tangle`."""
    return measured(linked(*tangle(shape)), shape.rule)


@SHAPED
def test_a_function_with_too_many_states_is_named_once(shape: Shape) -> None:
    assert tangled(shape)[0] == ["(*store).f has too many runs to follow them all: findings may be missing"]


@SHAPED
def test_no_walk_goes_on_beyond_its_bound(shape: Shape) -> None:
    """A function is walked at most twice, without its conditions and with them, and a test has two ways out.

    When the bound is reached, up to half of the states that it counts still wait for their turn.
    """
    least = min(COUNT_LIMIT, STATE_LIMIT) // 2
    assert least < tangled(shape)[1] <= 2 * 2 * (STATE_LIMIT + size(linked(*tangle(shape))))


@SHAPED
def test_three_hundred_tests_that_are_asked_once_need_no_bound(shape: Shape) -> None:
    """Between a call and the test of its error there are two states, elsewhere one."""
    tests = (f"if err := work({n}); err != nil {{ use(err) }}" for n in range(300))
    package = linked(shape.acquire, *tests, shape.end)

    texts, steps = measured(package, shape.rule)

    assert texts == []
    assert steps <= 2 * 2 * 2 * size(package)


@SHAPED
def test_five_thousand_statements_need_no_bound(shape: Shape) -> None:
    package = linked(shape.acquire, *(f"use({n})" for n in range(5_000)), shape.end)

    texts, steps = measured(package, shape.rule)

    assert texts == []
    assert steps <= 2 * 2 * size(package)


def test_what_stands_behind_three_hundred_tests_is_found() -> None:
    tests = (f"if err := work({n}); err != nil {{ use(err) }}" for n in range(300))
    last = "if s.flag(0) { return }\ns.mu.Unlock()"

    assert [each.rule_id for each in found(linked("s.mu.Lock()", *tests, last), "lock_not_released")] == ["GLS601"]


def test_of_a_callee_with_too_many_states_its_caller_knows_nothing() -> None:
    """The ways out that were not found may be those that unlock."""
    tests = [f"if c{n} {{ s.mu.Unlock(); s.mu.Lock() }}" for n in range(30)]
    flags = [f"c{n} := s.flag({n})" for n in range(30)]
    outer = "func (s *store) outer() {\n\ts.mu.Lock()\n\ts.f()\n}\n"
    package = linked("if s.flag(0) { return }", *flags, *tests, *reversed(tests), "s.mu.Unlock()", rest=outer)
    locks = Locks(package)
    function = next(each for each in package.bodies() if each.name == "outer")

    walked = [locks.walk(each, key) for each, key in locks.concerned if each is function]

    assert [each.capped and each.capped.name for each in walked] == ["f"]
    assert [each.exits for each in walked] == [()]
    assert [each.name for each in locks.walker.capped] == ["f"]
    assert found(package, "lock_not_released") == []


def test_a_callee_that_was_given_up_has_a_notification_and_its_caller_has_none() -> None:
    tests = [f"if c{n} {{ s.mu.Unlock(); s.mu.Lock() }}" for n in range(30)]
    flags = [f"c{n} := s.flag({n})" for n in range(30)]
    outer = "func (s *store) outer() {\n\ts.f()\n\ts.mu.Lock()\n\ts.mu.Unlock()\n}\n"
    first = "s.mu.Lock(); if s.flag(0) { return }"
    package = linked(*flags, first, *tests, *reversed(tests), "s.mu.Unlock()", rest=outer)

    assert [text.split()[0] for text in told(package, "double_lock")] == ["(*store).f"]
