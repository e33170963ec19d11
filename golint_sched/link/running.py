"""Functions of other packages that run a function they are given: those of the tables, and those of neighbours."""

from enum import Enum
from typing import TYPE_CHECKING

from golint_sched.flow.graph import Ending
from golint_sched.knowledge.callbacks import RUNS_ARGUMENT, RUNS_AT_END, starts_argument
from golint_sched.link.members import underlying
from golint_sched.model.expressions import Binary, BuiltinName, Call, Expression, FunctionLiteral, Name
from golint_sched.model.statements import Defer, For, Go, Range
from golint_sched.model.types import FunctionType

if TYPE_CHECKING:
    from golint_sched.link.package import Package
    from golint_sched.link.resolve import Resolver
    from golint_sched.model.functions import Function

_DEPTH = 4  # functions that hand it on to the next


class Running(Enum):
    """How a function runs another one that it is given."""

    CALLS = "calls"
    STARTS = "starts"
    LATER = "runs once the test has ended"


def running(resolver: "Resolver", call: Call, argument: Expression) -> Running | None:
    """Return how a call of a function elsewhere runs the function `argument`; None where it may do anything else.

    It calls it before it returns, or, if it is of a neighbour, exactly once; or it starts it in a goroutine, or may
    start it. Nothing else becomes of it.
    """
    external = resolver.callee(call).external
    if not external:
        return None
    if external in RUNS_AT_END:
        return Running.LATER
    found = _of_neighbour(resolver, external, call, argument)
    if found is None and starts_argument(external):
        return Running.STARTS
    return Running.CALLS if found is None and external in RUNS_ARGUMENT else found


def _of_neighbour(resolver: "Resolver", external: str, call: Call, argument: Expression) -> Running | None:
    """Return what a neighbour's function does with the function that it is given."""
    neighbours = resolver.tables.neighbours
    signature = neighbours.signature(external)
    place = next((position for position, each in enumerate(call.arguments) if each is argument), -1)
    if signature is None or call.spread or not 0 <= place < len(signature.parameters):
        return None
    if signature.variadic and place >= len(signature.parameters) - 1:
        return None
    if not isinstance(underlying(resolver.tables, signature.parameters[place]), FunctionType):
        return None
    return neighbours.ask(external, ("running", place), lambda package, function: _fate(package, function, place, 0))


def _fate(package: "Package", function: "Function", place: int, depth: int) -> Running | None:
    """Return how a function runs its parameter, None where that is not all that it does with it."""
    if depth > _DEPTH or function.body is None or place >= len(function.parameters):
        return None
    parameter = function.parameters[place]
    if len(package.definitions(parameter)) > 1:
        return None
    runs: list[Running] = []
    for name in package.names(parameter):
        if _is_nil_test(package, name):
            continue
        run = _run(package, function, name, depth)
        if run is None:
            return None
        runs.append(run)
    if len(runs) == 1:
        return runs[0]
    return Running.STARTS if runs and all(run is Running.STARTS for run in runs) else None


def _is_nil_test(package: "Package", name: Name) -> bool:
    match package.parent(name):
        case Binary(operator="==" | "!=", left=left, right=right):
            return any(isinstance(side, BuiltinName) and side.name == "nil" for side in (left, right))
        case _:
            return False


def _run(package: "Package", function: "Function", name: Name, depth: int) -> Running | None:
    """Return how one mention of the parameter runs it: `task()`, `go task()`, `go func() { task() }()`, `run(task)`."""
    node: Expression = name
    found: Running | None = None
    while True:
        owner = package.owner(node)
        call = package.parent(node)
        if owner is None or not isinstance(call, Call):
            return None
        step = _step(package, owner, call, node, depth)
        if step is None:
            return None
        found = Running.STARTS if Running.STARTS in (found, step) else Running.CALLS
        if owner is function:
            return found
        node = package.tables.literal_nodes[owner]


def _step(package: "Package", owner: "Function", call: Call, node: Expression, depth: int) -> Running | None:
    """Return how a call runs a function that is called there, or handed over."""
    if any(isinstance(around, For | Range) for around in package.ancestors(call)):
        return None
    if call.function is node:
        how: Running | None = Running.CALLS
    else:
        callee = package.callee(call)
        place = next(position for position, each in enumerate(call.arguments) if each is node)
        if len(callee.functions) == 1 and callee.certain and not callee.functions[0].type.variadic:
            how = _fate(package, callee.functions[0], place, depth + 1)
        else:
            how = package.running(call, node)
    if how is not None and isinstance(package.parent(call), Go):
        return Running.STARTS
    return how if how is not Running.CALLS or _is_passed(package, owner, call) else None


def _is_passed(package: "Package", owner: "Function", call: Call) -> bool:
    """Tell whether every way through the function comes by the call."""
    graph = package.graph(owner)
    around = package.parent(call)
    node = graph.node_of.get(around if isinstance(around, Defer) else call)
    end = graph.endings.get(Ending.RETURN, -1)
    return node is not None and (end not in graph.reachable or graph.dominates(node.index, end))


def may_be_run(argument: Expression, resolver: "Resolver") -> bool:
    """Tell whether an argument is a function of the package."""
    if isinstance(argument, FunctionLiteral):
        return True
    return isinstance(resolver.type_of(argument), FunctionType) and bool(resolver.function_value(argument).functions)
