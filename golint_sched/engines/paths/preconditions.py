"""What holds of the fields of its receiver and its parameters whenever a function is called.

The shape is `if s.embedded { s.refresh() }`, where all that call refresh do so: inside it, `s.embedded` is true.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary

from golint_sched.engines.paths.facts import flow_of
from golint_sched.engines.paths.passing import handed_in
from golint_sched.engines.paths.terms import Fact, Facts, fields_of, replaced, roots_of, term_of, variable_term
from golint_sched.flow.graph import Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign
from golint_sched.model.walk import ModelNode, walk

_DEPTH = 5  # callers of callers


class Preconditions:
    """Answers for one package; answers are remembered."""

    def __init__(self, package: Package) -> None:
        """Make it for a linked package."""
        self.package = package
        self._entries: dict[Function, Facts] = {}
        self._nodes: dict[Function, dict[int, Facts]] = {}
        self._below: dict[Function, frozenset[Function]] = {}
        self._assigned: dict[str, set[Function]] | None = None

    def at_entry(self, function: Function, depth: int = 0) -> Facts:
        """Return what is known of the fields of the receiver and the parameters wherever the function is called."""
        if function in self._entries:
            return self._entries[function]
        self._entries[function] = frozenset()  # a function that calls itself was called by another one first
        found = frozenset[Fact]() if depth > _DEPTH or self._is_open(function) else self._common(function, depth)
        self._entries[function] = found
        return found

    def at(self, function: Function, place: ModelNode, depth: int = 0) -> Facts:
        """Return what is known in the function on every path to a call or statement."""
        node_of: Mapping[object, Node] = self.package.graph(function).node_of  # type: ignore[assignment]  # such nodes
        node = node_of.get(place) or node_of.get(self.package.parent(place))
        return frozenset() if node is None else self._known(function, depth).get(node.index, frozenset())

    def is_fixed(self, field: str) -> bool:
        """Tell whether the package never assigns a field of this name: it is what the object was made with."""
        return not self._assigners(field)

    def _is_open(self, function: Function) -> bool:
        """Tell whether code out of sight may call the function."""
        exported = all(name[:1].isupper() for name in (function.name, function.receiver_type) if name)
        if not function.name or (exported and self.package.name != "main"):
            return True
        return self.package.is_value(function)

    def _common(self, function: Function, depth: int) -> Facts:
        given = [
            self._given(caller, call, function, depth)
            for caller, call in self.package.callers(function)
            if self.package.is_test(caller) <= self.package.is_test(function)
        ]
        return frozenset.intersection(*given) if given else frozenset()

    def _given(self, caller: Function, call: Call, function: Function, depth: int) -> Facts:
        """Return what one call tells the callee."""
        settled = (
            fact
            for fact in self.at(caller, call, depth + 1)
            if all(self._is_settled(field, caller) for field in fields_of(fact.term))
        )
        return frozenset(handed_in(self.package, call, function, frozenset(settled)))

    def _known(self, function: Function, depth: int) -> dict[int, Facts]:
        """Return for each node what is known on every path to it."""
        if function in self._nodes:
            return self._nodes[function]
        flow = flow_of(self.package, function)
        found: dict[int, Facts] = {0: self.at_entry(function, depth)}
        pending = deque([0])
        while pending:
            index = pending.popleft()
            node = flow.graph.nodes[index]
            after = flow.after(node, found[index])
            for edge in flow.graph.successors[index]:
                known = flow.along(node, edge, after)
                if known is None:
                    continue
                before = found.get(edge.target)
                joined = known if before is None else before & known
                if joined != before:
                    found[edge.target] = joined
                    pending.append(edge.target)
        self._nodes[function] = {
            index: facts | frozenset(self._of_originals(facts)) for index, facts in found.items() if facts
        }
        return self._nodes[function]

    def _of_originals(self, facts: Facts) -> Iterator[Fact]:
        """Yield what is known of `c.kind`, which nobody assigns, where it is known of its copy `kind := c.kind`."""
        for fact in facts:
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
        return self._assigners(field).isdisjoint(self._called_by(function))

    def _assigners(self, field: str) -> set[Function]:
        if self._assigned is None:
            self._assigned = {}
            for function in self.package.bodies():
                for node in walk(function.body) if function.body is not None else ():
                    for target in node.targets if isinstance(node, Assign) else ():
                        if isinstance(target, Selector):
                            self._assigned.setdefault(target.field, set()).add(function)
        return self._assigned.get(field, set())

    def _called_by(self, function: Function) -> frozenset[Function]:
        if function not in self._below:
            seen: set[Function] = set()
            pending = [function]
            while pending:
                for call in self.package.calls(pending.pop()):
                    new = [each for each in self.package.callee(call).functions if each not in seen]
                    seen.update(new)
                    pending += new
            self._below[function] = frozenset(seen)
        return self._below[function]


_KNOWN: "WeakKeyDictionary[Package, Preconditions]" = WeakKeyDictionary()


def preconditions_of(package: Package) -> Preconditions:
    """Return the answers for a package."""
    if package not in _KNOWN:
        _KNOWN[package] = Preconditions(package)
    return _KNOWN[package]
