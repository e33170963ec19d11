"""The run that the channel engine tells: who does what, and whom a step meets."""

from golint_sched.engines.channels.verdict import verdict
from golint_sched.finding import Act, Step
from golint_sched.link import link
from golint_sched.lower import lower_file


def steps_of(text: str) -> list[Step]:
    """Return the steps of the only operation that waits for ever."""
    (stuck,) = verdict(link((lower_file("a.go", f"package p\n\n{text}".encode()),))).stuck
    return list(stuck.steps)


def told(text: str) -> list[str]:
    return [f"{step.goroutine}: {step.text}" for step in steps_of(text)]


RACE = """func first(answer func() int) int {
	answers := make(chan int)
	for range 2 {
		go func() { answers <- answer() }()
	}
	return <-answers
}
"""


def test_goroutines_of_one_go_statement_are_told_apart() -> None:
    assert told(RACE) == [
        "first: starts a goroutine",
        "goroutine: sends on answers",
        "first: receives from answers",
        "goroutine: ends",
        "first: returns",
        "goroutine 2: blocks for ever: nobody receives from answers any more",
    ]


def test_a_start_names_those_that_it_starts() -> None:
    assert steps_of(RACE)[0].peers == ("goroutine", "goroutine 2")


def test_a_send_names_who_takes_it_at_once() -> None:
    sent, received = steps_of(RACE)[1:3]

    assert (sent.act, sent.peers) == (Act.SEND, ("first",))
    assert (received.act, received.peers) == (Act.RECEIVE, ())


def test_a_receive_from_a_buffer_names_who_sent() -> None:
    steps = steps_of("""func f() {
	queue, never := make(chan int, 1), make(chan int)
	go func() {
		queue <- 1
		never <- 1
	}()
	<-queue
}
""")
    taken = [step for step in steps if step.text == "receives from queue"]

    assert [(step.goroutine, step.peers) for step in taken] == [("f", ("goroutine",))]


def test_a_receive_that_a_close_lets_go_names_the_closer() -> None:
    steps = steps_of("""func f() {
	ready, never := make(chan int), make(chan int)
	go func() {
		<-ready
		never <- 1
	}()
	close(ready)
}
""")

    assert [(step.act, step.peers) for step in steps if step.text == "receives from ready"] == [(Act.RECEIVE, ("f",))]


def test_a_deferred_close_is_told_at_its_statement() -> None:
    steps = steps_of("""func f() {
	ready, never := make(chan int), make(chan int)
	go func() {
		defer close(ready)
	}()
	<-ready
	never <- 1
}
""")
    closed = next(step for step in steps if step.act is Act.CLOSE)

    assert closed.text == "closes ready, as deferred"
    assert closed.span.end - closed.span.start == len("defer close(ready)")


def test_what_a_helper_returns_is_not_the_end_of_the_goroutine() -> None:
    steps = steps_of("""func open() chan int {
	return make(chan int)
}

func f() {
	out := open()
	go func() { out <- 1 }()
	return
}
""")

    assert [(step.text, step.act) for step in steps if "returns" in step.text] == [
        ("returns from open", Act.ALONE),
        ("returns", Act.END),
    ]


def test_two_go_statements_with_one_function_start_two_goroutines() -> None:
    lanes = [
        line.partition(":")[0]
        for line in told("""func send(out chan int) { out <- 1 }

func f() {
	out := make(chan int)
	go send(out)
	go send(out)
	<-out
}
""")
    ]

    assert set(lanes) == {"f", "send", "send 2"}


def test_a_step_that_is_taken_again_at_once_is_told_once() -> None:
    assert (
        told("""func f() {
	in, never := make(chan int, 2), make(chan int)
	go func() {
		for range in {
		}
		never <- 1
	}()
	for range 2 {
		in <- 1
	}
	close(in)
}
""").count("f: sends on in")
        == 1
    )
