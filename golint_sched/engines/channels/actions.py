"""What the functions of a scope do to its channels, groups and contexts, step by step."""

from dataclasses import dataclass

from golint_sched.flow.graph import Ending, Graph
from golint_sched.model.functions import Function


@dataclass(frozen=True, slots=True)
class Result:
    """A value: what `text` names, or a bool of this `outcome`, or one that is known to be `nil` or not.

    `tested` is the key of a test of it that follows, "" where there is none.
    """

    text: str = ""
    outcome: bool | None = None
    nil: bool | None = None
    tested: str = ""


@dataclass(frozen=True, slots=True)
class SendTo:
    """Wait until the channel takes a value."""

    channel: int
    value: Result = Result()


@dataclass(frozen=True, slots=True)
class ReceiveFrom:
    """Wait until the channel gives a value or is closed; `flag` names the `ok` that tells which, "" without one.

    `target` is the text of what keeps the value, "" where nothing tests that.
    """

    channel: int
    flag: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class RangeOver:
    """Wait for the next value, which `target` keeps, or for the close that ends the loop."""

    channel: int
    target: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One case of a select; `channel` is -1 for a channel out of the scope, which may become ready at any time.

    Where it is `vague` whether it can, because the variable holds one of several channels of the scope's own, nothing
    may be concluded from what follows.
    """

    edge: int
    channel: int
    sends: bool = False
    flag: str = ""
    vague: bool = False
    value: Result = Result()
    target: str = ""


@dataclass(frozen=True, slots=True)
class Choose:
    """Wait until a case is ready; `default` is the edge taken when none is, -1 without one."""

    options: tuple[Option, ...]
    default: int


@dataclass(frozen=True, slots=True)
class Close:
    """Close a channel, or end a context; ending one twice is no fault."""

    channel: int
    context: bool = False


@dataclass(frozen=True, slots=True)
class Add:
    """Change a group's counter."""

    group: int
    number: int


@dataclass(frozen=True, slots=True)
class WaitFor:
    """Wait until the group's counter is zero."""

    group: int


@dataclass(frozen=True, slots=True)
class Make:
    """Make a channel; where it exists already, the goroutine turns to a new one and leaves ours alone."""

    channel: int


@dataclass(frozen=True, slots=True)
class MakeGroup:
    """Make a group anew."""

    group: int


@dataclass(frozen=True, slots=True)
class Start:
    """Start a goroutine that runs a program; a group then counts it (-1: none)."""

    program: int
    group: int = -1


@dataclass(frozen=True, slots=True)
class Enter:
    """Run a program and come back; `once` is the sync.Once that lets only the first one in (-1: none).

    One that `repeats` is run any number of times, until it says stop. `asks` are the texts of what holds its results.
    """

    program: int
    once: int = -1
    repeats: bool = False
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Return these results to the caller, whose tests of them are thereby decided."""

    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """Tell the caller, where that repeats the program, to run it no more."""


@dataclass(frozen=True, slots=True)
class Later:
    """Remember an action for when the function ends; the `last` one comes behind all others."""

    deferred: int
    last: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """The head of a loop that turns this often.

    `vague` says that it turns more often than that, and not as often as others of which the same is true.
    """

    number: int
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Free:
    """The head of a loop that nothing in the source bounds; its own end is no evidence.

    `fills` says that it sends on a channel whose capacity has a name: whether that suffices cannot be told.
    """

    fills: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A test whose outcome is remembered while nothing changes what it tests.

    Of a field nobody knows with what it begins: where nothing has told it, what follows proves nothing (`vague`).
    """

    key: str
    inverted: bool
    vague: bool = False


@dataclass(frozen=True, slots=True)
class OnceAtMost:
    """A test of a loop's counter whose `outcome` occurs once at most in a call; `key` remembers that it has."""

    key: str
    outcome: bool


@dataclass(frozen=True, slots=True)
class Certain:
    """A test whether a channel of the scope is nil; `outcome` is its outcome once somebody has made the channel."""

    channel: int
    outcome: bool


@dataclass(frozen=True, slots=True)
class Panicked:
    """A test of what `recover` has returned; `outcome` is its outcome where the function that ends has panicked."""

    outcome: bool


@dataclass(frozen=True, slots=True)
class Count:
    """A test of a counter, or an unknown group's Wait: who is left may depend on it, so what follows proves nothing."""


@dataclass(frozen=True, slots=True)
class Forget:
    """An assignment to things that remembered tests may be about."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Learn:
    """Assignments that tell the outcomes of tests: of true or false, of nil or of what is not nil.

    `told` has for each the text of what is assigned, the key of the test and its outcome.
    """

    told: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class End:
    """One of the function's ways out."""

    ending: Ending


Action = (
    SendTo
    | ReceiveFrom
    | RangeOver
    | Choose
    | Close
    | Add
    | WaitFor
    | Make
    | MakeGroup
    | Start
    | Enter
    | Answer
    | Stop
    | Later
    | Counted
    | Free
    | Fact
    | OnceAtMost
    | Certain
    | Panicked
    | Count
    | Forget
    | Learn
    | End
)


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """A function as the scope sees it: per node of its graph an action, None where the node does not concern it.

    `landings` are the nodes that control comes to when it is led to a node: see the module of that name.
    """

    function: Function
    graph: Graph
    actions: tuple[Action | None, ...]
    recovers: bool
    landings: tuple[int, ...]


class OutOfBounds(Exception):  # noqa: N818 -- no fault of anyone: the scope is not one that this engine decides
    """The scope holds something that the engine does not model; its findings would be guesses."""
