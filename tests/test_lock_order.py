"""Locks in opposite orders: which orders count, and which places may run at the same time."""

import pytest

from golint_sched.engines.paths.lock_classes import whereabouts
from golint_sched.engines.paths.lock_order import Cycle, Orders, orders_of
from golint_sched.engines.paths.lock_twins import TwinOrders, Twins
from golint_sched.engines.paths.locks_kept import locks_of
from golint_sched.engines.paths.together import Place, Together
from golint_sched.link import link
from golint_sched.link.package import Package
from golint_sched.lower import lower_file
from golint_sched.model.functions import Function

HEAD = """package p

import "sync"

type T struct {
	a, b, c sync.Mutex
	r, w    sync.RWMutex
	other   *T
	n       int
}

func cond() bool

"""


def linked(code: str, name: str = "p", path: str = "p.go") -> Package:
    """Return a package of this code, after a type with locks."""
    return link((lower_file(path, (HEAD.replace("package p", f"package {name}") + code).encode()),))


def orders(code: str, name: str = "p") -> Orders:
    """Return the orders of locks in the code."""
    return orders_of(locks_of(linked(code, name)))


def rings(code: str, name: str = "p") -> list[tuple[str, ...]]:
    """Return the functions that wait for one another, for each ring of locks."""
    return [tuple(each.function.key for each in cycle.taken) for cycle in orders(code, name).cycles()]


def twins(code: str) -> list[Cycle | Twins]:
    """Return the faults with two locks of one type."""
    return list(TwinOrders(orders(code)).found())


def named(package: Package, key: str) -> Function:
    """Return the function of this name, or of this key."""
    return next(each for each in package.functions if key in (each.key, each.name))


AB = "func (t *T) AB() { t.a.Lock(); t.b.Lock(); t.b.Unlock(); t.a.Unlock() }\n"
BA = "func (t *T) BA() { t.b.Lock(); t.a.Lock(); t.a.Unlock(); t.b.Unlock() }\n"
BOTH = [("(*T).AB", "(*T).BA")]


def test_opposite_orders_are_a_ring() -> None:
    assert rings(AB + BA) == BOTH


def test_one_order_is_none() -> None:
    assert rings(AB + AB.replace("AB()", "More()")) == []


def test_a_lock_that_is_free_again_counts_no_more() -> None:
    assert rings(AB + "func (t *T) BA() { t.b.Lock(); t.b.Unlock(); t.a.Lock(); t.a.Unlock() }") == []


def test_a_deferred_unlock_keeps_the_lock() -> None:
    assert rings(AB + "func (t *T) BA() { t.b.Lock(); defer t.b.Unlock(); t.a.Lock(); t.a.Unlock() }") == BOTH


def test_orders_are_seen_through_calls() -> None:
    helper = "func (t *T) helper() { t.inner() }\nfunc (t *T) inner() { t.a.Lock(); t.a.Unlock() }\n"
    assert rings(AB + helper + "func (t *T) BA() { t.b.Lock(); t.helper(); t.b.Unlock() }") == BOTH


def test_a_lock_is_followed_into_a_parameter() -> None:
    helper = "func with(mu *sync.Mutex, f func()) { mu.Lock(); f(); mu.Unlock() }\n"
    assert rings(AB + helper + "func (t *T) BA() { t.b.Lock(); with(&t.a, func() {}); t.b.Unlock() }") == BOTH


def test_a_goroutine_does_not_hold_what_its_starter_holds() -> None:
    assert (
        rings(AB + "func (t *T) BA() { t.b.Lock(); go t.inc(); t.b.Unlock() }\nfunc (t *T) inc() { t.a.Lock() }") == []
    )


def test_a_callee_that_gives_the_lock_back_first_is_none() -> None:
    helper = "func (t *T) lend() { t.b.Unlock(); t.a.Lock(); t.a.Unlock(); t.b.Lock() }\n"
    assert rings(AB + helper + "func (t *T) BA() { t.b.Lock(); t.lend(); t.b.Unlock() }") == []


def test_an_attempt_does_not_wait() -> None:
    assert rings(AB + "func (t *T) BA() { t.b.Lock(); if t.a.TryLock() { t.a.Unlock() }; t.b.Unlock() }") == []


def test_what_an_attempt_holds_is_held() -> None:
    assert rings(AB + "func (t *T) BA() { if t.b.TryLock() { t.a.Lock(); t.a.Unlock(); t.b.Unlock() } }") == BOTH


def test_a_constant_argument_decides() -> None:
    helper = "func (t *T) get(has bool) { if !has { t.a.Lock(); defer t.a.Unlock() }; t.n++ }\n"
    ba = "func (t *T) BA() { t.b.Lock(); t.get(%s); t.b.Unlock() }"
    assert rings(AB + helper + ba % "true") == []
    assert rings(AB + helper + ba % "false") == BOTH


@pytest.mark.parametrize("gate", ["t.c.Lock()", "t.w.Lock()"])
def test_a_common_outer_lock_makes_the_order_harmless(gate: str) -> None:
    unlock = gate.replace("Lock", "Unlock")
    code = (AB + BA).replace("{ ", f"{{ {gate}; defer {unlock}; ")
    assert rings(code) == []


def test_a_common_read_lock_does_not() -> None:
    assert rings((AB + BA).replace("{ ", "{ t.w.RLock(); defer t.w.RUnlock(); ")) == BOTH


def test_a_gate_that_all_callers_hold_counts() -> None:
    helpers = (AB + BA).replace("AB()", "ab()").replace("BA()", "ba()")
    calls = "func (t *T) One() { t.c.Lock(); t.ab(); t.c.Unlock() }\n"
    calls += "func (t *T) Two() { t.c.Lock(); t.ba(); t.c.Unlock() }\n"
    assert rings(helpers + calls) == []
    assert len(rings(helpers + calls + "func (t *T) Three() { t.ba() }")) == 1


def test_three_locks_form_a_ring() -> None:
    bc = "func (t *T) BC() { t.b.Lock(); t.c.Lock(); t.c.Unlock(); t.b.Unlock() }\n"
    ca = "func (t *T) CA() { t.c.Lock(); t.a.Lock(); t.a.Unlock(); t.c.Unlock() }\n"
    assert rings(AB + bc + ca) == [("(*T).AB", "(*T).BC", "(*T).CA")]


def test_read_locks_wait_only_behind_a_writer() -> None:
    rw = "func (t *T) RW() { t.r.RLock(); t.w.RLock(); t.w.RUnlock(); t.r.RUnlock() }\n"
    wr = "func (t *T) WR() { t.w.RLock(); t.r.RLock(); t.r.RUnlock(); t.w.RUnlock() }\n"
    writers = "func (t *T) Set() { t.r.Lock(); t.r.Unlock(); t.w.Lock(); t.w.Unlock() }\n"
    assert rings(rw + wr) == []
    found = list(orders(rw + wr + writers).cycles())
    assert [(each.writers, each.is_sure) for each in found] == [(True, False)]


def test_a_new_object_has_no_rival() -> None:
    assert rings(AB + "func New() *T { t := &T{}; t.b.Lock(); t.a.Lock(); t.a.Unlock(); t.b.Unlock(); return t }") == []


def test_a_new_object_that_was_stored_has_one() -> None:
    code = "var all []*T\nfunc New() { t := &T{}; all = append(all, t); "
    code += "t.b.Lock(); t.a.Lock(); t.a.Unlock(); t.b.Unlock() }"
    assert rings(AB + code) == [("(*T).AB", "New")]


def test_a_helper_that_only_gets_new_objects_has_no_rival() -> None:
    code = "func New() *T { t := &T{}; t.fill(); return t }\n" + BA.replace("BA", "fill")
    assert rings(AB + code) == []


def test_main_alone_waits_for_nobody() -> None:
    helpers = (AB + BA).replace("AB()", "ab()").replace("BA()", "ba()")
    assert rings(helpers + "func main() { t := new(T); use(t); t.ab(); t.ba() }\nfunc use(*T)", "main") == []


def test_main_before_its_goroutines_is_no_rival() -> None:
    helpers = (AB + BA).replace("AB()", "ab()").replace("BA()", "ba()") + "var t T\n"
    assert rings(helpers + "func main() { t.ab(); go t.ba() }", "main") == []
    assert len(rings(helpers + "func main() { go t.ba(); t.ab() }", "main")) == 1


def test_one_goroutine_waits_for_nobody() -> None:
    helpers = (AB + BA).replace("AB()", "ab()").replace("BA()", "ba()") + "var t T\nfunc loop() { t.ab(); t.ba() }\n"
    assert rings(helpers + "func main() { go loop() }", "main") == []
    assert len(rings(helpers + "func main() { for range 2 { go loop() } }", "main")) == 1


def test_goroutines_that_are_waited_for_do_not_meet() -> None:
    code = """
func Run() {
	var a, b sync.Mutex
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { defer wg.Done(); a.Lock(); b.Lock(); b.Unlock(); a.Unlock() }()
	%s
	wg.Add(1)
	go func() { defer wg.Done(); b.Lock(); a.Lock(); a.Unlock(); b.Unlock() }()
	wg.Wait()
}
"""
    assert rings(code % "wg.Wait()") == []
    assert rings(code % "") == [("Run.func1", "Run.func2")]


def test_two_fields_of_one_type_are_two_locks() -> None:
    code = """
type half struct{ mu sync.Mutex }
type conn struct { in, out half; all sync.Mutex }
func (c *conn) Read() { c.in.mu.Lock(); c.all.Lock(); c.all.Unlock(); c.in.mu.Unlock() }
func (c *conn) Write() { c.all.Lock(); c.%s.mu.Lock(); c.%s.mu.Unlock(); c.all.Unlock() }
"""
    assert rings(code % ("out", "out")) == []
    assert rings(code % ("in", "in")) == [("(*conn).Read", "(*conn).Write")]


KINDS = """
const ( leaf = iota; gate )
type client struct { mu sync.Mutex; kind int; srv *server; n int }
type server struct {
	mu sync.Mutex
	in map[int]*client
	list []*client
}
func (c *client) Serve() { switch c.kind { case leaf: c.asLeaf(); case gate: c.asGate() } }
func (c *client) asLeaf() { c.mu.Lock(); c.srv.mu.Lock(); c.srv.mu.Unlock(); c.mu.Unlock() }
func (c *client) asGate() { c.srv.add(c) }
func (s *server) add(c *client) { s.mu.Lock(); s.in[c.n] = c; s.list = append(s.list, c); s.mu.Unlock() }
"""
ALL = "func (s *server) All() { s.mu.Lock(); for _, c := range s.in { c.mu.Lock(); c.mu.Unlock() }; s.mu.Unlock() }\n"


def test_objects_that_were_made_different_are_two() -> None:
    assert rings(KINDS + ALL) == []
    other = "func (s *server) Add(c *client) { s.mu.Lock(); s.in[0] = c; s.mu.Unlock() }"
    assert rings(KINDS + ALL + other) == [("(*client).asLeaf", "(*server).All")]
    assert rings(KINDS + ALL + "func (c *client) Turn() { c.kind = leaf }") == [("(*client).asLeaf", "(*server).All")]


@pytest.mark.parametrize(
    "walk",
    [
        "c := s.list[0]; c.mu.Lock(); c.mu.Unlock()",
        "slices.SortFunc(s.list, func(a, b *client) int { return a.size() - b.size() })",
        "each := func(all map[int]*client) { for _, c := range all { c.mu.Lock(); c.mu.Unlock() } }; each(s.in)",
        "s.list = append(s.list[:1], s.list[2:]...); s.list[0] = s.list[1]; for _, c := range s.list { c.size() }",
    ],
)
def test_what_is_put_into_a_field_is_known_of_its_elements(walk: str) -> None:
    size = "func (c *client) size() int { c.mu.Lock(); defer c.mu.Unlock(); return c.n }\n"
    code = f"func (s *server) Walk() {{ s.mu.Lock(); {walk}; s.mu.Unlock() }}\n{size}{KINDS}"

    def found(code: str) -> int:
        with_import = HEAD.replace('"sync"', '("slices"; "sync")') + code
        return len(list(orders_of(locks_of(link((lower_file("p.go", with_import.encode()),)))).cycles()))

    assert found(code) == 0
    assert found(code.replace("case gate: c.asGate() }", "}; c.asGate()")) == 1


def test_a_lock_is_part_of_the_type_that_holds_it_by_value() -> None:
    package = linked("type outer struct { in T; p *T }\nfunc (o *outer) F() { o.in.a.Lock(); o.p.a.Lock() }")
    keys = [key for function, key in locks_of(package).concerned if function.key == "(*outer).F"]
    assert sorted(whereabouts(package, key) for key in keys) == [("T", "a"), ("outer", "in", "a")]


def test_a_self_deadlock_is_another_rule_s_fault() -> None:
    code = "func (t *T) BA() { t.b.Lock(); t.twice(); t.b.Unlock() }\n" + AB.replace("AB", "twice")
    assert ("(*T).AB", "(*T).BA") not in rings(AB + code)


def test_a_test_that_holds_a_lock_is_no_rival() -> None:
    files = (
        lower_file("p.go", (HEAD + AB).encode()),
        lower_file(
            "p_test.go", b"package p\nfunc (t *T) hold() { t.b.Lock(); t.a.Lock(); t.a.Unlock(); t.b.Unlock() }\n"
        ),
    )
    assert list(orders_of(locks_of(link(files))).cycles()) == []


MOVE = "func Move(x, y *T) { %s x.a.Lock(); y.a.Lock(); x.n, y.n = y.n, x.n; y.a.Unlock(); x.a.Unlock() }\n"


def test_an_order_that_callers_choose_is_a_fault() -> None:
    assert len(twins(MOVE % "")) == 1


@pytest.mark.parametrize(
    "order",
    [
        "if x.n > y.n { x, y = y, x };",
        "if less(y, x) { return };",
        "y.other = x;",
        "z := x; if z.n < y.n { return };",
    ],
)
def test_an_order_that_the_function_decides_is_none(order: str) -> None:
    assert twins("func less(x, y *T) bool\n" + MOVE % order) == []


def test_callers_that_always_agree_are_none() -> None:
    move = (MOVE % "").replace("Move", "move") + "var one, two T\n"
    assert twins(move + "func F() { move(&one, &two) }") == []
    found = twins(move + "func F() { move(&one, &two) }\nfunc G() { move(&two, &one) }")
    assert [len(each.given) for each in found if isinstance(each, Twins)] == [2]


def test_elements_that_keys_choose_are_a_fault() -> None:
    code = "var all map[string]*T\nfunc F(from, to string) { %s x := all[from]; y := all[to]; "
    code += "x.a.Lock(); y.a.Lock(); y.a.Unlock(); x.a.Unlock() }"
    assert len(twins(code % "")) == 1
    assert twins(code % "if from > to { from, to = to, from };") == []


def test_a_parent_before_its_child_is_none() -> None:
    assert twins("func (t *T) F() { t.a.Lock(); t.other.a.Lock(); t.other.a.Unlock(); t.a.Unlock() }") == []


def test_places_of_exported_functions_may_overlap() -> None:
    package = linked(AB + BA)
    together = Together(package)
    one, two = (named(package, key) for key in ("(*T).AB", "(*T).BA"))
    assert together.may_overlap(Place(one, package.calls(one)[0]), Place(two, package.calls(two)[0]))


def test_init_is_over_before_anything_else_runs() -> None:
    package = linked("var t T\nfunc init() { t.a.Lock() }\n" + AB)
    together = Together(package)
    one, two = (named(package, key) for key in ("init", "(*T).AB"))
    assert not together.may_overlap(Place(one, package.calls(one)[0]), Place(two, package.calls(two)[0]))
