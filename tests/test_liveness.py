"""The liveness engine: which contexts are in reach, what a receive waits for, and what leads out of a loop."""

from golint_sched.engines.liveness.channels import Channels, Signal
from golint_sched.engines.liveness.contexts import contexts_in_reach
from golint_sched.engines.liveness.exits import Exits
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
