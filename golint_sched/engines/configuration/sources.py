"""Where an http.Server comes into being."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.configuration.holders import Holder, Inside, element_field
from golint_sched.engines.configuration.settings import Settings, setting_of
from golint_sched.knowledge.http import SERVER, TIMEOUTS
from golint_sched.link.members import dereference, type_name, unalias, underlying
from golint_sched.link.package import Package
from golint_sched.model.expressions import BuiltinName, Call, CompositeLiteral, Expression, TypeExpression
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare
from golint_sched.model.types import NamedType, StructType, Type
from golint_sched.source import Span

_DEPTH = 4  # structs in structs


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A server at its birth.

    `value` is the literal or the call of new, None for a `var` without value; then `holder` is the variable. `inside`
    tells where in the value the server is, for a struct that has one as a field and leaves it zero. `assigned` are
    the timeouts that the literal writes, each with the span of its element.
    """

    span: Span
    value: Expression | None
    inside: Inside
    settings: Settings
    function: Function | None
    holder: Holder | None = None
    statement: Declare | None = None
    assigned: tuple[tuple[str, Span], ...] = ()


def sources(package: Package) -> Iterator[Source]:
    """Yield the servers that the package makes: `http.Server{…}`, `new(http.Server)`, `var srv http.Server`.

    A struct that has a server inside makes one too where its own literal, new or var leaves that field zero, unless
    another server is stored in that field somewhere.
    """
    for source in _all_sources(package):
        if not source.inside.path or not _is_replaced(package, source.inside.key):
            yield source


def _is_replaced(package: Package, key: str) -> bool:
    """Tell whether some function stores a server in the struct field `Type.field`."""
    for selector in package.tables.selectors.get(key.rsplit(".", 1)[-1], ()):
        parent = package.parent(selector)
        if isinstance(parent, Assign) and any(target is selector for target in parent.targets):
            place = package.place(selector)
            if place is None or place.field == key:
                return True
    return False


def _all_sources(package: Package) -> Iterator[Source]:
    """Yield the servers that the package makes, those in zero fields whatever is stored in the field later."""
    for name, declarations in package.tables.values.items():
        for declaration, position in declarations:
            if declaration.type is not None and not declaration.values:
                span = declaration.variables[position].span
                for inside in _servers_in(package, declaration.type, span.path, 0):
                    yield Source(span, None, inside, Settings(), None, Holder(name))
        for declaration, position in declarations:
            if position == 0:
                for value in declaration.values:
                    yield from _of_value(package, value)
    for node in package.placed((CompositeLiteral, Call, Declare)):
        if isinstance(node, CompositeLiteral | Call):
            yield from _of_value(package, node)
        elif isinstance(node, Declare) and node.type is not None and not node.values:
            for variable in node.variables:
                if variable is not None:
                    for inside in _servers_in(package, node.type, node.span.path, 0):
                        function = package.owner(node)
                        yield Source(variable.span, None, inside, Settings(), function, Holder(variable), node)


def _of_value(package: Package, value: Expression) -> Iterator[Source]:
    """Yield the servers that a literal or a call of new makes."""
    match value:
        case CompositeLiteral(type=given) if given is not None:
            yield from _of_literal(package, value, dereference(given))
        case Call(function=BuiltinName(name="new"), arguments=(TypeExpression(type=given),)):
            for inside in _servers_in(package, given, value.span.path, 0):
                yield Source(value.span, value, inside, Settings(), package.owner(value))
        case _:
            pass


def _of_literal(package: Package, literal: CompositeLiteral, given: Type) -> Iterator[Source]:
    if is_server(package, given, literal.span.path):
        if any(element.key is None for element in literal.elements):
            return  # does not compile: http.Server has fields that nobody else can name
        settings, assigned = Settings(), []
        for element in literal.elements:
            if element.field in TIMEOUTS:
                settings = settings.with_timeout(element.field, setting_of(package, element.value))
                assigned.append((element.field, element.span))
        owner = package.owner(literal)
        yield Source(literal.span, literal, Inside((), ""), settings, owner, assigned=tuple(assigned))
        return
    named = {element_field(package, literal, element) for element in literal.elements}
    for inside in _servers_in(package, given, literal.span.path, 0):
        if inside.path and inside.path[0] not in named:
            yield Source(literal.span, literal, inside, Settings(), package.owner(literal))


def is_server(package: Package, given: Type, path: str) -> bool:
    """Tell whether a type that the file at `path` writes is http.Server, by any name but a pointer's."""
    given = unalias(package.tables, given)
    if not isinstance(given, NamedType):
        return False
    if not given.package and given.name not in package.tables.types:
        file = package.tables.files.get(path)
        dotted = file is not None and "net/http" in file.dot_imports
        return dotted and f"net/http.{given.name}" == SERVER
    return type_name(given) == SERVER


def _servers_in(package: Package, given: Type, path: str, depth: int) -> Iterator[Inside]:
    """Yield where in a value of the type a server is, without following pointers."""
    if is_server(package, given, path):
        yield Inside((), "")
    given = unalias(package.tables, given)
    shape = underlying(package.tables, given)
    if depth >= _DEPTH or not isinstance(shape, StructType):
        return
    for field in shape.fields:
        if isinstance(field.type, NamedType):
            for inner in _servers_in(package, field.type, path, depth + 1):
                name = type_name(given)
                key = inner.key or (f"{name}.{field.name}" if name else "")
                yield Inside((field.name, *inner.path), key)
