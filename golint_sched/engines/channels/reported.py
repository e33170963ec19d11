"""Results by which a function tells its caller that it has received: who asks in a loop leaves when that is so.

for {                                   select {
if n, ok := t.poll(); ok {              case n := <-t.result: return n, true
return n                                case <-time.After(limit): return 0, false
}                                       }
}
"""

from collections.abc import Iterator

from golint_sched.engines.channels.replies import is_impatient
from golint_sched.engines.liveness.channels import received
from golint_sched.flow.graph import Graph, Holds
from golint_sched.link import Package
from golint_sched.model.expressions import Binary, BuiltinName, Call, Expression, Name, Unary
from golint_sched.model.functions import Function
from golint_sched.model.statements import Return, Select
from golint_sched.model.walk import walk


def leaves_when_received(package: Package, graph: Graph, index: int, test: Expression) -> bool:
    """Tell whether a test leaves its loop only where the function asked before it has received what it waits for."""
    leaving = [
        edge.guard.value
        for edge in graph.successors[index]
        if isinstance(edge.guard, Holds) and index not in graph.reachable_from(edge.target)
    ]
    if len(leaving) != 1:
        return False
    tested, constant = _asked(test, outcome=leaving[0])
    return any(
        len(callee.functions) == 1 and callee.certain and _says(package, callee.functions[0], place, constant)
        for call, place in (_calls(package, tested) if constant else ())
        if package.in_loop(call) and (callee := package.callee(call))
    )


def _asked(test: Expression, *, outcome: bool) -> tuple[Expression, str]:
    """Return what a test is about and the constant that it then is, "" where it is none."""
    match test:
        case Unary(operator="!", operand=operand):
            return _asked(operand, outcome=not outcome)
        case Binary(operator="==" | "!=" as operator, left=left, right=BuiltinName(name="nil")):
            return left, "nil" if outcome is (operator == "==") else ""
        case Name() | Call():
            return test, "true" if outcome else "false"
        case _:
            return test, ""


def _calls(package: Package, value: Expression) -> Iterator[tuple[Call, int]]:
    """Yield the calls whose results a variable may hold, with the place among these; a call itself is one."""
    if isinstance(value, Call):
        yield value, 0
    elif isinstance(value, Name):
        for definition in package.definitions(value.variable):
            if isinstance(definition.value, Call):
                yield definition.value, definition.position or 0


def _says(package: Package, function: Function, place: int, constant: str) -> bool:
    """Tell whether a function returns the constant where it has received, and not where it has given up."""
    got: set[str] = set()
    lost: set[str] = set()
    for select in package.inside(function, Select) if function.body is not None else ():
        for clause in select.clauses:
            receive = received(clause)
            given_up = receive is None or is_impatient(package, receive)
            for node in walk(clause.body):
                if isinstance(node, Return) and place < len(node.values):
                    value = node.values[place]
                    (lost if given_up else got).add(value.name if isinstance(value, BuiltinName) else "")
    return constant in got and constant not in lost
