"""Every use that a package makes of a channel in an unexported field or an unexported package variable."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from golint_sched.engines.channels.amounts import Amount, amount
from golint_sched.link import Package
from golint_sched.link.members import underlying
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
    Receive,
    Selector,
    Variable,
)
from golint_sched.model.statements import (
    Assign,
    Declare,
    ExpressionStatement,
    Range,
    Return,
    Select,
    SelectClause,
    Send,
)
from golint_sched.model.types import ChannelType, FunctionType, NamedType, PointerType, StructType, Type
from golint_sched.model.walk import ModelNode

_DEPTH = 4


class Operation(Enum):
    """What a use does."""

    SEND = "send"
    RECEIVE = "receive"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """One operation on a channel.

    `node` is the send, receive or range; `select` the select whose case it is. It `blocks` where nothing else can
    let it go on: it stands bare, or is the only case of its select. `subject` is the channel as the code names it.
    """

    operation: Operation
    node: Send | Receive | Range | Call
    subject: Expression
    select: Select | None = None

    @property
    def blocks(self) -> bool:
        """Tell whether the operation alone decides whether its goroutine goes on."""
        return self.operation is not Operation.CLOSE and (self.select is None or len(self.select.clauses) == 1)


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """A channel variable that only this package can reach, and all that happens to it.

    `name` is `Type.field` or a package variable's name; `field` is set for the former. `made` are its makes, with
    their capacities. One object stands for the field in all instances of the type. `escapes` is set where
    `local_channel` cannot follow it, `handed` where that is one who may only send on it. `tables` are the fields with
    maps or slices of which it is an element.
    """

    name: str
    field: bool
    made: tuple[tuple[Call, Amount | None], ...]
    uses: tuple[Use, ...]
    escapes: bool = False
    handed: bool = False
    tables: frozenset[str] = frozenset()

    @property
    def is_unbuffered(self) -> bool:
        """Tell whether it is made, and never with a buffer."""
        return bool(self.made) and all(size == Amount() for _, size in self.made)

    def of(self, operation: Operation) -> tuple[Use, ...]:
        """Return the uses that do this."""
        return tuple(use for use in self.uses if use.operation is operation)


class _EscapesError(Exception):
    """The channel gets somewhere that is not followed."""


@lru_cache(maxsize=2)
def shared_channels(package: Package, *, copies: bool = False) -> tuple[Shared, ...]:
    """Return the channels in unexported fields and package variables that nothing out of view can use, by name.

    With `copies`, one may also stand in a field of another type that never holds another channel.
    """
    found: list[Shared] = []
    for owner, field in channel_fields(package):
        collector = _Collector(package, copies=copies)
        try:
            collector.field(owner, field)
            collector.verify_copies()
        except _EscapesError:
            continue
        found.append(Shared(f"{owner}.{field}", True, tuple(collector.made), tuple(collector.uses)))  # noqa: FBT003
    for name in channel_variables(package):
        collector = _Collector(package)
        try:
            collector.variable(name)
        except _EscapesError:
            continue
        found.append(Shared(name, False, tuple(collector.made), tuple(collector.uses)))  # noqa: FBT003
    return tuple(found)


def local_channel(package: Package, variable: Variable, make: Call) -> Shared:
    """Return a local variable that holds what `make` makes, with its uses in view.

    They include those of parameters, and of a field that a literal gives the channel and nobody another one.
    """
    collector = _Collector(package, lenient=True, copies=True)
    collector.local(variable, make)
    try:
        collector.verify_copies()
    except _EscapesError:
        collector.escapes = True
    return Shared(
        name=variable.name,
        field=False,
        made=tuple(collector.made),
        uses=tuple(collector.uses),
        escapes=collector.escapes,
        handed=collector.handed,
        tables=frozenset(collector.tables),
    )


def local_channels(package: Package) -> Iterator[Shared]:
    """Yield the local variables that hold one channel, made where they are defined."""
    for function in package.bodies():
        if not any(package.is_channel_make(call) for call in package.calls(function)):
            continue
        for node in package.nodes_of(function, (Assign, Declare)):
            for variable, value in _pairs(node):
                if package.is_channel_make(value) and len(package.definitions(variable)) == 1:
                    yield local_channel(package, variable, value)


def _pairs(node: ModelNode) -> Iterator[tuple[Variable, Expression]]:
    """Yield the local variables that a statement gives values, with these."""
    match node:
        case Assign(targets=targets, values=values) if len(targets) == len(values):
            yield from (
                (target.variable, value)
                for target, value in zip(targets, values, strict=True)
                if isinstance(target, Name)
            )
        case Declare(variables=variables, values=values) if len(variables) == len(values):
            yield from ((each, value) for each, value in zip(variables, values, strict=True) if each is not None)
        case _:
            pass


def operation_on(package: Package, channel: Expression) -> Use | None:
    """Return the send or receive that an expression is the channel of, None where it is used otherwise."""
    parent = package.parent(channel)
    match parent:
        case Send(channel=subject) if subject is channel:
            return Use(Operation.SEND, parent, channel, _select(package, parent))
        case Receive():
            return Use(Operation.RECEIVE, parent, channel, _select(package, parent))
        case Range(subject=subject) if subject is channel:
            return Use(Operation.RECEIVE, parent, channel)
        case _:
            return None


def _select(package: Package, node: ModelNode) -> Select | None:
    """Return the select whose case a send or receive is."""
    around = package.parent(node)
    if isinstance(around, ExpressionStatement | Assign):
        node, around = around, package.parent(around)
    if isinstance(around, SelectClause) and around.operation is node:
        found = package.parent(around)
        return found if isinstance(found, Select) else None
    return None


def _is_exported(name: str) -> bool:
    return name[:1].isupper()


def channel_fields(package: Package) -> Iterator[tuple[str, str]]:
    """Yield type and field of the unexported channel fields of struct types that are declared once and not renamed."""
    renamed = {
        declaration.type.name
        for declarations in package.tables.types.values()
        for declaration in declarations
        if isinstance(declaration.type, NamedType) and not declaration.type.package
    }
    for name, declarations in sorted(package.tables.types.items()):
        shape = declarations[0].type
        if len(declarations) != 1 or name in renamed or not isinstance(shape, StructType):
            continue
        for field in shape.fields:
            if (
                not field.embedded
                and not _is_exported(field.name)
                and field.name != "_"
                and _is_channel(package, field.type)
            ):
                yield name, field.name


@lru_cache(maxsize=1)
def _fields_of(package: Package) -> frozenset[tuple[str, str]]:
    return frozenset(channel_fields(package))


def channel_variables(package: Package) -> Iterator[str]:
    """Yield the unexported package variables that hold channels and are declared once."""
    for name, declarations in sorted(package.tables.values.items()):
        if len(declarations) != 1 or _is_exported(name) or name == "_":
            continue
        declaration, position = declarations[0]
        if declaration.constant:
            continue
        if _is_channel(package, declaration.type) or package.is_channel_make(_value(declaration.values, position)):
            yield name


def _value(values: Sequence[Expression], position: int) -> Expression | None:
    return values[position] if position < len(values) else None


def _is_channel(package: Package, given: Type | None) -> bool:
    return given is not None and isinstance(underlying(package.tables, given), ChannelType)


class _Collector:
    """Collects the uses of one channel; raises _EscapesError where one cannot be followed, unless it is `lenient`."""

    def __init__(self, package: Package, *, lenient: bool = False, copies: bool = False) -> None:
        self.package = package
        self.lenient = lenient
        self.copies = copies
        self.copied: set[tuple[str, str]] = set()
        self.mentioned: set[Expression] = set()
        self.escapes = False
        self.handed = False
        self.made: list[tuple[Call, Amount | None]] = []
        self.uses: list[Use] = []
        self.followed: set[Variable] = set()
        self.tables: set[str] = set()

    def field(self, owner: str, field: str) -> None:
        """Collect what happens to `owner.field`."""
        for selector in self._selectors(owner, field):
            self._use(selector, 0)
        for literal in struct_literals(self.package):
            self._literal(literal, owner, field)

    def _selectors(self, owner: str, field: str) -> Iterator[Selector]:
        """Yield the mentions of a field."""
        for selector in self.package.tables.selectors.get(field, ()):
            member = self.package.resolver.member(selector)
            if member is None:
                if not self._is_foreign(selector):
                    raise _EscapesError
            elif member.owner == owner and not member.functions and not member.external:
                yield selector

    def _copy(self, element: Element, use: Expression, depth: int) -> None:
        """Collect what happens to a field that a literal gives the channel: `&worker{id: n, quit: p.quit}`."""
        literal = self.package.parent(element)
        given = literal.type if isinstance(literal, CompositeLiteral) else None
        if isinstance(given, PointerType):
            given = given.element
        if element.key is use and given is not None and isinstance(underlying(self.package.tables, given), StructType):
            return  # the name of the field, which only reads like the variable
        if not self.copies or element.value is not use or depth >= _DEPTH or not isinstance(given, NamedType):
            raise _EscapesError
        copy = (given.name, element.field)
        if given.package or element.key is None or copy not in _fields_of(self.package):
            raise _EscapesError
        if copy not in self.copied:
            self.copied.add(copy)
            for selector in self._selectors(*copy):
                self._use(selector, depth + 1)

    def verify_copies(self) -> None:
        """Raise where a field that was given the channel may hold another one."""
        for owner, field in self.copied:
            for selector in self._selectors(owner, field):
                if isinstance(around := self.package.parent(selector), Assign) and selector in around.targets:
                    raise _EscapesError
            for literal in struct_literals(self.package):
                given = literal.type.element if isinstance(literal.type, PointerType) else literal.type
                named = isinstance(given, NamedType) and not given.package and given.name == owner
                for element in literal.elements if named or given is None else ():
                    other = element.field == field and element.value not in self.mentioned
                    if other or (named and element.key is None):
                        raise _EscapesError

    def _is_foreign(self, selector: Selector) -> bool:
        """Tell whether a selector surely means another type's member: its base has a known foreign type."""
        given = self.package.type_of(selector.base)
        if isinstance(given, PointerType):
            given = given.element
        return isinstance(given, NamedType) and bool(given.package)

    def _literal(self, literal: CompositeLiteral, owner: str, field: str) -> None:
        """`T{field: make(chan X)}` or, without names, `T{make(chan X)}`; a literal of unknown type may set anything."""
        given = literal.type
        if isinstance(given, PointerType):
            given = given.element
        if given is None:
            if any(element.field == field for element in literal.elements):
                raise _EscapesError
            return
        if not isinstance(given, NamedType) or given.package or given.name != owner:
            return
        shape = self.package.tables.types[owner][0].type
        names = [each.name for each in shape.fields] if isinstance(shape, StructType) else []
        for place, element in enumerate(literal.elements):
            if element.key is None and place >= len(names):
                raise _EscapesError
            if (element.field if element.key is not None else names[place]) == field:
                self._given(element.value)

    def variable(self, name: str) -> None:
        """Collect what happens to a package variable."""
        declaration, position = self.package.tables.values[name][0]
        value = _value(declaration.values, position)
        if value is not None:
            self._given(value)
        for mention in self.package.package_variable_mentions(name):
            self._use(mention, 0)

    def local(self, variable: Variable, make: Call) -> None:
        """Collect what happens to a local variable."""
        self._given(make)
        self._follow(variable, 0)

    def _given(self, value: Expression) -> None:
        """Note a make; nil is no channel; any other value is a channel that somebody else has."""
        if self.package.is_channel_make(value):
            size = amount(self.package, value.arguments[1]) if len(value.arguments) > 1 else Amount()
            self.made.append((value, size))
        elif not (isinstance(value, BuiltinName) and value.name == "nil"):
            raise _EscapesError

    def _use(self, use: Expression, depth: int) -> None:
        parent = self.package.parent(use)
        self.mentioned.add(use)
        match parent:
            case Element():
                self._copy(parent, use, depth)
            case Send() | Receive() | Range() if (found := operation_on(self.package, use)) is not None:
                self.uses.append(found)
            case Call() if parent.function is not use:
                self._argument(parent, use, depth)
            case Binary(operator="==" | "!="):
                pass
            case Assign():
                self._assignment(parent, use, depth)
            case Declare(values=values, variables=variables):
                place = next(index for index, value in enumerate(values) if value is use)
                self._follow(variables[place] if place < len(variables) else None, depth)
            case Return() if self.lenient:
                self._returned(parent, use, depth)
            case _:
                raise _EscapesError

    def _returned(self, statement: Return, use: Expression, depth: int) -> None:
        """Collect what the callers of a function do with the channel that it returns."""
        function = self.package.owner(statement)
        if function is None or not function.name or depth >= _DEPTH:
            raise _EscapesError
        place = next(index for index, value in enumerate(statement.values) if value is use)
        for _, call in self.package.callers(function):
            around = self.package.parent(call)
            if len(statement.values) == 1:
                self._use(call, depth + 1)
            elif isinstance(around, Assign) and len(around.values) == 1:
                target = around.targets[place]
                self._follow(target.variable if isinstance(target, Name) else None, depth)
        if function.name[:1].isupper() or self.package.is_value(function):
            raise _EscapesError

    def _argument(self, call: Call, use: Expression, depth: int) -> None:
        if isinstance(call.function, BuiltinName):
            if call.function.name == "close":
                self.uses.append(Use(Operation.CLOSE, call, use))
            elif call.function.name not in ("len", "cap"):
                raise _EscapesError
            return
        callee = self.package.callee(call)
        if len(callee.functions) != 1 or not callee.certain or callee.functions[0].body is None or call.spread:
            raise _EscapesError
        function = callee.functions[0]
        place = next(index for index, argument in enumerate(call.arguments) if argument is use)
        if place >= len(function.parameters) or function.type.variadic:
            raise _EscapesError
        self._follow(function.parameters[place], depth)

    def _assignment(self, statement: Assign, use: Expression, depth: int) -> None:
        spread = len(statement.targets) != len(statement.values)
        for target, value in zip(statement.targets, statement.values, strict=False):
            if spread and (target is use or value is use):
                raise _EscapesError
            if target is use:
                self._given(value)
                return
            if value is use and (target is None or isinstance(target, Name)):
                self._follow(None if target is None else target.variable, depth)
                return
            if value is use and self.lenient and isinstance(target, Index) and isinstance(target.base, Selector):
                self._table(target.base, depth)
                return
        raise _EscapesError

    def _table(self, table: Selector, depth: int) -> None:
        """Collect what happens to the elements of a map or slice in a field that the channel is put into.

        b.subscribers[id] = events
        """
        place = self.package.place(table)
        if place is None or not place.field or self.package.is_open(place.field) or depth >= _DEPTH:
            raise _EscapesError
        if place.field in self.tables:
            return
        self.tables.add(place.field)
        owner, _, field = place.field.rpartition(".")
        for selector in self._selectors(owner, field):
            match self.package.parent(selector):
                case Index() as element:
                    self._element(element, depth)
                case Range(value=value, subject=subject) if subject is selector:
                    self._follow(value.variable if isinstance(value, Name) else None, depth)
                case Call(function=BuiltinName(name="delete" | "len" | "clear")) | Binary():
                    pass
                case Assign(targets=targets) if selector in targets:
                    pass
                case _:
                    raise _EscapesError

    def _element(self, element: Index, depth: int) -> None:
        """Collect what happens to an element of a table; one that is another channel's makes the table too many."""
        match self.package.parent(element):
            case Assign(targets=targets, values=values) if element in targets:
                if len(targets) != len(values) or values[targets.index(element)] not in self.mentioned:
                    raise _EscapesError
            case Assign(targets=(target, _), values=(value,)) if value is element:
                self._follow(target.variable if isinstance(target, Name) else None, depth)
            case _:
                self._use(element, depth + 1)

    def _follow(self, variable: Variable | None, depth: int) -> None:
        """Collect the uses of an alias or parameter."""
        if variable is None:
            return
        if depth >= _DEPTH:
            raise _EscapesError
        if variable in self.followed:
            return
        self.followed.add(variable)
        for name in self.package.names(variable):
            parent = self.package.parent(name)
            if isinstance(parent, Assign) and any(target is name for target in parent.targets):
                continue
            if isinstance(parent, Range) and name in (parent.key, parent.value):
                continue
            try:
                self._use(name, depth + 1)
            except _EscapesError:
                if not self.lenient:
                    raise
                if self._is_sender(name, variable):
                    self.handed = True
                else:
                    self.escapes = True

    def _is_sender(self, name: Name, variable: Variable) -> bool:
        """Tell whether a mention gives the channel away as one that may only be sent on."""
        given = variable.type
        if isinstance(given, ChannelType) and not given.can_receive:
            return True
        call = self.package.parent(name)
        if not isinstance(call, Call):
            return False
        place = next((index for index, argument in enumerate(call.arguments) if argument is name), None)
        shape = self.package.shape_of(call.function)
        if place is None or not isinstance(shape, FunctionType) or place >= len(shape.parameters):
            return False
        taken = shape.parameters[place]
        return isinstance(taken, ChannelType) and not taken.can_receive


@lru_cache(maxsize=1)
def struct_literals(package: Package) -> tuple[CompositeLiteral, ...]:
    """Return all composite literals with elements of a package, in no particular order of files."""
    seen: dict[CompositeLiteral, None] = {}
    for node in package.placed((Element,)):
        parent = package.parent(node)
        if isinstance(parent, CompositeLiteral):
            seen[parent] = None
    return tuple(seen)


def base_of(subject: Expression) -> Expression | None:
    """Return the `s` of `s.field`, None for a package variable."""
    return subject.base if isinstance(subject, Selector) else None


def is_variable(subject: Expression) -> bool:
    """Tell whether a channel is named by a package variable."""
    return isinstance(subject, PackageName)
