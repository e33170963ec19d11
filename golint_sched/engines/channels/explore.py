"""Runs the programs of a scope against each other in every order, within bounds.

A state says where each goroutine stands, what each channel holds, and what each group counts. Steps that no other
goroutine can see or hinder are taken at once; a goroutine then stands at an operation that may have to wait. Branches
are free, except that a test which nothing changed has one outcome. Loops turn as often as `amounts` says; a loop that
nothing bounds turns any number of times, and a state that depends on its end is `weak`: no evidence.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from golint_sched.engines.channels.program import (
    Action,
    Add,
    Choose,
    Close,
    Count,
    Counted,
    End,
    Enter,
    Fact,
    Forget,
    Free,
    Later,
    Machine,
    Make,
    MakeGroup,
    RangeOver,
    ReceiveFrom,
    SendTo,
    Start,
    WaitFor,
)
from golint_sched.flow.graph import Edge, Ending, Enters, Holds
from golint_sched.model.statements import Return, Select

STATES = 4_000  # of one scope; a typical one needs fewer than 200
_LANES = 10
_DEPTH = 8
_STEPS = 40_000  # invisible steps of one scope in all
_STARTS = 30  # goroutines that one step starts, and those that they start
_SETTLED = 600  # invisible steps of one goroutine between two visible ones, over all its branches

_UNMADE = -1


class Frame(NamedTuple):
    """One function call of a goroutine: where it stands, its bounded loops, and what it has deferred.

    `flags` are the `ok`s of its receives.
    """

    program: int
    node: int
    loops: tuple[tuple[int, int], ...] = ()
    deferred: tuple[int, ...] = ()
    leaving: bool = False
    flags: tuple[tuple[str, bool], ...] = ()


class Lane(NamedTuple):
    """One goroutine: which go statement started it, and its calls, innermost last."""

    origin: tuple[int, int]
    frames: tuple[Frame, ...]


class State(NamedTuple):
    """Everything that decides what can happen next.

    A channel is -1 before it is made, else twice the number of buffered values, plus one when it is closed.
    """

    lanes: tuple[Lane, ...]
    channels: tuple[int, ...]
    groups: tuple[int, ...]
    facts: tuple[tuple[str, bool], ...] = ()
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a goroutine did and that a reader wants to know: at which node of which program, and what."""

    lane: tuple[int, int]
    program: int
    node: int
    edge: int = -1


@dataclass(frozen=True, slots=True)
class Transition:
    """One step between states; `moved` are the goroutines that left an operation, as they stood before it."""

    target: int
    moved: tuple[Lane, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """The states that were reached, the first being where the root begins, and the steps between them.

    `unfinished` are states whose continuation was not followed: nothing may be concluded from them.
    """

    machine: Machine
    states: tuple[State, ...]
    transitions: tuple[tuple[Transition, ...], ...]
    unfinished: frozenset[int]
    capped: bool


class _Settled(NamedTuple):
    """What may come of a goroutine's invisible steps: it stands at an operation (or is gone), and what it did."""

    lane: Lane | None
    started: tuple[Lane, ...]
    channels: tuple[int, ...]
    groups: tuple[int, ...]
    facts: tuple[tuple[str, bool], ...]
    weak: bool
    events: tuple[Event, ...]
    over: bool = False  # the process has ended
    lost: bool = False  # a bound was hit


class ExhaustedError(Exception):
    """The bound on the work for one scope was hit before the search came anywhere."""


class Explorer:
    """Explores the states of one machine."""

    def __init__(self, machine: Machine, *, root_ends_process: bool) -> None:
        """Make it; `root_ends_process` says that nothing runs on after the root returns (main.main)."""
        self.machine = machine
        self.root_ends_process = root_ends_process
        self._steps_left = _STEPS
        self.root = (-1, machine.root)

    # -- the search -----------------------------------------------------------------------------------------------

    def explore(self) -> Space:
        """Return the states that can be reached, breadth first, so that the first run to a state is a shortest.

        Raises ExhaustedError.
        """
        empty = State((), (_UNMADE,) * len(self.machine.channels), (0,) * len(self.machine.groups))
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
        first = Lane(self.root, (Frame(self.machine.root, 0),))
        begin: list[Transition] = []
        for state, events, lost in self._settle_all(empty, (first,)):
            begin.append(Transition(number_of(state), (), events))
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
            steps: list[Transition] = []
            for moved, before, begun, events in self._steps(state):
                for after, more, lost in self._settle_all(before, begun):
                    target = number_of(after)
                    if lost:
                        unfinished.add(target)
                    steps.append(Transition(target, moved, events + more))
            transitions[number] = tuple(steps)
        return Space(self.machine, tuple(states), tuple(transitions), frozenset(unfinished), capped)

    # -- visible steps --------------------------------------------------------------------------------------------

    def action(self, lane: Lane) -> Action | None:
        """Return what a goroutine is about to do."""
        frame = lane.frames[-1]
        if frame.leaving:
            return self.machine.deferred[frame.deferred[-1]] if frame.deferred else None
        program = self.machine.programs[frame.program]
        assert program is not None
        return program.actions[frame.node]

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
        action = self.action(lane)
        match action:
            case SendTo(channel=channel):
                yield from self._send(rest, lane, channel, 0)
            case ReceiveFrom(channel=channel, flag=flag):
                held = state.channels[channel]
                if held > 0:
                    received = self._proceed(_flagged(lane, flag, given=held > 1), 0)
                    yield (lane,), self._take(rest, channel), received, (self._event(lane, 0),)
            case RangeOver(channel=channel):
                held = state.channels[channel]
                if held > 1:
                    edge = self._range_edge(lane, enters=True)
                    yield (lane,), self._take(rest, channel), self._proceed(lane, edge), ()
                elif held == 1:
                    edge = self._range_edge(lane, enters=False)
                    yield (lane,), rest, self._proceed(lane, edge), (self._event(lane, edge),)
            case Choose():
                yield from self._choose(state, rest, lane, action)
            case Close(channel=channel, context=context):
                held = state.channels[channel]
                if held >= 0 and held % 2 and not context:
                    yield (lane,), _OVER, (), ()
                else:
                    closed = _with(rest.channels, channel, held | 1) if held >= 0 else rest.channels
                    after = rest._replace(channels=closed)
                    yield (lane,), after, self._proceed(lane, 0), (self._event(lane, 0),)
            case WaitFor(group=group):
                if state.groups[group] <= 0:
                    yield (lane,), rest, self._proceed(lane, 0), (self._event(lane, 0),)
            case Enter(program=program, once=once):
                if state.groups[once]:
                    yield (lane,), rest, self._proceed(lane, 0), ()
                else:
                    after = rest._replace(groups=_with(rest.groups, once, 1))
                    yield (lane,), after, (self._call(lane, program),), ()
            case _:
                message = f"{action} does not wait"
                raise AssertionError(message)

    def _send(
        self, rest: State, lane: Lane, channel: int, edge: int
    ) -> Iterator[tuple[tuple[Lane, ...], State, tuple[Lane, ...], tuple[Event, ...]]]:
        """Yield the ways in which a send can go on: panic, room in the buffer, or a receiver that waits."""
        held = rest.channels[channel]
        if held < 0:
            return
        if held % 2:
            yield (lane,), _OVER, (), ()
            return
        if held // 2 < self.machine.channels[channel].capacity.explored:
            after = rest._replace(channels=_with(rest.channels, channel, held + 2))
            yield (lane,), after, self._proceed(lane, edge), (self._event(lane, edge),)
            return
        if held:
            return  # the buffer is full, so no receiver waits
        met: set[Lane] = set()
        for place, other in enumerate(rest.lanes):
            if other in met:
                continue
            met.add(other)
            for taken, flag in self._receiving_edges(other, channel):
                after = rest._replace(lanes=rest.lanes[:place] + rest.lanes[place + 1 :])
                events = (self._event(lane, edge), self._event(other, taken))
                received = _flagged(other, flag, given=True)
                yield (lane, other), after, self._proceed(lane, edge) + self._proceed(received, taken), events

    def _receiving_edges(self, lane: Lane, channel: int) -> Iterator[tuple[int, str]]:
        """Yield the edges, with their flags, that a waiting goroutine takes when the channel hands it a value."""
        match self.action(lane):
            case ReceiveFrom(channel=other, flag=flag) if other == channel:
                yield 0, flag
            case RangeOver(channel=other) if other == channel:
                yield self._range_edge(lane, enters=True), ""
            case Choose(options=options):
                for option in options:
                    if option.channel == channel and not option.sends:
                        yield option.edge, option.flag
            case _:
                pass

    def _choose(
        self, state: State, rest: State, lane: Lane, action: Choose
    ) -> Iterator[tuple[tuple[Lane, ...], State, tuple[Lane, ...], tuple[Event, ...]]]:
        """Yield the cases of a select that can be taken; the default only where no case of ours is ready."""
        ready = False
        for option in action.options:
            if option.channel < 0:
                yield (lane,), rest, self._proceed(lane, option.edge), (self._event(lane, option.edge),)
            elif option.sends:
                for step in self._send(rest, lane, option.channel, option.edge):
                    ready = True
                    yield step
            elif state.channels[option.channel] > 0:
                ready = True
                after = self._take(rest, option.channel)
                received = _flagged(lane, option.flag, given=state.channels[option.channel] > 1)
                yield (lane,), after, self._proceed(received, option.edge), (self._event(lane, option.edge),)
            elif self._sender_waits(rest, option.channel):
                ready = True  # that goroutine's own step does both
        if action.default >= 0 and not ready:
            yield (lane,), rest, self._proceed(lane, action.default), (self._event(lane, action.default),)

    def _sender_waits(self, rest: State, channel: int) -> bool:
        for lane in rest.lanes:
            match self.action(lane):
                case SendTo(channel=other) if other == channel:
                    return True
                case Choose(options=options, default=default) if default < 0:
                    if any(option.sends and option.channel == channel for option in options):
                        return True
                case _:
                    pass
        return False

    def _take(self, state: State, channel: int) -> State:
        held = state.channels[channel]
        return state._replace(channels=_with(state.channels, channel, held - 2)) if held > 1 else state

    def _range_edge(self, lane: Lane, *, enters: bool) -> int:
        for number, edge in enumerate(self._edges(lane.frames[-1])):
            if isinstance(edge.guard, Enters) and edge.guard.value == enters:
                return number
        return 0

    def _edges(self, frame: Frame) -> tuple[Edge, ...]:
        program = self.machine.programs[frame.program]
        assert program is not None
        return program.graph.successors[frame.node]

    def _event(self, lane: Lane, edge: int) -> Event:
        frame = lane.frames[-1]
        return Event(lane.origin, frame.program, frame.node, edge)

    def _proceed(self, lane: Lane, edge: int) -> tuple[Lane, ...]:
        """Return the goroutine after the step it was about to take; none where control ends there."""
        frame = lane.frames[-1]
        if frame.leaving:
            return (lane._replace(frames=(*lane.frames[:-1], frame._replace(deferred=frame.deferred[:-1]))),)
        edges = self._edges(frame)
        if edge >= len(edges):
            return ()
        return (lane._replace(frames=(*lane.frames[:-1], self._moved(frame, edges[edge].target))),)

    def _moved(self, frame: Frame, target: int) -> Frame:
        """Return the frame at another node; counters of loops that it thereby leaves are dropped."""
        if not frame.loops:
            return frame._replace(node=target)
        program = self.machine.programs[frame.program]
        assert program is not None
        regions = program.graph.regions
        kept = tuple(
            (head, left)
            for head, left in frame.loops
            if any(head in regions[loop] and target in regions[loop] for loop in program.graph.loops_around(head)[-1:])
        )
        return frame._replace(node=target, loops=kept)

    def _call(self, lane: Lane, program: int) -> Lane:
        """Return the goroutine inside a function that it calls; the caller has moved past the call already."""
        (after,) = self._proceed(lane, 0) or (lane,)
        return lane._replace(frames=(*after.frames, Frame(program, 0)))

    # -- invisible steps ------------------------------------------------------------------------------------------

    def _settle_all(
        self, state: State, lanes: tuple[Lane, ...], depth: int = 0
    ) -> Iterator[tuple[State, tuple[Event, ...], bool]]:
        """Yield the states in which all the given goroutines, and those they start, have come to an operation."""
        if state is _OVER:
            yield _OVER, (), False
            return
        if len(state.lanes) + len(lanes) > _LANES or depth > _STARTS:
            yield state._replace(lanes=_sorted(state.lanes + lanes)), (), True
            return
        if not lanes:
            yield state._replace(lanes=_sorted(state.lanes)), (), False
            return
        for settled in self._settle(state, lanes[0]):
            if settled.over:
                yield _OVER, settled.events, False
                continue
            parked = state.lanes if settled.lane is None else (*state.lanes, settled.lane)
            after = State(parked, settled.channels, settled.groups, settled.facts, settled.weak)
            if settled.lost:
                yield after._replace(lanes=_sorted(parked + lanes[1:])), settled.events, True
                continue
            for final, events, lost in self._settle_all(after, lanes[1:] + settled.started, depth + 1):
                yield final, settled.events + events, lost

    def _settle(self, state: State, lane: Lane) -> list[_Settled]:
        """Return what may come of one goroutine's invisible steps."""
        start = _Settled(lane, (), state.channels, state.groups, state.facts, state.weak, ())
        work = [start]
        seen: set[tuple[object, ...]] = set()
        results: list[_Settled] = []
        while work:
            self._steps_left -= 1
            if self._steps_left < 0:
                raise ExhaustedError
            current = work.pop()
            key = (*current[:6], current.over, current.lost)
            if key in seen:
                continue
            seen.add(key)
            if len(seen) > _SETTLED:
                results.append(current._replace(lost=True))
                break
            following = self._invisible(current)
            if following is None:
                results.append(current)
            else:
                following.reverse()
                work += following
        if not results:
            # Every branch runs in circles without an operation: the goroutine is busy for ever, and waits for nobody.
            return [start._replace(lane=None)]
        return results

    def _invisible(self, now: _Settled) -> list[_Settled] | None:
        """Return what follows an invisible step, None where the goroutine stands at an operation or is gone."""
        lane = now.lane
        if lane is None or now.over or now.lost:
            return None
        frame = lane.frames[-1]
        if frame.leaving and not frame.deferred:
            return [self._return(now, lane)]
        action = self.action(lane)
        match action:
            case SendTo(channel=channel) | ReceiveFrom(channel=channel) | RangeOver(channel=channel):
                return None if now.channels[channel] != _UNMADE else [now._replace(lost=True)]
            case Choose(options=options):
                if any(option.channel >= 0 for option in options) or (not options and action.default < 0):
                    return None
                return self._branches(now, lane, list(self._chosen_edges(action)))
            case Close() | WaitFor():
                return None
            case Enter(program=program, once=once):
                if once >= 0:
                    return None
                if len(lane.frames) >= _DEPTH:
                    return [now._replace(lost=True)]
                return [now._replace(lane=self._call(lane, program))]
            case Start(program=program, group=group):
                return self._start(now, lane, program, group)
            case Add(group=group, number=number):
                groups = _with(now.groups, group, now.groups[group] + number)
                return self._branches(now._replace(groups=groups), lane, [0])
            case Make(channel=channel):
                if now.channels[channel] != _UNMADE:
                    return [now._replace(lane=None)]
                channels = _with(now.channels, channel, 0)
                return self._branches(now._replace(channels=channels), lane, [0])
            case MakeGroup(group=group):
                if now.groups[group]:
                    return [now._replace(lane=None)]
                return self._branches(now, lane, [0])
            case Later(deferred=deferred):
                held = lane._replace(frames=(*lane.frames[:-1], frame._replace(deferred=(*frame.deferred, deferred))))
                return self._branches(now._replace(lane=held), held, [0])
            case Counted(number=number):
                return self._count(now, lane, frame, number)
            case Free(fills=fills):
                return self._free(now, lane, frame, fills=fills)
            case Fact(key=key, inverted=inverted):
                return self._decide(now, lane, frame, key, inverted=inverted)
            case Count():
                edges = list(range(len(self._edges(frame))))
                return self._branches(now._replace(weak=True), lane, edges)
            case Forget(texts=texts):
                facts = tuple(fact for fact in now.facts if not any(text in fact[0] for text in texts))
                flags = tuple(flag for flag in frame.flags if flag[0] not in texts)
                if flags != frame.flags:
                    lane = lane._replace(frames=(*lane.frames[:-1], frame._replace(flags=flags)))
                return self._branches(now._replace(facts=facts), lane, [0])
            case End(ending=ending):
                return [self._end(now, lane, frame, ending)]
            case _:
                return self._branches(now, lane, list(range(len(self._edges(frame)))))

    @staticmethod
    def _chosen_edges(action: Choose) -> Iterator[int]:
        for option in action.options:
            yield option.edge
        if action.default >= 0:
            yield action.default

    def _branches(self, now: _Settled, lane: Lane, edges: list[int]) -> list[_Settled]:
        """Return the goroutine's situation after each of the edges; branches of a select are worth telling."""
        frame = lane.frames[-1]
        if frame.leaving:
            return [now._replace(lane=moved) for moved in self._proceed(lane, 0)]
        program = self.machine.programs[frame.program]
        assert program is not None
        tells = isinstance(program.graph.nodes[frame.node].origin, Select | Return) or len(edges) > 1
        found: list[_Settled] = []
        for edge in edges:
            events = (*now.events, self._event(lane, edge)) if tells else now.events
            after = self._proceed(lane, edge)
            found.append(now._replace(lane=after[0] if after else None, events=events))
        return found

    def _start(self, now: _Settled, lane: Lane, program: int, group: int) -> list[_Settled]:
        """Start a goroutine; one that a group counts begins with the group's Done deferred."""
        frame = lane.frames[-1]
        deferred: tuple[int, ...] = ()
        groups = now.groups
        if group >= 0:
            groups = _with(groups, group, groups[group] + 1)
            deferred = (self._done_of(group),)
        begun = Lane((frame.program, frame.node), (Frame(program, 0, (), deferred),))
        if len(now.started) >= _LANES:
            return [now._replace(lost=True)]
        after = now._replace(started=(*now.started, begun), groups=groups, events=(*now.events, self._event(lane, 0)))
        return self._branches(after, lane, [0])

    def _done_of(self, group: int) -> int:
        """Return the number of the deferred `Done` of a group."""
        done = Add(group, -1)
        if done not in self.machine.deferred:
            self.machine.deferred.append(done)
        return self.machine.deferred.index(done)

    def _count(self, now: _Settled, lane: Lane, frame: Frame, number: int) -> list[_Settled]:
        """Enter a bounded loop once more, or leave it when its number of turns is used up."""
        left = dict(frame.loops).get(frame.node, number)
        others = tuple(pair for pair in frame.loops if pair[0] != frame.node)
        enters = left > 0
        for place, edge in enumerate(self._edges(frame)):
            if isinstance(edge.guard, Enters | Holds) and edge.guard.value == enters:
                loops = (*others, (frame.node, left - 1)) if enters else others
                counted = lane._replace(frames=(*lane.frames[:-1], frame._replace(loops=loops)))
                return [now._replace(lane=moved) for moved in self._proceed(counted, place)]
        return [now._replace(lane=None)]

    def _free(self, now: _Settled, lane: Lane, frame: Frame, *, fills: bool) -> list[_Settled]:
        """Enter an unbounded loop once more, or leave it, which no finding may rest upon."""
        found: list[_Settled] = []
        for place, edge in enumerate(self._edges(frame)):
            for after in self._proceed(lane, place):
                ends = isinstance(edge.guard, Enters | Holds) and not edge.guard.value
                found.append(now._replace(lane=after, weak=now.weak or ends or fills))
        return found

    def _decide(self, now: _Settled, lane: Lane, frame: Frame, key: str, *, inverted: bool) -> list[_Settled]:
        """Take the branch that the remembered outcome of the test demands, or remember the one taken."""
        known = dict(frame.flags).get(key, dict(now.facts).get(key))
        found: list[_Settled] = []
        for place, edge in enumerate(self._edges(frame)):
            if not isinstance(edge.guard, Holds):
                continue
            outcome = edge.guard.value != inverted
            if known is not None and known != outcome:
                continue
            facts = now.facts if known is not None else tuple(sorted((*now.facts, (key, outcome))))
            for after in self._proceed(lane, place):
                events = (*now.events, self._event(lane, place))
                found.append(now._replace(lane=after, facts=facts, events=events))
        return found

    def _end(self, now: _Settled, lane: Lane, frame: Frame, ending: Ending) -> _Settled:
        """Begin to leave a function: its deferred actions come next."""
        program = self.machine.programs[frame.program]
        assert program is not None
        if ending is Ending.PROCESS or (ending is Ending.PANIC and not self._recovered(lane)):
            return now._replace(over=True)
        if ending is Ending.GOEXIT and self.root_ends_process:
            return now._replace(over=True)
        leaving = frame._replace(leaving=True, loops=(), flags=())
        return now._replace(lane=lane._replace(frames=(*lane.frames[:-1], leaving)))

    def _recovered(self, lane: Lane) -> bool:
        """Tell whether a function on the goroutine's stack recovers from panics."""
        programs = (self.machine.programs[frame.program] for frame in lane.frames)
        return any(program is not None and program.recovers for program in programs)

    def _return(self, now: _Settled, lane: Lane) -> _Settled:
        """Come back to the caller, or end the goroutine."""
        if len(lane.frames) > 1:
            return now._replace(lane=lane._replace(frames=lane.frames[:-1]))
        event = Event(lane.origin, lane.frames[-1].program, lane.frames[-1].node)
        if lane.origin == self.root and self.root_ends_process:
            return now._replace(over=True)
        return now._replace(lane=None, events=(*now.events, event))


_OVER = State((), (), ())


def _flagged(lane: Lane, flag: str, *, given: bool) -> Lane:
    """Return the goroutine that knows whether what it received was sent or came of the close."""
    if not flag:
        return lane
    frame = lane.frames[-1]
    flags = tuple(sorted((*(pair for pair in frame.flags if pair[0] != flag), (flag, given))))
    return lane._replace(frames=(*lane.frames[:-1], frame._replace(flags=flags)))


def _with(values: tuple[int, ...], place: int, value: int) -> tuple[int, ...]:
    """Return the tuple with one value changed."""
    return (*values[:place], value, *values[place + 1 :])


def _sorted(lanes: tuple[Lane, ...]) -> tuple[Lane, ...]:
    """Return goroutines in an order that does not depend on who came first: equal situations are one state."""
    return tuple(sorted(lanes))
