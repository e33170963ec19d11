"""What single operations do to a server, and where else in the package it is used."""

from collections.abc import Iterable, Iterator

from golint_sched.engines.configuration.holders import Holder, Inside, insides
from golint_sched.engines.configuration.settings import Setting, Settings, is_zero, setting_of
from golint_sched.flow.graph import Condition, Guard, Holds
from golint_sched.knowledge.http import SERVES, TIMEOUTS
from golint_sched.link.members import dereference, find_member, type_name
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Expression,
    Name,
    PackageName,
    QualifiedName,
    Selector,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, If
from golint_sched.model.walk import ModelNode, walk

_ZERO = frozenset({Setting.ABSENT, Setting.ZERO})
_DERIVATIONS = 2  # `d, err := time.ParseDuration(text)` makes d of text


def serves(package: Package, method: Selector, inside: Inside) -> bool:
    """Tell whether a selector on a value with the server inside means a method of the server itself."""
    member = package.resolver.member(method)
    if member is None or member.interface:
        return not inside.path
    return member.path == inside.path and not member.functions


def timeout_of(package: Package, expression: Expression, holders: Iterable[Holder]) -> str:
    """Return which timeout of the server `srv.IdleTimeout` means, "" for anything else."""
    if not isinstance(expression, Selector) or expression.field not in TIMEOUTS:
        return ""
    member = package.resolver.member(expression)
    path = () if member is None else member.path
    if any(inside.path == path for inside in insides(package, expression.base, holders)):
        return expression.field
    return ""


def field_stores(package: Package, store: Assign, holders: Iterable[Holder]) -> Iterator[tuple[str, Setting]]:
    """Yield the timeouts of the server that an assignment sets, and to what."""
    for position, target in enumerate(store.targets):
        name = "" if target is None else timeout_of(package, target, holders)
        if name:
            known = len(store.values) == len(store.targets)
            yield name, setting_of(package, store.values[position]) if known else Setting.SET


# -- conditions -----------------------------------------------------------------------------------------------------


def refine(
    package: Package, condition: Condition, guard: Guard, holders: Iterable[Holder], states: frozenset[Settings]
) -> frozenset[Settings]:
    """Return the settings that pass the edge of a condition.

    The shapes are `if srv.IdleTimeout == 0`, `if srv != nil`, and `if cfg.Idle > 0 { srv.IdleTimeout = cfg.Idle }`, in
    which the other branch stands for a configured 0.
    """
    if not isinstance(guard, Holds):
        return states
    match condition.expression:
        case Binary(operator=operator, left=left, right=right):
            name = timeout_of(package, left, holders)
            if name and is_zero(package, right) and operator in ("==", "!=", ">", "<="):
                if (operator in ("!=", ">")) == guard.value:
                    states = frozenset(state for state in states if state.timeout(name) not in _ZERO)
                return states
            no_server = isinstance(right, BuiltinName) and right.name == "nil" and (operator == "==") == guard.value
            if no_server and any(not inside.path for inside in insides(package, left, holders)):
                return frozenset()
        case _:
            pass
    if not guard.value:
        for name in _configured_by(package, condition.expression, holders):
            states = frozenset(state.with_timeout(name, Setting.SET) for state in states)
    return states


def _configured_by(package: Package, condition: Expression, holders: Iterable[Holder]) -> Iterator[str]:
    """Yield the timeouts that the if statement around a condition sets to something that the condition tests."""
    around = next((node for node in package.ancestors(condition) if isinstance(node, If)), None)
    if around is None:
        return
    tested = set(_spots(package, condition, 0))
    for node in walk(around.then):
        if isinstance(node, Assign) and len(node.targets) == len(node.values):
            for target, value in zip(node.targets, node.values, strict=True):
                name = "" if target is None else timeout_of(package, target, holders)
                if name and any(_covers(one, other) for one in tested for other in _spots(package, value, 0)):
                    yield name


def _spots(package: Package, node: ModelNode, depth: int) -> Iterator[tuple[object, ...]]:
    """Yield every variable and field that an expression mentions, and what local variables were made of."""
    for part in walk(node):
        if isinstance(part, Name | PackageName | QualifiedName | Selector):
            place = package.place(part)
            if place is not None:
                yield (place.root, *place.path)
        if isinstance(part, Name) and depth < _DERIVATIONS:
            for definition in package.definitions(part.variable):
                if definition.value is not None:
                    yield from _spots(package, definition.value, depth + 1)


def _covers(tested: tuple[object, ...], used: tuple[object, ...]) -> bool:
    """Tell whether what is used is what was tested, or a part of it."""
    return used[: len(tested)] == tested


# -- elsewhere in the package ---------------------------------------------------------------------------------------


def consumers(package: Package, kept: Holder | str) -> tuple[tuple[Function, Holder], ...]:
    """Return the functions that use the server which a package variable or a struct field (`Type.field`) keeps.

    Each comes with what holds the server there.
    """
    found: dict[tuple[Function, Holder], None] = {}
    if isinstance(kept, Holder):
        for mention in package.package_variable_mentions(str(kept.root)):
            owner = package.owner(mention)
            if owner is not None and not package.is_test(owner):
                found[owner, kept] = None
        return tuple(found)
    for name in (kept.rsplit(".", 1)[1], *sorted(SERVES), *TIMEOUTS, "SetKeepAlivesEnabled"):
        for selector in package.tables.selectors.get(name, ()):
            owner = package.owner(selector)
            holder = _keyed(package, selector, kept)
            if owner is not None and holder is not None and not package.is_test(owner):
                found[owner, holder] = None
    return tuple(found)


def _keyed(package: Package, selector: Selector, key: str) -> Holder | None:
    """Return what holds the server if `selector` is the field with that key, or reaches through it."""
    place = package.place(selector)
    if place is None:
        return None
    if place.field == key:
        return Holder(place.root, place.path, key)
    member = package.resolver.member(selector)
    if member is None or not member.path or len(place.path) <= len(member.path):
        return None
    container = package.type_of(selector.base)
    for step in member.path[:-1]:
        inner = find_member(package.tables, container, step)
        if inner is None:
            return None
        container = inner.type
    if f"{type_name(dereference(container))}.{member.path[-1]}" != key:
        return None
    return Holder(place.root, place.path[:-1], key)


def written_elsewhere(package: Package, kept: Holder | str, functions: Iterable[Function], state: Settings) -> Settings:
    """Return the settings with all that these functions write taken as set: any of them may have run before."""
    chosen = set(functions)
    for name in TIMEOUTS:
        for selector in package.tables.selectors.get(name, ()):
            if package.owner(selector) in chosen and package.resolver.is_assigned(selector):
                holders = [holder for one, holder in consumers(package, kept) if one is package.owner(selector)]
                if timeout_of(package, selector, holders):
                    state = state.with_timeout(name, Setting.SET)
    return state
