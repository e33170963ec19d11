"""Runs the programs of a scope against each other in every order, within bounds.

A state says where each goroutine stands, what each channel holds, and what each group counts. Steps that no other
goroutine can see or hinder are taken at once; a goroutine then stands at an operation that may have to wait. Branches
are free, except that a test which nothing changed has one outcome. Loops turn as often as `amounts` says; a loop that
nothing bounds turns any number of times, and a state that depends on its end is `weak`: no evidence.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.channels.actions import (
    Choose,
    Close,
    Enter,
    RangeOver,
    ReceiveFrom,
    Result,
    SendTo,
    WaitFor,
)
from golint_sched.engines.channels.handover import handed, of_closed, taken
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.memory import with_flag
from golint_sched.engines.channels.settle import STEPS, Settler
from golint_sched.engines.channels.states import OVER, UNMADE, Control, Event, Frame, Lane, State, Turn, changed
from golint_sched.flow.graph import Enters

STATES = 4_000  # of one scope; a typical one needs fewer than 200


@dataclass(frozen=True, slots=True)
class Transition:
    """One step between states.

    `moved` are the goroutines that left an operation, as they stood before it, and `events` what they did there, an
    event for each or none; `turns` is what they, and those they started, did then.
    """

    target: int
    moved: tuple[Lane, ...]
    events: tuple[Event, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Panic:
    """What a goroutine does in a state to a channel that is closed: it closes it again, or sends on it (`edge`)."""

    state: int
    lane: Lane
    channel: int
    edge: int = -1


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """The states that were reached, the first being where the root begins, and the steps between them.

    `root_ends_process` says that nothing runs on after the root returns. `unfinished` are states whose continuation was
    not followed: nothing may be concluded from them. `panics` are the operations on closed channels, one for each place
    in the code, as a shortest run comes to it.
    """

    machine: Machine
    states: tuple[State, ...]
    transitions: tuple[tuple[Transition, ...], ...]
    unfinished: frozenset[int]
    capped: bool
    root_ends_process: bool
    panics: tuple[Panic, ...] = ()


class Explorer:
    """Explores the states of one machine."""

    def __init__(self, machine: Machine, *, root_ends_process: bool, steps: int = STEPS) -> None:
        """Make it; `root_ends_process` says that nothing runs on after the root returns (main.main).

        `steps` bounds the invisible steps.
        """
        self.machine = machine
        self.control = Control(machine)
        self.settler = Settler(machine, root_ends_process=root_ends_process, steps=steps)
        self._panics: dict[tuple[object, ...], Panic] = {}
        self._current = 0

    def explore(self) -> Space:
        """Return the states that can be reached, breadth first, so that the first run to a state is a shortest.

        Raises ExhaustedError.
        """
        empty = State((), (UNMADE,) * len(self.machine.channels), (0,) * len(self.machine.groups))
        for number, channel in enumerate(self.machine.channels):
            if channel.context:
                made = (*empty.channels[:number], 0, *empty.channels[number + 1 :])
                empty = empty._replace(channels=made)
        states: dict[State, int] = {}
        transitions: list[tuple[Transition, ...]] = []
        unfinished: set[int] = set()
        queue: deque[State] = deque()

        def number_of(state: State) -> int:
            if state not in states:
                states[state] = len(states)
                transitions.append(())
                queue.append(state)
            return states[state]

        number_of(State((Lane((-2, 0), ()),), empty.channels, empty.groups))
        queue.clear()
        first = Lane(self.settler.root, (Frame(self.machine.root, 0),))
        begin: list[Transition] = []
        for state, turns, lost in self.settler.settle_all(empty, (first,)):
            begin.append(Transition(number_of(state), (), (), turns))
            if lost:
                unfinished.add(begin[-1].target)
        transitions[0] = tuple(begin)
        capped = False
        while queue:
            state = queue.popleft()
            number = states[state]
            if number in unfinished:
                continue
            if len(states) > STATES:
                capped = True
                unfinished.add(number)
                continue
            self._current = number
            steps: list[Transition] = []
            for moved, before, begun, events in self._steps(state):
                for after, turns, lost in self.settler.settle_all(before, begun):
                    target = number_of(after)
                    if lost:
                        unfinished.add(target)
                    steps.append(Transition(target, moved, events, turns))
            transitions[number] = tuple(steps)
        return Space(
            machine=self.machine,
            states=tuple(states),
            transitions=tuple(transitions),
            unfinished=frozenset(unfinished),
            capped=capped or self.settler.crowded,
            root_ends_process=self.settler.root_ends_process,
            panics=self._found(),
        )

    def _panic(self, state: State, lane: Lane, channel: int, edge: int = -1) -> None:
        """Note an operation on a closed channel, unless it rests on the end of a loop that nothing bounds."""
        frame = lane.frames[-1]
        where = (frame.program, frame.node, frame.deferred[-1:] if frame.leaving else (), channel, edge)
        if not state.weak and where not in self._panics:
            self._panics[where] = Panic(self._current, lane, channel, edge)

    def _found(self) -> tuple[Panic, ...]:
        return tuple(self._panics.values())

    def _steps(self, state: State) -> Iterator[tuple[tuple[Lane, ...], State, tuple[Lane, ...], tuple[Event, ...]]]:
        """Yield what can happen: who moves, the state without them, as which goroutines they go on, the events."""
        seen: set[Lane] = set()
        for place, lane in enumerate(state.lanes):
            if lane in seen:
                continue
            seen.add(lane)
            rest = state._replace(lanes=state.lanes[:place] + state.lanes[place + 1 :])
            yield from self._lane_steps(state, rest, lane)

    def _lane_steps(
        self, state: State, rest: State, lane: Lane
    ) -> Iterator[tuple[tuple[Lane, ...], State, tuple[Lane, ...], tuple[Event, ...]]]:
        action = self.control.action(lane)
        match action:
            case SendTo(channel=channel, value=value):
                yield from self._send(rest, lane, channel, 0, value)
            case ReceiveFrom(channel=channel, flag=flag, target=target):
                held = state.channels[channel]
                if held > 0:
                    received = self.control.proceed(_received(lane, flag, target, held), 0)
                    yield (lane,), self._take(rest, channel), received, (self.control.event(lane, 0),)
            case RangeOver(channel=channel, target=target):
                held = state.channels[channel]
                if held > 1:
                    edge = self._range_edge(lane, enters=True)
                    yield (lane,), self._take(rest, channel), self.control.proceed(taken(lane, target, ()), edge), ()
                elif held == 1:
                    edge = self._range_edge(lane, enters=False)
                    yield (lane,), rest, self.control.proceed(lane, edge), (self.control.event(lane, edge),)
            case Choose():
                yield from self._choose(state, rest, lane, action)
            case Close(channel=channel, context=context):
                held = state.channels[channel]
                if held >= 0 and held % 2 and not context:
                    self._panic(state, lane, channel)
                    yield (lane,), OVER, (), ()
                else:
                    closed = changed(rest.channels, channel, held | 1) if held >= 0 else rest.channels
                    after = rest._replace(channels=closed)
                    yield (lane,), after, self.control.proceed(lane, 0), (self.control.event(lane, 0),)
            case WaitFor(group=group):
                if state.groups[group] <= 0:
                    yield (lane,), rest, self.control.proceed(lane, 0), (self.control.event(lane, 0),)
            case Enter(program=program, once=once):  # of a Once, whose function has no results
                if state.groups[once]:
                    yield (lane,), rest, self.control.proceed(lane, 0), ()
                else:
                    after = rest._replace(groups=changed(rest.groups, once, 1))
                    yield (lane,), after, (self.control.call(lane, program),), ()
            case _:
                message = f"{action} does not wait"
                raise AssertionError(message)

    def _send(
        self, rest: State, lane: Lane, channel: int, edge: int, value: Result
    ) -> Iterator[tuple[tuple[Lane, ...], State, tuple[Lane, ...], tuple[Event, ...]]]:
        """Yield the ways in which a send can go on: panic, room in the buffer, or a receiver that waits."""
        held = rest.channels[channel]
        if held < 0:
            return
        if held % 2:
            self._panic(rest, lane, channel, edge)
            yield (lane,), OVER, (), ()
            return
        if held // 2 < self.machine.channels[channel].capacity.explored:
            after = rest._replace(channels=changed(rest.channels, channel, held + 2))
            yield (lane,), after, self.control.proceed(lane, edge), (self.control.event(lane, edge),)
            return
        if held:
            return  # the buffer is full, so no receiver waits
        met: set[Lane] = set()
        for place, other in enumerate(rest.lanes):
            if other in met:
                continue
            met.add(other)
            for way, flag, target in self._receiving_edges(other, channel):
                after = rest._replace(lanes=rest.lanes[:place] + rest.lanes[place + 1 :])
                events = (self.control.event(lane, edge), self.control.event(other, way))
                for sender, told in handed(rest.facts, lane, value, target):
                    received = taken(with_flag(other, flag, value=True), target, told)
                    begun = self.control.proceed(sender, edge) + self.control.proceed(received, way)
                    yield (lane, other), after, begun, events

    def _receiving_edges(self, lane: Lane, channel: int) -> Iterator[tuple[int, str, str]]:
        """Yield the edges that a waiting goroutine takes when the channel hands it a value, with flag and target."""
        match self.control.action(lane):
            case ReceiveFrom(channel=other, flag=flag, target=target) if other == channel:
                yield 0, flag, target
            case RangeOver(channel=other, target=target) if other == channel:
                yield self._range_edge(lane, enters=True), "", target
            case Choose(options=options):
                for option in options:
                    if option.channel == channel and not option.sends:
                        yield option.edge, option.flag, option.target
            case _:
                pass

    def _choose(
        self, state: State, rest: State, lane: Lane, action: Choose
    ) -> Iterator[tuple[tuple[Lane, ...], State, tuple[Lane, ...], tuple[Event, ...]]]:
        """Yield the cases of a select that can be taken.

        A sender that waits does not keep a poll from its default, because nothing in a run can tell that it has come
        to its send already. A receiver that waits does keep a send from its default: whether a dropped notification
        matters is not decided by the runs.
        """
        ready = False
        for option in action.options:
            if option.channel < 0:
                after = rest._replace(weak=True) if option.vague else rest
                yield (lane,), after, self.control.proceed(lane, option.edge), (self.control.event(lane, option.edge),)
            elif option.sends:
                for step in self._send(rest, lane, option.channel, option.edge, option.value):
                    ready = True
                    yield step
            elif state.channels[option.channel] > 0:
                ready = True
                after = self._take(rest, option.channel)
                received = _received(lane, option.flag, option.target, state.channels[option.channel])
                yield (
                    (lane,),
                    after,
                    self.control.proceed(received, option.edge),
                    (self.control.event(lane, option.edge),),
                )
        if action.default >= 0 and not ready:
            yield (lane,), rest, self.control.proceed(lane, action.default), (self.control.event(lane, action.default),)

    def _take(self, state: State, channel: int) -> State:
        held = state.channels[channel]
        return state._replace(channels=changed(state.channels, channel, held - 2)) if held > 1 else state

    def _range_edge(self, lane: Lane, *, enters: bool) -> int:
        for number, edge in enumerate(self.control.edges(lane.frames[-1])):
            if isinstance(edge.guard, Enters) and edge.guard.value == enters:
                return number
        return 0


def _received(lane: Lane, flag: str, target: str, held: int) -> Lane:
    """Return a goroutine that has received from a closed channel, or from a buffer, whose values nobody knows."""
    return taken(with_flag(lane, flag, value=held > 1), target, () if held > 1 else of_closed(target))
