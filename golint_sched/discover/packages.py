"""A folder's bytes, and how they fall into packages: by the name in each file's package clause."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from golint_sched.discover.find import Folder
from golint_sched.finding import Notification
from golint_sched.source import SourceFile, Span

# Only blanks and comments stand before the package clause. Nothing in it is tried twice (`++`, `*+`), so that a file
# of a hundred megabytes without a clause is rejected in one pass.
_CLAUSE = re.compile(
    rb"(?:\xef\xbb\xbf)?"
    rb"(?:[ \t\r\n;]++|//[^\n]*+(?:\n|\Z)|/\*(?:[^*]++|\*(?!/))*+\*/)*+"
    rb"package(?:[ \t\r\n]++|//[^\n]*+\n|/\*(?:[^*]++|\*(?!/))*+\*/)++"
    rb"([A-Za-z_\x80-\xff][A-Za-z0-9_\x80-\xff]*)"
)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.01
_MAIN = re.compile(rb"\nfunc[ \t]+main[ \t]*\(")


@dataclass(frozen=True, slots=True)
class PackageFiles:
    """The files of one package, sorted by path.

    `directory` and `place` are as in Folder. `external_test` is set for `package foo_test` in the directory of foo,
    whose import path ends in `_test`. In-package tests are files of the package itself.
    """

    name: str
    directory: str
    import_path: str
    go_version: tuple[int, int] | None
    files: tuple[SourceFile, ...]
    external_test: bool = False
    place: str = ""


def read(folder: Folder) -> tuple[tuple[SourceFile, ...], tuple[Notification, ...]]:
    """Return the folder's files with their bytes, unsaved ones included; say of each that cannot be read."""
    files = []
    notifications = []
    for path in folder.files:
        try:
            unsaved = folder.unsaved.get(path)
            files.append(SourceFile(path, Path(path).read_bytes() if unsaved is None else unsaved))
        except OSError as error:
            notifications.append(Notification(f"{path}: cannot be read: {error.strerror}", failed=True))
    return tuple(files), tuple(notifications)


def group(folder: Folder, files: tuple[SourceFile, ...]) -> tuple[tuple[PackageFiles, ...], tuple[Notification, ...]]:
    """Return the packages that `files` make up, sorted by name, and a notification for each file without a clause."""
    packages: Mapping[str, list[SourceFile]] = defaultdict(list)
    notifications = []
    for file in files:
        name = package_name(file.content)
        if name is None or _is_binary(file.content):
            reason = "no package clause" if name is None else "binary data"
            notifications.append(Notification(f"{file.path}: {reason}, so this is no Go file", Span(file.path, 0, 0)))
        else:
            packages[name].append(file)
    grouped = [
        _package(folder, name, together) for name in sorted(packages) for together in _programs(name, packages[name])
    ]
    return tuple(grouped), tuple(notifications)


def _programs(name: str, files: list[SourceFile]) -> list[list[SourceFile]]:
    """Return `files` in the groups that can be built together.

    Where every file of package main has a main function, each is a program of its own (`go run one.go`), and what two
    of them call by one name has nothing in common.
    """
    if name == "main" and len(files) > 1 and all(_MAIN.search(file.content) for file in files):
        return [[file] for file in files]
    return [files]


def package_name(content: bytes) -> str | None:
    """Return the name in the package clause of a Go file, None where there is no clause."""
    found = _CLAUSE.match(content)
    return found[1].decode("utf-8", "replace") if found else None


def _is_binary(content: bytes) -> bool:
    """Tell whether more than one byte in a hundred is a control character, a null byte among them."""
    if b"\0" not in content:
        return False
    return len(content) - len(content.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(content)


def _package(folder: Folder, name: str, files: list[SourceFile]) -> PackageFiles:
    external = name.endswith("_test") and all(file.path.endswith("_test.go") for file in files)
    return PackageFiles(
        name=name,
        directory=folder.directory,
        import_path=f"{folder.import_path}_test" if external and folder.import_path else folder.import_path,
        go_version=folder.go_version,
        files=tuple(files),
        external_test=external,
        place=folder.place,
    )
