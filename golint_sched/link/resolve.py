"""What expressions mean: their types, and whom a call calls."""

from dataclasses import dataclass

from golint_sched.knowledge import signatures
from golint_sched.link import members
from golint_sched.link.members import Member
from golint_sched.link.tables import Definition, Tables
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    CompositeLiteral,
    Constant,
    Expression,
    FunctionLiteral,
    Index,
    Name,
    PackageName,
    QualifiedName,
    Receive,
    Selector,
    Slice,
    TypeAssertion,
    TypeExpression,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Range
from golint_sched.model.types import (
    UNKNOWN,
    ArrayType,
    ChannelType,
    FunctionType,
    MapType,
    NamedType,
    PointerType,
    SliceType,
    Type,
)

_BOOL = NamedType("builtin", "bool")
_INT = NamedType("builtin", "int")
_CONSTANT_TYPES = {"int": "int", "float": "float64", "imaginary": "complex128", "rune": "rune", "string": "string"}
_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">=", "&&", "||"})


@dataclass(frozen=True, slots=True)
class Callee:
    """Whom a call calls.

    `functions` are the candidates in this package: one where it is certain, more for build-tagged twins or an
    interface's implementations. `external` is the full name of a function elsewhere ("time.Sleep",
    "sync.WaitGroup.Wait", "builtin.close"). Both are empty where it cannot be told. `conversion` marks a conversion.
    `certain` is unset for candidates that were found through an interface.
    """

    functions: tuple[Function, ...] = ()
    external: str = ""
    conversion: bool = False
    certain: bool = True

    @property
    def unknown(self) -> bool:
        """Tell whether nothing is known of what the call does."""
        return not (self.functions or self.external or self.conversion)


class Resolver:
    """Answers what an expression of one package means; answers are remembered."""

    def __init__(self, tables: Tables) -> None:
        """Make a resolver for the package that `tables` describe."""
        self.tables = tables
        self._types: dict[Expression, Type] = {}
        self._callees: dict[Call, Callee] = {}
        self._members: dict[tuple[str, str, str], Member | None] = {}
        self._reassigned: dict[str, bool] = {}
        self._running: set[object] = set()
        self.spawned_parameters: dict[tuple[Function, int], int | None] = {}  # kept by `spawns`, which is asked often

    # -- types ----------------------------------------------------------------------------------------------------

    def type_of(self, expression: Expression) -> Type:
        """Return the type of an expression with one value, `UNKNOWN` where it cannot be told."""
        known = self._types.get(expression)
        if known is not None:
            return known
        if expression in self._running:
            return UNKNOWN
        self._running.add(expression)
        try:
            found = self._infer(expression)
        finally:
            self._running.discard(expression)
        self._types[expression] = found
        return found

    def _infer(self, expression: Expression) -> Type:
        match expression:
            case Name(variable=variable):
                return self.variable_type(variable)
            case PackageName(name=name):
                return self._package_name_type(name, expression)
            case QualifiedName(package=package, name=name):
                return self._qualified_type(f"{package}.{name}")
            case Constant(kind=kind):
                return NamedType("builtin", _CONSTANT_TYPES[kind])
            case BuiltinName(name="true" | "false"):
                return _BOOL
            case Call():
                results = self.result_types(expression)
                return results[0] if results else UNKNOWN
            case Selector():
                member = self.member(expression)
                return UNKNOWN if member is None else member.type
            case FunctionLiteral(function=function):
                return function.type
            case CompositeLiteral(type=given):
                return UNKNOWN if given is None else given
            case Unary(operator="&", operand=operand):
                return PointerType(self.type_of(operand))
            case Unary(operator="*", operand=operand):
                return members.dereference(self.shape_of(operand))
            case Unary(operator="!"):
                return _BOOL
            case Unary(operand=operand):
                return self.type_of(operand)
            case Receive(channel=channel):
                shape = self.shape_of(channel)
                return shape.element if isinstance(shape, ChannelType) else UNKNOWN
            case Binary(operator=operator, left=left):
                return _BOOL if operator in _COMPARISONS else self.type_of(left)
            case Index(base=base):
                return self._element_type(base)
            case Slice(base=base):
                return self.type_of(base)
            case TypeAssertion(type=given):
                return UNKNOWN if given is None else given
            case _:
                return UNKNOWN

    def shape_of(self, expression: Expression) -> Type:
        """Return the underlying type of an expression: a channel, pointer, struct, … where it can be told."""
        return members.underlying(self.tables, self.type_of(expression))

    def result_types(self, expression: Expression) -> tuple[Type, ...]:
        """Return the types of all values that an expression gives; empty where they are not known."""
        match expression:
            case Call():
                return self._call_results(expression)
            case Receive() | TypeAssertion() | Index():
                return (self.type_of(expression), _BOOL)
            case _:
                return (self.type_of(expression),)

    def _call_results(self, call: Call) -> tuple[Type, ...]:
        if isinstance(call.function, TypeExpression):
            return (call.function.type,)
        if isinstance(call.function, BuiltinName):
            return self._builtin_results(call, call.function.name)
        callee = self.callee(call)
        if callee.conversion and isinstance(call.function, PackageName):
            return (NamedType("", call.function.name),)
        if callee.conversion and isinstance(call.function, QualifiedName):
            return (NamedType(call.function.package, call.function.name),)
        if callee.functions:
            return callee.functions[0].type.results
        if callee.external:
            known = signatures.results(callee.external)
            if known is not None:
                return known
        signature = self.shape_of(call.function)
        return signature.results if isinstance(signature, FunctionType) else ()

    def _builtin_results(self, call: Call, name: str) -> tuple[Type, ...]:
        if not call.arguments:
            return ()
        first = call.arguments[0]
        match name:
            case "make":
                return (first.type,) if isinstance(first, TypeExpression) else ()
            case "new":
                pointee = first.type if isinstance(first, TypeExpression) else self.type_of(first)
                return (PointerType(pointee),)
            case "append" | "min" | "max":
                return (self.type_of(first),)
            case "len" | "cap" | "copy":
                return (_INT,)
            case _:
                return ()

    def _element_type(self, base: Expression) -> Type:
        shape = self.shape_of(base)
        if isinstance(shape, PointerType):
            shape = members.underlying(self.tables, shape.element)
        match shape:
            case SliceType(element=element) | ArrayType(element=element):
                return element
            case MapType(value=value):
                return value
            case _:
                return UNKNOWN

    def variable_type(self, variable: Variable) -> Type:
        """Return a local variable's type: the declared one, or that of its first value."""
        if variable.type is not None:
            return variable.type
        if variable in self._running:
            return UNKNOWN
        self._running.add(variable)
        try:
            for definition in self.tables.definitions.get(variable, ()):
                found = self._defined_type(definition)
                if members.is_known(found):
                    return found
        finally:
            self._running.discard(variable)
        return UNKNOWN

    def _defined_type(self, definition: Definition) -> Type:
        if definition.type is not None:
            return definition.type
        if definition.value is None:
            return UNKNOWN
        if definition.range_part:
            return self._range_type(definition.value, definition.range_part)
        if definition.position is not None:
            results = self.result_types(definition.value)
            return results[definition.position] if definition.position < len(results) else UNKNOWN
        return self.type_of(definition.value)

    def _range_type(self, subject: Expression, part: str) -> Type:
        shape = self.shape_of(subject)
        if isinstance(shape, PointerType):
            shape = members.underlying(self.tables, shape.element)
        match shape:
            case ChannelType(element=element):
                return element
            case SliceType(element=element) | ArrayType(element=element):
                return _INT if part == "key" else element
            case MapType(key=key, value=value):
                return key if part == "key" else value
            case FunctionType(parameters=(FunctionType(parameters=given), *_)):
                place = 0 if part == "key" else 1
                return given[place] if place < len(given) else UNKNOWN
            case NamedType(package="builtin", name=name) if name.startswith(("int", "uint")):
                return shape
            case _:
                return UNKNOWN

    def _package_name_type(self, name: str, expression: PackageName) -> Type:
        functions = self.tables.declared.get(name)
        if functions:
            return functions[0].type
        for declaration, position in self.tables.values.get(name, ()):
            if declaration.type is not None:
                return declaration.type
            if len(declaration.values) == len(declaration.variables):
                return self.type_of(declaration.values[position])
            if len(declaration.values) == 1:
                results = self.result_types(declaration.values[0])
                return results[position] if position < len(results) else UNKNOWN
        for package in self._dot_imports(expression):
            found = self._qualified_type(f"{package}.{name}")
            if members.is_known(found):
                return found
        return UNKNOWN

    def _dot_imports(self, expression: PackageName) -> tuple[str, ...]:
        file = self.tables.files.get(expression.span.path)
        return () if file is None else file.dot_imports

    def _qualified_type(self, name: str) -> Type:
        found = signatures.variable_type(name)
        if found is not None:
            return found
        known = signatures.results(name)
        if known is not None:
            return FunctionType(results=known)
        neighbours = self.tables.neighbours
        return neighbours.signature(name) or neighbours.variable(name) or UNKNOWN

    # -- members and calls ----------------------------------------------------------------------------------------

    def member(self, selector: Selector) -> Member | None:
        """Return the field or method that a selector means, None where it cannot be told."""
        base = selector.base
        if isinstance(base, PackageName) and base.name in self.tables.types:
            return self._member_of(NamedType("", base.name), selector.field)
        if isinstance(base, TypeExpression):
            return self._member_of(base.type, selector.field)
        given = self.type_of(base)
        return self._member_of(given, selector.field) if members.is_known(given) else None

    def _member_of(self, given: Type, name: str) -> Member | None:
        """Return the field or method of a type; those of named types, which code asks for all the time, are kept."""
        base = members.dereference(given)
        if not isinstance(base, NamedType):
            return members.find_member(self.tables, given, name)
        key = (base.package, base.name, name)
        if key not in self._members:
            self._members[key] = members.find_member(self.tables, base, name)
        return self._members[key]

    def callee(self, call: Call) -> Callee:
        """Return whom the call calls."""
        known = self._callees.get(call)
        if known is None:
            known = self._find_callee(call.function)
            if not known.unknown or not self._running:
                self._callees[call] = known
        return known

    def function_value(self, expression: Expression) -> Callee:
        """Return what a function value runs when it is called."""
        return self._find_callee(expression)

    def _find_callee(self, function: Expression) -> Callee:
        match function:
            case FunctionLiteral(function=literal):
                return Callee((literal,))
            case TypeExpression():
                return Callee(conversion=True)
            case BuiltinName(name=name):
                return Callee(external=f"builtin.{name}")
            case QualifiedName(package=package, name=name):
                if self.tables.neighbours.declaration(f"{package}.{name}") is not None:
                    return Callee(conversion=True)
                return Callee(external=f"{package}.{name}")
            case PackageName():
                return self._package_callee(function)
            case Selector():
                return self._method_callee(function)
            case Name(variable=variable):
                return self._variable_callee(variable)
            case Index(base=base, index=(TypeExpression(), *_)):
                return self._find_callee(base)
            case Call() as conversion if len(conversion.arguments) == 1 and self.callee(conversion).conversion:
                return self._find_callee(conversion.arguments[0])
            case _:
                return Callee()

    def _package_callee(self, name: PackageName) -> Callee:
        functions = self.tables.declared.get(name.name)
        if functions:
            return Callee(functions)
        if name.name in self.tables.types:
            return Callee(conversion=True)
        values = self.tables.values.get(name.name)
        if values:
            return self._package_variable_callee(name.name)
        for package in self._dot_imports(name):
            if signatures.results(f"{package}.{name.name}") is not None:
                return Callee(external=f"{package}.{name.name}")
        dots = self._dot_imports(name)
        return Callee(external=f"{dots[0]}.{name.name}") if len(dots) == 1 else Callee()

    def _package_variable_callee(self, name: str) -> Callee:
        """Return what a package variable of function type runs, if it is given its value only once."""
        (declaration, position), *others = self.tables.values[name]
        if others or len(declaration.values) != len(declaration.variables):
            return Callee()
        if name not in self._reassigned:
            self._reassigned[name] = any(self.is_assigned(use) for use in self.tables.package_names.get(name, ()))
        return Callee() if self._reassigned[name] else self._find_callee(declaration.values[position])

    def _method_callee(self, selector: Selector) -> Callee:
        member = self.member(selector)
        if member is None:
            return Callee()
        if member.functions:
            return Callee(member.functions)
        if member.external:
            return Callee(external=member.external)
        if member.interface:
            base = members.dereference(self.type_of(selector.base))
            found = members.implementations(self.tables, selector.field, base)
            owners = {function.receiver_type for function in found}
            return Callee(found, certain=False) if len(owners) == 1 else Callee()
        return Callee()

    def _variable_callee(self, variable: Variable) -> Callee:
        """Return what a local variable of function type runs, if all its values are known functions."""
        if variable in self._running:
            return Callee()
        self._running.add(variable)
        try:
            return self._candidates(variable)
        finally:
            self._running.discard(variable)

    def _candidates(self, variable: Variable) -> Callee:
        found: list[Function] = []
        external = ""
        for definition in self.tables.definitions.get(variable, ()):
            if definition.value is None:
                if definition.statement is None:
                    return Callee()  # a parameter: the caller decides
                continue  # `var f func()` before its first value
            if definition.position is not None or definition.range_part or definition.updates:
                return Callee()
            if isinstance(definition.value, BuiltinName) and definition.value.name == "nil":
                continue
            callee = self._find_callee(definition.value)
            if callee.unknown or (callee.external and (found or external)):
                return Callee()
            found += [function for function in callee.functions if function not in found]
            external = callee.external
        if external and found:
            return Callee()
        return Callee(tuple(found), external)

    # -- assignments ----------------------------------------------------------------------------------------------

    def is_assigned(self, expression: Expression) -> bool:
        """Tell whether the expression stands as a target of an assignment, or its address is taken."""
        parent = self.tables.parents.get(expression)
        match parent:
            case Assign(targets=targets):
                return any(target is expression for target in targets)
            case Range(key=key, value=value):
                return expression in (key, value)
            case Unary(operator="&"):
                return True
            case _:
                return False
