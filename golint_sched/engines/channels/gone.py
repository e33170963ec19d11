"""Sends to a consumer out of view that do not hear of its end, although what holds the channel tells of it.

for … { watcher.Lines <- line }         // elsewhere in the package
                                        select {
                                        case watcher.Lines <- line:
                                        case <-watcher.Gone(): return
                                        }
"""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.channels.uses import operation_on, struct_literals
from golint_sched.engines.liveness.channels import Channels, Signal, received
from golint_sched.link import Package
from golint_sched.model.expressions import Call, Expression, Name, Receive, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Range, Select, SelectClause, Send

_ENDS = (Signal.CONTEXT, Signal.STOP)


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A case of a select in `function` that hears that a consumer has gone."""

    function: Function
    select: Select
    receive: Receive


@dataclass(frozen=True, slots=True, eq=False)
class Unheard:
    """A send, in a loop of `function`, that goes on for as long as its consumer listens; `heard` says how to know."""

    function: Function
    send: Send
    heard: Heard


def unheard(package: Package) -> Iterator[Unheard]:
    """Yield the bare sends of a package to consumers whose end other code of the package listens for, in order."""
    sends = list(_sends(package))
    if not sends:
        return
    channels = Channels(package)
    heard = list(_heard(package, channels))
    in_view = {name for function in package.bodies() for name in _received(package, function)}
    in_view.update(_given(package))
    for function, send, name in sorted(sends, key=lambda one: one[1].span):
        owner = name.rpartition(".")[0]
        if name in in_view:
            continue
        others = [one for one in heard if one.function is not function]
        by_method = [one for one in others if _is_of_owner(package, one, owner)]
        by_sender = [one for one in others if any(_is_send(package, clause, name) for clause in one.select.clauses)]
        for one in (by_method + by_sender)[:1]:
            yield Unheard(function, send, one)


def _sends(package: Package) -> Iterator[tuple[Function, Send, str]]:
    """Yield the bare sends that may be repeated, on channels in exported fields, with the names of these."""
    for function in package.bodies():
        if function.body is None or package.is_test(function) or package.file(function).generated:
            continue
        for node in package.inside(function, Send):
            if name := _field(package, node.channel):
                use = operation_on(package, node.channel)
                if use is not None and use.blocks and _repeats(package, function, use.select or node):
                    yield function, node, name


def _field(package: Package, channel: Expression) -> str:
    """Return `Type.Field` of a channel in an exported field, or of a variable that holds such a one; "" for others."""
    if isinstance(channel, Name):
        values = [definition.value for definition in package.definitions(channel.variable)]
        return _field(package, values[0]) if len(values) == 1 and isinstance(values[0], Selector) else ""
    if not isinstance(channel, Selector) or not channel.field[:1].isupper():
        return ""
    owner = package.type_name(channel.base)
    return f"{owner}.{channel.field}" if owner else ""


def _repeats(package: Package, function: Function, node: Send | Select) -> bool:
    """Tell whether control may come back to a node: a send before the way out of a loop is a single one."""
    graph = package.graph(function)
    found = graph.node_of.get(node)
    return found is not None and any(
        found.index in graph.reachable_from(edge.target) for edge in graph.successors[found.index]
    )


def _received(package: Package, function: Function) -> Iterator[str]:
    for node in () if package.is_test(function) else package.nodes_of(function, (Receive, Range)):
        match node:
            case Receive(channel=channel) | Range(subject=channel):
                yield _field(package, channel)
            case _:
                pass


def _given(package: Package) -> Iterator[str]:
    """Yield the fields that are given a channel which somebody here has under another name."""
    for literal in struct_literals(package):
        owner = package.type_name(literal)
        for element in literal.elements:
            if element.key is None or not package.is_channel_make(element.value):
                yield f"{owner}.{element.field}"
    for function in package.bodies():
        for node in package.inside(function, Assign):
            for place, target in enumerate(node.targets):
                value = node.values[place] if len(node.values) == len(node.targets) else None
                if isinstance(target, Selector) and not package.is_channel_make(value):
                    yield _field(package, target)


def _heard(package: Package, channels: Channels) -> Iterator[Heard]:
    """Yield the cases that hear a stop, a method's or a context's."""
    for function in package.bodies():
        if function.body is None or package.is_test(function):
            continue
        for node in package.inside(function, Select):
            for clause in node.clauses:
                receive = received(clause)
                if receive is not None and channels.signal(receive.channel) in _ENDS:
                    yield Heard(function, node, receive)


def _is_of_owner(package: Package, heard: Heard, owner: str) -> bool:
    """Tell whether a case asks what holds the channel, by a method: `<-watcher.Closed()`."""
    match heard.receive.channel:
        case Call(function=Selector(base=base), arguments=()):
            return package.type_name(base) == owner
        case _:
            return False


def _is_send(package: Package, clause: SelectClause, name: str) -> bool:
    return isinstance(clause.operation, Send) and _field(package, clause.operation.channel) == name


__all__ = ["Heard", "Unheard", "unheard"]
