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
from golint_sched.model.statements import Assign, Range, Select, Send


def shows_no_end(package: Package, channels: Channels, wait: Wait) -> bool:
    """Tell whether a wait is for channels whose makers are all in view, and nobody in view ends it.

    Others may close or drain channels of theirs. The package ends a receive by a close, and a send by a loop that
    receives.

    conn, closed, opts := hijack.Hijack(stream)         // of another package
    go func() { <-closed; cancel() }()

    go c.write()                                        // for m := range c.send, and the hub closes it
    """
    match wait.node:
        case Send(channel=channel):
            return _is_made_here(package, channel) and not _is_drained(package, channels, channel)
        case Select(clauses=clauses):
            receives = [receive for clause in clauses if (receive := received(clause)) is not None]
            if any(is_timer(channels, clause) for clause in clauses):
                return False  # that is its deadline
            return all(_is_left_alone(package, channels, receive.channel) for receive in receives)
        case _:
            return wait.channel is not None and _is_left_alone(package, channels, wait.channel)


def _is_left_alone(package: Package, channels: Channels, channel: Expression) -> bool:
    """Tell whether the package makes a channel that nobody closes."""
    return _is_made_here(package, channel) and not channels.is_closed(channel)


def _is_drained(package: Package, channels: Channels, channel: Expression) -> bool:
    """Tell whether a loop in view receives from the channel."""
    return any(
        package.in_loop(each.node) or isinstance(each.node, Range)
        for each in channels.receives(channel)
        if not package.is_test(each.function)
    )


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
