"""Every use that a package makes of a channel in an unexported field or an unexported package variable."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from golint_sched.engines.channels.amounts import Amount
from golint_sched.link import Package
from golint_sched.link.members import underlying
from golint_sched.model.expressions import (
    Call,
    CompositeLiteral,
    Element,
    Expression,
    PackageName,
    Receive,
    Selector,
)
from golint_sched.model.statements import (
    Assign,
    ExpressionStatement,
    Range,
    Select,
    SelectClause,
    Send,
)
from golint_sched.model.types import ChannelType, NamedType, StructType, Type
from golint_sched.model.walk import ModelNode


class Operation(Enum):
    """What a use does."""

    SEND = "send"
    RECEIVE = "receive"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """One operation on a channel.

    `node` is the send, receive or range; `select` the select whose case it is. It `blocks` where nothing else can
    let it go on: it stands bare, or is the only case of its select. `subject` is the channel as the code names it.
    """

    operation: Operation
    node: Send | Receive | Range | Call
    subject: Expression
    select: Select | None = None

    @property
    def blocks(self) -> bool:
        """Tell whether the operation alone decides whether its goroutine goes on."""
        return self.operation is not Operation.CLOSE and (self.select is None or len(self.select.clauses) == 1)


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """A channel variable that only this package can reach, and all that happens to it.

    `name` is `Type.field` or a package variable's name; `field` is set for the former. `made` are its makes, with
    their capacities. One object stands for the field in all instances of the type. `escapes` is set where
    `local_channel` cannot follow it, `handed` where that is one who may only send on it. `tables` are the fields with
    maps or slices of which it is an element.
    """

    name: str
    field: bool
    made: tuple[tuple[Call, Amount | None], ...]
    uses: tuple[Use, ...]
    escapes: bool = False
    handed: bool = False
    tables: frozenset[str] = frozenset()

    @property
    def is_unbuffered(self) -> bool:
        """Tell whether it is made, and never with a buffer."""
        return bool(self.made) and all(size == Amount() for _, size in self.made)

    def of(self, operation: Operation) -> tuple[Use, ...]:
        """Return the uses that do this."""
        return tuple(use for use in self.uses if use.operation is operation)


def operation_on(package: Package, channel: Expression) -> Use | None:
    """Return the send or receive that an expression is the channel of, None where it is used otherwise."""
    parent = package.parent(channel)
    match parent:
        case Send(channel=subject) if subject is channel:
            return Use(Operation.SEND, parent, channel, _select(package, parent))
        case Receive():
            return Use(Operation.RECEIVE, parent, channel, _select(package, parent))
        case Range(subject=subject) if subject is channel:
            return Use(Operation.RECEIVE, parent, channel)
        case _:
            return None


def _select(package: Package, node: ModelNode) -> Select | None:
    """Return the select whose case a send or receive is."""
    around = package.parent(node)
    if isinstance(around, ExpressionStatement | Assign):
        node, around = around, package.parent(around)
    if isinstance(around, SelectClause) and around.operation is node:
        found = package.parent(around)
        return found if isinstance(found, Select) else None
    return None


def _is_exported(name: str) -> bool:
    return name[:1].isupper()


def channel_fields(package: Package) -> Iterator[tuple[str, str]]:
    """Yield type and field of the unexported channel fields of struct types that are declared once and not renamed."""
    renamed = {
        declaration.type.name
        for declarations in package.tables.types.values()
        for declaration in declarations
        if isinstance(declaration.type, NamedType) and not declaration.type.package
    }
    for name, declarations in sorted(package.tables.types.items()):
        shape = declarations[0].type
        if len(declarations) != 1 or name in renamed or not isinstance(shape, StructType):
            continue
        for field in shape.fields:
            if (
                not field.embedded
                and not _is_exported(field.name)
                and field.name != "_"
                and _is_channel(package, field.type)
            ):
                yield name, field.name


@lru_cache(maxsize=1)
def fields_of(package: Package) -> frozenset[tuple[str, str]]:
    """Return what `channel_fields` yields."""
    return frozenset(channel_fields(package))


def channel_variables(package: Package) -> Iterator[str]:
    """Yield the unexported package variables that hold channels and are declared once."""
    for name, declarations in sorted(package.tables.values.items()):
        if len(declarations) != 1 or _is_exported(name) or name == "_":
            continue
        declaration, position = declarations[0]
        if declaration.constant:
            continue
        if _is_channel(package, declaration.type) or package.is_channel_make(value_at(declaration.values, position)):
            yield name


def value_at(values: Sequence[Expression], position: int) -> Expression | None:
    """Return the value that a declaration gives its variable at a position, None for one without values."""
    return values[position] if position < len(values) else None


def _is_channel(package: Package, given: Type | None) -> bool:
    return given is not None and isinstance(underlying(package.tables, given), ChannelType)


@lru_cache(maxsize=1)
def struct_literals(package: Package) -> tuple[CompositeLiteral, ...]:
    """Return all composite literals with elements of a package, in no particular order of files."""
    seen: dict[CompositeLiteral, None] = {}
    for node in package.placed((Element,)):
        parent = package.parent(node)
        if isinstance(parent, CompositeLiteral):
            seen[parent] = None
    return tuple(seen)


def base_of(subject: Expression) -> Expression | None:
    """Return the `s` of `s.field`, None for a package variable."""
    return subject.base if isinstance(subject, Selector) else None


def is_variable(subject: Expression) -> bool:
    """Tell whether a channel is named by a package variable."""
    return isinstance(subject, PackageName)
