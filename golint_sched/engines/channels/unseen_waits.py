"""Tells where a step may come after a wait for goroutines that the exploration does not see."""

from golint_sched.engines.channels.actions import Count, Enter
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.scopes import GROUP_WAITS
from golint_sched.link import Package
from golint_sched.model.expressions import Call, Selector
from golint_sched.model.statements import Defer, Go

_DEPTH = 3  # functions between a call and the Wait


def waits_out_of_view(machine: Machine, number: int, index: int, above: frozenset[int] = frozenset()) -> bool:
    """Tell whether a program may wait for a group out of the scope before it comes to a node, or who calls it may.

    func (s *server) gather(jobs []job) {           func gather(group *sync.WaitGroup, …) {
        …                                               …
        go func() { s.tasks.join(); close(out) }()      go func() { group.Wait(); close(out) }()

    What the group counts is done by then. A node that is put off to the end comes after all that the program does.
    """
    program = machine.programs[number]
    if program is None or number in above:
        return False
    graph = program.graph
    put_off = isinstance(graph.nodes[index].origin, Defer) or index in graph.endings.values()
    for node in graph.nodes:
        if node.index not in graph.reachable or not isinstance(program.actions[node.index], Count | None):
            continue
        if not put_off and index not in graph.reachable_from(node.index):
            continue
        if isinstance(node.origin, Call) and may_wait(machine.package, node.origin):
            return True
    return any(
        waits_out_of_view(machine, other, place, above | {number})
        for other, caller in enumerate(machine.programs)
        if caller is not None
        for place, action in enumerate(caller.actions)
        if isinstance(action, Enter) and action.program == number
    )


def may_wait(package: Package, call: Call, depth: int = _DEPTH) -> bool:
    """Tell whether a call may wait for a group: by name where it is not a function in view."""
    if isinstance(package.parent(call), Go):
        return False
    callee = package.callee(call)
    if callee.external in GROUP_WAITS:
        return True
    if not callee.functions:
        name = call.function.field if isinstance(call.function, Selector) else callee.external.rpartition(".")[2]
        return name.startswith("Wait")
    return depth > 0 and any(
        may_wait(package, inner, depth - 1) for function in callee.functions for inner in package.calls(function)
    )
