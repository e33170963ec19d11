"""Which module a directory belongs to: the nearest go.mod above it, or the go.work where there is none."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

_MODULE = re.compile(r'^[ \t]*module[ \t]+(?:"([^"\n]+)"|`([^`\n]+)`|([^\s"`(]+))', re.MULTILINE)
_GO = re.compile(r"^[ \t]*go[ \t]+1\.(\d+)", re.MULTILINE)
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


class Modules:
    """Finds the module of a directory and remembers the answers for the directories above."""

    def __init__(self) -> None:
        """Start without any answer."""
        self._known: dict[tuple[str, str], Module | None] = {}

    def of(self, directory: str) -> Module | None:
        """Return the module that holds the absolute `directory`, None where no go.mod or go.work is above it.

        A go.work stands for a module without a path only where no go.mod is found.
        """
        return self._nearest(directory, "go.mod") or self._nearest(directory, "go.work")

    def _nearest(self, directory: str, name: str) -> Module | None:
        """Return what the nearest file called `name`, in `directory` or above, says."""
        key = (directory, name)
        if key not in self._known:
            above = str(Path(directory).parent)
            found = _read(directory, name)
            self._known[key] = found or (self._nearest(above, name) if above != directory else None)
        return self._known[key]


def _read(directory: str, name: str) -> Module | None:
    """Return what the file called `name` in `directory` says; None where it is missing or unreadable."""
    file = Path(directory, name)
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return None
        text = file.read_text("utf-8", "replace")
    except OSError:
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
