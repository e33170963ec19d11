"""Whether a Wait looks again at what it waited for: in its own function, or in those that call it."""

from enum import Enum

from golint_sched.flow.graph import Condition as Test
from golint_sched.flow.graph import Ending, Graph, Holds, Origin
from golint_sched.link.package import Package
from golint_sched.model.expressions import Binary, BuiltinName, Call, Name, Receive, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Go, If, Return, Select, Send

_UNLOCKS = frozenset({"sync.Mutex.Unlock", "sync.RWMutex.Unlock", "sync.RWMutex.RUnlock", "sync.Locker.Unlock"})
_DEPTH = 4  # callers of a helper that waits


class Lack(Enum):
    """What a Wait lacks."""

    SIGNAL = "nobody signals the condition"
    LOOP = "nobody looks again at what is waited for"
    TEST = "nobody looks beforehand whether what is waited for has happened already"


def unchecked(package: Package, function: Function, wait: Call) -> tuple[Lack, Test | None] | None:
    """Return what a Wait lacks that may go on without looking again, None where it looks.

    if !q.ready {               q.mu.Lock()
        q.cond.Wait()           q.cond.Wait()
    }                           q.mu.Unlock()
    """
    graph = package.graph(function)
    node = graph.node_of.get(wait)
    if node is None or node.index not in graph.reachable or _looks_again(package, graph, node.index):
        return None
    if _is_helper(package, function, node.index, 0) or _is_turn(package, function, node.index):
        return None
    tests = _tests_before(graph, node.index)
    if not tests:
        return Lack.TEST, None
    around = [each for each in package.ancestors(wait) if isinstance(each, If)]
    return Lack.LOOP, next((test for test in tests if any(_is_within(test, each) for each in around)), None)


def _is_within(test: Test, statement: If) -> bool:
    span = statement.condition.span
    return span.start <= test.span.start < span.end


def _looks_again(package: Package, graph: Graph, start: int) -> bool:
    """Tell whether every way on from a node decides anew whether to come to it again, before anything else is done.

    A release of the lock ends the way, unless nothing was done under it.
    """
    seen: set[tuple[int, bool]] = set()
    ends = {graph.endings.get(ending, -1) for ending in (Ending.RETURN, Ending.GOEXIT)}
    stack = [(edge.target, False) for edge in graph.successors[start]]
    while stack:
        index, busy = stack.pop()
        if index in ends:
            return False
        if (index, busy) in seen or index == start or _decides(graph, index, start):
            continue
        seen.add((index, busy))
        origin = graph.nodes[index].origin
        if isinstance(origin, Call) and package.callee(origin).external in _UNLOCKS:
            if busy:
                return False
        else:
            busy = busy or _does(origin)
        stack += [(edge.target, busy) for edge in graph.successors[index]]
    return True


def _does(origin: Origin) -> bool:
    """Tell whether a step may use up what was waited for: a call, or a store into more than a local variable."""
    if isinstance(origin, Assign):
        return any(target is not None and not isinstance(target, Name) for target in origin.targets)
    return isinstance(origin, Call) and not isinstance(origin.function, BuiltinName)


def _decides(graph: Graph, index: int, start: int) -> bool:
    """Tell whether one way on from a branch comes to `start` and another only by passing the branch again."""
    ways = [start in graph.reachable_from(edge.target, avoiding=frozenset({index})) for edge in graph.successors[index]]
    return any(ways) and not all(ways)


def _tests_before(graph: Graph, start: int) -> tuple[Test, ...]:
    """Return the tests that decide whether a node is come to, innermost first."""
    found: list[Test] = []
    current = start
    while current != graph.dominators[current]:
        current = graph.dominators[current]
        origin = graph.nodes[current].origin
        if isinstance(origin, Test) and _decides(graph, current, start):
            found.append(origin)
    return tuple(found)


def _is_helper(package: Package, function: Function, index: int, depth: int) -> bool:
    """Tell whether whoever calls the function is the one to look again: the lock is taken outside.

    It is not where some call in view stands in a function that takes the lock and does not look again.
    """
    graph = package.graph(function)
    for call in package.calls(function):
        node = graph.node_of.get(call)
        takes = isinstance(call.function, Selector) and call.function.field in ("Lock", "RLock")
        if takes and node is not None and index in graph.reachable_from(node.index):
            return False
    callers = package.callers(function)
    if not callers or function.name[:1].isupper() or package.is_value(function) or depth >= _DEPTH:
        return True
    return all(_caller_looks(package, caller, call, depth + 1) for caller, call in callers)


def _caller_looks(package: Package, caller: Function, call: Call, depth: int) -> bool:
    graph = package.graph(caller)
    node = graph.node_of.get(call)
    if node is None or node.index not in graph.reachable or _looks_again(package, graph, node.index):
        return True
    return _is_helper(package, caller, node.index, depth)


def _is_turn(package: Package, function: Function, index: int) -> bool:
    """Tell whether a function that takes the lock itself only returns after the Wait, to callers that call it again.

    func (p *pipe) take(b []byte) (int, error) {    for n == 0 {
        p.mu.Lock()                                     n, err = p.take(b)
        defer p.mu.Unlock()                             if err != nil {
        if p.buf.Len() == 0 {                               return err
            p.cond.Wait()                               }
            return 0, nil                           }
        }
    """
    callers = package.callers(function)
    if not callers or function.name[:1].isupper() or package.is_value(function):
        return False
    returns = _idle_returns(package, package.graph(function), index)
    if returns is None:
        return False
    places = range(len(function.type.results))
    nils = frozenset(place for place in places if all(_gives_nil(each, place) for each in returns))
    return all(_calls_again(package, caller, call, nils) for caller, call in callers)


def _idle_returns(package: Package, graph: Graph, start: int) -> tuple[Return, ...] | None:
    """Return the returns that follow on a node, None where something is done on the way to them."""
    found: list[Return] = []
    seen: set[int] = set()
    stack = [edge.target for edge in graph.successors[start]]
    while stack:
        index = stack.pop()
        if index in seen:
            continue
        seen.add(index)
        origin = graph.nodes[index].origin
        if isinstance(origin, Return):
            found.append(origin)
        elif _acts(origin) and not (isinstance(origin, Call) and package.callee(origin).external in _UNLOCKS):
            return None
        stack += [edge.target for edge in graph.successors[index]]
    return tuple(found)


def _acts(origin: Origin) -> bool:
    """Tell whether a step may rest on what was waited for; a store into a local variable alone does not."""
    return _does(origin) or isinstance(origin, Receive | Send | Select | Go)


def _gives_nil(statement: Return, place: int) -> bool:
    match statement.values[place : place + 1]:
        case (BuiltinName(name="nil"),):
            return True
        case _:
            return False


def _calls_again(package: Package, caller: Function, call: Call, nils: frozenset[int]) -> bool:
    """Tell whether the caller decides whether to call again before it does anything; the results in `nils` are nil."""
    graph = package.graph(caller)
    node = graph.node_of.get(call)
    if node is None:
        return False  # `go p.take(b)`
    known = _results(package, call, nils)
    seen: set[int] = set()
    end = graph.endings.get(Ending.RETURN, -1)
    stack = [edge.target for edge in graph.successors[node.index]]
    while stack:
        index = stack.pop()
        origin = graph.nodes[index].origin
        if index == end or _acts(origin):
            return False
        if index in seen or index == node.index:
            continue
        seen.add(index)
        equal = _compares_with_nil(origin, known)
        if equal is None and _decides(graph, index, node.index):
            continue
        stack += [edge.target for edge in graph.successors[index] if equal is None or edge.guard == Holds(equal)]
    return True


def _results(package: Package, call: Call, places: frozenset[int]) -> frozenset[Variable]:
    """Return the variables that get these results of a call."""
    match package.parent(call):
        case Assign(targets=targets, values=(_,)):
            taken = [target.variable if isinstance(target, Name) else None for target in targets]
        case Declare(variables=variables, values=(_,)):
            taken = list(variables)
        case _:
            return frozenset()
    return frozenset(variable for place, variable in enumerate(taken) if variable is not None and place in places)


def _compares_with_nil(origin: Origin, known: frozenset[Variable]) -> bool | None:
    """Return the outcome of the test whether a variable that is known to be nil is so, None of any other step."""
    match origin:
        case Test(
            expression=Binary(operator="==" | "!=" as operator, left=Name(variable=variable), right=BuiltinName())
        ):
            return operator == "==" if variable in known else None
        case _:
            return None
