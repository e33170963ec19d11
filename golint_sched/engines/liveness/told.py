"""How a function that ends tells a goroutine which it has started: by a flag, or by the close of what a table holds.

closed := false                             events := s.subscribe(id)       // s.table[id] = make(chan …)
defer func() { closed = true }()            defer s.leave(id)               // close(s.table[id])
go func() { for !closed { … } }()           go func() { for range events {} }()
"""

from collections.abc import Iterator

from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, Expression, Index, Name, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Defer, For, Return
from golint_sched.model.walk import walk
from golint_sched.source import Span


def ends_by_flag(package: Package, spawn: Spawn, root: Function, block: Span) -> bool:
    """Tell whether a loop of the goroutine around the place asks for a variable that its starter sets at its end."""
    asked = {
        name.variable
        for loop in package.inside(root, For)
        if loop.condition is not None
        and loop.span.path == block.path
        and loop.span.start <= block.start < loop.span.end
        for name in walk(loop.condition)
        if isinstance(name, Name)
    }
    return not asked.isdisjoint(_set_at_end(package, spawn.function))


def _set_at_end(package: Package, function: Function) -> Iterator[Variable]:
    """Yield what deferred calls of a function set, plain or atomic."""
    for call in package.calls(function):
        if not isinstance(package.parent(call), Defer):
            continue
        yield from _stored(package, call)
        for callee in package.callee(call).functions:
            for assignment in package.inside(callee, Assign):
                yield from (target.variable for target in assignment.targets if isinstance(target, Name))
            for inner in package.calls(callee):
                yield from _stored(package, inner)


def _stored(package: Package, call: Call) -> Iterator[Variable]:
    """Yield the variable of `closed.Store(true)`, and of `atomic.StoreInt32(&closed, 1)`."""
    if not package.callee(call).external.startswith("sync/atomic.") or not isinstance(call.function, Selector | Name):
        return
    for part in (call.function, *call.arguments):
        yield from (name.variable for name in walk(part) if isinstance(name, Name))


def is_closed_in_table(package: Package, channel: Expression) -> bool:
    """Tell whether a channel comes of a function that puts it into a table whose channels the package closes."""
    if not isinstance(channel, Name):
        return False
    tables = {
        table
        for definition in package.definitions(channel.variable)
        if isinstance(definition.value, Call)
        for function in package.callee(definition.value).functions
        for table in _put(package, function, definition.position or 0)
    }
    return not tables.isdisjoint(package.shared(_closed_tables))


def _put(package: Package, function: Function, position: int) -> Iterator[str]:
    """Yield the fields in whose elements a function puts the variable that it returns at a position."""
    returned = {
        value.variable
        for node in package.inside(function, Return)
        if len(node.values) > position and isinstance(value := node.values[position], Name)
    }
    returned.update(function.results[position : position + 1])
    for assignment in package.inside(function, Assign):
        for target, value in zip(assignment.targets, assignment.values, strict=False):
            if isinstance(target, Index) and isinstance(value, Name) and value.variable in returned:
                yield from _field(package, target.base)


def _closed_tables(package: Package) -> frozenset[str]:
    """Return the fields of which the package closes elements: `close(s.table[id])`, or what it takes from there."""
    found: set[str] = set()
    for function in package.bodies():
        for call in package.calls(function):
            if package.callee(call).external != "builtin.close" or not call.arguments:
                continue
            subject = call.arguments[0]
            if isinstance(subject, Index):
                found.update(_field(package, subject.base))
            for definition in package.definitions(subject.variable) if isinstance(subject, Name) else ():
                value = definition.value
                if isinstance(value, Index):
                    found.update(_field(package, value.base))
                elif value is not None and definition.range_part == "value":
                    found.update(_field(package, value))
    return frozenset(found)


def _field(package: Package, table: Expression) -> Iterator[str]:
    place = package.place(table)
    if place is not None and place.field:
        yield place.field
