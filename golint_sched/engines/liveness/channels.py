"""What the package does with its channels: which it closes, sends on, makes without a buffer."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from golint_sched.link.package import Package
from golint_sched.link.places import Place
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    CompositeLiteral,
    Constant,
    Expression,
    Name,
    QualifiedName,
    Receive,
    Selector,
    TypeExpression,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Declare,
    ExpressionStatement,
    Range,
    SelectClause,
    Send,
)
from golint_sched.model.types import ChannelType, StructType
from golint_sched.model.walk import ModelNode

_STOP_NAME = re.compile(r"(?i)(?:stop|quit|done|clos(?:e|ed|ing)|exit|shutdown|term|kill|cancel|dying|dead|gone|abort)")
_DEPTH = 3  # how many callers up a parameter is followed

Key = tuple[str, str] | Variable
"""What tells channels apart: a field of a type, a package variable, or a local variable."""


class Signal(Enum):
    """What a receive waits for."""

    CONTEXT = "context"
    STOP = "stop"
    TIMER = "timer"
    DATA = "data"


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """A receive from a channel (also `range`) or a send on it, and the function it stands in."""

    function: Function
    node: Send | Receive | Range


def received(clause: SelectClause) -> Receive | None:
    """Return the receive of a case, None for a send or default."""
    match clause.operation:
        case ExpressionStatement(expression=Receive() as receive) | Assign(values=(Receive() as receive,)):
            return receive
        case _:
            return None


class Channels:
    """Answers what the package does with a channel; made for one package, it remembers its answers."""

    def __init__(self, package: Package) -> None:
        """Make it for the package."""
        self.package = package

    def keys(self, channel: Expression, depth: int = 0) -> frozenset[Key]:
        """Return the keys of the channels that an expression may mean; empty where it cannot be told."""
        place = self.package.place(channel)
        return frozenset() if place is None else self._place_keys(place, depth)

    def _place_keys(self, place: Place, depth: int) -> frozenset[Key]:
        if place.path:
            if place.field:
                return frozenset({("field", place.field)})
            root = place.root if isinstance(place.root, str) else f"{place.root.name}@{place.root.span}"
            return frozenset({("path", ".".join((root, *place.path)))})
        if isinstance(place.root, str):
            return frozenset({("package", place.root)})
        found: set[Key] = {place.root}
        for value in self._passed(place.root):
            if depth < _DEPTH:
                found |= self.keys(value, depth + 1)
        return frozenset(found)

    def _passed(self, variable: Variable) -> Iterable[Expression]:
        """Yield what callers in view pass for a parameter."""
        for definition in self.package.definitions(variable):
            function = definition.function
            if definition.value is not None or function is None or variable not in function.parameters:
                continue
            position = function.parameters.index(variable)
            for caller, call in self.package.callers(function):
                if self.package.is_test(caller) and not self.package.is_test(function):
                    continue  # what a test passes says nothing about other callers
                if position < len(call.arguments):
                    yield call.arguments[position]

    @cached_property
    def closed(self) -> frozenset[Key]:
        """Return the channels that some close in the package may mean."""
        found: set[Key] = set()
        for function in self.package.bodies():
            for call in self.package.calls(function):
                if isinstance(call.function, BuiltinName) and call.function.name == "close" and call.arguments:
                    found |= self.keys(call.arguments[0])
        return frozenset(found)

    @cached_property
    def operations(self) -> dict[Key, tuple[Operation, ...]]:
        """Return the sends and receives of the package by channel, in source order."""
        found: dict[Key, list[Operation]] = {}
        for function in self.package.bodies():
            for node in self.package.nodes_of(function, (Send, Receive, Range)):
                channel = _channel_of(self.package, node)
                if channel is not None and isinstance(node, Send | Receive | Range):
                    for key in self.keys(channel):
                        found.setdefault(key, []).append(Operation(function, node))
        return {key: tuple(operations) for key, operations in found.items()}

    def sends(self, channel: Expression) -> tuple[Operation, ...]:
        """Return the sends on the channel that are in view."""
        return self._of(channel, sends=True)

    def receives(self, channel: Expression) -> tuple[Operation, ...]:
        """Return the receives from the channel that are in view."""
        return self._of(channel, sends=False)

    def _of(self, channel: Expression, *, sends: bool) -> tuple[Operation, ...]:
        found = (operation for key in self.keys(channel) for operation in self.operations.get(key, ()))
        unique = dict.fromkeys(operation for operation in found if isinstance(operation.node, Send) == sends)
        return tuple(unique)

    def is_closed(self, channel: Expression) -> bool:
        """Tell whether the package closes the channel somewhere."""
        return not self.keys(channel).isdisjoint(self.closed)

    def signal(self, channel: Expression) -> Signal:
        """Return what a receive from the channel waits for."""
        match self._value(channel):
            case Call() as call:
                return self._call_signal(call)
            case Selector(field="C") as selector if self.package.type_name(selector.base) in (
                "time.Timer",
                "time.Ticker",
            ):
                return Signal.TIMER
            case _:
                pass
        if self._is_stop(channel):
            return Signal.STOP
        return Signal.DATA

    def _call_signal(self, call: Call) -> Signal:
        external = self.package.callee(call).external
        if external in ("time.After", "time.Tick"):
            return Signal.TIMER
        name = call.function.field if isinstance(call.function, Selector) else ""
        if external == "context.Context.Done" or name in ("Done", "Dying", "Dead"):
            return Signal.CONTEXT
        return Signal.STOP if _STOP_NAME.search(name) or self._is_stop(call) else Signal.DATA

    def _value(self, channel: Expression) -> Expression:
        """Follow a local variable to the one expression that it stands for: `done := ctx.Done()`."""
        if isinstance(channel, Name):
            values = [definition.value for definition in self.package.definitions(channel.variable)]
            (value, *more) = values or (None,)
            if (
                not more
                and isinstance(value, Call | Selector | QualifiedName)
                and not self.package.is_channel_make(value)
            ):
                return value
        return channel

    def _is_stop(self, channel: Expression) -> bool:
        """Tell whether a channel only says that it is over: closed and never sent on, or empty and called so."""
        if self.sends(channel):
            return False
        shape = self.package.shape_of(channel)
        empty = isinstance(shape, ChannelType) and shape.element == StructType()
        return self.is_closed(channel) or (empty and bool(_STOP_NAME.search(name_of(channel))))

    def looks_like_stop(self, channel: Expression) -> bool:
        """Tell whether a receive may be told to stop, by the channel's name, its close, or a value that says so."""
        return self.signal(channel) in (Signal.CONTEXT, Signal.STOP) or bool(_STOP_NAME.search(name_of(channel)))

    def capacities(self, channel: Expression) -> tuple[Expression | None, ...] | None:
        """Return the capacity of every make of the channel (None: no buffer), or None if a maker may be out of view."""
        makes = [make for key in self.keys(channel) for make in self._makes.get(key, ())]
        return tuple(make.arguments[1] if len(make.arguments) > 1 else None for make in makes) or None

    def is_for_tests(self, channel: Expression) -> bool:
        """Tell whether only tests make the channel: code that is no test has a nil one, and asks before it uses it.

        if s.processed != nil {
            s.processed <- change
        }
        """
        makers = [self.package.owner(make) for key in self.keys(channel) for make in self._makes.get(key, ())]
        return bool(makers) and all(maker is not None and self.package.is_test(maker) for maker in makers)

    @cached_property
    def _makes(self) -> dict[Key, list[Call]]:
        found: dict[Key, list[Call]] = {}

        def note(key: Key, value: Expression) -> None:
            if _is_make(value) and isinstance(value, Call):
                found.setdefault(key, []).append(value)

        for function in self.package.bodies():
            for node in self.package.nodes_of(function, (Assign, Declare, CompositeLiteral)):
                match node:
                    case Assign(targets=targets, values=values) if len(targets) == len(values):
                        for target, value in zip(targets, values, strict=True):
                            if target is not None and _is_make(value):
                                for key in self.keys(target):
                                    note(key, value)
                    case Declare(variables=variables, values=values) if len(variables) == len(values):
                        for variable, value in zip(variables, values, strict=True):
                            if variable is not None:
                                note(variable, value)
                    case CompositeLiteral():
                        owner = self.package.type_name(node)
                        for element in node.elements:
                            if element.field and owner:
                                note(("field", f"{owner}.{element.field}"), element.value)
                    case _:
                        pass
        for name, declarations in self.package.tables.values.items():
            for declaration, position in declarations:
                if position < len(declaration.values):
                    note(("package", name), declaration.values[position])
        return found

    def is_unbuffered(self, channel: Expression) -> bool:
        """Tell whether the channel is made in view and always without a buffer."""
        capacities = self.capacities(channel)
        return capacities is not None and all(capacity is None or _is_zero(capacity) for capacity in capacities)

    def is_notified(self, channel: Expression) -> bool:
        """Tell whether the channel is handed to signal.Notify: its signals come from outside the program."""
        keys = self.keys(channel)
        for function in self.package.bodies():
            for call in self.package.calls(function):
                notifies = self.package.callee(call).external == "os/signal.Notify" and call.arguments
                if notifies and not keys.isdisjoint(self.keys(call.arguments[0])):
                    return True
        return False


def channels_of(package: Package) -> Channels:
    """Return what a package does with its channels; most rules about goroutines ask for it."""
    return package.shared(Channels)


def _channel_of(package: Package, node: ModelNode) -> Expression | None:
    """Return the channel of a send, receive or range over a channel."""
    match node:
        case Send(channel=channel) | Receive(channel=channel):
            return channel
        case Range(subject=subject) if isinstance(package.shape_of(subject), ChannelType):
            return subject
        case _:
            return None


def _is_make(value: Expression) -> bool:
    """`make(chan T)`, `make(chan T, n)`."""
    match value:
        case Call(function=BuiltinName(name="make"), arguments=(TypeExpression(type=ChannelType()), *_)):
            return True
        case _:
            return False


def _is_zero(capacity: Expression) -> bool:
    return isinstance(capacity, Constant) and capacity.text == "0"


def name_of(channel: Expression) -> str:
    """Return the last name in an expression, "" where it has none."""
    match channel:
        case Name(name=name) | Selector(field=name) | QualifiedName(name=name):
            return name
        case Call(function=function):
            return name_of(function)
        case _:
            return getattr(channel, "name", "")
