"""Goroutines that range over a channel which is sent on but closed nowhere.

func (q *queue) run() { for job := range q.jobs { job() } }
"""

from collections.abc import Sequence
from dataclasses import dataclass

from golint_sched.engines.channels.uses import Operation, Shared, Use
from golint_sched.engines.paths.roles import is_once
from golint_sched.flow.graph import Graph
from golint_sched.link.members import dereference, type_name
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import BuiltinName, PackageName
from golint_sched.model.functions import Function
from golint_sched.model.statements import Range
from golint_sched.model.types import MapType

_ENDS = frozenset({"close", "stop", "shutdown", "quit", "halt", "terminate", "cancel", "finish", "end", "drain"})


@dataclass(frozen=True, slots=True, eq=False)
class Unended:
    """A reader whose loop nothing ends, the function that it stands in, and where that is started."""

    reader: Use
    function: Function
    start: Spawn


def unended(package: Package, channel: Shared, readers: Sequence[Use]) -> Unended | None:
    """Return the first such reader of a field, or of a local variable, None without one."""
    is_variable = any(isinstance(use.subject, PackageName) for use in channel.uses)
    if not channel.of(Operation.SEND) or channel.escapes or channel.handed or (is_variable and not channel.field):
        return None
    makers = [package.owner(make) for make, _ in channel.made]
    if all(maker is not None and package.is_test(maker) for maker in makers):
        return None  # the readers are no test's, so that others make it, too
    owner = channel.name.partition(".")[0] if channel.field else ""
    is_taken_out = _is_taken_out(package, owner, channel.tables)
    if channel.tables and not is_taken_out:
        return None
    if owner and not is_taken_out and not _has_end(package, owner):
        return None  # what has no end lives as long as the process, mostly
    for reader in channel.of(Operation.RECEIVE) if is_taken_out else readers:
        function = package.owner(reader.node)
        spawns = package.spawners(function) if function is not None else ()
        if function is None or not isinstance(reader.node, Range) or not spawns or package.is_test(function):
            continue
        # Nothing comes any more that could end the turns of what has been taken out.
        ends = not is_taken_out and _can_leave(package, reader.node, function)
        if not ends and not any(is_once(package, spawn.function) for spawn in spawns):
            return Unended(reader, function, spawns[0])
    return None


def _has_end(package: Package, owner: str) -> bool:
    """Tell whether a type has a method that ends what its objects do: by its name, or since it closes a channel."""
    return any(
        name.lower() in _ENDS or any(package.callee(call).external == "builtin.close" for call in package.calls(method))
        for (given, name), methods in package.tables.methods.items()
        if given == owner
        for method in methods
        if not package.is_test(method)
    )


def _is_taken_out(package: Package, owner: str, tables: frozenset[str]) -> bool:
    """Tell whether objects of a type, or elements of fields, come to an end by being taken out of a map.

    delete(h.clients, c)
    """
    for function in package.bodies():
        for call in package.calls(function):
            if not isinstance(call.function, BuiltinName) or call.function.name != "delete" or not call.arguments:
                continue
            place, table = package.place(call.arguments[0]), package.shape_of(call.arguments[0])
            held = (table.key, table.value) if isinstance(table, MapType) else ()
            if place is not None and place.field in tables:
                return True
            if owner and any(type_name(dereference(each)) == owner for each in held):
                return True
    return False


def _can_leave(package: Package, loop: Range, function: Function) -> bool:
    """Tell whether a loop is left otherwise than by its end."""
    graph: Graph = package.graph(function)
    return any(graph.nodes[index].origin is not loop for index, _ in graph.loop_exits(loop))
