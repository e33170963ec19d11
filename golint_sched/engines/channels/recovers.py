"""What functions know of panics: whether one ends them, and what `recover` then says."""

from golint_sched.link import Package
from golint_sched.model.expressions import Binary, BuiltinName, Call, Expression, Name
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer


def recovers(package: Package, function: Function) -> bool:
    """Tell whether a deferred literal of the function recovers from panics."""
    return any(recovers_at(package, statement) for statement in package.inside(function, Defer))


def recovers_at(package: Package, statement: Defer) -> bool:
    """Tell whether what is deferred there recovers from panics."""
    return any(
        name.name == "recover"
        for called in package.callee(statement.call).functions
        for name in package.inside(called, BuiltinName)
    )


def if_panicked(package: Package, test: Expression) -> bool | None:
    """Return the outcome of a test where the function that ends has panicked, None for a test that does not ask.

    Without a panic it is the other one.

    if r := recover(); r != nil { failed <- r }
    """
    match test:
        case Binary(operator="==" | "!=" as operator, left=left, right=BuiltinName(name="nil")) if _asks(package, left):
            return operator == "!="
        case _:
            return None


def _asks(package: Package, value: Expression) -> bool:
    """Tell whether a value is what `recover` has returned."""
    if isinstance(value, Name):
        definitions = package.definitions(value.variable)
        return len(definitions) == 1 and isinstance(definitions[0].value, Call) and _asks(package, definitions[0].value)
    return isinstance(value, Call) and isinstance(value.function, BuiltinName) and value.function.name == "recover"
