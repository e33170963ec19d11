"""How functions can end without a receive, and with which results: what a caller's test of these leads to."""

from collections.abc import Iterator

from golint_sched.engines.channels.uses import Use
from golint_sched.engines.liveness.channels import Channels, received
from golint_sched.engines.liveness.work import parts_of
from golint_sched.flow.graph import Condition, Edge, Ending, Graph, Holds, Node
from golint_sched.link import Package
from golint_sched.model.expressions import Binary, BuiltinName, Call, Expression, Name, Receive, Unary
from golint_sched.model.functions import Function
from golint_sched.model.statements import Range, Return, Select, SelectClause
from golint_sched.model.types import NamedType
from golint_sched.source import Span

_ANY = ""
_BOOL = NamedType("builtin", "bool")
_CONSTANTS = ("true", "false", "nil")


class Results:
    """Answers for one package and the receives from one channel; a stop signal's way out is none of its own."""

    def __init__(self, package: Package, channels: Channels, receives: tuple[Use, ...]) -> None:
        """Make it."""
        self.package = package
        self.channels = channels
        self._receives = frozenset(use.node for use in receives)
        self._receivers = frozenset(package.owner(use.node) for use in receives)
        self._known: dict[Function, frozenset[str]] = {}

    def way_out(self, function: Function) -> Span | None:
        """Return where a function that could receive goes on otherwise and ends by itself, None where it cannot.

        A way out before it comes to listen is another matter: whoever starts it mostly hears of that.
        """
        graph = self.package.graph(function)
        before = self._reached(graph, {0})
        reached = self._reached(graph, {index for index in before if self._listens(graph.nodes[index])})
        if graph.endings.get(Ending.RETURN, -1) not in reached:
            return None
        for node in graph.nodes:
            if node.index in reached and isinstance(node.origin, Return):
                return node.span
        return function.span._replace(start=function.span.end - 1)

    def _outcomes(self, function: Function) -> frozenset[str]:
        """Return the results with which a function can end without a receive: constants, or "" for any."""
        if function not in self._known:
            self._known[function] = frozenset({_ANY})  # for a function that calls itself
            graph = self.package.graph(function)
            reached = self._reached(graph, {0})
            ends = graph.endings.get(Ending.RETURN, -1) in reached
            returns = [node.origin for node in graph.nodes if node.index in reached and isinstance(node.origin, Return)]
            found = {_constant(one.values) for one in returns}
            if ends and not found:
                found = {_ANY}
            self._known[function] = frozenset(found if ends else ())
        return self._known[function]

    def _listens(self, node: Node) -> bool:
        """Tell whether a node is a select one of whose cases is a receive, or calls a function with one."""
        match node.origin:
            case Select(clauses=clauses):
                return any(received(clause) in self._receives for clause in clauses)
            case Call() as call:
                called = self._called(call)
                return called is not None and any(
                    part.function in self._receivers for part in parts_of(self.package, called)
                )
            case _:
                return False

    def _reached(self, graph: Graph, starts: set[int]) -> set[int]:
        """Return the nodes that control comes to from some without a receive, and without a stop signal."""
        seen = set(starts)
        stack = sorted(starts)
        while stack:
            index = stack.pop()
            for edge in self._edges(graph, graph.nodes[index]):
                if edge.target not in seen:
                    seen.add(edge.target)
                    stack.append(edge.target)
        return seen

    def _edges(self, graph: Graph, node: Node) -> Iterator[Edge]:
        match node.origin:
            case Receive() | Range() if node.origin in self._receives:
                return
            case SelectClause() as clause if self._stops(clause):
                return
            case Call() as call if not self._comes_back(call):
                return
            case Condition(expression=expression):
                wanted = self._wanted(expression)
                for edge in graph.successors[node.index]:
                    if wanted is None or not isinstance(edge.guard, Holds) or edge.guard.value in wanted:
                        yield edge
            case _:
                yield from graph.successors[node.index]

    def _stops(self, clause: SelectClause) -> bool:
        receive = received(clause)
        if receive is None:
            return False
        if receive in self._receives:
            return True
        if isinstance(receive.channel, Name) and self.channels.sends(receive.channel):
            return False  # its own, on which what it has started answers
        return self.channels.looks_like_stop(receive.channel)

    def _called(self, call: Call) -> Function | None:
        callee = self.package.callee(call)
        if len(callee.functions) != 1 or not callee.certain or callee.functions[0].body is None:
            return None
        return callee.functions[0]

    def _comes_back(self, call: Call) -> bool:
        called = self._called(call)
        return called is None or bool(self._outcomes(called))

    def _wanted(self, test: Expression) -> frozenset[bool] | None:
        """Return which values a test can have without a receive, None where that is open."""
        match test:
            case Unary(operator="!", operand=operand):
                inner = self._wanted(operand)
                return None if inner is None else frozenset(not value for value in inner)
            case Binary(operator="==" | "!=" as operator, left=side, right=BuiltinName(name="nil")):
                results = self._of(side)
                if results is None or not results <= {"nil"}:
                    return None
                return frozenset({operator == "=="})
            case Name() | Call():
                results = self._of(test)
                if results is None or not results <= {"true", "false"}:
                    return None
                return frozenset(value == "true" for value in results)
            case _:
                return None

    def _of(self, value: Expression) -> frozenset[str] | None:
        """Return what a call of the package, or a variable that only gets its results, can be; None for others."""
        if isinstance(value, Call):
            called = self._called(value)
            return None if called is None else self._outcomes(called)
        if not isinstance(value, Name):
            return None
        found: set[str] = set()
        for definition in self.package.definitions(value.variable):
            if definition.position not in (None, 0):
                return None
            if definition.value is None:
                found.add(self._zero(value))
                continue
            if definition.value in self._receives:
                continue
            results = self._of(definition.value) if isinstance(definition.value, Call) else None
            if results is None:
                return None
            found |= results
        return frozenset(found)

    def _zero(self, value: Name) -> str:
        """Return with what a variable begins: nil is what all those have that are compared with it."""
        return "false" if self.package.type_of(value) == _BOOL else "nil"


def _constant(values: tuple[Expression, ...]) -> str:
    match values:
        case (BuiltinName(name=name),) if name in _CONSTANTS:
            return name
        case _:
            return _ANY
