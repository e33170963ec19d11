"""Makes the control-flow graph of a function from its structured body."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from golint_sched.flow.graph import Chosen, Ending, Enters, Graph
from golint_sched.flow.steps import EndingOf, Pending, Steps, acts
from golint_sched.model.expressions import (
    Receive,
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


@dataclass(frozen=True, slots=True)
class _Target:
    """A statement that break or continue can leave: where each goes (-1: not a loop)."""

    label: str
    break_to: int
    continue_to: int


class _Builder(Steps):
    """Walks the statements of a body once; `build` turns what it collects into a Graph."""

    def __init__(self, function: Function, ending_of: EndingOf) -> None:
        super().__init__(ending_of)
        self.function = function
        self.regions: dict[Statement | SelectClause | SwitchClause | TypeClause, range] = {}
        self.targets: list[_Target] = []
        self.labels: dict[str, int] = {}
        self.label_of_next = ""
        self.fallthrough_to: list[int] = []

    @contextmanager
    def region(self, statement: Statement | SelectClause | SwitchClause | TypeClause) -> Iterator[None]:
        """Remember which nodes are made for the statement; outer regions come first."""
        start = len(self.nodes)
        self.regions[statement] = range(start, start)
        yield
        self.regions[statement] = range(start, len(self.nodes))

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
            fails: list[Pending] = []
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
                    if any(acts(value) for value in clause.values):
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


def build(function: Function, ending_of: EndingOf, labels: Iterable[Labeled]) -> Graph:
    """Return the control-flow graph of the function; `ending_of` tells of a call how it ends, None if it returns.

    `labels` are the labelled statements in it. Raises ValueError for a function without a body.
    """
    if function.body is None:
        message = f"{function.key} has no body"
        raise ValueError(message)
    builder = _Builder(function, ending_of)
    builder.emit(None, function.body.span)
    # Made first, so that no loop that jumps to one of them counts it among its own nodes.
    builder.endings = {ending: builder.detached(ending, function.span) for ending in Ending}
    builder.labels = {inner.label: builder.detached(None, inner.span) for inner in labels}
    builder.statement(function.body)
    builder.end(Ending.RETURN)
    return Graph(
        function=function,
        nodes=tuple(builder.nodes),
        successors=tuple(tuple(edges) for edges in builder.edges),
        endings={ending: builder.endings[ending] for ending in Ending if ending in builder.ended},
        regions=builder.regions,
    )
