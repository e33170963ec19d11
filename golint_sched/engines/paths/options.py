"""Knows options that are given as functions, and what a function that takes them finds in them.

func (q *queue) push(item any, opt ...Option) {
        opts := getOpts(opt...)
        if !opts.withLockHeld { q.mu.Lock(); defer q.mu.Unlock() }
}
q.push(item, WithLockHeld(true))        // where WithLockHeld returns func(o *options) { o.withLockHeld = held }
"""

from collections.abc import Iterator

from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    Constant,
    Expression,
    FunctionLiteral,
    Name,
    Selector,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Range, Return


def option_asked(package: Package, selector: Selector) -> Variable | None:
    """Return the variadic parameter whose options made what a field is selected from: `opts := getOpts(opt...)`."""
    if not isinstance(selector.base, Name):
        return None
    definitions = package.definitions(selector.base.variable)
    value = definitions[0].value if len(definitions) == 1 else None
    if not isinstance(value, Call) or not value.spread or definitions[0].position not in (None, 0):
        return None
    given, owner = value.arguments[-1], package.owner(value)
    if owner is None or not isinstance(given, Name) or not owner.parameters:
        return None
    callee = package.callee(value)
    applied = callee.functions and callee.certain and all(_applies(package, each) for each in callee.functions)
    is_own = owner.type.variadic and given.variable is owner.parameters[-1] and package.is_stable(given.variable)
    return given.variable if applied and is_own and package.is_stable(selector.base.variable) else None


def _applies(package: Package, function: Function) -> bool:
    """Tell whether a function calls each of its variadic arguments: `for _, o := range opt { o(&opts) }`."""
    if function.body is None or not function.type.variadic:
        return False
    called = {call.function.variable for call in package.calls(function) if isinstance(call.function, Name)}
    return any(
        isinstance(loop.subject, Name)
        and loop.subject.variable is function.parameters[-1]
        and isinstance(loop.value, Name)
        and loop.value.variable in called
        for loop in package.inside(function, Range)
    )


def options_given(package: Package, call: Call, function: Function) -> dict[str, Expression]:
    """Return which fields the options of a call set, and to what; those that cannot be told are left out."""
    found: dict[str, Expression] = {}
    if not function.type.variadic or call.spread or not function.parameters:
        return found
    for argument in call.arguments[len(function.parameters) - 1 :]:
        assigned = _assigned_by(package, argument)
        if assigned is None:
            found = {}
        for field, value in assigned or ():
            found.pop(field, None)
            if value is not None:
                found[field] = value
    return found


def _assigned_by(package: Package, option: Expression) -> list[tuple[str, Expression | None]] | None:
    """Return the fields that an option sets, as far as it can be told to what; None where it may set any."""
    callee = package.callee(option) if isinstance(option, Call) else None
    if not isinstance(option, Call) or callee is None or len(callee.functions) != 1 or not callee.certain:
        return None
    (maker,) = callee.functions
    statements = maker.body.statements if maker.body is not None else ()
    match statements:
        case (Return(values=(FunctionLiteral(function=literal),)),):
            return list(_assignments(option, maker, literal)) if _only_assigns(literal) else None
        case _:
            return None


def _only_assigns(literal: Function) -> bool:
    statements = literal.body.statements if literal.body is not None else ()
    return len(literal.parameters) == 1 and all(
        isinstance(each, Return) or (isinstance(each, Assign) and each.operator == "=") for each in statements
    )


def _assignments(option: Call, maker: Function, literal: Function) -> Iterator[tuple[str, Expression | None]]:
    (own,) = literal.parameters
    given = dict(zip(maker.parameters, option.arguments, strict=False)) if not maker.type.variadic else {}
    for statement in literal.body.statements if literal.body is not None else ():
        if isinstance(statement, Assign) and len(statement.targets) == len(statement.values):
            for target, value in zip(statement.targets, statement.values, strict=True):
                if isinstance(target, Selector) and isinstance(target.base, Name) and target.base.variable is own:
                    known = given.get(value.variable) if isinstance(value, Name) else value
                    yield target.field, known if isinstance(value, Name | BuiltinName | Constant) else None
