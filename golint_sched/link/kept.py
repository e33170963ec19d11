"""What was worked out of a package and is asked for again: kept beside it until the package is done with."""

from typing import TypeVar
from weakref import WeakKeyDictionary

Of = TypeVar("Of")
Answer = TypeVar("Answer")


class Kept(WeakKeyDictionary[Of, Answer]):
    """Answers by what they are about: a package, or an engine made for one.

    An answer that holds on to its key would keep both for ever, so `forget` lets go of all of them.
    """

    def __init__(self) -> None:
        """Start with no answers."""
        super().__init__()
        _EVERY.append(self)


_EVERY: list[Kept] = []  # type: ignore[type-arg]  # of any types


def forget() -> None:
    """Let go of everything that was worked out of any package, so that its memory is free at once."""
    for each in _EVERY:
        each.clear()
