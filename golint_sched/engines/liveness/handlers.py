"""Goroutines that a request handler starts and leaves behind."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.liveness.channels import Channels, Signal, received
from golint_sched.engines.liveness.contexts import is_cancellable, is_detached, is_request_type, may_be_context
from golint_sched.engines.liveness.joins import answers_select, is_joined, is_made_in
from golint_sched.engines.liveness.requests import handler_around, request_context
from golint_sched.engines.liveness.text import text_of
from golint_sched.engines.liveness.waits import is_timer, keyword, wait_at
from golint_sched.engines.liveness.work import calls_inside, root_of
from golint_sched.flow.graph import Node
from golint_sched.knowledge import blocking
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, Expression, Name, Receive, Variable, VariableKind
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, Range, Select, Send
from golint_sched.model.walk import walk
from golint_sched.source import Span

_DEPTH = 4  # calls deeper than this are not followed


@dataclass(frozen=True, slots=True, eq=False)
class LeftBehind:
    """A goroutine that may outlive the request it was started for.

    `span` is the first operation in it that can block, `text` that operation, and `chain` the calls that lead there.
    `handler` is the function that serves the request, and `context` how its code would write the request's context.
    """

    span: Span
    text: str
    function: Function
    spawn: Spawn
    handler: Function
    context: str
    chain: tuple[Call, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """An operation that can block, at least for a while."""

    span: Span
    text: str
    function: Function
    chain: tuple[Call, ...]
    channel: Expression | None = None


def left_behind(package: Package) -> Iterator[LeftBehind]:
    """Yield the goroutines of the package's handlers that can block and neither observe the request nor are joined."""
    channels = Channels(package)
    for function in package.bodies():
        for spawn in package.spawns(function):
            handler = handler_around(package, function)
            if handler is None or spawn.starter in ("time.AfterFunc", "context.AfterFunc"):
                continue
            found = _left_behind(package, channels, spawn, handler)
            if found is not None:
                yield found


def _left_behind(package: Package, channels: Channels, spawn: Spawn, handler: Function) -> LeftBehind | None:
    root = root_of(spawn)
    if root is None:
        return _foreign(package, channels, spawn, handler)
    work = _Work(package, channels)
    if any(_is_told(package, argument) for argument in spawn.arguments) and not _ignores_what_it_gets(
        package, spawn, root
    ):
        return None
    if work.observes(root) or is_joined(package, channels, spawn, root, handler):
        return None
    block = work.first_block(root)
    if block is None:
        return None
    if block.channel is not None and is_made_in(package, block.channel, handler):
        return None  # both its ends are in view: the channel engine judges it
    if answers_select(package, channels, root, handler):
        return None
    return LeftBehind(block.span, block.text, block.function, spawn, handler, request_context(handler), block.chain)


def _foreign(package: Package, channels: Channels, spawn: Spawn, handler: Function) -> LeftBehind | None:
    """`go http.Get(url)`: a function elsewhere that is known to wait for a peer."""
    name = spawn.callee.external
    if name not in blocking.WAITS_FOR_PEER | blocking.SLEEPS:
        return None
    if is_joined(package, channels, spawn, None, handler):
        return None
    return LeftBehind(
        spawn.call.span, text_of(spawn.call), spawn.function, spawn, handler, request_context(handler), ()
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

    def __init__(self, package: Package, channels: Channels) -> None:
        self.package = package
        self.channels = channels

    def observes(self, root: Function, depth: int = 0, seen: frozenset[Function] = frozenset()) -> bool:
        """Tell whether the goroutine observes a context that ends, a stop signal, or a deadline of its own."""
        if root.body is None or root in seen or depth > _DEPTH:
            return False
        for node in walk(root.body):
            match node:
                case Receive(channel=channel) if self.channels.signal(channel) in (Signal.CONTEXT, Signal.STOP):
                    return True
                case Call() as call if self._call_observes(call):
                    return True
                case Select() as select:
                    receives = [receive for clause in select.clauses if (receive := received(clause)) is not None]
                    if any(self.channels.looks_like_stop(receive.channel) for receive in receives):
                        return True
                case _:
                    pass
        callees = {callee for _, callee in calls_inside(self.package, root)}
        return any(self.observes(callee, depth + 1, seen | {root}) for callee in sorted(callees, key=lambda f: f.span))

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
            if found is not None:
                return found
            if isinstance(node.origin, Call) and node.origin in callees and callees[node.origin] is not function:
                found = self.first_block(callees[node.origin], (*chain, node.origin))
                if found is not None:
                    return found
        for loop in graph.loops():
            if graph.regions[loop].start in graph.reachable and not graph.loop_exits(loop):
                return _Block(keyword(loop.span, "for"), "an endless loop", function, chain)
        return None

    def _block_at(self, function: Function, node: Node, chain: tuple[Call, ...]) -> _Block | None:
        match node.origin:
            case Call() as call if not isinstance(self.package.parent(call), Defer):
                if self._can_wait(call):
                    return _Block(call.span, text_of(call), function, chain)
            case Receive(channel=channel) as receive if self.channels.signal(channel) is Signal.TIMER:
                return _Block(receive.span, text_of(receive), function, chain)
            case Range(subject=subject) as loop if self.channels.signal(subject) is Signal.TIMER:
                return _Block(keyword(loop.span, "for"), "the ticker's loop", function, chain)
            case Send(channel=channel) if self._has_room(channel):
                return None
            case Select() as select if select.clauses and all(is_timer(self.channels, each) for each in select.clauses):
                return _Block(keyword(select.span, "select"), "select", function, chain)
            case _:
                wait = wait_at(self.package, self.channels, function, node)
                if wait is not None:
                    return _Block(wait.span, wait.text, function, chain, wait.channel)
        return None

    def _has_room(self, channel: Expression) -> bool:
        """Tell whether a local channel is made with a buffer, or may be; one that many requests share may be full."""
        place = self.package.place(channel)
        if place is not None and isinstance(place.root, Variable) and place.root.kind is VariableKind.PARAMETER:
            return False  # the caller's, and so shared
        return (place is None or place.is_local) and not self.channels.is_unbuffered(channel)

    def _can_wait(self, call: Call) -> bool:
        """Tell whether a call outside the package waits for the clock, a peer or a process without a context."""
        external = self.package.callee(call).external
        if external in blocking.SLEEPS | blocking.WAITS_FOR_PEER:
            return True
        for maker, runners in blocking.MAKES_UNCANCELLABLE.items():
            if external in runners:
                return any(self._is_made_by(part, maker) for part in walk(call) if isinstance(part, Name | Call))
        arguments = [argument for argument in call.arguments if may_be_context(self.package, argument)]
        return bool(arguments) and bool(external) and not blocking.is_harmless(external) and not _is_logging(external)

    def _is_made_by(self, expression: Expression, maker: str) -> bool:
        if isinstance(expression, Call):
            return self.package.callee(expression).external == maker
        values = self.package.definitions(expression.variable) if isinstance(expression, Name) else ()
        return any(
            isinstance(each.value, Call) and self.package.callee(each.value).external == maker for each in values
        )


def _is_logging(external: str) -> bool:
    """Tell whether a function that takes a context only logs, by the package it is from."""
    return external.startswith(("log/slog.", "log."))
