"""Tells a run in sentences, one goroutine at a time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from golint_sched.engines.channels.actions import (
    Action,
    Choose,
    Close,
    Later,
    Program,
    RangeOver,
    ReceiveFrom,
    SendTo,
    Start,
    WaitFor,
)
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.runs import Run, action_of
from golint_sched.engines.channels.states import Event, Lane
from golint_sched.finding import Act, Step
from golint_sched.flow.graph import Chosen, Condition, Edge, Ending, Enters, Holds
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
    """Return how the telling calls a goroutine: the function it runs, or "goroutine"."""
    program = _program(machine, _body_of(machine, origin))
    return program.function.key if origin[0] < 0 or program.function.name else "goroutine"


def _body_of(machine: Machine, origin: tuple[int, int]) -> int:
    """Return the number of the program that a goroutine begins with."""
    number, place = origin
    if number < 0:
        return machine.root
    actions = (_program(machine, number).actions[place], *machine.deferred)
    return next(action.program for action in actions if isinstance(action, Start))


class _Teller:
    """Collects the steps of a run, with goroutines as numbers; `steps` puts their names in."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self._told: list[tuple[Step, int, tuple[int, ...]]] = []
        self._origins: dict[int, tuple[int, int]] = {}

    def add(self, goroutine: int, origin: tuple[int, int], step: Step, peers: tuple[int, ...] = ()) -> None:
        """Add a step, unless it says what the last one did."""
        self._origins[goroutine] = origin
        if self._told:
            last, before, met = self._told[-1]
            if (last, before) == (step, goroutine):
                self._told[-1] = (last, before, tuple(dict.fromkeys((*met, *peers))))
                return
        self._told.append((step, goroutine, peers))

    def has_ended(self, goroutine: int) -> bool:
        """Tell whether the goroutine's last step was its return: its end needs no more words."""
        last = next((step for step, other, _ in reversed(self._told) if other == goroutine), None)
        return last is not None and last.act is Act.END

    def steps(self) -> tuple[Step, ...]:
        """Return the steps; of several goroutines with one name all but the first have a number behind it."""
        names: dict[int, str] = {}
        taken: Counter[str] = Counter()
        for goroutine in sorted(self._origins):
            name = lane_name(self.machine, self._origins[goroutine])
            taken[name] += 1
            names[goroutine] = name if taken[name] == 1 else f"{name} {taken[name]}"
        return tuple(
            replace(step, goroutine=names[goroutine], peers=tuple(names[peer] for peer in peers if peer in names))
            for step, goroutine, peers in self._told
        )


def tell(machine: Machine, run: Run, others: Sequence[Lane], last: Lane) -> tuple[Step, ...]:
    """Return the steps of a run that a reader needs, ending with the operation that waits for ever.

    `others` are goroutines that would wake the last one if they could go on.
    """
    teller = _Teller(machine)
    for place, doing in enumerate(run.doings):
        event = doing.event
        program = _program(machine, event.program)
        if isinstance(program.graph.nodes[event.node].origin, Condition) and not _leads_out(program, run, place):
            continue
        text = _text(machine, program, event)
        act = _act(machine, program, event)
        if text and not (text == "ends" and teller.has_ended(doing.goroutine)):
            step = Step(_span(program, event), text, act=act)
            teller.add(doing.goroutine, event.lane, step, doing.peers)
    for lane in others:
        text = f"cannot go on: it {waiting_text(machine, action_of(machine, standing(lane)))}"
        teller.add(run.number_of(lane), lane.origin, _blocked(machine, lane, text))
    waits = f"blocks for ever: {_wait(machine, action_of(machine, standing(last)))}"
    teller.add(run.number_of(last), last.origin, _blocked(machine, last, waits))
    return teller.steps()


def standing(lane: Lane) -> Event:
    """Return the operation at which a goroutine stands, as an event."""
    frame = lane.frames[-1]
    return Event(lane.origin, frame.program, frame.node, deferred=frame.deferred[-1] if frame.leaving else -1)


def _blocked(machine: Machine, lane: Lane, text: str) -> Step:
    event = standing(lane)
    return Step(_span(_program(machine, event.program), event), text, act=Act.BLOCKED)


def _program(machine: Machine, number: int) -> Program:
    program = machine.programs[number]
    assert program is not None
    return program


def _leads_out(program: Program, run: Run, place: int) -> bool:
    """Tell whether the goroutine's next event is that it returns: then the condition explains why."""
    here = run.doings[place]
    for later in run.doings[place + 1 :]:
        if later.goroutine == here.goroutine:
            if later.event.program != here.event.program:
                return False
            return isinstance(program.graph.nodes[later.event.node].origin, Return | Ending)
    return False


def _span(program: Program, event: Event) -> Span:
    """Return where an event is shown: a chosen case of a select, the statement that deferred it."""
    node = program.graph.nodes[event.node]
    if event.deferred >= 0:
        for index, action in enumerate(program.actions):
            if action == Later(event.deferred):
                return program.graph.nodes[index].span
    if isinstance(node.origin, Select) and event.edge >= 0:
        return program.graph.nodes[program.graph.successors[event.node][event.edge].target].span
    return node.span


def _act(machine: Machine, program: Program, event: Event) -> Act:
    """Return what an event is to other goroutines."""
    match action_of(machine, event):
        case Start():
            return Act.START
        case SendTo():
            return Act.SEND
        case ReceiveFrom() | RangeOver():
            return Act.RECEIVE
        case Choose(options=options):
            chosen = next((one for one in options if one.edge == event.edge), None)
            if chosen is None:
                return Act.ALONE
            return Act.SEND if chosen.sends else Act.RECEIVE
        case Close():
            return Act.CLOSE
        case _:
            over = event.deferred < 0 and isinstance(program.graph.nodes[event.node].origin, Return | Ending)
            return Act.END if over and event.program == _body_of(machine, event.lane) else Act.ALONE


def _text(machine: Machine, program: Program, event: Event) -> str:
    """Return what an event is in words, "" where it needs none."""
    node = program.graph.nodes[event.node]
    edges = program.graph.successors[event.node]
    edge = edges[event.edge] if 0 <= event.edge < len(edges) else None
    action = action_of(machine, event)
    if event.deferred >= 0:
        text = _action_text(machine, action, None)
        return f"{text}, as deferred" if text else ""
    match node.origin:
        case Return() | Ending() if event.program != _body_of(machine, event.lane):
            return f"returns from {program.function.key}" if program.function.name else ""
        case Return():
            return "returns"
        case Ending():
            return "ends"
        case Select() if edge is not None and isinstance(edge.guard, Chosen):
            return f"takes the case {_clause(edge.guard.clause)}"
        case Condition() if edge is not None and isinstance(edge.guard, Holds):
            return "this condition is " + ("true" if edge.guard.value else "false")
        case _:
            return _action_text(machine, action, edge)


def _action_text(machine: Machine, action: Action | None, edge: Edge | None) -> str:
    """Return what an action on something of the scope is in words, "" for what needs none."""
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
