"""Locks that two goroutines take in opposite orders, so that each waits for what the other one holds."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from golint_sched.engines.paths.callbacks import Handed, handed
from golint_sched.engines.paths.identities import Identities, differ
from golint_sched.engines.paths.keys import Key, into, out_of
from golint_sched.engines.paths.lock_classes import (
    Acquisition,
    Acquisitions,
    LockClass,
    are_apart,
    are_different,
    is_local,
    lock_class,
    whereabouts,
)
from golint_sched.engines.paths.locks import WRITE
from golint_sched.engines.paths.locks_kept import Locks, locks_of
from golint_sched.engines.paths.passing import entry_facts
from golint_sched.engines.paths.preconditions import preconditions_of
from golint_sched.engines.paths.state import During
from golint_sched.engines.paths.terms import Fact, Facts
from golint_sched.engines.paths.together import Place, Together
from golint_sched.engines.paths.unshared import Unshared
from golint_sched.engines.paths.walk import excludes
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Variable
from golint_sched.model.functions import Function

LONGEST_CYCLE = 4  # locks in one cycle
_MOST_CALLS = 5  # on the way to a lock; with more of them the objects are often others than they seem
_MOST_EDGES = 24  # places that are looked at for one order of two locks

Gates = frozenset[tuple[LockClass, str]]
"""Locks that are held besides, with their modes."""


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """`function` takes the lock `second`, by `wanted`, while it holds the lock `first`, which it names `held`.

    `gates` are the other locks that it holds then for certain or on some path, its callers' included.
    """

    function: Function
    first: LockClass
    held: Key
    during: During
    wanted: Acquisition
    second: LockClass
    gates: Gates

    @property
    def place(self) -> Place:
        """Return where the function comes to take the second lock."""
        return Place(self.function, self.wanted.calls[0])

    @property
    def mode(self) -> str:
        """Return how the first lock is held."""
        return self.during.hold.mode


@dataclass(frozen=True, slots=True)
class Cycle:
    """Each of `taken` waits for what the next one holds, and the last one for what the first one holds.

    `writers` tells that some of them wait only because a writer waits in between: both locks are read locks.
    """

    taken: tuple[Taken, ...]
    writers: bool

    @property
    def is_sure(self) -> bool:
        """Tell whether nothing else has to come together: a writer, or what many calls decide on the way."""
        return not self.writers and all(len(each.wanted.calls) <= _MOST_CALLS for each in self.taken)


class Orders:
    """The orders in which the functions of one package take locks."""

    def __init__(self, locks: Locks) -> None:
        """Make it for the locks of a package."""
        self.locks = locks
        self.package = locks.package
        self.acquisitions = Acquisitions(locks)
        self.together = Together(locks.package)
        self.unshared = Unshared(locks)
        self.identities = Identities(locks.package, preconditions_of(locks.package))
        self._held: dict[Function, tuple[tuple[Key, LockClass | None], ...]] = {}
        self._always: dict[Function, Gates] = {}
        self._asking: set[Function] = set()
        self._meet: dict[tuple[Taken, Taken], bool] = {}
        self._usable: dict[Taken, bool] = {}
        self._takes: dict[Taken, bool] = {}
        self._given: dict[Function, tuple[Handed, ...]] = {}

    # -- orders ---------------------------------------------------------------------------------------------------

    @cached_property
    def orders(self) -> dict[tuple[LockClass, LockClass], list[Taken]]:
        """Return for each two locks the places where the second one is taken while the first one is held."""
        found: dict[tuple[LockClass, LockClass], list[Taken]] = defaultdict(list)
        for function, key in self.locks.concerned:
            if not self._takes_two(function, key):
                continue
            first = lock_class(self.package, key)
            if first is None:
                continue
            for call, during in self.locks.walk(function, key).during.items():
                if self.acquisitions.is_interface(during.hold.origin):
                    continue
                for wanted in (*self._wanted(key, call), *self._handed(function, key, call)):
                    if wanted.lock is None or (wanted.lock == first and wanted.key == key):
                        continue
                    places = found[first, wanted.lock]
                    if len(places) < _MOST_EDGES:
                        gates = self._gates(function, key, wanted)
                        places.append(Taken(function, first, key, during, wanted, wanted.lock, gates))
        return found

    def _takes_two(self, function: Function, key: Key) -> bool:
        """Tell whether the function may take another lock than the key's, or runs a function that it is handed."""
        return any(each.key != key for each in self.acquisitions.of(function)) or bool(self._callbacks(function))

    def _callbacks(self, function: Function) -> tuple[Handed, ...]:
        """Return what the function is handed to run that may take a lock."""
        if function not in self._given:
            found = (one for one in handed(self.package, function) if self.acquisitions.of(one.function))
            self._given[function] = tuple(found)
        return self._given[function]

    def _handed(self, function: Function, key: Key, call: Call) -> Iterator[Acquisition]:
        """Yield what a function takes that this one is handed, and runs by the call with the key's lock held."""
        for one in self._callbacks(function):
            mine = one.key(self.package, key) if one.call is call else None
            for inner in self.acquisitions.of(one.function) if mine is not None else ():
                outer = self.acquisitions.outward(call, one.function, inner)
                if outer is not None and inner.key != mine and self._is_kept(mine, one.function, inner):
                    yield outer

    def _wanted(self, key: Key, call: Call) -> Iterator[Acquisition]:
        """Yield what a call that is made with the key's lock held takes, while it is held."""
        own = self.acquisitions.own(call)
        if own is not None:
            yield own
            return
        if not self.package.callee(call).certain:
            return
        for callee in self.locks.reach.called(call):
            for inner in self.acquisitions.of(callee):
                outer = self.acquisitions.outward(call, callee, inner)
                if outer is None or outer.key == key:
                    continue
                if self._still_held(key, call, callee, inner):
                    yield outer

    def _still_held(self, key: Key, call: Call, callee: Function, inner: Acquisition) -> bool:
        """Tell whether none of the functions on the way releases the lock before the next call is made."""
        return self._is_kept(into(self.package, call, callee, key), callee, inner)

    def _is_kept(self, current: Key | None, function: Function, inner: Acquisition) -> bool:
        """Tell the same of a function that has a name for the lock, or none."""
        for place, step in enumerate(inner.calls):
            if current is None:
                return True
            if self.locks.reach.concerns(function, current) and step not in self.locks.walk(function, current).passed:
                return False
            if place + 1 < len(inner.calls):
                owner = self.package.owner(inner.calls[place + 1])
                if owner is None:
                    return False
                function = owner
                current = into(self.package, step, function, current)
        return True

    def is_usable(self, taken: Taken) -> bool:
        """Tell whether the order is meant, the second lock is taken, and others can have each of the two objects."""
        return self._may_count(taken) and self._is_taken(taken)

    def _may_count(self, taken: Taken) -> bool:
        """Tell what `is_usable` tells, but for whether the second lock is taken: that takes longer to find out."""
        if taken not in self._usable:
            self._usable[taken] = (
                self.locks.is_own(taken.during.hold.call, taken.held)
                and not self._is_double(taken)
                and not self._is_alone(taken)
            )
        return self._usable[taken]

    def _is_taken(self, taken: Taken) -> bool:
        if taken not in self._takes:
            self._takes[taken] = self._find_taken(taken)
        return self._takes[taken]

    def _find_taken(self, taken: Taken) -> bool:
        """Tell whether the callees on the way take the second lock when they are called with these arguments."""
        calls = taken.wanted.calls
        for place, call in enumerate(calls[:-1]):
            rest = calls[place + 1 :]
            function = self.package.owner(rest[0])
            if function is None:
                continue
            inner = next((each for each in self.acquisitions.of(function) if each.calls == rest), None)
            if inner is None or inner.key is None:
                continue
            facts = entry_facts(self.package, call, function, frozenset())
            walked = self.locks.walker.walk(function, inner.key, facts)
            if not walked.unmatched and not any(each.origin is rest[-1] for each in walked.wanted):
                return False
        return True

    def _is_double(self, taken: Taken) -> bool:
        """Tell whether the call by which the second lock is taken waits for the first one too: a fault of its own."""
        return any(
            each.wanted.calls[0] is taken.wanted.calls[0] and excludes(each.hold.mode, each.wanted.mode)
            for each in self.locks.walk(taken.function, taken.held).again
        )

    def _is_alone(self, taken: Taken) -> bool:
        """Tell whether nobody else can have one of the two objects yet."""
        wanted = taken.wanted
        if self.unshared.holds(taken.function, taken.held, taken.during.hold.call):
            return True
        return wanted.key is not None and self.unshared.holds(taken.function, wanted.key, wanted.calls[0])

    # -- gates ----------------------------------------------------------------------------------------------------

    def _gates(self, function: Function, key: Key, wanted: Acquisition) -> Gates:
        """Return the locks that are held besides the key's when the last of the calls is made."""
        found = set(self._always_held(function))
        for call in wanted.calls:
            owner = self.package.owner(call)
            if owner is not None:
                found |= self._held_at(owner, call, key if owner is function else None)
        return frozenset(found)

    def _held_at(self, function: Function, call: Call, key: Key | None = None) -> Gates:
        return frozenset(
            (lock, during.hold.mode)
            for each, lock in self._keys_of(function)
            if lock is not None and each != key
            for during in (self.locks.walk(function, each).during.get(call),)
            if during is not None
        )

    def _keys_of(self, function: Function) -> tuple[tuple[Key, LockClass | None], ...]:
        if not self._held:
            grouped: dict[Function, list[tuple[Key, LockClass | None]]] = defaultdict(list)
            for each, key in self.locks.concerned:
                grouped[each].append((key, lock_class(self.package, key)))
            self._held = {each: tuple(keys) for each, keys in grouped.items()}
        return self._held.get(function, ())

    def _always_held(self, function: Function) -> Gates:
        """Return the locks that every caller of the function holds."""
        if function not in self._always:
            self._asking.add(function)
            self._always[function] = self._find_always_held(function)
            self._asking.discard(function)
        return self._always[function]

    def _find_always_held(self, function: Function) -> Gates:
        if self.together.is_entry(function):
            return frozenset()
        found = [
            self._held_at(caller, call) | self._always_held(caller)
            for caller, call in self.locks.reach.callers(function)
            if caller not in self._asking  # a function that calls itself was called by another one first
            and self.package.is_test(caller) <= self.package.is_test(function)
        ]
        return frozenset.intersection(*found) if found else frozenset()

    # -- cycles ---------------------------------------------------------------------------------------------------

    def cycles(self) -> Iterator[Cycle]:
        """Yield one run for each set of locks in which every goroutine waits for another one."""
        following: dict[LockClass, list[LockClass]] = defaultdict(list)
        for first, second in self.orders:
            if first != second:
                following[first].append(second)
        seen: list[frozenset[LockClass]] = []
        for length in range(2, LONGEST_CYCLE + 1):
            for ring in _rings(following, length):
                locks = frozenset(ring)
                if any(known <= locks for known in seen):
                    continue
                found = self._run(ring)
                if found is not None:
                    seen.append(locks)
                    yield found

    def _run(self, ring: tuple[LockClass, ...]) -> Cycle | None:
        """Return places that can be reached at one time and form the ring, the surest ones.

        The order that the fewest functions have comes first: it is most likely the wrong one.
        """
        pairs = [(lock, ring[(place + 1) % len(ring)]) for place, lock in enumerate(ring)]
        edges = [[each for each in self.orders[pair] if self._may_count(each)] for pair in pairs]
        doubtful: Cycle | None = None
        for taken in self._runs(edges):
            writers = self._needs_writers(taken)
            if writers is None:
                continue
            functions = [len({each.function for each in places if self._is_taken(each)}) for places in edges]
            rarest = functions.index(min(functions))
            found = Cycle((*taken[rarest:], *taken[:rarest]), writers)
            if found.is_sure:
                return found
            doubtful = doubtful or found
        return doubtful

    def _runs(self, edges: list[list[Taken]], taken: tuple[Taken, ...] = ()) -> Iterator[tuple[Taken, ...]]:
        """Yield the ways to choose one place for each edge, so that they close a ring and may be reached together."""
        if len(taken) == len(edges):
            if self._follows(taken[-1], taken[0]) and all(self._is_taken(each) for each in taken):
                yield taken
            return
        for each in edges[len(taken)]:
            if self._takes.get(each) is False or (taken and not self._follows(taken[-1], each)):
                continue
            if all(self._may_meet(other, each) for other in taken):
                yield from self._runs(edges, (*taken, each))

    def _follows(self, first: Taken, following: Taken) -> bool:
        """Tell whether the lock that the first one waits for may be the very one that the next one holds."""
        if first.wanted.key is not None and are_different(self.package, first.wanted.key, following.held):
            return False
        if are_apart(first.wanted.where, whereabouts(self.package, following.held)):
            return False
        return not self._is_admission(first, following) and not self._are_two(first, following)

    def _are_two(self, first: Taken, following: Taken) -> bool:
        """Tell whether the locks belong to two objects that were made different: another kind of client, say."""
        return differ(self._wanted_object(first), self._held_object(following))

    def _wanted_object(self, taken: Taken) -> Facts:
        """Return what is known of the object whose lock is the second one."""
        calls = taken.wanted.calls
        action = self.locks.reach.action(calls[-1])
        key = None if action is None else action.key
        found = frozenset[Fact]()
        for place, call in reversed(tuple(enumerate(calls))):
            owner = self.package.owner(call)
            callee = self.package.owner(calls[place + 1]) if place + 1 < len(calls) else None
            if callee is not None and key is not None:
                key = out_of(self.package, call, callee, key)
            if key is None or owner is None:
                break
            found |= self.identities.of_owner(owner, call, key, calls[place - 1] if place else None)
        return found

    def _held_object(self, taken: Taken) -> Facts:
        """Return what is known of the object whose lock is the first one."""
        origin = taken.during.hold.origin
        owner, action = self.package.owner(origin), self.locks.reach.action(origin)
        found = frozenset[Fact]()
        if owner is not None and action is not None:
            found |= self.identities.of_owner(owner, origin, action.key)
        for call in (taken.during.hold.call, taken.wanted.calls[0]):
            found |= self.identities.of_owner(taken.function, call, taken.held)
        return found

    def _may_meet(self, first: Taken, second: Taken) -> bool:
        """Tell whether two goroutines may be at the two places at one time."""
        if (first, second) not in self._meet:
            locks = {first.first, first.second, second.first, second.second}
            self._meet[first, second] = (
                # a test holds a lock to see what happens then
                self.package.is_test(first.function) is self.package.is_test(second.function)
                and not share_gate(first.gates, second.gates, locks)
                and self.together.may_overlap(first.place, second.place, self._scope((first, second)))
            )
        return self._meet[first, second]

    def _is_admission(self, first: Taken, following: Taken) -> bool:
        """Tell whether the second lock is only ever taken behind the first one, which is given back at once.

        The shape is `gate.Lock(); if users == 0 { mu.Lock() }; users++; gate.Unlock()`: the count says
        whether the lock is free, so that nobody waits there for long.
        """
        origin = following.during.hold.origin
        owner = self.package.owner(origin)
        return (
            origin is not following.during.hold.call
            and owner is not None
            and owner.key == first.function.key  # maybe its twin for another system
            and (owner is not first.function or origin in self.locks.walk(first.function, first.held).during)
        )

    def _scope(self, taken: tuple[Taken, ...]) -> Function | None:
        """Return the function whose variables hold all of the locks, None where that is no single one."""
        found = {
            None if key is None else self.declarer(each.function, key)
            for each in taken
            for key in (each.held, each.wanted.key)
        }
        return found.pop() if len(found) == 1 else None

    def declarer(self, function: Function, key: Key) -> Function | None:
        """Return the function, or one around it, whose local variable the key goes out from."""
        if not is_local(key) or not isinstance(key.root, Variable):
            return None
        current: Function | None = function
        while current is not None and not current.span.start <= key.root.span.start < current.span.end:
            current = self.package.enclosing(current)
        return current

    def _needs_writers(self, taken: tuple[Taken, ...]) -> bool | None:
        """Tell whether some goroutine waits only behind a writer; None where there is no such writer."""
        needed = False
        for place, each in enumerate(taken):
            following = taken[(place + 1) % len(taken)]
            if not excludes(following.mode, each.wanted.mode):
                needed = True
                if not self._has_writer(each.second, taken):
                    return None
        return needed

    def _has_writer(self, lock: LockClass, taken: tuple[Taken, ...]) -> bool:
        """Tell whether the package takes the lock for writing where it holds nothing that one of the others holds."""
        held = {(each.first, each.mode) for each in taken if each.first != lock}
        for function in self.locks.reach.concerned:
            for call in self.locks.reach.calls(function):
                own = self.acquisitions.own(call)
                if own is None or own.mode != WRITE or own.lock != lock:
                    continue
                gates = self._held_at(function, call) | self._always_held(function)
                if not share_gate(gates, frozenset(held), set()):
                    return True
        return False


def share_gate(first: Gates, second: Gates, besides: set[LockClass]) -> bool:
    """Tell whether two places hold one lock in modes that exclude each other."""
    return any(
        lock == other and lock not in besides and excludes(mode, other_mode)
        for lock, mode in first
        for other, other_mode in second
    )


def _rings(following: dict[LockClass, list[LockClass]], length: int) -> Iterator[tuple[LockClass, ...]]:
    """Yield the cycles of this many locks, each once, beginning with the lock that comes first."""
    order = {lock: place for place, lock in enumerate(following)}

    def extend(path: tuple[LockClass, ...]) -> Iterator[tuple[LockClass, ...]]:
        for lock in following.get(path[-1], ()):
            if lock == path[0] and len(path) == length:
                yield path
            elif lock in order and order[lock] > order[path[0]] and lock not in path and len(path) < length:
                yield from extend((*path, lock))

    for lock in tuple(following):
        yield from extend((lock,))


def orders_of(locks: Locks) -> Orders:
    """Return the orders in which the functions of a package take locks."""
    return locks.package.shared(_orders)


def _orders(package: Package) -> Orders:
    return Orders(locks_of(package))
