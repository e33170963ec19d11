"""GLS505: a deferred call in a loop that does not end."""

from collections.abc import Iterator

from golint_sched.engines.defers import End, Postponed, acquisitions, postponed
from golint_sched.engines.liveness.text import text_of
from golint_sched.finding import Confidence, Finding, Level, Site
from golint_sched.link.package import Package
from golint_sched.model.expressions import FunctionLiteral
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS505",
    name="defer-in-endless-loop",
    summary="A call that a loop without end defers never runs, and every turn of the loop adds another",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="cost",
    since="0.1.0",
    needs=(("defer", "for"),),
)

_MESSAGES = {
    End.NEVER: "{call} never runs: nothing leaves the loop in which it is deferred",
    End.PANIC: "{call} runs only if a panic ends the loop in which it is deferred",
    End.STOPPED: "{call} runs only once the loop that defers it is told to stop; until then each turn adds one",
}
_LOOPS = {
    End.NEVER: "nothing leaves this loop",
    End.PANIC: "nothing but a panic leaves this loop",
    End.STOPPED: "goes on until it is told to stop",
}


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for each defer statement that an endless loop comes to again and again.

    for {
        ctx, cancel := context.WithTimeout(parent, limit)
        defer cancel()
        …
    }
    """
    for found in postponed(package):
        yield _finding(package, found)


def _finding(package: Package, found: Postponed) -> Finding:
    literal = isinstance(found.statement.call.function, FunctionLiteral)
    call = "the deferred function" if literal else f"`{text_of(found.statement.call)}`"
    sites = [Site(found.loop.span, _LOOPS[found.end])]
    sites += [Site(each.span, "every turn gets another one here") for each in acquisitions(package, found)]
    sites += [Site(stop.span, "only this ends the loop") for stop in dict.fromkeys(found.stops)]
    return RULE.at(
        found.statement.span,
        _MESSAGES[found.end].format(call=call),
        label="put off until the function returns",
        function=found.function.key,
        sites=tuple(sites),
        notes=("a defer statement waits for the end of the function, not of the block or of the turn of the loop",),
        help=f"move the body of the loop into a function of its own, or call {call} where the turn is done with it",
        level=Level.WARNING if found.end is End.STOPPED else None,
        confidence=None if found.end is End.NEVER else Confidence.MEDIUM,
    )
