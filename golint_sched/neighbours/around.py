"""The packages around one: what `golint_sched.link.neighbours` may ask, answered from the disk."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from golint_sched.discover import Module, Surroundings
from golint_sched.link import link
from golint_sched.link.neighbours import NOBODY, Neighbours
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Call,
    CompositeLiteral,
    Expression,
    PackageName,
    QualifiedName,
    TypeExpression,
    Unary,
)
from golint_sched.model.functions import File, Function, TypeDeclaration, ValueDeclaration
from golint_sched.model.types import FunctionType, NamedType, PointerType, Type
from golint_sched.neighbours.index import Declaration, Index
from golint_sched.neighbours.qualify import qualified, qualified_signature
from golint_sched.neighbours.reading import Folder, read, stamp

Answer = TypeVar("Answer")

_HOPS = 2  # whom a neighbour calls may be in another package, and whom that one calls is not asked any more
_MOST_DECLARATIONS = 60  # that a function reaches by name; one that needs more is not understood
_MOST_VALUES = 4  # values that lead from one variable to the next


@dataclass(slots=True)
class _Known:
    """What one process knows of the packages around, for one state of the disk; see `around`."""

    surroundings: Surroundings
    folders: dict[str, Folder] = field(default_factory=dict)
    directories: dict[str, str | None] = field(default_factory=dict)
    answers: dict[tuple[int, str, object], object] = field(default_factory=dict)
    types: dict[tuple[str, str], Any] = field(default_factory=dict)

    def is_stale(self) -> bool:
        """Tell whether a folder has changed since it was read, has come or has gone."""
        around, unsaved = self.surroundings, self.surroundings.unsaved
        return any(around.directory(package) != found for package, found in self.directories.items()) or any(
            stamp(directory, unsaved) != folder.stamp for directory, folder in self.folders.items()
        )

    def index(self, package: str) -> Index | None:
        """Return the index of the package with this import path, None where there is none in the modules."""
        if package not in self.directories:
            self.directories[package] = self.surroundings.directory(package)
        directory = self.directories[package]
        if directory is None:
            return None
        if directory not in self.folders:
            self.folders[directory] = Folder((), None)
            with suppress(Exception):  # nothing in a neighbour may cost the package its findings
                self.folders[directory] = read(directory, self.surroundings)
        return self.folders[directory].index


_KNOWN: dict[tuple[str, tuple[Module, ...]], _Known] = {}


def around(surroundings: Surroundings | None) -> Neighbours:
    """Return what a package in these surroundings may ask.

    What was read once is kept in this process. When the next scan asks, it is looked whether anything has changed.
    """
    if surroundings is None or not surroundings.modules:
        return NOBODY
    key = (surroundings.root, surroundings.modules)
    known = _KNOWN.get(key)
    if known is None or known.surroundings.scan != surroundings.scan:
        for other in [other for other, each in _KNOWN.items() if each.surroundings.scan != surroundings.scan]:
            del _KNOWN[other]
        if known is not None:
            known.surroundings = surroundings
        if known is None or known.is_stale():
            known = _Known(surroundings)
        _KNOWN[key] = known
    return Around(known, 1)


class Around:
    """The packages of the modules, seen from a package that is `hop - 1` calls away from the one that is analysed.

    Since the answers about functions are those at a distance, they do not depend on who asked first.
    """

    def __init__(self, known: _Known, hop: int) -> None:
        """Make it; `known` is shared by all distances."""
        self._known = known
        self._hop = hop

    # -- types ----------------------------------------------------------------------------------------------------

    def signature(self, name: str) -> FunctionType | None:
        """Return the signature of a function, or of a method that the type itself declares."""
        return self._typed("func", name, _signature)

    def declaration(self, name: str) -> TypeDeclaration | None:
        """Return the declaration of a type."""
        return self._typed("type", name, _type)

    def variable(self, name: str) -> Type | None:
        """Return the type of a package variable."""
        return cast("Type | None", self._typed("var", name, _variable))

    def _typed(self, kind: str, name: str, find: Callable[[Index, str, str], Answer | None]) -> Answer | None:
        package, inner = split(name)
        index = self._known.index(package)
        if index is None:
            return None
        key = (kind, name)
        if key not in self._known.types:
            self._known.types[key] = None
            with suppress(Exception):  # a neighbour that cannot be understood is one that is not known
                self._known.types[key] = find(index, package, inner)
        return cast("Answer | None", self._known.types[key])

    # -- functions ------------------------------------------------------------------------------------------------

    def mentions(self, name: str, words: tuple[bytes, ...]) -> bool:
        """Tell whether a function, or one of its package that it may reach, has one of the words in its text."""
        package, inner = split(name)
        index = self._known.index(package)
        if index is None or inner.encode() not in index.functions:
            return False
        return self._remembered(name, words, lambda: _mentions(index, inner.encode(), words))

    def ask(self, name: str, key: object, question: Callable[[Package, Function], Answer]) -> Answer | None:
        """Return what `question` finds out about a function, None where it is not there or not understood."""
        package, inner = split(name)
        index = self._known.index(package)
        if index is None or inner.encode() not in index.functions:
            return None
        return self._remembered(name, key, lambda: self._answer(index, package, inner, question))

    def _remembered(self, name: str, key: object, find: Callable[[], Answer]) -> Answer:
        place = (self._hop, name, key)
        answers = self._known.answers
        if place not in answers:
            answers[place] = None  # nothing asks for itself at one distance, but in code that imports itself
            with suppress(Exception):  # as for types
                answers[place] = find()
        return cast("Answer", answers[place])

    def _answer(
        self, index: Index, package: str, inner: str, question: Callable[[Package, Function], Answer]
    ) -> Answer | None:
        files = _closure(index, inner.encode())
        if files is None:
            return None
        beyond = Around(self._known, self._hop + 1) if self._hop < _HOPS else NOBODY
        linked = link(files, import_path=package, neighbours=beyond)
        owner, _, name = inner.rpartition(".")
        functions = linked.tables.methods.get((owner, name), ()) if owner else linked.tables.declared.get(name, ())
        if not functions or any(function.body is None for function in functions):
            return None
        answers = [question(linked, function) for function in functions]
        return answers[0] if all(answer == answers[0] for answer in answers) else None


def split(name: str) -> tuple[str, str]:
    """Return the import path in a full name, and what stands behind it."""
    dot = name.find(".", name.rfind("/") + 1)
    return name[:dot], name[dot + 1 :]


# -- types -------------------------------------------------------------------------------------------------------


def _files(index: Index, declarations: Iterable[Declaration]) -> Iterator[File]:
    """Yield the files of the declarations that have no fault."""
    return (file for each in declarations if (file := index.lowered(each)) is not None)


def _signature(index: Index, package: str, name: str) -> FunctionType | None:
    for declaration in index.functions.get(name.encode(), []):
        file = index.header(declaration)
        for function in () if file is None else file.functions:
            return qualified_signature(function.type, package)
    return None


def _type(index: Index, package: str, name: str) -> TypeDeclaration | None:
    for file in _files(index, index.types.get(name.encode(), [])):
        for declaration in file.types:
            if declaration.name == name:
                return TypeDeclaration(
                    name,
                    declaration.span,
                    declaration.parameters,
                    qualified(declaration.type, package),
                    declaration.alias,
                )
    return None


def _variable(index: Index, package: str, name: str, depth: int = 0) -> Type | None:
    values = index.values.get(name.encode(), [])
    for file in _files(index, [each for each in values if not index.is_constant(each)]):
        for declaration in file.values:
            for position, variable in enumerate(declaration.variables):
                if variable.name == name:
                    return _value_type(index, package, declaration, position, depth)
    return None


def _value_type(index: Index, package: str, declaration: ValueDeclaration, position: int, depth: int) -> Type | None:
    """Return the type of a variable: as it is declared, or as its value tells at sight."""
    if declaration.type is not None:
        return qualified(declaration.type, package)
    if len(declaration.values) == len(declaration.variables):
        return _expression_type(index, package, declaration.values[position], 0, depth)
    if len(declaration.values) == 1:
        return _expression_type(index, package, declaration.values[0], position, depth)
    return None


def _expression_type(index: Index, package: str, value: Expression, position: int, depth: int) -> Type | None:
    """`&Server{}`, `make(chan struct{})`, `New()`."""
    match value:
        case CompositeLiteral(type=given) if given is not None:
            return qualified(given, package)
        case Unary(operator="&", operand=CompositeLiteral(type=given)) if given is not None:
            return PointerType(qualified(given, package))
        case Call(function=function, arguments=(TypeExpression(type=given), *_)) if (
            getattr(function, "name", "") == "make"
        ):
            return qualified(given, package)
        case Call(function=PackageName(name=name)):
            signature = _signature(index, package, name)
            return signature.results[position] if signature and position < len(signature.results) else None
        case PackageName(name=name) if depth < _MOST_VALUES:
            return _variable(index, package, name, depth + 1)
        case Call(function=QualifiedName(package="errors", name="New")):
            return NamedType("builtin", "error")
        case _:
            return None


# -- functions ---------------------------------------------------------------------------------------------------


def _mentions(index: Index, name: bytes, words: tuple[bytes, ...]) -> bool:
    reached = _reached(index, name, values=False)
    return reached is not None and any(word in index.text(each) for each in reached for word in words)


def _reached(index: Index, name: bytes, *, values: bool = True) -> list[Declaration] | None:
    """Return the declarations that a function reaches by name, its own first; None where they are too many."""
    found = dict.fromkeys(index.functions[name])
    pending = list(found)
    while pending:
        for dot, word in index.words(pending.pop(0)):
            here = (
                [index.functions[key] for key in index.methods.get(word, ())]
                if dot
                else [
                    table[word]
                    for table in ((index.functions, index.types, index.values) if values else (index.functions,))
                    if word in table
                ]
            )
            new = [each for declarations in here for each in declarations if each not in found]
            found.update(dict.fromkeys(new))
            pending += new
        if len(found) > _MOST_DECLARATIONS:
            return None
    return list(found)


def _closure(index: Index, name: bytes) -> tuple[File, ...] | None:
    """Return files that hold a function and what it reaches; None where that is too much or has a fault.

    Who else sets a package variable is not known here, so none has a value.
    """
    reached = _reached(index, name)
    if reached is None:
        return None
    files: list[File] = []
    for each in reached:
        file = index.lowered(each)
        if file is None:
            return None
        files.append(_without_values(file))
    return tuple(files)


def _without_values(file: File) -> File:
    """Return the file with constants, and variables of declared types without their values."""
    kept = [
        one if one.constant else ValueDeclaration(one.span, one.variables, one.type, ())
        for one in file.values
        if one.constant or one.type is not None
    ]
    return replace(file, values=tuple(kept)) if file.values else file
