"""Functions that a helper of the package is handed, and runs itself: `s.locked(func() { … })`."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.paths.keys import Key, out_of, receiver_key
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, Name, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, Go


@dataclass(frozen=True, slots=True, eq=False)
class Handed:
    """`caller` hands `given`, which is `function`, to `helper` at `site`, and the helper runs it by `call`."""

    helper: Function
    call: Call
    caller: Function
    site: Call
    given: Expression
    function: Function

    def key(self, package: Package, key: Key) -> Key | None:
        """Return an object of the helper as the function that is run names it, None where it has no name for it."""
        outer = self.outer(package, key)
        if outer is None or isinstance(outer.root, str) or not self.function.name:
            return outer
        base = receiver_key(package, self.given) if isinstance(self.given, Selector) else None
        if base is None or self.function.receiver is None or base.root is not outer.root:
            return None
        if outer.path[: len(base.path)] != base.path:
            return None
        return Key(self.function.receiver, outer.path[len(base.path) :], outer.field)

    def outer(self, package: Package, key: Key) -> Key | None:
        """Return an object of the helper as the caller names it."""
        return out_of(package, self.site, self.helper, key)


def handed(package: Package, helper: Function) -> Iterator[Handed]:
    """Yield what the package hands to a function for a parameter that it calls itself, in its own goroutine."""
    for call in package.calls(helper):
        if not isinstance(call.function, Name) or call.function.variable not in helper.parameters:
            continue
        if isinstance(package.parent(call), Go | Defer):
            continue
        position = helper.parameters.index(call.function.variable)
        if len(package.definitions(call.function.variable)) != 1:
            continue
        for caller, site in package.callers(helper):
            if isinstance(package.parent(site), Go) or not package.callee(site).certain:
                continue
            if site.spread or len(site.arguments) != len(helper.parameters):
                continue
            given = site.arguments[position]
            callee = package.resolver.function_value(given)
            if callee.certain and len(callee.functions) == 1:
                yield Handed(helper, call, caller, site, given, callee.functions[0])
