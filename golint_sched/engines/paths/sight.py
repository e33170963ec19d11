"""Whether all that touches a wait group is in view."""

from collections.abc import Iterator

from golint_sched.engines.groups import Groups, Identity
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, Selector, Unary, Variable


def values_of(package: Package, method: str) -> Iterator[Selector]:
    """Yield the selectors of a method that stand as values, not as what a call calls."""
    for selector in package.tables.selectors.get(method, ()):
        parent = package.parent(selector)
        if not (isinstance(parent, Call) and parent.function is selector):
            yield selector


def is_in_view(package: Package, groups: Groups, group: Identity) -> bool:
    """Tell whether no code out of sight can get the group: it is not exported, and only handed to known functions."""
    if isinstance(group, str) and package.is_open(group):
        return False
    return all(_is_kept(package, mention) for mention in _mentions(package, groups, group))


def _mentions(package: Package, groups: Groups, group: Identity) -> Iterator[Expression]:
    """Yield the expressions that mean the group, parameters that it is handed to included."""
    tables = package.tables
    for variable in tables.definitions:
        if not isinstance(variable, Variable):
            continue
        for name in tables.names.get(variable, ()):
            if groups.of(name) == group:
                yield name
    if isinstance(group, str):
        field = group.rpartition(".")[2]
        for selector in tables.selectors.get(field, ()):
            if groups.of(selector) == group:
                yield selector
        if "." not in group:
            yield from tables.package_names.get(group, ())


def _is_kept(package: Package, mention: Expression) -> bool:
    parent = package.parent(mention)
    if isinstance(parent, Selector):
        return True
    if isinstance(parent, Unary) and parent.operator == "&":
        mention, parent = parent, package.parent(parent)
    if isinstance(parent, Call):
        if parent.function is mention:
            return True
        callee = package.callee(parent)
        return bool(callee.functions) and callee.certain and not _is_boxed(package, parent, mention)
    return False


def _is_boxed(package: Package, call: Call, argument: Expression) -> bool:
    """Tell whether an argument is passed as something else than a group: an interface, a list of arguments."""
    place = call.arguments.index(argument)
    return any(
        place >= len(function.parameters) or "WaitGroup" not in str(function.parameters[place].type)
        for function in package.callee(call).functions
    )
