"""Finds the channels, groups and contexts of a function whose every use is in view."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from golint_sched.engines.channels.amounts import Amount
from golint_sched.engines.channels.made import (
    GROUP_TYPES,
    filled_instance,
    made_channel,
    made_group,
    made_instance,
    values_of,
)
from golint_sched.engines.channels.objects import Cancel, Channel, Environment, Group, Instance, Object
from golint_sched.engines.channels.sight import Sight
from golint_sched.engines.channels.survey import bodies_within
from golint_sched.knowledge.blocking import NEVER_CANCELLED
from golint_sched.link import Package
from golint_sched.link.tables import Definition
from golint_sched.model.expressions import (
    Call,
    CompositeLiteral,
    Expression,
    Name,
    Selector,
    Unary,
    Variable,
    VariableKind,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Return
from golint_sched.model.types import ChannelType, NamedType, PointerType

_DEPTH = 3
GROUP_WAITS = frozenset({"sync.WaitGroup.Wait", "golang.org/x/sync/errgroup.Group.Wait"})

_CONTEXT_MAKERS = frozenset({"context.WithCancel", "context.WithCancelCause"})


@dataclass(frozen=True, slots=True, eq=False)
class Adopted:
    """What a called function makes and returns, which then belongs to the caller's scope.

    `environment` is what the called function's own variables hold in this call, `results` what it returns.
    """

    environment: Environment
    results: tuple[Object | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """A function and the things made in it, or for it by functions it calls, that no code out of view can touch."""

    root: Function
    environment: Environment
    adopted: Mapping[Call, Adopted] = field(default_factory=dict)

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Return the scope's channels, contexts apart, in source order."""
        environments = [self.environment, *(one.environment for one in self.adopted.values())]
        leaves = [leaf for environment in environments for leaf in _leaves(environment)]
        found = [one for one in leaves if isinstance(one, Channel) and not one.context]
        return tuple(dict.fromkeys(found))


def _leaves(environment: Environment) -> Iterator[Object]:
    for one in environment.values():
        if isinstance(one, Instance):
            yield from one.fields.values()
        else:
            yield one


def scope_of(package: Package, sight: Sight, root: Function) -> Scope | None:
    """Return the scope of the things that are made in `root` (literals inside have their own), None if none."""
    if root.body is None or not (makes_channel(package, root) or _waits_in_loop(package, root)):
        return None
    collector = _Collector(package, sight, root, {}, ())
    collector.collect()
    scope = Scope(root, collector.environment, collector.adopted)
    return scope if scope.channels or any(isinstance(one, Group) for one in scope.environment.values()) else None


def _waits_in_loop(package: Package, function: Function) -> bool:
    """`for … { go task(); group.Wait() }`: which may wait for what a later turn starts."""
    return any(
        isinstance(call.function, Selector)
        and call.function.field == "Wait"
        and package.in_loop(call)
        and package.callee(call).external in GROUP_WAITS
        for call in package.calls(function)
    )


def makes_channel(package: Package, function: Function, depth: int = 0) -> bool:
    """Tell whether a function makes a channel, itself or through one that may return it."""
    for call in package.calls(function):
        if package.is_channel_make(call):
            return True
        if depth < _DEPTH:
            callee = package.callee(call)
            if len(callee.functions) == 1 and callee.certain and callee.functions[0] is not function:
                called = callee.functions[0]
                if _may_return_channel(called) and makes_channel(package, called, depth + 1):
                    return True
    return False


def _may_return_channel(function: Function) -> bool:
    """Tell whether a declared function returns only channels and groups, or structs of this package that may hold some.

    One that returns an error too is left alone: whether the caller goes on depends on it.
    """
    if not function.name or function.body is None or not function.type.results:
        return False
    given = [one.element if isinstance(one, PointerType) else one for one in function.type.results]
    return all(
        isinstance(one, ChannelType)
        or (isinstance(one, NamedType) and (not one.package or f"{one.package}.{one.name}" in GROUP_TYPES))
        for one in given
    )


class _Collector:
    """Collects what one function makes; `calls` are the calls through which the scope's root has come to it."""

    def __init__(
        self,
        package: Package,
        sight: Sight,
        function: Function,
        environment: dict[Variable, Object],
        calls: tuple[Function, ...],
    ) -> None:
        self.package = package
        self.sight = sight
        self.function = function
        self.environment = environment
        self.calls = (*calls, function)
        self.adopted: dict[Call, Adopted] = {}
        self._contexts: list[tuple[Variable, Definition]] = []

    def collect(self) -> None:
        """Fill `environment` and `adopted`."""
        assert self.function.body is not None
        for node in self.package.nodes_of(self.function, (Assign, Declare, Call)):
            match node:
                case Assign() | Declare():
                    for variable in _assigned(node):
                        self._define(variable)
                case Call() if node not in self.adopted and self.sight.sees_use(node, 0):
                    self._adopt(node)
                case _:
                    pass
        for literal in bodies_within(self.function):
            if literal is not self.function:
                self._groups_of(literal)
        _add_contexts(self.package, self.sight, self.environment, self._contexts)

    def _groups_of(self, literal: Function) -> None:
        """`go func() { var group sync.WaitGroup; … group.Wait(); close(out) }()`: whoever waits says when to close."""
        for node in self.package.nodes_of(literal, (Assign, Declare)):
            for variable in _assigned(node) if isinstance(node, Assign | Declare) else ():
                definitions = values_of(self.package, variable)
                if len(definitions) == 1 and definitions[0].function is literal:
                    group = made_group(self.package, variable, definitions[0])
                    if group is not None and self.sight.sees(variable):
                        self.environment.setdefault(variable, group)

    def _define(self, variable: Variable) -> None:
        """Note what a variable holds if nobody out of view can use it."""
        definitions = values_of(self.package, variable)
        if variable in self.environment or len(definitions) != 1 or definitions[0].function is not self.function:
            return
        (definition,) = definitions
        if definition.range_part:
            return
        found = self._value(variable, definition)
        if found is not None and self.sight.sees(variable):
            self.environment[variable] = found
        elif _is_context(self.package, definition):
            self._contexts.append((variable, definition))

    def _value(self, variable: Variable, definition: Definition) -> Object | None:
        value = definition.value
        if isinstance(value, Call) and not self.package.is_channel_make(value) and self.sight.sees(variable):
            adopted = self.adopted.get(value) or self._adopt(value)
            place = definition.position or 0
            if adopted is not None and place < len(adopted.results):
                return adopted.results[place]
        if definition.position is not None:
            return None
        made: Object | None = made_channel(self.package, variable.name, value)
        if made is None:
            made = made_group(self.package, variable, definition)
        if made is None and value is not None:
            made = made_instance(self.package, value, self.environment)
        if made is None:
            made = filled_instance(self.package, variable, value)
        return made

    def _adopt(self, call: Call) -> Adopted | None:
        """Take over what a call of a function of this package makes and returns, `ch := generate(ctx)`."""
        callee = self.package.callee(call)
        if len(callee.functions) != 1 or not callee.certain or len(self.calls) > _DEPTH:
            return None
        (function,) = callee.functions
        if function in self.calls or not _may_return_channel(function):
            return None
        given: dict[Variable, Object] = {}
        for parameter, argument in zip(function.parameters, call.arguments, strict=False):
            if isinstance(argument, Name) and argument.variable in self.environment:
                given[parameter] = self.environment[argument.variable]
        if not given and not makes_channel(self.package, function):
            return None
        inner = _Collector(self.package, self.sight.returning, function, dict(given), self.calls)
        inner.collect()
        results = inner.results()
        if not any(results):
            return None
        found = Adopted(inner.environment, results)
        self.adopted[call] = found
        self.adopted.update(inner.adopted)
        return found

    def results(self) -> tuple[Object | None, ...]:
        """Return what the function returns where that is the same on every return that returns anything."""
        assert self.function.body is not None
        returns = list(self.package.inside(self.function, Return))
        return tuple(self._result(place, returns) for place in range(len(self.function.results)))

    def _result(self, place: int, returns: list[Return]) -> Object | None:
        found: dict[Object | None, None] = {}
        for statement in returns:
            if not statement.values:
                found[self.environment.get(self.function.results[place])] = None
            elif place < len(statement.values):
                found[self._returned(statement.values[place])] = None
            else:
                found[None] = None
        return next(iter(found)) if len(found) == 1 else None

    def _returned(self, value: Expression) -> Object | None:
        match value:
            case Name(variable=variable):
                return self.environment.get(variable)
            case Unary(operator="&", operand=Name(variable=variable)):
                return self.environment.get(variable)
            case Call() if self.package.is_channel_make(value):
                return self._anonymous(value, made_channel(self.package, "the channel", value))
            case Call():
                adopted = self.adopted.get(value) or self._adopt(value)
                return adopted.results[0] if adopted is not None and adopted.results else None
            case CompositeLiteral() | Unary(operator="&"):
                return self._anonymous(value, made_instance(self.package, value, self.environment))
            case _:
                return None

    def _anonymous(self, value: Expression, made: Object | None) -> Object | None:
        """Keep what no variable holds under a variable without a name, which the function's program always knows."""
        if made is not None:
            self.environment[Variable("", VariableKind.LOCAL, value.span, None)] = made
        return made


def _assigned(node: Assign | Declare) -> Iterator[Variable]:
    if isinstance(node, Declare):
        yield from (variable for variable in node.variables if variable is not None)
    else:
        yield from (target.variable for target in node.targets if isinstance(target, Name))


def _is_context(package: Package, definition: Definition) -> bool:
    """`ctx, cancel := context.WithCancel(parent)` where no parent can end it."""
    call = definition.value
    if not isinstance(call, Call) or package.callee(call).external not in _CONTEXT_MAKERS or not call.arguments:
        return False
    parent = call.arguments[0]
    return isinstance(parent, Call) and package.callee(parent).external in NEVER_CANCELLED


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
