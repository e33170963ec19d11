"""GLS607: a Cond.Wait that nobody ends, or that goes on without looking whether it may."""

from collections.abc import Iterator

from golint_sched.engines.conditions import Faulty, faulty_waits
from golint_sched.engines.paths.narrate import describe, function_name
from golint_sched.engines.rechecks import Lack
from golint_sched.finding import Act, Confidence, Finding, Level, Site, Step
from golint_sched.link.package import Package
from golint_sched.model.expressions import Selector
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS607",
    name="cond-never-signalled",
    summary="Cond.Wait with no Signal or Broadcast in view, or without a loop that looks again",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="leak",
    since="0.1.0",
    in_tests=False,
    cwe=(833,),
    needs=(("sync", "Cond"),),
)


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for each Wait that nobody ends, and each that does not look again.

    for !q.ready {              if !q.ready {
        q.cond.Wait()               q.cond.Wait()
    }                           }
    """
    for found in faulty_waits(package):
        yield _unsignalled(package, found) if found.lack is Lack.SIGNAL else _unchecked(found)


def _unsignalled(package: Package, found: Faulty) -> Finding:
    wait, name = describe(found.wait), _name(found)
    sites = [Site(make.span, f"`{name}` is made here") for make in found.condition.makes]
    sites += [Site(other.span, "likewise") for other in found.others]
    starts = [spawn.statement or spawn.call for spawn in package.spawners(found.function)]
    sites += [Site(start.span, "the goroutine is started here") for start in starts]
    who = function_name(found.function) if found.function.name else "goroutine"
    return RULE.at(
        found.wait.span,
        f"`{wait}` never ends: nothing calls Signal or Broadcast on `{name}`",
        label="waits here for ever",
        function=found.function.key,
        sites=tuple(sites),
        steps=(
            Step(found.wait.span, f"`{wait}` releases the lock and parks the goroutine", who),
            Step(
                found.wait.span,
                f"blocks for ever: only a Signal or Broadcast on `{name}` ends the wait",
                who,
                Act.BLOCKED,
            ),
        ),
        notes=(f"The package never wakes `{name}`, and no other code can reach it.",),
        help=f"call `{name}.Broadcast()` wherever what `{wait}` waits for may have come true",
    )


def _unchecked(found: Faulty) -> Finding:
    wait, name = describe(found.wait), _name(found)
    who = function_name(found.function) if found.function.name else "goroutine"
    sites = [Site(wake.span, f"`{name}` is woken here") for wake in found.condition.wakes]
    sites += [Site(make.span, f"`{name}` is made here") for make in found.condition.makes]
    if found.lack is Lack.TEST:
        return RULE.at(
            found.wait.span,
            f"`{wait}` misses a wake-up that came before it: nothing is tested around it",
            label="waits here for ever if it was woken too early",
            function=found.function.key,
            sites=tuple(sites),
            steps=(
                *(Step(wake.span, f"wakes nobody: no goroutine is at `{wait}` yet") for wake in found.condition.wakes),
                Step(found.wait.span, "blocks for ever: the wake-up is over", who, Act.BLOCKED),
            ),
            notes=("Signal and Broadcast wake only who waits at that instant; they leave nothing behind.",),
            help=f"note under the lock what has happened, and wait in a loop: `for !happened {{ {wait} }}`",
            confidence=Confidence.MEDIUM,
        )
    test = describe(found.test.expression) if found.test is not None else ""
    again = f"`{test}`" if test and test != "…" else "what it waited for"
    if found.test is not None:
        sites.append(Site(found.test.span, "tested once, before the wait"))
    return RULE.at(
        found.wait.span,
        f"`{wait}` stands outside a loop: nothing tests {again} again after it",
        label="goes on from here whatever has become of it",
        function=found.function.key,
        sites=tuple(sites),
        steps=(
            Step(found.wait.span, "is woken, and has to wait for the lock", who),
            Step(found.wait.span, f"goes on although another goroutine may have changed {again} meanwhile", who),
        ),
        notes=("Between the wake-up and the return of Wait another goroutine may take what was waited for.",),
        help=f"make the `if` a loop: `for {test if test and test != '…' else '…'} {{ {wait} }}`",
        confidence=Confidence.MEDIUM,
    )


def _name(found: Faulty) -> str:
    return describe(found.wait.function.base) if isinstance(found.wait.function, Selector) else "the condition"
