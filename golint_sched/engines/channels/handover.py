"""What a value says of itself when a channel hands it from one goroutine to another, so that both test it alike.

go func() {                              if err := <-started; err != nil {
    err := cmd.Start()                       return err
    started <- err                       }
    if err != nil {                      …
        return                           return <-ended
    }
    ended <- cmd.Wait()
}()
"""

from collections.abc import Iterator

from golint_sched.engines.channels.actions import Result
from golint_sched.engines.channels.memory import Facts, with_flag
from golint_sched.engines.channels.states import Lane
from golint_sched.engines.channels.survey import nil_test


def handed(facts: Facts, lane: Lane, value: Result, target: str) -> Iterator[tuple[Lane, Facts]]:
    """Yield the sender as it goes on, with what the receiver, which keeps the value in `target`, then knows of that.

    Where the sender has still to test the value, it may be either.
    """
    if not target:
        yield lane, ()
        return
    known = {**dict(facts), **dict(lane.frames[-1].flags)}
    nil = known.get(nil_test(value.text)) if value.nil is None else value.nil
    outcome = known.get(value.text) if value.outcome is None else value.outcome
    if nil is None and outcome is None and value.tested:
        for one in (True, False):
            key = nil_test(value.text) if value.tested == nil_test(value.text) else value.text
            said = nil_test(target) if key == nil_test(value.text) else target
            yield with_flag(lane, key, value=one), ((said, one),)
        return
    told = ((nil_test(target), nil), (target, outcome))
    yield lane, tuple((key, one) for key, one in told if one is not None)


def taken(lane: Lane, target: str, told: Facts) -> Lane:
    """Return the receiver with what it knows of the value that it has just kept in `target`."""
    if not target:
        return lane
    frame = lane.frames[-1]
    kept = tuple(pair for pair in frame.flags if target not in pair[0])
    return lane._replace(frames=(*lane.frames[:-1], frame._replace(flags=tuple(sorted((*kept, *told))))))


def of_closed(target: str) -> Facts:
    """Return what is known of a value that a closed channel gives: it is nil, or false."""
    return ((nil_test(target), True), (target, False)) if target else ()
