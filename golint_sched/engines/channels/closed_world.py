"""Finds operations on a package's own fields and variables that no other code of the package ever answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from golint_sched.engines.channels.shared import shared_channels
from golint_sched.engines.channels.uses import Operation, Shared, Use
from golint_sched.link import Package
from golint_sched.link.members import dereference, type_name
from golint_sched.model.expressions import Receive
from golint_sched.model.statements import Range, Send
from golint_sched.model.types import ChannelType
from golint_sched.source import Span


@dataclass(frozen=True, slots=True)
class Lack:
    """A send that nothing receives, or a receive (`sends` unset) to which nothing is sent and that no close ends."""

    span: Span
    function: str
    name: str
    sends: bool
    made: tuple[Span, ...]


@lru_cache(maxsize=1)
def lacks(package: Package) -> tuple[Lack, ...]:
    """Return the unanswered operations on channels that only this package can reach, in source order.

    Of one channel the first is returned: what is lacking is one and the same counterpart.
    """
    found = [lack for channel in shared_channels(package) for lack in _lacking(package, channel)]
    return tuple(sorted(found, key=lambda lack: lack.span))


def _lacking(package: Package, channel: Shared) -> Iterator[Lack]:
    sends, receives, closes = (channel.of(operation) for operation in Operation)
    if not channel.made:
        return  # it is always nil, which is another fault
    if not receives and channel.is_unbuffered:
        yield from _first(package, channel, sends)
    if not sends and not closes and not _leaves_in_message(package, channel.name):
        yield from _first(package, channel, receives)


def _leaves_in_message(package: Package, name: str) -> bool:
    """Tell whether the channel is a field of a message that is sent to somebody whose code is not in view.

    server.requests <- request{reply: reply}      and nobody here receives from a channel of requests
    """
    owner = name.rpartition(".")[0]
    if not owner:
        return False
    sent = received = False
    for function in package.bodies():
        for node in package.nodes_of(function, (Send, Receive, Range)):
            if isinstance(node, Send):
                sent = sent or package.type_name(node.value) == owner
            elif isinstance(node, Receive | Range):
                subject = node.channel if isinstance(node, Receive) else node.subject
                shape = package.shape_of(subject)
                received = received or (
                    isinstance(shape, ChannelType) and type_name(dereference(shape.element)) == owner
                )
    return sent and not received


def _first(package: Package, channel: Shared, uses: tuple[Use, ...]) -> Iterator[Lack]:
    """Yield the first use that blocks, generated code and what only main waits for at its end left out."""
    for use in sorted(uses, key=lambda use: use.node.span):
        function = package.owner(use.node)
        if not use.blocks or function is None or package.file(function).generated:
            continue
        if use.operation is Operation.RECEIVE and package.is_process_lifetime(function):
            continue  # `<-forever` keeps a process alive on purpose
        span = use.node.span if use.select is None else use.select.span
        if isinstance(use.node, Range):
            span = span._replace(end=use.node.subject.span.end)
        made = tuple(sorted(call.span for call, _ in channel.made))
        yield Lack(span, function.key, channel.name, use.operation is Operation.SEND, made)
        return
