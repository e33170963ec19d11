"""Which contexts a goroutine could observe, and whether they can ever be cancelled."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.knowledge import blocking
from golint_sched.link.members import dereference, find_member, type_name, underlying
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import (
    Call,
    CompositeLiteral,
    Expression,
    Name,
    QualifiedName,
    Selector,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare
from golint_sched.model.types import StructType, Type, UnknownType
from golint_sched.model.walk import ModelNode
from golint_sched.source import Span

_DEPTH = 6  # a chain of parents longer than this is not followed
_CONTEXT_NAME = re.compile(r"(?:^|\.)(?:\w*[cC](?:on)?te?xt?\w*)$|\.(?:Context|UserContext)\(\)$")


@dataclass(frozen=True, slots=True)
class Reach:
    """A context that a goroutine could observe: how its code would write it, and where it comes from."""

    text: str
    span: Span


def is_context_type(given: Type | None) -> bool:
    """Tell whether a type is context.Context, under either import path."""
    return given is not None and type_name(dereference(given)) == "context.Context"


def is_request_type(given: Type | None) -> bool:
    """Tell whether a type is `*http.Request`."""
    return blocking.named(given) == "net/http.Request"


def may_be_context(package: Package, expression: Expression) -> bool:
    """Tell whether an expression is a context; one of unknown type is, if it is called so."""
    given = package.type_of(expression)
    if is_context_type(given):
        return True
    if isinstance(expression, Call):
        callee = package.callee(expression)
        if callee.external.endswith((".Context", ".UserContext")) or callee.unknown:
            return isinstance(expression.function, Selector) and expression.function.field in ("Context", "UserContext")
        return False
    if not isinstance(given, UnknownType):
        return blocking.is_http_handler((given,)) or _embeds_context(package, given)
    return isinstance(expression, Name | Selector) and bool(_CONTEXT_NAME.search(_last_name(expression)))


def _last_name(expression: Name | Selector) -> str:
    return expression.name if isinstance(expression, Name) else expression.field


def _embeds_context(package: Package, given: Type) -> bool:
    """Tell whether a type has the context's Done by embedding one."""
    member = find_member(package.tables, given, "Done")
    return member is not None and member.external == "context.Context.Done"


def is_cancellable(package: Package, expression: Expression, depth: int = 0) -> bool:
    """Tell whether the context that an expression means may ever be cancelled; what is not in view may."""
    if depth > _DEPTH:
        return True
    match expression:
        case Call():
            callee = package.callee(expression)
            if callee.external in blocking.NEVER_CANCELLED:
                return False
            if callee.external.endswith("context.WithValue") and expression.arguments:
                return is_cancellable(package, expression.arguments[0], depth + 1)
            return True
        case Name(variable=variable):
            return is_cancellable_variable(package, variable, depth + 1)
        case Selector(field=field):
            member = package.resolver.member(expression)
            owner = type_name(dereference(package.type_of(expression.base))) if member is None else member.owner
            values = list(_field_values(package, field, owner))
            return not values or any(is_cancellable(package, value, depth + 1) for value in values)
        case _:
            return True


def is_cancellable_variable(package: Package, variable: Variable, depth: int = 0) -> bool:
    """Tell whether a local variable or parameter may hold a context that is ever cancelled."""
    if depth > _DEPTH:
        return True
    definitions = package.definitions(variable)
    values = [definition.value for definition in definitions if definition.value is not None]
    if any(is_cancellable(package, value, depth + 1) for value in values):
        return True
    parameter = next((each for each in definitions if each.value is None and each.statement is None), None)
    if parameter is None or parameter.function is None:
        return not values
    return _parameter_is_cancellable(package, parameter.function, variable, depth)


def _parameter_is_cancellable(package: Package, function: Function, variable: Variable, depth: int) -> bool:
    """Look at what the callers pass, where they are all in view."""
    exported = function.name[:1].isupper() and package.name != "main"
    if exported or variable not in function.parameters or package.is_value(function):
        return True
    position = function.parameters.index(variable)
    calls = [call for _, call in package.callers(function)]
    if not calls or any(position >= len(call.arguments) for call in calls):
        return True
    return any(is_cancellable(package, call.arguments[position], depth + 1) for call in calls)


def _field_values(package: Package, field: str, owner: str) -> Iterator[Expression]:
    """Yield what the package assigns to a struct field, in literals and by name."""
    for function in package.bodies():
        for node in package.nodes_of(function, (CompositeLiteral, Assign)):
            match node:
                case CompositeLiteral(type=given, elements=elements) if type_name(dereference(given)) == owner:  # type: ignore[arg-type]
                    yield from (element.value for element in elements if element.field == field)
                case Assign(targets=targets, values=values):
                    for place, target in enumerate(targets):
                        if isinstance(target, Selector) and target.field == field and _is_of(package, target, owner):
                            yield values[place] if len(values) == len(targets) else values[0]
                case _:
                    pass


def _is_of(package: Package, selector: Selector, owner: str) -> bool:
    """Tell whether a selector may mean a field of a type, which is so where nobody knows whose field it is."""
    member = package.resolver.member(selector)
    return member is None or member.owner == owner


def contexts_in_reach(package: Package, root: Function, spawn: Spawn) -> Iterator[Reach]:
    """Yield the contexts that a goroutine could observe and that may be cancelled, the nearest first.

    They are the parameters of its function, the variables that a literal captures or could capture, and the fields
    of the receiver; a `*http.Request` counts by its context.
    """
    for place, parameter in enumerate(root.parameters):
        passed = spawn.arguments[place] if place < len(spawn.arguments) else None
        yield from _from_parameter(package, parameter, passed)
    inner = root
    while (around := package.enclosing(inner)) is not None:
        literal = package.tables.literal_nodes[inner]
        yield from _from_locals(package, around, literal)
        for parameter in around.parameters:
            yield from _from_parameter(package, parameter, None)
        inner = around
    if inner.receiver is not None and inner.receiver.name not in ("", "_"):
        yield from _from_receiver(package, inner.receiver)


def _from_parameter(package: Package, parameter: Variable, passed: Expression | None) -> Iterator[Reach]:
    if parameter.name in ("", "_"):
        return
    if is_request_type(parameter.type):
        yield Reach(f"{parameter.name}.Context()", parameter.span)
    elif is_context_type(parameter.type):
        if passed is not None:
            cancellable = is_cancellable(package, passed)
        else:
            cancellable = is_cancellable_variable(package, parameter)
        if cancellable:
            yield Reach(parameter.name, parameter.span)


def _from_locals(package: Package, function: Function, before: ModelNode) -> Iterator[Reach]:
    """Yield the context variables of `function` that are declared before the node and in scope there."""
    around = set(package.ancestors(before))
    found: list[Reach] = []
    for node in package.nodes_of(function, (Assign, Declare)):
        if not isinstance(node, Assign | Declare) or node.span.end > before.span.start:
            continue
        if package.parent(node) not in around:
            continue
        variables = node.declared if isinstance(node, Assign) else node.variables
        found += [
            Reach(variable.name, variable.span)
            for variable in variables
            if variable is not None
            and variable.name != "_"
            and is_context_type(package.resolver.variable_type(variable))
            and is_cancellable_variable(package, variable)
        ]
    yield from reversed(found)


def _from_receiver(package: Package, receiver: Variable) -> Iterator[Reach]:
    """Yield the context fields of the receiver's struct, then those of the structs that it embeds."""
    pending = [] if receiver.type is None else [(receiver.type, 0)]
    while pending:
        given, depth = pending.pop(0)
        base = dereference(given)
        shape = underlying(package.tables, base)
        if not isinstance(shape, StructType):
            continue
        for field in shape.fields:
            if is_context_type(field.type):
                values = list(_field_values(package, field.name, type_name(base)))
                if not values or any(is_cancellable(package, value) for value in values):
                    yield Reach(f"{receiver.name}.{field.name}", receiver.span)
            elif field.embedded and depth < _DEPTH:
                pending.append((field.type, depth + 1))


def is_detached(package: Package, expression: Expression) -> bool:
    """Tell whether a context is one that has been cut off from its request on purpose.

    That is `context.WithoutCancel(…)`, or one with a deadline of its own.
    """
    match expression:
        case Call():
            return package.callee(expression).external in blocking.DEADLINES | {"context.WithoutCancel"}
        case Name(variable=variable):
            values = (definition.value for definition in package.definitions(variable))
            return any(isinstance(value, Call) and is_detached(package, value) for value in values)
        case Unary(operand=operand):
            return is_detached(package, operand)
        case QualifiedName():
            return False
        case _:
            return False
