"""Tells who gives a stop signal, and whether that leaves anybody to hear of it.

func (n *node) run() {
for { select { case e := <-n.ready: n.apply <- e; case <-n.halt: close(n.done); return } }
}
"""

from collections.abc import Iterator

from golint_sched.engines.liveness.channels import Channels, Key
from golint_sched.engines.liveness.contexts import is_cancellable
from golint_sched.flow.graph import Graph
from golint_sched.link import Package
from golint_sched.model.expressions import Call, Name
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Defer, Go

_DEPTH = 2  # calls between a function and the go statement
_CANCELLABLE = frozenset({"context.WithCancel", "context.WithCancelCause"})


def given(package: Package, channels: Channels, call: Call) -> frozenset[Key]:
    """Return the stop signals that a call gives: `close(stop)`, or `cancel()` of what nobody else can cancel."""
    if package.callee(call).external == "builtin.close" and call.arguments:
        return channels.keys(call.arguments[0])
    if not isinstance(call.function, Name):
        return frozenset()
    found: frozenset[Key] = frozenset()
    for definition in package.definitions(call.function.variable):
        made, statement = definition.value, definition.statement
        if not isinstance(made, Call) or not isinstance(statement, Assign) or definition.position != 1:
            continue
        own = package.callee(made).external in _CANCELLABLE and not is_cancellable(package, made.arguments[0])
        if own and statement.targets[0] is not None:
            found |= channels.keys(statement.targets[0])
    return found


def starts(package: Package, function: Function, started: set[Function], depth: int = _DEPTH) -> bool:
    """Tell whether a function starts one of `started` as a goroutine, itself or in what it calls."""
    if any(each in started for spawn in package.spawns(function) for each in spawn.callee.functions):
        return True
    called = (each for call in package.calls(function) for each in package.callee(call).functions)
    return depth > 0 and any(starts(package, each, started, depth - 1) for each in called)


def gives_it_itself(
    package: Package, channels: Channels, function: Function, place: int, stops: frozenset[Key]
) -> bool:
    """Tell whether a goroutine gives the stop signals itself, and comes to its node `place` no more after that.

    Whoever gives them elsewhere does so where the goroutine has not been started, and will not be.
    """
    started = package.spawners(function)
    if len(started) != 1 or package.in_loop(started[0].statement or started[0].call):
        return False  # of several, one gives the signal and another one hears nothing
    if not all(isinstance(key, tuple) and key[0] == "field" for key in stops):
        return False
    own = False
    for other in package.bodies():
        if package.is_test(other):
            continue
        graph = package.graph(other)
        for call in package.calls(other):
            if stops.isdisjoint(given(package, channels, call)):
                continue
            if other is not function and not _is_instead(package, graph, call, function):
                return False
            if other is function and not _is_after(package, graph, call, place):
                return False
            own = own or other is function
    return own


def _is_after(package: Package, graph: Graph, call: Call, place: int) -> bool:
    """Tell whether a call is made, at the end or deferred to it, where a node can no longer be reached."""
    if isinstance(package.parent(call), Defer):
        return True
    node = graph.node_of.get(call)
    return node is not None and place not in graph.reachable_from(node.index)


def _is_instead(package: Package, graph: Graph, call: Call, function: Function) -> bool:
    """Tell whether a call is made on a way through a function on which it does not start the goroutine.

    if err != nil { close(n.done); return }
    go n.run()
    """
    node = graph.node_of.get(call)
    starting = list(_starting(package, graph, function))
    return (
        node is not None
        and bool(starting)
        and not graph.reachable_from(node.index).intersection(starting)
        and not any(node.index in graph.reachable_from(each) for each in starting)
    )


def _starting(package: Package, graph: Graph, function: Function) -> Iterator[int]:
    """Yield the nodes at which a function starts the goroutine, itself or in what it calls."""
    for call in package.calls(graph.function):
        statement = package.parent(call)
        if isinstance(statement, Go):
            node = graph.node_of.get(statement)
            started = function in package.callee(call).functions
        else:
            node = graph.node_of.get(call)
            started = any(starts(package, each, {function}, _DEPTH - 1) for each in package.callee(call).functions)
        if started and node is not None:
            yield node.index
