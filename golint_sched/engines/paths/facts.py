"""What is known of conditions along the paths of one function."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from golint_sched.engines.paths.choices import has_every_case
from golint_sched.engines.paths.last_turns import first_tests, still_below
from golint_sched.engines.paths.predicates import is_predicate, told_by
from golint_sched.engines.paths.relevance import ERROR, Relevance
from golint_sched.engines.paths.selects import channel_term
from golint_sched.engines.paths.stores import Store, Stores, source_term
from golint_sched.engines.paths.terms import (
    Fact,
    Facts,
    Term,
    is_never_nil,
    is_nil,
    is_of_type,
    known_value,
    may_change,
    normalised,
    subject,
    term_of,
    value_of_type,
)
from golint_sched.engines.paths.trail import Event, branch
from golint_sched.flow.graph import Chosen, Condition, Edge, Graph, Holds, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    Constant,
    Expression,
    FunctionLiteral,
    Name,
    PackageName,
    QualifiedName,
    Selector,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Declare,
    Defer,
    Go,
    Range,
    Return,
    Select,
    SelectClause,
    Switch,
    SwitchClause,
    TypeClause,
    TypeSwitch,
)
from golint_sched.model.types import UNKNOWN, Type

# Packages for tests, and their functions after which, or in which, an error is demanded.
_TESTERS = ("github.com/stretchr/testify/", "gotest.tools/")
_DEMANDS = frozenset(
    {
        "Error",
        "Errorf",
        "EqualError",
        "ErrorAs",
        "ErrorAsf",
        "ErrorContains",
        "ErrorContainsf",
        "ErrorIs",
        "ErrorIsf",
        "ErrorType",
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """An edge as a walk takes it: `event` tells of the choice, `position` counts the edges of its node."""

    target: int
    event: Event | None
    position: int


class FactFlow:
    """How the nodes and edges of one function's graph change what is known."""

    def __init__(self, package: Package, graph: Graph, *, deep: bool = False) -> None:
        """Make it for a graph of the package; with `deep`, what callees test of their arguments' fields matters."""
        self.package = package
        self.graph = graph
        self._stores = Stores(package, graph)
        self._relevance = Relevance(package, graph, self._stores, deep=deep)
        self._subjects: dict[Fact, int] = {}

    def stores(self, node: Node) -> tuple[Store, ...]:
        """Return what the node assigns, to variables, fields, and the function's results."""
        return self._stores.of(node)

    @cached_property
    def ways(self) -> tuple[tuple[Way, ...], ...]:
        """Return for each node its edges."""
        return tuple(
            tuple(Way(edge.target, branch(node, edge.guard), position) for position, edge in enumerate(edges))
            for node, edges in zip(self.graph.nodes, self.graph.successors, strict=True)
        )

    @cached_property
    def assigned(self) -> dict[Term, list[int]]:
        """Return for each term the assignments, and the heads of loops, that change it."""
        found: dict[Term, list[int]] = {}
        for node in self.graph.nodes:
            if isinstance(node.origin, Assign | Declare | Range):
                for store in self.stores(node):
                    found.setdefault(store.target, []).append(node.index)
        return found

    @cached_property
    def busy(self) -> frozenset[int]:
        """Return the nodes that matter to every object: what they do may depend on the conditions around them."""
        return frozenset(node.index for node in self.graph.nodes if self._is_busy(node))

    def _is_busy(self, node: Node) -> bool:
        match node.origin:
            case Call(arguments=arguments):
                return any(isinstance(each, FunctionLiteral) for each in arguments)
            case Defer() | Go() | Return():
                return True
            case Assign() | Declare():
                return bool(self.stores(node))
            case _:
                return False

    def nodes_of(self, call: Call) -> Sequence[Node]:
        """Return the nodes at which a call is made, or deferred."""
        return self._calling.get(call, ())

    @cached_property
    def _calling(self) -> dict[Call, list[Node]]:
        found: dict[Call, list[Node]] = {}
        for node in self.graph.nodes:
            call = node.origin.call if isinstance(node.origin, Defer) else node.origin
            if isinstance(call, Call):
                found.setdefault(call, []).append(node)
        return found

    def quiet(self, busy: frozenset[int]) -> frozenset[int]:
        """Return the nodes of branches that do nothing of interest: no `busy` node, and all go on at one place."""
        return self._relevance.quiet(busy)

    def after(self, node: Node, facts: Facts) -> Facts:
        """Return what is known when the node has been done."""
        stores = self.stores(node)
        return self.assign(stores, facts) if stores else facts

    def relevant(self, index: int, facts: Facts, quiet: frozenset[int] = frozenset()) -> Facts:
        """Return those of the facts that a test at the node or after it may ask for, tests at `quiet` nodes aside."""
        if not facts:
            return facts
        live = self._relevance.live(quiet)[index]
        return frozenset(fact for fact in facts if self.subject_bit(fact) & live)

    def live(self, quiet: frozenset[int]) -> tuple[int, ...]:
        """Return for every node the bits of what tests there and after it are about, tests at `quiet` nodes aside."""
        return self._relevance.live(quiet)

    def subject_bit(self, fact: Fact) -> int:
        """Return the bit of what a fact is about, 0 where no test comes to be about that."""
        known = self._subjects.get(fact)
        if known is None:
            known = self._subjects[fact] = self._relevance.bit(subject(fact.term))
        return known

    def assign(self, stores: Iterable[Store], facts: Facts) -> Facts:
        """Return what is known after the assignments, which all happen at once."""
        stores = tuple(stores)
        new = [fact for store in stores for fact in self.stored(store, facts)]
        given = [(store.target, source_term(self.package, store)) for store in stores]
        kept = (fact for fact in facts if not any(may_change(fact.term, target, value) for target, value in given))
        return frozenset((*kept, *new))

    def along(self, node: Node, edge: Edge, facts: Facts) -> Facts | None:
        """Return what is known when the edge is taken, None where that contradicts what is known."""
        match node.origin, edge.guard:
            case Condition(expression=Call() as call), Holds(value=True) if self._asks_error(call, facts):
                return None
            case Call() as call, _ if self._expects_error(call, facts):
                return None
            case Condition(expression=expression), Holds(value=value):
                term = term_of(self.package, expression)
                if term is None:
                    return facts
                known = known_value(facts, term)
                if known is not None:
                    return facts if known is value else None
                told = self._told(expression, answer=value)
                if any(known_value(facts, each.term) is (not each.value) for each in told):
                    return None
                learnt = normalised(term, value)
                return None if _types_nil(learnt, facts) else facts | told | {learnt}
            case Switch() as switch, Chosen(clause=clause):
                return self._choose(switch, clause, facts)
            case TypeSwitch() as switch, Chosen(clause=clause):
                return self._choose_type(switch, clause, facts)
            case Select(), Chosen(clause=SelectClause() as clause):
                channel = channel_term(self.package, clause)
                off = channel is not None and known_value(facts, is_nil(channel)) is True
                return None if off else facts
            case _:
                return facts

    def tells(self, call: Call) -> bool:
        """Tell whether the answer of a call tells something of its arguments."""
        return is_predicate(self.package, call, flow_of)

    def _told(self, condition: Expression, *, answer: bool) -> Facts:
        """Return what a condition tells of the arguments of the call that it is."""
        if not isinstance(condition, Call):
            return frozenset()
        return frozenset(told_by(self.package, condition, flow_of, answer=answer))

    def _asks_error(self, call: Call, facts: Facts) -> bool:
        """Tell whether a call asks of which kind an error is that is known to be nil: `errors.Is(err, …)`."""
        return is_question(call) and self._is_given_nil_error(call, facts)

    def _expects_error(self, call: Call, facts: Facts) -> bool:
        """Tell whether a test demands an error where it is known to be nil: `require.ErrorContains(t, err, "…")`."""
        return demands_error(self.package, call) and self._is_given_nil_error(call, facts)

    def _is_given_nil_error(self, call: Call, facts: Facts) -> bool:
        for argument in call.arguments:
            if self.package.type_of(argument) == ERROR:
                term = term_of(self.package, argument)
                return term is not None and known_value(facts, is_nil(term)) is True
        return False

    def _choose(self, switch: Switch, clause: object, facts: Facts) -> Facts | None:
        """`switch tag { case a: … }`: the tag equals one of the clause's values, or none of any clause's."""
        if switch.tag is None:
            return facts
        tag = term_of(self.package, switch.tag)
        if tag is None:
            return facts
        chosen = isinstance(clause, SwitchClause) and not clause.default
        values = clause.values if isinstance(clause, SwitchClause) and chosen else self._all_values(switch)
        terms = [Term("==", (tag, term)) for term in (term_of(self.package, value) for value in values) if term]
        if len(terms) < len(values):
            return facts
        known = [known_value(facts, term) for term in terms]
        if chosen:
            if all(value is False for value in known):
                return None
            return facts | {normalised(terms[0], value=True)} if len(terms) == 1 else facts
        if any(known) or (clause is None and has_every_case(self.package, switch)):
            return None
        return facts | {normalised(term, value=False) for term in terms}

    def _choose_type(self, switch: TypeSwitch, clause: object, facts: Facts) -> Facts | None:
        """`switch x.(type) { case *T: … }`: what x holds is of one of the clause's types, or of none of them all."""
        value = term_of(self.package, switch.subject)
        if value is None:
            return facts
        chosen = isinstance(clause, TypeClause) and not clause.default
        types = clause.types if isinstance(clause, TypeClause) and chosen else _all_types(switch)
        terms = [is_of_type(value, each) for each in types]
        known = [known_value(facts, term) for term in terms]
        if chosen:
            if all(
                each is False or _types_nil(normalised(term, value=True), facts)
                for each, term in zip(known, terms, strict=True)
            ):
                return None
            return facts | {normalised(terms[0], value=True)} if len(terms) == 1 else facts
        return None if any(known) else facts | {normalised(term, value=False) for term in terms}

    def _all_values(self, switch: Switch) -> tuple[Expression, ...]:
        return tuple(value for clause in switch.clauses for value in clause.values)

    def stored(self, store: Store, facts: Facts) -> Iterator[Fact]:
        """Yield what is known of the target after `target = source`."""
        target, source = store.target, store.source
        if store.step:
            yield from still_below(facts, target)
        match source:
            case None:
                return
            case BuiltinName(name="nil"):
                yield Fact(is_nil(target), value=True)
                return
            case BuiltinName(name="true" | "false" as name):
                yield Fact(target, name == "true")
                return
            case Constant(text=text):
                yield Fact(Term("==", (target, Term("constant", (text,)))), value=True)
                yield from first_tests(self.package, self._relevance.compared(target), target, text)
                return
            case _ if is_never_nil(self.package, source):
                yield Fact(is_nil(target), value=False)
                return
            case _:
                pass
        if isinstance(source, Call) and store.position is None and self._wraps_error(source, facts):
            yield Fact(is_nil(target), value=False)
            return
        given = source_term(self.package, store)
        if given is None or given == target:
            return
        if given.head == "constant":
            yield Fact(Term("==", (target, given)), value=True)
            return
        for mine, other in ((target, given), (is_nil(target), is_nil(given))):
            known = known_value(facts, other)
            if known is not None:
                yield normalised(mine, known)
        for fact in facts:
            if fact.value and fact.term.head == "==" and fact.term.parts[0] == given and subject(fact.term) == given:
                yield Fact(Term("==", (target, fact.term.parts[1])), value=True)

    def _wraps_error(self, call: Call, facts: Facts) -> bool:
        """Tell whether a call makes an error from one that is not nil: `wrap(err)`."""
        for argument in call.arguments:
            if self.package.type_of(argument) in (ERROR, UNKNOWN):
                term = term_of(self.package, argument)
                if term is not None and known_value(facts, is_nil(term)) is False:
                    return True
        return False


def _types_nil(learnt: Fact, facts: Facts) -> bool:
    """Tell whether a fact says of a value to have a type that is known to be nil, and so has none."""
    value = value_of_type(learnt.term) if learnt.value else None
    return value is not None and known_value(facts, is_nil(value)) is True


def _all_types(switch: TypeSwitch) -> tuple[Type, ...]:
    return tuple(each for clause in switch.clauses for each in clause.types)


def _flows(_package: Package) -> dict[tuple[Function, bool], FactFlow]:
    """Return the table of all flows: what is known along the paths does not depend on what is acquired or counted."""
    return {}


def flow_of(package: Package, function: Function, *, deep: bool = False) -> FactFlow:
    """Return how the nodes and edges of a function's graph change what is known, worked out once for all walks."""
    flows = package.shared(_flows)
    if (function, deep) not in flows:
        flows[function, deep] = FactFlow(package, package.graph(function), deep=deep)
    return flows[function, deep]


def is_question(call: Call) -> bool:
    """Tell whether a call asks whether something is of a kind: `errors.Is`, `errors.As`, `isTimeout`."""
    return _bare_name(call).startswith(("Is", "is")) or _bare_name(call) == "As"


def demands_error(package: Package, call: Call) -> bool:
    """Tell whether a call of a test's helpers fails the test unless it is given an error."""
    return package.callee(call).external.startswith(_TESTERS) and _bare_name(call) in _DEMANDS


def _bare_name(call: Call) -> str:
    """Return the name of what a call calls, without what stands before the dot."""
    match call.function:
        case Selector(field=name) | QualifiedName(name=name) | PackageName(name=name) | Name(name=name):
            return name
        case _:
            return ""
