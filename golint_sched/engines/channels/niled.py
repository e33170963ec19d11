"""Finds operations on a channel variable that a way to them has set to nil.

events, err := subscribe()
if err != nil {
        events = nil        // from here control comes to the receive, and nothing in between gives it a channel
}
…
<-events
"""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.channels.uses import Use, operation_on
from golint_sched.flow.graph import Graph, Node
from golint_sched.link import Package
from golint_sched.model.expressions import Binary, BuiltinName, Name, Unary
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, For, If, Range, SelectClause, SwitchClause, TypeClause
from golint_sched.model.walk import ModelNode


@dataclass(frozen=True, slots=True, eq=False)
class Niled:
    """A `use` in `function` of the channel that `assigned` sets to nil on the way there."""

    function: Function
    use: Use
    assigned: Assign


def niled(package: Package) -> Iterator[Niled]:
    """Yield the first such use of each variable, in source order."""
    found: list[Niled] = []
    for names in package.tables.names.values():
        targets = [assigned for name in names if (assigned := _set_to_nil(package, name)) is not None]
        if targets and _is_plain(package, names):
            found += _first(package, names, targets)
    yield from sorted(found, key=lambda one: one.use.node.span)


def _set_to_nil(package: Package, name: Name) -> Assign | None:
    """`ch = nil`."""
    match package.parent(name):
        case Assign(operator="=", targets=(target,), values=(BuiltinName(name="nil"),)) as assigned if target is name:
            return assigned
        case _:
            return None


def _is_plain(package: Package, names: tuple[Name, ...]) -> bool:
    """Tell whether one function alone deals with a channel variable, and asks nowhere whether it is nil."""
    owner = package.owner(names[0])
    if owner is None or len({package.owner(name) for name in names}) != 1 or package.is_test(owner):
        return False
    if package.file(owner).generated:
        return False
    parents = [package.parent(name) for name in names]
    return not any(
        isinstance(parent, Binary) or (isinstance(parent, Unary) and parent.operator == "&") for parent in parents
    )


def _first(package: Package, names: tuple[Name, ...], targets: list[Assign]) -> Iterator[Niled]:
    """Yield the first use that waits, stands under no condition of its own, and comes after one of the assignments."""
    function = package.owner(names[0])
    assert function is not None
    graph = package.graph(function)
    given = {node.index for name in names if (node := _assignment(package, graph, name)) is not None}
    for name in sorted(names, key=lambda one: one.span):
        use = operation_on(package, name)
        if use is None or not use.blocks or isinstance(use.node, Range):
            continue
        node = graph.node_of.get(use.select or use.node)
        if node is None:
            continue
        for assigned in targets:
            start = graph.node_of.get(assigned)
            if start is None or assigned.span.start > name.span.start:
                continue
            if _conditions(package, use.select or use.node) <= _conditions(package, assigned):
                others = frozenset(given - {start.index})
                if node.index in graph.reachable_from(start.index, avoiding=others):
                    yield Niled(function, use, assigned)
                    return


def _assignment(package: Package, graph: Graph, name: Name) -> Node | None:
    """Return the node of the graph at which a mention is given a value, None where it is not."""
    parent = package.parent(name)
    is_target = isinstance(parent, Assign) and any(target is name for target in parent.targets)
    return graph.node_of.get(parent) if is_target and isinstance(parent, Assign) else None


def _conditions(package: Package, node: ModelNode) -> frozenset[ModelNode]:
    """Return what decides whether a statement runs at all, or how often."""
    kinds = (If, For, Range, SelectClause, SwitchClause, TypeClause)
    own = package.parent(node)
    return frozenset(
        around
        for around in package.ancestors(node)
        if isinstance(around, kinds) and not (isinstance(around, SelectClause) and around is own)
    )
