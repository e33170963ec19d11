"""Finds operations on channel variables that are never given a channel: they wait for ever.

type server struct { events chan event }        var ready chan struct{}
…                                               …
s := &server{}                                  go func() { work(); ready <- struct{}{} }()
s.events <- e                                   <-ready
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from golint_sched.engines.channels.uses import Use, channel_fields, channel_variables, operation_on, struct_literals
from golint_sched.link import Package
from golint_sched.link.members import dereference, underlying
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    CompositeLiteral,
    Expression,
    Name,
    PackageName,
    Selector,
    Unary,
    Variable,
    VariableKind,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Range
from golint_sched.model.types import ChannelType, NamedType, StructType
from golint_sched.source import Span

_DEPTH = 4  # helpers that hand a channel on


@dataclass(frozen=True, slots=True, eq=False)
class Nil:
    """An operation on a channel that is nil: `use` in `function`, and the `others` on the same channel.

    `declared` is where the variable is declared, None for a field. `calls` hand the channel to the function.
    """

    name: str
    function: Function
    use: Use
    others: tuple[Use, ...]
    declared: Span | None
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    """An operation that waits, and the calls that hand the channel to its function."""

    use: Use
    function: Function
    calls: tuple[Call, ...]


@lru_cache(maxsize=1)
def nil_channels(package: Package) -> tuple[Nil, ...]:
    """Return for each channel variable that is never given a channel the first operation that waits on it."""
    found: list[Nil | None] = []
    for owner, field in channel_fields(package):
        mentions = _field_mentions(package, owner, field)
        if mentions:
            found.append(_nil(package, f"{owner}.{field}", mentions, None))
    for name in channel_variables(package):
        declaration, position = package.tables.values[name][0]
        if position < len(declaration.values) and not _is_nil(declaration.values[position]):
            continue
        found.append(_nil(package, name, package.package_variable_mentions(name), declaration.span))
    for function in package.bodies():
        found += (_nil(package, each.name, package.names(each), each.span) for each in _declared(package, function))
    return tuple(sorted((each for each in found if each is not None), key=lambda each: each.use.node.span))


def _declared(package: Package, function: Function) -> Iterator[Variable]:
    """Yield the local channel variables of a function that begin as nil: `var ch chan T`, a named result."""
    for variable in function.results:
        if variable.kind is VariableKind.RESULT and variable.name and _is_channel(package, variable):
            yield variable
    for node in package.inside(function, Declare):
        if not node.constant and all(_is_nil(value) for value in node.values):
            yield from (each for each in node.variables if each is not None and _is_channel(package, each))


def _is_channel(package: Package, variable: Variable) -> bool:
    return isinstance(underlying(package.tables, package.resolver.variable_type(variable)), ChannelType)


def _is_nil(value: Expression) -> bool:
    """Tell whether a value is nil, converted or not."""
    inner = value.arguments[0] if isinstance(value, Call) and len(value.arguments) == 1 else value
    return isinstance(inner, BuiltinName) and inner.name == "nil"


def _field_mentions(package: Package, owner: str, field: str) -> tuple[Selector, ...]:
    """Return the places that name a field; none where one of them, or a literal, may mean another type's or set it.

    A field of a named channel type is left alone: whoever sets it need not be in view, where no word tells that it is.
    """
    shape = package.tables.types[owner][0].type
    direct = (
        {each.name for each in shape.fields if isinstance(each.type, ChannelType)}
        if (isinstance(shape, StructType))
        else set()
    )
    if field not in direct:
        return ()
    found: list[Selector] = []
    for selector in package.tables.selectors.get(field, ()):
        member = package.resolver.member(selector)
        if member is None:
            given = dereference(package.type_of(selector.base))
            if not (isinstance(given, NamedType) and given.package):
                return ()
        elif member.owner == owner and not member.functions and not member.external:
            found.append(selector)
    if any(_may_set(package, literal, owner, field) for literal in struct_literals(package)):
        return ()
    return tuple(found)


def _may_set(package: Package, literal: CompositeLiteral, owner: str, field: str) -> bool:
    """Tell whether a literal may give the field a channel; one of unknown type may, if it names the field."""
    given = None if literal.type is None else dereference(literal.type)
    if not isinstance(given, NamedType):
        return any(element.field == field for element in literal.elements)
    if given.package or given.name != owner:
        return False
    shape = package.tables.types[owner][0].type
    names = [each.name for each in shape.fields] if isinstance(shape, StructType) else []
    for place, element in enumerate(literal.elements):
        known = element.field if element.key is not None else names[place] if place < len(names) else field
        if known == field and not _is_nil(element.value):
            return True
    return False


def _nil(
    package: Package, name: str, mentions: tuple[Name | PackageName | Selector, ...], declared: Span | None
) -> Nil | None:
    """Return the first operation on a variable that nothing sets, None where something may or none waits."""
    if any(_is_set(package, mention) for mention in mentions):
        return None
    waiting = [each for mention in mentions for each in _waiting(package, mention, ())]
    waiting.sort(key=lambda each: each.use.node.span)
    if not waiting:
        return None
    first = waiting[0]
    others = tuple(each.use for each in waiting[1:])
    return Nil(name, first.function, first.use, others, declared, first.calls)


def _is_set(package: Package, mention: Expression) -> bool:
    """Tell whether a mention may give the variable a channel: an assignment, its address."""
    parent = package.parent(mention)
    match parent:
        case Unary(operator="&"):
            return True
        case Assign(targets=targets, values=values) if any(target is mention for target in targets):
            place = next(index for index, target in enumerate(targets) if target is mention)
            return len(values) != len(targets) or not _is_nil(values[place])
        case Range(subject=subject):
            return subject is not mention
        case _:
            return False


def _waiting(package: Package, mention: Expression, calls: tuple[Call, ...]) -> Iterator[_Waiting]:
    """Yield the operation that a mention is the channel of, also in the only function that it is handed to."""
    function = package.owner(mention)
    if function is None or package.file(function).generated or package.is_process_lifetime(function):
        return
    use = operation_on(package, mention)
    if use is not None:
        if use.blocks and not _is_compared(package, function, mention):
            yield _Waiting(use, function, calls)
        return
    call = package.parent(mention)
    if not isinstance(call, Call) or call.function is mention or len(calls) >= _DEPTH:
        return
    callee = package.callee(call)
    if len(callee.functions) != 1 or not callee.certain or call.spread:
        return
    (called,) = callee.functions
    place = next(index for index, argument in enumerate(call.arguments) if argument is mention)
    only = len(package.callers(called)) == 1 and not called.name[:1].isupper() and not package.is_value(called)
    if not only or place >= len(called.parameters) or called.type.variadic:
        return
    parameter = called.parameters[place]
    inner = package.names(parameter)
    if not any(_is_set(package, each) for each in inner):
        for each in inner:
            yield from _waiting(package, each, (*calls, call))


def _is_compared(package: Package, function: Function, mention: Expression) -> bool:
    """`if s.events != nil { s.events <- e }`: what is not there is left alone."""
    place = package.place(mention)
    for around in (function, package.outermost(function)):
        for node in package.inside(around, Binary):
            if node.operator in ("==", "!="):
                for side, other in ((node.left, node.right), (node.right, node.left)):
                    if _is_nil(other) and package.place(side) == place:
                        return True
    return False
