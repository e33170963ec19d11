"""Where the tick of a timer is taken, or the timer stopped, and what control does after that."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from golint_sched.engines.liveness.channels import received
from golint_sched.engines.liveness.timers import is_same, seen_by, starts, stopped_timer, timer_of
from golint_sched.flow.graph import Condition, Edge, Ending, Graph, Holds, Origin
from golint_sched.link.package import Package
from golint_sched.link.places import Place
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    Expression,
    Name,
    PackageName,
    Receive,
    Selector,
    Unary,
)
from golint_sched.model.statements import Assign, Defer, For, Go, Return, SelectClause
from golint_sched.model.walk import ModelNode, walk


class Cause(Enum):
    """Why the tick that a drain waits for does not come."""

    TAKEN = "it has been received already"
    STOPPED = "the timer has been stopped already"
    NO_CHANNEL = "a timer made by time.AfterFunc has no channel"


@dataclass(frozen=True, slots=True, eq=False)
class Gone:
    """The tick is gone after `node`, at `place`; `shown` is what takes it or stops the timer, maybe in a callee.

    `tells` are the values that a callee may return then, None where the function itself does it.
    """

    cause: Cause
    node: int
    place: Expression
    shown: Expression
    tells: frozenset[str] | None = None


def gone(  # noqa: PLR0917 -- the drain, and the graph that it stands in
    package: Package,
    graph: Graph,
    timer: Place,
    drain: tuple[Expression, ...],
    goal: int,
    fresh: frozenset[int],
) -> Iterator[Gone]:
    """Yield what takes the tick or stops the timer and is followed by the drain, with no new start between."""
    for node in graph.nodes:
        if node.index not in graph.reachable or node.index == goal:
            continue
        found = _ends(package, node.origin, timer, drain)
        one = None if found is None else Gone(found[0], node.index, found[1], found[1])
        if one is None and isinstance(node.origin, Call) and node.index not in fresh:
            one = _ended_by(package, node.origin, node.index, timer)
        if one is not None and goal in _after(graph, node.index, fresh):
            yield one


def _ends(
    package: Package, origin: Origin, timer: Place, drain: tuple[Expression, ...]
) -> tuple[Cause, Expression] | None:
    """Tell whether a node, not of the drain itself, takes the timer's tick or stops the timer."""
    receive = received(origin) if isinstance(origin, SelectClause) else origin
    if receive in drain:
        return None
    match receive:
        case Receive(channel=channel):
            return (Cause.TAKEN, receive) if is_same(timer_of(package, channel), timer) else None
        case Call():
            return (Cause.STOPPED, receive) if is_same(stopped_timer(package, receive), timer) else None
        case _:
            return None


def _ended_by(package: Package, call: Call, index: int, timer: Place) -> Gone | None:
    """Return that a callee takes the tick and returns, where it does."""
    callee = package.callee(call)
    if len(callee.functions) != 1 or not callee.certain or isinstance(package.parent(call), Go | Defer):
        return None
    function = callee.functions[0]
    for inside in seen_by(package, call, function, timer) if function.body is not None else ():
        graph = package.graph(function)
        fresh = frozenset(node.index for node in graph.nodes if starts(package, node.origin, inside))
        for node in graph.nodes:
            found = _ends(package, node.origin, inside, ())
            if found is None or found[0] is not Cause.TAKEN or node.index not in graph.reachable:
                continue
            after = _after(graph, node.index, fresh)
            if graph.endings.get(Ending.RETURN, -1) in after:
                returns = (each.origin for each in graph.nodes if each.index in after)
                tells = frozenset(_told(each) for each in returns if isinstance(each, Return))
                return Gone(Cause.TAKEN, index, call, found[1], tells)
    return None


def _told(statement: Return) -> str:
    """Return what the only value of a return is: "nil", "true", "false", "set" for what is made there, "" else."""
    match statement.values:
        case (BuiltinName(name="nil" | "true" | "false" as name),):
            return name
        case (Call() | PackageName() | Unary(operator="&"),):
            return "set"
        case _:
            return ""


# -- what control does after it -----------------------------------------------------------------------------------


def _needed(graph: Graph, start: int, goal: int, fresh: frozenset[int]) -> Iterator[tuple[int, Expression, bool]]:
    """Yield the tests, with their nodes, that must come out as told on every path from a node to the drain."""
    turns = {
        part for loop in graph.loops() if isinstance(loop, For) and loop.condition for part in walk(loop.condition)
    }
    after = graph.reachable_from(start, avoiding=fresh)
    for node in graph.nodes:
        if not isinstance(node.origin, Condition) or node.index not in after or node.origin.expression in turns:
            continue
        for edge in graph.successors[node.index]:
            if not reaches(graph, start, goal, frozenset({(node.index, edge)}), fresh):
                yield node.index, node.origin.expression, edge.guard == Holds(value=True)
                break


def remembered(package: Package, graph: Graph, tick: Gone, goal: int, fresh: frozenset[int]) -> bool:
    """Tell whether a test on the way asks for what was noted since the tick was taken, or what its taker returned.

    case <-t.C: fired = true      …      if fired { continue }; if !t.Stop() { <-t.C }
    """
    start = tick.node
    for index, test, value in _needed(graph, start, goal, fresh):
        if tick.tells is not None and not _fits(package, tick, test, value=value):
            return True
        asked = {place for node in walk(test) if (place := _asked_place(package, node)) is not None}
        for between in graph.reachable_from(start, avoiding=fresh):
            origin = graph.nodes[between].origin
            if not isinstance(origin, Assign) or index not in graph.reachable_from(between, avoiding=fresh):
                continue
            targets = {package.place(target) for target in origin.targets if target is not None}
            learnt = any(isinstance(part, Call | Receive) for value in origin.values for part in walk(value))
            if not learnt and not targets.isdisjoint(asked):
                return True
    return False


def _fits(package: Package, tick: Gone, test: Expression, *, value: bool) -> bool:
    """Tell whether a test has nothing to do with what the taker of the tick returned, or comes out so for a taker."""
    call = tick.place
    asks = any(
        part is call
        or (isinstance(part, Name) and any(one.value is call for one in package.definitions(part.variable)))
        for part in walk(test)
    )
    if not asks or tick.tells is None:
        return True
    match test:
        case Binary(operator="==" | "!=" as operator, right=BuiltinName(name="nil")):
            return ("nil" if (operator == "==") == value else "set") in tick.tells
        case Unary(operator="!", operand=operand):
            return _fits(package, tick, operand, value=not value)
        case Name() | Call():
            return ("true" if value else "false") in tick.tells
        case _:
            return False


def _asked_place(package: Package, node: ModelNode) -> Place | None:
    """Return the variable or field that a part of a test mentions."""
    return package.place(node) if isinstance(node, Name | PackageName | Selector) else None


def is_unasked(graph: Graph, goal: int, fresh: frozenset[int]) -> bool:
    """Tell whether a function comes to its drain whatever its callers know, nil or not nil aside."""
    return all(
        isinstance(test, Binary) and isinstance(test.right, BuiltinName) and test.right.name == "nil"
        for _, test, _ in _needed(graph, 0, goal, fresh)
    )


def _after(graph: Graph, start: int, avoiding: frozenset[int]) -> frozenset[int]:
    """Return the nodes that control can come to after one, without passing any of `avoiding`."""
    found: set[int] = set()
    for edge in graph.successors[start]:
        if edge.target not in avoiding:
            found |= graph.reachable_from(edge.target, avoiding=avoiding)
    return frozenset(found)


def reaches(
    graph: Graph,
    start: int,
    goal: int,
    without: frozenset[tuple[int, Edge]],
    avoiding: frozenset[int] = frozenset(),
) -> bool:
    """Tell whether control can come from a node to another one without these edges and nodes."""
    seen = {start}
    stack = [start]
    while stack:
        source = stack.pop()
        for edge in graph.successors[source]:
            if (source, edge) not in without and edge.target not in seen and edge.target not in avoiding:
                seen.add(edge.target)
                stack.append(edge.target)
    return goal in seen
