"""GLS107: a wait for the end of a context that nothing can cancel."""

from collections.abc import Iterator

from golint_sched.engines.liveness.text import text_of
from golint_sched.engines.liveness.uncancellable import Uncancellable, Wait, uncancellable
from golint_sched.finding import Confidence, Finding, Level, Site
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS107",
    name="uncancellable-wait",
    summary="A receive waits for the Done of a context that can never be cancelled, which is a nil channel",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    in_tests=False,
    cwe=(772,),
    needs=((".Done()", "context"),),
)


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for each wait for a context that stems from Background, TODO or WithoutCancel alone."""
    for found in uncancellable(package):
        yield _finding(found)


def _finding(found: Uncancellable) -> Finding:
    context = text_of(found.context)
    root = text_of(found.roots[0])
    alone = found.kind is Wait.ALONE
    what = "this waits for ever" if alone else "this case is never taken"
    sites = [Site(each.span, f"{context} stems from this, which is never cancelled") for each in found.roots]
    sites += [Site(each.span, "handed over here") for each in found.passed]
    return RULE.at(
        found.span,
        f"{what}: {context} is `{root}`, whose Done is nil, since nothing can cancel it",
        label="waits here for ever" if alone else "never ready",
        function=found.function.key,
        sites=tuple(sites),
        notes=(
            f"`{root}` cannot be cancelled: its Done returns nil, and a receive from a nil channel blocks for ever.",
        ),
        help=f"wait for a context that ends, `ctx, cancel := context.WithCancel({root})`, and call cancel in time",
        level=None if alone else Level.NOTE,
        confidence=Confidence.MEDIUM if found.passed else None,
    )
