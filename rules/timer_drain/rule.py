"""GLS502: a drain of a timer's channel that waits for a tick which does not come."""

from collections.abc import Iterator

from golint_sched.engines.liveness.drains import Drain, drains
from golint_sched.engines.liveness.text import text_of
from golint_sched.engines.liveness.ticks import Cause
from golint_sched.finding import Act, Confidence, Finding, Level, Site, Step
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS502",
    name="timer-drain",
    summary="A receive that is to empty a timer's channel can wait for a tick that has been taken already",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    cwe=(772,),
    needs=(("time", ".C", ".Stop()"),),
)

_WHY = {
    Cause.TAKEN: "the tick may have been received already",
    Cause.STOPPED: "the timer may have been stopped already, and gives no tick",
    Cause.NO_CHANNEL: "a timer made by `time.AfterFunc` has no channel",
}
_BEFORE = {
    Cause.TAKEN: "takes the tick",
    Cause.STOPPED: "stops the timer",
    Cause.NO_CHANNEL: "makes a timer whose C is nil",
}


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for each drain behind a false Stop that some path reaches without a tick to come."""
    for found in drains(package):
        yield _finding(found)


def _finding(found: Drain) -> Finding:
    timer = text_of(found.timer)
    name = found.function.key
    return RULE.at(
        found.receive.span,
        f"`<-{timer}.C` can block for ever: {_WHY[found.cause]}",
        label="blocks here for ever",
        function=name,
        sites=(
            Site(found.before.span, _BEFORE[found.cause]),
            *(Site(call.span, "comes to the drain") for call in found.calls),
            Site(found.stop.span, "false if the timer has fired"),
        ),
        steps=(
            Step(found.before.span, _BEFORE[found.cause], found.source.key),
            *(Step(call.span, "comes to the drain", found.source.key) for call in found.calls[:1]),
            Step(found.stop.span, f"`{timer}.Stop()` is false", name),
            Step(found.receive.span, f"blocks for ever: {_WHY[found.cause]}", name, Act.BLOCKED),
        ),
        notes=("`Stop` returns false for a timer that has fired or been stopped, even if its tick is long gone.",),
        help=_help(found, timer),
    )


def _help(found: Drain, timer: str) -> str:
    if found.cause is Cause.NO_CHANNEL:
        return "remove the receive: there is nothing to drain; to wait for the function, let it close a channel"
    poll = f"select {{ case <-{timer}.C: default: }}"
    return f"since Go 1.23 `Stop` and `Reset` need no drain: remove it; for older Go, `{poll}`"
