"""Where the paths of a function stand that add to a count, and what a node does to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from golint_sched.engines.paths.terms import Fact, Facts, is_nil, normalised, result_term, subject
from golint_sched.engines.paths.trail import Event, EventKind, Trail
from golint_sched.flow.graph import Ending, Node
from golint_sched.model.expressions import Call, Expression, Receive
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, For, Go, Range, Return, SelectClause, Send
from golint_sched.source import Span

SOME = -1  # one turn at least

Ahead = frozenset[tuple[For | Range, int]]
"""Loops, and how many turns of each are ahead: SOME until the first one where their number does not matter."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted.

    `count` tells what a call itself counts, None where that is open; `value` what a function value counts when it is
    called; `send` what a message counts: somebody will count for it. `is_object` tells whether an expression is the
    counted thing itself, so that code out of sight that gets it may count. Every turn of a loop in `owed` first counts
    that much. `waits` are the calls that wait for the count, and `waiters` the functions of goroutines that do. What
    `workers` count, they count for the messages that they take, not for themselves. `over` are the receives behind
    which nobody waits any more, `seen` gives the nodes of a function behind which others may wait for what it has made.
    """

    count: Callable[[Call], int | None]
    value: Callable[[Expression], int] = lambda _expression: 0
    send: Callable[[Send], int] = lambda _send: 0
    is_object: Callable[[Expression], bool] = lambda _expression: False
    owed: Mapping[For | Range, int] = field(default_factory=dict[For | Range, int])
    waits: frozenset[Call] = frozenset()
    waiters: frozenset[Function] = frozenset()
    workers: frozenset[Function] = frozenset()
    over: frozenset[Receive | SelectClause] = frozenset()
    seen: Callable[[Function], frozenset[int]] = lambda _function: frozenset()


@dataclass(frozen=True, slots=True)
class Tally:
    """Where a path stands: `net` was counted so far, `pending` will be by deferred calls.

    `added` and `started` tell whether the path counted upwards, and started something that counts downwards. `vague`
    is set once a function that counts was given to code that may call it at any time, or never. `waiting` tells
    whether a goroutine that waits was started, `deferred_wait` which deferred call waits. `ahead` are the turns that
    the path has still to make of the loops that it is in.
    """

    net: int = 0
    pending: int = 0
    added: bool = False
    started: bool = False
    vague: bool = False
    waiting: bool = False
    deferred_wait: Call | None = None
    facts: Facts = frozenset()
    ahead: Ahead = frozenset()


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of a function, or a wait on it (then `wait` is the call); `net` includes what is deferred.

    `results` is as in `Exit`. `span` is where the path leaves, or waits.
    """

    ending: Ending
    net: int
    tally: Tally
    results: tuple[str, ...]
    trail: Trail | None
    span: Span
    wait: Call | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """All ways of a function; `lost` tells that some paths were given up.

    `open` tells that it is not known how often a loop counts, `capped` that there were too many states: no way is known
    then.
    """

    exits: tuple[Way, ...] = ()
    waits: tuple[Way, ...] = ()
    lost: bool = False
    open: bool = False
    capped: bool = False

    @property
    def unknown(self) -> bool:
        """Tell whether nothing is known of the function's ways."""
        return self.open or self.capped


@dataclass(frozen=True, slots=True)
class Effect:
    """What a node may do to a tally; `lost` gives the path up."""

    net: int = 0
    pending: int = 0
    started: bool = False
    vague: bool = False
    waiting: bool = False
    wait: Call | None = None
    deferred_wait: Call | None = None
    lost: bool = False
    facts: frozenset[Fact] = frozenset()
    kind: EventKind | None = None
    added: bool = False


NOTHING = (Effect(),)
LOST = (Effect(lost=True),)


def deferred(effect: Effect) -> Effect:
    """Return what the effect is when the call that has it is deferred."""
    if effect.wait is not None:
        return Effect(deferred_wait=effect.wait)
    kind = EventKind.DEFERRED if effect.net else None
    return replace(effect, net=0, pending=effect.net, kind=kind, facts=frozenset())


def apply(tally: Tally, effect: Effect, node: Node, trail: Trail | None) -> tuple[Tally, Trail | None]:
    """Return where a path stands after the node had the effect, and the path with what is to be told of it."""
    facts = tally.facts
    if isinstance(node.origin, Call):
        facts = frozenset(each for each in facts if not any(part is node.origin for part in subject(each.term).parts))
    if effect is NOTHING[0] and not isinstance(node.origin, Return):
        return (tally if facts == tally.facts else replace(tally, facts=facts)), trail
    after = replace(
        tally,
        net=tally.net + effect.net,
        pending=tally.pending + effect.pending,
        added=tally.added or effect.added,
        started=tally.started or effect.started,
        vague=tally.vague or effect.vague,
        waiting=tally.waiting or effect.waiting,
        deferred_wait=effect.deferred_wait or tally.deferred_wait,
        facts=facts | effect.facts,
    )
    if isinstance(node.origin, Return):
        trail = Trail(Event(EventKind.LEFT, node.span), trail)
    elif effect.kind is not None:
        origin = node.origin
        call = origin if isinstance(origin, Call) else origin.call if isinstance(origin, Go | Defer) else None
        trail = Trail(Event(effect.kind, node.span, call, node), trail)
    return after, trail


def result_facts(call: Call, results: tuple[str, ...]) -> frozenset[Fact]:
    """Return what is known of the results of a call that ended that way; `results` is as in `Exit`."""
    found = set()
    for position, value in enumerate(results):
        term = result_term(call, position)
        if value in ("true", "false"):
            found.add(normalised(term, value == "true"))
        elif value:
            found.add(normalised(is_nil(term), value == "nil"))
    return frozenset(found)
