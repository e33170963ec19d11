"""Finds the channels, groups and contexts of a function whose every use is in view."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.channels.amounts import Amount, amount
from golint_sched.engines.channels.objects import Cancel, Channel, Environment, Group, Instance, Object, Once
from golint_sched.knowledge.callbacks import RUNS_ARGUMENT
from golint_sched.link import Package
from golint_sched.link.tables import Definition
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    CompositeLiteral,
    Element,
    Expression,
    FunctionLiteral,
    Name,
    Receive,
    Selector,
    TypeExpression,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Range, Send, Statement
from golint_sched.model.types import ChannelType, NamedType, PointerType
from golint_sched.model.walk import walk

_DEPTH = 6

_CONTEXT_MAKERS = frozenset({"context.WithCancel", "context.WithCancelCause"})
_ENDLESS_CONTEXTS = frozenset({"context.Background", "context.TODO", "context.WithoutCancel"})
_GROUP_TYPES = frozenset({"sync.WaitGroup", "golang.org/x/sync/errgroup.Group"})
GROUP_METHODS = frozenset({"Add", "Done", "Wait", "Go", "TryGo"})


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """A function and the things made in it that no code out of view can touch."""

    root: Function
    environment: Environment

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Return the scope's channels, contexts apart, in source order."""
        found = [one for one in _leaves(self.environment) if isinstance(one, Channel) and not one.context]
        return tuple(dict.fromkeys(found))


def _leaves(environment: Environment) -> Iterator[Object]:
    for one in environment.values():
        if isinstance(one, Instance):
            yield from one.fields.values()
        else:
            yield one


class Sight:
    """Answers whether all uses of a local variable are in view; answers are remembered."""

    def __init__(self, package: Package) -> None:
        """Make it for one package."""
        self.package = package
        self._variables: dict[Variable, bool] = {}
        self._literals: dict[Function, bool] = {}

    def sees(self, variable: Variable, depth: int = 0) -> bool:
        """Tell whether every use of what the variable holds is an operation, or hands it to a function in view."""
        if depth > _DEPTH:
            return False
        if variable not in self._variables:
            self._variables[variable] = True  # a cycle of calls adds no new use
            self._variables[variable] = (
                all(self._sees_mention(name, depth) for name in self.package.names(variable))
                and len(self.package.definitions(variable)) <= 1
            )
        return self._variables[variable]

    def _sees_mention(self, name: Name, depth: int) -> bool:
        owner = self.package.owner(name)
        if owner is None:
            return False
        home = self.package.definitions(name.variable)
        if home and home[0].function is not owner and not self.sees_literal(owner, depth + 1):
            return False
        return self._sees_use(name, depth)

    def _sees_use(self, use: Expression, depth: int) -> bool:
        """Tell whether the place where an expression stands only operates on it."""
        parent = self.package.parent(use)
        match parent:
            case Send(channel=channel):
                return channel is use
            case Receive() | Range():
                return True
            case Binary(operator="==" | "!="):
                return True
            case Call() if parent.function is use:
                return True
            case Call():
                return self._sees_argument(parent, use, depth)
            case Unary(operator="&" | "*"):
                return self._sees_use(parent, depth)
            case Selector():
                return self._sees_selection(parent, depth)
            case Assign():
                return self._sees_assignment(parent, use, depth)
            case Declare(values=values, variables=variables):
                place = next(index for index, value in enumerate(values) if value is use)
                alias = variables[place] if place < len(variables) else None
                return alias is None or self.sees(alias, depth + 1)
            case _:
                return False

    def _sees_assignment(self, statement: Assign, use: Expression, depth: int) -> bool:
        if any(target is use for target in statement.targets):
            return True
        for target, value in zip(statement.targets, statement.values, strict=False):
            if value is use:
                return target is None or (isinstance(target, Name) and self.sees(target.variable, depth + 1))
        return False

    def _sees_selection(self, selector: Selector, depth: int) -> bool:
        """`group.Wait()`, `worker.run()`, `worker.results <- x`, and no other use of a part."""
        parent = self.package.parent(selector)
        if isinstance(parent, Call) and parent.function is selector:
            callee = self.package.callee(parent)
            if callee.external:
                return True  # a method of a foreign type cannot reach the fields of ours
            return self._sees_receiver(parent, depth)
        if isinstance(self.package.shape_of(selector), ChannelType):
            return self._sees_use(selector, depth)
        if self.package.type_name(selector) in _GROUP_TYPES:
            return self._sees_use(selector, depth)
        member = self.package.resolver.member(selector)
        return member is not None and not member.functions and not member.external

    def _sees_receiver(self, call: Call, depth: int) -> bool:
        callee = self.package.callee(call)
        if len(callee.functions) != 1 or not callee.certain:
            return False
        method = callee.functions[0]
        if method.body is None:
            return False
        return method.receiver is None or self.sees(method.receiver, depth + 1)

    def _sees_argument(self, call: Call, use: Expression, depth: int) -> bool:
        """Allow close, len and cap, and a function in view that does no more with its parameter than we allow."""
        if isinstance(call.function, BuiltinName):
            return call.function.name in ("close", "len", "cap")
        callee = self.package.callee(call)
        if callee.conversion:
            return self._sees_use(call, depth)
        if callee.external in _HARMLESS:
            return True
        if len(callee.functions) != 1 or not callee.certain or callee.functions[0].body is None or call.spread:
            return False
        function = callee.functions[0]
        place = next(index for index, argument in enumerate(call.arguments) if argument is use)
        if place >= len(function.parameters) or (function.type.variadic and place >= len(function.parameters) - 1):
            return False
        return self.sees(function.parameters[place], depth + 1)

    def sees_literal(self, literal: Function, depth: int) -> bool:
        """Tell whether every call of a function literal is in view, and of those around it up to the declared one."""
        if depth > _DEPTH:
            return False
        if literal not in self._literals:
            self._literals[literal] = True
            node = self.package.tables.literal_nodes.get(literal)
            self._literals[literal] = node is None or self._sees_calls(node, depth)
        return self._literals[literal]

    def _sees_calls(self, node: FunctionLiteral, depth: int) -> bool:
        around = self.package.owner(node)
        if around is not None and not self.sees_literal(around, depth + 1):
            return False
        parent = self.package.parent(node)
        match parent:
            case Call() if parent.function is node:
                return True
            case Call():
                callee = self.package.callee(parent)
                if callee.external in RUNS_ARGUMENT:
                    return True
                return self._sees_argument(parent, node, depth)
            case Assign(targets=(Name(variable=variable),)) | Declare(variables=(Variable() as variable,)):
                return self._sees_function_variable(variable, depth)
            case _:
                return False

    def _sees_function_variable(self, variable: Variable, depth: int) -> bool:
        """`task := func() { … }` that is only called, started, deferred or handed to a function in view."""
        given = [one for one in self.package.definitions(variable) if one.value is not None]
        if len(given) != 1:
            return False
        for name in self.package.names(variable):
            parent = self.package.parent(name)
            if isinstance(parent, Assign) and any(target is name for target in parent.targets):
                continue
            if isinstance(parent, Call) and parent.function is name:
                continue
            if isinstance(parent, Call):
                if self.package.callee(parent).external in RUNS_ARGUMENT:
                    continue
                if self._sees_argument(parent, name, depth):
                    continue
            return False
        return True


# Functions elsewhere that look at a channel or group and keep nothing of it.
_HARMLESS = frozenset({"fmt.Println", "fmt.Printf", "fmt.Sprintf", "log.Printf", "log.Println", "reflect.ValueOf"})


def scope_of(package: Package, sight: Sight, root: Function) -> Scope | None:
    """Return the scope of the things that `root` itself makes (literals inside have their own), None if none.

    Things made in a loop are left out while others are made outside: a scope follows one round of what it makes.
    """
    if root.body is None or not _makes_channel(root.body):
        return None
    environment: dict[Variable, Object] = {}
    contexts: list[tuple[Variable, Definition]] = []
    for node in walk(root.body):
        if not isinstance(node, Assign | Declare):
            continue
        for variable in _assigned(node):
            definitions = values_of(package, variable)
            if variable in environment or len(definitions) != 1 or definitions[0].function is not root:
                continue
            found = _object_of(package, sight, variable, definitions[0])
            if found is not None:
                environment[variable] = found
            elif _is_context(package, definitions[0]):
                contexts.append((variable, definitions[0]))
    _add_contexts(package, sight, environment, contexts)
    scope = Scope(root, environment)
    return scope if scope.channels else None


def values_of(package: Package, variable: Variable) -> tuple[Definition, ...]:
    """Return what gives a variable its values; `var x T` stands for itself only where nothing else does."""
    definitions = package.definitions(variable)
    given = tuple(one for one in definitions if not (isinstance(one.statement, Declare) and one.value is None))
    return given or definitions[:1]


def _makes_channel(body: Statement) -> bool:
    """Tell whether `make(chan …)` stands in the body itself."""
    return any(_is_channel_make(node) for node in walk(body) if isinstance(node, Call))


def _is_channel_make(call: Call) -> bool:
    return (
        isinstance(call.function, BuiltinName)
        and call.function.name == "make"
        and bool(call.arguments)
        and isinstance(call.arguments[0], TypeExpression)
    )


def _assigned(node: Assign | Declare) -> Iterator[Variable]:
    if isinstance(node, Declare):
        yield from (variable for variable in node.variables if variable is not None)
    else:
        yield from (target.variable for target in node.targets if isinstance(target, Name))


def _object_of(package: Package, sight: Sight, variable: Variable, definition: Definition) -> Object | None:
    """Return what a variable holds if that is ours to follow: nobody out of view can use it."""
    value = definition.value
    if definition.range_part or definition.position is not None:
        return None
    made: Object | None = _made_channel(package, variable.name, value)
    if made is None:
        made = _made_group(package, variable, definition)
    if made is None and value is not None:
        made = _made_instance(package, value)
    if made is None or not sight.sees(variable):
        return None
    return made


def _made_channel(package: Package, name: str, value: Expression | None) -> Channel | None:
    """`make(chan T)` or `make(chan T, n)`; a capacity that cannot be named leaves the channel out."""
    if not isinstance(value, Call) or not _is_channel_make(value):
        return None
    if not isinstance(package.shape_of(value), ChannelType):
        return None
    capacity = amount(package, value.arguments[1]) if len(value.arguments) > 1 else Amount()
    return None if capacity is None else Channel(name, value.span, capacity, package.type_of(value))


def _made_group(package: Package, variable: Variable, definition: Definition) -> Group | Once | None:
    """`var wg sync.WaitGroup`, `wg := &sync.WaitGroup{}`, `new(errgroup.Group)`, and sync.Once likewise."""
    given = package.resolver.variable_type(variable)
    if isinstance(given, PointerType):
        if not isinstance(definition.value, Unary | Call):
            return None
        given = given.element
    if not isinstance(given, NamedType):
        return None
    name = f"{given.package}.{given.name}"
    if name in _GROUP_TYPES:
        return Group(variable.name, variable.span)
    return Once(variable.name, variable.span) if name == "sync.Once" else None


def _made_instance(package: Package, value: Expression) -> Instance | None:
    """`&worker{results: make(chan T)}`: a struct of this package whose literal makes channels."""
    if isinstance(value, Unary) and value.operator == "&":
        value = value.operand
    if not isinstance(value, CompositeLiteral) or not isinstance(value.type, NamedType) or value.type.package:
        return None
    fields: dict[str, Object] = {}
    for element in value.elements:
        made = _made_channel(package, element.field, element.value) if element.field else None
        if made is not None and _keeps_field(package, value.type.name, element):
            fields[element.field] = made
    return Instance(fields) if fields else None


def _keeps_field(package: Package, owner: str, element: Element) -> bool:
    """Tell whether no other statement of the package gives the field another value."""
    for selector in package.tables.selectors.get(element.field, ()):
        member = package.resolver.member(selector)
        if (member is None or member.owner == owner) and package.resolver.is_assigned(selector):
            return False
    return True


def _is_context(package: Package, definition: Definition) -> bool:
    """`ctx, cancel := context.WithCancel(parent)` where no parent can end it."""
    call = definition.value
    if not isinstance(call, Call) or package.callee(call).external not in _CONTEXT_MAKERS or not call.arguments:
        return False
    parent = call.arguments[0]
    return isinstance(parent, Call) and package.callee(parent).external in _ENDLESS_CONTEXTS


def _add_contexts(
    package: Package,
    sight: Sight,
    environment: dict[Variable, Object],
    found: list[tuple[Variable, Definition]],
) -> None:
    """Add the contexts that only their own cancel function can end, where every use of that is in view."""
    by_call: dict[Expression, dict[int, Variable]] = {}
    for variable, definition in found:
        if definition.value is not None and definition.position is not None:
            by_call.setdefault(definition.value, {})[definition.position] = variable
    for variables in by_call.values():
        if set(variables) != {0, 1}:
            continue
        context, cancel = variables[0], variables[1]
        if len(package.definitions(context)) > 1 or not sight.sees(cancel):
            continue
        channel = Channel(context.name, context.span, Amount(), context=True)
        environment[context] = channel
        environment[cancel] = Cancel(channel)
