"""GLS201: a send that some run leaves without a receiver."""

from collections.abc import Iterator

from golint_sched.engines.channels import advice
from golint_sched.engines.channels.closed_world import Lack, lacks
from golint_sched.engines.channels.faults import Fault, Kind, of_kind
from golint_sched.engines.channels.verdict import verdict
from golint_sched.finding import Confidence, Finding, Level, Notification, Site, limit_reached
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS201",
    name="abandoned-sender",
    summary="A send can be left without a receiver",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    cwe=(772,),
    needs=(("chan ",),),
)


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each send that some run leaves waiting for ever, and each that no code ever answers."""
    unanswered = [lack for lack in lacks(package) if lack.sends]
    for fault in of_kind(package, Kind.ABANDONED_SENDER):
        if all(lack.span != fault.stuck.span for lack in unanswered):
            yield _abandoned(fault)
    yield from map(_unanswered, unanswered)
    yield from (limit_reached(function.key, function.name_span) for function in verdict(package).capped)


def _abandoned(fault: Fault) -> Finding:
    stuck = fault.stuck
    names, root = advice.names(stuck), stuck.scope.root.key
    left = f"once {root} has returned" if stuck.exits and not stuck.by_root else "in some run"
    also = tuple(Site(span, "likewise") for span in fault.others)
    room = "is unbuffered" if advice.is_unbuffered(stuck) else "has no room left"
    return RULE.at(
        stuck.span,
        f"{advice.waiter(stuck)} never ends: {left}, nobody receives what it sends on {names}",
        label="blocks here for ever",
        function=stuck.function.key,
        sites=(*advice.sites(stuck, "leaves without receiving"), *also),
        steps=stuck.steps,
        notes=(f"{names} {room}, so the send waits for a receiver; in the run shown, none is left.",),
        help=advice.receiver_fix(stuck),
    )


def _unanswered(lack: Lack) -> Finding:
    return RULE.at(
        lack.span,
        f"nobody receives from `{lack.name}`: this send blocks for ever",
        label="blocks here for ever",
        function=lack.function,
        sites=tuple(Site(span, f"`{lack.name}` is made here, without a buffer") for span in lack.made),
        notes=(f"`{lack.name}` never leaves this package, and no code in it receives from it.",),
        help=f"receive from `{lack.name}` in a goroutine that lives as long as its senders, or remove the send",
        confidence=Confidence.MEDIUM,
    )
