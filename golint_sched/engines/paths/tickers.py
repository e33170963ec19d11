"""Tickers and timers that somebody has to stop, on Go before 1.23."""

from collections.abc import Iterator

from golint_sched.engines.paths.acquired import Resource
from golint_sched.engines.paths.escapes import Handling
from golint_sched.engines.paths.keys import Key, method_selector, receiver_key
from golint_sched.engines.paths.protocol import Action, Effect
from golint_sched.engines.paths.values import Kind, Values
from golint_sched.flow.graph import Enters
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Receive, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Declare,
    ExpressionStatement,
    Go,
    Range,
    SelectClause,
)
from golint_sched.model.types import NamedType, PointerType
from golint_sched.model.walk import walk

COLLECTED = (1, 23)  # from this version on, a timer that nobody refers to is collected
_TIMER = PointerType(NamedType("time", "Timer"))
_TICKER = PointerType(NamedType("time", "Ticker"))
_ORIGINS: dict[str, tuple[int, int | None]] = {"time.NewTicker": (0, None), "time.NewTimer": (0, None)}
_STOPS = frozenset({"time.Ticker.Stop", "time.Timer.Stop"})


def _action(package: Package, call: Call) -> Action | None:
    """`ticker.Stop()`."""
    if package.callee(call).external not in _STOPS:
        return None
    selector = method_selector(package, call)
    key = receiver_key(package, selector) if selector is not None else None
    return None if key is None else Action(Effect.RELEASE, key)


def _fired(package: Package, function: Function, key: Key) -> frozenset[int]:
    """Return the nodes that receive from a timer's channel: it has fired then, and nothing refers to it."""
    found: set[int] = set()
    for node in package.graph(function).nodes:
        origin = node.origin
        if isinstance(origin, SelectClause) and origin.operation is not None:
            receives = [each for each in walk(origin.operation) if isinstance(each, Receive)]
        else:
            receives = [origin] if isinstance(origin, Receive) else []
        for receive in receives:
            match receive.channel:
                case Selector(base=base, field="C") if package.resolver.type_of(base) == _TIMER:
                    if receiver_key(package, receive.channel) == key:
                        found.add(node.index)
                case _:
                    pass
    return frozenset(found)


def tickers_of(package: Package) -> Values:
    """Return the tickers and timers of a package."""
    return package.shared(_tickers)


def _tickers(package: Package) -> Values:
    resource = Resource(_ORIGINS, {_TICKER: (), _TIMER: ()})
    handling = Handling(frozenset({"fmt."}), fields=frozenset({"C"}), shared=True)
    return Values(package, Kind("ticker", resource, handling, _action, _fired))


def endless_ticks(package: Package) -> Iterator[tuple[Function, Call]]:
    """Yield the calls of time.Tick, and `time.NewTicker(d).C`, in functions that return: nobody can stop these.

    The channel stays in the function: it is received from, ranged over, or kept in a local variable.
    """
    for function in package.bodies():
        for call in package.calls(function):
            name = package.callee(call).external
            parent = package.parent(call)
            if name == "time.NewTicker" and isinstance(parent, Selector) and parent.field == "C":
                used = package.parent(parent)
            elif name == "time.Tick":
                used = parent
            else:
                continue
            stays = isinstance(used, Range | Receive | ExpressionStatement) or (
                isinstance(used, Assign | Declare) and _stays_local(package, used)
            )
            if stays and _returns(package, function, used) and not package.is_process_lifetime(function):
                yield function, call


def _returns(package: Package, function: Function, used: object) -> bool:
    """Tell whether control can leave the function: a loop over the channel that nothing else leaves never ends."""
    graph = package.graph(function)
    if not graph.returns:
        return False
    return not isinstance(used, Range) or any(edge.guard != Enters(value=False) for _, edge in graph.loop_exits(used))


def _stays_local(package: Package, statement: Assign | Declare) -> bool:
    """`tick := time.Tick(d)`, where the variable is only received from."""
    variables = statement.declared if isinstance(statement, Assign) else statement.variables
    if not variables:
        return False
    return all(
        isinstance(package.parent(name), Receive | Range) or name in getattr(statement, "targets", ())
        for variable in variables
        if variable is not None
        for name in package.names(variable)
        if package.owner(name) is package.owner(statement) or not isinstance(package.parent(name), Go)
    )
