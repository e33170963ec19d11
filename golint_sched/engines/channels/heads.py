"""What the heads of loops mean: how often a loop of a scope's program turns."""

from collections.abc import Iterator

from golint_sched.engines.channels.actions import (
    Action,
    Choose,
    Count,
    Counted,
    End,
    Enter,
    Fact,
    Forget,
    Free,
    OnceAtMost,
    SendTo,
    Start,
)
from golint_sched.engines.channels.amounts import Amount, turns
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.objects import Environment
from golint_sched.engines.channels.survey import ends_by_flag, test_of
from golint_sched.flow.graph import Condition, Graph
from golint_sched.link import Package
from golint_sched.model.expressions import BuiltinName, Expression
from golint_sched.model.statements import For, Range
from golint_sched.model.types import ChannelType
from golint_sched.model.walk import walk


def loop_heads(machine: Machine, environment: Environment, graph: Graph) -> dict[int, Action]:
    """Return the actions of the nodes that decide whether a loop turns once more, channels' ranges apart."""
    found: dict[int, Action] = {}
    for loop in graph.loops():
        if isinstance(loop, Range):
            if machine.channel(loop.subject, environment) >= 0:
                continue
            node = graph.node_of.get(loop)
            head = None if node is None else node.index
        else:
            head = _condition_node(graph, loop)
        if head is None:
            continue
        number, exact = turns(machine.package, loop), turns(machine.package, loop, exact=True)
        key, inverted = test_of(loop.condition) if isinstance(loop, For) and loop.condition is not None else ("", False)
        if isinstance(loop, Range) and _ends_by_nobody(machine.package, loop):
            found[head] = Free()
        elif number is not None:
            large = machine.unlike and number != exact
            found[head] = Counted(machine.explored(number), vague=large)
        elif isinstance(loop, For) and ends_by_flag(machine.package, loop) and machine.learns(key):
            found[head] = Fact(key, inverted)
        else:
            found[head] = Free()
    return found


def adjust_heads(machine: Machine, graph: Graph, actions: list[Action | None]) -> None:
    """Change, in place, the heads of loops whose turns do not matter, or matter too much to guess them."""
    for loop in graph.loops():
        _drop_idle_head(graph, actions, loop)
        _mark_filling_head(machine, graph, actions, loop)


def _drop_idle_head(graph: Graph, actions: list[Action | None], loop: For | Range) -> None:
    """Let a loop in which nothing of the scope happens be plain branches: its turns do not matter."""
    if any(_acts(actions[index]) for index in graph.regions[loop]):
        return
    heads = [index for index in graph.regions[loop] if isinstance(actions[index], Free | Counted)]
    if heads:
        actions[heads[0]] = None
    if isinstance(loop, For) and loop.condition is not None:
        for index in graph.regions[loop]:
            if isinstance(actions[index], Count) and _is_part(graph.nodes[index].origin, loop.condition):
                actions[index] = None


def _is_part(origin: object, condition: Expression) -> bool:
    """Tell whether a node tests a part of a condition, `i < len(queue)` of `i < len(queue) && size < most`."""
    return isinstance(origin, Condition) and any(part is origin.expression for part in walk(condition))


def _mark_filling_head(machine: Machine, graph: Graph, actions: list[Action | None], loop: For | Range) -> None:
    """Mark a loop whose turns and whose channel's capacity are both open: either may be the larger number.

    n := (len(data) + size - 1) / size
    parts := make(chan part, n)
    for at := 0; at < len(data); at += size { parts <- … }
    """
    region = graph.regions[loop]
    heads = [index for index in region if isinstance(actions[index], Free | Counted)]
    rooms = [room for index in region for room in _filled(machine, actions[index]) if room.key]
    if not heads:
        if rooms and _ends_inside(graph, loop) and actions[region.start] is None:
            actions[region.start] = Count()
        return
    number = turns(machine.package, loop) if isinstance(actions[heads[0]], Counted) else None
    if number is not None:
        rooms = [room for room in rooms if room.key != number.key and room.explored < number.explored]
    if rooms:
        actions[heads[0]] = Free(fills=True)


def _ends_inside(graph: Graph, loop: For | Range) -> bool:
    """`for { sent <- v; if count.Add(1) == n { break } }`: what ends the loop stands in it."""
    return isinstance(loop, For) and loop.condition is None and bool(graph.loop_exits(loop))


def _filled(machine: Machine, action: Action | None) -> Iterator[Amount]:
    """Yield the capacities of the channels into which an action may put a value."""
    match action:
        case SendTo(channel=channel):
            yield machine.channels[channel].capacity
        case Choose(options=options):
            for option in options:
                if option.sends and option.channel >= 0:
                    yield machine.channels[option.channel].capacity
        case Start() | Enter():
            yield from (channel.capacity for channel in machine.channels)
        case _:
            pass


def _acts(action: Action | None) -> bool:
    """Tell whether an action does something that another goroutine may notice."""
    if isinstance(action, Choose):
        return any(option.channel >= 0 for option in action.options)
    return action is not None and not isinstance(action, Free | Counted | Fact | OnceAtMost | Count | Forget | End)


def _condition_node(graph: Graph, loop: For) -> int | None:
    """Return the node that tests a for loop's whole condition, None without one or where it has several parts."""
    for index in graph.regions[loop]:
        origin = graph.nodes[index].origin
        if isinstance(origin, Condition) and origin.expression is loop.condition:
            return index
    return None


def _ends_by_nobody(package: Package, loop: Range) -> bool:
    """Tell whether a loop runs over a channel in a field, or package variable, that nothing in the package closes."""
    place = package.place(loop.subject)
    if place is None or place.is_local or not isinstance(package.shape_of(loop.subject), ChannelType):
        return False
    name = place.field or place.text
    return not package.is_open(name) and name not in package.shared(_closed)


def _closed(package: Package) -> frozenset[str]:
    """Return the names of the fields and package variables that are closed somewhere."""
    found: set[str] = set()
    for function in package.bodies():
        for call in package.calls(function):
            if isinstance(call.function, BuiltinName) and call.function.name == "close" and call.arguments:
                place = package.place(call.arguments[0])
                found.add("" if place is None else place.field or place.text)
    return frozenset(found)
