"""Functions that a request handler calls, and that so start a goroutine for every request."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.liveness.requests import handler_around
from golint_sched.engines.liveness.work import calls_inside
from golint_sched.flow.graph import Condition
from golint_sched.knowledge.claims import claims
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, Index, Name, PackageName, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign
from golint_sched.model.walk import walk

_DEPTH = 3  # calls deeper than this are not followed
_ONCE = frozenset({"sync.Once.Do"})


@dataclass(frozen=True, slots=True, eq=False)
class Service:
    """A request handler, and the calls that lead from it to the function in question; none for itself."""

    handler: Function
    chain: tuple[Call, ...] = ()
    through: tuple[Function, ...] = ()


def services(package: Package) -> dict[Function, Service]:
    """Return the functions that run for every request: handlers with the literals in them, and what they call.

    func (b *Bot) slash(w http.ResponseWriter, r *http.Request) {
        b.dispatch(command)                                            // func (b *Bot) dispatch(…) { go … }
    }
    """
    found: dict[Function, Service] = {}
    for function in package.bodies():
        handler = handler_around(package, function)
        if handler is not None:
            found[function] = Service(handler, (), (function,))
    pending = [function for function in found if not package.is_test(function)]
    while pending:
        function = pending.pop(0)
        service = found[function]
        if len(service.chain) >= _DEPTH or claims_first(package, function):
            continue
        for call, callee in _callees(package, function):
            if callee in found or callee.body is None or package.callee(call).external in _ONCE:
                continue
            found[callee] = Service(service.handler, (*service.chain, call), (*service.through, callee))
            pending.append(callee)
    return found


def _callees(package: Package, function: Function) -> Iterator[tuple[Call, Function]]:
    """Yield the calls of a function and whom they call; a helper that starts what it is given is one of them."""
    yield from calls_inside(package, function)
    for spawn in package.spawns(function):
        callee = package.callee(spawn.call)
        if spawn.statement is None and len(callee.functions) == 1 and callee.certain:
            yield spawn.call, callee.functions[0]


def claims_first(package: Package, function: Function) -> bool:
    """Tell whether a function tests state that it then changes, so that what follows is not done for every request.

    if c.running {                  if _, ok := s.jobs[id]; ok {        if !c.started.CompareAndSwap(false, true) {
        return                          return                              return
    }                               }                                   }
    c.running = true                s.jobs[id] = newJob()
    """
    tested: set[str] = set()
    for node in package.graph(function).nodes:
        if isinstance(node.origin, Condition):
            for expression in _meant(package, node.origin.expression):
                if isinstance(expression, Call) and claims(_name(expression)):
                    return True
                tested |= _state(package, expression)
    return bool(tested & _changed(package, function))


def _meant(package: Package, test: Expression) -> list[Expression]:
    """Return the parts of a test, and of what the local variables in it hold."""
    found: list[Expression] = []
    for node in walk(test):
        if isinstance(node, Name):
            for definition in package.definitions(node.variable):
                if definition.value is not None:
                    found += [each for each in walk(definition.value) if isinstance(each, Expression)]
        elif isinstance(node, Expression):
            found.append(node)
    return found


def _changed(package: Package, function: Function) -> set[str]:
    """Return the fields and package variables that a function assigns, their elements included."""
    found: set[str] = set()
    for node in package.nodes_of(function, (Assign, Call)):
        if isinstance(node, Assign):
            for target in node.targets:
                found |= set() if target is None else _state(package, _whole(target))
        elif isinstance(node, Call) and _name(node) in ("Store", "Add", "Set"):
            found |= _state(package, node.function.base) if isinstance(node.function, Selector) else set()
    return found


def _whole(target: Expression) -> Expression:
    """Return the map or slice that an element belongs to."""
    return _whole(target.base) if isinstance(target, Index) else target


def _state(package: Package, expression: Expression) -> set[str]:
    """Return the name of the field or package variable that an expression is, "" for others."""
    if isinstance(expression, Selector | PackageName):
        place = package.place(expression)
        if place is not None and (place.field or isinstance(place.root, str)):
            return {place.field or place.text}
    return set()


def _name(call: Call) -> str:
    return call.function.field if isinstance(call.function, Selector) else ""
