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
from golint_sched.engines.channels.memory import Facts, keeping, said_of, with_flag
from golint_sched.engines.channels.states import Lane
from golint_sched.engines.channels.survey import nil_test


def handed(facts: Facts, lane: Lane, value: Result, target: str) -> Iterator[tuple[Lane, Facts]]:
    """Yield the sender as it goes on, with what the receiver, which keeps the value in `target`, then knows of that.

    Where the sender has still to test the value, it may be either.
    """
    if not target:
        yield lane, ()
        return
    told = said_of(facts, lane, value, target)
    if told or not value.tested:
        yield lane, told
        return
    said = nil_test(target) if value.tested == nil_test(value.text) else target
    for one in (True, False):
        yield with_flag(lane, value.tested, value=one), ((said, one),)


def taken(lane: Lane, target: str, told: Facts) -> Lane:
    """Return the receiver with what it knows of the value that it has just kept in `target`."""
    return keeping(lane, target, told) if target else lane


def of_closed(target: str) -> Facts:
    """Return what is known of a value that a closed channel gives: it is nil, or false."""
    return ((nil_test(target), True), (target, False)) if target else ()
