"""Receives from channels kept in a map, whose owner is closed without a word to those who wait.

wait := make(chan reply)                // elsewhere
c.pending[id] = wait                    c.pending[id] <- answer
…                                       func (c *client) Close() { c.conn.Close() }
return <-wait
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.channels.uses import operation_on
from golint_sched.engines.liveness.work import parts_of
from golint_sched.link import Package
from golint_sched.model.expressions import Expression, Index, Name, Receive, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Range
from golint_sched.model.types import ChannelType, MapType
from golint_sched.source import Span

_CLOSES = re.compile(r"(?i)^(?:close|stop|shutdown|terminate|quit|disconnect)$")


@dataclass(frozen=True, slots=True, eq=False)
class Unanswered:
    """A receive in `function` from a channel that is put into `owner.field` at `kept`; `closes` says nothing to it."""

    function: Function
    receive: Receive
    owner: str
    field: str
    kept: Span
    closes: Function


def unanswered(package: Package) -> Iterator[Unanswered]:
    """Yield the bare receives of waiters of whom their owner's Close knows nothing, in source order."""
    found: list[Unanswered] = []
    for function in package.bodies():
        if function.body is None or package.is_test(function) or package.file(function).generated:
            continue
        for node in package.inside(function, Assign):
            for target, value in zip(node.targets, node.values, strict=False):
                found += _kept(package, function, target, value)
    yield from sorted(found, key=lambda one: one.receive.span)


def _kept(package: Package, function: Function, target: Expression | None, value: Expression) -> Iterator[Unanswered]:
    """Yield the receives from what a statement keeps: `c.pending[id] = wait`."""
    if not isinstance(target, Index) or not isinstance(target.base, Selector) or not isinstance(value, Name):
        return
    field, owner = target.base.field, package.type_name(target.base.base)
    shape = package.shape_of(target.base)
    if not owner or "." in owner or not isinstance(shape, MapType) or not isinstance(shape.value, ChannelType):
        return
    made = package.definitions(value.variable)
    if len(made) != 1 or not package.is_channel_make(made[0].value):
        return
    receives = list(_bare_receives(package, function, value.variable))
    if not receives or _is_gone_through(package, owner, field):
        return
    closes = [each for each in package.bodies() if each.receiver_type == owner and _CLOSES.match(each.name)]
    if len(closes) == 1 and not any(
        _mentions(package, part.function, owner, field) for part in parts_of(package, closes[0])
    ):
        yield Unanswered(function, receives[0], owner, field, target.span, closes[0])


def _bare_receives(package: Package, function: Function, variable: Variable) -> Iterator[Receive]:
    for name in package.names(variable):
        use = operation_on(package, name)
        if use is not None and isinstance(use.node, Receive) and use.blocks and package.owner(name) is function:
            yield use.node


def _is_gone_through(package: Package, owner: str, field: str) -> bool:
    """Tell whether something goes through all who wait: it may tell them."""
    return any(
        isinstance(node.subject, Selector)
        and node.subject.field == field
        and package.type_name(node.subject.base) == owner
        for function in package.bodies()
        for node in package.inside(function, Range)
    )


def _mentions(package: Package, function: Function, owner: str, field: str) -> bool:
    return any(
        node.field == field and package.type_name(node.base) == owner for node in package.inside(function, Selector)
    )
