"""Locks that one goroutine takes, and another releases when it has heard of that.

go func() {
        defer close(ready)
        mu.Lock()                       // stays locked
}()
<-ready
mu.Unlock()
"""

from golint_sched.engines.paths.keys import Key
from golint_sched.engines.paths.walk import Walker
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call
from golint_sched.model.functions import Function


def is_taken_over(package: Package, walker: Walker, literal: Function, key: Key) -> bool:
    """Tell whether the function around a goroutine, or a literal in it, unlocks what it has not locked itself.

    A literal that is deferred, or called where it stands, runs as a part of what is around it.
    """
    if literal.name or not package.spawners(literal):
        return False
    return any(
        key in walker.reach.concerned.get(other, ())
        and any(not one.after_own for one in walker.walk(other, key).unmatched)
        for other in package.functions
        if other is not literal
        and package.outermost(other) is package.outermost(literal)
        and not _runs_in_place(package, other)
    )


def _runs_in_place(package: Package, function: Function) -> bool:
    if function.name:
        return False
    node = package.tables.literal_nodes[function]
    parent = package.parent(node)
    return isinstance(parent, Call) and parent.function is node and not package.spawners(function)
