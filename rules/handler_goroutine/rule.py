"""GLS103: a request handler starts a goroutine and leaves it behind."""

from collections.abc import Iterator

from golint_sched.engines.liveness.handlers import LeftBehind, left_behind
from golint_sched.finding import Confidence, Finding, Level, Site
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS103",
    name="handler-goroutine",
    summary="A goroutine of a request handler can block and neither observes the request's context nor is joined",
    level=Level.WARNING,
    confidence=Confidence.MEDIUM,
    proof="alive",
    since="0.1.0",
    cwe=(400, 772),
    needs=(
        ('net/http"', "go "),
        ('net/http"', ".Go("),
        ("gin", "go "),
        ("echo", "go "),
        ("fiber", "go "),
        ("Server", "context", "go "),
    ),
)


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding at the first operation that can block in each such goroutine."""
    seen = set()
    for fault in left_behind(package):
        if fault.span not in seen:
            seen.add(fault.span)
            yield _finding(fault)


def _finding(fault: LeftBehind) -> Finding:
    context = fault.context
    name = fault.handler.key
    return RULE.at(
        fault.span,
        f"goroutine may outlive the request: {fault.text} does not observe {context}",
        label="nothing ends this when the request is over",
        function=fault.function.key,
        sites=(
            Site(fault.handler.name_span, "the handler of the request"),
            *(Site(call.span, "which calls this") for call in fault.route),
            Site(fault.spawn.span, "the goroutine is started here"),
            *(Site(call.span, "which calls this") for call in fault.chain),
        ),
        notes=(
            (
                f"{name} may return, or its client may go away, while the goroutine waits: under load they pile up, "
                "one for every request."
            ),
        ),
        help=f"end it with `{context}`, wait for it before returning, or give it a context with a deadline of its own",
    )
