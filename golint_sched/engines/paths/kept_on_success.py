"""Cancel functions that are meant to be called only where something fails: the context goes on with what was made.

defer func() {
        if err != nil {
                cancel()
        }
}()
"""

from dataclasses import replace

from golint_sched.engines.paths.keys import Key
from golint_sched.engines.paths.protocol import Effect
from golint_sched.engines.paths.relevance import ERROR
from golint_sched.engines.paths.values import Lost, Values, leaves
from golint_sched.link.package import Package
from golint_sched.model.expressions import Binary, BuiltinName, Expression, FunctionLiteral, Name, Selector, Unary
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Defer, If
from golint_sched.model.types import NamedType

_BOOL = NamedType("builtin", "bool")


def lost_by_mistake(package: Package, values: Values, lost: Lost) -> Lost | None:
    """Return the loss, by a way out that fails where there is one; None if it is lost on success alone, on purpose."""
    if lost.key is None or lost.exit is None or not _is_for_failure(package, values, lost.function, lost.key):
        return lost
    ways = (way for way in values.walker.walk(lost.function, lost.key).exits if leaves(way, lost.call))
    errors = [place for place, result in enumerate(lost.function.results) if result.type == ERROR]
    failed = next((way for way in ways if any(way.results[place] == "set" for place in errors)), None)
    return None if failed is None else replace(lost, exit=failed)


def _is_for_failure(package: Package, values: Values, function: Function, key: Key) -> bool:
    """Tell whether a deferred literal releases the value on a condition about what it sees of the way out."""
    for statement in package.inside(function, Defer):
        called = statement.call.function
        literals = package.callee(statement.call).functions if isinstance(called, FunctionLiteral) else ()
        for literal in literals:
            for call in package.calls(literal):
                action = values.walker.reach.action(call)
                if action is None or action.effect is not Effect.RELEASE or action.key != key:
                    continue
                tests = [each for each in package.ancestors(call) if isinstance(each, If)]
                if any(_tells_failure(package, test.condition, literal) for test in tests):
                    return True
    return False


def _tells_failure(package: Package, condition: Expression, literal: Function) -> bool:
    """`err != nil`, `!done`: a variable of the function around the literal."""
    match condition:
        case Binary(operator="!=", left=Name() as name, right=BuiltinName(name="nil")):
            known = package.type_of(name) == ERROR
        case Unary(operator="!", operand=Name() as name) | (Name() as name):
            known = package.type_of(name) == _BOOL
        case _:
            return False
    return known and not literal.span.start <= name.variable.span.start < literal.span.end


def is_ended_otherwise(package: Package, lost: Lost) -> bool:
    """Tell whether what a helper started, and gave a cancel function for, is waited for without calling that.

    feed, _, done := watch()        // done is a group
    feed.Close()
    done.Wait()
    """
    statement = package.parent(lost.call)
    if lost.key is not None or lost.source.origin is lost.call or not isinstance(statement, Assign):
        return False
    given = {target.variable for target in statement.targets if isinstance(target, Name)}
    return any(
        package.callee(call).external == "sync.WaitGroup.Wait"
        and isinstance(call.function, Selector)
        and isinstance(call.function.base, Name)
        and call.function.base.variable in given
        for call in package.calls(lost.function)
    )
