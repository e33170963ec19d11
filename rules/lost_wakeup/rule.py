"""A notification that is dropped when nobody is parked at that instant."""

from collections.abc import Iterator

from golint_sched.engines.channel_names import Channel, channels_of
from golint_sched.engines.wakeups import Offer, is_expendable, is_polled, is_signal, offers_in
from golint_sched.finding import Confidence, Finding, Level, Site
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, Receive
from golint_sched.model.walk import ModelNode
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS207",
    name="lost-wakeup",
    summary="A notification on an unbuffered channel is dropped when nobody waits for it at that instant",
    level=Level.WARNING,
    confidence=Confidence.HIGH,
    proof="cost",
    since="0.1.0",
    cwe=(362,),
    needs=(("select", "default", "chan"), ("os/signal", "Notify")),
)


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for every send and every Notify that loses what it has to tell.

    select {                    signal.Notify(sigs, os.Interrupt)
    case w.wake <- struct{}{}:
    default:
    }
    """
    offers = tuple(offers_in(package))
    notifies = tuple(
        call
        for function in package.bodies()
        for call in package.calls(function)
        if call.arguments and package.callee(call).external == "os/signal.Notify"
    )
    if not offers and not notifies:
        return
    channels = channels_of(package)
    for offer in offers:
        channel = channels.of(offer.send.channel)
        if channel is None or not channel.is_unbuffered or not channel.receives or is_polled(package, channel):
            continue
        name = _name(package, offer.send.channel)
        yield RULE.at(
            offer.send.span,
            f"a wake-up is lost when nobody is parked at `<-{name}` at that instant: `{name}` has no buffer",
            label=f"gives up at once when nobody waits for `{name}`",
            function=_function(package, offer.select),
            sites=tuple(_sites(channel)),
            notes=(f"who receives from `{name}` may be busy, or not there yet; then it waits for what is gone",),
            help=f"make `{name}` with capacity 1: one pending wake-up is then kept, and more are not needed",
            confidence=_confidence(package, offer, channel),
        )
    for call in notifies:
        channel = channels.of(call.arguments[0])
        if channel is None or not channel.is_unbuffered:
            continue
        if isinstance(call.arguments[0], Call):
            continue  # nobody can receive from it: it only takes the default action from the signal
        name = _name(package, call.arguments[0])
        yield RULE.at(
            call.span,
            f"a signal is lost when nobody receives from `{name}` at that instant: `{name}` has no buffer",
            label="os/signal does not wait for the receiver",
            function=_function(package, call),
            sites=tuple(_sites(channel)),
            notes=("os/signal sends without blocking; a signal that finds nobody waiting is dropped",),
            help=f"make `{name}` with capacity 1, or as many signals as must not be lost",
        )


def _confidence(package: Package, offer: Offer, channel: Channel) -> Confidence | None:
    """Return how sure it is that the loss matters, None where that is as sure as can be."""
    if channel.escapes:
        return Confidence.LOW
    if is_signal(package, offer.send):
        return None
    return Confidence.LOW if is_expendable(package, offer) else Confidence.MEDIUM


def _name(package: Package, channel: Expression) -> str:
    place = package.place(channel)
    return "the channel" if place is None else place.text


def _function(package: Package, node: ModelNode) -> str:
    owner = package.owner(node)
    return "" if owner is None else owner.key


def _sites(channel: Channel) -> Iterator[Site]:
    for make, _ in channel.makes:
        yield Site(make.span, "made without a buffer")
    for receive in channel.receives:
        yield Site(
            receive.span if isinstance(receive, Receive) else receive.subject.span, "has to wait here to be woken"
        )
