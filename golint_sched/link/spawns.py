"""Where goroutines are started, by a go statement or through a function that starts what it is given."""

from dataclasses import dataclass

from golint_sched.link.resolve import Callee, Resolver
from golint_sched.link.running import Running, may_be_run, running
from golint_sched.link.tables import Tables
from golint_sched.model.expressions import Call, Expression, Name, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Go
from golint_sched.model.types import FunctionType, NamedType
from golint_sched.source import Span

# Functions elsewhere that run an argument in a new goroutine → the argument's position.
_STARTERS = {
    "sync.WaitGroup.Go": 0,
    "golang.org/x/sync/errgroup.Group.Go": 0,
    "golang.org/x/sync/errgroup.Group.TryGo": 0,
    "time.AfterFunc": 1,
    "context.AfterFunc": 1,
    "github.com/sourcegraph/conc.WaitGroup.Go": 0,
}

# Of these, the ones whose group can be waited for.
GROUPS = frozenset(
    {
        "sync.WaitGroup.Go",
        "golang.org/x/sync/errgroup.Group.Go",
        "golang.org/x/sync/errgroup.Group.TryGo",
        "github.com/sourcegraph/conc.WaitGroup.Go",
    }
)
_WRAPPERS = 3  # functions around a go statement; more of them call each other


@dataclass(frozen=True, slots=True, eq=False)
class Spawn:
    """One place where a goroutine is started.

    `callee` is what it runs. `arguments` are what a go statement passes to it. `statement` is the go statement, None
    for a call of a starter, whose full name `starter` then holds ("" for one of this package). `call` is the call in
    the go statement, or the starter's.
    """

    span: Span
    function: Function
    call: Call
    callee: Callee
    arguments: tuple[Expression, ...]
    statement: Go | None = None
    starter: str = ""


def spawned_parameter(function: Function, resolver: Resolver, depth: int = 0) -> int | None:
    """Return the position of the parameter that the function runs in a new goroutine, None if there is none.

    The shapes are `go task()`, `go func() { … task() … }()`, `group.Go(task)`, and `start(task)` where start does that.
    `depth` counts the functions around this one that hand the parameter on.
    """
    known = resolver.spawned_parameters
    if (function, depth) not in known:
        known[function, depth] = _find_spawned_parameter(function, resolver, depth)
    return known[function, depth]


def _find_spawned_parameter(function: Function, resolver: Resolver, depth: int) -> int | None:
    positions = {parameter: place for place, parameter in enumerate(function.parameters)}
    for node in resolver.tables.nodes.get(function, ()):
        match node:
            case Go(call=Call(function=Name(variable=variable))) if variable in positions:
                return positions[variable]
            case Go(call=call):
                for literal in resolver.callee(call).functions:
                    place = _called_parameter(literal, positions, resolver.tables)
                    if place is not None and not literal.name:
                        return place
            case Call(arguments=(Name(variable=variable), *_)) if variable in positions:
                callee = resolver.callee(node)
                if callee.external in GROUPS:
                    return positions[variable]
                if (
                    depth < _WRAPPERS
                    and len(callee.functions) == 1
                    and callee.certain
                    and _takes_function(callee.functions[0])
                    and spawned_parameter(callee.functions[0], resolver, depth + 1) == 0
                ):
                    return positions[variable]
            case _:
                pass
    return None


def _called_parameter(literal: Function, positions: dict[Variable, int], tables: Tables) -> int | None:
    """Return the outer function's parameter that a literal calls."""
    for node in tables.nodes.get(literal, ()):
        if isinstance(node, Call) and isinstance(node.function, Name) and node.function.variable in positions:
            return positions[node.function.variable]
    return None


def spawns_in(function: Function, calls: tuple[Call, ...], resolver: Resolver) -> tuple[Spawn, ...]:
    """Return the places in `function` (literals apart) where goroutines are started, in source order."""
    found: list[Spawn] = []
    started: set[Call] = set()
    for node in resolver.tables.nodes.get(function, ()):
        if type(node) is Go:
            started.add(node.call)
            callee = resolver.callee(node.call)
            found.append(Spawn(node.span, function, node.call, callee, node.call.arguments, statement=node))
    for call in calls:
        if call in started:
            continue
        callee = resolver.callee(call)
        place = _STARTERS.get(callee.external)
        if place is None and len(callee.functions) == 1 and callee.certain and _takes_function(callee.functions[0]):
            place = spawned_parameter(callee.functions[0], resolver)
        if place is None and callee.external:
            place = _started_argument(call, resolver)
        if place is None or place >= len(call.arguments):
            continue
        task = call.arguments[place]
        if isinstance(task, Selector) or resolver.function_value(task).functions:
            found.append(Spawn(call.span, function, call, resolver.function_value(task), (), starter=callee.external))
    return tuple(sorted(found, key=lambda spawn: spawn.span))


def _started_argument(call: Call, resolver: Resolver) -> int | None:
    """Return the position of the argument that a function of a neighbour starts in a goroutine, None for none."""
    if resolver.tables.neighbours.signature(resolver.callee(call).external) is None:
        return None
    for position, argument in enumerate(call.arguments):
        if may_be_run(argument, resolver) and running(resolver, call, argument) is Running.STARTS:
            return position
    return None


def _takes_function(function: Function) -> bool:
    """Tell whether a parameter may be a function: declared so, or of a named type that may be one."""
    return any(isinstance(parameter.type, FunctionType | NamedType) for parameter in function.parameters)
