"""Which variables and fields mean one server, inside one function."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from golint_sched.link.members import dereference, type_name, underlying
from golint_sched.link.package import Package
from golint_sched.link.places import Root
from golint_sched.model.expressions import Call, CompositeLiteral, Element, Expression, Selector, TypeAssertion, Unary
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Return
from golint_sched.model.types import StructType

_ROUNDS = 4  # of aliases of aliases
ELEMENT = "[]"


@dataclass(frozen=True, slots=True)
class Holder:
    """A variable, or a field reached from it, that means the server.

    `root` and `path` are as in `Place`. `key` is `Type.field` of the struct that holds it, "" where it is not in one:
    holders with one key may be the same server, seen from different functions.
    """

    root: Root
    path: tuple[str, ...] = ()
    key: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Inside:
    """Where in a value the server is: behind `path`, in the struct field `key`."""

    path: tuple[str, ...]
    key: str


def element_field(package: Package, literal: CompositeLiteral, element: Element) -> str:
    """Return the field that an element of a literal sets, `ELEMENT` in a slice, an array or a map."""
    shape = None if literal.type is None else underlying(package.tables, dereference(literal.type))
    if isinstance(shape, StructType):
        if element.key is not None:
            return element.field
        position = literal.elements.index(element)
        return shape.fields[position].name if position < len(shape.fields) else ""
    return element.field if _is_foreign(literal) and element.key is not None else ELEMENT


def _is_foreign(literal: CompositeLiteral) -> bool:
    return literal.type is not None and "." in type_name(dereference(literal.type))


def member_key(literal: CompositeLiteral, name: str) -> str:
    """Return `Type.field` for a field of a literal's type, "" where the type has no name."""
    owner = "" if literal.type is None else type_name(dereference(literal.type))
    return f"{owner}.{name}" if owner and name != ELEMENT else ""


def insides(package: Package, value: Expression, holders: Iterable[Holder]) -> Iterator[Inside]:
    """Yield where in `value` a server is that `holders` hold.

    The shapes are `srv`, `&srv`, `app` that holds it, `&app{srv: srv}`, `append(servers, srv)`, `configure(srv)`.
    """
    match value:
        case Unary(operator="&" | "*", operand=operand):
            yield from insides(package, operand, holders)
        case TypeAssertion(base=base):
            yield from insides(package, base, holders)
        case CompositeLiteral():
            for element in value.elements:
                name = element_field(package, value, element)
                for inner in insides(package, element.value, holders):
                    yield Inside((name, *inner.path), inner.key if inner.path else member_key(value, name))
        case Call():
            yield from _insides_of_call(package, value, holders)
        case _:
            place = package.place(value)
            if place is None:
                return
            for holder in holders:
                if holder.root == place.root and holder.path[: len(place.path)] == place.path:
                    yield Inside(holder.path[len(place.path) :], holder.key)


def _insides_of_call(package: Package, call: Call, holders: Iterable[Holder]) -> Iterator[Inside]:
    callee = package.callee(call)
    if callee.conversion:
        for argument in call.arguments:
            yield from insides(package, argument, holders)
    elif callee.external == "builtin.append":
        for position, argument in enumerate(call.arguments):
            for inner in insides(package, argument, holders):
                yield inner if position == 0 or call.spread else Inside((ELEMENT, *inner.path), inner.key)
    elif len(callee.functions) == 1:
        for given in passed_through(package, call, callee.functions[0]):
            yield from insides(package, given, holders)
    elif (place := package.place(call)) is not None:
        for holder in holders:
            if holder.root == place.root and holder.path == place.path:
                yield Inside((), holder.key)


def passed_through(package: Package, call: Call, function: Function) -> Iterator[Expression]:
    """Yield the receiver and the arguments of a call that the function returns as they are.

    func (b *builder) with(srv *http.Server) *http.Server { …; return srv }
    """
    returned = set()
    for node in package.inside(function, Return):
        if node.values:
            place = package.place(node.values[0])
            if place is not None and not place.path:
                returned.add(place.root)
    if function.receiver in returned and isinstance(call.function, Selector):
        yield call.function.base
    for parameter, argument in zip(function.parameters, call.arguments, strict=False):
        if parameter in returned:
            yield argument


def with_aliases(package: Package, function: Function, holders: frozenset[Holder]) -> frozenset[Holder]:
    """Return the holders with all that the function makes of them by assignment, wherever it stands."""
    stores = [node for node in package.nodes_of(function, (Assign, Declare)) if isinstance(node, Assign | Declare)]
    for _ in range(_ROUNDS):
        found = set(holders)
        for store in stores:
            for target, value in pairs(package, store):
                found.update(within(target, inside) for inside in insides(package, value, holders))
        if len(found) == len(holders):
            break
        holders = frozenset(found)
    return holders


def within(holder: Holder, inside: Inside) -> Holder:
    """Return what holds the server when `holder` gets a value that has it inside."""
    return Holder(holder.root, (*holder.path, *inside.path), inside.key if inside.path else holder.key)


def pairs(package: Package, store: Assign | Declare, position: int = 0) -> Iterator[tuple[Holder, Expression]]:
    """Yield what gets which value; of a call with several results, what gets the one at `position`."""
    if isinstance(store, Declare):
        targets = [None if variable is None else Holder(variable) for variable in store.variables]
    else:
        targets = [None if target is None else holder_of(package, target) for target in store.targets]
    if len(targets) != len(store.values):
        targets = targets[position : position + 1]
    for target, value in zip(targets, store.values, strict=False):
        if target is not None:
            yield target, value


def holder_of(package: Package, target: Expression) -> Holder | None:
    """Return an expression as a holder, None where it cannot be told what it means."""
    place = package.place(target)
    return None if place is None else Holder(place.root, place.path, place.field)
