"""Which locks are held for certain where a function waits, and where another function takes the same ones."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.paths.keepers import kept
from golint_sched.engines.paths.keys import Key, out_of
from golint_sched.engines.paths.locks_kept import locks_of
from golint_sched.engines.paths.peeks import peeks
from golint_sched.engines.paths.protocol import Effect
from golint_sched.engines.paths.walk import excludes
from golint_sched.flow.graph import Origin
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, Go

DEPTH = 3  # callers between the lock and the wait


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
class Taken:
    """A lock that a function takes: by the last of `calls`, to which the others lead."""

    key: Key
    mode: str
    calls: tuple[Call, ...]


class HeldLocks:
    """Answers for one package."""

    def __init__(self, package: Package) -> None:
        """Make it for a linked package."""
        self.package = package
        self.locks = locks_of(package)
        self._taken_in: dict[tuple[Function, str, Variable | str | None, int], tuple[Taken, ...]] = {}

    def at(self, function: Function, place: Origin, subject: Key, calls: tuple[Call, ...]) -> Iterator[Held]:
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
        if len(calls) >= DEPTH or looked:
            return
        for caller, call in self.locks.reach.callers(function):
            if isinstance(self.package.parent(call), Defer | Go) or self.package.is_test(caller):
                continue
            outer = out_of(self.package, call, function, subject)
            if outer is not None and self.package.callee(call).certain and caller is not function:
                yield from self.at(caller, call, outer, (call, *calls))

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

    def taken(self, function: Function, held: Held, subject: Key) -> Iterator[Taken]:
        """Yield the acquisitions of a function that the held lock keeps waiting."""
        for taken in self._acquired(function, held.key, DEPTH):
            if excludes(held.mode, taken.mode) and (
                self._is_same(held, taken.key, subject) or self._is_given(function, held, taken.key, subject)
            ):
                yield taken

    def _is_same(self, held: Held, lock: Key, subject: Key) -> bool:
        """Tell whether two functions mean one lock, as they name it beside what is waited for, or what keeps that."""
        return _is_same(held.key, held.subject, lock, subject) or _is_same(
            held.key, kept(self.package, held.subject), lock, kept(self.package, subject)
        )

    def _is_given(self, function: Function, held: Held, lock: Key, subject: Key) -> bool:
        """Tell whether who holds the lock hands it, and what it waits for, to a function that it calls or starts.

        go s.add(n, done)

        Or whether all who call or start the function hand over the two: `go sub.run(hub)`, with `sub` in `hub.subs`.
        """
        home = self.package.outermost(held.function)
        pairs = [
            (caller, out_of(self.package, call, function, lock), out_of(self.package, call, function, subject))
            for caller, call in self.package.callers(function)
        ]
        if any(
            self.package.outermost(caller) is home and (outer, waited) == (held.key, held.subject)
            for caller, outer, waited in pairs
        ):
            return True
        return bool(pairs) and all(
            outer is not None and waited is not None and self._is_same(held, outer, waited)
            for _, outer, waited in pairs
        )

    def _acquired(self, function: Function, like: Key, depth: int) -> tuple[Taken, ...]:
        """Return the locks of this field, or this variable, that a function takes, itself or in what it calls."""
        known = (function, like.field, None if like.field else like.root, depth)
        if known not in self._taken_in:
            self._taken_in[known] = ()  # a function that calls itself adds nothing
            self._taken_in[known] = tuple(self._find(function, like, depth))
        return self._taken_in[known]

    def _find(self, function: Function, like: Key, depth: int) -> Iterator[Taken]:
        for call in self.locks.reach.calls(function):
            action = self.locks.reach.action(call)
            if action is not None:
                alike = action.key.field == like.field if like.field else action.key == like
                if action.effect is Effect.ACQUIRE and alike:
                    yield Taken(action.key, action.mode, (call,))
                continue
            callee = self.package.callee(call)
            if depth == 0 or len(callee.functions) != 1 or not callee.certain:
                continue
            for inner in self._acquired(callee.functions[0], like, depth - 1):
                key = out_of(self.package, call, callee.functions[0], inner.key)
                if key is not None:
                    yield Taken(key, inner.mode, (call, *inner.calls))


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
