"""Whether a goroutine is waited for before the function that started it returns."""

from collections.abc import Iterator

from golint_sched.engines.liveness.channels import Channels, Key
from golint_sched.flow.graph import Ending, Graph, Origin
from golint_sched.link.package import Package
from golint_sched.link.places import Place
from golint_sched.link.spawns import GROUPS, Spawn
from golint_sched.model.expressions import BuiltinName, Call, Expression, Name, Receive, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, For, Range, Return, Select, SelectClause, Send
from golint_sched.model.types import ChannelType
from golint_sched.model.walk import walk

_WAITS = frozenset(
    {
        "sync.WaitGroup.Wait",
        "golang.org/x/sync/errgroup.Group.Wait",
        "github.com/sourcegraph/conc.WaitGroup.Wait",
    }
)


def is_joined(package: Package, channels: Channels, spawn: Spawn, root: Function | None, handler: Function) -> bool:
    """Tell whether every path from the start of the goroutine waits for its end.

    It does by `wg.Wait()` on a group that counts the goroutine, or by a receive from a channel that it sends on or
    closes; `root` is what it runs, None where that is not in view.
    """
    function = spawn.function
    graph = package.graph(function)
    start = graph.node_of.get(spawn.statement if spawn.statement is not None else spawn.call)
    if start is None:
        return True
    joins = frozenset(joins_of(package, channels, graph, spawn, root))
    if joins and function is not handler and not _is_root(package, function):
        return True  # a literal that the handler, or a helper of it, runs in its own time
    if any(isinstance(graph.nodes[index].origin, Defer) for index in joins):
        return True
    reached = graph.reachable_from(start.index, avoiding=joins)
    out = {graph.endings[ending] for ending in (Ending.RETURN, Ending.GOEXIT) if ending in graph.endings}
    return bool(joins) and not out & reached


def is_joined_on_the_way(
    package: Package, channels: Channels, spawn: Spawn, root: Function, through: tuple[Function, ...]
) -> bool:
    """Tell whether one of the functions between the handler and the start waits for the goroutine, or may end it.

    It may have passed the group or channel down, or have got it back; where it stands is not asked.
    """
    if _takes_from_closed(channels, root):
        return True
    ends, groups = _ends_of(channels, root), _groups_of(package, spawn, root)
    return any(
        _is_end_of(package, channels, node.origin, groups, ends)
        for function in through
        for node in package.graph(function).nodes
    )


def _is_end_of(
    package: Package, channels: Channels, origin: Origin, groups: frozenset[str], ends: frozenset[Key]
) -> bool:
    match origin:
        case Call() as call:
            return _waits_for(package, call, groups)
        case Defer(call=call):
            return _defers_wait(package, channels, call, groups, ends)
        case Receive(channel=channel):
            return bool(channels.keys(channel) & ends)
        case Range(subject=channel):
            return isinstance(package.shape_of(channel), ChannelType) and bool(channels.keys(channel) & ends)
        case Select(clauses=clauses):
            return any(_ends_wait(channels, each, ends) for each in clauses)
        case Return(values=values):
            return any(isinstance(value, Name) and channels.keys(value) & ends for value in values)
        case _:
            return False


def _takes_from_closed(channels: Channels, root: Function) -> bool:
    """Tell whether the goroutine takes from a channel that the package closes, maybe when the handler returns."""
    for node in channels.package.nodes_of(root, (Receive, Range)):
        match node:
            case Receive(channel=channel) | Range(subject=channel):
                if channels.is_closed(channel):
                    return True
            case _:
                pass
    return False


def _is_root(package: Package, function: Function) -> bool:
    """Tell whether a function is itself started as a goroutine."""
    return bool(package.spawners(function))


def joins_of(package: Package, channels: Channels, graph: Graph, spawn: Spawn, root: Function | None) -> Iterator[int]:
    """Yield the nodes that wait for the goroutine; a loop that holds one counts by its head."""
    known = package.shared(_signs)
    if (spawn, root) not in known:
        known[spawn, root] = _groups_of(package, spawn, root), _ends_of(channels, root)
    groups, ends = known[spawn, root]
    starter = _starter_of(package, spawn)
    if not groups and not ends and starter is None:
        return
    for node in graph.nodes:
        match node.origin:
            case Call() as call if _waits_for(package, call, groups) or _waits_with(package, call, starter):
                pass
            case Defer(call=call) if _defers_wait(package, channels, call, groups, ends):
                pass
            case Receive(channel=channel) if channels.keys(channel) & ends:
                pass
            case Range(subject=channel) if (
                isinstance(package.shape_of(channel), ChannelType) and channels.keys(channel) & ends
            ):
                pass
            case Select(clauses=clauses) if clauses and all(_ends_wait(channels, each, ends) for each in clauses):
                pass
            case _:
                continue
        yield node.index
        for loop in graph.loops_around(node.index):
            if isinstance(loop, For | Range) and graph.nodes[graph.regions[loop].start].index > 0:
                yield graph.regions[loop].start


def _signs(_package: Package) -> dict[tuple[Spawn, Function | None], tuple[frozenset[str], frozenset[Key]]]:
    """Return the table of the groups and channels by which each goroutine says that it ends."""
    return {}


def _ends_wait(channels: Channels, clause: SelectClause, ends: frozenset[Key]) -> bool:
    """Tell whether a case receives from the goroutine."""
    if clause.operation is None or isinstance(clause.operation, Send):
        return False
    receives = [node for node in walk(clause.operation) if isinstance(node, Receive)]
    return any(channels.keys(receive.channel) & ends for receive in receives)


def _waits_for(package: Package, call: Call, groups: frozenset[str]) -> bool:
    return package.callee(call).external in _WAITS and _group(package, call) in groups


def _starter_of(package: Package, spawn: Spawn) -> Place | None:
    """Return the object whose method starts the goroutine: `peers` of `peers.Go(task)`."""
    called = spawn.call.function
    through = spawn.statement is None and isinstance(called, Selector) and bool(package.callee(spawn.call).functions)
    return package.place(called.base) if through and isinstance(called, Selector) else None


def _waits_with(package: Package, call: Call, starter: Place | None) -> bool:
    """Tell whether a method of the object that starts a goroutine calls a Wait of something that the object has.

    func (g *group) Go(task func() error) { g.workers.Take(); go func() { defer g.workers.Give(); … }() }
    func (g *group) Wait() []error        { g.workers.Wait(); return g.errs }
    """
    function = call.function
    if starter is None or not isinstance(function, Selector) or package.place(function.base) != starter:
        return False
    return any(
        isinstance(inner.function, Selector)
        and inner.function.field == "Wait"
        and isinstance(inner.function.base, Selector)
        and isinstance(inner.function.base.base, Name)
        and inner.function.base.base.variable is each.receiver
        for each in package.callee(call).functions
        for inner in package.calls(each)
    )


def _defers_wait(
    package: Package, channels: Channels, call: Call, groups: frozenset[str], ends: frozenset[Key]
) -> bool:
    """`defer wg.Wait()`, `defer func() { <-done }()`."""
    if _waits_for(package, call, groups):
        return True
    for literal in package.callee(call).functions:
        if literal.body is None or literal.name:
            continue
        for node in walk(literal.body):
            if isinstance(node, Call) and _waits_for(package, node, groups):
                return True
            if isinstance(node, Receive) and channels.keys(node.channel) & ends:
                return True
    return False


def _group(package: Package, call: Call) -> str:
    """Return the name of the group whose method is called, "" where it cannot be told."""
    if not isinstance(call.function, Selector):
        return ""
    place = package.place(call.function.base)
    return "" if place is None else place.field or f"{place.text}@{getattr(place.root, 'span', '')}"


def _groups_of(package: Package, spawn: Spawn, root: Function | None) -> frozenset[str]:
    """Return the groups that count the goroutine: by `group.Go`, or by a Done in what it runs."""
    found: set[str] = set()
    if spawn.starter in GROUPS:
        found.add(_group(package, spawn.call))
    elif spawn.statement is None:
        found |= {_group(package, call) for call in package.calls(spawn.function) if _is_wait(package, call)}
    if root is not None and root.body is not None:
        found |= {
            _group(package, node)
            for node in walk(root.body)
            if isinstance(node, Call) and package.callee(node).external == "sync.WaitGroup.Done"
        }
        for place, argument in enumerate(spawn.arguments):
            if place < len(root.parameters) and package.type_name(argument) == "sync.WaitGroup":
                where = package.place(argument)
                if where is not None:
                    found.add(where.field or f"{where.text}@{getattr(where.root, 'span', '')}")
    return frozenset(found - {""})


def _is_wait(package: Package, call: Call) -> bool:
    return package.callee(call).external in _WAITS


def _ends_of(channels: Channels, root: Function | None) -> frozenset[Key]:
    """Return the channels that the goroutine sends on or closes."""
    found: set[Key] = set()
    if root is None:
        return frozenset()
    for node in channels.package.nodes_of(root, (Send, Call)):
        match node:
            case Send(channel=channel):
                found |= channels.keys(channel)
            case Call(function=BuiltinName(name="close"), arguments=(channel, *_)):
                found |= channels.keys(channel)
            case _:
                pass
    return frozenset(found)


def is_made_in(package: Package, channel: Expression, functions: tuple[Function, ...]) -> bool:
    """Tell whether a channel is made by one of the functions, or by a literal in it."""
    place = package.place(channel)
    if place is None or not place.is_local or isinstance(place.root, str):
        return False
    owners = {definition.function for definition in package.definitions(place.root) if _is_make(definition.value)}
    return any(owner is not None and _is_within(package, owner, each) for owner in owners for each in functions)


def _is_make(value: Expression | None) -> bool:
    return isinstance(value, Call) and isinstance(value.function, BuiltinName) and value.function.name == "make"


def _is_within(package: Package, function: Function | None, handler: Function) -> bool:
    while function is not None:
        if function is handler:
            return True
        function = package.enclosing(function)
    return False


def answers_select(package: Package, channels: Channels, root: Function, handler: Function) -> bool:
    """Tell whether the goroutine sends, without a buffer, to a select of the handler that may leave it alone.

    Then the send is what waits for ever, and the channel engine's matter.
    """
    for node in package.inside(root, Send):
        if is_made_in(package, node.channel, (handler,)):
            for receive in channels.receives(node.channel):
                around = next((each for each in package.ancestors(receive.node) if isinstance(each, Select)), None)
                if around is not None and receive.function is handler and channels.is_unbuffered(node.channel):
                    return True
    return False
