"""Sends of a goroutine that wait for ever once its consumers have gone with the context."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.liveness.channels import Channels, Operation, Signal, received
from golint_sched.engines.liveness.exits import Exits
from golint_sched.engines.liveness.work import Part
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, Expression, Name
from golint_sched.model.functions import Function
from golint_sched.model.statements import Range, Return, Select, SelectClause, Send
from golint_sched.model.walk import walk


@dataclass(frozen=True, slots=True, eq=False)
class Abandoned:
    """A bare send on a channel without a buffer whose receivers may go away.

    `sibling` is a select of the same goroutine that does observe the context, None where the goroutine has none.
    """

    send: Send
    part: Part
    sibling: Select | None


def abandoned_sends(exits: Exits, spawn: Spawn, parts: tuple[Part, ...]) -> Iterator[Abandoned]:
    """Yield the bare sends that outlive a cancelled context, in the order of the goroutine's calls.

    go func() {                           go func() {
        defer close(out)                      for {
        for _, item := range items {              select {
            out <- item                           case <-ctx.Done():
        }                                             return
    }()                                           case v := <-in:
    return out                                        out <- v
                                                  }
    """
    package, channels = exits.package, exits.channels
    mine = {part.function for part in parts}
    for part in parts:
        graph = package.graph(part.function)
        sibling = _sibling(channels, part.function)
        for node in graph.nodes:
            if not isinstance(node.origin, Send) or node.index not in graph.reachable:
                continue
            send = node.origin
            if not channels.is_unbuffered(send.channel) or _is_drained(exits, spawn, send, mine):
                continue
            returned = _is_returned(channels, spawn.function, send.channel)
            if returned if sibling is None else graph.loops_around(node.index):
                yield Abandoned(send, part, sibling)


def _sibling(channels: Channels, function: Function) -> Select | None:
    """Return the function's first select that observes a context."""
    if function.body is None:
        return None
    for node in walk(function.body):
        if isinstance(node, Select):
            for clause in node.clauses:
                receive = received(clause)
                if receive is not None and channels.signal(receive.channel) is Signal.CONTEXT:
                    return node
    return None


def _is_returned(channels: Channels, function: Function, channel: Expression) -> bool:
    """Tell whether the function hands the channel to its caller."""
    keys = channels.keys(channel)
    if function.body is None:
        return False
    return any(
        isinstance(node, Return)
        and any(isinstance(value, Name) and channels.keys(value) & keys for value in node.values)
        for node in walk(function.body)
    )


def _is_drained(exits: Exits, spawn: Spawn, send: Send, mine: set[Function]) -> bool:
    """Tell whether the receivers in view stay to the end, or are the channel engine's matter.

    A receiver in the function that starts the goroutine is in its view; one elsewhere must not be able to leave.
    """
    package, channels = exits.package, exits.channels
    home = package.outermost(spawn.function)
    receives = [found for found in channels.receives(send.channel) if found.function not in mine]
    if any(package.outermost(found.function) is home for found in receives):
        return True
    consumers = [*receives, *_consumers_of_result(package, channels, spawn.function, send)]
    return bool(consumers) and all(_stays(package, found) for found in consumers)


def _consumers_of_result(package: Package, channels: Channels, function: Function, send: Send) -> Iterator[Operation]:
    """Yield the receives of callers that get the channel as the function's result."""
    if not _is_returned(channels, function, send.channel):
        return
    for caller, call in package.callers(function):
        found = list(_uses_of(package, channels, caller, call))
        yield from found


def _uses_of(package: Package, channels: Channels, caller: Function, call: Call) -> Iterator[Operation]:
    parent = package.parent(call)
    if isinstance(parent, Range) and parent.subject is call:
        yield Operation(caller, parent)
        return
    targets = getattr(parent, "targets", ()) or getattr(parent, "variables", ())
    for target in targets:
        if isinstance(target, Name):
            yield from channels.receives(target)


def _stays(package: Package, operation: Operation) -> bool:
    """Tell whether a receiver takes every value: a range that nothing leaves before the close."""
    if not isinstance(operation.node, Range):
        around = next(iter(package.ancestors(operation.node)), None)
        return not isinstance(around, SelectClause) and bool(
            [loop for loop in package.ancestors(operation.node) if isinstance(loop, Range)]
        )
    graph = package.graph(operation.function)
    head = graph.regions[operation.node].start
    return all(source == head for source, _ in graph.loop_exits(operation.node))
