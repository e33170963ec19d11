"""What calls and functions of a package can do to a resource, whatever the path."""

from collections.abc import Callable, Iterator

from golint_sched.engines.paths import channels
from golint_sched.engines.paths.facts import assigned_outside
from golint_sched.engines.paths.protocol import Effect, Protocol
from golint_sched.flow.graph import Ending, Enters, Graph, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Call,
    CompositeLiteral,
    Expression,
    FunctionLiteral,
    Name,
    PackageName,
    Selector,
    Unary,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, For, Go, Range, Return, Select, Send
from golint_sched.source import Span

_ALIVE = (Ending.RETURN, Ending.PANIC, Ending.GOEXIT)


class Reach:
    """Answers for one package and one protocol; answers are remembered."""

    def __init__(self, package: Package, protocol: Protocol) -> None:
        """Make it for a linked package."""
        self.package = package
        self.protocol = protocol
        self._releases: dict[Function, Call | None] = {}
        self._acquires: dict[Function, Call | None] = {}
        self._alters: dict[Function, Call | None] = {}

    # -- what functions do ----------------------------------------------------------------------------------------

    def release_in(self, function: Function) -> Call | None:
        """Return a call that releases in the function or in what it calls, None where there is none."""
        return self._first(function, self._releases, lambda call: self.effect(call) is Effect.RELEASE)

    def acquire_in(self, function: Function) -> Call | None:
        """Return a call that acquires in the function or in what it calls, None where there is none."""
        return self._first(function, self._acquires, lambda call: self.effect(call) is Effect.ACQUIRE)

    def alter_in(self, function: Function) -> Call | None:
        """Return a call that alters what was acquired, in the function or in what it calls."""
        return self._first(function, self._alters, lambda call: self.protocol.alters(self.package, call))

    def concerns(self, function: Function) -> bool:
        """Tell whether the function, or what it calls, acquires or releases."""
        return self.acquire_in(function) is not None or self.release_in(function) is not None

    def effect(self, call: Call) -> Effect | None:
        """Return what the call itself does."""
        return self.protocol.effect(self.package, call)

    def counts(self, function: Function) -> bool:
        """Tell whether one loop only acquires and another only releases: their turns may be equal in number."""
        acquiring, releasing = set[For | Range](), set[For | Range]()
        for call in self.calls(function):
            loops = [around for around in self.package.ancestors(call) if isinstance(around, For | Range)]
            effect = self.effect(call) if loops else None
            if effect is Effect.ACQUIRE:
                acquiring.add(loops[0])
            elif effect is Effect.RELEASE:
                releasing.add(loops[0])
        return bool(acquiring - releasing) and bool(releasing - acquiring)

    def _first(
        self, function: Function, known: dict[Function, Call | None], wanted: Callable[[Call], bool]
    ) -> Call | None:
        if function in known:
            return known[function]
        known[function] = None  # a function that calls itself adds nothing there
        for call in self.calls(function):
            if wanted(call):
                known[function] = call
                return call
            for callee in self.package.callee(call).functions:
                found = self._first(callee, known, wanted)
                if found is not None:
                    known[function] = found
                    return found
        return None

    def calls(self, function: Function) -> Iterator[Call]:
        """Yield the calls that the function's own goroutine makes."""
        for call in self.package.calls(function):
            if not isinstance(self.package.parent(call), Go):
                yield call

    # -- what calls do --------------------------------------------------------------------------------------------

    def alters(self, call: Call) -> bool:
        """Tell whether the call, or what it calls, alters what was acquired."""
        if self.protocol.alters(self.package, call):
            return True
        return any(self.alter_in(function) is not None for function in self.package.callee(call).functions)

    def matters(self, call: Call) -> bool:
        """Tell whether a call must be followed: it acquires, releases, ends the path, or sets what is tested later."""
        if self.effect(call) is not None or self.package.ending(call) is not None:
            return True
        for function in self.package.callee(call).functions:
            if function.body is None:
                continue
            if self.concerns(function):
                return True
            if not function.name and (self.recovers(call) or any(assigned_outside(self.package, function))):
                return True
        return any(self.is_releaser(argument) for argument in call.arguments)

    def variants(self, call: Call) -> Iterator[Function]:
        """Yield the functions that a call may run, one for each name.

        Of the twins that build tags choose from, the one that acquires or releases stands for all: two calls in one
        build never run two different ones.
        """
        twins: dict[str, list[Function]] = {}
        for function in self.package.callee(call).functions:
            twins.setdefault(function.key, []).append(function)
        for same in twins.values():
            yield next((each for each in same if self.concerns(each)), same[0])

    def recovers(self, call: Call) -> bool:
        """Tell whether a deferred call stops a panic."""
        return any(
            self.package.callee(inner).external == "builtin.recover"
            for function in self.package.callee(call).functions
            for inner in self.package.calls(function)
        )

    def never_ends(self, call: Call) -> bool:
        """Tell whether the call runs functions of this package that no path leaves."""
        functions = self.package.callee(call).functions
        return bool(functions) and all(self._is_trap(function) for function in functions)

    def _is_trap(self, function: Function) -> bool:
        if function.body is None:
            return False
        graph = self.package.graph(function)
        return not any(graph.endings.get(ending, -1) in graph.reachable for ending in _ALIVE) and bool(
            self.traps(function)
        )

    def trap_of(self, call: Call) -> Span:
        """Return the loop that keeps a call for ever, the call itself where it cannot be told."""
        for function in self.package.callee(call).functions:
            if function.body is not None:
                nodes = self.package.graph(function).nodes
                for index in sorted(self.traps(function)):
                    return nodes[index].span
        return call.span

    # -- where control is caught ----------------------------------------------------------------------------------

    def traps(self, function: Function) -> frozenset[int]:
        """Return the heads of loops that control cannot leave alive, and the selects without a case.

        A loop that releases something is none: each of its turns is a fresh start.
        """
        graph = self.package.graph(function)
        found = {
            node.index for node in graph.nodes if isinstance(node.origin, Select) and not node.origin.clauses
        } & graph.reachable
        for loop in graph.loops():
            region = graph.regions[loop]
            if (
                region.start in graph.reachable
                and self._is_endless(graph, loop)
                and not self._releases_in(graph, region)
            ):
                found.add(region.start)
        return frozenset(found)

    def _is_endless(self, graph: Graph, loop: For | Range) -> bool:
        """Tell whether no edge leaves the loop, but for the end of the process and of a channel that never ends."""
        process = graph.endings.get(Ending.PROCESS, -1)
        for source, edge in graph.loop_exits(loop):
            if edge.target == process:
                continue
            end_of_range = edge.guard == Enters(value=False) and graph.nodes[source].origin is loop
            if not (end_of_range and isinstance(loop, Range) and self._never_closed(loop.subject)):
                return False
        return True

    def _never_closed(self, channel: Expression) -> bool:
        """Tell whether nobody closes a channel: a ticker's, and one that the package keeps to itself."""
        return self._is_ticker(channel) or channels.stays_open(self.package, channel)

    def _is_ticker(self, channel: Expression) -> bool:
        """Tell whether the channel is a ticker's: Stop does not close it."""
        match channel:
            case Selector(base=base, field="C"):
                return self.package.type_name(base) in ("time.Ticker", "time.Timer")
            case Call():
                return self.package.callee(channel).external == "time.Tick"
            case Name(variable=variable):
                definitions = self.package.definitions(variable)
                values = [definition.value for definition in definitions]
                return len(values) == 1 and isinstance(values[0], Call | Selector) and self._is_ticker(values[0])
            case _:
                return False

    def _releases_in(self, graph: Graph, region: range) -> bool:
        for index in region:
            match graph.nodes[index].origin:
                case Call() as call if self.effect(call) is Effect.RELEASE:
                    return True
                case Call() as call:
                    functions = self.package.callee(call).functions
                    if any(self.release_in(function) is not None for function in functions):
                        return True
                case _:
                    pass
        return False

    # -- handing the duty on --------------------------------------------------------------------------------------

    def hands_on(self, node: Node) -> bool:
        """Tell whether the node gives a function that releases to somebody else.

        The shapes are `return unlock`, `return func() { … }`, `s.unlock = …`, `t.Cleanup(…)`, `T{unlock: …}`, and
        `return &guard{}` where a method of guard releases.
        """
        if isinstance(node.origin, Return) and any(self._has_release(value) for value in node.origin.values):
            return True
        if any(self.is_releaser(value) for value in _given_away(node)):
            return True
        return isinstance(node.origin, Assign) and any(
            isinstance(target, Name) and self.is_releaser(value) and not self._is_followed(target)
            for target, value in zip(node.origin.targets, node.origin.values, strict=False)
        )

    def _is_followed(self, variable: Name) -> bool:
        """Tell whether a call of the variable is known to run the one function that it is given."""
        callee = self.package.resolver.function_value(variable)
        return len(callee.functions) == 1 or bool(callee.external)

    def _has_release(self, expression: Expression) -> bool:
        """Tell whether the expression's type has a method that does nothing to the resource but release it."""
        name = self.package.type_name(expression)
        return any(
            self.release_in(function) is not None and self.acquire_in(function) is None
            for (owner, _), functions in self.package.tables.methods.items()
            for function in functions
            if owner == name
        )

    def is_releaser(self, expression: Expression) -> bool:
        """Tell whether the expression is a function that releases when it is called, or a literal that holds one."""
        if self.protocol.is_release_value(expression):
            return True
        match expression:
            case FunctionLiteral() | Name() | PackageName() | Selector():
                callee = self.package.resolver.function_value(expression)
                if callee.external and callee.external in self.protocol.releases:
                    return True
                return any(self.release_in(function) is not None for function in callee.functions)
            case CompositeLiteral(elements=elements):
                return any(self.is_releaser(element.value) for element in elements)
            case Unary(operator="&", operand=operand):
                return self.is_releaser(operand)
            case Call(arguments=arguments) if self.package.callee(expression).conversion:
                return any(self.is_releaser(argument) for argument in arguments)
            case _:
                return False


def _given_away(node: Node) -> Iterator[Expression]:
    """Yield the values that the node passes on: to the caller, to a callee, into something that outlives the call."""
    match node.origin:
        case Return(values=values):
            yield from values
        case Call(arguments=arguments):
            yield from arguments
        case Send(value=value):
            yield value
        case Assign(targets=targets, values=values):
            for position, value in enumerate(values):
                local = position < len(targets) and isinstance(targets[position], Name)
                if not local or isinstance(value, CompositeLiteral | Unary):
                    yield value
        case Declare(values=values):
            yield from (value for value in values if isinstance(value, CompositeLiteral | Unary))
        case _:
            pass
