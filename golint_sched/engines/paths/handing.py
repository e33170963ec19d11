"""When the duty to release goes to somebody else."""

from collections.abc import Iterator

from golint_sched.engines.paths.keys import GOROUTINE, Key, into, receiver_key
from golint_sched.engines.paths.protocol import Effect, Repeat
from golint_sched.engines.paths.reach import Reach
from golint_sched.flow.graph import Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Call,
    CompositeLiteral,
    Expression,
    FunctionLiteral,
    Name,
    PackageName,
    Selector,
    Unary,
    VariableKind,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, Go, Return, Send

_DEPTH = 2  # callees of a goroutine's callees that may be the first to release


class Handing:
    """Answers for one package and one protocol; answers are remembered."""

    def __init__(self, package: Package, reach: Reach) -> None:
        """Make it for a linked package."""
        self.package = package
        self.reach = reach
        self.protocol = reach.protocol
        self._given: dict[tuple[Function, Key], frozenset[int]] = {}
        self._nodes: dict[tuple[Node, Key], bool] = {}

    def given_away(self, function: Function, key: Key) -> frozenset[int]:
        """Return the nodes of the function's graph at which the resource itself goes out of sight."""
        if self.protocol.given_away is None:
            return frozenset()
        if (function, key) not in self._given:
            self._given[function, key] = self.protocol.given_away(self.package, function, key)
        return self._given[function, key]

    def hands_on(self, node: Node, key: Key) -> bool:
        """Tell whether the node gives a function that releases to somebody else.

        The shapes are `return unlock`, `return func() { … }`, `s.unlock = …`, `t.Cleanup(…)`, `T{unlock: …}`,
        `return &guard{}` where a method of guard releases, and `go func() { …; mu.Unlock() }()`; also `lock = &c.mu`
        where lock is a result, and `return &lease{lock: &c.mu}`.
        """
        if (node, key) not in self._nodes:
            self._nodes[node, key] = self._hands_on(node, key)
        return self._nodes[node, key]

    def may_hand_on(self, node: Node) -> bool:
        """Tell whether there may be an object that the node hands on, or whose release it is handed."""
        match node.origin:
            case Go() | Return():
                return True
            case Defer(call=call):
                return any(self._may_release(argument) for argument in call.arguments)
            case Assign(values=values):
                return any(self._may_release(value) for value in values)
            case Call() as call if self._starting(call):
                return True
            case _:
                return any(self._may_release(value) for value in _given_away(node))

    def _may_release(self, expression: Expression) -> bool:
        """Tell whether there may be an object that `is_releaser` is true of."""
        released = self.protocol.released_value
        pointed = self.protocol.pointed
        if released is not None and released(self.package, expression) is not None:
            return True
        if pointed is not None and pointed(self.package, expression) is not None:
            return True
        match expression:
            case FunctionLiteral() | Name() | PackageName() | Selector():
                return bool(self.package.resolver.function_value(expression).functions)
            case CompositeLiteral(elements=elements):
                return any(self._may_release(element.value) for element in elements)
            case Unary(operator="&", operand=operand):
                return self._may_release(operand)
            case Call(arguments=arguments) if self.package.callee(expression).conversion:
                return any(self._may_release(argument) for argument in arguments)
            case _:
                return False

    def _hands_on(self, node: Node, key: Key) -> bool:
        origin = node.origin
        if key == GOROUTINE and isinstance(origin, Return) and any(self._has_release(each) for each in origin.values):
            return True
        if isinstance(origin, Go) and key != GOROUTINE and self._is_released_by(origin.call, key):
            return True
        if any(self.is_releaser(value, key) for value in _given_away(node)):
            return True
        if any(self._points_to(value, key) for value in _left_behind(node)):
            return True
        return isinstance(origin, Assign) and any(
            isinstance(target, Name) and self.is_releaser(value, key) and not self._is_followed(target)
            for target, value in zip(origin.targets, origin.values, strict=False)
        )

    def _points_to(self, expression: Expression, key: Key) -> bool:
        """Tell whether whoever has the value has the resource, in it or in a field of it."""
        pointed = self.protocol.pointed
        if pointed is None:
            return False
        match expression:
            case CompositeLiteral(elements=elements):
                return any(self._points_to(element.value, key) for element in elements)
            case Unary(operator="&", operand=CompositeLiteral() as literal):
                return self._points_to(literal, key)
            case _:
                return pointed(self.package, expression) == key

    def takes(self, call: Call, key: Key) -> bool:
        """Tell whether the call is handed a function that releases, which it does not run at once itself.

        Or it starts a goroutine that does: `s.finish()`, with `go func() { defer s.mu.Unlock(); … }()` in it.
        """
        if self._starts_release(call, key):
            return True
        if self.reach.matters(call, key) and self.reach.called(call):
            return False
        return any(self.is_releaser(argument, key) for argument in call.arguments)

    def _starts_release(self, call: Call, key: Key) -> bool:
        for function in self._starting(call):
            if isinstance(self.package.parent(call), Go):
                return False
            inner = into(self.package, call, function, key)
            if inner is not None and any(
                spawn.statement is not None and self._is_released_by(spawn.call, inner)
                for spawn in self.package.spawns(function)
            ):
                return True
        return False

    def _starting(self, call: Call) -> tuple[Function, ...]:
        """Return the functions of the package that a call runs, if they start goroutines; asked of locks alone."""
        if self.protocol.repeat is not Repeat.BLOCKS:
            return ()
        callee = self.package.callee(call)
        starting = callee.certain and all(self.package.spawns(each) for each in callee.functions)
        return callee.functions if starting else ()

    def _is_released_by(self, call: Call, key: Key) -> bool:
        """Tell whether a goroutine releases what was acquired before it started."""
        for function in self.package.callee(call).functions:
            inner = into(self.package, call, function, key)
            if inner is not None and (
                self._only_releases(function, inner) or self._begins_with_release(function, inner)
            ):
                return True
        return any(self.is_releaser(argument, key) for argument in call.arguments)

    def _only_releases(self, function: Function, key: Key) -> bool:
        if self.reach.release_in(function, key) is None:
            return False
        return key == GOROUTINE or self.reach.acquire_in(function, key) is None

    def _begins_with_release(self, function: Function, key: Key, depth: int = 0) -> bool:
        """Tell whether the first that a goroutine does to the resource is to release what it has not acquired.

        go func() { defer mu.Unlock(); s.update() }()           // update may unlock, and lock again, in between
        go func() { err := c.wait(ctx); c.mu.Unlock() }()       // so does wait
        """
        first = next((call for call in self.reach.calls(function) if self.reach.matters(call, key)), None)
        if first is None or depth > _DEPTH:
            return False
        action = self.reach.action(first)
        if action is not None and action.key == key:
            return action.effect is Effect.RELEASE and (depth > 0 or isinstance(self.package.parent(first), Defer))
        inner = [(each, into(self.package, first, each, key)) for each in self.reach.called(first) if each.name]
        return (
            bool(inner)
            and (depth > 0 or self._releases_itself(function, key))
            and all(name is not None and self._begins_with_release(each, name, depth + 1) for each, name in inner)
        )

    def _releases_itself(self, function: Function, key: Key) -> bool:
        """Tell whether the function has a release of the resource in its own text, and no acquisition."""
        own = [action.effect for _, action in self.reach.actions(function) if action.key == key]
        return bool(own) and all(effect is Effect.RELEASE for effect in own)

    def _is_followed(self, variable: Name) -> bool:
        """Tell whether a call of the variable is known to run the one function that it is given."""
        callee = self.package.resolver.function_value(variable)
        return len(callee.functions) == 1 or bool(callee.external)

    def _has_release(self, expression: Expression) -> bool:
        """Tell whether the expression's type has a method that does nothing to the resource but release it."""
        name = self.package.type_name(expression)
        return any(
            self.reach.release_in(function) is not None and self.reach.acquire_in(function) is None
            for (owner, _), functions in self.package.tables.methods.items()
            for function in functions
            if owner == name
        )

    def is_releaser(self, expression: Expression, key: Key) -> bool:
        """Tell whether the expression is a function that releases when it is called, or a literal that holds one."""
        released = self.protocol.released_value
        if released is not None and released(self.package, expression) == key:
            return True
        match expression:
            case FunctionLiteral() | Name() | PackageName() | Selector():
                callee = self.package.resolver.function_value(expression)
                if key == GOROUTINE or isinstance(expression, FunctionLiteral | Name):
                    return any(self._only_releases(function, key) for function in callee.functions)
                return isinstance(expression, Selector) and self._method_releases(expression, callee.functions, key)
            case CompositeLiteral(elements=elements):
                return any(self.is_releaser(element.value, key) for element in elements)
            case Unary(operator="&", operand=operand):
                return self.is_releaser(operand, key)
            case Call(arguments=arguments) if self.package.callee(expression).conversion:
                return any(self.is_releaser(argument, key) for argument in arguments)
            case _:
                return False

    def _method_releases(self, selector: Selector, functions: tuple[Function, ...], key: Key) -> bool:
        """`s.unlock` as a value, where the method releases a field of its receiver."""
        base = receiver_key(self.package, selector)
        if base is None or base.root is not key.root or key.path[: len(base.path)] != base.path:
            return False
        return any(
            self._only_releases(function, Key(function.receiver, key.path[len(base.path) :], key.field))
            for function in functions
            if function.receiver is not None
        )


def _left_behind(node: Node) -> Iterator[Expression]:
    """Yield the values that the function's caller, or others, find behind the node: results, fields, messages."""
    match node.origin:
        case Assign(targets=targets, values=values):
            for target, value in zip(targets, values, strict=False):
                literal = value.operand if isinstance(value, Unary) else value
                local = isinstance(target, Name) and target.variable.kind is not VariableKind.RESULT
                if not local or isinstance(literal, CompositeLiteral):
                    yield value
        case Call():
            pass
        case _:
            yield from _given_away(node)


def _given_away(node: Node) -> Iterator[Expression]:
    """Yield the values that the node passes on: to the caller, to a callee, into something that outlives the call."""
    match node.origin:
        case Return(values=values):
            yield from values
        case Call(arguments=arguments):
            yield from arguments
        case Send(value=value):
            yield value
        case Assign(targets=targets, values=values):
            for position, value in enumerate(values):
                local = position < len(targets) and isinstance(targets[position], Name)
                if not local or isinstance(value, CompositeLiteral | Unary):
                    yield value
        case Declare(values=values):
            yield from (value for value in values if isinstance(value, CompositeLiteral | Unary))
        case _:
            pass
