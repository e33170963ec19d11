"""GLS201: a send that some run leaves without a receiver."""

from collections.abc import Iterator

from golint_sched.engines.channels import advice
from golint_sched.engines.channels.closed_world import Lack, lacks
from golint_sched.engines.channels.faults import Fault, Kind, of_kind
from golint_sched.engines.channels.fixes import receiver_fix
from golint_sched.engines.channels.left import Left, left
from golint_sched.engines.channels.promises import Promise, promises
from golint_sched.engines.channels.replies import Unwanted, unwanted
from golint_sched.engines.channels.verdict import verdict
from golint_sched.engines.liveness.waits import keyword
from golint_sched.engines.paths.narrate import function_name
from golint_sched.engines.paths.pipes import Dropped, dropped_ends
from golint_sched.finding import Act, Confidence, Finding, Level, Notification, Site, Step, limit_reached
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
    needs=(("chan ",), ("io.Pipe(",)),
)


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each send that some run leaves waiting for ever, and each that no code ever answers."""
    unanswered = [lack for lack in lacks(package) if lack.sends]
    seen = {lack.span for lack in unanswered}
    for fault in of_kind(package, Kind.ABANDONED_SENDER):
        if fault.stuck.span not in seen:
            seen.add(fault.stuck.span)
            yield _abandoned(fault)
    yield from map(_unanswered, unanswered)
    yield from (_promised(promise) for promise in promises(package) if promise.send.span not in seen)
    yield from (_left(found) for found in left(package) if found.use.node.span not in seen)
    yield from (_unwanted(late) for late in unwanted(package) if seen.isdisjoint(late.places))
    yield from (_piped(dropped) for dropped in dropped_ends(package) if dropped.writes)
    yield from (limit_reached(function.key, function.name_span) for function in verdict(package).capped)


def _abandoned(fault: Fault) -> Finding:
    stuck = fault.stuck
    names, root = advice.names(stuck), stuck.scope.root.key
    left = f"once {root} has returned" if stuck.exits and not stuck.by_root else "in some run"
    also = tuple(Site(span, "likewise") for span in fault.others)
    fix = receiver_fix(fault)
    room = "is unbuffered" if advice.is_unbuffered(stuck) else "has no room left"
    return RULE.at(
        stuck.span,
        f"{advice.waiter(stuck)} never ends: {left}, nobody receives what it sends on {names}",
        label="blocks here for ever",
        function=stuck.function.key,
        sites=(*advice.sites(stuck, "leaves without receiving"), *also),
        steps=stuck.steps,
        notes=(f"{names} {room}, so the send waits for a receiver; in the run shown, none is left.", *fix.notes),
        help=fix.text,
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


def _left(found: Left) -> Finding:
    name, function = found.channel.name, found.function.key
    reader = found.receives[0]
    return RULE.at(
        found.use.node.span,
        f"this send blocks for ever where the goroutine that receives from `{name}` has ended by itself",
        label="blocks here for ever then",
        function=function,
        sites=(
            Site(found.spawn.span, "the goroutine is started here"),
            Site(reader.node.span, "it receives here, and nobody else does"),
            Site(found.exit, "it can end here without having received"),
        ),
        steps=(
            Step(found.exit, "takes another case, and ends", "goroutine", Act.END),
            Step(found.use.node.span, "blocks for ever: nobody receives any more", function, Act.BLOCKED),
        ),
        notes=(f"`{name}` is unbuffered, and the goroutine does not always wait to be told.",),
        help="close the channel instead, once, or select here on what the goroutine closes when it ends",
        confidence=Confidence.MEDIUM,
    )


def _unwanted(late: Unwanted) -> Finding:
    asking, who = function_name(late.asking), late.function.key if late.function.name else "goroutine"
    made = advice.make_text(late.made, "1")
    return RULE.at(
        late.send.node.span,
        f"this send blocks for ever where {asking} has given up: nobody else receives the answer",
        label="blocks here for ever then",
        function=late.function.key,
        sites=(
            Site(late.made.span, f"`{late.name}` has no buffer"),
            Site(late.waits.node.span, "only this one receives the answer"),
            Site(keyword(late.leaves.span, "case"), "after this it does not wait for it any more"),
        ),
        steps=(
            Step(late.made.span, "makes the channel for the answer, and asks", late.asking.key),
            Step(keyword(late.leaves.span, "case"), "gives up, and leaves", late.asking.key, Act.END),
            Step(late.send.node.span, "blocks for ever: nobody receives the answer", who, Act.BLOCKED),
        ),
        notes=(f"Each `{late.name}` is made for one answer, and only {asking} receives it.",),
        help=f"give the answer room, {made}, and the send does not wait for anybody",
        confidence=Confidence.MEDIUM,
    )


def _piped(dropped: Dropped) -> Finding:
    lost, name = dropped.lost, function_name(dropped.lost.function)
    left = lost.exit.span if lost.exit is not None else lost.call.span
    return RULE.at(
        dropped.waits,
        f"goroutine never ends if {name} returns without closing `{lost.name}`: nobody reads what it writes",
        label="waits here for a reader",
        function=lost.function.key,
        sites=(
            Site(lost.call.span, "the pipe has no buffer"),
            Site(dropped.spawn.span, "the goroutine is started here"),
            Site(left, f"{name} returns here, `{lost.name}` is neither read nor closed"),
        ),
        steps=(
            Step(dropped.spawn.span, "starts the goroutine", name, Act.START, ("goroutine",)),
            Step(left, f"returns, and drops `{lost.name}`", name, Act.END),
            Step(dropped.waits, "blocks for ever: nobody reads, and nobody closes the pipe", "goroutine", Act.BLOCKED),
        ),
        notes=("A Write to an io.Pipe waits until all of it has been read, or the reader is closed.",),
        help=f"put `defer {lost.name}.Close()` before the goroutine is started, or start it behind all that can fail",
    )


def _promised(promise: Promise) -> Finding:
    name, function = promise.channel.name, promise.function.key
    made = advice.make_text(promise.made, "1")
    return RULE.at(
        promise.send.span,
        f"goroutine never ends if a caller of {function} stops listening: `{name}` has no room for its answer",
        label="blocks here for ever then",
        function=promise.goroutine.key,
        sites=(
            Site(promise.made.span, f"`{name}` has no buffer"),
            Site(promise.spawn.span, "the goroutine is started here"),
            *(Site(span, "likewise") for span in promise.others),
        ),
        notes=(
            f"{function} returns `{name}`, and a caller that gives up, after a timeout or an error, receives nothing.",
        ),
        help=f"give the answer room, {made}, and the goroutine ends whether or not it is taken",
        confidence=Confidence.MEDIUM,
    )
