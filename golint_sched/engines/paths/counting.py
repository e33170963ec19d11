"""What each path of a function adds to a count: Adds and Dones of a wait group, closes of a channel, starts of a task.

The walk is over one function's graph; what callees and the goroutines that it starts count is summed up once for each.
A path on which code out of sight may count is given up: of it nothing is said.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import replace

from golint_sched.engines.channels.amounts import turns
from golint_sched.engines.paths.effects import Effects
from golint_sched.engines.paths.facts import FactFlow, flow_of
from golint_sched.engines.paths.passing import value_of
from golint_sched.engines.paths.stillness import is_still, still_ways
from golint_sched.engines.paths.tally import NOTHING, SOME, Ahead, Counted, Effect, Summary, Tally, Way, apply
from golint_sched.engines.paths.terms import Facts, variable_term
from golint_sched.engines.paths.trail import EventKind, Trail, branch
from golint_sched.flow.graph import Edge, Ending, Enters, Graph, Holds, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, Name, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, For, Go, Range, Return
from golint_sched.model.types import ChannelType, NamedType
from golint_sched.source import Span

STATE_LIMIT = 4_000  # (node, count) pairs of one function beyond one for each node
_MOST_TURNS = 4  # of a loop whose turns are all followed
_HIGHEST = 6  # a count further from zero comes of a loop whose turns nobody knows
_TIME = NamedType("time", "Time")


class Counting:
    """Walks the functions of one package for one counted thing; answers are remembered."""

    def __init__(self, package: Package, counted: Counted, direct: frozenset[Function]) -> None:
        """Make it; `direct` are the functions that hold a call, value or message that counts."""
        self.package = package
        self.counted = counted
        self.direct = direct
        self.touching = closure(package, direct | counted.waiters)
        self._known: dict[Function, Summary] = {}
        self._running: set[Function] = set()
        self.effects = Effects(package, self)
        self._capped: set[Function] = set()
        self._plain = package.shared(_plain)

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

    def known(self, function: Function) -> Summary:
        """Return the ways of a function that was walked already, none of another."""
        return self._known.get(function, Summary())

    def is_running(self, function: Function) -> bool:
        """Tell whether the function is being walked: it calls itself."""
        return function in self._running

    def starts(self, wrapper: Function, task: Variable) -> Summary:
        """Return the ways of a function that starts the task it is given; they count how often it runs it."""
        counting = _starting(self.package, task)
        found = counting.walk(wrapper)
        self._capped |= counting.capped
        return found

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
        effects = [self.effects.of(function, node) for node in graph.nodes]
        if region is None and is_still(effects) and self.counted.owed.keys().isdisjoint(graph.regions):
            return self._still(function, graph, effects)
        flow = flow_of(self.package, function)
        certain = self._certain(graph, effects)
        if region is None and self._is_open(graph, effects, certain):
            return Summary(lost=True, open=True)
        quiet = self._quiet(flow, effects)
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
                after, path = apply(tally, effect, node, trail)
                if effect.wait is not None:
                    way = Way(Ending.RETURN, after.net, after, (), path, effect.wait.span, effect.wait)
                    waits.setdefault((effect.wait, replace(after, facts=frozenset())), way)
                if abs(after.net) > _HIGHEST:
                    lost = True
                    continue
                known = flow.after(node, after.facts)
                for edge in graph.successors[index]:
                    facts = flow.along(node, edge, known)
                    ahead = _ahead(graph, certain, index, edge, after.ahead)
                    if facts is None or ahead is None or self._is_never(node, edge):
                        continue
                    event = branch(node, edge.guard)
                    passed = Trail(event, path) if event else path
                    if region is not None and (edge.target not in region or edge.target == region.start):
                        if self._gives_up(function, graph.nodes[edge.target]):
                            continue
                        way = Way(Ending.RETURN, after.net + after.pending, after, (), passed, node.span)
                        exits.setdefault((edge.target == region.start, after.net, after.vague), way)
                        continue
                    owed = self._owed(graph, index, edge)
                    next_tally = _gone_on(after, owed, flow.relevant(edge.target, facts, quiet), ahead)
                    if (edge.target, next_tally) not in seen:
                        if len(seen) >= len(graph.nodes) + STATE_LIMIT:
                            self._capped.add(function)
                            return Summary(lost=True, capped=True)
                        seen.add((edge.target, next_tally))
                        queue.append((edge.target, next_tally, passed))
        return Summary(tuple(exits.values()), tuple(waits.values()), lost)

    def _certain(self, graph: Graph, effects: list[tuple[Effect, ...]]) -> dict[For | Range, int]:
        """Return the loops that turn at least once whatever the program is given, and how often those that count do.

        SOME stands for a number that does not matter, or is too great to follow all turns.
        """
        found: dict[For | Range, int] = {}
        for loop in graph.loops():
            count = turns(self.package, loop, exact=True)
            if count is not None and not count.key and count.offset > 0:
                counts = any(effects[index] != NOTHING for index in graph.regions[loop])
                found[loop] = count.offset if counts and count.offset <= _MOST_TURNS else SOME
        return found

    def _still(self, function: Function, graph: Graph, effects: list[tuple[Effect, ...]]) -> Summary:
        """Return the ways of a function that counts nothing itself."""
        plain = all(each is NOTHING for each in effects)
        if plain and function in self._plain:
            return self._plain[function]
        found = still_ways(function, graph, effects, recovers=self.recovers(function), is_never=self._is_never)
        if plain:
            self._plain[function] = found
        return found

    def _quiet(self, flow: FactFlow, effects: list[tuple[Effect, ...]]) -> frozenset[int]:
        """Return the nodes whose conditions cannot matter to the count: they choose between nothing and nothing."""
        graph = flow.graph
        busy = {index for loop in self.counted.owed if loop in graph.regions for index in graph.regions[loop]}
        for node in graph.nodes:
            origin = node.origin
            if (
                any(each != Effect() for each in effects[node.index])
                or isinstance(origin, Defer | Go | Return)
                or (isinstance(origin, Assign | Declare | Call) and flow.stores(node))
                or (isinstance(origin, Call) and self.package.ending(origin) is not None)
            ):
                busy.add(node.index)
        return flow.quiet(frozenset(busy))

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

    def _gives_up(self, function: Function, node: Node) -> bool:
        """Tell whether a path that ends here ends the process, or a test that has failed."""
        match node.origin:
            case Ending.PROCESS:
                return True
            case Ending.PANIC:
                return not self.recovers(function)
            case Ending.GOEXIT:
                return self.package.is_test(function)
            case _:
                return False

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

    def _is_open(self, graph: Graph, effects: list[tuple[Effect, ...]], certain: Mapping[For | Range, int]) -> bool:
        """Tell whether a loop only counts upwards or only downwards, and how often it turns is not known.

        It is known where all turns are followed, and not of what is made of goto.
        """
        up: set[For | Range] = set()
        down: set[For | Range] = set()
        for node in graph.nodes:
            nets = [effect.net + effect.pending for effect in effects[node.index]]
            if not any(nets):
                continue
            around = graph.loops_around(node.index)
            followed = self.counted.owed.keys().isdisjoint(around)
            loops = [loop for loop in around if not followed or certain.get(loop, SOME) == SOME]
            if not around and any(
                node.index in graph.reachable_from(edge.target) for edge in graph.successors[node.index]
            ):
                return True
            if not loops or graph.regions[loops[-1]].start not in graph.reachable_from(node.index):
                continue
            if any(net > 0 for net in nets):
                up.add(loops[-1])
            if any(net < 0 for net in nets):
                down.add(loops[-1])
        up |= {loop for loop in self.counted.owed if loop in graph.regions}
        return up != down


def _plain(_package: Package) -> dict[Function, Summary]:
    """Return the ways of functions that do nothing to a count, the same for whatever is counted."""
    return {}


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


def _gone_on(tally: Tally, owed: int, facts: Facts, ahead: Ahead) -> Tally:
    """Return the tally along an edge on which `owed` is added; the same object where nothing changes."""
    if not owed and facts == tally.facts and ahead == tally.ahead:
        return tally
    return replace(tally, net=tally.net + owed, added=tally.added or owed > 0, facts=facts, ahead=ahead)


def _ahead(graph: Graph, certain: dict[For | Range, int], index: int, edge: Edge, ahead: Ahead) -> Ahead | None:
    """Return the turns that are ahead after the edge, None where the edge would leave one out, or make one too many."""
    node = graph.nodes[index]
    for loop, count in certain.items():
        region = graph.regions[loop]
        if edge.target == region.start and index not in region:
            ahead = frozenset(each for each in ahead if each[0] is not loop) | {(loop, count)}
            continue
        left = next((turns for each, turns in ahead if each is loop), None)
        if left is None:
            continue
        rest = ahead - {(loop, left)}
        if _ends(loop, node, edge):
            if left:
                return None
            ahead = rest
        elif edge.target not in region:
            ahead = rest
        elif _enters(loop, node, edge):
            if left == 0:
                return None
            ahead = rest if left == SOME else rest | {(loop, left - 1)}
    return ahead


def _is_test(loop: For, node: Node) -> bool:
    return loop.condition is not None and node.span == loop.condition.span and bool(node.origin)


def _starting(package: Package, task: Variable) -> Counting:
    """Return the walker for functions that start the task they are given; it counts how often they run it.

    Every call of such a function asks for it.
    """
    known = package.shared(_walkers_of_tasks)
    if task not in known:
        known[task] = _make_starting(package, task)
    return known[task]


def _walkers_of_tasks(_package: Package) -> dict[Variable, Counting]:
    """Return the walkers by the task that they follow, as far as somebody has asked for them."""
    return {}


def _make_starting(package: Package, task: Variable) -> Counting:

    def is_task(expression: Expression) -> bool:
        return isinstance(expression, Name) and expression.variable is task

    counted = Counted(
        count=lambda call: 1 if is_task(call.function) else 0,
        value=lambda expression: 1 if is_task(expression) else 0,
    )
    direct = {package.owner(name) for name in package.names(task)}
    return Counting(package, counted, frozenset(each for each in direct if each is not None))


def closure(package: Package, direct: frozenset[Function]) -> frozenset[Function]:
    """Return the functions that count, call or start such a one, hold one as a literal, or give one away."""
    found = set(direct)
    pending = list(direct)
    while pending:
        function = pending.pop()
        around = package.enclosing(function)
        above = [caller for caller, _ in package.callers(function)]
        above += [spawn.function for spawn in package.spawners(function)]
        above += _givers(package, function)
        if around is not None:
            above.append(around)
        for each in above:
            if each not in found:
                found.add(each)
                pending.append(each)
    return frozenset(found)


def _givers(package: Package, function: Function) -> Iterator[Function]:
    """Yield who hands on a literal by its name: `handle := func() { … }`, `go func() { serve(handle) }()`."""
    parent = None if function.name else package.parent(package.tables.literal_nodes[function])
    if isinstance(parent, Assign | Declare) and len(parent.values) == 1:
        targets = parent.targets if isinstance(parent, Assign) else parent.variables
        for target in targets:
            variable = target.variable if isinstance(target, Name) else target
            for name in package.names(variable) if isinstance(variable, Variable) else ():
                owner, around = package.owner(name), package.parent(name)
                if owner is not None and isinstance(around, Call) and around.function is not name:
                    yield owner
