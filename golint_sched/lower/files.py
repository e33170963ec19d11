"""One file: its declarations in order, each lowered on its own."""

import re
from dataclasses import dataclass, field

from tree_sitter import Node

from golint_sched.finding import Notification
from golint_sched.lower.comments import directive_comments, documentation, go_version, is_generated
from golint_sched.lower.context import Context, PackageKind
from golint_sched.lower.declarations import declared_names, lower_type_declaration, lower_value_specs
from golint_sched.lower.errors import first_error, header_is_broken, holds_fault
from golint_sched.lower.functions import Wanted, function_key, lower_function
from golint_sched.lower.grammar import BODY, NAME
from golint_sched.lower.imports import lower_imports
from golint_sched.lower.purpose import is_for_tests
from golint_sched.lower.recovery import DECLARATIONS, parse_top_level
from golint_sched.lower.types import first_child
from golint_sched.model.expressions import VariableKind
from golint_sched.model.functions import File, Function, TypeDeclaration, ValueDeclaration
from golint_sched.parse import NoGoError

_KINDS = {
    "function_declaration": PackageKind.FUNCTION,
    "var_declaration": PackageKind.VARIABLE,
    "const_declaration": PackageKind.CONSTANT,
    "type_declaration": PackageKind.TYPE,
}
MOST_NOTIFICATIONS = 10
"""How many places of one file are named that could not be read."""

_NAMED_FUNCTION = re.compile(rb"func\s*(?:\([^()]*\)\s*)?(\w+)")


@dataclass(slots=True)
class _Declared:
    """What the declarations lowered so far amount to."""

    functions: list[Function] = field(default_factory=list)
    types: list[TypeDeclaration] = field(default_factory=list)
    values: list[ValueDeclaration] = field(default_factory=list)
    literals: int = 0
    initializers: int = 0


def lower_file(path: str, content: bytes, *, wanted: Wanted | None = None) -> File:
    """Return the model of the Go file `content`, whose spans name `path`; raises nothing, whatever the bytes.

    `wanted` is asked with the bytes of each declared function's body, braces included; a body that it does not want
    is None and costs nothing. What cannot be lowered is told by a notification and costs its own declaration only;
    in a function's body it costs the statement, which is `Broken` in the model.

    Names are resolved by this file alone: a name that Go predeclares (`max`, `clear`, …) is a `BuiltinName` even
    where another file of the package declares it. `types` also holds the types that functions declare.
    `init` functions have the keys `init.0`, `init.1`, … as they are counted in this file; so are the literals in
    package variables (`glob..func1`).
    """
    context = Context(path, content)
    try:
        # Megabytes that are no Go at all would keep the parser busy for minutes with guesses at what was meant.
        parsed = parse_top_level(content if b"package" in content else b"")
    except NoGoError:
        parsed = parse_top_level(b"")
        hopeless = True
    else:
        hopeless = False
    nodes = parsed.nodes
    context.method_parameters = parsed.method_parameters
    _collect_names(context, nodes)
    package = next((node for node in nodes if node.type == "package_clause"), None)
    package_name = None if package is None else first_child(package)
    imports = lower_imports(context, [node for node in nodes if node.type == "import_declaration"])
    context.imports = {name: path for name, path in imports.names.items() if name not in context.package_names}
    declared = _lower_declarations(context, nodes, wanted)
    if package is None:
        # One word on a file that is no Go file, whatever else in it cannot be read.
        context.notifications = [Notification("no package clause: not analysed as Go", context.span_of(0, 0))]
    if hopeless:
        context.notifications = [Notification("too many syntax errors in it: not analysed", context.span_of(0, 0))]
    header_end = len(content) if package is None else package.start_byte
    header = [node for node in nodes if node.type == "comment" and node.start_byte < header_end]
    return File(
        path=path,
        package="" if package_name is None else context.text(package_name),
        imports=imports.names,
        dot_imports=imports.dots,
        functions=tuple(declared.functions),
        types=(*declared.types, *context.local_types),
        values=tuple(declared.values),
        comments=directive_comments(context, parsed.root),
        notifications=_bounded(context.notifications),
        go_version=go_version(content, header),
        is_test=is_for_tests(path, (*imports.names.values(), *imports.dots)),
        generated=is_generated(content, header),
    )


def _bounded(notifications: list[Notification]) -> tuple[Notification, ...]:
    """Return the first few notifications, and how many more there are: nobody reads thousands about one file."""
    if len(notifications) <= MOST_NOTIFICATIONS:
        return tuple(notifications)
    shown = notifications[:MOST_NOTIFICATIONS]
    left = len(notifications) - len(shown)
    return (*shown, Notification(f"{left:,} more places in this file could not be read", notifications[-1].span))


def _collect_names(context: Context, nodes: list[Node]) -> None:
    """Enter what the file declares at package level, so that it hides imports and predeclared names."""
    for node in nodes:
        kind = _KINDS.get(node.type)
        if kind is PackageKind.FUNCTION:
            name = node.child_by_field_id(NAME)
            names = [] if name is None else [name]
        else:
            names = [] if kind is None else list(declared_names(node))
        if kind is not None:
            context.package_names.update((context.text(name), kind) for name in names)


def _lower_declarations(context: Context, nodes: list[Node], wanted: Wanted | None) -> _Declared:
    declared = _Declared()
    comments: list[Node] = []
    for node in nodes:
        if node.type == "comment":
            comments.append(node)
            continue
        try:
            _lower_declaration(context, declared, node, comments, wanted)
        except RecursionError:
            context.report_depth(node)
        comments = []
    return declared


def _lower_declaration(
    context: Context, declared: _Declared, node: Node, comments: list[Node], wanted: Wanted | None
) -> None:
    node_type = node.type
    if node_type in {"function_declaration", "method_declaration"}:
        _lower_function(context, declared, node, comments, wanted)
        return
    faulty = holds_fault(node)
    context.begin_declaration("", erroneous=faulty)
    if faulty or node_type not in DECLARATIONS:
        _report_error(context, node)
    if node_type == "type_declaration":
        declared.types.extend(lower_type_declaration(context, node, local=False))
    elif node_type in {"var_declaration", "const_declaration"}:
        constant = node_type == "const_declaration"
        context.literals = declared.literals
        for spec in lower_value_specs(context, node, VariableKind.PACKAGE):
            value = ValueDeclaration(spec.span, spec.variables, spec.type, spec.values, constant)
            declared.values.append(value)
            declared.literals = context.literals


def _lower_function(
    context: Context, declared: _Declared, node: Node, comments: list[Node], wanted: Wanted | None
) -> None:
    key = function_key(context, node)
    if key == "init":
        key = f"init.{declared.initializers}"
        declared.initializers += 1
    faulty = holds_fault(node)
    context.begin_declaration(key, erroneous=faulty)
    if faulty:
        if header_is_broken(node):
            _report_error(context, node)
            return
        body = node.child_by_field_id(BODY)
        if body is not None and (wanted is None or wanted(context.content[body.start_byte : body.end_byte])):
            context.notify(f"syntax error in function {key}: not wholly analysed", context.span(first_error(body)))
    text = documentation(context.content, comments, node)
    declared.functions.append(lower_function(context, node, key=key, documentation=text, wanted=wanted))


def _report_error(context: Context, node: Node) -> None:
    """Keep a notification for a declaration that is left out because of a syntax error in it."""
    match = _NAMED_FUNCTION.match(context.content, node.start_byte, node.end_byte)
    what = f"in function {match[1].decode('utf-8', 'replace')}" if match else "in a declaration"
    context.notify(f"syntax error {what}: not analysed", context.span(first_error(node)))
