"""Finds what only happens once a group has been waited for.

all.Wait()
close(done)                     // whoever hears of done owes nothing any more
"""

from collections.abc import Iterable

from golint_sched.engines.groups import Use
from golint_sched.engines.liveness.channels import Channels, Key, channels_of, received
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Receive
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, Go, Select, SelectClause

Late = frozenset[Receive | SelectClause]


def heard_after(package: Package, waits: Iterable[Use], functions: Iterable[Function]) -> Late:
    """Return the receives of these functions, and the cases that receive, that a close after the wait ends.

    Nobody sends on such a channel, and every close of it comes after a wait.
    """
    channels = channels_of(package)
    late = {key for wait in waits for call in _closes_after(package, wait) for key in channels.keys(call.arguments[0])}
    if not late:
        return frozenset()
    apart = [wait.function for wait in waits]
    for function in package.bodies():
        after = {call for wait in waits if wait.function is function for call in _closes_after(package, wait)}
        for call in package.calls(function):
            if _is_close(package, call) and call not in after:
                late -= channels.keys(call.arguments[0])
    return frozenset(
        node for function in functions if function not in apart for node in _heard(package, channels, function, late)
    )


def _closes_after(package: Package, wait: Use) -> list[Call]:
    """Return the closes that a function comes to by a wait alone."""
    graph = package.graph(wait.function)
    first = graph.node_of.get(wait.call)
    if first is None:
        return []
    return [
        call
        for call in package.calls(wait.function)
        if _is_close(package, call)
        and not isinstance(package.parent(call), Defer | Go)
        and (node := graph.node_of.get(call)) is not None
        and graph.dominates(first.index, node.index)
    ]


def _is_close(package: Package, call: Call) -> bool:
    return package.callee(call).external == "builtin.close" and len(call.arguments) == 1


def _heard(
    package: Package, channels: Channels, function: Function, late: set[Key]
) -> Iterable[Receive | SelectClause]:
    """Yield the receives of a function, and the cases that receive, from nothing but these channels."""

    def is_late(receive: Receive) -> bool:
        keys = channels.keys(receive.channel)
        return bool(keys) and keys <= late and not channels.sends(receive.channel)

    yield from filter(is_late, package.inside(function, Receive))
    for select in package.inside(function, Select):
        for clause in select.clauses:
            receive = received(clause)
            if receive is not None and is_late(receive):
                yield clause
