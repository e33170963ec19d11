"""GLS101: a goroutine waits or loops without the context that it could observe."""

from collections.abc import Iterator

from golint_sched.engines.liveness.ignored import Ignored, ignored
from golint_sched.engines.liveness.text import text_of
from golint_sched.engines.liveness.waits import keyword
from golint_sched.finding import Confidence, Finding, Level, Site
from golint_sched.link.package import Package
from golint_sched.model.expressions import Receive
from golint_sched.model.statements import Select, Send
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS101",
    name="ctx-ignored",
    summary="A goroutine with a context in reach waits or loops without observing it",
    level=Level.WARNING,
    confidence=Confidence.MEDIUM,
    proof="alive",
    since="0.1.0",
    cwe=(772,),
    needs=(('context"',), ('net/http"',)),
)


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding at the operation or loop of each such goroutine."""
    for fault in ignored(package):
        yield _finding(fault)


def _finding(fault: Ignored) -> Finding:
    context = fault.reach.text
    sites = [
        Site(fault.reach.span, f"`{context}` is in reach here"),
        Site(fault.spawn.span, "the goroutine is started here"),
        *(Site(call.span, "which calls this") for call in fault.chain),
    ]
    if fault.bare is not None and fault.bare.sibling is not None:
        sites.append(Site(keyword(fault.bare.sibling.span, "select"), "this select observes the context"))
    elif fault.wait is not None and fault.loop is not None:
        sites.append(Site(keyword(fault.loop.span, "for"), "nothing leaves this loop"))
    kind, what = _what(fault)
    return RULE.at(
        fault.span,
        f"{kind}: {what} ignores {context}",
        label=f"goes on when `{context}` is cancelled",
        function=fault.function.key,
        sites=tuple(dict.fromkeys(sites)),
        notes=(_note(fault),),
        help=_help(fault),
    )


def _what(fault: Ignored) -> tuple[str, str]:
    """Return what may happen, and the operation or loop that it happens to."""
    if fault.bare is None:
        kind = "goroutine never ends"
        if fault.wait is None:
            return kind, "this loop"
        return kind, "this select" if fault.wait.channel is None else f"`{fault.wait.text}`"
    match fault.bare.node:
        case Send(channel=channel):
            return "send may wait for ever", f"`{text_of(channel)} <-`"
        case Receive() as receive:
            return "receive may wait for ever", f"`{text_of(receive)}`"
        case Select():
            return "goroutine may wait for ever", "this select"


def _note(fault: Ignored) -> str:
    context = fault.reach.text
    if fault.bare is not None:
        return fault.bare.reason
    if fault.wait is None:
        return f"Nothing leaves the loop, so the goroutine runs on after `{context}` is cancelled."
    return f"After `{context}` is cancelled nobody need answer, and no other way leads out of the loop."


def _help(fault: Ignored) -> str:
    context = fault.reach.text
    if _is_select(fault):
        return f"add `case <-{context}.Done(): return`"
    if fault.wait is not None or fault.bare is not None:
        return f"do it in a select with `case <-{context}.Done(): return`"
    return f"wait in a select with `case <-{context}.Done(): return`, or test `{context}.Err()` on every turn"


def _is_select(fault: Ignored) -> bool:
    if fault.bare is not None:
        return isinstance(fault.bare.node, Select)
    return fault.wait is not None and fault.wait.channel is None
