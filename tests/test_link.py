"""What names of a package mean after linking."""

import pytest

from golint_sched.flow.graph import Ending
from golint_sched.model.types import ChannelType, NamedType, PointerType
from tests.support.linked import call, function, linked, mention

CONTEXT = 'import "context"\n'
SYNC = 'import "sync"\n'


@pytest.mark.parametrize(
    ("text", "name", "external"),
    [
        ('import "time"\nfunc f() { time.Sleep(1) }', "Sleep", "time.Sleep"),
        ('import clock "time"\nfunc f() { clock.Sleep(1) }', "Sleep", "time.Sleep"),
        ('import . "time"\nfunc f() { Sleep(1) }', "Sleep", "time.Sleep"),
        (SYNC + "func f() { var g sync.WaitGroup; g.Wait() }", "Wait", "sync.WaitGroup.Wait"),
        (SYNC + "func f() { g := &sync.WaitGroup{}; g.Wait() }", "Wait", "sync.WaitGroup.Wait"),
        (SYNC + "func f() { g := new(sync.WaitGroup); g.Wait() }", "Wait", "sync.WaitGroup.Wait"),
        (SYNC + "type t struct{ sync.Mutex }\nfunc f(x *t) { x.Lock() }", "Lock", "sync.Mutex.Lock"),
        (SYNC + "type t struct{ mu sync.Mutex }\nfunc (x *t) f() { x.mu.Lock() }", "Lock", "sync.Mutex.Lock"),
        (SYNC + "type m = sync.Mutex\nfunc f(x *m) { x.Lock() }", "Lock", "sync.Mutex.Lock"),
        (SYNC + "var mu sync.Mutex\nfunc f() { mu.Lock() }", "Lock", "sync.Mutex.Lock"),
        (SYNC + "func f(all []*sync.Mutex) { for _, one := range all { one.Lock() } }", "Lock", "sync.Mutex.Lock"),
        (SYNC + 'func f(all map[string]*sync.Mutex) { all["x"].Lock() }', "Lock", "sync.Mutex.Lock"),
        (CONTEXT + "func f(ctx context.Context) { <-ctx.Done() }", "Done", "context.Context.Done"),
        (CONTEXT + "func f(p context.Context) { ctx, _ := context.WithCancel(p); ctx.Done() }", "Done",
         "context.Context.Done"),
        (CONTEXT + "type t struct{ context.Context }\nfunc f(x t) { x.Done() }", "Done", "context.Context.Done"),
        ('import "net/http"\nfunc f(r *http.Request) { r.Context().Done() }', "Done", "context.Context.Done"),
        ("func f() { close(nil) }", "close", "builtin.close"),
    ],
)  # fmt: skip
def test_a_call_of_foreign_code_has_its_full_name(text: str, name: str, external: str) -> None:
    package = linked(text)

    assert external == package.callee(call(package, name)).external


@pytest.mark.parametrize(
    "text",
    [
        "type Mutex struct{}\nfunc (m *Mutex) Lock() {}\nfunc f(m *Mutex) { m.Lock() }",
        "type locker interface{ Lock() }\nfunc f(m locker) { m.Lock() }",
        "func f(m interface{ Lock() }) { m.Lock() }",
        "func f() { m := unknown(); m.Lock() }",
    ],
)
def test_a_method_of_the_users_own_type_is_not_the_standard_librarys(text: str) -> None:
    package = linked(text)

    assert not package.callee(call(package, "Lock")).external


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("func f() { g() }\nfunc g() {}", "g"),
        ("type t struct{}\nfunc (t) g() {}\nfunc f(x *t) { x.g() }", "t.g"),
        ("type t struct{}\nfunc (*t) g() {}\ntype u struct{ *t }\nfunc f(x u) { x.g() }", "(*t).g"),
        ("func f() { g := func() {}; g() }", "f.func1"),
        ("func f() { var g func(); g = func() {}; g() }", "f.func1"),
        ("var g = h\nfunc h() {}\nfunc f() { g() }", "h"),
        ("type i interface{ g() }\ntype t struct{}\nfunc (t) g() {}\nfunc f(x i) { x.g() }", "t.g"),
        ("func g[T any](x T) {}\nfunc f() { g[int](1) }", "g"),
    ],
)
def test_a_call_within_the_package_leads_to_the_function(text: str, key: str) -> None:
    package = linked(text)

    assert [key] == [one.key for one in package.callee(call(package, "g")).functions]


@pytest.mark.parametrize(
    "text",
    [
        "func f(g func()) { g() }",
        "func f(x bool) { g := func() {}; if x { g = other() }; g() }",
        (
            "type i interface{ g() }\ntype t struct{}\nfunc (t) g() {}\ntype u struct{}\nfunc (u) g() {}\n"
            "func f(x i) { x.g() }"
        ),
        "var g = h\nfunc h() {}\nfunc init() { g = nil }\nfunc f() { g() }",
    ],
)
def test_a_call_that_may_lead_anywhere_leads_nowhere(text: str) -> None:
    package = linked(text)

    assert package.callee(call(package, "g")).unknown


def test_build_tagged_twins_are_both_candidates() -> None:
    package = linked("package p\nfunc f() { g() }", "package p\nfunc g() {}", "package p\nfunc g() {}")

    assert len(package.callee(call(package, "g")).functions) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("func f() { ch := make(chan int); use(ch) }", ChannelType(NamedType("builtin", "int"))),
        ("func f(in []chan int) { for _, ch := range in { use(ch) } }", ChannelType(NamedType("builtin", "int"))),
        ("type t struct{}\nfunc n() *t { return nil }\nfunc f() { ch := n(); use(ch) }",
         PointerType(NamedType("", "t"))),
        ("type t struct{}\nfunc n() (*t, error) { return nil, nil }\nfunc f() { ch, _ := n(); use(ch) }",
         PointerType(NamedType("", "t"))),
        ("func f(in chan chan int) { ch := <-in; use(ch) }", ChannelType(NamedType("builtin", "int"))),
        ("func f(x any) { ch, ok := x.(chan int); _ = ok; use(ch) }", ChannelType(NamedType("builtin", "int"))),
        ("type t struct{ c chan int }\nfunc f(x t) { ch := x.c; use(ch) }", ChannelType(NamedType("builtin", "int"))),
        ("func f(x any) { switch ch := x.(type) { case chan int: use(ch) } }",
         ChannelType(NamedType("builtin", "int"))),
    ],
)  # fmt: skip
def test_a_local_variable_has_the_type_of_its_value(text: str, expected: object) -> None:
    package = linked(text)

    assert expected == package.type_of(mention(package, "ch"))


def test_a_variable_defined_by_itself_has_no_type_and_ends() -> None:
    package = linked("func f() { ch := ch2; ch2 := ch; use(ch, ch2) }")

    assert not isinstance(package.type_of(mention(package, "ch")), ChannelType)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("type t struct{ c chan int }\nfunc (x *t) f() { ch := x.c; use(ch) }", ("x.c", "t.c")),
        ("type t struct{ c chan int }\nfunc (x *t) d() chan int { return x.c }\nfunc f(y *t) { ch := y.d(); use(ch) }",
         ("y.c", "t.c")),
        ("type b struct{ c chan int }\ntype t struct{ b }\nfunc f(x t) { ch := x.c; use(ch) }", ("x.b.c", "b.c")),
        ("func f() { a := make(chan int); ch := a; use(ch) }", ("a", "")),
        ("func f(a []chan int) { ch := a[0]; use(ch) }", ("a[…]", "")),
        ("var a chan int\nfunc f() { ch := a; use(ch) }", ("a", "")),
    ],
)  # fmt: skip
def test_an_alias_means_the_place_that_it_was_made_from(text: str, expected: tuple[str, str]) -> None:
    package = linked(text)
    place = package.place(mention(package, "ch"))

    assert place is not None
    assert expected == (place.text, place.field)


def test_an_embedded_mutex_is_the_place_that_its_promoted_method_locks() -> None:
    package = linked(SYNC + "type t struct{ sync.Mutex }\nfunc f(x *t) { x.Lock() }")
    place = package.receiver_place(call(package, "Lock"))

    assert place is not None
    assert (place.text, place.field) == ("x.Mutex", "t.Mutex")


@pytest.mark.parametrize(
    ("fields", "name", "expected"),
    [
        ("inner; sync.RWMutex", "Lock", "sync.RWMutex.Lock"),
        ("sync.RWMutex; inner", "Lock", "sync.RWMutex.Lock"),
        ("inner; n int", "Lock", "sync.Mutex.Lock"),
        ("sync.Mutex; *conn", "Close", "(*conn).Close"),
        ("*conn; sync.Mutex", "Close", "(*conn).Close"),
        ("sync.Mutex; context.Context; deep", "Close", "(*conn).Close"),
        ("sync.Mutex; net.Conn", "Close", "net.Conn.Close"),
        ("bytes.Buffer; *conn", "Close", "(*conn).Close"),
        ("bytes.Buffer; deep", "Close", "bytes.Buffer.Close"),
    ],
)
def test_a_promoted_method_is_the_one_that_lies_least_deep(fields: str, name: str, expected: str) -> None:
    """A type that cannot have the method is passed over; of one that nobody knows it is taken to have it."""
    imports = 'import (\n"bytes"\n"context"\n"net"\n"sync"\n)\n'
    types = (
        "type conn struct{}\nfunc (c *conn) Close() {}\ntype deep struct{ *conn }\ntype inner struct{ sync.Mutex }\n"
    )
    package = linked(f"{imports}{types}type t struct {{ {fields} }}\nfunc f(x *t) {{ x.{name}() }}")

    callee = package.callee(call(package, name))

    assert [callee.external, *(each.key for each in callee.functions)] in ([expected], ["", expected])


@pytest.mark.parametrize(
    "text",
    [
        "func f() { go g() }\nfunc g() {}",
        SYNC + "func f() { var w sync.WaitGroup; w.Go(g) }\nfunc g() {}",
        'import "golang.org/x/sync/errgroup"\nfunc f() { var e errgroup.Group; e.Go(g) }\nfunc g() error',
        "func safe(task func()) { go task() }\nfunc f() { safe(g) }\nfunc g() {}",
        "func safe(task func()) { go func() { defer recover(); task() }() }\nfunc f() { safe(g) }\nfunc g() {}",
        "type t struct{}\nfunc (t) g() {}\nfunc f(x t) { go x.g() }",
    ],
)
def test_every_way_to_start_a_goroutine_is_a_spawn(text: str) -> None:
    package = linked(text)
    spawned = [target.name for spawn in package.spawns(function(package, "f")) for target in spawn.callee.functions]

    assert spawned == ["g"]


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("package main\nfunc main() { f() }\nfunc f() {}", True),
        ("package main\nfunc init() { f() }\nfunc f() {}", True),
        ("package p\nfunc init() { f() }\nfunc f() {}", True),
        ("package main\nfunc main() { for { f() } }\nfunc f() {}", False),
        ("package main\nfunc main() { g(f) }\nfunc g(func())\nfunc f() {}", False),
        ("package main\nfunc main() { f(); g() }\nfunc g() { f() }\nfunc f() {}", True),
        ("package p\nfunc F() { f() }\nfunc f() {}", False),
        ("package p\nfunc f() {}", False),
    ],
)
def test_only_what_main_or_init_call_once_lives_as_long_as_the_process(text: str, *, once: bool) -> None:
    package = linked(text)

    assert once == package.is_process_lifetime(function(package, "f"))


@pytest.mark.parametrize(
    ("body", "ending"),
    [
        ('panic("x")', Ending.PANIC),
        ("os.Exit(1)", Ending.PROCESS),
        ("g()", Ending.PROCESS),
        ("h()", None),
    ],
)
def test_a_call_that_never_comes_back_is_known_as_such(body: str, ending: Ending | None) -> None:
    package = linked(
        f'import "os"\nfunc f() {{ {body} }}\nfunc g() {{ os.Exit(2) }}\nfunc h() {{ if os.Args == nil {{ g() }} }}'
    )
    graph = package.graph(function(package, "f"))

    assert graph.returns == (ending is None)
    assert ending is None or graph.endings[ending] in graph.reachable


def test_functions_that_call_each_other_have_graphs() -> None:
    package = linked("func f() { g() }\nfunc g() { f() }")

    assert package.graph(function(package, "f")).returns
