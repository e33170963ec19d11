"""Functions, methods and function literals."""

from collections.abc import Callable

from tree_sitter import Node

from golint_sched.lower import grammar
from golint_sched.lower.context import Context
from golint_sched.lower.expressions import HANDLERS
from golint_sched.lower.statements import lower_body
from golint_sched.lower.types import (
    declare_type_parameters,
    first_child,
    lower_parameters,
    lower_results,
    signature,
    type_name_node,
)
from golint_sched.model.expressions import Expression, FunctionLiteral, Variable, VariableKind
from golint_sched.model.functions import Function
from golint_sched.model.statements import Block
from golint_sched.model.types import FunctionType, TypeParameter
from golint_sched.source import Span

Wanted = Callable[[bytes], bool]
"""Tells from the bytes of a body, braces included, whether it is to be lowered."""

_KEYWORD = len("func")


def receiver_type_node(node: Node) -> Node | None:
    """Return the type of a method's receiver, None for a function or an empty receiver list."""
    receiver = node.child_by_field_id(grammar.RECEIVER)
    declaration = None if receiver is None else first_child(receiver)
    return None if declaration is None else declaration.child_by_field_id(grammar.TYPE)


def function_key(context: Context, node: Node) -> str:
    """Return the key of a declared function: `Run`, `Server.Name`, `(*Server).Run`."""
    name_node = node.child_by_field_id(grammar.NAME)
    name = "" if name_node is None else context.text(name_node)
    if node.type != "method_declaration":
        return name
    type_node = receiver_type_node(node)
    base_node = type_name_node(type_node)
    base = "" if base_node is None else context.text(base_node)
    return f"(*{base}).{name}" if _is_pointer(type_node) else f"{base}.{name}"


def _is_pointer(node: Node | None) -> bool:
    while node is not None and node.type == "parenthesized_type":
        node = first_child(node)
    return node is not None and node.type == "pointer_type"


def lower_function(context: Context, node: Node, *, key: str, documentation: str, wanted: Wanted | None) -> Function:
    """Return a declared function or method; its body is None where there is none or where it is not `wanted`."""
    name_node = node.child_by_field_id(grammar.NAME)
    body_node = node.child_by_field_id(grammar.BODY)
    receiver_node = node.child_by_field_id(grammar.RECEIVER)
    context.scopes.enter()
    base_node = _declare_receiver_parameters(context, node)
    declare_type_parameters(context, node.child_by_field_id(grammar.TYPE_PARAMETERS))
    for name in context.method_parameters.get(node.start_byte, ()):
        context.scopes.declare(name, TypeParameter(name))
    receivers = lower_parameters(context, receiver_node, VariableKind.RECEIVER)[0]
    type_, parameters, results = _signature(context, node)
    body = None
    if body_node is not None and (wanted is None or wanted(context.content[body_node.start_byte : body_node.end_byte])):
        body = _body(context, body_node, (*receivers, *parameters, *results))
    context.scopes.leave()
    return Function(
        key=key,
        name="" if name_node is None else context.text(name_node),
        span=context.span(node),
        name_span=context.span(name_node or node),
        type=type_,
        parameters=parameters,
        results=results,
        receiver=receivers[0] if receivers else None,
        receiver_type="" if base_node is None else context.text(base_node),
        body=body,
        documentation=documentation,
    )


def _declare_receiver_parameters(context: Context, node: Node) -> Node | None:
    """Bind K and V of `func (m *Map[K, V]) …`, and return the identifier that names the receiver's type."""
    type_node = receiver_type_node(node)
    base = type_name_node(type_node)
    generic = None if base is None else base.parent
    if base is None or generic is None or generic.type != "generic_type":
        return base
    arguments = generic.child_by_field_id(grammar.TYPE_ARGUMENTS)
    for child in [] if arguments is None else arguments.named_children:
        parameter = first_child(child) if child.type == "type_elem" else child
        if parameter is not None and parameter.type == "type_identifier":
            name = context.text(parameter)
            context.scopes.declare(name, TypeParameter(name))
    return base


def _signature(context: Context, node: Node) -> tuple[FunctionType, tuple[Variable, ...], tuple[Variable, ...]]:
    """Return type, parameters and results of a function; their names are not bound yet."""
    parameters, variadic = lower_parameters(context, node.child_by_field_id(grammar.PARAMETERS), VariableKind.PARAMETER)
    results = lower_results(context, node.child_by_field_id(grammar.RESULT))
    return signature(parameters, results, variadic=variadic), parameters, results


def _body(context: Context, node: Node, variables: tuple[Variable, ...]) -> Block:
    """Return the body, which shares its scope with the parameters: there `a, err := …` may reuse a result."""
    for variable in variables:
        context.scopes.declare(variable.name, variable)
    return lower_body(context, node)


def _literal(context: Context, node: Node) -> Expression:
    """Return a function literal under the name that the runtime gives it.

    Run  →  Run.func1, Run.func2      Run.func1  →  Run.func1.1      a package variable  →  glob..func1
    """
    context.literals += 1
    outer_key, outer_literals, outer_inside = context.key, context.literals, context.inside_literal
    inner = f".{outer_literals}" if outer_inside else f".func{outer_literals}"
    context.key = (outer_key or "glob.") + inner
    context.literals = 0
    context.inside_literal = True
    context.scopes.enter()
    type_, parameters, results = _signature(context, node)
    body_node = node.child_by_field_id(grammar.BODY)
    body = None if body_node is None else _body(context, body_node, (*parameters, *results))
    context.scopes.leave()
    span = context.span(node)
    function = Function(
        key=context.key,
        name="",
        span=span,
        name_span=Span(span.path, span.start, min(span.start + _KEYWORD, span.end)),
        type=type_,
        parameters=parameters,
        results=results,
        receiver=None,
        receiver_type="",
        body=body,
    )
    context.key, context.literals, context.inside_literal = outer_key, outer_literals, outer_inside
    return FunctionLiteral(span, function)


# The one expression that holds statements: entered here, because expressions know nothing of them.
HANDLERS["func_literal"] = _literal
