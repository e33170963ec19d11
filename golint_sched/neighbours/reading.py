"""A package's folder on disk: its bytes, within bounds and within the repository, and what changed there since."""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass

from golint_sched.discover import Surroundings
from golint_sched.discover.listing import is_go_file
from golint_sched.discover.packages import package_name
from golint_sched.neighbours.index import Index
from golint_sched.source import SourceFile

_MOST_FILES = 400
_MOST_BYTES = 8 << 20

# What a folder looked like: of each file its path, and its size and time, or the unsaved bytes that stand for it.
Stamp = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Folder:
    """A package's folder as it was read; `index` is None where there is no package that can be imported."""

    stamp: Stamp
    index: Index | None


def stamp(directory: str, unsaved: Mapping[str, bytes]) -> Stamp:
    """Return what the folder looks like now; nothing of a folder that is not there, or too large."""
    found: dict[str, object] = {path: text for path, text in unsaved.items() if os.path.dirname(path) == directory}
    try:
        with os.scandir(directory) as entries:
            names = [entry for entry in entries if _is_wanted(entry.name)]
        for entry in names:
            # A symbolic link may lead anywhere, and is not followed.
            status = entry.stat(follow_symlinks=False)
            if entry.path not in found and stat.S_ISREG(status.st_mode):
                found[entry.path] = (status.st_size, status.st_mtime_ns)
    except OSError:
        return ()
    return tuple(sorted((path, what) for path, what in found.items() if _is_wanted(os.path.basename(path))))


def _is_wanted(name: str) -> bool:
    return is_go_file(name) and not name.endswith("_test.go")


def read(directory: str, surroundings: Surroundings) -> Folder:
    """Return the folder, its package indexed."""
    seen = stamp(directory, surroundings.unsaved)
    return Folder(seen, _index(seen, surroundings.unsaved))


def _index(seen: Stamp, unsaved: Mapping[str, bytes]) -> Index | None:
    """Return the index of the package that most of the files belong to, package main and broken files apart."""
    sizes = [what[0] for _, what in seen if isinstance(what, tuple)]
    if not seen or len(seen) > _MOST_FILES or sum(sizes) > _MOST_BYTES:
        return None
    packages: dict[str, list[SourceFile]] = {}
    for path, _ in seen:
        try:
            content = unsaved[path] if path in unsaved else _bytes(path)
        except OSError:
            return None
        name = package_name(content)
        if name not in (None, "main"):
            packages.setdefault(name or "", []).append(SourceFile(path, content))
    if not packages:
        return None
    name = min(packages, key=lambda name: (-len(packages[name]), name))
    return Index(name, packages[name])


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read(_MOST_BYTES)
