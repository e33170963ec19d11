"""The channel engine: who is left to answer."""

import pytest

from golint_sched.engines.channels.amounts import Amount, turns
from golint_sched.engines.channels.closed_world import lacks
from golint_sched.engines.channels.faults import Kind, faults
from golint_sched.engines.channels.loops import self_feeds
from golint_sched.engines.channels.shared import shared_channels
from golint_sched.engines.channels.verdict import verdict
from golint_sched.link import Package, link
from golint_sched.lower import lower_file
from golint_sched.model.statements import For, Range
from golint_sched.model.walk import walk
from golint_sched.prefilter import parts
from golint_sched.source import SourceFile


def package_of(text: str, path: str = "a.go") -> Package:
    """Return the linked package of one file."""
    return link((lower_file(path, f"package p\n\n{text}".encode()),))


def faults_in(text: str) -> list[tuple[Kind, int]]:
    """Return the kind and the line, in `text`, of every fault."""
    content = f"package p\n\n{text}".encode()
    return [
        (fault.kind, content[: fault.stuck.span.start].count(b"\n") - 1)
        for fault in faults(link((lower_file("a.go", content),)))
    ]


def test_a_goroutine_that_waits_for_a_stuck_one_is_not_the_fault() -> None:
    text = """func f(on bool) {
	a, b := make(chan int), make(chan int)
	go func() {
		if on {
			a <- 1
		}
	}()
	go func() { b <- 1 }()
	<-a
	<-b
}
"""
    assert faults_in(text) == [(Kind.STARVED_RECEIVER, 9)]


def test_of_goroutines_that_wait_for_each_other_one_is_the_fault() -> None:
    text = """func f(jobs []int) {
	in, out := make(chan int), make(chan int)
	go func() {
		for job := range in {
			out <- job
		}
	}()
	for _, job := range jobs {
		in <- job
	}
	close(in)
	for range jobs {
		<-out
	}
}
"""
    assert faults_in(text) == [(Kind.ABANDONED_SENDER, 5)]


def test_a_sender_behind_a_wait_for_its_group_is_the_fault_of_the_wait() -> None:
    text = """import "sync"

func f(jobs []int) {
	out := make(chan int)
	var group sync.WaitGroup
	for range jobs {
		group.Add(1)
		go func() {
			defer group.Done()
			out <- 1
		}()
	}
	group.Wait()
	for range jobs {
		<-out
	}
}
"""
    assert faults_in(text) == [(Kind.WAIT_BLOCKS_DRAIN, 13)]


def test_a_range_that_no_close_ends_is_named_so() -> None:
    text = """func f() {
	out := make(chan int)
	go func() { out <- 1 }()
	for range out {
	}
}
"""
    assert faults_in(text) == [(Kind.CLOSE_SKIPPED, 4)]


def test_a_constructor_that_may_fail_is_not_followed_into_its_caller() -> None:
    text = """func start(bad error) (chan int, error) {
	if bad != nil {
		return nil, bad
	}
	out := make(chan int)
	go func() { out <- 1 }()
	return out, nil
}

func f(bad error) int {
	out, err := start(bad)
	if err != nil {
		return 0
	}
	return <-out
}
"""
    assert faults_in(text) == []


def test_each_call_of_a_generator_makes_a_channel_of_its_own() -> None:
    text = """func numbers() <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		out <- 1
	}()
	return out
}

func f() {
	first, second := numbers(), numbers()
	<-second
	<-first
}
"""
    assert faults_in(text) == []


def test_a_process_that_ends_abandons_nobody() -> None:
    text = """import "os"

func f(late chan int) {
	out := make(chan int)
	go func() { out <- 1 }()
	select {
	case <-out:
	case <-late:
		os.Exit(1)
	}
}
"""
    assert faults_in(text) == []


def test_a_literal_that_is_lost_from_sight_ends_the_search() -> None:
    text = """var hooks []func()

func f() {
	out := make(chan int)
	hooks = append(hooks, func() { out <- 1 })
	<-out
}
"""
    assert faults_in(text) == []


def test_what_a_test_leaves_behind_is_not_looked_at() -> None:
    text = "func f() { c := make(chan int); go func() { c <- 1 }() }\n"
    assert verdict(package_of(text, "a.go")).stuck
    assert not verdict(package_of(text, "a_test.go")).stuck


@pytest.mark.parametrize(
    ("loop", "expected"),
    [
        ("for i := 0; i < 3; i++ {}", Amount(offset=3)),
        ("for i := 1; i <= 2; i++ {}", Amount(offset=2)),
        ("for n := 2; n > 0; n-- {}", Amount(offset=2)),
        ("for i := 0; i < 3; i++ { i++ }", None),
        ("for more() {}", None),
    ],
)
def test_a_loop_turns_as_often_as_its_clause_says(loop: str, expected: Amount | None) -> None:
    package = package_of(f"func f() {{\n{loop}\n}}\n")
    (function,) = package.functions
    assert function.body is not None
    (found,) = [node for node in walk(function.body) if isinstance(node, For | Range)]
    assert turns(package, found) == expected


@pytest.mark.parametrize(
    "use",
    ["return b.c", "take(b.c)", "m[0] = b.c", "x := &b.c; _ = x", "other.c = b.c", "all <- b.c"],
)
def test_a_channel_that_is_handed_on_is_not_judged(use: str) -> None:
    package = package_of(
        "type box struct{ c chan int }\n\nfunc (b *box) wait() { <-b.c }\n\n"
        f"func f(b *box, all chan chan int, m map[int]chan int) chan int {{\n{use}\nreturn nil\n}}\n\n"
        "var b = &box{c: make(chan int)}\n"
    )
    assert not [channel for channel in shared_channels(package) if channel.name == "box.c"]
    assert not lacks(package)


def test_a_field_that_nobody_answers_is_told_once() -> None:
    package = package_of(
        "type box struct{ c chan int }\n\nvar b = &box{c: make(chan int)}\n\n"
        "func (b *box) one() { <-b.c }\n\nfunc (b *box) two() { <-b.c }\n"
    )
    assert [lack.name for lack in lacks(package)] == ["box.c"]


def test_another_instance_is_not_the_loop_itself() -> None:
    text = """type stage struct {
	in   chan int
	next *stage
}

var first = &stage{in: make(chan int)}

func (s *stage) run() {
	for value := range s.in {
		s.%s(value)
	}
}

func (s *stage) put(value int) { s.in <- value }
"""
    assert self_feeds(package_of(text % "put"))
    assert not self_feeds(package_of(text % "next.put"))


def test_a_body_that_hands_a_channel_on_is_parsed() -> None:
    content = b"""package p

type box struct {
	stops chan int
}

func (b *box) register() {
	remember(b.stops)
}
"""
    (part,) = parts([SourceFile("a.go", content)])
    assert b"remember" in part.content


def test_a_named_channel_type_is_made_like_any_other() -> None:
    package = package_of("""type queue chan int

func f() {
	a, b, c := make(queue, 2), make(chan int), make([]int, 2)
	_, _, _ = a, b, c
}
""")
    (function,) = package.bodies()
    assert [package.is_channel_make(call) for call in package.calls(function)] == [True, True, False]


def test_a_field_of_a_named_channel_type_is_a_channel_of_the_package() -> None:
    text = """type queue chan int

type worker struct{ in queue }

func (w *worker) put() { w.in <- 1 }

func start() *worker { return &worker{in: make(queue)} }
"""
    assert [lack.name for lack in lacks(package_of(text))] == ["worker.in"]


def test_a_callback_that_says_stop_is_not_called_again() -> None:
    text = """func f(m *sync.Map) int {
	first := make(chan int, 1)
	go func() {
		m.Range(func(_, value any) bool {
			first <- 1
			return RESULT
		})
	}()
	select {
	case v := <-first:
		return v
	case <-time.After(1):
		return 0
	}
}
"""
    imports = 'import (\n\t"sync"\n\t"time"\n)\n\n'
    assert [
        len(faults(package_of(imports + text.replace("RESULT", result))))
        for result in ("true", "false", "value == nil")
    ] == [1, 0, 0]


@pytest.mark.parametrize(
    ("bound", "leaves"),
    [
        ("len(asks)/2", [Kind.ABANDONED_SENDER]),
        ("quorum", [Kind.ABANDONED_SENDER]),
        ("len(asks)", []),
        ("started", []),
    ],
)
def test_a_count_of_what_was_granted_tells_who_is_left_only_against_all(bound: str, leaves: list[Kind]) -> None:
    text = """func f(asks []func() bool, quorum int) bool {
	votes := make(chan bool)
	started := 0
	for _, ask := range asks {
		started++
		go func() { votes <- ask() }()
	}
	granted := 0
	for range asks {
		if <-votes {
			granted++
		}
		if granted == BOUND {
			return true
		}
	}
	return false
}
"""
    assert [kind for kind, _ in faults_in(text.replace("BOUND", bound))] == leaves


@pytest.mark.parametrize(("passed", "found"), [("", 1), ("withRoom", 0)])
def test_a_struct_that_options_may_change_is_in_view_only_where_none_is_passed(passed: str, found: int) -> None:
    text = """type server struct{ failed chan error }

func withRoom(s *server) { s.failed = make(chan error, 1) }

func start(options ...func(*server)) *server {
	s := &server{failed: make(chan error)}
	for _, set := range options {
		set(s)
	}
	return s
}

func f(stop chan int, listen func() error) {
	s := start(PASSED)
	go func() { s.failed <- listen() }()
	select {
	case <-s.failed:
	case <-stop:
	}
}
"""
    if not passed:
        text = text.replace("func withRoom(s *server) { s.failed = make(chan error, 1) }\n\n", "")
    assert len(faults_in(text.replace("PASSED", passed))) == found


def test_a_loop_from_one_name_to_another_turns_as_often_as_their_difference() -> None:
    package = package_of("func f(low, high int) {\n\tfor i := low; i <= high; i++ {\n\t}\n}\n")
    assert [number.offset if number else None for number in _turns(package)] == [1]


def _turns(package: Package) -> list[Amount | None]:
    return [
        turns(package, node)
        for function in package.bodies()
        if function.body is not None
        for node in walk(function.body)
        if isinstance(node, For | Range)
    ]


def test_a_scope_with_too_many_goroutines_is_explored_part_by_part() -> None:
    """And each part on its own account: what another one needs is not asked again."""
    makes = "".join(f"c{n} := make(chan int)\ngo func() {{ c{n} <- 1 }}()\n" for n in range(12))
    text = makes + "if stop() { return }\n" + "".join(f"<-c{n}\n" for n in range(12))

    found = verdict(package_of("func stop() bool { return true }\nfunc f() {\n" + text + "}"))

    assert [stuck.channels[0].name for stuck in found.stuck] == [f"c{n}" for n in range(12)]
    assert not found.capped


def test_goroutines_that_share_a_channel_are_not_explored_apart() -> None:
    """Which is said, since what all of them do together is not known."""
    starts = "go func() { for { select { case c <- 1: case v := <-c: _ = v } } }()\n" * 12

    assert verdict(package_of("func f() {\nc := make(chan int)\n" + starts + "}")).capped


def test_how_often_a_loop_over_the_length_of_what_it_fills_turns_is_left_open() -> None:
    package = package_of("""func f() {
	ys := []int{}
	n := len(ys)
	for i := range n {
		ys = append(ys, i)
	}
}
""")
    body = package.functions[0].body
    assert body is not None
    number = turns(package, next(node for node in walk(body) if isinstance(node, Range)))
    assert number is None or number.key


def test_senders_that_one_way_out_leaves_behind_are_one_fault() -> None:
    text = """func f(a, b func() error) error {
	failed := make(chan error)
	go func() { failed <- a() }()
	go func() { failed <- b() }()
	return <-failed
}
"""
    assert faults_in(text) == [(Kind.ABANDONED_SENDER, 3)]
