"""Objects that a function makes, and that nobody else can have yet."""

from collections.abc import Iterator, Mapping

from golint_sched.engines.paths.keys import Key, out_of
from golint_sched.engines.paths.locks_kept import Locks
from golint_sched.flow.graph import Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Binary,
    Call,
    Expression,
    Index,
    Name,
    Selector,
    Unary,
    Variable,
    VariableKind,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, ExpressionStatement, Go
from golint_sched.model.walk import ModelNode

_DEPTH = 4  # callers, aliases and callees that are followed
_USES = ("fmt.", "log.", "testing.", "sync.", "sync/atomic.", "errors.", "log/slog.")


class Unshared:
    """Answers for the locks of one package."""

    def __init__(self, locks: Locks) -> None:
        """Make it for the locks of a package."""
        self.locks = locks
        self.package = locks.package

    def holds(self, function: Function, key: Key, call: Call, depth: int = 0) -> bool:
        """Tell whether no other goroutine can have the key's object when the function makes the call."""
        root = key.root
        if not isinstance(root, Variable) or depth > _DEPTH:
            return False
        if root is function.receiver or root in function.parameters:
            return self._for_all_callers(function, key, depth)
        if root.kind is not VariableKind.LOCAL or not self._is_made(root):
            return False
        around = self._in_function_of(root, function, call)
        if around is None:
            return False
        maker, place = around
        end = _index(self.package, maker, place)
        return end is not None and not any(
            end in self.package.graph(maker).reachable_from(start) for start in self._shares(maker, root)
        )

    def is_own(self, variable: Variable) -> bool:
        """Tell whether a local variable holds an object that its function has made itself."""
        return variable.kind is VariableKind.LOCAL and self._is_made(variable)

    def shared_at(self, function: Function, variable: Variable) -> frozenset[int]:
        """Return the nodes at which the function gives the object of its variable to somebody else."""
        return frozenset(self._shares(function, variable))

    def _for_all_callers(self, function: Function, key: Key, depth: int) -> bool:
        """Tell whether all that calls the function is in view, and has an object of its own."""
        package = self.package
        if function.name[:1].isupper() and package.name != "main":
            return False
        if package.spawners(function) or (function.name and package.is_value(function)):
            return False
        callers = tuple(
            each for each in package.callers(function) if package.is_test(each[0]) <= package.is_test(function)
        )
        for caller, call in callers:
            outer = out_of(package, call, function, key)
            if outer is None or not self.holds(caller, outer, call, depth + 1):
                return False
        return bool(callers)

    def _is_made(self, variable: Variable) -> bool:
        definitions = self.package.definitions(variable)
        if self.locks.is_new(variable):
            return True
        return bool(definitions) and all(each.value is None and each.type is not None for each in definitions)

    def _in_function_of(
        self, variable: Variable, function: Function, node: ModelNode
    ) -> tuple[Function, ModelNode] | None:
        """Return the function that declares the variable, with what stands there for a place in a literal of it."""
        while not function.span.start <= variable.span.start < function.span.end:
            around = self.package.enclosing(function)
            if around is None or self.package.spawners(function):
                return None
            node = self.package.tables.literal_nodes[function]
            function = around
        return function, node

    def _shares(self, function: Function, variable: Variable) -> Iterator[int]:
        """Yield the nodes at which the function gives the object to somebody else."""
        for name in self.package.names(variable):
            owner = self.package.owner(name)
            if owner is function:
                site = self._shared_by(name, 0)
            elif owner is not None and not self._runs_here(owner, function):
                outer = self._outer_literal(owner, function)
                site = None if outer is None else self.package.tables.literal_nodes[outer]
            else:
                site = None
            index = None if site is None else _index(self.package, function, site)
            if index is not None:
                yield index

    def _runs_here(self, literal: Function, function: Function) -> bool:
        """Tell whether a literal in the function only runs where it stands."""
        current: Function | None = literal
        while current is not None and current is not function:
            parent = self.package.parent(self.package.tables.literal_nodes[current])
            if self.package.spawners(current) or not (isinstance(parent, Call) and self.locks.reach.called(parent)):
                return False
            current = self.package.enclosing(current)
        return True

    def _outer_literal(self, literal: Function, function: Function) -> Function | None:
        current: Function | None = literal
        while current is not None and self.package.enclosing(current) is not function:
            current = self.package.enclosing(current)
        return current

    def _shared_by(self, value: Expression, depth: int) -> ModelNode | None:
        """Return what gives the value of an expression to somebody else, None where nothing does."""
        parent = self.package.parent(value)
        match parent:
            case Selector():
                call = self.package.parent(parent)
                if isinstance(call, Call) and call.function is parent:
                    return call if self._starts_goroutine(call) else None
                return None
            case Unary(operator="&" | "*"):
                return self._shared_by(parent, depth)
            case Binary() | Index() | ExpressionStatement() | None:
                return None
            case Call() if isinstance(self.package.parent(parent), Go):
                return parent
            case Call():
                return parent if self._keeps(parent, value, depth) else None
            case Assign(targets=targets, values=values):
                if any(target is value for target in targets):
                    return None
                place = next((position for position, each in enumerate(values) if each is value), 0)
                target = targets[place] if place < len(targets) else None
                return None if target is None or isinstance(target, Name) else parent
            case Declare():
                return None
            case _:
                return parent

    def _starts_goroutine(self, call: Call) -> bool:
        """Tell whether a method that the object is the receiver of starts a goroutine."""
        if isinstance(self.package.parent(call), Go):
            return True
        return any(self.package.spawns(function) for function in self.package.callee(call).functions)

    def _keeps(self, call: Call, value: Expression, depth: int) -> bool:
        """Tell whether a callee may give an argument to somebody else."""
        callee = self.package.callee(call)
        if not callee.functions:
            return not callee.external.startswith(_USES) and callee.external not in ("builtin.len", "builtin.print")
        if depth > _DEPTH:
            return True
        place = next((position for position, each in enumerate(call.arguments) if each is value), None)
        for function in callee.functions:
            if place is None or place >= len(function.parameters) or function.body is None:
                return True
            names = self.package.names(function.parameters[place])
            if any(self.package.owner(name) is not function or self._shared_by(name, depth + 1) for name in names):
                return True
        return False


def _index(package: Package, function: Function, place: ModelNode) -> int | None:
    """Return the node of the graph that stands for a place in the function's text."""
    node_of: Mapping[object, Node] = package.graph(function).node_of  # type: ignore[assignment]  # keys are nodes
    for around in (place, *package.ancestors(place)):
        node = node_of.get(around)
        if node is not None:
            return node.index
    return None
