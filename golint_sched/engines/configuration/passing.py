"""How a server gets into a function that is called, and what a single step of a function evaluates."""

from collections.abc import Iterator

from golint_sched.engines.configuration.holders import ELEMENT, Holder, Inside, within
from golint_sched.flow.graph import Condition
from golint_sched.knowledge import http
from golint_sched.link.members import dereference, type_name
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, CompositeLiteral, Expression, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, Go, Return, Send


def text_of(holder: Holder) -> str:
    """Return a holder as a reader would write it."""
    root = holder.root if isinstance(holder.root, str) else holder.root.name
    return ".".join((root, *holder.path)).replace(f".{ELEMENT}", "[…]")


def is_test_server(package: Package, literal: CompositeLiteral) -> bool:
    """Tell whether a literal is an httptest.Server."""
    name = "" if literal.type is None else type_name(dereference(literal.type))
    return http.TEST_SERVER in {name, f"{package.import_path}.{name}"}


def evaluated(origin: object) -> tuple[Expression, ...]:
    """Return the expressions that a node evaluates itself."""
    match origin:
        case Call():
            return (origin,)
        case Go(call=call) | Defer(call=call):
            return (call,)
        case Assign(values=values) | Declare(values=values) | Return(values=values):
            return values
        case Send(value=value):
            return (value,)
        case Condition(expression=expression):
            return (expression,)
        case _:
            return ()


def parameters(
    package: Package, call: Call, function: Function, given: list[tuple[Expression, Inside]]
) -> Iterator[Holder]:
    """Yield what holds the server inside the function that is called."""
    last = len(function.parameters) - 1
    for value, inside in given:
        for position, argument in enumerate(call.arguments):
            if argument is value and last >= 0:
                holder = Holder(function.parameters[min(position, last)])
                if function.type.variadic and position >= last and not call.spread:
                    holder = Holder(holder.root, (ELEMENT,))
                yield within(holder, inside)
        if isinstance(call.function, Selector) and call.function.base is value and function.receiver is not None:
            member = package.resolver.member(call.function)
            path = () if member is None else member.path
            if inside.path[: len(path)] == path:
                yield within(Holder(function.receiver), Inside(inside.path[len(path) :], inside.key))
