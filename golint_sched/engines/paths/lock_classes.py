"""Which locks a function may take, itself or in what it calls, and which of them count as one."""

from collections import deque
from dataclasses import dataclass
from functools import cached_property

from golint_sched.engines.paths.keys import Key, key_of, out_of
from golint_sched.engines.paths.locks_kept import Locks
from golint_sched.engines.paths.protocol import Effect
from golint_sched.link.members import dereference, find_member, type_name
from golint_sched.link.package import Package
from golint_sched.link.tables import Definition
from golint_sched.model.expressions import BuiltinName, Call, CompositeLiteral, Index, Unary, Variable, VariableKind
from golint_sched.model.functions import Function
from golint_sched.model.types import PointerType

_MOST_LOCKS = 60  # acquisitions that one function is followed for
_INTERFACE = "sync.Locker."


@dataclass(frozen=True, slots=True)
class LockClass:
    """Locks that count as one: those of one field of a type, or a single variable.

    `root` is the variable, for which `name` is just a word; None for a field, which `name` gives as `Type.field`.
    """

    name: str
    root: Variable | str | None = None


@dataclass(frozen=True, slots=True)
class Acquisition:
    """A lock that a function takes: by the last of `calls`, to which the others lead.

    `key` is the lock as the function names it, None where it has no name for it. `where` is what `whereabouts` tells
    of the lock, from the outermost function that has a name for it.
    """

    lock: LockClass | None
    key: Key | None
    mode: str
    calls: tuple[Call, ...]
    where: tuple[str, ...] = ()


def lock_class(package: Package, key: Key) -> LockClass | None:
    """Return the class of a lock, None where that cannot be told: what a parameter points to."""
    if key.field:
        return None if key.field == "sync.Cond.L" else LockClass(key.field)
    if isinstance(key.root, str):
        return LockClass(key.text, key.text)
    definitions = package.definitions(key.root)
    if key.path:
        return LockClass(key.text, key.root) if _is_made_here(package, key.root) else None
    if len(definitions) == 1 and definitions[0].value is not None:
        value = definitions[0].value
        if isinstance(value, Index) or definitions[0].range_part:
            # `mu := s.locks[id]`: one of the locks of a table
            found = key_of(package, value.base if isinstance(value, Index) else value)
            return LockClass(found.field) if found is not None and found.field else None
    return LockClass(key.text, key.root) if _is_made_here(package, key.root) else None


def _is_made_here(package: Package, variable: Variable) -> bool:
    """Tell whether the variable is a lock itself, or something with locks that its function makes."""
    return variable.kind is VariableKind.LOCAL and all(
        _is_new(each) for each in package.definitions(variable) if not each.updates
    )


def _is_new(definition: Definition) -> bool:
    match definition.value:
        case None:
            return not isinstance(definition.type, PointerType)
        case CompositeLiteral() | Unary(operator="&", operand=CompositeLiteral()):
            return True
        case Call(function=BuiltinName(name="new")):
            return True
        case _:
            return False


def whereabouts(package: Package, key: Key) -> tuple[str, ...]:
    """Return the type that holds the lock as a part of itself, and the fields from there, () where it is not known.

    `c.in.Mutex` of `type Conn struct { in, out halfConn }` gives Conn, in, Mutex; behind a pointer it begins anew.
    """
    known = package.shared(_whereabouts)
    if key not in known:
        known[key] = _find_whereabouts(package, key)
    return known[key]


def _whereabouts(_package: Package) -> dict[Key, tuple[str, ...]]:
    """Return the table of all answers: the same lock is met on every way that leads to it."""
    return {}


def _find_whereabouts(package: Package, key: Key) -> tuple[str, ...]:
    if not isinstance(key.root, Variable):
        return ()
    given = package.resolver.variable_type(key.root)
    found: list[str] = []
    for step in key.path:
        if not isinstance(step, str):
            return ()
        if isinstance(given, PointerType) or not found:
            found = [type_name(dereference(given))]
        member = find_member(package.tables, given, step)
        if member is None or member.functions or not found[0]:
            return ()
        found.append(step)
        given = member.type
    return () if isinstance(given, PointerType) else tuple(found)


def are_different(package: Package, first: Key, second: Key) -> bool:
    """Tell whether two keys mean two objects for certain: two variables, or two fields of one type."""
    if isinstance(first.root, str) and isinstance(second.root, str):
        return first != second
    if is_local(first) and is_local(second):
        return first != second
    return are_apart(whereabouts(package, first), whereabouts(package, second))


def are_apart(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether two whereabouts are different fields of one type."""
    return bool(first) and bool(second) and first[0] == second[0] and first != second


def is_local(key: Key) -> bool:
    """Tell whether the key goes out from a local variable that is no parameter."""
    return isinstance(key.root, Variable) and key.root.kind is VariableKind.LOCAL


class Acquisitions:
    """Answers for one package; they are worked out once."""

    def __init__(self, locks: Locks) -> None:
        """Make it for the locks of a package."""
        self.package = locks.package
        self.reach = locks.reach

    def of(self, function: Function) -> tuple[Acquisition, ...]:
        """Return the locks that the function takes, whatever the path; the shortest way to each."""
        return self._known.get(function, ())

    def outward(self, call: Call, function: Function, inner: Acquisition) -> Acquisition | None:
        """Return the callee's acquisition as the caller sees it, None where it is no matter of the caller's."""
        key = None if inner.key is None else out_of(self.package, call, function, inner.key)
        lock = inner.lock
        if key is None and (lock is None or isinstance(lock.root, Variable)):
            return None
        if lock is None and key is not None:
            lock = lock_class(self.package, key)
        where = () if key is None else whereabouts(self.package, key)
        return Acquisition(lock, key, inner.mode, (call, *inner.calls), where or inner.where)

    def own(self, call: Call) -> Acquisition | None:
        """Return the lock that the call itself waits for, None where it is another call."""
        action = self.reach.action(call)
        if action is None or action.effect is not Effect.ACQUIRE or self.is_interface(call):
            return None
        lock, where = lock_class(self.package, action.key), whereabouts(self.package, action.key)
        return Acquisition(lock, action.key, action.mode, (call,), where)

    def is_interface(self, call: Call) -> bool:
        """Tell whether the lock is behind an interface: it may be any."""
        return self.package.callee(call).external.startswith(_INTERFACE)

    @cached_property
    def _known(self) -> dict[Function, tuple[Acquisition, ...]]:
        found: dict[Function, dict[object, Acquisition]] = {}
        pending: deque[tuple[Function, Acquisition]] = deque()
        for function in self.reach.concerned:
            for call in self.reach.calls(function):
                mine = self.own(call)
                node = self.package.graph(function).node_of.get(call) if mine is not None else None
                if mine is None or (node is not None and node.index not in self.package.graph(function).reachable):
                    continue
                found.setdefault(function, {}).setdefault((mine.lock, mine.key, mine.mode, mine.where), mine)
            pending += ((function, each) for each in found.get(function, {}).values())
        callers: dict[Function, tuple[tuple[Function, Call], ...]] = {}
        while pending:  # the acquisitions with the fewest calls on the way come first
            function, inner = pending.popleft()
            if function not in callers:
                certain = (each for each in self.reach.callers(function) if self.package.callee(each[1]).certain)
                callers[function] = tuple(certain)
            for caller, call in callers[function]:
                theirs = found.setdefault(caller, {})
                outer = self.outward(call, function, inner) if len(theirs) < _MOST_LOCKS else None
                kind = None if outer is None else (outer.lock, outer.key, outer.mode, outer.where)
                if outer is not None and kind not in theirs:
                    theirs[kind] = outer
                    pending.append((caller, outer))
        return {function: tuple(each.values()) for function, each in found.items()}
