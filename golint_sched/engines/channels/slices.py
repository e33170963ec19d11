"""Divides a scope that is too large to be explored as a whole: into things that no goroutine uses together.

    a, b := make(chan int), make(chan int)
    go func() { a <- 1 }()
    go func() { b <- 1 }()

Only the root uses both. What becomes of each is seen as well with the other one out of view.
"""

from collections.abc import Iterator
from dataclasses import replace

from golint_sched.engines.channels.actions import (
    Action,
    Add,
    Certain,
    Choose,
    Close,
    Enter,
    Later,
    Make,
    MakeGroup,
    RangeOver,
    ReceiveFrom,
    SendTo,
    Start,
    WaitFor,
)
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.objects import Cancel, Channel, Closure, Environment, Group, Instance, Object, Once
from golint_sched.engines.channels.scopes import Adopted, Scope

_Thing = Channel | Group | Once


def slices(machine: Machine) -> tuple[Scope, ...]:
    """Return the scopes with the same root that hold one part of the machine's scope each, none where it is one part.

    Two things are in one part where a goroutine that the root starts, or one that this starts, uses both, and where
    one struct holds both.
    """
    things: tuple[_Thing, ...] = (*machine.channels, *machine.groups)
    part = {thing: number for number, thing in enumerate(things)}

    def join(some: list[_Thing]) -> None:
        merged = {part[thing] for thing in some}
        for thing in things:
            if part[thing] in merged:
                part[thing] = min(merged)

    for program in machine.programs:
        for action in program.actions if program is not None else ():
            if isinstance(action, Start):
                join(list(_started(machine, action)))
    for environment in _environments(machine.scope):
        for held in environment.values():
            if isinstance(held, Instance):
                join([thing for thing in _inside(held) if thing in part])
    parts = sorted(set(part.values()))
    if len(parts) == 1:
        return ()
    return tuple(_only(machine.scope, frozenset(thing for thing in things if part[thing] == one)) for one in parts)


def _environments(scope: Scope) -> Iterator[Environment]:
    yield scope.environment
    yield from (adopted.environment for adopted in scope.adopted.values())


def _inside(held: Object) -> Iterator[_Thing]:
    """Yield the things that an object is or holds."""
    match held:
        case Cancel(context=context):
            yield context
        case Instance(fields=fields):
            for field in fields.values():
                yield from _inside(field)
        case Closure():
            pass
        case _:
            yield held


def _started(machine: Machine, start: Start) -> Iterator[_Thing]:
    """Yield what a goroutine uses, those that it starts included."""
    seen = {start.program}
    pending = [start.program]
    if start.group >= 0:
        yield machine.groups[start.group]
    while pending:
        program = machine.programs[pending.pop()]
        for written in program.actions if program is not None else ():
            action = machine.deferred[written.deferred] if isinstance(written, Later) else written
            yield from _used(machine, action)
            if isinstance(action, Start | Enter) and action.program not in seen:
                seen.add(action.program)
                pending.append(action.program)


def _used(machine: Machine, action: Action | None) -> Iterator[_Thing]:
    """Yield what one action is about."""
    match action:
        case (
            SendTo(channel=channel)
            | ReceiveFrom(channel=channel)
            | RangeOver(channel=channel)
            | Close(channel=channel)
            | Make(channel=channel)
            | Certain(channel=channel)
        ):
            yield machine.channels[channel]
        case Choose(options=options):
            yield from (machine.channels[option.channel] for option in options if option.channel >= 0)
        case Add(group=group) | WaitFor(group=group) | MakeGroup(group=group) | Start(group=group) if group >= 0:
            yield machine.groups[group]
        case Enter(once=once) if once >= 0:
            yield machine.groups[once]
        case _:
            pass


def _only(scope: Scope, things: frozenset[_Thing]) -> Scope:
    """Return the scope with some of its things, the others out of view."""

    def has(held: Object | None) -> bool:
        return held is not None and not things.isdisjoint(_inside(held))

    def kept(environment: Environment) -> Environment:
        return {variable: held for variable, held in environment.items() if has(held)}

    return replace(
        scope,
        environment=kept(scope.environment),
        adopted={
            call: Adopted(kept(adopted.environment), tuple([one if has(one) else None for one in adopted.results]))
            for call, adopted in scope.adopted.items()
            if any(has(one) for one in (*adopted.results, *adopted.environment.values()))
        },
    )
