"""Condition variables by name, through fields, parameters and results: who waits, who signals, who looks again."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from golint_sched.engines.rechecks import Lack, unchecked
from golint_sched.flow.graph import Condition as Test
from golint_sched.knowledge.callbacks import RUNS_ARGUMENT
from golint_sched.link.members import dereference, type_name, underlying
from golint_sched.link.package import Package
from golint_sched.link.places import Place
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    CompositeLiteral,
    Element,
    Expression,
    Index,
    Name,
    PackageName,
    Selector,
    TypeAssertion,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, ExpressionStatement, Go, Return
from golint_sched.model.types import ArrayType, MapType, PointerType, SliceType, StructType, Type

_TYPE = "sync.Cond"
_WAIT = f"{_TYPE}.Wait"
_WAKES = frozenset({f"{_TYPE}.Signal", f"{_TYPE}.Broadcast"})
_WAKE_NAMES = frozenset({"Signal", "Broadcast"})

# A local variable and the fields from there; or `Type.field`, a package variable, `function()` for a result.
Identity = tuple[Variable, tuple[str, ...]] | str


@dataclass(slots=True)
class Condition:
    """All that the package does with the conditions that have some names in common.

    `escapes` is set where code out of sight may signal it.
    """

    makes: list[Expression] = field(default_factory=list)
    waits: list[Call] = field(default_factory=list)
    wakes: list[Expression] = field(default_factory=list)
    escapes: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Faulty:
    """A Wait with what it lacks; `test` is the condition that ought to be tested again."""

    lack: Lack
    function: Function
    wait: Call
    condition: Condition
    others: tuple[Call, ...] = ()
    test: Test | None = None


def faulty_waits(package: Package) -> Iterator[Faulty]:
    """Yield the Waits of a package that nobody ends, or that do not look whether they had reason to."""
    conditions = Conditions(package)
    for condition in conditions.all():
        waits = [wait for wait in condition.waits if not _is_apart(package, wait)]
        if waits and not condition.wakes and not condition.escapes:
            function = package.owner(waits[0])
            assert function is not None
            yield Faulty(Lack.SIGNAL, function, waits[0], condition, tuple(waits[1:]))
            continue
        for wait in waits:
            function = package.owner(wait)
            assert function is not None
            found = unchecked(package, function, wait)
            if found is not None:
                yield Faulty(found[0], function, wait, condition, test=found[1])


def _is_apart(package: Package, wait: Call) -> bool:
    function = package.owner(wait)
    return function is None or package.is_test(function) or package.file(function).generated


class Conditions:
    """Answers which condition an expression means, and what the package does with it."""

    def __init__(self, package: Package) -> None:
        """Read the whole package once."""
        self.package = package
        self._parents: dict[Identity, Identity] = {}
        self._conditions: dict[Identity, Condition] = {}
        self._loose: set[str] = set()  # last names of what is signalled without being known
        self._parameters()
        self._values()
        if not self._is_waited_for():
            return
        self._fields = _fields(package)
        self._variables: dict[Variable, bool] = {}
        for node in package.placed((Call, Name, Selector, PackageName, Index)):
            if isinstance(node, Call):
                self._call(node)
            elif isinstance(node, Name | Selector | PackageName | Index) and self._is_mention(node):
                self._mention(node)
            elif isinstance(node, Selector):
                self._method_value(node)
        for identity in list(self._conditions):
            # A field of something local whose type is not known may have another name in the next function.
            if self._is_open(identity) if isinstance(identity, str) else identity[1]:
                self._of(identity).escapes = True

    def all(self) -> Iterator[Condition]:
        """Yield the conditions, those that are signalled by an unknown name as ones that escape."""
        for identity, condition in self._conditions.items():
            last = identity if isinstance(identity, str) else ".".join((identity[0].name, *identity[1]))
            condition.escapes |= last.removesuffix("[]").rpartition(".")[2] in self._loose
            yield condition

    def _is_waited_for(self) -> bool:
        """Tell whether the package waits for a condition anywhere."""
        return any(
            isinstance(call.function, Selector)
            and call.function.field == "Wait"
            and self.package.callee(call).external == _WAIT
            for function in self.package.bodies()
            for call in self.package.calls(function)
        )

    def _is_mention(self, node: Name | Selector | PackageName | Index) -> bool:
        """Tell whether an expression is a condition; its name says first whether it is worth a look."""
        match node:
            case Name(variable=variable):
                if variable not in self._variables:
                    self._variables[variable] = self.package.type_name(node) == _TYPE
                return self._variables[variable]
            case Selector(field=name):
                return name in self._fields and self.package.type_name(node) == _TYPE
            case PackageName(name=name):
                return name in self.package.tables.values and self.package.type_name(node) == _TYPE
            case _:
                return isinstance(node.base, Selector | Name | PackageName) and self._is_table(node)

    def _is_table(self, index: Index) -> bool:
        base = index.base
        known = not isinstance(base, Selector) or base.field in self._fields
        return known and self.package.type_name(index) == _TYPE

    # -- names --------------------------------------------------------------------------------------------------

    def _identity(self, place: Place | None) -> Identity | None:
        if place is None:
            return None
        if place.field:
            return place.field + ("[]" if place.is_element else "")
        if isinstance(place.root, str):
            return ".".join((place.root, *place.path))
        return place.root, place.path

    def _named(self, expression: Expression) -> Identity | None:
        place = self.package.place(expression)
        if place is None and isinstance(expression, Call):
            callee = self.package.callee(expression)
            if len(callee.functions) == 1 and callee.certain and callee.functions[0].body is not None:
                return f"{callee.functions[0].key}()"
        return self._identity(place)

    def _root(self, identity: Identity) -> Identity:
        while (above := self._parents.get(identity, identity)) != identity:
            identity = above
        return identity

    def _of(self, identity: Identity) -> Condition:
        return self._conditions.setdefault(self._root(identity), Condition())

    def _join(self, first: Identity, second: Identity) -> None:
        one, other = self._root(first), self._root(second)
        if one == other:
            return
        kept, merged = self._of(one), self._conditions.pop(other, Condition())
        kept.makes += merged.makes
        kept.waits += merged.waits
        kept.wakes += merged.wakes
        kept.escapes |= merged.escapes or (isinstance(other, str) and self._is_open(other))
        self._parents[other] = one

    def _is_open(self, name: str) -> bool:
        """Tell whether other packages can name a package variable, a field or a function that returns one."""
        if name.endswith("()"):
            return self.package.name != "main" and all(part[:1].isupper() for part in name.split("."))
        return self.package.is_open(name.removesuffix("[]"))

    # -- values -------------------------------------------------------------------------------------------------

    def _parameters(self) -> None:
        for function in self.package.functions:
            taken = [place for place, one in enumerate(function.parameters) if one.type and _is_condition(one.type)]
            if not taken:
                continue
            callers = self.package.callers(function)
            is_open = function.name[:1].isupper() or self.package.is_value(function)
            for place in taken:
                identity = (function.parameters[place], ())
                self._of(identity).escapes |= is_open or not callers
                for _, call in callers:
                    if place < len(call.arguments):
                        self._flow(identity, call.arguments[place])

    def _values(self) -> None:
        for name, declarations in self.package.tables.values.items():
            for declaration, position in declarations:
                if position < len(declaration.values):
                    value = declaration.values[position]
                    if self._is_made(value) or self.package.type_name(value) == _TYPE:
                        self._flow(name, value)

    def _flow(self, target: Identity, value: Expression) -> None:
        """Note that `target` may be the condition that `value` is."""
        if self._is_made(value):
            self._of(target).makes.append(value)
        elif not isinstance(value, BuiltinName):
            identity = self._named(value)
            if identity is None:
                self._of(target).escapes = True
            else:
                self._join(target, identity)

    def _is_made(self, value: Expression) -> bool:
        """`sync.NewCond(&mu)`, `sync.Cond{L: &mu}`, `&sync.Cond{…}`, `new(sync.Cond)`."""
        inner = value.operand if isinstance(value, Unary) and value.operator == "&" else value
        match inner:
            case CompositeLiteral(type=given) if given is not None:
                return _is_condition(given)
            case Call(function=BuiltinName(name="new")):
                return self.package.type_name(inner) == _TYPE
            case Call():
                return self.package.callee(inner).external == "sync.NewCond"
            case _:
                return False

    # -- uses ---------------------------------------------------------------------------------------------------

    def _call(self, call: Call) -> None:
        external = self.package.callee(call).external
        if external == _WAIT or external in _WAKES:
            identity = self._identity(self.package.receiver_place(call))
            if identity is None and isinstance(call.function, Selector):
                identity = self._named(call.function.base)
            if identity is None:
                if external in _WAKES:
                    self._note_loose(call)
                return
            condition = self._of(identity)
            (condition.waits if external == _WAIT else condition.wakes).append(call)
        elif not external and not self.package.callee(call).functions:
            self._note_loose(call)
        if self.package.type_name(call) == _TYPE and not self._is_made(call):
            self._mention(call)

    def _note_loose(self, call: Call) -> None:
        """Note the last name of `x.cond` in `x.cond.Broadcast()` where nobody knows what x is."""
        function = call.function
        if isinstance(function, Selector) and function.field in _WAKE_NAMES and not call.arguments:
            base = function.base
            if isinstance(base, Selector):
                self._loose.add(base.field)
            elif isinstance(base, Name | PackageName):
                self._loose.add(base.name)

    def _method_value(self, selector: Selector) -> None:
        """`context.AfterFunc(ctx, q.cond.Broadcast)`: whoever gets the method may call it."""
        parent = self.package.parent(selector)
        if selector.field not in (*_WAKE_NAMES, "Wait") or (isinstance(parent, Call) and parent.function is selector):
            return
        external = self.package.resolver.function_value(selector).external
        identity = self._named(selector.base)
        if identity is not None and external in _WAKES:
            self._of(identity).wakes.append(selector)

    def _mention(self, mention: Expression) -> None:
        """Note where a condition goes from a place that names it."""
        parent = self.package.parent(mention)
        use = mention
        while isinstance(parent, Unary) and parent.operator in ("&", "*"):
            use, parent = parent, self.package.parent(parent)
        identity = self._named(mention)
        if identity is None:
            return
        match parent:
            case Selector() | Binary(operator="==" | "!=") | ExpressionStatement() | Go() | Defer():
                pass
            case Assign():
                self._assign(parent, use, identity)
            case Declare(values=values, variables=variables) if any(value is use for value in values):
                place = next(index for index, value in enumerate(values) if value is use)
                variable = variables[place] if place < len(variables) else None
                if variable is not None:
                    self._join((variable, ()), identity)
            case Element() if parent.value is use:
                self._element(parent, identity)
            case Index():
                pass  # one of a table: what is done with the element is seen there
            case Call() if parent.function is use:
                pass
            case Call():
                self._argument(parent, identity)
            case Return():
                self._return(parent, use, identity)
            case TypeAssertion():
                pass
            case _:
                self._of(identity).escapes = True

    def _assign(self, store: Assign, use: Expression, identity: Identity) -> None:
        for position, target in enumerate(store.targets):
            if target is use:
                value = store.values[position] if len(store.values) == len(store.targets) else store.values[0]
                self._flow(identity, value.base if isinstance(value, TypeAssertion) else value)
        for position, value in enumerate(store.values):
            if value is use:
                target = store.targets[position] if position < len(store.targets) else None
                named = None if target is None else self._named(target)
                if named is not None:
                    self._join(named, identity)
                elif target is not None:
                    self._of(identity).escapes = True

    def _element(self, element: Element, identity: Identity) -> None:
        """`&queue{ready: cond}`; a literal of another package's type, or a table, is out of sight."""
        literal = self.package.parent(element)
        given = dereference(literal.type) if isinstance(literal, CompositeLiteral) and literal.type else None
        shape = underlying(self.package.tables, given) if given is not None else None
        name = type_name(given) if given is not None else ""
        if not isinstance(literal, CompositeLiteral) or not isinstance(shape, StructType) or not name or "." in name:
            self._of(identity).escapes = True
            return
        position = next(place for place, one in enumerate(literal.elements) if one is element)
        known = element.field or (shape.fields[position].name if position < len(shape.fields) else "")
        self._join(f"{name}.{known}", identity)

    def _argument(self, call: Call, identity: Identity) -> None:
        """Note an argument of a function out of view; in view, it is the parameter that `_parameters` knows."""
        callee = self.package.callee(call)
        known = callee.certain and callee.functions and all(each.body is not None for each in callee.functions)
        if not known and callee.external not in RUNS_ARGUMENT and not callee.conversion:
            self._of(identity).escapes = True

    def _return(self, statement: Return, use: Expression, identity: Identity) -> None:
        """Name what an unexported function returns after it; what others return is out of sight."""
        function = self.package.owner(statement)
        hidden = function is not None and function.name and not function.name[:1].isupper()
        if function is None or not hidden or self.package.is_value(function) or statement.values != (use,):
            self._of(identity).escapes = True
        else:
            self._join(f"{function.key}()", identity)


def _fields(package: Package) -> frozenset[str]:
    """Return the names of the fields that are conditions, or tables of them, in struct types of the package."""
    found: set[str] = set()
    pending = [declaration.type for declarations in package.tables.types.values() for declaration in declarations]
    while pending:
        shape = _held(pending.pop())
        for each in shape.fields if isinstance(shape, StructType) else ():
            if _is_condition(_held(each.type)):
                found.add(each.name)
            pending.append(each.type)
    return frozenset(found)


def _held(given: Type) -> Type:
    """Return what pointers, slices, arrays and maps of a type lead to."""
    while isinstance(given, PointerType | SliceType | ArrayType | MapType):
        given = given.value if isinstance(given, MapType) else given.element
    return given


def _is_condition(given: Type) -> bool:
    return type_name(dereference(given)) == _TYPE
