"""What holds of the fields of its receiver and its parameters whenever a function is called.

The shape is `if s.embedded { s.refresh() }`, where all that call refresh do so: inside it, `s.embedded` is true.
"""

from collections import deque
from collections.abc import Iterator, Mapping

from golint_sched.engines.paths.facts import flow_of
from golint_sched.engines.paths.learning import Known, learning_of
from golint_sched.engines.paths.passing import handed_in
from golint_sched.engines.paths.terms import Fact, Facts, fields_of, replaced, roots_of, term_of, variable_term
from golint_sched.flow.graph import Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign
from golint_sched.model.walk import ModelNode

_MOST = 400  # functions that are looked at for one of them


class Preconditions:
    """Answers for one package; answers are remembered."""

    def __init__(self, package: Package) -> None:
        """Make it for a linked package."""
        self.package = package
        self._entries: dict[Function, Facts] = {}
        self._nodes: dict[Function, dict[int, Facts]] = {}
        self._above: dict[str, frozenset[Function]] = {}
        self._assigned: dict[str, set[Function]] | None = None

    def at_entry(self, function: Function) -> Facts:
        """Return what is known of the fields of the receiver and the parameters wherever the function is called."""
        if function not in self._entries:
            self._solve(function)
        return self._entries[function]

    def at(self, function: Function, place: ModelNode) -> Facts:
        """Return what is known in the function on every path to a call or statement."""
        node_of: Mapping[object, Node] = self.package.graph(function).node_of  # type: ignore[assignment]  # such nodes
        node = node_of.get(place) or node_of.get(self.package.parent(place))
        if node is None:
            return frozenset()
        if function not in self._nodes:
            self._nodes[function] = self._known(function, self.at_entry(function))
        return self._nodes[function].get(node.index, frozenset())

    def is_fixed(self, field: str) -> bool:
        """Tell whether the package never assigns a field of this name: it is what the object was made with."""
        return all(self.package.is_test(function) for function in self._assigners(field))

    def _is_open(self, function: Function) -> bool:
        """Tell whether code out of sight may call the function."""
        exported = all(name[:1].isupper() for name in (function.name, function.receiver_type) if name)
        if not function.name or (exported and self.package.name != "main"):
            return True
        return self.package.is_value(function)

    def _solve(self, function: Function) -> None:
        """Find out what holds at the entries of the function and of all that come to call it."""
        calls: dict[Function, list[tuple[Call, Function]]] = {}
        region = self._region(function, calls)
        entries: dict[Function, Facts | None] = dict.fromkeys(region)  # None: nothing has called it yet
        pending = deque(caller for caller in calls if caller not in region)
        while pending:
            caller = pending.popleft()
            entry = entries[caller] if caller in entries else self._entries[caller]
            if entry is None:
                continue
            known = self._known(caller, entry)
            for call, callee in calls.get(caller, ()):
                before, given = entries[callee], self._given(caller, call, callee, known)
                joined = given if before is None else before & given
                if joined != before:
                    entries[callee] = joined
                    pending.append(callee)
        self._entries.update({each: entry or frozenset() for each, entry in entries.items()})

    def _region(self, function: Function, calls: dict[Function, list[tuple[Call, Function]]]) -> set[Function]:
        """Return the functions that come to call this one, as far as all their callers are in view; fill in `calls`."""
        region: set[Function] = set()
        pending = deque([function])
        while pending:
            current = pending.popleft()
            if current in region or current in self._entries:
                continue
            callers = self._callers(current)
            if self._is_open(current) or not callers or len(region) >= _MOST:
                self._entries[current] = frozenset()
                continue
            region.add(current)
            for caller, call in callers:
                calls.setdefault(caller, []).append((call, current))
                pending.append(caller)
        return region

    def _callers(self, function: Function) -> list[tuple[Function, Call]]:
        return [
            each
            for each in self.package.callers(function)
            if self.package.is_test(each[0]) <= self.package.is_test(function)
        ]

    def _given(self, caller: Function, call: Call, function: Function, known: dict[int, Facts]) -> Facts:
        """Return what one call tells the callee, given what is known at the nodes of the caller."""
        node_of: Mapping[object, Node] = self.package.graph(caller).node_of  # type: ignore[assignment]  # such nodes
        node = node_of.get(call) or node_of.get(self.package.parent(call))
        settled = (
            fact
            for fact in (known.get(node.index, frozenset()) if node is not None else ())
            if all(self._is_settled(field, caller) for field in fields_of(fact.term))
        )
        return frozenset(handed_in(self.package, call, function, frozenset(settled)))

    def _known(self, function: Function, entry: Facts) -> dict[int, Facts]:
        """Return for each node what is known on every path to it."""
        flow = flow_of(self.package, function)
        learning = learning_of(flow, None)
        found: dict[int, Known] = {0: learning.numbers.known(entry)}
        pending = deque([0])
        while pending:
            index = pending.popleft()
            for edge, known in zip(flow.graph.successors[index], learning.steps(index, found[index]), strict=True):
                if known is None:
                    continue
                before = found.get(edge.target)
                joined = known if before is None else before & known
                if joined != before:
                    found[edge.target] = joined
                    pending.append(edge.target)
        sets = {known: self._with_originals(learning.numbers.set_of(known)) for known in set(found.values()) if known}
        return {index: sets[known] for index, known in found.items() if known}

    def _with_originals(self, facts: Facts) -> Facts:
        return facts.union(*(self._of_originals(fact) for fact in facts))

    def _of_originals(self, fact: Fact) -> Iterator[Fact]:
        """Yield what is known of `c.kind`, which nobody assigns, where it is known of its copy `kind := c.kind`."""
        for root in roots_of(fact.term):
            definitions = self.package.definitions(root)
            value = definitions[0].value if len(definitions) == 1 else None
            if not isinstance(value, Selector) or definitions[0].position is not None:
                continue
            original = term_of(self.package, value)
            if original is not None and self.is_fixed(value.field):
                yield Fact(replaced(fact.term, variable_term(root), original), fact.value)

    def _is_settled(self, field: str, function: Function) -> bool:
        """Tell whether nothing that the function calls assigns the field."""
        if field not in self._above:
            self._above[field] = self._leading_to(self._assigners(field))
        return function not in self._above[field]

    def _assigners(self, field: str) -> set[Function]:
        if self._assigned is None:
            self._assigned = {}
            for function in self.package.bodies():
                for node in self.package.inside(function, Assign):
                    for target in node.targets:
                        if isinstance(target, Selector):
                            self._assigned.setdefault(target.field, set()).add(function)
        return self._assigned.get(field, set())

    def _leading_to(self, functions: set[Function]) -> frozenset[Function]:
        """Return the functions that come to call one of these."""
        seen: set[Function] = set()
        pending = list(functions)
        while pending:
            new = {caller for caller, _ in self.package.callers(pending.pop())} - seen
            seen |= new
            pending += new
        return frozenset(seen)


def preconditions_of(package: Package) -> Preconditions:
    """Return the answers for a package."""
    return package.shared(Preconditions)
