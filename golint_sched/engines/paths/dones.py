"""Wait groups whose count never comes back to zero: a Done that a path skips, an Add that nothing was started for."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from golint_sched.engines.channel_names import Channels
from golint_sched.engines.channels.amounts import amount, turns
from golint_sched.engines.groups import Groups, Identity, Use
from golint_sched.engines.paths.counting import Counted, Counting
from golint_sched.engines.paths.counts import (
    compares_with_nil,
    is_told,
    may_panic,
    negative,
    received,
    share,
    turn_starts,
)
from golint_sched.engines.paths.keys import method_selector
from golint_sched.engines.paths.sight import is_in_view, values_of
from golint_sched.engines.paths.trail import Trail
from golint_sched.finding import Confidence
from golint_sched.flow.graph import Ending
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Call,
    Name,
    VariableKind,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Defer,
    ExpressionStatement,
    For,
    If,
    Range,
    SelectClause,
    Send,
)
from golint_sched.model.walk import walk
from golint_sched.source import Span

_ADD, _DONE, _WAIT, _GO = (f"sync.WaitGroup.{name}" for name in ("Add", "Done", "Wait", "Go"))


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
    groups = Groups(package)
    skipped: list[Skipped] = []
    capped: set[Function] = set()
    for group, uses in groups.uses.items():
        if isinstance(group, tuple) and group[1]:
            continue  # a field of a local variable, of a type that is not known
        if uses.get(_WAIT) and uses.get(_ADD):
            dones = _Group(groups, group)
            found = next(dones.faults(), None)
            if found is not None:
                skipped.append(found)
            capped |= dones.counting.capped
    return Dones(tuple(skipped), tuple(sorted(capped, key=lambda function: function.span)))


class _Group:
    """One group, and who counts for it."""

    def __init__(self, groups: Groups, group: Identity) -> None:
        self.groups = groups
        self.package = groups.package
        self.group = group
        uses = groups.uses[group]
        self.adds, self.dones, self.waits = uses.get(_ADD, []), uses.get(_DONE, []), uses.get(_WAIT, [])
        self.starts = uses.get(_GO, [])
        self.values = [
            selector
            for selector in values_of(self.package, "Done")
            if self.package.resolver.function_value(selector).external == _DONE
            and groups.of(selector.base) in (group, None)
        ]
        self._owed: dict[For | Range, int] = {}
        self._left: dict[Call, int | None] = {}

    def faults(self) -> Iterator[Skipped]:
        """Yield the faults of this group."""
        if not self.dones and not self.values:
            yield from self._without_done()
            return
        yield from self._skipping_roots()
        yield from self._skipping_turns()
        yield from self._short_starts()
        yield from self._panicking_roots()

    # -- who counts -----------------------------------------------------------------------------------------------

    @cached_property
    def counting(self) -> Counting:
        """Return the walker that counts Adds and Dones."""
        package = self.package
        for use in self.adds:
            self._read_amount(use)
        adds = {use.call for use in self.adds}
        dones = {use.call: negative(package, use.call) for use in self.dones}
        values = set(self.values)
        workers, channels = self._workers
        names = self._channels if channels else None

        def count(call: Call) -> int | None:
            if call in adds:
                return self._left[call]
            return -1 if self._is_by_name(call) else dones.get(call, 0)

        def send(node: Send) -> int:
            return -1 if names is not None and names.of(node.channel) in channels else 0

        counted = Counted(
            count=count,
            value=lambda expression: -1 if expression in values else 0,
            send=send,
            is_object=lambda expression: self.groups.of(expression) == self.group,
            owed=self._owed,
            waits=frozenset(use.call for use in self.waits),
            waiters=frozenset(use.function for use in self.waits),
            workers=workers,
        )
        return Counting(package, counted, self._direct)

    def _is_by_name(self, call: Call) -> bool:
        """`done := wg.Done; done()`."""
        if not isinstance(call.function, Name) or self.package.callee(call).external != _DONE:
            return False
        selector = method_selector(self.package, call)
        return selector is not None and self.groups.of(selector.base) == self.group

    @cached_property
    def _direct(self) -> frozenset[Function]:
        owners = {self.package.owner(value) for value in self.values}
        for value in self.values:
            parent = self.package.parent(value)
            if isinstance(parent, Assign):
                kept = [each.variable for each in parent.targets if isinstance(each, Name)]
                owners |= {self.package.owner(name) for variable in kept for name in self.package.names(variable)}
        return frozenset(
            {use.function for use in (*self.adds, *self.dones)} | {each for each in owners if each is not None}
        )

    @cached_property
    def _channels(self) -> Channels:
        return Channels(self.package)

    @cached_property
    def _workers(self) -> tuple[frozenset[Function], list[object]]:
        """Return the functions that call Done for each message that they receive, and the channels of those."""
        workers: set[Function] = set()
        channels: list[object] = []
        for use in self.dones:
            for loop in self.package.ancestors(use.call):
                if isinstance(loop, For | Range) and not self._has_add(loop) and self._is_repeated(use, loop):
                    subject = received(self.package, loop)
                    workers.add(use.function)
                    if subject is not None and (channel := self._channels.of(subject)) is not None:
                        channels.append(channel)
        return frozenset(workers), channels

    def _is_repeated(self, use: Use, loop: For | Range) -> bool:
        """Tell whether the loop goes on after the Done."""
        graph = self.package.graph(use.function)
        node = graph.node_of.get(use.call)
        return node is not None and graph.regions[loop].start in graph.reachable_from(node.index)

    def _has_add(self, loop: For | Range) -> bool:
        return any(loop in self.package.ancestors(use.call) for use in self.adds)

    # -- amounts --------------------------------------------------------------------------------------------------

    def _read_amount(self, use: Use) -> None:
        """Note what an Add counts at once, and what it counts for the turns of loops that start goroutines."""
        self._left[use.call] = None
        added = amount(self.package, use.call.arguments[0]) if len(use.call.arguments) == 1 else None
        if added is None:
            return
        loops = self._starting_loops(use)
        if not loops:
            self._left[use.call] = None if added.key else added.offset
            return
        counts = {turns(self.package, loop, exact=True) for loop in loops}
        turn = counts.pop()
        if counts or turn is None or turn.key != added.key:
            return
        shares = share(added, turn, list(loops.values()))
        if shares is not None:
            self._owed.update(zip(loops, shares[0], strict=True))
            self._left[use.call] = shares[1]

    def _starting_loops(self, use: Use) -> dict[For | Range, int]:
        """Return the loops after an Add whose turns start what it counts, with the places in them that do."""
        package = self.package
        graph = package.graph(use.function)
        around = set(package.ancestors(use.call))
        dones = {each.call for each in self.dones}
        touching = self._touching
        found: dict[For | Range, int] = {}
        for loop in graph.loops():
            if loop in around or loop.span.start < use.call.span.start or self._has_add(loop):
                continue
            for node in walk(loop.body):
                calls = isinstance(node, Call) and (
                    node in dones or not touching.isdisjoint(package.callee(node).functions)
                )
                handed = isinstance(node, Call | Send) and any(
                    not touching.isdisjoint(package.resolver.function_value(value).functions)
                    for value in (node.arguments if isinstance(node, Call) else (node.value,))
                )
                inner = [each for each in package.ancestors(node) if isinstance(each, For | Range)]
                if (calls or handed) and inner and inner[0] is loop:
                    found[loop] = found.get(loop, 0) + 1
        return found

    @cached_property
    def _touching(self) -> frozenset[Function]:
        return Counting(self.package, Counted(count=lambda _call: 0), self._direct).touching

    # -- goroutines that skip Done --------------------------------------------------------------------------------

    def _skipping_roots(self) -> Iterator[Skipped]:
        for function in self.package.bodies():
            spawns = self.package.spawners(function)
            if not spawns or function not in self.counting.touching or self._declares(function):
                continue
            ways = self.counting.walk(function)
            ends = [way for way in ways.exits if way.ending in (Ending.RETURN, Ending.GOEXIT) and not way.tally.vague]
            idle = [way for way in ends if way.net == 0 and not way.tally.started]
            if not idle or not any(way.net < 0 for way in ways.exits) or self._is_guarded(function, spawns[0].span):
                continue
            start = next((spawn for spawn in spawns if self._adds_in(spawn.function)), None)
            way = min(idle, key=lambda each: _length(each.trail))
            sure = Confidence.HIGH if self._is_local else Confidence.MEDIUM
            yield Skipped(
                Skip.PATH,
                self._wait_near(spawns[0].function),
                function,
                way.span,
                sure if start is not None else Confidence.LOW,
                trail=way.trail,
                add=self._adds_in(start.function) if start is not None else None,
                done=self._done_in(function),
                start=spawns[0].span,
            )

    def _is_guarded(self, function: Function, start: Span) -> bool:
        """Tell whether Done is called under the condition under which something was added.

        `if wg != nil { wg.Done() }`, and `if tracked { wg.Add(1) }` with a go statement behind it.
        """
        for use in self.dones:
            if use.function is function or function not in self._direct:
                for around in self.package.ancestors(use.call):
                    if isinstance(around, If) and (
                        compares_with_nil(around.condition, self.groups, self.group)
                        or is_told(around.condition, use.function)
                    ):
                        return True
        return any(
            isinstance(around, If) and not around.span.start <= start.start < around.span.end
            for use in self.adds
            for around in self.package.ancestors(use.call)
        )

    def _skipping_turns(self) -> Iterator[Skipped]:
        for use in self.dones:
            loop = self._trunk_loop(use)
            if loop is None or self._has_add(loop) or not self._is_repeated(use, loop):
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
                        self._wait_near(use.function),
                        use.function,
                        place,
                        Confidence.HIGH if self._is_local else Confidence.MEDIUM,
                        trail=way.trail,
                        add=self.adds[0].call,
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
        for use in self.dones:
            spawns = package.spawners(use.function)
            if not spawns or isinstance(package.parent(use.call), Defer) or self._declares(use.function):
                continue
            if self._has_other_done(use) or not any(self._survives(spawn.call, use.function) for spawn in spawns):
                continue
            risky = [call for call in package.calls(use.function) if call.span.end <= use.call.span.start]
            risky = [call for call in risky if may_panic(package, call)]
            if risky and self._adds_in(spawns[0].function):
                yield Skipped(
                    Skip.PANIC,
                    self._wait_near(spawns[0].function),
                    use.function,
                    risky[-1].span,
                    Confidence.MEDIUM,
                    add=self._adds_in(spawns[0].function),
                    done=use.call,
                    start=spawns[0].span,
                )

    def _has_other_done(self, use: Use) -> bool:
        """Tell whether a deferred call of the function calls Done too, as the handler of the panic does."""
        for call in self.package.calls(use.function):
            if isinstance(self.package.parent(call), Defer):
                run = self.package.callee(call).functions
                if call in {each.call for each in self.dones} or any(each in self._touching for each in run):
                    return True
        return False

    def _survives(self, start: Call, root: Function) -> bool:
        if self.counting.recovers(root):
            return True
        for wrapper in self.package.callee(start).functions:
            if wrapper is not root:
                inner = [each for spawn in self.package.spawns(wrapper) for each in spawn.callee.functions]
                if any(self.counting.recovers(each) for each in inner):
                    return True
        return False

    # -- Adds without a goroutine ---------------------------------------------------------------------------------

    def _short_starts(self) -> Iterator[Skipped]:
        for function in dict.fromkeys(use.function for use in self.adds):
            summary = self.counting.walk(function)
            ways = [*summary.waits, *(way for way in summary.exits if not self._is_local or way.tally.waiting)]
            bad = [way for way in ways if way.net > 0 and way.tally.added and not way.tally.vague]
            if not bad:
                continue
            good = [way for way in ways if way.net <= 0 and way.tally.started]
            if not good and not self._is_all_started_in(function):
                continue
            if not self._is_local and not good and summary.lost:
                continue
            way = min(bad, key=lambda each: (each.net, _length(each.trail)))
            wait = next((use for use in self.waits if use.call is way.wait), None)
            add = self._adds_in(function)
            yield Skipped(
                Skip.START if good else Skip.AMOUNT,
                wait or self._wait_near(function),
                function,
                way.span if wait is None or add is None else add.span,
                Confidence.HIGH if self._is_local else Confidence.MEDIUM,
                trail=way.trail,
                add=add,
                done=self.dones[0].call if self.dones else None,
            )

    def _is_all_started_in(self, function: Function) -> bool:
        """Tell whether only goroutines that the function starts, or literals in it, call Done."""
        if self._is_local:
            return True
        roots = {each for spawn in self.package.spawns(function) for each in spawn.callee.functions}
        inside = [use.function for use in self.dones]
        return bool(roots) and not self.values and all(each in roots for each in inside)

    # -- nobody calls Done ----------------------------------------------------------------------------------------

    def _without_done(self) -> Iterator[Skipped]:
        if self.starts or not is_in_view(self.package, self.groups, self.group):
            return
        wait, add = self.waits[0], self.adds[0]
        sure = Confidence.HIGH if self._is_local else Confidence.MEDIUM
        spawns = self.package.spawns(add.function)
        start = next((spawn.span for spawn in spawns if spawn.span.start > add.call.span.start), None)
        yield Skipped(Skip.NOBODY, wait, add.function, add.call.span, sure, add=add.call, start=start)

    # -- helpers --------------------------------------------------------------------------------------------------

    @property
    def _is_local(self) -> bool:
        return not isinstance(self.group, str)

    def _declares(self, function: Function) -> bool:
        """Tell whether the group is the function's own: declared in it, literals included."""
        if isinstance(self.group, str) or self.group[0].kind is VariableKind.PARAMETER:
            return False
        span = self.group[0].span
        return span.path == function.path and function.span.start <= span.start < function.span.end

    def _wait_near(self, function: Function) -> Use:
        """Return the Wait in the function, in what is around it, in its file, or any."""
        outer = self.package.outermost(function)
        return min(
            self.waits,
            key=lambda use: (
                use.function is not function,
                self.package.outermost(use.function) is not outer,
                use.function.path != function.path,
                use.call.span,
            ),
        )

    def _adds_in(self, function: Function) -> Call | None:
        """Return an Add in a function or what is around it."""
        current: Function | None = function
        while current is not None:
            for use in self.adds:
                if use.function is current:
                    return use.call
            current = self.package.enclosing(current)
        return None

    def _done_in(self, function: Function) -> Call:
        return next((use.call for use in self.dones if use.function is function), self.dones[0].call)


def _length(trail: Trail | None) -> int:
    length = 0
    while trail is not None:
        length += 1
        trail = trail.before
    return length
