"""Lexical scopes of one function, and Go's predeclared names."""

from golint_sched.model.expressions import Variable
from golint_sched.model.types import NamedType, TypeParameter

Binding = Variable | NamedType | TypeParameter

_TYPE_WORDS = """
any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string
uint uint8 uint16 uint32 uint64 uintptr
"""
_VALUE_WORDS = """
append cap clear close complex copy delete false imag iota len make max min new nil panic print println real
recover true
"""
PREDECLARED_TYPES = frozenset(_TYPE_WORDS.split())
PREDECLARED_VALUES = frozenset(_VALUE_WORDS.split())


class Scopes:
    """What each name means here and now.

    One table holds the binding that counts; every open scope keeps what it has hidden, and puts it back when it is
    left. So a name is found in one step, however deep the nesting.
    """

    __slots__ = ("_bindings", "_hidden")

    def __init__(self) -> None:
        """Open no scope: the names of the file and of the package are not kept here."""
        self._bindings: dict[str, Binding] = {}
        self._hidden: list[dict[str, Binding | None]] = []

    def enter(self) -> None:
        """Open a scope inside the innermost one."""
        self._hidden.append({})

    def leave(self) -> None:
        """Close the innermost scope."""
        for name, outer in self._hidden.pop().items():
            if outer is None:
                del self._bindings[name]
            else:
                self._bindings[name] = outer

    def declare(self, name: str, binding: Binding) -> None:
        """Bind `name` in the innermost scope; the blank name and the empty one bind nothing."""
        if name in {"_", ""}:
            return
        innermost = self._hidden[-1]
        if name not in innermost:
            innermost[name] = self._bindings.get(name)
        self._bindings[name] = binding

    def find(self, name: str) -> Binding | None:
        """Return what `name` means in the open scopes, None where none of them declares it."""
        return self._bindings.get(name)

    def find_innermost(self, name: str) -> Binding | None:
        """Return what the innermost scope itself declares as `name`."""
        return self._bindings[name] if name in self._hidden[-1] else None

    def clear(self) -> None:
        """Close all scopes."""
        self._bindings.clear()
        self._hidden.clear()
