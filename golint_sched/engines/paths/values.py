"""Values that have to be released, and the ways out of functions on which they are not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from golint_sched.engines.paths.acquired import Acquired, Resource, Source
from golint_sched.engines.paths.escapes import ActionOf, Ends, Escapes, Handling, no_ends
from golint_sched.engines.paths.keys import Key
from golint_sched.engines.paths.protocol import Binding, Frees, Protocol, Repeat
from golint_sched.engines.paths.state import Again, Exit
from golint_sched.engines.paths.trail import EventKind, events
from golint_sched.engines.paths.walk import Walker
from golint_sched.finding import Site
from golint_sched.flow.graph import Condition, Ending
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Name, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare
from golint_sched.model.walk import walk


@dataclass(frozen=True, slots=True)
class Lost:
    """A value that nobody releases: on the way out `exit`, or, where that is None, when `again` replaces it.

    Where both are None nobody has the value at all: it was assigned to `_`, or dropped. `call` acquires it in
    `function`, `source` tells what that is. `key` is the variable that holds it. `release` is a call that releases it
    on another path, None where no path does. `always` tells that nothing is done for it on any way out, `handed_on`
    that on some way somebody else gets it.
    """

    function: Function
    call: Call
    source: Source
    key: Key | None = None
    exit: Exit | None = None
    again: Again | None = None
    release: Call | None = None
    always: bool = True
    handed_on: bool = False

    @property
    def name(self) -> str:
        """Return the name of the variable that holds the value, "" where there is none."""
        return self.key.root.name if self.key is not None and isinstance(self.key.root, Variable) else ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table: `action` tells which calls release, `ends` where a value needs no release any more.

    `frees` tells on which edges a path learns that its value needs none.
    """

    name: str
    resource: Resource
    handling: Handling
    action: ActionOf
    ends: Ends = no_ends
    frees: Frees | None = None


class Values:
    """The values of one kind in one package."""

    def __init__(self, package: Package, kind: Kind) -> None:
        """Make it for a linked package."""
        self.package = package
        self.acquired = Acquired(package, kind.resource)
        self.escapes = Escapes(package, kind.handling, kind.action, kind.ends)
        protocol = Protocol(
            name=kind.name,
            repeat=Repeat.REPLACES,
            action=kind.action,
            bindings=lambda _package, statement: self.acquired.bindings(statement),
            given_away=lambda _package, function, key: (
                self.escapes.nodes(function, key) | kind.ends(package, function, key)
            ),
            frees=kind.frees,
        )
        self.walker = Walker(package, protocol)

    def lost(self, where: Callable[[Function], bool] = lambda _function: True) -> Iterator[Lost]:
        """Yield what is lost in the functions that `where` accepts, one for each acquisition, in source order."""
        for function in filter(where, self.package.bodies()):
            for call in self.package.calls(function):
                source = self.acquired.source(call)
                if source is None:
                    continue
                if self.acquired.is_dropped(call):
                    yield Lost(function, call, source)
                    continue
                binding = self.binding(call)
                found = None if binding is None else self._lost(function, binding, source)
                if found is not None:
                    yield found

    def binding(self, call: Call) -> Binding | None:
        """Return the assignment that gives a local variable what the call acquires."""
        statement = self.package.parent(call)
        if not isinstance(statement, Assign | Declare):
            return None
        return next((each for each in self.acquired.bindings(statement) if each.call is call), None)

    def _lost(self, function: Function, binding: Binding, source: Source) -> Lost | None:
        key, statement = binding.key, self.package.parent(binding.call)
        if not self._is_own(function, key) or statement is None:
            return None
        if self.escapes.captured_before(function, key, statement):
            return None
        walked = self.walker.walk(function, key)
        way = next((each for each in walked.exits if leaves(each, binding.call)), None)
        again = next((each for each in walked.again if each.hold.call is binding.call and not _is_deferred(each)), None)
        if (way is None and again is None) or self._is_told_otherwise(function, binding, source):
            return None
        release = min(walked.matched, key=lambda call: call.span, default=None)
        free = [each for each in walked.exits if each.ending is Ending.RETURN and _is_free(each, binding.call)]
        return Lost(
            function,
            binding.call,
            source,
            key,
            exit=way,
            again=None if way is not None else again,
            release=release,
            always=not free and release is None,
            handed_on=self.escapes.escapes(function, key),
        )

    def _is_told_otherwise(self, function: Function, binding: Binding, source: Source) -> bool:
        """Tell whether only a further result of the package's own function is asked how the call went.

        resp, status, err = c.send(…)
        if status != nil && status.Code == 409 { continue }         // c.send gives no response with that
        """
        statement = self.package.parent(binding.call)
        if source.origin is binding.call or not isinstance(statement, Assign | Declare):
            return False
        targets = statement.targets if isinstance(statement, Assign) else statement.variables
        variables = [each.variable if isinstance(each, Name) else each for each in targets]
        answers = {variables[place] for place in (binding.position, binding.error) if place is not None}
        others = {each for each in variables if isinstance(each, Variable)} - answers
        asked = {
            name.variable
            for node in self.package.graph(function).nodes
            if isinstance(node.origin, Condition)
            for name in walk(node.origin.expression)
            if isinstance(name, Name)
        }
        return not asked.isdisjoint(others) and asked.isdisjoint(answers)

    @staticmethod
    def _is_own(function: Function, key: Key) -> bool:
        """Tell whether the variable is the function's own: what a literal assigns around it is left to the outside."""
        root = key.root
        return isinstance(root, Variable) and function.span.start <= root.span.start < function.span.end

    def always_released(self, function: Function, key: Key) -> bool:
        """Tell whether the function releases the value on every way out itself."""
        walked = self.walker.walk(function, key)
        released = bool(walked.matched) or self._is_deferred_release(function, key)
        return released and not any(way.state.held for way in walked.exits if way.ending is Ending.RETURN)

    def _is_deferred_release(self, function: Function, key: Key) -> bool:
        return self.walker.reach.release_in(function, key) is not None


def leaves(way: Exit, call: Call) -> bool:
    """Tell whether a function returns that way with what the call acquired."""
    state = way.state
    return way.ending is Ending.RETURN and not state.handed_on and any(hold.call is call for hold in state.held)


def _is_free(way: Exit, call: Call) -> bool:
    """Tell whether the way acquires by the call, and returns with nothing of it left."""
    acquires = any(event.kind is EventKind.ACQUIRED and event.call is call for event in events(way.trail))
    return acquires and not leaves(way, call)


def _is_deferred(again: Again) -> bool:
    """Tell whether a deferred literal, which the path passed after it acquired, may release the value that is lost."""
    seen = False
    for event in events(again.trail):
        if event.kind is EventKind.ACQUIRED and event.call is again.hold.call:
            seen = False
        elif event.kind is EventKind.DEFERRED:
            seen = True
    return seen


def sites_of(lost: Lost, left: str, released: str) -> tuple[Site, ...]:
    """Return the places that explain a loss: the way out, what replaces the value, the release on another path."""
    sites = []
    if lost.exit is not None:
        sites.append(Site(lost.exit.span, left))
    elif lost.again is not None and lost.again.wanted.origin is not lost.call:
        sites.append(Site(lost.again.wanted.origin.span, "replaced here"))
    if lost.source.origin is not lost.call:
        sites.append(Site(lost.source.origin.span, "it comes from here"))
    if lost.release is not None:
        sites.append(Site(lost.release.span, released))
    return tuple(sites)
