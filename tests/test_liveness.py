"""The liveness engine: which contexts are in reach, what a receive waits for, and what leads out of a loop."""

import pytest

from golint_sched.engines.liveness.bare import Bareness
from golint_sched.engines.liveness.channels import Channels, Signal
from golint_sched.engines.liveness.contexts import contexts_in_reach
from golint_sched.engines.liveness.exits import Exits
from golint_sched.engines.liveness.handlers import left_behind
from golint_sched.engines.liveness.requests import handler_around
from golint_sched.engines.liveness.work import parts_of, root_of
from golint_sched.model.expressions import Receive
from golint_sched.model.walk import walk
from tests.support.linked import function, linked


def reach(code: str) -> list[str]:
    """Return the contexts in reach of the first goroutine."""
    package = linked('import ("context"; "net/http")\n' + code)
    spawn = next(spawn for each in package.bodies() for spawn in package.spawns(each))
    root = root_of(spawn)
    assert root is not None
    return [found.text for found in contexts_in_reach(package, root, spawn)]


def signals(code: str) -> list[Signal]:
    """Return what each receive in `f` waits for, in source order."""
    package = linked(code)
    body = function(package, "f").body
    assert body is not None
    channels = Channels(package)
    return [channels.signal(node.channel) for node in walk(body) if isinstance(node, Receive)]


def ways_out(code: str) -> int:
    """Return how many edges lead out of the first loop in `f`."""
    package = linked(code)
    graph = package.graph(function(package, "f"))
    return len(Exits(package, Channels(package)).ways_out(graph, next(graph.loops())))


def test_a_literal_reaches_the_context_around_it() -> None:
    assert reach("func f(ctx context.Context) { go func() {}() }") == ["ctx"]


def test_the_context_made_last_is_the_nearest() -> None:
    code = "func f(ctx context.Context) { c, cancel := context.WithCancel(ctx); defer cancel(); go func() {}() }"

    assert reach(code) == ["c", "ctx"]


def test_a_context_made_after_the_goroutine_is_out_of_reach() -> None:
    assert reach("func f(p context.Context) { go g(); c, _ := context.WithCancel(p); _ = c }\nfunc g() {}") == []


def test_a_background_context_is_never_cancelled() -> None:
    assert reach("func f() { ctx := context.Background(); go g(ctx) }\nfunc g(ctx context.Context) {}") == []


def test_a_method_reaches_the_context_in_its_receiver() -> None:
    code = "type s struct { ctx context.Context }\nfunc (x *s) f() { go x.g() }\nfunc (x *s) g() {}"

    assert reach(code) == ["x.ctx"]


def test_a_method_reaches_the_context_of_an_embedded_struct() -> None:
    code = (
        "type base struct { ctx context.Context }\ntype s struct { *base }\n"
        "func (x *s) f() { go x.g() }\nfunc (x *s) g() {}"
    )

    assert reach(code) == ["x.ctx"]


def test_a_field_that_only_holds_a_background_context_is_out_of_reach() -> None:
    code = (
        "type s struct { ctx context.Context }\nfunc f() { x := &s{ctx: context.TODO()}; go x.g() }\nfunc (x *s) g() {}"
    )

    assert reach(code) == []


def test_a_request_counts_by_its_context() -> None:
    assert reach("func f(r *http.Request) { go func() {}() }") == ["r.Context()"]


def test_a_channel_that_is_only_closed_says_stop() -> None:
    assert signals("func f(a chan int) { <-a }\nfunc g() { c := make(chan int); go f(c); close(c) }") == [Signal.STOP]


def test_a_channel_that_gets_values_carries_data_whatever_its_name() -> None:
    code = "func f(done chan struct{}) { <-done }\nfunc g() { c := make(chan struct{}); go f(c); c <- struct{}{} }"

    assert signals(code) == [Signal.DATA]


def test_a_ticker_is_a_clock() -> None:
    assert signals('import "time"\nfunc f() { t := time.NewTicker(1); <-t.C; <-time.After(1) }') == [Signal.TIMER] * 2


def test_the_done_channel_of_a_context_is_known_by_another_name() -> None:
    code = 'import "context"\nfunc f(ctx context.Context) { over := ctx.Done(); <-over }'

    assert signals(code) == [Signal.CONTEXT]


def test_a_range_over_a_ticker_has_no_end() -> None:
    assert ways_out('import "time"\nfunc f(t *time.Ticker) { for range t.C { } }') == 0


def test_a_break_inside_a_select_leaves_no_loop() -> None:
    assert ways_out("func f(c chan int) { for { select { case <-c: break } } }") == 0


def test_the_error_of_a_call_that_sees_no_signal_is_no_way_out() -> None:
    code = 'import "net/http"\nfunc f() { for { _, err := http.Get("x"); if err == nil { return } } }'

    assert ways_out(code) == 0


def test_the_error_of_a_call_that_takes_a_context_is_a_way_out() -> None:
    code = (
        'import "context"\nfunc f(ctx context.Context) { for { if err := g(ctx); err != nil { return } } }\n'
        "func g(ctx context.Context) error { return ctx.Err() }"
    )

    assert ways_out(code) == 1


def test_the_error_of_a_reader_that_may_be_closed_is_a_way_out() -> None:
    code = 'import "io"\nfunc f(r io.Reader) { for { _, err := r.Read(nil); if err != nil { return } } }'

    assert ways_out(code) == 1


def test_the_work_of_a_goroutine_goes_through_its_calls_but_not_into_other_goroutines() -> None:
    package = linked("func f() { g(); go h() }\nfunc g() { i() }\nfunc h() {}\nfunc i() {}")

    assert [part.function.key for part in parts_of(package, function(package, "f"))] == ["f", "g", "i"]


def test_a_users_own_request_makes_no_handler() -> None:
    package = linked("type ResponseWriter int\ntype Request int\nfunc f(w ResponseWriter, r *Request) {}")

    assert handler_around(package, function(package, "f")) is None


def test_a_method_of_an_embedding_service_is_a_handler() -> None:
    package = linked(
        'import ("context"; "example.com/pb")\ntype s struct { pb.UnimplementedGreeterServer }\n'
        "func (x *s) Hello(ctx context.Context, r *pb.Request) (*pb.Response, error) { return nil, nil }\n"
        "func (x *s) hello(ctx context.Context, r *pb.Request) (*pb.Response, error) { return nil, nil }"
    )

    assert handler_around(package, function(package, "(*s).Hello")) is not None
    assert handler_around(package, function(package, "(*s).hello")) is None


def bare(code: str) -> list[str]:
    """Return what the bare operations of the first goroutine wait on."""
    package = linked('import "context"\n' + code)
    spawn = next(spawn for each in package.bodies() for spawn in package.spawns(each))
    root = root_of(spawn)
    assert root is not None
    found = Bareness(Exits(package, Channels(package))).operations(spawn, parts_of(package, root))
    return [type(each.node).__name__ for each in found]


def blocks(code: str) -> list[str]:
    """Return what the goroutines that handlers leave behind wait on."""
    imports = 'import ("context"; "io"; "net"; "net/http"; "os"; "time")\n'
    return [found.text for found in left_behind(linked(imports + code))]


def test_a_stream_to_the_caller_is_bare() -> None:
    code = "func F(ctx context.Context, xs []int, out chan<- int) { go func() { for _, x := range xs { out <- x } }() }"

    assert bare(code) == ["Send"]


def test_one_message_to_the_caller_is_a_reply() -> None:
    assert bare("func F(ctx context.Context, out chan<- int) { go func() { out <- 1 }() }") == []


def test_a_field_that_the_constructor_fills_is_the_callers() -> None:
    code = """type s struct { in <-chan int }
func New(in <-chan int) *s { return &s{in} }
func (x *s) f(ctx context.Context) { go func() { v := <-x.in; _ = v }() }"""

    assert bare(code) == ["Receive"]


def test_what_is_sent_after_the_context_is_over_is_expected() -> None:
    code = """type s struct { Out chan int }
func (x *s) f(ctx context.Context) { go func() { for { <-ctx.Done(); x.Out <- 1; return } }() }"""

    assert bare(code) == []


def test_a_helper_of_a_handler_leaves_a_goroutine_behind() -> None:
    code = """func h(w http.ResponseWriter, r *http.Request) { later() }
func later() { go func() { time.Sleep(time.Minute) }() }"""

    assert blocks(code) == ["`time.Sleep(…)`"]


def test_a_helper_that_claims_state_first_starts_one_goroutine_for_all() -> None:
    code = """type s struct { on bool }
func (x *s) ServeHTTP(w http.ResponseWriter, r *http.Request) { x.start() }
func (x *s) start() { if x.on { return }; x.on = true; go func() { time.Sleep(1) }() }"""

    assert blocks(code) == []


def test_a_sleeping_loop_is_not_ended_by_a_call_whose_error_it_drops() -> None:
    code = """func h(w http.ResponseWriter, r *http.Request) {
	go func() { for { _ = load(r.Context()); time.Sleep(1) } }()
}
var load func(context.Context) error"""

    assert blocks(code) == ["this loop"]


@pytest.mark.parametrize(
    ("loop", "count"),
    [
        ("for { time.Sleep(1) }", 1),
        ("for { time.Sleep(1); if bad() { panic(1) } }", 1),
        ("for range time.Tick(1) { work() }", 1),
        ("for { for bad() { work() }; time.Sleep(1) }", 1),
        ("for range items { time.Sleep(time.Minute) }", 1),
        ("for { time.Sleep(1); if bad() { return } }", 0),
        ("for { time.Sleep(1); if err := work(); err != nil { break } }", 0),
        ("for !bad() { time.Sleep(time.Minute) }", 0),
        ("for i := 0; i < 9; i++ { time.Sleep(time.Minute) }", 0),
        ("for ; true; <-time.Tick(1) { if bad() { return } }", 0),
        ("for range items { time.Sleep(1) }", 0),
        ("for { select { case <-own: case <-time.After(1): } }", 1),
        ("for { select { case <-own: case <-time.After(1): return } }", 0),
        ("select { case <-own: case <-time.After(1): }", 0),
        ("time.Sleep(time.Minute); os.Exit(1)", 0),
        ("time.Sleep(time.Minute); if bad() { os.Exit(1) }", 1),
        ("for range items { time.Sleep(time.Minute); if bad() { return } }", 0),
    ],
)
def test_a_loop_by_the_clock_ends_by_any_way_out_but_a_panic(loop: str, count: int) -> None:
    code = f"""func h(w http.ResponseWriter, r *http.Request) {{ go func() {{ {loop} }}() }}
func bad() bool {{ return x }}
func work() error {{ return nil }}
var x bool
var own = make(chan int)
var items []int"""

    assert len(blocks(code)) == count


@pytest.mark.parametrize(
    ("wait", "count"),
    [
        ("<-x.own", 1),
        ("<-x.got()", 1),
        ("for range x.own { }", 1),
        ("select { case <-x.own: case x.own <- 1: }", 1),
        ("x.own <- 1", 1),
        ("x.drained <- 1", 0),
        ("<-x.closed", 0),
        ("for range x.closed { }", 0),
        ("<-x.Given", 0),
        ("<-x.given", 0),
        ("x.given <- 1", 0),
        ("_, c := net.Pipes(); <-c", 0),
        ("select { case <-x.own: case <-x.given: }", 0),
    ],
)
def test_a_goroutine_waits_for_ever_for_channels_whose_makers_are_in_view(wait: str, count: int) -> None:
    code = f"""type s struct {{ own, drained, closed, given, Given chan int }}
func New(given chan int) *s {{
	return &s{{own: make(chan int), drained: make(chan int), closed: make(chan int), given: given}}
}}
func (x *s) run() {{ for {{ <-x.drained; x.closed <- 1 }} }}
func (x *s) stop() {{ close(x.closed) }}
func (x *s) got() chan int {{ made, _ := x.pair(); return made }}
func (x *s) pair() (made chan int, err error) {{ made = make(chan int); return }}
func (x *s) ServeHTTP(w http.ResponseWriter, r *http.Request) {{ go func() {{ {wait} }}() }}"""

    assert len(blocks(code)) == count


@pytest.mark.parametrize(
    ("client", "count"),
    [
        ("http.DefaultClient", 1),
        ("&http.Client{}", 1),
        ("new(http.Client)", 1),
        ("&http.Client{Timeout: time.Hour}", 0),
        ("&http.Client{Transport: transport}", 0),
        ("given", 0),
    ],
)
def test_a_request_waits_for_its_peer_alone_by_a_client_without_timeout(client: str, count: int) -> None:
    code = f"""type s struct {{ client *http.Client }}
func New(given *http.Client) *s {{ return &s{{client: {client}}} }}
func (x *s) ServeHTTP(w http.ResponseWriter, r *http.Request) {{ go func() {{ x.client.Get("a") }}() }}
var transport http.RoundTripper"""

    assert len(blocks(code)) == count


def test_a_client_whose_timeout_is_set_later_may_give_up() -> None:
    code = """var client = &http.Client{}
func init() { client.Timeout = time.Hour }
func h(w http.ResponseWriter, r *http.Request) { go func() { client.Get("a") }() }"""

    assert blocks(code) == []


def test_a_sleeping_loop_ends_with_the_error_of_a_call() -> None:
    code = """func h(w http.ResponseWriter, r *http.Request) {
	go func() { for i := 0; i < 9; i++ { if err := load(r.Context()); err != nil { return }; time.Sleep(1) } }()
}
var load func(context.Context) error"""

    assert blocks(code) == []


def test_a_copy_from_a_connection_ends_by_its_peer_alone() -> None:
    code = """func h(w http.ResponseWriter, r *http.Request) {
	c, _ := net.Dial("tcp", "a:1")
	go func() { defer c.Close(); io.Copy(io.Discard, c) }()
}"""

    assert blocks(code) == ["`io.Copy(…)`"]


def test_a_deadline_ends_a_copy_from_a_connection() -> None:
    code = """func h(w http.ResponseWriter, r *http.Request) {
	c, _ := net.Dial("tcp", "a:1")
	c.SetDeadline(time.Now().Add(1))
	go func() { defer c.Close(); io.Copy(io.Discard, c) }()
}"""

    assert blocks(code) == []
