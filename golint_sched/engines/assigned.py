"""All values that a package gives to a field or a package variable, and those that a function returns."""

from golint_sched.engines.channels.uses import struct_literals
from golint_sched.link.members import dereference
from golint_sched.link.package import Package
from golint_sched.model.expressions import Expression, PackageName, Selector, Unary
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Range, Return
from golint_sched.model.types import NamedType, StructType
from golint_sched.model.walk import walk


def package_variable_values(package: Package, name: str) -> tuple[Expression, ...] | None:
    """Return what a package variable is given, None where code out of view may give it something else."""
    declarations = package.tables.values.get(name, ())
    if len(declarations) != 1 or name[:1].isupper():
        return None
    declaration, position = declarations[0]
    values: list[Expression] = []
    if position < len(declaration.values):
        if len(declaration.values) != len(declaration.variables):
            return None
        values.append(declaration.values[position])
    return _with_mentions(package, values, package.package_variable_mentions(name))


def field_values(package: Package, selector: Selector) -> tuple[Expression, ...] | None:
    """Return what the package gives to an unexported field, None where code out of view may give it something else."""
    member = package.resolver.member(selector)
    field = selector.field
    if member is None or member.functions or member.external or not member.owner or field[:1].isupper():
        return None
    owner = member.owner
    declarations = package.tables.types.get(owner, ())
    shape = declarations[0].type if len(declarations) == 1 else None
    if not isinstance(shape, StructType):
        return None
    names = [each.name for each in shape.fields]
    values: list[Expression] = []
    for literal in struct_literals(package):
        given = None if literal.type is None else dereference(literal.type)
        if not isinstance(given, NamedType):
            if any(element.field == field for element in literal.elements):
                return None
            continue
        if given.package or given.name != owner:
            continue
        for place, element in enumerate(literal.elements):
            known = element.field if element.key is not None else names[place] if place < len(names) else ""
            if known == field:
                values.append(element.value)
    mentions: list[Selector] = []
    for mention in package.tables.selectors.get(field, ()):
        found = package.resolver.member(mention)
        if found is None:
            base = dereference(package.type_of(mention.base))
            if not (isinstance(base, NamedType) and base.package):
                return None
        elif found.owner == owner:
            mentions.append(mention)
    return _with_mentions(package, values, tuple(mentions))


def returned_values(package: Package, function: Function) -> tuple[Expression, ...] | None:
    """Return the single results of a function, None where a way out does not name its own."""
    if function.body is None or len(function.type.results) != 1:
        return None
    values: list[Expression] = []
    for node in walk(function.body):
        if isinstance(node, Return) and package.owner(node) is function:
            if len(node.values) != 1:
                return None
            values.append(node.values[0])
    return tuple(values)


def _with_mentions(
    package: Package, values: list[Expression], mentions: tuple[PackageName | Selector, ...]
) -> tuple[Expression, ...] | None:
    """Add what assignments to the mentions give; None where one of them lets go of the address, or cannot be told."""
    for mention in mentions:
        parent = package.parent(mention)
        match parent:
            case Unary(operator="&"):
                return None
            case Range(key=key, value=value) if mention in (key, value):
                return None
            case Assign(targets=targets, values=given) if any(target is mention for target in targets):
                if len(given) != len(targets):
                    return None
                values.append(given[next(place for place, target in enumerate(targets) if target is mention)])
            case _:
                pass
    return tuple(values)
