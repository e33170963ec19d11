"""Operations whose counterpart stands in a loop that may have been told to stop.

// goroutine 1                          // goroutine 2
for {                                   s.events <- event
select {
case event := <-s.events: …
case <-s.stop: return
}
}
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from golint_sched.engines.channels.agreed import asks_what_is_set
from golint_sched.engines.channels.closed_behind import JOINS, is_closed_behind
from golint_sched.engines.channels.own_stops import given, gives_it_itself, starts
from golint_sched.engines.channels.shared import shared_channels
from golint_sched.engines.channels.slots import gives_slot_back
from golint_sched.engines.channels.uses import Operation, Shared, Use
from golint_sched.engines.liveness.channels import Channels, Key, Signal, channels_of, received
from golint_sched.engines.liveness.peers import peers_of
from golint_sched.engines.liveness.work import parts_of
from golint_sched.flow.graph import Ending, Graph
from golint_sched.link import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, Receive, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, For, Select, SelectClause
from golint_sched.source import Span

_DEPTH = 2  # calls in which a stop is looked for
_ENDS = (Signal.CONTEXT, Signal.STOP)
_LOCKING = frozenset({"Lock", "RLock", "Unlock", "RUnlock"})


@dataclass(frozen=True, slots=True, eq=False)
class Leaving:
    """A counterpart: the use, and the case of `stop` by which its loop in `function` leaves, with nothing after it."""

    function: Function
    use: Use
    stop: Receive
    clause: SelectClause


@dataclass(frozen=True, slots=True, eq=False)
class Deserted:
    """A use of `channel` in `function` that waits for ever once all `leaving` have left.

    `selecting` is a use of the same kind that knows of the stop and selects on it, or the select in the function itself
    that does; None where there is no such evidence. `spawn` starts the function as a goroutine, if one does. `known`
    says that whoever comes to the use knows that the loop still runs.
    """

    function: Function
    channel: Shared
    use: Use
    leaving: tuple[Leaving, ...]
    selecting: Select | None
    spawn: Spawn | None
    known: bool = False


@lru_cache(maxsize=1)
def deserted(package: Package) -> tuple[Deserted, ...]:
    """Return the bare uses of a package's own channels whose every counterpart may have left, in source order."""
    channels = channels_of(package)
    found: list[Deserted] = []
    for channel in shared_channels(package, copies=True):
        sends, receives, closes = (channel.of(operation) for operation in Operation)
        if channel.is_unbuffered:
            found += _between(package, channels, channel, sends, receives)
        if channel.made and not closes:
            found += _between(package, channels, channel, receives, sends)
    return tuple(sorted(found, key=lambda one: one.use.node.span))


def _between(
    package: Package, channels: Channels, channel: Shared, uses: tuple[Use, ...], others: tuple[Use, ...]
) -> Iterator[Deserted]:
    """Yield those of `uses` that block once all of `others` have left."""
    blocking = [use for use in uses if use.blocks]
    if not blocking or not others:
        return
    ways: list[tuple[Leaving, ...]] = []
    for other in others:
        found = tuple(_leaving(package, channels, other, others))
        if not found:
            return
        ways.append(found)
    loops = {each[0].function for each in ways}
    users = {package.outermost(each) for each in loops}
    for_tests = _is_for_tests(package, channel, loops)
    peers = peers_of(package)
    served = {part.function for each in loops for part in parts_of(package, each)}
    for use in blocking:
        function = package.owner(use.node)
        if function is None or package.is_test(function) or package.file(function).generated:
            continue
        if package.outermost(function) in users or function in served or is_locked(package, function, use):
            continue  # a semaphore, or a loop that feeds itself; a lock that the stopping side may wait for
        if for_tests or peers.comes_from_outside(use.subject):
            continue  # others make the channel, and take from theirs
        if gives_slot_back(package, channel, use, others):
            continue
        leaving = _left(package, channels, function, use, ways)
        stops = frozenset(key for each in leaving for key in _keys(channels, each.stop))
        if not leaving or _is_joined(package, channels, stops) or _asks_first(package, channels, function, stops):
            continue
        left = tuple((each.function, each.clause) for each in leaving)
        if is_closed_behind(channels, channel, left, stops, function):
            continue  # the send panics
        selecting = _selecting(channels, function, uses, stops)
        spawn = next(iter(package.spawners(function)), None)
        known = spawn is None and _callers_know(package, channels, function, tuple(leaving), stops)
        yield Deserted(function, channel, use, tuple(leaving), selecting, spawn, known)


def _is_for_tests(package: Package, channel: Shared, loops: set[Function]) -> bool:
    """Tell whether only tests make a channel, or only tests have the loops at its other end."""
    makers = [package.owner(make) for make, _ in channel.made]
    in_tests = [each is not None and package.is_test(each) for each in makers]
    return (bool(in_tests) and all(in_tests)) or all(package.is_test(each) for each in loops)


def _asks_first(package: Package, channels: Channels, function: Function, stops: frozenset[Key]) -> bool:
    """Tell whether a function, or what it calls, asks for a field that whoever closes the stop channel sets.

    c.mustBeOpen()              // if c.state != open { panic(…) }
    c.queue <- message          // elsewhere: c.state = closed; close(c.done)

    Or whether all who call it do.
    """
    closers = [
        each
        for each in package.bodies()
        for call in package.calls(each)
        if package.callee(call).external == "builtin.close" and not stops.isdisjoint(channels.keys(call.arguments[0]))
    ]

    def asks(asking: Function) -> bool:
        called = (callee for call in package.calls(asking) for callee in package.callee(call).functions)
        return any(asks_what_is_set(package, each, closer) for each in (asking, *called) for closer in closers)

    callers = {caller for caller, _ in package.callers(function)}
    return bool(closers) and (asks(function) or (bool(callers) and all(asks(each) for each in callers)))


def _left(
    package: Package, channels: Channels, function: Function, use: Use, ways: list[tuple[Leaving, ...]]
) -> tuple[Leaving, ...]:
    """Return how each counterpart can leave without the use's own goroutine having told it; none if one cannot."""
    node = package.graph(function).node_of.get(use.select or use.node)
    place = node.index if node is not None else -1
    found = [
        next(
            (
                each
                for each in way
                if not gives_it_itself(package, channels, function, place, _keys(channels, each.stop))
            ),
            None,
        )
        for way in ways
    ]
    leaving = tuple(each for each in found if each is not None)
    return leaving if len(leaving) == len(ways) else ()


def deserted_local(package: Package, channel: Shared, span: Span) -> Deserted | None:
    """Return the operation at `span` on a function's own channel as one whose counterparts may have left for a stop.

    None where one of them stands elsewhere than in an endless loop of a goroutine that hears a stop beside it.
    """
    use = next((each for each in channel.uses if each.node.span == span), None)
    function = package.owner(use.node) if use is not None else None
    if use is None or function is None or not use.blocks:
        return None
    channels = Channels(package)
    others = channel.of(Operation.RECEIVE if use.operation is Operation.SEND else Operation.SEND)
    leaving = [next(_leaving(package, channels, other, others), None) for other in others]
    served = [each for each in leaving if each is not None and _serves(package, each)]
    if not served or len(served) != len(others):
        return None
    stops = frozenset(key for each in served for key in _keys(channels, each.stop))
    selecting = _selecting(channels, function, channel.of(use.operation), stops)
    spawn = next(iter(package.spawners(function)), None)
    return Deserted(function, channel, use, tuple(served), selecting, spawn)


def _serves(package: Package, leaving: Leaving) -> bool:
    """Tell whether a counterpart is a goroutine of its own, in a loop that only the stop and a return end."""
    if not package.spawners(leaving.function) or leaving.use.select is None:
        return False
    graph = package.graph(leaving.function)
    loop = graph.loops_around(graph.node_of[leaving.use.select].index)[-1]
    return isinstance(loop, For) and loop.condition is None


def _callers_know(
    package: Package,
    channels: Channels,
    function: Function,
    leaving: tuple[Leaving, ...],
    stops: frozenset[Key],
) -> bool:
    """Tell whether all who call a function are in view, and start the loop or give the stop themselves.

    b := newBus()
    go b.serve()
    b.publish(event)
    close(b.stop)
    """
    callers = {package.outermost(caller) for caller, _ in package.callers(function) if not package.is_test(caller)}
    if not callers or package.is_value(function):
        return False
    loops = {each.function for each in leaving}
    return all(_gives(package, channels, caller, stops, _DEPTH) or starts(package, caller, loops) for caller in callers)


def _gives(package: Package, channels: Channels, function: Function, stops: frozenset[Key], depth: int) -> bool:
    """Tell whether a function closes the stop channel, itself or in what it calls."""
    for call in package.calls(function):
        callee = package.callee(call)
        if callee.external == "builtin.close" and call.arguments:
            if not stops.isdisjoint(channels.keys(call.arguments[0])):
                return True
        elif depth > 0 and any(_gives(package, channels, each, stops, depth - 1) for each in callee.functions):
            return True
    return False


def _leaving(package: Package, channels: Channels, use: Use, uses: tuple[Use, ...]) -> Iterator[Leaving]:
    """Yield how the loop around a use can leave by a stop signal without another use after it, case by case.

    The use has to be a case of the select that hears the stop. One in a case's body answers what the case has taken:
    who asked waits for an answer that comes.
    """
    function = package.owner(use.node)
    if function is None or function.body is None or use.select is None:
        return
    graph = package.graph(function)
    node = graph.node_of.get(use.select)
    if node is None or not graph.loops_around(node.index):
        return
    nodes = _nodes_of(package, function, graph, uses)
    if nodes is None:
        return
    for clause in use.select.clauses:
        stop = received(clause)
        if stop is None or stop is use.node or clause not in graph.node_of:
            continue
        if channels.signal(stop.channel) not in _ENDS:
            continue
        after = graph.reachable_from(graph.node_of[clause].index)
        if nodes.isdisjoint(after) and graph.endings.get(Ending.RETURN, -1) in after:
            yield Leaving(function, use, stop, clause)


def _nodes_of(package: Package, function: Function, graph: Graph, uses: tuple[Use, ...]) -> frozenset[int] | None:
    """Return the nodes of the uses in a function; None where a deferred call or a literal in it has one too."""
    found: set[int] = set()
    for use in uses:
        owner = package.owner(use.node)
        if owner is function:
            node = graph.node_of.get(use.select or use.node)
            if node is not None:
                found.add(node.index)
        elif owner is not None and package.outermost(owner) is package.outermost(function):
            return None
    return frozenset(found)


def _keys(channels: Channels, stop: Receive) -> frozenset[Key]:
    """Return what tells the stop signal apart: the channel, or the context whose Done it is."""
    channel = stop.channel
    if isinstance(channel, Call) and isinstance(channel.function, Selector):
        return channels.keys(channel.function.base)
    return channels.keys(channel)


def _is_joined(package: Package, channels: Channels, stops: frozenset[Key]) -> bool:
    """Tell whether who gives the stop signal waits for a group first: nobody is left to be deserted then."""
    for function in package.bodies():
        calls = sorted(package.calls(function), key=lambda call: isinstance(package.parent(call), Defer))
        joined = False
        for call in calls:
            joined = joined or package.callee(call).external in JOINS
            if joined and not stops.isdisjoint(given(package, channels, call)):
                return True
    return False


def is_locked(package: Package, function: Function, use: Use) -> bool:
    """Tell whether a lock may be held where the use stands: taken before, or released only, for somebody took it."""
    names = {
        call.function.field: call.span.start < use.node.span.start
        for call in reversed(package.calls(function))
        if isinstance(call.function, Selector) and call.function.field in _LOCKING
    }
    taken = [before for name, before in names.items() if name in ("Lock", "RLock")]
    return any(taken) or (bool(names) and not taken)


def _selecting(channels: Channels, function: Function, uses: tuple[Use, ...], stops: frozenset[Key]) -> Select | None:
    """Return a select on the stop signal around another use of the kind, or elsewhere in the function itself."""
    selects = [use.select for use in uses if use.select is not None]
    selects += channels.package.inside(function, Select)
    for select in selects:
        for clause in select.clauses:
            receive = received(clause)
            if receive is not None and not stops.isdisjoint(_keys(channels, receive)):
                return select
    return None
