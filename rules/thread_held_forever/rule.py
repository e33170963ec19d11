"""GLS402: a goroutine that is locked to its thread never ends."""

from collections.abc import Iterator

from golint_sched.engines.paths import (
    Endless,
    EventKind,
    Role,
    function_name,
    role,
    roots_of,
    runs_once,
    steps,
    thread_duties,
)
from golint_sched.finding import Confidence, Finding, Level, Notification, Site, limit_reached
from golint_sched.link.package import Package
from golint_sched.model.functions import Function
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS402",
    name="thread-held-forever",
    summary="A goroutine that is locked to an OS thread never ends, and holds the thread as long as the process lives",
    level=Level.NOTE,
    confidence=Confidence.HIGH,
    proof="thread",
    since="0.1.0",
    cwe=(772,),
    needs=(("LockOSThread", "runtime"),),
)

_WORDS = {
    EventKind.ACQUIRED: "`{call}` locks the goroutine to its thread",
    EventKind.DEFERRED: "`{call}` is deferred to an end that never comes",
}


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each lock from which control comes into a loop that it cannot leave."""
    duties = thread_duties(package)
    for function in package.bodies():
        if duties.reach.acquire_in(function) is None or role(package, function) is Role.PROCESS:
            continue
        roots = roots_of(package, function)
        if role(package, function) is Role.HANDLER:
            roots = (function,)
        if not roots or any(duties.reach.alter_in(each) is not None for each in (function, *roots)):
            continue
        if all(runs_once(package, root) for root in roots):
            continue
        for endless in duties.walk(function).endless[:1]:
            yield _finding(package, function, roots, endless)
    yield from (limit_reached(function.key, function.name_span) for function in duties.walker.capped)


def _finding(package: Package, function: Function, roots: tuple[Function, ...], endless: Endless) -> Finding:
    name = function_name(function)
    sites = [Site(endless.span, "nothing leaves this, so the goroutine never ends")]
    if endless.inner != endless.span:
        sites.append(Site(endless.inner, "the loop that never ends"))
    sites += [Site(spawn.span, "the goroutine is started here") for root in roots for spawn in package.spawners(root)]
    return RULE.at(
        endless.hold.call.span,
        f"the goroutine of {name} locks an OS thread and never ends, so the thread is held for ever",
        label="one OS thread is held from here on",
        function=function.key,
        sites=tuple(sites),
        steps=steps(function, endless.trail, _WORDS),
        notes=(
            (
                "An UnlockOSThread that is deferred, or stands after the loop, never runs: each such goroutine takes "
                "one OS thread away from the scheduler for the life of the process."
            ),
        ),
        help="drop the lock if the loop needs no thread state, or give the loop a way out (a context, a stop channel)",
    )
