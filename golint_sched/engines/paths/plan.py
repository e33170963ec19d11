"""What the nodes of one function's graph can do to one object, settled before its paths are walked.

Most nodes do nothing to it, whatever the state: a walk that knows them beforehand only has to pass them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.paths.facts import FactFlow, Way
from golint_sched.engines.paths.handing import Handing
from golint_sched.engines.paths.keys import GOROUTINE, Key, is_moved
from golint_sched.engines.paths.protocol import Repeat
from golint_sched.engines.paths.reach import Reach
from golint_sched.engines.paths.terms import Term
from golint_sched.engines.paths.traps import Traps
from golint_sched.flow.graph import Ending, Node
from golint_sched.model.expressions import Call
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, Return

# What a node has to do with the object: plain numbers, which walks compare by the million.
NOTHING = 0
CALL = 1  # a call that does nothing to it, but may be made with it held
LEAVES = 2  # a return statement
ENDS = 3  # a way out of the function
ACTS = 4  # anything else: what it does depends on the state


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What each node of the function's graph does to the object, and the edges that a path may take from there.

    `quiet` are the nodes whose conditions cannot matter to it: they choose between nothing and nothing. `frees` are the
    edges, each by its node and position, on which a path learns that there is nothing to release.
    """

    parts: bytes
    ways: tuple[tuple[Way, ...], ...]
    quiet: frozenset[int]
    frees: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class _Template:
    """What is the same for all objects: `doubtful` are the nodes at which a release may be handed to somebody."""

    parts: bytes
    doubtful: tuple[Node, ...]


class Plans:
    """Answers for one package and one protocol; answers are remembered."""

    def __init__(self, reach: Reach, handing: Handing, traps: Traps) -> None:
        """Make it for what is known of the calls of a package."""
        self.reach = reach
        self.handing = handing
        self.traps = traps
        self.protocol = reach.protocol
        self._plans: dict[tuple[Function, Key], Plan] = {}
        self._templates: dict[Function, _Template] = {}

    def of(self, flow: FactFlow, key: Key) -> Plan:
        """Return the plan for a function, given by its flow, and an object."""
        place = flow.graph.function, key
        if place not in self._plans:
            self._plans[place] = self._find(flow, key)
        return self._plans[place]

    def _find(self, flow: FactFlow, key: Key) -> Plan:
        function = flow.graph.function
        template = self._template(flow)
        parts = bytearray(template.parts)
        given_away = self.handing.given_away(function, key)
        busy = set(given_away)
        for call in self.reach.following(function, key):
            if self.reach.matters(call, key):
                for node in flow.nodes_of(call):
                    parts[node.index] = ACTS
                    if isinstance(node.origin, Call):
                        busy.add(node.index)
        for index in (*given_away, *self._handing_on(template, key), *self._storing(flow, key)):
            parts[index] = ACTS
        if key == GOROUTINE:  # a call may alter it, or never come back, and control may be caught in a loop
            for node in flow.graph.nodes:
                if isinstance(node.origin, Call):
                    parts[node.index] = ACTS
            for index in self.traps.heads(function):
                parts[index] = ACTS
        frees = self._freeing(flow, key)
        busy.update(index for index, _ in frees)
        quiet = frozenset[int]() if key == GOROUTINE else flow.quiet(frozenset(busy) | flow.busy)
        return Plan(bytes(parts), self._ways(flow, key), quiet, frees)

    def _freeing(self, flow: FactFlow, key: Key) -> frozenset[tuple[int, int]]:
        frees = self.protocol.frees
        if frees is None:
            return frozenset()
        return frozenset(
            (node.index, position)
            for node, edges in zip(flow.graph.nodes, flow.graph.successors, strict=True)
            for position, edge in enumerate(edges)
            if edge.guard is not None and frees(self.reach.package, key, node, edge)
        )

    def _template(self, flow: FactFlow) -> _Template:
        function = flow.graph.function
        if function not in self._templates:
            nodes = flow.graph.nodes
            doubtful = tuple(node for node in nodes if self.handing.may_hand_on(node))
            self._templates[function] = _Template(bytes(self._usual(node) for node in nodes), doubtful)
        return self._templates[function]

    def _usual(self, node: Node) -> int:
        """Return what a node has to do with an object that it does not know."""
        match node.origin:
            case Ending():
                return ENDS
            case Return():
                return LEAVES
            case Call() if self.protocol.alters is not None:
                return ACTS
            case Call() if self.protocol.repeat is Repeat.BLOCKS:
                return CALL
            case _:
                return NOTHING

    def _handing_on(self, template: _Template, key: Key) -> Iterator[int]:
        """Yield the nodes at which somebody else gets the duty to release."""
        for node in template.doubtful:
            origin = node.origin
            call = origin.call if isinstance(origin, Defer) else origin
            if self.handing.hands_on(node, key) or (isinstance(call, Call) and self.handing.takes(call, key)):
                yield node.index

    def _storing(self, flow: FactFlow, key: Key) -> Iterator[int]:
        """Yield the assignments that acquire the object, or make its name mean another one."""
        bindings = self.protocol.bindings
        if bindings is not None:
            for node in flow.graph.nodes:
                if isinstance(node.origin, Assign | Declare) and any(
                    binding.key == key for binding in bindings(self.reach.package, node.origin)
                ):
                    yield node.index
        if key == GOROUTINE:
            return
        if any(isinstance(step, Term) for step in key.path):
            for target, indexes in flow.assigned.items():
                if is_moved(key, target):
                    yield from indexes
        else:
            for prefix in key.prefixes:
                yield from flow.assigned.get(prefix, ())

    def _ways(self, flow: FactFlow, key: Key) -> tuple[tuple[Way, ...], ...]:
        """Return for each node the edges that a path may take."""
        if self.protocol.repeat is not Repeat.REPLACES:
            return flow.ways
        graph = flow.graph
        return tuple(
            tuple(
                way
                for way in ways
                if not self.traps.denies(graph.function, key, node, graph.successors[node.index][way.position])
            )
            for node, ways in zip(graph.nodes, flow.ways, strict=True)
        )
