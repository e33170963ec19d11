"""Where a package declares what, told from its bytes alone: one declaration after the other, nothing parsed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from golint_sched.discover.packages import package_name
from golint_sched.lower import lower_file
from golint_sched.model.functions import File
from golint_sched.source import SourceFile

# A line that begins so begins a declaration, as gofmt leaves it. In a raw string or a comment it may not: then what
# stands there is no Go, or a second declaration of the same name, and nobody is believed.
_START = re.compile(rb"^(?:func|type|var|const|import)\b", re.MULTILINE)
_FUNCTION = re.compile(rb"func (?:\([^()\n]*?\*?(\w+)(?:\[[^()\n]*\])?\) ?)?(\w+)")
_SINGLE = re.compile(rb"(type|var|const) (\w+(?:, \w+)*)")
_GROUPED = re.compile(rb"^\t(\w+(?:, \w+)*)\b", re.MULTILINE)
_WORD = re.compile(rb"(\.?)\b([A-Za-z_]\w*)")
_USED = re.compile(rb"\b(\w+)\.")
_LARGEST = 64 << 10  # bytes; a longer declaration is a table


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration, or a group of them: its bytes are `content[start:end]` of the file at `number`."""

    number: int
    start: int
    end: int


@dataclass(slots=True)
class _Source:
    """A file, and what its import declarations bring, once somebody needs that."""

    file: SourceFile
    header: int  # where the first declaration that is no import begins
    imports: File | None = None


class Index:
    """The declarations of one package by name; `functions` has methods under `Type.Method`."""

    def __init__(self, name: str, files: Iterable[SourceFile]) -> None:
        """Make it of the package's files, which are taken in the order of their paths."""
        self.name = name
        self.functions: dict[bytes, list[Declaration]] = {}
        self.types: dict[bytes, list[Declaration]] = {}
        self.values: dict[bytes, list[Declaration]] = {}
        self._sources: list[_Source] = []
        self._lowered: dict[Declaration, File | None] = {}
        self._words: dict[Declaration, tuple[tuple[bytes, bytes], ...]] = {}
        for file in sorted(files, key=lambda file: file.path):
            self._read(file)

    def _read(self, file: SourceFile) -> None:
        content = file.content
        starts = [match.start() for match in _START.finditer(content)]
        number = len(self._sources)
        header = len(content)
        for start, end in pairwise([*starts, len(content)]):
            if content.startswith(b"import", start):
                continue
            header = min(header, start)
            if end - start <= _LARGEST:
                self._note(Declaration(number, start, _without_comments(content, start, end)), content)
        self._sources.append(_Source(file, header))

    def _note(self, declaration: Declaration, content: bytes) -> None:
        start, end = declaration.start, declaration.end
        if content.startswith(b"func", start):
            function = _FUNCTION.match(content, start, end)
            if function:
                owner, name = function[1], function[2]
                self.functions.setdefault(name if owner is None else owner + b"." + name, []).append(declaration)
            return
        into = self.types if content.startswith(b"type", start) else self.values
        single = _SINGLE.match(content, start, end)
        for names in [single[2]] if single else _GROUPED.findall(content, start, end):
            for name in names.split(b", "):
                into.setdefault(name, []).append(declaration)

    @cached_property
    def methods(self) -> dict[bytes, tuple[bytes, ...]]:
        """Return the keys in `functions` of all methods with a name."""
        found: dict[bytes, list[bytes]] = {}
        for key in self.functions:
            if b"." in key:
                found.setdefault(key.split(b".")[1], []).append(key)
        return {name: tuple(keys) for name, keys in found.items()}

    def text(self, declaration: Declaration) -> bytes:
        """Return the bytes of a declaration."""
        return self._sources[declaration.number].file.content[declaration.start : declaration.end]

    def words(self, declaration: Declaration) -> tuple[tuple[bytes, bytes], ...]:
        """Return the words of a declaration that the package declares, each behind the dot before it or b""; sorted."""
        if declaration not in self._words:
            found = set(_WORD.findall(self.text(declaration)))
            tables = (self.functions, self.types, self.values)
            self._words[declaration] = tuple(
                sorted(
                    (dot, word)
                    for dot, word in found
                    if (word in self.methods if dot else any(word in table for table in tables))
                )
            )
        return self._words[declaration]

    def lowered(self, declaration: Declaration) -> File | None:
        """Return a file that holds the declaration alone, under the imports of its own; None where it has a fault.

        Its path is one that no other declaration has, and no file.
        """
        if declaration not in self._lowered:
            self._lowered[declaration] = self._lower(declaration, self.text(declaration))
        return self._lowered[declaration]

    def header(self, declaration: Declaration) -> File | None:
        """Return a file that holds the function without its body, as `lowered` does with it."""
        text = self.text(declaration)
        body = text.find(b"{\n")
        # Else the brace may be one of a type: func f(out interface {
        outermost = body != -1 and text.count(b"{", 0, body) == text.count(b"}", 0, body)
        return self._lower(declaration, text[:body] + b"{}") if outermost else self.lowered(declaration)

    def is_constant(self, declaration: Declaration) -> bool:
        """Tell whether constants are declared, not variables."""
        return self.text(declaration).startswith(b"const")

    def _lower(self, declaration: Declaration, text: bytes) -> File | None:
        source = self._sources[declaration.number]
        content = b"\n".join([b"package " + self.name.encode(), *_imports(source, text), text])
        lowered = lower_file(f"{source.file.path}#{declaration.start}", content)
        return None if lowered.notifications else lowered


def _without_comments(content: bytes, start: int, end: int) -> int:
    """Return the end of a declaration whose bytes go on to the next one: the comments there are that one's."""
    while True:
        end = start + len(content[start:end].rstrip())
        line = content.rfind(b"\n", start, end) + 1
        if line <= start or not content.startswith(b"//", line):
            return end
        end = line


def _imports(source: _Source, text: bytes) -> Iterator[bytes]:
    """Yield the imports that a declaration of the file uses, one a line."""
    if source.imports is None:
        content = source.file.content
        # A package is called what the file calls it, so the words before a dot go with the imports.
        used = b" ".join(word + b"." for word in sorted(set(_USED.findall(content, source.header))))
        clause = package_name(content) or "p"
        begin = _START.search(content)
        imports = content[begin.start() : source.header] if begin else b""
        source.imports = lower_file(source.file.path, b"package %b\n%b\n// %b\n" % (clause.encode(), imports, used))
    used_names = set(_USED.findall(text))
    for name, path in source.imports.imports.items():
        if name.encode() in used_names:
            yield f'import {name} "{path}"'.encode()
    for path in source.imports.dot_imports:
        yield f'import . "{path}"'.encode()
