"""Wait groups whose count never comes back to zero: a Done that a path skips, an Add that nothing was started for."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from golint_sched.engines.groups import Use, groups_of
from golint_sched.engines.paths.counts import compares_with_nil, is_told, may_panic, turn_starts
from golint_sched.engines.paths.members import Members
from golint_sched.engines.paths.sight import is_in_view
from golint_sched.engines.paths.tally import Way
from golint_sched.engines.paths.trail import Trail
from golint_sched.engines.paths.unstarted import fails, is_chosen_by_row, is_waited_for_after_failure
from golint_sched.finding import Confidence
from golint_sched.flow.graph import Ending
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, Name
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, ExpressionStatement, For, If, Range, SelectClause
from golint_sched.source import Span

_ADD, _WAIT = "sync.WaitGroup.Add", "sync.WaitGroup.Wait"
_WRAPPERS = 3  # functions around a go statement; more of them call each other


class Skip(Enum):
    """How the count stays above zero."""

    PATH = "a path of the goroutine does not call Done"
    TURN = "a turn of a loop that calls Done for each element leaves it out"
    PANIC = "a panic that is recovered skips Done"
    START = "a path counts what it does not start"
    AMOUNT = "more is added than is started"
    NOBODY = "nothing calls Done"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A Wait that does not return.

    `function` is where the count goes wrong; `place` is the way out that skips Done, or the Add too many, with `trail`
    as the path to it. `done` is a Done on another path, `start` where the goroutine is started.
    """

    skip: Skip
    wait: Use
    function: Function
    place: Span
    confidence: Confidence
    trail: Trail | None = None
    add: Call | None = None
    done: Call | None = None
    start: Span | None = None


@dataclass(frozen=True, slots=True)
class Dones:
    """The Waits of a package that do not return, one for each group.

    `capped` are the functions whose states were too many: faults in them may be missing.
    """

    skipped: tuple[Skipped, ...]
    capped: tuple[Function, ...]


def skipped_dones(package: Package) -> Dones:
    """Return the surest fault of each group whose Wait can block for ever."""
    groups = groups_of(package)
    skipped: list[Skipped] = []
    capped: set[Function] = set()
    for group, uses in groups.uses.items():
        if isinstance(group, tuple) and group[1]:
            continue  # a field of a local variable, of a type that is not known
        if uses.get(_WAIT) and uses.get(_ADD):
            members = Members(groups, group)
            found = next(_Faults(members).faults(), None)
            if found is not None:
                skipped.append(found)
            capped |= members.counting.capped
    return Dones(tuple(skipped), tuple(sorted(capped, key=lambda function: function.span)))


class _Faults:
    """The faults of one group."""

    def __init__(self, members: Members) -> None:
        self.members = members
        self.package = members.package
        self.counting = members.counting

    def faults(self) -> Iterator[Skipped]:
        """Yield the faults of this group."""
        if not self.members.dones and not self.members.values:
            yield from self._without_done()
            return
        yield from self._skipping_roots()
        yield from self._skipping_turns()
        yield from self._short_starts()
        yield from self._panicking_roots()

    # -- goroutines that skip Done --------------------------------------------------------------------------------

    def _skipping_roots(self) -> Iterator[Skipped]:
        for function in self.package.started:
            if function not in self.counting.touching or self.members.declares(function):
                continue
            spawns = self.package.spawners(function)
            ways = self.counting.walk(function)
            ends = [way for way in ways.exits if way.ending in (Ending.RETURN, Ending.GOEXIT) and not way.tally.vague]
            idle = [way for way in ends if way.net == 0 and not way.tally.started and not way.tally.added]
            if not idle or not any(way.net < 0 for way in ways.exits) or self._is_guarded(function, spawns[0].span):
                continue
            if not any(self._is_owed(spawn) for spawn in spawns) or self._is_handed_out(function):
                continue
            start = next((spawn for spawn in spawns if self.members.add_in(spawn.function)), None)
            way = min(idle, key=lambda each: _length(each.trail))
            sure = Confidence.HIGH if self.members.is_local else Confidence.MEDIUM
            yield Skipped(
                Skip.PATH,
                self.members.wait_near(spawns[0].function),
                function,
                way.span,
                sure if start is not None else Confidence.LOW,
                trail=way.trail,
                add=self.members.add_in(start.function) if start is not None else None,
                done=self.members.done_in(function),
                start=spawns[0].span,
            )

    def _is_handed_out(self, function: Function) -> bool:
        """Tell whether another literal that calls Done was given away: what the goroutine calls may run it.

        handler := limit(http.HandlerFunc(func(…) { ready.Done(); … }))
        go func() { handler.ServeHTTP(w, r); if w.Code == 429 { ready.Done() } }()
        """
        package = self.package
        for use in self.members.dones:
            literal = use.function
            if literal.name or package.spawners(literal) or package.callers(literal):
                continue
            if package.outermost(literal) is package.outermost(function) and literal is not function:
                return any(not package.callee(call).functions for call in package.calls(function))
        return False

    def _is_owed(self, spawn: Spawn) -> bool:
        """Tell whether each goroutine of a go statement owes a Done: as many are started as is added around it.

        `ready.Add(1); for … { go func() { if first { ready.Done() } }() }` wants one Done of all of them together.
        """
        adds = [use for use in self.members.adds if use.function is spawn.function]
        loops = {around for around in self.package.ancestors(spawn.call) if isinstance(around, For | Range)}
        counted = not loops.isdisjoint(self.counting.counted.owed)  # with the turns of all loops around it
        return not adds or counted or any(loops.issubset(self.package.ancestors(use.call)) for use in adds)

    def _is_guarded(self, function: Function, start: Span) -> bool:
        """Tell whether Done is called under the condition under which something was added.

        `if wg != nil { wg.Done() }`, and `if tracked { wg.Add(1) }` with a go statement behind it.
        """
        for use in self.members.dones:
            if use.function is function or function not in self.members.direct:
                for around in self.package.ancestors(use.call):
                    if isinstance(around, If) and (
                        compares_with_nil(around.condition, self.members.groups, self.members.group)
                        or is_told(around.condition, use.function)
                    ):
                        return True
        return any(
            isinstance(around, If) and not around.span.start <= start.start < around.span.end
            for use in self.members.adds
            for around in self.package.ancestors(use.call)
        )

    def _skipping_turns(self) -> Iterator[Skipped]:
        for use in self.members.dones:
            loop = self._trunk_loop(use)
            if loop is None or self.members.has_add(loop) or not self.members.is_repeated(use, loop):
                continue
            graph = self.package.graph(use.function)
            region = graph.regions[loop]
            for start in turn_starts(self.package, graph, loop, use.call):
                ways = self.counting.turn(use.function, start, region).exits
                idle = [way for way in ways if way.net == 0 and not way.tally.vague and not way.tally.started]
                if idle and any(way.net < 0 for way in ways):
                    way = min(idle, key=lambda each: _length(each.trail))
                    place = way.trail.event.span if way.trail is not None else way.span
                    yield Skipped(
                        Skip.TURN,
                        self.members.wait_near(use.function),
                        use.function,
                        place,
                        Confidence.HIGH if self.members.is_local else Confidence.MEDIUM,
                        trail=way.trail,
                        add=self.members.adds[0].call,
                        done=use.call,
                    )

    def _trunk_loop(self, use: Use) -> For | Range | None:
        """Return the loop each of whose turns calls Done unless it leaves early: Done stands in no branch of it."""
        statement = self.package.parent(use.call)
        block = self.package.parent(statement) if isinstance(statement, ExpressionStatement) else None
        around = self.package.parent(block) if block is not None else None
        if isinstance(around, For | Range):
            return around
        if isinstance(around, SelectClause) and around.operation is not None:
            loops = [each for each in self.package.ancestors(around) if isinstance(each, For | Range)]
            return loops[0] if loops else None
        return None

    def _panicking_roots(self) -> Iterator[Skipped]:
        """Yield the goroutines that survive a panic and call Done without defer, after something that may panic."""
        package = self.package
        for use in self.members.dones:
            spawns = package.spawners(use.function)
            if not spawns or isinstance(package.parent(use.call), Defer) or self.members.declares(use.function):
                continue
            if self._has_other_done(use) or not any(self._survives(spawn.call, use.function) for spawn in spawns):
                continue
            risky = [call for call in package.calls(use.function) if call.span.end <= use.call.span.start]
            risky = [call for call in risky if may_panic(package, call)]
            if risky and self.members.add_in(spawns[0].function):
                yield Skipped(
                    Skip.PANIC,
                    self.members.wait_near(spawns[0].function),
                    use.function,
                    risky[-1].span,
                    Confidence.MEDIUM,
                    add=self.members.add_in(spawns[0].function),
                    done=use.call,
                    start=spawns[0].span,
                )

    def _has_other_done(self, use: Use) -> bool:
        """Tell whether a deferred call of the function calls Done too, as the handler of the panic does."""
        for call in self.package.calls(use.function):
            if isinstance(self.package.parent(call), Defer):
                run = self.package.callee(call).functions
                if call in {each.call for each in self.members.dones} or any(
                    each in self.members.touching for each in run
                ):
                    return True
        return False

    def _survives(self, start: Call, root: Function, depth: int = 0) -> bool:
        """Tell whether a panic of the goroutine is stopped: by itself, or by the wrappers that start it."""
        package = self.package
        if self.counting.recovers(root):
            return True
        for wrapper in package.callee(start).functions:
            if wrapper is root or depth >= _WRAPPERS:
                continue
            inner = [each for spawn in package.spawns(wrapper) for each in spawn.callee.functions]
            if any(self.counting.recovers(each) for each in inner):
                return True
            if any(self._survives(call, root, depth + 1) for call in package.calls(wrapper) if _passes(call, wrapper)):
                return True
        return False

    # -- Adds without a goroutine ---------------------------------------------------------------------------------

    def _short_starts(self) -> Iterator[Skipped]:
        for function in dict.fromkeys(use.function for use in self.members.adds):
            summary = self.counting.walk(function)
            own = self.members.is_local or self.members.own.holder(function) is not None
            ways = [*summary.waits, *(way for way in summary.exits if not own or way.tally.waiting)]
            bad = [way for way in ways if way.net > 0 and way.tally.added and not way.tally.vague]
            if not bad:
                continue
            good = [way for way in ways if way.net <= 0 and way.tally.started]
            if not good and not self._is_all_started_in(function):
                continue
            if not self.members.is_local and not good and summary.lost:
                continue
            bad = [way for way in bad if not is_chosen_by_row(self.package, way)]
            if not bad or self._is_told_of(function, bad):
                continue
            way = min(bad, key=lambda each: (each.net, _length(each.trail)))
            wait = next((use for use in self.members.waits if use.call is way.wait), None)
            add = self.members.add_in(function)
            yield Skipped(
                Skip.START if good else Skip.AMOUNT,
                wait or self.members.wait_near(function),
                function,
                way.span if wait is None or add is None else add.span,
                Confidence.HIGH if self.members.is_local else Confidence.MEDIUM,
                trail=way.trail,
                add=add,
                done=self.members.dones[0].call if self.members.dones else None,
            )

    def _is_told_of(self, function: Function, bad: list[Way]) -> bool:
        """Tell whether all that call the function are told by an error, and wait only where there is none."""
        if self.members.is_local or not all(fails(function, way) for way in bad):
            return False
        waiting = frozenset(use.function for use in self.members.waits)
        return not is_waited_for_after_failure(self.package, function, waiting)

    def _is_all_started_in(self, function: Function) -> bool:
        """Tell whether only goroutines that the function starts, or literals in it, call Done."""
        if self.members.is_local:
            return True
        roots = {each for spawn in self.package.spawns(function) for each in spawn.callee.functions}
        inside = [use.function for use in self.members.dones]
        return bool(roots) and not self.members.values and all(each in roots for each in inside)

    # -- nobody calls Done ----------------------------------------------------------------------------------------

    def _without_done(self) -> Iterator[Skipped]:
        if (
            self.members.starts
            or self.members.is_given_amount
            or not is_in_view(self.package, self.members.groups, self.members.group)
        ):
            return
        wait, add = self.members.waits[0], self.members.adds[0]
        sure = Confidence.HIGH if self.members.is_local else Confidence.MEDIUM
        spawns = self.package.spawns(add.function)
        start = next((spawn.span for spawn in spawns if spawn.span.start > add.call.span.start), None)
        yield Skipped(Skip.NOBODY, wait, add.function, add.call.span, sure, add=add.call, start=start)


def _passes(call: Call, wrapper: Function) -> bool:
    """Tell whether a call hands on a parameter of the function around it: `GoWithRecover(task, handler)`."""
    return any(isinstance(each, Name) and each.variable in wrapper.parameters for each in call.arguments)


def _length(trail: Trail | None) -> int:
    length = 0
    while trail is not None:
        length += 1
        trail = trail.before
    return length
