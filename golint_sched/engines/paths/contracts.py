"""What a function tells its callers about what it leaves held: by its name, its comment, its results."""

import re

from golint_sched.engines.paths.state import Exit
from golint_sched.model.functions import Function
from golint_sched.model.types import NamedType, Type

_PROMISING_NAME = re.compile(
    r"(?i:^(un)?lock|locked$|lock$|^acquire|^pin|pin$|^enter|^bind|^attach|^begin|^capture|thread)"
)
_PROMISING_WORDS = re.compile(
    r"(?i:unlock|remains? locked|stays? locked|still locked|keeps? .{0,30}locked|left locked|is locked|returns? locked"
    r"|locked to (its|the|an|a|one|this) (current )?(os |operating system )?thread|must (later )?call)"
)


def promises_to_hold(function: Function) -> bool:
    """Tell whether the function's name or comment says that it returns with something held."""
    return bool(_PROMISING_NAME.search(function.name) or _PROMISING_WORDS.search(function.documentation))


def tells(function: Function, held: list[Exit], free: list[Exit]) -> bool:
    """Tell whether some result says by which kind of way the function left."""
    return any(
        _tells(result.type, [way.results[place] for way in held], [way.results[place] for way in free])
        for place, result in enumerate(function.results)
    )


def may_tell(function: Function, held: list[Exit], free: list[Exit]) -> bool:
    """Tell whether a result that is nil where nothing is held may be something where it is: what a map gave."""
    return bool(free) and any(
        result.type != NamedType("builtin", "error")
        and all(way.results[place] == "nil" for way in free)
        and all(way.results[place] in ("set", "") for way in held)
        for place, result in enumerate(function.results)
    )


def failed(function: Function, held: list[Exit]) -> list[Exit]:
    """Return the ways out with an error, where those without one hold something too.

    Nobody expects to hold what could not be had.
    """
    for place, result in enumerate(function.results):
        if result.type == NamedType("builtin", "error"):
            found = [way for way in held if way.results[place] == "set"]
            if found and any(way.results[place] == "nil" for way in held):
                return found
    return []


def _tells(given: Type | None, held: list[str], free: list[str]) -> bool:
    """Tell whether a result says that something is held: `true`, a nil error, another value that is not nil."""
    if given == NamedType("builtin", "error"):
        return all(value == "set" for value in free) and all(value in ("nil", "") for value in held)
    if all(value == "false" for value in free):
        return all(value in ("true", "") for value in held)
    return all(value == "nil" for value in free) and all(value == "set" for value in held)
