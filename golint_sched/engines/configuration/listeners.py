"""What listens for a server: who can connect, and what bounds a connection whatever the server's settings."""

from collections.abc import Iterator

from golint_sched.engines.configuration.sockets import is_on_unix_socket
from golint_sched.knowledge import blocking
from golint_sched.knowledge.http import IN_MEMORY_LISTENERS
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Call,
    Element,
    Expression,
    Name,
    PackageName,
    QualifiedName,
    Selector,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.types import NamedType

_DEADLINES = frozenset({"SetDeadline", "SetReadDeadline"})
_DEPTH = 3  # connections that are made of others, and callers that pass one


def is_bounded(package: Package, call: Call) -> bool:
    """Tell whether no connection from outside can keep a goroutine of the server that a call lets serve for ever.

    That is so for a test's, for one that no connection reaches from outside the process, or the machine, and for
    connections that get their deadline from whoever makes the listener of them.
    """
    function = package.owner(call)
    if function is not None and package.is_for_tests(function):
        return True
    return any(
        _is_in_memory(package, given) or is_on_unix_socket(package, given) or _has_deadline(package, given)
        for given in call.arguments[:1]
    )


def _is_in_memory(package: Package, listener: Expression) -> bool:
    return any(isinstance(one, Call) and _makes_in_memory(package, one) for one in _values(package, listener))


def _makes_in_memory(package: Package, call: Call) -> bool:
    """Tell whether a call makes a listener that is known to stay in the process, or out of nothing but memory."""
    callee = package.callee(call)
    if callee.external:
        asked = package.tables.neighbours.ask(callee.external, "in memory", _is_out_of_nothing)
        return callee.external in IN_MEMORY_LISTENERS or bool(asked)
    made = callee.functions if callee.certain else ()
    return bool(made) and all(_is_out_of_nothing(package, each) for each in made)


def _is_out_of_nothing(package: Package, function: Function, depth: int = 0) -> bool:
    """Tell whether a function is given no connection or listener, knows of none, and calls nothing that makes one.

    func Listen(name string) *Listener { return &Listener{name: name, accept: make(chan net.Conn)} }
    """
    if function.body is None or function.receiver_type or depth > _DEPTH:
        return False
    if not all(isinstance(given, NamedType) and given.package == "builtin" for given in function.type.parameters):
        return False
    if any(
        isinstance(node, PackageName | QualifiedName) and _is_value(package, node) for node in package.nodes(function)
    ):
        return False
    met = [package.callee(call) for call in package.calls(function)]
    return all(
        each.conversion
        or (bool(each.external) and blocking.is_harmless(each.external))
        or (bool(each.functions) and all(_is_out_of_nothing(package, inner, depth + 1) for inner in each.functions))
        for each in met
    )


def _is_value(package: Package, name: PackageName | QualifiedName) -> bool:
    """Tell whether a name of a package stands for a value, and neither for what is called nor for a field."""
    match package.parent(name):
        case Call(function=function):
            return function is not name
        case Element(key=key):
            return key is not name
        case _:
            return True


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
