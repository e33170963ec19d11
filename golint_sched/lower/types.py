"""Types: from what is written to `golint_sched.model.types`."""

from collections.abc import Callable

from tree_sitter import Node

from golint_sched.lower import grammar
from golint_sched.lower.context import EXPRESSION_DEPTH, MAXIMUM_DEPTH, Context
from golint_sched.lower.scopes import PREDECLARED_TYPES
from golint_sched.model.expressions import Variable, VariableKind
from golint_sched.model.types import (
    UNKNOWN,
    ArrayType,
    ChannelType,
    Field,
    FunctionType,
    InterfaceMethod,
    InterfaceType,
    MapType,
    NamedType,
    PointerType,
    SliceType,
    StructType,
    Type,
    TypeParameter,
)


def lower_type(context: Context, node: Node | None) -> Type:
    """Return the type that `node` spells; UNKNOWN where it cannot be read or nests too deep."""
    if node is None:
        return UNKNOWN
    handler = _HANDLERS.get(node.type)
    if handler is None:
        return UNKNOWN
    if context.depth >= MAXIMUM_DEPTH:
        context.report_depth(node)
        return UNKNOWN
    context.depth += EXPRESSION_DEPTH
    lowered = handler(context, node)
    context.depth -= EXPRESSION_DEPTH
    return lowered


def named_type(context: Context, name: str) -> Type:
    """Return what the bare type name `name` means here; a name that no scope holds is one of the package."""
    binding = context.scopes.find(name)
    if isinstance(binding, NamedType | TypeParameter):
        return binding
    if name in PREDECLARED_TYPES and name not in context.package_names:
        return NamedType("builtin", name)
    if name == "nil":
        return NamedType("builtin", "nil")
    return NamedType("", name)


def is_type_name(context: Context, name: str) -> bool:
    """Tell whether `name` is known to be a type: declared as one in this file, a type parameter or predeclared."""
    binding = context.scopes.find(name)
    if binding is not None:
        return not isinstance(binding, Variable)
    kind = context.package_names.get(name)
    if kind is not None:
        return kind is kind.TYPE
    return name in PREDECLARED_TYPES


def function_type(context: Context, node: Node) -> FunctionType:
    """Return the signature of a function type, a method or a function: whatever has parameters and a result."""
    parameters, variadic = lower_parameters(context, node.child_by_field_id(grammar.PARAMETERS), VariableKind.PARAMETER)
    results = lower_results(context, node.child_by_field_id(grammar.RESULT))
    return signature(parameters, results, variadic=variadic)


def signature(parameters: tuple[Variable, ...], results: tuple[Variable, ...], *, variadic: bool) -> FunctionType:
    """Return the type of a function with these parameters and results."""
    types = [parameter.type or UNKNOWN for parameter in parameters]
    if variadic and isinstance(last := types[-1], SliceType):
        types[-1] = last.element
    return FunctionType(tuple(types), tuple([result.type or UNKNOWN for result in results]), variadic)


def lower_parameters(context: Context, node: Node | None, kind: VariableKind) -> tuple[tuple[Variable, ...], bool]:
    """Return the variables of a parameter list, and whether the last one is variadic; no name is bound yet.

    The span of an unnamed parameter is its type.
    """
    variables: list[Variable] = []
    variadic = False
    for child in [] if node is None else node.named_children:
        child_type = child.type
        if child_type not in {"parameter_declaration", "variadic_parameter_declaration"}:
            continue
        type_node = child.child_by_field_id(grammar.TYPE)
        lowered = lower_type(context, type_node)
        variadic = child_type == "variadic_parameter_declaration"
        if variadic:
            lowered = SliceType(lowered)
        names = [name for name in child.children_by_field_id(grammar.NAME) if name.is_named]
        variables.extend(Variable(context.text(name), kind, context.span(name), lowered) for name in names)
        if not names:
            variables.append(Variable("", kind, context.span(type_node or child), lowered))
    return tuple(variables), variadic


def lower_results(context: Context, node: Node | None) -> tuple[Variable, ...]:
    """Return the results of a function: a parameter list, one type, or nothing."""
    if node is None:
        return ()
    if node.type == "parameter_list":
        return lower_parameters(context, node, VariableKind.RESULT)[0]
    return (Variable("", VariableKind.RESULT, context.span(node), lower_type(context, node)),)


def lower_type_arguments(context: Context, node: Node | None) -> tuple[Type, ...]:
    """Return the types of a `type_arguments` node."""
    if node is None:
        return ()
    return tuple([lower_type(context, child) for child in node.named_children if not child.is_extra])


def declare_type_parameters(context: Context, node: Node | None) -> tuple[str, ...]:
    """Bind the names of a `type_parameter_list` in the innermost scope, and return them."""
    names: list[str] = []
    for declaration in [] if node is None else node.named_children:
        for child in declaration.children_by_field_id(grammar.NAME):
            if child.is_named:
                name = context.text(child)
                names.append(name)
                context.scopes.declare(name, TypeParameter(name))
    return tuple(names)


def type_name_node(node: Node | None) -> Node | None:
    """Return the identifier that names a type: without pointer, parentheses, package and arguments."""
    while node is not None:
        node_type = node.type
        if node_type == "type_identifier":
            return node
        if node_type == "qualified_type":
            return node.child_by_field_id(grammar.NAME)
        if node_type == "generic_type":
            node = node.child_by_field_id(grammar.TYPE)
        elif node_type in {"pointer_type", "parenthesized_type"}:
            node = first_child(node)
        else:
            return None
    return None


def first_child(node: Node) -> Node | None:
    """Return the first named child that is no comment."""
    for child in node.named_children:
        if not child.is_extra:
            return child
    return None


def _identifier(context: Context, node: Node) -> Type:
    return named_type(context, context.text(node))


def _qualified(context: Context, node: Node) -> Type:
    package, name = node.child_by_field_id(grammar.PACKAGE), node.child_by_field_id(grammar.NAME)
    if package is None or name is None:
        return UNKNOWN
    path = context.imports.get(context.text(package))
    return UNKNOWN if path is None else NamedType(path, context.text(name))


def _generic(context: Context, node: Node) -> Type:
    base = lower_type(context, node.child_by_field_id(grammar.TYPE))
    arguments = lower_type_arguments(context, node.child_by_field_id(grammar.TYPE_ARGUMENTS))
    return NamedType(base.package, base.name, arguments) if isinstance(base, NamedType) else base


def _inner(context: Context, node: Node) -> Type:
    return lower_type(context, first_child(node))


def _element(context: Context, node: Node) -> Type:
    """Return the type of a `type_elem`: one type, or the union `A | B` as an interface of its terms."""
    terms = _terms(context, node)
    return terms[0] if len(terms) == 1 else InterfaceType(embedded=terms)


def _terms(context: Context, node: Node) -> tuple[Type, ...]:
    return tuple([lower_type(context, child) for child in node.named_children if not child.is_extra])


def _pointer(context: Context, node: Node) -> Type:
    return PointerType(lower_type(context, first_child(node)))


def _slice(context: Context, node: Node) -> Type:
    return SliceType(lower_type(context, node.child_by_field_id(grammar.ELEMENT)))


def _array(context: Context, node: Node) -> Type:
    length = node.child_by_field_id(grammar.LENGTH)
    element = lower_type(context, node.child_by_field_id(grammar.ELEMENT))
    return ArrayType(element, "..." if length is None else context.text(length))


def _map(context: Context, node: Node) -> Type:
    key = lower_type(context, node.child_by_field_id(grammar.KEY))
    return MapType(key, lower_type(context, node.child_by_field_id(grammar.VALUE)))


def _channel(context: Context, node: Node) -> Type:
    # chan T    chan<- T    <-chan T
    words = [child.type for child in node.children if not child.is_named]
    element = lower_type(context, node.child_by_field_id(grammar.VALUE))
    return ChannelType(element, can_send=words[:1] != ["<-"], can_receive=words[1:2] != ["<-"])


def _struct(context: Context, node: Node) -> Type:
    fields: list[Field] = []
    body = first_child(node)
    for declaration in [] if body is None else body.named_children:
        if declaration.type == "field_declaration":
            fields.extend(_fields(context, declaration))
    return StructType(tuple(fields))


def _fields(context: Context, node: Node) -> list[Field]:
    """Return what one field declaration declares: `a, b T`, or the embedded `T`, `*p.T`, `T[int]`."""
    type_node = node.child_by_field_id(grammar.TYPE)
    lowered = lower_type(context, type_node)
    names = [child for child in node.children_by_field_id(grammar.NAME) if child.is_named]
    if names:
        return [Field(context.text(name), lowered, offset=name.start_byte) for name in names]
    name = type_name_node(type_node)
    if name is None:
        return []
    if any(child.type == "*" for child in node.children):
        lowered = PointerType(lowered)
    return [Field(context.text(name), lowered, embedded=True, offset=name.start_byte)]


def _interface(context: Context, node: Node) -> Type:
    methods: list[InterfaceMethod] = []
    embedded: list[Type] = []
    for child in node.named_children:
        child_type = child.type
        if child_type == "method_elem":
            name = child.child_by_field_id(grammar.NAME)
            if name is not None:
                methods.append(InterfaceMethod(context.text(name), function_type(context, child)))
        elif child_type == "type_elem":
            embedded.extend(_terms(context, child))
    return InterfaceType(tuple(methods), tuple(embedded))


_HANDLERS: dict[str, Callable[[Context, Node], Type]] = {
    "type_identifier": _identifier,
    "identifier": _identifier,
    "nil": _identifier,
    "qualified_type": _qualified,
    "generic_type": _generic,
    "parenthesized_type": _inner,
    "negated_type": _inner,
    "type_elem": _element,
    "pointer_type": _pointer,
    "slice_type": _slice,
    "array_type": _array,
    "implicit_length_array_type": _array,
    "map_type": _map,
    "channel_type": _channel,
    "function_type": function_type,
    "struct_type": _struct,
    "interface_type": _interface,
}
