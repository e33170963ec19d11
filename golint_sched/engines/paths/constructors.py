"""Objects that a constructor of a neighbour has made: `ctx := vmtest.NewContext(t)`."""

from collections.abc import Iterator

from golint_sched.link.package import Package
from golint_sched.model.expressions import BuiltinName, Call, CompositeLiteral, Expression, Name, Unary, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Return

_DEPTH = 4  # constructors that call constructors


def is_made_elsewhere(package: Package, variable: Variable) -> bool:
    """Tell whether a variable gets nothing but what a function of a neighbour makes at each call."""
    values = [definition.value for definition in package.definitions(variable)]
    return bool(values) and all(isinstance(value, Call) and _is_made(package, value, 0) for value in values)


def _is_made(package: Package, call: Call, depth: int) -> bool:
    callee = package.callee(call)
    if depth > _DEPTH or not callee.certain:
        return False
    if callee.functions:
        return depth > 0 and all(_makes(package, each, depth) for each in callee.functions)
    neighbours = package.tables.neighbours
    return bool(callee.external) and bool(
        neighbours.ask(callee.external, "constructor", lambda there, function: _makes(there, function, 1))
    )


def _makes(package: Package, function: Function, depth: int) -> bool:
    """Tell whether the first result of a function is always a new object, or nil."""
    returned = [node.values[0] for node in package.inside(function, Return) if node.values]
    values = [value for each in returned for value in _values(package, each)]
    return bool(values) and all(_is_new(package, value, depth) for value in values)


def _values(package: Package, value: Expression) -> Iterator[Expression | None]:
    if isinstance(value, Name):
        yield from (definition.value for definition in package.definitions(value.variable))
    else:
        yield value


def _is_new(package: Package, value: Expression | None, depth: int) -> bool:
    match value:
        case CompositeLiteral() | Unary(operator="&", operand=CompositeLiteral()) | BuiltinName(name="nil"):
            return True
        case Call():
            return _is_made(package, value, depth + 1)
        case _:
            return False
