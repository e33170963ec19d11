"""Responses that have no body to close, as their status tells.

if resp.StatusCode == http.StatusNoContent {
        return nil                      // resp.Body is http.NoBody
}

101 is not among them, whose body is the connection itself; other 1xx are never given to the caller.
"""

from golint_sched.engines.paths.keys import Key, key_of
from golint_sched.flow.graph import Chosen, Condition, Edge, Holds, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import Binary, Constant, Expression, Name, QualifiedName, Selector
from golint_sched.model.statements import Switch, SwitchClause

_TEXTS = frozenset({"204", "304"})
_NAMES = frozenset({"StatusNoContent", "StatusNotModified"})


def is_bodiless(package: Package, key: Key, node: Node, edge: Edge) -> bool:
    """Tell whether a path that takes the edge has asked for the status, and heard that there is no body."""
    if not key.path or key.path[-1] != "Body":
        return False
    match node.origin, edge.guard:
        case Condition(expression=Binary(operator="==" | "!=" as operator, left=left, right=right)), Holds(value=value):
            if value is not (operator == "=="):
                return False
            sides = ((left, right), (right, left))
            return any(_is_status(package, key, tested) and _has_none(told) for tested, told in sides)
        case Switch(tag=tag), Chosen(clause=SwitchClause(values=values)) if tag is not None and values:
            return all(map(_has_none, values)) and _is_status(package, key, tag)
        case _:
            return False


def _is_status(package: Package, key: Key, tested: Expression) -> bool:
    """Tell whether an expression is the status of the response whose body the key names."""
    if isinstance(tested, Name):  # `status := resp.StatusCode`
        definitions = package.definitions(tested.variable)
        value = definitions[0].value if len(definitions) == 1 else None
        return isinstance(value, Selector) and _is_status(package, key, value)
    if not isinstance(tested, Selector) or tested.field != "StatusCode":
        return False
    response = key_of(package, tested.base)
    return response is not None and response.root is key.root and response.path == key.path[:-1]


def _has_none(status: Expression) -> bool:
    match status:
        case Constant(text=text):
            return text in _TEXTS
        case QualifiedName(package="net/http", name=name):
            return name in _NAMES
        case _:
            return False
