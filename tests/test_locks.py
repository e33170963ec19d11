"""What the functions of a package do to its locks, and which of it is a fault."""

import pytest

from golint_sched.engines.paths import Exit
from golint_sched.engines.paths.locks_doubled import double_locks, wrong_unlocks
from golint_sched.engines.paths.locks_kept import Locks
from golint_sched.flow.graph import Ending
from tests.support.linked import function, linked

HEAD = """package p

import (
	"errors"
	"sync"
)

type store struct {
	mu    sync.Mutex
	rw    sync.RWMutex
	once  sync.Once
	next  *store
	parts []*store
	named map[string]*store
	n     int
}

func (s *store) lock()                 { s.mu.Lock() }
func (s *store) unlock()               { s.mu.Unlock() }
func (s *store) count()                { s.mu.Lock(); defer s.mu.Unlock(); s.n++ }
func (s *store) locked() *store        { s.mu.Lock(); return s }
func (s *store) try() bool             { return s.mu.TryLock() }
func (s *store) with(f func())         { s.mu.Lock(); defer s.mu.Unlock(); f() }
func (s *store) lent(f func())         { s.mu.Unlock(); defer s.mu.Lock(); f() }
func (s *store) guard() func()         { s.mu.Lock(); return s.mu.Unlock }
func (s *store) open(n int) error      { s.mu.Lock(); if n < 0 { s.mu.Unlock(); return errBad }; return nil }
func (s *store) doubled()              { s.mu.Lock(); s.count() }
func drop(mu *sync.Mutex)              { mu.Unlock() }
func cond() bool                       { return len(x) > 1 }
func work() error                      { return errBad }

var (
	global sync.Mutex
	x      []int
	errBad = errors.New("bad")
)

type embedded struct {
	sync.Mutex
	n int
}
type outer struct {
	embedded
	sync.RWMutex
}
type inner struct{ *store }

"""


def locks(code: str) -> Locks:
    """Return the locks of a package of this code, after the head."""
    return Locks(linked(HEAD + code))


def ways(code: str, lock: str, key: str = "(*store).f") -> list[Exit]:
    """Return the ways on which the function returns, as what they do to the lock of this name."""
    found = locks(code)
    target = function(found.package, key)
    (name,) = [each for each in found.reach.concerned[target] if each.text == lock]
    walked = found.walk(target, name)
    assert walked.capped is None
    return [way for way in walked.exits if way.ending is Ending.RETURN]


def change(body: str, lock: str = "s.mu", signature: str = "(s *store) f()") -> set[int]:
    """Return by how much the ways out of a function with this body change how often the lock is held."""
    key = "(*store).f" if "store) f(" in signature else "f"
    return {len(way.state.held) - way.state.borrowed for way in ways(f"func {signature} {{\n{body}\n}}\n", lock, key)}


def kept(code: str) -> list[tuple[str, str]]:
    """Return the functions that leave a lock locked which they should not, each with the lock."""
    return [(each.function.name, each.key.text) for each in locks(code).kept()]


def doubled(code: str) -> list[tuple[str, str]]:
    """Return the functions of the code that lock what they hold, each with the lock."""
    found = [(each.function.name, each.key.text) for each in double_locks(locks(code))]
    assert ("doubled", "s.mu") in found
    return [each for each in found if each[0] != "doubled"]


LOCKED = [
    # what the function does itself
    ("s.mu.Lock()", {1}),
    ("s.mu.Unlock()", {-1}),
    ("s.mu.Lock(); s.mu.Unlock()", {0}),
    ("s.mu.Unlock(); s.mu.Lock()", {0}),
    ("s.mu.Lock(); if cond() { return }; s.mu.Unlock()", {0, 1}),
    ("defer s.mu.Unlock(); s.mu.Lock(); if cond() { return }", {0}),
    ("s.mu.Lock(); defer func() { s.n++; s.mu.Unlock() }(); if cond() { return }", {0}),
    ("s.mu.Lock(); defer func() { if cond() { s.mu.Unlock() } }()", {0, 1}),
    ("func() { s.mu.Lock() }()", {1}),
    ("s.mu.Lock(); func() { defer s.mu.Unlock() }()", {0}),
    ("go s.mu.Lock()", set()),
    # by the functions it calls
    ("s.lock()", {1}),
    ("s.unlock()", {-1}),
    ("s.lock(); s.unlock()", {0}),
    ("s.lock(); defer s.unlock(); s.n++", {0}),
    ("s.lock(); drop(&s.mu)", {0}),
    ("s.count(); s.count()", {0}),
    ("s.with(func() { s.n++ })", {0}),
    ("s.lent(func() {})", {0}),
    ("s.mu.Lock(); s.lent(func() {}); s.mu.Unlock()", {0}),
    ("f := s.mu.Unlock; s.mu.Lock(); f()", {0}),
    ("s.mu.Lock(); f := func() { s.mu.Unlock() }; if cond() { f(); return }; f()", {0}),
    # by what a result tells
    ("if err := s.open(1); err != nil { return }; s.mu.Unlock()", {0}),
    ("if err := s.open(1); err == nil { s.mu.Unlock() }", {0}),
    ("if s.open(1) != nil { return }", {0, 1}),
    # TryLock
    ("if s.mu.TryLock() { s.mu.Unlock() }", {0}),
    ("if !s.mu.TryLock() { return }; s.mu.Unlock()", {0}),
    ("ok := s.mu.TryLock(); if ok { s.n++ }; if ok { s.mu.Unlock() }", {0}),
    ("if s.mu.TryLock() { s.n++ }", {0, 1}),
    ("if s.try() { s.mu.Unlock() }", {0}),
    # sync.Once runs it now, or has run it before
    ("s.mu.Lock(); s.once.Do(func() { s.n++ }); s.mu.Unlock()", {0}),
    ("s.once.Do(func() { s.mu.Lock(); s.mu.Unlock() })", {0}),
    # loops and labels
    ("for range x { s.mu.Lock(); s.mu.Unlock() }", {0}),
    ("for range x { s.mu.Lock(); if cond() { break }; s.mu.Unlock() }", {0, 1}),
    ("outer: for range x { s.mu.Lock(); for { if cond() { s.mu.Unlock(); break outer }; s.n++ } }", {0}),
    ("outer: for range x { s.mu.Lock(); for { if cond() { s.mu.Unlock(); continue outer }; s.n++ } }", {0}),
    ("outer: for range x { s.mu.Lock(); for { if cond() { break outer }; s.mu.Unlock(); break } }", {0, 1}),
    ("s.mu.Lock(); again: if cond() { goto again }; s.mu.Unlock()", {0}),
    ("s.mu.Lock(); for cond() { s.mu.Unlock(); s.mu.Lock() }; s.mu.Unlock()", {0}),
    ("sw: switch { case cond(): s.mu.Lock(); if cond() { break sw }; s.mu.Unlock() }", {0, 1}),
    # conditions that are the same
    ("c := cond(); if c { s.mu.Lock() }; s.n++; if c { s.mu.Unlock() }", {0}),
    ("if s.n > 3 { s.mu.Lock() }; if s.n > 3 { s.mu.Unlock() }", {0}),
    ("c := cond(); if c { s.mu.Lock() }; c = cond(); if c { s.mu.Unlock() }", {-1, 0, 1}),
    ("held := false; if cond() { s.mu.Lock(); held = true }; if held { s.mu.Unlock() }", {0}),
    ("err := work(); if err == nil { s.mu.Lock() }; if err != nil { return }; s.mu.Unlock()", {0}),
    ("s.mu.Lock(); if cond() { panic(1) }; s.mu.Unlock()", {0}),
]


@pytest.mark.parametrize(("body", "expected"), LOCKED)
def test_the_ways_out_leave_the_lock(body: str, expected: set[int]) -> None:
    if not expected:
        target = locks(f"func (s *store) f() {{\n{body}\n}}\n")
        assert function(target.package, "(*store).f") not in target.reach.concerned
        return
    assert change(body) == expected


def test_a_read_lock_and_a_write_lock_are_one_object() -> None:
    assert change("s.rw.RLock(); s.rw.RUnlock(); s.rw.Lock(); s.rw.Unlock()", "s.rw") == {0}


def test_a_hold_tells_its_mode() -> None:
    (way,) = ways("func (s *store) f() { s.rw.RLock() }", "s.rw")

    assert [hold.mode for hold in way.state.held] == ["read"]


def test_a_function_that_returns_the_unlock_hands_the_duty_on() -> None:
    (way,) = ways("func (s *store) f() func() { s.mu.Lock(); return s.mu.Unlock }", "s.mu")

    assert way.state.handed_on


EMBEDDED = [
    ("func f(e *embedded) { e.Lock() }", ["e.Mutex"]),
    ("func f(e *embedded) { e.Mutex.Lock() }", ["e.Mutex"]),
    ("func f(o *outer) { o.embedded.Lock() }", ["o.embedded.Mutex"]),
    ("func f(o *outer) { o.RLock() }", ["o.RWMutex"]),
    ("func f(i inner) { i.mu.Lock() }", ["i.store.mu"]),
    ("func f(i inner) { i.store.mu.Lock() }", ["i.store.mu"]),
    ("func f(i inner) { i.lock() }", ["i.store.mu"]),
    ("func f(i inner) { s := i.store; s.mu.Lock() }", ["i.store.mu"]),
]


@pytest.mark.parametrize(("code", "names"), EMBEDDED)
def test_a_promoted_mutex_has_its_whole_path(code: str, names: list[str]) -> None:
    found = locks(code)

    assert [key.text for key in found.reach.concerned[function(found.package, "f")]] == names


DISTINCT = [
    "func f(a, b *store) { a.mu.Lock(); b.mu.Lock(); b.mu.Unlock(); a.mu.Unlock() }",
    "func f(a, b *store) { a.mu.Lock(); b.count(); a.mu.Unlock() }",
    "func f(a *store) { a.mu.Lock(); a.next.mu.Lock(); a.next.mu.Unlock(); a.mu.Unlock() }",
    "func f(a *store) { a.mu.Lock(); a.rw.Lock(); a.rw.Unlock(); a.mu.Unlock() }",
    "func f(a *store) { for _, s := range a.parts { s.mu.Lock() }; for _, s := range a.parts { s.mu.Unlock() } }",
    "func f(a *store) { a.mu.Lock(); for _, s := range a.parts { s.count() }; a.mu.Unlock() }",
    "func f(a *store) { for a != nil { a.mu.Lock(); b := a.next; a.mu.Unlock(); a = b } }",
    "func f(a, b string, s *store) { s.named[a].mu.Lock(); s.named[b].count(); s.named[a].mu.Unlock() }",
    "func f(a *store) { global.Lock(); a.mu.Lock(); a.mu.Unlock(); global.Unlock() }",
    "func f(a *store) { a.mu.Lock(); go a.count(); a.mu.Unlock() }",
    "func f(a *store) { a.mu.Lock(); defer a.mu.Unlock(); defer func() { go a.count() }() }",
    "func f(a *store) { if !a.mu.TryLock() { a.mu.Lock() }; a.mu.Unlock() }",
    "func f(a *store) { a.mu.Lock(); a.mu.TryLock(); a.mu.Unlock() }",
    "func f(a *store) { a.mu.Lock(); a.lent(a.count); a.mu.Unlock() }",
    "func f(a *store) { a.mu.Lock(); local := &store{}; local.count(); a.mu.Unlock() }",
    """func f(v any) {
	if a, ok := v.(*store); ok { a.mu.Lock() } else if b, ok := v.(*inner); ok { b.mu.Lock() }
	if a, ok := v.(*store); ok { a.mu.Unlock() } else if b, ok := v.(*inner); ok { b.mu.Unlock() }
	if a, ok := v.(*store); ok { a.count() } else if b, ok := v.(*inner); ok { b.count() }
}""",
    """func f(v any) {
	switch a := v.(type) { case *store: a.mu.Lock(); case *inner: a.mu.Lock() }
	switch a := v.(type) { case *store: a.mu.Unlock(); case *inner: a.mu.Unlock() }
	if a, ok := v.(*store); ok { a.count() }
}""",
    "func f(v any) { a, ok := v.(*store); if ok { a.mu.Lock() }; if _, ok := v.(*inner); ok { a.mu.Lock() } }",
]


@pytest.mark.parametrize("code", DISTINCT)
def test_nobody_waits_for_a_lock_that_is_another(code: str) -> None:
    assert doubled(code) == []


def test_a_cleanup_of_a_test_runs_after_the_lock_is_released() -> None:
    code = "func hook(t testing.TB, s *store) { s.mu.Lock(); defer s.mu.Unlock(); t.Cleanup(func() { s.count() }) }"
    package = linked(HEAD.replace('"sync"', '"sync"\n"testing"') + code)
    assert [each.function.name for each in double_locks(Locks(package))] == ["doubled"]


GUARDED = """
func (s *store) add() {
	if s.n == 0 { s.mu.Lock(); defer s.mu.Unlock() }
	s.parts = nil
}
func (s *store) addAll() { s.mu.Lock(); s.add(); s.mu.Unlock() }
"""


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("func (s *store) run() { if s.n > 0 { s.each() } }\nfunc (s *store) each() { s.addAll() }", 1),
        ("func (s *store) run() { if s.n != 0 { s.each() } }\nfunc (s *store) each() { s.addAll() }", 0),
        ("func (s *store) run() { n := s.n; if n != 0 { s.addAll() } }", 1),
        ("func (s *store) run() { if s.n != 0 { s.reset(); s.addAll() } }\nfunc (s *store) reset() { s.n = 0 }", 1),
        ("func (s *store) run() { if s.n != 0 { s.addAll() }; s.addAll() }", 1),
        ("func (s *store) run() { if s.n != 0 { s.addAll() } }\nfunc (s *store) Run() { s.addAll() }", 1),
        ("func (s *store) run() { if s.n != 0 { s.addAll() } }\nvar all = (*store).addAll", 1),
        ("func (s *store) run() { if s.n != 0 { s.mu.Lock(); s.add(); s.mu.Unlock() }; s.addAll() }", 1),
        ("func (s *store) run() { if s.n != 0 { s.next.mu.Lock(); s.next.add(); s.next.mu.Unlock() }; s.addAll() }", 2),
        ("func (s *store) run() { if s.n == 0 { s.mu.Lock(); s.add(); s.mu.Unlock() }; s.addAll() }", 2),
    ],
)
def test_a_condition_on_a_field_is_known_in_what_is_called(code: str, count: int) -> None:
    assert len(doubled(GUARDED + code)) == count


def test_a_copy_of_a_field_that_nobody_assigns_tells_of_the_field() -> None:
    code = """
type part struct { mu sync.Mutex; own bool }
func (p *part) add()    { if !p.own { p.mu.Lock(); defer p.mu.Unlock() } }
func (p *part) addAll() { p.mu.Lock(); p.add(); p.mu.Unlock() }
func (p *part) run()    { switch own := p.own; own { case true: p.addAll() } }
"""
    assert doubled(code) == []
    assert doubled(code + "func (p *part) take() { p.own = cond() }") == [("addAll", "p.mu")]


SAME = [
    ("func f(a *store) { a.mu.Lock(); a.mu.Lock() }", "a.mu"),
    ("func f(a *store) { a.mu.Lock(); b := a; b.mu.Lock() }", "a.mu"),
    ("func f(a *store) { a.mu.Lock(); a.count() }", "a.mu"),
    ("func f(a *store) { a.lock(); a.count() }", "a.mu"),
    ("func f(a *store) { a.mu.Lock(); defer a.mu.Unlock(); a.locked() }", "a.mu"),
    ("func f(a *store) { a.mu.Lock(); func() { a.count() }() }", "a.mu"),
    ("func f(a *store) { a.mu.Lock(); a.once.Do(func() { a.count() }) }", "a.mu"),
    ("func f(a *store) { for range x { a.mu.Lock(); defer a.mu.Unlock() } }", "a.mu"),
    ("func f(a *store) { for _, s := range a.parts { s.mu.Lock(); s.count(); s.mu.Unlock() } }", "s.mu"),
    ("func f(a *store) { a.next.mu.Lock(); a.next.count() }", "a.next.mu"),
    ("func f() { global.Lock(); g() }\nfunc g() { global.Lock(); global.Unlock() }", "global"),
    ("func f(e *embedded) { e.Lock(); e.Mutex.Lock() }", "e.Mutex"),
    ("func f(i inner) { i.lock(); i.store.count() }", "i.store.mu"),
    ("func f(a *store) { a.rw.Lock(); a.rw.RLock() }", "a.rw"),
    ("func f(a *store) { a.rw.RLock(); a.rw.Lock() }", "a.rw"),
    ("func f(a *store) { c := cond(); if c { a.mu.Lock() }; if c { a.count() } }", "a.mu"),
    ("func f(v any) { if a, ok := v.(*store); ok { a.mu.Lock() }; if a, ok := v.(*store); ok { a.count() } }", "v.mu"),
    (
        "func f(a *store, v any) { if _, k := v.(error); k { a.mu.Lock() }; if _, ok := v.(*store); ok { a.count() } }",
        "a.mu",
    ),
]


@pytest.mark.parametrize(("code", "lock"), SAME)
def test_a_goroutine_waits_for_itself(code: str, lock: str) -> None:
    assert doubled(code) == [("f", lock)]


def test_a_second_read_lock_waits_only_where_somebody_writes() -> None:
    twice = "func f(a *store) { a.rw.RLock(); a.rw.RLock(); a.rw.RUnlock(); a.rw.RUnlock() }\n"

    assert doubled(twice) == []
    assert doubled(twice + "func g(a *store) { a.rw.Lock(); a.rw.Unlock() }") == [("f", "a.rw")]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("s.rw.Lock(); s.rw.RUnlock()", 1),
        ("s.rw.RLock(); s.rw.Unlock()", 1),
        ("s.rw.RLock(); defer s.rw.Unlock()", 1),
        ("s.rw.RLock(); s.rw.RUnlock()", 0),
        ("c := cond(); if c { s.rw.Lock() } else { s.rw.RLock() }; if c { s.rw.Unlock() } else { s.rw.RUnlock() }", 0),
    ],
)
def test_an_unlock_of_the_other_kind_is_wrong(body: str, count: int) -> None:
    assert len(list(wrong_unlocks(locks(f"func (s *store) f() {{\n{body}\n}}\n")))) == count


KEPT = [
    ("func f(a *store) { a.mu.Lock(); if cond() { return }; a.mu.Unlock() }", ["a.mu"]),
    ("func f(a *store) { a.lock(); if cond() { return }; a.unlock() }", ["a.mu"]),
    ("func f(a, b *store) { a.lock(); b.lock(); b.unlock(); if cond() { return }; a.unlock() }", ["a.mu"]),
    ("func f(e *embedded) { e.Lock(); if cond() { return }; e.Unlock() }", ["e.Mutex"]),
    ("func f(a *store) { a.rw.RLock(); if cond() { return }; a.rw.RUnlock() }", ["a.rw"]),
    ("func f() { global.Lock(); if cond() { return }; global.Unlock() }", ["global"]),
    ("func f(a *store) { for range x { a.mu.Lock(); if cond() { continue }; a.mu.Unlock() } }", ["a.mu"]),
    ("func f(a *store) { if a.mu.TryLock() { if cond() { return }; a.mu.Unlock() } }", ["a.mu"]),
    ("func f(a *store) { a.mu.Lock(); if cond() { panic(1) }; a.mu.Unlock() }", []),
    ("func f(a *store) bool { a.mu.Lock(); if cond() { return true }; a.mu.Unlock(); return false }", []),
    ("func f(a *store) func() { a.mu.Lock(); if cond() { return a.mu.Unlock }; a.mu.Unlock(); return nil }", []),
    ("func f() { a := &store{}; a.mu.Lock(); if cond() { return }; a.mu.Unlock() }", []),
    ("func fLocked(a *store) { a.mu.Lock() }", []),
    ("func f(a *store) { unlock := a.guard(); if cond() { unlock(); return }; unlock() }", []),
    ("func f(a *store) { a.mu.Lock(); c := cond(); if c { a.mu.Unlock() }; if c { return }; a.mu.Unlock() }", []),
]


@pytest.mark.parametrize(("code", "left"), KEPT)
def test_what_a_way_out_leaves_locked(code: str, left: list[str]) -> None:
    assert [lock for name, lock in kept(code) if name.startswith("f")] == left
