"""Which listeners only processes of the same machine can connect to.

A connection over a unix socket ends when its peer does, since the kernel closes what a process leaves behind: nobody
can vanish without a word, and nobody far away can stay silent.
"""

from collections.abc import Iterator

from golint_sched.engines.origins import origins
from golint_sched.knowledge.http import LISTENS, LOCAL_NETWORKS, WRAPS_LISTENER
from golint_sched.link.package import Package
from golint_sched.link.tables import Definition
from golint_sched.model.expressions import Call, Constant, Element, Expression, Name, Selector
from golint_sched.model.statements import Assign

_DEPTH = 3  # listeners that are made of others


def is_on_unix_socket(package: Package, listener: Expression, depth: int = 0) -> bool:
    """Tell whether all that a listener can be is made in view, for a unix socket.

    s.listener, err = net.Listen("unix", path)          listener, err := net.ListenUnix("unix", address)
    """
    if depth > _DEPTH:
        return False
    values: tuple[Expression, ...] | None
    match listener:
        case Selector():
            values = tuple(_stored(package, listener))
        case Call(arguments=arguments) if external := package.callee(listener).external:
            if external in LISTENS:
                return _is_local(arguments[LISTENS[external] :])
            values = arguments[:1] if external in WRAPS_LISTENER else ()
        case Name(variable=variable) if all(_is_plain(each) for each in package.definitions(variable)):
            values = tuple(each.value for each in package.definitions(variable) if each.value is not None)
        case _:
            values = origins(package, listener)
    return bool(values) and all(
        each is not listener and is_on_unix_socket(package, each, depth + 1) for each in values or ()
    )


def _is_plain(definition: Definition) -> bool:
    """Tell whether a definition gives a value, or the first of a call's results."""
    return definition.value is not None and definition.position in (None, 0) and not definition.range_part


def _is_local(arguments: tuple[Expression, ...]) -> bool:
    """Tell whether the first of the arguments names a network of unix sockets."""
    return any(isinstance(each, Constant) and each.text.strip('"`') in LOCAL_NETWORKS for each in arguments[:1])


def _stored(package: Package, field: Selector) -> Iterator[Expression]:
    """Yield what the package gives to a field; an exported one, or one in a literal, may be given something else."""
    member = package.resolver.member(field)
    if member is None or field.field[:1].isupper():
        return
    elements = (each for each in package.placed((Element,)) if isinstance(each, Element))
    yield from (each.value for each in elements if each.field == field.field)
    for mention in package.tables.selectors.get(field.field, ()):
        store = package.parent(mention)
        if not isinstance(store, Assign) or not any(target is mention for target in store.targets):
            continue
        found = package.resolver.member(mention)
        if found is not None and found.owner != member.owner:
            continue
        if len(store.targets) == len(store.values):
            yield store.values[next(place for place, target in enumerate(store.targets) if target is mention)]
        else:
            yield store.values[0]
