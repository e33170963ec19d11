"""Finds waits with a lock held that whoever could end them has to take first.

s.mu.Lock()                     for e := range s.events {
s.events <- e                       s.mu.Lock()
s.mu.Unlock()                       s.seen[e.id] = true
                                    s.mu.Unlock()
"""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.channels.agreed import is_invited, keeps_flag
from golint_sched.engines.channels.shared import local_channels, shared_channels
from golint_sched.engines.channels.uses import Operation, Use
from golint_sched.engines.conditions import Condition, Conditions
from golint_sched.engines.groups import Groups
from golint_sched.engines.paths.held_locks import DEPTH, Held, HeldLocks
from golint_sched.engines.paths.keys import Key, key_of, out_of
from golint_sched.flow.graph import Graph, Origin
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, CompositeLiteral, Expression, Selector, Unary
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Block,
    Declare,
    Defer,
    ExpressionStatement,
    For,
    Go,
    If,
    Range,
)
from golint_sched.model.walk import ModelNode
from golint_sched.source import Span

_LOCKS = frozenset({"sync.Mutex", "sync.RWMutex"})


@dataclass(frozen=True, slots=True)
class Blocked:
    """What could end the wait stands in `function`, at `span`, and has to take the lock first: by `lock`.

    `between` says that it takes the lock between two turns of a loop, else it does so before it comes there at all.
    """

    function: Function
    span: Span
    lock: Call
    between: bool


@dataclass(frozen=True, slots=True)
class WaitUnderLock:
    """A wait of `function` at `span` for `subject`, and all who could end it.

    `kind` is "send", "receive", "wait" for a group, or "signal" for a condition.
    """

    kind: str
    function: Function
    span: Span
    subject: Expression
    held: Held
    blocked: tuple[Blocked, ...]


def waits_under_lock(package: Package) -> Iterator[WaitUnderLock]:
    """Yield the waits under a lock that everybody who could end them has to take first, in source order."""
    finder = _Finder(package)
    found = sorted((*finder.channels(), *finder.groups(), *finder.conditions()), key=lambda each: each.span)
    yield from (each for each in found if not any(_comes_first(each, other) for other in found))


def _comes_first(wait: WaitUnderLock, other: WaitUnderLock) -> bool:
    """Tell whether a wait is over by the time of another one that the same lock dooms, with the same goroutines.

    s.mu.Lock()                     for range s.asks {
    s.asks <- struct{}{}                s.mu.Lock()
    <-s.answers                         …
                                        s.mu.Unlock()
                                        s.answers <- n
                                    }

    The send finds the loop at its head, where nobody holds it up; the receive waits for what needs the lock.
    """
    return (
        other.span > wait.span
        and wait.held.lock is other.held.lock
        and all(each.between for each in wait.blocked)
        and not any(each.between for each in other.blocked)
        and {each.function for each in wait.blocked} == {each.function for each in other.blocked}
    )


class _Finder:
    """Answers for one package."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.locks = HeldLocks(package)

    # -- channels -------------------------------------------------------------------------------------------------

    def channels(self) -> Iterator[WaitUnderLock]:
        """Yield the sends and receives."""
        for channel in (*shared_channels(self.package), *local_channels(self.package)):
            if channel.escapes or channel.handed or not channel.made:
                continue
            sends, receives, closes = (channel.of(operation) for operation in Operation)
            if channel.is_unbuffered and receives:
                yield from self._between(sends, receives, "send")
            if sends or closes:
                flagged = not channel.is_unbuffered
                yield from self._between(receives, (*sends, *closes), "receive", flagged=flagged)

    def _between(
        self, uses: tuple[Use, ...], others: tuple[Use, ...], kind: str, *, flagged: bool = False
    ) -> Iterator[WaitUnderLock]:
        """Yield those of `uses` that wait for one of `others`; `flagged`: unless a flag says that it is there."""
        for use in uses:
            function = self.package.owner(use.node)
            subject = key_of(self.package, use.subject)
            if function is None or subject is None or not use.blocks or self.package.is_test(function):
                continue
            owners = [owner for other in others if (owner := self.package.owner(other.node)) is not None]
            if self.package.file(function).generated or all(owner is function for owner in owners):
                continue
            if flagged and any(keeps_flag(self.package, function, owner) for owner in owners):
                continue
            if self._comes_by_itself(function, use, others):
                continue
            place = use.select or use.node
            assert not isinstance(place, Call)
            for held in self.locks.at(function, place, subject, ()):
                blocked = [self._blocked(held, other) for other in others]
                found = tuple(each for each in blocked if each is not None)
                if len(found) == len(others) and any(not self.package.is_test(each.function) for each in found):
                    yield WaitUnderLock(kind, function, place.span, use.subject, held, found)
                    break

    def _comes_by_itself(self, function: Function, use: Use, others: tuple[Use, ...]) -> bool:
        """Tell whether the function has closed the channel before, or all counterparts have said that they come."""
        graph = self.package.graph(function)
        here = graph.node_of.get(use.select or use.node)
        homes = [(other, self.package.owner(other.node)) for other in others]
        for other, home in homes:
            before = graph.node_of.get(other.node) if home is function and other.operation is Operation.CLOSE else None
            if before is not None and here is not None and graph.dominates(before.index, here.index):
                return True
        return all(
            home is not None
            and is_invited(self.package, use.node, self.package.graph(home), other.select or other.node)
            for other, home in homes
        )

    def _blocked(self, held: Held, other: Use) -> Blocked | None:
        """Return how a counterpart is kept from its operation by the lock, None where it may come to it."""
        function = self.package.owner(other.node)
        subject = key_of(self.package, other.subject)
        if function is None or subject is None:
            return None
        statement = self.package.parent(other.node)
        if isinstance(statement, Defer):
            return self._blocked_end(held, function, other, statement, subject)
        found = self._held_up(held, function, other.select or other.node, (other.node.span, subject), DEPTH)
        if found is None and not function.name:  # `defer func() { close(s.done) }()`
            called = self.package.parent(self.package.tables.literal_nodes[function])
            statement = self.package.parent(called) if isinstance(called, Call) else None
            home = self.package.owner(statement) if isinstance(statement, Defer) else None
            if isinstance(statement, Defer) and home is not None:
                return self._blocked_end(held, home, other, statement, subject)
        return found

    def _held_up(
        self, held: Held, function: Function, place: Origin, end: tuple[Span, Key], depth: int
    ) -> Blocked | None:
        """Return how the lock keeps a function, or all who call it, from a place on the way to the operation.

        `end` is the operation, and what it is done to as the function names it.
        """
        span, subject = end
        graph = self.package.graph(function)
        node = graph.node_of.get(place)
        if node is None:
            return None
        after = graph.reachable_from(node.index)
        for taken in self.locks.taken(function, held, subject):
            lock = graph.node_of.get(taken.calls[0])
            if lock is None or isinstance(self.package.parent(taken.calls[0]), Go):
                continue
            before = node.index in graph.reachable_from(lock.index) and lock.index not in after
            if graph.dominates(lock.index, node.index) or (before and self._is_always_taken(taken.calls[0])):
                return Blocked(function, span, taken.calls[-1], between=False)
            loops = graph.loops_around(node.index)
            inside = bool(loops) and any(lock.index in graph.regions[loop] for loop in loops)
            if inside and lock.index in after and node.index in graph.reachable_from(lock.index):
                return Blocked(function, span, taken.calls[-1], between=True)
        return self._callers_held_up(held, function, end, depth - 1) if depth else None

    def _callers_held_up(self, held: Held, function: Function, end: tuple[Span, Key], depth: int) -> Blocked | None:
        """Return how the lock keeps everybody who calls a function from the call: `func (c *call) finish()`."""
        callers = self.package.callers(function)
        if not function.name or not function.name[:1].islower() or self.package.is_value(function):
            return None
        found: list[Blocked] = []
        for caller, call in callers:
            outer = out_of(self.package, call, function, end[1])
            if outer is None or not self.package.callee(call).certain:
                return None
            if isinstance(self.package.parent(call), Defer | Go):
                return None
            kept_up = self._held_up(held, caller, call, (end[0], outer), depth)
            if kept_up is None:
                return None
            found.append(kept_up)
        return found[0] if found else None

    def _is_always_taken(self, lock: Call) -> bool:
        """Tell whether only loops stand around an acquisition: it is passed where there is anything to do at all.

        So is what a branch asks for: `if s.next() { … }`, `job, ok := s.next()`.
        """
        inner: ModelNode = lock
        for each in self.package.ancestors(lock):
            match each:
                case For() | Range() | Block() | ExpressionStatement() | Assign() | Declare() | Unary():
                    pass
                case If() if inner is not each.then and inner is not each.otherwise:
                    pass
                case _:
                    return False
            inner = each
        return True

    def _blocked_end(
        self, held: Held, function: Function, other: Use, statement: Defer, subject: Key
    ) -> Blocked | None:
        """Return how a goroutine is kept by the lock from coming to its end, where it would do what it has put off."""
        if not self.package.spawners(function) or function is held.function:
            return None
        graph = self.package.graph(function)
        deferred = graph.node_of.get(statement)
        for taken in self.locks.taken(function, held, subject):
            lock = graph.node_of.get(taken.calls[0])
            if lock is None or deferred is None or isinstance(self.package.parent(taken.calls[0]), Go | Defer):
                continue
            if lock.index in graph.reachable_from(deferred.index) and self._is_always_taken(taken.calls[0]):
                return Blocked(function, other.node.span, taken.calls[-1], between=False)
        return None

    # -- groups ---------------------------------------------------------------------------------------------------

    def groups(self) -> Iterator[WaitUnderLock]:
        """Yield the Waits for a group of which one goroutine needs the lock before its Done."""
        waits = [
            (function, call)
            for function in self.package.bodies()
            if not self.package.is_test(function)
            for call in self.package.calls(function)
            if self.package.callee(call).external == "sync.WaitGroup.Wait"
        ]
        held = {call: tuple(self._held_over(function, call)) for function, call in waits}
        if not any(held.values()):
            return
        groups = Groups(self.package)
        for function, call in waits:
            group = groups.of_call(call) if held[call] else None
            dones = groups.uses[group].get("sync.WaitGroup.Done", ()) if group is not None else ()
            for each in held[call]:
                found = tuple(
                    kept for done in dones if (kept := self._kept(each, done.function, done.call)) is not None
                )
                if found and isinstance(call.function, Selector):
                    yield WaitUnderLock("wait", function, call.span, call.function.base, each, found)
                    break

    def _held_over(self, function: Function, wait: Call) -> Iterator[Held]:
        subject = key_of(self.package, wait.function.base) if isinstance(wait.function, Selector) else None
        if subject is not None:
            yield from self.locks.at(function, wait, subject, ())

    def _kept(self, held: Held, function: Function, done: Call) -> Blocked | None:
        """Return how a goroutine is kept from its Done by the lock, None where it is not, or is no goroutine."""
        if not self.package.spawners(function) or self.package.is_test(function) or function is held.function:
            return None
        if not isinstance(done.function, Selector):
            return None
        subject = key_of(self.package, done.function.base)
        if subject is None:
            return None
        graph = self.package.graph(function)
        deferred = isinstance(self.package.parent(done), Defer)
        last = graph.node_of.get(done)
        for taken in self.locks.taken(function, held, subject):
            statement = self.package.parent(taken.calls[0])
            if isinstance(statement, Defer) and self._runs_before(graph, statement, done):
                return Blocked(function, done.span, taken.calls[-1], between=False)
            lock = graph.node_of.get(taken.calls[0])
            if lock is None or lock.index not in graph.reachable or isinstance(statement, Defer):
                continue
            if deferred or (last is not None and graph.dominates(lock.index, last.index)):
                return Blocked(function, done.span, taken.calls[-1], between=False)
        return None

    def _runs_before(self, graph: Graph, statement: Defer, done: Call) -> bool:
        """Tell whether a deferred call runs before a deferred Done, which was put off before it."""
        other = self.package.parent(done)
        first = graph.node_of.get(other) if isinstance(other, Defer) else None
        second = graph.node_of.get(statement)
        return first is not None and second is not None and graph.dominates(first.index, second.index)

    # -- conditions -----------------------------------------------------------------------------------------------

    def conditions(self) -> Iterator[WaitUnderLock]:
        """Yield the Waits for a condition with a lock held, besides its own, that all need who signal it."""
        for condition in Conditions(self.package).all():
            own = _own_locks(self.package, condition)
            if condition.escapes or not condition.wakes or not own:
                continue
            for wait in condition.waits:
                function = self.package.owner(wait)
                if function is not None and not self.package.is_test(function):
                    yield from self._unsignalled(function, wait, condition, own)

    def _unsignalled(
        self, function: Function, wait: Call, condition: Condition, own: frozenset[Key | str]
    ) -> Iterator[WaitUnderLock]:
        for held in self._held_over(function, wait):
            if held.key in own or held.key.field in own:
                continue
            found = tuple(self._silenced(held, wake) for wake in condition.wakes)
            blocked = tuple(each for each in found if each is not None)
            if len(blocked) == len(found) and isinstance(wait.function, Selector):
                yield WaitUnderLock("signal", function, wait.span, wait.function.base, held, blocked)
                return

    def _silenced(self, held: Held, wake: Expression) -> Blocked | None:
        """Return how the lock keeps a function from its Signal or Broadcast, None where it may come to it."""
        function = self.package.owner(wake)
        if not isinstance(wake, Call) or not isinstance(wake.function, Selector) or function is None:
            return None
        subject = key_of(self.package, wake.function.base)
        statement = self.package.parent(wake)
        if subject is None or isinstance(statement, Go):
            return None
        place = statement if isinstance(statement, Defer) else wake
        return self._held_up(held, function, place, (wake.span, subject), DEPTH)


def _own_locks(package: Package, condition: Condition) -> frozenset[Key | str]:
    """Return the locks that a condition releases while somebody waits, by field or as a variable; none if unknown."""
    found: set[Key | str] = set()
    for make in condition.makes:
        value = make.operand if isinstance(make, Unary) else make
        match value:
            case CompositeLiteral(elements=(element,)):
                lock: Expression = element.value
            case Call(arguments=(given,)):
                lock = given
            case _:
                return frozenset()
        if isinstance(lock, Call) and isinstance(lock.function, Selector) and lock.function.field == "RLocker":
            lock = lock.function.base
        key = key_of(package, lock)
        named = package.type_name(lock.operand if isinstance(lock, Unary) else lock)
        if key is None or named not in _LOCKS:
            return frozenset()  # a struct that embeds its lock, or a Locker from elsewhere
        found.add(key.field or key)
    return frozenset(found)
