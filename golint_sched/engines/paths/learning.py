"""What is known along the paths of one function, as numbers: a set of facts is an integer, a fact one bit of it.

Walks ask for the same steps with the same facts again and again, whatever their objects are.
"""

from collections.abc import Iterator
from functools import cached_property

from golint_sched.engines.paths.facts import FactFlow, demands_error, is_question
from golint_sched.engines.paths.relevance import Mentions
from golint_sched.engines.paths.selects import channels_asked
from golint_sched.engines.paths.stores import Store, source_term
from golint_sched.engines.paths.terms import (
    Fact,
    Facts,
    Term,
    copies_field,
    fixed_value,
    is_constant,
    may_change,
    normalised,
    term_of,
    value_of_type,
)
from golint_sched.flow.graph import Condition, Holds, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call
from golint_sched.model.statements import Select, Switch, TypeSwitch

Known = int
"""A set of facts: the sum of their bits."""


class Numbers:
    """The facts that were met in one function so far, each with a bit of its own."""

    def __init__(self, flow: FactFlow) -> None:
        """Make it for a function, given by its flow."""
        self.flow = flow
        self.facts: list[Fact] = []
        self.mentions = Mentions()
        self._bits: dict[Fact, int] = {}
        self._equal: dict[Term, Known] = {}
        self._sets: dict[Known, Facts] = {0: frozenset()}

    def bit(self, fact: Fact) -> Known:
        """Return the bit of a fact."""
        known = self._bits.get(fact)
        if known is None:
            known = self._bits[fact] = 1 << len(self.facts)
            self.facts.append(fact)
            self.mentions.add(fact.term, known)
            if fact.value and fact.term.head == "==":
                first, second = fact.term.parts
                if isinstance(first, Term) and isinstance(second, Term) and is_constant(second):
                    self._equal[first] = self._equal.get(first, 0) | known
        return known

    def equal(self, term: Term) -> Known:
        """Return the facts that say to which constant the term is equal."""
        return self._equal.get(term, 0)

    def known(self, facts: Facts) -> Known:
        """Return a set of facts as a number."""
        return sum(self.bit(fact) for fact in facts)

    def set_of(self, known: Known) -> Facts:
        """Return the set of facts that a number means."""
        found = self._sets.get(known)
        if found is None:
            found = self._sets[known] = frozenset(fact for place, fact in enumerate(self.facts) if known >> place & 1)
        return found


class _Test:
    """One condition: what it adds to what is known when it holds or does not, and when the answer is known before."""

    def __init__(self, numbers: Numbers, term: Term) -> None:
        self.numbers = numbers
        wanted = normalised(term, value=True)
        self.fixed = fixed_value(wanted)
        self.holds, self.fails = numbers.bit(wanted), numbers.bit(Fact(wanted.term, not wanted.value))
        self.compared: Term | None = None
        if wanted.term.head == "==":
            first, second = wanted.term.parts
            if isinstance(first, Term) and isinstance(second, Term) and is_constant(second):
                self.compared = first
        self.equals = self.holds if wanted.value else self.fails

    def value(self, known: Known) -> bool | None:
        """Return the value that the facts give the condition, None where they do not tell it."""
        if self.fixed is not None:
            return self.fixed
        if known & self.equals:
            return self.equals == self.holds
        if known & (self.holds | self.fails):
            return self.equals != self.holds
        if self.compared is not None and known & self.numbers.equal(self.compared) & ~self.equals:
            return self.equals != self.holds
        return None

    def along(self, known: Known, *, value: bool) -> Known | None:
        """Return what is known where the condition has a value, None where that contradicts what was known."""
        before = self.value(known)
        if before is None:
            return known | (self.holds if value else self.fails)
        return known if before is value else None


class Learning:
    """What is known on each edge of a function's graph; answers are remembered."""

    def __init__(self, numbers: Numbers, quiet: frozenset[int] | None) -> None:
        """Make it for walks that take no notice of tests at the `quiet` nodes.

        With None for these nothing is forgotten, whether it is asked for later or not.
        """
        self.numbers = numbers
        self.flow = numbers.flow
        self.quiet = quiet
        self._steps: dict[tuple[int, Known], tuple[Known | None, ...]] = {}
        self._tests: dict[int, _Test | None] = {}
        self._asked: dict[int, tuple[int, Known]] = {}

    def at_start(self, facts: Facts) -> Known:
        """Return those of the facts that may be asked for after the function's start."""
        return self._relevant(0, self.numbers.known(facts))

    def steps(self, index: int, known: Known) -> tuple[Known | None, ...]:
        """Return for each edge of a node what is known there, None where that contradicts what was known before."""
        found = self._steps.get((index, known))
        if found is None:
            found = self._steps[index, known] = tuple(self._find(self.flow.graph.nodes[index], known))
        return found

    def _find(self, node: Node, known: Known) -> Iterator[Known | None]:
        after = self._after(node, known)
        edges = self.flow.graph.successors[node.index]
        test = self._test(node) if isinstance(node.origin, Condition) else None
        plain = test is None and not self._chooses(node)
        for edge in edges:
            there: Known | None = after
            if test is not None and isinstance(edge.guard, Holds):
                there = test.along(after, value=edge.guard.value)
            elif not plain:
                facts = self.flow.along(node, edge, self.numbers.set_of(after))
                there = None if facts is None else self.numbers.known(facts)
            yield None if there is None else self._relevant(edge.target, there)

    def _after(self, node: Node, known: Known) -> Known:
        stores = self.flow.stores(node)
        if not stores:
            return known
        changed = new = 0
        for store in stores:
            changed |= self._changed(store, known)
            for fact in self.flow.stored(store, self.numbers.set_of(known)):
                new |= self.numbers.bit(fact)
        return (known & ~changed) | new

    def _changed(self, store: Store, known: Known) -> Known:
        """Return those of the facts that a store may make untrue."""
        given = source_term(self.flow.package, store)
        if given == store.target:  # `return nil, err`, where err is the result
            return 0
        found = self.numbers.mentions.of(store.target)
        if not copies_field(store.target, given):
            return found
        facts = self.numbers.set_of(known & found)
        return self.numbers.known(frozenset(each for each in facts if may_change(each.term, store.target, given)))

    def _test(self, node: Node) -> _Test | None:
        """Return the test of a condition, None for one whose answer depends on more than itself."""
        if node.index not in self._tests:
            expression = node.origin.expression if isinstance(node.origin, Condition) else None
            term = None if expression is None else term_of(self.flow.package, expression)
            asks = isinstance(expression, Call) and (is_question(expression) or self.flow.tells(expression))
            asks |= term is not None and value_of_type(normalised(term, value=True).term) is not None
            self._tests[node.index] = None if term is None or asks else _Test(self.numbers, term)
        return self._tests[node.index]

    def _chooses(self, node: Node) -> bool:
        """Tell whether the edges of a node, which has no test, may tell something."""
        match node.origin:
            case Condition() | Switch() | TypeSwitch():
                return True
            case Select() as select:
                return any(True for _ in channels_asked(self.flow.package, select))
            case Call() as call:
                return demands_error(self.flow.package, call)
            case _:
                return False

    def _relevant(self, index: int, known: Known) -> Known:
        """Return those of the facts that a test at the node or after it may ask for."""
        if not known or self.quiet is None:
            return known
        live = self._live[index]
        count, asked = self._asked.get(live, (0, 0))
        facts = self.numbers.facts
        if count < len(facts):
            asked |= sum(1 << place for place in range(count, len(facts)) if self.flow.subject_bit(facts[place]) & live)
            self._asked[live] = len(facts), asked
        return known & asked

    @cached_property
    def _live(self) -> tuple[int, ...]:
        return self.flow.live(self.quiet or frozenset())


class _Answers:
    """What was worked out for the functions of one package."""

    def __init__(self, _package: Package) -> None:
        self.numbers: dict[FactFlow, Numbers] = {}
        self.learning: dict[tuple[FactFlow, frozenset[int] | None], Learning] = {}


def learning_of(flow: FactFlow, quiet: frozenset[int] | None) -> Learning:
    """Return what is known along the paths of a function, worked out once for all walks."""
    answers = flow.package.shared(_Answers)
    if (flow, quiet) not in answers.learning:
        if flow not in answers.numbers:
            answers.numbers[flow] = Numbers(flow)
        answers.learning[flow, quiet] = Learning(answers.numbers[flow], quiet)
    return answers.learning[flow, quiet]
