"""Locks that functions of other packages take or release for their caller."""

from collections.abc import Iterator

from golint_sched.engines.paths.escapes import ActionOf
from golint_sched.engines.paths.keys import Key, into, key_of, method_selector, receiver_key
from golint_sched.engines.paths.protocol import Action, Effect
from golint_sched.engines.paths.terms import Term
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call
from golint_sched.model.functions import Function
from golint_sched.model.statements import Block, Defer, ExpressionStatement, Go

_DEPTH = 4  # functions between the one that is called and the one that unlocks
_LOCKS = (b"Lock()", b"nlock()")
_RELEASES = (b"nlock",)

Path = tuple[str | Term, ...]

# A lock as a method sees it, from its receiver.
Wrapped = tuple[Effect, Path, str]


def wrapped_action(package: Package, call: Call, plain: ActionOf) -> Action | None:
    """`s.Lock()` where a neighbour declares `func (s *Store) Lock() { s.mu.Lock() }`; `plain` knows mutexes."""
    found = wrapped(package, package.callee(call).external, plain)
    selector = method_selector(package, call) if found is not None else None
    key = receiver_key(package, selector) if selector is not None else None
    return None if found is None or key is None else Action(found[0], Key(key.root, (*key.path, *found[1])), found[2])


def wrapped(package: Package, name: str, plain: ActionOf) -> Wrapped | None:
    """Return what a neighbour's method does if that is all: to take or release a lock of its receiver."""
    neighbours = package.tables.neighbours
    if not name or not neighbours.mentions(name, _LOCKS):
        return None
    return neighbours.ask(name, "wraps a lock", lambda there, function: _wrapped(there, function, plain))


def _wrapped(package: Package, function: Function, plain: ActionOf) -> Wrapped | None:
    match function.body:
        case Block(statements=(ExpressionStatement(expression=Call() as call),)):
            action = plain(package, call)
            if action is None or action.effect is Effect.ATTEMPT or action.key.root is not function.receiver:
                return None
            return action.effect, action.key.path, action.mode
        case _:
            return None


def released_elsewhere(package: Package, function: Function, key: Key, plain: ActionOf) -> frozenset[int]:
    """Return the nodes at which a neighbour's function gets the object and releases its lock, taking it nowhere.

    A method that does nothing else is an action of its own.
    """
    graph = package.graph(function)
    found: set[int] = set()
    for call in package.calls(function):
        name = package.callee(call).external
        if not name or not package.tables.neighbours.mentions(name, _RELEASES) or wrapped(package, name, plain):
            continue
        if any(_releases(package, name, place, path, plain) for place, path in _given(package, call, key)):
            around = package.parent(call)
            node = graph.node_of.get(around if isinstance(around, Defer | Go) else call)
            if node is not None:
                found.add(node.index)
    return frozenset(found)


def _given(package: Package, call: Call, key: Key) -> Iterator[tuple[int, Path]]:
    """Yield the positions, -1 for the receiver, at which the call gets the object, and the fields from there on."""
    selector = method_selector(package, call)
    values = [(-1, receiver_key(package, selector))] if selector is not None else []
    values += [(place, key_of(package, argument)) for place, argument in enumerate(call.arguments)]
    for place, value in values:
        if value is not None and value.root == key.root and key.path[: len(value.path)] == value.path:
            yield place, key.path[len(value.path) :]


def _releases(package: Package, name: str, place: int, path: Path, plain: ActionOf) -> bool:
    question = ("releases a lock", place, path)
    return bool(
        package.tables.neighbours.ask(
            name, question, lambda there, function: _only_releases(there, function, place, path, plain)
        )
    )


def _only_releases(package: Package, function: Function, place: int, path: Path, plain: ActionOf) -> bool:
    variable = function.receiver if place < 0 else function.parameters[place]
    if variable is None:
        return False
    effects = set(_effects(package, function, Key(variable, path), plain, 0))
    return Effect.RELEASE in effects and Effect.ACQUIRE not in effects


def _effects(package: Package, function: Function, key: Key, plain: ActionOf, depth: int) -> Iterator[Effect]:
    """Yield what the function, its literals and its callees do to the lock."""
    for each in package.functions if depth < _DEPTH else ():
        if package.outermost(each) is not function:
            continue
        for call in package.calls(each):
            action = plain(package, call)
            if action is not None and action.key == key:
                yield action.effect
            for callee in package.callee(call).functions:
                inner = into(package, call, callee, key)
                if inner is not None and inner != key:
                    yield from _effects(package, callee, inner, plain, depth + 1)
