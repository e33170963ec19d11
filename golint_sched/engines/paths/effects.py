"""What each node of a function does to a count: itself, or by what it calls, starts and hands out."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from golint_sched.engines.paths.tally import LOST, NOTHING, Counted, Effect, Summary, deferred, result_facts
from golint_sched.engines.paths.trail import EventKind
from golint_sched.flow.graph import Ending, Node
from golint_sched.knowledge.callbacks import CALLS_ARGUMENT
from golint_sched.link import Package, Running
from golint_sched.link.spawns import Spawn, spawned_parameter
from golint_sched.model.expressions import (
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
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, Go, Return, SelectClause, Send
from golint_sched.model.walk import ModelNode, slots

_MOST_WAYS = 8  # different ways out of a callee that a caller follows


class Walks(Protocol):
    """What the effects of a node are made of: the walks over the functions that it calls or starts."""

    counted: Counted
    touching: frozenset[Function]

    def walk(self, function: Function) -> Summary:
        """Return the ways of a function."""

    def known(self, function: Function) -> Summary:
        """Return the ways of a function that was walked already, none of another."""

    def is_running(self, function: Function) -> bool:
        """Tell whether the function is being walked: it calls itself."""

    def nominal(self, function: Function) -> int | None:
        """Return what the function is meant to count as a goroutine's root, None if that is open."""

    def starts(self, wrapper: Function, task: Variable) -> Summary:
        """Return the ways of a function that starts a task; they count how often."""


class Effects:
    """The effects of the nodes of one package on one count."""

    def __init__(self, package: Package, walks: Walks) -> None:
        """Make it; `walks` knows what the functions of the package count."""
        self.package = package
        self.walks = walks
        self._spawns: dict[Function, dict[Call, Spawn]] = {}
        self._values = package.shared(_carried)

    def of(self, function: Function, node: Node) -> tuple[Effect, ...]:
        """Return what the node does, one effect for each way in which it may end; `NOTHING` itself for nothing."""
        found = self._of(function, node)
        if node.index in self.walks.counted.seen(function):
            found = tuple(replace(each, waiting=True) for each in found)
        return NOTHING if found is NOTHING or found == NOTHING else found

    def _of(self, function: Function, node: Node) -> tuple[Effect, ...]:
        match node.origin:
            case Go(call=call):
                return self._start(call)
            case Defer(call=call):
                return tuple(deferred(effect) for effect in self._call(function, call))
            case Call() as call:
                return self._call(function, call)
            case (Send(value=value) as send) | SelectClause(operation=Send(value=value) as send):
                net = self.walks.counted.send(send)
                if net:
                    return (Effect(net=net, started=True, kind=EventKind.RELEASED),)
                return self._handed((value,))
            case (Receive() | SelectClause()) as heard if heard in self.walks.counted.over:
                return LOST
            case Return(values=values):
                return self._handed(values)
            case Assign(targets=targets, values=values):
                local = len(targets) == len(values) and all(isinstance(each, Name) or each is None for each in targets)
                return self._handed(values, followed=local)
            case Declare(values=values):
                return self._handed(values, followed=True)
            case _:
                return NOTHING

    def _call(self, function: Function, call: Call) -> tuple[Effect, ...]:
        if call in self.walks.counted.waits:
            return (Effect(wait=call),)
        count = self.walks.counted.count(call)
        if count is None:
            return LOST
        if count:
            kind = EventKind.ACQUIRED if count > 0 else EventKind.RELEASED
            return (Effect(net=count, kind=kind, added=count > 0),)
        spawn = self._spawn_of(function, call)
        if spawn is not None and any(each in self.walks.touching for each in spawn.callee.functions):
            return self._started_by(spawn, call)
        callee = self.package.callee(call)
        functions = callee.functions
        if not functions and callee.external:
            functions = self._called_back(callee.external, call)
        touched = [each for each in functions if each in self.walks.touching]
        if touched:
            return tuple(effect for each in touched for effect in self._entered(each, call))
        if functions and callee.certain:
            return self._handed(call.arguments)
        if any(self.walks.counted.is_object(argument) for argument in call.arguments):
            return LOST
        return self._handed(call.arguments)

    def _entered(self, callee: Function, call: Call) -> tuple[Effect, ...]:
        if callee in self.walks.counted.workers:
            return NOTHING
        summary = self.walks.walk(callee)
        ways = {
            (way.net, way.tally.vague, way.tally.waiting, way.results): way
            for way in summary.exits
            if way.ending is Ending.RETURN
        }
        if summary.unknown or len(ways) > _MOST_WAYS:
            return LOST
        found = [
            Effect(
                net=way.net,
                vague=way.tally.vague,
                started=way.tally.started,
                added=way.tally.added,
                waiting=way.tally.waiting,
                facts=result_facts(call, way.results),
                kind=EventKind.ACQUIRED if way.net > 0 else EventKind.RELEASED if way.net < 0 else None,
            )
            for way in ways.values()
        ]
        if summary.lost:
            found.append(Effect(lost=True))
        return tuple(found)

    def _start(self, call: Call) -> tuple[Effect, ...]:
        """Return what a go statement does: what its goroutine is meant to count, it counts at once."""
        count = self.walks.counted.count(call)
        if count:
            return (Effect(net=count, started=True, kind=EventKind.RELEASED),)
        functions = self.package.callee(call).functions
        if not functions:
            seen = any(self.walks.counted.is_object(each) for each in call.arguments)
            if seen or not self.package.callee(call).external:
                return LOST
            return self._handed(call.arguments)  # `go t.Run(name, func(t *testing.T) { … })`
        return self._rooted(functions, self._handed(call.arguments))

    def _rooted(self, functions: tuple[Function, ...], handed: tuple[Effect, ...]) -> tuple[Effect, ...]:
        nets = {self.walks.nominal(function) for function in functions}
        if len(nets) != 1 or None in nets:
            return LOST
        net = next(iter(nets)) or 0
        vague = any(way.tally.vague for function in functions for way in self.walks.known(function).exits)
        waiting = any(function in self.walks.counted.waiters for function in functions)
        kind = EventKind.RELEASED if net else None
        return tuple(
            replace(
                each,
                net=each.net + net,
                started=bool(net),
                vague=each.vague or vague,
                waiting=waiting,
                kind=kind,
            )
            for each in handed
        )

    def _started_by(self, spawn: Spawn, call: Call) -> tuple[Effect, ...]:
        """Return what a call does that starts a goroutine, or may: `if !s.start(func() { … }) { … }`."""
        functions = spawn.callee.functions
        if spawn.starter:
            return self._rooted(functions, NOTHING)
        wrapper = self.package.callee(call).functions[0]
        place = spawned_parameter(wrapper, self.package.resolver)
        if place is None or place >= len(wrapper.parameters) or wrapper in self.walks.touching:
            return LOST
        starts = self.walks.starts(wrapper, wrapper.parameters[place])
        ways = {(way.net, way.results): way for way in starts.exits if way.ending is Ending.RETURN}
        if starts.unknown or starts.lost or not ways or len(ways) > _MOST_WAYS:
            return self._rooted(functions, NOTHING)
        found: list[Effect] = []
        for way in ways.values():
            facts = result_facts(call, way.results)
            if way.net > 0:
                found += [replace(each, facts=facts) for each in self._rooted(functions, NOTHING)]
            else:
                found.append(Effect(facts=facts))
        return tuple(found)

    def _spawn_of(self, function: Function, call: Call) -> Spawn | None:
        if function not in self._spawns:
            self._spawns[function] = {
                spawn.call: spawn for spawn in self.package.spawns(function) if spawn.statement is None
            }
        return self._spawns[function].get(call)

    def _called_back(self, external: str, call: Call) -> tuple[Function, ...]:
        """Return the functions that a function elsewhere is given and calls."""
        return tuple(
            function
            for argument in call.arguments
            if external in CALLS_ARGUMENT or self.package.running(call, argument) is Running.CALLS
            for function in self._functions(argument)
        )

    def _functions(self, value: Expression) -> tuple[Function, ...]:
        if isinstance(value, FunctionLiteral | Name | PackageName | Selector):
            return self.package.resolver.function_value(value).functions
        return ()

    def _carried(self, value: Expression) -> tuple[tuple[Expression, tuple[Function, ...]], ...]:
        """Return the names and functions in a value, each with what it runs when it is called."""
        if isinstance(value, Constant | Call | BuiltinName | QualifiedName):
            return ()
        found = self._values.get(value)
        if found is None:
            found = self._values[value] = tuple((inner, self._functions(inner)) for inner in _inside(value))
        return found

    def _handed(self, values: tuple[Expression, ...], *, followed: bool = False) -> tuple[Effect, ...]:
        """Return what it means that functions that count are given to somebody, `followed` if a name keeps them."""
        net = 0
        for value in values:
            if followed and isinstance(value, FunctionLiteral | Name | Selector):
                continue
            for inner, functions in self._carried(value):
                net += self.walks.counted.value(inner)
                for function in functions:
                    if function in self.walks.touching and not self.walks.is_running(function):
                        given = self.walks.nominal(function)
                        if given is None or function in self.walks.counted.waiters:
                            return LOST
                        net += given
        return (Effect(net=net, vague=True, started=True, kind=EventKind.RELEASED),) if net else NOTHING


def _carried(_package: Package) -> dict[Expression, tuple[tuple[Expression, tuple[Function, ...]], ...]]:
    """Return the function values in what is assigned, passed, sent or returned, as far as they are known by now.

    They are the same for whatever is counted.
    """
    return {}


def _inside(value: Expression) -> Iterator[Expression]:
    """Yield the value and what is in it, calls apart: they are nodes of their own."""
    stack: list[ModelNode | None] = [value]
    while stack:
        current = stack.pop()
        if current is None or isinstance(current, Call):
            continue
        if isinstance(current, FunctionLiteral | Name | Selector | PackageName):
            yield current
            continue
        stack += slots(current)
