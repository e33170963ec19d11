"""Tells a run in sentences, one goroutine at a time."""

from collections.abc import Sequence

from golint_sched.engines.channels.actions import (
    Action,
    Choose,
    Close,
    Program,
    RangeOver,
    ReceiveFrom,
    SendTo,
    Start,
    WaitFor,
)
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.states import Event
from golint_sched.finding import Step
from golint_sched.flow.graph import Chosen, Condition, Ending, Enters, Holds
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    Expression,
    Index,
    Name,
    PackageName,
    QualifiedName,
    Receive,
    Selector,
    Unary,
)
from golint_sched.model.statements import Assign, ExpressionStatement, Return, Select, SelectClause, Send
from golint_sched.source import Span


def lane_name(machine: Machine, origin: tuple[int, int]) -> str:
    """Return how the telling calls a goroutine: the function it runs, or "goroutine" with a number."""
    if origin[0] < 0:
        return machine.scope.root.key
    starts = [
        (number, place, action)
        for number, program in enumerate(machine.programs)
        if program is not None
        for place, action in enumerate(program.actions)
        if isinstance(action, Start)
    ]
    literals = 0
    for number, place, action in starts:
        program = machine.programs[action.program]
        literal = program is not None and not program.function.name
        literals += literal
        if (number, place) == origin and program is not None:
            if not literal:
                return program.function.key
            return "goroutine" if literals == 1 else f"goroutine {literals}"
    return "goroutine"


def tell(machine: Machine, events: Sequence[Event], others: Sequence[Event], last: Event) -> tuple[Step, ...]:
    """Return the steps of a run that a reader needs, ending with the operation that waits for ever.

    `others` are operations at which goroutines stand that would wake the last one if they could go on.
    """
    steps: list[Step] = []
    for place, event in enumerate(events):
        program = _program(machine, event.program)
        name = lane_name(machine, event.lane)
        text = _text(machine, program, event)
        if isinstance(program.graph.nodes[event.node].origin, Condition) and not _leads_out(machine, events, place):
            continue
        if text:
            step = Step(_span(program, event), text, name)
            if text == "ends" and _has_returned(steps, name):
                continue
            if not steps or steps[-1] != step:
                steps.append(step)
    for event in others:
        program = _program(machine, event.program)
        text = f"cannot go on: it {waiting_text(machine, program.actions[event.node])}"
        steps.append(Step(program.graph.nodes[event.node].span, text, lane_name(machine, event.lane)))
    program = _program(machine, last.program)
    waits = f"blocks for ever: {_wait(machine, program.actions[last.node])}"
    steps.append(Step(program.graph.nodes[last.node].span, waits, lane_name(machine, last.lane)))
    return tuple(steps)


def _has_returned(steps: Sequence[Step], name: str) -> bool:
    """Tell whether the goroutine's last step was its return: its end needs no more words."""
    last = next((step for step in reversed(steps) if step.goroutine == name), None)
    return last is not None and last.text == "returns"


def _program(machine: Machine, number: int) -> Program:
    program = machine.programs[number]
    assert program is not None
    return program


def _leads_out(machine: Machine, events: Sequence[Event], place: int) -> bool:
    """Tell whether the goroutine's next event is that it returns: then the condition explains why."""
    event = events[place]
    for later in events[place + 1 :]:
        if later.lane == event.lane:
            origin = _program(machine, later.program).graph.nodes[later.node].origin
            return isinstance(origin, Return | Ending)
    return False


def _span(program: Program, event: Event) -> Span:
    """Return where an event is shown: a chosen case of a select rather than the select."""
    node = program.graph.nodes[event.node]
    if isinstance(node.origin, Select) and event.edge >= 0:
        return program.graph.nodes[program.graph.successors[event.node][event.edge].target].span
    return node.span


def _text(machine: Machine, program: Program, event: Event) -> str:
    """Return what an event is in words, "" where it needs none."""
    node = program.graph.nodes[event.node]
    action = program.actions[event.node]
    edges = program.graph.successors[event.node]
    edge = edges[event.edge] if 0 <= event.edge < len(edges) else None
    match node.origin:
        case Return():
            return "returns"
        case Ending():
            return "ends"
        case Select() if edge is not None and isinstance(edge.guard, Chosen):
            return f"takes the case {_clause(edge.guard.clause)}"
        case Condition() if edge is not None and isinstance(edge.guard, Holds):
            return "this condition is " + ("true" if edge.guard.value else "false")
        case _:
            pass
    match action:
        case Start(program=started):
            return f"starts {_started(machine, started)}"
        case SendTo(channel=channel):
            return f"sends on {machine.channels[channel].name}"
        case ReceiveFrom(channel=channel):
            return f"receives from {machine.channels[channel].name}"
        case RangeOver(channel=channel) if edge is not None and isinstance(edge.guard, Enters):
            name = machine.channels[channel].name
            return f"receives from {name}" if edge.guard.value else f"ends its range over the closed {name}"
        case Close(channel=channel, context=context):
            return ("cancels " if context else "closes ") + machine.channels[channel].name
        case WaitFor(group=group):
            return f"has waited for {machine.groups[group].name}"
        case _:
            return ""


def _started(machine: Machine, number: int) -> str:
    function = _program(machine, number).function
    return function.key if function.name else "a goroutine"


def _clause(clause: object) -> str:
    """Return a select's case as a reader would name it."""
    if not isinstance(clause, SelectClause) or clause.operation is None:
        return "default"
    match clause.operation:
        case Send(channel=channel):
            return f"that sends on {spelled(channel)}"
        case ExpressionStatement(expression=Receive(channel=channel)) | Assign(values=(Receive(channel=channel),)):
            return f"that receives from {spelled(channel)}"
        case _:
            return "shown"


def spelled(expression: Expression) -> str:
    """Return an expression as its author would recognise it; arguments are left out."""
    match expression:
        case Name(name=name) | PackageName(name=name) | BuiltinName(name=name):
            return name
        case QualifiedName(package=package, name=name):
            return f"{package.rpartition('/')[2]}.{name}"
        case Selector(base=base, field=field):
            return f"{spelled(base)}.{field}"
        case Call(function=function, arguments=arguments):
            return f"{spelled(function)}({'…' if arguments else ''})"
        case Index(base=base):
            return f"{spelled(base)}[…]"
        case Unary(operator=operator, operand=operand):
            return f"{operator}{spelled(operand)}"
        case _:
            return "…"


def waiting_text(machine: Machine, action: Action | None) -> str:
    """Return at what a goroutine stands: "waits to send on results"."""
    match action:
        case SendTo(channel=channel):
            return f"waits to send on {machine.channels[channel].name}"
        case ReceiveFrom(channel=channel) | RangeOver(channel=channel):
            return f"waits to receive from {machine.channels[channel].name}"
        case WaitFor(group=group):
            return f"waits for {machine.groups[group].name}"
        case _:
            return "waits in a select"


def _wait(machine: Machine, action: Action | None) -> str:
    """Return what the last goroutine waits for."""
    match action:
        case SendTo(channel=channel):
            return f"nobody receives from {machine.channels[channel].name} any more"
        case ReceiveFrom(channel=channel):
            return f"nobody sends on {machine.channels[channel].name} or closes it any more"
        case RangeOver(channel=channel):
            return f"nobody sends on {machine.channels[channel].name} or closes it any more"
        case WaitFor(group=group):
            return f"the counter of {machine.groups[group].name} never comes to zero"
        case Choose():
            return "no case can become ready any more"
        case _:
            return "nothing can wake it"
