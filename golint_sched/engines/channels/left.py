"""Sends to a goroutine of an object that may have ended by itself before it is told to.

// goroutine, the only one              // whoever stops it
for {                                   w.quit <- struct{}{}
select {
case <-w.quit: return
case job := <-w.jobs:
if err := job(); err != nil { return }
}
}
"""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.channels.results import Results
from golint_sched.engines.channels.shared import shared_channels
from golint_sched.engines.channels.uses import Operation, Shared, Use
from golint_sched.engines.liveness.channels import Channels
from golint_sched.engines.liveness.work import parts_of, root_of
from golint_sched.link import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import BuiltinName, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import If, Switch
from golint_sched.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class Left:
    """A send in `function` that waits for ever once the goroutine of `spawn` has ended by itself, at `exit`."""

    function: Function
    channel: Shared
    use: Use
    receives: tuple[Use, ...]
    spawn: Spawn
    exit: Span


def left(package: Package) -> Iterator[Left]:
    """Yield the bare sends whose only receiver is one goroutine that can end without a receive, in source order."""
    channels = Channels(package)
    found: list[Left] = []
    for channel in shared_channels(package):
        if channel.field and channel.is_unbuffered and not channel.of(Operation.CLOSE):
            found += _of(package, channels, channel)
    yield from sorted(found, key=lambda one: one.use.node.span)


def _of(package: Package, channels: Channels, channel: Shared) -> Iterator[Left]:
    receives = channel.of(Operation.RECEIVE)
    spawn = _reader(package, receives)
    root = root_of(spawn) if spawn is not None else None
    if spawn is None or root is None:
        return
    parts = {part.function for part in parts_of(package, root)}
    if any(_keeps_account(package, part) for part in parts):
        return
    exit_span = Results(package, channels, receives).way_out(root)
    if exit_span is None:
        return
    for use in channel.of(Operation.SEND):
        function = package.owner(use.node)
        if function is None or function in parts or package.is_test(function) or package.file(function).generated:
            continue
        if use.blocks and not _is_guarded(package, function, use):
            yield Left(function, channel, use, receives, spawn, exit_span)


def _reader(package: Package, receives: tuple[Use, ...]) -> Spawn | None:
    """Return the one go statement whose goroutine has all the receives, None where others may receive too."""
    owners = {package.owner(use.node) for use in receives}
    for function in package.bodies():
        for spawn in package.spawns(function):
            root = root_of(spawn)
            if root is None or package.is_test(function) or package.in_loop(spawn.call):
                continue
            parts = {part.function for part in parts_of(package, root)}
            if owners and owners <= parts:
                alone = all(
                    caller in parts or package.is_test(caller) or call is spawn.call
                    for part in parts & owners
                    for caller, call in package.callers(part)
                )
                return spawn if alone and len(package.spawners(root)) == 1 else None
    return None


def _keeps_account(package: Package, function: Function) -> bool:
    """Tell whether a goroutine strikes something off a map: whoever stops it may look there first."""
    return any(
        isinstance(call.function, BuiltinName) and call.function.name == "delete" for call in package.calls(function)
    )


def _is_guarded(package: Package, function: Function, use: Use) -> bool:
    """Tell whether somebody asks before the send, a lock is taken, or all its callers in view ask."""
    outer = package.outermost(function)
    if any(isinstance(around, If | Switch) for around in package.ancestors(use.node)):
        return True
    if any(node.span.start < use.node.span.start for node in package.nodes_of(outer, (If, Switch))):
        return True
    if any(
        isinstance(call.function, Selector) and call.function.field in ("Lock", "RLock")
        for call in package.calls(outer)
    ):
        return True
    calls = [call for caller, call in package.callers(outer) if not package.is_test(caller)]
    return bool(calls) and all(
        any(isinstance(around, If | Switch) for around in package.ancestors(call)) for call in calls
    )
