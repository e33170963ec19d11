"""Expressions: from what is written to `golint_sched.model.expressions`."""

from collections.abc import Callable

from tree_sitter import Node

from golint_sched.lower import grammar
from golint_sched.lower.context import EXPRESSION_DEPTH, MAXIMUM_DEPTH, Context, PackageKind
from golint_sched.lower.scopes import PREDECLARED_TYPES, PREDECLARED_VALUES
from golint_sched.lower.types import (
    first_child,
    is_type_name,
    lower_type,
    lower_type_arguments,
    named_type,
)
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    CompositeLiteral,
    Constant,
    Element,
    Expression,
    Index,
    Name,
    PackageName,
    QualifiedName,
    Receive,
    Selector,
    Slice,
    TypeAssertion,
    TypeExpression,
    Unary,
    Unreadable,
    Variable,
)
from golint_sched.model.types import ArrayType, MapType, NamedType, PointerType, SliceType, Type
from golint_sched.source import Span

IDENTIFIERS = frozenset({"identifier", "nil", "true", "false", "iota"})
"""The node types of an identifier; the grammar sets four predeclared ones apart, which may be redeclared."""

_STRINGS = frozenset({"interpreted_string_literal", "raw_string_literal"})

HANDLERS: dict[str, Callable[[Context, Node], Expression]] = {}
"""How each node type is lowered; `golint_sched.lower.functions` adds the literals, whose bodies are statements."""


def lower_expression(context: Context, node: Node | None) -> Expression:
    """Return the expression that `node` spells, parentheses dropped; Unreadable where that cannot be done."""
    if node is None:
        return Unreadable(context.span_of(0, 0))
    node_type = node.type
    if node_type == "identifier":
        return _identifier(context, node)
    handler = HANDLERS.get(node_type)
    if handler is None:
        return Unreadable(context.span(node))
    if context.depth >= MAXIMUM_DEPTH:
        return context.unreadable_depth(node)
    context.depth += EXPRESSION_DEPTH
    lowered = handler(context, node)
    context.depth -= EXPRESSION_DEPTH
    return lowered


def lower_expressions(context: Context, node: Node | None) -> tuple[Expression, ...]:
    """Return the expressions of an `expression_list`, or the one of any other node; none for None."""
    if node is None:
        return ()
    if node.type != "expression_list":
        return (lower_expression(context, node),)
    return tuple([lower_expression(context, child) for child in node.named_children if not child.is_extra])


def _identifier(context: Context, node: Node) -> Expression:
    span = context.span(node)
    return _named(context, span, context.content[span.start : span.end].decode("utf-8", "replace"))


def _named(context: Context, span: Span, name: str) -> Expression:
    """Return what the identifier `name` at `span` means here."""
    binding = context.scopes.find(name)
    if binding is not None:
        return Name(span, name, binding) if isinstance(binding, Variable) else TypeExpression(span, binding)
    if name not in context.package_names:
        if name in PREDECLARED_VALUES:
            return BuiltinName(span, name)
        if name in PREDECLARED_TYPES:
            return TypeExpression(span, named_type(context, name))
    return PackageName(span, name)


def _qualified(context: Context, node: Node, base: Node | None, field: Node | None) -> Expression:
    """Return `base.field`: a name of an imported package, or a selector on a value."""
    if base is None or field is None:
        return Unreadable(context.span(node))
    if base.type in {"identifier", "package_identifier"}:
        name = context.text(base)
        path = context.imports.get(name)
        if path is not None and context.scopes.find(name) is None:
            return QualifiedName(context.span(node), path, context.text(field))
        lowered = _named(context, context.span(base), name)
    else:
        lowered = _dereferenced_type(context, base, certain=True) or lower_expression(context, base)
    return Selector(context.span(node), lowered, context.text(field), context.span(field))


def _selector(context: Context, node: Node) -> Expression:
    base, field = node.child_by_field_id(grammar.OPERAND), node.child_by_field_id(grammar.FIELD)
    return _qualified(context, node, base, field)


def _parenthesized(context: Context, node: Node) -> Expression:
    return lower_expression(context, first_child(node))


def _unary(context: Context, node: Node) -> Expression:
    operator = node.child_by_field_id(grammar.OPERATOR)
    operand = lower_expression(context, node.child_by_field_id(grammar.OPERAND))
    sign = "" if operator is None else operator.type
    return Receive(context.span(node), operand) if sign == "<-" else Unary(context.span(node), sign, operand)


def _binary(context: Context, node: Node) -> Expression:
    """Walk down the left side in a loop: a sum of thousands of terms is as deep a tree."""
    spine: list[Node] = []
    bottom: Node | None = node
    while bottom is not None and bottom.type == "binary_expression":
        spine.append(bottom)
        bottom = bottom.child_by_field_id(grammar.LEFT)
    outer = context.depth
    room = (MAXIMUM_DEPTH - outer) // EXPRESSION_DEPTH
    if len(spine) > room:
        left = _long_prefix(context, spine[room:], bottom)
        del spine[room:]
    else:
        context.depth = outer + len(spine) * EXPRESSION_DEPTH
        left = lower_expression(context, bottom)
    context.depth = outer
    for level in reversed(spine):
        operator = level.child_by_field_id(grammar.OPERATOR)
        right = lower_expression(context, level.child_by_field_id(grammar.RIGHT))
        left = Binary(context.span(level), "" if operator is None else operator.type, left, right)
    return left


def _long_prefix(context: Context, spine: list[Node], bottom: Node | None) -> Expression:
    """Return what stands for the part of a sum that nests too deep.

    A text of hundreds of lines, `"…" +` on each, is one constant; of anything else nothing is known.
    """
    operands = [bottom, *(level.child_by_field_id(grammar.RIGHT) for level in spine)]
    if all(operand is not None and operand.type in _STRINGS for operand in operands):
        return Constant(context.span(spine[0]), "string", context.text(spine[0]))
    return context.unreadable_depth(spine[0])


def _call(context: Context, node: Node) -> Expression:
    function_node = node.child_by_field_id(grammar.FUNCTION)
    function = _dereferenced_type(context, function_node, certain=False) or lower_expression(context, function_node)
    type_argument_node = node.child_by_field_id(grammar.TYPE_ARGUMENTS)
    types: tuple[Type, ...] = ()
    if type_argument_node is not None:
        function, types = _instantiated(context, function, type_argument_node)
    elif isinstance(function, Index):
        function, types = _instantiation(context, function)
    arguments, spread = _arguments(context, node.child_by_field_id(grammar.ARGUMENTS), function)
    return Call(context.span(node), function, arguments, spread, types)


def _arguments(context: Context, node: Node | None, function: Expression) -> tuple[tuple[Expression, ...], bool]:
    """Return the arguments of a call, and whether `...` follows the last one."""
    arguments: list[Expression] = []
    spread = False
    for child in [] if node is None else node.named_children:
        if child.is_extra:
            continue
        if child.type == "variadic_argument":
            spread = True
            arguments.append(lower_expression(context, first_child(child)))
        else:
            arguments.append(lower_expression(context, child))
    if arguments and isinstance(function, BuiltinName) and function.name in {"make", "new"}:
        arguments[0] = _made(context, arguments[0])
    return tuple(arguments), spread


def _made(context: Context, argument: Expression) -> Expression:
    """Return the first argument of make or new, which is a type unless it is known to be a value.

    make(Queue, n)    new(Server)    new(pkg.Server)    new(List[int])    new(value)
    """
    inner, types = _instantiation(context, argument) if isinstance(argument, Index) else (argument, ())
    if isinstance(inner, PackageName):
        if context.package_names.get(inner.name, PackageKind.TYPE) is PackageKind.TYPE:
            return TypeExpression(argument.span, _with_arguments(named_type(context, inner.name), types))
    elif isinstance(inner, QualifiedName):
        return TypeExpression(argument.span, NamedType(inner.package, inner.name, types))
    return argument


def _with_arguments(base: Type, arguments: tuple[Type, ...]) -> Type:
    return NamedType(base.package, base.name, arguments) if isinstance(base, NamedType) else base


def _conversion(context: Context, node: Node) -> Expression:
    """Lower what the grammar takes for a conversion.

    []byte(x)        a conversion
    Map[int](x)      a conversion, or the call of a generic function
    handlers[i](x)   the call of an element
    """
    type_node = node.child_by_field_id(grammar.TYPE)
    argument = (lower_expression(context, node.child_by_field_id(grammar.OPERAND)),)
    span = context.span(node)
    if type_node is not None and type_node.type == "generic_type" and not _is_known_type(context, type_node):
        base = _type_as_expression(context, type_node.child_by_field_id(grammar.TYPE))
        types_node = type_node.child_by_field_id(grammar.TYPE_ARGUMENTS)
        if types_node is not None:
            function, types = _instantiated(context, base, types_node)
            return Call(span, function, argument, type_arguments=types)
    return Call(span, _type_expression(context, type_node), argument)


def _is_known_type(context: Context, node: Node) -> bool:
    """Tell whether the name in a type is one of this file's types, a type parameter or predeclared."""
    base = node.child_by_field_id(grammar.TYPE)
    return base is not None and base.type == "type_identifier" and is_type_name(context, context.text(base))


def _instantiated(context: Context, function: Expression, node: Node) -> tuple[Expression, tuple[Type, ...]]:
    """Return function and type arguments of `function[…](…)`, which may also be the call of an element.

    An element it is where `function` or what stands in the brackets is known to be a value.
    """
    inner = [_type_as_expression(context, child) for child in node.named_children if not child.is_extra]
    if _is_value(context, function) or (inner and _is_value(context, inner[0])):
        end = node.end_byte
        return Index(context.span_of(function.span.start, end), function, tuple(inner)), ()
    return function, lower_type_arguments(context, node)


def _instantiation(context: Context, index: Index) -> tuple[Expression, tuple[Type, ...]]:
    """Return function and type arguments of a called `index`: `F[int](…)` is written like `handlers[i](…)`."""
    base, arguments = index.base, index.index
    if _is_value(context, base) or not isinstance(base, PackageName | QualifiedName):
        return index, ()
    generic = isinstance(base, PackageName) and context.package_names.get(base.name) is PackageKind.FUNCTION
    types: list[Type] = []
    for argument in arguments:
        if isinstance(argument, TypeExpression):
            types.append(argument.type)
        elif isinstance(argument, PackageName) and (generic or is_type_name(context, argument.name)):
            types.append(named_type(context, argument.name))
        else:
            return index, ()
    return base, tuple(types)


def _is_value(context: Context, expression: Expression) -> bool:
    """Tell whether `expression` is known to be a value that is no function declaration and no type."""
    if isinstance(expression, PackageName):
        return context.package_names.get(expression.name) in {PackageKind.VARIABLE, PackageKind.CONSTANT}
    return not isinstance(expression, QualifiedName | TypeExpression)


def _type_as_expression(context: Context, node: Node | None) -> Expression:
    """Return what a type node says where a value may have been meant: `new(x)`, `handlers[i](x)`."""
    if node is None:
        return Unreadable(context.span_of(0, 0))
    node_type = node.type
    if node_type == "type_identifier":
        return _identifier(context, node)
    if node_type == "qualified_type":
        base, field = node.child_by_field_id(grammar.PACKAGE), node.child_by_field_id(grammar.NAME)
        return _qualified(context, node, base, field)
    if node_type in {"type_elem", "parenthesized_type"} and node.named_child_count == 1:
        return _type_as_expression(context, first_child(node))
    if node_type == "pointer_type":
        inner = _type_as_expression(context, first_child(node))
        if _is_value(context, inner):
            return Unary(context.span(node), "*", inner)
    return _type_expression(context, node)


def _type_argument(context: Context, node: Node) -> Expression:
    """Lower a type that stands as an argument: `make(chan T)`, `new(pkg.T)`, but also `new(value.field)`."""
    lowered = _type_as_expression(context, node)
    return _type_expression(context, node) if isinstance(lowered, QualifiedName) else lowered


def _type_expression(context: Context, node: Node | None) -> Expression:
    if node is None:
        return Unreadable(context.span_of(0, 0))
    return TypeExpression(context.span(node), lower_type(context, node))


def _dereferenced_type(context: Context, node: Node | None, *, certain: bool) -> Expression | None:
    """Return the pointer type of `(*T)`, None where `*T` is a value.

        (*T)(nil)    (*pkg.T)(p)    (*T).Method

    With `certain` the type must be known to be one; without, a name that is not known to be a value is enough.
    """
    if node is None or node.type != "parenthesized_expression":
        return None
    inner = first_child(node)
    if inner is None or inner.type != "unary_expression":
        return None
    pointer = lower_expression(context, inner)
    if not isinstance(pointer, Unary) or pointer.operator != "*" or _is_value(context, pointer.operand):
        return None
    return _pointer_to(context, pointer, certain=certain)


def _pointer_to(context: Context, pointer: Unary, *, certain: bool) -> Expression | None:
    operand = pointer.operand
    if isinstance(operand, TypeExpression):
        return TypeExpression(pointer.span, PointerType(operand.type))
    if isinstance(operand, PackageName) and (not certain or is_type_name(context, operand.name)):
        return TypeExpression(pointer.span, PointerType(named_type(context, operand.name)))
    if isinstance(operand, QualifiedName) and not certain:
        return TypeExpression(pointer.span, PointerType(NamedType(operand.package, operand.name)))
    return None


def _index(context: Context, node: Node) -> Expression:
    base = lower_expression(context, node.child_by_field_id(grammar.OPERAND))
    index = lower_expression(context, node.child_by_field_id(grammar.INDEX))
    return Index(context.span(node), base, (index,))


def _type_instantiation(context: Context, node: Node) -> Expression:
    children = [child for child in node.named_children if not child.is_extra]
    base = _type_as_expression(context, children[0] if children else None)
    return Index(context.span(node), base, tuple([_type_expression(context, child) for child in children[1:]]))


def _slice(context: Context, node: Node) -> Expression:
    base = lower_expression(context, node.child_by_field_id(grammar.OPERAND))
    fields = (grammar.START, grammar.END, grammar.CAPACITY)
    bounds = [bound for field in fields if (bound := node.child_by_field_id(field)) is not None]
    return Slice(context.span(node), base, tuple([lower_expression(context, bound) for bound in bounds]))


def _type_assertion(context: Context, node: Node) -> Expression:
    base = lower_expression(context, node.child_by_field_id(grammar.OPERAND))
    type_node = node.child_by_field_id(grammar.TYPE)
    return TypeAssertion(context.span(node), base, None if type_node is None else lower_type(context, type_node))


def _composite_literal(context: Context, node: Node) -> Expression:
    lowered = lower_type(context, node.child_by_field_id(grammar.TYPE))
    elements = _elements(context, node.child_by_field_id(grammar.BODY), lowered)
    return CompositeLiteral(context.span(node), lowered, elements)


def _elements(context: Context, node: Node | None, literal: Type | None) -> tuple[Element, ...]:
    """Return the elements of a `literal_value`; `literal` gives inner literals the type that they leave out."""
    key_type = literal.key if isinstance(literal, MapType) else None
    value_type: Type | None = None
    if isinstance(literal, MapType):
        value_type = literal.value
    elif isinstance(literal, SliceType | ArrayType):
        value_type = literal.element
    elements: list[Element] = []
    for child in [] if node is None else node.named_children:
        if child.is_extra:
            continue
        if child.type != "keyed_element":
            elements.append(Element(context.span(child), "", None, _element(context, child, value_type)))
            continue
        key_node, value_node = child.child_by_field_id(grammar.KEY), child.child_by_field_id(grammar.VALUE)
        bare = None if key_node is None else first_child(key_node)
        field = context.text(bare) if bare is not None and bare.type == "identifier" else ""
        key = _element(context, key_node, key_type)
        elements.append(Element(context.span(child), field, key, _element(context, value_node, value_type)))
    return tuple(elements)


def _element(context: Context, node: Node | None, expected: Type | None) -> Expression:
    """Return one key or value; in a `[]*T{{…}}` the inner braces mean `&T{…}`."""
    inner = None if node is None else first_child(node)
    if inner is None or inner.type != "literal_value":
        return lower_expression(context, inner)
    span = context.span(inner)
    if context.depth >= MAXIMUM_DEPTH:
        return context.unreadable_depth(inner)
    context.depth += EXPRESSION_DEPTH
    pointer = isinstance(expected, PointerType)
    literal = expected.element if isinstance(expected, PointerType) else expected
    lowered = CompositeLiteral(span, literal, _elements(context, inner, literal))
    context.depth -= EXPRESSION_DEPTH
    return Unary(span, "&", lowered) if pointer else lowered


def _constant(kind: str) -> Callable[[Context, Node], Expression]:
    """Return the handler of the literals of `kind`."""

    def lower(context: Context, node: Node) -> Expression:
        return Constant(context.span(node), kind, context.text(node))

    return lower


HANDLERS.update(
    {
        "identifier": _identifier,
        "nil": _identifier,
        "true": _identifier,
        "false": _identifier,
        "iota": _identifier,
        "selector_expression": _selector,
        "parenthesized_expression": _parenthesized,
        "unary_expression": _unary,
        "binary_expression": _binary,
        "call_expression": _call,
        "type_conversion_expression": _conversion,
        "index_expression": _index,
        "type_instantiation_expression": _type_instantiation,
        "slice_expression": _slice,
        "type_assertion_expression": _type_assertion,
        "composite_literal": _composite_literal,
        "int_literal": _constant("int"),
        "float_literal": _constant("float"),
        "imaginary_literal": _constant("imaginary"),
        "rune_literal": _constant("rune"),
        "interpreted_string_literal": _constant("string"),
        "raw_string_literal": _constant("string"),
    }
    | dict.fromkeys(
        (
            "type_identifier",
            "qualified_type",
            "pointer_type",
            "generic_type",
            "parenthesized_type",
            "channel_type",
            "slice_type",
            "array_type",
            "map_type",
            "struct_type",
            "interface_type",
            "function_type",
        ),
        _type_argument,
    )
)
