"""Ends of an io.Pipe that a function drops while a goroutine it has started waits at the other one.

reader, writer := io.Pipe()
go encode(writer)
if err := check(); err != nil { return err }        // nobody reads: the goroutine waits in its Write
"""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.paths.acquired import Resource
from golint_sched.engines.paths.escapes import ActionOf, Handling
from golint_sched.engines.paths.keys import method_selector, receiver_key
from golint_sched.engines.paths.protocol import Action, Effect
from golint_sched.engines.paths.values import Kind, Lost, Values
from golint_sched.flow.graph import Ending
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, Name, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, If, Return
from golint_sched.model.types import NamedType, PointerType
from golint_sched.model.walk import ModelNode, walk
from golint_sched.source import Span

_READER, _WRITER = 0, 1
_TYPES = (PointerType(NamedType("io", "PipeReader")), PointerType(NamedType("io", "PipeWriter")))
# What writes to the pipe, or makes something that does, and leaves the Close to others.
_WRITES = frozenset({"fmt.", "io.", "bufio.", "encoding/", "compress/", "archive/", "text/", "html/", "mime/"})


@dataclass(frozen=True, slots=True)
class Dropped:
    """An end that the function returns without having closed it; `spawn` starts the goroutine at the other end.

    `waits` is where that one uses its end first, `writes` tells that it writes there.
    """

    lost: Lost
    spawn: Spawn
    waits: Span
    writes: bool


def dropped_ends(package: Package) -> Iterator[Dropped]:
    """Yield the dropped ends of a package's pipes, in source order."""
    found: list[Dropped] = []
    for end in (_READER, _WRITER):
        for lost in _values(package, end).lost(lambda function: not package.is_test(function)):
            found += _dropped(package, lost, end)
    yield from sorted(found, key=lambda one: (one.lost.call.span, one.writes))


def _values(package: Package, end: int) -> Values:
    uses = _WRITES if end == _WRITER else frozenset[str]()
    resource = Resource({"io.Pipe": (end, None)}, {_TYPES[end]: ()})
    return Values(package, Kind("pipe", resource, Handling(uses, shared=True), _closes(end)))


def _closes(end: int) -> ActionOf:
    name = ("io.PipeReader.", "io.PipeWriter.")[end]

    def action(package: Package, call: Call) -> Action | None:
        if package.callee(call).external not in (name + "Close", name + "CloseWithError"):
            return None
        selector = method_selector(package, call)
        key = receiver_key(package, selector) if selector is not None else None
        return None if key is None else Action(Effect.RELEASE, key)

    return action


def _dropped(package: Package, lost: Lost, end: int) -> Iterator[Dropped]:
    """Yield the loss if a goroutine that has the other end alone is there on the way out."""
    own, other = _end(package, lost.call, end), _end(package, lost.call, 1 - end)
    if own is None or other is None or lost.exit is None or _is_told(package, lost, own):
        return
    for spawn in package.spawns(lost.function):
        waits = _first_use(package, spawn, other)
        if waits is not None and _is_started(package, lost, spawn):
            yield Dropped(lost, spawn, waits, writes=end == _READER)
            return


def _end(package: Package, call: Call, place: int) -> Variable | None:
    statement = package.parent(call)
    if not isinstance(statement, Assign) or len(statement.targets) <= place:
        return None
    target = statement.targets[place]
    return target.variable if isinstance(target, Name) else None


def _first_use(package: Package, spawn: Spawn, end: Variable) -> Span | None:
    """Return where the goroutine uses the end first, its Close apart; None where it does not, or others have it too."""
    inside: list[Name] = []
    for name in package.names(end):
        parent = package.parent(name)
        if isinstance(parent, Assign) and any(target is name for target in parent.targets):
            continue
        if not spawn.span.start <= name.span.start < spawn.span.end:
            return None
        if not (isinstance(parent, Selector) and parent.field in ("Close", "CloseWithError")):
            inside.append(name)
    first = min(inside, key=lambda name: name.span, default=None)
    if first is None:
        return None
    around = package.parent(first)
    around = package.parent(around) if isinstance(around, Selector) else around
    return around.span if isinstance(around, Call) and around is not spawn.call else first.span


def _is_told(package: Package, lost: Lost, end: Variable) -> bool:
    """Tell whether the way out is taken for an error of the end itself: the other one has been closed then, mostly.

    if _, err := writer.Write(line); err != nil { return err }
    """
    derived = {end}
    nodes = tuple(walk(lost.function.body)) if lost.function.body is not None else ()
    for node in nodes:
        if isinstance(node, Assign) and node.declared and any(_mentions(value, derived) for value in node.values):
            derived |= {variable for variable in node.declared if variable is not None}
    return any(
        isinstance(around, If) and (_mentions(around.condition, derived) or _mentions(around.init, derived))
        for node in nodes
        if isinstance(node, Return) and lost.exit is not None and node.span == lost.exit.span
        for around in package.ancestors(node)
    )


def _mentions(node: ModelNode | None, variables: set[Variable]) -> bool:
    return node is not None and any(isinstance(each, Name) and each.variable in variables for each in walk(node))


def _is_started(package: Package, lost: Lost, spawn: Spawn) -> bool:
    """Tell whether every way from the pipe to the way out passes the start of the goroutine."""
    function: Function = lost.function
    graph = package.graph(function)
    begin, start = graph.node_of.get(lost.call), graph.node_of.get(spawn.statement or spawn.call)
    if begin is None or start is None or lost.exit is None:
        return False
    exits = {node.index for node in graph.nodes if isinstance(node.origin, Return) and node.span == lost.exit.span} or {
        graph.endings.get(Ending.RETURN, -1)
    }
    without = graph.reachable_from(begin.index, avoiding=frozenset({start.index}))
    return exits.isdisjoint(without)


__all__ = ["Dropped", "dropped_ends"]
