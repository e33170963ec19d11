"""Walks over the model in source order."""

from collections.abc import Callable, Iterator
from typing import Any

from golint_sched.model.expressions import (
    Binary,
    Call,
    CompositeLiteral,
    Element,
    Expression,
    FunctionLiteral,
    Index,
    Receive,
    Selector,
    Slice,
    TypeAssertion,
    Unary,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Block,
    Declare,
    Defer,
    ExpressionStatement,
    For,
    Go,
    If,
    Labeled,
    Range,
    Return,
    Select,
    SelectClause,
    Send,
    Statement,
    Switch,
    SwitchClause,
    TypeClause,
    TypeSwitch,
)

ModelNode = Expression | Statement | Element | SelectClause | SwitchClause | TypeClause

# For each type of node its parts in source order; None among them stands for a part that is left out.
_PARTS: dict[type, Callable[[Any], tuple[ModelNode | None, ...]]] = {
    Selector: lambda node: (node.base,),
    Call: lambda node: (node.function, *node.arguments),
    CompositeLiteral: lambda node: node.elements,
    Element: lambda node: (node.key, node.value),
    Unary: lambda node: (node.operand,),
    Receive: lambda node: (node.channel,),
    Binary: lambda node: (node.left, node.right),
    Index: lambda node: (node.base, *node.index),
    Slice: lambda node: (node.base, *node.bounds),
    TypeAssertion: lambda node: (node.base,),
    Block: lambda node: node.statements,
    ExpressionStatement: lambda node: (node.expression,),
    Send: lambda node: (node.channel, node.value),
    Assign: lambda node: (*node.targets, *node.values),
    Declare: lambda node: node.values,
    Go: lambda node: (node.call,),
    Defer: lambda node: (node.call,),
    Return: lambda node: node.values,
    If: lambda node: (node.init, node.condition, node.then, node.otherwise),
    For: lambda node: (node.init, node.condition, node.post, node.body),
    Range: lambda node: (node.key, node.value, node.subject, node.body),
    Switch: lambda node: (node.init, node.tag, *node.clauses),
    SwitchClause: lambda node: (*node.values, node.body),
    TypeSwitch: lambda node: (node.init, node.subject, *node.clauses),
    TypeClause: lambda node: (node.body,),
    Select: lambda node: node.clauses,
    SelectClause: lambda node: (node.operation, node.body),
    Labeled: lambda node: (node.statement,),
}


def parts(node: ModelNode) -> Iterator[ModelNode]:
    """Yield the nodes directly inside `node`, in source order; the body of a function literal is not among them."""
    return (part for part in slots(node) if part is not None)


def slots(node: ModelNode) -> tuple[ModelNode | None, ...]:
    """Return the parts of `node` in source order, None for those that are left out; a leaf has none.

    This is what walks over millions of nodes use.
    """
    read = _PARTS.get(type(node))
    return () if read is None else read(node)


def walk(node: ModelNode) -> Iterator[ModelNode]:
    """Yield `node` and all nodes inside it in source order, without those inside function literals."""
    stack: list[ModelNode | None] = [node]
    while stack:
        current = stack.pop()
        if current is None:
            continue
        yield current
        read = _PARTS.get(type(current))
        if read is not None:
            stack += read(current)[::-1]


def literals(node: ModelNode) -> Iterator[Function]:
    """Yield the function literals inside `node`, without those inside other literals."""
    for inner in walk(node):
        if isinstance(inner, FunctionLiteral):
            yield inner.function
