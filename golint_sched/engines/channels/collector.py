"""Follows a channel through the variables, parameters, fields and tables that hold it, to all that is done with it."""

from collections.abc import Iterator

from golint_sched.engines.channels.amounts import Amount, amount
from golint_sched.engines.channels.uses import Operation, Use, fields_of, operation_on, struct_literals, value_at
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
    Receive,
    Selector,
    Variable,
)
from golint_sched.model.statements import (
    Assign,
    Declare,
    Range,
    Return,
    Send,
)
from golint_sched.model.types import ChannelType, FunctionType, NamedType, PointerType, StructType

_DEPTH = 4


class EscapesError(Exception):
    """The channel gets somewhere that is not followed."""


class Collector:
    """Collects the uses of one channel; raises EscapesError where one cannot be followed, unless it is `lenient`."""

    def __init__(self, package: Package, *, lenient: bool = False, copies: bool = False) -> None:
        """Make it for one channel; with `copies`, that may also be given to fields that never hold another one."""
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
                    raise EscapesError
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
            raise EscapesError
        copy = (given.name, element.field)
        if given.package or element.key is None or copy not in fields_of(self.package):
            raise EscapesError
        if copy not in self.copied:
            self.copied.add(copy)
            for selector in self._selectors(*copy):
                self._use(selector, depth + 1)

    def verify_copies(self) -> None:
        """Raise where a field that was given the channel may hold another one."""
        for owner, field in self.copied:
            for selector in self._selectors(owner, field):
                if isinstance(around := self.package.parent(selector), Assign) and selector in around.targets:
                    raise EscapesError
            for literal in struct_literals(self.package):
                given = literal.type.element if isinstance(literal.type, PointerType) else literal.type
                named = isinstance(given, NamedType) and not given.package and given.name == owner
                for element in literal.elements if named or given is None else ():
                    other = element.field == field and element.value not in self.mentioned
                    if other or (named and element.key is None):
                        raise EscapesError

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
                raise EscapesError
            return
        if not isinstance(given, NamedType) or given.package or given.name != owner:
            return
        shape = self.package.tables.types[owner][0].type
        names = [each.name for each in shape.fields] if isinstance(shape, StructType) else []
        for place, element in enumerate(literal.elements):
            if element.key is None and place >= len(names):
                raise EscapesError
            if (element.field if element.key is not None else names[place]) == field:
                self._given(element.value)

    def variable(self, name: str) -> None:
        """Collect what happens to a package variable."""
        declaration, position = self.package.tables.values[name][0]
        value = value_at(declaration.values, position)
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
            raise EscapesError

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
                raise EscapesError

    def _returned(self, statement: Return, use: Expression, depth: int) -> None:
        """Collect what the callers of a function do with the channel that it returns."""
        function = self.package.owner(statement)
        if function is None or not function.name or depth >= _DEPTH:
            raise EscapesError
        place = next(index for index, value in enumerate(statement.values) if value is use)
        for _, call in self.package.callers(function):
            around = self.package.parent(call)
            if len(statement.values) == 1:
                self._use(call, depth + 1)
            elif isinstance(around, Assign) and len(around.values) == 1:
                target = around.targets[place]
                self._follow(target.variable if isinstance(target, Name) else None, depth)
        if function.name[:1].isupper() or self.package.is_value(function):
            raise EscapesError

    def _argument(self, call: Call, use: Expression, depth: int) -> None:
        if isinstance(call.function, BuiltinName):
            if call.function.name == "close":
                self.uses.append(Use(Operation.CLOSE, call, use))
            elif call.function.name not in ("len", "cap"):
                raise EscapesError
            return
        callee = self.package.callee(call)
        if len(callee.functions) != 1 or not callee.certain or callee.functions[0].body is None or call.spread:
            raise EscapesError
        function = callee.functions[0]
        place = next(index for index, argument in enumerate(call.arguments) if argument is use)
        if place >= len(function.parameters) or function.type.variadic:
            raise EscapesError
        self._follow(function.parameters[place], depth)

    def _assignment(self, statement: Assign, use: Expression, depth: int) -> None:
        spread = len(statement.targets) != len(statement.values)
        for target, value in zip(statement.targets, statement.values, strict=False):
            if spread and (target is use or value is use):
                raise EscapesError
            if target is use:
                self._given(value)
                return
            if value is use and (target is None or isinstance(target, Name)):
                self._follow(None if target is None else target.variable, depth)
                return
            if value is use and self.lenient and isinstance(target, Index) and isinstance(target.base, Selector):
                self._table(target.base, depth)
                return
        raise EscapesError

    def _table(self, table: Selector, depth: int) -> None:
        """Collect what happens to the elements of a map or slice in a field that the channel is put into.

        b.subscribers[id] = events
        """
        place = self.package.place(table)
        if place is None or not place.field or self.package.is_open(place.field) or depth >= _DEPTH:
            raise EscapesError
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
                    raise EscapesError

    def _element(self, element: Index, depth: int) -> None:
        """Collect what happens to an element of a table; one that is another channel's makes the table too many."""
        match self.package.parent(element):
            case Assign(targets=targets, values=values) if element in targets:
                if len(targets) != len(values) or values[targets.index(element)] not in self.mentioned:
                    raise EscapesError
            case Assign(targets=(target, _), values=(value,)) if value is element:
                self._follow(target.variable if isinstance(target, Name) else None, depth)
            case _:
                self._use(element, depth + 1)

    def _follow(self, variable: Variable | None, depth: int) -> None:
        """Collect the uses of an alias or parameter."""
        if variable is None:
            return
        if depth >= _DEPTH:
            raise EscapesError
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
            except EscapesError:
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
