"""GLS210: a wait with a lock held that whoever could end it has to take first."""

from collections.abc import Iterator

from golint_sched.engines.liveness.text import text_of
from golint_sched.engines.paths.narrate import function_name
from golint_sched.engines.paths.waits_locked import WaitUnderLock, waits_under_lock
from golint_sched.finding import Act, Confidence, Finding, Level, Site, Step
from golint_sched.link.package import Package
from golint_sched.model.functions import Function
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS210",
    name="wait-under-lock",
    summary="A wait with a lock held that whoever could end it has to take first",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    in_tests=False,
    cwe=(833,),
    needs=(("Lock()", "chan "), ("Lock()", "WaitGroup"), ("Lock()", "Wait()"), ("Lock()", "<-")),
    engine="locks",
)


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for each wait under a lock that all its counterparts need."""
    for found in waits_under_lock(package):
        yield _finding(found)


def _finding(found: WaitUnderLock) -> Finding:
    lock, subject = found.held.key.text, text_of(found.subject)
    first = found.blocked[0]
    does = {"send": "receives", "receive": "sends or closes", "wait": "is done", "signal": "signals"}[found.kind]
    what = f"`{subject}.Wait()`" if found.kind in ("wait", "signal") else f"this {found.kind}"
    when = "each time before it" if first.between else "before it"
    other = _who(first.function)
    sites = [Site(found.held.lock.span, f"`{lock}` is locked here")]
    sites += [Site(call.span, "and held over this call") for call in found.held.calls]
    for each in found.blocked:
        sites += [Site(each.lock.span, "needs the lock here"), Site(each.span, f"{does} here")]
    unique = {site.span: site for site in sites if site.span != found.span}
    return RULE.at(
        found.span,
        f"{what} waits with `{lock}` held for {other}, which has to take `{lock}` {when} {does}",
        label="waits here for ever if the other one is at the lock",
        function=found.function.key,
        sites=tuple(unique.values()),
        steps=(
            Step(found.held.lock.span, f"locks {lock}", found.held.function.key),
            Step(first.lock.span, f"waits for {lock}", other, Act.BLOCKED),
            Step(
                found.span,
                f"blocks for ever with {lock} held: nobody can come to {subject}",
                found.function.key,
                Act.BLOCKED,
            ),
        ),
        notes=(f"Each waits for the other: {other} for `{lock}`, and who holds that for {other}.",),
        help=f"release `{lock}` before the wait",
    )


def _who(function: Function) -> str:
    return function_name(function) if function.name else "a goroutine"
