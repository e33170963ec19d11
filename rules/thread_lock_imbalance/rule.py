"""GLS403: LockOSThread and UnlockOSThread do not balance on some path."""

from collections.abc import Iterator

from golint_sched.engines.paths import EventKind, Excess, Nested, function_name, steps, thread_duties
from golint_sched.finding import Confidence, Finding, Level, Notification, Site, limit_reached
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS403",
    name="thread-lock-imbalance",
    summary="LockOSThread and UnlockOSThread do not balance on some path",
    level=Level.WARNING,
    confidence=Confidence.HIGH,
    proof="thread",
    since="0.1.0",
    cwe=(667,),
    needs=(("UnlockOSThread", "runtime"),),
)

_WORDS = {
    EventKind.ACQUIRED: "`{call}` locks the goroutine to its thread",
    EventKind.RELEASED: "`{call}` undoes one lock",
    EventKind.UNMATCHED: "`{call}` unlocks although nothing is locked",
    EventKind.LEFT: "returns",
}


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each lock with an unlock too few, and each unlock without a lock."""
    duties = thread_duties(package)
    for nested in duties.nested():
        yield _missing(nested)
    for excess in duties.excess():
        yield _excess(excess)
    yield from (limit_reached(function.key, function.name_span) for function in duties.walker.capped)


def _missing(nested: Nested) -> Finding:
    name = function_name(nested.function)
    return RULE.at(
        nested.second.span,
        f"this second lock in {name} has no unlock of its own, so the goroutine stays locked to its thread",
        label="locked again here",
        function=nested.function.key,
        sites=(
            Site(nested.first.span, "the thread is locked already here"),
            Site(nested.exit.span, f"{name} returns here, still locked"),
        ),
        steps=steps(nested.function, nested.exit.trail, _WORDS),
        notes=("Locks nest: the goroutine is free of its thread only after as many unlocks as there were locks.",),
        help="remove the second lock, or give it an UnlockOSThread of its own",
    )


def _excess(excess: Excess) -> Finding:
    name = function_name(excess.function)
    unmatched = excess.unmatched
    early = excess.call not in (unmatched.call, unmatched.origin)
    sites = []
    if unmatched.origin is not unmatched.call:
        inner = excess.call is unmatched.origin
        sites.append(
            Site(unmatched.call.span, "by this call") if inner else Site(unmatched.origin.span, "the unlock itself")
        )
    if early:
        sites.append(Site(unmatched.call.span, "this finds nothing locked any more"))
    when = "on this path nothing is locked" if excess.balanced else "nothing is locked here"
    message = (
        "unlocks its thread more often than it locks it" if early else "unlocks its thread without having locked it"
    )
    return RULE.at(
        excess.call.span,
        f"{name} {message}",
        label="unlocked here, and once more after it" if early else when,
        function=excess.function.key,
        sites=tuple(sites),
        steps=steps(excess.function, unmatched.trail, _WORDS),
        notes=(
            (
                "UnlockOSThread does nothing if the goroutine is not locked, so the mistake stays unseen; where "
                "a caller has locked the thread, it takes that lock away."
            ),
        ),
        help="lock on every path that comes here, or unlock only where it was locked",
        confidence=Confidence.HIGH if unmatched.origin in (unmatched.call, excess.call) else Confidence.MEDIUM,
    )
