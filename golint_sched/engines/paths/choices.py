"""Switches that have a case for every value there can be: the program checked the value before it was kept."""

from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, CompositeLiteral, Constant, Expression, Name, Selector
from golint_sched.model.statements import Switch
from golint_sched.model.types import SliceType


def has_every_case(package: Package, switch: Switch) -> bool:
    """Tell whether a switch without default takes every value that was let through by a check against a list.

    The shape is `switch kind { case "a": … case "b": … }`, where kind is a field or an element of one, and another
    function hands that field over together with the values that are allowed: `check(s.Kinds, []string{"a", "b"})`.
    """
    field = _field(package, switch.tag)
    if field is None:
        return False
    taken = {value.text for clause in switch.clauses for value in clause.values if isinstance(value, Constant)}
    owner = package.type_name(field.base)
    for selector in package.tables.selectors.get(field.field, ()):
        call = package.parent(selector)
        if not isinstance(call, Call) or call.function is selector or package.type_name(selector.base) != owner:
            continue
        if not package.callee(call).external.startswith("builtin."):
            allowed = [_constants(package, argument) for argument in call.arguments if argument is not selector]
            if any(values and values <= taken for values in allowed):
                return bool(owner)
    return False


def _field(package: Package, tag: Expression | None) -> Selector | None:
    """Return the field that the tag is, or is an element of: `s.kind`, `for _, kind := range s.kinds`."""
    match tag:
        case Selector():
            return tag
        case Name(variable=variable):
            definitions = package.definitions(variable)
            value = definitions[0].value if len(definitions) == 1 else None
            in_range = bool(definitions) and definitions[0].range_part == "value"
            return value if in_range and isinstance(value, Selector) else None
        case _:
            return None


def _constants(package: Package, argument: Expression) -> frozenset[str]:
    """Return the texts of the constants in a list, written in place or held by a variable; none of another value."""
    match argument:
        case CompositeLiteral(type=SliceType(), elements=elements):
            values = [element.value for element in elements]
            found = frozenset(value.text for value in values if isinstance(value, Constant))
            return found if all(isinstance(value, Constant) for value in values) else frozenset()
        case Name(variable=variable):
            definitions = package.definitions(variable)
            value = definitions[0].value if len(definitions) == 1 else None
            return _constants(package, value) if isinstance(value, CompositeLiteral) else frozenset()
        case _:
            return frozenset()
