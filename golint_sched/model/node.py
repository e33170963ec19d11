"""The decorator of the model's classes."""

from dataclasses import dataclass
from typing import Any, TypeVar, dataclass_transform

Class = TypeVar("Class")


@dataclass_transform(frozen_default=True, eq_default=False)
def node(cls: type[Class]) -> type[Class]:
    """Make a dataclass with slots that compares by identity and that nobody may change.

    That nobody does is for the type checker to say: a frozen dataclass takes three times as long to be made, and a
    model has millions of them. It is pickled as a frozen one is, which nests less deep than what Python does else.
    """
    made = dataclass(slots=True, eq=False)(cls)
    made.__getstate__ = _state  # type: ignore[method-assign]
    made.__setstate__ = _restore  # type: ignore[attr-defined]
    return made


def _state(self: Any) -> list[object]:  # noqa: ANN401 -- of any class of the model
    return [getattr(self, name) for name in self.__slots__]


def _restore(self: Any, state: list[object]) -> None:  # noqa: ANN401 -- as above
    for name, value in zip(self.__slots__, state, strict=True):
        setattr(self, name, value)
