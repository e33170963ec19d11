"""The expressions that a value may come from, followed through variables, fields, calls and what they return."""

from golint_sched.engines.assigned import field_values, package_variable_values
from golint_sched.link.package import Package
from golint_sched.link.tables import Definition
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    Expression,
    Name,
    PackageName,
    Selector,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Return

_DEPTH = 6  # a value that goes through more hands is not followed

Origins = tuple[Expression, ...] | None


def origins(package: Package, value: Expression, depth: int = 0) -> Origins:
    """Return where a value may come from: expressions that lead no further, as literals, makes and foreign calls.

    None where code out of view may give it too. The zero value of a variable or field is no expression, and what tests
    give is left out, since it says nothing about other users.
    """
    if depth > _DEPTH:
        return None
    match value:
        case Name(variable=variable):
            return _of_variable(package, variable, depth + 1)
        case PackageName(name=name):
            return _all(package, package_variable_values(package, name), depth)
        case Selector():
            return _all(package, field_values(package, value), depth)
        case Call():
            return _of_call(package, value, 0, depth)
        case BuiltinName(name="nil"):
            return ()
        case _:
            return (value,)


def _all(package: Package, values: Origins, depth: int) -> Origins:
    found: list[Expression] = []
    if values is None:
        return None
    for value in values:
        owner = package.owner(value)
        if owner is not None and package.is_test(owner):
            continue
        one = origins(package, value, depth + 1)
        if one is None:
            return None
        found += one
    return tuple(found)


def _of_call(package: Package, call: Call, position: int, depth: int) -> Origins:
    """Return where a result of a call comes from: the call itself for a function out of view."""
    callee = package.callee(call)
    if callee.external or isinstance(call.function, BuiltinName):
        return (call,)
    if len(callee.functions) != 1 or not callee.certain or callee.functions[0].body is None:
        return None
    return _returned(package, callee.functions[0], position, depth + 1)


def _returned(package: Package, function: Function, position: int, depth: int) -> Origins:
    found: list[Expression] = []
    for node in package.inside(function, Return):
        one: Origins
        if len(node.values) > position and len(node.values) == len(function.results):
            one = origins(package, node.values[position], depth)
        elif len(node.values) == 1 and isinstance(forwarded := node.values[0], Call):
            one = _of_call(package, forwarded, position, depth)
        elif not node.values and position < len(function.results):
            one = _of_variable(package, function.results[position], depth)
        else:
            return None
        if one is None:
            return None
        found += one
    return tuple(found)


def _of_variable(package: Package, variable: Variable, depth: int) -> Origins:
    found: list[Expression] = []
    for definition in package.definitions(variable):
        one = _of_definition(package, variable, definition, depth)
        if one is None:
            return None
        found += one
    return tuple(found)


def _of_definition(package: Package, variable: Variable, definition: Definition, depth: int) -> Origins:
    value, function = definition.value, definition.function
    if definition.range_part or definition.updates:
        return None
    if value is None:
        if function is None or variable not in function.parameters:
            return ()
        return _passed(package, function, function.parameters.index(variable), depth)
    if definition.position is None:
        return origins(package, value, depth)
    return _of_call(package, value, definition.position, depth) if isinstance(value, Call) else None


def _passed(package: Package, function: Function, position: int, depth: int) -> Origins:
    """Return where the arguments of all callers come from, None where some caller is out of view."""
    exported = function.name[:1].isupper() and package.name != "main"
    calls = [call for caller, call in package.callers(function) if not package.is_test(caller)]
    if exported or package.is_value(function) or not calls:
        return None
    if any(position >= len(call.arguments) for call in calls):
        return None
    return _all(package, tuple(call.arguments[position] for call in calls), depth)
