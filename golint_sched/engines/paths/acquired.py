"""Which calls give their caller a value that it has to release: a response, a cancel function, a ticker."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from golint_sched.engines.paths.keys import Key
from golint_sched.engines.paths.protocol import Binding
from golint_sched.knowledge.callbacks import RUNS_AT_END
from golint_sched.link.package import Package
from golint_sched.model.expressions import BuiltinName, Call, Expression, Name, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, ExpressionStatement, Return
from golint_sched.model.types import FunctionType, NamedType, PointerType, Type

_ERROR = NamedType("builtin", "error")
_BOOL = NamedType("builtin", "bool")


@dataclass(frozen=True, slots=True)
class Source:
    """What a call gives: result `position` has to be released unless result `error`, if any, is not nil.

    `path` are the fields from that result to the thing itself, and `origin` is the call outside the package from
    which it comes in the end. `name` is the full name of the function that makes it: the one that `origin` calls, or
    one that a neighbour's function calls there. `flag` says that result `error` is a bool, which is true where there is
    something.
    """

    position: int
    error: int | None
    path: tuple[str, ...]
    origin: Call
    name: str
    flag: bool = False


@dataclass(frozen=True, slots=True)
class Resource:
    """A kind of value: `paths` gives for each type that carries it the fields from there to the thing itself.

    `origins` gives for the full name of a function outside the package the position of the value among its results,
    and of the error, None where it cannot fail. `other` may know further calls. The result of `optional` functions may
    be left alone. `harmless` tells of which origins nothing has to be released, `refused` which calls of them panic.
    """

    origins: dict[str, tuple[int, int | None]]
    paths: dict[Type, tuple[str, ...]]
    other: Callable[[Package, Call], tuple[int, int | None] | None] = lambda _package, _call: None
    optional: frozenset[str] = frozenset()
    harmless: Callable[[Package, Call], bool] = lambda _package, _origin: False
    refused: Callable[[Call], bool] = lambda _call: False


class Acquired:
    """Answers for one package and one resource; answers are remembered."""

    def __init__(self, package: Package, resource: Resource) -> None:
        """Make it for a linked package."""
        self.package = package
        self.resource = resource
        self._functions: dict[Function, Source | None] = {}
        self._calls: dict[Call, Source | None] = {}

    def source(self, call: Call) -> Source | None:
        """Return what the call gives its caller, None where that is nothing to release."""
        if call not in self._calls:
            self._calls[call] = None
            self._calls[call] = self._source(call)
        return self._calls[call]

    def _source(self, call: Call) -> Source | None:
        callee = self.package.callee(call)
        known = self.resource.origins.get(callee.external)
        if known is None and not callee.external and not (callee.functions and callee.certain):
            known = self.resource.other(self.package, call)
        if known is not None and self.resource.refused(call):
            return None
        if known is not None:
            results = self.package.resolver.result_types(call)
            given = results[known[0]] if len(results) > known[0] else None
            path = self.resource.paths.get(given, ()) if given else ()
            return Source(known[0], known[1], path, call, callee.external)
        if callee.external:
            return self._given_elsewhere(callee.external, call)
        found = [self.given_by(function) for function in callee.functions]
        return found[0] if found and all(each is not None for each in found) else None

    def _given_elsewhere(self, name: str, call: Call) -> Source | None:
        """Return what a function of a neighbour returns to its caller for release."""
        neighbours = self.package.tables.neighbours
        signature = neighbours.signature(name)
        if signature is None or not any(given in self.resource.paths for given in signature.results):
            return None
        key = ("acquired", frozenset(self.resource.origins))
        found = neighbours.ask(name, key, lambda *one: _given(self.resource, *one))
        if found is None:
            return None
        position, error, path, origin, flag = found
        return Source(position, error, path, call, origin, flag)

    def bindings(self, statement: Assign | Declare) -> Iterator[Binding]:
        """Yield what local variables get: `resp, err := client.Do(req)`, `var t = time.NewTicker(d)`."""
        targets: tuple[Expression | Variable | None, ...]
        targets = statement.targets if isinstance(statement, Assign) else statement.variables
        if isinstance(statement, Assign) and statement.operator not in ("=", ":="):
            return
        for place, value in enumerate(statement.values):
            source = self.source(value) if isinstance(value, Call) else None
            if source is None:
                continue
            place = source.position if len(statement.values) == 1 else place  # noqa: PLW2901 -- `a, b := f()`
            target = targets[place] if place < len(targets) else None
            variable = target.variable if isinstance(target, Name) else target
            if isinstance(variable, Variable) and isinstance(value, Call):
                yield Binding(Key(variable, source.path), value, source.error, source.position, source.flag)

    def is_dropped(self, call: Call) -> bool:
        """Tell whether nobody keeps what the call gives: `_, err := http.Get(url)`, `ctx, _ := …`, `http.Get(url)`."""
        source = self.source(call)
        parent = self.package.parent(call)
        if source is None:
            return False
        if isinstance(parent, ExpressionStatement):
            return source.name not in self.resource.optional
        if not isinstance(parent, Assign | Declare):
            return False
        targets = parent.targets if isinstance(parent, Assign) else parent.variables
        place = source.position if len(parent.values) == 1 else parent.values.index(call)
        return place < len(targets) and targets[place] is None

    # -- functions of the package ---------------------------------------------------------------------------------

    def given_by(self, function: Function) -> Source | None:
        """Return what a function of the package returns to its caller for release."""
        if function not in self._functions:
            self._functions[function] = None  # a function that calls itself adds nothing there
            self._functions[function] = self._find(function)
        return self._functions[function]

    def _find(self, function: Function) -> Source | None:
        if function.body is None:
            return None
        results = function.type.results
        last = len(results) - 1
        error = last if last > 0 and results[last] == _ERROR else None
        for position, given in enumerate(results):
            path = self.resource.paths.get(given)
            if path is None:
                continue
            origin = self._returned(function, position, path)
            if origin is not None:
                flag = error is None and _is_told_by_flag(self.package, function, position)
                if flag or (error is None and _is_told_by_nil(self.package, function, position)):
                    error = last
                return Source(position, error, path, origin, self._name_of(origin), flag)
        return None

    def _name_of(self, origin: Call) -> str:
        source = self.source(origin)
        return source.name if source is not None else self.package.callee(origin).external

    def _returned(self, function: Function, position: int, path: tuple[str, ...]) -> Call | None:
        """Return the origin of the value that the function's return statements pass on in this position."""
        for node in self.package.inside(function, Return):
            origin: Call | None = None
            if not node.values and position < len(function.results):
                origin = self._kept_in(function, function.results[position], node)
            elif len(node.values) == 1 and len(function.type.results) > 1 and isinstance(node.values[0], Call):
                source = self.source(node.values[0])
                origin = source.origin if source is not None and source.position == position else None
            elif position < len(node.values):
                origin = self._value(function, node.values[position], path, node)
            if origin is not None:
                return origin
        return None

    def _value(self, function: Function, value: Expression, path: tuple[str, ...], at: Return) -> Call | None:
        match value:
            case Call():
                source = self.source(value)
                return source.origin if source is not None and source.path == path else None
            case Name(variable=variable):
                return self._kept_in(function, variable, at)
            case Selector(base=Name(variable=variable), field=field) if not path:
                found = self._kept_in(function, variable, at)
                source = self.source(found) if found is not None else None
                return found if source is not None and source.path == (field,) else None
            case _:
                return None

    def _kept_in(self, function: Function, variable: Variable, at: Return) -> Call | None:
        """Return the origin of what a variable holds, None where the function itself releases or replaces it."""
        for definition in self.package.definitions(variable):
            if isinstance(definition.value, Call) and definition.function is function:
                source = self.source(definition.value)
                if source is not None and source.position == (definition.position or 0):
                    key = Key(variable, source.path)
                    return None if self._is_settled(function, key, at) else source.origin
        return None

    def _is_settled(self, function: Function, key: Key, at: Return) -> bool:
        """Tell whether the value has been released, or its inner part replaced, on every way to the return."""
        graph = self.package.graph(function)
        end = graph.node_of.get(at)
        for name in self.package.names(key.root) if isinstance(key.root, Variable) else ():
            around = [name, *self.package.ancestors(name)]
            deferred = self.package.owner(name) is not function or any(isinstance(each, Defer) for each in around)
            depth = 1 + len(key.path)
            if len(around) <= depth or not all(
                isinstance(step, Selector) and step.field == field
                for step, field in zip(around[1:depth], key.path, strict=True)
            ):
                continue
            inner, outer = around[depth - 1], around[depth]
            if key.path and isinstance(outer, Assign) and any(target is inner for target in outer.targets):
                return True
            call = around[depth + 1] if isinstance(outer, Selector) and len(around) > depth + 1 else outer
            if isinstance(outer, Call) and outer.function is not inner and self._runs_at_end(outer):
                return True
            if not isinstance(call, Call) or (outer is call and call.function is not inner):
                continue
            if isinstance(outer, Selector) and outer.field not in ("Close", "Stop"):
                continue
            node = graph.node_of.get(call)
            if deferred or (node is not None and end is not None and graph.dominates(node.index, end.index)):
                return True
        return False

    def _runs_at_end(self, call: Call) -> bool:
        """`t.Cleanup(cancel)`: the test calls it, whatever becomes of it until then."""
        return self.package.callee(call).external in RUNS_AT_END


def _is_told_by_flag(package: Package, function: Function, position: int) -> bool:
    """Tell whether the last result is a bool that every return gives as a constant, and false only beside nil.

    return nil, nil, false          return ctx, cancel, true
    """
    if function.type.results[-1] != _BOOL or function.body is None:
        return False
    returned = [node.values for node in package.inside(function, Return)]
    for values in returned:
        last = values[-1] if len(values) == len(function.type.results) else None
        if not isinstance(last, BuiltinName):
            return False
        value = values[position]
        if last.name == "false" and not _is_nil(value):
            return False
    return True


def _is_told_by_nil(package: Package, function: Function, position: int) -> bool:
    """Tell whether the last result is an error of a type of its own: every return gives it, or the value, as nil.

    return nil, &statusError{err}           return resp, nil
    """
    last = len(function.type.results) - 1
    returned = [node.values for node in package.inside(function, Return)]
    if position == last or not all(len(values) == last + 1 for values in returned):
        return False
    well = [_is_nil(values[last]) for values in returned]
    return any(well) and all(fine or _is_nil(values[position]) for fine, values in zip(well, returned, strict=True))


def _is_nil(value: Expression) -> bool:
    return isinstance(value, BuiltinName) and value.name == "nil"


def _given(
    resource: Resource, package: Package, function: Function
) -> tuple[int, int | None, tuple[str, ...], str, bool] | None:
    """Return position, error, path, name and flag of what the function of a neighbour gives its caller for release."""
    found = Acquired(package, resource).given_by(function)
    if found is None or resource.harmless(package, found.origin):
        return None
    return found.position, found.error, found.path, found.name, found.flag


def is_pointer_to(given: Type, name: str) -> bool:
    """Tell whether a type is `*package.Name`."""
    package, _, bare = name.rpartition(".")
    return isinstance(given, PointerType) and given.element == NamedType(package, bare)


def response_function(package: Package, call: Call) -> tuple[int, int | None] | None:
    """`doer.Do(req)` where doer is an interface, or Do a field, that takes a request and gives its response."""
    if not isinstance(call.function, Selector):
        return None
    given = package.resolver.type_of(call.function)
    if not isinstance(given, FunctionType) or given.results[1:] != (_ERROR,):
        return None
    takes = any(is_pointer_to(each, "net/http.Request") for each in given.parameters)
    return (0, len(given.results) - 1) if takes and is_pointer_to(given.results[0], "net/http.Response") else None
