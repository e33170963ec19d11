"""Waits for goroutines that send on a field's channel, which is received from only after the wait.

func (w *worker) run() { defer w.group.Done(); w.results <- 1 }

w.group.Wait()
for range n { sum += <-w.results }
"""

from dataclasses import dataclass
from functools import lru_cache

from golint_sched.engines.channels.shared import shared_channels
from golint_sched.engines.channels.uses import Operation, Shared, Use
from golint_sched.engines.groups import DONE, GO, WAIT, Groups, Identity, groups_of
from golint_sched.engines.groups import Use as GroupUse
from golint_sched.engines.paths.roles import is_deferred
from golint_sched.link import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call
from golint_sched.model.functions import Function


@dataclass(frozen=True, slots=True, eq=False)
class Undrained:
    """`wait` of `function` waits for the goroutines that `spawn` starts, whose `send` waits for `receive` after it."""

    function: Function
    wait: Call
    spawn: Spawn
    send: Use
    receive: Use
    channel: Shared


@lru_cache(maxsize=1)
def undrained(package: Package) -> tuple[Undrained, ...]:
    """Return the waits that come before every receive from an unbuffered channel, in source order."""
    channels = [one for one in shared_channels(package) if one.is_unbuffered and not one.escapes]
    if not channels:
        return ()
    groups = groups_of(package)
    found = [
        one
        for channel in channels
        for group, uses in groups.uses.items()
        for wait in uses.get(WAIT, ())
        if (one := _undrained(groups, group, wait, channel)) is not None
    ]
    return tuple(sorted(found, key=lambda one: one.wait.span))


def _undrained(groups: Groups, group: Identity, wait: GroupUse, channel: Shared) -> Undrained | None:
    package = groups.package
    receives = channel.of(Operation.RECEIVE)
    graph = package.graph(wait.function)
    here = graph.node_of.get(wait.call)
    if here is None or here.index not in graph.reachable or not receives or package.is_test(wait.function):
        return None
    for receive in receives:
        node = graph.node_of.get(receive.select or receive.node)
        if package.owner(receive.node) is not wait.function or node is None:
            return None
        if not graph.dominates(here.index, node.index) or here.index in graph.reachable_from(node.index):
            return None
    for send in channel.of(Operation.SEND):
        spawn = _counted(groups, group, send) if send.blocks else None
        if spawn is not None and _comes_first(package, spawn, wait):
            return Undrained(wait.function, wait.call, spawn, send, receives[0], channel)
    return None


def _counted(groups: Groups, group: Identity, send: Use) -> Spawn | None:
    """Return what starts the goroutine that sends before it is done, where the group counts it."""
    package = groups.package
    function = package.owner(send.node)
    if function is None or package.is_test(function):
        return None
    spawns = package.spawners(function)
    started = {spawn.call for spawn in spawns}
    if not spawns or any(call not in started for _, call in package.callers(function)):
        return None
    counted = {use.call for use in groups.uses[group].get(GO, ())}
    for spawn in spawns:
        if spawn.call in counted:
            return spawn
    dones = groups.uses[group].get(DONE, ())
    return spawns[0] if any(_done_after(package, function, send, done) for done in dones) else None


def _done_after(package: Package, function: Function, send: Use, done: GroupUse) -> bool:
    """Tell whether the goroutine's Done comes after its send: deferred, or on the ways from there only."""
    if done.function is not function:
        literal = package.tables.literal_nodes.get(done.function)
        call = None if literal is None else package.parent(literal)
        return package.enclosing(done.function) is function and isinstance(call, Call) and is_deferred(package, call)
    if is_deferred(package, done.call):
        return True
    graph = package.graph(function)
    first, last = graph.node_of.get(send.select or send.node), graph.node_of.get(done.call)
    return first is not None and last is not None and first.index not in graph.reachable_from(last.index)


def _comes_first(package: Package, spawn: Spawn, wait: GroupUse) -> bool:
    """Tell whether the goroutine may have been started when the wait begins."""
    if spawn.function is not wait.function:
        return package.outermost(spawn.function) is not package.outermost(wait.function)
    graph = package.graph(wait.function)
    first, last = graph.node_of.get(spawn.statement or spawn.call), graph.node_of.get(wait.call)
    return first is not None and last is not None and last.index in graph.reachable_from(first.index)
