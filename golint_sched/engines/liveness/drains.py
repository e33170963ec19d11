"""Receives that mean to empty a timer's channel, and wait for a tick that does not come."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from golint_sched.engines.liveness.ticks import Cause, gone, is_unasked, reaches, remembered
from golint_sched.engines.liveness.timers import (
    is_same,
    maker_without_channel,
    seen_by_caller,
    starts,
    stopped_timer,
    timer_of,
)
from golint_sched.flow.graph import Condition, Edge, Ending, Graph, Holds
from golint_sched.link.package import Package
from golint_sched.link.places import Place
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    Expression,
    Name,
    Receive,
    Selector,
    Unary,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, If, Switch, SwitchClause
from golint_sched.model.walk import ModelNode

_DEPTH = 3  # how many callers up the tick is looked for


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
    return not reaches(graph, start.index, goal.index, frozenset(denials))


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


_Found = tuple[Cause, Expression, tuple[Call, ...]]


def _why(package: Package, draining: _Draining, seen: frozenset[Function]) -> _Found | None:
    """Return why a drain can wait for ever, what shows it, and the calls from there; None where it may get its tick."""
    function, timer = draining.function, draining.timer
    graph = package.graph(function)
    fresh = frozenset(node.index for node in graph.nodes if starts(package, node.origin, timer)) - {draining.goal}
    found = tuple(gone(package, graph, timer, draining.drain, draining.goal, fresh))
    for each in found:
        if not _knows_better(package, draining.place, each.place) and not remembered(
            package, graph, each, draining.goal, fresh
        ):
            return each.cause, each.shown, draining.calls
    if found:
        return None
    outside = _left_to(package, draining)
    if outside is not None:
        return _why(package, outside, seen)
    if draining.goal not in graph.reachable_from(0, avoiding=fresh) or len(seen) > _DEPTH:
        return None
    if _knows_better(package, draining.place, None) or not is_unasked(graph, draining.goal, fresh):
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
