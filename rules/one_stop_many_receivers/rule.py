"""GLS208: a stop signal that is sent once and received by several goroutines."""

from collections.abc import Iterator

from golint_sched.engines.channels.stops import OneStop, one_stops, span_of
from golint_sched.engines.liveness.text import text_of
from golint_sched.finding import Act, Confidence, Finding, Level, Site, Step
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS208",
    name="one-stop-many-receivers",
    summary="A stop signal is sent once, and several goroutines wait for it",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    in_tests=False,
    cwe=(772,),
    needs=(("chan ", "<-"),),
)


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for each signal of which all receivers but one never hear."""
    for found in one_stops(package):
        yield _finding(found)


def _finding(found: OneStop) -> Finding:
    name = text_of(found.use.subject)
    sent = text_of(found.send.subject)
    span = span_of(found.use)
    who = found.function.key if found.function.name else "goroutine"
    lanes = (f"{who} 1", f"{who} 2")
    called_once = bool(found.function.name) and found.sender.name[:1].isupper()
    return RULE.at(
        span,
        f"only one goroutine is stopped: `{sent} <- …` is sent once, and several wait for `<-{name}`",
        label="all but one wait here for ever",
        function=found.function.key,
        sites=(
            Site(span_of(found.send), "the only send"),
            *(Site((spawn.statement or spawn.call).span, "the goroutines are started here") for spawn in found.spawns),
            *(Site(make.span, f"`{found.channel.name}` is made here") for make, _ in found.channel.made),
        ),
        steps=(
            *(
                Step((s.statement or s.call).span, "starts several goroutines", s.function.key, Act.START, lanes)
                for s in found.spawns
            ),
            Step(span_of(found.send), f"sends on {sent}, once", found.sender.key, Act.SEND, lanes[:1]),
            Step(span, f"the first one receives from {name} and goes on", lanes[0], Act.RECEIVE),
            Step(span, f"blocks for ever: nobody sends on {name} any more", lanes[1], Act.BLOCKED),
        ),
        notes=("A value that is sent goes to one receiver; a close is seen by all.",),
        help=f"`close({sent})` instead of sending",
        confidence=Confidence.MEDIUM if called_once else None,
    )
