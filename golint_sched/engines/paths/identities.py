"""What objects are from the beginning: two that differ in a field that nobody assigns are never one object.

The shape is `type client struct { kind int; … }` with `switch c.kind { case leaf: c.processLeaf(); case gate: … }`.
"""

from collections.abc import Iterator
from functools import cached_property

from golint_sched.engines.paths.keys import Key, key_of
from golint_sched.engines.paths.preconditions import Preconditions
from golint_sched.engines.paths.terms import Fact, Facts, Term, fields_of, known_value, replaced, roots_of, term_of
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    CompositeLiteral,
    Expression,
    Index,
    Name,
    Selector,
    Slice,
    Variable,
    VariableKind,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign
from golint_sched.model.walk import ModelNode

OBJECT = Term("the object")
# Calls that give their second argument, a function, two elements of the first one.
_SORTS = frozenset({"slices.SortFunc", "slices.SortStableFunc", "slices.MinFunc", "slices.MaxFunc"})


class Identities:
    """Answers for one package; answers are remembered."""

    def __init__(self, package: Package, preconditions: Preconditions) -> None:
        """Make it for a linked package."""
        self.package = package
        self.preconditions = preconditions
        self._elements: dict[str, Facts] = {}
        self._tables: dict[Variable, Expression | None] = {}

    def of_owner(self, function: Function, place: ModelNode, lock: Key, call: Call | None = None) -> Facts:
        """Return what is known, at a place of the function, of the object that the lock is a field of.

        `call` is the one by which the function runs, where that is known.
        """
        if not lock.path:
            return frozenset()
        owner = Key(lock.root, lock.path[:-1])
        found = self._of(function, place, tuple(owner.prefixes)[-1])
        if owner.path or not isinstance(owner.root, Variable):
            return found
        return found | self._of_element(function, owner.root, call)

    def _of(self, function: Function, place: ModelNode, owner: Term) -> Facts:
        known = (
            Fact(replaced(fact.term, owner, OBJECT), fact.value) for fact in self.preconditions.at(function, place)
        )
        return frozenset(
            fact
            for fact in known
            if not roots_of(fact.term)
            and _mentions_object(fact.term)
            and fields_of(fact.term)
            and all(self.preconditions.is_fixed(field) for field in fields_of(fact.term))
        )

    def _of_element(self, function: Function, variable: Variable, call: Call | None) -> Facts:
        """Return what is known of each element of the field that a variable runs over, or is looked up in."""
        table = self._table(variable)
        if isinstance(table, Name) and table.variable in function.parameters and call is not None:
            place = function.parameters.index(table.variable)
            table = call.arguments[place] if len(call.arguments) == len(function.parameters) else None
        field = "" if table is None else self._field(table)
        if field and field not in self._elements:
            self._elements[field] = frozenset()  # while it is found out: an element may come from the same field
            self._elements[field] = self._in_all(field)
        return self._elements.get(field, frozenset())

    def _table(self, variable: Variable) -> Expression | None:
        """Return what a variable is an element of: `for _, c := range s.all`, `c := s.all[i]`, and what is sorted."""
        if variable not in self._tables:
            self._tables[variable] = self._find_table(variable)
        return self._tables[variable]

    def _find_table(self, variable: Variable) -> Expression | None:
        definitions = self.package.definitions(variable)
        if len(definitions) == 1 and definitions[0].range_part == "value":
            return definitions[0].value
        value = definitions[0].value if len(definitions) == 1 else None
        if isinstance(value, Index) and definitions[0].position in (None, 0):
            return value.base
        for literal, node in (
            self.package.tables.literal_nodes.items() if variable.kind is VariableKind.PARAMETER else ()
        ):
            call = self.package.parent(node) if variable in literal.parameters else None
            if isinstance(call, Call) and self.package.callee(call).external in _SORTS:
                return call.arguments[0]
        return None

    def _field(self, value: Expression) -> str:
        found = key_of(self.package, value) if isinstance(value, Selector) else None
        return "" if found is None else found.field

    def _in_all(self, field: str) -> Facts:
        """Return what is known of everything that is put into the field."""
        found: Facts | None = None
        for function, statement in self._assignments:
            for value in self._put(statement, field):
                term = None if value is None else term_of(self.package, value)
                mine = frozenset[Fact]() if term is None else self._of(function, statement, term)
                found = mine if found is None else found & mine
        return found or frozenset()

    @cached_property
    def _assignments(self) -> tuple[tuple[Function, Assign], ...]:
        return tuple(
            (function, node)
            for function in self.package.bodies()
            if not self.package.is_test(function)
            for node in self.package.inside(function, Assign)
        )

    def _put(self, statement: Assign, field: str) -> Iterator[Expression | None]:
        """Yield what an assignment puts into the field, None for what cannot be told."""
        for place, target in enumerate(statement.targets):
            value = statement.values[place] if place < len(statement.values) else None
            if isinstance(target, Index) and self._field(target.base) == field:
                if not (isinstance(value, Index) and self._field(value.base) == field):
                    yield value
            elif isinstance(target, Selector) and self._field(target) == field:
                match value:
                    case Call(function=BuiltinName(name="make")) | CompositeLiteral(elements=()):
                        pass
                    case BuiltinName(name="nil"):
                        pass
                    case Slice(base=base) if self._field(base) == field:
                        pass
                    case Call(function=BuiltinName(name="append"), arguments=(first, *rest), spread=spread) if (
                        self._is_of(first, field) and (not spread or self._is_of(rest[-1], field))
                    ):
                        yield from () if spread else rest
                    case _:
                        yield None

    def _is_of(self, value: Expression, field: str) -> bool:
        """Tell whether a value is the field, or a part of it: `s.all[:n]`."""
        return self._field(value.base if isinstance(value, Slice) else value) == field


def _mentions_object(term: Term) -> bool:
    return term == OBJECT or any(_mentions_object(part) for part in term.parts if isinstance(part, Term))


def differ(first: Facts, second: Facts) -> bool:
    """Tell whether what is known of two objects cannot be true of one."""
    return any(known_value(first, fact.term) is (not fact.value) for fact in second)
