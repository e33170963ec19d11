"""GLS105: a cancel or stop function that is never called."""

from collections.abc import Iterator

from golint_sched.engines.paths import EventKind, describe, function_name, steps
from golint_sched.engines.paths.cancels import cancels_of, ends_by_itself, is_ended, parent_of
from golint_sched.engines.paths.kept_on_success import is_ended_otherwise, lost_by_mistake
from golint_sched.engines.paths.values import Lost, sites_of
from golint_sched.finding import Confidence, Finding, Level, Notification, limit_reached
from golint_sched.link.package import Package
from golint_sched.model.functions import Function
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS105",
    name="cancel-lost",
    summary="A cancel or stop function is thrown away, or not called on some path",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    proof="cost",
    since="0.1.0",
    needs=(("context",), ("os/signal",), ("iter.Pull",)),
    elsewhere=("govet", "lostcancel"),
)

_WORDS = {
    EventKind.ACQUIRED: "`{call}` gives a function that must be called",
    EventKind.RELEASED: "`{call}` is called",
    EventKind.LEFT: "returns without the call",
}


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each cancel function that is lost on some path."""
    for lost in cancels_of(package).lost():
        parent = parent_of(package, lost.call)
        if _is_main(package, lost.function) or (parent is not None and is_ended(package, parent, lost.call)):
            continue
        mistake = lost_by_mistake(package, cancels_of(package), lost)
        if mistake is not None and not is_ended_otherwise(package, lost):
            yield _finding(package, mistake)
    yield from (limit_reached(function.key, function.name_span) for function in cancels_of(package).walker.capped)


def _is_main(package: Package, function: Function) -> bool:
    """Tell whether the function is the program's main: what it leaves behind ends with the process."""
    return package.name == "main" and function.name == "main" and not function.receiver_type


def _finding(package: Package, lost: Lost) -> Finding:
    made = describe(lost.call.function)
    name = lost.name
    where = function_name(lost.function)
    trail = lost.exit.trail if lost.exit is not None else lost.again.trail if lost.again is not None else None
    if not name:
        message, label = f"the function that ends what `{made}` starts is thrown away", "its cancel function is dropped"
    elif lost.again is not None:
        message = f"`{name}` is replaced by another before it is called"
        label = f"the `{name}` made here is lost"
    elif lost.always:
        message, label = f"`{name}` is never called in {where}", f"`{name}` is made here"
    else:
        message, label = f"{where} can return without calling `{name}`", f"`{name}` is made here"
    return RULE.at(
        lost.call.span,
        message,
        label=label,
        function=lost.function.key,
        sites=sites_of(lost, f"{where} returns here; `{name}` was not called", "called here on another path"),
        steps=steps(lost.function, trail, _WORDS),
        notes=(_note(lost, made),),
        help=_help(package, lost, name, made),
        level=Level.WARNING if ends_by_itself(lost.source) else Level.ERROR,
    )


def _note(lost: Lost, made: str) -> str:
    name = lost.source.name
    if name.startswith("iter.Pull"):
        return "The sequence stays suspended in a coroutine of its own, and the defers in it never run."
    if name == "context.AfterFunc":
        return "The context keeps the function, and all that it refers to, until the context itself ends."
    if name == "os/signal.NotifyContext":
        return "The process stays subscribed to the signals, and the goroutine that waits for them stays."
    end = "until its deadline" if ends_by_itself(lost.source) else "until that one ends"
    return (
        f"What `{made}` made stays registered with its parent context {end}; goroutines that wait for its Done go on "
        "as long."
    )


def _help(package: Package, lost: Lost, name: str, made: str) -> str:
    if not name:
        name = "stop" if lost.source.name.startswith(("iter.", "context.After")) else "cancel"
        return f"keep the function that `{made}` returns and call it: `defer {name}()`"
    if package.in_loop(lost.call):
        return f"call `{name}()` before each turn ends, or make the body of the loop a function that defers it"
    if lost.handed_on:
        return f"call `{name}()` before this way out too"
    return f"put `defer {name}()` right after the assignment"
