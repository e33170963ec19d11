"""The numbered programs, channels and groups of one scope, and what its expressions mean."""

from golint_sched.engines.channels.actions import Action, OutOfBounds, Program
from golint_sched.engines.channels.amounts import Amount
from golint_sched.engines.channels.objects import Channel, Closure, Environment, Group, Instance, Object, Once
from golint_sched.engines.channels.scopes import Scope
from golint_sched.engines.channels.survey import (
    CROWD,
    bodies_within,
    count_tests,
    crowds,
    flags_of,
    has_unlike_numbers,
    loop_numbers,
    own_flags_of,
    partial_counters,
    steps_of,
)
from golint_sched.link import Package
from golint_sched.model.expressions import Call, Expression, FunctionLiteral, Name, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Declare
from golint_sched.model.types import NamedType
from golint_sched.model.walk import walk
from golint_sched.source import Span

_PROGRAMS = 100
_ONCE = NamedType("sync", "Once")


class Machine:
    """The programs, channels and groups of one scope, numbered; `reading` fills in the programs.

    `root` is the number of the scope's root. `deferred` are the actions that functions remember for their end,
    `flags` the `ok`s of receives. `steps` tells which things are counted up or down, `partial` which of them only where
    a received value says so, `loop_numbers` what bounds loops, and `unlike` that large numbers of turns differ.
    `repeated` are the callbacks that foreign code calls again and again while they return the constant given there.
    `given` are the channels on which somebody out of view may send too, `own` the tests of a goroutine's own variables.
    """

    def __init__(self, package: Package, scope: Scope) -> None:
        """Give numbers to what the scope holds."""
        self.package = package
        self.scope = scope
        self.root = 0
        self.channels: list[Channel] = []
        self.groups: list[Group | Once] = []
        self.programs: list[Program | None] = []
        self.deferred: list[Action] = []
        self.flags: set[str] = set()
        self.given: set[int] = set()
        self._numbers: dict[tuple[Function, tuple[tuple[int, int], ...]], int] = {}
        self._read: dict[int, tuple[Function, Environment]] = {}
        self._mentions: dict[Function, dict[Variable, None]] = {}
        self._onces: dict[Variable | str, Once] = {}
        for environment in (scope.environment, *(one.environment for one in scope.adopted.values())):
            for found in environment.values():
                self._number(found)
        self.steps = steps_of(scope.root)
        self.partial = partial_counters(package, scope.root)
        self.loop_numbers = loop_numbers(package, scope.root)
        self.unlike = has_unlike_numbers(package, scope.root)
        self.repeated: dict[Function, str] = {}
        self._tests = count_tests(package, scope.root)
        self.own = own_flags_of(package, scope.root)
        self._flags = flags_of(package, scope.root) | self.own
        self._few = crowds(package, self.channels, scope.root)

    def _number(self, found: Object) -> None:
        if isinstance(found, Channel) and found not in self.channels:
            self.channels.append(found)
        elif isinstance(found, Group | Once) and found not in self.groups:
            self.groups.append(found)
        elif isinstance(found, Instance):
            for inner in found.fields.values():
                self._number(inner)

    def explored(self, number: Amount) -> int:
        """Return the number with which the exploration runs."""
        return CROWD if number in self._few else number.explored

    def with_onces(self, function: Function, environment: Environment) -> Environment:
        """Return what a function's variables hold, with each sync.Once that it declares for itself and its callees."""
        found: dict[Variable, Object] = {}
        for node in self.package.nodes_of(function, (Declare,)):
            for variable in node.variables if isinstance(node, Declare) else ():
                if variable is not None and variable not in environment and self._is_once(variable):
                    found[variable] = self._once(variable, variable.name, node.span)
        return {**environment, **found} if found else environment

    def once_of(self, call: Call) -> int:
        """Return the number of the Once in a field or package variable whose Do is called, -1 where that is unknown."""
        place = self.package.receiver_place(call)
        name = "" if place is None or place.is_local else place.field or place.text
        return self.groups.index(self._once(name, name, call.span)) if name else -1

    def is_of_callee(self, held: Object) -> bool:
        """Tell whether a Once is one that a followed function declares: each of its calls would make a new one."""
        return held in self._onces.values()

    def _is_once(self, variable: Variable) -> bool:
        return self.package.resolver.variable_type(variable) == _ONCE

    def _once(self, key: Variable | str, name: str, span: Span) -> Once:
        if key not in self._onces:
            self._onces[key] = Once(name, span)
            self.groups.append(self._onces[key])
        return self._onces[key]

    # -- what things are ------------------------------------------------------------------------------------------

    def slot(self, function: Function, environment: Environment) -> tuple[int, Environment | None]:
        """Return the number of the function's program where its variables hold what `environment` says.

        What the program has to know of `environment` is returned too where it has not been read yet. Raises
        OutOfBounds.
        """
        mentioned = self.mentioned(function)
        held = {variable: environment[variable] for variable in mentioned if variable in environment}
        held.update((variable, found) for variable, found in environment.items() if not variable.name)
        key = (function, tuple((id(variable), id(found)) for variable, found in held.items()))
        if key in self._numbers:
            return self._numbers[key], None
        if len(self.programs) >= _PROGRAMS:
            raise OutOfBounds
        self._numbers[key] = len(self.programs)
        self.programs.append(None)
        self._read[self._numbers[key]] = (function, held)
        return self._numbers[key], held

    def check_literals(self) -> None:
        """Note the channels that literals use which nobody whom we read runs: `Sight` lets them send, and no more.

        Raises OutOfBounds where such a literal uses other things of the scope.
        """
        read = {function for function, _ in self._numbers}
        for function, environment in self._read.values():
            for literal in bodies_within(function):
                if literal is function or literal in read:
                    continue
                for variable in self.mentioned(literal):
                    held = environment.get(variable)
                    if isinstance(held, Channel) and not held.context:
                        self.given.add(self.channels.index(held))
                    elif held is not None:
                        raise OutOfBounds

    def mentioned(self, function: Function) -> dict[Variable, None]:
        """Return the variables that a function and its literals mention, aliases followed, in order."""
        if function not in self._mentions:
            found: dict[Variable, None] = dict.fromkeys(function.parameters)
            self._mentions[function] = found
            if function.receiver is not None:
                found[function.receiver] = None
            stack = [function.body] if function.body is not None else []
            while stack:
                for node in walk(stack.pop()):
                    if isinstance(node, Name):
                        task = self._literal_of(node.variable) if node.variable not in found else None
                        if task is not None and task.body is not None:
                            stack.append(task.body)
                        found[node.variable] = None
                        place = self.package.place(node)
                        if place is not None and isinstance(place.root, Variable):
                            found[place.root] = None
                    elif isinstance(node, FunctionLiteral) and node.function.body is not None:
                        stack.append(node.function.body)
        return self._mentions[function]

    def _literal_of(self, variable: Variable) -> Function | None:
        """Return the literal that a local function variable holds, None where that is not one for certain."""
        values = [one.value for one in self.package.definitions(variable) if one.value is not None]
        literal = values[0] if len(values) == 1 else None
        return literal.function if isinstance(literal, FunctionLiteral) else None

    def resolve(self, expression: Expression, environment: Environment) -> Object | None:
        """Return the scope's thing that an expression means, None for anything else."""
        if isinstance(expression, FunctionLiteral):
            touched = self.mentioned(expression.function)
            return Closure(expression.function, environment) if touch(touched, environment) else None
        if isinstance(expression, Call) and expression in self.scope.adopted:
            return self.scope.adopted[expression].results[0]
        if isinstance(expression, Call) and self.package.callee(expression).external == "context.Context.Done":
            function = expression.function
            return self.resolve(function.base, environment) if isinstance(function, Selector) else None
        if isinstance(expression, Name):
            if expression.variable in environment:
                return environment[expression.variable]
            task = self._literal_of(expression.variable)
            if task is not None:
                return Closure(task, environment) if touch(self.mentioned(task), environment) else None
        place = self.package.place(expression)
        if place is None or isinstance(place.root, str) or place.root not in environment:
            return None
        found: Object | None = environment[place.root]
        for step in place.path:
            found = found.fields.get(step) if isinstance(found, Instance) else None
        return found

    def channel(self, expression: Expression, environment: Environment) -> int:
        """Return the number of the channel that an expression means, -1 for one out of the scope."""
        found = self.resolve(expression, environment)
        return self.channels.index(found) if isinstance(found, Channel) else -1

    def made_at(self, call: Call, environment: Environment) -> int:
        """Return the number of the channel that a call of make makes, -1 if it is not the scope's."""
        for held in environment.values():
            for found in held.fields.values() if isinstance(held, Instance) else (held,):
                if isinstance(found, Channel) and found.span == call.span:
                    return self.channels.index(found)
        return -1

    def remembers(self, key: str) -> bool:
        """Tell whether a test's outcome can matter to another one."""
        return bool(key) and (self._tests[key] > 1 or key in self.flags or self.learns(key))

    def learns(self, key: str) -> bool:
        """Tell whether a test, or a part of one, has an outcome that assignments decide."""
        return key in self._flags and any(key in test for test in self._tests)


def touch(mentioned: dict[Variable, None], environment: Environment) -> bool:
    """Tell whether one of the variables holds something of the scope."""
    return any(variable in environment for variable in mentioned)
