"""The things that goroutines of one function wait on, and what variables hold them."""

from collections.abc import Mapping
from dataclasses import dataclass

from golint_sched.engines.channels.amounts import Amount
from golint_sched.model.expressions import Variable
from golint_sched.model.functions import Function
from golint_sched.model.types import UNKNOWN, Type
from golint_sched.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class Channel:
    """A channel made at one place. A context that only its cancel function ends is one that is only ever closed."""

    name: str
    span: Span
    capacity: Amount
    type: Type = UNKNOWN
    context: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """A sync.WaitGroup or errgroup.Group: a counter that can be waited for."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Once:
    """A sync.Once."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Cancel:
    """The function that ends a context."""

    context: Channel


@dataclass(frozen=True, slots=True, eq=False)
class Instance:
    """A struct made at one place, with the things in its fields."""

    fields: Mapping[str, "Object"]


@dataclass(frozen=True, slots=True, eq=False)
class Closure:
    """A function literal and what its captured variables hold."""

    function: Function
    environment: "Environment"


Object = Channel | Group | Once | Cancel | Instance | Closure
Environment = Mapping[Variable, Object]
