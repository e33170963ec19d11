"""Wait groups by name, through fields, parameters and arguments."""

from dataclasses import dataclass

from golint_sched.engines.liveness.channels import channels_of
from golint_sched.link.members import dereference, type_name
from golint_sched.link.package import Package
from golint_sched.link.places import Place
from golint_sched.model.expressions import (
    Call,
    CompositeLiteral,
    Expression,
    Selector,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign
from golint_sched.model.types import Type

_TYPE = "sync.WaitGroup"
ADD, DONE, WAIT, GO = (f"{_TYPE}.{name}" for name in ("Add", "Done", "Wait", "Go"))

# A local variable and the fields from there; or `Type.field`, or a package variable's name.
Identity = tuple[Variable, tuple[str, ...]] | str


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """A call of one of a group's methods, and the function it stands in."""

    function: Function
    call: Call


class Groups:
    """Answers which wait group an expression means, and what the package does with it."""

    def __init__(self, package: Package) -> None:
        """Read the whole package once."""
        self.package = package
        self.channels = channels_of(package)
        self._parents: dict[Identity, Identity] = {}
        self._taken: dict[Function, tuple[int, ...]] = {}
        self.uses: dict[Identity, dict[str, list[Use]]] = {}
        for function in package.bodies():
            self._flows(function)
        for function in package.bodies():
            for call in package.calls(function):
                method = package.callee(call).external
                group = self.of_call(call) if method in (ADD, DONE, WAIT, GO) else None
                if group is not None:
                    kind = DONE if method == ADD and _is_negative(call) else method
                    self.uses.setdefault(group, {}).setdefault(kind, []).append(Use(function, call))

    def of_call(self, call: Call) -> Identity | None:
        """Return the group whose method is called, None where it cannot be told or is one of many."""
        return self._identity(self.package.receiver_place(call))

    def of(self, expression: Expression) -> Identity | None:
        """Return the group that an expression means, a pointer to one included; None as above."""
        return self._identity(self.package.place(expression))

    def _identity(self, place: Place | None) -> Identity | None:
        if place is None or place.is_element:
            return None
        if place.field:
            return self._root(place.field)
        return self._root(place.root if isinstance(place.root, str) else (place.root, place.path))

    def _root(self, identity: Identity) -> Identity:
        while (above := self._parents.get(identity, identity)) != identity:
            identity = above
        return identity

    def _join(self, one: Identity | None, value: Expression) -> None:
        other = self._identity(self.package.place(value))
        if one is not None and other is not None and self._root(one) != self._root(other):
            self._parents[self._root(other)] = self._root(one)

    def _flows(self, function: Function) -> None:
        """Note which names mean one group: parameters and what is passed, fields and what is stored."""
        for spawn in self.package.spawns(function):
            if spawn.statement is not None:
                self._passes(spawn.call)
        for node in self.package.nodes_of(function, (Call, CompositeLiteral, Assign)):
            match node:
                case Call():
                    self._passes(node)
                case CompositeLiteral(type=given, elements=elements):
                    owner = "" if given is None else type_name(dereference(given))
                    for element in elements:
                        if owner and element.field and self._is_group(element.value):
                            self._join(f"{owner}.{element.field}", element.value)
                case Assign(targets=targets, values=values) if len(targets) == len(values):
                    for target, value in zip(targets, values, strict=True):
                        if isinstance(target, Selector) and self._is_group(value):
                            self._join(self._identity(self.package.place(target)), value)
                case _:
                    pass

    def _passes(self, call: Call) -> None:
        if not call.arguments:
            return
        for function in self.package.callee(call).functions:
            for place in self._taking(function):
                if place < len(call.arguments):
                    self._join((function.parameters[place], ()), call.arguments[place])

    def _taking(self, function: Function) -> tuple[int, ...]:
        """Return the positions of the function's parameters that are groups."""
        if function not in self._taken:
            parameters = enumerate(function.parameters)
            self._taken[function] = tuple(place for place, one in parameters if _is_group_type(one.type))
        return self._taken[function]

    def _is_group(self, value: Expression) -> bool:
        inner = value.operand if isinstance(value, Unary) and value.operator == "&" else value
        return self.package.type_name(inner) == _TYPE and not isinstance(inner, CompositeLiteral)


def _is_group_type(given: Type | None) -> bool:
    return given is not None and type_name(dereference(given)) == _TYPE


def _is_negative(call: Call) -> bool:
    return bool(call.arguments) and isinstance(call.arguments[0], Unary) and call.arguments[0].operator == "-"


def groups_of(package: Package) -> Groups:
    """Return the wait groups of a package by name."""
    return package.shared(Groups)
