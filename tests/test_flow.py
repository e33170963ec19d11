"""Control-flow graphs of Go source: which paths a function has, and how it can be left."""

import textwrap
from collections.abc import Iterator

import pytest

from golint_sched.flow.build import build
from golint_sched.flow.graph import Chosen, Condition, Ending, Enters, Graph, Holds
from golint_sched.link import link
from golint_sched.link.package import Package
from golint_sched.lower import lower_file
from golint_sched.model.expressions import BuiltinName, Call, Name, PackageName, QualifiedName, Receive, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, For, Go, Range, Select, SelectClause, Send, Switch, TypeSwitch


def linked(body: str, rest: str = "") -> Package:
    """Return a package whose function `f` has this body."""
    text = f'package p\n\nimport (\n"os"\n"log"\n"runtime"\n"testing"\n)\n\nfunc f() {{\n{body}\n}}\n{rest}\n'
    return link((lower_file("p.go", text.encode()),))


def function(package: Package, name: str = "f") -> Function:
    """Return the package's function of this name."""
    return next(each for each in package.functions if each.name == name)


def graph(body: str, rest: str = "") -> Graph:
    """Return the graph of a function with this body."""
    package = linked(body, rest)
    return package.graph(function(package))


def label(origin: object) -> str:
    """Return what a node does, in a word: the called function's name, an ending, "go", "defer"; "" for nothing."""
    match origin:
        case Ending():
            return origin.value
        case Call(function=Name(name=name) | PackageName(name=name)):
            return name
        case Call(function=QualifiedName(name=name) | Selector(field=name)):
            return name
        case Call(function=BuiltinName(name=name)):
            return name
        case Call():
            return "call"
        case Receive():
            return "receive"
        case Send():
            return "send"
        case Go():
            return "go"
        case Defer():
            return "defer"
        case Select():
            return "select"
        case _:
            return ""


def paths(flow: Graph) -> set[str]:
    """Return the words along each way through the graph; no way takes an edge backwards twice."""
    return {" ".join(path) for path in _ways(flow, 0, (), ())}


def _ways(
    flow: Graph, index: int, words: tuple[str, ...], back: tuple[tuple[int, int], ...]
) -> Iterator[tuple[str, ...]]:
    word = label(flow.nodes[index].origin)
    words = (*words, word) if word else words
    if isinstance(flow.nodes[index].origin, Ending):
        yield words
    for edge in flow.successors[index]:
        step = (index, edge.target)
        if edge.target > index:
            yield from _ways(flow, edge.target, words, back)
        elif step not in back:
            yield from _ways(flow, edge.target, words, (*back, step))


STATEMENTS = [
    ("if c { a() }\nb()", {"a b return", "b return"}),
    ("if c { a(); return }\nb()", {"a return", "b return"}),
    ("if x := a(); x { b() } else if c { d() } else { e() }", {"a b return", "a d return", "a e return"}),
    ("if a() && b() { d() }", {"a return", "a b return", "a b d return"}),
    ("if a() || b() { d() }", {"a d return", "a b d return", "a b return"}),
    ("if !(a() && b()) { d() }", {"a d return", "a b d return", "a b return"}),
    ("x := a() && b()\nd(x)", {"a d return", "a b d return"}),
    ("x := c || b()\nd(x)", {"d return", "b d return"}),
    ("a(b(), <-ch)", {"b receive a return"}),
    ("a(b())(d())", {"b a d call return"}),
    ("ch <- a()", {"a send return"}),
    ("go a(b())", {"b go return"}),
    ("defer a(b())\nd()", {"b defer d return"}),
    ("if true { a() } else { b() }", {"a return"}),
    ("if false { a() }\nb()", {"b return"}),
    ("for c { a() }\nb()", {"b return", "a b return"}),
    ("for { a() }\nb()", set()),
    ("for true { a() }\nb()", set()),
    ("for { if c { break }\na() }\nb()", {"b return", "a b return"}),
    ("for i := a(); b(); d() { e() }", {"a b return", "a b e d b return"}),
    ("for { a(); if c { continue }\nb(); return }", {"a b return", "a a b return"}),
    ("for c { a(); continue; b() }", {"return", "a return"}),
    ("for range xs { a() }\nb()", {"b return", "a b return"}),
    ("for range xs { if c { break }\na() }", {"return", "a return"}),
    ("for i := range 10 { a(i); return }", {"return", "a return"}),
    ("for v := range a() { b(v) }", {"a return", "a b return"}),
    ("outer:\nfor { for { if c { break outer }\na() } }\nb()", {"b return", "a b return"}),
    ("outer:\nfor c { for { a(); continue outer } }\nb()", {"b return", "a b return"}),
    (
        "loop:\nfor { select { case <-ch: break loop; default: a() } }\nb()",
        {"select b return", "select a select b return"},
    ),
    ("for { select { case <-ch: break }\na() }", set()),
    ("switch { case a(): b(); case d(): e() }", {"a b return", "a d e return", "a d return"}),
    ("switch { default: b(); case a(): d() }", {"a d return", "a b return"}),
    ("switch x { case 1: a(); case 2, 3: b() }", {"a return", "b return", "return"}),
    ("switch x { case 1: a(); default: b() }", {"a return", "b return"}),
    ("switch x { case 1: a(); fallthrough; case 2: b(); default: d() }", {"a b return", "b return", "d return"}),
    ("switch x { case 1: if c { break }\na(); case 2: b() }", {"return", "a return", "b return"}),
    ("switch a() { case 1: b() }", {"a b return", "a return"}),
    ("switch y := a(); y { case 1: b() }", {"a b return", "a return"}),
    ("switch x.(type) { case int: a(); case string: b() }", {"a return", "b return", "return"}),
    ("switch v := a().(type) { case int: b(v); default: d() }", {"a b return", "a d return"}),
    ("select { case <-ch: a(); case ch <- b(): d() }", {"b select a return", "b select d return"}),
    ("select { case <-ch: a(); default: b() }", {"select a return", "select b return"}),
    ("select { case v, ok := <-ch: if !ok { return }\na(v); case <-b(): }", {"b select return", "b select a return"}),
    ("select {}\na()", set()),
    ("select { case <-ch: return }\na()", {"select return"}),
    ("goto end\na()\nend:\nb()", {"b return"}),
    ("again:\na()\nif c { goto again }\nb()", {"a b return", "a a b return"}),
    ("if c { goto out }\na()\nout:\nb()", {"b return", "a b return"}),
    ("{ a(); { b() } }\nd()", {"a b d return"}),
    ("func() { a() }()\nb()", {"call b return"}),
    ("g := func() { a() }\nb()", {"b return"}),
    ("var x, y = a(), b()\nd(x, y)", {"a b d return"}),
    ("x[a()] = b()", {"b a return"}),
    ("s := T{x: a(), y: []int{b()}}\nd(s)", {"a b d return"}),
    ("_ = xs[a():b()]", {"a b return"}),
    ("_ = a().(T)", {"a return"}),
]


@pytest.mark.parametrize(("body", "expected"), STATEMENTS)
def test_a_statement_has_exactly_its_paths(body: str, expected: set[str]) -> None:
    declared = "var c bool; var x, y any; var ch chan int; var xs []int; _, _, _, _, _ = c, x, y, ch, xs\n"

    found = paths(graph(declared + body))

    assert found == expected


def test_a_return_evaluates_its_values_first() -> None:
    package = linked("g()", "func g() int { return a(b()) }")

    assert paths(package.graph(function(package, "g"))) == {"b a return"}


ENDINGS = [
    ("panic(a())", {"a panic panic"}),
    ("os.Exit(1)\na()", {"Exit process"}),
    ('if c() { log.Fatal("x") }\na()', {"c Fatal process", "c a return"}),
    ('log.Panicf("x")\na()', {"Panicf panic"}),
    ("runtime.Goexit()\na()", {"Goexit goexit"}),
    ("var t *testing.T\nt.Fatal()\na()", {"Fatal goexit"}),
    ("var t testing.TB\nt.Helper()\nt.SkipNow()\na()", {"Helper SkipNow goexit"}),
    ("x := a() || die()\nb(x)", {"a b return", "a die process"}),
    ("die()\na()", {"die process"}),
    ("throw()\na()", {"throw panic"}),
    ("maybe()\na()", {"maybe a return"}),
    ("g := func() { panic(1) }\ng()\na()", {"g panic"}),
    ("func() { os.Exit(1) }()\na()", {"call process"}),
    ("go die()\na()", {"go a return"}),
    ("defer die()\na()", {"defer a return"}),
]
HELPERS = """
func die() bool { os.Exit(3); return true }
func throw() { panic("x") }
func maybe() { if c() { panic("x") } }
func c() bool { return len(os.Args) > 1 }
"""


@pytest.mark.parametrize(("body", "expected"), ENDINGS)
def test_a_call_that_never_returns_ends_the_path(body: str, expected: set[str]) -> None:
    assert paths(graph(body, HELPERS)) == expected


def test_recursion_is_taken_to_return() -> None:
    assert paths(graph("if a() { f() }\nb()")) == {"a b return", "a f b return"}


def test_a_function_without_a_way_out_has_no_ending_in_reach() -> None:
    flow = graph("for { a() }")

    assert not flow.returns
    assert not any(isinstance(flow.nodes[index].origin, Ending) for index in flow.reachable)


def test_a_graph_needs_a_body() -> None:
    package = linked("", "func elsewhere()")

    with pytest.raises(ValueError, match="elsewhere has no body"):
        build(function(package, "elsewhere"), lambda _call: None, ())


def test_an_edge_of_a_condition_says_what_must_hold() -> None:
    flow = graph("c := a()\nif !c { b() }")
    (test,) = [node for node in flow.nodes if isinstance(node.origin, Condition)]

    guards = {
        edge.guard: {label(flow.nodes[i].origin) for i in flow.reachable_from(edge.target)}
        for edge in flow.successors[test.index]
    }

    assert "b" in guards[Holds(value=False)]
    assert "b" not in guards[Holds(value=True)]


def test_a_range_has_one_edge_into_the_body_and_one_past_it() -> None:
    flow = graph("var ch chan int\nfor range ch { a() }")
    (head,) = [node for node in flow.nodes if isinstance(node.origin, Range)]

    assert {edge.guard for edge in flow.successors[head.index]} == {Enters(value=True), Enters(value=False)}


@pytest.mark.parametrize("body", ["select { case <-ch: a(); default: b() }"])
def test_a_select_leads_to_the_node_of_the_chosen_clause(body: str) -> None:
    flow = graph("var ch chan int\n" + body)
    (head,) = [node for node in flow.nodes if isinstance(node.origin, Select)]

    for edge in flow.successors[head.index]:
        assert isinstance(edge.guard, Chosen)
        assert flow.nodes[edge.target].origin is edge.guard.clause
        assert isinstance(edge.guard.clause, SelectClause)


@pytest.mark.parametrize("kind", [Switch, TypeSwitch])
def test_a_switch_without_default_may_match_nothing(kind: type) -> None:
    tag = "x.(type)" if kind is TypeSwitch else "x"
    case = "int" if kind is TypeSwitch else "1"
    flow = graph(f"var x any\nswitch {tag} {{ case {case}: a() }}")
    (head,) = [node for node in flow.nodes if isinstance(node.origin, kind)]

    assert Chosen(None) in {edge.guard for edge in flow.successors[head.index]}


def test_a_loop_without_a_way_out_has_no_exits() -> None:
    flow = graph("for { if a() { continue }\nb() }")
    (loop,) = flow.loops()

    assert flow.loop_exits(loop) == ()


def test_the_exits_of_a_loop_are_its_condition_its_breaks_and_its_returns() -> None:
    flow = graph("for a() { if b() { break }\nif d() { return }\nif e() { panic(1) } }")
    (loop,) = flow.loops()

    targets = {label(flow.nodes[edge.target].origin) for _, edge in flow.loop_exits(loop)}

    assert len(flow.loop_exits(loop)) == 4
    assert {"return", "panic"} <= targets


def test_a_break_of_an_outer_loop_leaves_both() -> None:
    flow = graph("outer:\nfor { for { if a() { break outer } } }")
    outer, inner = flow.loops()

    assert flow.loop_exits(outer)
    assert flow.loop_exits(inner)


def test_a_continue_of_an_outer_loop_leaves_only_the_inner_one() -> None:
    flow = graph("outer:\nfor { for { if a() { continue outer } } }")
    outer, inner = flow.loops()

    assert flow.loop_exits(outer) == ()
    assert flow.loop_exits(inner)


def test_a_goto_can_leave_a_loop() -> None:
    flow = graph("for { if a() { goto out } }\nout:\nb()")
    (loop,) = flow.loops()

    assert flow.loop_exits(loop)
    assert flow.returns


def test_loops_around_a_node_come_from_outside_in() -> None:
    flow = graph("for { for range xs() { a() } }")
    call = next(node for node in flow.nodes if label(node.origin) == "a")

    assert [type(loop) for loop in flow.loops_around(call.index)] == [For, Range]


def test_a_statement_before_a_branch_dominates_what_follows() -> None:
    flow = graph("a()\nif b() { d() } else { e() }\ng()")
    node = {label(each.origin): each.index for each in flow.nodes}

    assert flow.dominates(node["a"], node["g"])
    assert flow.dominates(node["b"], node["e"])
    assert flow.dominates(node["g"], node["g"])
    assert not flow.dominates(node["d"], node["g"])
    assert not flow.dominates(node["g"], node["a"])


def test_reachable_from_does_not_pass_what_it_avoids() -> None:
    flow = graph("a()\nif b() { d() }\ne()")
    node = {label(each.origin): each.index for each in flow.nodes}

    seen = flow.reachable_from(node["a"], avoiding=frozenset({node["d"]}))

    assert node["e"] in seen
    assert node["d"] not in seen


def test_every_edge_is_known_from_both_ends() -> None:
    flow = graph("for a() { switch { case b(): continue; default: d() } }\nselect { case <-e(): }")

    forward = {(source, edge.target) for source, edges in enumerate(flow.successors) for edge in edges}
    backward = {(source, target) for target, sources in enumerate(flow.predecessors) for source in sources}

    assert forward == backward


def test_code_after_a_jump_is_out_of_reach() -> None:
    flow = graph("for { break; a() }\nreturn\nb()")

    assert not {"a", "b"} & {label(flow.nodes[index].origin) for index in flow.reachable}


@pytest.mark.parametrize(
    "body",
    ["break", "continue", "goto nowhere", "fallthrough", "for { break nowhere }", "switch { case a(): continue }"],
)
def test_a_jump_to_nowhere_breaks_nothing(body: str) -> None:
    flow = graph(textwrap.dedent(body))

    assert flow.nodes[0].index == 0


def test_a_literal_has_a_graph_of_its_own() -> None:
    package = linked("a()\ng(func() { b() })")
    literal = next(each for each in package.functions if not each.name)

    assert paths(package.graph(function(package))) == {"a g return"}
    assert paths(package.graph(literal)) == {"b return"}


def test_three_hundred_branches_make_a_graph_of_a_few_thousand_nodes() -> None:
    flow = graph("\n".join(f"if a({n}) {{ b({n}) }}" for n in range(300)))

    assert flow.returns
    assert len(flow.nodes) < 5_000
