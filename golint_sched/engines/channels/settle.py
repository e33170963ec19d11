"""The steps of goroutines that no other one can see or hinder: taken at once, until all stand at an operation."""

from collections.abc import Iterator
from typing import NamedTuple

from golint_sched.engines.channels.actions import (
    Add,
    Answer,
    Certain,
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
    Learn,
    Make,
    MakeGroup,
    OnceAtMost,
    Panicked,
    RangeOver,
    ReceiveFrom,
    SendTo,
    Start,
    Stop,
    WaitFor,
)
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.memory import answered, forget, learn, recall
from golint_sched.engines.channels.states import (
    OVER,
    UNMADE,
    Control,
    Event,
    Frame,
    Lane,
    State,
    Turn,
    changed,
    ordered,
)
from golint_sched.flow.graph import Ending, Enters, Holds
from golint_sched.model.statements import Return, Select

_LANES = 10
_DEPTH = 8
STEPS = 40_000  # invisible steps of one scope in all
_STARTS = 30  # goroutines that one step starts, and those that they start
_SETTLED = 600  # invisible steps of one goroutine between two visible ones, over all its branches


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


class Settler:
    """Takes the invisible steps of one machine's goroutines."""

    def __init__(self, machine: Machine, *, root_ends_process: bool, steps: int = STEPS) -> None:
        """Make it; `root_ends_process` says that nothing runs on after the root returns (main.main).

        It takes `steps` at most. `steps_left` says how many of them are left, `crowded` whether goroutines were lost.
        """
        self.machine = machine
        self.control = Control(machine)
        self.root_ends_process = root_ends_process
        self.root = (-1, machine.root)
        self.steps_left = steps
        self.crowded = False

    def settle_all(
        self, state: State, lanes: tuple[Lane, ...], depth: int = 0
    ) -> Iterator[tuple[State, tuple[Turn, ...], bool]]:
        """Yield the states in which all the given goroutines, and those they start, have come to an operation.

        There is a turn for each of them, the given ones first, then the others in the order in which they start.
        """
        if state is OVER:
            yield OVER, (), False
            return
        if len(state.lanes) + len(lanes) > _LANES or depth > _STARTS:
            self.crowded = True
            yield state._replace(lanes=ordered(state.lanes + lanes)), (), True
            return
        if not lanes:
            yield state._replace(lanes=ordered(state.lanes)), (), False
            return
        for settled in self._settle(state, lanes[0]):
            turn = Turn(settled.lane, settled.events)
            if settled.over:
                yield OVER, (turn,), False
                continue
            parked = state.lanes if settled.lane is None else (*state.lanes, settled.lane)
            after = State(parked, settled.channels, settled.groups, settled.facts, settled.weak)
            if settled.lost:
                yield after._replace(lanes=ordered(parked + lanes[1:])), (turn,), True
                continue
            for final, turns, lost in self.settle_all(after, lanes[1:] + settled.started, depth + 1):
                yield final, (turn, *turns), lost

    def _settle(self, state: State, lane: Lane) -> list[_Settled]:
        """Return what may come of one goroutine's invisible steps."""
        start = _Settled(lane, (), state.channels, state.groups, state.facts, state.weak, ())
        work = [start]
        seen: set[tuple[object, ...]] = set()
        results: list[_Settled] = []
        while work:
            self.steps_left -= 1
            if self.steps_left < 0:
                raise ExhaustedError
            current = work.pop()
            key = (*current[:6], current.over, current.lost)
            if key in seen:
                continue
            seen.add(key)
            if len(seen) > _SETTLED:
                self.crowded = True
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
        action = self.control.action(lane)
        match action:
            case SendTo(channel=channel) | ReceiveFrom(channel=channel) | RangeOver(channel=channel):
                return None if now.channels[channel] != UNMADE else [now._replace(lost=True)]
            case Choose(options=options):
                if any(option.channel >= 0 for option in options) or (not options and action.default < 0):
                    return None
                return self._chosen(now, lane, action)
            case Close() | WaitFor():
                return None
            case Enter(program=program, once=once, repeats=repeats, asks=asks):
                if once >= 0:
                    return None
                if len(lane.frames) >= _DEPTH:
                    return [now._replace(lost=True)]
                if repeats and not frame.leaving:
                    again = lane._replace(frames=(*lane.frames, Frame(program, 0)))
                    return [now._replace(lane=again), *self._branches(now._replace(weak=True), lane, [0])]
                return [now._replace(lane=self.control.call(lane, program, () if frame.leaving else asks))]
            case Answer(results=results):
                facts, lane = answered(now.facts, lane, results)
                return self._branches(now._replace(facts=facts), lane, [0])
            case Stop():
                return self._branches(now, self._stopped(lane), [0])
            case Start(program=program, group=group):
                return self._start(now, lane, program, group)
            case Add(group=group, number=number):
                groups = changed(now.groups, group, now.groups[group] + number)
                return self._branches(now._replace(groups=groups), lane, [0])
            case Make(channel=channel):
                if now.channels[channel] != UNMADE:
                    return [now._replace(lane=None)]
                channels = changed(now.channels, channel, 0)
                return self._branches(now._replace(channels=channels), lane, [0])
            case MakeGroup(group=group):
                if now.groups[group]:
                    return [now._replace(lane=None)]
                return self._branches(now, lane, [0])
            case Later(deferred=deferred, last=last):
                kept = (deferred, *frame.deferred) if last else (*frame.deferred, deferred)
                held = lane._replace(frames=(*lane.frames[:-1], frame._replace(deferred=kept)))
                return self._branches(now._replace(lane=held), held, [0])
            case Counted(number=number, vague=vague):
                return self._count(now, lane, frame, number, vague=vague)
            case Free(fills=fills):
                return self._free(now, lane, frame, fills=fills)
            case Fact():
                return self._decide(now, lane, frame, action)
            case OnceAtMost(key=key, outcome=outcome):
                return self._turn(now, lane, key, outcome=outcome)
            case Certain(channel=channel, outcome=outcome):
                made = now.channels[channel] != UNMADE
                guards = [edge.guard for edge in self.control.edges(frame)]
                edges = [place for place, guard in enumerate(guards) if not made or guard == Holds(outcome)]
                return self._branches(now, lane, edges)
            case Panicked(outcome=outcome):
                return self._branches(now, lane, self._after_recover(lane, outcome=outcome))
            case Count():
                edges = list(range(len(self.control.edges(frame))))
                return self._branches(now._replace(weak=True), lane, edges)
            case Forget(texts=texts):
                facts, lane = forget(now.facts, lane, texts)
                return self._branches(now._replace(facts=facts), lane, [0])
            case Learn(told=told):
                facts, lane = learn(now.facts, lane, told, self.machine.own)
                return self._branches(now._replace(facts=facts), lane, [0])
            case End(ending=ending):
                return [self._end(now, lane, frame, ending)]
            case _:
                return self._branches(now, lane, list(range(len(self.control.edges(frame)))))

    def _after_recover(self, lane: Lane, *, outcome: bool) -> list[int]:
        """Return the edges that a test of what `recover` has said lets control take."""
        panicking = len(lane.frames) > 1 and lane.frames[-2].panicking
        wanted = Holds(outcome if panicking else not outcome)
        return [place for place, edge in enumerate(self.control.edges(lane.frames[-1])) if edge.guard == wanted]

    def _stopped(self, lane: Lane) -> Lane:
        """Return the goroutine whose caller, if that repeats the call, goes on after it."""
        caller = lane._replace(frames=lane.frames[:-1])
        action = self.control.action(caller) if caller.frames else None
        if not isinstance(action, Enter) or not action.repeats or caller.frames[-1].leaving:
            return lane
        (after,) = self.control.proceed(caller, 0) or (caller,)
        return lane._replace(frames=(*after.frames, lane.frames[-1]))

    def _chosen(self, now: _Settled, lane: Lane, action: Choose) -> list[_Settled]:
        """Take the cases of a select without channels of the scope."""
        edges = [option.edge for option in action.options if not option.vague]
        vague = [option.edge for option in action.options if option.vague]
        if action.default >= 0:
            edges.append(action.default)
        return self._branches(now, lane, edges) + self._branches(now._replace(weak=True), lane, vague)

    def _branches(self, now: _Settled, lane: Lane, edges: list[int]) -> list[_Settled]:
        """Return the goroutine's situation after each of the edges; branches of a select are worth telling."""
        frame = lane.frames[-1]
        if frame.leaving:
            return [now._replace(lane=moved) for moved in self.control.proceed(lane, 0)]
        program = self.machine.programs[frame.program]
        assert program is not None
        tells = isinstance(program.graph.nodes[frame.node].origin, Select | Return) or len(edges) > 1
        found: list[_Settled] = []
        for edge in edges:
            events = (*now.events, self.control.event(lane, edge)) if tells else now.events
            after = self.control.proceed(lane, edge)
            found.append(now._replace(lane=after[0] if after else None, events=events))
        return found

    def _start(self, now: _Settled, lane: Lane, program: int, group: int) -> list[_Settled]:
        """Start a goroutine; one that a group counts begins with the group's Done deferred."""
        frame = lane.frames[-1]
        deferred: tuple[int, ...] = ()
        groups = now.groups
        if group >= 0:
            groups = changed(groups, group, groups[group] + 1)
            deferred = (self._done_of(group),)
        begun = Lane((frame.program, frame.node), (Frame(program, 0, (), deferred),))
        if len(now.started) >= _LANES:
            self.crowded = True
            return [now._replace(lost=True)]
        after = now._replace(
            started=(*now.started, begun), groups=groups, events=(*now.events, self.control.event(lane, 0))
        )
        return self._branches(after, lane, [0])

    def _done_of(self, group: int) -> int:
        """Return the number of the deferred `Done` of a group."""
        done = Add(group, -1)
        if done not in self.machine.deferred:
            self.machine.deferred.append(done)
        return self.machine.deferred.index(done)

    def _count(self, now: _Settled, lane: Lane, frame: Frame, number: int, *, vague: bool) -> list[_Settled]:
        """Enter a bounded loop once more, or leave it when its number of turns is used up."""
        left = dict(frame.loops).get(frame.node, number)
        others = tuple(pair for pair in frame.loops if pair[0] != frame.node)
        enters = left > 0
        for place, edge in enumerate(self.control.edges(frame)):
            if isinstance(edge.guard, Enters | Holds) and edge.guard.value == enters:
                loops = (*others, (frame.node, left - 1)) if enters else others
                counted = lane._replace(frames=(*lane.frames[:-1], frame._replace(loops=loops)))
                weak = now.weak or (vague and not enters)
                return [now._replace(lane=moved, weak=weak) for moved in self.control.proceed(counted, place)]
        return [now._replace(lane=None)]

    def _free(self, now: _Settled, lane: Lane, frame: Frame, *, fills: bool) -> list[_Settled]:
        """Enter an unbounded loop once more, or leave it, which no finding may rest upon."""
        found: list[_Settled] = []
        for place, edge in enumerate(self.control.edges(frame)):
            for after in self.control.proceed(lane, place):
                ends = isinstance(edge.guard, Enters | Holds) and not edge.guard.value
                found.append(now._replace(lane=after, weak=now.weak or ends or fills))
        return found

    def _decide(self, now: _Settled, lane: Lane, frame: Frame, fact: Fact) -> list[_Settled]:
        """Take the branch that the remembered outcome of the test demands, or remember the one taken."""
        known = recall(now.facts, lane, fact.key, self.machine.own)
        weak = now.weak or (fact.vague and known is None and self._has_begun(now))
        found: list[_Settled] = []
        for place, edge in enumerate(self.control.edges(frame)):
            if not isinstance(edge.guard, Holds):
                continue
            outcome = edge.guard.value != fact.inverted
            if known is not None and known != outcome:
                continue
            facts = now.facts if known is not None else tuple(sorted((*now.facts, (fact.key, outcome))))
            for after in self.control.proceed(lane, place):
                events = (*now.events, self.control.event(lane, place))
                found.append(now._replace(lane=after, facts=facts, events=events, weak=weak))
        return found

    def _turn(self, now: _Settled, lane: Lane, key: str, *, outcome: bool) -> list[_Settled]:
        """Take either branch, the one for the outcome that occurs once at most only the first time."""
        frame = lane.frames[-1]
        known = dict(frame.flags)
        spent = frame._replace(flags=tuple(sorted({**known, key: True}.items())))
        found: list[_Settled] = []
        for place, edge in enumerate(self.control.edges(frame)):
            occurs = edge.guard == Holds(outcome)
            if occurs and key in known:
                continue
            counted = lane._replace(frames=(*lane.frames[:-1], spent)) if occurs else lane
            events = (*now.events, self.control.event(lane, place))
            found += [now._replace(lane=after, events=events) for after in self.control.proceed(counted, place)]
        return found

    def _has_begun(self, now: _Settled) -> bool:
        """Tell whether a channel of the scope is there; what is asked before only says which call this is."""
        return any(
            held != UNMADE
            for held, channel in zip(now.channels, self.machine.channels, strict=True)
            if not channel.context
        )

    def _end(self, now: _Settled, lane: Lane, frame: Frame, ending: Ending) -> _Settled:
        """Begin to leave a function: its deferred actions come next."""
        program = self.machine.programs[frame.program]
        assert program is not None
        if ending is Ending.PROCESS or (ending is Ending.PANIC and not self._recovered(lane)):
            return now._replace(over=True)
        if ending is Ending.GOEXIT and self.root_ends_process:
            return now._replace(over=True)
        kept = tuple(flag for flag in frame.flags if flag[0] in self.machine.own)
        leaving = frame._replace(leaving=True, loops=(), flags=kept, panicking=ending is Ending.PANIC)
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
