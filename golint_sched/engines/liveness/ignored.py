"""Goroutines that could observe a context and go on without it."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.liveness.bare import Bare, Bareness
from golint_sched.engines.liveness.channels import Channels, Signal, channels_of, received
from golint_sched.engines.liveness.contexts import Reach, contexts_in_reach
from golint_sched.engines.liveness.exits import Exits
from golint_sched.engines.liveness.handlers import left_behind
from golint_sched.engines.liveness.requests import handler_around
from golint_sched.engines.liveness.served import services
from golint_sched.engines.liveness.waits import Wait, first_wait, keyword
from golint_sched.engines.liveness.work import is_reached, parts_of, root_of
from golint_sched.flow.graph import Graph
from golint_sched.knowledge import blocking
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, FunctionLiteral, Receive
from golint_sched.model.functions import Function
from golint_sched.model.statements import For, Range, Select
from golint_sched.model.types import ChannelType
from golint_sched.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class Ignored:
    """A goroutine that waits or loops for ever beside a context.

    `span` is where: the operation of `wait`, or the keyword of `loop` where nothing in it waits for ever by itself.
    `chain` are the calls that lead there from the goroutine's own function. `bare` is an operation outside such a loop.
    """

    span: Span
    function: Function
    spawn: Spawn
    reach: Reach
    chain: tuple[Call, ...]
    wait: Wait | None = None
    loop: For | Range | None = None
    bare: Bare | None = None


def ignored(package: Package) -> Iterator[Ignored]:
    """Yield the faults of the package in source order of the go statements, one for each goroutine and place."""
    bareness = Bareness(Exits(package, channels_of(package)))
    seen: set[Span] = set()
    for function in package.bodies():
        for spawn in package.spawns(function):
            if spawn.starter in ("time.AfterFunc", "context.AfterFunc") or not is_reached(package, spawn):
                continue
            root = root_of(spawn)
            if root is None or handler_around(package, spawn.function) is not None or _runs_once(package, spawn):
                continue
            reach = next(contexts_in_reach(package, root, spawn), None)
            if reach is None:
                continue
            found = _fault(bareness, spawn, root, reach)
            if found is not None and found.span not in seen and spawn not in _of_requests(package, found):
                seen.add(found.span)
                yield found


def _of_requests(package: Package, fault: Ignored) -> frozenset[Spawn]:
    """Return the goroutines that a handler leaves behind, if the one at fault may be one of them."""
    if fault.spawn.function not in services(package):
        return frozenset()
    return frozenset(found.spawn for found in left_behind(package))


def _runs_once(package: Package, spawn: Spawn) -> bool:
    """Tell whether the goroutine belongs to the process and not to whoever's context is at hand: `once.Do(…)`."""
    function: Function | None = spawn.function
    while function is not None:
        if not function.receiver_type and not function.name:
            literal = package.tables.literal_nodes[function]
            around = package.parent(literal)
            if isinstance(around, Call) and _is_once(package, around, literal):
                return True
        elif function.name == "init" and not function.receiver_type:
            return True
        function = package.enclosing(function)
    return False


def _is_once(package: Package, call: Call, literal: FunctionLiteral) -> bool:
    external = package.callee(call).external
    return literal in call.arguments and external in ("sync.Once.Do", "sync.OnceFunc", "sync.OnceValue")


def _fault(bareness: Bareness, spawn: Spawn, root: Function, reach: Reach) -> Ignored | None:
    """Return the first thing in a goroutine that goes on for ever without the context."""
    exits, package, channels = bareness.exits, bareness.package, bareness.channels
    parts = parts_of(package, root)
    endless = [(part, loop) for part in parts for loop in _endless_loops(package, exits, part.function)]
    callers = {call for part, _ in endless for call in part.chain}
    for part, loop in endless:
        graph = package.graph(part.function)
        region = graph.regions[loop]
        if any(graph.nodes[index].origin in callers for index in region):
            continue  # the loop is in the callee
        if _observes(package, channels, graph, region) or _serves_signals(package, channels, graph, region):
            return None
        turning = [index for index in region if region.start in graph.reachable_from(index)]  # not what only leads out
        wait = first_wait(package, channels, part, turning)
        if wait is None and not _is_poll(package, channels, graph, loop):
            continue
        if wait is None:
            span = keyword(loop.span, "for")
            return Ignored(span, part.function, spawn, reach, part.chain, loop=loop)
        return Ignored(wait.span, wait.function, spawn, reach, (*part.chain, *wait.chain), wait=wait, loop=loop)
    if package.is_test(root):
        return None  # a test knows what its own channels do
    bare = next(bareness.operations(spawn, parts), None)
    if bare is None:
        return None
    return Ignored(bare.span, bare.part.function, spawn, reach, bare.part.chain, bare=bare)


def _endless_loops(package: Package, exits: Exits, function: Function) -> Iterator[For | Range]:
    """Yield the innermost loops that nothing ends, in source order.

    for {                        for range ticker.C {
        v := <-in                    poll()
    }                            }
    """
    graph = package.graph(function)
    found = [
        loop
        for loop in graph.loops()
        if graph.regions[loop].start in graph.reachable and not exits.ways_out(graph, loop)
    ]
    for loop in found:
        region = graph.regions[loop]
        if not any(other is not loop and graph.regions[other].start in region for other in found):
            yield loop


def _is_poll(package: Package, channels: Channels, graph: Graph, loop: For | Range) -> bool:
    """Tell whether a loop goes on by the clock, or has no way out at all: a computation that ends is neither."""
    if all(_is_tick(channels, graph, source) for source, _ in graph.loop_exits(loop)):
        return True
    for index in graph.regions[loop]:
        match graph.nodes[index].origin:
            case Call() as call if package.callee(call).external in blocking.SLEEPS:
                return True
            case Receive(channel=channel) if channels.signal(channel) is Signal.TIMER:
                return True
            case _:
                pass
    return False


def _is_tick(channels: Channels, graph: Graph, index: int) -> bool:
    """Tell whether a node asks a ticker for its next tick, which never ends a range."""
    origin = graph.nodes[index].origin
    return isinstance(origin, Range) and channels.signal(origin.subject) is Signal.TIMER


def _observes(package: Package, channels: Channels, graph: Graph, region: range) -> bool:
    """Tell whether the loop looks at a context or stop signal after all; that it does not leave is another fault."""
    for index in region:
        match graph.nodes[index].origin:
            case Receive(channel=channel) if channels.signal(channel) in (Signal.CONTEXT, Signal.STOP):
                return True
            case Select(clauses=clauses):
                receives = [receive for clause in clauses if (receive := received(clause)) is not None]
                if any(channels.looks_like_stop(receive.channel) for receive in receives):
                    return True
            case Call() as call if package.callee(call).external in ("context.Context.Err", "context.Cause"):
                return True
            case _:
                pass
    return False


def _serves_signals(package: Package, channels: Channels, graph: Graph, region: range) -> bool:
    """Tell whether the loop waits for the operating system's signals, for as long as the process lives."""
    for index in region:
        match graph.nodes[index].origin:
            case Receive(channel=channel):
                pass
            case Range(subject=channel) if isinstance(package.shape_of(channel), ChannelType):
                pass
            case Select(clauses=clauses):
                receives = [receive for clause in clauses if (receive := received(clause)) is not None]
                if any(channels.is_notified(receive.channel) for receive in receives):
                    return True
                continue
            case _:
                continue
        if channels.is_notified(channel):
            return True
    return False
