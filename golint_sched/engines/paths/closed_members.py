"""Closes of members of a collection that stays as it is: the next round finds them closed.

for event := range h.events {
    for c := range h.clients {
        select {
        case c.send <- event:
        default:
            close(c.send)       and c is still one of h.clients
        }
    }
}
"""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.channels.agreed import asks_flag, compares, is_agreed
from golint_sched.engines.channels.recovers import recovers
from golint_sched.engines.channels.uses import operation_on
from golint_sched.engines.paths.keys import Key, key_of
from golint_sched.flow.graph import Graph
from golint_sched.knowledge import blocking
from golint_sched.link.package import Package
from golint_sched.link.places import Place
from golint_sched.model.expressions import BuiltinName, Call, Expression, Name, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, For, If, Range, Send, SwitchClause
from golint_sched.model.walk import ModelNode, walk
from golint_sched.source import Span


@dataclass(frozen=True, slots=True)
class ClosedMember:
    """`close` closes the channel `key` of a member of what `loop` runs over; `span` uses it in the next round."""

    function: Function
    key: Key
    close: Call
    loop: Range
    span: Span
    sends: bool


def closed_members(package: Package) -> Iterator[ClosedMember]:
    """Yield the closes of members that the next round of the same loop uses again, in source order."""
    for function in package.bodies():
        if function.body is None or package.is_test(function) or package.file(function).generated:
            continue
        for close in package.calls(function):
            found = _closed_member(package, function, close) if _is_builtin(close, "close") else None
            if found is not None:
                yield found


def _is_builtin(call: Call, *names: str) -> bool:
    return isinstance(call.function, BuiltinName) and call.function.name in names


def _closed_member(package: Package, function: Function, close: Call) -> ClosedMember | None:
    key = key_of(package, close.arguments[0]) if len(close.arguments) == 1 else None
    if key is None or not isinstance(key.root, Variable):
        return None
    loop = next((each for each in package.ancestors(close) if _runs_over(each, key.root)), None)
    collection = package.place(loop.subject) if isinstance(loop, Range) else None
    if not isinstance(loop, Range) or collection is None or is_agreed(package, close) or recovers(package, function):
        return None
    around = list(package.ancestors(close))
    inside = around[: around.index(loop)]
    if any(isinstance(each, SwitchClause) or (isinstance(each, If) and compares(each.condition)) for each in inside):
        return None
    if asks_flag(package, function, function) or not _comes_again(package, function, close, loop, collection):
        return None
    uses = [node for node in walk(loop.body) if isinstance(node, Send) and key_of(package, node.channel) == key]
    if not uses:
        return ClosedMember(function, key, close, loop, close.span, sends=False)
    use = operation_on(package, uses[0].channel)
    span = use.select.span if use is not None and use.select is not None else uses[0].span
    return ClosedMember(function, key, close, loop, span, sends=True)


def _runs_over(node: ModelNode, variable: Variable) -> bool:
    """Tell whether a node is the loop that gives the variable one member after the other."""
    return isinstance(node, Range) and any(
        isinstance(target, Name) and target.variable is variable for target in (node.key, node.value)
    )


def _comes_again(package: Package, function: Function, close: Call, loop: Range, collection: Place) -> bool:
    """Tell whether a loop around the one over the members begins a new round with nothing taken out before."""
    graph = package.graph(function)
    first = graph.node_of.get(close)
    if first is None or first.index not in graph.reachable:
        return False
    member = key_of(package, close.arguments[0])
    assert member is not None
    kept = _changes(package, graph, collection, member)
    for outer in graph.loops_around(first.index):
        if outer is loop or not isinstance(outer, For | Range) or loop not in walk(outer.body):
            continue
        if isinstance(collection.root, Variable) and outer.span.start <= collection.root.span.start < outer.span.end:
            continue  # each round has a collection of its own
        if isinstance(loop.subject, Name) and _runs_over(outer, loop.subject.variable):
            continue  # each round has another list of them all
        head = graph.regions[outer].start
        start = graph.regions[loop].start
        after = graph.reachable_from(first.index, avoiding=kept)
        if head in after and start in graph.reachable_from(head, avoiding=kept):
            return True
    return False


def _changes(package: Package, graph: Graph, collection: Place, member: Key) -> frozenset[int]:
    """Return the nodes that may take the member out, give it another channel, or say that it is to be taken out."""
    found: set[int] = set()
    for node in graph.nodes:
        match node.origin:
            case Call() as call if _may_change(package, call, collection, member):
                found.add(node.index)
            case Assign(targets=targets, values=values):
                stored = any(target is not None and _touches(package, target, collection, member) for target in targets)
                if stored or any(_mentions(value, member) for value in values):
                    found.add(node.index)
            case Send(value=value) if _mentions(value, member):
                found.add(node.index)
            case _:
                pass
    return frozenset(found)


def _may_change(package: Package, call: Call, collection: Place, member: Key) -> bool:
    if _is_builtin(call, "delete", "clear"):
        place = package.place(call.arguments[0]) if call.arguments else None
        # `delete(waiters, key)` takes out all that is in `waiters[key]`.
        return place is not None and place.root == collection.root and _begins(collection, place)
    if _is_builtin(call, "close", "len", "cap"):
        return False
    if blocking.is_harmless(package.callee(call).external):
        return False
    base = (call.function.base,) if isinstance(call.function, Selector) else ()
    return any(_touches(package, each, collection, member) for each in (*base, *call.arguments))


def _begins(inner: Place, outer: Place) -> bool:
    return inner.path[: len(outer.path)] == outer.path


def _touches(package: Package, expression: Expression, collection: Place, member: Key) -> bool:
    """Tell whether an expression begins with what holds the collection, or with the member."""
    place = package.place(expression)
    return place is None or place.root == collection.root or _mentions(expression, member)


def _mentions(expression: Expression, member: Key) -> bool:
    return any(isinstance(node, Name) and node.variable is member.root for node in walk(expression))
