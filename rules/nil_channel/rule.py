"""GLS205: an operation on a channel variable that is never given a channel."""

from collections.abc import Iterator

from golint_sched.engines.channels.nil_channels import Nil, nil_channels
from golint_sched.engines.channels.niled import Niled, niled
from golint_sched.engines.channels.uses import Operation, Use
from golint_sched.engines.liveness.text import text_of
from golint_sched.finding import Act, Confidence, Finding, Level, Site, Step
from golint_sched.link.package import Package
from golint_sched.model.statements import Range
from golint_sched.rule import Rule
from golint_sched.source import Span

RULE = Rule(
    id="GLS205",
    name="nil-channel",
    summary="A send or receive on a channel variable that is never given a channel",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    cwe=(833,),
    needs=(("chan",), ("= nil", "<-")),
)


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for each channel that is nil wherever it is sent on or received from."""
    for found in nil_channels(package):
        yield _finding(package, found)
    for way in niled(package):
        yield _on_a_way(way)


def _on_a_way(found: Niled) -> Finding:
    name = text_of(found.use.subject)
    what = "send" if found.use.operation is Operation.SEND else "receive"
    span = _span(found.use)
    return RULE.at(
        span,
        f"this {what} blocks for ever where `{name}` has been set to nil",
        label="waits here for ever then",
        function=found.function.key,
        sites=(Site(found.assigned.span, f"`{name}` is set to nil here"),),
        steps=(
            Step(found.assigned.span, f"sets `{name}` to nil"),
            Step(span, f"blocks for ever: `{name}` is nil, and a nil channel never becomes ready", act=Act.BLOCKED),
        ),
        notes=(
            "Setting a channel to nil turns off its case of a select; a send or receive on its own waits for ever.",
        ),
        help=f"leave this {what} out where `{name}` is nil, or close a channel for it: `c := make(chan …); close(c)`"
        if what == "receive"
        else f"leave this {what} out where `{name}` is nil",
        confidence=Confidence.MEDIUM,
    )


def _finding(package: Package, found: Nil) -> Finding:
    name = text_of(found.use.subject)
    given = f" (`{found.name}` of its caller)" if found.calls else ""
    what = "send" if found.use.operation is Operation.SEND else "receive"
    span = _span(found.use)
    starts = [spawn.statement or spawn.call for spawn in package.spawners(found.function)]
    who = found.function.key if found.function.name else "goroutine"
    field = found.declared is None
    assigned = f"`make` it where the {'struct' if field else 'variable'} is made"
    steps = [Step(found.declared, f"`{found.name}` is declared, and nil")] if found.declared is not None else []
    steps += [Step(call.span, f"hands the nil channel on as `{name}`") for call in found.calls]
    return RULE.at(
        span,
        f"this {what} blocks for ever: `{name}`{given} is nil, nothing in the package gives it a channel",
        label="waits here for ever",
        function=found.function.key,
        sites=tuple(_sites(found, [start.span for start in starts])),
        steps=(
            *steps,
            Step(span, f"blocks for ever: `{name}` is nil, and a nil channel never becomes ready", who, Act.BLOCKED),
        ),
        notes=("A send or receive on a nil channel waits for ever, and nobody can wake it.",),
        help=f"{assigned}: `{found.name.rpartition('.')[2]}: make(chan …)`"
        if field
        else f"{assigned}: `{found.name} := make(chan …)`",
    )


def _sites(found: Nil, starts: list[Span]) -> Iterator[Site]:
    if found.declared is not None:
        yield Site(found.declared, f"`{found.name}` is declared here, and never assigned")
    yield from (Site(call.span, "the channel is handed on here") for call in found.calls)
    yield from (Site(start, "the goroutine is started here") for start in starts)
    yield from (Site(_span(other), "likewise") for other in found.others)


def _span(use: Use) -> Span:
    if use.select is not None:
        return use.select.span
    return use.node.span._replace(end=use.node.subject.span.end) if isinstance(use.node, Range) else use.node.span
