"""Bare operations of a goroutine that wait for ever once the other end has gone with the context."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.liveness.channels import Channels, Operation, Signal, received
from golint_sched.engines.liveness.consumers import stays, stays_to_the_last
from golint_sched.engines.liveness.exits import Exits
from golint_sched.engines.liveness.pace import turning
from golint_sched.engines.liveness.peers import Peers, is_measured
from golint_sched.engines.liveness.text import text_of
from golint_sched.engines.liveness.waits import is_hook, is_timer, keyword, may_wait
from golint_sched.engines.liveness.work import Part, root_of
from golint_sched.flow.graph import Condition, Graph
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, Constant, Expression, Name, Receive
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, For, Range, Return, Select, SelectClause, Send
from golint_sched.model.types import ChannelType, NamedType, StructType
from golint_sched.model.walk import walk
from golint_sched.source import Span

_NOTICES = frozenset({"builtin.error", "builtin.bool", "os.Signal", "time.Time"})


@dataclass(frozen=True, slots=True, eq=False)
class Bare:
    """An operation whose other end may be gone, and that looks at no context.

    `reason` is a sentence that says who may be gone. `sibling` is a select of the same function that does observe
    the context, where that is the evidence.
    """

    node: Send | Receive | Select
    part: Part
    reason: str
    sibling: Select | None = None

    @property
    def span(self) -> Span:
        """Return where a finding points."""
        return keyword(self.node.span, "select") if isinstance(self.node, Select) else self.node.span


class Bareness:
    """Finds such operations; made for one package."""

    def __init__(self, exits: Exits) -> None:
        """Make it for the package."""
        self.exits = exits
        self.package: Package = exits.package
        self.channels: Channels = exits.channels
        self.peers = Peers(self.package, self.channels)

    def operations(self, spawn: Spawn, parts: tuple[Part, ...]) -> Iterator[Bare]:
        """Yield the bare operations of a goroutine that outlive a cancelled context, in the order of its calls."""
        mine = {part.function for part in parts}
        for part in parts:
            graph = self.package.graph(part.function)
            sibling = _sibling(self.channels, part.function)
            early = _before_the_end(self.channels, graph)
            for node in graph.nodes:
                if node.index not in early:
                    continue
                match node.origin:
                    case Send() as send:
                        reason = self._send(spawn, part, send, sibling, mine)
                        if reason:
                            yield Bare(send, part, reason, sibling)
                    case Receive() as receive:
                        reason = self._receive(spawn, part, receive, mine)
                        if reason:
                            yield Bare(receive, part, reason)
                    case Select() as select:
                        reason = self._select(part, select, mine)
                        if reason:
                            yield Bare(select, part, reason)
                    case _:
                        pass

    # -- sends ----------------------------------------------------------------------------------------------------

    def _send(self, spawn: Spawn, part: Part, send: Send, sibling: Select | None, mine: set[Function]) -> str:
        """Return why a send may wait for ever, "" where it may not.

        go func() {                           go func() {
            defer close(out)                      for {
            for _, item := range items {              select {
                out <- item                           case <-ctx.Done():
            }                                             return
        }()                                           case v := <-in:
        return out                                        out <- v
                                                      }
        """
        channel = send.channel
        if is_hook(self.package, self.channels, part.function, channel):
            return ""
        if is_measured(self.package, self.channels, part.function, channel):
            return ""
        text = text_of(channel)
        if self.peers.is_callers(channel):
            expected = self._is_one_message(spawn, part, send, channel) or self._starter_sends_too(spawn, channel)
            if expected or self._is_drained(spawn, channel, mine):
                return ""
            return f"`{text}` belongs to the caller: once nobody takes from it any more, the send waits for ever."
        if self._is_drained(spawn, channel, mine):
            return ""
        repeated = self._is_repeated(spawn, part, send)
        returned = self._is_returned(spawn.function, channel)
        if self.channels.is_unbuffered(channel):
            known = f"`{text}` has no buffer: once its receiver has left with the context, the send waits for ever."
            if sibling is not None and self._loops(part, send):
                return known
            if returned and sibling is None:
                return known
        elif not self._may_fill(part, send):
            return ""
        if repeated and (returned or self.peers.is_exposed(channel)):
            return f"Whoever takes from `{text}` may stop when the context is cancelled: then the send waits for ever."
        return ""

    def _may_fill(self, part: Part, send: Send) -> bool:
        """Tell whether a loop that nothing counts sends on a channel with a buffer of fixed size."""
        capacities = self.channels.capacities(send.channel)
        if capacities is None or not all(capacity is None or isinstance(capacity, Constant) for capacity in capacities):
            return False
        return any(
            loop.post is None if isinstance(loop, For) else isinstance(self.package.shape_of(loop.subject), ChannelType)
            for loop in self._loops(part, send)
        )

    def _index(self, part: Part, origin: Send | Receive | Select) -> int:
        return self.package.graph(part.function).node_of[origin].index

    def _loops(self, part: Part, node: Send | Receive) -> list[For | Range]:
        """Return the loops that come back to an operation: not those that it leads out of."""
        graph = self.package.graph(part.function)
        index = self._index(part, node)
        return [loop for loop in graph.loops_around(index) if index in turning(graph, loop)]

    def _is_one_message(self, spawn: Spawn, part: Part, node: Send | Receive, channel: Expression) -> bool:
        """Tell whether a channel may be made for this one message, which is then expected: `errc <- run(ctx)`."""
        if self._is_repeated(spawn, part, node):
            return False
        return self.peers.is_parameter(channel) or self._is_notice(channel)

    def _starter_sends_too(self, spawn: Spawn, channel: Expression) -> bool:
        """Tell whether the function that starts the goroutine sends bare itself: its caller must take till it returns.

        func (s *Scanner) Scan(ctx context.Context, out chan<- Result) error {
            go func() { …; out <- partial }()
            …
            out <- final
        """
        return any(
            send.function is spawn.function and not isinstance(self.package.parent(send.node), SelectClause)
            for send in self.channels.sends(channel)
        )

    def _is_notice(self, channel: Expression) -> bool:
        """Tell whether what comes over the channel only says that something is over, has failed, or begins."""
        shape = self.package.shape_of(channel)
        element = shape.element if isinstance(shape, ChannelType) else None
        if element == StructType():
            return True
        return isinstance(element, NamedType) and f"{element.package}.{element.name}" in _NOTICES

    def _is_repeated(self, spawn: Spawn, part: Part, node: Send | Receive) -> bool:
        """Tell whether an operation is done many times: it, a call that leads to it, or the start is in a loop."""
        if self._loops(part, node):
            return True
        return any(self.package.in_loop(call) for call in part.chain) or self.package.in_loop(spawn.call)

    # -- receives -------------------------------------------------------------------------------------------------

    def _receive(self, spawn: Spawn, part: Part, receive: Receive, mine: set[Function]) -> str:
        """Return why a receive may wait for ever, "" where it may not.

        go func() {                           for ctx.Err() == nil {
            job := <-w.jobs                       job := <-p.jobs
            run(ctx, job)                         job(ctx)
        }()                                   }
        """
        channel = receive.channel
        if self._loops(part, receive) and not self._asks_for_the_close(receive) and self._is_heard(part, channel):
            return "The first time the goroutine waits for that it hears the context, and here no more."
        if self._asks_for_the_close(receive) or not self._brings_data(channel):
            return ""
        text = text_of(channel)
        if self.peers.is_callers(channel) and not self._is_one_message(spawn, part, receive, channel):
            return f"`{text}` belongs to the caller: once nobody sends on it any more, the receive waits for ever."
        if self._tests_the_context(part, receive) and self._is_fed(channel, mine):
            return f"The context is tested before the receive only: while it waits for `{text}` nothing wakes it."
        return ""

    def _is_heard(self, part: Part, channel: Expression) -> bool:
        """Tell whether another receive of the function from the same channel stands in a select beside a context.

        select {
        case <-slots:
        case <-ctx.Done(): return
        }
        for work.Next() { <-slots; … }
        """
        keys = self.channels.keys(channel)
        if self.channels.signal(channel) is not Signal.DATA:
            return False
        for node in self.package.inside(part.function, Select):
            receives = [each for clause in node.clauses if (each := received(clause)) is not None]
            if any(self.channels.signal(each.channel) is Signal.CONTEXT for each in receives) and any(
                not keys.isdisjoint(self.channels.keys(each.channel)) for each in receives
            ):
                return True
        return False

    def _asks_for_the_close(self, receive: Receive) -> bool:
        """`v, ok := <-in`."""
        parent = self.package.parent(receive)
        targets = getattr(parent, "targets", ()) or getattr(parent, "variables", ())
        return isinstance(parent, Assign | Declare) and len(targets) > 1 and len(parent.values) == 1

    def _brings_data(self, channel: Expression) -> bool:
        """Tell whether what comes over the channel is data, and no notice that something is over or begins."""
        if self.channels.signal(channel) is not Signal.DATA or self.channels.is_closed(channel):
            return False
        return isinstance(self.package.shape_of(channel), ChannelType) and not self._is_notice(channel)

    def _is_fed(self, channel: Expression, mine: set[Function]) -> bool:
        """Tell whether others send on a channel of the package, which is not local and never closed."""
        place = self.package.place(channel)
        if place is None or place.is_local:
            return False  # both its ends are in view: the channel engine judges it
        if self.peers.is_callers(channel):
            return True
        senders = [send.function for send in self.channels.sends(channel)]
        return bool(senders) and not any(function in mine for function in senders)

    def _tests_the_context(self, part: Part, node: Receive | Select) -> bool:
        """Tell whether a loop around the operation asks `ctx.Err()` on every turn, and so may wait in between."""
        graph = self.package.graph(part.function)
        return any(
            self._is_context_test(graph, index)
            for loop in graph.loops_around(self._index(part, node))
            for index in graph.regions[loop]
        )

    def _is_context_test(self, graph: Graph, index: int) -> bool:
        origin = graph.nodes[index].origin
        return isinstance(origin, Condition) and any(
            isinstance(node, Call) and self.package.callee(node).external == "context.Context.Err"
            for node in walk(origin.expression)
        )

    # -- selects --------------------------------------------------------------------------------------------------

    def _select(self, part: Part, select: Select, mine: set[Function]) -> str:
        """Return why a select may wait for ever, "" where it may not: each of its channels may be forsaken."""
        if not may_wait(self.channels, select) or any(is_timer(self.channels, clause) for clause in select.clauses):
            return ""
        tested = self._tests_the_context(part, select)
        reasons = [self._clause(clause, mine, tested=tested) for clause in select.clauses]
        if not all(reasons):
            return ""
        return "None of its cases need ever be ready once the context is cancelled."

    def _clause(self, clause: SelectClause, mine: set[Function], *, tested: bool) -> bool:
        receive = received(clause)
        if receive is None:
            operation = clause.operation
            return isinstance(operation, Send) and self.peers.is_callers(operation.channel)
        if self._asks_for_the_close(receive) or not self._brings_data(receive.channel):
            return False
        return self.peers.is_callers(receive.channel) or (tested and self._is_fed(receive.channel, mine))

    # -- who takes ------------------------------------------------------------------------------------------------

    def _is_returned(self, function: Function, channel: Expression) -> bool:
        """Tell whether the function hands the channel to a caller, in view or in another package."""
        keys = self.channels.keys(channel)
        hidden = function.name[:1].islower() and not self.package.callers(function)  # called through an interface
        if function.body is None or hidden:
            return False
        return any(
            any(isinstance(value, Name) and self.channels.keys(value) & keys for value in node.values)
            for node in self.package.inside(function, Return)
        )

    def _is_drained(self, spawn: Spawn, channel: Expression, mine: set[Function]) -> bool:
        """Tell whether the receivers in view stay to the end, or are the channel engine's matter.

        A receiver in the function that starts the goroutine is in its view; one elsewhere must not be able to leave.
        """
        home = self.package.outermost(spawn.function)
        receives = [found for found in self.channels.receives(channel) if found.function not in mine]
        if any(self.package.outermost(found.function) is home for found in receives):
            return True
        consumers = [*receives, *self._consumers_of_result(spawn.function, channel)]
        if not self.package.is_test(home):
            consumers = [found for found in consumers if not self.package.is_test(found.function)]
        root = None if self.package.in_loop(spawn.statement or spawn.call) else root_of(spawn)
        return bool(consumers) and all(
            stays(self.package, found) or (root is not None and stays_to_the_last(self.channels, found, root, mine))
            for found in consumers
        )

    def _consumers_of_result(self, function: Function, channel: Expression) -> Iterator[Operation]:
        """Yield the receives of callers that get the channel as the function's result."""
        if not self._is_returned(function, channel):
            return
        for caller, call in self.package.callers(function):
            yield from self._uses_of(caller, call)

    def _uses_of(self, caller: Function, call: Call) -> Iterator[Operation]:
        parent = self.package.parent(call)
        if isinstance(parent, Range) and parent.subject is call:
            yield Operation(caller, parent)
            return
        targets = getattr(parent, "targets", ()) or getattr(parent, "variables", ())
        for target in targets:
            if isinstance(target, Name):
                yield from self.channels.receives(target)


def _sibling(channels: Channels, function: Function) -> Select | None:
    """Return the function's first select that observes a context."""
    for node in channels.package.inside(function, Select):
        for clause in node.clauses:
            receive = received(clause)
            if receive is not None and channels.signal(receive.channel) is Signal.CONTEXT:
                return node
    return None


def _before_the_end(channels: Channels, graph: Graph) -> frozenset[int]:
    """Return the nodes that control reaches before it has learnt that a context or stop signal has come."""
    told: set[int] = set()
    for node in graph.nodes:
        match node.origin:
            case Receive(channel=channel) if channels.signal(channel) in (Signal.CONTEXT, Signal.STOP):
                told.add(node.index)
            case SelectClause() as clause:
                receive = received(clause)
                if receive is not None and channels.signal(receive.channel) in (Signal.CONTEXT, Signal.STOP):
                    told.add(node.index)
            case _:
                pass
    return graph.reachable_from(0, avoiding=frozenset(told))
