"""What listens for a server: who can connect, and what bounds a connection whatever the server's settings."""

from collections.abc import Iterator

from golint_sched.knowledge.http import IN_MEMORY_LISTENERS
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, Name, Selector, Variable

_DEADLINES = frozenset({"SetDeadline", "SetReadDeadline"})
_DEPTH = 3  # connections that are made of others, and callers that pass one


def is_bounded(package: Package, call: Call) -> bool:
    """Tell whether no connection from outside can keep a goroutine of the server that a call lets serve for ever.

    That is so for a test's, for one that no connection reaches from outside the process, and for connections that get
    their deadline from whoever makes the listener of them.
    """
    function = package.owner(call)
    if function is not None and package.is_for_tests(function):
        return True
    return any(_is_in_memory(package, given) or _has_deadline(package, given) for given in call.arguments[:1])


def _is_in_memory(package: Package, listener: Expression) -> bool:
    return any(
        isinstance(one, Call) and package.callee(one).external in IN_MEMORY_LISTENERS
        for one in _values(package, listener)
    )


def _values(package: Package, expression: Expression) -> Iterator[Expression]:
    """Yield an expression, and what it was given where it is a local variable."""
    yield expression
    place = package.place(expression)
    if place is not None and place.is_local and isinstance(place.root, Variable):
        yield from (each.value for each in package.definitions(place.root) if each.value is not None)


def _has_deadline(package: Package, listener: Expression) -> bool:
    """`go srv.Serve(newListenerOf(tls.Server(conn, config)))` beside `conn.SetDeadline(…)`."""
    made = [one for one in _values(package, listener) if isinstance(one, Call)]
    return any(_gets_deadline(package, argument) for call in made for argument in call.arguments)


def _gets_deadline(package: Package, connection: Expression, depth: int = 0) -> bool:
    """Tell whether a variable, or one that it is made of or passed for, is given a deadline by name."""
    if depth > _DEPTH:
        return False
    match connection:
        case Call(arguments=arguments):
            return any(_gets_deadline(package, argument, depth + 1) for argument in arguments)
        case Name(variable=variable):
            uses = (package.parent(name) for name in package.names(variable))
            if any(isinstance(use, Selector) and use.field in _DEADLINES for use in uses):
                return not _listens(package, variable)
            values = [each.value for each in package.definitions(variable) if each.value is not None]
            values += _passed(package, variable)
            return any(_gets_deadline(package, value, depth + 1) for value in values)
        case _:
            return False


def _listens(package: Package, variable: Variable) -> bool:
    """Tell whether a variable is a listener, whose deadline ends the Accept."""
    return any(
        isinstance(each.value, Call) and package.callee(each.value).external.startswith("net.Listen")
        for each in package.definitions(variable)
    )


def _passed(package: Package, variable: Variable) -> list[Expression]:
    """Return what the callers in view pass for a parameter."""
    home = [each.function for each in package.definitions(variable) if each.function is not None]
    if not home or variable not in home[0].parameters:
        return []
    place = home[0].parameters.index(variable)
    return [call.arguments[place] for _, call in package.callers(home[0]) if place < len(call.arguments)]
