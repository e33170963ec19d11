"""Which conditions of a function still matter at a place, and what they are about."""

from collections.abc import Iterator
from functools import cached_property

from golint_sched.engines.paths.keys import given_terms
from golint_sched.engines.paths.stores import Stores, source_term
from golint_sched.engines.paths.terms import (
    Term,
    fields_of,
    is_of_type,
    mentions,
    replaced,
    roots_of,
    subject,
    term_of,
    type_term,
    variable_term,
)
from golint_sched.flow.graph import Condition, Ending, Graph, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import Binary, Call, Name, Selector, Unary
from golint_sched.model.functions import Function
from golint_sched.model.statements import Block, Defer, If, Switch, TypeSwitch
from golint_sched.model.types import UNKNOWN, NamedType
from golint_sched.model.walk import literals

ERROR = NamedType("builtin", "error")
_DEPTH = 3  # callees of callees whose conditions a caller is asked about


class Relevance:
    """What the tests of one function's graph are about, from each node on."""

    def __init__(self, package: Package, graph: Graph, stores: Stores, *, deep: bool = False) -> None:
        """Make it for a graph of the package; with `deep`, a call tests the fields that its callees test."""
        self.deep = deep
        self.package = package
        self.graph = graph
        self.stores = stores
        self._mentioned: dict[tuple[Term, Term], bool] = {}
        self._tests: dict[int, frozenset[Term]] = {}
        self._lives: dict[frozenset[int], tuple[frozenset[Term], ...]] = {}

    def live(self, quiet: frozenset[int]) -> tuple[frozenset[Term], ...]:
        """Return for every node what the tests from there on are about, without those at `quiet` nodes."""
        if quiet not in self._lives:
            self._lives[quiet] = self._find_live(quiet)
        return self._lives[quiet]

    def _find_live(self, quiet: frozenset[int]) -> tuple[frozenset[Term], ...]:
        graph = self.graph
        into: list[frozenset[Term]] = [frozenset()] * len(graph.nodes)
        at_end = self._tested_at_the_end
        pending = list(range(len(graph.nodes)))
        queued = set(pending)
        while pending:
            index = pending.pop()
            queued.discard(index)
            node = graph.nodes[index]
            after = at_end if isinstance(node.origin, Ending) else frozenset()
            after = after.union(*(into[edge.target] for edge in graph.successors[index]))
            asked = frozenset() if index in quiet else self._asked(node)
            before = self._before(node, after, asked)
            if before != into[index]:
                into[index] = before
                for source in graph.predecessors[index]:
                    if source not in queued:
                        queued.add(source)
                        pending.append(source)
        return tuple(into)

    def quiet(self, busy: frozenset[int]) -> frozenset[int]:
        """Return the nodes of branches that do nothing of interest: no `busy` node, and all go on at one place."""
        found: set[int] = set()
        for statement, region in self.graph.regions.items():
            if isinstance(statement, If | Switch | TypeSwitch) and not any(index in busy for index in region):
                leaves = {
                    edge.target
                    for source in region
                    for edge in self.graph.successors[source]
                    if edge.target not in region
                }
                if len(leaves) == 1 and not isinstance(self.graph.nodes[min(leaves)].origin, Ending):
                    found.update(region)
        return frozenset(found)

    def _before(self, node: Node, after: frozenset[Term], asked: frozenset[Term]) -> frozenset[Term]:
        """Return what matters before the node, given what matters after it."""
        stores = self.stores.of(node)
        if not stores or not after:
            return after | asked
        before, learnt = set(after), set[Term]()
        for store in stores:
            changed = {term for term in after if self._mentions(term, store.target)}
            before -= changed
            given = source_term(self.package, store) if changed and store.source is not None else None
            if given is not None:
                learnt.add(subject(given))
            if changed and isinstance(store.source, Call) and store.position is None:
                learnt.update(self._wrapped(store.source))
        return frozenset(before | learnt) | asked

    def _wrapped(self, call: Call) -> Iterator[Term]:
        """Yield the errors that a call may wrap: if `err` is not nil, neither is `wrap(err)`."""
        for argument in call.arguments:
            if isinstance(argument, Name) and self.package.type_of(argument) in (ERROR, UNKNOWN):
                yield variable_term(argument.variable)

    def _mentions(self, term: Term, changed: Term) -> bool:
        """Tell what `mentions` tells, from memory: liveness asks it of the same pairs again and again."""
        pair = (term, changed)
        known = self._mentioned.get(pair)
        if known is None:
            known = self._mentioned[pair] = mentions(term, changed)
        return known

    def _asked(self, node: Node) -> frozenset[Term]:
        """Return what the node itself tests."""
        if node.index not in self._tests:
            self._tests[node.index] = self._find_asked(node)
        return self._tests[node.index]

    def _find_asked(self, node: Node) -> frozenset[Term]:
        match node.origin:
            case Condition(expression=expression):
                term = term_of(self.package, expression)
                asked = frozenset(self._asked_by(expression)) if isinstance(expression, Call) else frozenset[Term]()
                return asked if term is None else asked | {subject(term)}
            case Switch(tag=tag) if tag is not None:
                term = term_of(self.package, tag)
                return frozenset() if term is None else frozenset({term})
            case TypeSwitch() as switch:
                return frozenset(_types_asked(self.package, switch))
            case Call() as call:
                return frozenset(self._asked_by(call))
            case _:
                return frozenset()

    def _asked_by(self, call: Call) -> Iterator[Term]:
        for function in self.package.callee(call).functions:
            if not function.name:
                yield from conditions_in(self.package, function)
            elif self.deep:
                yield from _as_caller_says(self.package, call, function, fields_asked(self.package, function))
        for argument in call.arguments:
            if isinstance(argument, Name):
                yield variable_term(argument.variable)
            if isinstance(argument, Name | Selector | Unary | Binary):
                term = term_of(self.package, argument)
                if term is not None:
                    yield subject(term)

    @cached_property
    def _tested_at_the_end(self) -> frozenset[Term]:
        """Return what deferred literals test, what the callers learn from the results, and what goes on outside."""
        function = self.graph.function
        found = {variable_term(variable) for variable in function.results}
        for node in self.graph.nodes:
            if isinstance(node.origin, Defer):
                found.update(self._asked_by(node.origin.call))
        if not function.name:
            found.update(conditions_in(self.package, self.package.outermost(function), function))
        return frozenset(found)


def conditions_in(package: Package, function: Function, without: Function | None = None) -> frozenset[Term]:
    """Return what the conditions in a function, and in the literals inside it other than `without`, are about."""
    if function.body is None or function is without:
        return frozenset()
    known = package.shared(_conditions)
    if (function, without) not in known:
        known[function, without] = _find_conditions(package, function, function.body, without)
    return known[function, without]


def _conditions(_package: Package) -> dict[tuple[Function, Function | None], frozenset[Term]]:
    return {}


def _find_conditions(package: Package, function: Function, body: Block, without: Function | None) -> frozenset[Term]:
    found: set[Term] = set()
    graph = package.graph(function)
    for node in graph.nodes:
        match node.origin:
            case Condition(expression=expression):
                term = term_of(package, expression)
            case Switch(tag=tag) if tag is not None:
                term = term_of(package, tag)
            case TypeSwitch() as switch:
                found.update(_types_asked(package, switch))
                continue
            case _:
                continue
        if term is not None:
            found.add(subject(term))
    for literal in literals(body):
        found |= conditions_in(package, literal, without)
    return frozenset(found)


def _fields(_package: Package) -> dict[tuple[Function, int], frozenset[Term]]:
    return {}


def fields_asked(package: Package, function: Function, depth: int = 0) -> frozenset[Term]:
    """Return the fields of its receiver and its parameters that a function, or what it calls, tests."""
    known = package.shared(_fields)
    if (function, depth) not in known:
        known[function, depth] = frozenset()  # a function that calls itself tests nothing else there
        found = set(conditions_in(package, function))
        for call in package.calls(function) if depth < _DEPTH else ():
            for callee in package.callee(call).functions:
                if callee.name:
                    found.update(_as_caller_says(package, call, callee, fields_asked(package, callee, depth + 1)))
        mine = {function.receiver, *function.parameters}
        known[function, depth] = frozenset(term for term in found if fields_of(term) and roots_of(term) <= mine)
    return known[function, depth]


def _as_caller_says(package: Package, call: Call, function: Function, terms: frozenset[Term]) -> Iterator[Term]:
    for variable, given in given_terms(package, call, function) if terms else ():
        for term in terms:
            outside = replaced(term, variable_term(variable), given)
            if outside != term:
                yield subject(outside)


def _types_asked(package: Package, switch: TypeSwitch) -> Iterator[Term]:
    """Yield what the clauses of a type switch ask."""
    value = term_of(package, switch.subject)
    if value is not None:
        yield type_term(value)
        for clause in switch.clauses:
            yield from (subject(is_of_type(value, each)) for each in clause.types)


def tested_inside(package: Package, function: Function) -> frozenset[Term]:
    """Return what the conditions of a function are about, and the variables that it passes to others to test them."""
    known = package.shared(_tested)
    if function not in known:
        known[function] = conditions_in(package, function) | _handed_down(package, function)
    return known[function]


def _tested(_package: Package) -> dict[Function, frozenset[Term]]:
    return {}


def _handed_down(package: Package, function: Function) -> frozenset[Term]:
    """Return the variables that a function passes to others of the package, whose conditions may be about them."""
    return frozenset(
        variable_term(argument.variable)
        for call in package.calls(function)
        if package.callee(call).functions
        for argument in call.arguments
        if isinstance(argument, Name)
    )
