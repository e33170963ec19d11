"""Whether those who receive what a goroutine sends stay until it has sent for the last time."""

from collections.abc import Iterator

from golint_sched.engines.liveness.channels import Channels, Operation, received
from golint_sched.flow.graph import Ending, Graph
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, Name, Receive
from golint_sched.model.functions import Function
from golint_sched.model.statements import For, Range, Return, Select, SelectClause, Send


def stays(package: Package, operation: Operation) -> bool:
    """Tell whether a receiver takes every value: a range that nothing leaves before the close."""
    if not isinstance(operation.node, Range):
        around = next(iter(package.ancestors(operation.node)), None)
        return not isinstance(around, SelectClause) and bool(
            [loop for loop in package.ancestors(operation.node) if isinstance(loop, Range)]
        )
    graph = package.graph(operation.function)
    head = graph.regions[operation.node].start
    return all(source == head for source, _ in graph.loop_exits(operation.node))


def stays_to_the_last(channels: Channels, operation: Operation, root: Function, mine: set[Function]) -> bool:
    """Tell whether a receiver selects in a loop that it leaves only with the last thing that the goroutine sends.

    rows, failed := s.scan(ctx)                 go func() {
    for {                                           …; rows <- row; …
        select {                                    failed <- err
        case row := <-rows: …                   }()
        case err := <-failed: return err
        }
    }

    `root` is what the goroutine runs, `mine` that and what it calls.
    """
    package, node = channels.package, operation.node
    graph = package.graph(operation.function)
    select = next((each for each in package.ancestors(node) if isinstance(each, Select)), None)
    wait = graph.node_of.get(select) if select is not None else None
    if not isinstance(node, Receive) or select is None or wait is None:
        return False
    loop = next(reversed(graph.loops_around(wait.index)), None)
    if not isinstance(loop, For) or loop.condition is not None or not _comes_to(package, graph, node, loop):
        return False
    last = frozenset(
        graph.node_of[clause].index
        for clause in select.clauses
        if clause in graph.node_of and _brings_the_last(channels, clause, root, mine)
    )
    still = graph.reachable_from(graph.regions[loop].start, avoiding=last)
    return bool(last) and not any(source in still for source, _ in graph.loop_exits(loop))


def _comes_to(package: Package, graph: Graph, receive: Receive, loop: For) -> bool:
    """Tell whether a function that is given a channel by a call comes to the loop on every way from there."""
    channel = receive.channel
    definitions = package.definitions(channel.variable) if isinstance(channel, Name) else ()
    call = definitions[0].value if len(definitions) == 1 else None
    given = graph.node_of.get(call) if isinstance(call, Call) else None
    if given is None:
        return False
    before = graph.reachable_from(given.index, avoiding=frozenset({graph.regions[loop].start}))
    return graph.endings.get(Ending.RETURN, -1) not in before


def _brings_the_last(channels: Channels, clause: SelectClause, root: Function, mine: set[Function]) -> bool:
    """Tell whether a case receives what the goroutine sends once, with nothing to be sent by it any more."""
    receive = received(clause)
    sends = tuple(_sends_on(channels, receive.channel)) if receive is not None else ()
    return bool(sends) and all(
        found.function is root and isinstance(found.node, Send) and _is_last(channels.package, root, found.node, mine)
        for found in sends
    )


def _sends_on(channels: Channels, channel: Expression) -> Iterator[Operation]:
    """Yield the sends on a channel, also under the name that it has in the function which returns it."""
    yield from channels.sends(channel)
    package = channels.package
    for definition in package.definitions(channel.variable) if isinstance(channel, Name) else ():
        made, place = definition.value, definition.position or 0
        for function in package.callee(made).functions if isinstance(made, Call) else ():
            for statement in package.inside(function, Return):
                if place < len(statement.values):
                    yield from channels.sends(statement.values[place])


def _is_last(package: Package, root: Function, send: Send, mine: set[Function]) -> bool:
    graph = package.graph(root)
    around = package.parent(send)
    select = package.parent(around) if isinstance(around, SelectClause) else None
    node = graph.node_of.get(select if isinstance(select, Select) else send)
    if node is None:
        return False
    after = {index for edge in graph.successors[node.index] for index in graph.reachable_from(edge.target)}
    return not any(_sends(package, graph, index, mine) for index in after)


def _sends(package: Package, graph: Graph, index: int, mine: set[Function]) -> bool:
    match graph.nodes[index].origin:
        case Send():
            return True
        case Select(clauses=clauses):
            return any(isinstance(clause.operation, Send) for clause in clauses)
        case Call() as call:
            return not mine.isdisjoint(package.callee(call).functions)
        case _:
            return False
