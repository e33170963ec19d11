"""GLS204: a bare operation whose counterpart stands in a loop that may have been told to stop."""

from collections.abc import Iterator

from golint_sched.engines.channels.deserted import Deserted, deserted
from golint_sched.engines.channels.faults import Kind, of_kind
from golint_sched.engines.channels.gone import Unheard, unheard
from golint_sched.engines.channels.uses import Operation
from golint_sched.engines.liveness.text import text_of
from golint_sched.finding import Act, Confidence, Finding, Level, Site, Step
from golint_sched.link.package import Package
from golint_sched.model.statements import Range
from golint_sched.rule import Rule
from golint_sched.source import Span

RULE = Rule(
    id="GLS204",
    name="bare-op-beside-done",
    summary="A send or receive without a stop case waits for a loop that may have been told to stop",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    in_tests=False,
    cwe=(772,),
    needs=(("<-", "select {"),),
)


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for each bare operation that all its counterparts may have left behind."""
    shown = [fault.deserted for fault in of_kind(package, Kind.DESERTED) if fault.deserted is not None]
    yield from map(_finding, shown)
    spans = {_span(found) for found in shown}
    yield from (_finding(found) for found in deserted(package) if _span(found) not in spans)
    yield from map(_unheard, unheard(package))


def _unheard(found: Unheard) -> Finding:
    channel, stop = text_of(found.send.channel), text_of(found.heard.receive)
    return RULE.at(
        found.send.span,
        f"this send blocks for ever once who reads `{channel}` has gone: nobody here listens for `{stop}`",
        label="waits here for ever then",
        function=found.function.key,
        sites=(Site(found.heard.receive.span, f"{found.heard.function.key} hears of it here"),),
        steps=(
            Step(found.heard.receive.span, f"`{stop}` says that nobody reads any more", "reader"),
            Step(found.send.span, "blocks for ever: nobody receives", found.function.key, Act.BLOCKED),
        ),
        notes=("The channel is another package's to read, which may stop before everything has been sent.",),
        help=_help(channel, stop, sends=True),
        confidence=Confidence.MEDIUM,
    )


def _finding(found: Deserted) -> Finding:
    sends = found.use.operation is Operation.SEND
    channel, stop = text_of(found.use.subject), text_of(found.leaving[0].stop)
    loop = found.leaving[0].function.key
    takes = "receives from it" if sends else "sends on it"
    what = "send" if sends else "receive"
    span = _span(found)
    who = "goroutine" if found.spawn is not None else found.function.key
    return RULE.at(
        span,
        f"this {what} blocks for ever once {loop} has left by `{stop}`: nobody else {takes}",
        label="waits here for ever then",
        function=found.function.key,
        sites=tuple(_sites(found, takes)),
        steps=(
            Step(found.leaving[0].stop.span, f"takes the case `{stop}` and returns", loop, Act.END),
            Step(span, f"blocks for ever: nobody {takes.removesuffix(' it')} {channel} any more", who, Act.BLOCKED),
        ),
        notes=(f"Each {'receiver' if sends else 'sender'} leaves when told to stop; this {what} does not hear of it.",),
        help=_help(channel, stop, sends=sends),
        confidence=_confidence(found),
    )


def _span(found: Deserted) -> Span:
    node = found.use.node
    if found.use.select is not None:
        return found.use.select.span
    return node.span._replace(end=node.subject.span.end) if isinstance(node, Range) else node.span


def _confidence(found: Deserted) -> Confidence | None:
    """Return how sure it is: whether anybody is at the operation after the stop may be known to its callers."""
    if found.selecting is not None:
        return None
    return Confidence.LOW if found.known else Confidence.MEDIUM


def _sites(found: Deserted, takes: str) -> Iterator[Site]:
    if found.spawn is not None:
        yield Site((found.spawn.statement or found.spawn.call).span, "the goroutine is started here")
    for each in found.leaving:
        yield Site(each.use.node.span, f"{each.function.key} {takes} here")
        yield Site(each.stop.span, "and leaves by this case")
    if found.selecting is not None:
        yield Site(found.selecting.span, "this select hears the stop")
    for make, _ in found.channel.made:
        yield Site(make.span, f"`{found.channel.name}` is made here")


def _help(channel: str, stop: str, *, sends: bool) -> str:
    operation = f"{channel} <- …" if sends else f"<-{channel}"
    return f"hear the stop here too: `select {{ case {operation}: case {stop}: return }}`"
