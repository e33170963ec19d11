"""Of the readers that wait for ever, finds those that only a close would have let go."""

from collections.abc import Iterator

from golint_sched.engines.channels.agreed import is_agreed
from golint_sched.engines.channels.faults import Fault, Kind, of_kind
from golint_sched.engines.channels.verdict import Stuck
from golint_sched.link import Package
from golint_sched.model.expressions import Expression, Name, Receive, Variable
from golint_sched.model.statements import Assign, Break, For, Goto, If, Range, Return, Select, Switch, TypeSwitch
from golint_sched.model.walk import ModelNode, walk


def skipped(package: Package) -> Iterator[Fault]:
    """Yield the faults of local channels whose reader waits for a close, in source order."""
    for fault in of_kind(package, Kind.CLOSE_SKIPPED):
        if _waits_for_close(package, fault.stuck) and not _is_agreed(package, fault.stuck):
            yield fault


def _is_agreed(package: Package, stuck: Stuck) -> bool:
    """Tell whether that is so of all closes, or of a way out of the run."""
    closes = {span for users in stuck.users for span in users.closes}
    found: list[bool] = []
    for function in package.bodies():
        found += [is_agreed(package, call) for call in package.calls(function) if call.span in closes]
        if stuck.exits and any(function.span.start <= span.start < function.span.end for span in stuck.exits):
            for node in package.inside(function, Return):
                if node.span in stuck.exits and is_agreed(package, node):
                    return True
    return bool(found) and all(found)


def has_closer(stuck: Stuck) -> bool:
    """Tell whether a goroutine other than the one that waits may close what it waits on."""
    return any(users.closers - {stuck.lane} for users in stuck.users)


def _waits_for_close(package: Package, stuck: Stuck) -> bool:
    """Tell whether the reader goes on until a close: it does not count what it takes, nor look at it.

    for v := range ch { … }      for { v, ok := <-ch; if !ok { return } … }      <-done
    """
    loops = stuck.graph.loops_around(stuck.node)
    origin = stuck.graph.nodes[stuck.node].origin
    senders = any(users.senders - {stuck.lane} for users in stuck.users)
    if isinstance(origin, Range):
        return not ends_by_value(package, origin)
    if not has_closer(stuck) and not (senders and isinstance(origin, Receive) and asks_for_close(package, origin)):
        return False
    if not senders or not loops:
        return True
    if isinstance(loops[-1], For) and loops[-1].condition is not None:
        return False
    return isinstance(origin, Select) or (isinstance(origin, Receive) and asks_for_close(package, origin))


def asks_for_close(package: Package, receive: Receive) -> bool:
    """`v, ok := <-ch`."""
    parent = package.parent(receive)
    return isinstance(parent, Assign) and len(parent.targets) > len(parent.values) and parent.targets[1] is not None


def ends_by_value(package: Package, loop: Range) -> bool:
    """Tell whether a value that the loop takes may be what ends it: `if v == last { break }`."""
    target = loop.key
    taken = {target.variable} if isinstance(target, Name) else set()
    return any(
        isinstance(leaving, Return | Break | Goto)
        and _leaves(package, leaving, loop)
        and _asks(package, leaving, taken)
        for leaving in walk(loop.body)
    )


def _leaves(package: Package, statement: Return | Break | Goto, loop: Range) -> bool:
    if not isinstance(statement, Break) or statement.label:
        return True
    inner = next(
        (
            around
            for around in package.ancestors(statement)
            if isinstance(around, For | Range | Select | Switch | TypeSwitch)
        ),
        None,
    )
    return inner is loop


def _asks(package: Package, leaving: ModelNode, taken: set[Variable]) -> bool:
    """Tell whether the way out stands under a condition on what was taken."""
    for around in package.ancestors(leaving):
        if isinstance(around, If):
            names: list[Expression] = [node for node in walk(around.condition) if isinstance(node, Name)]
            if around.init is not None:
                names += [node for node in walk(around.init) if isinstance(node, Name)]
            if any(isinstance(name, Name) and name.variable in taken for name in names):
                return True
    return False


__all__ = ["asks_for_close", "ends_by_value", "has_closer", "skipped"]
