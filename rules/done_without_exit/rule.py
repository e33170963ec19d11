"""GLS102: a case that says stop, in a loop that goes on."""

from collections.abc import Iterator

from golint_sched.engines.liveness.spinning import Spinning, spinning
from golint_sched.engines.liveness.text import text_of
from golint_sched.engines.liveness.waits import keyword
from golint_sched.finding import Confidence, Finding, Level, Site
from golint_sched.link.package import Package
from golint_sched.model.statements import Break
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS102",
    name="done-without-exit",
    summary="A case for ctx.Done() or a stop channel does not leave the loop around its select",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="alive",
    since="0.1.0",
    cwe=(835,),
    needs=(("select", "case", "<-", "for "),),
)


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding at each such case."""
    for fault in spinning(package):
        yield _finding(package, fault)


def _finding(package: Package, fault: Spinning) -> Finding:
    waited = text_of(fault.receive)
    sites = [Site(keyword(fault.loop.span, "for"), "this loop goes on")]
    if isinstance(fault.jump, Break):
        sites.append(Site(fault.jump.span, "this leaves the select, not the loop"))
    elif fault.jump is not None:
        sites.append(Site(fault.jump.span, "this starts the next turn"))
    sites += [Site(spawn.span, "the goroutine is started here") for spawn in package.spawners(fault.function)]
    return RULE.at(
        keyword(fault.clause.span, "case"),
        f"`case {waited}` does not leave its loop, which spins from then on",
        label="after this the loop goes on",
        function=fault.function.key,
        sites=tuple(sites),
        notes=(
            (
                f"Once `{text_of(fault.receive.channel)}` is closed the case is ready on every turn: the loop spins on "
                "it and the goroutine stays for ever."
            ),
        ),
        help=_help(fault),
    )


def _help(fault: Spinning) -> str:
    if isinstance(fault.jump, Break):
        return "return here, or give the loop a label and break to it"
    return f"return in `case {text_of(fault.receive)}`"
