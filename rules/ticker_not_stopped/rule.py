"""GLS501: before Go 1.23, a ticker or timer that is not stopped on some path."""

from collections.abc import Iterator

from golint_sched.engines.paths import EventKind, describe, function_name, steps
from golint_sched.engines.paths.tickers import COLLECTED, endless_ticks, tickers_of
from golint_sched.engines.paths.values import Lost, sites_of
from golint_sched.finding import Confidence, Finding, Level, Notification, Site, limit_reached
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call
from golint_sched.model.functions import Function
from golint_sched.rule import Rule
from golint_sched.source import Span

RULE = Rule(
    id="GLS501",
    name="ticker-not-stopped",
    summary="Before Go 1.23, a ticker or timer is not stopped on some path",
    level=Level.WARNING,
    confidence=Confidence.HIGH,
    proof="none",
    since="0.1.0",
    needs=(("time.NewTicker",), ("time.NewTimer",), ("time.Tick",), ('"time"',)),
)

_WORDS = {
    EventKind.ACQUIRED: "`{call}` starts it",
    EventKind.RELEASED: "`{call}` stops it",
    EventKind.LEFT: "returns while it runs",
}


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each ticker that is left running on some path, where the file's Go version needs a Stop."""
    for lost in tickers_of(package).lost(lambda function: _counts(package, function)):
        if not (package.callee(lost.call).external == "time.NewTimer" and package.is_test(lost.function)):
            yield _finding(package, lost)  # a timer is gone once it fires, and a test ends
    for function, call in endless_ticks(package):
        if _counts(package, function):
            yield _tick(function, call)
    yield from (limit_reached(function.key, function.name_span) for function in tickers_of(package).walker.capped)


def _counts(package: Package, function: Function) -> bool:
    """Tell whether timers need a Stop in the function: it is for an old Go, and does not run just once."""
    version = package.go_version(function)
    return version is not None and version < COLLECTED and not package.is_process_lifetime(function)


def _finding(package: Package, lost: Lost) -> Finding:
    made = describe(lost.call.function)
    where = function_name(lost.function)
    trail = lost.exit.trail if lost.exit is not None else lost.again.trail if lost.again is not None else None
    if not lost.name:
        message = f"what `{made}` starts is dropped, and never stopped"
    elif lost.again is not None:
        message = f"`{lost.name}` is replaced by another before it is stopped"
    elif lost.always:
        message = f"`{lost.name}` is never stopped in {where}"
    else:
        message = f"{where} can return without stopping `{lost.name}`"
    name = lost.name or "ticker"
    fix = (
        f"call `{name}.Stop()` before each turn ends"
        if package.in_loop(lost.call)
        else f"put `defer {name}.Stop()` right after it is made"
    )
    return RULE.at(
        lost.call.span,
        message,
        label="started here",
        function=lost.function.key,
        sites=sites_of(lost, f"{where} returns here, `{name}` still runs", "stopped here on another path"),
        steps=steps(lost.function, trail, _WORDS),
        notes=(_note(timer=lost.source.name == "time.NewTimer"),),
        help=fix,
    )


def _note(*, timer: bool) -> str:
    held = "until it fires" if timer else "and goes on to fire"
    return f"With a go line below 1.23 the runtime keeps it {held}, although nobody refers to it any more."


def _tick(function: Function, call: Call) -> Finding:
    where = function_name(function)
    made = describe(call.function)
    end = function.span.end
    return RULE.at(
        call.span,
        f"the ticker of `{made}` cannot be stopped, and {where} returns",
        label="started here",
        function=function.key,
        sites=(Site(Span(function.path, end - 1, end), f"{where} ends, the ticker goes on"),),
        notes=(_note(timer=False),),
        help="make it with `ticker := time.NewTicker(…)`, followed by `defer ticker.Stop()`",
    )
