"""Names the fault that an operation which waits for ever is, so that each is reported by one rule, once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from golint_sched.engines.channels.agreed import asks_flag, is_counted
from golint_sched.engines.channels.deserted import Deserted, deserted_local, is_locked
from golint_sched.engines.channels.shared import local_channels, shared_channels
from golint_sched.engines.channels.verdict import Stuck, verdict
from golint_sched.link import Package
from golint_sched.model.expressions import Name, Receive
from golint_sched.model.statements import If
from golint_sched.model.walk import ModelNode, walk
from golint_sched.source import Span


class Kind(Enum):
    """What is wrong where a goroutine waits for ever."""

    ABANDONED_SENDER = "a send that is left without a receiver"
    STARVED_RECEIVER = "a receive that nobody answers"
    SELF_DEADLOCK = "a send that only the sender itself could receive"
    CLOSE_SKIPPED = "a loop of receives that no close ends"
    DESERTED = "a send that a loop which was told to stop has left behind"
    WAIT_BLOCKS_DRAIN = "a wait for goroutines that cannot go on before it is over"


@dataclass(frozen=True, slots=True, eq=False)
class Fault:
    """A fault: the operation, and the places where goroutines of the same origin wait on the same channel likewise.

    `deserted` tells of one that loops have left behind.
    """

    kind: Kind
    stuck: Stuck
    others: tuple[Span, ...] = ()
    deserted: Deserted | None = None


@lru_cache(maxsize=1)
def faults(package: Package) -> tuple[Fault, ...]:
    """Return the faults of a package's local channels, in source order."""
    groups: dict[tuple[object, ...], list[tuple[Kind, Stuck]]] = {}
    for stuck in verdict(package).stuck:
        kind = _kind_of(stuck)
        if kind is None or _is_parked_main(package, stuck, kind):
            continue
        if kind in _RECEIVING and (_is_counted(package, stuck) or _has_started_none(stuck)):
            continue
        if kind is not Kind.STARVED_RECEIVER or not _depends_on_value(package, stuck):
            key = (kind, stuck.channels, stuck.origin, stuck.function.span)
            groups.setdefault(key, []).append((kind, stuck))
    merged = (_left(package, _merged(group)) for group in groups.values())
    found = [fault for fault in merged if not _waits_with_lock(package, fault)]
    return tuple(_without_twins(sorted(found, key=lambda fault: fault.stuck.span)))


def _without_twins(found: Iterable[Fault]) -> Iterator[Fault]:
    """Yield one fault for the senders that one and the same way out leaves behind: one remedy helps them all.

    for _, server := range servers { go func() { failed <- server.Serve() }() }; return <-failed
    """
    groups: dict[object, list[Fault]] = {}
    for fault in found:
        alike = (fault.stuck.channels, fault.stuck.exits, fault.stuck.scope.root)
        groups.setdefault(alike if fault.kind is Kind.ABANDONED_SENDER else fault, []).append(fault)
    for first, *twins in groups.values():
        others = (*first.others, *(span for twin in twins for span in (twin.stuck.span, *twin.others)))
        yield replace(first, others=others)


def of_kind(package: Package, kind: Kind) -> Iterator[Fault]:
    """Yield the faults of one kind, in source order, without those in generated files."""
    for fault in faults(package):
        if fault.kind is kind and not package.file(fault.stuck.function).generated:
            yield fault


_RECEIVING = (Kind.STARVED_RECEIVER, Kind.CLOSE_SKIPPED)


def _is_counted(package: Package, stuck: Stuck) -> bool:
    """Tell whether the close that is missing is left to the last one who comes, or to the first.

    if b.left == 0 { close(b.open) }            if b.closed { return }; b.closed = true; close(b.open)
    """
    spans = {span for users in stuck.users for span in users.closes}
    return any(
        call.span in spans and (is_counted(package, call) or asks_flag(package, function, function))
        for span in spans
        for function in package.bodies()
        if function.span.start <= span.start < function.span.end and function.path == span.path
        for call in package.calls(function)
    )


def _has_started_none(stuck: Stuck) -> bool:
    """Tell whether nobody is there only because loops that start goroutines have started none.

    for _, address := range addresses { go func() { failed <- serve(address) }() }
    return <-failed

    That there is something to start is for the caller to know, or asked before in ways that no condition repeats.
    """
    machine = stuck.space.machine
    shown = {step.span for step in stuck.steps}
    found = False
    for number, node in _joined((*users.senders, *users.closers) for users in stuck.users):
        program = machine.programs[number] if number >= 0 else None
        if program is None or not program.graph.loops_around(node) or program.graph.nodes[node].span in shown:
            return False
        found = True
    return found


def _depends_on_value(package: Package, stuck: Stuck) -> bool:
    """`if err := <-c; err == errLate { <-c }`: what was received tells that there is more to come."""
    operation = stuck.graph.nodes[stuck.node].origin
    helper = stuck.function
    before = [step for step in stuck.steps[:-1] if step.goroutine == stuck.steps[-1].goroutine]
    inside = [step for step in before if helper.span.start <= step.span.start < helper.span.end]
    again = any("receives from" in step.text and step.span.path == helper.path for step in inside)
    if again and helper is not stuck.scope.root and helper.name:
        return True  # a helper that receives is called again, which the caller may well know to be right
    if not isinstance(operation, Receive):
        return False
    inner: ModelNode = operation
    for around in package.ancestors(operation):
        inner, child = around, inner
        if not isinstance(around, If) or child not in (around.then, around.otherwise):
            continue
        for name in walk(around.condition):
            if isinstance(name, Name) and any(
                isinstance(one.value, Receive) for one in package.definitions(name.variable)
            ):
                return True
    return False


def _is_parked_main(package: Package, stuck: Stuck, kind: Kind) -> bool:
    """`forever := make(chan bool); go serve(); <-forever` keeps a process alive on purpose."""
    root = stuck.scope.root
    is_main = package.name == "main" and root.name == "main" and not root.receiver_type
    given = _joined((*users.senders, *users.closers) for users in stuck.users)
    return is_main and stuck.by_root and kind is Kind.STARVED_RECEIVER and not given


def _merged(group: list[tuple[Kind, Stuck]]) -> Fault:
    """Return one fault for the operations of one goroutine on one channel.

    Of two in a row the first is it. Of alternatives, `if err != nil { ch <- err; return }; ch <- nil`, the last, which
    is where the goroutine mostly gets to.
    """
    kind, first = group[0]
    roots = [one for _, one in group if not any(_precedes(other, one) for _, other in group)]
    chosen = roots[-1] if roots else first
    return Fault(kind, chosen, tuple(one.span for _, one in group if one is not chosen))


def _left(package: Package, fault: Fault) -> Fault:
    """Return the fault as one of a loop that serves many messages, where all who receive are such loops."""
    channels = fault.stuck.channels
    if fault.kind is not Kind.ABANDONED_SENDER or len(channels) != 1:
        return fault
    for channel in (*local_channels(package), *shared_channels(package, copies=True)):
        if any(make.span == channels[0].span for make, _ in channel.made):
            found = deserted_local(package, channel, fault.stuck.span)
            return fault if found is None else replace(fault, kind=Kind.DESERTED, deserted=found)
    return fault


def _waits_with_lock(package: Package, fault: Fault) -> bool:
    """Tell whether a lock is held where loops may have left: who gives the stop may have to wait for it first."""
    found = fault.deserted
    return found is not None and is_locked(package, found.function, found.use)


def _precedes(first: Stuck, second: Stuck) -> bool:
    """Tell whether control passes the first operation before it comes to the second."""
    return first is not second and first.graph.dominates(first.node, second.node)


def _kind_of(stuck: Stuck) -> Kind | None:
    """Return the kind of fault, None for one that is no fault of a channel or cannot be named."""
    match stuck.kind:
        case "send":
            return _sending(stuck)
        case "receive" | "range":
            return _receiving(stuck)
        case "wait" if stuck.partners or stuck.wakes_itself:
            return Kind.WAIT_BLOCKS_DRAIN
        case "select" if not stuck.channels:
            return None  # `select {}` parks on purpose
        case "select" if all(stuck.sends):
            return _sending(stuck)
        case "select" if not any(stuck.sends):
            return _receiving(stuck)
        case _:
            return None


def _sending(stuck: Stuck) -> Kind:
    receivers = _joined(users.receivers for users in stuck.users)
    return Kind.SELF_DEADLOCK if receivers == {stuck.lane} else Kind.ABANDONED_SENDER


def _receiving(stuck: Stuck) -> Kind:
    senders = _joined(users.senders for users in stuck.users)
    closers = _joined(users.closers for users in stuck.users)
    if closers and closers <= {stuck.lane} and senders <= {stuck.lane}:
        return Kind.STARVED_RECEIVER  # it waits for what it would itself do later
    if closers:
        return Kind.CLOSE_SKIPPED
    if senders and stuck.endless:
        return Kind.CLOSE_SKIPPED
    return Kind.STARVED_RECEIVER


def _joined(parts: Iterable[Iterable[tuple[int, int]]]) -> frozenset[tuple[int, int]]:
    return frozenset[tuple[int, int]]().union(*parts)
