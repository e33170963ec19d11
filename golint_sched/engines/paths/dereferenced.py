"""Pointers that cannot be nil at a call: the function has called methods of theirs before.

if target.Height() > head.Height() { target, err = s.at(head.Height(), target) }        // at locks if target is nil
"""

from golint_sched.knowledge.blocking import package_of
from golint_sched.link.package import Package
from golint_sched.model.expressions import Binary, BuiltinName, Call, Expression, Name, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Range
from golint_sched.model.types import PointerType
from golint_sched.model.walk import walk

_TESTS = (b"= nil",)


def is_dereferenced(package: Package, argument: Expression, call: Call) -> bool:
    """Tell whether on every path to a call a method of its argument, a pointer, was called since it got its value."""
    if not isinstance(argument, Name) or not isinstance(package.type_of(argument), PointerType):
        return False
    owner = package.owner(call)
    if owner is None or owner is not package.owner(argument):
        return False
    graph = package.graph(owner)
    here = graph.node_of.get(call)
    if here is None:
        return False
    for name in package.names(argument.variable):
        selector = package.parent(name)
        used = package.parent(selector) if isinstance(selector, Selector) else None
        if not isinstance(used, Call) or used.function is not selector or used is call:
            continue
        node = graph.node_of.get(used)
        if (
            node is not None
            and graph.dominates(node.index, here.index)
            and not _is_replaced(package, owner, argument.variable, (node.index, here.index))
            and not _may_be_nil(package, used)
        ):
            return True
    return False


def _is_replaced(package: Package, function: Function, variable: Variable, between: tuple[int, int]) -> bool:
    """Tell whether the variable may get another value between two nodes of the function's graph."""
    graph = package.graph(function)
    start, end = between
    for definition in package.definitions(variable):
        statement = definition.statement
        node = graph.node_of.get(statement) if isinstance(statement, Assign | Declare | Range) else None
        if node is None:
            if statement is not None:
                return True  # a literal assigns it
            continue
        if node.index in graph.reachable_from(start) and end in graph.reachable_from(node.index):
            return True
    return False


def _may_be_nil(package: Package, call: Call) -> bool:
    """Tell whether a method may be called on nil: it compares its receiver with nil, or nobody knows what it does."""
    callee = package.callee(call)
    if callee.functions:
        return not callee.certain or any(_compares_receiver(each) for each in callee.functions)
    if "." not in package_of(callee.external).partition("/")[0]:
        return False  # a type of the standard library
    neighbours = package.tables.neighbours
    return neighbours.signature(callee.external) is None or neighbours.mentions(callee.external, _TESTS)


def _compares_receiver(function: Function) -> bool:
    """Tell whether a function has `receiver == nil` in its text."""
    if function.body is None or function.receiver is None:
        return True
    return any(
        isinstance(node, Binary)
        and any(isinstance(each, BuiltinName) and each.name == "nil" for each in (node.left, node.right))
        and any(isinstance(each, Name) and each.variable is function.receiver for each in (node.left, node.right))
        for node in walk(function.body)
    )
