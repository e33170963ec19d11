"""Who has the other end of a channel: the package, or whoever uses it."""

from collections.abc import Iterator
from functools import cached_property

from golint_sched.engines.liveness.channels import Channels, Key, channels_of
from golint_sched.link.members import dereference, type_name, underlying
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    BuiltinName,
    CompositeLiteral,
    Expression,
    Selector,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Return
from golint_sched.model.types import ChannelType, StructType

_DEPTH = 4  # longer chains of hands that a channel goes through are not followed


class Peers:
    """Answers whose the other end of a channel is; tests do not count as users of the package."""

    def __init__(self, package: Package, channels: Channels) -> None:
        """Make it for the package."""
        self.package = package
        self.channels = channels

    def is_callers(self, channel: Expression) -> bool:
        """Tell whether a channel comes from code out of view, and what is made in view for it has no buffer."""
        made = self.channels.capacities(channel)
        return (made is None or self.channels.is_unbuffered(channel)) and self.comes_from_outside(channel)

    def comes_from_outside(self, channel: Expression) -> bool:
        """Tell whether code out of view may hand in a channel, so that others may have either end of it.

        func (c *Client) Solve(updates chan<- Update) { …; updates <- u }
        """
        return self._comes_from_outside(channel, 0)

    def is_parameter(self, channel: Expression) -> bool:
        """Tell whether a channel is just a parameter, so that it may be made for this one call."""
        place = self.package.place(channel)
        return place is not None and place.is_local

    def is_exposed(self, channel: Expression) -> bool:
        """Tell whether the users of the package can take an end of a channel that the package makes.

        func (f *Feed) Updates() <-chan Update { return f.updates }      type Scan struct { Rows chan Row }
        """
        keys = self.channels.keys(channel)
        return bool(keys & self._returned) or any(
            isinstance(key, tuple)
            and key[0] == "field"
            and (self.package.is_foreign(key[1]) or _is_exported_field(key[1]))
            for key in keys
        )

    @cached_property
    def _returned(self) -> frozenset[Key]:
        """Return the channels in fields that exported functions return."""
        found: set[Key] = set()
        for function in self.package.bodies():
            if not function.name[:1].isupper() or function.body is None or self.package.is_test(function):
                continue
            for node in self.package.inside(function, Return):
                for value in node.values:
                    if isinstance(value, Selector) and isinstance(self.package.shape_of(value), ChannelType):
                        found |= self.channels.keys(value)
        return frozenset(found)

    def _comes_from_outside(self, value: Expression, depth: int) -> bool:
        place = self.package.place(value)
        if place is None or place.is_element or depth > _DEPTH:
            return False
        if place.field:
            return self._field_is_filled_outside(place.field, depth)
        return place.is_local and isinstance(place.root, Variable) and self._is_given(place.root, depth)

    def _field_is_filled_outside(self, field: str, depth: int) -> bool:
        values = self._fields.get(field, [])
        if not values:
            return _is_exported_field(field)
        return any(self._comes_from_outside(value, depth + 1) for value in values)

    def _is_given(self, variable: Variable, depth: int) -> bool:
        """Tell whether a variable is a parameter that code out of view fills."""
        definitions = self.package.definitions(variable)
        function = definitions[0].function if len(definitions) == 1 else None
        if function is None or variable not in function.parameters:
            return False
        if self._has_callers_out_of_view(function):
            return True
        place = function.parameters.index(variable)
        calls = [call for caller, call in self.package.callers(function) if not self.package.is_test(caller)]
        return any(
            self._comes_from_outside(call.arguments[place], depth + 1) for call in calls if place < len(call.arguments)
        )

    def _has_callers_out_of_view(self, function: Function) -> bool:
        if not function.name:
            return False
        if function.name[:1].isupper() and self.package.name != "main":
            return True
        callers = (caller for caller, _ in self.package.callers(function))
        return all(self.package.is_test(caller) for caller in callers)

    @cached_property
    def _fields(self) -> dict[str, list[Expression]]:
        """Return what the package assigns to each struct field, by `Type.field`."""
        found: dict[str, list[Expression]] = {}
        for function in self.package.bodies():
            if function.body is None or self.package.is_test(function):
                continue
            for node in self.package.nodes_of(function, (CompositeLiteral, Assign)):
                match node:
                    case CompositeLiteral():
                        for name, value in self._elements(node):
                            found.setdefault(name, []).append(value)
                    case Assign(targets=targets, values=values) if len(targets) == len(values):
                        for target, value in zip(targets, values, strict=True):
                            place = self.package.place(target) if isinstance(target, Selector) else None
                            if place is not None and place.field:
                                found.setdefault(place.field, []).append(value)
                    case _:
                        pass
        return found

    def _elements(self, literal: CompositeLiteral) -> Iterator[tuple[str, Expression]]:
        """Yield `Type.field` and value of a struct literal, with or without the names of its fields."""
        given = dereference(self.package.type_of(literal))
        owner, shape = type_name(given), underlying(self.package.tables, given)
        if not owner or not isinstance(shape, StructType):
            return
        for position, element in enumerate(literal.elements):
            if element.field:
                yield f"{owner}.{element.field}", element.value
            elif element.key is None and position < len(shape.fields):
                yield f"{owner}.{shape.fields[position].name}", element.value


def _is_exported_field(field: str) -> bool:
    """Tell whether `Type.field` can be reached from other packages."""
    owner, _, name = field.rpartition(".")
    return owner[:1].isupper() and name[:1].isupper()


def peers_of(package: Package) -> Peers:
    """Return who has the other ends of a package's channels."""
    return package.shared(_peers)


def _peers(package: Package) -> Peers:
    return Peers(package, channels_of(package))


def is_measured(package: Package, channels: Channels, function: Function, channel: Expression) -> bool:
    """Tell whether a function asks for the length or capacity of a channel, and so may know that it has room."""
    keys = channels.keys(channel)
    return any(
        isinstance(call.function, BuiltinName)
        and call.function.name in ("len", "cap")
        and bool(call.arguments)
        and bool(channels.keys(call.arguments[0]) & keys)
        for call in package.calls(function)
    )
