"""Two locks of one type that a function takes in the order in which it happens to be given them."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.paths.keys import Key, key_of, out_of
from golint_sched.engines.paths.lock_classes import are_different
from golint_sched.engines.paths.lock_order import Cycle, Orders, Taken, share_gate
from golint_sched.engines.paths.together import Place
from golint_sched.engines.paths.walk import excludes
from golint_sched.model.expressions import (
    Binary,
    Call,
    Expression,
    Index,
    Name,
    Selector,
    Unary,
    Variable,
    VariableKind,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, If
from golint_sched.model.walk import walk

_DEPTH = 3  # callers of callers
_ORDERED = ("<", ">", "<=", ">=")


@dataclass(frozen=True, slots=True)
class Given:
    """A call, in `function`, by which `taken` gets the objects that the function calls `held` and `wanted`."""

    taken: Taken
    function: Function
    call: Call | None
    held: Key
    wanted: Key

    @property
    def place(self) -> Place:
        """Return where the objects are chosen."""
        return self.taken.place if self.call is None else Place(self.function, self.call)


@dataclass(frozen=True, slots=True)
class Twins:
    """A function takes two locks of one type; `given` are two calls with the objects in opposite orders, or none."""

    taken: Taken
    given: tuple[Given, ...] = ()


class TwinOrders:
    """Answers for the orders of one package."""

    def __init__(self, orders: Orders) -> None:
        """Make it for the orders in which a package takes locks."""
        self.orders = orders
        self.package = orders.package

    def found(self) -> Iterator[Cycle | Twins]:
        """Yield for each type one fault: two places, two calls, or a function that anybody may call either way."""
        for (first, second), places in self.orders.orders.items():
            if first != second:
                continue
            ways = {(each.function, each.held, each.wanted.key) for each in places}
            usable = [
                each
                for each in places
                # `if a.id < b.id { a.Lock(); b.Lock() } else { b.Lock(); a.Lock() }`
                if (each.function, each.wanted.key, each.held) not in ways and self._is_usable(each)
            ]
            fault = self._opposite(usable) or next((each for each in map(self._twins, usable) if each), None)
            if fault is not None:
                yield fault

    def _is_usable(self, taken: Taken) -> bool:
        key = taken.wanted.key
        return key is not None and key != taken.held and self.orders.is_usable(taken)

    # -- two places, or two calls -----------------------------------------------------------------------------------

    def _opposite(self, places: list[Taken]) -> Cycle | Twins | None:
        """Return two places, or calls, that are about the same two objects, in opposite orders."""
        given = [each for taken in places for each in self._given(taken) if self._is_fixed(each)]
        for place, first in enumerate(given):
            for second in given[place + 1 :]:
                if first.held != second.wanted or first.wanted != second.held or not self._run_together(first, second):
                    continue
                if first.call is None and second.call is None:
                    return Cycle((first.taken, second.taken), writers=False)
                return Twins(first.taken, (first, second))
        return None

    def _given(self, taken: Taken) -> Iterator[Given]:
        """Yield the place itself, and the calls that lead to it with the objects as arguments."""
        if taken.wanted.key is None:
            return
        pending = [(Given(taken, taken.function, None, taken.held, taken.wanted.key), 0)]
        while pending:
            given, depth = pending.pop()
            yield given
            if depth < _DEPTH and not self._is_decided(given):
                pending += [(each, depth + 1) for each in self._lifted(given)]

    def _is_decided(self, given: Given) -> bool:
        """Tell whether the function of a given place itself decides which of the objects comes first."""
        held, wanted = given.held.root, given.wanted.root
        return not isinstance(held, Variable) or (
            isinstance(wanted, Variable) and self._is_ordered(given.function, held, wanted)
        )

    def _lifted(self, given: Given) -> Iterator[Given]:
        for caller, call in self.package.callers(given.function):
            held = out_of(self.package, call, given.function, given.held)
            wanted = out_of(self.package, call, given.function, given.wanted)
            if held is not None and wanted is not None and (held, wanted) != (given.held, given.wanted):
                yield Given(given.taken, caller, call, held, wanted)

    def _is_fixed(self, given: Given) -> bool:
        """Tell whether both keys mean one object each, whoever runs the function."""
        return are_different(self.package, given.held, given.wanted) and all(
            not isinstance(key.root, Variable) or len(self.package.definitions(key.root)) <= 1
            for key in (given.held, given.wanted)
        )

    def _run_together(self, first: Given, second: Given) -> bool:
        ring = {first.taken.first}
        if share_gate(first.taken.gates, second.taken.gates, ring):
            return False
        if not (
            excludes(second.taken.mode, first.taken.wanted.mode)
            and excludes(first.taken.mode, second.taken.wanted.mode)
        ):
            return False
        scope = self._scope(first, second)
        return self.orders.together.may_overlap(first.place, second.place, scope)

    def _scope(self, first: Given, second: Given) -> Function | None:
        """Return the function whose variables the objects are, None where they are the package's."""
        found = {
            self.orders.declarer(each.function, key) for each in (first, second) for key in (each.held, each.wanted)
        }
        return found.pop() if len(found) == 1 else None

    # -- one function ------------------------------------------------------------------------------------------------

    def _twins(self, taken: Taken) -> Twins | None:
        """Return the fault of a function that leaves the order to its callers."""
        if taken.wanted.key is None or share_gate(taken.gates, taken.gates, {taken.first}):
            return None
        if not excludes(taken.mode, taken.wanted.mode):
            return None
        given = Given(taken, taken.function, None, taken.held, taken.wanted.key)
        if self._is_free(given, 0) and self.orders.together.may_overlap(taken.place, taken.place):
            return Twins(taken)
        return None

    def _is_free(self, given: Given, depth: int) -> bool:
        """Tell whether nothing decides which of the two objects comes first."""
        function, held, wanted = given.function, given.held, given.wanted
        if held.path != wanted.path or not isinstance(held.root, Variable) or not isinstance(wanted.root, Variable):
            return False
        if held.root is wanted.root or self._is_ordered(function, held.root, wanted.root):
            return False
        mine = (function.receiver, *function.parameters)
        if held.root in mine and wanted.root in mine:
            calls = tuple(self._lifted(given))
            if not calls:
                return self.orders.together.is_entry(function) and not self.package.callers(function)
            return depth < _DEPTH and any(self._is_free(each, depth + 1) for each in calls)
        return self._are_looked_up(function, held.root, wanted.root)

    def _are_looked_up(self, function: Function, first: Variable, second: Variable) -> bool:
        """Tell whether the two come from one table, by keys that the caller gives: `s.all[from]`, `s.all[to]`."""
        mine, other = self._lookup(first), self._lookup(second)
        if mine is None or other is None or mine[0] != other[0]:
            return False
        keys = (mine[1], other[1])
        if not all(isinstance(key, Name) and key.variable.kind is VariableKind.PARAMETER for key in keys):
            return False
        variables = [key.variable for key in keys if isinstance(key, Name)]
        return variables[0] is not variables[1] and not self._is_ordered(function, *variables)

    def _lookup(self, variable: Variable) -> tuple[object, Expression] | None:
        """Return where a variable's value comes from, and by which key: an element, or the result of a call."""
        definitions = self.package.definitions(variable)
        if len(definitions) != 1 or definitions[0].position not in (None, 0) or definitions[0].range_part:
            return None
        match definitions[0].value:
            case Index(base=base, index=(key,)):
                place = self.package.place(base)
                return None if place is None else ((place.root, place.path), key)
            case Call(arguments=(key,)) as call:
                callee = self.package.callee(call)
                return (callee.functions, key) if callee.functions else None
            case _:
                return None

    def _is_ordered(self, function: Function, first: Variable, second: Variable) -> bool:
        """Tell whether the function compares the two, exchanges them, or makes one a part of the other."""
        if function.body is None or self._puts(function, first, second) != self._puts(function, second, first):
            return True
        pending = [function]
        while pending:
            current = pending.pop()
            pending += self.package.literals(current)
            for node in self.package.nodes_of(current, (Binary, Call, Assign)):
                match node:
                    case Binary(operator=operator, left=left, right=right) if operator in _ORDERED:
                        if self._mentions(left, first) and self._mentions(right, second):
                            return True
                        if self._mentions(left, second) and self._mentions(right, first):
                            return True
                    case Call():
                        if self._compares(node, first, second):
                            return True
                    case Assign(targets=targets, operator=operator) if operator != ":=":
                        if any(isinstance(each, Name) and each.variable in (first, second) for each in targets):
                            return True
                    case _:
                        pass
        return False

    def _puts(self, function: Function, part: Variable, whole: Variable) -> bool:
        """Tell whether the function stores one in the other: `n.children = append(n.children, child)`."""
        for node in self.package.inside(function, Assign):
            for target in node.targets:
                base = target.base if isinstance(target, Index) else target
                key = None if base is None else key_of(self.package, base)
                if key is None or key.root is not whole or not key.path:
                    continue
                if any(self._gives(value, part) for value in node.values):
                    return True
        return False

    def _gives(self, value: Expression, variable: Variable) -> bool:
        """Tell whether a value holds the variable itself, not something that it has."""
        return any(
            isinstance(node, Name) and node.variable is variable and not isinstance(self.package.parent(node), Selector)
            for node in walk(value)
        )

    def _compares(self, call: Call, first: Variable, second: Variable) -> bool:
        """Tell whether a condition, or a comparison with 0, calls something with both."""
        parent = self.package.parent(call)
        if not isinstance(parent, If | Binary | Unary):
            return False
        return self._mentions(call, first) and self._mentions(call, second)

    def _mentions(self, expression: Expression, variable: Variable) -> bool:
        """Tell whether an expression mentions the variable, or one that was made from it."""
        for node in walk(expression):
            if isinstance(node, Name):
                if node.variable is variable:
                    return True
                values = [each.value for each in self.package.definitions(node.variable) if each.value is not None]
                if len(values) == 1 and any(
                    isinstance(inner, Name) and inner.variable is variable for inner in walk(values[0])
                ):
                    return True
        return False
