"""Which module a directory belongs to: the nearest go.mod above it, or the go.work where there is none."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_MODULE = re.compile(r'^[ \t]*module[ \t]+(?:"([^"\n]+)"|`([^`\n]+)`|([^\s"`(]+))', re.MULTILINE)
_GO = re.compile(r"^[ \t]*go[ \t]+1\.(\d+)", re.MULTILINE)
_USE = re.compile(r"^[ \t]*use[ \t]+(?:\(([^)]*)\)|(\S+))", re.MULTILINE)
_DIRECTORY = re.compile(r"^[ \t]*([^\s/]\S*)", re.MULTILINE)
_LARGEST = 1 << 20  # a go.mod is some kilobytes; anything beyond is none


@dataclass(frozen=True, slots=True)
class Module:
    """One module: the absolute directory of its go.mod, its path, and the version of its `go` directive if any."""

    directory: str
    path: str
    go_version: tuple[int, int] | None

    def import_path(self, directory: str) -> str:
        """Return the import path of the package in the absolute `directory`, which lies in this module."""
        below = os.path.relpath(directory, self.directory).replace(os.sep, "/")
        if self.path == "std":  # the standard library's packages are imported without their module's path
            return "std" if below == "." else below
        return self.path if below == "." else f"{self.path}/{below}"

    def below(self, import_path: str) -> tuple[str, ...] | None:
        """Return the directories that lead from the module's to that of a package, None where it is another's."""
        if self.path == "std":
            steps = import_path
        elif import_path == self.path or import_path.startswith(f"{self.path}/"):
            steps = import_path[len(self.path) + 1 :]
        else:
            return None
        found = tuple(steps.split("/")) if steps else ()
        return None if any(step in ("", ".", "..") or "\\" in step or "\0" in step for step in found) else found


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the packages are that a folder's code may import and that lie in the repository.

    `root` is the repository, out of which nothing is read; `modules` are the folder's own and those that its go.work
    names. `unsaved` is as in `discover`, and `scan` a number that no other scan of the process has.
    """

    root: str
    modules: tuple[Module, ...]
    unsaved: Mapping[str, bytes] = field(default_factory=dict)
    scan: int = 0

    def directory(self, import_path: str) -> str | None:
        """Return the absolute directory of the package with this import path, None where none of `modules` has it."""
        for module in self.modules:
            below = module.below(import_path)
            if below is not None:
                directory = os.path.normpath(os.path.join(module.directory, *below))
                return directory if self._holds(module, directory) else None
        return None

    def _holds(self, module: Module, directory: str) -> bool:
        """Tell whether the directory is there, in the repository, and belongs to no module further down."""
        if not os.path.isdir(directory):
            return False
        root, real = os.path.realpath(self.root), os.path.realpath(directory)
        if real != root and not real.startswith(root.rstrip(os.sep) + os.sep):
            return False
        while directory != module.directory:
            if os.path.lexists(os.path.join(directory, "go.mod")):
                return False
            directory = os.path.dirname(directory)
        return True


class Modules:
    """Finds the module of a directory and remembers the answers for the directories above."""

    def __init__(self) -> None:
        """Start without any answer."""
        self._known: dict[tuple[str, str], Module | None] = {}
        self._together: dict[str, tuple[Module, ...]] = {}

    def of(self, directory: str) -> Module | None:
        """Return the module that holds the absolute `directory`, None where no go.mod or go.work is above it.

        A go.work stands for a module without a path only where no go.mod is found.
        """
        return self._nearest(directory, "go.mod") or self._nearest(directory, "go.work")

    def around(self, directory: str) -> tuple[Module, ...]:
        """Return the modules that code in the absolute `directory` shares a build with, longer paths first.

        These are its own, and those that the go.work above names, if its own is among them.
        """
        own = self.of(directory)
        if own is None or not own.path:
            return ()
        if own.directory not in self._together:
            work = self._nearest(own.directory, "go.work")
            used = [_read(each, "go.mod") for each in _uses(work.directory)] if work else []
            found = {each.path: each for each in used if each is not None}
            together = found.values() if own in used else (own,)
            self._together[own.directory] = tuple(sorted(together, key=lambda each: (-len(each.path), each.path)))
        return self._together[own.directory]

    def _nearest(self, directory: str, name: str) -> Module | None:
        """Return what the nearest file called `name`, in `directory` or above, says."""
        key = (directory, name)
        if key not in self._known:
            above = str(Path(directory).parent)
            found = _read(directory, name)
            self._known[key] = found or (self._nearest(above, name) if above != directory else None)
        return self._known[key]


def _text(directory: str, name: str) -> str | None:
    """Return the text of the file called `name` in `directory`; None where it is missing or unreadable."""
    file = Path(directory, name)
    try:
        return file.read_text("utf-8", "replace") if file.is_file() and file.stat().st_size <= _LARGEST else None
    except OSError:
        return None


def _uses(directory: str) -> list[str]:
    """Return the absolute directories that the go.work in `directory` names, in order."""
    named = [
        each
        for group, single in _USE.findall(_text(directory, "go.work") or "")
        for each in (_DIRECTORY.findall(group) if group else [single])
    ]
    return [os.path.normpath(os.path.join(directory, each.strip('"`'))) for each in named]


def _read(directory: str, name: str) -> Module | None:
    """Return what the file called `name` in `directory` says; None where it is missing or unreadable."""
    text = _text(directory, name)
    if text is None:
        return None
    path = _MODULE.search(text)
    if path is None and name == "go.mod":
        return None
    version = _GO.search(text)
    return Module(
        directory=directory,
        path=next(group for group in path.groups() if group) if path else "",
        go_version=(1, int(version[1])) if version else None,
    )
