"""GLS401: a path returns to the caller with the goroutine still locked to its thread."""

from collections.abc import Iterator

from golint_sched.engines.paths import (
    EventKind,
    Kept,
    Role,
    describe,
    events,
    function_name,
    role,
    steps,
    thread_duties,
)
from golint_sched.finding import Confidence, Finding, Level, Notification, Site, limit_reached
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, FunctionLiteral
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS401",
    name="thread-not-unlocked",
    summary="A path returns to the caller with the goroutine still locked to its OS thread",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="thread",
    since="0.1.0",
    cwe=(404,),
    needs=(("LockOSThread", "runtime"),),
)

_WORDS = {
    EventKind.ACQUIRED: "`{call}` locks the goroutine to its thread",
    EventKind.RELEASED: "`{call}` unlocks it",
    EventKind.LEFT: "returns, still locked",
}


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each acquisition that a way out leaves behind."""
    duties = thread_duties(package)
    for kept in duties.kept():
        yield _finding(package, kept)
    yield from (limit_reached(function.key, function.name_span) for function in duties.walker.capped)


def _finding(package: Package, kept: Kept) -> Finding:
    name = function_name(kept.function)
    callee = package.callee(kept.hold.call).functions
    how = "never unlocks it" if kept.always else "can return without unlocking it"
    sites = [Site(kept.exit.span, f"{name} returns here, still locked")]
    if kept.hold.origin is not kept.hold.call:
        sites.append(Site(kept.hold.origin.span, "the lock itself"))
    release = _release(package, kept)
    if release is not None:
        sites.append(Site(release.span, "unlocked here on another path"))
    who = (
        "the server's goroutine, which goes on to other requests,"
        if role(package, kept.function) is Role.HANDLER
        else f"the goroutine that called {name}"
    )
    note = (
        f"After that {who} stays wired to this thread: nothing else may run there, and the thread is destroyed when "
        "the goroutine ends."
    )
    return RULE.at(
        kept.hold.call.span,
        f"{name} locks its goroutine to an OS thread and {how}",
        label=f"{callee[0].name} returns with the thread locked" if callee else "locked to the thread here",
        function=kept.function.key,
        sites=tuple(sites),
        steps=steps(kept.function, kept.exit.trail, _WORDS),
        notes=(note,),
        help=_help(package, kept, release),
        confidence=kept.confidence,
    )


def _release(package: Package, kept: Kept) -> Call | None:
    """Return the first call that unlocks on another path."""
    calls = {
        event.call
        for way in thread_duties(package).walk(kept.function).exits
        for event in events(way.trail)
        if event.kind is EventKind.RELEASED and event.call is not None
    }
    return min(calls, key=lambda call: call.span, default=None)


def _help(package: Package, kept: Kept, release: Call | None) -> str:
    """Return the fix; a defer in a loop would run too late."""
    plain = release is not None and not isinstance(release.function, FunctionLiteral)
    unlock = describe(release) if release is not None and plain else "runtime.UnlockOSThread()"
    if package.in_loop(kept.hold.call):
        return f"call `{unlock}` before this way out too, or make the loop's body a function that defers it"
    return f"put `defer {unlock}` right after the lock, so that every way out passes it"
