"""Values that say they are the last: who sends one stops then, and who receives it may leave."""

from collections.abc import Callable, Mapping
from operator import ge, gt, le, lt

from golint_sched.engines.channels.survey import bodies_within
from golint_sched.link import Package
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    CompositeLiteral,
    Constant,
    Expression,
    Name,
    PackageName,
    Receive,
    Selector,
    Unary,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Send
from golint_sched.model.types import ChannelType


def is_sentinel(package: Package, root: Function, test: Expression) -> bool:
    """Tell whether a test asks a received value whether it is the last one that `root` or what it calls sends.

    out <- part{last: true}        if p.last { break }
    lines <- ""                    if line == "" { break }
    counts <- -1                   if n < 0 { break }
    """
    match test:
        case Selector(base=Name() as name, field=field) if _is_received(package, name):
            return any(
                _says_last(package, function, send, field) for function, send in package.shared(_Sent).sends(root)
            )
        case Binary(operator=operator, left=Name() as name, right=value) if _is_received(package, name):
            return any(
                _tells_apart(send.value, operator, value) and _is_final(package, function, send)
                for function, send in package.shared(_Sent).sends(root)
            )
        case _:
            return False


def _is_received(package: Package, name: Name) -> bool:
    """Tell whether a variable holds what has come through a channel; the `ok` beside it does not."""
    return any(
        (isinstance(one.value, Receive) and one.position != 1)
        or (one.range_part and one.value is not None and isinstance(package.shape_of(one.value), ChannelType))
        for one in package.definitions(name.variable)
    )


def _says_last(package: Package, function: Function, send: Send, field: str) -> bool:
    """`part{last: true}` where nothing is sent after it, `part{last: i == n-1}`."""
    value = send.value.operand if isinstance(send.value, Unary) else send.value
    if not isinstance(value, CompositeLiteral):
        return False
    given = next((element.value for element in value.elements if element.field == field), None)
    match given:
        case Binary(operator="==" | "!=" | "<" | ">" | "<=" | ">="):
            return True
        case BuiltinName(name="true"):
            return _is_final(package, function, send)
        case _:
            return False


def _tells_apart(sent: Expression, operator: str, asked: Expression) -> bool:
    """Tell whether a test is against the very constant that is sent, or against a bound that it lies beyond.

    nil, mostly an error's, says nothing of an end.
    """
    if operator in ("==", "!="):
        one, other = _constant(sent), _constant(asked)
        return one is not None and one == other
    value, bound = _number(sent), _number(asked)
    if value is None or bound is None or operator not in _BEYOND:
        return False
    return _BEYOND[operator](value, bound)


_BEYOND: Mapping[str, Callable[[int, int], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


def _constant(value: Expression) -> str | None:
    """Return a constant as it is written: a literal, one with a minus, or the name of one of the package."""
    match value:
        case Constant(text=text):
            return text
        case Unary(operator="-", operand=Constant(text=text)):
            return f"-{text}"
        case PackageName(name=name):
            return f"the {name}"
        case _:
            return None


def _number(value: Expression) -> int | None:
    text = _constant(value) or ""
    return int(text) if text.removeprefix("-").isdecimal() else None


def _is_final(package: Package, function: Function, send: Send) -> bool:
    """Tell whether a function sends nothing more after a send."""
    return send in package.shared(_Sent).final(function)


class _Sent:
    """The sends of a package's functions; a function's tests all ask about the same ones."""

    def __init__(self, package: Package) -> None:
        """Make it for a package."""
        self.package = package
        self._sends: dict[Function, tuple[tuple[Function, Send], ...]] = {}
        self._final: dict[Function, frozenset[Send]] = {}

    def sends(self, root: Function) -> tuple[tuple[Function, Send], ...]:
        """Return the sends of a function, its literals, and the functions that these call or start.

        Those of several goroutines are left out: the last of one is not the last of all.
        """
        if root not in self._sends:
            functions: dict[Function, None] = {}
            for body in bodies_within(root):
                functions[body] = None
                for call in self.package.calls(body):
                    for called in self.package.callee(call).functions:
                        functions.update(dict.fromkeys(bodies_within(called)))
            self._sends[root] = tuple(
                (function, node)
                for function in functions
                if not any(self.package.in_loop(spawn.call) for spawn in self.package.spawners(function))
                for node in self.package.inside(function, Send)
            )
        return self._sends[root]

    def final(self, function: Function) -> frozenset[Send]:
        """Return the sends of a function after which it sends nothing more."""
        if function not in self._final:
            graph = self.package.graph(function)
            places = {node.index: node.origin for node in graph.nodes if isinstance(node.origin, Send)}
            before: set[int] = set()  # from where control can still come to a send
            pending = list(places)
            while pending:
                for source in graph.predecessors[pending.pop()]:
                    if source not in before:
                        before.add(source)
                        pending.append(source)
            self._final[function] = frozenset(send for index, send in places.items() if index not in before)
        return self._final[function]
