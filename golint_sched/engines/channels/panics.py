"""Says which close or send finds its channel closed, and shows a run in which it does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from golint_sched.engines.channels.actions import Close, Later, Program
from golint_sched.engines.channels.agreed import compares, is_agreed, is_told, keeps_flag
from golint_sched.engines.channels.explore import Panic, Space
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.objects import Channel
from golint_sched.engines.channels.runs import run_to
from golint_sched.engines.channels.states import Event
from golint_sched.engines.channels.telling import tell
from golint_sched.engines.channels.unseen_waits import waits_out_of_view
from golint_sched.finding import Act, Step
from golint_sched.flow.graph import Node
from golint_sched.link import Package
from golint_sched.model.expressions import Call, Receive, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, For, If, Range, Select, SelectClause, Send, SwitchClause
from golint_sched.model.walk import walk
from golint_sched.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class Panicking:
    """An operation that some run comes to when the channel is closed already.

    `sends` tells a send from a close. `closed` is the close that came first in the run, `origin` the go statement of
    the goroutine that panics (None for the scope's root). `steps` are the run, the last one being the panic.
    """

    span: Span
    function: Function
    channel: Channel
    sends: bool
    closed: Span
    origin: Span | None
    steps: tuple[Step, ...]


def panics_in(package: Package, space: Space) -> Iterator[Panicking]:
    """Yield the operations on closed channels that nothing in the code is seen to prevent, one for each place."""
    machine = space.machine
    for panic in space.panics:
        programs = [machine.programs[frame.program] for frame in panic.lane.frames]
        if any(program is None or program.recovers for program in programs):
            continue  # it is expected, and made up for
        found = _describe(package, space, panic)
        if found is not None:
            yield found


def _describe(package: Package, space: Space, panic: Panic) -> Panicking | None:
    machine = space.machine
    frame = panic.lane.frames[-1]
    program = _program(machine, frame.program)
    run = run_to(space, panic.state)
    node = _node(program, frame.node, frame.deferred[-1] if frame.leaving else -1)
    first = next((it.event for it in reversed(run.doings) if _closes(machine, it.event, panic.channel)), None)
    if first is None or node is None:
        return None
    closer = _program(machine, first.program)
    before = _node(closer, first.node, -1) or closer.graph.nodes[first.node]
    before = _deferred_close(machine, closer, before, panic.channel)
    if _is_guarded(package, program.function, node) or _is_guarded(package, closer.function, before):
        return None
    if keeps_flag(package, program.function, closer.function):
        return None
    if node.origin is before.origin and isinstance(node.origin, Call) and is_told(package, node.origin):
        return None
    if panic.lane.origin != first.lane and _share_lock(package, program.function, closer.function):
        return None
    if waits_out_of_view(machine, first.program, before.index):
        return None
    sends = isinstance(node.origin, Send | Select)
    name = machine.channels[panic.channel].name
    *steps, last = tell(machine, run, (), panic.lane)
    what = f"panics: it {'sends on' if sends else 'closes'} {name}, which is closed"
    starter, place = panic.lane.origin
    return Panicking(
        span=_span(node),
        function=program.function,
        channel=machine.channels[panic.channel],
        sends=sends,
        closed=_span(before),
        origin=_program(machine, starter).graph.nodes[place].span if starter >= 0 else None,
        steps=(*steps, replace(last, span=_span(node), text=what, act=Act.PANIC)),
    )


def _program(machine: Machine, number: int) -> Program:
    program = machine.programs[number]
    assert program is not None
    return program


def _node(program: Program, index: int, deferred: int) -> Node | None:
    """Return the node of an operation: the defer statement of one that runs when the function ends."""
    if deferred < 0:
        return program.graph.nodes[index]
    for node, action in zip(program.graph.nodes, program.actions, strict=True):
        if isinstance(action, Later) and action.deferred == deferred:
            return node
    return None


def _closes(machine: Machine, event: Event, channel: int) -> bool:
    program = _program(machine, event.program)
    action = program.actions[event.node]
    if isinstance(action, Close):
        return action.channel == channel
    return (
        _deferred_close(machine, program, program.graph.nodes[event.node], channel)
        is not (program.graph.nodes[event.node])
    )


def _deferred_close(machine: Machine, program: Program, node: Node, channel: int) -> Node:
    """Return the defer statement whose close runs at a way out, the node itself where none does."""
    if isinstance(program.actions[node.index], Close):
        return node
    if program.graph.endings and node.index not in program.graph.endings.values():
        return node
    for other, action in zip(program.graph.nodes, program.actions, strict=True):
        if isinstance(action, Later):
            later = machine.deferred[action.deferred]
            if isinstance(later, Close) and later.channel == channel:
                return other
    return node


def _span(node: Node) -> Span:
    return node.origin.call.span if isinstance(node.origin, Defer) else node.span


def _is_guarded(package: Package, function: Function, node: Node) -> bool:
    """Tell whether something around an operation may say that the channel is open, or run it at most once.

    select { case <-done: default: close(done) }      if i == last { close(out) }      time.AfterFunc(d, func() { … })
    """
    origin = node.origin
    if not isinstance(origin, Call | Defer | Send | Select):
        return True
    call = origin.call if isinstance(origin, Defer) else origin
    subject = call.arguments[0] if isinstance(call, Call) and call.arguments else None
    place = package.place(subject) if subject is not None else None
    if isinstance(call, Call) and is_agreed(package, call):
        return True
    for around in package.ancestors(origin):
        match around:
            case SelectClause(operation=None):
                select = package.parent(around)
                for clause in select.clauses if isinstance(select, Select) and place is not None else ():
                    for inner in walk(clause.operation) if clause.operation is not None else ():
                        if isinstance(inner, Receive) and package.place(inner.channel) == place:
                            return True
            case SwitchClause():
                return True
            case If(condition=condition) if compares(condition):
                return True
            case For() | Range() if isinstance(call, Call) and place is not None and place.is_element:
                return True
            case _:
                pass
    literal = package.tables.literal_nodes.get(function)
    parent = package.parent(literal) if literal is not None else None
    return isinstance(parent, Call) and package.callee(parent).external.endswith(".AfterFunc")


def _share_lock(package: Package, first: Function, second: Function) -> bool:
    """Tell whether both functions take a lock, under which a flag may say whether the channel is closed."""
    return all(
        any(
            isinstance(call.function, Selector) and call.function.field in ("Lock", "RLock", "TryLock")
            for call in package.calls(function)
        )
        for function in (first, second)
    )
