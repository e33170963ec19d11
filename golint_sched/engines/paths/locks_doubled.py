"""Locks that a goroutine takes while it holds them already, and locks that it releases in the wrong way."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.paths.keys import Key
from golint_sched.engines.paths.locks import READ, WRITE
from golint_sched.engines.paths.locks_kept import Locks
from golint_sched.engines.paths.protocol import Effect
from golint_sched.engines.paths.state import Again, Mixed
from golint_sched.engines.paths.walk import excludes
from golint_sched.model.functions import Function


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
            if _is_signal(locks, function, key) or locks.is_ruled_out(function, key, again):
                continue
            seen |= {again.wanted.origin, (again.hold.call, again.wanted.calls[0])}
            yield DoubleLock(function, key, again, both_read)


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
        other is not function and any(not one.after_own for one in locks.walk(other, key).unmatched)
        for other, keys in locks.reach.concerned.items()
        if key in keys
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
