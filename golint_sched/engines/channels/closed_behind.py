"""Tells whether a channel is closed behind whoever has left it: a send on it panics then, and waits for nobody.

case <-s.stop:                  func (s *sink) Close() {
    close(s.lines)                  close(s.stop)
    return                          s.done.Wait()
                                    close(s.lines)
                                }
"""

from golint_sched.engines.channels.own_stops import given
from golint_sched.engines.channels.uses import Operation, Shared
from golint_sched.engines.liveness.channels import Channels, Key
from golint_sched.flow.graph import Ending, Graph
from golint_sched.link import Package
from golint_sched.model.expressions import Call
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, SelectClause

JOINS = frozenset({"sync.WaitGroup.Wait", "golang.org/x/sync/errgroup.Group.Wait"})
_DEPTH = 2  # callers between a function and the go statement


def is_closed_behind(
    channels: Channels,
    channel: Shared,
    left: tuple[tuple[Function, SelectClause], ...],
    stops: frozenset[Key],
    function: Function,
) -> bool:
    """Tell whether one of those who leave by a clause closes a channel on its way, or all who give the stop signals.

    Not so where they wait for `function` first, which stands at the send for ever: then the close is never come to.
    """
    package = channels.package
    if not channel.of(Operation.CLOSE):
        return False
    counted = _is_started(package, function, _DEPTH)
    for leaver, clause in left:
        graph = package.graph(leaver)
        if _closes_after(package, graph, graph.node_of[clause].index, channel, counted=counted):
            return True
    ways = [
        (node is not None and _closes_after(package, graph, node.index, channel, counted=counted))
        for giver in package.bodies()
        if not package.is_test(giver)
        for call in package.calls(giver)
        if not stops.isdisjoint(given(package, channels, call))
        for graph in (package.graph(giver),)
        for node in (graph.node_of.get(call),)
    ]
    return bool(ways) and all(ways)


def _closes_after(package: Package, graph: Graph, start: int, channel: Shared, *, counted: bool) -> bool:
    """Tell whether a function does not return from a node on without having closed the channel."""
    closes: set[int] = set()
    deferred = False
    for use in channel.of(Operation.CLOSE):
        owner = package.owner(use.node)
        if owner is graph.function and isinstance(use.node, Call):
            deferred = deferred or isinstance(package.parent(use.node), Defer)
            node = graph.node_of.get(use.node)
            closes |= {node.index} if node is not None else set()
        elif owner is not None and package.enclosing(owner) is graph.function:
            deferred = deferred or _is_deferred(package, owner)
    after = graph.reachable_from(start, avoiding=frozenset(closes))
    if not deferred and graph.endings.get(Ending.RETURN, -1) in after:
        return False
    return not counted or not any(_waits(package, graph, index) for index in after)


def _waits(package: Package, graph: Graph, index: int) -> bool:
    origin = graph.nodes[index].origin
    return isinstance(origin, Call) and package.callee(origin).external in JOINS


def _is_deferred(package: Package, literal: Function) -> bool:
    """`defer func() { close(s.lines) }()`."""
    node = package.tables.literal_nodes.get(literal)
    call = package.parent(node) if node is not None else None
    return isinstance(call, Call) and call.function is node and isinstance(package.parent(call), Defer)


def _is_started(package: Package, function: Function, depth: int) -> bool:
    """Tell whether the package starts a function, or who calls it, as a goroutine: it may be waited for."""
    if package.spawners(function):
        return True
    return depth > 0 and any(_is_started(package, caller, depth - 1) for caller, _ in package.callers(function))
