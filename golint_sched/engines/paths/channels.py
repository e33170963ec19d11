"""Channels that a package keeps to itself and never closes: a range over one does not end."""

from collections.abc import Iterator

from golint_sched.link.package import Package
from golint_sched.link.places import Place
from golint_sched.model.expressions import (
    Call,
    CompositeLiteral,
    Element,
    Expression,
    Receive,
    Selector,
    Variable,
)
from golint_sched.model.statements import Assign, Range, Send
from golint_sched.model.types import ChannelType, NamedType


def stays_open(package: Package, channel: Expression) -> bool:
    """Tell whether every mention of the channel makes it, sends to it or receives from it."""
    if not isinstance(package.shape_of(channel), ChannelType):
        return False
    place = package.place(channel)
    if place is None or place.is_element:
        return False
    if isinstance(channel, Selector):
        return _field_stays_open(package, place)
    if isinstance(place.root, Variable):
        values = [definition.value for definition in package.definitions(place.root)]
        mentions: tuple[Expression, ...] = package.names(place.root)
        known = place.is_local and all(_is_made(package, value) for value in values)
    else:
        mentions = package.package_variable_mentions(place.root)
        values = [
            value
            for declaration, position in package.tables.values.get(place.root, ())
            for value in declaration.values[position : position + 1]
        ]
        known = place.root[:1].islower() and all(_is_made(package, value) for value in values)
    return known and all(_keeps(package, mention) for mention in mentions)


def _field_stays_open(package: Package, place: Place) -> bool:
    """`s.jobs`: an unexported field of a type of this package, made by `T{jobs: make(…)}` or `s.jobs = make(…)`."""
    owner, _, name = place.field.rpartition(".")
    if not owner or "." in owner or not name[:1].islower():
        return False
    mentions = [
        selector for selector in package.tables.selectors.get(name, ()) if _means(package, selector, place.field)
    ]
    return all(_keeps(package, mention) for mention in mentions) and all(
        _is_made(package, value) for value in _initial_values(package, owner, name)
    )


def _means(package: Package, selector: Selector, field: str) -> bool:
    found = package.place(selector)
    return found is None or found.field in ("", field)


def _initial_values(package: Package, owner: str, name: str) -> Iterator[Expression | None]:
    """Yield what composite literals give the field; None for a literal without field names."""
    for node in package.tables.parents:
        match node:
            case Element(field=field, value=value) if field == name:
                yield value
            case CompositeLiteral(type=NamedType(package="", name=given), elements=(first, *_)) if given == owner:
                if not first.field:
                    yield None
            case _:
                pass


def _is_made(package: Package, value: Expression | None) -> bool:
    return isinstance(value, Call) and package.callee(value).external == "builtin.make"


def _keeps(package: Package, mention: Expression) -> bool:
    """Tell whether a mention gives the channel to nobody and does not close it."""
    match package.parent(mention):
        case Assign(targets=targets, values=values):
            for position, target in enumerate(targets):
                if target is mention:
                    return position < len(values) and _is_made(package, values[position])
            return False
        case Range(subject=subject):
            return subject is mention
        case Receive():
            return True
        case Send(channel=channel):
            return channel is mention
        case Call() as call:
            return package.callee(call).external in ("builtin.len", "builtin.cap")
        case _:
            return False
