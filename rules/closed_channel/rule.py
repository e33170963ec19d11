"""GLS209: a close or send that comes to a channel which is closed already."""

from collections.abc import Iterator

from golint_sched.engines.channels.panics import Panicking
from golint_sched.engines.channels.verdict import verdict
from golint_sched.engines.paths.closed_members import ClosedMember, closed_members
from golint_sched.engines.paths.closed_twice import (
    ClosedTwice,
    DeferredTwice,
    SentAfter,
    closed_twice,
    deferred_twice,
    sent_after,
)
from golint_sched.engines.paths.narrate import describe, function_name, steps
from golint_sched.engines.paths.trail import EventKind
from golint_sched.finding import Act, Confidence, Finding, Level, Notification, Site, Step, limit_reached
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS209",
    name="closed-channel",
    summary="A close or send that some run comes to when the channel is closed already",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="panic",
    since="0.1.0",
    in_tests=False,
    cwe=(675,),
    needs=(("close(",),),
)

_WORDS = {
    EventKind.ACQUIRED: "`{call}` closes it",
    EventKind.DEFERRED: "puts `{call}` off to the end",
    EventKind.LEFT: "returns",
}


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each close and each send that can come after a close of the same channel."""
    explored = verdict(package)
    panics = tuple(_first_faults(explored.panics))
    seen = {span for panic in panics for span in (panic.span, panic.closed)}
    yield from map(_explored, panics)
    followed = closed_twice(package)
    sends = tuple(sent_after(package))
    goes_on = {sent.close.span for sent in sends}  # a send on the way to the second close panics before that
    for fault in followed.found:
        if fault.again.wanted.origin.span not in seen and fault.again.hold.origin.span not in goes_on:
            seen.add(fault.again.wanted.origin.span)
            seen.add(fault.again.hold.origin.span)
            yield _followed(fault)
    for each in deferred_twice(package):
        if seen.isdisjoint({each.deferred.span, each.close.span}):
            seen.add(each.deferred.span)
            yield _deferred(each)
    for member in closed_members(package):
        if member.span not in seen:
            seen.add(member.span)
            yield _member(member)
    for sent in sends:
        if sent.send.span not in seen:
            yield _sent(sent)
    for function in dict.fromkeys((*explored.capped, *followed.capped)):
        yield limit_reached(function.key, function.name_span)


def _member(fault: ClosedMember) -> Finding:
    name = fault.key.text
    who = fault.function.key if fault.function.name else "goroutine"
    what = "send on" if fault.sends else "close of"
    places = ((fault.close.span, f"`{name}` is closed here"), (fault.loop.subject.span, "run over here"))
    return RULE.at(
        fault.span,
        f"this {what} `{name}` panics in the next round: it was closed, and is still run over",
        label="panics here",
        function=fault.function.key,
        sites=tuple(Site(span, text) for span, text in places if span != fault.span),
        steps=(
            Step(fault.close.span, f"closes {name} and leaves it where it is", who),
            Step(fault.loop.subject.span, "runs over it again", who),
            Step(fault.span, f"panics: {name} is closed", who, Act.PANIC),
        ),
        notes=("A send on a closed channel panics, and so does a second close.",),
        help="take out what is closed: `delete` it, or keep what is open only",
    )


def _first_faults(panics: tuple[Panicking, ...]) -> Iterator[Panicking]:
    """Leave out the sends that come after a close which is itself one too many: that is one fault, not two."""
    extra = {(panic.channel, panic.closed) for panic in panics if not panic.sends and panic.closed == panic.span}
    for panic in panics:
        if not panic.sends or (panic.channel, panic.closed) not in extra:
            yield panic


def _deferred(fault: DeferredTwice) -> Finding:
    name = fault.key.text
    who = fault.function.key if fault.function.name else "goroutine"
    return RULE.at(
        fault.deferred.span,
        f"this deferred close of `{name}` panics where the function has closed it before",
        label="panics here",
        function=fault.function.key,
        sites=(Site(fault.close.span, f"`{name}` is closed here first"),),
        steps=(
            Step(fault.deferred.span, f"puts the close of {name} off to the end", who),
            Step(fault.close.span, f"closes {name}", who),
            Step(fault.deferred.span, f"panics: it closes {name}, which is closed", who, Act.PANIC),
        ),
        notes=("Closing a closed channel panics.",),
        help=f"remove one of the two closes of `{name}`",
    )


def _explored(panic: Panicking) -> Finding:
    name = panic.channel.name
    what = f"this send on `{name}`" if panic.sends else f"this close of `{name}`"
    sites = [Site(panic.closed, f"`{name}` is closed here")] if panic.closed != panic.span else []
    if panic.origin is not None:
        sites.append(Site(panic.origin, "the goroutine is started here"))
    sites.append(Site(panic.channel.span, f"`{name}` is made here"))
    again = panic.closed == panic.span
    return RULE.at(
        panic.span,
        f"{what} panics where it comes {'a second time' if again else 'after the close'}",
        label="panics here",
        function=panic.function.key,
        sites=tuple(sites),
        steps=panic.steps,
        notes=(
            f"A send on a closed channel panics; in the run shown nothing keeps the close of `{name}` behind the send."
            if panic.sends
            else f"Closing a closed channel panics; in the run shown `{name}` is closed twice.",
        ),
        help=f"close `{name}` when all senders are done: `go func() {{ wg.Wait(); close({name}) }}()`"
        if panic.sends
        else f"close `{name}` in one place only, or through a sync.Once",
    )


def _followed(fault: ClosedTwice) -> Finding:
    first, second = fault.again.hold, fault.again.wanted
    name = fault.key.text
    close = describe(second.origin)
    sites = [Site(first.origin.span, "closed here first")] if first.origin.span != second.origin.span else []
    sites += [Site(call.span, "reached by this call") for call in (first.call, *second.calls[:-1]) if call.span]
    unique = {site.span: site for site in sites if site.span != second.origin.span}
    path = steps(fault.function, fault.again.trail, _WORDS)
    return RULE.at(
        second.origin.span,
        f"`{close}` panics: {function_name(fault.function)} has closed `{name}` before on this path",
        label="panics here",
        function=fault.function.key,
        sites=tuple(unique.values()),
        steps=(
            *path,
            Step(second.origin.span, f"`{close}` panics: the channel is closed", fault.function.key, Act.PANIC),
        ),
        notes=("Closing a closed channel panics.",),
        help=f"close `{name}` in one place only, or through a sync.Once",
    )


def _sent(sent: SentAfter) -> Finding:
    name, close = sent.key.text, describe(sent.close)
    who = sent.function.key if sent.function.name else "goroutine"
    return RULE.at(
        sent.send.span,
        f"this send on `{name}` panics where it comes after `{close}`",
        label="panics here",
        function=sent.function.key,
        sites=(Site(sent.close.span, f"`{name}` is closed here"),),
        steps=(
            Step(sent.close.span, f"closes `{name}` and goes on", who, Act.CLOSE),
            Step(sent.send.span, f"panics: it sends on `{name}`, which is closed", who, Act.PANIC),
        ),
        notes=("A send on a closed channel panics.",),
        help=f"return after `{close}`, or close `{name}` behind the last send",
    )
