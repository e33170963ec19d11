"""What to change where a channel operation waits for ever, in the names of the code."""

from golint_sched.engines.channels.amounts import counts_to
from golint_sched.engines.channels.telling import spelled
from golint_sched.engines.channels.verdict import Stuck
from golint_sched.finding import Site
from golint_sched.link import Package
from golint_sched.model.expressions import Binary, Call, TypeExpression
from golint_sched.model.statements import For, Range
from golint_sched.model.types import (
    ArrayType,
    ChannelType,
    MapType,
    NamedType,
    PointerType,
    SliceType,
    StructType,
    Type,
)


def names(stuck: Stuck) -> str:
    """Return the channels that a goroutine waits on: "`a`" or "`a` and `b`"."""
    return " and ".join(f"`{channel.name}`" for channel in stuck.channels)


def waiter(stuck: Stuck) -> str:
    """Return who waits: the scope's own function by name, or "goroutine"."""
    return stuck.scope.root.key if stuck.by_root and stuck.scope.root.name else "goroutine"


def sites(stuck: Stuck, leaving: str) -> tuple[Site, ...]:
    """Return where the goroutine starts, where the channels are made, and where the others left (`leaving`)."""
    found = [Site(stuck.origin, "the goroutine is started here")] if stuck.origin is not None else []
    for channel in stuck.channels:
        size = channel.capacity
        room = "has no buffer" if not size.key and not size.offset else "has a buffer that may be full"
        found.append(Site(channel.span, f"`{channel.name}` {room}"))
    found += [Site(span, leaving) for span in stuck.exits]
    return tuple(site for site in found if site.span != stuck.span)


def make_with_room(stuck: Stuck, room: str) -> str:
    """Return the make of the first channel with a capacity: `make(chan int, 1)`."""
    channel = stuck.channels[0]
    return f"`make({type_text(channel.type)}, {room})`"


def make_text(made: Call, room: str) -> str:
    """Return a make with a capacity: `make(chan int, 1)`."""
    shape = made.arguments[0]
    return f"`make({type_text(shape.type) if isinstance(shape, TypeExpression) else 'chan T'}, {room})`"


def leaving_text(stuck: Stuck) -> str:
    """Return how a sender can leave when the others do."""
    name = stuck.channels[0].name
    return f"let the sender leave too, `select {{ case {name} <- …: case <-{_done(stuck)}: return }}`{_why(stuck)}"


def _done(stuck: Stuck) -> str:
    context = _context(stuck)
    return f"{context}.Done()" if context else "done"


def _why(stuck: Stuck) -> str:
    root = stuck.scope.root.key
    context = _context(stuck)
    return (
        f", with a {context} that is cancelled when {root} leaves"
        if context
        else f", and close done when {root} leaves"
    )


def _context(stuck: Stuck) -> str:
    """Return the name of the context that the scope's function is given, "" without one."""
    for parameter in stuck.scope.root.parameters:
        if parameter.type == NamedType("context", "Context") and parameter.name not in ("", "_"):
            return parameter.name
    return ""


def loop_bound(package: Package, loop: For | Range) -> str:
    """Return how often a loop turns, as Go text; "" where it has no short form."""
    match loop:
        case Range(subject=subject):
            text = spelled(subject)
            if "…" in text:
                return ""
            return text if counts_to(package, subject) else f"len({text})"
        case For(condition=Binary(operator="<", right=right)):
            text = spelled(right)
            return "" if "…" in text else text
        case _:
            return ""


def type_text(given: Type) -> str:
    """Return a type as Go text, with "T" for what is too long to show."""
    match given:
        case NamedType(package="" | "builtin", name=name):
            return name.partition("·")[0]
        case NamedType(package=package, name=name):
            return f"{package.rpartition('/')[2]}.{name}"
        case PointerType(element=element):
            return f"*{type_text(element)}"
        case SliceType(element=element):
            return f"[]{type_text(element)}"
        case ArrayType(element=element, length=length):
            return f"[{length}]{type_text(element)}"
        case MapType(key=key, value=value):
            return f"map[{type_text(key)}]{type_text(value)}"
        case ChannelType(element=element):
            return f"chan {type_text(element)}"
        case StructType(fields=()):
            return "struct{}"
        case _:
            return "T"


def is_unbuffered(stuck: Stuck) -> bool:
    """Tell whether the first channel that a goroutine waits on has no buffer."""
    capacity = stuck.channels[0].capacity
    return not capacity.key and not capacity.offset
