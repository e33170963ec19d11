"""Receives that mean to empty a timer's channel, and wait for a tick that does not come."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from golint_sched.engines.liveness.channels import received
from golint_sched.engines.liveness.timers import (
    is_same,
    maker_without_channel,
    seen_by_caller,
    starts,
    stopped_timer,
    timer_of,
)
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
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Defer, For, If, SelectClause, Switch, SwitchClause
from golint_sched.model.walk import ModelNode, walk

_DEPTH = 3  # how many callers up the tick is looked for


class Cause(Enum):
    """Why the tick that a drain waits for does not come."""

    TAKEN = "it has been received already"
    STOPPED = "the timer has been stopped already"
    NO_CHANNEL = "a timer made by time.AfterFunc has no channel"


@dataclass(frozen=True, slots=True, eq=False)
class Drain:
    """A receive of `function` from the channel of a timer after `stop` said false, and what came `before` it.

    `calls` lead from `source`, the function of `before`, to the one of the receive.
    """

    function: Function
    source: Function
    receive: Receive
    timer: Expression
    stop: Call
    cause: Cause
    before: Expression
    calls: tuple[Call, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Draining:
    """A drain of `timer` in `function`: `goal` is the node that has to be reached, `guards` what stands around it."""

    function: Function
    timer: Place
    drain: tuple[Call, Receive]
    goal: int
    place: ModelNode
    calls: tuple[Call, ...] = ()


def drains(package: Package) -> Iterator[Drain]:
    """Yield the drains that can wait for ever, in source order.

    if !t.Stop() {        case <-t.C:             t := time.AfterFunc(d, f)
        <-t.C                 …                   …
    }                     }                       if !t.Stop() { <-t.C }
                          if !t.Stop() { <-t.C }
    """
    for function in package.bodies():
        stops = [
            (call, timer) for call in package.calls(function) if (timer := stopped_timer(package, call)) is not None
        ]
        for node in package.inside(function, Receive) if stops else ():
            found = next((one for stop in stops if (one := _drain(package, function, stop, node)) is not None), None)
            if found is not None:
                yield found


def _drain(package: Package, function: Function, stopped: tuple[Call, Place], receive: Receive) -> Drain | None:
    """Return the receive as a drain after that Stop, None where it is none or may well get its tick."""
    stop, timer = stopped
    if not is_same(timer_of(package, receive.channel), timer) or not _follows(package, function, stop, receive):
        return None
    channel = receive.channel
    shown = channel.base if isinstance(channel, Selector) else channel
    made = maker_without_channel(package, timer, channel if isinstance(channel, Selector) else None)
    if made is not None:
        return Drain(function, package.owner(made) or function, receive, shown, stop, Cause.NO_CHANNEL, made)
    goal = package.graph(function).node_of[stop].index
    draining = _Draining(function, timer, (stop, receive), goal, _asked(package, stop, receive))
    found = _why(package, draining, frozenset({function}))
    if found is None:
        return None
    cause, before, calls = found
    return Drain(function, package.owner(before) or function, receive, shown, stop, cause, before, calls)


def _asked(package: Package, stop: Call, receive: Receive) -> ModelNode:
    """Return the statement that asks the Stop and leads to the receive, the receive itself where none is around it."""
    for around in package.ancestors(receive):
        match around:
            case If(condition=condition) if _when_false(package, condition, stop) is not None:
                return around
            case Switch(clauses=clauses) if clauses and all(
                _when_false(package, value, stop) is not None for clause in clauses for value in clause.values
            ):
                return around
            case _:
                pass
    return receive


def _follows(package: Package, function: Function, stop: Call, receive: Receive) -> bool:
    """Tell whether a receive is made once Stop has said false, and whatever else may hold.

    if !t.Stop() { <-t.C }      if t.Stop() { return }; <-t.C      stopped := t.Stop(); if !stopped { <-t.C }
    """
    graph = package.graph(function)
    start, goal = graph.node_of.get(stop), graph.node_of.get(receive)
    if start is None or goal is None or start.index not in graph.reachable:
        return False
    denials: set[tuple[int, Edge]] = set()
    for node in graph.nodes:
        if isinstance(node.origin, Condition):
            value = _when_false(package, node.origin.expression, stop)
            denials |= (
                {
                    (node.index, edge)
                    for edge in graph.successors[node.index]
                    if edge.guard == Holds(value=value is True)
                }
                if value is not None
                else set()
            )
    if not any(_straight(graph, edge.target, goal.index) for _, edge in denials):
        return False
    return not _reaches(graph, start.index, goal.index, frozenset(denials))


def _when_false(package: Package, condition: Expression, stop: Call) -> bool | None:
    """Return what a condition is where the Stop was false; None where it does not ask that alone."""
    match condition:
        case Unary(operator="!", operand=operand):
            value = _when_false(package, operand, stop)
            return None if value is None else not value
        case Binary(operator="==" | "!=" as operator, left=left, right=BuiltinName(name="true" | "false" as name)):
            value = _when_false(package, left, stop)
            return None if value is None else (value == (name == "true")) == (operator == "==")
        case Name(variable=variable):
            definitions = package.definitions(variable)
            return False if len(definitions) == 1 and definitions[0].value is stop else None
        case Call():
            return False if condition is stop else None
        case _:
            return None


def _straight(graph: Graph, start: int, goal: int) -> bool:
    """Tell whether control comes from a node to another one without any choice on the way."""
    seen: set[int] = set()
    while start != goal and start not in seen:
        seen.add(start)
        following = graph.successors[start]
        if len(following) != 1:
            return False
        start = following[0].target
    return start == goal


def _reaches(
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


_Found = tuple[Cause, Expression, tuple[Call, ...]]


def _why(package: Package, draining: _Draining, seen: frozenset[Function]) -> _Found | None:
    """Return why a drain can wait for ever, what shows it, and the calls from there; None where it may get its tick."""
    function, timer = draining.function, draining.timer
    graph = package.graph(function)
    fresh = frozenset(node.index for node in graph.nodes if starts(package, node.origin, timer)) - {draining.goal}
    found = _before(package, graph, draining, fresh)
    if found is not None:
        cause, before, node = found
        if _knows_better(package, draining.place, before) or _remembered(package, graph, node, draining.goal, fresh):
            return None
        return cause, before, draining.calls
    outside = _left_to(package, draining)
    if outside is not None:
        return _why(package, outside, seen)
    if draining.goal not in graph.reachable_from(0, avoiding=fresh) or len(seen) > _DEPTH:
        return None
    if _knows_better(package, draining.place, None) or not _is_unasked(graph, draining.goal, fresh):
        return None
    for caller, call in package.callers(function):
        above = None if caller in seen else _called(package, draining, caller, call)
        reason = None if above is None else _why(package, above, seen | {caller})
        if reason is not None:
            return reason
    return None


def _called(package: Package, draining: _Draining, caller: Function, call: Call) -> _Draining | None:
    """Return the drain as its caller makes it, None where the call is another goroutine's or cannot be followed."""
    if not package.callee(call).certain or (package.is_test(caller) and not package.is_test(draining.function)):
        return None
    timer = seen_by_caller(package, draining.function, call, draining.timer)
    graph = package.graph(caller)
    node = graph.node_of.get(call)
    goal = None if node is None else node.index
    if isinstance(package.parent(call), Defer):
        goal = graph.endings.get(Ending.RETURN)
    if timer is None or goal is None:
        return None
    return replace(draining, function=caller, timer=timer, goal=goal, place=call, calls=(call, *draining.calls))


def _left_to(package: Package, draining: _Draining) -> _Draining | None:
    """Return the drain of a deferred literal as one that is made when the function around it returns.

    defer func() { if !t.Stop() { <-t.C } }()
    """
    literal = package.tables.literal_nodes.get(draining.function)
    call = None if literal is None else package.parent(literal)
    around = package.enclosing(draining.function)
    if around is None or not isinstance(call, Call) or call.function is not literal:
        return None
    if not isinstance(package.parent(call), Defer) or _knows_better(package, draining.place, None):
        return None
    returns = package.graph(around).endings.get(Ending.RETURN)
    return None if returns is None else replace(draining, function=around, goal=returns, place=call)


def _knows_better(package: Package, drain: ModelNode, before: Expression | None) -> bool:
    """Tell whether a condition leads to the drain, and not to what came before: it may well ask if the timer runs.

    if pending > 0 { if !t.Stop() { <-t.C } }
    """
    inner = drain
    for around in package.ancestors(drain):
        shared = before is not None and around.span.start <= before.span.start < around.span.end
        if not shared and (
            isinstance(around, SwitchClause) or (isinstance(around, If) and inner in (around.then, around.otherwise))
        ):
            return True
        inner = around
    return False


def _before(
    package: Package, graph: Graph, draining: _Draining, fresh: frozenset[int]
) -> tuple[Cause, Expression, int] | None:
    """Return what takes the tick or stops the timer, in which node, before the drain, with no new start between."""
    for node in graph.nodes:
        cause = _ends(package, node.origin, draining)
        if cause is None or node.index not in graph.reachable or node.index == draining.goal:
            continue
        if draining.goal in _after(graph, node.index, fresh):
            return *cause, node.index
    return None


def _needed(graph: Graph, start: int, goal: int, fresh: frozenset[int]) -> Iterator[tuple[int, Expression]]:
    """Yield the tests, with their nodes, that must come out one way on every path from a node to the drain."""
    turns = {
        part for loop in graph.loops() if isinstance(loop, For) and loop.condition for part in walk(loop.condition)
    }
    after = graph.reachable_from(start, avoiding=fresh)
    for node in graph.nodes:
        if not isinstance(node.origin, Condition) or node.index not in after or node.origin.expression in turns:
            continue
        edges = ((node.index, edge) for edge in graph.successors[node.index])
        if any(not _reaches(graph, start, goal, frozenset({edge}), fresh) for edge in edges):
            yield node.index, node.origin.expression


def _remembered(package: Package, graph: Graph, start: int, goal: int, fresh: frozenset[int]) -> bool:
    """Tell whether a test on the way asks for what was noted since the tick was taken.

    case <-t.C: fired = true      …      if fired { continue }; if !t.Stop() { <-t.C }
    """
    for index, test in _needed(graph, start, goal, fresh):
        asked = {place for node in walk(test) if (place := _asked_place(package, node)) is not None}
        for between in graph.reachable_from(start, avoiding=fresh):
            origin = graph.nodes[between].origin
            if not isinstance(origin, Assign) or index not in graph.reachable_from(between, avoiding=fresh):
                continue
            targets = {package.place(target) for target in origin.targets if target is not None}
            if not targets.isdisjoint(asked) and not any(isinstance(value, Call) for value in origin.values):
                return True
    return False


def _asked_place(package: Package, node: ModelNode) -> Place | None:
    """Return the variable or field that a part of a test mentions."""
    return package.place(node) if isinstance(node, Name | PackageName | Selector) else None


def _is_unasked(graph: Graph, goal: int, fresh: frozenset[int]) -> bool:
    """Tell whether a function comes to its drain whatever its callers know, nil or not nil aside."""
    return all(
        isinstance(test, Binary) and isinstance(test.right, BuiltinName) and test.right.name == "nil"
        for _, test in _needed(graph, 0, goal, fresh)
    )


def _after(graph: Graph, start: int, avoiding: frozenset[int]) -> frozenset[int]:
    """Return the nodes that control can come to after one, without passing any of `avoiding`."""
    found: set[int] = set()
    for edge in graph.successors[start]:
        if edge.target not in avoiding:
            found |= graph.reachable_from(edge.target, avoiding=avoiding)
    return frozenset(found)


def _ends(package: Package, origin: Origin, draining: _Draining) -> tuple[Cause, Expression] | None:
    """Tell whether a node, not of the drain itself, takes the timer's tick or stops the timer."""
    receive = received(origin) if isinstance(origin, SelectClause) else origin
    if receive in draining.drain:
        return None
    match receive:
        case Receive(channel=channel):
            taken = is_same(timer_of(package, channel), draining.timer)
            return (Cause.TAKEN, receive) if taken else None
        case Call():
            stops = is_same(stopped_timer(package, receive), draining.timer)
            return (Cause.STOPPED, receive) if stops else None
        case _:
            return None
