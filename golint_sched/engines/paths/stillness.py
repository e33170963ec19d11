"""The ways of functions that count nothing themselves, and only call or start what comes out even.

Most functions that reach a count do so through calls that add as much as they take. Nothing that is known along their
paths can change a count, so the paths are not told apart by it: a few flags for each node are all.
"""

from collections.abc import Callable, Iterable, Sequence

from golint_sched.engines.paths.tally import Effect, Summary, Tally, Way
from golint_sched.flow.graph import Edge, Ending, Graph, Node
from golint_sched.model.functions import Function
from golint_sched.source import Span


def is_still(effects: Iterable[Sequence[Effect]]) -> bool:
    """Tell whether no effect of any node counts or waits."""
    return not any(
        each.net or each.pending or each.wait is not None or each.deferred_wait is not None
        for some in effects
        for each in some
    )


def still_ways(
    function: Function,
    graph: Graph,
    effects: Sequence[Sequence[Effect]],
    *,
    recovers: bool,
    is_never: Callable[[Node, Edge], bool],
) -> Summary:
    """Return the ways of a function whose effects are still: one for each ending and each set of flags.

    `recovers` tells whether a panic of it is stopped, `is_never` which edges are not taken. The results are not known
    on any of the ways.
    """
    lost = False
    seen = {(0, Tally())}
    pending = [(0, Tally())]
    endings: dict[tuple[Ending, Tally], None] = {}
    while pending:
        index, tally = pending.pop()
        node = graph.nodes[index]
        if isinstance(node.origin, Ending):
            if node.origin is not Ending.PROCESS and (node.origin is not Ending.PANIC or recovers):
                left = Ending.RETURN if node.origin is Ending.PANIC else node.origin
                endings[left, tally] = None
            continue
        for effect in effects[index]:
            if effect.lost:
                lost = True
                continue
            after = _flagged(tally, effect)
            for edge in graph.successors[index]:
                step = (edge.target, after)
                if step not in seen and not is_never(node, edge):
                    seen.add(step)
                    pending.append(step)
    end = function.span.end
    span = Span(function.path, end - 1, end)
    results = tuple("" for _ in function.results)
    return Summary(tuple(Way(ending, 0, tally, results, None, span) for ending, tally in endings), lost=lost)


def _flagged(tally: Tally, effect: Effect) -> Tally:
    """Return the tally with the flags of an effect; the same object where they are set already."""
    flags = (
        tally.added or effect.added,
        tally.started or effect.started,
        tally.vague or effect.vague,
        tally.waiting or effect.waiting,
    )
    if flags == (tally.added, tally.started, tally.vague, tally.waiting):
        return tally
    added, started, vague, waiting = flags
    return Tally(added=added, started=started, vague=vague, waiting=waiting)
