"""GLS605: the count of a wait group does not come back to zero, so Wait blocks for ever."""

from collections.abc import Iterator

from golint_sched.engines.liveness.text import text_of
from golint_sched.engines.paths.dones import Skip, Skipped, skipped_dones
from golint_sched.engines.paths.narrate import function_name, steps
from golint_sched.engines.paths.trail import EventKind
from golint_sched.finding import Act, Confidence, Finding, Level, Notification, Site, Step, limit_reached
from golint_sched.link.package import Package
from golint_sched.model.expressions import Selector
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS605",
    name="waitgroup-done-skipped",
    summary="WaitGroup.Wait blocks for ever: on some path Done is not called as often as was added",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    needs=(("WaitGroup", "Wait(", "Add("), ("Wait(", "Add(", "sync"), ("Add(", "Done"), ("Add(", "Go(")),
)

_WORDS = {
    EventKind.ACQUIRED: "`{call}` counts",
    EventKind.RELEASED: "this is counted down by `{call}`",
    EventKind.LEFT: "returns",
}

_MESSAGES = {
    Skip.PATH: "`{wait}` never returns if {name} leaves without `{done}`",
    Skip.TURN: "`{wait}` never returns if {name} skips `{done}` for one of the elements",
    Skip.PANIC: "`{wait}` never returns if {name} panics before `{done}`: the panic is recovered",
    Skip.START: "`{wait}` never returns if {name} adds and then starts nothing that calls Done",
    Skip.AMOUNT: "`{wait}` never returns: {name} adds more than is started",
    Skip.NOBODY: "`{wait}` never returns: nothing calls Done on `{group}`",
}

_PLACES = {
    Skip.PATH: "leaves here, with `{done}` not called",
    Skip.TURN: "goes on from here without `{done}`",
    Skip.PANIC: "if this panics, `{done}` is skipped",
    Skip.START: "on this path nothing is started for what was added",
    Skip.AMOUNT: "more is added here than is started",
    Skip.NOBODY: "added here",
}

_HELP = {
    Skip.PATH: "put `defer {done}` at the start of {name}",
    Skip.TURN: "call `{done}` before going on to the next element, or make the body a function that defers it",
    Skip.PANIC: "put `defer {done}` at the start of {name}, so that a panic passes it too",
    Skip.START: "call `{group}.Add` right before the goroutine is started, or `{group}.Done()` on this path",
    Skip.AMOUNT: "add as many as are started: `{group}.Add(1)` right before each go statement",
    Skip.NOBODY: "put `defer {group}.Done()` at the start of the function that the goroutine runs",
}


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each group whose Wait can block for ever."""
    dones = skipped_dones(package)
    for skipped in dones.skipped:
        yield _finding(skipped)
    yield from (limit_reached(function.key, function.name_span) for function in dones.capped)


def _finding(skipped: Skipped) -> Finding:
    wait = skipped.wait.call
    group = text_of(wait.function.base) if isinstance(wait.function, Selector) else "the group"
    words = {
        "wait": text_of(wait),
        "group": group,
        "name": function_name(skipped.function),
        "done": text_of(skipped.done) if skipped.done is not None else f"{group}.Done()",
    }
    sites = [Site(skipped.place, _PLACES[skipped.skip].format(**words))]
    if skipped.add is not None and skipped.add.span != skipped.place:
        sites.append(Site(skipped.add.span, "added here"))
    if skipped.start is not None:
        sites.append(Site(skipped.start, "the goroutine is started here"))
    if skipped.done is not None:
        sites.append(Site(skipped.done.span, "Done is called here on another path"))
    path = steps(skipped.function, skipped.trail, _WORDS)
    last = Step(wait.span, f"waits for a count that stays above zero: `{words['wait']}`", "waiter", Act.BLOCKED)
    return RULE.at(
        wait.span,
        _MESSAGES[skipped.skip].format(**words),
        label="waits here for ever",
        function=skipped.wait.function.key,
        sites=tuple(sites),
        steps=(*path, last),
        notes=(f"Wait returns when Done was called as often as was added to `{group}`; one call too few is for ever.",),
        help=_HELP[skipped.skip].format(**words),
        confidence=skipped.confidence,
    )
