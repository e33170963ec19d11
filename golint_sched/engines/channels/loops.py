"""Finds receive loops that call something which sends to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from golint_sched.engines.channels.shared import local_channels, shared_channels
from golint_sched.engines.channels.uses import Operation, Shared, Use, base_of
from golint_sched.link import Package
from golint_sched.model.expressions import Call, Expression, Name, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, For, Go, Range
from golint_sched.model.walk import ModelNode, walk
from golint_sched.source import Span

_DEPTH = 5


@dataclass(frozen=True, slots=True)
class SelfFeed:
    """A send to a loop by the loop itself: `calls` lead from the loop to it, `receive` is the loop's only receive."""

    span: Span
    function: str
    name: str
    receive: Span
    calls: tuple[Span, ...]
    made: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Path:
    """The calls that lead from the loop to where the walk is, and the functions that they have entered."""

    calls: tuple[Span, ...]
    entered: frozenset[Function]


@lru_cache(maxsize=1)
def self_feeds(package: Package) -> tuple[SelfFeed, ...]:
    """Return the sends to unbuffered fields and package variables that their only receive loop comes to itself."""
    found = [feed for channel in shared_channels(package) for feed in _feeds(package, channel)]
    return tuple(sorted(found, key=lambda feed: feed.span))


@lru_cache(maxsize=1)
def local_self_feeds(package: Package) -> tuple[SelfFeed, ...]:
    """Return likewise those to the channels of functions, which a literal that is handed out may use as well."""
    local = (each for each in local_channels(package) if not each.escapes and not each.handed)
    found = [feed for channel in local for feed in _feeds(package, channel)]
    return tuple(sorted(found, key=lambda feed: feed.span))


def _feeds(package: Package, channel: Shared) -> Iterator[SelfFeed]:
    """Yield the first such send of a channel that is received from in one loop of one goroutine only."""
    receives = channel.of(Operation.RECEIVE)
    if len(receives) != 1 or not channel.is_unbuffered:
        return
    (receive,) = receives
    loop = _loop_around(package, receive)
    function = package.owner(receive.node)
    if loop is None or function is None or not _runs_alone(package, function):
        return
    sends: dict[ModelNode, Use] = {use.node: use for use in channel.of(Operation.SEND) if use.blocks}
    for calls, use in _reached(package, loop.body, _instance(receive.subject), sends, _Path((), frozenset({function}))):
        sender = package.owner(use.node)
        if sender is None or package.file(sender).generated:
            continue
        yield SelfFeed(
            span=use.node.span,
            function=sender.key,
            name=channel.name.rpartition(".")[2],
            receive=receive.node.span if not isinstance(receive.node, Range) else receive.node.subject.span,
            calls=calls,
            made=tuple(sorted(call.span for call, _ in channel.made)),
        )
        return


def _loop_around(package: Package, receive: Use) -> For | Range | None:
    """Return the loop that serves the channel: `for v := range ch`, or `for { … <-ch … }`."""
    if isinstance(receive.node, Range):
        return receive.node
    loops = (node for node in package.ancestors(receive.node) if isinstance(node, For | Range))
    return next(loops, None)


def _runs_alone(package: Package, function: Function) -> bool:
    """Tell whether at most one go statement, outside loops, starts the function."""
    spawns = package.spawners(function)
    return len(spawns) <= 1 and not any(package.in_loop(spawn.call) for spawn in spawns)


def _instance(subject: Expression) -> object:
    """Return whose field a channel is: the variable `s` of `s.ch`, "" for a variable, None for others."""
    base = base_of(subject)
    if base is None:
        return ""
    return base.variable if isinstance(base, Name) else None


def _reached(
    package: Package,
    body: ModelNode,
    instance: object,
    sends: Mapping[ModelNode, Use],
    path: _Path,
) -> Iterator[tuple[tuple[Span, ...], Use]]:
    """Yield the sends on the same instance's channel that running `body` may come to, with the calls on the way."""
    if instance is None or len(path.calls) > _DEPTH:
        return
    apart = _apart(body)
    for node in walk(body):
        if node in apart:
            continue
        use = sends.get(node)
        if use is not None and _instance(use.subject) is instance:
            yield path.calls, use
        if isinstance(node, Call):
            following = _followed(package, node, instance)
            if following is not None and following[0] not in path.entered and following[0].body is not None:
                function, inner = following
                assert function.body is not None
                further = _Path((*path.calls, node.span), path.entered | {function})
                yield from _reached(package, function.body, inner, sends, further)


def _apart(body: ModelNode) -> frozenset[ModelNode]:
    """Return the calls that run in another goroutine, or only when the function ends."""
    return frozenset(node.call for node in walk(body) if isinstance(node, Go | Defer))


def _followed(package: Package, call: Call, instance: object) -> tuple[Function, object] | None:
    """Return the function that a call on the same instance enters, and what the instance is called there."""
    callee = package.callee(call)
    if len(callee.functions) != 1 or not callee.certain:
        return None
    function = callee.functions[0]
    if not function.name or instance == "":
        return function, instance
    if isinstance(call.function, Selector) and function.receiver is not None:
        base = call.function.base
        if isinstance(base, Name) and base.variable is instance:
            return function, function.receiver
    return None
