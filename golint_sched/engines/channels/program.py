"""Reads the functions of a scope as programs: per node of the control-flow graph, what it does to the scope."""

from collections import Counter
from dataclasses import dataclass

from golint_sched.engines.channels.amounts import Amount, amount, text_of, turns
from golint_sched.engines.channels.objects import Cancel, Channel, Closure, Environment, Group, Instance, Object, Once
from golint_sched.engines.channels.scopes import Scope
from golint_sched.flow.graph import Chosen, Condition, Ending, Graph
from golint_sched.knowledge.callbacks import CALLS_ARGUMENT, RUNS_AT_END, STARTS_ARGUMENT
from golint_sched.link import Package
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    Constant,
    Expression,
    FunctionLiteral,
    Name,
    PackageName,
    QualifiedName,
    Receive,
    Selector,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Broken,
    Declare,
    Defer,
    ExpressionStatement,
    For,
    Go,
    Range,
    Select,
    SelectClause,
    Send,
)
from golint_sched.model.walk import walk


@dataclass(frozen=True, slots=True)
class SendTo:
    """Wait until the channel takes a value."""

    channel: int


@dataclass(frozen=True, slots=True)
class ReceiveFrom:
    """Wait until the channel gives a value or is closed; `flag` names the `ok` that tells which, "" without one."""

    channel: int
    flag: str = ""


@dataclass(frozen=True, slots=True)
class RangeOver:
    """Wait for the next value, or for the close that ends the loop."""

    channel: int


@dataclass(frozen=True, slots=True)
class Option:
    """One case of a select; `channel` is -1 for a channel out of the scope, which may become ready at any time."""

    edge: int
    channel: int
    sends: bool = False
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Choose:
    """Wait until a case is ready; `default` is the edge taken when none is, -1 without one."""

    options: tuple[Option, ...]
    default: int


@dataclass(frozen=True, slots=True)
class Close:
    """Close a channel, or end a context; ending one twice is no fault."""

    channel: int
    context: bool = False


@dataclass(frozen=True, slots=True)
class Add:
    """Change a group's counter."""

    group: int
    number: int


@dataclass(frozen=True, slots=True)
class WaitFor:
    """Wait until the group's counter is zero."""

    group: int


@dataclass(frozen=True, slots=True)
class Make:
    """Make a channel; where it exists already, the goroutine turns to a new one and leaves ours alone."""

    channel: int


@dataclass(frozen=True, slots=True)
class MakeGroup:
    """Make a group anew."""

    group: int


@dataclass(frozen=True, slots=True)
class Start:
    """Start a goroutine that runs a program; a group then counts it (-1: none)."""

    program: int
    group: int = -1


@dataclass(frozen=True, slots=True)
class Enter:
    """Run a program and come back; `once` is the sync.Once that lets only the first one in (-1: none)."""

    program: int
    once: int = -1


@dataclass(frozen=True, slots=True)
class Later:
    """Remember an action for when the function ends."""

    deferred: int


@dataclass(frozen=True, slots=True)
class Counted:
    """The head of a loop that turns this often."""

    number: int


@dataclass(frozen=True, slots=True)
class Free:
    """The head of a loop that nothing in the source bounds; its own end is no evidence.

    `fills` says that it sends on a channel whose capacity has a name: whether that suffices cannot be told.
    """

    fills: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A test whose outcome is remembered while nothing changes what it tests."""

    key: str
    inverted: bool


@dataclass(frozen=True, slots=True)
class Count:
    """A test of a counter, which may well count the goroutines that are left: what follows is no evidence."""


@dataclass(frozen=True, slots=True)
class Forget:
    """An assignment to things that remembered tests may be about."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class End:
    """One of the function's ways out."""

    ending: Ending


Action = (
    SendTo
    | ReceiveFrom
    | RangeOver
    | Choose
    | Close
    | Add
    | WaitFor
    | Make
    | MakeGroup
    | Start
    | Enter
    | Later
    | Counted
    | Free
    | Fact
    | Count
    | Forget
    | End
)


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """A function as the scope sees it: per node of its graph an action, None where the node does not concern it."""

    function: Function
    graph: Graph
    actions: tuple[Action | None, ...]
    recovers: bool


class OutOfBounds(Exception):  # noqa: N818 -- no fault of anyone: the scope is not one that this engine decides
    """The scope holds something that the engine does not model; its findings would be guesses."""


_INVERSE = {"!=": "==", ">=": "<", "<=": ">"}
_PROGRAMS = 40
_NESTED = 12  # calls inside calls
_CROWD = 2


class Machine:
    """The programs, channels and groups of one scope, numbered; programs are read when they are first needed."""

    def __init__(self, package: Package, scope: Scope) -> None:
        """Read the scope's root. Raises OutOfBounds."""
        self.package = package
        self.scope = scope
        self.channels: list[Channel] = []
        self.groups: list[Group | Once] = []
        self.programs: list[Program | None] = []
        self.deferred: list[Action] = []
        self._interned: dict[tuple[Function, tuple[tuple[int, int], ...]], int] = {}
        self.flags: set[str] = set()
        self._reading = 0
        self._mentions: dict[Function, dict[Variable, None]] = {}
        for environment in (scope.environment, *(one.environment for one in scope.adopted.values())):
            for found in environment.values():
                self._number(found)
        self._tests = self._count_tests(scope.root)
        self.steps = self._steps_of(scope.root)
        self._few = self._crowds(scope.root)
        self.root = self.program(scope.root, scope.environment)
        self._check_literals(scope.root)

    def _number(self, found: Object) -> None:
        if isinstance(found, Channel) and found not in self.channels:
            self.channels.append(found)
        elif isinstance(found, Group | Once) and found not in self.groups:
            self.groups.append(found)
        elif isinstance(found, Instance):
            for inner in found.fields.values():
                self._number(inner)

    def _count_tests(self, root: Function) -> Counter[str]:
        """Count how often each test stands in the root and its literals; one that stands once needs no memory."""
        counts: Counter[str] = Counter()
        stack = [root]
        while stack:
            function = stack.pop()
            if function.body is None:
                continue
            for node in self.package.graph(function).nodes:
                if isinstance(node.origin, Condition):
                    counts[_test_of(node.origin.expression)[0]] += 1
            stack += [node.function for node in walk(function.body) if isinstance(node, FunctionLiteral)]
        return counts

    def _check_literals(self, root: Function) -> None:
        """Raise OutOfBounds where a literal that uses the scope's things is run by nobody whom we read."""
        read = {function for function, _ in self._interned}
        stack = [root]
        while stack:
            function = stack.pop()
            if function.body is None:
                continue
            for node in walk(function.body):
                if isinstance(node, FunctionLiteral):
                    stack.append(node.function)
                    if node.function not in read and _touch(self.mentioned(node.function), self.scope.environment):
                        raise OutOfBounds

    def _steps_of(self, root: Function) -> dict[str, str]:
        """Return the operators with which the root and its literals count things up and down, by the thing's text."""
        found: dict[str, str] = {}
        stack = [root]
        while stack:
            function = stack.pop()
            if function.body is None:
                continue
            for node in walk(function.body):
                if isinstance(node, Assign) and node.operator in ("++", "--", "-=") and node.targets[0] is not None:
                    down = node.operator != "++"
                    text = text_of(node.targets[0])
                    if text and (down or text not in found):
                        found[text] = "--" if down else "++"
                elif isinstance(node, FunctionLiteral):
                    stack.append(node.function)
        return found

    def _crowds(self, root: Function) -> frozenset[Amount]:
        """Return the numbers that only say how many goroutines a loop starts: to explore two of them is enough.

        So the goroutines of a pool are fewer than the jobs, whose number the code leaves open as well.
        """
        spawning: dict[Amount, None] = {}
        others: dict[Amount, None] = dict.fromkeys(channel.capacity for channel in self.channels)
        passed: set[str] = set()  # a callee may count by another name
        single = 0  # operations that stand in no loop
        stack = [root]
        while stack:
            function = stack.pop()
            if function.body is None:
                continue
            for node in walk(function.body):
                if isinstance(node, For | Range):
                    number = turns(self.package, node)
                    starts = any(isinstance(inner, Go) for inner in walk(node.body))
                    if number is not None:
                        (spawning if starts else others)[number] = None
                elif isinstance(node, Call) and not isinstance(node.function, BuiltinName | Selector):
                    passed.update(text for text in map(text_of, node.arguments) if text)
                elif isinstance(node, Receive | Send):
                    single += not self.package.in_loop(node)
                elif isinstance(node, FunctionLiteral):
                    stack.append(node.function)
        keys = {other.key for other in others if other.key}
        return frozenset(
            number
            for number in spawning
            if number not in others
            and number.key not in keys
            and number.explored > _CROWD
            and (number.key or single < _CROWD)
            and not any(text in number.key for text in passed)
        )

    def explored(self, number: Amount) -> int:
        """Return the number with which the exploration runs."""
        return _CROWD if number in self._few else number.explored

    # -- what things are ------------------------------------------------------------------------------------------

    def program(self, function: Function, environment: Environment) -> int:
        """Return the number of the function's program where its variables hold what `environment` says."""
        mentioned = self.mentioned(function)
        held = {variable: environment[variable] for variable in mentioned if variable in environment}
        held.update((variable, found) for variable, found in environment.items() if not variable.name)
        key = (function, tuple((id(variable), id(found)) for variable, found in held.items()))
        if key not in self._interned:
            if len(self.programs) >= _PROGRAMS or self._reading >= _NESTED:
                raise OutOfBounds
            number = len(self.programs)
            self._interned[key] = number
            self.programs.append(None)
            self._reading += 1
            self.programs[number] = _Reader(self, function, held).read()
            self._reading -= 1
        return self._interned[key]

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
            return Closure(expression.function, environment) if _touch(touched, environment) else None
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
                return Closure(task, environment) if _touch(self.mentioned(task), environment) else None
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
        return bool(key) and (self._tests[key] > 1 or key in self.flags)


def _touch(mentioned: dict[Variable, None], environment: Environment) -> bool:
    return any(variable in environment for variable in mentioned)


def _test_of(expression: Expression) -> tuple[str, bool]:
    """Return the key of a test and whether it stands for the opposite; the key is "" where calls may change it."""
    for node in walk(expression):
        if isinstance(node, Receive) or not isinstance(
            node, Name | PackageName | QualifiedName | BuiltinName | Constant | Selector | Unary | Binary | Call
        ):
            return "", False
        if isinstance(node, Call) and not (
            isinstance(node.function, BuiltinName) and node.function.name in ("len", "cap")
        ):
            return "", False
    if isinstance(expression, Binary) and expression.operator in _INVERSE:
        left, right = text_of(expression.left), text_of(expression.right)
        return (f"({left}{_INVERSE[expression.operator]}{right})" if left and right else ""), True
    return text_of(expression), False


class _Reader:
    """Reads one function with what its variables hold."""

    def __init__(self, machine: Machine, function: Function, environment: Environment) -> None:
        self.machine = machine
        self.package = machine.package
        self.function = function
        self.environment = environment

    def read(self) -> Program:
        """Return the program. Raises OutOfBounds."""
        graph = self.package.graph(self.function)
        heads = self._heads(graph)
        actions: list[Action | None] = [None] * len(graph.nodes)
        for node in graph.nodes:
            if node.index in graph.reachable:
                actions[node.index] = heads.get(node.index) or self._action(graph, node.index)
        for loop in graph.loops():
            self._drop_idle_head(graph, actions, loop)
            self._mark_filling_head(graph, actions, loop)
        return Program(self.function, graph, tuple(actions), self._recovers())

    @staticmethod
    def _drop_idle_head(graph: Graph, actions: list[Action | None], loop: For | Range) -> None:
        """Let a loop in which nothing of the scope happens be plain branches: its turns do not matter."""
        heads = [index for index in graph.regions[loop] if isinstance(actions[index], Free | Counted)]
        acts = any(_acts(actions[index]) for index in graph.regions[loop])
        if heads and not acts:
            actions[heads[0]] = None

    def _mark_filling_head(self, graph: Graph, actions: list[Action | None], loop: For | Range) -> None:
        """Mark a loop whose turns and whose channel's capacity are both open: either may be the larger number.

        n := (len(data) + size - 1) / size
        parts := make(chan part, n)
        for at := 0; at < len(data); at += size { parts <- … }
        """
        region = graph.regions[loop]
        heads = [index for index in region if isinstance(actions[index], Free)]
        if heads and any(self._fills(actions[index]) for index in region):
            actions[heads[0]] = Free(fills=True)

    def _fills(self, action: Action | None) -> bool:
        """Tell whether an action may put a value into a channel whose capacity has a name."""
        match action:
            case SendTo(channel=channel):
                return bool(self.machine.channels[channel].capacity.key)
            case Choose(options=options):
                return any(
                    option.sends and option.channel >= 0 and bool(self.machine.channels[option.channel].capacity.key)
                    for option in options
                )
            case Start() | Enter():
                return any(channel.capacity.key for channel in self.machine.channels)
            case _:
                return False

    def _recovers(self) -> bool:
        """Tell whether a deferred literal of the function recovers from panics."""
        if self.function.body is None:
            return False
        deferred = [node.call for node in walk(self.function.body) if isinstance(node, Defer)]
        bodies = [literal.body for call in deferred for literal in self.package.callee(call).functions if literal.body]
        return any(isinstance(node, BuiltinName) and node.name == "recover" for body in bodies for node in walk(body))

    def _heads(self, graph: Graph) -> dict[int, Action]:
        """Return the actions of the nodes that decide whether a loop turns once more, channels' ranges apart."""
        found: dict[int, Action] = {}
        for loop in graph.loops():
            if isinstance(loop, Range):
                if self.machine.channel(loop.subject, self.environment) >= 0:
                    continue
                node = graph.node_of.get(loop)
                head = None if node is None else node.index
            else:
                head = _condition_node(graph, loop)
            if head is None:
                continue
            number = turns(self.package, loop)
            found[head] = Free() if number is None else Counted(self.machine.explored(number))
        return found

    def _action(self, graph: Graph, index: int) -> Action | None:
        origin = graph.nodes[index].origin
        match origin:
            case Send(channel=channel):
                number = self.machine.channel(channel, self.environment)
                return SendTo(number) if number >= 0 else None
            case Receive(channel=channel):
                number = self.machine.channel(channel, self.environment)
                return ReceiveFrom(number, self._flag(self.package.parent(origin))) if number >= 0 else None
            case Range(subject=subject):
                number = self.machine.channel(subject, self.environment)
                return RangeOver(number) if number >= 0 else None
            case Select():
                return self._choose(graph, index)
            case Call():
                return self._call(origin)
            case Go(call=call):
                return self._start(call)
            case Defer(call=call):
                return self._later(call)
            case Assign() | Declare():
                return self._store(origin)
            case Condition(expression=expression):
                if self._counts(expression):
                    return Count()
                key, inverted = _test_of(expression)
                if isinstance(expression, Name) and any(
                    isinstance(definition.value, Receive) and definition.position == 1
                    for definition in self.package.definitions(expression.variable)
                ):
                    self.machine.flags.add(key)
                return Fact(key, inverted) if self.machine.remembers(key) else None
            case Ending():
                return End(origin)
            case Broken():
                raise OutOfBounds
            case _:
                return None

    def _counts(self, expression: Expression) -> bool:
        """`left == 0` where `left--` stands somewhere, `done == len(jobs)` where `done++` does."""
        if not isinstance(expression, Binary):
            return False
        sides = (expression.left, expression.right)
        steps = [self.machine.steps.get(text_of(side), "") for side in sides]
        if "--" in steps:
            return True
        return any(step and not isinstance(sides[1 - place], Constant) for place, step in enumerate(steps))

    def _flag(self, statement: object) -> str:
        """Return the key of the `ok` in `v, ok := <-ch`, "" where there is none."""
        match statement:
            case Assign(targets=(_, Name() as flag), values=(Receive(),)):
                key = text_of(flag)
                self.machine.flags.add(key)
                return key
            case _:
                return ""

    def _choose(self, graph: Graph, index: int) -> Choose:
        options: list[Option] = []
        default = -1
        for edge, step in enumerate(graph.successors[index]):
            clause = step.guard.clause if isinstance(step.guard, Chosen) else None
            if not isinstance(clause, SelectClause):
                continue
            match clause.operation:
                case None:
                    default = edge
                case Send(channel=channel):
                    options.append(Option(edge, self.machine.channel(channel, self.environment), sends=True))
                case (
                    ExpressionStatement(expression=Receive(channel=channel))
                    | Assign(values=(Receive(channel=channel),))
                ):
                    if not _is_nil(channel):
                        number = self.machine.channel(channel, self.environment)
                        options.append(Option(edge, number, flag=self._flag(clause.operation)))
                case _:
                    options.append(Option(edge, -1))
        return Choose(tuple(options), default)

    def _call(self, call: Call) -> Action | None:
        """Return what a call does to the scope, None for nothing."""
        function = call.function
        if isinstance(function, BuiltinName):
            return self._builtin(call, function.name)
        if isinstance(function, Selector):
            found = self._group_call(call, function)
            if found is not None:
                return found
        held = self.machine.resolve(function, self.environment) if isinstance(function, Name) else None
        if isinstance(held, Cancel):
            return Close(self.machine.channels.index(held.context), context=True)
        program = self._program_of(call, held)
        if program is not None:
            return Enter(program)
        return self._callback(call)

    def _builtin(self, call: Call, name: str) -> Action | None:
        if name == "close" and len(call.arguments) == 1:
            number = self.machine.channel(call.arguments[0], self.environment)
            return Close(number) if number >= 0 else None
        if name == "make":
            number = self.machine.made_at(call, self.environment)
            return Make(number) if number >= 0 else None
        return None

    def _group_call(self, call: Call, function: Selector) -> Action | None:
        """`group.Add(n)`, `Done`, `Wait`, `Go(task)`, and `once.Do(task)`."""
        held = self.machine.resolve(function.base, self.environment)
        if not isinstance(held, Group | Once):
            return None
        number = self.machine.groups.index(held)
        match function.field:
            case "Add" if len(call.arguments) == 1:
                added = amount(self.package, call.arguments[0])
                if added is None:
                    raise OutOfBounds
                return Add(number, self.machine.explored(added))
            case "Done":
                return Add(number, -1)
            case "Wait":
                return WaitFor(number)
            case "Go" | "TryGo" if len(call.arguments) == 1:
                program = self._program_of_value(call.arguments[0])
                return Start(program, number) if program is not None else None
            case "Do" if len(call.arguments) == 1:
                program = self._program_of_value(call.arguments[0])
                return Enter(program, number) if program is not None else None
            case _:
                return None

    def _callback(self, call: Call) -> Action | None:
        """Follow a function literal that is handed to a function elsewhere which runs it."""
        external = self.package.callee(call).external
        if external not in CALLS_ARGUMENT | STARTS_ARGUMENT | RUNS_AT_END:
            return None
        for argument in call.arguments:
            program = self._program_of_value(argument)
            if program is None:
                continue
            if external in STARTS_ARGUMENT:
                return Start(program)
            return self._remember(Enter(program)) if external in RUNS_AT_END else Enter(program)
        return None

    def _start(self, call: Call) -> Action | None:
        held = self.machine.resolve(call.function, self.environment) if isinstance(call.function, Name) else None
        program = self._program_of(call, held)
        return Start(program) if program is not None else None

    def _later(self, call: Call) -> Action | None:
        action = self._call(call)
        return None if action is None else self._remember(action)

    def _remember(self, action: Action) -> Later:
        self.machine.deferred.append(action)
        return Later(len(self.machine.deferred) - 1)

    def _program_of_value(self, task: Expression) -> int | None:
        """Return the program of a function value, None where it does not touch the scope."""
        held = self.machine.resolve(task, self.environment)
        if isinstance(held, Closure):
            return self.machine.program(held.function, held.environment)
        callee = self.package.resolver.function_value(task)
        if len(callee.functions) != 1 or not callee.certain:
            return None
        return self._bound(callee.functions[0], task, (), {})

    def _program_of(self, call: Call, held: Object | None) -> int | None:
        """Return the program of the called function with its parameters bound, None where it is not of the scope."""
        if isinstance(held, Closure):
            return self.machine.program(held.function, held.environment)
        callee = self.package.callee(call)
        if len(callee.functions) != 1 or not callee.certain:
            return None
        adopted = self.machine.scope.adopted.get(call)
        own = adopted.environment if adopted is not None else {}
        return self._bound(callee.functions[0], call.function, call.arguments, own)

    def _bound(
        self, function: Function, value: Expression, arguments: tuple[Expression, ...], own: Environment
    ) -> int | None:
        """Return the program of a function whose receiver and parameters hold what the call passes.

        `own` is what its local variables hold.
        """
        if function.body is None:
            return None
        environment: dict[Variable, Object] = dict(own)
        if not function.name:
            environment.update(self.environment)
        if function.receiver is not None and isinstance(value, Selector):
            held = self.machine.resolve(value.base, self.environment)
            if held is not None:
                environment[function.receiver] = held
        for parameter, argument in zip(function.parameters, arguments, strict=False):
            held = self.machine.resolve(argument, self.environment)
            if held is not None:
                environment[parameter] = held
        if not own and not _touch(self.machine.mentioned(function), environment):
            return None
        return self.machine.program(function, environment)

    def _store(self, statement: Assign | Declare) -> Action | None:
        """Note a group that is made, and what an assignment may change."""
        if isinstance(statement, Declare):
            for variable in statement.variables:
                held = self.environment.get(variable) if variable is not None else None
                if isinstance(held, Group | Once):
                    return MakeGroup(self.machine.groups.index(held))
            return None
        for variable in statement.declared:
            held = self.environment.get(variable)
            if isinstance(held, Group | Once):
                return MakeGroup(self.machine.groups.index(held))
        flag = self._flag(statement)
        texts = tuple(text_of(target) for target in statement.targets if target is not None)
        texts = tuple(text for text in texts if not flag or text != flag)
        return Forget(tuple(text for text in texts if text)) if any(texts) else None


def _acts(action: Action | None) -> bool:
    """Tell whether an action does something that another goroutine may notice."""
    if isinstance(action, Choose):
        return any(option.channel >= 0 for option in action.options)
    return action is not None and not isinstance(action, Free | Counted | Fact | Count | Forget | End)


def _condition_node(graph: Graph, loop: For) -> int | None:
    """Return the node that tests a for loop's whole condition, None without one or where it has several parts."""
    for index in graph.regions[loop]:
        origin = graph.nodes[index].origin
        if isinstance(origin, Condition) and origin.expression is loop.condition:
            return index
    return None


def _is_nil(channel: Expression) -> bool:
    """Tell whether a case can never become ready because its channel is nil."""
    return isinstance(channel, BuiltinName) and channel.name == "nil"
