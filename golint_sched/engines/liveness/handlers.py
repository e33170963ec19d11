"""Goroutines that a request handler starts and leaves behind."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.liveness.channels import Channels, Signal, channels_of, received
from golint_sched.engines.liveness.connections import is_unbounded_read
from golint_sched.engines.liveness.contexts import is_cancellable, is_detached, is_request_type, may_be_context
from golint_sched.engines.liveness.evidence import never_gives_up, shows_no_end
from golint_sched.engines.liveness.joins import answers_select, is_joined, is_joined_on_the_way, is_made_in
from golint_sched.engines.liveness.owners import is_kept_elsewhere
from golint_sched.engines.liveness.pace import (
    ends_process,
    innermost_loop,
    is_lost,
    is_short_sleep,
    may_return,
    runs_out_slowly,
    turning,
    waits_for_clock,
)
from golint_sched.engines.liveness.requests import is_kept, request_context
from golint_sched.engines.liveness.served import Service, claims_first, services
from golint_sched.engines.liveness.text import text_of
from golint_sched.engines.liveness.told import ends_by_flag, is_closed_in_table
from golint_sched.engines.liveness.waits import is_timer, keyword, wait_at
from golint_sched.engines.liveness.work import calls_inside, is_reached, root_of
from golint_sched.flow.graph import Graph, Node
from golint_sched.knowledge import blocking
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, Expression, Name, Receive, Variable, VariableKind
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, ExpressionStatement, Range, Select, Send
from golint_sched.model.walk import walk
from golint_sched.source import Span

_DEPTH = 4  # calls deeper than this are not followed


@dataclass(frozen=True, slots=True, eq=False)
class LeftBehind:
    """A goroutine that may outlive the request it was started for.

    `span` is the first operation in it that can block, or the loop where each turn waits for a bounded time only;
    `text` says what that is, and `chain` are the calls that lead there. `handler` is the function that serves the
    request, `route` the calls by which it starts the goroutine, where it does not itself, and `context` how its code
    would write the request's context.
    """

    span: Span
    text: str
    function: Function
    spawn: Spawn
    handler: Function
    context: str
    chain: tuple[Call, ...]
    route: tuple[Call, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """An operation that can block, at least for a while: `timed` if it waits for nothing but the clock."""

    span: Span
    text: str
    function: Function
    chain: tuple[Call, ...]
    channel: Expression | None = None
    timed: bool = False


def left_behind(package: Package) -> Iterator[LeftBehind]:
    """Yield the goroutines of the package's handlers that can block and neither observe the request nor are joined."""
    channels = channels_of(package)
    serving = services(package)
    for function in package.bodies():
        for spawn in package.spawns(function):
            service = _service(package, serving, function)
            if (
                service is None
                or not is_reached(package, spawn)
                or spawn.starter in ("time.AfterFunc", "context.AfterFunc")
            ):
                continue
            found = _left_behind(package, channels, spawn, service)
            if found is not None:
                yield found


def _service(package: Package, serving: dict[Function, Service], function: Function) -> Service | None:
    """Return how a function, or the one that its literal stands in, comes to run for a request."""
    around: Function | None = function
    while around is not None:
        if around in serving:
            service = serving[around]
            return None if service.chain and claims_first(package, around) else service
        if is_kept(package, around):
            return None
        around = package.enclosing(around)
    return None


def _left_behind(package: Package, channels: Channels, spawn: Spawn, service: Service) -> LeftBehind | None:
    root, handler = root_of(spawn), service.handler
    if root is None:
        return _foreign(package, channels, spawn, service)
    work = _Work(package, channels, spawn, root)
    told = any(_is_told(package, argument) for argument in spawn.arguments)
    if told and not _ignores_what_it_gets(package, spawn, root) and not work.loses_its_context(root):
        return None
    if work.observes(root) or is_joined(package, channels, spawn, root, handler):
        return None
    if service.chain and is_joined_on_the_way(package, channels, spawn, root, service.through):
        return None
    block = work.first_block(root)
    if block is None or (block.function is root and ends_by_flag(package, spawn, root, block.span)):
        return None
    if block.channel is not None and is_closed_in_table(package, block.channel):
        return None
    if block.channel is not None and is_made_in(package, block.channel, (handler, *service.through)):
        return None  # both its ends are in view: the channel engine judges it
    if answers_select(package, channels, root, handler):
        return None
    return LeftBehind(
        block.span,
        block.text,
        block.function,
        spawn,
        handler,
        request_context(handler),
        block.chain,
        service.chain,
    )


def _foreign(package: Package, channels: Channels, spawn: Spawn, service: Service) -> LeftBehind | None:
    """`go http.Get(url)`: a function elsewhere that is known to wait for a peer."""
    known = spawn.callee.external in blocking.WAITS_FOR_PEER | blocking.SLEEPS
    if not known and not is_unbounded_read(package, spawn.call, spawn, None):
        return None
    if is_joined(package, channels, spawn, None, service.handler):
        return None
    handler = service.handler
    text = f"`{text_of(spawn.call)}`"
    return LeftBehind(
        spawn.call.span, text, spawn.function, spawn, handler, request_context(handler), (), service.chain
    )


def _is_told(package: Package, argument: Expression) -> bool:
    """Tell whether a context that can end, or the request itself, is handed over."""
    return may_be_context(package, argument) and (is_cancellable(package, argument) or is_detached(package, argument))


def _ignores_what_it_gets(package: Package, spawn: Spawn, root: Function) -> bool:
    """Tell whether the root is in view but never mentions the context that it is given."""
    for place, argument in enumerate(spawn.arguments):
        given = place < len(root.parameters) and _is_told(package, argument)
        if given and package.names(root.parameters[place]):
            return False
    return True


class _Work:
    """Looks through what one goroutine runs."""

    def __init__(self, package: Package, channels: Channels, spawn: Spawn, root: Function) -> None:
        self.package = package
        self.channels = channels
        self.spawn = spawn
        self.root = root

    def loses_its_context(self, root: Function) -> bool:
        """Tell whether the goroutine does nothing with its context but hand it to calls whose results end nothing."""
        handed = [
            call
            for call in self.package.calls(root)
            if any(may_be_context(self.package, argument) for argument in call.arguments)
        ]
        return bool(handed) and all(is_lost(self.package, self.channels, root, call) for call in handed)

    def observes(self, root: Function, depth: int = 0, seen: frozenset[Function] = frozenset()) -> bool:
        """Tell whether the goroutine observes a context that ends, a stop signal, or a deadline of its own."""
        if root.body is None or root in seen or depth > _DEPTH:
            return False
        for node in self.package.nodes_of(root, (Receive, Call, Select)):
            match node:
                case Receive(channel=channel) if self.channels.signal(channel) in (Signal.CONTEXT, Signal.STOP):
                    return True
                case Call() as call if self._call_observes(call):
                    if _ends_itself(self.package, call) or not is_lost(self.package, self.channels, root, call):
                        return True
                case Select() as select:
                    receives = [receive for clause in select.clauses if (receive := received(clause)) is not None]
                    if any(self.channels.looks_like_stop(receive.channel) for receive in receives):
                        return True
                    if self._is_told_to_leave(root, select):
                        return True
                case _:
                    pass
        callees = {callee for _, callee in calls_inside(self.package, root)}
        return any(self.observes(callee, depth + 1, seen | {root}) for callee in sorted(callees, key=lambda f: f.span))

    def _is_told_to_leave(self, function: Function, select: Select) -> bool:
        """Tell whether a case of a select in a loop leaves it for a message without a value: a stop of its own.

        for {
            select {
            case <-session.Closed():
                return
            case <-ticker.C:
                session.ping()
            }
        }
        """
        graph = self.package.graph(function)
        heads = [graph.regions[loop].start for loop in graph.loops_around(graph.node_of[select].index)]
        for clause in select.clauses:
            if not isinstance(clause.operation, ExpressionStatement) or is_timer(self.channels, clause):
                continue
            leaves = graph.reachable_from(graph.node_of[clause].index).isdisjoint(heads)
            if heads and leaves and received(clause) is not None:
                return True
        return False

    def _call_observes(self, call: Call) -> bool:
        callee = self.package.callee(call)
        if callee.external in ("context.Context.Err", "context.Cause"):
            return True
        if callee.external in blocking.CANCELLED:
            # A context made here ends with its parent or with its own deadline; a bare cancel does neither.
            return callee.external in blocking.DEADLINES or any(
                is_cancellable(self.package, argument) for argument in call.arguments[:1]
            )
        if callee.external in ("context.WithValue", "context.WithoutCancel", "net/http.Request.Context"):
            return callee.external == "context.WithoutCancel"
        if _is_logging(callee.external):
            return False
        known = len(callee.functions) == 1 and callee.functions[0].body is not None
        return any(
            (_is_told(self.package, argument) and not (known and self._is_unused(callee.functions[0], place)))
            or (not known and self._is_request(argument))
            for place, argument in enumerate(call.arguments)
        )

    def _is_request(self, argument: Expression) -> bool:
        """Tell whether an argument is a request that may carry a context that ends."""
        makers = blocking.MAKES_UNCANCELLABLE
        given = self.package.type_of(argument)
        return is_request_type(given) and not any(self._is_made_by(argument, maker) for maker in makers)

    def _is_unused(self, function: Function, place: int) -> bool:
        return place < len(function.parameters) and not self.package.names(function.parameters[place])

    def first_block(self, function: Function, chain: tuple[Call, ...] = ()) -> _Block | None:
        """Return the first operation that can block, those of callees included; the loop where none is known."""
        if function.body is None or len(chain) > _DEPTH:
            return None
        graph = self.package.graph(function)
        callees = dict(calls_inside(self.package, function))
        for node in graph.nodes:
            if node.index not in graph.reachable:
                continue
            found = self._block_at(function, node, chain)
            callee = callees.get(node.origin) if isinstance(node.origin, Call) else None
            if found is None and callee is not None and callee is not function and isinstance(node.origin, Call):
                found = self.first_block(callee, (*chain, node.origin))
            if found is not None and found.timed:
                found = self._around(graph, node, found, chain)
            if found is not None:
                return found
        for loop in graph.loops():
            if graph.regions[loop].start in graph.reachable and not graph.loop_exits(loop):
                return _Block(keyword(loop.span, "for"), "this loop", function, chain)
        return None

    def _around(self, graph: Graph, node: Node, block: _Block, chain: tuple[Call, ...]) -> _Block | None:
        """Return the loop around a wait for the clock, None where it has a way out, or where something in it may wait.

        A return on an error or a flag may be how somebody ends it.
        """
        loop = innermost_loop(graph, node.index)
        if loop is None:
            return None if ends_process(graph, node.index) else block
        if may_return(self.channels, graph, node.index) and not runs_out_slowly(self.package, graph, loop, node.index):
            return None
        for index in turning(graph, loop):
            other = graph.nodes[index]
            found = None if index == node.index else self._block_at(graph.function, other, chain)
            if found is not None and not found.timed:
                return None
        return _Block(keyword(loop.span, "for"), "this loop", graph.function, chain)

    def _block_at(self, function: Function, node: Node, chain: tuple[Call, ...]) -> _Block | None:
        timed = waits_for_clock(self.package, self.channels, node)
        if is_short_sleep(self.package, node):
            return None
        match node.origin:
            case Call() as call if not isinstance(self.package.parent(call), Defer):
                if timed or self._can_wait(call):
                    return _Block(call.span, f"`{text_of(call)}`", function, chain, timed=timed)
            case Receive() as receive if timed:
                return _Block(receive.span, f"`{text_of(receive)}`", function, chain, timed=True)
            case Range() as loop if timed:
                return _Block(keyword(loop.span, "for"), "this loop", function, chain, timed=True)
            case Select() as select if timed or self._is_paced(function, node, select):
                return _Block(keyword(select.span, "select"), "this select", function, chain, timed=True)
            case Send(channel=channel) if self._has_room(channel):
                return None
            case _:
                wait = wait_at(self.package, self.channels, function, node)
                if wait is not None and shows_no_end(self.package, self.channels, wait):
                    text = "this select" if wait.channel is None else f"`{wait.text}`"
                    return _Block(wait.span, text, function, chain, wait.channel)
        return None

    def _is_paced(self, function: Function, node: Node, select: Select) -> bool:
        """Tell whether the clock ends each turn of a select in a loop; outside of one it is a deadline."""
        in_loop = innermost_loop(self.package.graph(function), node.index) is not None
        return in_loop and any(is_timer(self.channels, each) for each in select.clauses)

    def _has_room(self, channel: Expression) -> bool:
        """Tell whether a local channel is made with a buffer, or may be; one that many requests share may be full."""
        place = self.package.place(channel)
        if place is not None and isinstance(place.root, Variable) and place.root.kind is VariableKind.PARAMETER:
            return False  # the caller's, and so shared
        return (place is None or place.is_local) and not self.channels.is_unbuffered(channel)

    def _can_wait(self, call: Call) -> bool:
        """Tell whether a call outside the package waits for the clock, a peer or a process without a context."""
        external = self.package.callee(call).external
        if is_unbounded_read(self.package, call, self.spawn, self.root):
            return True
        if external.startswith("net/http.Client.") and not never_gives_up(self.package, call):
            return False
        if external in blocking.WAITS_FOR_PEER:
            return True
        for maker, runners in blocking.MAKES_UNCANCELLABLE.items():
            if external in runners:
                made = [part for part in walk(call) if isinstance(part, Name | Call) and self._is_made_by(part, maker)]
                kept = (isinstance(part, Name) and is_kept_elsewhere(self.package, part.variable) for part in made)
                return bool(made) and not (maker == "os/exec.Command" and any(kept))  # whoever has it may kill it
        contexts = call.arguments[:1] if external in blocking.WAITS_UNTIL_CANCELLED else ()
        return any(not _is_told(self.package, context) for context in contexts)

    def _is_made_by(self, expression: Expression, maker: str) -> bool:
        if isinstance(expression, Call):
            return self.package.callee(expression).external == maker
        values = self.package.definitions(expression.variable) if isinstance(expression, Name) else ()
        return any(
            isinstance(each.value, Call) and self.package.callee(each.value).external == maker for each in values
        )


def _ends_itself(package: Package, call: Call) -> bool:
    """Tell whether a call asks the context, or makes one that ends by itself: not one that is just handed a context."""
    external = package.callee(call).external
    return external.startswith("context.") or external in blocking.CANCELLED


def _is_logging(external: str) -> bool:
    """Tell whether a function that takes a context only logs, by the package it is from."""
    return external.startswith(("log/slog.", "log."))
