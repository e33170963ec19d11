"""Where control never goes on: loops without a way out, empty selects, calls that never come back, denied edges."""

from golint_sched.engines.paths import channels
from golint_sched.engines.paths.keys import Key, key_of
from golint_sched.engines.paths.protocol import Effect, Repeat
from golint_sched.engines.paths.reach import Reach
from golint_sched.flow.graph import Condition, Edge, Ending, Enters, Graph, Holds, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import Binary, BuiltinName, Call, Expression, Name, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import For, Range, Select
from golint_sched.source import Span

_ALIVE = (Ending.RETURN, Ending.PANIC, Ending.GOEXIT)


class Traps:
    """Answers for one package and one protocol; a loop that releases something is no trap for its resource."""

    def __init__(self, package: Package, reach: Reach) -> None:
        """Make it for a linked package."""
        self.package = package
        self.reach = reach
        self._traps: dict[Function, frozenset[int]] = {}

    def never_ends(self, call: Call) -> bool:
        """Tell whether the call runs functions of this package that no path leaves."""
        functions = self.package.callee(call).functions
        return bool(functions) and all(self._is_trap(function) for function in functions)

    def _is_trap(self, function: Function) -> bool:
        if function.body is None:
            return False
        graph = self.package.graph(function)
        return not any(graph.endings.get(ending, -1) in graph.reachable for ending in _ALIVE) and bool(
            self.heads(function)
        )

    def denies(self, function: Function, key: Key, node: Node, edge: Edge) -> bool:
        """Tell whether no path that has a value takes the edge: `resp.Body == nil`, `resp == nil` in a helper.

        A helper is asked about only for a caller that has the value, and what was acquired has all of its parts. A loop
        over the channel of a ticker never comes to its end.
        """
        if self.reach.protocol.repeat is not Repeat.REPLACES:
            return False
        if isinstance(node.origin, Range) and edge.guard == Enters(value=False):
            return self.is_ticker(node.origin.subject)
        if not isinstance(edge.guard, Holds):
            return False
        match node.origin:
            case Condition(
                expression=Binary(operator="==" | "!=" as operator, left=left, right=BuiltinName(name="nil"))
            ):
                if edge.guard.value is not (operator == "=="):
                    return False
            case _:
                return False
        tested = key_of(self.package, left)
        if tested is None or tested.root is not key.root:
            return False
        given = bool(function.name) and key.root in function.parameters
        return (tested == key and bool(key.path)) or (given and key.path[: len(tested.path)] == tested.path)

    def trap_of(self, call: Call) -> Span:
        """Return the loop that keeps a call for ever, the call itself where it cannot be told."""
        for function in self.package.callee(call).functions:
            if function.body is not None:
                nodes = self.package.graph(function).nodes
                for index in sorted(self.heads(function)):
                    return nodes[index].span
        return call.span

    def heads(self, function: Function) -> frozenset[int]:
        """Return the heads of loops that control cannot leave alive, and the selects without a case.

        A loop that releases something is none: each of its turns is a fresh start.
        """
        if function not in self._traps:
            self._traps[function] = self._find(function)
        return self._traps[function]

    def _find(self, function: Function) -> frozenset[int]:
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
        return self.is_ticker(channel) or channels.stays_open(self.package, channel)

    def is_ticker(self, channel: Expression) -> bool:
        """Tell whether the channel is a ticker's: Stop does not close it."""
        match channel:
            case Selector(base=base, field="C"):
                return self.package.type_name(base) in ("time.Ticker", "time.Timer")
            case Call():
                return self.package.callee(channel).external == "time.Tick"
            case Name(variable=variable):
                definitions = self.package.definitions(variable)
                values = [definition.value for definition in definitions]
                return len(values) == 1 and isinstance(values[0], Call | Selector) and self.is_ticker(values[0])
            case _:
                return False

    def _releases_in(self, graph: Graph, region: range) -> bool:
        for index in region:
            origin = graph.nodes[index].origin
            if isinstance(origin, Call):
                action = self.reach.action(origin)
                if action is not None and action.effect is Effect.RELEASE:
                    return True
                if any(self.reach.release_in(function) is not None for function in self.reach.called(origin)):
                    return True
        return False
