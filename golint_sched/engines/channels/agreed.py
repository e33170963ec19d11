"""Tells where goroutines agree on who of them closes a channel."""

from collections.abc import Iterable, Iterator

from golint_sched.flow.graph import Graph, Origin
from golint_sched.knowledge.claims import claims
from golint_sched.link import Package
from golint_sched.link.members import underlying
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
    Receive,
    Selector,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, If
from golint_sched.model.types import ChannelType
from golint_sched.model.walk import ModelNode, walk

_COUNTING = ("++", "--", "+=", "-=")
_ORDERED = frozenset({"==", "!=", "<", "<=", ">", ">="})


def is_agreed(package: Package, node: ModelNode) -> bool:
    """Tell whether goroutines agree on who comes to a close, or to a way out that skips it: the last, or the first.

    if atomic.AddInt32(&left, -1) == 0 { close(ch) }      if !closed { closed = true; close(ch) }

    Or whether there is something to close only sometimes: `if next != nil { close(next.in) }`.
    """
    return any(
        isinstance(around, If)
        and (_counts(package, around.condition) or _sets(package, around) or _asks_for(package, around.condition, node))
        for around in package.ancestors(node)
    )


def is_told(package: Package, node: ModelNode) -> bool:
    """Tell whether what was received says whether a node is come to: the sender may say so once.

    if m := <-results; m.first { close(failed) }        for m := range results { if m.first { close(failed) } }
    """
    return any(
        isinstance(around, If) and any(_is_received(package, each) for each in walk(around.condition))
        for around in package.ancestors(node)
    )


def _is_received(package: Package, node: ModelNode) -> bool:
    """Tell whether a node is a variable that got what was received from a channel."""
    for each in package.definitions(node.variable) if isinstance(node, Name) else ():
        if isinstance(each.value, Receive):
            return True
        if each.range_part and each.value is not None:
            return isinstance(underlying(package.tables, package.type_of(each.value)), ChannelType)
    return False


def is_counted(package: Package, node: ModelNode) -> bool:
    """Tell whether a count that several goroutines share says which of them comes to a node."""
    return any(isinstance(around, If) and _counts(package, around.condition) for around in package.ancestors(node))


def _asks_for(package: Package, condition: Expression, close: ModelNode) -> bool:
    """Tell whether a condition compares with nil what is closed, or what holds it."""
    if not isinstance(close, Call) or not close.arguments:
        return False
    held = set()
    subject = close.arguments[0]
    while isinstance(subject, Name | Selector):
        held.add(package.place(subject))
        if isinstance(subject, Name):
            break
        subject = subject.base
    compared = [
        side
        for node in walk(condition)
        if isinstance(node, Binary) and node.operator in ("==", "!=")
        for side in (node.left, node.right)
        if not isinstance(side, BuiltinName)
    ]
    return not held.isdisjoint({package.place(side) for side in compared} - {None})


def compares(condition: Expression) -> bool:
    """Tell whether a condition compares two things, or one with a number: which turn it is, how many are left."""
    return any(
        isinstance(node, Binary)
        and node.operator in _ORDERED
        and all(_is_countable(side) for side in (node.left, node.right))
        for node in walk(condition)
    )


def _is_countable(side: Expression) -> bool:
    match side:
        case BuiltinName(name="nil" | "true" | "false") | QualifiedName() | PackageName():
            return False
        case Constant(text=text):
            return text[:1].isdigit()
        case _:
            return True


def keeps_flag(package: Package, asking: Function, setting: Function) -> bool:
    """Tell whether a function asks for a field, or something atomic, that the other one, or itself, sets.

    if s.closed { return }; s.closed = true; close(s.ch)        if s.closed.Swap(true) { return }; close(s.ch)
    if !s.markClosed() { return }; close(s.ch)

    Or whether a map has an entry that it takes out: `if _, ok := s.subs[c]; ok { delete(s.subs, c); close(c) }`.
    """
    return _takes_out(package, asking) or _takes_out(package, setting) or asks_flag(package, asking, setting)


def asks_flag(package: Package, asking: Function, setting: Function) -> bool:
    """Tell whether a function asks for a field, a captured variable or something atomic that one of the two sets.

    A variable may hold what the field was: `wasClosing := s.closing; s.closing = true; … if wasClosing { return }`.
    A literal runs where the conditions around it hold: `if s.path != "" { defer func() { s.path = ""; close(c) }() }`.
    """
    asked: set[str | Variable] = set()
    for condition in _conditions(package, asking):
        for each in walk(condition):
            if isinstance(each, Call) and (
                _claims(package, each) or _is_set_by_method(package, each, (asking, setting))
            ):
                return True
            if isinstance(each, Selector):
                asked.add(_field(package, each))
            if isinstance(each, Name) and _is_captured(package, asking, each.variable):
                asked.add(each.variable)
            if isinstance(each, Name) and (before := _snapshot(package, each.variable)) is not None:
                asked.add(_field(package, before))
    given = {
        target.variable if isinstance(target, Name) else _field(package, target)
        for function in {asking, setting, package.outermost(asking), package.outermost(setting)}
        for node in package.inside(function, Assign)
        for target in node.targets
        if isinstance(target, Selector | Name)
    }
    return not (asked & given).issubset({""})


def asks_what_is_set(package: Package, asking: Function, setting: Function) -> bool:
    """Tell whether a condition of a function asks for a field that the other one sets: `if c.closed { return }`."""
    asked = {
        _field(package, each)
        for node in package.inside(asking, If)
        for each in walk(node.condition)
        if isinstance(each, Selector)
    }
    given = (target for node in package.inside(setting, Assign) for target in node.targets)
    return not asked.isdisjoint({_field(package, each) for each in given if isinstance(each, Selector)} - {""})


def _conditions(package: Package, function: Function) -> Iterator[Expression]:
    """Yield the conditions of a function, and those around it where it is a literal."""
    yield from (node.condition for node in package.inside(function, If))
    literal = package.tables.literal_nodes.get(function)
    around = () if literal is None else package.ancestors(literal)
    yield from (node.condition for node in around if isinstance(node, If))


def _is_set_by_method(package: Package, asked: Call, functions: Iterable[Function]) -> bool:
    """Tell whether one of the functions sets by a method what another method of the same field is asked for.

    if !p.finished.Get() { p.finished.Set(true); close(p.done) }
    """
    field = _subject(package, asked)
    return bool(field) and any(
        call.arguments and call is not asked and _subject(package, call) == field
        for function in functions
        for call in package.calls(function)
    )


def _subject(package: Package, call: Call) -> str:
    """Return the field whose method is called, "" for any other call."""
    match call.function:
        case Selector(base=Selector() as field):
            return _field(package, field)
        case _:
            return ""


def is_invited(package: Package, asking: ModelNode, graph: Graph, coming: Origin) -> bool:
    """Tell whether a condition around an operation asks for what a function changes on its way to a counterpart.

    if p.waiting > 0 { p.ids <- id }            p.waiting++; p.mu.Unlock(); id = <-p.ids
    """
    asked: set[str] = set()
    for around in package.ancestors(asking):
        inside = walk(around.condition) if isinstance(around, If) else ()
        asked |= {_field(package, each) for each in inside if isinstance(each, Selector)} - {""}
    there = graph.node_of.get(coming)
    for place in graph.nodes if there is not None and asked else ():
        match place.origin:
            case Assign(targets=targets):
                changes = {_field(package, each) for each in targets if isinstance(each, Selector)}
            case Call(arguments=(_, *_)) as call:
                changes = {_subject(package, call)}
            case _:
                continue
        if not asked.isdisjoint(changes) and there is not None and there.index in graph.reachable_from(place.index):
            return True
    return False


def is_claim(package: Package, test: Expression) -> bool:
    """Tell whether a test asks what a field was before the function set it: whoever comes first has another outcome.

    wasClosing := s.closing; s.closing = true; … if wasClosing { return }
    """
    if isinstance(test, Unary) and test.operator == "!":
        return is_claim(package, test.operand)
    before = _snapshot(package, test.variable) if isinstance(test, Name) else None
    function = package.owner(before) if before is not None else None
    if before is None or function is None:
        return False
    given = (target for node in package.inside(function, Assign) for target in node.targets)
    return _field(package, before) in {_field(package, each) for each in given if isinstance(each, Selector)}


def _snapshot(package: Package, variable: Variable) -> Selector | None:
    """Return the field whose value a variable has got once and for all, None for any other variable."""
    values = [each.value for each in package.definitions(variable)]
    return values[0] if len(values) == 1 and isinstance(values[0], Selector) else None


def _is_captured(package: Package, function: Function, variable: Variable) -> bool:
    """Tell whether a variable belongs to a function around a literal: it keeps its value from one call to the next."""
    home = next(iter(package.definitions(variable)), None)
    return home is not None and home.function is not None and home.function is not function


def _claims(package: Package, call: Call) -> bool:
    """Tell whether a call claims something, or runs a function of the package that does so or sets a field."""
    met = package.callee(call)
    if met.external.startswith("sync/atomic.") or (isinstance(call.function, Selector) and claims(call.function.field)):
        return True
    return any(
        (isinstance(node, Selector) and claims(node.field))
        or (isinstance(node, Assign) and any(isinstance(target, Selector) for target in node.targets))
        for function in met.functions
        for node in (walk(function.body) if function.body is not None else ())
    )


def _takes_out(package: Package, function: Function) -> bool:
    """Tell whether a function asks whether an entry is there, and deletes it."""
    asked = {package.place(node.base) for node in package.inside(function, Index) if _is_asked(package, node)} - {None}
    return bool(asked) and any(
        isinstance(call.function, BuiltinName)
        and call.function.name == "delete"
        and bool(call.arguments)
        and package.place(call.arguments[0]) in asked
        for call in package.calls(function)
    )


def _is_asked(package: Package, index: Index) -> bool:
    """`c, ok := table[key]`, or a condition: `if table[key] { … }`, `if !table[key] { … }`."""
    parent = package.parent(index)
    if isinstance(parent, Assign):
        return len(parent.targets) == 2 and len(parent.values) == 1  # noqa: PLR2004 -- the value, and whether it is there
    if isinstance(parent, Unary):
        parent = package.parent(parent)
    return isinstance(parent, If)


def _field(package: Package, selector: Selector) -> str:
    place = package.place(selector)
    return "" if place is None else place.field or place.text


def counts_field(package: Package, test: Expression) -> bool:
    """Tell whether a comparison is about a field that is counted up or down, or how much a field holds that changes.

    if p.waiting > 0 { … }          if n := len(p.free); n > 0 { … }
    """
    for side in (test.left, test.right) if isinstance(test, Binary) else ():
        if isinstance(side, Selector) and _counts(package, side):
            return True
        values = [each.value for each in package.definitions(side.variable)] if isinstance(side, Name) else [side]
        match values:
            case [Call(function=BuiltinName(name="len"), arguments=(Selector() as held,))] if _changes(package, held):
                return True
            case _:
                pass
    return False


def _changes(package: Package, field: Selector) -> bool:
    """Tell whether a slice, map or string in a field is assigned anew somewhere."""
    wanted = _field(package, field)
    return not isinstance(package.shape_of(field), ChannelType) and any(
        package.resolver.is_assigned(each) and _field(package, each) == wanted
        for each in package.tables.selectors.get(field.field, ())
    )


def _counts(package: Package, condition: Expression) -> bool:
    """Tell whether a condition is about something atomic, or counted up or down, that several goroutines share."""
    for node in walk(condition):
        if isinstance(node, Call) and package.callee(node).external.startswith("sync/atomic."):
            return True
        mentions: tuple[Expression, ...] = ()
        if isinstance(node, Name):
            home = package.definitions(node.variable)
            shared = bool(home) and home[0].function is not package.owner(node)
            mentions = package.names(node.variable) if shared else ()
        elif isinstance(node, Selector):
            mentions = package.tables.selectors.get(node.field, ())
        for mention in mentions:
            parent = package.parent(mention)
            if isinstance(parent, Assign) and parent.operator in _COUNTING and parent.targets[0] is mention:
                return True
    return False


def _sets(package: Package, condition: If) -> bool:
    """Tell whether what the condition asks for is set in the branch: it is entered once."""
    asked = {package.place(node) for node in walk(condition.condition) if isinstance(node, Name | Selector)} - {None}
    return any(
        isinstance(node, Assign) and node.operator == "=" and package.place(target) in asked
        for node in walk(condition.then)
        if isinstance(node, Assign)
        for target in node.targets
        if target is not None
    )
