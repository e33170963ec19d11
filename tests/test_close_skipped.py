"""Closes that a way out skips, where the channel is followed by name: who owes them, and who waits."""

import pytest

from golint_sched.engines.channels.closes import skipped
from golint_sched.engines.paths.closings import Skip, Unclosed, unclosed
from golint_sched.link import link
from golint_sched.link.package import Package
from golint_sched.lower import lower_file

HEAD = """package p

import (
	"context"
	"sync"
	"sync/atomic"
)

var sink any

type T struct {
	c, quit chan int
	err     error
}

func New() *T { return &T{c: make(chan int), quit: make(chan int)} }

func dial() error

func out(c chan<- int)

func keep(c chan int)
"""
WAIT = "\nfunc (t *T) Wait() { <-t.c }\n"
READ = "\nfunc (t *T) Read() { for range t.c {} }\n"
FAILS = "if err := dial(); err != nil { return }\n"


def linked(code: str, path: str = "p.go") -> Package:
    """Return a package of this code."""
    return link((lower_file(path, (HEAD + code).encode()),))


def found(code: str) -> list[Unclosed]:
    """Return what is not closed in this code."""
    return list(unclosed(linked(code)).found)


def started(body: str) -> str:
    """Return the code of a goroutine that runs on a T."""
    return f"func (t *T) Start() {{ go t.run() }}\nfunc (t *T) run() {{\n{body}\n}}\n"


def test_a_goroutine_that_fails_before_its_close_leaves_the_waiter() -> None:
    (fault,) = found(started(FAILS + "close(t.c)") + WAIT)
    assert fault.skip is Skip.PATH
    assert fault.function.name == "run"
    assert fault.start is not None


@pytest.mark.parametrize(
    "body",
    [
        "defer close(t.c)\n" + FAILS,
        "if err := dial(); err != nil { close(t.c); return }\nclose(t.c)",
        "if err := dial(); err != nil { panic(err) }\nclose(t.c)",
        "if t.err != nil { return }\nclose(t.c)",
        FAILS + "if t.c != nil { close(t.c) }",
        FAILS + "select { case <-t.c: default: close(t.c) }",
    ],
    ids=["deferred", "closed on both ways", "ends by a panic", "asks for a state", "may be nil", "asks whether closed"],
)
def test_a_close_that_is_not_owed_or_not_skipped_is_no_fault(body: str) -> None:
    assert not found(started(body) + WAIT)


def test_a_second_closer_may_make_up_for_the_first() -> None:
    assert not found(started(FAILS + "close(t.c)") + WAIT + "func (t *T) Close() { close(t.c) }")


def test_a_receive_beside_another_case_does_not_wait_for_the_close() -> None:
    read = "func (t *T) Wait(ctx context.Context) { select { case <-t.c: case <-ctx.Done(): } }"
    assert not found(started(FAILS + "close(t.c)") + read)


def test_a_method_that_fails_before_its_close_owes_it() -> None:
    (fault,) = found(
        "func (t *T) Close() error { if err := dial(); err != nil { return err }; close(t.c); return nil }" + WAIT
    )
    assert fault.function.name == "Close"


def test_a_function_that_drops_the_object_it_made_owes_nobody_a_close() -> None:
    code = "func Make() (*T, error) { t := &T{c: make(chan int)}\nif err := dial(); err != nil { return nil, err }\n"
    assert not found(code + "close(t.c)\nreturn t, nil }" + WAIT)


def test_a_constructor_that_fails_after_starting_the_reader_leaves_it() -> None:
    make = "func Make() (*T, error) { t := &T{c: make(chan int)}\ngo t.Read()\n"
    fails = "if err := dial(); err != nil { return nil, err }\nreturn t, nil }\nfunc (t *T) Close() { close(t.c) }"
    (fault,) = found(make + fails + READ)
    assert fault.skip is Skip.START
    assert not found(make.replace("go t.Read()\n", "") + fails.replace("return t", "go t.Read()\nreturn t") + READ)


def test_a_select_loop_with_one_way_out_is_left_by_a_failing_constructor() -> None:
    loop = (
        "func (t *T) run() { for { select { case <-t.c: case <-t.quit: return } } }\nfunc (t *T) Put() { t.c <- 1 }\n"
    )
    make = "func Make() (*T, error) { t := &T{c: make(chan int), quit: make(chan int)}\ngo t.run()\n"
    fails = "if err := dial(); err != nil { return nil, err }\nreturn t, nil }\nfunc (t *T) Close() { close(t.quit) }"
    (fault,) = found(loop + make + fails)
    assert fault.channel.name == "T.quit"


def test_a_field_that_a_goroutine_ranges_over_and_nobody_closes_is_a_fault() -> None:
    start = "func (t *T) Start() { go t.Read() }\nfunc (t *T) Put() { t.c <- 1 }\nfunc (t *T) Stop() {}\n"
    (fault,) = found(start + READ)
    assert fault.skip is Skip.NOBODY
    assert not found(start + "func (t *T) Read() { for v := range t.c { if v == 0 { return } } }")


def test_what_has_no_end_may_range_for_ever() -> None:
    start = "func (t *T) Start() { go t.Read() }\nfunc (t *T) Put() { t.c <- 1 }\n"
    assert not found(start + READ)


def test_what_only_a_once_starts_may_range_for_ever() -> None:
    code = (
        "func (t *T) Put() { t.c <- 1 }\nfunc start() *T { t := New(); for range 3 { go t.Read() }; return t }\n"
        "func (t *T) Stop() {}\n" + READ
    )
    assert found(code)
    assert not found(code + "var one = sync.OnceValue(func() *T { return start() })")


def test_who_may_only_send_on_a_channel_does_not_close_it() -> None:
    body = "func f() { c := make(chan int); go func() { for range c {} }(); "
    (fault,) = found(body + "give(c)\nif dial() != nil { return }\nclose(c) }\nvar give func(chan<- int)")
    assert fault.skip is Skip.PATH
    assert not found(body + "give(c)\nif dial() != nil { return }\nclose(c) }\nvar give func(chan int)")


def test_the_last_of_several_goroutines_to_leave_may_close() -> None:
    spawn = "func f(n int) { c := make(chan int); var left atomic.Int32\nfor range n { go func() { "
    package = linked(spawn + "if left.Add(-1) == 0 { close(c) } }() }\n<-c }")
    assert not list(skipped(package))
    assert list(skipped(linked(spawn + "if dial() == nil { close(c) } }() }\n<-c }")))


def test_a_reader_that_counts_does_not_wait_for_a_close() -> None:
    start = "func f(n int) { c := make(chan int)\nfor range n { go func() { c <- 1 }() }\n"
    assert not list(skipped(linked(start + "for n > 0 { <-c; n-- }\nclose(c) }")))
