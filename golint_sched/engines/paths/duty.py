"""Whose duty a release is: faults among the ways out of functions, by who calls them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from golint_sched.engines.paths.contracts import failed, promises_to_hold, tells
from golint_sched.engines.paths.protocol import THREAD, Protocol
from golint_sched.engines.paths.roles import Role, callers_of, is_deferred, is_root, role
from golint_sched.engines.paths.state import Exit, Hold, Unmatched, Walked
from golint_sched.engines.paths.trail import Event, EventKind, events
from golint_sched.engines.paths.walk import Walker
from golint_sched.finding import Confidence
from golint_sched.flow.graph import Ending
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call
from golint_sched.model.functions import Function
from golint_sched.model.types import NamedType, PointerType

_OPENING_NAME = re.compile(r"^(?i:open|start|set_?up|init|hold|grab|take|push|prepare|new|make|create)")
_CLOSING_NAME = re.compile(
    r"(?i:unlock|^un|release|leave|close|stop|end$|^end|exit|free|done|restore|clean|tear_?down|detach|reset|finish|drop)"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A function that can return to its caller with something held: `hold` by the way out `exit`.

    `always` tells that no way out releases it.
    """

    function: Function
    hold: Hold
    exit: Exit
    always: bool
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Nested:
    """Acquisitions that nest with a release too few: `second` was made while `first` was held."""

    function: Function
    first: Event
    second: Event
    exit: Exit


@dataclass(frozen=True, slots=True)
class Excess:
    """A release too many on some path: `call` is what the code can do without.

    It is the release with nothing held, but where that one is deferred the one that was made before it; where a literal
    of the function makes it, the release in that. `balanced` tells that the release with nothing held is right on
    another path.
    """

    function: Function
    call: Call
    unmatched: Unmatched
    balanced: bool


class Duties:
    """The faults of one package for one protocol."""

    def __init__(self, package: Package, protocol: Protocol) -> None:
        """Make it for a linked package."""
        self.package = package
        self.walker = Walker(package, protocol)
        self.reach = self.walker.reach

    # -- kept on a way out ----------------------------------------------------------------------------------------

    def kept(self) -> Iterator[Kept]:
        """Yield the functions that return with something held although nobody expects it, in source order."""
        for function in self._acquirers:
            runs = role(self.package, function)
            if runs in (Role.ROOT, Role.INLINE) or (runs is Role.PROCESS and self._may_keep(function)):
                continue
            found = self._kept_in(function)
            if found is not None:
                yield found

    def _may_keep(self, function: Function) -> bool:
        """Tell whether a function that runs once may stay locked: main, init, and what does so on all its paths."""
        return function.name in ("main", "init", "TestMain") or not self._free_ways(function)

    def _kept_in(self, function: Function) -> Kept | None:
        ways = [way for way in self._held_ways(function) if not way.state.nested_release]
        ways = [way for way in ways if self._is_own(way.state.held[-1].call)]
        ways = failed(function, ways) or ways
        if not ways or self._only_tampering_roots(function, set()):
            return None
        hold = ways[0].state.held[-1]
        always = not self._free_ways(function)
        if role(self.package, function) is Role.HANDLER:
            return Kept(function, hold, ways[0], always, Confidence.HIGH)
        if role(self.package, function) is Role.CALLBACK:
            if self.reach.alter_in(function) is not None:
                return None
            return Kept(function, hold, ways[0], always, Confidence.LOW if always else Confidence.MEDIUM)
        if not self._passes_on(function):
            if self._all_callers_discharge(function):
                return None
            return Kept(function, hold, ways[0], always, Confidence.HIGH)
        if self.is_accepted(function):
            return None
        callers = callers_of(self.package, function)
        if callers and all(role(self.package, caller) is Role.PROCESS for caller, _ in callers):
            return None
        altered = self.reach.alter_in(function) is not None
        if altered and not callers:
            return Kept(function, hold, ways[0], always, Confidence.LOW)
        return Kept(function, hold, ways[0], always, Confidence.HIGH if callers else Confidence.MEDIUM)

    @cached_property
    def _acquirers(self) -> tuple[Function, ...]:
        return tuple(each for each in self.package.bodies() if self.reach.acquire_in(each) is not None)

    def walk(self, function: Function) -> Walked:
        """Return what the walk over the function found."""
        return self.walker.walk(function)

    def _returns(self, function: Function) -> list[Exit]:
        return [way for way in self.walk(function).exits if way.ending is Ending.RETURN]

    def _free_ways(self, function: Function) -> list[Exit]:
        """Return the ways out on which nothing is held, or somebody else was given the duty."""
        return [way for way in self._returns(function) if not way.state.held or way.state.handed_on]

    def _held_ways(self, function: Function) -> list[Exit]:
        """Return the ways out with something held, without those that keep an altered resource on purpose.

        Two alterations are one and its reversal: what other paths release after that, and this one does not, could not
        be restored.
        """
        free = self._free_ways(function)
        restored = any(way.state.altered > 1 for way in free)
        return [
            way
            for way in self._returns(function)
            if way.state.held and not way.state.handed_on and not (restored and way.state.altered > 1)
        ]

    def _is_own(self, call: Call | None) -> bool:
        """Tell whether what a call acquired is its caller's matter: it acquires itself, or passes it on."""
        functions = self.package.callee(call).functions if call is not None else ()
        return not functions or all(self.is_accepted(function) for function in functions)

    # -- passing the duty on --------------------------------------------------------------------------------------

    def _passes_on(self, function: Function) -> bool:
        """Tell whether the caller can know what it holds: always, or as one result tells."""
        held = self._held_ways(function)
        free = self._free_ways(function)
        if not free:
            return not failed(function, held)
        if self._is_toggle(function):
            return True
        return tells(function, held, free)

    def _is_toggle(self, function: Function) -> bool:
        """Tell whether the function holds or releases, as it is told: `setLocked(true)`."""
        free = self._free_ways(function)
        return bool(free) and all(way.state.borrowed and not way.state.acquired for way in free)

    def is_accepted(self, function: Function) -> bool:
        """Tell whether a function that returns with something held does so by contract."""
        if not self._held_ways(function) or not self._passes_on(function):
            return False
        if promises_to_hold(function):
            return True
        if self._has_counterpart(function) or self._is_toggle(function):
            return True
        return any(self._discharges(caller, call) for caller, call in callers_of(self.package, function))

    def _discharges(self, caller: Function, call: Call) -> bool:
        """Tell whether a caller releases on some way out what the call acquired."""
        return any(
            any(event.kind is EventKind.ACQUIRED and event.call is call for event in events(way.trail))
            and (way.state.handed_on or not way.state.held)
            for way in self._returns(caller)
        )

    def _all_callers_discharge(self, function: Function) -> bool:
        """Tell whether all that can call the function is in view, and holds nothing of it on any way out."""
        callers = callers_of(self.package, function)
        if not callers or function.name[:1].isupper() or self.package.is_value(function):
            return False
        return all(not way.state.held or way.state.handed_on for caller, _ in callers for way in self._returns(caller))

    def _has_counterpart(self, function: Function) -> bool:
        """Tell whether another function releases what its caller holds: a method of the type, or Open and Close."""
        for other in self.package.bodies():
            if other is function or not other.name or self.reach.release_in(other) is None:
                continue
            named = bool(function.receiver_type) or _OPENING_NAME.search(function.name) is not None
            same_type = named and other.receiver_type == function.receiver_type
            made = function.receiver_type == "" and other.receiver_type in _result_names(function)
            if (same_type or made) and any(way.state.borrowed for way in self._returns(other)):
                return True
        return False

    def _only_tampering_roots(self, function: Function, seen: set[Function]) -> bool:
        """Tell whether only goroutines that alter the resource run the function."""
        if function in seen:
            return True
        seen.add(function)
        callers = self.package.callers(function)
        if not callers:
            return False
        for caller, _ in callers:
            if is_root(self.package, caller) and self.reach.alter_in(caller) is not None:
                continue
            if is_root(self.package, caller) or not self._only_tampering_roots(caller, seen):
                return False
        return True

    # -- imbalance ------------------------------------------------------------------------------------------------

    def nested(self) -> Iterator[Nested]:
        """Yield the functions that leave with fewer releases than nested acquisitions."""
        for function in self._acquirers:
            if role(self.package, function) is Role.INLINE:
                continue
            for way in self._held_ways(function):
                if way.state.nested_release and not self._is_discharged(function):
                    first, second = _nested_pair(events(way.trail))
                    if first is not None and second is not None and self._is_own(second.call):
                        yield Nested(function, first, second, way)
                        break

    def _is_discharged(self, function: Function) -> bool:
        """Tell whether some caller releases what the function leaves held."""
        return not self._free_ways(function) and any(
            self._discharges(caller, call) for caller, call in callers_of(self.package, function)
        )

    def excess(self) -> Iterator[Excess]:
        """Yield releases that can happen with nothing held, where no caller may be meant to hold it."""
        reported = {found.function for found in self.nested()} | {found.function for found in self.kept()}
        for function in self.package.bodies():
            if self.reach.release_in(function) is None or role(self.package, function) is Role.INLINE:
                continue
            if function in reported:
                continue
            walked = self.walk(function)
            for unmatched in walked.unmatched:
                balanced = unmatched.call in walked.matched
                if (
                    balanced
                    or unmatched.after_own
                    or self._starts_free(function)
                    or self._is_alone(function, unmatched)
                ):
                    yield Excess(function, self._superfluous(unmatched), unmatched, balanced)
                    break

    def _superfluous(self, unmatched: Unmatched) -> Call:
        """Return the release that the path can do without."""
        if is_deferred(self.package, unmatched.call):
            for event in reversed(events(unmatched.trail)):
                later = event.call is not None and event.call.span > unmatched.call.span
                if (
                    event.kind is EventKind.RELEASED
                    and later
                    and event.call
                    and not is_deferred(self.package, event.call)
                ):
                    return event.call
        within = self.package.owner(unmatched.origin)
        if within is not None and not within.name and self.package.outermost(within) is not within:
            return unmatched.origin
        return unmatched.call

    def _is_alone(self, function: Function, unmatched: Unmatched) -> bool:
        """Tell whether nothing in the package locks for a release that the function itself makes.

        A function whose name says that it ends something may be meant for callers out of view.
        """
        within = self.package.owner(unmatched.origin)
        own = within is not None and self.package.outermost(within) is self.package.outermost(function)
        locked = any(caller in self._acquirers for caller, _ in self.package.callers(function))
        return own and bool(function.name) and not (locked or self._hands_on or _CLOSING_NAME.search(function.name))

    @cached_property
    def _hands_on(self) -> bool:
        """Tell whether some function of the package returns with something held, or gives the duty to somebody."""
        return any(
            way.state.held or way.state.handed_on for function in self._acquirers for way in self._returns(function)
        )

    def _starts_free(self, function: Function) -> bool:
        """Tell whether nothing can be held when the function starts: a goroutine's root, a handler."""
        return role(self.package, function) in (Role.ROOT, Role.HANDLER)


def _result_names(function: Function) -> set[str]:
    """Return the names of the package's types among the results."""
    found = set()
    for result in function.type.results:
        inner = result.element if isinstance(result, PointerType) else result
        if isinstance(inner, NamedType) and not inner.package:
            found.add(inner.name)
    return found


def _nested_pair(path: tuple[Event, ...]) -> tuple[Event | None, Event | None]:
    """Return the acquisition that was made last while another was held, and that other one."""
    stack: list[Event] = []
    found: tuple[Event | None, Event | None] = (None, None)
    for event in path:
        if event.kind is EventKind.ACQUIRED:
            if stack:
                found = (stack[-1], event)
            stack.append(event)
        elif event.kind is EventKind.RELEASED and stack:
            stack.pop()
    return found


def thread_duties(package: Package) -> Duties:
    """Return the faults with locked threads in a package; three rules ask for them."""
    return package.shared(_thread_duties)


def _thread_duties(package: Package) -> Duties:
    return Duties(package, THREAD)
