"""What is known of one server while it is followed, and in the end."""

from dataclasses import dataclass, field

from golint_sched.engines.configuration.holders import Holder
from golint_sched.engines.configuration.settings import Settings
from golint_sched.engines.configuration.sources import Source
from golint_sched.model.functions import Function
from golint_sched.source import Span

States = frozenset[Settings]


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a server is put to use with these settings.

    `served` is set for a call that serves; else the server goes out of sight there.
    """

    span: Span
    settings: Settings
    served: bool
    function: Function | None


@dataclass(frozen=True, slots=True)
class Server:
    """A server that the package makes, with every use of it that could be found, in source order.

    `name` is what the code calls it, "" where it has no name of its own. `written` are the places that set one of its
    timeouts, the literal's elements included: (field, span of the element or assignment).
    """

    source: Source
    name: str
    uses: tuple[Use, ...]
    written: tuple[tuple[str, Span], ...]


@dataclass(slots=True)
class Trail:
    """What is collected while one server is followed."""

    uses: set[Use] = field(default_factory=set)
    names: list[str] = field(default_factory=list)
    written: set[tuple[str, Span]] = field(default_factory=set)
    seen: dict[object, States] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Frame:
    """One function while the server is followed through it; `home` tells that the server was not passed to it."""

    function: Function
    holders: frozenset[Holder]
    home: bool
    depth: int
