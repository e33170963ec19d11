"""The nodes and edges of a graph as they are made: one step after the other, first of all those of expressions."""

from collections.abc import Callable, Sequence

from golint_sched.flow.graph import Condition, Edge, Ending, Guard, Holds, Node, Origin
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    CompositeLiteral,
    Expression,
    Index,
    Receive,
    Selector,
    Slice,
    TypeAssertion,
    Unary,
)
from golint_sched.source import Span

EndingOf = Callable[[Call], Ending | None]

Pending = tuple[int, Guard]
"""A place where control is and waits for its next node: the node it comes from, and the guard of that edge."""


class Steps:
    """Collects nodes and edges; `pending` are the paths that wait for the next node.

    `endings` gives the node of each way out, `ended` those that something leads to.
    """

    def __init__(self, ending_of: EndingOf) -> None:
        """Make it empty; `ending_of` tells of a call how it ends, None if it returns."""
        self.ending_of = ending_of
        self.nodes: list[Node] = []
        self.edges: list[list[Edge]] = []
        self.pending: list[Pending] = []
        self.endings: dict[Ending, int] = {}
        self.ended: set[Ending] = set()

    # -- nodes and edges ------------------------------------------------------------------------------------------

    def detached(self, origin: Origin, span: Span) -> int:
        """Add a node that nothing leads to yet."""
        index = len(self.nodes)
        self.nodes.append(Node(index, origin, span))
        self.edges.append([])
        return index

    def connect(self, index: int) -> None:
        """Let every pending path continue at the node, and no path be pending."""
        for source, guard in self.pending:
            self.edges[source].append(Edge(index, guard))
        self.pending = []

    def emit(self, origin: Origin, span: Span) -> int:
        """Add a node after all pending paths; it becomes the only pending one."""
        index = self.detached(origin, span)
        self.connect(index)
        self.pending = [(index, None)]
        return index

    def resume(self, index: int) -> None:
        """Continue after a node that was made before."""
        self.pending = [(index, None)]

    def end(self, ending: Ending) -> None:
        """Lead all pending paths out of the function."""
        self.ended.add(ending)
        self.connect(self.endings[ending])

    # -- expressions ----------------------------------------------------------------------------------------------

    def evaluate_all(self, expressions: Sequence[Expression | None]) -> None:
        """Emit what evaluating the expressions in order does."""
        for expression in expressions:
            if expression is not None:
                self.evaluate(expression)

    def evaluate(self, expression: Expression) -> None:
        """Emit the calls and receives of the expression, in Go's order of evaluation."""
        match expression:
            case Call():
                self.operands(expression)
                self.call(expression)
            case Receive():
                self.evaluate(expression.channel)
                self.emit(expression, expression.span)
            case Binary(operator="&&" | "||") if acts(expression.right):
                taken, skipped = self.decide(expression)
                self.pending = taken + skipped
                self.emit(None, expression.span)
            case Binary():
                self.evaluate(expression.left)
                self.evaluate(expression.right)
            case Unary():
                self.evaluate(expression.operand)
            case Selector():
                self.evaluate(expression.base)
            case Index():
                self.evaluate(expression.base)
                self.evaluate_all(expression.index)
            case Slice():
                self.evaluate(expression.base)
                self.evaluate_all(expression.bounds)
            case TypeAssertion():
                self.evaluate(expression.base)
            case CompositeLiteral():
                for element in expression.elements:
                    if element.key is not None:
                        self.evaluate(element.key)
                    self.evaluate(element.value)
            case _:
                pass

    def operands(self, call: Call) -> None:
        """Emit what happens before the call itself: its function value and its arguments."""
        self.evaluate(call.function)
        self.evaluate_all(call.arguments)

    def call(self, call: Call) -> None:
        """Emit the call; one that does not come back leads out of the function."""
        self.emit(call, call.span)
        if isinstance(call.function, BuiltinName) and call.function.name == "panic":
            self.end(Ending.PANIC)
            return
        ending = self.ending_of(call)
        if ending is not None and ending is not Ending.RETURN:
            self.end(ending)

    def decide(self, expression: Expression) -> tuple[list[Pending], list[Pending]]:
        """Emit the test of a condition and return the paths on which it holds and on which it does not."""
        match expression:
            case Unary(operator="!"):
                holds, fails = self.decide(expression.operand)
                return fails, holds
            case Binary(operator="&&"):
                holds, fails = self.decide(expression.left)
                self.pending = holds
                both, second_fails = self.decide(expression.right)
                return both, fails + second_fails
            case Binary(operator="||"):
                holds, fails = self.decide(expression.left)
                self.pending = fails
                second_holds, both_fail = self.decide(expression.right)
                return holds + second_holds, both_fail
            case BuiltinName(name="true"):
                return self.take_pending(), []
            case BuiltinName(name="false"):
                return [], self.take_pending()
            case _:
                self.evaluate(expression)
                index = self.emit(Condition(expression.span, expression), expression.span)
                self.pending = []
                return [(index, Holds(value=True))], [(index, Holds(value=False))]

    def take_pending(self) -> list[Pending]:
        """Return the pending paths, leaving none."""
        taken, self.pending = self.pending, []
        return taken


def acts(expression: Expression) -> bool:
    """Tell whether evaluating the expression calls or receives anything."""
    stack: list[Expression | None] = [expression]
    while stack:
        match stack.pop():
            case Call() | Receive():
                return True
            case Binary(left=left, right=right):
                stack += [left, right]
            case Unary(operand=operand):
                stack.append(operand)
            case Selector(base=base) | TypeAssertion(base=base):
                stack.append(base)
            case Index(base=base, index=index):
                stack += [base, *index]
            case Slice(base=base, bounds=bounds):
                stack += [base, *bounds]
            case CompositeLiteral(elements=elements):
                for element in elements:
                    stack += [element.key, element.value]
            case _:
                pass
    return False
