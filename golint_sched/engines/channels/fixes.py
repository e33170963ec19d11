"""What to change where a channel operation waits for ever, tried on the model where that has a place for it."""

from collections.abc import Iterator

from golint_sched.engines.channels.actions import SendTo
from golint_sched.engines.channels.advice import leaving_text, loop_bound, make_with_room, names
from golint_sched.engines.channels.amounts import turns
from golint_sched.engines.channels.faults import Fault
from golint_sched.engines.channels.remedies import (
    with_close_before,
    with_deferred_close,
    with_done_case,
    with_room,
    with_send_beside,
    with_wait_beside,
)
from golint_sched.engines.channels.trial import Advice, Fix, suggest
from golint_sched.engines.channels.verdict import Stuck


def receiver_fix(fault: Fault) -> Advice:
    """Return how a send can be kept from waiting for a receiver that has left."""
    stuck, name = fault.stuck, fault.stuck.channels[0].name
    if stuck.by_root:
        return Advice(f"select on a done channel beside the send, or keep a receiver until {name} is closed")
    otherwise = f"drain {name} before leaving, or select on a done channel beside the send"
    return suggest(fault, _receiver_fixes(fault), otherwise)


def _receiver_fixes(fault: Fault) -> Iterator[Fix]:
    """Yield what may help, the smallest change first: room for what is sent, or a way out for the sender."""
    stuck = fault.stuck
    if not stuck.graph.loops_around(stuck.node) and len(stuck.channels) == 1:
        yield from _room_fixes(stuck)
    sends = (stuck.graph.nodes[stuck.node].span, *fault.others)
    yield Fix(leaving_text(stuck), with_done_case(stuck.space.machine, sends))


def _room_fixes(stuck: Stuck) -> Iterator[Fix]:
    """Yield the capacity that takes all that is sent, where the code has a number for it."""
    machine = stuck.space.machine
    number = machine.channels.index(stuck.channels[0])
    senders = len(stuck.users[0].senders)
    if stuck.origin_loop is not None:
        bound, turned = loop_bound(machine.package, stuck.origin_loop), turns(machine.package, stuck.origin_loop)
        if bound:
            model = with_room(machine, number, machine.explored(turned)) if turned is not None else None
            yield Fix(f"give every goroutine room for its value: {make_with_room(stuck, bound)}", model)
        return
    sent = f"sends on {stuck.channels[0].name}"
    lane = stuck.steps[-1].goroutine
    if senders == 1 and any(step.text == sent and step.goroutine == lane for step in stuck.steps):
        text = f"return after the first send, or give both room: {make_with_room(stuck, '2')}"
        yield Fix(text, with_room(machine, number, 2), "room for both")
        return
    if senders > 1:
        text, room = f"give every sender room for its value: {make_with_room(stuck, str(senders))}", senders
    else:
        made = make_with_room(stuck, "1")
        text, room = f"give the value room, {made}, and the goroutine ends whether or not it is taken", 1
    yield Fix(text, with_room(machine, number, room))


def own_fix(fault: Fault) -> Advice:
    """Return how a goroutine can be kept from waiting for what it would do itself."""
    stuck = fault.stuck
    return suggest(
        fault,
        _own_fixes(stuck),
        "send in a goroutine of its own, or make room for every value that is sent before the first is received: "
        f"{make_with_room(stuck, 'n')}",
    )


def _own_fixes(stuck: Stuck) -> Iterator[Fix]:
    machine = stuck.space.machine
    if len(stuck.channels) == 1 and not stuck.graph.loops_around(stuck.node):
        number = machine.channels.index(stuck.channels[0])
        programs = (program for program in machine.programs if program is not None)
        mine = next(program for program in programs if program.graph is stuck.graph)
        room = sum(isinstance(action, SendTo) and action.channel == number for action in mine.actions)
        made = make_with_room(stuck, str(room))
        text = f"make room for what is sent before the first is received: {made}"
        yield Fix(text, with_room(machine, number, room))
    beside = with_send_beside(machine, stuck.graph.nodes[stuck.node].span)
    yield Fix(f"send on {names(stuck)} in a goroutine of its own", beside)


def close_fix(fault: Fault, closer: tuple[int, int], text: str, otherwise: str) -> Advice:
    """Return `text` where a close that one goroutine puts off to its end may help, else `otherwise`."""
    stuck = fault.stuck
    if len(stuck.channels) != 1:
        return Advice(text)
    machine = stuck.space.machine
    number = machine.channels.index(stuck.channels[0])
    return suggest(fault, [Fix(text, with_deferred_close(machine, closer, number), "a deferred close")], otherwise)


def drain_fix(fault: Fault, call: str) -> Advice:
    """Return how a wait for goroutines can be kept from hindering them; `call` is the wait."""
    stuck = fault.stuck
    if not stuck.partners:
        move = f"move `{call}` behind the loop that starts the goroutines"
        return Advice(f"{move}, or count each one where it is started")
    first = stuck.partners[0]
    if first.channel is None:
        return Advice(f"give the goroutines what they wait for before `{call}`")
    machine, name, wait = stuck.space.machine, first.channel.name, stuck.graph.nodes[stuck.node].span
    number = machine.channels.index(first.channel)
    if first.sends:
        text = f"wait in a goroutine of its own, `go func() {{ {call}; close({name}) }}()`, and receive meanwhile"
        fix = Fix(text, with_wait_beside(machine, wait, number))
        return suggest(fault, [fix], f"receive from {name} before `{call}`, or give {name} room for every value")
    fix = Fix(f"close {name} before `{call}`, so that the goroutines end", with_close_before(machine, wait, number))
    return suggest(fault, [fix], f"give the goroutines what they wait for on {name} before `{call}`")
