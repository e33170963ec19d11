"""Fixes that are tried on the model before they are suggested."""

from unittest.mock import patch

import pytest

from golint_sched.engines.channels.explore import Explorer
from golint_sched.engines.channels.faults import Fault, faults
from golint_sched.engines.channels.fixes import close_fix, drain_fix, own_fix, receiver_fix
from golint_sched.engines.channels.settle import ExhaustedError
from golint_sched.engines.channels.trial import Advice
from golint_sched.link import link
from golint_sched.lower import lower_file

TRIED = ("With the fix below, no run of the same exploration leaves this goroutine waiting.",)


def fault_in(text: str, place: str) -> Fault:
    """Return the fault that is reported at a text."""
    content = f'package p\n\nimport "sync"\n\nvar _ sync.Mutex\n\n{text}'.encode()
    found = faults(link((lower_file("a.go", content),)))
    return next(fault for fault in found if content[fault.stuck.span.start :].startswith(place.encode()))


def close_advice(text: str, place: str) -> Advice:
    fault = fault_in(text, place)
    (closer,) = {lane for users in fault.stuck.users for lane in users.closers}
    return close_fix(fault, closer, "defer it", "another way")


ONE = """func f(late chan int) {
	out := make(chan int)
	go func() { out <- 1 }()
	select {
	case <-out:
	case <-late:
	}
}
"""

MANY = """func f(parts [][]int) int {
	out := make(chan int)
	for _, part := range parts {
		go func() {
			for _, value := range part {
				out <- value
			}
		}()
	}
	return <-out
}
"""


def test_room_for_the_value_is_said_to_help_where_it_does() -> None:
    advice = receiver_fix(fault_in(ONE, "out <- 1"))

    assert advice.text.startswith("give the value room, `make(chan int, 1)`")
    assert advice.notes == TRIED


TWICE = """func f(parts []int) int {
	out := make(chan int)
	for range parts {
		go func() {
			out <- 1
			out <- 2
		}()
	}
	return <-out
}
"""


def test_room_for_one_value_of_each_is_not_suggested_where_each_sends_more() -> None:
    advice = receiver_fix(fault_in(TWICE, "out <- "))

    assert advice.text.startswith("let the sender leave too, `select { case out <- …: case <-done: return }`")


def test_a_sender_in_a_loop_is_given_a_way_out() -> None:
    advice = receiver_fix(fault_in(MANY, "out <- value"))

    assert advice.text.startswith("let the sender leave too")


def test_a_way_out_for_a_sender_that_never_returns_is_one_too() -> None:
    advice = receiver_fix(
        fault_in(
            """func f() int {
	out := make(chan int)
	go func() {
		for n := 0; ; n++ {
			out <- n
		}
	}()
	return <-out
}
""",
            "out <- n",
        )
    )

    assert advice.notes == TRIED


def test_a_deferred_close_helps_a_goroutine_that_leaves_early() -> None:
    text = """func f(broken func() bool) {
	out := make(chan int)
	go func() {
		if broken() {
			return
		}
		close(out)
	}()
	for range out {
	}
}
"""
    advice = close_advice(text, "for range out")

    assert advice.text == "defer it"
    assert advice.notes == ("With a deferred close, no run of the same exploration leaves this goroutine waiting.",)


def test_a_close_is_not_deferred_behind_a_wait_for_its_reader() -> None:
    text = """func f(broken bool) int {
	in, sum := make(chan int), make(chan int, 1)
	go func() {
		for range in {
		}
		sum <- 1
	}()
	if broken {
		return 0
	}
	in <- 1
	close(in)
	return <-sum
}
"""

    assert close_advice(text, "for range in") == Advice("another way")


def test_a_close_that_each_of_several_goroutines_defers_would_panic() -> None:
    text = """func f(parts []int) {
	out := make(chan int)
	for range parts {
		go func() { out <- 1 }()
	}
	for range out {
	}
}
"""
    fault = fault_in(text, "for range out")
    (sender,) = fault.stuck.users[0].senders

    assert close_fix(fault, sender, "defer it", "another way") == Advice("another way")


COLLECT = """func f(jobs []int) {{
	out := make(chan int)
	var group sync.WaitGroup
	for range jobs {{
		group.Add(1)
		go func() {{
			defer group.Done()
			out <- 1
		}}()
	}}
	group.Wait()
	{receive}
}}
"""


def test_a_wait_beside_the_drain_helps_who_reads_to_the_end() -> None:
    advice = drain_fix(
        fault_in(COLLECT.format(receive="close(out)\n\tfor range out {\n\t}"), "group.Wait"), "group.Wait()"
    )

    assert advice.text.startswith("wait in a goroutine of its own, `go func() { group.Wait(); close(out) }()`")
    assert advice.notes == TRIED


def test_a_wait_beside_the_drain_does_not_help_who_reads_once() -> None:
    advice = drain_fix(fault_in(COLLECT.format(receive="<-out"), "group.Wait"), "group.Wait()")

    assert advice == Advice("receive from out before `group.Wait()`, or give out room for every value")


def test_a_close_before_the_wait_ends_the_workers() -> None:
    text = """func f(jobs []int) {
	in := make(chan int)
	var group sync.WaitGroup
	group.Add(1)
	go func() {
		defer group.Done()
		for range in {
		}
	}()
	group.Wait()
	close(in)
}
"""
    advice = drain_fix(fault_in(text, "group.Wait"), "group.Wait()")

    assert advice == Advice("close in before `group.Wait()`, so that the goroutines end", TRIED)


def test_room_for_all_that_is_sent_first_has_a_number() -> None:
    text = """func f() {
	out := make(chan int, 1)
	out <- 1
	out <- 2
	<-out
	<-out
}
"""

    assert own_fix(fault_in(text, "out <- 2")) == Advice(
        "make room for what is sent before the first is received: `make(chan int, 2)`", TRIED
    )


def test_where_room_is_not_enough_the_send_gets_a_goroutine() -> None:
    text = """func f() {
	out := make(chan int)
	for range 2 {
		out <- 1
	}
	<-out
	<-out
}
"""

    assert own_fix(fault_in(text, "out <- 1")) == Advice("send on `out` in a goroutine of its own", TRIED)


def test_what_the_bound_leaves_open_is_suggested_without_a_claim() -> None:
    fault = fault_in(ONE, "out <- 1")
    with patch.object(Explorer, "explore", side_effect=ExhaustedError):
        advice = receiver_fix(fault)

    assert advice.text.startswith("give the value room")
    assert advice.notes == ()


def test_the_model_of_the_finding_is_left_as_it_is() -> None:
    fault = fault_in(TWICE, "out <- ")
    machine = fault.stuck.space.machine
    before = (list(machine.channels), list(machine.programs), list(machine.deferred))
    receiver_fix(fault)

    assert before == (machine.channels, machine.programs, machine.deferred)


@pytest.mark.parametrize("room", ["1", "2"])
def test_a_channel_that_has_the_room_already_is_not_given_it(room: str) -> None:
    text = f"""func f(late chan int) {{
	out := make(chan int, {room})
	go func() {{
		out <- 1
		out <- 2
		out <- 3
	}}()
	<-late
}}
"""

    assert f"make(chan int, {room})" not in receiver_fix(fault_in(text, "out <- ")).text
