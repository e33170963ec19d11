"""What Go allows and the grammar lacks: the same source in other words of the same length, for the parser's eyes only.

Names and literals are read from the real source, at the offsets of the parsed one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from golint_sched.lower import grammar
from golint_sched.parse import parse

# new(f(x)), make(100): the grammar wants a type after these words, even where make is a function's own variable.
# Where a type does follow, the word stays.
_NEW_OF_VALUE = re.compile(rb"\b(?:new|make)(?=\((?!\s*(?:[\[*(]|<-|(?:chan|func|map|struct|interface)\b)))")
# func (m *Map[K]) Convert[V any](…): the grammar has no type parameters of methods.
_GENERIC_METHOD = re.compile(
    rb"^func[ \t]*\([^()]*\)[ \t]*\w+(\[[^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)*\])\(", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Adapted:
    """Source that the grammar can read, and the type parameters taken out of it, by the offset of their method."""

    content: bytes
    method_parameters: Mapping[int, tuple[str, ...]]


def adapt(content: bytes) -> Adapted:
    """Return `content` with the words changed that the grammar is known to lack, byte for byte as long."""
    parameters: dict[int, tuple[str, ...]] = {}

    def without_parameters(match: re.Match[bytes]) -> bytes:
        parameters[match.start()] = _parameter_names(match[1])
        at = match.start(1) - match.start()
        return match[0][:at] + b" " * len(match[1]) + match[0][at + len(match[1]) :]

    adapted = _GENERIC_METHOD.sub(without_parameters, _NEW_OF_VALUE.sub(_unknown_word, content))
    return Adapted(adapted, parameters)


def _unknown_word(match: re.Match[bytes]) -> bytes:
    """Return a name as long as `new` or `make` that means nothing to the grammar."""
    return match[0].upper()


def _parameter_names(brackets: bytes) -> tuple[str, ...]:
    """Return the names in a type parameter list like `[K comparable, V any]`."""
    source = b"func f" + brackets + b"()"
    declarations = [
        declaration
        for function in parse(source).root_node.named_children
        if (parameters := function.child_by_field_id(grammar.TYPE_PARAMETERS)) is not None
        for declaration in parameters.named_children
    ]
    names = [
        name for declaration in declarations for name in declaration.children_by_field_id(grammar.NAME) if name.is_named
    ]
    return tuple([source[name.start_byte : name.end_byte].decode("utf-8", "replace") for name in names])
