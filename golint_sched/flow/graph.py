"""What a control-flow graph is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from golint_sched.model.expressions import Call, Expression, Receive
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Broken,
    Declare,
    Defer,
    For,
    Go,
    Range,
    Return,
    Select,
    SelectClause,
    Send,
    Statement,
    Switch,
    SwitchClause,
    TypeClause,
    TypeSwitch,
)
from golint_sched.source import Span


class Ending(Enum):
    """How control leaves a function.

    PANIC unwinds and may be recovered; GOEXIT ends the goroutine; both run the deferred calls. PROCESS ends
    everything at once and runs nothing.
    """

    RETURN = "return"
    PANIC = "panic"
    GOEXIT = "goexit"
    PROCESS = "process"


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """The test of an if, a for, a case without tag, or one operand of `&&` and `||`; it has two edges."""

    span: Span
    expression: Expression


Origin = (
    Call
    | Receive
    | Send
    | Assign
    | Declare
    | Go
    | Defer
    | Return
    | Select
    | SelectClause
    | Range
    | Switch
    | TypeSwitch
    | Condition
    | Broken
    | Ending
    | None
)


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One step of a function.

    `origin` says what happens: a Call is made (its arguments have been evaluated by earlier nodes), a Receive or
    Send is done, a Select waits (its edges carry the clause, and a node of that SelectClause follows: its operation
    has happened), a Range asks for the next element, an Assign or Declare stores, a Condition is decided, an Ending
    is one of the function's ways out. None joins paths.
    """

    index: int
    origin: Origin
    span: Span


@dataclass(frozen=True, slots=True)
class Holds:
    """The edge is taken when the condition has this value."""

    value: bool


@dataclass(frozen=True, slots=True)
class Enters:
    """The edge of a Range that goes into the body (`value`) or past the loop."""

    value: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """The edge of a Select, Switch or TypeSwitch that takes this clause; None where a switch matches nothing."""

    clause: SelectClause | SwitchClause | TypeClause | None


Guard = Holds | Enters | Chosen | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A step from one node to the next, and what must hold for it."""

    target: int
    guard: Guard = None


@dataclass(frozen=True, eq=False)
class Graph:
    """The control-flow graph of `function`'s body; literals inside have graphs of their own.

    `nodes[0]` is the entry. `endings` gives the node of each way out that occurs. `regions` gives for every loop,
    select, switch and clause the half-open range of node indexes that belong to it (for a loop its head, body and
    post statement).
    """

    function: Function
    nodes: tuple[Node, ...]
    successors: tuple[tuple[Edge, ...], ...]
    endings: Mapping[Ending, int]
    regions: Mapping[Statement | SelectClause | SwitchClause | TypeClause, range]

    @cached_property
    def predecessors(self) -> tuple[tuple[int, ...], ...]:
        """Return for every node the nodes with an edge to it, in order."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for source, edges in enumerate(self.successors):
            for edge in edges:
                found[edge.target].append(source)
        return tuple(tuple(sources) for sources in found)

    @cached_property
    def reachable(self) -> frozenset[int]:
        """Return the nodes that control can reach from the entry."""
        return self.reachable_from(0)

    def reachable_from(self, start: int, *, avoiding: frozenset[int] = frozenset()) -> frozenset[int]:
        """Return the nodes on paths from `start` (itself included) that enter no node of `avoiding`."""
        seen = {start}
        stack = [start]
        while stack:
            for edge in self.successors[stack.pop()]:
                if edge.target not in seen and edge.target not in avoiding:
                    seen.add(edge.target)
                    stack.append(edge.target)
        return frozenset(seen)

    @property
    def returns(self) -> bool:
        """Tell whether control can come back to the caller."""
        return self.endings.get(Ending.RETURN, -1) in self.reachable

    @cached_property
    def node_of(self) -> Mapping[Origin, Node]:
        """Return the node that each origin has, for origins that have one."""
        return {node.origin: node for node in self.nodes if node.origin is not None}

    def loops(self) -> Iterator[For | Range]:
        """Yield the loops of the function, outer before inner."""
        for statement in self.regions:
            if isinstance(statement, For | Range):
                yield statement

    def loops_around(self, index: int) -> tuple[For | Range, ...]:
        """Return the loops whose head, body or post statement holds the node, outermost first."""
        return tuple(loop for loop in self.loops() if index in self.regions[loop])

    def loop_exits(self, loop: For | Range) -> tuple[tuple[int, Edge], ...]:
        """Return the edges (source, edge) that leave the loop, in order; endings inside calls count as leaving."""
        region = self.regions[loop]
        return tuple(
            (source, edge)
            for source in region
            if source in self.reachable
            for edge in self.successors[source]
            if edge.target not in region
        )

    @cached_property
    def dominators(self) -> tuple[int, ...]:
        """Return for every node its immediate dominator; the entry and unreachable nodes have themselves."""
        order = self._reverse_postorder()
        position = {node: place for place, node in enumerate(order)}
        immediate = {0: 0}
        changed = True
        while changed:
            changed = False
            for node in order[1:]:
                best = -1
                for source in self.predecessors[node]:
                    if source in immediate:
                        best = source if best < 0 else _meet(best, source, immediate, position)
                if immediate.get(node) != best:
                    immediate[node] = best
                    changed = True
        return tuple(immediate.get(index, index) for index in range(len(self.nodes)))

    def dominates(self, first: int, second: int) -> bool:
        """Tell whether every path from the entry to `second` passes `first`; a node dominates itself."""
        while second not in (first, self.dominators[second]):
            second = self.dominators[second]
        return second == first

    def _reverse_postorder(self) -> list[int]:
        """Return the reachable nodes so that a node stands before its successors, back edges aside."""
        order: list[int] = []
        seen = {0}
        stack = [(0, iter(self.successors[0]))]
        while stack:
            node, edges = stack[-1]
            for edge in edges:
                if edge.target not in seen:
                    seen.add(edge.target)
                    stack.append((edge.target, iter(self.successors[edge.target])))
                    break
            else:
                order.append(node)
                stack.pop()
        order.reverse()
        return order


def _meet(first: int, second: int, immediate: dict[int, int], position: dict[int, int]) -> int:
    """Return the nearest common dominator of two nodes (Cooper, Harvey and Kennedy, 2001)."""
    while first != second:
        while position[first] > position[second]:
            first = immediate[first]
        while position[second] > position[first]:
            second = immediate[second]
    return first
