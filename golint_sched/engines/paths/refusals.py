"""Calls that a test expects to fail: there is no value to release then."""

from golint_sched.engines.paths.facts import demands_error
from golint_sched.flow.graph import Condition, Graph, Holds
from golint_sched.link.package import Package
from golint_sched.model.expressions import Binary, BuiltinName, Call, Expression, Name, Selector, Variable
from golint_sched.model.statements import Assign, Declare

_FAR = 8  # nodes after the call; what stands further away is about something else
_KINDS = frozenset({"errors.Is", "errors.As"})  # nil is of no kind
_FAILS = frozenset({"Error", "Errorf", "Fatal", "Fatalf", "FailNow", "Fail"})


def must_fail(package: Package, call: Call, error: int | None) -> bool:
    """Tell whether the code right after the call takes its error, result `error`, for granted.

    The shapes are `if err == nil { t.Fatal(…) }`, `if err != ErrTooLong { t.Fatal(…) }`, the same with
    `!errors.Is(err, ErrTooLong)`, `require.Error(t, err)`, and `err.Error()` without a test.
    """
    statement = package.parent(call)
    owner = package.owner(call)
    if not isinstance(statement, Assign | Declare) or error is None or owner is None:
        return False
    targets = statement.targets if isinstance(statement, Assign) else statement.variables
    target = targets[error] if error < len(targets) else None
    variable = target.variable if isinstance(target, Name) else target
    graph = package.graph(owner)
    node = graph.node_of.get(statement)
    if not isinstance(variable, Variable) or node is None:
        return False
    return _follow(package, graph, node.index, variable)


def _follow(package: Package, graph: Graph, index: int, error: Variable) -> bool:
    for _ in range(_FAR):
        edges = graph.successors[index]
        if len(edges) != 1:
            return False
        index = edges[0].target
        match graph.nodes[index].origin:
            case Call(function=Selector(base=base, field="Error")) if _is(base, error):
                return True
            case Call() as called if demands_error(package, called):
                return any(_is(argument, error) for argument in called.arguments)
            case Condition(expression=expression):
                without = _without_error(package, expression, error)
                return without is not None and any(
                    edge.guard == Holds(without) and _fails(package, graph, edge.target)
                    for edge in graph.successors[index]
                )
            case _:
                pass
    return False


def _without_error(package: Package, condition: Expression, error: Variable) -> bool | None:
    """Return the value of a condition where there is no error, None where the condition is not about that."""
    match condition:
        case Binary(operator="==" | "!=" as operator, left=left, right=right) if _is(left, error):
            return (operator == "==") is isinstance(right, BuiltinName)
        case Call(arguments=(first, *_)) if package.callee(condition).external in _KINDS and _is(first, error):
            return False
        case _:
            return None


def _is(expression: Expression, variable: Variable) -> bool:
    return isinstance(expression, Name) and expression.variable is variable


def _fails(package: Package, graph: Graph, index: int) -> bool:
    """Tell whether the branch that begins at the node reports to a test that something is wrong."""
    for _ in range(_FAR):
        origin = graph.nodes[index].origin
        if isinstance(origin, Call):
            owner, _dot, name = package.callee(origin).external.rpartition(".")
            if owner.startswith("testing.") and name in _FAILS:
                return True
        edges = graph.successors[index]
        if len(edges) != 1 or len(graph.predecessors[edges[0].target]) != 1:
            return False
        index = edges[0].target
    return False
