"""What a rule says: one fault, where it is, and the run or path that shows it."""

from dataclasses import dataclass
from enum import Enum, IntEnum

from golint_sched.source import Span


class Level(IntEnum):
    """How bad a fault is; greater is worse."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


class Confidence(IntEnum):
    """How sure the rule is that the fault is there; greater is surer."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


@dataclass(frozen=True, slots=True)
class Site:
    """A place that the reader must see to understand the finding, with a label for its frame."""

    span: Span
    label: str


class Act(Enum):
    """What a step is to the other goroutines of its run."""

    ALONE = "alone"
    START = "start"
    SEND = "send"
    RECEIVE = "receive"
    CLOSE = "close"
    END = "end"
    BLOCKED = "blocked"  # it waits for ever
    PANIC = "panic"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the run that shows the fault.

    `goroutine` names the lane that takes the step ("main", "worker"); steps stand in the order in which they
    happen, over all lanes. `peers` are the lanes that it meets, as far as they take steps of the run: those that it
    starts, the one that takes at once what it sends, or, of a receive, the one that sent or closed before.
    """

    span: Span
    text: str
    goroutine: str = ""
    act: Act = Act.ALONE
    peers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault.

    `span` is the primary place as `rules.md` defines it (the operation that blocks, the acquire that is never
    released, the literal that is misconfigured) and `label` what its frame says there. `message` is one sentence
    that stands alone. `notes` say how it comes to the fault, `help` what to change. `function` is the key of the
    enclosing function (see `golint_sched.model.functions.Function`), "" at package level.
    """

    rule_id: str
    level: Level
    confidence: Confidence
    message: str
    span: Span
    label: str
    function: str = ""
    sites: tuple[Site, ...] = ()
    steps: tuple[Step, ...] = ()
    notes: tuple[str, ...] = ()
    help: str = ""


@dataclass(frozen=True, slots=True)
class Notification:
    """Something the user must know about the analysis itself: a file not parsed, a rule that failed, a cap hit.

    `failed` says that a part of the analysis is missing because of it (exit code 3), `limit` that a bound of an engine
    was reached on purpose: what was found stands, and more may be there.
    """

    text: str
    span: Span | None = None
    failed: bool = False
    limit: bool = False

    @property
    def level(self) -> Level:
        """Return how bad it is: an error, a warning, or for a bound that was reached a note."""
        return Level.ERROR if self.failed else Level.NOTE if self.limit else Level.WARNING


def limit_reached(function: str, span: Span) -> Notification:
    """Return what a rule yields beside its findings for a function of which an engine could not see all runs.

    `function` is the function's key and `span` the one of its name: rules that share an engine say the same, which is
    shown once.
    """
    return Notification(f"{function} has too many runs to follow them all: findings may be missing", span, limit=True)
