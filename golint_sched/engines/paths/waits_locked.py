"""Finds waits with a lock held that whoever could end them has to take first.

s.mu.Lock()                     for e := range s.events {
s.events <- e                       s.mu.Lock()
s.mu.Unlock()                       s.seen[e.id] = true
                                    s.mu.Unlock()
"""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.channels.agreed import keeps_flag
from golint_sched.engines.channels.uses import Operation, Use, local_channels, shared_channels
from golint_sched.engines.groups import Groups
from golint_sched.engines.paths.keys import Key, key_of, out_of
from golint_sched.engines.paths.locks_kept import locks_of
from golint_sched.engines.paths.peeks import peeks
from golint_sched.engines.paths.protocol import Effect
from golint_sched.engines.paths.walk import excludes
from golint_sched.flow.graph import Graph, Origin
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Block, Defer, ExpressionStatement, For, Go, Range
from golint_sched.source import Span

_DEPTH = 3  # callers between the lock and the wait


@dataclass(frozen=True, slots=True)
class Held:
    """A lock that `function` holds, by `lock`, where it waits or calls what waits: by `calls`, outermost first.

    `key` and `subject` are the lock and what is waited for, as the function names them.
    """

    function: Function
    lock: Call
    key: Key
    mode: str
    subject: Key
    calls: tuple[Call, ...]


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
    """A wait of `function` at `span` for `subject`, and all who could end it. `kind` is "send", "receive" or "wait"."""

    kind: str
    function: Function
    span: Span
    subject: Expression
    held: Held
    blocked: tuple[Blocked, ...]


def waits_under_lock(package: Package) -> Iterator[WaitUnderLock]:
    """Yield the waits under a lock that everybody who could end them has to take first, in source order."""
    finder = _Finder(package)
    found = sorted((*finder.channels(), *finder.groups()), key=lambda each: each.span)
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


@dataclass(frozen=True, slots=True)
class _Taken:
    """A lock that a function takes: by the last of `calls`, to which the others lead."""

    key: Key
    mode: str
    calls: tuple[Call, ...]


class _Finder:
    """Answers for one package."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.locks = locks_of(package)
        self._taken_in: dict[tuple[Function, str, Variable | str | None, int], tuple[_Taken, ...]] = {}

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
            place = use.select or use.node
            assert not isinstance(place, Call)
            for held in self._held(function, place, subject, ()):
                blocked = [self._blocked(held, other) for other in others]
                found = tuple(each for each in blocked if each is not None)
                if len(found) == len(others) and any(not self.package.is_test(each.function) for each in found):
                    yield WaitUnderLock(kind, function, place.span, use.subject, held, found)
                    break

    def _blocked(self, held: Held, other: Use) -> Blocked | None:
        """Return how a counterpart is kept from its operation by the lock, None where it may come to it."""
        function = self.package.owner(other.node)
        subject = key_of(self.package, other.subject)
        if function is None or subject is None:
            return None
        graph = self.package.graph(function)
        statement = self.package.parent(other.node)
        if isinstance(statement, Defer):
            return self._blocked_end(held, function, other, statement, subject)
        node = graph.node_of.get(other.select or other.node)
        if node is None:
            return None
        after = graph.reachable_from(node.index)
        for taken in self._taken(function, held, subject):
            lock = graph.node_of.get(taken.calls[0])
            if lock is None or isinstance(self.package.parent(taken.calls[0]), Go):
                continue
            before = node.index in graph.reachable_from(lock.index) and lock.index not in after
            if graph.dominates(lock.index, node.index) or (before and self._is_always_taken(taken.calls[0])):
                return Blocked(function, other.node.span, taken.calls[-1], between=False)
            loops = graph.loops_around(node.index)
            inside = bool(loops) and any(lock.index in graph.regions[loop] for loop in loops)
            if inside and lock.index in after and node.index in graph.reachable_from(lock.index):
                return Blocked(function, other.node.span, taken.calls[-1], between=True)
        return None

    def _is_always_taken(self, lock: Call) -> bool:
        """Tell whether only loops stand around an acquisition: it is passed where there is anything to do at all."""
        return all(isinstance(each, For | Range | Block | ExpressionStatement) for each in self.package.ancestors(lock))

    def _blocked_end(
        self, held: Held, function: Function, other: Use, statement: Defer, subject: Key
    ) -> Blocked | None:
        """Return how a goroutine is kept by the lock from coming to its end, where it would do what it has put off."""
        if not self.package.spawners(function) or function is held.function:
            return None
        graph = self.package.graph(function)
        deferred = graph.node_of.get(statement)
        for taken in self._taken(function, held, subject):
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
        held = {call: tuple(self._held_group(function, call)) for function, call in waits}
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

    def _held_group(self, function: Function, wait: Call) -> Iterator[Held]:
        subject = key_of(self.package, wait.function.base) if isinstance(wait.function, Selector) else None
        if subject is not None:
            yield from self._held(function, wait, subject, ())

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
        for taken in self._taken(function, held, subject):
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

    # -- locks ----------------------------------------------------------------------------------------------------

    def _held(self, function: Function, place: Origin, subject: Key, calls: tuple[Call, ...]) -> Iterator[Held]:
        """Yield the locks that are held for certain at a place, by the function itself or by one that calls it.

        None where the function has seen, with the lock held, that what it takes from the channel is there already.
        """
        graph = self.package.graph(function)
        node = graph.node_of.get(place)
        if node is None or node.index not in graph.reachable:
            return
        looked = tuple(peeks(self.package, graph, node.index, subject))
        for call, action in self.locks.reach.actions(function):
            lock = graph.node_of.get(call)
            if action.effect is not Effect.ACQUIRE or lock is None:
                continue
            if self.package.callee(call).external.startswith("sync.Locker.") or not graph.dominates(
                lock.index, node.index
            ):
                continue
            if any(graph.dominates(lock.index, each) for each in looked):
                continue
            if not self._is_released(function, action.key, lock.index, node.index):
                yield Held(function, call, action.key, action.mode, subject, calls)
        if len(calls) >= _DEPTH or looked:
            return
        for caller, call in self.locks.reach.callers(function):
            if isinstance(self.package.parent(call), Defer | Go) or self.package.is_test(caller):
                continue
            outer = out_of(self.package, call, function, subject)
            if outer is not None and self.package.callee(call).certain and caller is not function:
                yield from self._held(caller, call, outer, (call, *calls))

    def _is_released(self, function: Function, key: Key, lock: int, place: int) -> bool:
        """Tell whether something between the lock and the place may release it, a callee in view included."""
        graph = self.package.graph(function)
        between = graph.reachable_from(lock)
        for call in self.locks.reach.following(function, key):
            node = graph.node_of.get(call)
            if node is None or node.index not in between or node.index == place:
                continue
            action = self.locks.reach.action(call)
            releases = action is not None and action.effect is Effect.RELEASE and action.key == key
            if not releases and action is None:
                releases = any(
                    self.locks.reach.release_in(callee, inner) is not None
                    and not self.locks.walker.is_balanced(callee, inner)
                    for callee, inner in self.locks.reach.variants(call, key)
                )
            if releases and place in graph.reachable_from(node.index, avoiding=frozenset({lock})):
                return True
        return False

    def _taken(self, function: Function, held: Held, subject: Key) -> Iterator[_Taken]:
        """Yield the acquisitions of a function that the held lock keeps waiting."""
        for taken in self._acquired(function, held.key, _DEPTH):
            same = _is_same(held.key, held.subject, taken.key, subject)
            if excludes(held.mode, taken.mode) and (same or self._is_given(function, held, taken.key, subject)):
                yield taken

    def _is_given(self, function: Function, held: Held, lock: Key, subject: Key) -> bool:
        """Tell whether who holds the lock hands it, and what it waits for, to a function that it calls or starts.

        go s.add(n, done)
        """
        home = self.package.outermost(held.function)
        calls = [call for caller, call in self.package.callers(function) if self.package.outermost(caller) is home]
        return any(
            out_of(self.package, call, function, lock) == held.key
            and out_of(self.package, call, function, subject) == held.subject
            for call in calls
        )

    def _acquired(self, function: Function, like: Key, depth: int) -> tuple[_Taken, ...]:
        """Return the locks of this field, or this variable, that a function takes, itself or in what it calls."""
        known = (function, like.field, None if like.field else like.root, depth)
        if known not in self._taken_in:
            self._taken_in[known] = ()  # a function that calls itself adds nothing
            self._taken_in[known] = tuple(self._find(function, like, depth))
        return self._taken_in[known]

    def _find(self, function: Function, like: Key, depth: int) -> Iterator[_Taken]:
        for call in self.locks.reach.calls(function):
            action = self.locks.reach.action(call)
            if action is not None:
                alike = action.key.field == like.field if like.field else action.key == like
                if action.effect is Effect.ACQUIRE and alike:
                    yield _Taken(action.key, action.mode, (call,))
                continue
            callee = self.package.callee(call)
            if depth == 0 or len(callee.functions) != 1 or not callee.certain:
                continue
            for inner in self._acquired(callee.functions[0], like, depth - 1):
                key = out_of(self.package, call, callee.functions[0], inner.key)
                if key is not None:
                    yield _Taken(key, inner.mode, (call, *inner.calls))


def _is_same(lock: Key, subject: Key, other_lock: Key, other_subject: Key) -> bool:
    """Tell whether two functions mean one lock: the same variable, or the lock beside what both wait for.

    `s.mu` and `s.events` here, `srv.mu` and `srv.events` there.
    """
    if lock == other_lock and (isinstance(lock.root, str) or lock.root is other_lock.root):
        return True
    if lock.root != subject.root or other_lock.root != other_subject.root:
        return False
    if not isinstance(lock.root, Variable) or not lock.field or lock.field != other_lock.field:
        return False
    return _apart(lock, subject) == _apart(other_lock, other_subject)


def _apart(lock: Key, subject: Key) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """Return the two paths behind what they have in common."""
    common = 0
    while common < min(len(lock.path), len(subject.path)) and lock.path[common] == subject.path[common]:
        common += 1
    return lock.path[common:], subject.path[common:]
