"""What the answer of a small function tells of what it was asked about.

func missing(resp *http.Response, err error) bool { return resp == nil && err == nil }
"""

from collections import deque
from collections.abc import Callable, Iterator
from typing import Protocol

from golint_sched.engines.paths.keys import given_terms
from golint_sched.engines.paths.terms import (
    Fact,
    Facts,
    normalised,
    replaced,
    roots_of,
    target_term,
    term_of,
    variable_term,
)
from golint_sched.flow.graph import Edge, Graph, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import Binary, BuiltinName, Call, Expression, Unary
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Return
from golint_sched.model.types import NamedType

_BOOL = NamedType("builtin", "bool")
_MOST_NODES = 24  # of a function that is read for what its answer tells
_MOST_STATES = 200


class Flow(Protocol):
    """How the nodes and edges of a function change what is known."""

    graph: Graph

    def after(self, node: Node, facts: Facts) -> Facts:
        """Return what is known when the node has been done."""

    def along(self, node: Node, edge: Edge, facts: Facts) -> Facts | None:
        """Return what is known when the edge is taken, None where that contradicts what is known."""


FlowOf = Callable[[Package, Function], Flow]


def told_by(package: Package, call: Call, flow_of: FlowOf, *, answer: bool) -> Iterator[Fact]:
    """Yield what a caller knows of the arguments of a call that gives this answer."""
    callee = package.callee(call)
    if len(callee.functions) != 1 or not callee.certain:
        return
    (function,) = callee.functions
    for fact in _told(package, function, flow_of)[answer]:
        term = fact.term
        for variable, given in given_terms(package, call, function):
            term = replaced(term, variable_term(variable), given)
        if roots_of(term).isdisjoint((function.receiver, *function.parameters)):
            yield normalised(term, fact.value)


def is_predicate(package: Package, call: Call, flow_of: FlowOf) -> bool:
    """Tell whether some answer of a call tells something."""
    return any(any(True for _ in told_by(package, call, flow_of, answer=answer)) for answer in (True, False))


def _answers(_package: Package) -> dict[Function, dict[bool, Facts]]:
    return {}


def _told(package: Package, function: Function, flow_of: FlowOf) -> dict[bool, Facts]:
    """Return for each answer of a function what holds of its parameters and its receiver whenever it gives it."""
    known = package.shared(_answers)
    if function not in known:
        known[function] = {True: frozenset(), False: frozenset()}  # a function that calls itself tells nothing there
        if _is_small(package, function):
            known[function] = {answer: _common(package, function, flow_of, answer=answer) for answer in (True, False)}
    return known[function]


def _is_small(package: Package, function: Function) -> bool:
    """Tell whether a function has one bool for a result, and leaves its parameters as they are."""
    if function.body is None or not function.name or function.type.results != (_BOOL,):
        return False
    own = {variable_term(each) for each in (function.receiver, *function.parameters) if each is not None}
    written = {
        target_term(package, target)
        for node in package.inside(function, Assign)
        for target in node.targets
        if target is not None
    }
    return len(package.graph(function).nodes) <= _MOST_NODES and own.isdisjoint(written)


def _common(package: Package, function: Function, flow_of: FlowOf, *, answer: bool) -> Facts:
    """Return what is known on all ways on which a function gives the answer."""
    flow = flow_of(package, function)
    own = {each for each in (function.receiver, *function.parameters) if each is not None}
    seen: set[tuple[int, Facts]] = {(0, frozenset())}
    queue: deque[tuple[int, Facts]] = deque(seen)
    common: Facts | None = None
    while queue and len(seen) < _MOST_STATES:
        index, facts = queue.popleft()
        node = flow.graph.nodes[index]
        known = flow.after(node, facts)
        if isinstance(node.origin, Return):
            value = node.origin.values[0] if node.origin.values else None
            if isinstance(value, BuiltinName) and value.name != str(answer).lower():
                continue
            held = facts | (frozenset(_holding(package, value, answer=answer)) if value is not None else frozenset())
            common = held if common is None else common & held
            continue
        for edge in flow.graph.successors[index]:
            there = flow.along(node, edge, known)
            if there is not None and (edge.target, there) not in seen:
                seen.add((edge.target, there))
                queue.append((edge.target, there))
    if common is None or queue:
        return frozenset()
    return frozenset(fact for fact in common if roots_of(fact.term) and roots_of(fact.term) <= own)


def _holding(package: Package, condition: Expression, *, answer: bool) -> Iterator[Fact]:
    """Yield what holds for certain where a condition has a value."""
    match condition:
        case BuiltinName():
            return
        case Unary(operator="!", operand=operand):
            yield from _holding(package, operand, answer=not answer)
        case Binary(operator="&&" | "||" as operator, left=left, right=right):
            if answer is (operator == "&&"):
                yield from _holding(package, left, answer=answer)
                yield from _holding(package, right, answer=answer)
        case _:
            term = term_of(package, condition)
            if term is not None:
                yield normalised(term, answer)
