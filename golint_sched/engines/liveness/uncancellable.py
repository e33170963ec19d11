"""Waits for the end of a context that nothing can cancel: its Done is a nil channel."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from golint_sched.engines.assigned import field_values, package_variable_values, returned_values
from golint_sched.engines.liveness.channels import received
from golint_sched.knowledge.blocking import NEVER_CANCELLED
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, Name, PackageName, Receive, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Range, Select, SelectClause
from golint_sched.source import Span

_DEPTH = 6  # a chain of parents longer than this is not followed
_WITH_VALUE = frozenset({"context.WithValue", "golang.org/x/net/context.WithValue"})


class Wait(Enum):
    """How a wait for a Done that never comes stands in its function."""

    ALONE = "nothing else can end it"
    CASE = "one case of a select that has others"


@dataclass(frozen=True, slots=True, eq=False)
class Uncancellable:
    """A wait of `function` for `context`, which stems from `roots` and ends with none of them.

    `passed` are the calls that hand the context to the function, where it is a parameter.
    """

    function: Function
    span: Span
    context: Expression
    kind: Wait
    roots: tuple[Call, ...]
    passed: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class _Origin:
    """The calls that a context stems from, and those that hand it on.

    `kept` tells that a field, a package variable or what a function returns holds it.
    """

    roots: tuple[Call, ...] = ()
    passed: tuple[Call, ...] = ()
    kept: bool = False

    def __add__(self, other: "_Origin") -> "_Origin":
        return _Origin(self.roots + other.roots, self.passed + other.passed, self.kept or other.kept)


def uncancellable(package: Package) -> Iterator[Uncancellable]:
    """Yield the waits for contexts that are never cancelled, in source order.

    <-ctx.Done()        for range ctx.Done() { }        case <-ctx.Done():

    Not in tests, nor in what keeps the process alive; nor a case of a select in a function that is given the context.
    """
    for function in package.bodies():
        if function.body is None or package.is_test(function) or package.is_process_lifetime(function):
            continue
        for node in package.nodes_of(function, (Receive, Range)):
            channel: Expression
            match node:
                case Receive(channel=channel) | Range(subject=channel):
                    context = _context(package, channel)
                case _:
                    continue
            origin = None if context is None else _origin(package, context)
            if context is None or origin is None or not origin.roots:
                continue
            kind = _kind(package, node)
            if kind is Wait.CASE and (origin.passed or origin.kept):
                continue  # it is ready for a context that ends, only nobody has one yet
            if kind is not None:
                span = _span(package, node, channel)
                roots, passed = dict.fromkeys(origin.roots), dict.fromkeys(origin.passed)
                yield Uncancellable(function, span, context, kind, tuple(roots), tuple(passed))


def _context(package: Package, channel: Expression) -> Expression | None:
    """Return the context whose Done a channel expression is: `ctx.Done()`, or `done` after `done := ctx.Done()`."""
    if isinstance(channel, Name):
        values = [definition.value for definition in package.definitions(channel.variable)]
        if len(values) != 1 or values[0] is None:
            return None
        channel = values[0]
    if not isinstance(channel, Call) or package.callee(channel).external != "context.Context.Done":
        return None
    return channel.function.base if isinstance(channel.function, Selector) else None


def _kind(package: Package, node: Receive | Range) -> Wait | None:
    """Return how the wait stands, None where it is a poll: `select { case <-ctx.Done(): default: }`."""
    clause = next((each for each in package.ancestors(node) if isinstance(each, SelectClause)), None)
    if clause is None or not isinstance(node, Receive) or received(clause) is not node:
        return Wait.ALONE
    select = package.parent(clause)
    if not isinstance(select, Select) or len(select.clauses) == 1:
        return Wait.ALONE
    return None if any(each.operation is None for each in select.clauses) else Wait.CASE


def _span(package: Package, node: Receive | Range, channel: Expression) -> Span:
    """Return where the wait is shown: the receive, the head of the loop, or the select whose only case it is."""
    if isinstance(node, Range):
        return node.span._replace(end=channel.span.end)
    clause = next((each for each in package.ancestors(node) if isinstance(each, SelectClause)), None)
    select = package.parent(clause) if clause is not None and received(clause) is node else None
    return select.span if isinstance(select, Select) and len(select.clauses) == 1 else node.span


def _origin(package: Package, context: Expression, depth: int = 0) -> _Origin | None:
    """Return where a context stems from that nothing can cancel, None for one that may be cancelled."""
    if depth > _DEPTH:
        return None
    match context:
        case Call():
            return _call_origin(package, context, depth)
        case Name(variable=variable):
            return _variable_origin(package, variable, depth + 1)
        case PackageName(name=name):
            return _joined(package, package_variable_values(package, name), depth)
        case Selector():
            return _joined(package, field_values(package, context), depth)
        case _:
            return None


def _call_origin(package: Package, call: Call, depth: int) -> _Origin | None:
    """Return where the context that a call makes stems from: Background, WithValue, a function of the package."""
    callee = package.callee(call)
    if callee.external in NEVER_CANCELLED:
        return _Origin((call,))
    if callee.external in _WITH_VALUE and call.arguments:
        return _origin(package, call.arguments[0], depth + 1)
    if len(callee.functions) != 1 or not callee.certain:
        return None
    return _joined(package, returned_values(package, callee.functions[0]), depth)


def _joined(package: Package, values: tuple[Expression, ...] | None, depth: int) -> _Origin | None:
    """Return where all of the values stem from, None where one may be cancelled, or none is known."""
    found = _Origin(kept=True)
    for value in values or ():
        one = _origin(package, value, depth + 1)
        if one is None:
            return None
        found += one
    return found if values else None


def _variable_origin(package: Package, variable: Variable, depth: int) -> _Origin | None:
    found = _Origin()
    for definition in package.definitions(variable):
        if definition.range_part or definition.position not in (None, 0):
            return None
        if definition.value is not None:
            one = None if definition.position is not None else _origin(package, definition.value, depth)
        elif definition.function is not None and variable in definition.function.parameters:
            one = _passed(package, definition.function, variable, depth)
        else:
            one = None
        if one is None:
            return None
        found += one
    return found


def _passed(package: Package, function: Function, variable: Variable, depth: int) -> _Origin | None:
    """Return where the contexts stem from that all callers pass, None where one of them is out of view."""
    exported = function.name[:1].isupper() and package.name != "main"
    if exported or package.is_value(function):
        return None
    position = function.parameters.index(variable)
    found = _Origin()
    calls = [call for caller, call in package.callers(function) if not package.is_test(caller)]
    for call in calls:
        one = _origin(package, call.arguments[position], depth) if position < len(call.arguments) else None
        if one is None:
            return None
        found += _Origin(one.roots, (call, *one.passed))
    return found
