"""A run as a sequence picture sees it: which goroutine is there when, and where two of them meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from golint_sched.finding import Act, Finding, Step
from golint_sched.report.places import place
from golint_sched.source import SourceFile

ELSEWHERE = "elsewhere"  # who takes a step of which no goroutine is known
FAULTS = frozenset({Act.BLOCKED, Act.PANIC})


@dataclass(frozen=True, slots=True)
class Lane:
    """A goroutine of the run: `rows` are those between its first and its last step, numbered from 0.

    One that is not seen to start is there from the beginning, one that is not seen to end stays to the end. From the
    row `blocked` on it only waits; -1 says that it does not.
    """

    name: str
    rows: range
    blocked: int = -1


@dataclass(frozen=True, slots=True)
class Row:
    """One step: the lane that takes it, what it says, and the lanes from which or to which something goes."""

    lane: int
    text: str
    act: Act
    sources: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """The lanes from left to right and the steps from top to bottom."""

    lanes: tuple[Lane, ...]
    rows: tuple[Row, ...]


def where(step: Step, path: str, sources: Mapping[str, SourceFile]) -> str:
    """Return the line of a step, with its file where that is not `path`: its bare name in the same folder."""
    there = place(sources, step.span)
    if there.path == path:
        return f"line {there.line}"
    folder, _, name = there.path.rpartition("/")
    return f"{name if folder == path.rpartition('/')[0] else there.path}:{there.line}"


def picture(finding: Finding, sources: Mapping[str, SourceFile]) -> Picture:
    """Return the picture of a finding's steps, each with the line at its end; goroutines in order of appearance."""
    steps = finding.steps
    acting = {step.goroutine for step in steps}
    mentioned = (name for step in steps for name in (step.goroutine, *step.peers))
    names = [name for name in dict.fromkeys(mentioned) if name in acting]
    numbers = {name: number for number, name in enumerate(names)}
    rows = tuple(
        Row(
            lane=numbers[step.goroutine],
            text=f"{step.text} ({where(step, finding.span.path, sources)})",
            act=step.act,
            sources=_others(step, numbers) if step.act is Act.RECEIVE else (),
            targets=_others(step, numbers) if step.act in (Act.START, Act.SEND) else (),
        )
        for step in steps
    )
    named = [name or (ELSEWHERE if len(names) > 1 else "") for name in names]
    return Picture(tuple(_lane(name, number, rows) for number, name in enumerate(named)), rows)


def _others(step: Step, numbers: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(sorted(numbers[peer] for peer in step.peers if peer in numbers and peer != step.goroutine))


def _lane(name: str, number: int, rows: Sequence[Row]) -> Lane:
    mine = [index for index, row in enumerate(rows) if row.lane == number]
    begins = next((i for i, row in enumerate(rows) if row.act is Act.START and number in row.targets), 0)
    over = any(rows[index].act in (Act.END, Act.PANIC) for index in mine)
    blocked = mine[-1] if rows[mine[-1]].act is Act.BLOCKED else -1
    return Lane(name, range(min(begins, mine[0]), mine[-1] + 1 if over else len(rows)), blocked)
