"""What each path of a function adds to a count: Adds and Dones of a wait group, closes of a channel, starts of a task.

The walk is over one function's graph; what callees and the goroutines that it starts count is summed up once for each.
A path on which code out of sight may count is given up: of it nothing is said.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary

from golint_sched.engines.paths.facts import FactFlow
from golint_sched.engines.paths.passing import value_of
from golint_sched.engines.paths.terms import Fact, Facts, is_nil, normalised, result_term, subject, variable_term
from golint_sched.engines.paths.trail import Event, EventKind, Trail, branch
from golint_sched.flow.graph import Edge, Ending, Enters, Graph, Holds, Node
from golint_sched.knowledge.callbacks import CALLS_ARGUMENT
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn, spawned_parameter
from golint_sched.model.expressions import (
    Call,
    Expression,
    FunctionLiteral,
    Name,
    PackageName,
    Selector,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, For, Go, Range, Return, Send
from golint_sched.model.types import ChannelType, NamedType
from golint_sched.model.walk import ModelNode, slots
from golint_sched.source import Span

STATE_LIMIT = 4_000  # (node, count) pairs of one function beyond one for each node
_HIGHEST = 6  # a count further from zero comes of a loop whose turns nobody knows
_TIME = NamedType("time", "Time")
_MOST_WAYS = 8  # different ways out of a callee that a caller follows


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted.

    `count` tells what a call itself counts, None where that is open; `value` what a function value counts when it is
    called; `send` what a message counts: somebody will count for it. `is_object` tells whether an expression is the
    counted thing itself, so that code out of sight that gets it may count. Every turn of a loop in `owed` first counts
    that much. `waits` are the calls that wait for the count, and `waiters` the functions of goroutines that do. What
    `workers` count, they count for the messages that they take, not for themselves.
    """

    count: Callable[[Call], int | None]
    value: Callable[[Expression], int] = lambda _expression: 0
    send: Callable[[Send], int] = lambda _send: 0
    is_object: Callable[[Expression], bool] = lambda _expression: False
    owed: Mapping[For | Range, int] = field(default_factory=dict[For | Range, int])
    waits: frozenset[Call] = frozenset()
    waiters: frozenset[Function] = frozenset()
    workers: frozenset[Function] = frozenset()


@dataclass(frozen=True, slots=True)
class Tally:
    """Where a path stands: `net` was counted so far, `pending` will be by deferred calls.

    `added` and `started` tell whether the path counted upwards, and started something that counts downwards. `vague`
    is set once a function that counts was given to code that may call it at any time, or never. `waiting` tells
    whether a goroutine that waits was started, `deferred_wait` which deferred call waits.
    """

    net: int = 0
    pending: int = 0
    added: bool = False
    started: bool = False
    vague: bool = False
    waiting: bool = False
    deferred_wait: Call | None = None
    facts: Facts = frozenset()


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of a function, or a wait on it (then `wait` is the call); `net` includes what is deferred.

    `results` is as in `Exit`. `span` is where the path leaves, or waits.
    """

    ending: Ending
    net: int
    tally: Tally
    results: tuple[str, ...]
    trail: Trail | None
    span: Span
    wait: Call | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """All ways of a function; `lost` tells that some paths were given up.

    `open` tells that it is not known how often a loop counts, `capped` that there were too many states: no way is known
    then.
    """

    exits: tuple[Way, ...] = ()
    waits: tuple[Way, ...] = ()
    lost: bool = False
    open: bool = False
    capped: bool = False

    @property
    def unknown(self) -> bool:
        """Tell whether nothing is known of the function's ways."""
        return self.open or self.capped


@dataclass(frozen=True, slots=True)
class _Effect:
    """What a node may do to a tally; `lost` gives the path up."""

    net: int = 0
    pending: int = 0
    started: bool = False
    vague: bool = False
    waiting: bool = False
    wait: Call | None = None
    deferred_wait: Call | None = None
    lost: bool = False
    facts: frozenset[Fact] = frozenset()
    kind: EventKind | None = None
    added: bool = False


_NOTHING = (_Effect(),)
_LOST = (_Effect(lost=True),)


# What is known along the paths of a function does not depend on what is counted.
_FLOWS: "WeakKeyDictionary[Package, dict[Function, FactFlow]]" = WeakKeyDictionary()


class Counting:
    """Walks the functions of one package for one counted thing; answers are remembered."""

    def __init__(self, package: Package, counted: Counted, direct: frozenset[Function]) -> None:
        """Make it; `direct` are the functions that hold a call, value or message that counts."""
        self.package = package
        self.counted = counted
        self.direct = direct
        self.touching = _closure(package, direct | counted.waiters)
        self._known: dict[Function, Summary] = {}
        self._running: set[Function] = set()
        self._spawns: dict[Function, dict[Call, Spawn]] = {}
        self._capped: set[Function] = set()

    @property
    def capped(self) -> frozenset[Function]:
        """Return the functions whose states were too many for the walks that were made so far."""
        return frozenset(self._capped)

    def walk(self, function: Function) -> Summary:
        """Return the ways of the function."""
        if function not in self._known:
            if function in self._running or function.body is None:
                return Summary(lost=True)
            self._running.add(function)
            try:
                self._known[function] = self._explore(function, 0, None)
            finally:
                self._running.discard(function)
        return self._known[function]

    def turn(self, function: Function, start: int, region: range) -> Summary:
        """Return the ways of one turn of a loop that starts at the node: to its next turn, or out of `region`."""
        return self._explore(function, start, region)

    def nominal(self, function: Function) -> int | None:
        """Return what the function is meant to count as a goroutine's root: most that a path counts, None if open."""
        if function not in self.touching or function in self.counted.workers:
            return 0
        if function in self._running:
            return -1 if function in self.direct else 0
        summary = self.walk(function)
        nets = [way.net for way in summary.exits if way.ending is Ending.RETURN]
        if not nets:
            nets = [way.net for way in summary.exits]
        if summary.unknown or not nets:
            return None  # too many paths, or one that never ends
        return max(nets, key=abs)

    # -- one function ---------------------------------------------------------------------------------------------

    def _explore(self, function: Function, start: int, region: range | None) -> Summary:
        graph = self.package.graph(function)
        effects = [self._effects(function, node) for node in graph.nodes]
        if region is None and all(replace(each, facts=frozenset()) == _Effect() for some in effects for each in some):
            return _idle(function, graph)
        flow = self._flow(function, graph)
        if region is None and self._is_open(graph, effects):
            return Summary(lost=True, open=True)
        exits: dict[object, Way] = {}
        waits: dict[object, Way] = {}
        first = Tally()
        seen = {(start, first)}
        queue: deque[tuple[int, Tally, Trail | None]] = deque([(start, first, None)])
        lost = False
        while queue:
            index, tally, trail = queue.popleft()
            node = graph.nodes[index]
            if isinstance(node.origin, Ending):
                self._leave(function, node.origin, tally, trail, (exits, waits))
                continue
            for effect in effects[index]:
                if effect.lost:
                    lost = True
                    continue
                after, path = _apply(tally, effect, node, trail)
                if effect.wait is not None:
                    way = Way(Ending.RETURN, after.net, after, (), path, effect.wait.span, effect.wait)
                    waits.setdefault((effect.wait, replace(after, facts=frozenset())), way)
                if abs(after.net) > _HIGHEST:
                    lost = True
                    continue
                known = flow.after(node, after.facts)
                for edge in graph.successors[index]:
                    facts = flow.along(node, edge, known)
                    if facts is None or self._is_never(node, edge):
                        continue
                    event = branch(node, edge.guard)
                    passed = Trail(event, path) if event else path
                    if region is not None and (edge.target not in region or edge.target == region.start):
                        way = Way(Ending.RETURN, after.net + after.pending, after, (), passed, node.span)
                        exits.setdefault((edge.target == region.start, after.net, after.vague), way)
                        continue
                    owed = self._owed(graph, index, edge)
                    added = after.added or owed > 0
                    next_tally = replace(
                        after, net=after.net + owed, added=added, facts=flow.relevant(edge.target, facts)
                    )
                    if (edge.target, next_tally) not in seen:
                        if len(seen) >= len(graph.nodes) + STATE_LIMIT:
                            self._capped.add(function)
                            return Summary(lost=True, capped=True)
                        seen.add((edge.target, next_tally))
                        queue.append((edge.target, next_tally, passed))
        return Summary(tuple(exits.values()), tuple(waits.values()), lost)

    def _flow(self, function: Function, graph: Graph) -> FactFlow:
        flows = _FLOWS.setdefault(self.package, {})
        if function not in flows:
            flows[function] = FactFlow(self.package, graph)
        return flows[function]

    def _leave(
        self,
        function: Function,
        ending: Ending,
        tally: Tally,
        trail: Trail | None,
        found: tuple[dict[object, Way], dict[object, Way]],
    ) -> None:
        exits, waits = found
        if ending is Ending.PROCESS or (ending is Ending.PANIC and not self.recovers(function)):
            return
        left = Ending.RETURN if ending is Ending.PANIC else ending
        results = tuple(value_of(tally.facts, variable_term(variable)) for variable in function.results)
        end = function.span.end
        span = Span(function.path, end - 1, end)
        if trail is not None and trail.event.kind is EventKind.LEFT:
            span = trail.event.span
        net = tally.net + tally.pending
        bare = replace(tally, facts=frozenset())
        exits.setdefault((left, bare, results), Way(left, net, tally, results, trail, span))
        if tally.deferred_wait is not None:
            way = Way(left, net, tally, results, trail, tally.deferred_wait.span, tally.deferred_wait)
            waits.setdefault((tally.deferred_wait, bare), way)

    def recovers(self, function: Function) -> bool:
        """Tell whether a deferred call of the function itself stops a panic."""
        for call in self.package.calls(function):
            if isinstance(self.package.parent(call), Defer):
                for callee in self.package.callee(call).functions:
                    if any(
                        self.package.callee(inner).external == "builtin.recover" for inner in self.package.calls(callee)
                    ):
                        return True
        return False

    def _owed(self, graph: Graph, index: int, edge: Edge) -> int:
        """Return what a turn of a loop counts at its start, and what the turns that a break leaves out would have."""
        total = 0
        for loop, share in self.counted.owed.items():
            region = graph.regions.get(loop)
            if region is None or index not in region:
                continue
            node = graph.nodes[index]
            left = edge.target not in region and not _ends(loop, node, edge)
            if left or _enters(loop, node, edge):
                total += share
        return total

    def _is_never(self, node: Node, edge: Edge) -> bool:
        """Tell whether the edge is the end of a range over a channel of the clock, which nobody closes."""
        if not isinstance(node.origin, Range) or edge.guard != Enters(value=False):
            return False
        shape = self.package.shape_of(node.origin.subject)
        return isinstance(shape, ChannelType) and shape.element == _TIME

    def _is_open(self, graph: Graph, effects: list[tuple[_Effect, ...]]) -> bool:
        """Tell whether a loop only counts upwards or only downwards: how often it turns is not known."""
        up: set[For | Range] = set()
        down: set[For | Range] = set()
        for node in graph.nodes:
            nets = [effect.net + effect.pending for effect in effects[node.index]]
            if not any(nets):
                continue
            loops = graph.loops_around(node.index)
            if not loops or graph.regions[loops[-1]].start not in graph.reachable_from(node.index):
                continue
            if any(net > 0 for net in nets):
                up.add(loops[-1])
            if any(net < 0 for net in nets):
                down.add(loops[-1])
        up |= {loop for loop in self.counted.owed if loop in graph.regions}
        return up != down

    # -- effects --------------------------------------------------------------------------------------------------

    def _effects(self, function: Function, node: Node) -> tuple[_Effect, ...]:
        match node.origin:
            case Go(call=call):
                return self._start(call)
            case Defer(call=call):
                return tuple(_deferred(effect) for effect in self._call(function, call))
            case Call() as call:
                return self._call(function, call)
            case Send(value=value) as send:
                net = self.counted.send(send)
                if net:
                    return (_Effect(net=net, started=True, kind=EventKind.RELEASED),)
                return self._handed((value,))
            case Return(values=values):
                return self._handed(values)
            case Assign(targets=targets, values=values):
                local = len(targets) == len(values) and all(isinstance(each, Name) or each is None for each in targets)
                return self._handed(values, followed=local)
            case Declare(values=values):
                return self._handed(values, followed=True)
            case _:
                return _NOTHING

    def _call(self, function: Function, call: Call) -> tuple[_Effect, ...]:
        if call in self.counted.waits:
            return (_Effect(wait=call),)
        count = self.counted.count(call)
        if count is None:
            return _LOST
        if count:
            kind = EventKind.ACQUIRED if count > 0 else EventKind.RELEASED
            return (_Effect(net=count, kind=kind, added=count > 0),)
        spawn = self._spawn_of(function, call)
        if spawn is not None and any(each in self.touching for each in spawn.callee.functions):
            return self._started_by(spawn, call)
        callee = self.package.callee(call)
        functions = callee.functions
        if not functions and callee.external in CALLS_ARGUMENT:
            functions = tuple(each for argument in call.arguments for each in self._functions(argument))
        touched = [each for each in functions if each in self.touching]
        if touched:
            return tuple(effect for each in touched for effect in self._entered(each, call))
        if functions and callee.certain:
            return self._handed(call.arguments)
        if any(self.counted.is_object(argument) for argument in call.arguments):
            return _LOST
        return self._handed(call.arguments)

    def _entered(self, callee: Function, call: Call) -> tuple[_Effect, ...]:
        if callee in self.counted.workers:
            return _NOTHING
        summary = self.walk(callee)
        ways = {
            (way.net, way.tally.vague, way.tally.waiting, way.results): way
            for way in summary.exits
            if way.ending is Ending.RETURN
        }
        if summary.unknown or len(ways) > _MOST_WAYS:
            return _LOST
        found = [
            _Effect(
                net=way.net,
                vague=way.tally.vague,
                started=way.tally.started,
                added=way.tally.added,
                waiting=way.tally.waiting,
                facts=_result_facts(call, way.results),
                kind=EventKind.ACQUIRED if way.net > 0 else EventKind.RELEASED if way.net < 0 else None,
            )
            for way in ways.values()
        ]
        if summary.lost:
            found.append(_Effect(lost=True))
        return tuple(found)

    def _start(self, call: Call) -> tuple[_Effect, ...]:
        """Return what a go statement does: what its goroutine is meant to count, it counts at once."""
        count = self.counted.count(call)
        if count:
            return (_Effect(net=count, started=True, kind=EventKind.RELEASED),)
        functions = self.package.callee(call).functions
        if not functions:
            if self.package.callee(call).external:
                return _LOST if any(self.counted.is_object(each) for each in call.arguments) else _NOTHING
            return _LOST
        return self._rooted(functions, self._handed(call.arguments))

    def _rooted(self, functions: tuple[Function, ...], handed: tuple[_Effect, ...]) -> tuple[_Effect, ...]:
        nets = {self.nominal(function) for function in functions}
        if len(nets) != 1 or None in nets:
            return _LOST
        net = next(iter(nets)) or 0
        vague = any(way.tally.vague for function in functions for way in self._ways_known(function))
        waiting = any(function in self.counted.waiters for function in functions)
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

    def _ways_known(self, function: Function) -> tuple[Way, ...]:
        return self._known[function].exits if function in self._known else ()

    def _started_by(self, spawn: Spawn, call: Call) -> tuple[_Effect, ...]:
        """Return what a call does that starts a goroutine, or may: `if !s.start(func() { … }) { … }`."""
        functions = spawn.callee.functions
        if spawn.starter:
            return self._rooted(functions, _NOTHING)
        wrapper = self.package.callee(call).functions[0]
        place = spawned_parameter(wrapper, self.package.resolver)
        if place is None or place >= len(wrapper.parameters) or wrapper in self.touching:
            return _LOST
        counting = _starting(self.package, wrapper.parameters[place])
        starts = counting.walk(wrapper)
        self._capped |= counting.capped
        ways = {(way.net, way.results): way for way in starts.exits if way.ending is Ending.RETURN}
        if starts.unknown or starts.lost or not ways or len(ways) > _MOST_WAYS:
            return self._rooted(functions, _NOTHING)
        found: list[_Effect] = []
        for way in ways.values():
            facts = _result_facts(call, way.results)
            if way.net > 0:
                found += [replace(each, facts=facts) for each in self._rooted(functions, _NOTHING)]
            else:
                found.append(_Effect(facts=facts))
        return tuple(found)

    def _spawn_of(self, function: Function, call: Call) -> Spawn | None:
        if function not in self._spawns:
            self._spawns[function] = {
                spawn.call: spawn for spawn in self.package.spawns(function) if spawn.statement is None
            }
        return self._spawns[function].get(call)

    def _functions(self, value: Expression) -> tuple[Function, ...]:
        if isinstance(value, FunctionLiteral | Name | PackageName | Selector):
            return self.package.resolver.function_value(value).functions
        return ()

    def _handed(self, values: tuple[Expression, ...], *, followed: bool = False) -> tuple[_Effect, ...]:
        """Return what it means that functions that count are given to somebody, `followed` if a name keeps them."""
        net = 0
        for value in values:
            if followed and isinstance(value, FunctionLiteral | Name | Selector):
                continue
            for inner in _inside(value):
                net += self.counted.value(inner)
                for function in self._functions(inner):
                    if function in self.touching and function not in self._running:
                        given = self.nominal(function)
                        if given is None or function in self.counted.waiters:
                            return _LOST
                        net += given
        return (_Effect(net=net, vague=True, started=True, kind=EventKind.RELEASED),) if net else _NOTHING


def _idle(function: Function, graph: Graph) -> Summary:
    """Return the summary of a function that counts nothing on any path."""
    if not graph.returns:
        return Summary()
    end = function.span.end
    span = Span(function.path, end - 1, end)
    return Summary((Way(Ending.RETURN, 0, Tally(), tuple("" for _ in function.results), None, span),))


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


def _deferred(effect: _Effect) -> _Effect:
    if effect.wait is not None:
        return _Effect(deferred_wait=effect.wait)
    kind = EventKind.DEFERRED if effect.net else None
    return replace(effect, net=0, pending=effect.net, kind=kind, facts=frozenset())


def _apply(tally: Tally, effect: _Effect, node: Node, trail: Trail | None) -> tuple[Tally, Trail | None]:
    facts = tally.facts
    if isinstance(node.origin, Call):
        facts = frozenset(each for each in facts if not any(part is node.origin for part in subject(each.term).parts))
    after = replace(
        tally,
        net=tally.net + effect.net,
        pending=tally.pending + effect.pending,
        added=tally.added or effect.added,
        started=tally.started or effect.started,
        vague=tally.vague or effect.vague,
        waiting=tally.waiting or effect.waiting,
        deferred_wait=effect.deferred_wait or tally.deferred_wait,
        facts=facts | effect.facts,
    )
    if isinstance(node.origin, Return):
        trail = Trail(Event(EventKind.LEFT, node.span), trail)
    elif effect.kind is not None:
        origin = node.origin
        call = origin if isinstance(origin, Call) else origin.call if isinstance(origin, Go | Defer) else None
        trail = Trail(Event(effect.kind, node.span, call, node), trail)
    return after, trail


def _result_facts(call: Call, results: tuple[str, ...]) -> frozenset[Fact]:
    found = set()
    for position, value in enumerate(results):
        term = result_term(call, position)
        if value in ("true", "false"):
            found.add(normalised(term, value == "true"))
        elif value:
            found.add(normalised(is_nil(term), value == "nil"))
    return frozenset(found)


def _enters(loop: For | Range, node: Node, edge: Edge) -> bool:
    """Tell whether the edge begins a turn of the loop."""
    if isinstance(loop, Range):
        return node.origin is loop and edge.guard == Enters(value=True)
    return _is_test(loop, node) and edge.guard == Holds(value=True)


def _ends(loop: For | Range, node: Node, edge: Edge) -> bool:
    """Tell whether the edge leaves the loop because its turns are over."""
    if isinstance(loop, Range):
        return node.origin is loop and edge.guard == Enters(value=False)
    return _is_test(loop, node) and edge.guard == Holds(value=False)


def _is_test(loop: For, node: Node) -> bool:
    return loop.condition is not None and node.span == loop.condition.span and bool(node.origin)


def _starting(package: Package, task: Variable) -> Counting:
    """Return the walker for functions that start the task they are given; it counts how often they run it."""

    def is_task(expression: Expression) -> bool:
        return isinstance(expression, Name) and expression.variable is task

    counted = Counted(
        count=lambda call: 1 if is_task(call.function) else 0,
        value=lambda expression: 1 if is_task(expression) else 0,
    )
    direct = {package.owner(name) for name in package.names(task)}
    return Counting(package, counted, frozenset(each for each in direct if each is not None))


def _closure(package: Package, direct: frozenset[Function]) -> frozenset[Function]:
    """Return the functions that count, call or start such a one, or hold one as a literal."""
    found = set(direct)
    pending = list(direct)
    while pending:
        function = pending.pop()
        around = package.enclosing(function)
        above = [caller for caller, _ in package.callers(function)]
        above += [spawn.function for spawn in package.spawners(function)]
        if around is not None:
            above.append(around)
        for each in above:
            if each not in found:
                found.add(each)
                pending.append(each)
    return frozenset(found)


__all__ = ["STATE_LIMIT", "Counted", "Counting", "Summary", "Tally", "Way"]
