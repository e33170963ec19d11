"""States of the walk, and what a walk over one function yields."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from golint_sched.engines.paths.terms import Facts
from golint_sched.engines.paths.trail import Trail
from golint_sched.flow.graph import Ending
from golint_sched.model.expressions import Call
from golint_sched.model.functions import Function
from golint_sched.source import Span


@dataclass(frozen=True, slots=True)
class Hold:
    """Something acquired: by `call` in the function that is walked, and there, or further inside, by `origin`."""

    call: Call
    origin: Call
    mode: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """Where a path stands.

    `held` is what the function has acquired and not released, the first acquisition first; `borrowed` counts the
    releases of what a caller may hold. `acquired` tells whether anything was acquired on the path, `nested_release`
    whether one of several nested acquisitions was released, `altered` how many calls that alter it were made since
    (2 stands for more), `handed_on` whether somebody else got the duty to release. `moved` tells that the name of the
    object has come to mean another one. `wants` is the mode of the first acquisition that a caller's hold would block,
    None before there is one. `deferred` are the nodes of the defer statements that the path has passed.
    """

    held: tuple[Hold, ...] = ()
    borrowed: int = 0
    acquired: bool = False
    nested_release: bool = False
    altered: int = 0
    handed_on: bool = False
    moved: bool = False
    wants: str | None = None
    deferred: tuple[int, ...] = ()
    facts: Facts = frozenset()


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of the function.

    `results` tells of each result "nil", "set" (not nil), "true", "false", or "" where it is not known.
    """

    ending: Ending
    state: State
    results: tuple[str, ...]
    trail: Trail | None
    span: Span


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A release with nothing held on the path; `after_own` tells that the path had acquired and released before."""

    call: Call
    origin: Call
    after_own: bool
    trail: Trail | None


@dataclass(frozen=True, slots=True)
class Endless:
    """Something held where control can no longer leave: `span` is the loop, empty select or call that never ends."""

    hold: Hold
    span: Span
    inner: Span
    trail: Trail | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """An acquisition that waits for ever if the caller holds the object.

    `calls` lead from the function that is walked to `origin`, the acquisition itself, which is the last of them.
    """

    calls: tuple[Call, ...]
    mode: str
    trail: Trail | None

    @property
    def origin(self) -> Call:
        """Return the acquisition itself."""
        return self.calls[-1]


@dataclass(frozen=True, slots=True)
class Again:
    """`hold` is still held where the path acquires the object once more, by `wanted`.

    Where `moved` is set, a turn of a loop ends with its element held, and the next turn acquires another one.
    """

    hold: Hold
    wanted: Wanted
    trail: Trail | None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Mixed:
    """A release of one mode where the object is held in another: RUnlock after Lock."""

    hold: Hold
    call: Call
    trail: Trail | None


@dataclass(frozen=True, slots=True)
class During:
    """A call is made with `hold` held."""

    hold: Hold
    trail: Trail | None


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk over a function found; the first of several equal things came by the shortest path.

    `during` are the calls that are made with the object held, and how it came to be held; `passed` those that are made
    while it is as the caller left it: neither acquired nor released so far. Both are only known of what blocks.
    `capped` is the function whose states were too many to look at all of them, None if there is none: then findings
    may be missing.
    """

    exits: tuple[Exit, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    matched: frozenset[Call] = frozenset()
    endless: tuple[Endless, ...] = ()
    again: tuple[Again, ...] = ()
    mixed: tuple[Mixed, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    during: Mapping[Call, During] = field(default_factory=dict)
    passed: frozenset[Call] = frozenset()
    capped: Function | None = None
