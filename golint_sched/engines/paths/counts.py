"""How much an Add, a Done and the turns of a loop count, and under what conditions they do."""

from collections.abc import Iterator

from golint_sched.engines.channels.amounts import Amount, amount
from golint_sched.engines.groups import Groups, Identity
from golint_sched.flow.graph import Enters, Graph
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    Expression,
    Name,
    PackageName,
    Receive,
    Selector,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, For, Go, Range, Select, SelectClause
from golint_sched.model.types import ChannelType
from golint_sched.model.walk import walk

_DONE = "sync.WaitGroup.Done"
_NO_PANIC = ("builtin.", "sync.", "log.", "time.Now", "time.Since", "context.")


def negative(package: Package, call: Call) -> int | None:
    """Return what a Done counts: -1, or the constant of `Add(-n)`."""
    if package.callee(call).external == _DONE:
        return -1
    value = amount(package, call.arguments[0]) if call.arguments else None
    if value is None:
        text = getattr(getattr(call.arguments[0], "operand", None), "text", "") if call.arguments else ""
        return -int(text) if text.isdigit() else None
    return None if value.key else -abs(value.offset)


def share(added: Amount, turn: Amount, places: list[int]) -> tuple[list[int], int] | None:
    """Return what a turn of each loop counts of an amount, and what is left over; None where that is not clear.

    `places` tells for each loop in how many places a turn starts something: each time in all of them, or in one.
    """
    for shares in (places, [1] * len(places)):
        total = sum(shares)
        left = added.offset - total * turn.offset
        if added.factor == total * turn.factor and (left == 0 or (added.key and places == shares)):
            return shares, left
    if not added.key and all(place == 1 for place in places):
        return places, added.offset - len(places) * turn.offset
    return None


def received(package: Package, loop: For | Range, done: Call) -> Expression | None:
    """Return the channel whose messages the turns of a loop around a Done are about, None where there is none.

    for job := range jobs { … }          for { select { case job, ok := <-jobs: … } }          for { job := <-jobs; … }
    """
    if isinstance(loop, Range):
        return loop.subject if isinstance(package.shape_of(loop.subject), ChannelType) else None
    for around in package.ancestors(done):
        if isinstance(around, SelectClause) and around.operation is not None:
            return next((each.channel for each in walk(around.operation) if isinstance(each, Receive)), None)
        if around is loop:
            break
    for statement in loop.body.statements:
        if isinstance(statement, Assign | Declare):
            for value in statement.values:
                if isinstance(value, Receive):
                    return value.channel
    return None


def turn_starts(package: Package, graph: Graph, loop: For | Range, done: Call) -> Iterator[int]:
    """Yield the nodes at which a turn of the loop has got what it calls Done for."""
    if isinstance(loop, Range):
        for edge in graph.successors[graph.regions[loop].start]:
            if edge.guard == Enters(value=True):
                yield edge.target
        return
    for around in package.ancestors(done):
        if isinstance(around, SelectClause) and around in graph.node_of:
            yield graph.node_of[around].index
            return
        if isinstance(around, Select | For):
            return


def compares_with_nil(condition: Expression, groups: Groups, group: Identity) -> bool:
    """Tell whether a condition compares a pointer to the group with nil."""
    for node in walk(condition):
        if (
            isinstance(node, Binary)
            and any(isinstance(side, BuiltinName) and side.name == "nil" for side in (node.left, node.right))
            and any(groups.of(side) == group for side in (node.left, node.right))
        ):
            return True
    return False


def is_told(condition: Expression, function: Function) -> bool:
    """Tell whether a condition is about parameters alone: who started the function knows what it will do."""
    names = [node for node in walk(condition) if isinstance(node, Name | Selector | PackageName)]
    return bool(names) and all(isinstance(each, Name) and each.variable in function.parameters for each in names)


def may_panic(package: Package, call: Call) -> bool:
    """Tell whether a call that the function makes itself may panic: nothing is known that says it does not."""
    if isinstance(package.parent(call), Defer | Go):
        return False
    callee = package.callee(call)
    return not callee.external.startswith(_NO_PANIC) if callee.external else not callee.conversion
