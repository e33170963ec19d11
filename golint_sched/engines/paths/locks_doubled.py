"""Locks that a goroutine takes while it holds them already, and locks that it releases in the wrong way."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.paths.callbacks import handed
from golint_sched.engines.paths.keys import Key, key_of, out_of
from golint_sched.engines.paths.locks import READ, WRITE
from golint_sched.engines.paths.locks_kept import Locks
from golint_sched.engines.paths.owners import Owners
from golint_sched.engines.paths.protocol import Effect
from golint_sched.engines.paths.roles import callers_of
from golint_sched.engines.paths.state import Again, Hold, Mixed, Wanted
from golint_sched.engines.paths.walk import excludes
from golint_sched.model.expressions import BuiltinName, Call, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Block, If, Return


@dataclass(frozen=True, slots=True)
class DoubleLock:
    """`function` takes the lock `key` while it holds it.

    `writer` is set where both are read locks: then only a writer that waits in between stops the goroutine.
    """

    function: Function
    key: Key
    again: Again
    writer: bool


@dataclass(frozen=True, slots=True)
class WrongUnlock:
    """`function` releases the lock `key` by the method for the other kind of lock."""

    function: Function
    key: Key
    mixed: Mixed


def double_locks(locks: Locks) -> Iterator[DoubleLock]:
    """Yield every acquisition of a lock that the goroutine holds for certain on some path, in source order."""
    for function, key in locks.concerned:
        seen: set[object] = set()  # one fault for each call under one hold, however many locks the callee takes
        for again in locks.walk(function, key).again:
            if again.wanted.origin in seen or (again.hold.call, again.wanted.calls[0]) in seen:
                continue
            if not locks.is_own(again.hold.call, key):
                continue
            if locks.skips_release(function, again) or locks.is_table(function, key):
                continue
            both_read = not excludes(again.hold.mode, again.wanted.mode)
            if both_read and not _has_writer(locks, key):
                continue
            if _is_signal(locks, function, key) or _acts_once(locks, again) or locks.is_ruled_out(function, key, again):
                continue
            seen |= {again.wanted.origin, (again.hold.call, again.wanted.calls[0])}
            yield DoubleLock(function, key, again, both_read)


def _acts_once(locks: Locks, again: Again) -> bool:
    """Tell whether the second acquisition is the first one made again by a function that does it once.

    func (s *stopper) stop() { if s.stopped { return }; s.stopped = true; s.session.mu.Lock(); … }
    """
    return again.hold.origin is again.wanted.origin and any(
        _notes_itself(locks, function)
        for call in again.wanted.calls[:-1]
        for function in locks.package.callee(call).functions
    )


def _notes_itself(locks: Locks, function: Function) -> bool:
    """Tell whether a function returns at once where a field of its receiver is set, and sets it otherwise."""
    statements = function.body.statements if function.body is not None else ()
    match statements:
        case (If(init=None, condition=Selector() as field, then=Block(statements=(Return(),))), *rest):
            noted = key_of(locks.package, field)
            return (
                noted is not None
                and noted.root is function.receiver
                and any(
                    isinstance(value, BuiltinName) and value.name == "true" and key_of(locks.package, target) == noted
                    for each in rest
                    if isinstance(each, Assign)
                    for target, value in zip(each.targets, each.values, strict=False)
                    if target is not None
                )
            )
        case _:
            return False


def handed_locks(locks: Locks) -> Iterator[DoubleLock]:
    """Yield every acquisition by a function that a helper is handed, and runs while it holds the lock.

    s.locked(func() { s.reset() })        // both lock s.mu
    """
    for helper, key in locks.concerned:
        during = locks.walk(helper, key).during
        for one in handed(locks.package, helper) if during else ():
            mine, outer, under = one.key(locks.package, key), one.outer(locks.package, key), during.get(one.call)
            if mine is None or outer is None or under is None or not locks.reach.concerns(one.function, mine):
                continue
            if not locks.is_own(under.hold.call, key) or locks.is_table(helper, key):
                continue
            for inner in locks.walk(one.function, mine).wanted[:1]:
                both_read = not excludes(under.hold.mode, inner.mode)
                if both_read and not _has_writer(locks, key):
                    continue
                hold = Hold(one.site, under.hold.origin, under.hold.mode)
                wanted = Wanted((one.site, one.call, *inner.calls), inner.mode, None)
                yield DoubleLock(one.caller, outer, Again(hold, wanted, None), both_read)


def owner_locks(locks: Locks) -> Iterator[DoubleLock]:
    """Yield every acquisition of a held lock by an object that leads back to the holder of the lock.

    for _, j := range m.jobs { j.stop() }        // with m.mu held, and stop locks j.manager.mu
    """
    owners = Owners(locks.package)
    for function, key in locks.concerned:
        inside = [each for each in locks.reach.concerned[function] if each.field == key.field and each != key]
        same = {each for each in inside if each.path and owners.canonical(each) == key} if key.field else set[Key]()
        for call, during in locks.walk(function, key).during.items() if same else ():
            for callee, inner in _named(locks, call, same):
                if not locks.is_own(during.hold.call, key) or locks.is_table(function, key):
                    continue
                for wanted in locks.walk(callee, inner).wanted[:1]:
                    both_read = not excludes(during.hold.mode, wanted.mode)
                    if both_read and not _has_writer(locks, key):
                        continue
                    again = Again(during.hold, Wanted((call, *wanted.calls), wanted.mode, during.trail), during.trail)
                    yield DoubleLock(function, key, again, both_read)


def _named(locks: Locks, call: Call, keys: set[Key]) -> Iterator[tuple[Function, Key]]:
    """Yield the functions that a call runs, with the locks as these name them."""
    if not locks.package.callee(call).certain:
        return
    for callee in locks.reach.called(call):
        for inner in locks.reach.concerned.get(callee, ()):
            outer = out_of(locks.package, call, callee, inner)
            if outer in keys:
                yield callee, inner


def wrong_unlocks(locks: Locks) -> Iterator[WrongUnlock]:
    """Yield every RUnlock of what is locked for writing, and every Unlock of what is locked for reading."""
    for function, key in locks.concerned:
        for mixed in locks.walk(function, key).mixed:
            if {mixed.hold.mode} <= {READ, WRITE}:
                yield WrongUnlock(function, key, mixed)


def _is_signal(locks: Locks, function: Function, key: Key) -> bool:
    """Tell whether another function unlocks the same variable without having locked it: it is used as a signal."""
    if key.path:
        return False
    return any(
        other is not function
        and any(not one.after_own for one in locks.walk(other, key).unmatched)
        and not _releases_for_callers(locks, other, key)
        for other, keys in locks.reach.concerned.items()
        if key in keys
    )


def _releases_for_callers(locks: Locks, function: Function, key: Key) -> bool:
    """Tell whether all that runs a function is in view, and has locked what it unlocks."""
    package = locks.package
    if not function.name or package.spawners(function) or package.is_value(function):
        return False
    callers = callers_of(package, function)
    return bool(callers) and all(
        any(
            action is not None and action.effect is Effect.ACQUIRE and action.key == key
            for call in locks.reach.calls(caller)
            for action in (locks.reach.action(call),)
        )
        for caller, _ in callers
    )


def _has_writer(locks: Locks, key: Key) -> bool:
    """Tell whether the package locks the same field, or the same variable, for writing."""
    for function in locks.reach.concerned:
        for _, action in locks.reach.actions(function):
            if action.effect is not Effect.ACQUIRE or action.mode != WRITE:
                continue
            if action.key == key or (key.field and action.key.field == key.field):
                return True
    return False
