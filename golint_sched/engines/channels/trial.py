"""Tries a suggested fix on the model: the fault has to be gone, and no other one may appear."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from golint_sched.engines.channels.actions import Choose, RangeOver, ReceiveFrom, SendTo, WaitFor
from golint_sched.engines.channels.explore import Explorer, Space
from golint_sched.engines.channels.faults import Fault
from golint_sched.engines.channels.final import final_components, waiting_in
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.runs import action_of
from golint_sched.engines.channels.settle import ExhaustedError
from golint_sched.engines.channels.states import Lane
from golint_sched.engines.channels.telling import standing
from golint_sched.engines.channels.verdict import span_of
from golint_sched.source import Span

_MOST = 3  # explorations for one finding
_WAITING = SendTo | ReceiveFrom | RangeOver | WaitFor | Choose


@dataclass(frozen=True, slots=True)
class Fix:
    """What could be changed, in words and in the model; None where the model has no place for it.

    `tried` names the change that the model has, of several that the text may offer.
    """

    text: str
    model: Machine | None
    tried: str = "the fix below"


@dataclass(frozen=True, slots=True)
class Advice:
    """What to change; `notes` say whether that was tried."""

    text: str
    notes: tuple[str, ...] = ()


class _Outcome(Enum):
    GONE = "the goroutine no longer waits for ever, and no other one does"
    STAYS = "it still does in some run, or another one does, or something panics"
    OPEN = "the exploration does not tell"


def suggest(fault: Fault, fixes: Iterable[Fix], otherwise: str) -> Advice:
    """Return the first of the fixes that helps, with a note that says so.

    Where none is seen to, it is the first that could not be tried, without the note; where all of them are seen to
    fail, it is `otherwise`.
    """
    untried = ""
    for number, fix in enumerate(fixes):
        outcome = _try(fault, fix.model) if fix.model is not None and number < _MOST else _Outcome.OPEN
        if outcome is _Outcome.GONE:
            return Advice(
                fix.text, (f"With {fix.tried}, no run of the same exploration leaves this goroutine waiting.",)
            )
        if outcome is _Outcome.OPEN:
            untried = untried or fix.text
    return Advice(untried or otherwise)


def _try(fault: Fault, model: Machine) -> _Outcome:
    """Explore the changed model, and compare who waits for ever with who did before."""
    space = fault.stuck.space
    try:
        fixed = Explorer(model, root_ends_process=space.root_ends_process).explore()
    except ExhaustedError:
        return _Outcome.OPEN
    mended = frozenset((fault.stuck.span, *fault.others))
    known = frozenset().union(*_waits(space)) - mended
    sure, unsure = _waits(fixed)
    if not sure <= known or not _panics(fixed) <= _panics(space):
        return _Outcome.STAYS
    return _Outcome.OPEN if fixed.capped or fixed.unfinished or not unsure <= known else _Outcome.GONE


def _waits(space: Space) -> tuple[frozenset[Span], frozenset[Span]]:
    """Return where goroutines wait for ever: in states that are evidence, and in states that prove nothing."""
    sure: set[Span] = set()
    unsure: set[Span] = set()
    for component in final_components(space):
        weak = component & space.unfinished or any(space.states[number].weak for number in component)
        for lane in waiting_in(space, component):
            if lane.frames[-1].leaving and not lane.frames[-1].deferred:
                continue  # it was on its way when the bound was met
            if isinstance(action_of(space.machine, standing(lane)), _WAITING):
                (unsure if weak else sure).add(_place(space.machine, lane))
    return frozenset(sure), frozenset(unsure)


def _place(machine: Machine, lane: Lane) -> Span:
    frame = lane.frames[-1]
    program = machine.programs[frame.program]
    assert program is not None
    return span_of(program.graph.nodes[frame.node])


def _panics(space: Space) -> frozenset[Span]:
    return frozenset(_place(space.machine, panic.lane) for panic in space.panics)
