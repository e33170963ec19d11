"""Declarations of variables, constants and types, at package level and in functions."""

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from golint_sched.lower import grammar
from golint_sched.lower.context import Context
from golint_sched.lower.errors import header_is_broken
from golint_sched.lower.expressions import IDENTIFIERS, lower_expressions
from golint_sched.lower.types import declare_type_parameters, lower_type
from golint_sched.model.expressions import Expression, Variable, VariableKind
from golint_sched.model.functions import TypeDeclaration
from golint_sched.model.types import NamedType, Type
from golint_sched.source import Span


@dataclass(frozen=True, slots=True)
class ValueSpec:
    """One line of a `var` or `const` declaration; no name is bound yet, and a blank one is "_"."""

    span: Span
    variables: tuple[Variable, ...]
    type: Type | None
    values: tuple[Expression, ...]


def lower_value_specs(context: Context, node: Node, kind: VariableKind) -> Iterator[ValueSpec]:
    """Yield the specs of a `var` or `const` declaration, each lowered when it is asked for.

    The caller binds the names of one spec before it asks for the next. A constant that repeats the line above it
    has the type and the very values of that line. Specs with a syntax error are left out.
    """
    type_: Type | None = None
    values: tuple[Expression, ...] = ()
    for spec in _specs(node):
        if spec.has_error and header_is_broken(spec):
            continue
        type_node, value_node = spec.child_by_field_id(grammar.TYPE), spec.child_by_field_id(grammar.VALUE)
        if type_node is not None or value_node is not None or spec.type == "var_spec":
            type_ = None if type_node is None else lower_type(context, type_node)
            values = lower_expressions(context, value_node)
        names = [name for name in spec.children_by_field_id(grammar.NAME) if name.type in IDENTIFIERS]
        variables = tuple([Variable(context.text(name), kind, context.span(name), type_) for name in names])
        yield ValueSpec(context.span(spec), variables, type_, values)


def _specs(node: Node) -> Iterator[Node]:
    """Yield the `var_spec` or `const_spec` nodes of a declaration, in order."""
    for child in node.named_children:
        if child.type in {"var_spec", "const_spec"}:
            yield child
        elif child.type == "var_spec_list":
            yield from _specs(child)


def declared_names(node: Node) -> Iterator[Node]:
    """Yield the identifiers that a `var`, `const` or `type` declaration declares."""
    specs = _type_specs(node) if node.type == "type_declaration" else _specs(node)
    for spec in specs:
        yield from (name for name in spec.children_by_field_id(grammar.NAME) if name.is_named)


def _type_specs(node: Node) -> Iterator[Node]:
    return (child for child in node.named_children if child.type in {"type_spec", "type_alias"})


def lower_type_declaration(context: Context, node: Node, *, local: bool) -> Iterator[TypeDeclaration]:
    """Yield the types that a `type` declaration declares; the names of `local` ones are bound in the scope."""
    for spec in _type_specs(node):
        name_node, type_node = spec.child_by_field_id(grammar.NAME), spec.child_by_field_id(grammar.TYPE)
        if name_node is None or type_node is None or (spec.has_error and header_is_broken(spec)):
            continue
        name = context.text(name_node)
        if local:
            bare, name = name, f"{name}·{name_node.start_byte}"
            context.scopes.declare(bare, NamedType("", name))
        context.scopes.enter()
        parameters = declare_type_parameters(context, spec.child_by_field_id(grammar.TYPE_PARAMETERS))
        lowered = lower_type(context, type_node)
        context.scopes.leave()
        yield TypeDeclaration(name, context.span(spec), parameters, lowered, spec.type == "type_alias")
