"""From the paths of the command line to folders of Go files, each with its module's import path and Go version."""

import os
import stat
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from golint_sched.discover.listing import go_files, is_go_file, repository_root, skips_directory
from golint_sched.discover.modules import Module, Modules
from golint_sched.finding import Notification


@dataclass(frozen=True, slots=True)
class Folder:
    """The Go files of one directory.

    `files` are sorted paths as spans show them, `size` is their sum in bytes. `requested` are those that findings are
    wanted for, all of them unless single files were named. `import_path` is the one of the directory's package, and
    "" where no module is above it; `go_version` is what the module declares. `unsaved` has the bytes of the files that
    are not to be read from disk, by path. `modules` are those whose packages the folder's code may import. `place` is
    the directory relative to the root of what is analysed, "" outside of it.
    """

    directory: str
    files: tuple[str, ...]
    requested: frozenset[str]
    size: int
    import_path: str
    go_version: tuple[int, int] | None
    unsaved: Mapping[str, bytes] = field(default_factory=dict)
    modules: tuple[Module, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Discovery:
    """All that is to be analysed, sorted by directory.

    `notifications` tell what was found and cannot be read, `missing` holds one sentence for each path of the command
    line that leads nowhere. `root` and `directory` are as in `golint_sched.result.Result`.
    """

    folders: tuple[Folder, ...]
    notifications: tuple[Notification, ...]
    missing: tuple[str, ...]
    root: str
    directory: str

    @property
    def requested(self) -> frozenset[str]:
        """Return the files that findings are wanted for."""
        return frozenset[str]().union(*(folder.requested for folder in self.folders))


@dataclass(slots=True)
class _Search:
    """What is gathered while the paths are followed; all paths are absolute.

    A problem is a path, what is wrong with it, and whether a part of the analysis is missing because of it.
    """

    unsaved: Mapping[str, bytes]
    sizes: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    requested: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    problems: list[tuple[str, str, bool]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def unreadable(self, error: OSError) -> None:
        """Remember what could not be read."""
        self.problems.append((str(error.filename), f"cannot be read: {error.strerror}", True))


def discover(
    paths: Sequence[str],
    *,
    directory: str | None = None,
    force_exclude: bool = False,
    unsaved: Mapping[str, bytes] | None = None,
) -> Discovery:
    """Return the folders of Go files that `paths` name: files, directories, or `directory/...`.

    A directory stands for everything below it, except what is skipped by default: vendor, testdata and node_modules,
    names that start with `.` or `_`, and what .gitignore ignores. A path that is named itself is never skipped, unless
    `force_exclude` is set. A named file brings the other files of its directory with it, because they are one
    package; only the named ones are `requested`. `directory` is the one that relative paths start from.

    `unsaved` holds the bytes that stand for the content of a file, by its absolute path: what an editor has not written
    yet. Such a file need not be on disk to be named.
    """
    base = os.path.abspath(directory or os.getcwd())
    search = _Search(unsaved or {})
    starts = [os.path.normpath(os.path.join(base, path.removesuffix("...") or ".")) for path in paths]
    root = _common_root(base, starts)
    for path, start in zip(paths, starts, strict=True):
        if force_exclude and any(map(skips_directory, os.path.relpath(start, root).split(os.sep)[:-1])):
            continue
        _follow(path, start, root, search)
    show = _Show(root, base)
    modules = Modules()
    return Discovery(
        folders=tuple(
            _folder(above, search, modules, show) for above in sorted(search.sizes) if search.requested[above]
        ),
        notifications=tuple(
            Notification(f"{show(path)}: {text}", failed=failed) for path, text, failed in sorted(search.problems)
        ),
        missing=tuple(search.missing),
        root=root,
        directory=base,
    )


@dataclass(frozen=True, slots=True)
class _Show:
    """Turns absolute paths into those that spans show."""

    root: str
    base: str

    def __call__(self, path: str) -> str:
        """Return `path` relative to the base where both lie in the same repository, absolute otherwise; with `/`."""
        inside = _is_below(path, self.base) or (_is_below(path, self.root) and _is_below(self.base, self.root))
        return (os.path.relpath(path, self.base) if inside else path).replace(os.sep, "/")

    def place(self, directory: str) -> str:
        """Return the absolute `directory` relative to the root, with `/`; "" outside of it."""
        return os.path.relpath(directory, self.root).replace(os.sep, "/") if _is_below(directory, self.root) else ""


def _is_below(path: str, directory: str) -> bool:
    return path == directory or path.startswith(directory.rstrip(os.sep) + os.sep)


def _common_root(base: str, starts: Sequence[str]) -> str:
    """Return the root of the repository that the paths lie in; without one, the directory that holds them and `base`.

    Paths from several repositories have the directory that holds them all as their root.
    """
    directories = [start if os.path.isdir(start) else os.path.dirname(start) for start in starts] or [base]
    roots = {repository_root(start) for start in directories}
    if len(roots) == 1 and (root := roots.pop()):
        return root
    try:
        common = os.path.commonpath(directories)
    except ValueError:  # on different drives
        return base
    return base if _is_below(common, base) else common


def _follow(path: str, start: str, root: str, search: _Search) -> None:
    """Add to `search` what one path of the command line leads to."""
    try:
        mode = stat.S_IFREG if start in search.unsaved else os.stat(start).st_mode
    except (OSError, ValueError) as error:  # ValueError: a null byte
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        search.missing.append(f"{path}: {reason}")
        return
    if stat.S_ISDIR(mode):
        for file in go_files(start, search.unreadable):
            if _add(file, search, root):
                search.requested[os.path.dirname(file)].add(file)
    elif not stat.S_ISREG(mode) or not start.endswith(".go"):
        search.missing.append(f"{path}: not a Go file" if stat.S_ISREG(mode) else f"{path}: not a regular file")
    else:
        above = os.path.dirname(start)
        search.requested[above].add(start)
        _add(start, search)
        for name in _names_in(above, search):
            if is_go_file(name) and not os.path.isdir(os.path.join(above, name)):
                _add(os.path.join(above, name), search, root)


def _names_in(directory: str, search: _Search) -> list[str]:
    try:
        return os.listdir(directory)
    except FileNotFoundError:  # the directory of a file that was never saved
        return []
    except OSError as error:
        search.unreadable(error)
        return []


def _add(file: str, search: _Search, inside: str = os.sep) -> bool:
    """Add a file to `search`, or say why it is not read; return whether it was added.

    A symbolic link is only followed to a file in the directory `inside`.
    """
    above = os.path.dirname(file)
    if file in search.sizes[above]:
        return True
    if file in search.unsaved:
        search.sizes[above][file] = len(search.unsaved[file])
        return True
    try:
        status = os.lstat(file)
        if stat.S_ISLNK(status.st_mode):
            status = os.stat(file)
            if not _is_below(os.path.realpath(file), os.path.realpath(inside)):
                search.problems.append((file, "a symbolic link that leads out of the repository, skipped", False))
                return False
    except FileNotFoundError:
        if os.path.islink(file):
            search.problems.append((file, "a symbolic link that leads nowhere, skipped", False))
        return False  # git still tracks what is deleted
    except OSError as error:
        search.unreadable(error)
        return False
    if not stat.S_ISREG(status.st_mode):
        search.problems.append((file, "not a regular file, skipped", False))
        return False
    search.sizes[above][file] = status.st_size
    return True


def _folder(directory: str, search: _Search, modules: Modules, show: _Show) -> Folder:
    """Return the folder of the absolute `directory` with all paths as spans show them."""
    module = modules.of(directory)
    sizes = search.sizes[directory]
    return Folder(
        directory=show(directory),
        files=tuple(sorted(map(show, sizes))),
        requested=frozenset(map(show, search.requested[directory])),
        size=sum(sizes.values()),
        import_path=module.import_path(directory) if module and module.path else "",
        go_version=module.go_version if module else None,
        unsaved={show(file): search.unsaved[file] for file in sizes if file in search.unsaved},
        modules=modules.around(directory),
        place=show.place(directory),
    )
