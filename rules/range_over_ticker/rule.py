"""GLS503: a loop that waits for the ticks of a ticker which somebody stops."""

from collections.abc import Iterator

from golint_sched.engines.liveness.stopped_tickers import Stranded, TickerStop, stranded
from golint_sched.engines.liveness.text import text_of
from golint_sched.finding import Act, Confidence, Finding, Level, Site, Step
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call
from golint_sched.model.statements import Defer
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS503",
    name="range-over-ticker",
    summary="A loop waits for the next tick of a ticker that is stopped, which does not close its channel",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    in_tests=False,
    cwe=(772,),
    needs=(("time", ".C", ".Stop"),),
)


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for each loop without another way out whose ticker is stopped elsewhere."""
    for found in stranded(package):
        yield _finding(package, found)


def _finding(package: Package, found: Stranded) -> Finding:
    ticks = text_of(found.ticks)
    stop = found.stops[0]
    call = _called(stop)
    who = "goroutine" if found.spawn is not None else found.function.key or "this function"
    span = found.span
    sites = [
        Site(each.place.span, f"{_when(package, each)} stops the ticker, which does not close its channel")
        for each in found.stops
    ]
    steps = [
        Step(span, f"waits for the next tick of {ticks}", "goroutine"),
        Step(stop.place.span, f"calls {call}", stop.function.key),
        Step(
            span, f"blocks for ever: {ticks} gives no tick any more, and is not closed either", "goroutine", Act.BLOCKED
        ),
    ]
    if found.spawn is not None:
        start = found.spawn.statement or found.spawn.call
        sites.insert(0, Site(start.span, "the goroutine is started here"))
        steps.insert(0, Step(start.span, "starts the goroutine", _starter(package, found), Act.START, ("goroutine",)))
    return RULE.at(
        span,
        f"{who} never ends: {_why(found, ticks, call)}",
        label="no tick comes here once the ticker is stopped" if found.leaves else "waits here for ever then",
        function=found.function.key,
        sites=tuple(sites),
        steps=tuple(steps),
        notes=("`Stop` turns a ticker off and leaves its channel open, so a receive or `range` waits on.",),
        help=f"end the loop yourself: `select {{ case <-{ticks}: …; case <-done: return }}`, "
        f"and close done where `{call}` is called",
    )


def _why(found: Stranded, ticks: str, call: str) -> str:
    if found.leaves:
        return f"only a tick leads out of its loop, and after `{call}` there is none"
    return f"after `{call}` there is no further tick, and {ticks} is never closed"


def _called(stop: TickerStop) -> str:
    text = text_of(stop.place)
    return text if isinstance(stop.place, Call) else f"{text}()"


def _when(package: Package, stop: TickerStop) -> str:
    if isinstance(package.parent(stop.place), Defer):
        return f"when {stop.function.key} returns, this"
    return "this" if isinstance(stop.place, Call) else "whoever is given this"


def _starter(package: Package, found: Stranded) -> str:
    assert found.spawn is not None
    owner = package.owner(found.spawn.statement or found.spawn.call)
    return owner.key if owner is not None else "the package"
