"""GLS606: a wait for goroutines that cannot go on before the wait is over."""

from collections.abc import Iterator

from golint_sched.engines.channels import advice
from golint_sched.engines.channels.faults import Fault, Kind, of_kind
from golint_sched.engines.channels.fixes import drain_fix
from golint_sched.engines.channels.undrained import Undrained, undrained
from golint_sched.engines.channels.verdict import Partner, Stuck, verdict
from golint_sched.engines.liveness.text import text_of
from golint_sched.finding import Confidence, Finding, Level, Notification, Site, limit_reached
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS606",
    name="wait-blocks-drain",
    summary="A wait for a group comes before what the group's goroutines wait for",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    cwe=(833,),
    needs=(("Wait()", "sync"), ("Wait()", "errgroup")),
)


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each wait that some run leaves waiting for goroutines which wait for what comes after it."""
    for fault in of_kind(package, Kind.WAIT_BLOCKS_DRAIN):
        yield _blocking(fault)
    known = {fault.stuck.span for fault in of_kind(package, Kind.WAIT_BLOCKS_DRAIN)}
    yield from (_undrained(one) for one in undrained(package) if one.wait.span not in known)
    yield from (limit_reached(function.key, function.name_span) for function in verdict(package).capped)


def _blocking(fault: Fault) -> Finding:
    stuck = fault.stuck
    wait = stuck.graph.nodes[stuck.node].origin
    call = text_of(wait) if isinstance(wait, Call) else "the wait"
    why = _why(stuck, call)
    fix = drain_fix(fault, call)
    return RULE.at(
        stuck.span,
        f"{advice.waiter(stuck)} never ends: {why}",
        label="waits here for ever",
        function=stuck.function.key,
        sites=tuple(_sites(fault)),
        steps=stuck.steps,
        notes=(
            f"`{call}` returns when every goroutine that the group counts is done; in the run shown, {why}.",
            *fix.notes,
        ),
        help=fix.text,
    )


def _undrained(found: Undrained) -> Finding:
    wait, name = text_of(found.wait), found.channel.name
    why = f"the goroutines that it waits for send on `{name}`, and nobody receives from it before `{wait}` has returned"
    makes = tuple(Site(call.span, f"`{name}` has no buffer") for call, _ in found.channel.made)
    return RULE.at(
        found.wait.span,
        f"`{wait}` never ends: {why}",
        label="waits here for ever",
        function=found.function.key,
        sites=(
            Site(found.spawn.span, "the group's goroutine is started here"),
            Site(found.send.node.span, f"waits to send on `{name}` here"),
            Site(found.receive.node.span, f"`{name}` is received from here only"),
            *makes,
        ),
        notes=(f"`{wait}` returns when every goroutine that the group counts is done; {why}.",),
        help=f"receive before `{wait}`, or wait in a goroutine of its own and receive meanwhile",
    )


def _why(stuck: Stuck, call: str) -> str:
    if not stuck.partners:
        return f"`{call}` waits for goroutines that are started only after it"
    first = stuck.partners[0]
    return (
        f"`{call}` waits for {_named(first)}, which {_does(first)}, and {_nobody(first)} before `{call}` has returned"
    )


def _named(partner: Partner) -> str:
    return "a goroutine" if partner.who.startswith("goroutine") else partner.who


def _does(partner: Partner) -> str:
    if partner.channel is None:
        return partner.does
    return f"waits to {'send on' if partner.sends else 'receive from'} `{partner.channel.name}`"


def _nobody(partner: Partner) -> str:
    if partner.channel is None:
        return "nobody answers it"
    name = partner.channel.name
    return f"nobody receives from `{name}`" if partner.sends else f"nobody sends on `{name}` or closes it"


def _sites(fault: Fault) -> Iterator[Site]:
    seen = {fault.stuck.span}
    for partner in fault.stuck.partners:
        if partner.origin is not None and partner.origin not in seen:
            seen.add(partner.origin)
            yield Site(partner.origin, "the group's goroutine is started here")
        if partner.span not in seen:
            seen.add(partner.span)
            yield Site(partner.span, f"{_does(partner)} here")
        channel = partner.channel
        if channel is not None and channel.span not in seen:
            seen.add(channel.span)
            has_room = channel.capacity.key or channel.capacity.offset
            room = "has a buffer that may be full" if has_room else "has no buffer"
            yield Site(channel.span, f"`{channel.name}` {room}")
    yield from (Site(span, "likewise") for span in fault.others)
