"""Reads the functions of a scope as programs: per node of the control-flow graph, what it does to the scope."""

from dataclasses import replace

from golint_sched.engines.channels.actions import (
    Action,
    Add,
    Choose,
    Close,
    Count,
    End,
    Enter,
    Forget,
    Later,
    Learn,
    Make,
    MakeGroup,
    Option,
    OutOfBounds,
    Program,
    RangeOver,
    ReceiveFrom,
    Result,
    SendTo,
    Start,
    Stop,
    WaitFor,
)
from golint_sched.engines.channels.amounts import amount, text_of
from golint_sched.engines.channels.answers import answer, asked, begins, result_of, tested, told_keys
from golint_sched.engines.channels.decisions import decision
from golint_sched.engines.channels.handed_back import is_handed_back
from golint_sched.engines.channels.heads import adjust_heads, loop_heads
from golint_sched.engines.channels.landings import program_of
from golint_sched.engines.channels.machine import Machine, touch
from golint_sched.engines.channels.made import values_of
from golint_sched.engines.channels.objects import Cancel, Closure, Environment, Group, Instance, Object, Once
from golint_sched.engines.channels.recovers import recovers
from golint_sched.engines.channels.scopes import GROUP_WAITS, Scope
from golint_sched.engines.channels.survey import nil_test, tests_told
from golint_sched.flow.graph import Chosen, Condition, Ending, Graph
from golint_sched.knowledge.callbacks import REPEATS_ARGUMENT
from golint_sched.link import Package, Running
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    Expression,
    Name,
    Receive,
    Selector,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Broken,
    Declare,
    Defer,
    ExpressionStatement,
    Go,
    Range,
    Return,
    Select,
    SelectClause,
    Send,
)

_NESTED = 12  # calls inside calls


def read_scope(package: Package, scope: Scope) -> Machine:
    """Return the machine of a scope, every function that uses its things read. Raises OutOfBounds."""
    machine = Machine(package, scope)
    machine.root = _read(machine, scope.root, scope.environment, 0)
    machine.check_literals()
    return machine


def _read(machine: Machine, function: Function, environment: Environment, depth: int) -> int:
    """Return the number of a function's program, which is read if it is new. Raises OutOfBounds."""
    number, held = machine.slot(function, environment)
    if held is not None:
        if depth >= _NESTED:
            raise OutOfBounds
        machine.programs[number] = _Reader(machine, function, held, depth).read()
    return number


class _Reader:
    """Reads one function with what its variables hold; `depth` tells inside how many calls it stands."""

    def __init__(self, machine: Machine, function: Function, environment: Environment, depth: int) -> None:
        self.machine = machine
        self.depth = depth
        self.package = machine.package
        self.function = function
        self.environment = machine.with_onces(function, environment) if depth else environment
        self._entered: dict[Call, tuple[str, ...]] = {}  # what holds the results of the functions that are entered
        self._tested = tested(self.package, function)
        self._results = begins(self.package, function) if depth else ()

    def read(self) -> Program:
        """Return the program. Raises OutOfBounds."""
        graph = self.package.graph(self.function)
        if self.depth:
            self.machine.flags |= told_keys(self.package, self.function, self._tested)
        heads = loop_heads(self.machine, self.environment, graph)
        actions: list[Action | None] = [None] * len(graph.nodes)
        for node in graph.nodes:
            if node.index in graph.reachable:
                actions[node.index] = heads.get(node.index) or self._action(graph, node.index)
        if self._results:
            actions[0] = Learn(self._results)
        adjust_heads(self.machine, graph, actions)
        return program_of(self.function, graph, actions, recovers=recovers(self.package, self.function))

    def _action(self, graph: Graph, index: int) -> Action | None:
        origin = graph.nodes[index].origin
        match origin:
            case Send(channel=channel):
                number = self.machine.channel(channel, self.environment)
                return SendTo(number, self._sent(origin)) if number >= 0 else None
            case Receive(channel=channel):
                number = self.machine.channel(channel, self.environment)
                keeps = self.package.parent(origin)
                return ReceiveFrom(number, self._flag(keeps), self._target(keeps)) if number >= 0 else None
            case Range(subject=subject):
                number = self.machine.channel(subject, self.environment)
                return RangeOver(number, self._target(origin)) if number >= 0 else None
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
                return decision(self.machine, self.environment, graph, index, expression)
            case Return(values=values):
                return self._stop(values) or self._hand_back(origin)
            case Ending():
                return End(origin)
            case Broken():
                raise OutOfBounds
            case _:
                return None

    def _flag(self, statement: object) -> str:
        """Return the key of the `ok` in `v, ok := <-ch`, "" where there is none."""
        match statement:
            case Assign(targets=(_, Name() as flag), values=(Receive(),)):
                key = text_of(flag)
                self.machine.flags.add(key)
                return key
            case _:
                return ""

    def _target(self, statement: object) -> str:
        """Return the text of what keeps a value received in the scope, "" where no test of the function is about it."""
        match statement:
            case Assign(targets=(Name() as target, *_), values=(Receive(channel=channel),)):
                pass
            case Range(key=Name() as target, subject=channel):
                pass
            case _:
                return ""
        received = self.machine.channel(channel, self.environment) >= 0
        return text_of(target) if received and self._remembered(text_of(target)) else ""

    def _sent(self, send: Send) -> Result:
        """Return what is known of a sent value."""
        value = result_of(self.package, send.value)
        return replace(value, tested=self._remembered(value.text)) if value.text else value

    def _remembered(self, text: str) -> str:
        """Return the key of a test of what `text` names, which is remembered from now on, "" without one."""
        key = next((key for key in (nil_test(text), text) if key in self._tested), "")
        self.machine.flags.update({key} - {""})
        return key

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
                    number = self.machine.channel(channel, self.environment)
                    options.append(Option(edge, number, sends=True, value=self._sent(clause.operation)))
                case (
                    ExpressionStatement(expression=Receive(channel=channel))
                    | Assign(values=(Receive(channel=channel),))
                ):
                    if not _is_nil(channel):
                        number = self.machine.channel(channel, self.environment)
                        vague = number < 0 and self._is_remade(channel)
                        keeps = clause.operation
                        flag, target = self._flag(keeps), self._target(keeps)
                        options.append(Option(edge, number, flag=flag, vague=vague, target=target))
                case _:
                    options.append(Option(edge, -1))
        return Choose(tuple(options), default)

    def _is_remade(self, channel: Expression) -> bool:
        """`done = make(chan struct{}); go task(done); … case <-done: done = nil`: one of several of the scope's own."""
        if not isinstance(channel, Name):
            return False
        values = [one.value for one in values_of(self.package, channel.variable)]
        return len(values) > 1 and any(self.package.is_channel_make(value) for value in values)

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
            asks = asked(self.package, call)
            self._entered[call] = asks
            self.machine.flags.update(key for text in asks if text for key in (text, nil_test(text)))
            return Enter(program, asks=asks)
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
        external = self.package.callee(call).external
        if isinstance(held, Instance):  # an embedded one: `type pool struct { sync.WaitGroup }`
            held = held.fields.get(external.rpartition(".")[0].rpartition(".")[2])
        if not isinstance(held, Group | Once):
            if external == "sync.Once.Do" and len(call.arguments) == 1:
                program = self._program_of_value(call.arguments[0])
                once = self.machine.once_of(call) if program is not None else -1
                return None if program is None else Enter(program, once)
            if external in GROUP_WAITS and not self.package.spawners(self.function):
                return Count()  # whom it waits for is not in view; a goroutine that only waits hinders nobody
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
        for argument in call.arguments:
            running = self.package.running(call, argument)
            if running is None:
                continue
            if external in REPEATS_ARGUMENT:
                self._repeats(argument, REPEATS_ARGUMENT[external])
            program = self._program_of_value(argument)
            if program is None:
                continue
            if running is Running.STARTS:
                return Start(program)
            entered = Enter(program, repeats=external in REPEATS_ARGUMENT)
            return self._remember(entered) if running is Running.LATER else entered
        return None

    def _repeats(self, task: Expression, goes_on: str) -> None:
        """Note with which result a function makes foreign code call it again."""
        for function in self.package.resolver.function_value(task).functions:
            self.machine.repeated[function] = goes_on

    def _stop(self, values: tuple[Expression, ...]) -> Action | None:
        """`return err` in a callback that goes on with nil."""
        goes_on = self.machine.repeated.get(self.function)
        if goes_on is None or len(values) != 1:
            return None
        (value,) = values
        return None if isinstance(value, BuiltinName) and value.name == goes_on else Stop()

    def _hand_back(self, statement: Return) -> Action | None:
        """Return what a return statement tells a caller in view, and does by the literal that any other one gets.

        Raises OutOfBounds where a literal that uses the scope goes to a caller in view.
        """
        closures = [
            each
            for each in statement.values
            if is_handed_back(self.package, statement, each)
            and isinstance(self.machine.resolve(each, self.environment), Closure)
        ]
        if self.depth:
            if closures:
                raise OutOfBounds
            return answer(self.package, self.function, statement)
        program = self._program_of_value(closures[0]) if len(closures) == 1 else None
        return None if program is None else replace(self._remember(Enter(program)), last=True)

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

    def _program(self, function: Function, environment: Environment) -> int:
        return _read(self.machine, function, environment, self.depth + 1)

    def _program_of_value(self, task: Expression) -> int | None:
        """Return the program of a function value, None where it does not touch the scope."""
        held = self.machine.resolve(task, self.environment)
        if isinstance(held, Closure):
            return self._program(held.function, held.environment)
        callee = self.package.resolver.function_value(task)
        if len(callee.functions) != 1 or not callee.certain:
            return None
        return self._bound(callee.functions[0], task, (), {})

    def _program_of(self, call: Call, held: Object | None) -> int | None:
        """Return the program of the called function with its parameters bound, None where it is not of the scope."""
        if isinstance(held, Closure):
            return self._program(held.function, held.environment)
        callee = self.package.callee(call)
        if len(callee.functions) != 1 or not callee.certain:
            return None
        adopted = self.machine.scope.adopted.get(call)
        own = adopted.environment if adopted is not None else {}
        return self._bound(callee.functions[0], self._method_value(call.function), call.arguments, own)

    def _method_value(self, function: Expression) -> Expression:
        """Return the `w.run` that `start` stands for after `start := w.run`, else what is given."""
        if isinstance(function, Name):
            values = [one.value for one in self.package.definitions(function.variable)]
            if len(values) == 1 and isinstance(values[0], Selector):
                return values[0]
        return function

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
        if not own and not touch(self.machine.mentioned(function), environment):
            return None
        return self._program(function, environment)

    def _store(self, statement: Assign | Declare) -> Action | None:
        """Note a group that is made, and what an assignment may change."""
        if isinstance(statement, Declare):
            for variable in statement.variables:
                held = self.environment.get(variable) if variable is not None else None
                if isinstance(held, Group | Once) and not self.machine.is_of_callee(held):
                    return MakeGroup(self.machine.groups.index(held))
            return self._learn(statement)
        followed = self._answers(statement)
        for variable in () if followed else statement.declared:
            held = self.environment.get(variable)
            if isinstance(held, Group | Once):
                return MakeGroup(self.machine.groups.index(held))
        learned = self._learn(statement)
        if learned is not None:
            return learned
        flag = self._flag(statement)
        texts = tuple(text_of(target) for target in statement.targets if target is not None)
        texts = tuple(text for text in texts if text not in (flag, self._target(statement), *followed))
        return Forget(tuple(text for text in texts if text)) if any(texts) else None

    def _answers(self, statement: Assign) -> tuple[str, ...]:
        """Return what an assignment gives the results of a function that is followed: they are known already."""
        (value,) = statement.values if len(statement.values) == 1 else (None,)
        return self._entered.get(value, ()) if isinstance(value, Call) else ()

    def _learn(self, statement: Assign | Declare) -> Learn | None:
        """Note `closed = true`, `var closed bool`, `done = nil` and `done = make(chan int)` where that is tested."""
        told = [
            (text, key, outcome)
            for text, tests in tests_told(self.package, statement)
            for key, outcome in tests
            if self.machine.learns(key) or any(text == result for result, _, _ in self._results)
        ]
        return Learn(tuple(told)) if told else None


def _is_nil(channel: Expression) -> bool:
    """Tell whether a case can never become ready because its channel is nil."""
    return isinstance(channel, BuiltinName) and channel.name == "nil"
