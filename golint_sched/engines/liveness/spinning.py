"""Cases that are told to stop and do not leave their loop."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.liveness.channels import Channels, Signal, channels_of, received
from golint_sched.engines.liveness.exits import Exits
from golint_sched.flow.graph import Condition, Graph
from golint_sched.knowledge import blocking
from golint_sched.link.members import underlying
from golint_sched.link.package import Package
from golint_sched.model.expressions import BuiltinName, Call, Expression, Name, PackageName, Receive, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Block, Break, Continue, Declare, For, Range, Select, SelectClause
from golint_sched.model.types import ChannelType, StructType
from golint_sched.model.walk import ModelNode, walk


@dataclass(frozen=True, slots=True, eq=False)
class Spinning:
    """A case that stays ready for ever once it is, in a loop that it does not leave.

    `jump` is the `break` or `continue` that its body ends with, None where the body just ends.
    """

    function: Function
    loop: For | Range
    select: Select
    clause: SelectClause
    receive: Receive
    signal: Signal
    jump: Break | Continue | None


def spinning(package: Package) -> Iterator[Spinning]:
    """Yield the Done and stop cases of the package after which their loop goes on, in source order."""
    exits = Exits(package, channels_of(package))
    for function in package.bodies():
        if not package.inside(function, Select):
            continue
        graph = package.graph(function)
        for statement in graph.regions:
            if isinstance(statement, Select):
                for clause in statement.clauses:
                    found = _spinning(exits, graph, statement, clause)
                    if found is not None:
                        yield found


def _spinning(exits: Exits, graph: Graph, select: Select, clause: SelectClause) -> Spinning | None:
    """Return the fault of one case, None where it leaves or may leave.

    for {
        select {
        case <-ctx.Done():      from here control comes back to the select,
            break               and on the way nothing leaves the function
        case v := <-in:
            …
        }
    }
    """
    package, channels = exits.package, exits.channels
    receive = received(clause)
    if receive is None or clause not in graph.node_of or graph.node_of[clause].index not in graph.reachable:
        return None
    signal = channels.signal(receive.channel)
    if signal not in (Signal.CONTEXT, Signal.STOP) or _takes_value(clause):
        return None
    if signal is Signal.STOP and _is_drained(package, channels, select, receive):
        return None
    head, start = graph.node_of[select].index, graph.node_of[clause].index
    loops = graph.loops_around(head)
    if not loops or head not in graph.reachable_from(start):
        return None
    if exits.leaves_from(graph, start, frozenset({head})):
        return None
    if _disables(channels, clause, receive) or _renews(package, graph, start, head, receive):
        return None
    if _prepares_an_exit(package, graph, exits, loops[0], clause):
        return None
    return Spinning(graph.function, loops[-1], select, clause, receive, signal, _jump(clause.body))


def _is_drained(package: Package, channels: Channels, select: Select, receive: Receive) -> bool:
    """Tell whether values are thrown away until a context is over: who closes their channel mostly ends that, too.

    case <-samples:
    case <-ctx.Done():
        return
    """
    shape = package.shape_of(receive.channel)
    element = underlying(package.tables, shape.element) if isinstance(shape, ChannelType) else None
    if element is None or (isinstance(element, StructType) and not element.fields):
        return False
    others = (received(clause) for clause in select.clauses)
    return any(
        other is not None and other is not receive and channels.signal(other.channel) is Signal.CONTEXT
        for other in others
    )


def _takes_value(clause: SelectClause) -> bool:
    """`case v := <-c`: what is kept of a receive is data."""
    return isinstance(clause.operation, Assign) and clause.operation.targets[0] is not None


def _renews(package: Package, graph: Graph, start: int, head: int, receive: Receive) -> bool:
    """Tell whether the next turn waits on another channel: `ctx, cancel := …` inside the loop."""
    mentioned = _variables(receive.channel)
    between = graph.reachable_from(start, avoiding=frozenset({head}))
    for index in between:
        origin = graph.nodes[index].origin
        match origin:
            case Assign(targets=targets):
                if any(isinstance(target, Name) and target.variable in mentioned for target in targets):
                    return True
            case Declare(variables=variables):
                if mentioned.intersection(variables):
                    return True
            case Range(key=key, value=value):
                for target in (key, value):
                    if isinstance(target, Name) and target.variable in mentioned:
                        return True
            case _:
                pass
    values = (
        definition.value
        for variable in mentioned
        if isinstance(variable, Variable)
        for definition in package.definitions(variable)
        if definition.value is not None
    )
    # done := ctx.Done() outside the loop stays what it is; a context made in the loop is made anew.
    nodes = (graph.node_of.get(value) for value in values if isinstance(value, Call | Receive))
    return any(node is not None and node.index in between for node in nodes)


def _disables(channels: Channels, clause: SelectClause, receive: Receive) -> bool:
    """Tell whether the body gives the channel variable another value: `done = nil`, `ctx = …`."""
    roots = {root for root in _variables(receive.channel) if not isinstance(root, str)}
    roots |= {receive.channel.field} if isinstance(receive.channel, Selector) else set()
    keys = channels.keys(receive.channel)
    for node in walk(clause.body):
        if isinstance(node, Assign):
            for target in node.targets:
                if target is None:
                    continue
                if keys & channels.keys(target) or not roots.isdisjoint(_assigned(target)):
                    return True
    return False


def _variables(expression: Expression) -> set[object]:
    """Return the variables and names that an expression mentions."""
    found: set[object] = set()
    for node in walk(expression):
        if isinstance(node, Name):
            found.add(node.variable)
        elif isinstance(node, PackageName):
            found.add(node.name)
        elif isinstance(node, Selector):
            found.add(node.field)
    return found


def _assigned(target: Expression) -> set[object]:
    """Return what an assignment gives another value: the variable, or the field alone."""
    return {target.field} if isinstance(target, Selector) else _variables(target)


def _prepares_an_exit(package: Package, graph: Graph, exits: Exits, loop: For | Range, clause: SelectClause) -> bool:
    """Tell whether the body does something that may open another way out of the loop, where there is one.

    It may set a flag that a condition reads, or call something that closes a connection or a channel.
    """
    if not exits.ways_out(graph, loop):
        return False
    assigned: set[object] = set()
    for node in walk(clause.body):
        if isinstance(node, Assign) and node.operator != ":=":
            for target in node.targets:
                assigned |= _assigned(target) if target is not None else set()
        elif isinstance(node, Call) and not _is_idle_call(package, node):
            return True
    region = graph.regions[loop]
    return any(
        isinstance(origin := graph.nodes[index].origin, Condition) and assigned & _variables(origin.expression)
        for index in region
    )


def _is_idle_call(package: Package, call: Call) -> bool:
    """Tell whether a call in the body ends nothing: it logs, computes, or stops a timer."""
    callee = package.callee(call)
    if callee.external:
        closes = isinstance(call.function, BuiltinName) and call.function.name == "close"
        return blocking.is_harmless(callee.external) and not closes
    if callee.conversion:
        return True
    name = call.function.field if isinstance(call.function, Selector) else ""
    return name.startswith(("Log", "Debug", "Info", "Warn", "Error", "Print", "Trace"))


def _jump(body: ModelNode) -> Break | Continue | None:
    """Return the break or continue that ends a body."""
    if isinstance(body, Block) and body.statements and isinstance(body.statements[-1], Break | Continue):
        return body.statements[-1]
    return None
