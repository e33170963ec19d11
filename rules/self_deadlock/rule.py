"""GLS206: a goroutine sends on a channel from which only it receives."""

from collections.abc import Iterator

from golint_sched.engines.channels import advice
from golint_sched.engines.channels.faults import Fault, Kind, of_kind
from golint_sched.engines.channels.fixes import own_fix
from golint_sched.engines.channels.loops import SelfFeed, local_self_feeds, self_feeds
from golint_sched.engines.channels.verdict import verdict
from golint_sched.finding import Confidence, Finding, Level, Notification, Site, limit_reached
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS206",
    name="self-deadlock",
    summary="A goroutine sends on a channel from which only it would receive",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    cwe=(833,),
    needs=(("chan ",),),
)


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each send whose only receiver is the goroutine that sends."""
    feeds = self_feeds(package)
    deadlocks = tuple(of_kind(package, Kind.SELF_DEADLOCK))
    for fault in deadlocks:
        if all(feed.span != fault.stuck.span for feed in feeds):
            yield _deadlocked(fault)
    known = {fault.stuck.span for fault in deadlocks}
    yield from map(_feeding, feeds)
    yield from (_feeding(feed) for feed in local_self_feeds(package) if feed.span not in known)
    yield from (limit_reached(function.key, function.name_span) for function in verdict(package).capped)


def _deadlocked(fault: Fault) -> Finding:
    stuck = fault.stuck
    names = advice.names(stuck)
    room = "unbuffered" if advice.is_unbuffered(stuck) else "full"
    fix = own_fix(fault)
    also = tuple(Site(span, "likewise") for span in fault.others)
    return RULE.at(
        stuck.span,
        f"{advice.waiter(stuck)} waits for itself: it alone receives from {names}, on which it sends here",
        label="blocks here for ever",
        function=stuck.function.key,
        sites=(*advice.sites(stuck, "leaves without receiving"), *also),
        steps=stuck.steps,
        notes=(
            f"{names} is {room} here: the send waits for a receiver, and the only one is what comes after it.",
            *fix.notes,
        ),
        help=fix.text,
    )


def _feeding(feed: SelfFeed) -> Finding:
    return RULE.at(
        feed.span,
        f"the loop that receives from `{feed.name}` sends on it: it waits for itself",
        label="blocks here for ever when the loop gets here",
        function=feed.function,
        sites=(
            Site(feed.receive, f"the only receive from `{feed.name}`"),
            *(Site(span, "called from the loop") for span in feed.calls),
            *(Site(span, f"`{feed.name}` is made here, without a buffer") for span in feed.made),
        ),
        notes=(f"While the loop is busy with one value nobody receives from `{feed.name}`, so the send cannot go on.",),
        help=f"keep what is to be sent in a slice of the loop's own, or send on `{feed.name}` in a goroutine",
        confidence=Confidence.MEDIUM,
    )
