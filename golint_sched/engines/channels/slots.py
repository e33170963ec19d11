"""Tells buffered channels whose values are slots: who sends takes one, who receives gives back what is there.

case p.slots <- struct{}{}:         func (p *pool) finished(id int) {
case <-ctx.Done(): return               <-p.slots
}                                       …
p.queue <- task
"""

from golint_sched.engines.channels.amounts import Amount
from golint_sched.engines.channels.uses import Operation, Shared, Use
from golint_sched.flow.graph import Graph
from golint_sched.link import Package
from golint_sched.model.expressions import Call, Receive
from golint_sched.model.functions import Function
from golint_sched.model.statements import ExpressionStatement, Go, Select, SelectClause, Send

_DEPTH = 2  # calls in which work is handed on


def gives_slot_back(package: Package, channel: Shared, use: Use, takers: tuple[Use, ...]) -> bool:
    """Tell whether a receive gives back a slot that was taken for the work which has come to its end here.

    That is so where nobody looks at the values, and whoever sends one hands work on to others before the next. A
    receive in a loop waits for one event after the other, and needs more than was sent for it.
    """
    if use.operation is not Operation.RECEIVE or any(size == Amount() for _, size in channel.made):
        return False
    unseen = all(
        isinstance(each.node, Receive) and isinstance(package.parent(each.node), ExpressionStatement)
        for each in channel.of(Operation.RECEIVE)
    )
    return unseen and not package.in_loop(use.node) and all(_hands_work_on(package, each, channel) for each in takers)


def _hands_work_on(package: Package, taker: Use, channel: Shared) -> bool:
    """Tell whether who takes a slot goes on to start a goroutine or to send to somebody before it takes the next."""
    function = package.owner(taker.node)
    if function is None or taker.select is None:
        return False
    graph = package.graph(function)
    clause, wait = _clause(taker.select, taker), graph.node_of.get(taker.select)
    if clause is None or clause not in graph.node_of or wait is None:
        return False
    after = graph.reachable_from(graph.node_of[clause].index, avoiding=frozenset({wait.index}))
    return any(_is_handing(package, graph, index, channel) for index in after)


def _clause(select: Select, use: Use) -> SelectClause | None:
    return next((each for each in select.clauses if each.operation is use.node), None)


def _is_handing(package: Package, graph: Graph, index: int, channel: Shared) -> bool:
    match graph.nodes[index].origin:
        case Go():
            return True
        case Send() as send:
            return all(use.node is not send for use in channel.uses)
        case Call() as call:
            return any(_hands(package, each, channel, _DEPTH) for each in package.callee(call).functions)
        case _:
            return False


def _hands(package: Package, function: Function, channel: Shared, depth: int) -> bool:
    """Tell whether a function starts a goroutine, or sends on another channel, itself or in what it calls."""
    if function.body is None:
        return False
    if package.spawns(function) or any(
        all(use.node is not send for use in channel.uses) for send in package.inside(function, Send)
    ):
        return True
    called = (each for call in package.calls(function) for each in package.callee(call).functions)
    return depth > 0 and any(_hands(package, each, channel, depth - 1) for each in called)
