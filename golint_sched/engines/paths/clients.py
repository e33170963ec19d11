"""HTTP clients that give up: one with a Timeout ends reading a body too."""

from collections.abc import Iterator

from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Call,
    CompositeLiteral,
    Element,
    Expression,
    FunctionLiteral,
    Name,
    PackageName,
    Selector,
    Unary,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Return
from golint_sched.model.types import NamedType

_CLIENT = NamedType("net/http", "Client")
_DEPTH = 6  # constructors, fields and variables between a client and where it is made


def gives_up(package: Package, origin: Call) -> bool:
    """Tell whether the client that sends a request has a Timeout, wherever it may come from.

    It may be a variable, a field, or embedded, and made by a constructor of the package or of a neighbour.
    """
    function = origin.function
    if not isinstance(function, Selector):
        return False
    member = package.resolver.member(function)
    path = member.path if member is not None else ()
    replaced = [each for step in path for each in _assigned(package, step)]
    return all(_is_bounded(package, each, (), 1) for each in replaced) and _is_bounded(package, function.base, path, 0)


def _is_bounded(package: Package, value: Expression, path: tuple[str, ...], depth: int) -> bool:
    """Tell whether a value, or what the fields of `path` lead to from it, is a client with a Timeout, whatever it is.

    A field is what the package gives it anywhere, if the object itself is not seen to be made.
    """
    if depth > _DEPTH:
        return False
    match value:
        case CompositeLiteral(type=given) if not path:
            return given == _CLIENT and any(each.field == "Timeout" for each in value.elements)
        case CompositeLiteral(elements=elements):
            held = [each.value for each in elements if each.field == path[0]]
            return bool(held) and all(_is_bounded(package, each, path[1:], depth + 1) for each in held)
        case Unary(operator="&" | "*", operand=operand):
            return _is_bounded(package, operand, path, depth)
        case Call():
            return _is_made_bounded(package, value, path, depth)
        case _:
            found = list(_values(package, value))
            if found and None not in found:
                return all(each is not None and _is_bounded(package, each, path, depth + 1) for each in found)
            return bool(path) and _is_field_bounded(package, path[0], path[1:], depth)


def _values(package: Package, value: Expression) -> Iterator[Expression | None]:
    """Yield what a variable, or a field of this name and type, may hold, None for what is not seen."""
    match value:
        case Name(variable=variable):
            for definition in package.definitions(variable):
                yield definition.value if definition.position in (None, 0) and not definition.range_part else None
        case PackageName(name=name):
            for declaration, position in package.tables.values.get(name, ()):
                yield declaration.values[position] if position < len(declaration.values) else None
        case Selector(field=field):
            given = package.type_name(value)
            yield from (each for each in _held(package, field) if package.type_name(each) in (given, ""))
        case _:
            yield None


def _is_field_bounded(package: Package, field: str, path: tuple[str, ...], depth: int) -> bool:
    held = list(_held(package, field))
    return bool(held) and all(_is_bounded(package, each, path, depth + 1) for each in held)


def _held(package: Package, field: str) -> Iterator[Expression]:
    """Yield what the package puts into fields of this name."""
    for node in package.placed((Element,)):
        if isinstance(node, Element) and node.field == field:
            yield node.value
    yield from _assigned(package, field)


def _assigned(package: Package, field: str) -> Iterator[Expression]:
    for node in package.placed((Assign,)):
        if isinstance(node, Assign):
            for target, value in zip(node.targets, node.values, strict=False):
                if isinstance(target, Selector) and target.field == field:
                    yield value


def _is_made_bounded(package: Package, call: Call, path: tuple[str, ...], depth: int) -> bool:
    """Tell whether a constructor gives a client with a Timeout, or is given an option that sets it."""
    callee = package.callee(call)
    if not callee.certain:
        return False
    if any(isinstance(each, Call) and _sets_timeout(package, each) for each in call.arguments):
        return True
    if callee.functions:
        return all(_returns_bounded(package, each, path, depth + 1) for each in callee.functions)
    return bool(callee.external) and bool(
        package.tables.neighbours.ask(
            callee.external,
            ("gives up", path),
            lambda there, function: _returns_bounded(there, function, path, 0),
        )
    )


def _returns_bounded(package: Package, function: Function, path: tuple[str, ...], depth: int) -> bool:
    values = [node.values[0] for node in package.inside(function, Return) if node.values]
    return bool(values) and all(_is_bounded(package, each, path, depth + 1) for each in values)


def _sets_timeout(package: Package, option: Call) -> bool:
    """`xhttp.WithTimeout(3*time.Second)`, which returns `func(c *http.Client) { c.Timeout = timeout }`."""
    callee = package.callee(option)
    if callee.functions:
        return callee.certain and all(_assigns_timeout(package, each) for each in callee.functions)
    return bool(callee.external) and bool(
        package.tables.neighbours.ask(callee.external, "sets a Timeout", _assigns_timeout)
    )


def _assigns_timeout(package: Package, function: Function) -> bool:
    return any(
        isinstance(value, FunctionLiteral) and _is_timeout_option(package, value.function)
        for node in package.inside(function, Return)
        for value in node.values
    )


def _is_timeout_option(package: Package, literal: Function) -> bool:
    return any(
        isinstance(target, Selector)
        and target.field == "Timeout"
        and package.type_name(target.base) == "net/http.Client"
        for node in package.inside(literal, Assign)
        for target in node.targets
    )
