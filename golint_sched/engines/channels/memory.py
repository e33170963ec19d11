"""What is known of tests in a state: facts that all goroutines share, and flags of one call or one goroutine."""

from collections.abc import Iterable

from golint_sched.engines.channels.actions import Result
from golint_sched.engines.channels.states import Lane
from golint_sched.engines.channels.survey import nil_test

Facts = tuple[tuple[str, bool], ...]


def recall(facts: Facts, lane: Lane, key: str, own: frozenset[str]) -> bool | None:
    """Return the outcome of a test, None where it is open; `own` are the tests of a goroutine's own variables."""
    first, last = dict(lane.frames[0].flags), dict(lane.frames[-1].flags)
    if key in own and key in first:
        return first[key]
    return last.get(key, dict(facts).get(key))


def learn(facts: Facts, lane: Lane, told: tuple[tuple[str, str, bool], ...], own: frozenset[str]) -> tuple[Facts, Lane]:
    """Return what is known after assignments, given as text, key of the test and its outcome."""
    kept = without(facts, [text for text, _, _ in told])
    shared = [(key, value) for _, key, value in told if key not in own]
    first, *others = lane.frames
    for _, key, value in told:
        if key in own:
            first = first._replace(flags=_with(first.flags, key, value=value))
    return tuple(sorted((*kept, *shared))), lane._replace(frames=(first, *others))


def forget(facts: Facts, lane: Lane, texts: tuple[str, ...]) -> tuple[Facts, Lane]:
    """Return what is known after assignments of something unknown to what has these texts."""
    return without(facts, texts), _with_flags(lane, without(lane.frames[-1].flags, texts))


def answered(facts: Facts, lane: Lane, results: tuple[Result, ...]) -> tuple[Facts, Lane]:
    """Return what is known when a function returns: its caller knows its results, and nobody its variables."""
    frame = lane.frames[-1]
    gone = [text for text in frame.asks if text]
    if gone:
        told = dict(without(lane.frames[-2].flags, gone))
        for text, result in zip(frame.asks, results, strict=False):
            told.update(said_of(facts, lane, result, text) if text else ())
        caller = lane.frames[-2]._replace(flags=tuple(sorted(told.items())))
        lane = lane._replace(frames=(*lane.frames[:-2], caller, frame))
    return without(facts, [*gone, *(result.text for result in results if result.text)]), lane


def said_of(facts: Facts, lane: Lane, value: Result, text: str) -> Facts:
    """Return what a goroutine that knows a value can say of it to whoever keeps it in what has the text."""
    known = {**dict(facts), **dict(lane.frames[-1].flags)}
    nil = known.get(nil_test(value.text)) if value.nil is None else value.nil
    outcome = known.get(value.text) if value.outcome is None else value.outcome
    return tuple((key, one) for key, one in ((nil_test(text), nil), (text, outcome)) if one is not None)


def with_flag(lane: Lane, flag: str, *, value: bool) -> Lane:
    """Return a goroutine that knows the outcome of a test; nothing changes without one."""
    return _with_flags(lane, _with(lane.frames[-1].flags, flag, value=value)) if flag else lane


def keeping(lane: Lane, target: str, told: Facts) -> Lane:
    """Return a goroutine that knows this of what it has just kept in `target`, and nothing else of it."""
    return _with_flags(lane, tuple(sorted((*without(lane.frames[-1].flags, (target,)), *told))))


def without(facts: Facts, texts: Iterable[str]) -> Facts:
    """Return the facts that are about none of the things with these texts."""
    texts = tuple(texts)
    return tuple(fact for fact in facts if not any(text in fact[0] for text in texts))


def _with(flags: Facts, flag: str, *, value: bool) -> Facts:
    return tuple(sorted((*(pair for pair in flags if pair[0] != flag), (flag, value))))


def _with_flags(lane: Lane, flags: Facts) -> Lane:
    frame = lane.frames[-1]
    return lane if flags == frame.flags else lane._replace(frames=(*lane.frames[:-1], frame._replace(flags=flags)))
