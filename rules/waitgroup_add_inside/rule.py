"""GLS604: a goroutine adds itself to the group that is to wait for it."""

from collections.abc import Iterator

from golint_sched.engines.late_adds import LateAdd, late_adds
from golint_sched.engines.liveness.text import text_of
from golint_sched.finding import Act, Confidence, Finding, Level, Site, Step
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Selector
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS604",
    name="waitgroup-add-inside",
    summary="A goroutine adds itself to the WaitGroup that is to wait for it, and Wait may return before it does",
    level=Level.WARNING,
    confidence=Confidence.HIGH,
    proof="cost",
    since="0.1.0",
    needs=(("Add(", "Done"), ("Add(", "Wait")),
)

_HAS_GO = (1, 25)  # the first version with WaitGroup.Go


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for each Add by the goroutine that it counts, where Wait may come first."""
    for late in late_adds(package):
        yield _finding(package, late)


def _finding(package: Package, late: LateAdd) -> Finding:
    add, wait = _method(late.add.call), _method(late.wait.call)
    group = _group(late.add.call)
    version = package.go_version(late.spawn.function)
    alternative = f", or start it with `{group}.Go`" if version is None or version >= _HAS_GO else ""
    return RULE.at(
        late.add.call.span,
        f"`{add}` may come after `{wait}` has returned: the goroutine that it counts is the one that calls it",
        label=f"until here nothing tells `{group}` of this goroutine",
        function=late.add.function.key,
        sites=(
            Site(late.spawn.span, "the goroutine is started here"),
            Site(late.wait.call.span, "returns at once if the goroutine has not begun"),
            Site(late.done.call.span, "the goroutine is done here"),
        ),
        steps=(
            Step(late.spawn.span, "starts the goroutine, which need not run yet", "starter", Act.START, ("goroutine",)),
            Step(late.wait.call.span, f"finds the counter at zero, so `{wait}` returns", "waiter"),
            Step(late.add.call.span, "begins only now, with nobody waiting", "goroutine"),
        ),
        notes=("a goroutine may begin long after its go statement; Wait looks only at what has been added by then",),
        help=f"call `{add}` before the go statement that starts the goroutine{alternative}",
        confidence=Confidence.LOW if late.repeated else None,
    )


def _method(call: Call) -> str:
    return text_of(call.function)


def _group(call: Call) -> str:
    return text_of(call.function.base) if isinstance(call.function, Selector) else "the group"
