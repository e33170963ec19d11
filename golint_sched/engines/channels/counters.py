"""Tests of a loop's counter that one turn passes at most."""

from golint_sched.flow.graph import Condition, Graph
from golint_sched.link import Package
from golint_sched.link.tables import Definition
from golint_sched.model.expressions import Binary, Constant, Expression, Name, Unary, Variable
from golint_sched.model.statements import Assign, For, Range


def once_at_most(package: Package, graph: Graph, index: int) -> bool | None:
    """Return the outcome of a test that occurs once at most while the function runs, None where there is none.

    for i := range parts {          for {
        if i == 0 { … }                 i++
    }                                   if i == 1 { … }
                                    }
    """
    origin = graph.nodes[index].origin
    test = origin.expression if isinstance(origin, Condition) else None
    if not isinstance(test, Binary) or test.operator not in ("==", "!="):
        return None
    counter = _counter(test.left, test.right) or _counter(test.right, test.left)
    if counter is None or not graph.loops_around(index):
        return None
    steps = _steps(package, graph, counter)
    if steps is None:
        return None
    after = [edge.target for edge in graph.successors[index] if edge.target not in steps]
    if any(index in graph.reachable_from(each, avoiding=steps) for each in after):
        return None
    return test.operator == "=="


def _counter(side: Expression, other: Expression) -> Variable | None:
    return side.variable if isinstance(side, Name) and isinstance(other, Constant) and other.kind == "int" else None


def _steps(package: Package, graph: Graph, counter: Variable) -> frozenset[int] | None:
    """Return the nodes that count, all in one direction, None where something else may change the counter.

    The counting begins once: not in a loop that begins it anew.
    """
    steps: set[int] = set()
    directions: set[str] = set()
    for definition in package.definitions(counter):
        direction = _direction(definition)
        statement = definition.statement
        if direction is None or statement is None or definition.function is not graph.function:
            return None
        if direction:
            directions.add(direction)
            node = graph.node_of.get(statement)
            if node is None:
                return None
            steps.add(node.index)
        if not definition.updates:
            loops = [each for each in package.ancestors(statement) if isinstance(each, For | Range)]
            begins = isinstance(statement, Range) or (
                loops and isinstance(loops[0], For) and loops[0].init is statement
            )
            if len(loops) > (0 if isinstance(statement, Range) or not begins else 1):
                return None
    taken = any(
        isinstance(parent, Unary) and parent.operator == "&"
        for parent in (package.parent(name) for name in package.names(counter))
    )
    return frozenset(steps) if len(directions) == 1 and not taken else None


def _direction(definition: Definition) -> str | None:
    """Return how a definition counts: "+", "-", "" where it begins with a value, None where it does anything else."""
    match definition.statement:
        case Range() if definition.range_part == "key":
            return "+"
        case Assign(operator="++" | "--" as operator):
            return operator[0]
        case Assign(operator="+=" | "-=" as operator, values=(Constant(),)):
            return operator[0]
        case _:
            return None if definition.updates or definition.range_part or definition.position is not None else ""
