"""What the nodes of a function's graph assign."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.paths.terms import Term, result_term, target_term, term_of, variable_term
from golint_sched.flow.graph import Graph, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    Constant,
    Expression,
    FunctionLiteral,
    Name,
    PackageName,
    Selector,
    Unary,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, Go, Range, Return
from golint_sched.model.types import (
    ChannelType,
    FunctionType,
    InterfaceType,
    MapType,
    NamedType,
    PointerType,
    SliceType,
)


@dataclass(frozen=True, slots=True)
class Store:
    """One assignment: `target` gets the value of `source`, of result `position` of it, or something unknown.

    `step` tells of `target++`.
    """

    target: Term
    source: Expression | None = None
    position: int | None = None
    step: bool = False


class Stores:
    """The assignments of one function's graph."""

    def __init__(self, package: Package, graph: Graph) -> None:
        """Make it for a graph of the package."""
        self.package = package
        self.graph = graph
        self._stores: dict[int, tuple[Store, ...]] = {}

    def of(self, node: Node) -> tuple[Store, ...]:
        """Return what the node assigns, to variables, fields, and the function's results."""
        if node.index not in self._stores:
            self._stores[node.index] = tuple(self._find_stores(node))
        return self._stores[node.index]

    def _find_stores(self, node: Node) -> Iterator[Store]:
        match node.origin:
            case Assign() as statement:
                yield from self._assign_stores(statement)
            case Declare(variables=variables, values=values):
                spread = len(values) == 1 and len(variables) > 1
                for position, variable in enumerate(variables):
                    if variable is not None and values:
                        value = values[0] if spread else values[min(position, len(values) - 1)]
                        yield Store(variable_term(variable), value, position if spread else None)
                    elif variable is not None:
                        yield Store(variable_term(variable), _zero(node.origin))
            case Range(key=key, value=value):
                for target in (key, value):
                    term = None if target is None else target_term(self.package, target)
                    if term is not None:
                        yield Store(term)
            case Return(values=values) if values:
                results = self.graph.function.results
                spread = len(values) == 1 and len(results) > 1
                for position, variable in enumerate(results):
                    value = values[0] if spread else values[min(position, len(values) - 1)]
                    yield Store(variable_term(variable), value, position if spread else None)
            case Call() as call:
                yield from self._call_stores(call)
            case Go(call=call) | Defer(call=call):
                yield from self._call_stores(call)
            case _:
                pass

    def _assign_stores(self, statement: Assign) -> Iterator[Store]:
        spread = len(statement.values) == 1 and len(statement.targets) > 1
        for position, target in enumerate(statement.targets):
            term = None if target is None else target_term(self.package, target)
            if term is None:
                continue
            if statement.operator not in ("=", ":="):
                yield Store(term, step=statement.operator == "++")
            elif spread:
                yield Store(term, statement.values[0], position)
            elif position < len(statement.values):
                yield Store(term, statement.values[position])

    def _call_stores(self, call: Call) -> Iterator[Store]:
        """Yield what a call may change: `x` of `f(&x)`, and what a literal among its arguments assigns."""
        for argument in call.arguments:
            if isinstance(argument, Unary) and argument.operator == "&":
                term = term_of(self.package, argument.operand)
                if term is not None:
                    yield Store(term)
            elif isinstance(argument, FunctionLiteral | Name):
                for function in self.package.resolver.function_value(argument).functions:
                    if not function.name:
                        yield from (Store(term) for term in assigned_outside(self.package, function))


def source_term(package: Package, store: Store) -> Term | None:
    """Return the value that a store gives as a term, None where it is none."""
    if store.source is None:
        return None
    if isinstance(store.source, Call) and store.position is not None:
        return result_term(store.source, store.position)
    return term_of(package, store.source) if store.position is None else None


def _zero(declaration: Declare) -> Expression | None:
    """Return the value that `var x T` gives a variable, as far as facts are about it."""
    match declaration.type:
        case NamedType(package="builtin", name="bool"):
            return BuiltinName(declaration.span, "false")
        case NamedType(package="builtin", name="error" | "any"):
            return BuiltinName(declaration.span, "nil")
        case NamedType(package="builtin", name="string"):
            return Constant(declaration.span, "string", '""')
        case NamedType(package="builtin", name=name) if name.startswith(("int", "uint")):
            return Constant(declaration.span, "int", "0")
        case FunctionType() | PointerType() | ChannelType() | SliceType() | MapType() | InterfaceType():
            return BuiltinName(declaration.span, "nil")
        case _:
            return None


def assigned_outside(package: Package, literal: Function) -> Iterator[Term]:
    """Yield what a literal, or one inside it, assigns of the variables and fields around it."""
    for node in package.inside(literal, Assign):
        for target in node.targets:
            if isinstance(target, Name | PackageName | Selector):
                term = target_term(package, target)
                if term is not None:
                    yield term
    for inner in package.literals(literal):
        yield from assigned_outside(package, inner)
