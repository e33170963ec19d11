"""Says which operation can wait for ever, and shows a run in which it does."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from golint_sched.engines.channels.actions import (
    Action,
    Choose,
    Close,
    Counted,
    Enter,
    Free,
    Later,
    OutOfBounds,
    Program,
    RangeOver,
    ReceiveFrom,
    SendTo,
    WaitFor,
)
from golint_sched.engines.channels.blame import culprits, would_wake, would_wake_itself
from golint_sched.engines.channels.explore import Explorer, Space
from golint_sched.engines.channels.final import final_components, waiting_in
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.objects import Channel
from golint_sched.engines.channels.panics import Panicking, panics_in
from golint_sched.engines.channels.reading import read_scope
from golint_sched.engines.channels.runs import Run, run_to
from golint_sched.engines.channels.scopes import Scope, scope_of
from golint_sched.engines.channels.settle import STEPS, ExhaustedError
from golint_sched.engines.channels.sight import Sight
from golint_sched.engines.channels.slices import slices
from golint_sched.engines.channels.states import Frame, Lane
from golint_sched.engines.channels.telling import lane_name, standing, tell, waiting_text
from golint_sched.finding import Step
from golint_sched.flow.graph import Graph, Node
from golint_sched.link import Package
from golint_sched.link.lifetimes import ends_process
from golint_sched.model.functions import Function
from golint_sched.model.statements import For, Range, Return
from golint_sched.source import Span


@dataclass(frozen=True, slots=True)
class Users:
    """Which goroutines of a scope do what with a channel; a goroutine is named by the step that starts it.

    `closes` are the places in the code that close it, deferred ones apart.
    """

    senders: frozenset[tuple[int, int]]
    receivers: frozenset[tuple[int, int]]
    closers: frozenset[tuple[int, int]]
    closes: frozenset[Span] = frozenset()


@dataclass(frozen=True, slots=True)
class Partner:
    """A goroutine that cannot go on either, although it would wake the other if it could.

    `does` says at what it stands, "waits to send on results"; `channel` is the one it waits on, None for several.
    `origin` is the go statement that started it, None for the scope's root.
    """

    span: Span
    origin: Span | None
    who: str
    does: str
    channel: Channel | None
    sends: bool


@dataclass(frozen=True, slots=True, eq=False)
class Stuck:
    """An operation that waits for ever in some run.

    `kind` is "send", "receive", "range", "select" or "wait". `channels` are those it waits on, none for "wait".
    `lane` is the goroutine that waits, `origin` the go statement that started it (None for the scope's root),
    `origin_loop` the innermost loop that statement stands in.
    `steps` are the run, the last one being the wait; `exits` are where the others that used the channels have left.
    `endless` says that the operation stands in a loop that nothing bounds. `sends` tells for each case of a select
    whether it sends. `node` of `graph` is the operation. `partners` are those that it waits for and that wait
    themselves, one for each operation; `wakes_itself` says that it would do itself, later, what it waits for. `space`
    is what was explored.
    """

    kind: str
    span: Span
    function: Function
    scope: Scope
    channels: tuple[Channel, ...]
    users: tuple[Users, ...]
    lane: tuple[int, int]
    origin: Span | None
    origin_loop: For | Range | None
    steps: tuple[Step, ...]
    exits: tuple[Span, ...]
    endless: bool
    by_root: bool
    sends: tuple[bool, ...]
    graph: Graph
    node: int
    partners: tuple[Partner, ...]
    wakes_itself: bool
    space: Space


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the engine found in a package; `capped` names the functions whose exploration hit its bound.

    `explored` are the makes of the channels of which all runs were seen, `panics` the operations on closed channels.
    """

    stuck: tuple[Stuck, ...]
    capped: tuple[Function, ...]
    explored: frozenset[Span]
    panics: tuple[Panicking, ...] = ()


@lru_cache(maxsize=1)
def verdict(package: Package) -> Verdict:
    """Return the operations of a package's local channels that can wait for ever, in source order."""
    sight = Sight(package)
    found: list[Stuck] = []
    capped: list[Function] = []
    explored: set[Span] = set()
    panics: dict[Span, Panicking] = {}
    for function in package.bodies():
        if package.is_test(function):
            continue  # what it leaves behind ends with the test, and where it waits itself, whoever runs it sees that
        scope = scope_of(package, sight, function)
        if scope is None:
            continue
        seen = _explored(package, scope)
        if not seen.whole:
            capped.append(function)
        for space in seen.spaces:
            if not space.capped:
                explored.update(channel.span for channel in space.machine.scope.channels)
            found += _stuck_in(space)
            for panic in panics_in(package, space):
                panics.setdefault(panic.span, panic)
    first = {stuck.span: stuck for stuck in reversed(found)}
    return Verdict(
        tuple(first[span] for span in sorted(first)),
        tuple(capped),
        frozenset(explored),
        tuple(panics[span] for span in sorted(panics)),
    )


@dataclass(frozen=True, slots=True)
class _Explored:
    """What was explored of a scope: all at once, or part by part; `whole` says that nothing was left out."""

    spaces: tuple[Space, ...]
    whole: bool


def _explored(package: Package, scope: Scope) -> _Explored:
    """Return the runs of a scope; where these are too many, those of its parts, as far as the bound allows."""
    is_last = ends_process(package, scope.root)
    try:
        machine = read_scope(package, scope)
    except OutOfBounds:
        return _Explored((), whole=True)  # not one that this engine decides
    spaces: list[Space] = []
    with suppress(ExhaustedError):
        spaces.append(Explorer(machine, root_ends_process=is_last).explore())
        if not spaces[0].capped:
            return _Explored(tuple(spaces), whole=True)
    parts = slices(machine)
    whole = bool(parts)
    steps_left = STEPS
    for part in parts:
        try:
            explorer = Explorer(read_scope(package, part), root_ends_process=is_last, steps=steps_left)
            spaces.append(explorer.explore())
        except OutOfBounds:
            continue
        except ExhaustedError:
            whole = False
            break
        steps_left = explorer.settler.steps_left
        whole = whole and not spaces[-1].capped
    return _Explored(tuple(spaces), whole)


def _stuck_in(space: Space) -> Iterator[Stuck]:
    """Yield the operations at which a goroutine stands in a state that no continuation changes for it."""
    users = _users(space)
    seen: set[Span] = set()
    for component in final_components(space):
        if component & space.unfinished or any(space.states[number].weak for number in component):
            continue
        first = min(component)
        waiting = waiting_in(space, component)
        for lane in culprits(space.machine, waiting):
            stuck = _describe(space, lane, first, users, would_wake(space.machine, lane, waiting))
            if stuck is not None and stuck.span not in seen:
                seen.add(stuck.span)
                yield stuck


def _describe(space: Space, lane: Lane, number: int, users: dict[int, Users], others: tuple[Lane, ...]) -> Stuck | None:
    """Return what the engine knows of a goroutine that waits in the given state, None if it is no operation.

    `others` are the goroutines that would wake it and that wait themselves.
    """
    machine = space.machine
    frame = lane.frames[-1]
    program = _program(machine, frame.program)
    action = _action(machine, frame)
    kind, channels = _kind(action)
    if not kind or (not machine.given.isdisjoint(channels) and not _only_sends(action)):
        return None
    node = program.graph.nodes[frame.node]
    span = span_of(node)
    origin_loop = None
    if lane.origin[0] >= 0:
        graph = _program(machine, lane.origin[0]).graph
        origin_loop = next(reversed(graph.loops_around(lane.origin[1])), None)
    run = run_to(space, number)
    standing_once = {standing(other): other for other in reversed(others)}
    steps = tell(machine, run, tuple(reversed(standing_once.values())), lane)
    return Stuck(
        kind=kind,
        span=span,
        function=program.function,
        scope=machine.scope,
        channels=tuple(machine.channels[channel] for channel in channels),
        users=tuple(users[channel] for channel in channels),
        lane=lane.origin,
        origin=_origin(machine, lane),
        origin_loop=origin_loop,
        steps=steps,
        exits=_exits(machine, run, lane, [users[channel] for channel in channels]),
        endless=_is_endless(program, frame.node),
        by_root=lane.origin == (-1, machine.root),
        sends=_sends(action),
        graph=program.graph,
        node=frame.node,
        partners=tuple({partner.span: partner for partner in (_partner(machine, other) for other in others)}.values()),
        wakes_itself=would_wake_itself(machine, lane),
        space=space,
    )


def span_of(node: Node) -> Span:
    """Return where an operation is shown: the head of a range rather than the loop."""
    if isinstance(node.origin, Range):
        return node.span._replace(end=node.origin.subject.span.end)
    return node.span


def _action(machine: Machine, frame: Frame) -> Action | None:
    """Return what a goroutine is about to do in its innermost call."""
    if frame.leaving:
        return machine.deferred[frame.deferred[-1]]
    return _program(machine, frame.program).actions[frame.node]


def _origin(machine: Machine, lane: Lane) -> Span | None:
    """Return the statement that started a goroutine, None for the scope's root."""
    program, node = lane.origin
    return _program(machine, program).graph.nodes[node].span if program >= 0 else None


def _partner(machine: Machine, lane: Lane) -> Partner:
    frame = lane.frames[-1]
    action = _action(machine, frame)
    _, channels = _kind(action)
    return Partner(
        span=_program(machine, frame.program).graph.nodes[frame.node].span,
        origin=_origin(machine, lane),
        who=lane_name(machine, lane.origin),
        does=waiting_text(machine, action),
        channel=machine.channels[channels[0]] if len(channels) == 1 else None,
        sends=_only_sends(action),
    )


def _exits(machine: Machine, run: Run, lane: Lane, users: list[Users]) -> tuple[Span, ...]:
    """Return where the goroutines that have used the channels, apart from the one that waits, left their function."""
    wanted = {origin for one in users for origin in (*one.senders, *one.receivers, *one.closers)} - {lane.origin}
    found: dict[tuple[int, int], Span] = {}
    for doing in run.doings:
        event = doing.event
        node = _program(machine, event.program).graph.nodes[event.node]
        if event.lane in wanted and isinstance(node.origin, Return):
            found[event.lane] = node.span
    return tuple(sorted(found.values()))


def _is_endless(program: Program, node: int) -> bool:
    """Tell whether a node stands in a loop that nothing in the source bounds."""
    return any(
        isinstance(action, Free | RangeOver) if (action := _head(program, loop)) is not None else True
        for loop in program.graph.loops_around(node)
    )


def _head(program: Program, loop: For | Range) -> Action | None:
    """Return what the head of a loop does, None for a loop without a condition that could be named."""
    return next(
        (
            program.actions[index]
            for index in program.graph.regions[loop]
            if isinstance(program.actions[index], Free | Counted | RangeOver)
            and program.graph.loops_around(index)[-1] is loop
        ),
        None,
    )


def _kind(action: Action | None) -> tuple[str, tuple[int, ...]]:
    match action:
        case SendTo(channel=channel):
            return "send", (channel,)
        case ReceiveFrom(channel=channel):
            return "receive", (channel,)
        case RangeOver(channel=channel):
            return "range", (channel,)
        case Choose(options=options):
            return "select", tuple(dict.fromkeys(option.channel for option in options))
        case WaitFor():
            return "wait", ()
        case _:
            return "", ()


def _sends(action: Action | None) -> tuple[bool, ...]:
    return tuple(option.sends for option in action.options) if isinstance(action, Choose) else ()


def _only_sends(action: Action | None) -> bool:
    return isinstance(action, SendTo) or (isinstance(action, Choose) and all(_sends(action)))


def _program(machine: Machine, number: int) -> Program:
    program = machine.programs[number]
    assert program is not None
    return program


def _users(space: Space) -> dict[int, Users]:
    """Return for every channel which goroutines, of those that ran, have which operation on it in their code.

    What they would call later counts too.
    """
    runs: dict[tuple[tuple[int, int], int], None] = {}
    for state in space.states:
        for lane in state.lanes:
            for frame in lane.frames:
                runs[lane.origin, frame.program] = None
    machine = space.machine
    queue = list(runs)
    for origin, number in queue:
        for action in _program(machine, number).actions:
            if isinstance(action, Later):
                action = machine.deferred[action.deferred]  # noqa: PLW2901 -- the action that it stands for
            if isinstance(action, Enter) and (origin, action.program) not in runs:
                runs[origin, action.program] = None
                queue.append((origin, action.program))
    senders: dict[int, set[tuple[int, int]]] = {}
    receivers: dict[int, set[tuple[int, int]]] = {}
    closers: dict[int, set[tuple[int, int]]] = {}
    closes: dict[int, set[Span]] = {}
    for origin, number in runs:
        program = _program(machine, number)
        for node, action in zip(program.graph.nodes, program.actions, strict=True):
            if isinstance(action, Close):
                closes.setdefault(action.channel, set()).add(node.span)
            if isinstance(action, Later):
                action = machine.deferred[action.deferred]  # noqa: PLW2901 -- the action that it stands for
            match action:
                case SendTo(channel=channel):
                    senders.setdefault(channel, set()).add(origin)
                case ReceiveFrom(channel=channel) | RangeOver(channel=channel):
                    receivers.setdefault(channel, set()).add(origin)
                case Close(channel=channel):
                    closers.setdefault(channel, set()).add(origin)
                case Choose(options=options):
                    for option in options:
                        (senders if option.sends else receivers).setdefault(option.channel, set()).add(origin)
                case _:
                    pass
    return {
        number: Users(
            frozenset(senders.get(number, ())),
            frozenset(receivers.get(number, ())),
            frozenset(closers.get(number, ())),
            frozenset(closes.get(number, ())),
        )
        for number in range(len(machine.channels))
    }
