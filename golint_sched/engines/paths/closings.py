"""Closes that a way out skips, of channels that are followed by name: fields, package variables, locals."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from golint_sched.engines.channels.agreed import is_agreed
from golint_sched.engines.channels.closes import ends_by_value
from golint_sched.engines.channels.shared import local_channels, shared_channels
from golint_sched.engines.channels.uses import Operation, Shared, Use
from golint_sched.engines.channels.verdict import verdict
from golint_sched.engines.paths.counting import Counting
from golint_sched.engines.paths.counts import may_panic
from golint_sched.engines.paths.failed_starts import failed_starts
from golint_sched.engines.paths.roles import callers_of
from golint_sched.engines.paths.tally import Counted, Way
from golint_sched.engines.paths.trail import EventKind, Trail, events
from golint_sched.engines.paths.unended import unended
from golint_sched.finding import Confidence
from golint_sched.flow.graph import Chosen, Condition, Ending, Holds
from golint_sched.knowledge.blocking import NEVER_CANCELLED
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    Expression,
    Name,
    PackageName,
    Receive,
    Selector,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Defer,
    If,
    Range,
    Select,
    SelectClause,
    SwitchClause,
)
from golint_sched.model.types import NamedType
from golint_sched.model.walk import ModelNode, walk
from golint_sched.source import Span

_MOST_FUNCTIONS = 24  # that a function is followed through to what it closes
_CANCELLED = frozenset({"context.WithCancel", "context.WithCancelCause"})


class Skip(Enum):
    """How the close comes to be skipped."""

    PATH = "a path of the function that closes it does not"
    PANIC = "a panic that is recovered skips it"
    START = "a constructor fails after it has started the reader"
    NOBODY = "nobody closes it"


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A reader that waits for a close which does not come.

    `function` owes the close, and `place` is the way out that skips it, with `trail` as the path to it. `close` is
    the close on another path, `start` where the goroutine of the closer or the reader is started.
    """

    skip: Skip
    channel: Shared
    reader: Use
    function: Function
    place: Span
    confidence: Confidence
    trail: Trail | None = None
    close: Call | None = None
    start: Span | None = None


@dataclass(frozen=True, slots=True)
class Unclosings:
    """What was found, and the functions that have too many paths to follow them all."""

    found: tuple[Unclosed, ...]
    capped: tuple[Function, ...]


def unclosed(package: Package) -> Unclosings:
    """Return one fault at most for each channel, in source order."""
    explored = verdict(package).explored
    found: list[Unclosed] = []
    capped: dict[Function, None] = {}
    locals_ = [(channel, channel.made[0][0].span in explored) for channel in local_channels(package)]
    for channel, is_explored in [*((each, False) for each in shared_channels(package)), *locals_]:
        one = _Channel(package, channel, is_explored=is_explored)
        fault = next(one.faults(), None)
        capped.update(dict.fromkeys(one.capped))
        if fault is not None:
            found.append(fault)
    return Unclosings(tuple(sorted(found, key=lambda each: each.reader.node.span)), tuple(capped))


class _Channel:
    """One channel: who reads it, who owes the close."""

    def __init__(self, package: Package, channel: Shared, *, is_explored: bool) -> None:
        self.package = package
        self.channel = channel
        self.is_explored = is_explored
        self.is_local = not channel.field and not any(isinstance(use.subject, PackageName) for use in channel.uses)
        self.closes = {use.node: use for use in channel.of(Operation.CLOSE) if isinstance(use.node, Call)}
        self.sends = channel.of(Operation.SEND)
        self.readers = [use for use in channel.of(Operation.RECEIVE) if self._waits_for_close(use)]
        self.capped: list[Function] = []

    def faults(self) -> Iterator[Unclosed]:
        """Yield the faults of the channel, the surest first."""
        if not self.channel.made or not self.channel.of(Operation.RECEIVE):
            return
        if not self.closes:
            found = unended(self.package, self.channel, self.readers) if not self.is_explored else None
            if found is not None:
                start = found.start.span
                place = self.channel.made[0][0].span
                yield self._unclosed(Skip.NOBODY, found.reader, found.function, place=place, start=start)
            return
        owners = frozenset(self._owner(close) for close in self.closes)
        self.counting = Counting(
            self.package,
            Counted(
                count=lambda call: int(call in self.closes),
                waiters=frozenset(self._owner(use.node) for use in self.readers),
            ),
            owners,
        )
        runners = {runner for owner in owners for runner in self._runners(owner)}
        if len(runners) == 1:
            runner = next(iter(runners))
            if not self.is_explored:
                yield from self._paths(runner)
            yield from self._panics(runner)
        if not self.is_explored and len(owners) == 1:
            # A way out of what others only call: `func (t *T) stop() error { if … { return err }; close(t.c) … }`
            yield from (fault for owner in owners - runners for fault in self._paths(owner))
        if self.channel.field:
            yield from self._constructors()

    def _unclosed(
        self, skip: Skip, reader: Use, function: Function, *, place: Span, start: Span, trail: Trail | None = None
    ) -> Unclosed:
        close = next(iter(self.closes), None)
        return Unclosed(skip, self.channel, reader, function, place, Confidence.MEDIUM, trail, close, start)

    def _constructors(self) -> Iterator[Unclosed]:
        """Yield the functions that start the reader of an object of their own, and then fail and drop the object."""
        started = failed_starts(self.package, self.channel, self.readers, self.closes, self.counting.touching)
        self.capped += started.capped
        for each in started.found:
            function, way, start = each.spawn.function, each.way, each.spawn.span
            yield self._unclosed(Skip.START, each.reader, function, place=way.span, start=start, trail=way.trail)

    # -- who reads ------------------------------------------------------------------------------------------------

    def _waits_for_close(self, use: Use) -> bool:
        """Tell whether a reader goes on until the close, and is no test's."""
        function = self.package.owner(use.node)
        if function is None or not use.blocks or self.package.is_test(function):
            return False
        if self.package.file(function).generated:
            return False
        if isinstance(use.node, Range):
            return not ends_by_value(self.package, use.node)
        return not self.sends

    def _owner(self, node: ModelNode) -> Function:
        owner = self.package.owner(node)
        assert owner is not None
        return owner

    def _reader(self, runner: Function) -> Use | None:
        """Return a reader that is not the function that owes the close itself."""
        inside = [use for use in self.readers if self._owner(use.node) is not runner]
        return min(inside, key=lambda use: use.node.span) if inside else None

    # -- who owes the close ---------------------------------------------------------------------------------------

    def _runners(self, function: Function) -> set[Function]:
        """Return the functions that begin what closes: goroutines, what others call, a local channel's own function."""
        found: set[Function] = set()
        seen: set[Function] = set()
        pending = [function]
        while pending:
            current = pending.pop()
            if current in seen:
                continue
            seen.add(current)
            if self.package.spawners(current) or self._declares(current):
                found.add(current)
                continue
            if not current.name:
                around = self.package.enclosing(current)
                pending += [around] if around is not None else []
                continue
            callers = [caller for caller, _ in callers_of(self.package, current) if not self.package.is_test(caller)]
            if not callers or current.name[:1].isupper():
                found.add(current)
            pending += callers
        return found

    def _declares(self, function: Function) -> bool:
        """Tell whether the function makes the channel, and keeps it in a local variable."""
        make = self.channel.made[0][0]
        return self.is_local and self.package.owner(make) is function

    # -- paths ----------------------------------------------------------------------------------------------------

    def _paths(self, runner: Function) -> Iterator[Unclosed]:
        reader = self._reader(runner)
        if reader is None or self._is_conditional() or self.package.is_test(runner):
            return
        spawns = self.package.spawners(runner)
        own = self._declares(runner)
        if (own and self.channel.escapes) or (not own and not self.is_local and self._is_shared_out(spawns)):
            return
        if self._is_wide(runner):
            self.capped.append(runner)
            return
        summary = self.counting.walk(runner)
        if summary.capped:
            self.capped.append(runner)
        ends = [way for way in summary.exits if way.ending in (Ending.RETURN, Ending.GOEXIT) and not way.tally.vague]
        if not any(way.net > 0 for way in ends):
            return
        idle = [way for way in ends if way.net == 0 and self._is_owed(runner, way, reader, is_start=bool(spawns))]
        if idle:
            way = min(idle, key=lambda each: len(events(each.trail)))
            yield Unclosed(
                Skip.PATH,
                self.channel,
                reader,
                runner,
                way.span,
                Confidence.HIGH if self.is_local else Confidence.MEDIUM,
                trail=way.trail,
                close=next(iter(self.closes)),
                start=spawns[0].span if spawns else None,
            )

    def _is_wide(self, runner: Function) -> bool:
        """Tell whether too many functions lie between the function and the closes and readers that it leads to."""
        seen = {runner}
        pending = [runner]
        while pending and len(seen) <= _MOST_FUNCTIONS:
            current = pending.pop()
            called = {each for call in self.package.calls(current) for each in self.package.callee(call).functions}
            called |= {each for spawn in self.package.spawns(current) for each in spawn.callee.functions}
            more = [each for each in called if each in self.counting.touching and each not in seen]
            seen.update(more)
            pending += more
        return len(seen) > _MOST_FUNCTIONS

    def _is_shared_out(self, spawns: tuple[Spawn, ...]) -> bool:
        """Tell whether several goroutines may have to agree on who closes."""
        return any(self.package.in_loop(spawn.call) for spawn in spawns)

    def _is_owed(self, runner: Function, way: Way, reader: Use, *, is_start: bool) -> bool:
        """Tell whether a way that does not close leaves a reader waiting."""
        starts_reader = any(self._owner(reader.node) in spawn.callee.functions for spawn in self.package.spawns(runner))
        if starts_reader or any(self.package.owner(make) is runner for make, _ in self.channel.made):
            return way.tally.waiting
        last, held = self._decision(runner, way.trail)
        if not isinstance(last, SelectClause) and last is not None and self._is_kept_state(last):
            return False
        if isinstance(last, SelectClause):
            return is_start and not self._is_readers_own(runner, last)
        if last is not None and self._has_not_started(last, reader, held=held):
            return False
        if is_start:
            return last is None or not _is_state(last)
        if last is None or way.results[-1:] not in (("set",), ("",)) or not _gives_error(runner):
            return False
        feeds = any(self._owner(use.node) is runner for use in self.sends)
        return _is_error(self.package, last) or (feeds and not _is_state(last))

    def _has_not_started(self, condition: Expression, reader: Use, *, held: bool) -> bool:
        """Tell whether what starts the reader has given an error: `s, err := open(); if err != nil { return err }`."""
        if not isinstance(condition, Binary) or held is not (condition.operator == "!="):
            return False
        names = [node for node in walk(condition) if isinstance(node, Name)]
        given = [each.value for name in names for each in self.package.definitions(name.variable)]
        owner = self._owner(reader.node)
        return _is_error(self.package, condition) and any(
            owner in spawn.callee.functions
            for value in given
            if isinstance(value, Call)
            for function in self.package.callee(value).functions
            for spawn in self.package.spawns(function)
        )

    def _is_kept_state(self, condition: Expression) -> bool:
        """Tell whether a condition is about what a field was before: `wasClosed := s.closed; s.closed = true`."""
        return any(
            isinstance(definition.value, Selector | PackageName) and self._is_set(definition.value)
            for name in walk(condition)
            if isinstance(name, Name)
            for definition in self.package.definitions(name.variable)
        )

    def _is_set(self, field: Expression) -> bool:
        """Tell whether a function that notes a field also sets it to true."""
        owner = self.package.owner(field)
        place = self.package.place(field)
        return owner is not None and any(
            target is not None
            and isinstance(value, BuiltinName)
            and value.name == "true"
            and self.package.place(target) == place
            for node in self.package.inside(owner, Assign)
            for target, value in zip(node.targets, node.values, strict=False)
        )

    def _is_readers_own(self, runner: Function, clause: SelectClause) -> bool:
        """Tell whether the reader itself gives the signal on which the closer leaves, most likely once it has left.

        A stop channel in a parameter or variable, or a context that only its cancel function ends.
        """
        receive = next((node for node in walk(clause.operation or clause) if isinstance(node, Receive)), None)
        if receive is None:
            return True
        if not isinstance(receive.channel, Call):
            return isinstance(receive.channel, Name)
        base = receive.channel.function.base if isinstance(receive.channel.function, Selector) else None
        if not isinstance(base, Name):
            return False
        function = self.package.outermost(runner)
        given = [base.variable]
        if base.variable in function.parameters:
            place = function.parameters.index(base.variable)
            arguments = [
                call.arguments[place] for _, call in self.package.callers(function) if place < len(call.arguments)
            ]
            given = [each.variable for each in arguments if isinstance(each, Name)]
        return any(_is_cancelled_only(self.package, each) for each in given)

    def _decision(self, runner: Function, trail: Trail | None) -> tuple[Expression | SelectClause | None, bool]:
        """Return the last condition of a path from which the close could still be reached, and its value; or a case."""
        graph = self.package.graph(runner)
        closing = {node.index for node in graph.nodes if self._closes(node.origin)}
        for event in reversed(events(trail)):
            if event.kind is not EventKind.TOOK or event.node is None:
                continue
            if not closing.isdisjoint(graph.reachable_from(event.node.index)):
                origin = event.node.origin
                if isinstance(event.guard, Chosen) and isinstance(event.guard.clause, SelectClause):
                    return event.guard.clause, True
                held = isinstance(event.guard, Holds) and event.guard.value
                return (origin.expression if isinstance(origin, Condition) else None), held
        return None, False

    def _closes(self, origin: object) -> bool:
        call = origin.call if isinstance(origin, Defer) else origin
        return isinstance(call, Call) and (
            call in self.closes or any(each in self.counting.touching for each in self.package.callee(call).functions)
        )

    def _is_conditional(self) -> bool:
        """Tell whether a close stands under a condition of its own: who is the last to leave closes, or the first.

        if s.left == 0 { close(ch) }      if ch != nil { close(ch) }      select { case <-ch: default: close(ch) }
        """
        for use in self.closes.values():
            if is_agreed(self.package, use.node):
                return True
            for around in self.package.ancestors(use.node):
                match around:
                    case If(condition=condition) if _is_state(condition) or self._is_mentioned(condition):
                        return True
                    case SwitchClause():
                        return True
                    case Select(clauses=clauses) if any(
                        each.operation is not None and self._is_mentioned(each.operation) for each in clauses
                    ):
                        return True
                    case _:
                        pass
        return False

    def _is_mentioned(self, inside: ModelNode) -> bool:
        """Tell whether a condition or a case of a select looks at the channel."""
        places = {self.package.place(use.subject) for use in self.channel.uses} - {None}
        return any(
            isinstance(node, Name | Selector | PackageName) and self.package.place(node) in places
            for node in walk(inside)
        )

    # -- panics ---------------------------------------------------------------------------------------------------

    def _panics(self, runner: Function) -> Iterator[Unclosed]:
        """Yield the goroutine that survives a panic, and closes without defer after something that may panic."""
        reader = self._reader(runner)
        spawns = self.package.spawners(runner)
        if reader is None or not spawns or not self.counting.recovers(runner):
            return
        closes = [close for close in self.closes if self._owner(close) is runner]
        if len(closes) != len(self.closes) or any(isinstance(self.package.parent(each), Defer) for each in closes):
            return
        first = min(close.span.start for close in closes)
        risky = [
            call for call in self.package.calls(runner) if call.span.end <= first and may_panic(self.package, call)
        ]
        if risky:
            yield Unclosed(
                Skip.PANIC,
                self.channel,
                reader,
                runner,
                risky[-1].span,
                Confidence.MEDIUM,
                close=closes[0],
                start=spawns[0].span,
            )


def _is_cancelled_only(package: Package, context: Variable) -> bool:
    """`ctx, cancel := context.WithCancel(context.Background())`."""
    for definition in package.definitions(context):
        call = definition.value
        if isinstance(call, Call) and package.callee(call).external in _CANCELLED and call.arguments:
            parent = call.arguments[0]
            if isinstance(parent, Call) and package.callee(parent).external in NEVER_CANCELLED:
                return True
    return False


def _is_state(condition: Expression) -> bool:
    """Tell whether a condition is about what others may change: fields, package variables, counters."""
    return any(isinstance(node, Selector | PackageName) and not _is_called(condition, node) for node in walk(condition))


def _gives_error(function: Function) -> bool:
    results = function.type.results
    return bool(results) and results[-1] == NamedType("builtin", "error")


def _is_called(condition: Expression, name: Expression) -> bool:
    return any(isinstance(node, Call) and node.function is name for node in walk(condition))


def _is_error(package: Package, condition: Expression) -> bool:
    """`err != nil` where a call has just given err."""
    names = [node for node in walk(condition) if isinstance(node, Name)]
    return len(names) == 1 and any(
        isinstance(definition.value, Call) for definition in package.definitions(names[0].variable)
    )


__all__ = ["Skip", "Unclosed", "Unclosings", "unclosed"]
