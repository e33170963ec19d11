"""The path engine: what is held on each way out of a function, and who is to blame."""

import pytest

from golint_sched.engines.paths import (
    DEPTH_LIMIT,
    THREAD,
    EventKind,
    Kept,
    Role,
    Walked,
    Walker,
    events,
    role,
    roots_of,
    runs_once,
    steps,
    thread_duties,
)
from golint_sched.finding import Confidence
from golint_sched.flow.graph import Ending
from golint_sched.knowledge.threads import changes_thread
from golint_sched.link import link
from golint_sched.link.package import Package
from golint_sched.lower import lower_file
from golint_sched.model.functions import Function
from golint_sched.prefilter import parts
from golint_sched.source import SourceFile

HEAD = """package p

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	rt "runtime"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func lock()   { rt.LockOSThread() }
func unlock() { rt.UnlockOSThread() }
func cond() bool { return len(os.Args) > 1 }
func work() error { return errors.New("x") }
"""


def linked(code: str, path: str = "p.go") -> Package:
    """Return a package of this code, after some helpers."""
    return link((lower_file(path, (HEAD + code).encode()),))


def named(package: Package, name: str) -> Function:
    """Return the function of this name, or the literal of this key."""
    return next(each for each in package.functions if name in (each.name, each.key))


def walked(code: str, name: str = "f") -> Walked:
    """Return what the walk over the function `name` finds."""
    package = linked(code)
    return Walker(package, THREAD).walk(named(package, name))


def held(body: str, signature: str = "f()") -> set[int]:
    """Return how many locks are held on the ways on which a function with this body returns."""
    found = walked(f"func {signature} {{\n{body}\n}}")
    assert found.capped is None
    return {len(way.state.held) for way in found.exits if way.ending is Ending.RETURN}


L, U, D = "rt.LockOSThread()\n", "rt.UnlockOSThread()\n", "defer rt.UnlockOSThread()\n"

BODIES = [
    # plain
    (L + U, {0}),
    (L, {1}),
    (L + L + U, {1}),
    (L + L + U + U, {0}),
    (L + D + "if cond() { return }", {0}),
    (L + "if cond() { return }\n" + U, {0, 1}),
    ("if cond() { return }\n" + L + U, {0}),
    # deferred calls run only if control passed their statement, the last one first
    ("if cond() {\n" + D + "}\n" + L, {0, 1}),
    ("defer func() { rt.UnlockOSThread() }()\n" + L, {0}),
    ("defer unlock()\n" + L, {0}),
    ("defer rt.LockOSThread()\n" + L + U, {1}),
    ("defer unlock()\ndefer lock()", {0}),
    ("for range 2 {\n" + L + D + "}", {0}),
    # one value for one condition
    ("c := cond()\nif c {\n" + L + "}\nif c {\n" + U + "}", {0}),
    ("c := cond()\nif c {\n" + L + "}\nif !c { return }\n" + U, {0}),
    ("c := cond()\nif c {\n" + L + "}\nc = cond()\nif c {\n" + U + "}", {0, 1}),
    ("c := cond()\nif c {\n" + L + "}\nset(&c)\nif c {\n" + U + "}", {0, 1}),
    ("locked := false\nif cond() {\n" + L + "locked = true\n}\nif locked {\n" + U + "}", {0}),
    ("var locked bool\nif cond() {\n" + L + "locked = true\n}\nif !locked { return }\n" + U, {0}),
    ("n := len(xs)\nif n > 3 {\n" + L + "}\nif 3 < n {\n" + U + "}", {0}),
    ("n := len(xs)\nif n >= 3 {\n" + L + "}\nif n < 3 { return }\n" + U, {0}),
    ("n := len(xs)\nif n >= 3 {\n" + L + "}\nif n < 4 { return }\n" + U, {0, 1}),
    ("if len(xs) == 0 { return }\n" + L + "if len(xs) == 0 { return }\n" + U, {0}),
    ("err := work()\nif err != nil { return }\n" + L + "if err != nil { return }\n" + U, {0}),
    ("err := work()\nif err != nil { return }\n" + L + "err = work()\nif err != nil { return }\n" + U, {0, 1}),
    ("err := work()\n" + L + "if err == nil {\n" + U + "}\nif nil != err {\n" + U + "}", {0}),
    ("err := work()\n" + L + "if err != nil {\n" + U + "}\nother := err\nif other == nil {\n" + U + "}", {0}),
    ('mode := "a"\nif mode == "b" {\n' + L + "}", {0}),
    ('mode := os.Args[0]\nswitch mode { case "a":\n' + L + '}\nswitch mode { case "a":\n' + U + "}", {0}),
    ('mode := os.Args[0]\nif mode == "a" {\n' + L + '}\nswitch mode { case "b": return; case "a":\n' + U + "}", {0}),
    ("if s.on {\n" + L + "}\nif s.on {\n" + U + "}", {0}),
    ("if s.on {\n" + L + "}\ns.on = cond()\nif s.on {\n" + U + "}", {0, 1}),
    ("if cond() {\n" + L + "}\nif cond() {\n" + U + "}", {0, 1}),
    (
        "state := first\nfor {\nswitch state {\ncase first:\n" + L + "state = last\ncase last:\n" + U + "return\n}\n}",
        {0},
    ),
    # closures see the variables around them
    ("ok := true\n" + L + "defer func() { if ok { rt.UnlockOSThread() } }()\nif cond() { ok = false }", {0, 1}),
    ("ok := true\n" + L + "defer func() { if ok { unlock() } }()\ndefer func() { ok = true }()\nok = false", {0}),
    ("c := true\nset := func() { c = cond() }\nif c {\n" + L + "}\nset()\nif c {\n" + U + "}", {0, 1}),
    (
        "c := true\nrun(func() { c = cond() })\nif c {\n" + L + "}\nrun(func() { c = false })\nif c {\n" + U + "}",
        {0, 1},
    ),
    ("func() {\n" + L + "}()\n" + U, {0}),
    ("release := func() {\n" + U + "}\n" + L + "if cond() { release(); return }\nrelease()", {0}),
    # endings
    (L + "if cond() { panic(1) }\n" + U, {0}),
    (L + 'if cond() { log.Fatal("x") }\n' + U, {0}),
    (L + "if cond() { os.Exit(1) }\n" + U, {0}),
    (L + "if cond() { rt.Goexit() }\n" + U, {0}),
    ("defer func() { recover() }()\n" + L + "if cond() { panic(1) }\n" + U, {0, 1}),
    (L + "defer func() {\nif cond() { rt.Goexit() }\n" + U + "}()", {0}),
    (L + "defer os.Exit(1)", set()),
    # loops
    ("for cond() {\n" + L + "if cond() { break }\n" + U + "}", {0, 1}),
    ("for cond() {\n" + L + "if cond() {\n" + U + "continue\n}\n" + U + "}", {0}),
    ("again:\n" + L + "if cond() {\n" + U + "goto again\n}\n" + U, {0}),
    ("for i := 0; i < 3; i++ {\n" + L + "}\nfor i := 0; i < 3; i++ {\n" + U + "}", {0}),
    ("select {\ncase <-ch:\n" + L + "default:\n}", {0, 1}),
    # helpers
    ("lock()\nunlock()", {0}),
    ("lock()\ndefer unlock()", {0}),
    ("both()", {0}),
    ("toggle(true)\ntoggle(false)", {0}),
    ("if try() {\ndefer unlock()\n}", {0}),
    ("if !try() { return }\nunlock()", {0}),
    ("if err := start(); err != nil { return }\nunlock()", {0}),
    ("err := start()\nif err == nil {\nunlock()\n}", {0}),
    ("start()", {0, 1}),
    ("spin(3)", {0}),
]
HELPERS = """
type T struct{ on bool }
const (
	first = iota
	last
)
var s *T
var xs []int
var ch chan int
func set(*bool) {}
func run(g func()) { g() }
func both() { lock(); defer unlock() }
func toggle(on bool) { if on { rt.LockOSThread() } else { rt.UnlockOSThread() } }
func try() bool { if cond() { return false }; rt.LockOSThread(); return true }
func start() error {
	if err := work(); err != nil { return fmt.Errorf("start: %w", err) }
	rt.LockOSThread()
	return nil
}
func spin(n int) { if n == 0 { return }; lock(); spin(n - 1); unlock() }
"""


@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_a_function_returns_with_as_many_locks_as_its_paths_leave(body: str, expected: set[int]) -> None:
    found = walked(f"{HELPERS}\nfunc f() {{\n{body}\n}}")

    assert found.capped is None
    assert {len(way.state.held) for way in found.exits if way.ending is Ending.RETURN} == expected


def test_a_named_result_is_what_return_makes_it() -> None:
    body = (
        L + "defer func() { if err == nil { rt.UnlockOSThread() } }()\nif cond() { return errors.New(`x`) }\nreturn nil"
    )

    assert held(body, "f() (err error)") == {0, 1}
    assert held(body.replace("errors.New(`x`)", "nil"), "f() (err error)") == {0}


def test_the_results_of_a_way_out_are_told_apart() -> None:
    found = walked("func f() (bool, error) {\nif cond() { return true, nil }\nreturn false, errors.New(`x`)\n}")

    assert {way.results for way in found.exits} == {("true", "nil"), ("false", "set")}


def test_an_unlock_of_what_the_caller_holds_is_borrowed() -> None:
    (way,) = walked("", "unlock").exits

    assert way.state.borrowed == 1
    assert not way.state.held


HANDED = [
    L + "return rt.UnlockOSThread",
    L + "return unlock",
    L + "return func() { rt.UnlockOSThread() }",
    L + "release := func() { unlock() }\nreturn release",
    L + "g = rt.UnlockOSThread\nreturn nil",
    L + "h := &holder{release: rt.UnlockOSThread}\nh.use()\nreturn nil",
    L + "var t *testing.T\nt.Cleanup(rt.UnlockOSThread)\nreturn nil",
    L + "queue <- unlock\nreturn nil",
    L + "defer func(done func()) { done() }(rt.UnlockOSThread)\nreturn nil",
    L + "defer sync.OnceFunc(unlock)()\nreturn nil",
]


@pytest.mark.parametrize("body", HANDED)
def test_a_release_that_is_given_away_hands_the_duty_on(body: str) -> None:
    rest = "\nvar g func()\nvar queue chan func()\ntype holder struct{ release func() }\nfunc (h *holder) use() {}\n"
    found = walked(f"{rest}func f() func() {{\n{body}\n}}")

    assert all(way.state.handed_on for way in found.exits)


def test_a_release_kept_in_a_local_variable_is_not_handed_on() -> None:
    found = walked("func f() {\n" + L + "release := unlock\nif cond() { return }\nrelease()\n}")

    assert {len(way.state.held) for way in found.exits} == {0, 1}
    assert not any(way.state.handed_on for way in found.exits)


def test_the_first_way_out_with_something_held_has_the_shortest_path() -> None:
    found = walked("func f() {\n" + L + "if cond() { return }\nif cond() { if cond() { return } }\n" + U + "}")
    way = next(way for way in found.exits if way.state.held)

    assert [event.kind for event in events(way.trail)] == [EventKind.ACQUIRED, EventKind.TOOK, EventKind.LEFT]


def test_the_steps_say_which_branches_were_taken() -> None:
    package = linked("func f(n int, s []string) {\n" + L + "if n == 3 && s[0] != `x` { return }\n" + U + "}")
    found = Walker(package, THREAD).walk(named(package, "f"))
    way = next(way for way in found.exits if way.state.held)

    words = {EventKind.ACQUIRED: "{call} locks", EventKind.LEFT: "leaves"}
    texts = [step.text for step in steps(named(package, "f"), way.trail, words)]

    assert texts == [
        "runtime.LockOSThread() locks",
        "`n == 3` is true",
        "`s[0] != `x`` is true",
        "leaves",
    ]


def test_the_state_limit_is_reported_and_bounds_the_walk() -> None:
    flags = [f"c{n}" for n in range(40)]
    body = "\n".join(f"{flag} := cond()" for flag in flags)
    body += L + "\n".join(f"if {flag} {{ work() }}" for flag in flags) + "\n"
    body += "\n".join(f"if {flag} {{ work() }}" for flag in reversed(flags)) + "\n" + U

    found = walked(f"func f() {{\n{body}\n}}")

    assert found.capped is not None
    assert found.capped.name == "f"


def test_three_hundred_conditions_that_are_asked_once_need_no_limit() -> None:
    body = L + "\n".join("if err := work(); err != nil { work() }" for _ in range(300)) + "\n" + U

    assert held(body) == {0}


def test_five_thousand_statements_need_no_limit() -> None:
    assert held(L + "work()\n" * 5_000 + U) == {0}


def test_nesting_is_followed_as_deep_as_the_limit() -> None:
    assert held(L * DEPTH_LIMIT) == {DEPTH_LIMIT}
    assert held(L * (DEPTH_LIMIT + 1)) == set()


def test_two_walks_find_the_same_in_the_same_order() -> None:
    code = "func f() error {\n" + L + "if cond() { return work() }\nfor range 3 { if cond() { return nil } }\n" + U
    code += "return nil\n}"

    def shape() -> list[tuple[Ending, int, tuple[str, ...], int]]:
        return [(way.ending, len(way.state.held), way.results, way.span.start) for way in walked(code).exits]

    assert shape() == shape()


ENDLESS = [
    L + "for { work() }",
    L + "select {}",
    L + "t := time.NewTicker(1)\nfor range t.C { work() }",
    L + "for range time.Tick(1) { work() }",
    L + "for { if cond() { os.Exit(1) } }",
    L + "forever()",
    "for {\n" + L + "work()\n}",
]


@pytest.mark.parametrize("body", ENDLESS)
def test_a_lock_before_a_loop_without_end_is_caught_there(body: str) -> None:
    found = walked(f"func forever() {{ for {{ work() }} }}\nfunc f() {{\n{body}\n}}")

    assert found.endless


FINITE = [
    L + "for { if cond() { return } }",
    L + "for { if cond() { panic(1) } }",
    L + "for range ch { work() }",
    L + U + "for { work() }",
    "for {\n" + L + U + "}",
    L + "for {\n" + U + "work()\n" + L + "}",
    L + "t := time.NewTicker(1)\nfor range t.C { if cond() { break } }",
    L + "loop:\nfor { select { case <-ch: break loop } }",
]


@pytest.mark.parametrize("body", FINITE)
def test_a_loop_that_can_be_left_or_that_unlocks_catches_nothing(body: str) -> None:
    assert not walked(f"var ch chan int\nfunc g() {{ close(ch) }}\nfunc f() {{\n{body}\n}}").endless


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("var ch chan int\nfunc f() {\n" + L + "for range ch { work() }\n}", True),
        ("var Ch chan int\nfunc f() {\n" + L + "for range Ch { work() }\n}", False),
        (
            "var ch chan int\nfunc f() {\n"
            + L
            + "for range ch { work() }\n}\nfunc g(c chan int) { close(c) }\nfunc h() { g(ch) }",
            False,
        ),
        ("func f(ch chan int) {\n" + L + "for range ch { work() }\n}", False),
        ("type T struct{ ch chan int }\nfunc (t *T) f() {\n" + L + "for range t.ch { work() }\n}", True),
        (
            "type T struct{ ch chan int }\nfunc (t *T) f() {\n" + L + "for range t.ch { work() }\n}\n"
            "func g(c chan int) *T { return &T{ch: c} }",
            False,
        ),
        (
            "type T struct{ ch chan int }\nfunc (t *T) f() {\n" + L + "for range t.ch { work() }\n}\n"
            "func g() *T { return &T{ch: make(chan int)} }",
            True,
        ),
        (
            "type T struct{ ch chan int }\nfunc (t *T) f() {\n" + L + "for range t.ch { work() }\n}\n"
            "func (t *T) Jobs() chan int { return t.ch }",
            False,
        ),
        (
            "type T struct{ ch chan int }\nfunc (t *T) f() {\n" + L + "for range t.ch { work() }\n}\n"
            "func (t *T) Close() { close(t.ch) }",
            False,
        ),
        ("type T struct{ Ch chan int }\nfunc (t *T) f() {\n" + L + "for range t.Ch { work() }\n}", False),
        ("func f() {\nch := make(chan int)\nwork()\n" + L + "for range ch { work() }\n}", True),
        ("func f() {\nch := make(chan int)\ng(ch)\n" + L + "for range ch { work() }\n}\nfunc g(chan int) {}", False),
    ],
)
def test_a_range_over_a_channel_ends_if_anybody_may_close_it(code: str, expected: bool) -> None:
    assert bool(walked(code).endless) is expected


ROLES = [
    ("func f() {}\nfunc g() { go f() }", "f", Role.ROOT),
    ("func f() {}\nfunc g() { go f(); f() }", "f", Role.CALLED),
    ("func f() {}\nfunc g() { go f(); use(f) }\nfunc use(func()) {}", "f", Role.CALLED),
    ("func f() {}\nfunc g() { var wg sync.WaitGroup; wg.Go(f) }", "f", Role.ROOT),
    ("type T int\nfunc (t T) f() {}\nfunc g(t T) { go t.f() }", "f", Role.ROOT),
    ("func g() { go func() {}() }", "g.func1", Role.ROOT),
    ("func g() { func() {}() }", "g.func1", Role.INLINE),
    ("func g() { defer func() {}() }", "g.func1", Role.INLINE),
    ("func g() { use(func() {}) }\nfunc use(func()) {}", "g.func1", Role.CALLBACK),
    ("func g() { h := func() {}; h() }", "g.func1", Role.CALLED),
    ("func f(w http.ResponseWriter, r *http.Request) {}", "f", Role.HANDLER),
    ("func f(w http.ResponseWriter) {}", "f", Role.CALLED),
    ("func init() { f() }\nfunc f() {}", "f", Role.PROCESS),
]


@pytest.mark.parametrize(("code", "name", "expected"), ROLES)
def test_a_function_runs_as_what_the_package_makes_of_it(code: str, name: str, expected: Role) -> None:
    package = linked(code)

    assert role(package, named(package, name)) is expected


def test_a_test_and_its_subtests_are_roots() -> None:
    package = linked("func TestX(t *testing.T) { t.Run(`a`, func(t *testing.T) {}) }", "p_test.go")

    assert role(package, named(package, "TestX")) is Role.ROOT
    assert role(package, named(package, "TestX.func1")) is Role.ROOT


def test_a_benchmark_returns_to_its_runner() -> None:
    package = linked("func BenchmarkX(b *testing.B) {}", "p_test.go")

    assert role(package, named(package, "BenchmarkX")) is Role.CALLED


def test_the_roots_of_a_helper_are_found_through_its_callers() -> None:
    package = linked("func f() {}\nfunc g() { f() }\nfunc h() { go g() }")

    assert [root.name for root in roots_of(package, named(package, "f"))] == ["g"]


def test_what_a_once_starts_runs_once() -> None:
    package = linked(
        "var once sync.Once\nfunc g() { once.Do(func() { go f() }) }\nfunc f() {}\nfunc h() { go k() }\nfunc k() {}"
    )

    assert runs_once(package, named(package, "f"))
    assert not runs_once(package, named(package, "k"))


def kept(code: str, path: str = "p.go") -> list[Kept]:
    """Return the functions of the package that are to blame for what they leave locked."""
    return list(thread_duties(linked(code, path)).kept())


BLAMED = [
    ("func f() {\n" + L + "if cond() { return }\n" + U + "}", "f"),
    ("func f() {\n" + L + "}", "f"),
    ("func g() {\nlock()\nif cond() { return }\nunlock()\n}", "g"),
    ("func f() { go func() { h() }() }\nfunc h() {\n" + L + "if cond() { return }\n" + U + "}", "h"),
    ("func f(w http.ResponseWriter, r *http.Request) {\n" + L + "}", "f"),
    ("func f() error {\n" + L + "if err := unix.Setns(1, 2); err != nil { return err }\n" + U + "return nil\n}", "f"),
    ("func f() error {\n" + L + "if cond() {\n" + U + "return errors.New(`x`)\n}\nreturn nil\n}", "f"),
    ("func f() bool {\n" + L + "if cond() { return true }\n" + U + "return false\n}", "f"),
    ("func f() {\n" + L + "unix.Setns(1, 2)\nwork()\nunix.Setns(0, 2)\n}", "f"),
]


@pytest.mark.parametrize(("code", "name"), BLAMED)
def test_who_leaves_its_caller_locked_is_blamed(code: str, name: str) -> None:
    assert [each.function.name for each in kept(code)] == [name]


EXCUSED = [
    "func f() { go func() {\n" + L + "if cond() { return }\n" + U + "}() }",
    "func init() {\n" + L + "}",
    "func init() { f() }\nfunc f() {\n" + L + "}",
    "func f() { go func() { unix.Unshare(1); h() }() }\nfunc h() {\n" + L + "if cond() { return }\n" + U + "}",
    "func f() { lock(); defer unlock() }",
    "func holdLocked() {\n" + L + "}",
    "// f returns with the goroutine still locked to its thread.\nfunc f() {\n" + L + "}",
    "type T int\nfunc (t T) Open() {\n" + L + "}\nfunc (t T) Close() {\n" + U + "}",
    "type T int\nfunc Make() *T {\n" + L + "return new(T)\n}\nfunc (t *T) Close() {\n" + U + "}",
    "func begin() error {\n" + L + "if cond() {\n" + U + "return errors.New(`x`)\n}\nreturn nil\n}",
    "func f() {\n" + L + "unix.Setns(1, 2)\nif err := unix.Setns(0, 2); err == nil {\n" + U + "}\n}",
    "func f() { run(func() {\n" + L + "unix.Unshare(1)\n}) }\nfunc run(func()) {}",
]


@pytest.mark.parametrize("code", EXCUSED)
def test_who_may_stay_locked_is_not_blamed(code: str) -> None:
    assert kept(code) == []


def test_a_test_function_that_ends_locked_is_not_blamed() -> None:
    assert kept("func TestX(t *testing.T) {\n" + L + "}", "p_test.go") == []


def test_a_callback_that_never_unlocks_is_blamed_with_low_confidence() -> None:
    (found,) = kept("func f() { run(func() {\n" + L + "}) }\nfunc run(func()) {}")

    assert found.confidence is Confidence.LOW


def test_a_lock_that_no_visible_caller_sees_is_blamed_with_less_confidence_than_a_skipped_unlock() -> None:
    (never,) = kept("func F() {\n" + L + "}")
    (skipped,) = kept("func F() {\n" + L + "if cond() { return }\n" + U + "}")

    assert never.confidence < skipped.confidence


EXCESSIVE = [
    ("func f() {\nif cond() {\n" + L + "}\n" + U + "}", "f"),
    ("func f() {\n" + L + U + U + "}", "f"),
    ("func g() { go func() {\n" + U + "}() }", ""),
    ("func f(w http.ResponseWriter, r *http.Request) {\n" + D + "}", "f"),
    ("func g() {\nif cond() { lock() }\nunlock()\n}", "g"),
]


@pytest.mark.parametrize(("code", "name"), EXCESSIVE)
def test_an_unlock_that_may_find_nothing_locked_is_blamed(code: str, name: str) -> None:
    duties = thread_duties(linked(code))

    assert [each.function.name for each in duties.excess()] + [each.function.name for each in duties.kept()] == [name]


BALANCED = [
    "",
    "func f() {\n" + U + "work()\n" + L + "}",
    "func f() { lock(); work(); unlock() }",
    "func f() {\n" + L + "go func() { work() }()\n" + U + "}",
    "func f() {\n" + L + L + U + U + "}",
]


@pytest.mark.parametrize("code", BALANCED)
def test_what_balances_is_not_blamed(code: str) -> None:
    duties = thread_duties(linked(code))

    assert not list(duties.excess())
    assert not list(duties.nested())


def test_the_last_lock_of_a_nest_is_the_one_without_an_unlock() -> None:
    code = "func f() {\n" + L + D + "if cond() {\n" + L + "}\n}"
    (nested,) = thread_duties(linked(code)).nested()

    assert nested.first.span < nested.second.span
    assert nested.exit.state.held


def test_an_unlock_made_before_a_deferred_one_is_the_one_too_many() -> None:
    code = "func f() {\n" + L + D + "if cond() {\n" + U + "}\n}"
    (excess,) = thread_duties(linked(code)).excess()

    assert excess.call is not excess.unmatched.call
    assert excess.call.span > excess.unmatched.call.span


@pytest.mark.parametrize(
    "name",
    [
        "golang.org/x/sys/unix.Setns",
        "syscall.Unshare",
        "syscall.RawSyscall",
        "github.com/vishvananda/netns.Set",
        "C.pthread_setname_np",
        "github.com/go-gl/glfw/v3.3/glfw.PollEvents",
        "github.com/go-gl/glfw/v3.3/glfw.Window.SwapBuffers",
    ],
)
def test_a_call_that_needs_its_thread_is_known(name: str) -> None:
    assert changes_thread(name)


@pytest.mark.parametrize(
    "name", ["", "os.Open", "syscall.Getpid", "github.com/vishvananda/netns.Get", "Cgo.call", "x.C.y"]
)
def test_a_call_that_any_thread_can_make_is_not(name: str) -> None:
    assert not changes_thread(name)


def test_what_changes_a_thread_is_parsed_however_far_from_the_lock() -> None:
    code = HEAD + "\nfunc f() {\n\tlock()\n\tone()\n}\n\nfunc one() {\n\ttwo()\n}\n\nfunc two() {\n\tthree()\n}\n\n"
    code += "func three() {\n\tunix.Unshare(1)\n}\n"

    (part,) = parts([SourceFile("p.go", code.encode())])

    assert b"unix.Unshare(1)" in part.content
