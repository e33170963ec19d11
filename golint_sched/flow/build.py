"""Makes the control-flow graph of a function from its structured body."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from golint_sched.flow.graph import Chosen, Condition, Edge, Ending, Enters, Graph, Guard, Holds, Node, Origin
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
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Block,
    Break,
    Broken,
    Continue,
    Declare,
    Defer,
    ExpressionStatement,
    Fallthrough,
    For,
    Go,
    Goto,
    If,
    Labeled,
    Range,
    Return,
    Select,
    SelectClause,
    Send,
    Statement,
    Switch,
    SwitchClause,
    TypeClause,
    TypeSwitch,
)
from golint_sched.model.walk import walk
from golint_sched.source import Span

EndingOf = Callable[[Call], Ending | None]


@dataclass(frozen=True, slots=True)
class _Target:
    """A statement that break or continue can leave: where each goes (-1: not a loop)."""

    label: str
    break_to: int
    continue_to: int


# A place where control is and waits for its next node: the node it comes from, and the guard of that edge.
_Pending = tuple[int, Guard]


class _Builder:
    """Collects nodes and edges while it walks the body once; `build` turns them into a Graph."""

    def __init__(self, function: Function, ending_of: EndingOf) -> None:
        self.function = function
        self.ending_of = ending_of
        self.nodes: list[Node] = []
        self.edges: list[list[Edge]] = []
        self.pending: list[_Pending] = []
        self.endings: dict[Ending, int] = {}
        self.ended: set[Ending] = set()
        self.regions: dict[Statement | SelectClause | SwitchClause | TypeClause, range] = {}
        self.targets: list[_Target] = []
        self.labels: dict[str, int] = {}
        self.label_of_next = ""
        self.fallthrough_to: list[int] = []

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

    @contextmanager
    def region(self, statement: Statement | SelectClause | SwitchClause | TypeClause) -> Iterator[None]:
        """Remember which nodes are made for the statement; outer regions come first."""
        start = len(self.nodes)
        self.regions[statement] = range(start, start)
        yield
        self.regions[statement] = range(start, len(self.nodes))

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
            case Binary(operator="&&" | "||") if _acts(expression.right):
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

    def decide(self, expression: Expression) -> tuple[list[_Pending], list[_Pending]]:
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

    def take_pending(self) -> list[_Pending]:
        """Return the pending paths, leaving none."""
        taken, self.pending = self.pending, []
        return taken

    # -- statements -----------------------------------------------------------------------------------------------

    def statement(self, statement: Statement | None) -> None:
        """Emit one statement."""
        match statement:
            case None:
                pass
            case Block():
                for inner in statement.statements:
                    self.statement(inner)
            case ExpressionStatement():
                self.evaluate(statement.expression)
            case Send():
                self.evaluate(statement.channel)
                self.evaluate(statement.value)
                self.emit(statement, statement.span)
            case Assign():
                self.evaluate_all(statement.values)
                self.evaluate_all(statement.targets)
                self.emit(statement, statement.span)
            case Declare():
                self.evaluate_all(statement.values)
                self.emit(statement, statement.span)
            case Go() | Defer():
                self.operands(statement.call)
                self.emit(statement, statement.span)
            case Return():
                self.evaluate_all(statement.values)
                self.emit(statement, statement.span)
                self.end(Ending.RETURN)
            case If():
                self.if_statement(statement)
            case For():
                self.for_statement(statement)
            case Range():
                self.range_statement(statement)
            case Switch():
                self.switch(statement)
            case TypeSwitch():
                self.type_switch(statement)
            case Select():
                self.select(statement)
            case _:
                self.jump(statement)

    def jump(self, statement: Statement) -> None:
        """Emit a statement that is about where control goes."""
        match statement:
            case Labeled():
                self.connect(self.labels[statement.label])
                self.resume(self.labels[statement.label])
                self.label_of_next = statement.label
                self.statement(statement.statement)
                self.label_of_next = ""
            case Break():
                self.leave(statement.label, loops_only=False)
            case Continue():
                self.leave(statement.label, loops_only=True)
            case Goto() if statement.label in self.labels:
                self.connect(self.labels[statement.label])
            case Goto():
                self.pending = []
            case Fallthrough():
                if self.fallthrough_to and self.fallthrough_to[-1] >= 0:
                    self.connect(self.fallthrough_to[-1])
            case Broken():
                self.emit(statement, statement.span)
            case _:
                message = f"no flow for {type(statement).__name__}"
                raise TypeError(message)

    def leave(self, label: str, *, loops_only: bool) -> None:
        """Lead the pending paths to where break, or continue with `loops_only`, goes; broken code leads nowhere."""
        for target in reversed(self.targets):
            if label and target.label != label:
                continue
            if loops_only and target.continue_to < 0:
                continue
            self.connect(target.continue_to if loops_only else target.break_to)
            return
        self.pending = []

    def take_label(self) -> str:
        """Return the label that stands right before the statement, which only that statement may use."""
        label, self.label_of_next = self.label_of_next, ""
        return label

    @contextmanager
    def target(self, label: str, break_to: int, continue_to: int = -1) -> Iterator[None]:
        """Let break (and continue) inside go to the given nodes."""
        self.targets.append(_Target(label, break_to, continue_to))
        yield
        self.targets.pop()

    def if_statement(self, statement: If) -> None:
        """`if init; condition { then } else { otherwise }`."""
        self.label_of_next = ""
        with self.region(statement):
            self.statement(statement.init)
            holds, fails = self.decide(statement.condition)
            self.pending = holds
            self.statement(statement.then)
            after = self.take_pending()
            self.pending = fails
            self.statement(statement.otherwise)
            self.pending += after

    def for_statement(self, statement: For) -> None:
        """`for init; condition; post { body }`: without a condition only break, return or goto leave it."""
        label = self.take_label()
        self.statement(statement.init)
        after = self.detached(None, statement.span)
        with self.region(statement):
            head = self.emit(None, statement.span)
            fails: list[_Pending] = []
            if statement.condition is not None:
                holds, fails = self.decide(statement.condition)
                self.pending = holds
            post = self.detached(None, statement.span)
            with self.target(label, after, post):
                self.statement(statement.body)
            self.connect(post)
            self.resume(post)
            self.statement(statement.post)
            self.connect(head)
        self.pending = fails
        self.connect(after)
        self.resume(after)

    def range_statement(self, statement: Range) -> None:
        """`for key, value := range subject { body }`: one node asks for the next element."""
        label = self.take_label()
        self.evaluate(statement.subject)
        after = self.detached(None, statement.span)
        with self.region(statement):
            head = self.emit(statement, statement.span)
            self.pending = [(head, Enters(value=True))]
            with self.target(label, after, head):
                self.statement(statement.body)
            self.connect(head)
        self.pending = [(head, Enters(value=False))]
        self.connect(after)
        self.resume(after)

    def switch(self, statement: Switch) -> None:
        """Choose a clause at one node where there is a tag; else test a chain of conditions."""
        label = self.take_label()
        self.statement(statement.init)
        after = self.detached(None, statement.span)
        with self.region(statement):
            bodies = [self.detached(None, clause.span) for clause in statement.clauses]
            if statement.tag is None:
                self.switch_conditions(statement, bodies)
            else:
                self.evaluate(statement.tag)
                head = self.emit(statement, statement.span)
                for clause, body in zip(statement.clauses, bodies, strict=True):
                    self.pending = [(head, Chosen(clause))]
                    if any(_acts(value) for value in clause.values):
                        self.evaluate_all(clause.values)
                    self.connect(body)
                if not any(clause.default for clause in statement.clauses):
                    self.pending = [(head, Chosen(None))]
            self.connect(after)
            with self.target(label, after):
                for place, clause in enumerate(statement.clauses):
                    self.fallthrough_to.append(bodies[place + 1] if place + 1 < len(bodies) else -1)
                    with self.region(clause):
                        self.resume(bodies[place])
                        self.statement(clause.body)
                        self.connect(after)
                    self.fallthrough_to.pop()
        self.resume(after)

    def switch_conditions(self, statement: Switch, bodies: list[int]) -> None:
        """Emit `switch { case a, b: … }` as tests in order; what fails them all is left pending."""
        default: int | None = None
        for clause, body in zip(statement.clauses, bodies, strict=True):
            if clause.default:
                default = body
            for value in clause.values:
                holds, fails = self.decide(value)
                self.pending = holds
                self.connect(body)
                self.pending = fails
        if default is not None:
            self.connect(default)

    def type_switch(self, statement: TypeSwitch) -> None:
        """`switch x := y.(type) { … }` chooses a clause at one node."""
        label = self.take_label()
        self.statement(statement.init)
        self.evaluate(statement.subject)
        after = self.detached(None, statement.span)
        with self.region(statement):
            head = self.emit(statement, statement.span)
            self.pending = []
            with self.target(label, after):
                for clause in statement.clauses:
                    with self.region(clause):
                        self.pending = [(head, Chosen(clause))]
                        self.emit(None, clause.span)
                        self.statement(clause.body)
                        self.connect(after)
            if not any(clause.default for clause in statement.clauses):
                self.pending = [(head, Chosen(None))]
                self.connect(after)
        self.resume(after)

    def select(self, statement: Select) -> None:
        """`select { … }`: operands first, then one node that waits, then the clause's node and its body."""
        label = self.take_label()
        after = self.detached(None, statement.span)
        with self.region(statement):
            for clause in statement.clauses:
                match clause.operation:
                    case Send(channel=channel, value=value):
                        self.evaluate(channel)
                        self.evaluate(value)
                    case ExpressionStatement(expression=Receive(channel=channel)):
                        self.evaluate(channel)
                    case Assign(values=(Receive(channel=channel),)):
                        self.evaluate(channel)
                    case _:
                        pass
            head = self.emit(statement, statement.span)
            self.pending = []
            with self.target(label, after):
                for clause in statement.clauses:
                    with self.region(clause):
                        self.pending = [(head, Chosen(clause))]
                        self.emit(clause, clause.span)
                        if isinstance(clause.operation, Assign):
                            self.evaluate_all(clause.operation.targets)
                            self.emit(clause.operation, clause.operation.span)
                        self.statement(clause.body)
                        self.connect(after)
        self.resume(after)


def _acts(expression: Expression) -> bool:
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


def build(function: Function, ending_of: EndingOf) -> Graph:
    """Return the control-flow graph of the function; `ending_of` tells of a call how it ends, None if it returns.

    Raises ValueError for a function without a body.
    """
    if function.body is None:
        message = f"{function.key} has no body"
        raise ValueError(message)
    builder = _Builder(function, ending_of)
    builder.emit(None, function.body.span)
    # Made first, so that no loop that jumps to one of them counts it among its own nodes.
    builder.endings = {ending: builder.detached(ending, function.span) for ending in Ending}
    builder.labels = {
        inner.label: builder.detached(None, inner.span) for inner in walk(function.body) if isinstance(inner, Labeled)
    }
    builder.statement(function.body)
    builder.end(Ending.RETURN)
    return Graph(
        function=function,
        nodes=tuple(builder.nodes),
        successors=tuple(tuple(edges) for edges in builder.edges),
        endings={ending: builder.endings[ending] for ending in Ending if ending in builder.ended},
        regions=builder.regions,
    )
