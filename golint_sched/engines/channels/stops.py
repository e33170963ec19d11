"""Finds signals that are given once and waited for by several goroutines.

for range workers {                 quit <- struct{}{}
    go func() {
        for {
            select {
            case j := <-jobs: …
            case <-quit: return
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from golint_sched.engines.channels.shared import local_channels, shared_channels
from golint_sched.engines.channels.uses import Operation, Shared, Use, base_of
from golint_sched.flow.graph import Ending
from golint_sched.link import Package
from golint_sched.link.members import underlying
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, Expression, Name, Receive, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import ExpressionStatement, For, Range, Select, SelectClause
from golint_sched.model.types import ChannelType, NamedType, StructType
from golint_sched.model.walk import ModelNode, walk
from golint_sched.source import Span

_DEPTH = 4


@dataclass(frozen=True, slots=True, eq=False)
class OneStop:
    """A receive that several goroutines of `spawns` wait at, and the only `send`, which lets one of them go on.

    `function` is what they run, `sender` what gives the signal.
    """

    channel: Shared
    use: Use
    function: Function
    send: Use
    sender: Function
    spawns: tuple[Spawn, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    """A receive that one goroutine comes to: `spawn` starts it, for the channel of `root` where that is a field."""

    use: Use
    function: Function
    spawn: Spawn
    root: Variable | None


@lru_cache(maxsize=1)
def one_stops(package: Package) -> tuple[OneStop, ...]:
    """Return for each channel the first receive of a signal that is sent once to several goroutines."""
    found = [_stop(package, channel) for channel in (*shared_channels(package, copies=True), *local_channels(package))]
    return tuple(sorted((each for each in found if each is not None), key=lambda each: each.use.node.span))


def _stop(package: Package, channel: Shared) -> OneStop | None:
    sends, receives, closes = (channel.of(operation) for operation in Operation)
    if channel.escapes or channel.handed or closes or len(sends) != 1 or not receives or not channel.made:
        return None
    (send,) = sends
    sender = package.owner(send.node)
    if sender is None or package.in_loop(send.node) or package.is_test(sender) or _runs_often(package, sender, 0):
        return None
    if not _is_signal(package, channel, receives):
        return None
    alone: list[_Waiting] = []
    for use in sorted(receives, key=lambda use: use.node.span):
        function = package.owner(use.node)
        if function is None or package.is_test(function) or package.file(function).generated:
            continue
        if not _needs_it(package, function, use):
            continue
        spawns = _goroutines(package, channel, use, function)
        if spawns:
            return OneStop(channel, use, function, send, sender, spawns)
        alone += _alone(package, channel, use, function)
    together = _together(package, alone) if len(channel.made) == 1 else ()
    if not together:
        return None
    first = together[0]
    return OneStop(channel, first.use, first.function, send, sender, tuple(each.spawn for each in together))


def _alone(package: Package, channel: Shared, use: Use, function: Function) -> Iterator[_Waiting]:
    """Yield the goroutine that comes to a receive, if it is the only one, with the object whose channel it waits on."""
    spawns = [spawn for spawn in package.spawners(function) if not package.is_test(spawn.function)]
    if len(spawns) != 1 or package.in_loop(spawns[0].statement or spawns[0].call):
        return
    (spawn,) = spawns
    subject = use.subject
    if isinstance(subject, Name) and subject.variable in function.parameters:
        if not _hands(package, channel, spawn, subject.variable):
            return
        position = function.parameters.index(subject.variable)
        yield _Waiting(use, function, spawn, _root(package, spawn.arguments[position]))
    elif _is_copy(package, channel, use):
        return
    elif not channel.field:
        yield _Waiting(use, function, spawn, None)
    else:
        base = base_of(subject)
        root = _root(package, base) if base is not None else None
        if root is not None and not _is_captured(spawn, root):
            root = _base(package, spawn) if root is function.receiver else None
        if root is not None:
            yield _Waiting(use, function, spawn, root)


def _together(package: Package, waiting: list[_Waiting]) -> tuple[_Waiting, ...]:
    """Return the waits of different goroutines that one function starts one after the other for one object.

    go c.readLoop()
    go c.writeLoop()
    """
    waiting = sorted(waiting, key=lambda each: each.spawn.span)
    for place, first in enumerate(waiting):
        graph = package.graph(first.spawn.function)
        for other in waiting[place + 1 :]:
            if other.spawn is first.spawn or other.spawn.function is not first.spawn.function:
                continue
            if other.root is not first.root:
                continue
            nodes = [graph.node_of.get(each.spawn.statement or each.spawn.call) for each in (first, other)]
            one, two = (node.index if node is not None else -1 for node in nodes)
            if one >= 0 <= two and (two in graph.reachable_from(one) or one in graph.reachable_from(two)):
                return (first, other)  # the one started last waits first: it runs at once, and takes the signal
    return ()


def _is_signal(package: Package, channel: Shared, receives: tuple[Use, ...]) -> bool:
    """Tell whether what is sent says nothing but that something happened, and nobody looks at it."""
    shape = package.shape_of(channel.made[0][0])
    element = underlying(package.tables, shape.element) if isinstance(shape, ChannelType) else None
    if element != NamedType("builtin", "bool") and not (isinstance(element, StructType) and not element.fields):
        return False
    return all(
        isinstance(use.node, Receive) and isinstance(package.parent(use.node), ExpressionStatement) for use in receives
    )


def _runs_often(package: Package, function: Function, depth: int) -> bool:
    """Tell whether the code is seen to run a function more than once, or more than once for one channel."""
    spawns = package.spawners(function)
    if len(spawns) > 1 or any(package.in_loop(spawn.statement or spawn.call) for spawn in spawns):
        return True
    if not function.name:
        around = package.enclosing(function)
        literal = package.tables.literal_nodes.get(function)
        looped = literal is None or package.in_loop(literal)
        return looped or (bool(spawns) and around is not None and _runs_often(package, around, depth + 1))
    callers = [(caller, call) for caller, call in package.callers(function) if not package.is_test(caller)]
    if len(callers) > 1 or package.is_value(function) or depth >= _DEPTH:
        return True
    return any(package.in_loop(call) for _, call in callers)


def _goroutines(package: Package, channel: Shared, use: Use, function: Function) -> tuple[Spawn, ...]:
    """Return the go statements by which several goroutines come to wait for one and the same channel; none else."""
    spawns: list[Spawn] = []
    current: Function | None = function
    for _ in range(_DEPTH):
        if current is None:
            return ()
        spawns = list(package.spawners(current))
        if spawns:
            break
        callers = package.callers(current)
        if len(callers) != 1 or package.in_loop(callers[0][1]):
            return ()
        current = callers[0][0]
    makers = {package.owner(make) for make, _ in channel.made}
    made = [make for make, _ in channel.made]
    spawns = [spawn for spawn in spawns if not package.is_test(spawn.function)]
    if isinstance(use.subject, Name) and current is function and use.subject.variable in function.parameters:
        spawns = [spawn for spawn in spawns if _hands(package, channel, spawn, use.subject.variable)]
    several = [spawn for spawn in spawns if _in_loop_without(package, spawn, made, use, channel)]
    if several or (len(spawns) == 1 and _is_started_in_loop(package, spawns[0], made, use, channel)):
        return tuple(several or spawns)
    if len(spawns) > 1 and len({spawn.function for spawn in spawns}) == 1:
        (home,) = {spawn.function for spawn in spawns}
        same = (
            not channel.field
            or _is_copy(package, channel, use)
            or len({_base(package, spawn) for spawn in spawns}) == 1
        )
        if same and (channel.field or home in makers or not _is_local(channel)) and len(made) == 1:
            return tuple(spawns)
    return ()


def _hands(package: Package, channel: Shared, spawn: Spawn, parameter: Variable) -> bool:
    """Tell whether a go statement hands this channel, and no other one, to the parameter of what it starts."""
    (function,) = (each for each in spawn.callee.functions if parameter in each.parameters)
    position = function.parameters.index(parameter)
    place = package.place(spawn.arguments[position]) if position < len(spawn.arguments) else None
    if place is None:
        return False
    if channel.field:
        return place.field == channel.name
    if isinstance(place.root, str):
        return place.root == channel.name
    makes = [make for make, _ in channel.made]
    return place.is_local and any(each.value in makes for each in package.definitions(place.root))


def _is_copy(package: Package, channel: Shared, use: Use) -> bool:
    """Tell whether a use names the channel by a field of another type, which holds it too."""
    if not channel.field or not isinstance(use.subject, Selector):
        return False
    place = package.place(use.subject)
    return place is not None and place.field != channel.name


def _is_local(channel: Shared) -> bool:
    return not channel.field and any(isinstance(use.subject, Name) for use in channel.uses)


def _in_loop_without(package: Package, spawn: Spawn, made: list[Call], use: Use, channel: Shared) -> bool:
    """Tell whether a go statement stands in a loop whose turns do not each have a channel, or an object, of their own.

    for range n { go w.loop() }      but not      for range n { w := newWorker(); go w.loop() }
    """
    node: ModelNode = spawn.statement or spawn.call
    roots: list[Variable | None] = []
    if channel.field and not _is_copy(package, channel, use):
        base = base_of(use.subject)
        subject = _root(package, base) if base is not None else None
        if any(_is_element(package, each) for each in list(_given(spawn.call))[:1]):
            return False  # p.workers[i]: another one in every turn
        given = [_root(package, argument) for argument in _given(spawn.call)]
        roots = [subject] if subject is not None and _is_captured(spawn, subject) else given[:1]
    loops = (around for around in package.ancestors(node) if isinstance(around, For | Range))
    return any(
        not any(_lies_in(make.span, loop) for make in made)
        and not any(root is not None and _lies_in(root.span, loop) for root in roots)
        for loop in loops
    )


def _is_started_in_loop(package: Package, spawn: Spawn, made: list[Call], use: Use, channel: Shared) -> bool:
    """Tell whether a loop calls what holds a go statement, for one channel in all turns.

    for id := range n { w := worker{id: id, quit: d.quit}; w.start() }
    """
    starter = package.outermost(spawn.function)
    if not starter.name or any((owner := package.owner(make)) and package.outermost(owner) is starter for make in made):
        return False
    own = channel.field and not _is_copy(package, channel, use)
    for caller, call in package.callers(starter):
        if package.is_test(caller) or package.callee(call).functions != (starter,):
            continue
        roots = [_root(package, each) for each in _given(call)][:1] if own else []
        if own and (not roots or roots[0] is None or _is_element(package, next(_given(call)))):
            continue
        for loop in package.ancestors(call):
            if not isinstance(loop, For | Range) or any(_lies_in(make.span, loop) for make in made):
                continue
            if not any(root is not None and _lies_in(root.span, loop) for root in roots):
                return True
    return False


def _given(call: Call) -> Iterator[Expression]:
    base = base_of(call.function)
    if base is not None:
        yield base
    yield from call.arguments


def _root(package: Package, expression: Expression) -> Variable | None:
    place = package.place(expression)
    return place.root if place is not None and isinstance(place.root, Variable) else None


def _is_element(package: Package, expression: Expression) -> bool:
    place = package.place(expression)
    return place is not None and place.is_element


def _is_captured(spawn: Spawn, variable: Variable) -> bool:
    """Tell whether the goroutine's function is a literal that uses a variable of the function around it."""
    home = spawn.function.span
    return variable.span.path == home.path and home.start <= variable.span.start < home.end


def _base(package: Package, spawn: Spawn) -> Variable | None:
    return next((_root(package, each) for each in _given(spawn.call)), None)


def _lies_in(span: Span, loop: For | Range) -> bool:
    return span.path == loop.span.path and loop.span.start <= span.start < loop.span.end


def _needs_it(package: Package, function: Function, use: Use) -> bool:
    """Tell whether a goroutine leaves its wait, and the loop around it, by this receive alone.

    What comes to the receive again and again takes a value every time: a slot that somebody took for its work.
    """
    graph = package.graph(function)
    wait = graph.node_of.get(use.select or use.node)
    if use.select is None or len(use.select.clauses) == 1:
        return wait is None or all(
            wait.index not in graph.reachable_from(edge.target) for edge in graph.successors[wait.index]
        )
    ends = {graph.endings.get(ending, -1) for ending in (Ending.RETURN, Ending.GOEXIT, Ending.PANIC)}
    if wait is None or not graph.loops_around(wait.index):
        return False
    loop = graph.loops_around(wait.index)[-1]
    if isinstance(loop, Range) or loop.condition is not None:
        return False
    leaves = False
    for clause in use.select.clauses:
        node = graph.node_of.get(clause)
        after = graph.reachable_from(node.index, avoiding=frozenset({wait.index})) if node is not None else frozenset()
        out = not after.isdisjoint(ends)
        if _is_case_of(clause, use):
            leaves = out
        elif out:
            return False
    return leaves


def _is_case_of(clause: SelectClause, use: Use) -> bool:
    return clause.operation is not None and any(node is use.node for node in walk(clause.operation))


def span_of(use: Use) -> Span:
    """Return where a use is shown: the select whose case it is, else the operation."""
    return use.select.span if isinstance(use.select, Select) else use.node.span
