"""Paths in words: the steps of a finding."""

from collections.abc import Iterator

from golint_sched.engines.paths.trail import Event, EventKind, Trail, events
from golint_sched.finding import Step
from golint_sched.flow.graph import Chosen, Condition, Enters, Holds
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    Constant,
    Expression,
    Index,
    Name,
    PackageName,
    QualifiedName,
    Selector,
    Unary,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Range, Select, Switch, SwitchClause, TypeClause, TypeSwitch

_LONGEST = 60  # code points of code in a sentence


def describe(expression: Expression) -> str:
    """Return the expression as a reader would write it, "…" for parts that would take too long."""
    text = _written(expression)
    return text if len(text) <= _LONGEST else "…"


def _written(expression: Expression) -> str:
    match expression:
        case Name(name=name) | PackageName(name=name) | BuiltinName(name=name):
            return name
        case QualifiedName(package=package, name=name):
            return f"{package.rsplit('/', 1)[-1]}.{name}"
        case Constant(text=text):
            return text
        case Selector(base=base, field=field):
            return f"{_written(base)}.{field}"
        case Unary(operator=operator, operand=operand):
            return f"{operator}{_written(operand)}"
        case Binary(operator=operator, left=left, right=right):
            return f"{_written(left)} {operator} {_written(right)}"
        case Index(base=base, index=index):
            return f"{_written(base)}[{', '.join(_written(part) for part in index)}]"
        case Call(function=function, arguments=arguments):
            return f"{_written(function)}({', '.join(_written(part) for part in arguments)})"
        case _:
            return "…"


def function_name(function: Function) -> str:
    """Return what to call a function in a sentence: its bare name, or "the function literal"."""
    return function.name or "the function literal"


def steps(function: Function, trail: Trail | None, words: dict[EventKind, str]) -> tuple[Step, ...]:
    """Return the steps of a path; `words` say of each kind of event what it means for the resource."""
    return tuple(_steps(function, events(trail), words))


def _steps(function: Function, path: tuple[Event, ...], words: dict[EventKind, str]) -> Iterator[Step]:
    lane = function_name(function)
    for event in path:
        if event.kind is EventKind.TOOK:
            text = branch_text(event)
            if text:
                yield Step(event.span, text, lane)
        else:
            text = words.get(event.kind, "")
            if text:
                yield Step(event.span, text.format(call=describe(event.call) if event.call else ""), lane)


def branch_text(event: Event) -> str:
    """Return which branch was taken, "" where that says nothing."""
    origin = event.node.origin if event.node else None
    match origin, event.guard:
        case Condition(expression=expression), Holds(value=value):
            return f"`{describe(expression)}` is {'true' if value else 'false'}"
        case Range(subject=subject), Enters(value=value):
            return f"the loop over `{describe(subject)}` {'takes an element' if value else 'ends'}"
        case Select(), Chosen():
            return "this case is chosen"
        case Switch() | TypeSwitch(), Chosen(clause=clause):
            if isinstance(clause, SwitchClause | TypeClause):
                return "the default case is chosen" if clause.default else "this case is chosen"
            return "no case matches"
        case _:
            return ""
