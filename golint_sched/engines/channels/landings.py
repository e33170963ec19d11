"""Where control comes to in a program when it goes on from a node at which nothing happens to the scope."""

from collections.abc import Iterator, Sequence

from golint_sched.engines.channels.actions import Action, Counted, Program
from golint_sched.flow.graph import Graph
from golint_sched.model.functions import Function
from golint_sched.model.statements import Return, Select


def program_of(function: Function, graph: Graph, actions: Sequence[Action | None], *, recovers: bool) -> Program:
    """Return the program of a function that does `actions` at the nodes of its graph."""
    return Program(function, graph, tuple(actions), recovers, _landings(graph, actions))


def _landings(graph: Graph, actions: Sequence[Action | None]) -> tuple[int, ...]:
    """Return for each node the node at which something happens next, the node itself where that is it or is open.

    Most of a function is of no matter to the scope: statements between two operations, and conditions and loops after
    which, whatever they do, the same operation follows. They are passed in one step. The turns of a loop are counted
    by where control stands, so that no such step leads into a counted loop or out of one.
    """
    found = list(range(len(graph.nodes)))
    counted = [graph.regions[loop] for loop in graph.loops() if _is_counted(graph.regions[loop], actions)]
    for node in _after_what_follows(graph):
        if actions[node] is not None or isinstance(graph.nodes[node].origin, Return | Select):
            continue
        following = {found[edge.target] for edge in graph.successors[node]} - {node}
        if len(following) == 1:
            (target,) = following
            if all((node in region) == (target in region) for region in counted):
                found[node] = target
    # What leads back to the head of a loop that is of no matter came to stand before it was known where that leads.
    for node in range(len(found)):
        while found[found[node]] != found[node]:
            found[node] = found[found[node]]
    return tuple(found)


def _is_counted(region: range, actions: Sequence[Action | None]) -> bool:
    return any(isinstance(actions[node], Counted) for node in region)


def _after_what_follows(graph: Graph) -> Iterator[int]:
    """Yield the nodes that can be reached, each after those that it leads to, but for the way back in a loop."""
    seen = {0}
    stack: list[tuple[int, Iterator[int]]] = [(0, _targets(graph, 0))]
    while stack:
        node, following = stack[-1]
        target = next((each for each in following if each not in seen), None)
        if target is None:
            stack.pop()
            yield node
        else:
            seen.add(target)
            stack.append((target, _targets(graph, target)))


def _targets(graph: Graph, node: int) -> Iterator[int]:
    return (edge.target for edge in graph.successors[node])
