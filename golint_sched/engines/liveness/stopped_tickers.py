"""Loops that only a ticker moves, and that stay where they are once somebody stops it."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.liveness.channels import Channels, Key, channels_of, received
from golint_sched.engines.liveness.waits import keyword
from golint_sched.flow.graph import Enters, Graph
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, Expression, Name, Receive, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import For, Range, Select, SelectClause
from golint_sched.source import Span

_TICKER = "time.Ticker"


@dataclass(frozen=True, slots=True, eq=False)
class TickerStop:
    """Where a function calls the ticker's Stop (`place` is the call), or hands it on (`return t.Stop`)."""

    function: Function
    place: Call | Selector


@dataclass(frozen=True, slots=True, eq=False)
class Stranded:
    """A loop of `function` that waits for `ticks` and has no other way on once one of `stops` has run.

    `span` is the head of the range, the receive, or the keyword of a select with other cases. The loop
    `leaves` by a tick, or not at all.
    """

    function: Function
    span: Span
    ticks: Selector
    spawn: Spawn | None
    stops: tuple[TickerStop, ...]
    leaves: bool


@dataclass(frozen=True, slots=True)
class _Waits:
    """Where a loop waits for which ticks; `leaves` if a tick may end it, and nothing else does."""

    span: Span
    ticks: Selector
    leaves: bool = False


def stranded(package: Package) -> Iterator[Stranded]:
    """Yield the loops that wait for a ticker which somebody else stops, in source order.

    for range t.C { … }      for { <-t.C; … }      for { select { case <-t.C: if late() { return }; case … } }
                                                                                        // elsewhere: t.Stop()
    A loop with another way out is none, nor one whose ticker is started again, nor one that ends with the process.
    """
    channels = channels_of(package)
    stops, resets = _calls(package, channels)
    if not stops:
        return
    for function in package.bodies():
        if package.is_test(function) or package.is_process_lifetime(function):
            continue
        graph = package.graph(function)
        for loop in graph.loops():
            waits = _waits(package, channels, graph, loop)
            if waits is None or graph.regions[loop].start not in graph.reachable:
                continue
            keys = _keys(package, channels, waits.ticks)
            found = dict.fromkeys(
                stop
                for key in keys
                for stop in stops.get(key, ())
                if _is_elsewhere(package, function, stop.function)
                and not (waits.leaves and _may_know(package, function, stop.function))
            )
            if found and keys.isdisjoint(resets):
                spawn = next(iter(package.spawners(function)), None)
                yield Stranded(function, waits.span, waits.ticks, spawn, tuple(found), waits.leaves)


def _calls(package: Package, channels: Channels) -> tuple[dict[Key, list[TickerStop]], frozenset[Key]]:
    """Return the uses of Stop by ticker, and the tickers that some code resets."""
    stops: dict[Key, list[TickerStop]] = {}
    resets: set[Key] = set()
    for function in package.bodies():
        for node in package.inside(function, Selector):
            if node.field not in ("Stop", "Reset"):
                continue
            if not _is_tickers(package, node):
                continue
            keys = _keys(package, channels, node)
            if node.field == "Reset":
                resets |= keys
            elif not package.is_test(function):
                parent = package.parent(node)
                place = parent if isinstance(parent, Call) and parent.function is node else node
                for key in keys:
                    stops.setdefault(key, []).append(TickerStop(function, place))
    return stops, frozenset(resets)


def _is_elsewhere(package: Package, function: Function, other: Function) -> bool:
    """Tell whether a Stop in the other function can run while the loop waits, and the process goes on after it."""
    return other is not function and not package.is_process_lifetime(other)


def _may_know(package: Package, function: Function, stopper: Function) -> bool:
    """Tell whether the function that stops the ticker may know that a loop which a tick can end is over.

    It may if it waits for something, stands around the loop, or is called by the loop's own function alone.
    """
    if stopper.body is None or package.outermost(stopper) is package.outermost(function):
        return True
    waits = bool(package.nodes_of(stopper, (Receive, Select)))
    joins = any(
        isinstance(call.function, Selector) and call.function.field == "Wait" for call in package.calls(stopper)
    )
    if waits or joins:
        return True
    callers = {package.outermost(caller) for caller, _ in package.callers(stopper)}
    return not stopper.name[:1].isupper() and callers <= {package.outermost(function)}


def _waits(package: Package, channels: Channels, graph: Graph, loop: For | Range) -> _Waits | None:
    """Return the ticks without which the loop does not end, None where it has another way out."""
    found = _only_wait(package, graph, loop)
    if found is not None:
        return _Waits(*found)
    if isinstance(loop, Range) or not graph.loop_exits(loop):
        return None
    region = graph.regions[loop]
    ticked: dict[frozenset[Key], list[tuple[int, Span, Selector]]] = {}
    for index in region:
        clause = graph.nodes[index].origin
        receive = received(clause) if isinstance(clause, SelectClause) else None
        ticks = None if receive is None else _ticks(package, receive.channel)
        if ticks is not None and receive is not None:
            select = package.parent(clause) if isinstance(clause, SelectClause) else None
            span = keyword(select.span, "select") if isinstance(select, Select) else receive.span
            ticked.setdefault(_keys(package, channels, ticks), []).append((index, span, ticks))
    for keys, places in ticked.items():
        inside = graph.reachable_from(region.start, avoiding=frozenset(index for index, _, _ in places))
        if keys and not any(index not in region for index in inside):
            return _Waits(places[0][1], places[0][2], leaves=True)
    return None


def _only_wait(package: Package, graph: Graph, loop: For | Range) -> tuple[Span, Selector] | None:
    """Return where every turn of the loop waits for which `t.C`, None where the loop has a way out."""
    exits = graph.loop_exits(loop)
    if isinstance(loop, Range):
        if any(graph.nodes[source].origin is not loop or edge.guard != Enters(value=False) for source, edge in exits):
            return None
        ticks = _ticks(package, loop.subject)
        return None if ticks is None else (loop.span._replace(end=loop.subject.span.end), ticks)
    if exits:
        return None
    for index in graph.regions[loop]:
        wait = _receive(graph.nodes[index].origin)
        if wait is not None and all(graph.dominates(index, back) for back in _backs(graph, loop)):
            ticks = _ticks(package, wait.channel)
            if ticks is not None:
                return wait.span, ticks
    return None


def _receive(origin: object) -> Receive | None:
    """Return the receive of a node: `<-t.C`, or the only case of a select."""
    match origin:
        case Receive():
            return origin
        case Select(clauses=(clause,)):
            return received(clause)
        case _:
            return None


def _backs(graph: Graph, loop: For | Range) -> Iterator[int]:
    """Yield the nodes from which a turn of the loop goes to the next one."""
    region = graph.regions[loop]
    for index in region:
        if index in graph.reachable and any(edge.target == region.start for edge in graph.successors[index]):
            yield index


def _ticks(package: Package, channel: Expression) -> Selector | None:
    """Return the `t.C` of a time.Ticker that an expression means: itself, or what a variable or parameter holds."""
    if isinstance(channel, Name):
        values = [definition.value for definition in package.definitions(channel.variable)]
        if len(values) != 1:
            return None
        passed = _passed(package, channel.variable) if values[0] is None else values[0]
        if passed is None:
            return None
        channel = passed
    return channel if isinstance(channel, Selector) and channel.field == "C" and _is_tickers(package, channel) else None


def _is_tickers(package: Package, selector: Selector) -> bool:
    """Tell whether a selector means a field or method of a time.Ticker, which may be embedded."""
    member = package.resolver.member(selector)
    return package.type_name(selector.base) == _TICKER or (member is not None and member.owner == _TICKER)


def _keys(package: Package, channels: Channels, selector: Selector) -> frozenset[Key]:
    """Return the keys of the ticker whose field or method a selector means."""
    member = package.resolver.member(selector)
    if member is None or not member.path:
        return channels.keys(selector.base)
    owner = package.type_name(selector.base)
    return frozenset({("field", f"{owner}.{member.path[0]}")}) if owner and len(member.path) == 1 else frozenset()


def _passed(package: Package, variable: Variable) -> Expression | None:
    """Return what the only call of a function, in view, passes for a parameter: `go s.check(ticker.C)`."""
    function = package.definitions(variable)[0].function
    if function is None or variable not in function.parameters or function.name[:1].isupper():
        return None
    calls = package.callers(function)
    if len(calls) != 1 or (function.name and package.is_value(function)):
        return None
    ((_, call),) = calls
    position = function.parameters.index(variable)
    return call.arguments[position] if position < len(call.arguments) and not call.spread else None
