"""GLS202: a receive that nobody answers."""

from collections.abc import Iterator

from golint_sched.engines.channels import advice
from golint_sched.engines.channels.closed_world import Lack, lacks
from golint_sched.engines.channels.faults import Fault, Kind, of_kind
from golint_sched.engines.channels.fixes import close_fix
from golint_sched.engines.channels.registered import Unanswered, unanswered
from golint_sched.engines.channels.trial import Advice
from golint_sched.engines.channels.verdict import verdict
from golint_sched.finding import Act, Confidence, Finding, Level, Notification, Site, Step, limit_reached
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS202",
    name="starved-receiver",
    summary="A receive waits for a send or close that never comes",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    cwe=(772,),
    needs=(("chan ",),),
)


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each receive that some run leaves waiting for ever, and each that no code ever answers."""
    lacking = [lack for lack in lacks(package) if not lack.sends]
    for fault in of_kind(package, Kind.STARVED_RECEIVER):
        if all(lack.span != fault.stuck.span for lack in lacking):
            yield _starved(fault)
    yield from map(_unanswered, lacking)
    yield from map(_registered, unanswered(package))
    yield from (limit_reached(function.key, function.name_span) for function in verdict(package).capped)


def _starved(fault: Fault) -> Finding:
    stuck = fault.stuck
    names = advice.names(stuck)
    givers = {lane for users in stuck.users for lane in (*users.senders, *users.closers)}
    if not givers:
        why = f"nothing that runs sends on {names} or closes it"
        fix = Advice(f"send on {names} or close it in a goroutine that runs before this wait")
    elif givers == {stuck.lane}:
        why = f"only {advice.waiter(stuck)} itself, later, would send on {names} or close it"
        fix = Advice(f"send on {names} or close it before this wait, or in another goroutine")
    else:
        why = f"whoever sends on {names} can leave without sending"
        fix = _giver_fix(fault, givers)
    also = tuple(Site(span, "likewise") for span in fault.others)
    return RULE.at(
        stuck.span,
        f"{advice.waiter(stuck)} waits for ever: {why}",
        label="waits here for ever",
        function=stuck.function.key,
        sites=(*advice.sites(stuck, "leaves without sending"), *also),
        steps=stuck.steps,
        notes=(f"A receive waits until a value is sent or the channel is closed; in the run shown, {why}.", *fix.notes),
        help=fix.text,
    )


def _giver_fix(fault: Fault, givers: set[tuple[int, int]]) -> Advice:
    """Return what the goroutines that give something on other ways can do."""
    names = advice.names(fault.stuck)
    others = sorted(givers - {fault.stuck.lane})
    text = f"send on {names} on every way out of the goroutine, or close it with defer there"
    otherwise = f"send on {names} on every way out of the goroutine"
    return close_fix(fault, others[0], text, otherwise) if len(others) == 1 else Advice(text)


def _unanswered(lack: Lack) -> Finding:
    return RULE.at(
        lack.span,
        f"nobody sends on `{lack.name}` or closes it: this receive waits for ever",
        label="waits here for ever",
        function=lack.function,
        sites=tuple(Site(span, f"`{lack.name}` is made here") for span in lack.made),
        notes=(f"`{lack.name}` never leaves this package, and no code in it, tests included, sends or closes it.",),
        help=f"close `{lack.name}` where the wait is to end, or remove the wait",
        confidence=Confidence.MEDIUM,
    )


def _registered(found: Unanswered) -> Finding:
    name, closes = f"{found.owner}.{found.field}", found.closes.key
    return RULE.at(
        found.receive.span,
        f"this receive waits for ever once {closes} has run: it tells nobody who waits in `{name}`",
        label="waits here for ever then",
        function=found.function.key,
        sites=(
            Site(found.kept, "whoever answers finds the channel here"),
            Site(found.closes.name_span, f"does nothing about `{name}`"),
        ),
        steps=(
            Step(found.kept, f"waits for an answer in `{name}`", found.function.key),
            Step(found.closes.name_span, f"closes the {found.owner}, and nobody answers any more", closes, Act.CLOSE),
            Step(found.receive.span, "waits for ever", found.function.key, Act.BLOCKED),
        ),
        notes=(f"No code goes through `{name}` to end all the waits in it.",),
        help=f"close the channels in `{name}` in {closes}, or select here on a channel that it closes",
        confidence=Confidence.MEDIUM,
    )
