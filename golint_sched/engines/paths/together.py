"""Which places of a package may run at the same time, in different goroutines."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from golint_sched.engines.liveness.channels import Channels
from golint_sched.engines.liveness.joins import joins_of
from golint_sched.engines.paths.roles import is_handler
from golint_sched.flow.graph import Ending, Graph
from golint_sched.knowledge.callbacks import CALLS_ARGUMENT, RUNS_AT_END
from golint_sched.link import Package, Running
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, CompositeLiteral, Expression, Name, Selector, Unary
from golint_sched.model.functions import Function
from golint_sched.model.statements import For, Go, Range
from golint_sched.model.types import ChannelType

_TEST_NAMES = ("Test", "Benchmark", "Fuzz", "Example")
_DEPTH = 6  # callers of a function that starts a goroutine


class Kind(Enum):
    """Who runs a goroutine's code first."""

    STARTED = "a go statement of the package"
    ANYBODY = "code out of sight, in any number of goroutines"
    MAIN = "the main goroutine, or the one that calls the function a lock belongs to"
    INIT = "the main goroutine, before anything else"
    TEST = "the goroutine of one test"


@dataclass(frozen=True, slots=True)
class Lane:
    """A goroutine, or several with the same code: `origin` is the go statement, or the function it begins with."""

    kind: Kind
    origin: Spawn | Function | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A call in a function."""

    function: Function
    call: Call


class Together:
    """Answers for one package; answers are remembered."""

    def __init__(self, package: Package) -> None:
        """Make it for a linked package."""
        self.package = package
        self.channels = Channels(package)
        self._lanes: dict[tuple[Function, Function | None], frozenset[Lane]] = {}
        self._repeats: dict[tuple[Spawn, Function | None], bool] = {}
        self._courses: dict[tuple[Spawn, Function | None], tuple[dict[Function, set[int]], bool]] = {}
        self._leading: dict[Function, frozenset[Function]] = {}
        self._steps: dict[tuple[Function, Function], frozenset[int]] = {}
        self._joining: dict[tuple[Function, Spawn], frozenset[int]] = {}

    def may_overlap(self, first: Place, second: Place, scope: Function | None = None) -> bool:
        """Tell whether two goroutines may be at the two places at one time.

        `scope` is the function whose variable all is about: then both are started by one call of it.
        """
        return any(
            self._overlap(mine, first, theirs, second, scope)
            for mine in self.lanes(first.function, scope)
            for theirs in self.lanes(second.function, scope)
        )

    # -- lanes ----------------------------------------------------------------------------------------------------

    def lanes(self, function: Function, scope: Function | None = None) -> frozenset[Lane]:
        """Return the goroutines that may run the function."""
        if (function, scope) not in self._lanes:
            found: set[Lane] = set()
            seen: set[Function] = set()
            pending = [function]
            while pending:
                current = pending.pop()
                if current in seen:
                    continue
                seen.add(current)
                found.update(Lane(Kind.STARTED, spawn) for spawn in self.package.spawners(current))
                if current is scope:
                    found.add(Lane(Kind.MAIN, current))
                    continue
                found.update(self._entries(current))
                pending += self._callers(current)
            self._lanes[function, scope] = frozenset(found)
        return self._lanes[function, scope]

    def is_entry(self, function: Function) -> bool:
        """Tell whether a goroutine may begin with the function."""
        return bool(self.package.spawners(function)) or any(True for _ in self._entries(function))

    def _callers(self, function: Function) -> Iterator[Function]:
        for caller, call in self.package.callers(function):
            if not isinstance(self.package.parent(call), Go):
                yield caller
        if not function.name and self._runs_in_place(function):
            around = self.package.enclosing(function)
            if around is not None:
                yield around

    def _runs_in_place(self, literal: Function) -> bool:
        """Tell whether the literal is an argument of what runs it at once, or at the end of the same test."""
        node = self.package.tables.literal_nodes[literal]
        parent = self.package.parent(node)
        return isinstance(parent, Call) and (
            self.package.callee(parent).external in CALLS_ARGUMENT | RUNS_AT_END
            or self.package.running(parent, node) is Running.CALLS
        )

    def _entries(self, function: Function) -> Iterator[Lane]:
        """Yield the goroutines that begin with the function, those of go statements apart."""
        package = self.package
        if is_handler(function):
            yield Lane(Kind.ANYBODY)
        elif not function.name:
            if not (package.callers(function) or package.spawners(function) or self._runs_in_place(function)):
                yield Lane(Kind.ANYBODY)
        elif not function.receiver_type and function.name == "init":
            yield Lane(Kind.INIT)
        elif not function.receiver_type and function.name == "main" and package.name == "main":
            yield Lane(Kind.MAIN)
        elif package.is_test(function) and function.name.startswith((*_TEST_NAMES, "TestMain")):
            yield Lane(Kind.TEST, function)
        elif self._is_open(function):
            yield Lane(Kind.ANYBODY)

    def _is_open(self, function: Function) -> bool:
        """Tell whether code out of sight may call a declared function: it is exported, or a value, or never called."""
        package = self.package
        exported = all(name[:1].isupper() for name in (function.name, function.receiver_type) if name)
        if exported and package.name != "main" and not package.is_test(function):
            return True
        if any(not self._is_used(mention) for mention in _mentions(package, function)):
            return True
        return not (package.callers(function) or package.spawners(function))

    def _is_used(self, mention: Expression) -> bool:
        """Tell whether a mention of a function calls it, or starts a goroutine with it."""
        parent = self.package.parent(mention)
        if not isinstance(parent, Call):
            return False
        if parent.function is mention:
            return True
        owner = self.package.owner(parent)
        return owner is not None and any(spawn.call is parent for spawn in self.package.spawns(owner))

    # -- overlaps -------------------------------------------------------------------------------------------------

    def _overlap(self, mine: Lane, first: Place, theirs: Lane, second: Place, scope: Function | None) -> bool:
        if mine.kind is not Kind.STARTED and theirs.kind is Kind.STARTED:
            mine, first, theirs, second = theirs, second, mine, first
        if isinstance(mine.origin, Spawn) and isinstance(theirs.origin, Spawn):
            if mine.origin is theirs.origin:
                return self.repeats(mine.origin, scope)
            return self._spawns_overlap(mine.origin, theirs.origin, scope)
        if isinstance(mine.origin, Spawn) and theirs.kind in (Kind.MAIN, Kind.TEST):
            return self._runs_beside(mine.origin, second, theirs, scope)
        if Kind.INIT in (mine.kind, theirs.kind):
            return False
        if Kind.TEST in (mine.kind, theirs.kind):
            return Kind.STARTED in (mine.kind, theirs.kind)
        return Kind.ANYBODY in (mine.kind, theirs.kind)

    def repeats(self, spawn: Spawn, scope: Function | None = None) -> bool:
        """Tell whether a go statement may have started two goroutines that run at one time."""
        if (spawn, scope) not in self._repeats:
            self._repeats[spawn, scope] = False  # a goroutine that starts itself is no second one yet
            self._repeats[spawn, scope] = self._find_repeats(spawn, scope)
        return self._repeats[spawn, scope]

    def _find_repeats(self, spawn: Spawn, scope: Function | None) -> bool:
        start = self._node(spawn)
        graph = self.package.graph(spawn.function)
        if start is None:
            return False
        stops = self._joins(spawn)
        after = {edge.target for edge in graph.successors[start]} - stops
        if any(start in graph.reachable_from(index, avoiding=stops) for index in after):
            return True
        if spawn.function is scope or not self._outlives(graph, start, stops):
            return spawn.function is not scope and self._runs_twice(spawn.function, scope)
        if self._is_of_new(spawn) or any(self._serves(function) for function in spawn.callee.functions):
            return False  # one for each object
        return self._runs_twice(spawn.function, scope)

    def _runs_twice(self, function: Function, scope: Function | None) -> bool:
        """Tell whether a function may run in two goroutines at one time, or again while what it started goes on."""
        lanes = self.lanes(function, scope)
        if any(lane.kind is Kind.ANYBODY for lane in lanes):
            return True
        if any(isinstance(lane.origin, Spawn) and self.repeats(lane.origin, scope) for lane in lanes):
            return True
        calls = [call for _, call in self.package.callers(function)]
        return len(calls) > 1 or any(self.package.in_loop(call) for call in calls)

    def _is_of_new(self, spawn: Spawn) -> bool:
        """Tell whether a goroutine runs a method of an object that the function has just made."""
        function = spawn.call.function
        if not isinstance(function, Selector) or not isinstance(function.base, Name):
            return False
        values = [each.value for each in self.package.definitions(function.base.variable)]
        return bool(values) and all(
            isinstance(value, CompositeLiteral)
            or (isinstance(value, Unary) and isinstance(value.operand, CompositeLiteral))
            for value in values
        )

    def _serves(self, function: Function) -> bool:
        """Tell whether a goroutine's function is a loop without a condition: an object has one such."""
        if function.body is None:
            return False
        return any(
            (isinstance(loop, For) and loop.condition is None)
            or (isinstance(loop, Range) and isinstance(self.package.shape_of(loop.subject), ChannelType))
            for loop in self.package.graph(function).loops()
        )

    def _spawns_overlap(self, first: Spawn, second: Spawn, scope: Function | None) -> bool:
        """Tell whether neither goroutine must have ended when the other one starts."""
        if first.function is not second.function:
            return True
        graph = self.package.graph(first.function)
        start, end = self._node(first), self._node(second)
        if start is None or end is None:
            return True
        if end in graph.reachable_from(start, avoiding=self._joins(first)):
            return True
        if start in graph.reachable_from(end, avoiding=self._joins(second)):
            return True
        return first.function is not scope and self._runs_twice(first.function, scope)

    def _runs_beside(self, spawn: Spawn, place: Place, lane: Lane, scope: Function | None) -> bool:
        """Tell whether the lane's goroutine may be at the place when the started one runs."""
        course, known = self._course(spawn, scope)
        for function, reached in course.items():
            ways = self._ways(function, place)
            if not reached.isdisjoint(ways):
                return True
            known = known or bool(ways)
        return not known and lane.kind is not Kind.TEST

    def _course(self, spawn: Spawn, scope: Function | None) -> tuple[dict[Function, set[int]], bool]:
        """Return the nodes at which the starter and its callers may be meanwhile, and whether one waits for the end."""
        if (spawn, scope) not in self._courses:
            self._courses[spawn, scope] = self._find_course(spawn, scope)
        return self._courses[spawn, scope]

    def _find_course(self, spawn: Spawn, scope: Function | None) -> tuple[dict[Function, set[int]], bool]:
        pending: list[tuple[Function, int | None, frozenset[int], int]] = [
            (spawn.function, self._node(spawn), self._joins(spawn), 0)
        ]
        seen: set[tuple[Function, int]] = set()
        course: dict[Function, set[int]] = {}
        waits = False
        while pending:
            function, start, stops, depth = pending.pop()
            if start is None or (function, start) in seen or depth > _DEPTH:
                continue
            seen.add((function, start))
            graph = self.package.graph(function)
            reached = course.setdefault(function, set())
            for edge in graph.successors[start]:
                if edge.target not in stops:
                    reached |= graph.reachable_from(edge.target, avoiding=stops)
            outlives = self._outlives(graph, start, stops)
            waits = waits or not outlives
            if function is scope or not outlives:
                continue
            for caller, call in self.package.callers(function):
                node = self.package.graph(caller).node_of.get(call)
                if node is not None and not isinstance(self.package.parent(call), Go):
                    pending.append((caller, node.index, self._joins_of(caller, spawn), depth + 1))
        return course, waits

    def _ways(self, function: Function, place: Place) -> frozenset[int]:
        """Return the nodes of a function at which it is at the place, or calls what may come there."""
        if (function, place.function) not in self._steps:
            self._steps[function, place.function] = frozenset(self._steps_to(function, place.function))
        found = self._steps[function, place.function]
        if function is place.function:
            nodes = self.package.graph(function).nodes
            found |= {node.index for node in nodes if node.origin is place.call}
        return found

    def _steps_to(self, function: Function, target: Function) -> Iterator[int]:
        """Yield the nodes at which a function calls what may come to the target, those with deferred calls last."""
        graph, leading = self.package.graph(function), self._leading_to(target)
        calls = {
            call
            for call in self.package.calls(function)
            if not isinstance(self.package.parent(call), Go)
            and not leading.isdisjoint(self.package.callee(call).functions)
        }
        yield from (node.index for node in graph.nodes if node.origin in calls)
        if any(call not in graph.node_of for call in calls) and Ending.RETURN in graph.endings:
            yield graph.endings[Ending.RETURN]

    def _leading_to(self, function: Function) -> frozenset[Function]:
        """Return the functions whose goroutines may come to the function, itself included."""
        if function not in self._leading:
            seen: set[Function] = set()
            pending = [function]
            while pending:
                current = pending.pop()
                if current not in seen:
                    seen.add(current)
                    pending += [
                        caller
                        for caller, call in self.package.callers(current)
                        if not isinstance(self.package.parent(call), Go)
                    ]
            self._leading[function] = frozenset(seen)
        return self._leading[function]

    def _node(self, spawn: Spawn) -> int | None:
        node = self.package.graph(spawn.function).node_of.get(spawn.statement or spawn.call)
        return None if node is None else node.index

    def _joins(self, spawn: Spawn) -> frozenset[int]:
        return self._joins_of(spawn.function, spawn)

    def _joins_of(self, function: Function, spawn: Spawn) -> frozenset[int]:
        """Return the nodes of a function that wait for the end of the goroutine."""
        if (function, spawn) not in self._joining:
            graph, roots = self.package.graph(function), spawn.callee.functions or (None,)
            self._joining[function, spawn] = frozenset(
                index for root in roots for index in joins_of(self.package, self.channels, graph, spawn, root)
            )
        return self._joining[function, spawn]

    def _outlives(self, graph: Graph, start: int, stops: frozenset[int]) -> bool:
        """Tell whether the function may return while the goroutine still runs."""
        return graph.endings.get(Ending.RETURN, -1) in graph.reachable_from(start, avoiding=stops)


def _mentions(package: Package, function: Function) -> Iterator[Expression]:
    """Yield the mentions of a declared function by its name."""
    if function.receiver_type:
        for selector in package.tables.selectors.get(function.name, ()):
            member = package.resolver.member(selector)
            if member is not None and function in member.functions:
                yield selector
    else:
        yield from package.tables.package_names.get(function.name, ())
