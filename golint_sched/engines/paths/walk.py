"""The walk over one function's graph: every path, merged where nothing that is known tells two paths apart.

A walk follows one object. What a callee of the package does to it is walked once for each set of facts that it starts
with; a function that calls itself is taken to do nothing to the object in the inner call, and one that acquires in one
loop and releases in another to do as much of both.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from golint_sched.engines.paths.facts import FactFlow, flow_of
from golint_sched.engines.paths.handing import Handing
from golint_sched.engines.paths.keys import GOROUTINE, Key, is_moved
from golint_sched.engines.paths.learning import Known, Learning, learning_of
from golint_sched.engines.paths.moves import DEPTH_LIMIT, Move, is_even, is_plain, last_span, note_exit, release
from golint_sched.engines.paths.passing import entry_facts, facts_after, likely
from golint_sched.engines.paths.plan import CALL, ENDS, LEAVES, Plans
from golint_sched.engines.paths.protocol import Action, Binding, Effect, Protocol, Repeat
from golint_sched.engines.paths.reach import Reach
from golint_sched.engines.paths.record import Record
from golint_sched.engines.paths.state import Exit, Hold, State, Walked, Wanted
from golint_sched.engines.paths.terms import Fact, Facts, is_nil, normalised, result_term, subject
from golint_sched.engines.paths.trail import Event, EventKind, Trail, events
from golint_sched.engines.paths.traps import Traps
from golint_sched.flow.graph import Ending, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, Range, Return

STATE_LIMIT = 6_000  # (node, state) pairs of one function beyond one for each node


class Walker:
    """Walks the functions of one package for one protocol; answers are remembered."""

    def __init__(self, package: Package, protocol: Protocol, *, deep: bool = False) -> None:
        """Make it for a linked package.

        With `deep`, callees know what their callers know of the fields of what they are given: slower, and more exact.
        """
        self.deep = deep
        self.package = package
        self.protocol = protocol
        self.reach = Reach(package, protocol)
        self.handing = Handing(package, self.reach)
        self.traps = Traps(package, self.reach)
        self.plans = Plans(self.reach, self.handing, self.traps)
        self._walked: dict[tuple[Function, Key, Facts], Walked] = {}
        self._running: set[tuple[Function, Key]] = set()
        self._balanced: dict[tuple[Function, Key], bool] = {}
        self._capped: set[Function] = set()
        self._too_many: dict[tuple[Function, Key], Walked] = {}

    @property
    def capped(self) -> tuple[Function, ...]:
        """Return the functions, in source order, whose states were too many for the walks that were made so far."""
        return tuple(sorted(self._capped, key=lambda function: function.span))

    def walk(self, function: Function, key: Key = GOROUTINE, facts: Facts = frozenset()) -> Walked:
        """Return what the paths through the function do to the object when these facts hold at its start."""
        known = self._walked.get((function, key, facts))
        if known is None and facts:  # too many states under some facts are too many under others
            known = self._too_many.get((function, key))
        if known is not None:
            return known
        if function.body is None or (function, key) in self._running or self.reach.counts(function, key):
            return Walked((Exit(Ending.RETURN, State(), tuple("" for _ in function.results), None, function.span),))
        self._running.add((function, key))
        try:
            found = None if facts or self.deep else self._passed_through(function, key)
            if found is None:
                found = self._explore(function, key, facts)
        finally:
            self._running.discard((function, key))
        if found.capped is function:
            self._capped.add(function)
            # What it met under these facts, it may not meet under others.
            self._too_many.setdefault((function, key), replace(found, wanted=(), again=()))
        self._walked[function, key, facts] = found
        return found

    def is_balanced(self, function: Function, key: Key) -> bool:
        """Tell whether the function leaves the object as it found it, on every way out."""
        if (function, key) not in self._balanced:
            self._balanced[function, key] = True  # a function that calls itself adds nothing there
            self._balanced[function, key] = not self.reach.concerns(function, key) or is_even(self.walk(function, key))
        return self._balanced[function, key]

    def _passed_through(self, function: Function, key: Key) -> Walked | None:
        """Return the answer for a function that only calls others which leave the object as they found it."""
        if key == GOROUTINE or self.reach.acts(function, key):
            return None
        record = Record(key)
        graph = self.package.graph(function)
        record.passed.update(self.reach.calls(function))
        for call in self.reach.following(function, key):
            for callee, inner in self.reach.variants(call, key):
                if not self.reach.concerns(callee, inner):
                    continue
                if not self.is_balanced(callee, inner):
                    return None
                node = graph.node_of.get(call)
                if self.package.callee(call).certain and (node is None or node.index in graph.reachable):
                    known = entry_facts(self.package, call, callee, frozenset())
                    for wanted in self.walk(callee, inner, known).wanted:
                        record.note_wanted(Wanted((call, *wanted.calls), wanted.mode, None))
        way = Exit(Ending.RETURN, State(), tuple("" for _ in function.results), None, function.span)
        record.exits[function] = way
        return record.finished()

    def flow(self, function: Function) -> FactFlow:
        """Return how the nodes of the function's graph change what is known."""
        return flow_of(self.package, function, deep=self.deep)

    # -- exploration ----------------------------------------------------------------------------------------------

    def _explore(self, function: Function, key: Key, facts: Facts) -> Walked:
        """Return what every path does: first without regard to conditions, with them where that looks like a fault."""
        if key != GOROUTINE:
            rough = self._search(function, key, frozenset(), minds_conditions=False)
            tells = bool(function.results) and any(way.state.held for way in rough.exits)  # what a caller may ask
            if is_plain(rough) and not tells and not ((facts or self.deep) and rough.wanted):
                return rough
        return self._search(function, key, facts, minds_conditions=True)

    def _search(self, function: Function, key: Key, facts: Facts, *, minds_conditions: bool) -> Walked:
        flow = self.flow(function)
        nodes = flow.graph.nodes
        plan = self.plans.of(flow, key)
        learning = learning_of(flow, plan.quiet) if minds_conditions else None
        record = Record(key)
        traps = self.traps.heads(function) if key == GOROUTINE else frozenset[int]()
        parts, ways, frees, limit = plan.parts, plan.ways, plan.frees, len(nodes) + STATE_LIMIT
        bare = [State()]  # the states that were met, without what is known; walks compare their numbers
        numbers = {bare[0]: 0}
        known = learning.at_start(facts) if learning is not None else 0
        seen: set[tuple[int, int, Known]] = {(0, 0, known)}
        queue: deque[tuple[int, int, Known, Trail | None]] = deque([(0, 0, known, None)])
        moves: Iterable[tuple[int, Known, Trail | None]]
        while queue:
            index, number, known, trail = queue.popleft()
            part, node = parts[index], nodes[index]
            if part >= ENDS:
                state = bare[number]
                if known and learning is not None:
                    state = replace(state, facts=learning.numbers.set_of(known))
                if part == ENDS:
                    self._leave(flow, record, node, state, trail)
                    continue
                if state.held and index in traps:
                    record.note_endless(state, trail, node.span, node.span)
                moves = _numbered(self._do(flow, record, node, state, trail), bare, numbers, learning)
            else:
                if part == CALL and isinstance(node.origin, Call):
                    record.note_call(node.origin, bare[number], trail)
                elif part == LEAVES:
                    trail = Trail(Event(EventKind.LEFT, node.span), trail)
                moves = ((number, known, trail),)
            for after, learnt, path in moves:
                told = None if learning is None else learning.steps(index, learnt)
                for way in ways[index]:
                    there = 0 if told is None else told[way.position]
                    left = _freed(after, bare, numbers) if frees and (index, way.position) in frees else after
                    if there is None or (way.target, left, there) in seen:
                        continue
                    if len(seen) >= limit:
                        record.capped = function
                        return record.finished()
                    seen.add((way.target, left, there))
                    queue.append((way.target, left, there, Trail(way.event, path) if way.event else path))
        return record.finished()

    def _do(self, flow: FactFlow, record: Record, node: Node, state: State, trail: Trail | None) -> Iterator[Move]:
        """Yield the states after the node."""
        if not state.handed_on and self.handing.hands_on(node, record.key):
            state = replace(state, handed_on=True)
        if state.held and node.index in self.handing.given_away(flow.graph.function, record.key):
            state = replace(state, held=())
        match node.origin:
            case Call() as call:
                for step in self._call(record, call, state, trail):
                    # A call that never comes back has an edge to its ending, whatever its paths did before.
                    if step.ending is Ending.RETURN or self.package.ending(call) is step.ending:
                        yield step
            case Defer(call=call):
                if not self.reach.matters(call, record.key) and not self.handing.takes(call, record.key):
                    yield Move(state, trail)
                elif state.deferred.count(node.index) < DEPTH_LIMIT:
                    state = replace(state, deferred=(*state.deferred, node.index))
                    yield Move(state, Trail(Event(EventKind.DEFERRED, node.span, call), trail))
            case Return():
                yield Move(state, Trail(Event(EventKind.LEFT, node.span), trail))
            case Assign() | Declare() | Range():
                yield from self._store(flow, record, node, state, trail)
            case _:
                yield Move(state, trail)

    def _store(self, flow: FactFlow, record: Record, node: Node, state: State, trail: Trail | None) -> Iterator[Move]:
        """Yield the states after an assignment: it may acquire, and it may make the key mean another object."""
        bindings = self.protocol.bindings
        if bindings is not None and isinstance(node.origin, Assign | Declare):
            for binding in bindings(self.package, node.origin):
                if binding.key != record.key:
                    continue
                yield from self._bind(record, binding, state, trail)
                return
        function = flow.graph.function
        outside = record.key.root is function.receiver or record.key.root in function.parameters
        known = state.held or (outside and not state.moved)
        if record.key != GOROUTINE and known and any(is_moved(record.key, each.target) for each in flow.stores(node)):
            skips = state.held and not state.deferred  # what is deferred in a turn comes after them all
            if skips and isinstance(node.origin, Range) and self._skips_turn(node.origin, record.key, state):
                wanted = Wanted((state.held[-1].call,), state.held[-1].mode, trail)
                record.note_again(state, wanted, trail, moved=True)
            # `c = c.parent`: from here on the name means another object, which nobody else can have acquired.
            state = replace(state, held=(), moved=True)
        yield Move(state, trail)

    def _skips_turn(self, loop: Range, key: Key, state: State) -> bool:
        """Tell whether a turn that ends with its element locked skips a release: `for _, e := range s { e.Lock() … }`.

        Not so where the element itself is put, or given, somewhere: what is locked may be released from there.
        """
        if not isinstance(key.root, Variable) or not key.path:
            return False
        released = any(
            action is not None and action.effect is Effect.RELEASE and action.key == key and self._lies_in(call, loop)
            for function in (self.package.owner(loop),)
            if function is not None
            for call in self.reach.calls(function)
            for action in (self.reach.action(call),)
        )
        return (
            released
            and self._lies_in(state.held[-1].call, loop)
            and all(isinstance(self.package.parent(name), Selector | Range) for name in self.package.names(key.root))
        )

    def _lies_in(self, call: Call, loop: Range) -> bool:
        return any(around is loop for around in self.package.ancestors(call))

    def _bind(self, record: Record, binding: Binding, state: State, trail: Trail | None) -> Iterator[Move]:
        """Yield the states after the variable got a new value: one where the call failed, one where it is held."""
        wanted = Wanted((binding.call,), "", trail)
        if state.held:
            record.note_again(state, wanted, trail)
        gained = is_nil(result_term(binding.call, binding.position))
        known = frozenset(fact for fact in state.facts if binding.call not in subject(fact.term).parts)
        state = replace(state, held=(), borrowed=0, handed_on=False)
        if binding.error is not None:
            told = result_term(binding.call, binding.error)
            went_well = told if binding.flag else is_nil(told)
            yield Move(replace(state, facts=known | {Fact(went_well, value=False), Fact(gained, value=True)}), trail)
            known |= {Fact(went_well, value=True)}
        state = replace(state, facts=known | {Fact(gained, value=False)})
        yield from self._acquire(record, Hold(binding.call, binding.call), wanted, Move(state, trail))

    # -- ways out -------------------------------------------------------------------------------------------------

    def _leave(self, flow: FactFlow, record: Record, node: Node, state: State, trail: Trail | None) -> None:
        """Run the deferred calls, the last one first, and note the ways out that result."""
        ending = node.origin
        if not isinstance(ending, Ending) or ending is Ending.PROCESS:
            return
        span = last_span(flow.graph, trail)
        stack = [Move(state, trail, ending)]
        while stack:
            step = stack.pop()
            if not step.state.deferred:
                note_exit(flow.graph.function, record, step, span)
                continue
            origin = flow.graph.nodes[step.state.deferred[-1]].origin
            rest = replace(step.state, deferred=step.state.deferred[:-1])
            if isinstance(origin, Defer):
                for after in self._call(record, origin.call, rest, step.trail):
                    ended = step.ending if after.ending is Ending.RETURN else after.ending
                    if ended is Ending.PANIC and self.reach.recovers(origin.call):
                        ended = Ending.RETURN
                    if ended is not Ending.PROCESS and self.package.ending(origin.call) is not Ending.PROCESS:
                        stack.append(Move(after.state, after.trail, ended))

    # -- calls ----------------------------------------------------------------------------------------------------

    def _call(self, record: Record, call: Call, state: State, trail: Trail | None) -> Iterator[Move]:
        """Yield the states after a call, deferred or not."""
        if self.protocol.repeat is Repeat.BLOCKS:
            record.note_call(call, state, trail)
        if not state.handed_on and self.handing.takes(call, record.key):
            state = replace(state, handed_on=True)
        if state.held and self.reach.alters(call):
            state = replace(state, altered=min(state.altered + 1, 2))
        action = self.reach.action(call)
        if action is not None and action.key == record.key:
            yield from self._act(record, call, action, Move(state, trail))
        elif self.reach.matters(call, record.key):
            yield from self._enter(record, call, state, trail)
        elif record.key == GOROUTINE and state.held and self.traps.never_ends(call):
            record.note_endless(state, trail, call.span, self.traps.trap_of(call))
        else:
            yield Move(state, trail)

    def _act(self, record: Record, call: Call, action: Action, before: Move) -> Iterator[Move]:
        """Yield the states after a call that acquires or releases itself."""
        hold = Hold(call, call, action.mode)
        wanted = Wanted((call,), action.mode, before.trail)
        match action.effect:
            case Effect.ACQUIRE:
                yield from self._acquire(record, hold, wanted, before)
            case Effect.RELEASE:
                yield from release(record, hold, 1, before)
            case Effect.ATTEMPT:
                succeeds = result_term(call, 0)
                facts = frozenset(fact for fact in before.state.facts if fact.term != succeeds)
                failed = replace(before.state, facts=facts | {normalised(succeeds, value=False)})
                yield replace(before, state=failed)
                if not before.state.held:
                    state = replace(before.state, facts=facts | {normalised(succeeds, value=True)})
                    yield from self._acquire(record, hold, None, replace(before, state=state))

    def _acquire(self, record: Record, hold: Hold, wanted: Wanted | None, before: Move) -> Iterator[Move]:
        """Yield the state with the hold added; nothing where the path waits for itself, or nests too deep."""
        state, trail = before.state, before.trail
        repeat = self.protocol.repeat
        free = not (state.held or state.borrowed or state.handed_on or state.moved)
        if wanted is not None and repeat is Repeat.BLOCKS and free:
            record.note_wanted(wanted)
            if state.wants is None:
                state = replace(state, wants=wanted.mode)
        held = (*state.held, hold)
        if state.held and repeat is not Repeat.NESTS and wanted is not None:
            record.note_again(state, wanted, trail)
            if repeat is Repeat.BLOCKS and excludes(state.held[-1].mode, hold.mode):
                return
            held = (hold,) if repeat is Repeat.REPLACES else held
        if len(held) > DEPTH_LIMIT:
            return
        altered = state.altered if state.held else 0
        yield Move(
            replace(state, held=held, acquired=True, altered=altered),
            Trail(Event(EventKind.ACQUIRED, hold.call.span, hold.call), trail),
        )

    def _enter(self, record: Record, call: Call, state: State, trail: Trail | None) -> Iterator[Move]:
        """Yield the states after a call of functions of this package that concern the resource."""
        yielded: set[tuple[State, Ending]] = set()
        if not self.package.callee(call).functions:  # handed to something that may run it
            yielded.add((state, Ending.RETURN))
            yield Move(state, trail)
        for function, key in self.reach.variants(call, record.key):
            if function.name and key != GOROUTINE and self.is_balanced(function, key):
                yield from self._pass_by(record, call, function, key, Move(state, trail))
                continue
            walked = self.walk(function, key, self._entry_facts(call, function, state.facts))
            if walked.capped is not None:
                record.capped = record.capped or walked.capped
                continue  # the ways out that were not found may be those that release
            if record.key == GOROUTINE and state.held and not walked.exits:
                record.note_endless(state, trail, call.span, self.traps.trap_of(call))
            if self.protocol.repeat is Repeat.BLOCKS:
                self._meet(record, call, walked, Move(state, trail))
            for way in self._fitting(function, walked.exits, state):
                for step in self._apply(record, call, function, way, Move(state, trail)):
                    if (step.state, step.ending) not in yielded:
                        yielded.add((step.state, step.ending))
                        yield step

    def _entry_facts(self, call: Call, function: Function, facts: Facts) -> Facts:
        return entry_facts(self.package, call, function, facts, deep=self.deep)

    def _pass_by(self, record: Record, call: Call, function: Function, key: Key, before: Move) -> Iterator[Move]:
        """Yield the state after a callee that leaves the object as it found it: the same, if the callee gets so far."""
        if self.protocol.repeat is not Repeat.BLOCKS or self.reach.acquire_in(function, key) is None:
            yield before
            return
        walked = self.walk(function, key)
        if before.state.held or walked.wanted:  # what is known of the arguments may rule it out: `f(needLock)`
            walked = self.walk(function, key, self._entry_facts(call, function, before.state.facts))
        self._meet(record, call, walked, before)
        if not before.state.held or _open(walked.exits, before.state.held[-1].mode):
            yield before

    def _meet(self, record: Record, call: Call, walked: Walked, before: Move) -> None:
        """Note what the callee waits for: what the function holds itself, or what its caller may hold."""
        if not self.package.callee(call).certain:
            return
        for wanted in walked.wanted:
            mine = Wanted((call, *wanted.calls), wanted.mode, before.trail)
            if before.state.held:
                record.note_again(before.state, mine, before.trail)
            elif not (before.state.borrowed or before.state.handed_on or before.state.moved):
                record.note_wanted(mine)

    def _fitting(self, function: Function, ways: tuple[Exit, ...], state: State) -> tuple[Exit, ...]:
        """Return the ways out of a callee to follow; a literal's conditions are known, so all of its ways are."""
        if self.protocol.repeat is Repeat.BLOCKS and state.held:
            ways = _open(ways, state.held[-1].mode)
        if self.protocol.repeat is Repeat.BLOCKS:
            ways = _telling(ways)
        return likely(ways, held=bool(state.held)) if function.name else ways

    def _apply(self, record: Record, call: Call, function: Function, way: Exit, before: Move) -> Iterator[Move]:
        """Yield the states after the callee left by one of its ways out."""
        state = before.state
        inner = way.state
        wants = state.wants
        if wants is None and not state.held and not state.borrowed:
            wants = inner.wants
        after = replace(
            state,
            facts=facts_after(self.package, call, function, way, state.facts),
            handed_on=state.handed_on or inner.handed_on,
            acquired=state.acquired or inner.acquired,
            wants=wants,
        )
        key = next((key for each, key in self.reach.variants(call, record.key) if each is function), record.key)
        origin = self.reach.release_in(function, key) or call
        trail = before.trail
        if not function.name:  # a literal's branches are part of the function's own text
            for event in events(way.trail):
                trail = Trail(event, trail) if event.kind is EventKind.TOOK else trail
        for released in release(record, Hold(call, origin), inner.borrowed, Move(after, trail)):
            if inner.held and not inner.handed_on:
                steps = [released]
                for hold in inner.held:
                    mine = Hold(call, hold.origin, hold.mode)
                    steps = [each for step in steps for each in self._acquire(record, mine, None, step)]
                yield from (replace(step, ending=way.ending) for step in steps)
            else:
                yield replace(released, ending=way.ending)


def _numbered(
    moves: Iterable[Move], bare: list[State], numbers: dict[State, int], learning: Learning | None
) -> Iterator[tuple[int, Known, Trail | None]]:
    """Yield for each move the number of its state, what is known, and how it came there."""
    for move in moves:
        facts = move.state.facts
        state = replace(move.state, facts=frozenset()) if facts else move.state
        number = numbers.get(state)
        if number is None:
            number = numbers[state] = len(bare)
            bare.append(state)
        yield number, learning.numbers.known(facts) if facts and learning is not None else 0, move.trail


def _freed(number: int, bare: list[State], numbers: dict[State, int]) -> int:
    """Return the number of a state once there is nothing to release."""
    state = replace(bare[number], held=())
    if state not in numbers:
        numbers[state] = len(bare)
        bare.append(state)
    return numbers[state]


def excludes(first: str, second: str) -> bool:
    """Tell whether two holds of these modes cannot be at one time: all but two read locks."""
    return first != "read" or second != "read"


def _telling(ways: tuple[Exit, ...]) -> tuple[Exit, ...]:
    """Return the ways with "set" for an unknown result that is nil on just those ways that hold nothing."""
    free = [way for way in ways if way.ending is Ending.RETURN and not way.state.held]
    if not free or len(free) == len(ways):
        return ways
    told = {place for place in range(len(free[0].results)) if all(way.results[place] == "nil" for way in free)}
    told -= {place for way in ways if way.state.held for place, value in enumerate(way.results) if value == "nil"}
    return tuple(
        replace(
            way,
            results=tuple("set" if place in told and not value else value for place, value in enumerate(way.results)),
        )
        if way.state.held
        else way
        for way in ways
    )


def _open(ways: tuple[Exit, ...], mode: str) -> tuple[Exit, ...]:
    """Return the ways out of a callee that a hold of this mode does not block."""
    return tuple(way for way in ways if way.state.wants is None or not excludes(mode, way.state.wants))
