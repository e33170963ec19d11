"""Which timer an expression means, what starts one again, and which ones have no channel."""

from collections.abc import Iterator

from golint_sched.flow.graph import Origin
from golint_sched.link.members import dereference, type_name
from golint_sched.link.package import Package
from golint_sched.link.places import Place
from golint_sched.model.expressions import Call, CompositeLiteral, Element, Expression, Name, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, Go

_TIMER = "time.Timer"
_DEPTH = 3  # how many calls down a new start is looked for


def timer_of(package: Package, channel: Expression) -> Place | None:
    """Return the timer whose channel `t.C` an expression means; embedded, the timer is spelt out.

    <-t.C      ticks := t.C; <-ticks      type deadline struct{ *time.Timer }; <-d.C
    """
    if isinstance(channel, Name):
        values = [definition.value for definition in package.definitions(channel.variable)]
        if len(values) == 1 and values[0] is not None:
            channel = values[0]
    if not isinstance(channel, Selector) or channel.field != "C":
        return None
    member = package.resolver.member(channel)
    if member is None or member.owner != _TIMER:
        return None
    place = package.place(channel)
    return None if place is None or not place.path else Place(place.root, place.path[:-1])


def stopped_timer(package: Package, call: Call) -> Place | None:
    """Return the timer that a call stops, `t.Stop()`."""
    return _called_on(package, call, f"{_TIMER}.Stop")


def is_same(place: Place | None, timer: Place) -> bool:
    """Tell whether a place is the timer."""
    return place is not None and (place.root, place.path) == (timer.root, timer.path)


def starts(package: Package, origin: Origin, timer: Place, depth: int = 0) -> bool:
    """Tell whether a node may give the timer a new tick, or its variable a new timer.

    t.Reset(d)      t = time.NewTimer(d)      s.rearm(), which does so      rearm(t), which does so
    """
    match origin:
        case Defer() | Go():
            return False
        case Call():
            place = _called_on(package, origin, f"{_TIMER}.Reset")
            if place is not None:
                return is_same(place, timer)
            return depth < _DEPTH and any(
                _starts_in(package, callee, inside, depth + 1)
                for callee in package.callee(origin).functions
                for inside in seen_by(package, origin, callee, timer)
            )
        case Assign(targets=targets):
            return any(target is not None and is_same(package.place(target), timer) for target in targets)
        case Declare(variables=variables):
            return timer.is_local and timer.root in variables
        case _:
            return False


def seen_by_caller(package: Package, function: Function, call: Call, timer: Place) -> Place | None:
    """Return the timer of a function as the caller names it, None where that cannot be told."""
    root = timer.root
    if isinstance(root, str) or (root not in function.parameters and root is not function.receiver):
        return timer  # a package variable, or one of the function around
    given: Place | None = None
    if root is function.receiver:
        given = package.receiver_place(call)
    else:
        position = function.parameters.index(root)
        if position < len(call.arguments) and not call.spread:
            given = package.place(call.arguments[position])
    return None if given is None else Place(given.root, (*given.path, *timer.path))


def maker_without_channel(package: Package, timer: Place, receive: Selector | None) -> Call | None:
    """Return the `time.AfterFunc(…)` that a local timer or a field is always made by, None where something else may."""
    if timer.is_local and not isinstance(timer.root, str):
        values = [definition.value for definition in package.definitions(timer.root)]
    elif isinstance(timer.root, str) and not timer.path and timer.root[:1].islower():
        values = list(_variable_values(package, timer.root))
    elif receive is not None and isinstance(receive.base, Selector):
        member = package.resolver.member(receive.base)
        owner, field = ("", "") if member is None else (member.owner, receive.base.field)
        if not owner or "." in owner or (owner[:1].isupper() and field[:1].isupper()):
            return None
        values = list(_field_values(package, owner, field))
    else:
        return None
    made = [value for value in values if isinstance(value, Call)]
    if not made or len(made) < len(values):
        return None
    return made[0] if all(package.callee(each).external == "time.AfterFunc" for each in made) else None


def _called_on(package: Package, call: Call, method: str) -> Place | None:
    """Return the timer on which the method is called."""
    return package.receiver_place(call) if package.callee(call).external == method else None


def _starts_in(package: Package, function: Function, timer: Place, depth: int) -> bool:
    """Tell whether some statement of a function may start the timer."""
    if function.body is None:
        return False
    return any(starts(package, node.origin, timer, depth) for node in package.graph(function).nodes)


def seen_by(package: Package, call: Call, function: Function, timer: Place) -> Iterator[Place]:
    """Yield the names that a called function has for the timer."""
    if isinstance(timer.root, str) or package.enclosing(function) is not None:
        yield timer
    inside = () if function.receiver is None else ((function.receiver, package.receiver_place(call)),)
    passed = tuple(zip(function.parameters, (package.place(each) for each in call.arguments), strict=False))
    for variable, given in (*inside, *passed):
        if given is not None and given.root == timer.root and given.path == timer.path[: len(given.path)]:
            yield Place(variable, timer.path[len(given.path) :])


def _variable_values(package: Package, name: str) -> Iterator[Expression | None]:
    """Yield what the package gives a variable of its own; None for what cannot be told."""
    for declaration, place in package.tables.values.get(name, ()):
        if declaration.values:
            yield declaration.values[place] if len(declaration.values) == len(declaration.variables) else None
    for mention in package.package_variable_mentions(name):
        if package.resolver.is_assigned(mention):
            yield _assigned_value(package, mention)


def _assigned_value(package: Package, target: Expression) -> Expression | None:
    """Return what an assignment gives its target, None where that cannot be told."""
    match package.parent(target):
        case Assign(targets=targets, values=values) if len(targets) == len(values) and target in targets:
            return values[targets.index(target)]
        case _:
            return None


def _field_values(package: Package, owner: str, field: str) -> Iterator[Expression | None]:
    """Yield what the package gives a field of a type of its own; None for what cannot be told."""
    for selector in package.tables.selectors.get(field, ()):
        member = package.resolver.member(selector)
        if not package.resolver.is_assigned(selector) or (member is not None and member.owner != owner):
            continue
        yield _assigned_value(package, selector)
    for node, parent in package.tables.parents.items():
        if not isinstance(node, Element) or not isinstance(parent, CompositeLiteral) or parent.type is None:
            continue
        if type_name(dereference(parent.type)) == owner and node.field in ("", field):
            yield node.value if node.field else None
