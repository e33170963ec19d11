"""What is acquired and must be released: one row of the table for each resource."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from golint_sched.engines.paths.keys import GOROUTINE, Key
from golint_sched.flow.graph import Edge, Node
from golint_sched.knowledge import threads
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, QualifiedName
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare


class Effect(Enum):
    """What a call does to the resource."""

    ACQUIRE = "acquire"
    RELEASE = "release"
    ATTEMPT = "acquire, if the result is true"


class Repeat(Enum):
    """What it means to acquire what is held already."""

    NESTS = "each acquisition needs a release of its own"
    BLOCKS = "the goroutine waits for itself"
    REPLACES = "the first one is lost"


@dataclass(frozen=True, slots=True)
class Action:
    """What one call does, and to which object; `mode` tells apart kinds of holding: "write" and "read" locks."""

    effect: Effect
    key: Key = GOROUTINE
    mode: str = ""


@dataclass(frozen=True, slots=True)
class Binding:
    """`value, err := acquire()`: the variable `key` gets what `call` acquires, unless result `error` is not nil.

    `position` counts the value among the results of the call, from 0; it is not nil where it was acquired. `flag` says
    that the result `error` is not one, but tells whether it went well: `value, ok := acquire()`.
    """

    key: Key
    call: Call
    error: int | None = None
    position: int = 0
    flag: bool = False


Frees = Callable[[Package, Key, Node, Edge], bool]


@dataclass(frozen=True, slots=True)
class Protocol:
    """A resource that has to be released: a row of the table.

    `action` tells what a call itself does, None where it is about something else. `bindings` yields what an assignment
    acquires. `released_value` tells what an expression, a function as a value, releases when it is called. `alters`
    `pointed` tells to which resource a value gives whoever has it access: `&s.mu`. `alters`
    tells whether a call gives a reason to keep the resource for good. `given_away` returns the nodes of a function's
    graph at which code out of sight gets the resource itself. `frees` tells of an edge whether a path that takes it has
    learnt that there is nothing to release. What a resource does not know is None.
    """

    name: str
    repeat: Repeat
    action: Callable[[Package, Call], Action | None]
    bindings: Callable[[Package, Assign | Declare], Iterator[Binding]] | None = None
    released_value: Callable[[Package, Expression], Key | None] | None = None
    pointed: Callable[[Package, Expression], Key | None] | None = None
    alters: Callable[[Package, Call], bool] | None = None
    given_away: Callable[[Package, Function, Key], frozenset[int]] | None = None
    frees: Frees | None = None


_THREAD_EFFECTS = {"runtime.LockOSThread": Effect.ACQUIRE, "runtime.UnlockOSThread": Effect.RELEASE}


def _thread_action(package: Package, call: Call) -> Action | None:
    effect = _THREAD_EFFECTS.get(package.callee(call).external)
    return None if effect is None else Action(effect)


def _thread_value(_package: Package, expression: Expression) -> Key | None:
    if isinstance(expression, QualifiedName):
        name = f"{expression.package}.{expression.name}"
        return GOROUTINE if _THREAD_EFFECTS.get(name) is Effect.RELEASE else None
    return None


def _alters_thread(package: Package, call: Call) -> bool:
    return threads.changes_thread(package.callee(call).external)


# The goroutine's own thread; a changed one must not go back to the scheduler.
THREAD = Protocol(
    name="thread",
    repeat=Repeat.NESTS,
    action=_thread_action,
    released_value=_thread_value,
    alters=_alters_thread,
)
