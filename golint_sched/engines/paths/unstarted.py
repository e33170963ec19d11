"""Paths that add to a group and start nothing, and for which nobody waits all the same."""

from collections import deque

from golint_sched.engines.paths.counting import closure
from golint_sched.engines.paths.facts import flow_of
from golint_sched.engines.paths.roles import callers_of, mentions_of
from golint_sched.engines.paths.tally import Way
from golint_sched.engines.paths.terms import Fact, Facts, is_nil, result_term
from golint_sched.engines.paths.trail import EventKind, events
from golint_sched.flow.graph import Condition, Ending, Graph
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, CompositeLiteral, Expression, Name, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, Go, Switch
from golint_sched.model.types import NamedType
from golint_sched.model.walk import walk

_ERROR = NamedType("builtin", "error")
_MOST_STATES = 400


def fails(function: Function, way: Way) -> bool:
    """Tell whether the function returns an error that way."""
    return _returns_error(function) and way.ending is Ending.RETURN and way.results[-1] == "set"


def _returns_error(function: Function) -> bool:
    return bool(function.type.results) and function.type.results[-1] == _ERROR


def is_chosen_by_row(package: Package, way: Way) -> bool:
    """Tell whether the path depends on what stands in the rows of a table beside it, which is not followed.

    for _, row := range []struct{…}{…} { group.Add(1); if row.fails { s.onError = … } else if row.ok { s.onDone = … } }
    """
    return any(
        _is_row(package, name.variable)
        for event in events(way.trail)
        if event.kind is EventKind.TOOK and event.node is not None
        for expression in _asked(event.node.origin)
        for name in walk(expression)
        if isinstance(name, Name)
    )


def _asked(origin: object) -> tuple[Expression, ...]:
    match origin:
        case Condition(expression=expression):
            return (expression,)
        case Switch(tag=tag) if tag is not None:
            return (tag,)
        case _:
            return ()


def _is_row(package: Package, variable: Variable) -> bool:
    """Tell whether a variable runs over the elements of a composite literal."""
    definitions = package.definitions(variable)
    if len(definitions) != 1 or definitions[0].range_part != "value":
        return False
    table = definitions[0].value
    if isinstance(table, Name):
        given = package.definitions(table.variable)
        table = given[0].value if len(given) == 1 else None
    return isinstance(table, CompositeLiteral)


def is_waited_for_after_failure(package: Package, function: Function, waiting: frozenset[Function]) -> bool:
    """Tell whether somebody may wait although the function has returned an error: not if all that call it give up then.

    if err := s.start(); err != nil { return err }          // start has added, and started nothing
    defer s.stop()                                          // stop waits
    """
    waiting = closure(package, waiting)
    if function in waiting:
        return True
    seen = {function}
    pending = [function]
    while pending:
        current = pending.pop()
        callers = callers_of(package, current)
        if not callers or _is_value(package, current):
            return True  # whoever calls it may be out of view
        for caller, call in callers:
            left = _left_after(package, caller, call, waiting)
            if left is None or (left and caller not in waiting and not _returns_error(caller)):
                return True
            if left and caller not in waiting and caller not in seen:
                seen.add(caller)
                pending.append(caller)
    return False


def _is_value(package: Package, function: Function) -> bool:
    """Tell whether the function is used other than by calling it."""
    for mention in mentions_of(package, function):
        parent = package.parent(mention)
        if not (isinstance(parent, Call) and parent.function is mention):
            return True
    return False


def _left_after(package: Package, caller: Function, call: Call, waiting: frozenset[Function]) -> bool | None:
    """Tell whether the caller returns once a call has failed, None where it may wait before or when it does so."""
    flow = flow_of(package, caller)
    graph, start = flow.graph, flow.graph.node_of.get(call)
    if start is None or any(start.index in graph.reachable_from(index) for index in _deferred(package, graph, waiting)):
        return None
    results = package.resolver.result_types(call)
    failed = Fact(is_nil(result_term(call, max(len(results) - 1, 0))), value=False)
    seen: set[tuple[int, Facts]] = {(start.index, frozenset({failed}))}
    queue = deque(seen)
    left = False
    while queue:
        index, facts = queue.popleft()
        node = graph.nodes[index]
        left |= node.origin is Ending.RETURN
        if index != start.index and _waits(package, node.origin, waiting):
            return None
        known = flow.after(node, facts)
        for edge in graph.successors[index]:
            there = flow.along(node, edge, known)
            if there is not None and (edge.target, there) not in seen:
                if len(seen) > _MOST_STATES:
                    return None
                seen.add((edge.target, there))
                queue.append((edge.target, there))
    return left


def _deferred(package: Package, graph: Graph, waiting: frozenset[Function]) -> list[int]:
    return [
        node.index for node in graph.nodes if isinstance(node.origin, Defer) and _waits(package, node.origin, waiting)
    ]


def _waits(package: Package, origin: object, waiting: frozenset[Function]) -> bool:
    call = origin.call if isinstance(origin, Defer | Go) else origin
    if not isinstance(call, Call):
        return False
    return package.callee(call).external == "sync.WaitGroup.Wait" or not waiting.isdisjoint(
        package.callee(call).functions
    )
