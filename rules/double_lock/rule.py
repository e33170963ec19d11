"""GLS602: a goroutine takes a mutex that it holds already, or releases it by the wrong method."""

from collections.abc import Iterator
from itertools import chain

from golint_sched.engines.paths import EventKind, describe, function_name, steps
from golint_sched.engines.paths.locks import READ
from golint_sched.engines.paths.locks_doubled import (
    DoubleLock,
    WrongUnlock,
    double_locks,
    handed_locks,
    owner_locks,
    wrong_unlocks,
)
from golint_sched.engines.paths.locks_kept import locks_of
from golint_sched.finding import Act, Confidence, Finding, Level, Notification, Site, Step, limit_reached
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS602",
    name="double-lock",
    summary="A goroutine locks a mutex that it holds already, or pairs Lock with RUnlock",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    cwe=(833,),
    needs=(("Lock()",),),
    engine="locks",
)

_WORDS = {
    EventKind.ACQUIRED: "`{call}` takes the lock",
    EventKind.RELEASED: "`{call}` releases it",
}


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each acquisition of a held lock, and each release of the wrong kind."""
    locks = locks_of(package)
    for double in chain(double_locks(locks), handed_locks(locks), owner_locks(locks)):
        yield _double(package, double)
    for wrong in wrong_unlocks(locks):
        yield _wrong(wrong)
    yield from (limit_reached(function.key, function.name_span) for function in locks.walker.capped)


def _double(package: Package, double: DoubleLock) -> Finding:
    name, lock = function_name(double.function), double.key.text
    hold, wanted = double.again.hold, double.again.wanted
    calls = wanted.calls[:-1]
    sites = [Site(hold.origin.span, f"{lock} is locked here")]
    sites += [Site(call.span, f"this call comes to lock {lock} again") for call in calls]
    path = list(steps(double.function, double.again.trail, _WORDS))
    path += [Step(call.span, f"calls `{describe(call)}` with {lock} held", name) for call in calls]
    path.append(Step(wanted.origin.span, f"waits for {lock}, which this goroutine holds", name, Act.BLOCKED))
    if double.writer:
        note = (
            f"A reader that asks again waits behind any writer that came in between, and that writer waits for the "
            f"first read lock: neither goes on. The package locks {lock} for writing elsewhere."
        )
    else:
        note = f"A mutex does not know who holds it: {name} waits for itself, for ever."
    owner = package.owner(wanted.origin)
    inside = f" inside {function_name(owner)}" if calls and owner is not None else ""
    return RULE.at(
        wanted.origin.span,
        f"{name} locks {lock} again{inside} while it holds it",
        label="waits here for ever" if not double.writer else "waits here if a writer came in between",
        function=double.function.key,
        sites=tuple(sites),
        steps=tuple(path),
        notes=(note,),
        help=_help(double),
        confidence=Confidence.MEDIUM if double.writer else Confidence.HIGH,
    )


def _help(double: DoubleLock) -> str:
    """Return the fix: release before the call, or a variant of the callee for callers that hold the lock."""
    lock = double.key.text
    calls = double.again.wanted.calls[:-1]
    if calls:
        return f"release {lock} before `{describe(calls[0])}`, or give it a variant that expects the lock to be held"
    return f"release {lock} before it is locked again, or lock it once"


def _wrong(wrong: WrongUnlock) -> Finding:
    name, lock = function_name(wrong.function), wrong.key.text
    read = wrong.mixed.hold.mode == READ
    taken, given = ("RLock", "Unlock") if read else ("Lock", "RUnlock")
    right = "RUnlock" if read else "Unlock"
    return RULE.at(
        wrong.mixed.call.span,
        f"{name} takes {lock} by {taken} and releases it by {given}",
        label=f"the wrong unlock: {lock} is held by {taken}",
        function=wrong.function.key,
        sites=(Site(wrong.mixed.hold.origin.span, f"{lock} is taken by {taken} here"),),
        steps=steps(wrong.function, wrong.mixed.trail, _WORDS),
        notes=(f"The runtime ends the whole program with a fatal error at {given} of a lock held by {taken}.",),
        help=f"call {right} here",
    )
