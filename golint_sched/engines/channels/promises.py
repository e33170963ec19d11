"""Goroutines that send one answer on a channel without room which their function returns to callers out of view.

func (c *Client) Wait() <-chan Status {
        answer := make(chan Status)
        go func() { answer <- c.status() }()
        return answer
}
"""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.channels.uses import Use, operation_on
from golint_sched.link import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import BuiltinName, Call, Name, Receive, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Range, Return, Send
from golint_sched.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class Promise:
    """The `send` of the answer in a goroutine started by `spawn`, and the `others` in its place on other paths.

    `function` makes the `channel` at `made`, and returns it.
    """

    function: Function
    spawn: Spawn
    goroutine: Function
    channel: Variable
    made: Call
    send: Send
    others: tuple[Span, ...]


def promises(package: Package) -> Iterator[Promise]:
    """Yield them, in source order; those of main programs, whose callers are all in view, are none."""
    if package.name == "main":
        return
    for function in package.bodies():
        if not _is_public(function) or package.is_test(function) or package.file(function).generated:
            continue
        for node in package.inside(function, Assign):
            match node:
                case Assign(targets=(Name(variable=variable),), values=(Call() as made,)) if (
                    package.is_channel_make(made) and len(made.arguments) == 1
                ):
                    found = _promised(package, function, variable, made)
                    if found is not None:
                        yield found
                case _:
                    pass


def _is_public(function: Function) -> bool:
    """Tell whether code elsewhere may call a function."""
    owner = function.receiver_type.lstrip("*")
    return function.name[:1].isupper() and (not owner or owner[:1].isupper())


def _promised(package: Package, function: Function, variable: Variable, made: Call) -> Promise | None:
    """Return the promise that a variable is, None where it has other uses than a promise has."""
    if len(package.definitions(variable)) != 1 or _is_taken_at_once(package, function):
        return None
    sends: list[Use] = []
    goroutine: Function | None = None
    returned = False
    for name in package.names(variable):
        owner, parent = package.owner(name), package.parent(name)
        if owner is function:
            if isinstance(parent, Assign) and any(target is name for target in parent.targets):
                continue
            if not isinstance(parent, Return):
                return None
            returned = True
            continue
        if owner is None or (goroutine is not None and owner is not goroutine):
            return None
        goroutine = owner
        use = operation_on(package, name)
        if use is not None and isinstance(use.node, Send) and use.blocks:
            sends.append(use)
        elif not (isinstance(parent, Call) and isinstance(parent.function, BuiltinName)):
            return None
    if not returned or goroutine is None or not sends:
        return None
    spawns = package.spawners(goroutine)
    if len(spawns) != 1 or spawns[0].function is not function or package.in_loop(spawns[0].call):
        return None
    return _one_shot(package, Promise(function, spawns[0], goroutine, variable, made, _last(sends), ()), sends)


def _last(sends: list[Use]) -> Send:
    """Return the last send: of alternatives, that is where the goroutine mostly gets to."""
    node = max(sends, key=lambda use: use.node.span).node
    assert isinstance(node, Send)
    return node


def _one_shot(package: Package, promise: Promise, sends: list[Use]) -> Promise | None:
    """Return the promise with its other sends, None where one run may send more than once."""
    graph = package.graph(promise.goroutine)
    nodes = [graph.node_of.get(use.select or use.node) for use in sends]
    places = {node.index for node in nodes if node is not None}
    if len(places) != len(sends):
        return None
    for place in places:
        after = {index for edge in graph.successors[place] for index in graph.reachable_from(edge.target)}
        if not places.isdisjoint(after):
            return None
    others = tuple(sorted(use.node.span for use in sends if use.node is not promise.send))
    return Promise(
        promise.function, promise.spawn, promise.goroutine, promise.channel, promise.made, promise.send, others
    )


def _is_taken_at_once(package: Package, function: Function) -> bool:
    """`err := <-client.Wait()` wherever the package calls it: nobody here gives up."""
    callers = package.callers(function)
    return bool(callers) and all(isinstance(package.parent(call), Receive | Range) for _, call in callers)
