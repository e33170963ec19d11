"""One step of a walk: the state after it, and what releases and ways out do to it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from golint_sched.engines.paths.passing import value_of
from golint_sched.engines.paths.record import Record
from golint_sched.engines.paths.state import Exit, Hold, Mixed, State, Unmatched, Walked
from golint_sched.engines.paths.terms import variable_term
from golint_sched.engines.paths.trail import Event, EventKind, Trail
from golint_sched.flow.graph import Ending, Graph
from golint_sched.model.functions import Function
from golint_sched.source import Span

DEPTH_LIMIT = 4  # nested acquisitions, and turns of a loop that defers; paths beyond are not followed


@dataclass(frozen=True, slots=True)
class Move:
    """A state after a call, how it came there, and how the call ended where it did not return."""

    state: State
    trail: Trail | None
    ending: Ending = Ending.RETURN


def is_even(walked: Walked) -> bool:
    """Tell whether every way out leaves the object as it was found, and all of them are known."""
    return walked.capped is None and all(
        len(way.state.held) == way.state.borrowed and not way.state.handed_on for way in walked.exits
    )


def is_plain(walked: Walked) -> bool:
    """Tell whether all ways out leave the object in one state, and nothing looks wrong on any path."""
    if walked.again or walked.mixed or walked.unmatched or walked.capped:
        return False
    ends = {
        (len(way.state.held), way.state.borrowed, way.state.handed_on)
        for way in walked.exits
        if way.ending is Ending.RETURN
    }
    return len(ends) <= 1


def release(record: Record, hold: Hold, count: int, before: Move) -> Iterator[Move]:
    """Yield the state with as many holds released; what is not held is borrowed from the caller.

    `hold` tells the call that releases, the release itself, and its mode where it has one.
    """
    state, trail = before.state, before.trail
    call = hold.call
    for _ in range(count):
        if state.held:
            if hold.mode and state.held[-1].mode and hold.mode != state.held[-1].mode:
                record.mixed.setdefault((state.held[-1].call, call), Mixed(state.held[-1], call, trail))
            record.matched.add(call)
            nested = state.nested_release or len(state.held) > 1
            state = replace(state, held=state.held[:-1], nested_release=nested)
            trail = Trail(Event(EventKind.RELEASED, call.span, call), trail)
        elif state.borrowed >= DEPTH_LIMIT:
            return
        else:
            trail = Trail(Event(EventKind.UNMATCHED, call.span, call), trail)
            if not state.handed_on and not state.moved:
                found = Unmatched(call, hold.origin, state.acquired, trail)
                record.unmatched.setdefault((call, state.acquired), found)
            state = replace(state, borrowed=state.borrowed + 1)
    yield Move(state, trail)


def note_exit(function: Function, record: Record, step: Move, span: Span) -> None:
    """Record a way out of the function, at `span`."""
    results = tuple(value_of(step.state.facts, variable_term(variable)) for variable in function.results)
    state = step.state if not function.name else replace(step.state, facts=frozenset())
    record.exits.setdefault((step.ending, state, results), Exit(step.ending, state, results, step.trail, span))


def last_span(graph: Graph, trail: Trail | None) -> Span:
    """Return where the path left the function: its return statement, or the brace at the function's end."""
    if trail is not None and trail.event.kind is EventKind.LEFT:
        return trail.event.span
    end = graph.function.span.end
    return Span(graph.function.path, end - 1, end)
