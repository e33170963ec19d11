"""GLS601: a way out of a function leaves a mutex locked that other ways release."""

from collections.abc import Iterator

from golint_sched.engines.paths import EventKind, describe, function_name, steps
from golint_sched.engines.paths.locks_kept import KeptLock, locks_of
from golint_sched.finding import Confidence, Finding, Level, Notification, Site, limit_reached
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS601",
    name="lock-not-released",
    summary="A path leaves a function, or a turn of a loop, with a mutex locked that other paths release",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    cwe=(667,),
    needs=(("Lock()",),),
    engine="locks",
)

_WORDS = {
    EventKind.ACQUIRED: "`{call}` takes the lock",
    EventKind.RELEASED: "`{call}` releases it",
    EventKind.LEFT: "leaves, with the lock still held",
}


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each lock that a way out, or the next turn of a loop, finds still locked."""
    locks = locks_of(package)
    for kept in locks.kept():
        yield _finding(kept)
    yield from (limit_reached(function.key, function.name_span) for function in locks.walker.capped)


def _finding(kept: KeptLock) -> Finding:
    name = function_name(kept.function)
    lock = kept.key.text
    if kept.exit is not None:
        how = f"{name} can return with {lock} locked" if kept.release else f"{name} returns with {lock} locked"
        site = Site(kept.exit.span, f"{name} leaves here, and {lock} stays locked")
        note = f"The next goroutine that locks {lock} waits for ever, and so does every one after it."
        trail = kept.exit.trail
    elif kept.again is not None and kept.again.moved:
        how = f"a turn of the loop in {name} can end with {lock} locked, and goes on to the next element"
        site = Site(kept.hold.origin.span, "the next turn locks another element, and this one stays locked")
        note = f"The next goroutine that locks the element's {lock} waits for ever, and so does every one after it."
        trail = kept.again.trail
    else:
        how = f"a turn of the loop in {name} can end with {lock} locked, and the next turn locks it again"
        site = Site(kept.hold.origin.span, "the next turn waits here for itself")
        note = f"The goroutine holds {lock} itself when it asks for it, so it waits for ever."
        trail = kept.again.trail if kept.again else None
    sites = [site]
    if kept.release is not None:
        sites.append(Site(kept.release.span, "released here on another path"))
    if kept.hold.origin is not kept.hold.call:
        sites.append(Site(kept.hold.call.span, f"{name} takes the lock through this call"))
    return RULE.at(
        kept.hold.origin.span,
        how,
        label="locked here",
        function=kept.function.key,
        sites=tuple(sites),
        steps=steps(kept.function, trail, _WORDS),
        notes=(note,),
        help=_help(kept),
        confidence=kept.confidence,
    )


def _help(kept: KeptLock) -> str:
    """Return the fix: a defer where it runs soon enough, a release before the way out elsewhere."""
    if kept.release is None:
        return f"release {kept.key.text} on every way out: `defer` the unlock right after the lock"
    release = describe(kept.release)
    if kept.again is not None or kept.exit is None:
        return f"call `{release}` before this turn of the loop ends too"
    return f"call `{release}` before this way out too, or `defer {release}` right after the lock"
