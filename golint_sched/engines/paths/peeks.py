"""Finds where a function has looked into a channel's buffer before it takes from it.

if len(s.wakeups) > 0 {
<-s.wakeups                     // does not wait, as long as nobody else has taken it meanwhile
}
"""

from collections.abc import Callable, Iterator, Mapping

from golint_sched.engines.paths.keys import Key, key_of
from golint_sched.flow.graph import Condition, Graph, Holds
from golint_sched.link.package import Package
from golint_sched.model.expressions import Binary, BuiltinName, Call, Constant, Expression

_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
_HOLDS: Mapping[str, Callable[[int], bool]] = {  # what a comparison of len(c) with a number says if c is empty
    "==": lambda number: number == 0,
    "!=": lambda number: number != 0,
    "<": lambda number: number > 0,
    "<=": lambda number: number >= 0,
    ">": lambda number: number < 0,
    ">=": lambda number: number <= 0,
}


def peeks(package: Package, graph: Graph, place: int, channel: Key) -> Iterator[int]:
    """Yield the conditions that come before a node on every path, and let nothing of an empty channel come to it."""
    for node in graph.nodes:
        if not isinstance(node.origin, Condition) or not graph.dominates(node.index, place):
            continue
        empty = _if_empty(package, node.origin.expression, channel)
        if empty is None:
            continue
        targets = [edge.target for edge in graph.successors[node.index] if edge.guard == Holds(value=empty)]
        if not any(
            place in graph.reachable_from(target, avoiding=frozenset({node.index}))
            for target in targets
            if target != node.index
        ):
            yield node.index


def _if_empty(package: Package, condition: Expression, channel: Key) -> bool | None:
    """Return what a comparison says where the channel is empty, None where it does not compare the channel's length."""
    if not isinstance(condition, Binary) or condition.operator not in _MIRRORED:
        return None
    for side, other, operator in (
        (condition.left, condition.right, condition.operator),
        (condition.right, condition.left, _MIRRORED[condition.operator]),
    ):
        if not _is_length(package, side, channel):
            continue
        if isinstance(other, Constant) and other.text.isdecimal():
            return _HOLDS[operator](int(other.text))
    return None


def _is_length(package: Package, expression: Expression, channel: Key) -> bool:
    match expression:
        case Call(function=BuiltinName(name="len"), arguments=(subject,)):
            return key_of(package, subject) == channel
        case _:
            return False
