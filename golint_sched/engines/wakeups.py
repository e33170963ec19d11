"""Sends that give up at once, and whether somebody minds.

select {
case wake <- struct{}{}:
default:
}
"""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.channel_names import Channel
from golint_sched.engines.channels.recovers import if_panicked
from golint_sched.link.members import underlying
from golint_sched.link.package import Package
from golint_sched.model.expressions import BuiltinName, Call, Constant, Expression, Name, Receive, Selector
from golint_sched.model.statements import (
    Assign,
    Block,
    Break,
    Continue,
    Defer,
    ExpressionStatement,
    For,
    Goto,
    If,
    Range,
    Return,
    Select,
    SelectClause,
    Send,
)
from golint_sched.model.types import ChannelType, NamedType, StructType
from golint_sched.model.walk import ModelNode, walk

_TIME = NamedType("time", "Time")
_DURATION = NamedType("time", "Duration")
_MEASURES = frozenset(
    {"float32", "float64"} | {f"{sign}int{bits}" for sign in ("", "u") for bits in ("", "8", "16", "32", "64")}
)
_LOGGERS = ("log.", "log/slog.", "fmt.Print", "testing.")
_LOG_METHODS = frozenset(
    f"{level}{ending}"
    for level in ("Debug", "Info", "Warn", "Warning", "Error", "Trace", "Print", "Log", "Noticef")
    for ending in ("", "f", "ln", "w")
)
# Clocks of test packages and wrappers have these, with types that are not known.
_CLOCKS = frozenset({"C", "Chan", "After", "Tick"})


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """A send that is dropped where nobody takes it: nothing tells anybody that it was."""

    select: Select
    send: Send


def offers_in(package: Package) -> Iterator[Offer]:
    """Yield the sends of the package that are dropped without a trace, and not made again soon."""
    for node in package.placed((Select,)):
        if not isinstance(node, Select):
            continue
        default = next((clause for clause in node.clauses if clause.operation is None), None)
        if default is None or not _drops(package, default.body) or _repeats(package, node):
            continue
        if _expects_panic(package, node):
            continue
        for clause in node.clauses:
            if isinstance(clause.operation, Send) and not (_tells(clause, default) or _must_not_be(package, clause)):
                yield Offer(node, clause.operation)


def _expects_panic(package: Package, select: Select) -> bool:
    """Tell whether the send asks whether the channel is closed: its function minds if it does not panic.

    defer func() { if recover() == nil { t.Error("still open") } }()
    """
    function = package.owner(select)
    return function is not None and any(
        isinstance(inner, If) and if_panicked(package, inner.condition) is False
        for statement in package.inside(function, Defer)
        for called in package.callee(statement.call).functions
        for inner in package.inside(called, If)
    )


def _drops(package: Package, body: Block) -> bool:
    """Tell whether a default branch does nothing about the value: it goes on, or at most writes a log."""
    for statement in body.statements:
        match statement:
            case Break() | Continue() | Return(values=()):
                pass
            case ExpressionStatement(expression=Call() as call) if _is_log(package, call):
                pass
            case _:
                return False
    return True


def _is_log(package: Package, call: Call) -> bool:
    external = package.callee(call).external
    if external:
        return external.startswith(_LOGGERS) or external.rsplit(".", 1)[-1] in _LOG_METHODS
    return isinstance(call.function, Selector) and call.function.field in _LOG_METHODS


def _tells(clause: SelectClause, default: SelectClause) -> bool:
    """Tell whether a send that was taken is told apart from one that was not: `case wake <- x: woken = true`."""
    for node in walk(clause.body):
        match node:
            case Assign() | Goto() | Return(values=(_, *_)):
                return True
            case Return() | Break() | Continue():
                same = any(type(other) is type(node) for other in default.body.statements)
                if not same and (isinstance(node, Return | Continue) or node.label):
                    return True
            case _:
                pass
    return False


def _must_not_be(package: Package, clause: SelectClause) -> bool:
    """Tell whether nothing goes on once the value is taken: `case requests <- r: t.Fatal("somebody listens")`."""
    return any(
        isinstance(node, Call)
        and (package.ending(node) is not None or package.callee(node).external == "builtin.panic")
        for node in walk(clause.body)
    )


def _repeats(package: Package, select: Select) -> bool:
    """Tell whether a timer drives the loop around a send, so that the next turn makes up for a lost one.

    The loop may stand in the callers: in all of them.
    """
    function = package.owner(select)
    callers = package.callers(function) if function is not None else ()
    return _is_timed(package, select) or (bool(callers) and all(_is_timed(package, call) for _, call in callers))


def _is_timed(package: Package, node: ModelNode) -> bool:
    """Tell whether a timer drives a loop around a node."""
    for around in package.ancestors(node):
        if isinstance(around, For | Range):
            if isinstance(around, Range) and _is_clock(package, around.subject):
                return True
            for inner in walk(around.body):
                if isinstance(inner, Receive) and _is_clock(package, inner.channel):
                    return True
                if isinstance(inner, Call) and package.callee(inner).external == "time.Sleep":
                    return True
    return False


def _is_clock(package: Package, channel: Expression) -> bool:
    """Tell whether a channel is a timer's, or one that a timer closes: `AfterFunc(d, func() { close(expired) })`."""
    shape = package.shape_of(channel)
    if isinstance(shape, ChannelType) and shape.element == _TIME:
        return True
    if isinstance(channel, Name) and any(
        _is_closed_by_timer(package, name) for name in package.names(channel.variable)
    ):
        return True
    named = channel.function if isinstance(channel, Call) else channel
    return not isinstance(shape, ChannelType) and isinstance(named, Selector) and named.field in _CLOCKS


def _is_closed_by_timer(package: Package, name: Name) -> bool:
    """Tell whether a name is what a literal closes that is handed to AfterFunc, of time or of a clock for tests."""
    close = package.parent(name)
    if not (isinstance(close, Call) and isinstance(close.function, BuiltinName) and close.function.name == "close"):
        return False
    owner = package.owner(name)
    literal = package.tables.literal_nodes.get(owner) if owner is not None else None
    call = package.parent(literal) if literal is not None else None
    match call:
        case Call(function=Selector(field="AfterFunc")):
            return True
        case Call():
            return package.callee(call).external == "time.AfterFunc"
        case _:
            return False


def is_signal(package: Package, send: Send) -> bool:
    """Tell whether what is sent says nothing but that something happened: `struct{}{}`, `true`, `1`, `nil`."""
    if isinstance(send.value, BuiltinName | Constant):
        return True
    channel = package.shape_of(send.channel)
    if not isinstance(channel, ChannelType):
        return False
    element = underlying(package.tables, channel.element)
    return element == NamedType("builtin", "bool") or (isinstance(element, StructType) and not element.fields)


def is_expendable(package: Package, offer: Offer) -> bool:
    """Tell whether the value of an offer may well be one that nobody misses.

    A measurement or a moment is followed by the next one, as is what a loop offers on every turn; and
    `case requests <- r: <-r.done` asks whether somebody has time.
    """
    channel = package.shape_of(offer.send.channel)
    element = underlying(package.tables, channel.element) if isinstance(channel, ChannelType) else None
    if isinstance(element, NamedType) and (element in (_TIME, _DURATION) or element.name in _MEASURES):
        return True
    taken = next(clause for clause in offer.select.clauses if clause.operation is offer.send)
    return package.in_loop(offer.select) or any(isinstance(node, Receive) for node in walk(taken.body))


def is_polled(package: Package, channel: Channel) -> bool:
    """Tell whether a receiver looks again without being woken: after a while, or because it never waits."""
    for receive in channel.receives:
        select = _select_of(package, receive)
        if select is None:
            continue
        for clause in select.clauses:
            if clause.operation is None:
                return True
            for node in walk(clause.operation):
                if isinstance(node, Receive) and node is not receive and _is_clock(package, node.channel):
                    return True
    return False


def _select_of(package: Package, receive: Receive | Range) -> Select | None:
    """Return the select of which a receive is a case, None for one that stands alone or in a case's body."""
    node: ModelNode = receive
    for around in package.ancestors(receive):
        if isinstance(around, SelectClause):
            select = package.parent(around)
            return select if around.operation is node and isinstance(select, Select) else None
        node = around
    return None
