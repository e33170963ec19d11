"""The channels of a package as what the code calls them: where they are made, who receives, what is out of sight.

The channel engine explores goroutines whose every user is in view of one function; here a channel is followed by name
only, through fields, package variables, parameters and results of the whole package.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from golint_sched.link.members import dereference, type_name, underlying
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    CompositeLiteral,
    Constant,
    Element,
    Expression,
    Name,
    PackageName,
    Receive,
    Selector,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Range, Return, Send
from golint_sched.model.types import ChannelType, StructType, Type
from golint_sched.model.walk import ModelNode, slots

_DEPTH = 6  # constants and results that are made of others

# A local variable or parameter; else a package variable's name, or `Type.field`.
Identity = Variable | str

# What is given a channel and neither keeps it nor receives from it.
_HARMLESS = frozenset({"builtin.close", "builtin.len", "builtin.cap", "os/signal.Notify", "os/signal.Stop"})


@dataclass(slots=True)
class Channel:
    """All that the package does with the channels that have some names in common.

    `makes` are the calls of make with their capacity, None where it is not a constant. `unseen` is set where code out
    of sight may make it, and `escapes` where such code may receive from it.
    """

    makes: list[tuple[Call, int | None]] = field(default_factory=list)
    receives: list[Receive | Range] = field(default_factory=list)
    unseen: bool = False
    escapes: bool = False

    @property
    def is_unbuffered(self) -> bool:
        """Tell whether every make that can be the channel is in view and has no capacity."""
        return bool(self.makes) and not self.unseen and all(capacity == 0 for _, capacity in self.makes)


class Channels:
    """Answers which channel an expression means."""

    def __init__(self, package: Package) -> None:
        """Read the whole package once."""
        self.package = package
        self._parents: dict[Identity, Identity] = {}
        self._channels: dict[Identity, Channel] = {}
        self._flows()
        self._uses()

    def of(self, expression: Expression) -> Channel | None:
        """Return the channel that an expression means, None where it cannot be told."""
        if self.package.is_channel_make(expression):
            return Channel(makes=[(expression, self._capacity(expression))])
        identity = self._identity(expression)
        return None if identity is None else self._channel(identity)

    # -- names --------------------------------------------------------------------------------------------------

    def _identity(self, expression: Expression, depth: int = 0) -> Identity | None:
        place = self.package.place(expression)
        if place is None and isinstance(expression, Call) and depth < _DEPTH:
            for returned in self._returned(expression):
                found = self._identity(returned, depth + 1)
                if found is not None:
                    return found
        if place is None or place.path[-1:] == ("[]",):
            return None  # a channel that is itself an element: each has a life of its own
        if place.field:
            return place.field
        return None if place.path else place.root

    def _returned(self, call: Call) -> Iterator[Expression]:
        """Yield the channels that a call of a function of the package may return as its only result."""
        callee = self.package.callee(call)
        if len(callee.functions) == 1 and callee.certain:
            for node in self.package.inside(callee.functions[0], Return):
                if len(node.values) == 1:
                    yield node.values[0]

    def _root(self, identity: Identity) -> Identity:
        while (above := self._parents.get(identity, identity)) != identity:
            identity = above
        return identity

    def _channel(self, identity: Identity) -> Channel:
        return self._channels.setdefault(self._root(identity), Channel())

    def _join(self, first: Identity, second: Identity) -> None:
        """Note that two names may mean one channel."""
        one, other = self._root(first), self._root(second)
        if one == other:
            return
        kept, merged = self._channel(one), self._channels.pop(other, Channel())
        kept.makes += merged.makes
        kept.receives += merged.receives
        kept.unseen |= merged.unseen
        kept.escapes |= merged.escapes
        self._parents[other] = one

    # -- how channels get their names -----------------------------------------------------------------------------

    def _flows(self) -> None:
        for name, declarations in self.package.tables.values.items():
            for declaration, position in declarations:
                if position < len(declaration.values):
                    self._flow(name, declaration.values[position])
        for node in self.package.placed((Assign, Declare, CompositeLiteral)):
            match node:
                case Assign():
                    self._assign(node)
                case Declare() if len(node.variables) == len(node.values):
                    for variable, value in zip(node.variables, node.values, strict=True):
                        if variable is not None:
                            self._flow(variable, value)
                case CompositeLiteral():
                    self._literal(node)
                case _:
                    pass
        for value in self._package_values():
            if isinstance(value, CompositeLiteral):
                self._literal(value)
        for function in self.package.functions:
            self._parameters(function)

    def _package_values(self) -> Iterator[Expression]:
        for declarations in self.package.tables.values.values():
            for declaration, position in declarations:
                if position == 0:
                    yield from declaration.values

    def _assign(self, store: Assign) -> None:
        single = len(store.values) == len(store.targets)
        for position, target in enumerate(store.targets):
            if target is None or not self._may_flow(store.values[position] if single else target):
                continue
            identity = self._identity(target)
            if identity is not None and single:
                self._flow(identity, store.values[position])
            elif identity is not None:
                self._channel(identity).unseen = True

    def _may_flow(self, value: Expression) -> bool:
        """Tell whether the value is a channel: most are not, and who gets them does not matter."""
        return self.package.is_channel_make(value) or self._is_channel(self.package.type_of(value))

    def _literal(self, literal: CompositeLiteral) -> None:
        if literal.type is None:
            return
        given = dereference(literal.type)
        shape = underlying(self.package.tables, given)
        if not isinstance(shape, StructType) or not type_name(given):
            return
        for position, element in enumerate(literal.elements):
            name = element.field or (shape.fields[position].name if position < len(shape.fields) else "")
            self._flow(f"{type_name(given)}.{name}", element.value)

    def _parameters(self, function: Function) -> None:
        """Note what callers give to a function's channel parameters."""
        taken = [place for place, one in enumerate(function.parameters) if one.type and self._is_channel(one.type)]
        if not taken:
            return
        callers = self.package.callers(function)
        is_open = not callers or self._is_exported(function.name) or self.package.is_value(function)
        for place in taken:
            if is_open:
                self._channel(function.parameters[place]).unseen = True
            for _, call in callers:
                if place < len(call.arguments):
                    self._flow(function.parameters[place], call.arguments[place])

    def _flow(self, target: Identity, value: Expression, depth: int = 0) -> None:
        """Note that `target` may get `value`."""
        if self.package.is_channel_make(value):
            self._channel(target).makes.append((value, self._capacity(value)))
            return
        if isinstance(value, BuiltinName) or not self._is_channel(self.package.type_of(value)):
            return
        if isinstance(value, Call) and self.package.place(value) is None and depth < _DEPTH:
            results = list(self._returned(value))
            for returned in results:
                self._flow(target, returned, depth + 1)
            if not results and not self.package.callee(value).conversion:
                self._channel(target).unseen = True
            return
        identity = self._identity(value)
        if identity is None:
            self._channel(target).unseen = True
        else:
            self._join(target, identity)

    def _is_channel(self, given: Type) -> bool:
        return isinstance(underlying(self.package.tables, given), ChannelType)

    def _capacity(self, make: Call) -> int | None:
        """Return the capacity of a make, None where it is not a constant."""
        if len(make.arguments) == 1:
            return 0
        size: Expression | None = make.arguments[1]
        for _ in range(_DEPTH):
            if isinstance(size, Constant):
                return int(size.text) if size.text.isdigit() else None
            size = self._constant(size)
        return None

    def _constant(self, name: Expression | None) -> Expression | None:
        if isinstance(name, PackageName):
            for declaration, position in self.package.tables.values.get(name.name, ()):
                if declaration.constant and position < len(declaration.values):
                    return declaration.values[position]
        if isinstance(name, Name) and self.package.is_stable(name.variable):
            for definition in self.package.definitions(name.variable):
                if definition.position is None and not definition.range_part:
                    return definition.value
        return None

    # -- what is done with them -----------------------------------------------------------------------------------

    def _uses(self) -> None:
        for node in self.package.placed((Receive, Range)):
            if isinstance(node, Receive):
                self._receive(node, node.channel)
            elif isinstance(node, Range) and self._is_channel(self.package.type_of(node.subject)):
                self._receive(node, node.subject)
        for around in (*self._package_values(), *self.package.placed((Call, Return, Send, Element))):
            for mention in slots(around):
                if isinstance(mention, Name | Selector | PackageName) and self._is_out_of_sight(mention, around):
                    is_channel = self._is_channel(self.package.type_of(mention))
                    identity = self._identity(mention) if is_channel else None
                    if identity is not None:
                        self._channel(identity).escapes = True
        for identity in list(self._channels):
            if isinstance(identity, str) and self.package.is_open(identity):
                self._channel(identity).escapes = True

    def _receive(self, node: Receive | Range, channel: Expression) -> None:
        identity = self._identity(channel)
        if identity is not None:
            self._channel(identity).receives.append(node)

    @staticmethod
    def _is_exported(name: str) -> bool:
        return name[:1].isupper()

    def _is_out_of_sight(self, mention: Expression, parent: ModelNode) -> bool:
        """Tell whether the mention in `parent` hands the channel to something that is not followed."""
        match parent:
            case Call():
                callee = self.package.callee(parent)
                known = callee.external in _HARMLESS or callee.conversion or parent.function is mention
                return not known and not (callee.functions and callee.certain)
            case Return():
                function = self.package.owner(parent)
                return function is None or not function.name or self._is_exported(function.name)
            case Send(value=value):
                return value is mention
            case Element():
                literal = self.package.parent(parent)
                named = isinstance(literal, CompositeLiteral) and literal.type and type_name(dereference(literal.type))
                return not named or "." in str(named)
            case _:
                return False


def channels_of(package: Package) -> Channels:
    """Return the channels of a package by name."""
    return package.shared(Channels)
