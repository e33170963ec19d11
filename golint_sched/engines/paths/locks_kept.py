"""Locks that a way out of a function leaves locked."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.paths.contracts import promises_to_hold, tells
from golint_sched.engines.paths.keys import Key
from golint_sched.engines.paths.locks import LOCK
from golint_sched.engines.paths.protocol import Effect
from golint_sched.engines.paths.roles import Role, callers_of, role
from golint_sched.engines.paths.state import Again, Exit, Hold, Walked
from golint_sched.engines.paths.trail import EventKind, events
from golint_sched.engines.paths.walk import Walker
from golint_sched.finding import Confidence
from golint_sched.flow.graph import Ending
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, CompositeLiteral, Unary, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import For, Range
from golint_sched.model.walk import literals


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

    def concerned(self) -> Iterator[tuple[Function, Key]]:
        """Yield the functions that acquire a lock, with the lock as they name it, in source order."""
        for function in self.package.bodies():
            if role(self.package, function) is not Role.INLINE:
                for key in self.reach.concerned.get(function, ()):
                    yield function, key

    def walk(self, function: Function, key: Key) -> Walked:
        """Return what the paths through the function do to the lock."""
        return self.walker.walk(function, key)

    # -- left locked ----------------------------------------------------------------------------------------------

    def kept(self) -> Iterator[KeptLock]:
        """Yield the locks that some way out, or some turn of a loop, leaves locked though nobody expects it."""
        for function, key in self.concerned():
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
        functions = self.package.callee(call).functions
        if not functions or all(not function.name for function in functions):
            return True
        return all(self.is_locker(function, inner) for function, inner in self.reach.variants(call, key))

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
        if promises_to_hold(function) and (release is None or tells(function, held, free)):
            return True
        if free and not tells(function, held, free):
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
                and not way.state.held
                for way in returns(self.walk(caller, outer))
            ):
                return True
        return False

    def _has_counterpart(self, function: Function, key: Key) -> bool:
        """Tell whether another function unlocks the same field, which its caller has locked."""
        return bool(key.field) and any(
            other is not function
            and inner.field == key.field
            and self.reach.release_in(other, inner) is not None
            and any(not one.after_own for one in self.walk(other, inner).unmatched)
            for other, keys in self.reach.concerned.items()
            if other.name
            for inner in keys
        )

    def _may_be_other(self, function: Function, key: Key) -> bool:
        """Tell whether the lock may be released by another name, or is thrown away with its object."""
        if key.path and isinstance(key.root, Variable) and self._is_new(key.root):
            return True
        pending = [function]
        while pending:
            current = pending.pop()
            if current.body is None:
                continue
            for call in self.reach.calls(current):
                action = self.reach.action(call)
                if action is None or action.effect is not Effect.RELEASE or action.key == key:
                    continue
                if action.key.field == key.field or "sync.Cond.L" in (action.key.field, key.field):
                    return True
            pending += literals(current.body)
        return False

    def _is_new(self, variable: Variable) -> bool:
        """Tell whether the function has made the object itself: `s := &T{…}`."""
        values = [definition.value for definition in self.package.definitions(variable)]
        return any(
            isinstance(value, CompositeLiteral)
            or (isinstance(value, Unary) and isinstance(value.operand, CompositeLiteral))
            or (isinstance(value, Call) and self.package.callee(value).external == "builtin.new")
            for value in values
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
