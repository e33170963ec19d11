"""Replays the steps that lead to a state, and tells apart the goroutines that one go statement started."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from golint_sched.engines.channels.actions import Action, Choose, Close, RangeOver, ReceiveFrom, SendTo, Start
from golint_sched.engines.channels.explore import Space, Transition
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.states import Control, Event, Lane


@dataclass(frozen=True, slots=True)
class Doing:
    """An event of a run; goroutines are numbered as they start, the scope's root is 0.

    `peers` are the goroutines that it starts, the one that takes at once what it sends, or the one that sent, or
    closed, what it receives from.
    """

    goroutine: int
    event: Event
    peers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What happens from the beginning to a state, and as what each goroutine that is left stands there."""

    doings: tuple[Doing, ...]
    standing: Mapping[int, Lane]

    def number_of(self, lane: Lane) -> int:
        """Return a goroutine that stands like this; those that do can do the same, so it is all one which."""
        return _first(self.standing, lane)


def run_to(space: Space, goal: int) -> Run:
    """Return a shortest run from the beginning to a state."""
    came: dict[int, tuple[int, Transition]] = {}
    queue = [0]
    for number in queue:
        if number == goal:
            break
        for step in space.transitions[number]:
            if step.target and step.target not in came:
                came[step.target] = (number, step)
                queue.append(step.target)
    path: list[Transition] = []
    number = goal
    while number:
        number, step = came[number]
        path.append(step)
    replay = _Replay(space.machine)
    doings = tuple(doing for step in reversed(path) for doing in replay.take(step))
    return Run(doings, replay.standing)


class _Replay:
    """Takes the steps of a run one after the other, with a number for each goroutine.

    `standing` says where those are that are not gone. What a channel holds is known by who sent it, in order.
    """

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.control = Control(machine)
        self.standing: dict[int, Lane] = {}
        self._started = 0
        self._sent: dict[int, deque[int]] = {}
        self._closed: dict[int, int] = {}

    def take(self, step: Transition) -> Iterator[Doing]:
        """Yield what is done in a step."""
        movers = [self._leave(lane) for lane in step.moved] or [self._start()]
        yield from self._operation(step, movers)
        waiting = deque(movers)
        for turn in step.turns:
            goroutine = waiting.popleft()
            for event in turn.events:
                started = (self._start(),) if isinstance(action_of(self.machine, event), Start) else ()
                waiting.extend(started)
                yield Doing(goroutine, event, started)
            if turn.lane is not None:
                self.standing[goroutine] = turn.lane

    def _start(self) -> int:
        self._started += 1
        return self._started - 1

    def _leave(self, lane: Lane) -> int:
        """Take away a goroutine that stands like this, and return its number."""
        number = _first(self.standing, lane)
        del self.standing[number]
        return number

    def _operation(self, step: Transition, movers: list[int]) -> Iterator[Doing]:
        """Yield the operation with which a step begins: of one goroutine, or of a sender and its receiver."""
        if len(movers) > 1:
            peers: tuple[int, ...] = (movers[1],)
        else:
            peers = tuple(self._exchange(step, movers[0]))
        for goroutine, event in zip(movers, step.events, strict=False):
            yield Doing(goroutine, event, tuple(peer for peer in peers if peer != goroutine))
            peers = ()

    def _exchange(self, step: Transition, mover: int) -> Iterable[int]:
        """Note what one goroutine does to a channel alone, and return who sent or closed what it receives from."""
        if not step.moved:
            return ()
        sends, channel = _direction(self.control.action(step.moved[0]), step.events)
        if sends:
            self._sent.setdefault(channel, deque()).append(mover)
        elif channel >= 0:
            if self._sent.get(channel):
                return (self._sent[channel].popleft(),)
            return (self._closed[channel],) if channel in self._closed else ()
        match self.control.action(step.moved[0]):
            case Close(channel=channel):
                self._closed.setdefault(channel, mover)
            case _:
                pass
        return ()


def _first(standing: Mapping[int, Lane], lane: Lane) -> int:
    return min(number for number, other in standing.items() if other == lane)


def _direction(action: Action | None, events: tuple[Event, ...]) -> tuple[bool, int]:
    """Return whether an operation sends, and its channel: -1 for none, or for one out of the scope."""
    match action:
        case SendTo(channel=channel):
            return True, channel
        case ReceiveFrom(channel=channel) | RangeOver(channel=channel):
            return False, channel
        case Choose(options=options):
            for option in options:
                if events and option.edge == events[0].edge:
                    return option.sends and option.channel >= 0, option.channel
        case _:
            pass
    return False, -1


def action_of(machine: Machine, event: Event) -> Action | None:
    """Return what the goroutine of an event did to the scope."""
    if event.deferred >= 0:
        return machine.deferred[event.deferred]
    program = machine.programs[event.program]
    return program.actions[event.node] if program is not None else None
