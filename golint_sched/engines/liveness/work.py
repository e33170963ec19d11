"""What a goroutine runs: its own function, and the functions of the package that it calls."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.knowledge.callbacks import CALLS_ARGUMENT
from golint_sched.link import Package, Running
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, Go

_DEPTH = 4  # calls deeper than this are not followed


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A function that a goroutine runs, and the calls that lead to it from the goroutine's own function."""

    function: Function
    chain: tuple[Call, ...]


def parts_of(package: Package, root: Function) -> tuple[Part, ...]:
    """Return what a goroutine runs, its own function first, callees in the order of their calls."""
    found: list[Part] = []
    seen: set[Function] = set()

    def visit(function: Function, chain: tuple[Call, ...]) -> None:
        if function in seen or function.body is None:
            return
        seen.add(function)
        found.append(Part(function, chain))
        if len(chain) < _DEPTH:
            for call, callee in calls_inside(package, function):
                visit(callee, (*chain, call))

    visit(root, ())
    return tuple(found)


def calls_inside(package: Package, function: Function) -> Iterator[tuple[Call, Function]]:
    """Yield the calls that the function itself makes and waits for, with the one function of the package they run."""
    started = {spawn.call for spawn in package.spawns(function)}
    for call in package.calls(function):
        if call in started or isinstance(package.parent(call), Go | Defer):
            continue
        callee = package.callee(call)
        if callee.external:
            for argument in call.arguments:
                functions = package.resolver.function_value(argument).functions
                if functions and (
                    callee.external in CALLS_ARGUMENT or package.running(call, argument) is Running.CALLS
                ):
                    yield from ((call, given) for given in functions)
        elif len(callee.functions) == 1 and callee.certain:
            yield call, callee.functions[0]


def root_of(spawn: Spawn) -> Function | None:
    """Return the one function of the package that a spawn runs, None where it cannot be told."""
    if len(spawn.callee.functions) != 1 or not spawn.callee.certain:
        return None
    root = spawn.callee.functions[0]
    return root if root.body is not None else None


def is_reached(package: Package, spawn: Spawn) -> bool:
    """Tell whether control can come to where a goroutine is started: not below `if false`, or after a return."""
    graph = package.graph(spawn.function)
    node = graph.node_of.get(spawn.statement or spawn.call)
    return node is None or node.index in graph.reachable
