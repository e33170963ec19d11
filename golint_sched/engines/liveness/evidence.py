"""What shows that nothing out of view ends a wait: who makes a channel, and what a client of net/http is set to."""

from golint_sched.engines.liveness.channels import Channels, received
from golint_sched.engines.liveness.waits import Wait, is_timer
from golint_sched.engines.origins import origins
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    CompositeLiteral,
    Expression,
    QualifiedName,
    Selector,
    Unary,
)
from golint_sched.model.statements import Assign, Select


def waits_for_what_is_made_here(package: Package, channels: Channels, wait: Wait) -> bool:
    """Tell whether the makers of all channels that a wait is for are in view: others may close or drain theirs.

    conn, closed, opts := hijack.Hijack(stream)         // of another package
    go func() { <-closed; cancel() }()
    """
    match wait.node:
        case Select(clauses=clauses):
            receives = (received(clause) for clause in clauses if not is_timer(channels, clause))
            return all(_is_made_here(package, receive.channel) for receive in receives if receive is not None)
        case _:
            return wait.channel is not None and _is_made_here(package, wait.channel)


def _is_made_here(package: Package, channel: Expression) -> bool:
    made = origins(package, channel) or ()
    return bool(made) and all(package.is_channel_make(each) for each in made)


def never_gives_up(package: Package, call: Call) -> bool:
    """Tell whether the client of a call is in view and has no Timeout, nor a transport of its own that may have one."""
    if not isinstance(call.function, Selector) or package.shared(_sets_timeouts):
        return False
    clients = origins(package, call.function.base)
    return clients is not None and all(_is_without_timeout(each) for each in clients)


def _is_without_timeout(client: Expression) -> bool:
    match client:
        case Unary(operator="&", operand=operand):
            return _is_without_timeout(operand)
        case CompositeLiteral(elements=elements):
            return all(element.field in ("CheckRedirect", "Jar") for element in elements)
        case QualifiedName(package="net/http", name="DefaultClient"):
            return True
        case Call(function=BuiltinName(name="new")):
            return True
        case _:
            return False


def _sets_timeouts(package: Package) -> bool:
    """Tell whether the package assigns the Timeout of some client: `client.Timeout = limit`."""
    return any(
        isinstance(target, Selector)
        and target.field == "Timeout"
        and package.type_name(target.base) == "net/http.Client"
        for function in package.bodies()
        for assignment in package.inside(function, Assign)
        for target in assignment.targets
    )
