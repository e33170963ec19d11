"""Literals that a function returns for its caller to call once: what stops a goroutine, or waits for it.

func start() (stop func()) {
    quit, gone := make(chan struct{}), make(chan struct{})
    go func() { defer close(gone); run(quit) }()
    return func() { close(quit); <-gone }
}
"""

from golint_sched.link import Package
from golint_sched.link.members import underlying
from golint_sched.link.tables import Definition
from golint_sched.model.expressions import BuiltinName, Expression, Name
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Return
from golint_sched.model.types import FunctionType, NamedType


def is_handed_back(package: Package, statement: Return, value: Expression) -> bool:
    """Tell whether a declared function returns a literal that its caller is to call once, when it is done.

    return func() { close(stop); <-stopped }

    One that gives results, or is given a function, may be called for each of many things.
    """
    owner = package.owner(statement)
    shape = package.shape_of(value)
    if owner is None or not owner.name or not isinstance(shape, FunctionType):
        return False
    others = [each for each in statement.values if isinstance(package.shape_of(each), FunctionType)]
    taken = [underlying(package.tables, each) for each in shape.parameters]
    return (
        others == [value]
        and all(each == NamedType("builtin", "error") for each in shape.results)
        and not any(isinstance(each, FunctionType) for each in taken)
    )


def spent(package: Package, definition: Definition) -> bool:
    """Tell whether a variable gets nil as the last thing that such a literal does: a second call finds nothing left.

    return func() { if quit == nil { return }; close(quit); quit = nil }
    """
    literal, statement = definition.function, definition.statement
    if not isinstance(definition.value, BuiltinName) or definition.value.name != "nil":
        return False
    if literal is None or literal.name or literal.body is None or literal.body.statements[-1:] != (statement,):
        return False
    return any(is_handed_back(package, *each) for each in _returned(package, literal))


def _returned(package: Package, literal: Function) -> list[tuple[Return, Expression]]:
    """Return the statements that return a literal, by itself or by the only variable that holds it."""
    node: Expression = package.tables.literal_nodes[literal]
    match package.parent(node):
        case Return() as statement:
            return [(statement, node)]
        case Assign(targets=(Name(variable=variable),)) | Declare(variables=(variable, *_)) if variable is not None:
            names = package.names(variable)
            parents = ((package.parent(name), name) for name in names)
            return [(parent, name) for parent, name in parents if isinstance(parent, Return)]
        case _:
            return []
