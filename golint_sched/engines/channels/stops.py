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

from golint_sched.engines.channels.uses import Operation, Shared, Use, base_of, local_channels, shared_channels
from golint_sched.flow.graph import Ending
from golint_sched.link import Package
from golint_sched.link.members import underlying
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, Expression, Name, Receive, Variable
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


@lru_cache(maxsize=1)
def one_stops(package: Package) -> tuple[OneStop, ...]:
    """Return for each channel the first receive of a signal that is sent once to several goroutines."""
    found = [_stop(package, channel) for channel in (*shared_channels(package), *local_channels(package))]
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
    for use in sorted(receives, key=lambda use: use.node.span):
        function = package.owner(use.node)
        if function is None or package.is_test(function) or package.file(function).generated:
            continue
        spawns = _goroutines(package, channel, use, function)
        if spawns and _needs_it(package, function, use):
            return OneStop(channel, use, function, send, sender, spawns)
    return None


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
    several = [spawn for spawn in spawns if _in_loop_without(package, spawn, made, use, channel)]
    if several:
        return tuple(several)
    if len(spawns) > 1 and len({spawn.function for spawn in spawns}) == 1:
        (home,) = {spawn.function for spawn in spawns}
        same = not channel.field or len({_base(package, spawn) for spawn in spawns}) == 1
        if same and (channel.field or home in makers or not _is_local(channel)) and len(made) == 1:
            return tuple(spawns)
    return ()


def _is_local(channel: Shared) -> bool:
    return not channel.field and any(isinstance(use.subject, Name) for use in channel.uses)


def _in_loop_without(package: Package, spawn: Spawn, made: list[Call], use: Use, channel: Shared) -> bool:
    """Tell whether a go statement stands in a loop whose turns do not each have a channel, or an object, of their own.

    for range n { go w.loop() }      but not      for range n { w := newWorker(); go w.loop() }
    """
    node: ModelNode = spawn.statement or spawn.call
    roots: list[Variable | None] = []
    if channel.field:
        base = base_of(use.subject)
        subject = _root(package, base) if base is not None else None
        given = [_root(package, argument) for argument in _given(spawn.call)]
        roots = [subject] if subject is not None and _is_captured(spawn, subject) else given[:1]
    loops = (around for around in package.ancestors(node) if isinstance(around, For | Range))
    return any(
        not any(_lies_in(make.span, loop) for make in made)
        and not any(root is not None and _lies_in(root.span, loop) for root in roots)
        for loop in loops
    )


def _given(call: Call) -> Iterator[Expression]:
    base = base_of(call.function)
    if base is not None:
        yield base
    yield from call.arguments


def _root(package: Package, expression: Expression) -> Variable | None:
    place = package.place(expression)
    return place.root if place is not None and isinstance(place.root, Variable) else None


def _is_captured(spawn: Spawn, variable: Variable) -> bool:
    """Tell whether the goroutine's function is a literal that uses a variable of the function around it."""
    home = spawn.function.span
    return variable.span.path == home.path and home.start <= variable.span.start < home.end


def _base(package: Package, spawn: Spawn) -> Variable | None:
    return next((_root(package, each) for each in _given(spawn.call)), None)


def _lies_in(span: Span, loop: For | Range) -> bool:
    return span.path == loop.span.path and loop.span.start <= span.start < loop.span.end


def _needs_it(package: Package, function: Function, use: Use) -> bool:
    """Tell whether a goroutine leaves its wait, and the loop around it, by this receive alone."""
    if use.select is None or len(use.select.clauses) == 1:
        return True
    graph = package.graph(function)
    wait = graph.node_of.get(use.select)
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
