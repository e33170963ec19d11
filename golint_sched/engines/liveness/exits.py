"""The ways out of a loop, and of a function from a point in it."""

from golint_sched.engines.liveness.channels import Channels, Signal
from golint_sched.engines.liveness.contexts import may_be_context
from golint_sched.flow.graph import Condition, Edge, Ending, Enters, Graph, Holds
from golint_sched.knowledge import blocking
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    Expression,
    Name,
    PackageName,
    Receive,
    Selector,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import For, Range, Select
from golint_sched.model.types import NamedType

_DEPTH = 3  # callees deeper than this are taken to observe anything


class Exits:
    """Tells the ways out that a cancelled context, a closed channel or a flag can open from those that none can."""

    def __init__(self, package: Package, channels: Channels) -> None:
        """Make it for the package."""
        self.package = package
        self.channels = channels
        self._blind: dict[Function, bool] = {}

    def is_real(self, graph: Graph, source: int, edge: Edge) -> bool:
        """Tell whether an edge may be taken because somebody wants the goroutine to end.

        The end of `range ticker.C` never comes. An error of a call that sees no context, no channel, no flag and
        nothing that can be closed has nothing to do with it either.
        """
        origin = graph.nodes[source].origin
        if isinstance(origin, Range) and edge.guard == Enters(value=False):
            return self.channels.signal(origin.subject) is not Signal.TIMER
        if isinstance(origin, Condition) and isinstance(edge.guard, Holds):
            return not self.is_blind_test(origin.expression)
        return True

    def is_blind_test(self, test: Expression) -> bool:
        """`err != nil`, `err == nil` where every value of `err` is that of a call that cannot be told to stop."""
        match test:
            case Binary(operator="!=" | "==", left=Name(variable=variable), right=BuiltinName(name="nil")):
                values = [definition for definition in self.package.definitions(variable) if definition.value]
                return bool(values) and all(
                    isinstance(definition.value, Call)
                    and not definition.range_part
                    and self._is_blind_call(definition.value)
                    for definition in values
                )
            case _:
                return False

    def _is_blind_call(self, call: Call, depth: int = 0) -> bool:
        """Tell whether a call sees nothing that could tell it to stop."""
        if any(may_be_context(self.package, argument) for argument in call.arguments):
            return False
        callee = self.package.callee(call)
        if callee.external:
            return callee.external in blocking.WAITS_FOR_PEER or blocking.only_computes(callee.external)
        if len(callee.functions) != 1 or not callee.certain:
            return False
        return self._is_blind(callee.functions[0], depth + 1)

    def _is_blind(self, function: Function, depth: int) -> bool:
        """Tell whether a function of the package, callees included, sees nothing that could tell it to stop."""
        if function.body is None or depth > _DEPTH:
            return False
        if function not in self._blind:
            self._blind[function] = False  # recursion is no proof
            self._blind[function] = self._sees_nothing(function, depth)
        return self._blind[function]

    def _sees_nothing(self, function: Function, depth: int) -> bool:
        for node in self.package.nodes(function):
            match node:
                case Receive() | Select():
                    return False
                case Call(function=callee) if not isinstance(callee, BuiltinName):
                    met = self.package.callee(node)
                    if met.conversion or met.external in blocking.SLEEPS:
                        continue
                    if not self._is_blind_call(node, depth):
                        return False
                case Selector() | PackageName() if self._is_flag(node):
                    return False
                case _:
                    pass
        return True

    def _is_flag(self, holder: Selector | PackageName) -> bool:
        """Tell whether a field or package variable is a bool that somebody may set."""
        return self.package.type_of(holder) == NamedType("builtin", "bool")

    def ways_out(self, graph: Graph, loop: For | Range) -> tuple[tuple[int, Edge], ...]:
        """Return the edges that leave the loop; a branch leaves by its test, not by the return inside it."""
        region = graph.regions[loop]
        inside = self._reachable(graph, _head(graph, loop))
        return tuple(
            (source, edge)
            for source in region
            if source in inside
            for edge in graph.successors[source]
            if edge.target not in region and self.is_real(graph, source, edge)
        )

    def _reachable(self, graph: Graph, start: int, avoiding: frozenset[int] = frozenset()) -> frozenset[int]:
        """Return the nodes that real edges lead to from `start`; the branch behind a blind test is not entered.

        Only a branch that leads nowhere but out is blind: one that comes back to the loop is part of it.
        """
        seen = {start}
        stack = [start]
        while stack:
            source = stack.pop()
            for edge in graph.successors[source]:
                if edge.target in seen or edge.target in avoiding:
                    continue
                if not self.is_real(graph, source, edge) and not self._comes_back(graph, edge.target, source):
                    continue
                seen.add(edge.target)
                stack.append(edge.target)
        return frozenset(seen)

    def _comes_back(self, graph: Graph, start: int, goal: int) -> bool:
        return goal in graph.reachable_from(start)

    def leaves_from(self, graph: Graph, start: int, avoiding: frozenset[int]) -> bool:
        """Tell whether control may leave the function from a node before it comes to one of `avoiding`."""
        reached = self._reachable(graph, start, avoiding)
        return any(graph.endings.get(ending, -1) in reached for ending in Ending)


def _head(graph: Graph, loop: For | Range) -> int:
    """Return the first node of a loop."""
    return graph.regions[loop].start
