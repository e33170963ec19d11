"""Closes of a channel that the path has closed already, of channels that are followed by name.

defer close(s.done)             s.Close()
…                               …
close(s.done)                   s.Close()
"""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.channels.agreed import compares, is_agreed, is_told, keeps_flag
from golint_sched.engines.channels.recovers import recovers
from golint_sched.engines.paths.keys import Key, key_of
from golint_sched.engines.paths.protocol import Action, Effect, Protocol, Repeat
from golint_sched.engines.paths.state import Again
from golint_sched.engines.paths.walk import Walker
from golint_sched.link.package import Package
from golint_sched.model.expressions import BuiltinName, Call, Expression, FunctionLiteral, Receive, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Declare,
    Defer,
    For,
    If,
    Range,
    Select,
    SelectClause,
    Send,
    Switch,
    SwitchClause,
)
from golint_sched.model.walk import ModelNode, walk
from golint_sched.source import Span


@dataclass(frozen=True, slots=True)
class ClosedTwice:
    """`function` closes the channel `key`, or calls what does, and does so again on one path."""

    function: Function
    key: Key
    again: Again


@dataclass(frozen=True, slots=True)
class SentAfter:
    """`function` sends on the channel `key` on a path that has closed it."""

    function: Function
    key: Key
    close: Call
    send: Send


@dataclass(frozen=True, slots=True)
class DeferredTwice:
    """`function` has put off `deferred`, and comes to `close`, which closes the same channel `key`."""

    function: Function
    key: Key
    deferred: Call
    close: Call


@dataclass(frozen=True, slots=True)
class Followed:
    """What was found, and the functions that have too many paths to follow them all."""

    found: tuple[ClosedTwice, ...]
    capped: tuple[Function, ...]


def sent_after(package: Package) -> Iterator[SentAfter]:
    """Yield the sends that come after a close in the same turn of the same function, in source order.

    if err != nil {
        close(out)
    }
    out <- v
    """
    for function in package.bodies():
        if function.body is None or package.is_test(function) or package.file(function).generated:
            continue
        closes = [call for call in package.calls(function) if _is_close(call) and len(call.arguments) == 1]
        if not closes or recovers(package, function) or keeps_flag(package, function, function):
            continue
        sends = package.inside(function, Send) if closes else ()
        for send in sends:
            close = next((each for each in closes if _precedes(package, function, each, send)), None)
            key = key_of(package, send.channel)
            if close is not None and key is not None:
                yield SentAfter(function, key, close, send)


def deferred_twice(package: Package) -> Iterator[DeferredTwice]:
    """Yield the closes that the function has put off to its end, and that a path comes to besides, in source order.

    defer close(out)
    …
    if last { close(out); return }

    What says on which path the second one stands does not matter: the deferred one runs on all of them.
    """
    for function in package.bodies():
        if function.body is None or package.is_test(function) or package.file(function).generated:
            continue
        closes = [call for call in package.calls(function) if _is_close(call) and len(call.arguments) == 1]
        for deferred in closes:
            statement = package.parent(deferred)
            if not isinstance(statement, Defer) or any(True for each in package.ancestors(statement) if _decides(each)):
                continue
            for close in closes:
                if close is not deferred and _joins(package, function, statement, deferred, close):
                    key = key_of(package, close.arguments[0])
                    assert key is not None
                    yield DeferredTwice(function, key, deferred, close)


def _decides(node: ModelNode) -> bool:
    return isinstance(node, If | Select | Switch | SwitchClause | SelectClause | For | Range)


def _joins(package: Package, function: Function, statement: Defer, deferred: Call, close: Call) -> bool:
    """Tell whether a path leads from a deferred close to another close of the same channel."""
    key = key_of(package, deferred.arguments[0])
    if key is None or key != key_of(package, close.arguments[0]) or isinstance(package.parent(close), Defer):
        return False
    if any(not isinstance(step, str) for step in key.path) or recovers(package, function):
        return False
    if _is_asked(package, close) or keeps_flag(package, function, function):
        return False
    graph = package.graph(function)
    first, last = graph.node_of.get(statement), graph.node_of.get(close)
    if first is None or last is None or first.index not in graph.reachable:
        return False
    stores = frozenset(node.index for node in graph.nodes if isinstance(node.origin, Assign | Declare | Range))
    moved = frozenset(index for index in stores if _moves(package, graph.nodes[index].origin, key))
    return last.index in graph.reachable_from(first.index, avoiding=moved)


def _precedes(package: Package, function: Function, close: Call, send: Send) -> bool:
    """Tell whether a path leads from the close to the send, forwards, with nothing that tells the two apart."""
    key = key_of(package, send.channel)
    if key is None or key != key_of(package, close.arguments[0]) or close.span.start > send.span.start:
        return False
    graph = package.graph(function)
    first, last = graph.node_of.get(close), graph.node_of.get(send)
    if first is None or last is None or isinstance(package.parent(close), Defer) or first.index not in graph.reachable:
        return False
    around = set(package.ancestors(close))
    if _is_asked(package, close):
        return False
    apart = (each for each in package.ancestors(send) if each not in around)
    if any(isinstance(each, If | Select | SwitchClause) for each in apart):
        return False
    stores = frozenset(node.index for node in graph.nodes if isinstance(node.origin, Assign | Declare | Range))
    moved = frozenset(index for index in stores if _moves(package, graph.nodes[index].origin, key))
    heads = frozenset(graph.regions[loop].start for loop in graph.loops_around(first.index))
    return last.index in graph.reachable_from(first.index, avoiding=moved | heads)


def _moves(package: Package, origin: object, key: Key) -> bool:
    """Tell whether a store makes the key mean another channel."""
    targets = origin.targets if isinstance(origin, Assign) else ()
    if isinstance(origin, Range):
        targets = (origin.key, origin.value)
    if isinstance(origin, Declare):
        return any(variable is key.root for variable in origin.variables)
    for target in targets:
        named = key_of(package, target) if target is not None else None
        if named is not None and named.root is key.root and key.path[: len(named.path)] == named.path:
            return True
    return False


def _action(package: Package, call: Call) -> Action | None:
    """`close(s.done)`, unless something around it says whether it is still open."""
    function = call.function
    if not (isinstance(function, BuiltinName) and function.name == "close" and len(call.arguments) == 1):
        return None
    key = key_of(package, call.arguments[0])
    if key is None or _is_guarded(package, call) or is_agreed(package, call):
        return None
    return Action(Effect.ACQUIRE, key)


# A closed channel: closing it again panics.
_CLOSED = Protocol(name="closed channel", repeat=Repeat.BLOCKS, action=_action)


def closed_twice(package: Package) -> Followed:
    """Return the closes of what the path has closed before, in source order, one for each close."""
    if not any(_is_close(call) for function in package.bodies() for call in package.calls(function)):
        return Followed((), ())
    walker = Walker(package, _CLOSED)
    found: list[ClosedTwice] = []
    seen: set[object] = set()
    for function, keys in walker.reach.concerned.items():
        if package.is_test(function) or package.file(function).generated or recovers(package, function):
            continue
        for key in keys:
            if any(not isinstance(step, str) for step in key.path):
                continue  # an element: each has a channel of its own
            for again in walker.walk(function, key).again:
                pair = (again.hold.origin, again.wanted.origin)
                if again.moved or pair in seen or _is_told(package, again) or _is_new(package, function, key, again):
                    continue
                seen.add(pair)
                found.append(ClosedTwice(function, key, again))
    return Followed(tuple(sorted(found, key=lambda each: each.again.wanted.origin.span)), walker.capped)


def _is_told(package: Package, again: Again) -> bool:
    """Tell whether each turn of a loop closes when somebody says so, who may say it once.

    It is told by a case of a select, or by what is received in the turn: `if m := <-ch; m.last { close(done) }`.
    """
    close = again.wanted.origin
    if close is not again.hold.origin:
        return False
    return is_told(package, close) or any(isinstance(each, SelectClause) for each in package.ancestors(close))


def _is_new(package: Package, function: Function, key: Key, again: Again) -> bool:
    """Tell whether each turn of a loop puts the close off for a channel of its own.

    for _, path := range paths {
        done := make(chan struct{})
        defer close(done)
    }
    """
    close = again.wanted.origin
    if close is not again.hold.origin or not isinstance(key.root, Variable) or function.body is None:
        return False
    graph = package.graph(function)
    for loop in walk(function.body):
        if isinstance(loop, For | Range) and _lies_in(close.span, loop.body.span):
            region = graph.regions.get(loop, range(0))
            stores = (graph.nodes[index].origin for index in region)
            if _lies_in(key.root.span, loop.body.span):
                return True
            if isinstance(package.parent(close), Defer) and any(_moves(package, each, key) for each in stores):
                return True
    return False


def _lies_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end


def _is_close(call: Call) -> bool:
    return isinstance(call.function, BuiltinName) and call.function.name == "close"


def _is_guarded(package: Package, close: Call) -> bool:
    """Tell whether a select, a switch, a sync.Once or a recover decides about the close, or makes up for it.

    select { case <-done: default: close(done) }        once.Do(func() { close(done) })
    """
    if _is_asked(package, close):
        return True
    for around in package.ancestors(close):
        if isinstance(around, SwitchClause | Switch) or (isinstance(around, If) and compares(around.condition)):
            return True
    function = package.owner(close)
    if function is None or recovers(package, function) or keeps_flag(package, function, function):
        return True
    return any(literal is not None and _is_handed(package, literal) for literal in _literals_around(package, function))


def _literals_around(package: Package, function: Function) -> Iterator[FunctionLiteral | None]:
    """Yield a literal and those around it: what runs once runs once in all that it contains."""
    around: Function | None = function
    while around is not None:
        yield package.tables.literal_nodes.get(around)
        around = package.enclosing(around)


def _is_asked(package: Package, close: Call) -> bool:
    """Tell whether a select says that the channel is still open: its other cases receive from it."""
    for around in package.ancestors(close):
        if isinstance(around, SelectClause) and around.operation is None:
            select = package.parent(around)
            if isinstance(select, Select) and any(
                _receives(package, clause, close.arguments[0]) for clause in select.clauses
            ):
                return True
    return False


def _is_handed(package: Package, literal: FunctionLiteral) -> bool:
    """Tell whether a literal is run by something else, which may run it once only, and not at once."""
    parent = package.parent(literal)
    return isinstance(parent, Call) and parent.function is not literal


def _receives(package: Package, clause: SelectClause, channel: Expression) -> bool:
    if clause.operation is None:
        return False
    place = package.place(channel)
    return any(isinstance(node, Receive) and package.place(node.channel) == place for node in walk(clause.operation))
