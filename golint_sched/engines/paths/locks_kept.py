"""Locks that a way out of a function leaves locked."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from golint_sched.engines.paths.constructors import is_made_elsewhere
from golint_sched.engines.paths.contracts import may_tell, promises_to_hold, tells
from golint_sched.engines.paths.keys import Key, key_of, out_of
from golint_sched.engines.paths.locks import LOCK
from golint_sched.engines.paths.preconditions import preconditions_of
from golint_sched.engines.paths.protocol import Effect
from golint_sched.engines.paths.roles import Role, callers_of, role
from golint_sched.engines.paths.state import Again, Exit, Hold, Walked
from golint_sched.engines.paths.taken_over import is_taken_over
from golint_sched.engines.paths.trail import EventKind, events
from golint_sched.engines.paths.walk import Walker
from golint_sched.finding import Confidence
from golint_sched.flow.graph import Ending
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    CompositeLiteral,
    Expression,
    Name,
    Unary,
    Variable,
    VariableKind,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, For, Range, Return
from golint_sched.model.types import MapType
from golint_sched.model.walk import literals
from golint_sched.source import Span


@dataclass(frozen=True, slots=True)
class KeptLock:
    """A lock that the function leaves held: by the way out `exit`, or, where that is None, by the turn `again`.

    `release` is a call that unlocks it on another path, None where no path does.
    """

    function: Function
    key: Key
    hold: Hold
    exit: Exit | None
    again: Again | None
    release: Call | None
    confidence: Confidence


class Locks:
    """The faults with the locks of one package."""

    def __init__(self, package: Package) -> None:
        """Make it for a linked package."""
        self.package = package
        self.walker = Walker(package, LOCK)
        self.reach = self.walker.reach

    @cached_property
    def concerned(self) -> tuple[tuple[Function, Key], ...]:
        """Return the functions that may hold a lock, with the lock as they name it, in source order.

        Those are the functions that lock it themselves, and those that call one which leaves it locked.
        """
        found: dict[Function, dict[Key, None]] = {}
        pending: deque[tuple[Function, Key]] = deque()
        for function in self.reach.concerned:
            for _, action in self.reach.actions(function):
                if action.effect is not Effect.RELEASE:
                    pending.append((function, action.key))
        while pending:
            function, key = pending.popleft()
            keys = found.setdefault(function, {})
            if key in keys:
                continue
            keys[key] = None
            if any(len(way.state.held) > way.state.borrowed for way in returns(self.walk(function, key))):
                for caller, call in self.reach.callers(function):
                    outer = out_of(self.package, call, function, key)
                    if outer is not None:
                        pending.append((caller, outer))
        return tuple(
            (function, key)
            for function in self.package.bodies()
            if function in found and role(self.package, function) is not Role.INLINE
            for key in found[function]
        )

    def walk(self, function: Function, key: Key) -> Walked:
        """Return what the paths through the function do to the lock."""
        return self.walker.walk(function, key)

    # -- left locked ----------------------------------------------------------------------------------------------

    def kept(self) -> Iterator[KeptLock]:
        """Yield the locks that some way out, or some turn of a loop, leaves locked though nobody expects it."""
        for function, key in self.concerned:
            found = self._kept_in(function, key)
            if found is not None:
                yield found

    def _kept_in(self, function: Function, key: Key) -> KeptLock | None:
        walked = self.walk(function, key)
        turn = next((again for again in walked.again if self.skips_release(function, again)), None)
        held = held_ways(walked)
        if turn is not None and self.is_own(turn.hold.call, key):
            release = first_release(function, walked, self.package)
            return KeptLock(function, key, turn.hold, None, turn, release, Confidence.HIGH)
        held = [way for way in held if self.is_own(way.state.held[-1].call, key)]
        if not held or any(not one.after_own for one in walked.unmatched) or self._may_be_other(function, key):
            return None
        free = free_ways(walked)
        release = first_release(function, walked, self.package)
        if self._is_contract(function, key, held, free, release):
            return None
        confidence = Confidence.HIGH if release is not None else Confidence.MEDIUM
        return KeptLock(function, key, held[0].state.held[-1], held[0], None, release, confidence)

    def is_own(self, call: Call, key: Key) -> bool:
        """Tell whether what the call locks is the function's own matter: it locks itself, or by contract."""
        return all(
            self.is_locker(function, inner) if function.name else self._locks_itself(function, inner)
            for function, inner in self.reach.variants(call, key)
        )

    def _locks_itself(self, literal: Function, key: Key) -> bool:
        """Tell whether a literal that is called where it stands leaves locked what is its own matter."""
        return all(self.is_own(way.state.held[-1].call, key) for way in held_ways(self.walk(literal, key)))

    def is_locker(self, function: Function, key: Key) -> bool:
        """Tell whether a function that leaves the lock held does so on purpose: nobody would report it."""
        walked = self.walk(function, key)
        held, free = held_ways(walked), free_ways(walked)
        release = first_release(function, walked, self.package)
        return bool(held) and self._is_contract(function, key, held, free, release)

    def _is_contract(
        self, function: Function, key: Key, held: list[Exit], free: list[Exit], release: Call | None
    ) -> bool:
        """Tell whether the callers can know that the lock is held, and are meant to release it."""
        if is_taken_over(self.package, self.walker, function, key):
            return True
        taken = [way for way in free if way.state.acquired]  # `if writable { … }`: who asks for nothing knows that
        if promises_to_hold(function) and (release is None or tells(function, held, taken or free)):
            return True
        if may_tell(function, held, free) and (
            self._some_caller_releases(function, key) or self._has_counterpart(function, key)
        ):
            return True
        if any(way.state.acquired for way in free) and not tells(function, held, free):
            return self._all_callers_release(function, key)
        if self._some_caller_releases(function, key) or self._has_counterpart(function, key):
            return True
        return role(self.package, function) is Role.CALLBACK and release is None

    def _some_caller_releases(self, function: Function, key: Key) -> bool:
        """Tell whether a caller unlocks on some way what the call has locked."""
        return any(self._releases_after(caller, call, function, key) for caller, call in self._callers(function))

    def _all_callers_release(self, function: Function, key: Key) -> bool:
        """Tell whether all that can call the function is in view, and unlocks what it leaves locked."""
        callers = self._callers(function)
        if not callers or function.name[:1].isupper() or self.package.is_value(function):
            return False
        return all(self._releases_after(caller, call, function, key) for caller, call in callers)

    def _callers(self, function: Function) -> tuple[tuple[Function, Call], ...]:
        return callers_of(self.package, function)

    def _releases_after(self, caller: Function, call: Call, function: Function, key: Key) -> bool:
        for outer in self.reach.concerned.get(caller, ()):
            if not any(each is function and inner == key for each, inner in self.reach.variants(call, outer)):
                continue
            if any(
                any(event.kind is EventKind.ACQUIRED and event.call is call for event in events(way.trail))
                and (not way.state.held or way.state.handed_on)
                for way in returns(self.walk(caller, outer))
            ):
                return True
        return False

    def _has_counterpart(self, function: Function, key: Key) -> bool:
        """Tell whether another function unlocks the same field, or table's entry, which its caller has locked."""
        return any(
            other is not function
            and self._is_counterpart(function, key, other, inner)
            and self.reach.release_in(other, inner) is not None
            and any(not one.after_own for one in self.walk(other, inner).unmatched)
            for other, keys in self.reach.concerned.items()
            if other.name
            for inner in keys
        )

    def _is_counterpart(self, function: Function, key: Key, other: Function, inner: Key) -> bool:
        """Tell whether two functions, each by its name for it, may mean one lock.

        It is so for a lock that methods of one type look up: `lock := s.lockOf(id)`, `lock := s.forget(id)`.
        """
        if isinstance(key.root, str):
            return inner == key
        if key.field:
            return inner.field == key.field
        return (
            bool(function.receiver_type)
            and other.receiver_type == function.receiver_type
            and self._is_looked_up(key)
            and self._is_looked_up(inner)
        )

    def _is_looked_up(self, key: Key) -> bool:
        """Tell whether a method of the package gives the lock."""
        if key.path or not isinstance(key.root, Variable):
            return False
        values = [definition.value for definition in self.package.definitions(key.root)]
        return bool(values) and all(
            isinstance(value, Call) and any(each.receiver_type for each in self.package.callee(value).functions)
            for value in values
        )

    def _may_be_other(self, function: Function, key: Key) -> bool:
        """Tell whether the lock may be released by another name, or is thrown away with its object."""
        root = key.root
        if key.path and isinstance(root, Variable) and (self.is_new(root) or is_made_elsewhere(self.package, root)):
            actions = ((call, self.reach.action(call)) for call in self.reach.calls(function))
            locks = [call.span for call, action in actions if action is not None and action.key == key]
            if not locks or not self._is_stored(root, min(locks)) or self._forgets(function, key):
                return True
        if first_release(function, self.walk(function, key), self.package) is None and self._forgets(function, key):
            return True
        if self._is_private(function, key):
            return True
        pending = [function]
        while pending:
            current = pending.pop()
            if current.body is None:
                continue
            for _, action in self.reach.actions(current):
                if action.effect is not Effect.RELEASE or action.key == key:
                    continue
                if action.key.field == key.field or "sync.Cond.L" in (action.key.field, key.field):
                    return True
            pending += literals(current.body)
        return False

    def _forgets(self, function: Function, key: Key) -> bool:
        """Tell whether the function takes the object out of a map, `delete(objects, id)`: nobody can find it again."""
        if not key.path or not isinstance(key.root, Variable):
            return False
        kinds = {self.package.type_of(name) for name in self.package.names(key.root)}
        pending = [self.package.outermost(function)]
        while pending:
            current = pending.pop()
            if current.body is None:
                continue
            for call in self.package.calls(current):
                if self.package.callee(call).external == "builtin.delete" and call.arguments:
                    table = self.package.shape_of(call.arguments[0])
                    if isinstance(table, MapType) and table.value in kinds:
                        return True
            pending += literals(current.body)
        return False

    def is_new(self, variable: Variable) -> bool:
        """Tell whether the function has made the object itself: `s := &T{…}`, or by a constructor."""
        values = [definition.value for definition in self.package.definitions(variable)]
        return any(value is not None and self._makes(value) for value in values)

    def _is_stored(self, variable: Variable, before: Span) -> bool:
        """Tell whether what a function makes is put where others find it, `s.entries[id] = e`, before a place."""
        for name in self.package.names(variable):
            statement = self.package.parent(name)
            if not isinstance(statement, Assign) or name not in statement.values or not statement.span < before:
                continue
            for target in statement.targets:
                root = None if target is None or isinstance(target, Name) else key_of(self.package, target)
                if root is not None and not (isinstance(root.root, Variable) and self.is_new(root.root)):
                    return True
        return False

    def _makes(self, value: Expression) -> bool:
        match value:
            case CompositeLiteral() | Unary(operator="&", operand=CompositeLiteral()):
                return True
            case Call():
                callee = self.package.callee(value)
                if callee.functions:
                    return all(_is_constructor(self, function) for function in callee.functions)
                return callee.external == "builtin.new"
            case _:
                return False

    def returned(self, function: Function) -> Iterator[Expression]:
        """Yield the first values that the function returns."""
        return (node.values[0] for node in self.package.inside(function, Return) if node.values)

    def _is_private(self, function: Function, key: Key) -> bool:
        """Tell whether no goroutine but the function's own ever locks it: a local mutex that no `go` literal uses."""
        if key.path or not isinstance(key.root, Variable) or key.root.kind is VariableKind.PACKAGE:
            return False
        if key.root is function.receiver or key.root in function.parameters:
            return False
        if not function.name and not _is_inside(function, key.root) and role(self.package, function) is Role.CALLBACK:
            return False  # it may be called again
        if any(not self._is_own_mutex(definition.value) for definition in self.package.definitions(key.root)):
            return False
        if first_release(function, self.walk(function, key), self.package) is None and _is_inside(function, key.root):
            return True
        users = {self.package.owner(name) for name in self.package.names(key.root)}
        return not any(user is not None and self.package.spawners(user) for user in users)

    def _is_own_mutex(self, value: Expression | None) -> bool:
        """Tell whether a variable with this first value is a mutex that nobody else has: not one from a map."""
        return value is None or isinstance(value, Name) or self._makes(value)

    def is_table(self, function: Function, key: Key) -> bool:
        """Tell whether the key stands for many objects: an element whose index a loop may have changed."""
        return any(not isinstance(step, str) for step in key.path) and self._may_be_other(function, key)

    @cached_property
    def _exact(self) -> Walker:
        return Walker(self.package, LOCK, deep=True)

    def is_ruled_out(self, function: Function, key: Key, again: Again) -> bool:
        """Tell whether the conditions on the way keep a lock from being taken again.

        They are those that hold wherever the function is called, and those on fields that callees ask again.
        """
        walked = self._exact.walk(function, key, preconditions_of(self.package).at_entry(function))
        return walked.capped is None and not any(
            each.hold.call is again.hold.call and each.wanted.origin is again.wanted.origin for each in walked.again
        )

    # -- turns of a loop ------------------------------------------------------------------------------------------

    def skips_release(self, function: Function, again: Again) -> bool:
        """Tell whether the lock is taken again in the next turn of a loop in which other paths release it."""
        if again.wanted.calls[0] is not again.hold.call:
            return False
        loops = [around for around in self.package.ancestors(again.hold.call) if isinstance(around, For | Range)]
        if not loops:
            return False
        graph = self.package.graph(function)
        if loops[0] not in graph.regions:
            return False
        for index in graph.regions[loops[0]]:
            origin = graph.nodes[index].origin
            if isinstance(origin, Call):
                action = self.reach.action(origin)
                if action is not None and action.effect is Effect.RELEASE:
                    return True
        return False


def _is_inside(function: Function, variable: Variable) -> bool:
    """Tell whether the function declares the variable itself."""
    return variable.span.path == function.path and (function.span.start <= variable.span.start < function.span.end)


def _is_constructor(locks: Locks, function: Function) -> bool:
    """Tell whether each of the function's results is an object that it makes: `return &T{…}`."""
    values = list(locks.returned(function))
    made = [
        definition.value
        for value in values
        if isinstance(value, Name)
        for definition in locks.package.definitions(value.variable)
    ]
    plain = [value for value in values if not isinstance(value, Name)]
    return bool(values) and all(
        isinstance(value, CompositeLiteral)
        or (isinstance(value, Unary) and isinstance(value.operand, CompositeLiteral))
        or (isinstance(value, BuiltinName) and value.name == "nil")
        for value in (*made, *plain)
    )


def returns(walked: Walked) -> list[Exit]:
    """Return the ways on which the function returns."""
    return [way for way in walked.exits if way.ending is Ending.RETURN]


def held_ways(walked: Walked) -> list[Exit]:
    """Return the ways out on which the function leaves a lock locked that was not locked before."""
    return [way for way in returns(walked) if way.state.held and not way.state.handed_on and not way.state.borrowed]


def free_ways(walked: Walked) -> list[Exit]:
    """Return the ways out on which nothing is held, or somebody else was given the duty."""
    return [way for way in returns(walked) if not way.state.held or way.state.handed_on]


def first_release(function: Function, walked: Walked, package: Package) -> Call | None:
    """Return the first call of the function that unlocks what was locked before on the same path."""
    return min(
        (call for call in walked.matched if package.owner(call) is function), key=lambda call: call.span, default=None
    )


def locks_of(package: Package) -> Locks:
    """Return the faults with the locks of a package; several rules ask for them."""
    return package.shared(Locks)
