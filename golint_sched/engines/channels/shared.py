"""The channels of a package whose users are in view, with all that these do: fields, package variables, locals."""

from collections.abc import Iterator
from functools import lru_cache

from golint_sched.engines.channels.collector import Collector, EscapesError
from golint_sched.engines.channels.uses import Shared, channel_fields, channel_variables
from golint_sched.link import Package
from golint_sched.model.expressions import (
    Call,
    Expression,
    Name,
    Variable,
)
from golint_sched.model.statements import (
    Assign,
    Declare,
)
from golint_sched.model.walk import ModelNode


@lru_cache(maxsize=2)
def shared_channels(package: Package, *, copies: bool = False) -> tuple[Shared, ...]:
    """Return the channels in unexported fields and package variables that nothing out of view can use, by name.

    With `copies`, one may also stand in a field of another type that never holds another channel.
    """
    found: list[Shared] = []
    for owner, field in channel_fields(package):
        collector = Collector(package, copies=copies)
        try:
            collector.field(owner, field)
            collector.verify_copies()
        except EscapesError:
            continue
        found.append(Shared(f"{owner}.{field}", True, tuple(collector.made), tuple(collector.uses)))  # noqa: FBT003
    for name in channel_variables(package):
        collector = Collector(package)
        try:
            collector.variable(name)
        except EscapesError:
            continue
        found.append(Shared(name, False, tuple(collector.made), tuple(collector.uses)))  # noqa: FBT003
    return tuple(found)


def local_channel(package: Package, variable: Variable, make: Call) -> Shared:
    """Return a local variable that holds what `make` makes, with its uses in view.

    They include those of parameters, and of a field that a literal gives the channel and nobody another one.
    """
    collector = Collector(package, lenient=True, copies=True)
    collector.local(variable, make)
    try:
        collector.verify_copies()
    except EscapesError:
        collector.escapes = True
    return Shared(
        name=variable.name,
        field=False,
        made=tuple(collector.made),
        uses=tuple(collector.uses),
        escapes=collector.escapes,
        handed=collector.handed,
        tables=frozenset(collector.tables),
    )


def local_channels(package: Package) -> Iterator[Shared]:
    """Yield the local variables that hold one channel, made where they are defined."""
    for function in package.bodies():
        if not any(package.is_channel_make(call) for call in package.calls(function)):
            continue
        for node in package.nodes_of(function, (Assign, Declare)):
            for variable, value in _pairs(node):
                if package.is_channel_make(value) and len(package.definitions(variable)) == 1:
                    yield local_channel(package, variable, value)


def _pairs(node: ModelNode) -> Iterator[tuple[Variable, Expression]]:
    """Yield the local variables that a statement gives values, with these."""
    match node:
        case Assign(targets=targets, values=values) if len(targets) == len(values):
            yield from (
                (target.variable, value)
                for target, value in zip(targets, values, strict=True)
                if isinstance(target, Name)
            )
        case Declare(variables=variables, values=values) if len(variables) == len(values):
            yield from ((each, value) for each, value in zip(variables, values, strict=True) if each is not None)
        case _:
            pass
