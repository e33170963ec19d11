"""Functions that start the reader of an object of their own, and then fail and drop the object.

t := &T{queue: make(chan X)}
go t.run()
if err := t.dial(); err != nil {
    return nil, err
}
return t, nil
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from golint_sched.engines.channels.uses import Operation, Shared, Use, base_of
from golint_sched.engines.paths.counting import Counting
from golint_sched.engines.paths.tally import Counted, Way
from golint_sched.engines.paths.trail import events
from golint_sched.flow.graph import Ending
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, Expression, Name, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Break, Defer, For, Goto, Range, Return, SelectClause
from golint_sched.model.walk import ModelNode, walk


@dataclass(frozen=True, slots=True, eq=False)
class FailedStart:
    """A way out of the function that starts a reader, on which nobody is left to close what it reads."""

    spawn: Spawn
    reader: Use
    way: Way


@dataclass(frozen=True, slots=True)
class FailedStarts:
    """What was found, and the functions that have too many paths to follow them all."""

    found: tuple[FailedStart, ...]
    capped: tuple[Function, ...]


def failed_starts(
    package: Package,
    channel: Shared,
    readers: Sequence[Use],
    closes: Collection[Call],
    touching: Collection[Function],
) -> FailedStarts:
    """Return the failing starts of a channel's readers; `closes` close it, and `touching` are functions that may."""
    found: list[FailedStart] = []
    capped: list[Function] = []
    for reader in (*readers, *_leaving(package, channel)):
        base, owner = base_of(reader.subject), package.owner(reader.node)
        for spawn in package.spawners(owner) if owner is not None else ():
            held = _started_on(spawn, owner, base) if owner is not None else None
            if held is None or _is_handed(package, spawn.function, held):
                continue
            if any(_closes_later(package, call, touching) for call in package.calls(spawn.function)):
                continue
            way, whole = _failing(package, spawn, held, closes, touching)
            capped += () if whole else (spawn.function,)
            if way is not None:
                found.append(FailedStart(spawn, reader, way))
    return FailedStarts(tuple(found), tuple(capped))


def _leaving(package: Package, channel: Shared) -> Iterator[Use]:
    """Yield the receives that are the only way out of an endless loop around a select.

    for { select { case job := <-q.jobs: job() case <-q.quit: return } }
    """
    for use in channel.of(Operation.RECEIVE):
        loops = [each for each in package.ancestors(use.node) if isinstance(each, For | Range)]
        owner = package.owner(use.node)
        if use.select is None or not loops or not isinstance(loops[0], For) or loops[0].condition is not None:
            continue
        leaving = [clause for clause in use.select.clauses if clause.operation is None or _leaves(clause)]
        ours = [each for each in package.ancestors(use.node) if isinstance(each, SelectClause)]
        others = any(_leaves(each) for each in loops[0].body.statements if each is not use.select)
        if leaving == ours[:1] and not others and owner is not None and not package.is_test(owner):
            yield use


def _leaves(node: ModelNode) -> bool:
    """Tell whether something inside may leave what is around it."""
    return any(isinstance(each, Return | Goto) or (isinstance(each, Break) and each.label) for each in walk(node))


def _started_on(spawn: Spawn, reader: Function, base: Expression | None) -> Variable | None:
    """Return the variable of the object whose reader is started: `go t.run()`, `go func() { … t.queue … }()`."""
    if not isinstance(base, Name):
        return None
    if base.variable is reader.receiver:
        function = spawn.call.function
        if isinstance(function, Selector) and isinstance(function.base, Name):
            return function.base.variable
        return None
    return base.variable if not reader.name and base.variable not in reader.parameters else None


def _is_handed(package: Package, function: Function, held: Variable) -> bool:
    """Tell whether the object is not the function's own, or gets elsewhere than back to the caller."""
    if held in function.parameters or held is function.receiver or len(package.definitions(held)) != 1:
        return True
    for name in package.names(held):
        parent = package.parent(name)
        owner = package.owner(name)
        if isinstance(parent, Selector | Return) and (owner is function or isinstance(parent, Selector)):
            continue
        if isinstance(parent, Assign) and any(target is name for target in parent.targets):
            continue
        return True
    return False


def _closes_later(package: Package, call: Call, touching: Collection[Function]) -> bool:
    """`defer func() { if err != nil { t.Close() } }()`."""
    return isinstance(package.parent(call), Defer) and any(each in touching for each in package.callee(call).functions)


def _failing(
    package: Package, spawn: Spawn, held: Variable, closes: Collection[Call], touching: Collection[Function]
) -> tuple[Way | None, bool]:
    """Return the shortest way out that drops the object, if another one keeps it, and whether all were followed."""

    def count(call: Call) -> int:
        if call is spawn.call:
            return 1
        closing = call in closes or any(each in touching for each in package.callee(call).functions)
        return -1 if closing else 0

    counted = Counted(count=count, value=lambda value: -1 if isinstance(value, Name) and value.variable is held else 0)
    summary = Counting(package, counted, frozenset({spawn.function})).walk(spawn.function)
    ends = [way for way in summary.exits if way.ending is Ending.RETURN]
    lost = [way for way in ends if way.net > 0]
    fails = bool(lost) and any(way.net <= 0 and way.tally.started for way in ends)
    return min(lost, key=lambda each: len(events(each.trail))) if fails else None, not summary.capped
