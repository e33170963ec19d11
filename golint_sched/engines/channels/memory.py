"""What is known of tests in a state: facts that all goroutines share, and flags of one call or one goroutine."""

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
    kept = tuple(fact for fact in facts if not any(text in fact[0] for text, _, _ in told))
    shared = [(key, value) for _, key, value in told if key not in own]
    first, *others = lane.frames
    for _, key, value in told:
        if key in own:
            first = first._replace(flags=_with(first.flags, key, value=value))
    return tuple(sorted((*kept, *shared))), lane._replace(frames=(first, *others))


def forget(facts: Facts, lane: Lane, texts: tuple[str, ...]) -> tuple[Facts, Lane]:
    """Return what is known after assignments of something unknown to what has these texts."""
    frame = lane.frames[-1]
    flags = tuple(flag for flag in frame.flags if not any(text in flag[0] for text in texts))
    if flags != frame.flags:
        lane = lane._replace(frames=(*lane.frames[:-1], frame._replace(flags=flags)))
    return tuple(fact for fact in facts if not any(text in fact[0] for text in texts)), lane


def answered(facts: Facts, lane: Lane, results: tuple[Result, ...]) -> tuple[Facts, Lane]:
    """Return what is known when a function returns: its caller knows its results, and nobody its variables."""
    frame = lane.frames[-1]
    known = {**dict(facts), **dict(frame.flags)}
    told = dict(lane.frames[-2].flags) if len(lane.frames) > 1 else {}
    gone = [text for text in frame.asks if text]
    told = {key: outcome for key, outcome in told.items() if not any(text in key for text in gone)}
    for text, result in zip(frame.asks, results, strict=False):
        outcome = known.get(result.text) if result.outcome is None else result.outcome
        nil = known.get(nil_test(result.text)) if result.nil is None else result.nil
        decided = ((text, outcome), (nil_test(text), nil)) if text else ()
        told.update({key: value for key, value in decided if value is not None})
    gone += [result.text for result in results if result.text]
    if frame.asks:
        caller = lane.frames[-2]._replace(flags=tuple(sorted(told.items())))
        lane = lane._replace(frames=(*lane.frames[:-2], caller, frame))
    return tuple(fact for fact in facts if not any(text in fact[0] for text in gone)), lane


def with_flag(lane: Lane, flag: str, *, value: bool) -> Lane:
    """Return a goroutine that knows the outcome of a test; nothing changes without one."""
    if not flag:
        return lane
    frame = lane.frames[-1]
    return lane._replace(frames=(*lane.frames[:-1], frame._replace(flags=_with(frame.flags, flag, value=value))))


def _with(flags: Facts, flag: str, *, value: bool) -> Facts:
    return tuple(sorted((*(pair for pair in flags if pair[0] != flag), (flag, value))))
