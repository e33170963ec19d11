"""Of several goroutines that wait for ever, says which one is the fault and which ones only wait for it."""

from collections.abc import Iterable, Iterator

from golint_sched.engines.channels.actions import (
    Action,
    Add,
    Choose,
    Close,
    Enter,
    Later,
    Program,
    RangeOver,
    ReceiveFrom,
    SendTo,
    Start,
    WaitFor,
)
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.states import Lane

_Word = tuple[str, int]


def culprits(machine: Machine, lanes: Iterable[Lane]) -> tuple[Lane, ...]:
    """Return the goroutines that nobody among the given ones, all waiting for ever, would wake if it went on.

    Where they wait for each other in a circle, the first of it is returned: one that waits for a group, else a
    sender that is not the scope's root.
    """
    waiting = tuple(dict.fromkeys(lanes))
    offers = {lane: frozenset(_offers(machine, lane)) for lane in waiting}
    wakers: dict[Lane, tuple[Lane, ...]] = {}
    for lane in waiting:
        needed = _needs(machine, lane)
        wakers[lane] = tuple(other for other in waiting if other is not lane and not needed.isdisjoint(offers[other]))
    reached = {lane: _closure(wakers, lane) for lane in waiting}
    found: list[Lane] = []
    for lane in waiting:
        circle = reached[lane]
        if any(lane not in reached[other] for other in circle):
            continue  # it waits for somebody who does not wait for it
        if not circle or lane == min((lane, *circle), key=lambda one: _rank(machine, one)):
            found.append(lane)
    return tuple(found)


def would_wake(machine: Machine, lane: Lane, others: Iterable[Lane]) -> tuple[Lane, ...]:
    """Return those of the other goroutines that would wake this one if they went on from where they wait."""
    needed = _needs(machine, lane)
    return tuple(
        other
        for other in dict.fromkeys(others)
        if other is not lane and not needed.isdisjoint(frozenset(_offers(machine, other)))
    )


def would_wake_itself(machine: Machine, lane: Lane) -> bool:
    """Tell whether what a goroutine waits for is something that it does itself, or has done, after the wait."""
    return not _needs(machine, lane).isdisjoint(frozenset(_offers(machine, lane)))


def _closure(wakers: dict[Lane, tuple[Lane, ...]], lane: Lane) -> dict[Lane, None]:
    """Return everybody that a goroutine waits for, directly or through others, itself aside."""
    seen: dict[Lane, None] = {}
    stack = list(wakers[lane])
    while stack:
        other = stack.pop()
        if other not in seen:
            seen[other] = None
            stack += wakers[other]
    seen.pop(lane, None)
    return seen


def _rank(machine: Machine, lane: Lane) -> tuple[bool, bool, bool, Lane]:
    action = _action(machine, lane)
    return (
        not isinstance(action, WaitFor),
        lane.origin[0] < 0,
        not isinstance(action, SendTo | Choose),
        lane,
    )


def _action(machine: Machine, lane: Lane) -> Action | None:
    frame = lane.frames[-1]
    if frame.leaving:
        return machine.deferred[frame.deferred[-1]] if frame.deferred else None
    return _program(machine, frame.program).actions[frame.node]


def _program(machine: Machine, number: int) -> Program:
    program = machine.programs[number]
    assert program is not None
    return program


def _needs(machine: Machine, lane: Lane) -> frozenset[_Word]:
    """Return what would wake a goroutine."""
    match _action(machine, lane):
        case SendTo(channel=channel):
            return frozenset({("receives", channel)})
        case ReceiveFrom(channel=channel) | RangeOver(channel=channel):
            return frozenset({("gives", channel)})
        case Choose(options=options):
            return frozenset(("receives" if option.sends else "gives", option.channel) for option in options)
        case WaitFor(group=group):
            return frozenset({("counts", group)})
        case _:
            return frozenset()


def _offers(machine: Machine, lane: Lane) -> Iterator[_Word]:
    """Yield what a goroutine may still do for others after the operation at which it waits."""
    seen: set[int] = set()
    for frame in lane.frames:
        program = _program(machine, frame.program)
        for deferred in frame.deferred:
            yield from _offered(machine, machine.deferred[deferred], seen)
        if frame.leaving:
            continue
        after = {
            node for edge in program.graph.successors[frame.node] for node in program.graph.reachable_from(edge.target)
        }
        for node in sorted(after):
            yield from _offered(machine, program.actions[node], seen)


def _offered(machine: Machine, action: Action | None, seen: set[int]) -> Iterator[_Word]:
    match action:
        case SendTo(channel=channel) | Close(channel=channel):
            yield "gives", channel
        case ReceiveFrom(channel=channel) | RangeOver(channel=channel):
            yield "receives", channel
        case Choose(options=options):
            for option in options:
                yield "gives" if option.sends else "receives", option.channel
        case Add(group=group):
            yield "counts", group
        case Later(deferred=deferred):
            yield from _offered(machine, machine.deferred[deferred], seen)
        case Start(program=number, group=group):
            yield "counts", group
            yield from _called(machine, number, seen)
        case Enter(program=number):
            yield from _called(machine, number, seen)
        case _:
            pass


def _called(machine: Machine, number: int, seen: set[int]) -> Iterator[_Word]:
    """Yield what a program that is entered or started offers."""
    if number in seen:
        return
    seen.add(number)
    for action in _program(machine, number).actions:
        yield from _offered(machine, action, seen)
