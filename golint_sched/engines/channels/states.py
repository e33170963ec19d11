"""The states of a scope: where each goroutine stands, what each channel holds, what each group counts."""

from dataclasses import dataclass
from typing import NamedTuple

from golint_sched.engines.channels.actions import Action
from golint_sched.engines.channels.machine import Machine
from golint_sched.flow.graph import Edge

UNMADE = -1


class Frame(NamedTuple):
    """One function call of a goroutine: where it stands, its bounded loops, and what it has deferred.

    `flags` are the `ok`s of its receives and what the functions that it called have said. `asks` are the texts of what
    holds its results in the caller.
    """

    program: int
    node: int
    loops: tuple[tuple[int, int], ...] = ()
    deferred: tuple[int, ...] = ()
    leaving: bool = False
    flags: tuple[tuple[str, bool], ...] = ()
    panicking: bool = False
    asks: tuple[str, ...] = ()


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
    """Something that a goroutine did and that a reader wants to know: at which node of which program, and what.

    `deferred` is the action that it had remembered for the end of the function and does now, -1 for none.
    """

    lane: tuple[int, int]
    program: int
    node: int
    edge: int = -1
    deferred: int = -1


class Turn(NamedTuple):
    """What one goroutine did until it came to an operation, and as what it stands there (None: it is gone)."""

    lane: Lane | None
    events: tuple[Event, ...]


OVER = State((), (), ())  # the process has ended


class Control:
    """Says where control goes in the goroutines of a machine."""

    def __init__(self, machine: Machine) -> None:
        """Make it for one machine."""
        self.machine = machine

    def action(self, lane: Lane) -> Action | None:
        """Return what a goroutine is about to do."""
        frame = lane.frames[-1]
        if frame.leaving:
            return self.machine.deferred[frame.deferred[-1]] if frame.deferred else None
        program = self.machine.programs[frame.program]
        assert program is not None
        return program.actions[frame.node]

    def edges(self, frame: Frame) -> tuple[Edge, ...]:
        """Return the edges that lead on from where a call stands."""
        program = self.machine.programs[frame.program]
        assert program is not None
        return program.graph.successors[frame.node]

    def event(self, lane: Lane, edge: int) -> Event:
        """Return what there is to tell of a step that a goroutine takes."""
        frame = lane.frames[-1]
        deferred = frame.deferred[-1] if frame.leaving and frame.deferred else -1
        return Event(lane.origin, frame.program, frame.node, edge, deferred)

    def proceed(self, lane: Lane, edge: int) -> tuple[Lane, ...]:
        """Return the goroutine after the step it was about to take; none where control ends there."""
        frame = lane.frames[-1]
        if frame.leaving:
            return (lane._replace(frames=(*lane.frames[:-1], frame._replace(deferred=frame.deferred[:-1]))),)
        edges = self.edges(frame)
        if edge >= len(edges):
            return ()
        return (
            lane._replace(frames=(*lane.frames[:-1], self._moved(frame, self._landing(frame, edges[edge].target)))),
        )

    def _landing(self, frame: Frame, target: int) -> int:
        program = self.machine.programs[frame.program]
        assert program is not None
        return program.landings[target]

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

    def call(self, lane: Lane, program: int, asks: tuple[str, ...] = ()) -> Lane:
        """Return the goroutine inside a function that it calls; the caller has moved past the call already."""
        (after,) = self.proceed(lane, 0) or (lane,)
        return lane._replace(frames=(*after.frames, Frame(program, 0, asks=asks)))


def changed(values: tuple[int, ...], place: int, value: int) -> tuple[int, ...]:
    """Return the tuple with one value changed."""
    return (*values[:place], value, *values[place + 1 :])


def ordered(lanes: tuple[Lane, ...]) -> tuple[Lane, ...]:
    """Return goroutines in an order that does not depend on who came first: equal situations are one state."""
    return tuple(sorted(lanes))
