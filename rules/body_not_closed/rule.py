"""GLS306: a response body that is not closed on some path."""

from collections.abc import Iterator

from golint_sched.engines.paths import EventKind, describe, function_name, steps
from golint_sched.engines.paths.bodies import bodies_of, has_no_body, is_cancelled
from golint_sched.engines.paths.clients import gives_up
from golint_sched.engines.paths.refusals import must_fail
from golint_sched.engines.paths.values import Lost, sites_of
from golint_sched.finding import Confidence, Finding, Level, Notification, limit_reached
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS306",
    name="body-not-closed",
    summary="A response body is not closed on some path",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="conn",
    since="0.1.0",
    needs=(("net/http",),),
    elsewhere=("bodyclose",),
)

_WORDS = {
    EventKind.ACQUIRED: "`{call}` gives a response whose body must be closed",
    EventKind.RELEASED: "`{call}` closes the body",
    EventKind.LEFT: "returns with the body open",
}


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each response whose body is left open on some path."""
    for lost in bodies_of(package).lost():
        origin = lost.source.origin
        if lost.exit is not None and package.name == "main" and lost.function.key == "main":
            continue  # it ends with the process
        if has_no_body(package, lost.call, origin) or is_cancelled(package, lost.call, origin):
            continue
        if not lost.name and must_fail(package, lost.call, lost.source.error):
            continue
        yield _finding(package, lost)
    yield from (limit_reached(function.key, function.name_span) for function in bodies_of(package).walker.capped)


def _finding(package: Package, lost: Lost) -> Finding:
    sent = describe(lost.call.function)
    where = function_name(lost.function)
    body = ".".join((lost.name, *lost.source.path))
    trail = lost.exit.trail if lost.exit is not None else lost.again.trail if lost.again is not None else None
    if not lost.name:
        message = f"the response of `{sent}` is dropped, and its body never closed"
    elif lost.again is not None:
        message = f"`{body}` is replaced by the next response before it is closed"
    elif lost.always:
        message = f"`{body}` is never closed in {where}"
    else:
        message = f"{where} can return without closing `{body}`"
    bounded = gives_up(package, lost.source.origin)
    note = "Its connection and the two goroutines that serve it stay"
    note += " until the client's Timeout." if bounded else " for as long as the server keeps the connection."
    return RULE.at(
        lost.call.span,
        message,
        label="this response has a body",
        function=lost.function.key,
        sites=sites_of(lost, f"{where} returns here, `{body}` still open", "closed here on another path"),
        steps=steps(lost.function, trail, _WORDS),
        notes=(note,),
        help=_help(package, lost, body, sent),
        # The connections of a test end with its server and its process.
        confidence=Confidence.LOW if package.is_test(lost.function) else None,
        level=Level.NOTE if bounded else None,
    )


def _help(package: Package, lost: Lost, body: str, sent: str) -> str:
    if not lost.name:
        return f"keep the response of `{sent}`, and close its Body once the error is nil"
    if package.in_loop(lost.call):
        return f"call `{body}.Close()` on every way through the loop, or make its body a function that defers it"
    if lost.handed_on:
        return f"call `{body}.Close()` before this way out too"
    return f"put `defer {body}.Close()` right after the check of the error"
