"""What link may ask about the other packages of the module; whoever can read them answers."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from golint_sched.model.functions import TypeDeclaration
from golint_sched.model.types import FunctionType, Type

if TYPE_CHECKING:
    from golint_sched.link.package import Package
    from golint_sched.model.functions import Function

Answer = TypeVar("Answer")


class Neighbours(Protocol):
    """The other packages of the modules that a package belongs to.

    Names are full ones, `import/path.Function` and `import/path.Type.Method`, and the types in the answers have their
    import paths. None is the answer about everything that is not there, or cannot be told.
    """

    def signature(self, name: str) -> FunctionType | None:
        """Return the signature of a function, or of a method that the type itself declares."""

    def declaration(self, name: str) -> TypeDeclaration | None:
        """Return the declaration of a type."""

    def variable(self, name: str) -> Type | None:
        """Return the type of a package variable."""

    def mentions(self, name: str, words: tuple[bytes, ...]) -> bool:
        """Tell whether a function, or one of its package that it may reach, has one of the words in its text."""

    def ask(self, name: str, key: object, question: "Callable[[Package, Function], Answer]") -> Answer | None:
        """Return what `question` finds out about a function.

        It gets the function in a package of its own, linked, which holds what the function reaches by name and no
        more: no callers, and no values of package variables. `key` stands for the question: what was asked under the
        same key before is remembered.
        """


class _Nobody:
    """A package without neighbours."""

    def signature(self, _name: str) -> FunctionType | None:
        return None

    def declaration(self, _name: str) -> TypeDeclaration | None:
        return None

    def variable(self, _name: str) -> Type | None:
        return None

    def mentions(self, _name: str, _words: tuple[bytes, ...]) -> bool:
        return False

    def ask(self, _name: str, _key: object, _question: "Callable[[Package, Function], Answer]") -> Answer | None:
        return None


NOBODY: Neighbours = _Nobody()
