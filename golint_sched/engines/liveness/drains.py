"""Receives that mean to empty a timer's channel, and wait for a tick that does not come."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from golint_sched.engines.liveness.channels import received
from golint_sched.flow.graph import Ending, Graph, Origin
from golint_sched.link.package import Package
from golint_sched.link.places import Place
from golint_sched.model.expressions import Call, Expression, FunctionLiteral, Name, Receive, Selector, Unary
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Block, Declare, Defer, If, SelectClause, Statement, SwitchClause
from golint_sched.model.walk import walk

_TIMER = "time.Timer"


class Cause(Enum):
    """Why the tick that a drain waits for does not come."""

    TAKEN = "it has been received already"
    STOPPED = "the timer has been stopped already"
    NO_CHANNEL = "a timer made by time.AfterFunc has no channel"


@dataclass(frozen=True, slots=True, eq=False)
class Drain:
    """A receive of `function` from the channel of a timer after `stop` said false, and what came before it."""

    function: Function
    receive: Receive
    timer: Expression
    stop: Call
    cause: Cause
    before: Expression


def drains(package: Package) -> Iterator[Drain]:
    """Yield the drains that can wait for ever, in source order.

    if !t.Stop() {        case <-t.C:             t := time.AfterFunc(d, f)
        <-t.C                 …                   …
    }                     }                       if !t.Stop() { <-t.C }
                          if !t.Stop() { <-t.C }
    """
    for function in package.bodies():
        for statement in package.inside(function, If):
            drain = _drain(package, statement)
            if drain is None:
                continue
            stop, receive = drain
            timer = _timer(package, receive.channel)
            place = None if timer is None else package.place(timer)
            found = None if place is None else _why(package, function, (stop, receive), place)
            if found is not None and timer is not None and not _knows_better(package, statement, found):
                yield Drain(function, receive, timer, stop, *found)


def _knows_better(package: Package, drain: If, found: tuple[Cause, Expression]) -> bool:
    """Tell whether a condition leads to the drain, and not to what came before: it may well ask if the timer runs.

    if pending > 0 { if !t.Stop() { <-t.C } }
    """
    cause, before = found
    return cause is not Cause.NO_CHANNEL and any(
        isinstance(around, If | SwitchClause) and not around.span.start <= before.span.start < around.span.end
        for around in package.ancestors(drain)
    )


def _drain(package: Package, statement: If) -> tuple[Call, Receive] | None:
    """Return the Stop and the receive of `if !t.Stop() { <-t.C }` and `if t.Stop() { … } else { <-t.C }`."""
    match statement.condition:
        case Unary(operator="!", operand=Call() as stop):
            branch: Statement | None = statement.then
        case Call() as stop:
            branch = statement.otherwise
        case _:
            return None
    if package.callee(stop).external != "time.Timer.Stop" or not isinstance(stop.function, Selector):
        return None
    place = package.place(stop.function.base)
    first = branch.statements[0] if isinstance(branch, Block) and branch.statements else None
    if place is None or first is None:
        return None
    for node in walk(first):
        if isinstance(node, FunctionLiteral | SelectClause):
            return None
        if isinstance(node, Receive):
            timer = _timer(package, node.channel)
            return (stop, node) if timer is not None and package.place(timer) == place else None
    return None


def _timer(package: Package, channel: Expression) -> Expression | None:
    """Return the `t` of `t.C` where that is a timer."""
    if isinstance(channel, Selector) and channel.field == "C" and package.type_name(channel.base) == _TIMER:
        return channel.base
    return None


def _why(
    package: Package, function: Function, drain: tuple[Call, Receive], place: Place
) -> tuple[Cause, Expression] | None:
    """Return why a drain can wait for ever, and the expression that shows it; None where it may well get its tick."""
    made = _without_channel(package, place)
    if made is not None:
        return Cause.NO_CHANNEL, made
    graph = package.graph(function)
    node = graph.node_of.get(drain[0])
    if node is None or node.index not in graph.reachable:
        return None
    found = _before(package, graph, place, drain, node.index)
    if found is None:
        found = _before_leaving(package, function, place, drain)
    return found


def _without_channel(package: Package, place: Place) -> Call | None:
    """Return the `time.AfterFunc(…)` that a local timer is always made by, None where something else makes it."""
    if not place.is_local or isinstance(place.root, str):
        return None
    values = [definition.value for definition in package.definitions(place.root)]
    made = [value for value in values if isinstance(value, Call)]
    if not made or len(made) < len(values):
        return None
    return made[0] if all(package.callee(each).external == "time.AfterFunc" for each in made) else None


def _before(
    package: Package, graph: Graph, place: Place, drain: tuple[Call, Receive], goal: int
) -> tuple[Cause, Expression] | None:
    """Return what takes the tick or stops the timer and is followed by the node `goal`, with no new start between."""
    fresh = frozenset(node.index for node in graph.nodes if _starts(package, node.origin, place))
    for node in graph.nodes:
        cause = _ends(package, node.origin, place, drain)
        if cause is None or node.index not in graph.reachable or node.index == goal:
            continue
        if goal in _after(graph, node.index, fresh):
            return cause
    return None


def _after(graph: Graph, start: int, avoiding: frozenset[int]) -> frozenset[int]:
    """Return the nodes that control can come to after one, without passing any of `avoiding`."""
    found: set[int] = set()
    for edge in graph.successors[start]:
        if edge.target not in avoiding:
            found |= graph.reachable_from(edge.target, avoiding=avoiding)
    return frozenset(found)


def _before_leaving(
    package: Package, function: Function, place: Place, drain: tuple[Call, Receive]
) -> tuple[Cause, Expression] | None:
    """Return what takes the tick before a function returns whose deferred literal holds the drain.

    defer func() { if !t.Stop() { <-t.C } }()
    """
    literal = package.tables.literal_nodes.get(function)
    call = None if literal is None else package.parent(literal)
    around = package.enclosing(function)
    if around is None or not isinstance(call, Call) or call.function is not literal:
        return None
    if not isinstance(package.parent(call), Defer):
        return None
    graph = package.graph(around)
    returns = graph.endings.get(Ending.RETURN)
    return None if returns is None else _before(package, graph, place, drain, returns)


def _starts(package: Package, origin: Origin, place: Place) -> bool:
    """Tell whether a node gives the timer a new tick, `t.Reset(d)`, or the variable a new timer."""
    match origin:
        case Call(function=Selector(base=base)):
            return package.callee(origin).external == "time.Timer.Reset" and package.place(base) == place
        case Assign(targets=targets):
            return any(target is not None and package.place(target) == place for target in targets)
        case Declare(variables=variables):
            return place.is_local and place.root in variables
        case _:
            return False


def _ends(
    package: Package, origin: Origin, place: Place, drain: tuple[Call, Receive]
) -> tuple[Cause, Expression] | None:
    """Tell whether a node, not of the drain itself, takes the timer's tick or stops the timer."""
    receive = received(origin) if isinstance(origin, SelectClause) else origin
    if receive in drain:
        return None
    match receive:
        case Receive(channel=channel):
            timer = _timer(package, _value(package, channel))
            return (Cause.TAKEN, receive) if timer is not None and package.place(timer) == place else None
        case Call(function=Selector(base=base)):
            stops = package.callee(receive).external == "time.Timer.Stop" and package.place(base) == place
            return (Cause.STOPPED, receive) if stops else None
        case _:
            return None


def _value(package: Package, channel: Expression) -> Expression:
    """Return the `t.C` that a local variable holds, else the expression itself."""
    if isinstance(channel, Name):
        values = [definition.value for definition in package.definitions(channel.variable)]
        if len(values) == 1 and values[0] is not None:
            return values[0]
    return channel
