"""The path that led to a state, as events that a reader can follow."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from golint_sched.flow.graph import Chosen, Enters, Guard, Holds, Node
from golint_sched.model.expressions import Call
from golint_sched.source import Span


class EventKind(Enum):
    """What happened."""

    ACQUIRED = "acquired"
    RELEASED = "released"
    UNMATCHED = "released without acquisition"
    TOOK = "took a branch"
    DEFERRED = "deferred a release"
    LEFT = "left the function"


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One event at `span`; `call` is the call that acquires or releases, `node` and `guard` tell the branch."""

    kind: EventKind
    span: Span
    call: Call | None = None
    node: Node | None = None
    guard: Guard = None


@dataclass(frozen=True, slots=True, eq=False)
class Trail:
    """The events of a path, the last one first."""

    event: Event
    before: "Trail | None" = None


def events(trail: Trail | None) -> tuple[Event, ...]:
    """Return the events of the path in the order in which they happened."""
    found = list(_backwards(trail))
    found.reverse()
    return tuple(found)


def _backwards(trail: Trail | None) -> Iterator[Event]:
    while trail is not None:
        yield trail.event
        trail = trail.before


def branch(node: Node, guard: Guard) -> Event | None:
    """Return the event of taking an edge that has a choice, None for an edge that any path takes."""
    match guard:
        case Holds() | Enters():
            return Event(EventKind.TOOK, node.span, node=node, guard=guard)
        case Chosen(clause=clause):
            return Event(EventKind.TOOK, node.span if clause is None else clause.span, node=node, guard=guard)
        case _:
            return None
