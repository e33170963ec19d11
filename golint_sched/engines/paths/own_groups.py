"""Groups that a function makes itself: nobody waits for them before somebody else can have them.

s := &Server{}
s.wg.Add(1)
if err := s.listen(); err != nil {
        return nil, err                 // nobody waits for this s
}
"""

from functools import cached_property

from golint_sched.engines.groups import Use
from golint_sched.engines.paths.counting import closure
from golint_sched.engines.paths.locks_kept import locks_of
from golint_sched.engines.paths.unshared import Unshared
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, Go


class OwnGroups:
    """Answers for one group that is a field of a type."""

    def __init__(self, package: Package, adds: list[Use], waits: list[Use]) -> None:
        """Make it for the Adds and the Waits of the group."""
        self.package = package
        self.adds = adds
        self.waits = waits
        self._seen: dict[Function, frozenset[int]] = {}

    def holder(self, function: Function) -> Variable | None:
        """Return the variable with the object whose group the function adds to, where it has made that itself."""
        found = {self._root(use.call) for use in self.adds if use.function is function}
        variable = found.pop() if len(found) == 1 else None
        if variable is None or not function.span.start <= variable.span.start < function.span.end:
            return None
        return variable if self._unshared.is_own(variable) else None

    def _root(self, call: Call) -> Variable | None:
        place = self.package.receiver_place(call)
        return place.root if place is not None and isinstance(place.root, Variable) else None

    def seen_at(self, function: Function) -> frozenset[int]:
        """Return the nodes of a function behind which somebody may wait for the group that it has made."""
        if function not in self._seen:
            variable = self.holder(function)
            self._seen[function] = frozenset() if variable is None else self._find(function, variable)
        return self._seen[function]

    def _find(self, function: Function, variable: Variable) -> frozenset[int]:
        found = set(self._unshared.shared_at(function, variable))
        for node in self.package.graph(function).nodes:
            call = node.origin.call if isinstance(node.origin, Defer | Go) else node.origin
            if isinstance(call, Call) and not self._waiting.isdisjoint(self.package.callee(call).functions):
                found.add(node.index)
        return frozenset(found)

    @cached_property
    def _waiting(self) -> frozenset[Function]:
        """Return the functions that wait, or lead to one that does."""
        return closure(self.package, frozenset(use.function for use in self.waits))

    @cached_property
    def _unshared(self) -> Unshared:
        return Unshared(locks_of(self.package))
