"""The walk over one function's graph: every path, merged where nothing that is known tells two paths apart.

What a callee of the package does is walked once for each set of facts that it starts with; a function that calls
itself is taken to do nothing to the resource in the inner call, and one that acquires in one loop and releases in
another to do as much of both.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from golint_sched.engines.paths.facts import FactFlow, assigned_outside, conditions_in
from golint_sched.engines.paths.protocol import Effect, Protocol
from golint_sched.engines.paths.reach import Reach
from golint_sched.engines.paths.state import Endless, Exit, Hold, State, Unmatched, Walked
from golint_sched.engines.paths.terms import (
    Fact,
    Facts,
    Term,
    is_nil,
    known_value,
    mentions,
    normalised,
    result_term,
    subject,
    term_of,
    variable_term,
)
from golint_sched.engines.paths.trail import Event, EventKind, Trail, branch, events
from golint_sched.flow.graph import Ending, Graph, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, Return
from golint_sched.source import Span

STATE_LIMIT = 20_000  # (node, state) pairs for each function
DEPTH_LIMIT = 4  # nested acquisitions, and turns of a loop that defers; paths beyond are not followed


@dataclass(slots=True)
class _Record:
    """What one walk collects; keys are what makes two of them equal."""

    exits: dict[object, Exit] = field(default_factory=dict)
    unmatched: dict[object, Unmatched] = field(default_factory=dict)
    matched: set[Call] = field(default_factory=set)
    endless: dict[object, Endless] = field(default_factory=dict)
    capped: Function | None = None

    def finished(self) -> Walked:
        """Return what was collected."""
        return Walked(
            tuple(self.exits.values()),
            tuple(self.unmatched.values()),
            frozenset(self.matched),
            tuple(self.endless.values()),
            self.capped,
        )


@dataclass(frozen=True, slots=True)
class _Step:
    """A state after a call, how it came there, and how the call ended where it did not return."""

    state: State
    trail: Trail | None
    ending: Ending = Ending.RETURN


class Walker:
    """Walks the functions of one package for one protocol; answers are remembered."""

    def __init__(self, package: Package, protocol: Protocol) -> None:
        """Make it for a linked package."""
        self.package = package
        self.protocol = protocol
        self.reach = Reach(package, protocol)
        self._flows: dict[Function, FactFlow] = {}
        self._walked: dict[tuple[Function, Facts], Walked] = {}
        self._running: set[Function] = set()

    def walk(self, function: Function, facts: Facts = frozenset()) -> Walked:
        """Return what the paths through the function do when these facts hold at its start."""
        key = (function, facts)
        known = self._walked.get(key)
        if known is not None:
            return known
        if function.body is None or function in self._running or self.reach.counts(function):
            return Walked((Exit(Ending.RETURN, State(), tuple("" for _ in function.results), None, function.span),))
        self._running.add(function)
        try:
            found = self._explore(function, facts)
        finally:
            self._running.discard(function)
        self._walked[key] = found
        return found

    # -- exploration ----------------------------------------------------------------------------------------------

    def _flow(self, function: Function) -> FactFlow:
        if function not in self._flows:
            self._flows[function] = FactFlow(self.package, self.package.graph(function))
        return self._flows[function]

    def _explore(self, function: Function, facts: Facts) -> Walked:
        flow = self._flow(function)
        graph = flow.graph
        record = _Record()
        traps = self.reach.traps(function)
        start = State(facts=flow.relevant(0, facts))
        seen = {(0, start)}
        queue: deque[tuple[int, State, Trail | None]] = deque([(0, start, None)])
        while queue:
            index, state, trail = queue.popleft()
            node = graph.nodes[index]
            if isinstance(node.origin, Ending):
                self._leave(flow, record, node.origin, state, trail)
                continue
            if state.held and index in traps:
                _note_endless(record, state, trail, node.span, node.span)
            for step in self._do(record, node, state, trail):
                known = flow.after(node, step.state.facts)
                for edge in graph.successors[index]:
                    after = flow.along(node, edge, known)
                    if after is None:
                        continue
                    next_state = replace(step.state, facts=flow.relevant(edge.target, after))
                    if (edge.target, next_state) in seen:
                        continue
                    if len(seen) >= STATE_LIMIT:
                        record.capped = function
                        return record.finished()
                    seen.add((edge.target, next_state))
                    event = branch(node, edge.guard)
                    queue.append((edge.target, next_state, Trail(event, step.trail) if event else step.trail))
        return record.finished()

    def _do(self, record: _Record, node: Node, state: State, trail: Trail | None) -> Iterator[_Step]:
        """Yield the states after the node."""
        if not state.handed_on and self.reach.hands_on(node):
            state = replace(state, handed_on=True)
        match node.origin:
            case Call() as call:
                for step in self._call(record, call, state, trail):
                    # A call that never comes back has an edge to its ending, whatever its paths did before.
                    if step.ending is Ending.RETURN or self.package.ending(call) is step.ending:
                        yield step
            case Defer(call=call):
                if not self.reach.matters(call):
                    yield _Step(state, trail)
                elif state.deferred.count(node.index) < DEPTH_LIMIT:
                    state = replace(state, deferred=(*state.deferred, node.index))
                    yield _Step(state, Trail(Event(EventKind.DEFERRED, node.span, call), trail))
            case Return():
                yield _Step(state, Trail(Event(EventKind.LEFT, node.span), trail))
            case _:
                yield _Step(state, trail)

    # -- ways out -------------------------------------------------------------------------------------------------

    def _leave(self, flow: FactFlow, record: _Record, ending: Ending, state: State, trail: Trail | None) -> None:
        """Run the deferred calls, the last one first, and note the ways out that result."""
        if ending is Ending.PROCESS:
            return
        span = _last_span(flow.graph, trail)
        stack = [_Step(state, trail, ending)]
        while stack:
            step = stack.pop()
            if not step.state.deferred:
                self._note_exit(flow.graph.function, record, step, span)
                continue
            origin = flow.graph.nodes[step.state.deferred[-1]].origin
            rest = replace(step.state, deferred=step.state.deferred[:-1])
            if isinstance(origin, Defer):
                for after in self._call(record, origin.call, rest, step.trail):
                    ended = step.ending if after.ending is Ending.RETURN else after.ending
                    if ended is Ending.PANIC and self.reach.recovers(origin.call):
                        ended = Ending.RETURN
                    if ended is not Ending.PROCESS and self.package.ending(origin.call) is not Ending.PROCESS:
                        stack.append(_Step(after.state, after.trail, ended))

    def _note_exit(self, function: Function, record: _Record, step: _Step, span: Span) -> None:
        results = tuple(_value_of(step.state.facts, variable_term(variable)) for variable in function.results)
        state = step.state if not function.name else replace(step.state, facts=frozenset())
        record.exits.setdefault((step.ending, state, results), Exit(step.ending, state, results, step.trail, span))

    # -- calls ----------------------------------------------------------------------------------------------------

    def _call(self, record: _Record, call: Call, state: State, trail: Trail | None) -> Iterator[_Step]:
        """Yield the states after a call, deferred or not."""
        if not state.handed_on and any(self.reach.is_releaser(argument) for argument in call.arguments):
            state = replace(state, handed_on=True)
        if state.held and self.reach.alters(call):
            state = replace(state, altered=min(state.altered + 1, 2))
        effect = self.protocol.effect(self.package, call)
        if effect is Effect.ACQUIRE:
            yield from _acquire(call, (Hold(call, call),), state, trail)
        elif effect is Effect.RELEASE:
            yield from _release(record, call, call, 1, _Step(state, trail))
        elif self.reach.matters(call):
            yield from self._enter(record, call, state, trail)
        else:
            if state.held and self.reach.never_ends(call):
                inner = self.reach.trap_of(call)
                _note_endless(record, state, trail, call.span, inner)
                return
            yield _Step(state, trail)

    def _enter(self, record: _Record, call: Call, state: State, trail: Trail | None) -> Iterator[_Step]:
        """Yield the states after a call of functions of this package that concern the resource."""
        yielded: set[tuple[State, Ending]] = set()
        for function in self.reach.variants(call):
            walked = self.walk(function, self._entry_facts(call, function, state.facts))
            record.capped = record.capped or walked.capped
            if state.held and not walked.exits:
                _note_endless(record, state, trail, call.span, self.reach.trap_of(call))
            for way in self._fitting(function, walked.exits, state):
                for step in self._apply(record, call, function, way, _Step(state, trail)):
                    if (step.state, step.ending) not in yielded:
                        yielded.add((step.state, step.ending))
                        yield step

    def _fitting(self, function: Function, ways: tuple[Exit, ...], state: State) -> tuple[Exit, ...]:
        """Return the ways out of a callee to follow; a literal's conditions are known, so all of its ways are."""
        return _likely(ways, held=bool(state.held)) if function.name else ways

    def _apply(self, record: _Record, call: Call, function: Function, way: Exit, before: _Step) -> Iterator[_Step]:
        """Yield the states after the callee left by one of its ways out."""
        state = before.state
        inner = way.state
        after = replace(
            state,
            facts=self._facts_after(call, function, way, state.facts),
            handed_on=state.handed_on or inner.handed_on,
            acquired=state.acquired or inner.acquired,
        )
        origin = self.reach.release_in(function) or call
        trail = before.trail
        if not function.name:  # a literal's branches are part of the function's own text
            for event in events(way.trail):
                trail = Trail(event, trail) if event.kind is EventKind.TOOK else trail
        for released in _release(record, call, origin, inner.borrowed, _Step(after, trail)):
            if inner.held and not inner.handed_on:
                holds = tuple(Hold(call, hold.origin) for hold in inner.held)
                for step in _acquire(call, holds, released.state, released.trail):
                    yield replace(step, ending=way.ending)
            else:
                yield replace(released, ending=way.ending)

    # -- facts across calls ---------------------------------------------------------------------------------------

    def _entry_facts(self, call: Call, function: Function, facts: Facts) -> Facts:
        """Return what a callee knows at its start: a literal what is around it, any function constant arguments."""
        found: list[Fact] = []
        tested = conditions_in(self.package, function)
        if not function.name:
            found += [fact for fact in facts if subject(fact.term) in tested]
        if len(call.arguments) == len(function.parameters) and not call.spread:
            for parameter, argument in zip(function.parameters, call.arguments, strict=True):
                given, mine = term_of(self.package, argument), variable_term(parameter)
                if given is None or mine not in tested:
                    continue
                for inside, outside in ((mine, given), (is_nil(mine), is_nil(given))):
                    value = known_value(facts, outside)
                    if value is not None:
                        found.append(normalised(inside, value))
        return frozenset(found)

    def _facts_after(self, call: Call, function: Function, way: Exit, facts: Facts) -> Facts:
        """Return what the caller knows after the callee left: its results, and what a literal assigned."""
        known = {fact for fact in facts if not any(part is call for part in subject(fact.term).parts)}
        if not function.name:
            changed = tuple(assigned_outside(self.package, function))
            known = {fact for fact in known if not any(mentions(fact.term, term) for term in changed)}
            known |= way.state.facts
        for position, value in enumerate(way.results):
            term = result_term(call, position)
            if value in ("true", "false"):
                known.add(normalised(term, value == "true"))
            elif value:
                known.add(normalised(is_nil(term), value == "nil"))
        return frozenset(known)


def _likely(ways: tuple[Exit, ...], *, held: bool) -> tuple[Exit, ...]:
    """Return the ways out of a callee without those that do not fit to what the caller holds.

    A helper that releases on a condition of its own (`if !l.done { … }`) is taken to release what is held, and nothing
    where nothing is.
    """
    releasing = {way.results for way in ways if way.state.borrowed and not way.state.acquired}
    idle = {way.results for way in ways if not way.state.borrowed and not way.state.acquired}
    return tuple(
        way
        for way in ways
        if way.state.acquired
        or way.results not in releasing & idle
        or way.state.handed_on
        or bool(way.state.borrowed) is held
    )


def _acquire(call: Call, holds: tuple[Hold, ...], state: State, trail: Trail | None) -> Iterator[_Step]:
    """Yield the state with the holds added; nothing where they nest too deep to be followed."""
    held = (*state.held, *holds)
    if len(held) > DEPTH_LIMIT:
        return
    altered = state.altered if state.held else 0
    yield _Step(
        replace(state, held=held, acquired=True, altered=altered),
        Trail(Event(EventKind.ACQUIRED, call.span, call), trail),
    )


def _release(record: _Record, call: Call, origin: Call, count: int, before: _Step) -> Iterator[_Step]:
    """Yield the state with as many holds released; what is not held is borrowed from the caller."""
    state, trail = before.state, before.trail
    for _ in range(count):
        if state.held:
            record.matched.add(call)
            nested = state.nested_release or len(state.held) > 1
            state = replace(state, held=state.held[:-1], nested_release=nested)
            trail = Trail(Event(EventKind.RELEASED, call.span, call), trail)
        elif state.borrowed >= DEPTH_LIMIT:
            return
        else:
            trail = Trail(Event(EventKind.UNMATCHED, call.span, call), trail)
            if not state.handed_on:
                found = Unmatched(call, origin, state.acquired, trail)
                record.unmatched.setdefault((call, state.acquired), found)
            state = replace(state, borrowed=state.borrowed + 1)
    yield _Step(state, trail)


def _note_endless(record: _Record, state: State, trail: Trail | None, span: Span, inner: Span) -> None:
    """Note that control is caught there with something held."""
    if not state.handed_on:
        hold = state.held[-1]
        record.endless.setdefault((hold.call, span), Endless(hold, span, inner, trail))


def _value_of(facts: Facts, term: Term) -> str:
    """Return what the facts tell of a result variable, in the words of `Exit.results`."""
    truth = known_value(facts, term)
    if truth is not None:
        return "true" if truth else "false"
    nil = known_value(facts, is_nil(term))
    if nil is not None:
        return "nil" if nil else "set"
    return ""


def _last_span(graph: Graph, trail: Trail | None) -> Span:
    """Return where the path left the function: its return statement, or the brace at the function's end."""
    if trail is not None and trail.event.kind is EventKind.LEFT:
        return trail.event.span
    end = graph.function.span.end
    return Span(graph.function.path, end - 1, end)
