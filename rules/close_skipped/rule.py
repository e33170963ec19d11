"""GLS203: a reader waits for a close that some way out skips."""

from collections.abc import Iterator

from golint_sched.engines.channels import advice
from golint_sched.engines.channels.closes import has_closer, skipped
from golint_sched.engines.channels.faults import Fault
from golint_sched.engines.channels.fixes import close_fix
from golint_sched.engines.channels.trial import Advice
from golint_sched.engines.channels.verdict import verdict
from golint_sched.engines.paths.closings import Skip, Unclosed, unclosed
from golint_sched.engines.paths.narrate import describe, function_name, steps
from golint_sched.engines.paths.pipes import Dropped, dropped_ends
from golint_sched.engines.paths.trail import EventKind
from golint_sched.finding import Act, Confidence, Finding, Level, Notification, Site, Step, limit_reached
from golint_sched.link.package import Package
from golint_sched.model.statements import Range
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS203",
    name="close-skipped",
    summary="A reader waits for a close that some way out skips",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    cwe=(772,),
    needs=(("chan ",), ("io.Pipe(",)),
)

_WORDS = {EventKind.DEFERRED: "defers the close", EventKind.LEFT: "returns"}

_MESSAGES = {
    Skip.PATH: "`{reader}` waits for ever if {name} leaves without closing `{channel}`",
    Skip.PANIC: "`{reader}` waits for ever if {name} panics before `{close}`: the panic is recovered",
    Skip.START: "`{reader}` waits for ever if {name} fails: it leaves without closing `{channel}`",
    Skip.NOBODY: "`{reader}` never ends: nobody closes `{channel}`",
}

_PLACES = {
    Skip.PATH: "leaves here, with `{channel}` not closed",
    Skip.PANIC: "if this panics, `{close}` is skipped",
    Skip.START: "fails here, with the goroutine started and `{channel}` not closed",
    Skip.NOBODY: "made here, and closed nowhere",
}

_HELP = {
    Skip.PATH: "put `defer {close}` at the start of {name}",
    Skip.PANIC: "put `defer {close}` at the start of {name}, so that a panic passes it too",
    Skip.START: "close `{channel}` on this way out of {name}, or start the goroutine behind all that can fail",
    Skip.NOBODY: "close `{channel}` when the last value has been sent, in a method that stops the goroutine",
}


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each reader that a skipped close leaves waiting for ever."""
    explored = list(skipped(package))
    seen = {fault.stuck.span.start for fault in explored}
    yield from map(_explored, explored)
    followed = unclosed(package)
    for fault in followed.found:
        if fault.reader.node.span.start not in seen:
            yield _followed(package, fault)
    yield from (_piped(dropped) for dropped in dropped_ends(package) if not dropped.writes)
    for function in dict.fromkeys((*verdict(package).capped, *followed.capped)):
        yield limit_reached(function.key, function.name_span)


def _explored(fault: Fault) -> Finding:
    stuck = fault.stuck
    names = advice.names(stuck)
    fix = _close_fix(fault)
    why = f"who closes {names} can leave without closing" if has_closer(stuck) else f"nobody closes {names}"
    return RULE.at(
        stuck.span,
        f"{advice.waiter(stuck)} waits for ever: {why}",
        label="waits here for ever",
        function=stuck.function.key,
        sites=(*advice.sites(stuck, "leaves without closing"), *(Site(span, "likewise") for span in fault.others)),
        steps=stuck.steps,
        notes=(f"Only a close of {names} ends this wait; in the run shown, nobody is left to do it.", *fix.notes),
        help=fix.text,
    )


def _close_fix(fault: Fault) -> Advice:
    """Return who should close, and where: the goroutine that does so on other ways, or the only one that sends."""
    stuck = fault.stuck
    names = advice.names(stuck)
    closers = sorted({lane for users in stuck.users for lane in users.closers} - {stuck.lane})
    senders = sorted({lane for users in stuck.users for lane in users.senders} - {stuck.lane})
    if closers:
        text = f"put the close of {names} into a defer"
        otherwise = f"close {names} on the way out shown, too"
        return close_fix(fault, closers[0], text, otherwise) if len(closers) == 1 else Advice(text)
    text, otherwise = (
        f"close {names} with defer where it is sent on",
        f"close {names} when the last value has been sent",
    )
    return close_fix(fault, senders[0], text, otherwise) if len(senders) == 1 else Advice(otherwise)


def _followed(package: Package, fault: Unclosed) -> Finding:
    node = fault.reader.node
    is_range = isinstance(node, Range)
    span = node.span._replace(end=node.subject.span.end) if isinstance(node, Range) else node.span
    if fault.reader.select is not None:
        span = fault.reader.select.span
    subject = describe(fault.reader.subject)
    words = {
        "reader": f"range {subject}" if is_range else f"<-{subject}",
        "channel": fault.channel.name,
        "name": function_name(fault.function),
        "close": describe(fault.close) if fault.close is not None else "",
    }
    sites = [Site(fault.place, _PLACES[fault.skip].format(**words))]
    if fault.start is not None:
        sites.append(Site(fault.start, "the goroutine is started here"))
    if fault.close is not None:
        sites.append(Site(fault.close.span, "closed here on another path"))
    reader = package.owner(node)
    path = steps(fault.function, fault.trail, _WORDS)
    return RULE.at(
        span,
        _MESSAGES[fault.skip].format(**words),
        label="waits here for ever",
        function=reader.key if reader is not None else "",
        sites=tuple(sites),
        steps=(*path, Step(span, f"waits for a close that does not come: `{words['reader']}`", "reader", Act.BLOCKED)),
        notes=(f"Only a close of `{words['channel']}` ends `{words['reader']}`.",),
        help=_HELP[fault.skip].format(**words),
        confidence=fault.confidence,
    )


def _piped(dropped: Dropped) -> Finding:
    lost, name = dropped.lost, function_name(dropped.lost.function)
    left = lost.exit.span if lost.exit is not None else lost.call.span
    closes = () if lost.release is None else (Site(lost.release.span, "closed here on another path"),)
    return RULE.at(
        dropped.waits,
        f"goroutine waits for ever if {name} returns without closing `{lost.name}`: it reads on for an end",
        label="waits here for more",
        function=lost.function.key,
        sites=(
            Site(lost.call.span, "the pipe is made here"),
            Site(dropped.spawn.span, "the goroutine is started here"),
            Site(left, f"{name} returns here, with `{lost.name}` not closed"),
            *closes,
        ),
        steps=(
            Step(dropped.spawn.span, "starts the goroutine", name, Act.START, ("goroutine",)),
            Step(left, f"returns, and drops `{lost.name}`", name, Act.END),
            Step(dropped.waits, "blocks for ever: nobody writes, and nobody closes the pipe", "goroutine", Act.BLOCKED),
        ),
        notes=("Only a Close of the pipe's writer tells its reader that no more comes.",),
        help=f"put `defer {lost.name}.Close()` right after the pipe is made",
    )
