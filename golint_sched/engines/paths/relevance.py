"""Which conditions of a function still matter at a place, and what they are about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from golint_sched.engines.paths.keys import given_terms
from golint_sched.engines.paths.selects import channels_asked
from golint_sched.engines.paths.stores import Store, Stores, source_term
from golint_sched.engines.paths.terms import (
    Term,
    copies_field,
    fields_of,
    is_of_type,
    may_change,
    normalised,
    replaced,
    roots_of,
    subject,
    term_of,
    type_term,
    value_of_type,
    variable_term,
)
from golint_sched.flow.graph import Condition, Ending, Graph, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import Binary, Call, Name, Selector, Unary
from golint_sched.model.functions import Function
from golint_sched.model.statements import Block, Defer, If, Select, Switch, TypeSwitch
from golint_sched.model.types import UNKNOWN, NamedType
from golint_sched.model.walk import literals

ERROR = NamedType("builtin", "error")
_DEPTH = 3  # callees of callees whose conditions a caller is asked about


class Mentions:
    """Terms with a bit for each, asked by what they mention: what `mentions` tells of each, for all of them at once."""

    def __init__(self) -> None:
        """Begin with no term."""
        self._with_term: dict[Term, int] = {}
        self._with_field: dict[object, int] = {}

    def add(self, term: Term, bit: int) -> None:
        """Add a term, or what has this bit mentions one more."""
        self._with_term[term] = self._with_term.get(term, 0) | bit
        if term.head == "field":
            self._with_field[term.parts[1]] = self._with_field.get(term.parts[1], 0) | bit
        for part in term.parts:
            if isinstance(part, Term):
                self.add(part, bit)

    def of(self, changed: Term) -> int:
        """Return the bits of the terms whose value may change when `changed` is assigned."""
        found = self._with_term.get(changed, 0)
        return found | self._with_field.get(changed.parts[1], 0) if changed.head == "field" else found


@dataclass(frozen=True, slots=True, eq=False)
class _Effect:
    """What a node tests, and for each of its stores which terms change and what these depend on instead."""

    asked: int
    stores: tuple[tuple[int, int], ...]


class Relevance:
    """What the tests of one function's graph are about, from each node on.

    Each term that a test may come to be about has a bit, so that a set of terms is a number.
    """

    def __init__(self, package: Package, graph: Graph, stores: Stores, *, deep: bool = False) -> None:
        """Make it for a graph of the package; with `deep`, a call tests the fields that its callees test."""
        self.deep = deep
        self.package = package
        self.graph = graph
        self.stores = stores
        self._bits: dict[Term, int] = {}
        self._lives: dict[frozenset[int], tuple[int, ...]] = {}
        self._quiet: dict[frozenset[int], frozenset[int]] = {}

    def bit(self, term: Term) -> int:
        """Return the bit of a term, 0 for one that no test comes to be about."""
        return self._settled.get(term, 0)

    def compared(self, term: Term) -> tuple[Term, ...]:
        """Return the comparisons `term < n` and `n < term` that tests come to be about."""
        return tuple(each for each in self._settled if each.head == "<" and term in each.parts)

    def live(self, quiet: frozenset[int]) -> tuple[int, ...]:
        """Return for every node what the tests from there on are about, without those at `quiet` nodes."""
        if quiet not in self._lives:
            self._lives[quiet] = self._find_live(quiet)
        return self._lives[quiet]

    def _find_live(self, quiet: frozenset[int]) -> tuple[int, ...]:
        graph, effects = self.graph, self._effects
        into = [0] * len(graph.nodes)
        at_end = self._bits_of(self._tested_at_the_end)
        pending = list(range(len(graph.nodes)))
        queued = set(pending)
        while pending:
            index = pending.pop()
            queued.discard(index)
            after = at_end if isinstance(graph.nodes[index].origin, Ending) else 0
            for edge in graph.successors[index]:
                after |= into[edge.target]
            before, learnt = after, 0
            for changes, source in effects[index].stores:
                if changes & after:
                    before &= ~changes
                    learnt |= source
            before |= learnt if index in quiet else learnt | effects[index].asked
            if before != into[index]:
                into[index] = before
                for source in graph.predecessors[index]:
                    if source not in queued:
                        queued.add(source)
                        pending.append(source)
        return tuple(into)

    @cached_property
    def _settled(self) -> dict[Term, int]:
        """Return the bits of all terms."""
        return self._bits if self._effects else {}

    @cached_property
    def _effects(self) -> tuple[_Effect, ...]:
        """Return what each node does to what matters; every term that can ever matter has its bit afterwards."""
        asked, stored = list[int](), list[tuple[tuple[Store, int], ...]]()
        for node in self.graph.nodes:
            asked.append(self._bits_of(self._find_asked(node)))
            stored.append(tuple((store, self._bits_of(self._sources(store))) for store in self.stores.of(node)))
        self._bits_of(self._tested_at_the_end)
        mentions = Mentions()
        for term, bit in self._bits.items():
            mentions.add(term, bit)
        return tuple(
            _Effect(
                tests, tuple(self._stored(self._changed(mentions, store), store, sources) for store, sources in stores)
            )
            for tests, stores in zip(asked, stored, strict=True)
        )

    @staticmethod
    def _stored(changed: int, store: Store, sources: int) -> tuple[int, int]:
        """Return what a store changes and depends on: whether `i++` leaves `i < n` depends on what was known of i."""
        return changed, sources | changed if store.step else sources

    def _changed(self, mentions: Mentions, store: Store) -> int:
        """Return the bits of the terms whose value a store may change."""
        given = source_term(self.package, store)
        if not copies_field(store.target, given):
            return mentions.of(store.target)
        return sum(bit for term, bit in self._bits.items() if may_change(term, store.target, given))

    def _bits_of(self, terms: Iterable[Term]) -> int:
        found = 0
        for term in terms:
            found |= self._bits.setdefault(term, 1 << len(self._bits))
        return found

    def _sources(self, store: Store) -> Iterator[Term]:
        """Yield what a value depends on where it is stored in something that matters."""
        given = source_term(self.package, store)
        if given is not None:
            yield subject(given)
        if isinstance(store.source, Call) and store.position is None:
            yield from self._wrapped(store.source)

    def quiet(self, busy: frozenset[int]) -> frozenset[int]:
        """Return the nodes of branches that do nothing of interest: no `busy` node, and all go on at one place."""
        if busy not in self._quiet:
            self._quiet[busy] = self._find_quiet(busy)
        return self._quiet[busy]

    def _find_quiet(self, busy: frozenset[int]) -> frozenset[int]:
        found: set[int] = set()
        for statement, region in self.graph.regions.items():
            if isinstance(statement, If | Switch | TypeSwitch) and busy.isdisjoint(region):
                leaves = {
                    edge.target
                    for source in region
                    for edge in self.graph.successors[source]
                    if edge.target not in region
                }
                if len(leaves) == 1 and not isinstance(self.graph.nodes[min(leaves)].origin, Ending):
                    found.update(region)
        return frozenset(found)

    def _wrapped(self, call: Call) -> Iterator[Term]:
        """Yield the errors that a call may wrap: if `err` is not nil, neither is `wrap(err)`."""
        for argument in call.arguments:
            if isinstance(argument, Name) and self.package.type_of(argument) in (ERROR, UNKNOWN):
                yield variable_term(argument.variable)

    def _find_asked(self, node: Node) -> frozenset[Term]:
        """Return what the node itself tests."""
        match node.origin:
            case Condition(expression=expression):
                term = term_of(self.package, expression)
                asked = frozenset(self._asked_by(expression)) if isinstance(expression, Call) else frozenset[Term]()
                return asked if term is None else asked | _subjects(term)
            case Switch(tag=tag) if tag is not None:
                term = term_of(self.package, tag)
                return frozenset() if term is None else frozenset({term})
            case TypeSwitch() as switch:
                return frozenset(_types_asked(self.package, switch))
            case Select() as select:
                return frozenset(channels_asked(self.package, select))
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


def _subjects(term: Term) -> frozenset[Term]:
    """Return what a condition is about, and the value whose type it asks for: nil has no type."""
    value = value_of_type(normalised(term, value=True).term)
    return frozenset({subject(term)}) if value is None else frozenset({subject(term), value})


def _types_asked(package: Package, switch: TypeSwitch) -> Iterator[Term]:
    """Yield what the clauses of a type switch ask."""
    value = term_of(package, switch.subject)
    if value is not None:
        yield from (value, type_term(value))
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
