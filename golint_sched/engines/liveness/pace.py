"""Loops that go on by the clock: in each turn they sleep, or wait for a timer."""

from golint_sched.engines.liveness.channels import Channels, Signal
from golint_sched.engines.liveness.waits import is_timer
from golint_sched.flow.graph import Condition, Ending, Enters, Graph, Node
from golint_sched.knowledge import blocking
from golint_sched.link.package import Package
from golint_sched.model.expressions import Binary, Call, Constant, Expression, Name, QualifiedName, Receive
from golint_sched.model.functions import Function
from golint_sched.model.statements import For, Range, Select
from golint_sched.model.types import ArrayType, MapType, SliceType
from golint_sched.model.walk import walk

_UNITS = {
    "Nanosecond": 1,
    "Microsecond": 10**3,
    "Millisecond": 10**6,
    "Second": 10**9,
    "Minute": 60 * 10**9,
    "Hour": 3600 * 10**9,
}
_SHORT = 10**9
_UNKNOWN = 10**18


def waits_for_clock(package: Package, channels: Channels, node: Node) -> bool:
    """Tell whether a node waits for nothing but the clock, and so for a bounded time."""
    match node.origin:
        case Call() as call:
            return package.callee(call).external in blocking.SLEEPS
        case Receive(channel=channel):
            return channels.signal(channel) is Signal.TIMER
        case Range(subject=subject):
            return channels.signal(subject) is Signal.TIMER
        case Select(clauses=clauses):
            return bool(clauses) and all(is_timer(channels, each) for each in clauses)
        case _:
            return False


def may_return(channels: Channels, graph: Graph, start: int) -> bool:
    """Tell whether control may leave the function from a node, other than by a panic or the end of the process.

    The end of `range ticker.C` never comes.
    """
    seen = {start}
    stack = [start]
    while stack:
        source = stack.pop()
        origin = graph.nodes[source].origin
        for edge in graph.successors[source]:
            past = isinstance(origin, Range) and edge.guard == Enters(value=False)
            if past and isinstance(origin, Range) and channels.signal(origin.subject) is Signal.TIMER:
                continue
            if edge.target not in seen:
                seen.add(edge.target)
                stack.append(edge.target)
    return any(graph.endings.get(ending, -1) in seen for ending in (Ending.RETURN, Ending.GOEXIT))


def ends_process(graph: Graph, start: int) -> bool:
    """Tell whether the process ends after a node, on every way: `time.Sleep(grace); os.Exit(0)`."""
    reached = graph.reachable_from(start)
    return {ending for ending, index in graph.endings.items() if index in reached} == {Ending.PROCESS}


def runs_out_slowly(package: Package, graph: Graph, loop: For | Range, index: int) -> bool:
    """Tell whether a loop does nothing but go through what it has, and sleeps for long beside each of it.

    for _, key := range keys {
        load(key)
        time.Sleep(time.Minute)
    }
    """
    origin = graph.nodes[index].origin
    if not isinstance(loop, Range):
        return False
    if loop.value is None and not isinstance(package.shape_of(loop.subject), SliceType | ArrayType | MapType):
        return False  # maybe a channel
    if any(graph.nodes[source].origin is not loop for source, _ in graph.loop_exits(loop)):
        return False
    if not isinstance(origin, Call) or package.callee(origin).external not in blocking.SLEEPS or not origin.arguments:
        return False
    return _SHORT < _nanoseconds(origin.arguments[0]) < _UNKNOWN


def is_short_sleep(package: Package, node: Node) -> bool:
    """Tell whether a node sleeps for a written time of a second at most, and once."""
    match node.origin:
        case Call(arguments=(duration,)) as call:
            sleeps = package.callee(call).external in blocking.SLEEPS and not package.in_loop(call)
            return sleeps and _nanoseconds(duration) <= _SHORT
        case _:
            return False


def _nanoseconds(duration: Expression) -> int:
    """Return what a duration comes to as it is written: `time.Second`, `50 * time.Millisecond`; else very many."""
    match duration:
        case QualifiedName(package="time", name=name):
            return _UNITS.get(name, _UNKNOWN)
        case Constant(text=text) if text.isdecimal():
            return int(text)
        case Binary(operator="*", left=left, right=right):
            return _nanoseconds(left) * _nanoseconds(right)
        case _:
            return _UNKNOWN


def innermost_loop(graph: Graph, index: int) -> For | Range | None:
    """Return the innermost loop around a node that the node is repeated in, None where there is none."""
    for loop in reversed(graph.loops_around(index)):
        if index in turning(graph, loop):
            return loop
    return None


def turning(graph: Graph, loop: For | Range) -> tuple[int, ...]:
    """Return the nodes of a loop from which control comes back to its head: not what only leads out."""
    region = graph.regions[loop]
    return tuple(index for index in region if region.start in graph.reachable_from(index))


def is_lost(package: Package, channels: Channels, function: Function, call: Call) -> bool:
    """Tell whether what a call learns of its context does not end the loop by the clock that it stands in.

    for _, key := range keys {
        if err := store.Load(ctx, key); err != nil {
            log.Print(err)
        }
        time.Sleep(time.Second)
    }
    """
    graph = package.graph(function)
    node = graph.node_of.get(call)
    return node is not None and any(
        node.index in (turns := turning(graph, loop))
        and any(waits_for_clock(package, channels, graph.nodes[index]) for index in turns)
        and not any(_leaves_by(package, graph, loop, index, call) for index in graph.regions[loop])
        for loop in graph.loops_around(node.index)
    )


def _leaves_by(package: Package, graph: Graph, loop: For | Range, index: int, call: Call) -> bool:
    """Tell whether a test of the call's result decides whether the loop goes on."""
    origin = graph.nodes[index].origin
    if not isinstance(origin, Condition) or not _is_about(package, origin, call):
        return False
    head = graph.regions[loop].start
    return any(head not in graph.reachable_from(edge.target) for edge in graph.successors[index])


def _is_about(package: Package, test: Condition, call: Call) -> bool:
    for node in walk(test.expression):
        if node is call:
            return True
        if isinstance(node, Name):
            values = (definition.value for definition in package.definitions(node.variable))
            if any(value is not None and any(each is call for each in walk(value)) for value in values):
                return True
    return False
