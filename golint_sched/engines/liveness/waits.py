"""The operations of a function at which a goroutine can wait."""

from collections.abc import Iterable
from dataclasses import dataclass

from golint_sched.engines.liveness.channels import Channels, Signal, received
from golint_sched.engines.liveness.text import text_of
from golint_sched.engines.liveness.work import Part, calls_inside
from golint_sched.flow.graph import Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, Receive
from golint_sched.model.functions import Function
from golint_sched.model.statements import Range, Select, SelectClause, Send
from golint_sched.model.types import ChannelType
from golint_sched.source import Span

_DEPTH = 3  # calls deeper than this are not followed


@dataclass(frozen=True, slots=True, eq=False)
class Wait:
    """An operation that may wait for ever.

    `chain` are the calls that lead to it from where the search began, outermost first. `channel` is None for a select.
    """

    span: Span
    text: str
    node: Send | Receive | Select | Range
    function: Function
    channel: Expression | None
    chain: tuple[Call, ...] = ()


def keyword(span: Span, word: str) -> Span:
    """Return the span of the keyword that a statement begins with."""
    return Span(span.path, span.start, span.start + len(word))


def first_wait(
    package: Package, channels: Channels, part: Part, nodes: Iterable[int], chain: tuple[Call, ...] = ()
) -> Wait | None:
    """Return the first operation among the nodes of a part that may wait for ever, those of callees included."""
    graph = package.graph(part.function)
    callees = dict(calls_inside(package, part.function))
    for index in nodes:
        if index not in graph.reachable:
            continue
        node = graph.nodes[index]
        found = wait_at(package, channels, part.function, node, chain)
        if found is not None:
            return found
        if isinstance(node.origin, Call) and node.origin in callees and len(chain) < _DEPTH:
            callee = callees[node.origin]
            if callee.body is None or callee is part.function:
                continue
            inner = package.graph(callee)
            longer = (*chain, node.origin)
            found = first_wait(package, channels, Part(callee, longer), range(len(inner.nodes)), longer)
            if found is not None:
                return found
    return None


def wait_at(
    package: Package, channels: Channels, function: Function, node: Node, chain: tuple[Call, ...] = ()
) -> Wait | None:
    """Return the operation of a node if it is one that may wait for ever: on data, not on a clock or a stop signal."""
    match node.origin:
        case Receive(channel=channel) | Send(channel=channel) if is_hook(package, channels, function, channel):
            return None
        case Receive(channel=channel) as receive if channels.signal(channel) is Signal.DATA:
            return Wait(receive.span, text_of(receive), receive, function, channel, chain)
        case Send(channel=channel) as send:
            return Wait(send.span, f"{text_of(channel)} <- {text_of(send.value)}", send, function, channel, chain)
        case Range(subject=subject) as loop if isinstance(package.shape_of(subject), ChannelType):
            if channels.signal(subject) is Signal.DATA:
                span = keyword(loop.span, "for")
                return Wait(span, f"range {text_of(subject)}", loop, function, subject, chain)
        case Select() as select if may_wait(channels, select):
            return Wait(keyword(select.span, "select"), "select", select, function, None, chain)
        case _:
            pass
    return None


def is_hook(package: Package, channels: Channels, function: Function, channel: Expression) -> bool:
    """Tell whether a function that is no test uses a channel that only tests make."""
    return not package.is_test(function) and channels.is_for_tests(channel)


def may_wait(channels: Channels, select: Select) -> bool:
    """Tell whether a select may wait for ever: it has no default and no case that a clock or a stop signal ends."""
    if not select.clauses:
        return False
    for clause in select.clauses:
        if clause.operation is None:
            return False
        receive = received(clause)
        if receive is not None and channels.looks_like_stop(receive.channel):
            return False
    return any(not is_timer(channels, clause) for clause in select.clauses)


def is_timer(channels: Channels, clause: SelectClause) -> bool:
    """Tell whether a case waits for a clock."""
    receive = received(clause)
    return receive is not None and channels.signal(receive.channel) is Signal.TIMER
