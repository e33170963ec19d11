"""Objects that lead back to the one which holds them: `m.jobs[name] = &job{manager: m}`, and later `j.manager.mu`."""

from collections.abc import Iterator

from golint_sched.engines.paths.keys import Key, key_of
from golint_sched.engines.paths.terms import Term
from golint_sched.link.members import dereference, type_name, underlying
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    CompositeLiteral,
    Element,
    Expression,
    Index,
    Name,
    Selector,
    TypeExpression,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Range, Return
from golint_sched.model.types import ArrayType, MapType, NamedType, SliceType, StructType, Type
from golint_sched.model.walk import walk

_READERS = frozenset({"builtin.len", "builtin.delete", "builtin.clear", "builtin.cap"})


class Owners:
    """Answers for one package; answers are remembered."""

    def __init__(self, package: Package) -> None:
        """Make it for a linked package."""
        self.package = package
        self._leads_back: dict[tuple[str, str, str, str], bool] = {}

    def canonical(self, key: Key) -> Key | None:
        """Return the same object without the way there and back, None where there is no such way.

        j := m.jobs[name]; … j.manager.mu …        is m.mu
        """
        match key:
            case Key(root=Variable() as root, path=(str() as field, Term(), str() as back, *rest)):
                owner = type_name(dereference(self.package.resolver.variable_type(root)))
                child = self._element_type(owner, field)
                leads = bool(child) and self._returns(owner, field, child, back)
                return Key(root, tuple(rest), key.field) if leads else None
            case Key(root=Variable() as root, path=(str() as back, *rest)):
                return self._from_element(root, back, tuple(rest), key.field)
            case _:
                return None

    def _from_element(self, root: Variable, back: str, rest: tuple[str | Term, ...], name: str) -> Key | None:
        """Return the object behind `j.manager` where a variable holds an element of `m.jobs`."""
        found = {self._holder(value, part) for value, part in self._values(root)}
        first = found.pop() if len(found) == 1 else None
        if first is None:
            return None
        holder, owner, field = first
        child = type_name(dereference(self.package.resolver.variable_type(root)))
        if not child or not self._returns(owner, field, child, back):
            return None
        return Key(holder.root, (*holder.path, *rest), name)

    def _element_type(self, owner: str, field: str) -> str:
        """Return the name of the type of what is in a map, slice or array that is a field."""
        shape = underlying(self.package.tables, NamedType("", owner))
        fields = shape.fields if isinstance(shape, StructType) else ()
        held = next((underlying(self.package.tables, each.type) for each in fields if each.name == field), None)
        match held:
            case MapType(value=element) | SliceType(element=element) | ArrayType(element=element):
                return type_name(dereference(element))
            case _:
                return ""

    def _values(self, variable: Variable) -> Iterator[tuple[Expression | None, str]]:
        for definition in self.package.definitions(variable):
            yield (None if definition.position else definition.value), definition.range_part

    def _holder(self, value: Expression | None, part: str) -> tuple[Key, str, str] | None:
        """Return the object whose field a value is an element of, with that field: `m.jobs[name]`, `range m.jobs`."""
        if isinstance(value, Index) and not part:
            value = value.base
        elif part != "value":
            return None
        member = self.package.resolver.member(value) if isinstance(value, Selector) else None
        if not isinstance(value, Selector) or member is None or not member.owner or member.path:
            return None
        holder = key_of(self.package, value.base)
        return None if holder is None else (holder, member.owner, value.field)

    def _returns(self, owner: str, field: str, child: str, back: str) -> bool:
        """Tell whether `back` of all children in `field` of an owner leads to that owner."""
        asked = (owner, field, child, back)
        if asked not in self._leads_back:
            self._leads_back[asked] = self._is_owner_type(owner, child, back) and self._find_returns(*asked)
        return self._leads_back[asked]

    def _is_owner_type(self, owner: str, child: str, back: str) -> bool:
        shape = underlying(self.package.tables, NamedType("", child))
        return isinstance(shape, StructType) and any(
            each.name == back and type_name(dereference(each.type)) == owner for each in shape.fields
        )

    def _find_returns(self, owner: str, field: str, child: str, back: str) -> bool:
        stored = list(self._stored(owner, field))
        if not stored or any(one is None for one in stored):
            return False
        accounted: set[Selector] = set()
        for one in stored:
            if one is None or not self._leads_to(one[1], one[0], child, back, accounted):
                return False
        return all(
            selector in accounted or not self.package.resolver.is_assigned(selector)
            for selector in self._selectors(child, back)
        )

    def _selectors(self, owner: str, field: str) -> Iterator[Selector]:
        for selector in self.package.tables.selectors.get(field, ()):
            member = self.package.resolver.member(selector)
            if member is None or member.owner == owner:
                yield selector

    # -- what is put into the field -------------------------------------------------------------------------------

    def _stored(self, owner: str, field: str) -> Iterator[tuple[Key, Expression] | None]:
        """Yield what the package puts into the owner's field, with the owner; None for what cannot be told."""
        for selector in self._selectors(owner, field):
            holder = key_of(self.package, selector.base)
            for value in self._put(selector):
                yield None if holder is None or value is None else (holder, value)
        for node, parent in self.package.tables.parents.items():
            if isinstance(node, Element) and isinstance(parent, CompositeLiteral) and parent.type is not None:
                named = type_name(dereference(parent.type)) == owner and node.field in ("", field)
                if named and not (node.field and _is_empty(self.package, node.value)):
                    yield None

    def _put(self, selector: Selector) -> Iterator[Expression | None]:
        """Yield the elements that one mention of the field gives it; None where it goes out of sight."""
        parent = self.package.parent(selector)
        match parent:
            case Index(base=base) if base is selector:
                statement = self.package.parent(parent)
                if isinstance(statement, Assign) and parent in statement.targets:
                    same = len(statement.targets) == len(statement.values)
                    yield statement.values[statement.targets.index(parent)] if same else None
                elif isinstance(statement, Unary):
                    yield None
            case Range(subject=subject) if subject is selector:
                pass
            case Call(arguments=arguments) if selector in arguments:
                external = self.package.callee(parent).external
                appended = external == "builtin.append" and arguments[0] is selector and not parent.spread
                if not appended and external not in _READERS:
                    yield None
            case Assign(targets=targets, values=values) if selector in targets:
                value = values[targets.index(selector)] if len(targets) == len(values) else None
                yield from self._assigned(value)
            case Selector():
                pass
            case _:
                yield None

    def _assigned(self, value: Expression | None) -> Iterator[Expression | None]:
        if isinstance(value, Call) and self.package.callee(value).external == "builtin.append" and not value.spread:
            yield from value.arguments[1:]
        elif value is None or not _is_empty(self.package, value):
            yield None

    # -- where the child leads ------------------------------------------------------------------------------------

    def _leads_to(self, value: Expression, holder: Key, child: str, back: str, accounted: set[Selector]) -> bool:
        """Tell whether a child that is put into a field of the holder leads back to it."""
        match value:
            case Unary(operator="&", operand=CompositeLiteral() as literal):
                given = _field_value(literal, back)
                return given is not None and key_of(self.package, given) == holder
            case Call():
                return self._made_for(value, holder, back)
            case Name(variable=variable):
                made = [definition.value for definition in self.package.definitions(variable)]
                if any(given is None for given in made) or not made:
                    return False
                if all(given is not None and self._leads_to(given, holder, child, back, accounted) for given in made):
                    return True
                return self._set_on(variable, holder, child, back, accounted)
            case _:
                return False

    def _set_on(self, variable: Variable, holder: Key, child: str, back: str, accounted: set[Selector]) -> bool:
        """`j.manager = m`, for the child in a variable."""
        for selector in self._selectors(child, back):
            statement = self.package.parent(selector)
            if not isinstance(selector.base, Name) or selector.base.variable is not variable:
                continue
            if isinstance(statement, Assign) and statement.targets == (selector,) and len(statement.values) == 1:
                accounted.add(selector)
                return key_of(self.package, statement.values[0]) == holder
        return False

    def _made_for(self, call: Call, holder: Key, back: str) -> bool:
        """`newJob(m, …)`, which returns `&job{manager: m}`."""
        callee = self.package.callee(call)
        if len(callee.functions) != 1 or not callee.certain or call.spread:
            return False
        function = callee.functions[0]
        given = [self._given(one, back) for one in _returned(function)]
        if not given or len(call.arguments) != len(function.parameters):
            return False
        return all(
            variable is not None
            and variable in function.parameters
            and key_of(self.package, call.arguments[function.parameters.index(variable)]) == holder
            for variable in given
        )

    def _given(self, value: Expression, back: str) -> Variable | None:
        """Return the variable that the object which a function returns leads back to."""
        if isinstance(value, Name):
            made = [definition.value for definition in self.package.definitions(value.variable)]
            if len(made) != 1 or made[0] is None:
                return None
            value = made[0]
        if isinstance(value, Unary) and isinstance(value.operand, CompositeLiteral):
            given = _field_value(value.operand, back)
            if isinstance(given, Name) and len(self.package.definitions(given.variable)) == 1:
                return given.variable
        return None


def _returned(function: Function) -> Iterator[Expression]:
    """Yield the first values that a function returns."""
    for node in walk(function.body) if function.body is not None else ():
        if isinstance(node, Return) and node.values:
            yield node.values[0]


def _field_value(literal: CompositeLiteral, field: str) -> Expression | None:
    return next((element.value for element in literal.elements if element.field == field), None)


def _is_empty(package: Package, value: Expression) -> bool:
    """`make(map[K]V)`, `map[K]V{}`, `nil`."""
    match value:
        case BuiltinName(name="nil"):
            return True
        case CompositeLiteral(elements=()):
            return _is_container(value.type)
        case Call(arguments=(TypeExpression(), *_)):
            return package.callee(value).external == "builtin.make"
        case _:
            return False


def _is_container(given: Type | None) -> bool:
    return isinstance(given, MapType | SliceType | ArrayType | NamedType)
