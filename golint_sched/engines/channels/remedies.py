"""Changes to the model of a scope as an author might make them to the code: what a suggested fix comes to.

Each function returns a changed copy of a machine, None where the model has no place for the change.
"""

from collections.abc import Callable, Iterable, Sequence
from copy import copy

from golint_sched.engines.channels.actions import (
    Action,
    Choose,
    Close,
    End,
    Enter,
    Later,
    Option,
    Program,
    SendTo,
    Start,
    WaitFor,
)
from golint_sched.engines.channels.amounts import Amount
from golint_sched.engines.channels.landings import program_of
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.objects import Channel
from golint_sched.flow.graph import Edge, Ending, Graph, Node
from golint_sched.source import Span


def with_room(machine: Machine, channel: int, room: int) -> Machine:
    """`make(chan T, room)`."""
    changed = _copied(machine)
    old = machine.channels[channel]
    changed.channels[channel] = Channel(old.name, old.span, Amount(offset=room), old.type)
    return changed


def with_done_case(machine: Machine, sends: Iterable[Span]) -> Machine | None:
    """`select { case ch <- v: case <-done: return }` for the given sends, and `defer close(done)` in the root."""
    wanted = frozenset(sends)
    changed = _copied(machine)
    changed.channels.append(Channel("done", machine.scope.root.span, Amount(), context=True))
    done = len(changed.channels) - 1
    places = [
        (number, index)
        for number, program in enumerate(machine.programs)
        if program is not None
        for index, action in enumerate(program.actions)
        if isinstance(action, SendTo | Choose) and program.graph.nodes[index].span in wanted
    ]
    for number, index in places:
        changed.programs[number] = _may_leave(_program(changed, number), index, done)
    return _deferring(changed, machine.root, Close(done, context=True)) if places else None


def with_deferred_close(machine: Machine, origin: tuple[int, int], channel: int) -> Machine | None:
    """`defer close(ch)` at the start of what a goroutine runs, in place of the only other close or of those there."""
    starter, place = origin
    start = _program(machine, starter).actions[place] if starter >= 0 else None
    if starter >= 0 and not isinstance(start, Start):
        return None
    body = start.program if isinstance(start, Start) else machine.root
    homes = _homes(machine, Close(channel))
    changed = _without(machine, Close(channel), homes if len(homes) == 1 else (body,))
    return _deferring(changed, body, Close(channel)) if changed is not None else None


def with_send_beside(machine: Machine, send: Span) -> Machine | None:
    """`go func() { ch <- v }()`."""
    return _with_task(machine, send, SendTo, lambda action: (action,), Start)


def with_wait_beside(machine: Machine, wait: Span, channel: int) -> Machine | None:
    """`go func() { group.Wait(); close(ch) }()`, in place of the closes where the wait stands."""
    changed = _without(machine, Close(channel), _with_node(machine, wait))
    if changed is None:
        return None
    return _with_task(changed, wait, WaitFor, lambda action: (action, Close(channel)), Start)


def with_close_before(machine: Machine, wait: Span, channel: int) -> Machine | None:
    """`close(ch); group.Wait()`, in place of the closes where the wait stands."""
    changed = _without(machine, Close(channel), _with_node(machine, wait))
    if changed is None:
        return None
    return _with_task(changed, wait, WaitFor, lambda action: (Close(channel), action), Enter)


def _copied(machine: Machine) -> Machine:
    """Return a machine whose channels, programs and deferred actions can be changed without touching the other's."""
    changed = copy(machine)
    changed.channels = list(machine.channels)
    changed.programs = list(machine.programs)
    changed.deferred = list(machine.deferred)
    return changed


def _program(machine: Machine, number: int) -> Program:
    program = machine.programs[number]
    assert program is not None
    return program


def _doing(program: Program, actions: Sequence[Action | None]) -> Program:
    """Return a program that does something else at its nodes."""
    return program_of(program.function, program.graph, actions, recovers=program.recovers)


def _deferring(machine: Machine, number: int, action: Action) -> Machine | None:
    """Let a program of an own copy put off an action to its end, first of all."""
    program = _program(machine, number)
    if program.actions[0] is not None:
        return None
    machine.deferred.append(action)
    actions = (Later(len(machine.deferred) - 1), *program.actions[1:])
    machine.programs[number] = _doing(program, actions)
    return machine


def _homes(machine: Machine, action: Action) -> tuple[int, ...]:
    """Return the numbers of the programs that have an action."""
    programs = enumerate(machine.programs)
    return tuple(number for number, program in programs if program is not None and action in program.actions)


def _with_node(machine: Machine, place: Span) -> tuple[int, ...]:
    """Return the numbers of the programs that have a node at a place in the code."""
    return tuple(
        number
        for number, program in enumerate(machine.programs)
        if program is not None and any(node.span == place for node in program.graph.nodes)
    )


def _without(machine: Machine, close: Close, homes: tuple[int, ...]) -> Machine | None:
    """Return a copy in which some programs close a channel no more, None where a close is put off to an end."""
    if close in machine.deferred:
        return None
    changed = _copied(machine)
    for number in homes:
        program = _program(machine, number)
        kept = tuple(None if action == close else action for action in program.actions)
        changed.programs[number] = _doing(program, kept)
    return changed


def _may_leave(program: Program, index: int, done: int) -> Program:
    """Return a program that may also return where it sends or selects, once `done` is closed."""
    graph, actions = program.graph, list(program.actions)
    nodes, successors, endings = list(graph.nodes), list(graph.successors), dict(graph.endings)
    if Ending.RETURN not in endings:
        endings[Ending.RETURN] = len(nodes)
        nodes.append(Node(len(nodes), Ending.RETURN, graph.nodes[index].span))
        successors.append(())
        actions.append(End(Ending.RETURN))
    elif actions[endings[Ending.RETURN]] is None:
        actions[endings[Ending.RETURN]] = End(Ending.RETURN)  # nothing came to it before
    edge = len(successors[index])
    successors[index] = (*successors[index], Edge(endings[Ending.RETURN]))
    match actions[index]:
        case SendTo(channel=channel):
            actions[index] = Choose((Option(0, channel, sends=True), Option(edge, done)), -1)
        case Choose(options=options, default=default):
            actions[index] = Choose((*options, Option(edge, done)), default)
        case _:
            pass
    changed = Graph(graph.function, tuple(nodes), tuple(successors), endings, graph.regions)
    return program_of(program.function, changed, actions, recovers=program.recovers)


def _with_task(
    machine: Machine,
    place: Span,
    kind: type[SendTo | WaitFor],
    steps: Callable[[Action], tuple[Action, ...]],
    runs: type[Start | Enter],
) -> Machine | None:
    """Return a copy that starts, or enters, a program of some steps where it did one at a place in the code."""
    changed = _copied(machine)
    for number, program in enumerate(machine.programs):
        for index, action in enumerate(program.actions) if program is not None else ():
            current = _program(changed, number)
            if isinstance(action, kind) and current.graph.nodes[index].span == place:
                changed.programs.append(_task(current, place, steps(action)))
                actions = list(current.actions)
                actions[index] = runs(len(changed.programs) - 1)
                changed.programs[number] = _doing(current, actions)
    return changed if len(changed.programs) > len(machine.programs) else None


def _task(program: Program, span: Span, steps: tuple[Action, ...]) -> Program:
    """Return a program that takes some steps, one after the other, and returns."""
    last = len(steps)
    nodes = (*(Node(index, None, span) for index in range(last)), Node(last, Ending.RETURN, span))
    successors = (*((Edge(index + 1),) for index in range(last)), ())
    graph = Graph(program.function, nodes, successors, {Ending.RETURN: last}, {})
    return program_of(program.function, graph, (*steps, End(Ending.RETURN)), recovers=False)
