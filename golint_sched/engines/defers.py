"""Deferred calls that a loop puts off again and again, because nothing ends the loop."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from golint_sched.engines.channels.recovers import recovers_at
from golint_sched.engines.liveness.channels import Channels, Signal, channels_of, received
from golint_sched.flow.graph import Chosen, Condition, Edge, Ending, Enters, Graph, Holds
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    Expression,
    FunctionLiteral,
    Name,
    PackageName,
    Receive,
    Selector,
    TypeExpression,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Defer, For, If, Range, SelectClause, Send, Statement
from golint_sched.model.types import ChannelType, NamedType, StructType, Type
from golint_sched.model.walk import walk

_UNLOCKS = {
    "sync.Mutex.Unlock": ("sync.Mutex.Lock",),
    "sync.RWMutex.Unlock": ("sync.RWMutex.Lock",),
    "sync.RWMutex.RUnlock": ("sync.RWMutex.RLock",),
}
_WAKE_TYPES = (StructType(), NamedType("os", "Signal"))


class End(Enum):
    """What ends the loop of a deferred call."""

    NEVER = "nothing, or a panic, or the end of the process"
    PANIC = "only a panic, which a deferred recover would see"
    STOPPED = "only the signal that ends the goroutine's service"


@dataclass(frozen=True, slots=True, eq=False)
class Postponed:
    """A deferred call that each turn of `loop` adds to the ones before; `stops` are the cases that end the loop."""

    function: Function
    statement: Defer
    loop: For | Range
    end: End
    stops: tuple[Statement | Expression, ...] = ()


def postponed(package: Package) -> Iterator[Postponed]:
    """Yield the defer statements of loops that have no way out, or none but a stop signal."""
    channels = channels_of(package)
    for function in package.bodies():
        defers = [node for node in package.inside(function, Defer) if package.in_loop(node)]
        for statement in defers:
            found = _judge(package, channels, function, statement)
            if found is not None:
                yield found


def _judge(package: Package, channels: Channels, function: Function, statement: Defer) -> Postponed | None:
    graph = package.graph(function)
    node = graph.node_of.get(statement)
    if node is None or node.index not in graph.reachable:
        return None
    ways = _Ways(package, channels, graph, node.index)
    everywhere = ways.reached(with_stops=True)
    if node.index not in everywhere:
        return None  # no second turn
    around = graph.loops_around(node.index)
    if not around:
        return None
    if not ways.ends(everywhere):
        loop = ways.kept_in(around, everywhere)
        return Postponed(function, statement, loop, End.PANIC if recovers_at(package, statement) else End.NEVER)
    served = ways.reached(with_stops=False)
    if not ways.stops or node.index not in served or ways.ends(served):
        return None
    if package.is_test(function) or _is_once(package, statement):
        return None
    return Postponed(function, statement, ways.kept_in(around, served), End.STOPPED, tuple(ways.stops))


class _Ways:
    """Where control can go after one defer statement."""

    def __init__(self, package: Package, channels: Channels, graph: Graph, start: int) -> None:
        self.package = package
        self.channels = channels
        self.graph = graph
        self.start = start
        self.stops: list[Statement | Expression] = []

    def reached(self, *, with_stops: bool) -> frozenset[int]:
        """Return the nodes that control can come to after the statement; the statement itself if it comes back.

        Without stops the ways are left out that begin with a stop signal or with the end of an input.
        """
        seen: set[int] = set()
        stack = [self.start]
        while stack:
            source = stack.pop()
            for edge in self.graph.successors[source]:
                if edge.target in seen or self._is_never_taken(source, edge):
                    continue
                if not with_stops and self._is_stop(source, edge):
                    continue
                seen.add(edge.target)
                stack.append(edge.target)
        return frozenset(seen)

    def ends(self, reached: frozenset[int]) -> bool:
        """Tell whether one of the nodes is a way out of the function that runs its deferred calls."""
        return any(
            self.graph.endings.get(ending, -1) in reached for ending in (Ending.RETURN, Ending.GOEXIT, Ending.PANIC)
        )

    def kept_in(self, around: tuple[For | Range, ...], reached: frozenset[int]) -> For | Range:
        """Return the innermost of the loops that control does not leave."""
        for loop in reversed(around):
            region = self.graph.regions[loop]
            inside = {index for index in reached if index in region}
            if not any(
                edge.target not in region and edge.target in reached and not self._is_never_taken(source, edge)
                for source in inside
                for edge in self.graph.successors[source]
            ):
                return loop
        return around[0]

    def _is_never_taken(self, source: int, edge: Edge) -> bool:
        """`for true`, and the end of a range over a channel that is never closed."""
        match self.graph.nodes[source].origin:
            case Condition(expression=BuiltinName(name="true" | "false" as value)):
                return isinstance(edge.guard, Holds) and edge.guard.value != (value == "true")
            case Range(subject=subject):
                return edge.guard == Enters(value=False) and self._is_never_closed(subject)
            case _:
                return False

    def _is_never_closed(self, channel: Expression) -> bool:
        """Tell whether it is a ticker's channel, or a local one that is only sent on and received from."""
        if isinstance(channel, Name | Selector | Call) and self.channels.signal(channel) is Signal.TIMER:
            return True
        if not isinstance(channel, Name):
            return False
        definitions = self.package.definitions(channel.variable)
        if len(definitions) != 1 or not _is_make(definitions[0].value):
            return False
        return all(self._only_carries(name) for name in self.package.names(channel.variable))

    def _only_carries(self, name: Name) -> bool:
        """Tell whether a mention of a channel can neither close it nor hand it on."""
        match self.package.parent(name):
            case Send(channel=used) | Receive(channel=used) | Range(subject=used):
                return used is name
            case Assign(targets=targets):
                return name in targets
            case Call(function=BuiltinName(name="len" | "cap")):
                return True
            case _:
                return False

    def _is_stop(self, source: int, edge: Edge) -> bool:
        """Tell whether the edge is taken because somebody wants the loop to end; what can come back is no stop.

        case <-ctx.Done():    if ctx.Err() != nil {    if !ok {
        """
        if self.start in self.graph.reachable_from(edge.target):
            return False
        match self.graph.nodes[source].origin, edge.guard:
            case _, Chosen(clause=SelectClause() as clause):
                receive = received(clause)
                if receive is None or not self._is_signal(receive.channel):
                    return False
                self.stops.append(receive)
                return True
            case Condition(expression=Binary(operator="!=", left=Call() as call) as test), Holds(value=True):
                if self.package.callee(call).external != "context.Context.Err":
                    return False
                self.stops.append(test)
                return True
            case Condition(expression=Unary(operator="!", operand=Name(variable=flag))), Holds(value=True):
                return self._is_open_flag(flag)
            case Condition(expression=Name(variable=flag)), Holds(value=False):
                return self._is_open_flag(flag)
            case _:
                return False

    def _is_signal(self, channel: Expression) -> bool:
        signal = self.channels.signal(channel)
        if signal in (Signal.CONTEXT, Signal.STOP):
            return True
        shape = self.package.shape_of(channel)
        return signal is Signal.DATA and isinstance(shape, ChannelType) and _is_wake(shape.element)

    def _is_open_flag(self, flag: Variable) -> bool:
        """Tell whether a variable is the `ok` of a receive."""
        return any(
            definition.position == 1 and isinstance(definition.value, Receive)
            for definition in self.package.definitions(flag)
        )


def _is_wake(element: Type) -> bool:
    return element in _WAKE_TYPES


def _is_make(value: Expression | None) -> bool:
    match value:
        case Call(function=BuiltinName(name="make"), arguments=(TypeExpression(type=ChannelType()), *_)):
            return True
        case _:
            return False


def _is_once(package: Package, statement: Defer) -> bool:
    """Tell whether a test around the statement lets it run only once: `if conn == nil { conn = …; defer … }`."""
    for around in package.ancestors(statement):
        if isinstance(around, For | Range):
            return False
        if not isinstance(around, If):
            continue
        tested = _mentioned(around.condition)
        if any(
            isinstance(node, Assign) and node.operator == "=" and not tested.isdisjoint(_targets(node))
            for node in walk(around.then)
        ):
            return True
    return False


def _mentioned(expression: Expression) -> set[Variable | str]:
    """Return the variables that an expression mentions, fields and package variables by name."""
    found: set[Variable | str] = set()
    for node in walk(expression):
        match node:
            case Name(variable=variable):
                found.add(variable)
            case Selector(field=name) | PackageName(name=name):
                found.add(name)
            case _:
                pass
    return found


def _targets(assign: Assign) -> set[Variable | str]:
    found: set[Variable | str] = set()
    for target in assign.targets:
        match target:
            case Name(variable=variable):
                found.add(variable)
            case Selector(field=name) | PackageName(name=name):
                found.add(name)
            case _:
                pass
    return found


def acquisitions(package: Package, found: Postponed) -> Iterator[Call]:
    """Yield what the deferred call gives back, where the loop gets it.

    For `mu.Unlock()` these are the loop's `mu.Lock()` calls; for `cancel()`, `t.Stop()`, `body.Close()` the calls that
    gave the variable its value.
    """
    for call in _deferred_calls(package, found.statement):
        acquires = _UNLOCKS.get(package.callee(call).external, ())
        if acquires:
            place = package.receiver_place(call)
            yield from (
                lock
                for lock in package.calls(found.function)
                if package.callee(lock).external in acquires
                and found.loop in package.ancestors(lock)
                and place is not None
                and package.receiver_place(lock) == place
            )
        variable = _root(call.function)
        for definition in () if variable is None else package.definitions(variable):
            if isinstance(definition.value, Call) and found.loop in package.ancestors(definition.value):
                yield definition.value


def _deferred_calls(package: Package, statement: Defer) -> Iterator[Call]:
    """Yield the call that is deferred, or those in the literal that is."""
    if not isinstance(statement.call.function, FunctionLiteral):
        yield statement.call
        return
    yield from package.calls(statement.call.function.function)


def _root(expression: Expression) -> Variable | None:
    """Return the variable that `x`, `x.f` and `x.f.g` start from."""
    while isinstance(expression, Selector):
        expression = expression.base
    return expression.variable if isinstance(expression, Name) else None
