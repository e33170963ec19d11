"""What a value makes: a channel, a group, a struct that holds channels."""

from collections.abc import Iterator

from golint_sched.engines.channels.amounts import Amount, amount
from golint_sched.engines.channels.handed_back import spent
from golint_sched.engines.channels.objects import Channel, Environment, Group, Instance, Object, Once
from golint_sched.link import Package
from golint_sched.link.members import dereference, underlying
from golint_sched.link.tables import Definition
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    CompositeLiteral,
    Element,
    Expression,
    Name,
    Selector,
    Unary,
    Variable,
)
from golint_sched.model.statements import Assign, Declare
from golint_sched.model.types import ChannelType, NamedType, PointerType, StructType, Type
from golint_sched.source import Span

GROUP_TYPES = frozenset({"sync.WaitGroup", "golang.org/x/sync/errgroup.Group"})


def values_of(package: Package, variable: Variable) -> tuple[Definition, ...]:
    """Return what gives a variable its values; `var x T` stands for itself only where nothing else does."""
    definitions = package.definitions(variable)
    if len(definitions) > 1:
        definitions = tuple(one for one in definitions if not spent(package, one)) or definitions
    given = tuple(one for one in definitions if not (isinstance(one.statement, Declare) and one.value is None))
    return given or definitions[:1]


def made_channel(package: Package, name: str, value: Expression | None) -> Channel | None:
    """`make(chan T)` or `make(chan T, n)`; a capacity that cannot be named leaves the channel out."""
    if not package.is_channel_make(value):
        return None
    capacity = amount(package, value.arguments[1]) if len(value.arguments) > 1 else Amount()
    return None if capacity is None else Channel(name, value.span, capacity, package.type_of(value))


def made_group(package: Package, variable: Variable, definition: Definition) -> Group | Once | None:
    """`var wg sync.WaitGroup`, `wg := &sync.WaitGroup{}`, `new(errgroup.Group)`, and sync.Once likewise."""
    given = package.resolver.variable_type(variable)
    if isinstance(given, PointerType):
        value = definition.value
        # What a function of the package returns has been counted up by then, perhaps.
        if not isinstance(value, Unary | Call) or (isinstance(value, Call) and package.callee(value).functions):
            return None
        given = given.element
    return _group(given, variable.name, variable.span)


def _group(given: Type, name: str, span: Span) -> Group | Once | None:
    """Return the group or Once that a value of the type is from the start."""
    if not isinstance(given, NamedType):
        return None
    full = f"{given.package}.{given.name}"
    if full in GROUP_TYPES:
        return Group(name, span)
    return Once(name, span) if full == "sync.Once" else None


def made_instance(package: Package, value: Expression, environment: Environment) -> Instance | None:
    """`&worker{jobs: jobs, results: make(chan T)}`: a struct of this package that holds channels, or groups."""
    if isinstance(value, Unary) and value.operator == "&":
        value = value.operand
    if not isinstance(value, CompositeLiteral):
        return None
    fields: dict[str, Object] = {}
    for element in value.elements:
        held: Object | None = made_channel(package, element.field, element.value)
        if held is None and isinstance(element.value, Name):
            held = environment.get(element.value.variable)
        if held is not None and keeps_field(package, value, element):
            fields[element.field] = held
    return _instance(fields | _zero_groups(package, value.type, value.span))


def _instance(fields: dict[str, Object]) -> Instance | None:
    return Instance(fields) if fields else None


def _zero_groups(package: Package, owner: Type | None, span: Span) -> dict[str, Object]:
    """Return the groups and Onces of a struct of this package that are ready as they are, by field.

    type pool struct { wg sync.WaitGroup; … }
    """
    if not isinstance(owner, NamedType) or owner.package:
        return {}
    shape = underlying(package.tables, owner)
    if not isinstance(shape, StructType):
        return {}
    found = {field.name: _group(field.type, field.name, span) for field in shape.fields}
    return {name: one for name, one in found.items() if one and not any(_assigned(package, owner.name, name))}


def keeps_field(package: Package, literal: CompositeLiteral, element: Element) -> bool:
    """Tell whether an element names a field of a struct of this package that no statement gives another value."""
    if not element.field or not isinstance(literal.type, NamedType) or literal.type.package:
        return False
    return not any(_assigned(package, literal.type.name, element.field))


def _assigned(package: Package, owner: str, field: str) -> Iterator[Selector]:
    """Yield the places that may give `owner.field` another value."""
    for selector in package.tables.selectors.get(field, ()):
        if not package.resolver.is_assigned(selector):
            continue
        member = package.resolver.member(selector)
        if member is None or member.owner == owner:
            yield selector


def filled_instance(package: Package, variable: Variable, value: Expression | None) -> Instance | None:
    """Return the struct in a variable whose channels are made after it, by statements that no other object has.

    j := new(job)
    j.result = make(chan error)

    Or that has groups from the start: `var g group`.
    """
    literal = value.operand if isinstance(value, Unary) and value.operator == "&" else value
    is_new = isinstance(value, Call) and isinstance(value.function, BuiltinName) and value.function.name == "new"
    owner = dereference(package.resolver.variable_type(variable))
    shape = underlying(package.tables, owner)
    if not (literal is None or is_new or isinstance(literal, CompositeLiteral)):
        return None
    if not isinstance(owner, NamedType) or owner.package or not isinstance(shape, StructType):
        return None
    fields: dict[str, Object] = {}
    for field in shape.fields:
        if field.embedded or not isinstance(underlying(package.tables, field.type), ChannelType):
            continue
        given = list(_assigned(package, owner.name, field.name))
        statement = package.parent(given[0]) if len(given) == 1 else None
        match statement:
            case Assign(operator="=", targets=(Selector(base=Name(variable=holder)),), values=(made,)) if (
                holder is variable
            ):
                channel = made_channel(package, field.name, made)
                if channel is not None:
                    fields[field.name] = channel
            case _:
                pass
    return _instance(fields | _zero_groups(package, owner, variable.span))
