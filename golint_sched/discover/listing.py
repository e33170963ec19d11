"""The Go files below a directory: by git where there is a work tree, by a walk where there is none."""

import os
import subprocess
from collections.abc import Callable, Iterator

_SKIPPED_DIRECTORIES = frozenset({"vendor", "testdata", "node_modules"})
_HIDDEN = (".", "_")
# Inside a hook these point to the repository that runs it, which need not be the one that is listed.
_GIT_VARIABLES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")


def go_files(directory: str, on_error: Callable[[OSError], None]) -> Iterator[str]:
    """Yield the paths of the Go files below the absolute `directory`, in no order, without what is skipped by default.

    Directories that are symbolic links are not entered. A file may be gone, or be no regular file. `on_error` is told
    of a directory that cannot be read.
    """
    root = repository_root(directory)
    listed = _listed_by_git(directory) if root else None
    if listed is None:
        yield from _walk(directory, on_error)
        return
    has_submodules = os.path.lexists(os.path.join(root or "", ".gitmodules"))
    for path in listed:
        below, _, name = path.rpartition("/")
        if below and any(map(skips_directory, below.split("/"))):
            continue
        full = os.path.join(directory, path)
        if is_go_file(name):
            if not os.path.isdir(full):
                yield full
        elif path.endswith("/") or (has_submodules and os.path.lexists(os.path.join(full, ".git"))):
            yield from go_files(full.rstrip("/"), on_error)


def is_go_file(name: str) -> bool:
    """Return whether a file of this name is analysed."""
    return name.endswith(".go") and not name.startswith(_HIDDEN)


def skips_directory(name: str) -> bool:
    """Return whether a directory of this name is left out unless it is asked for by its path."""
    return name in _SKIPPED_DIRECTORIES or name.startswith(_HIDDEN)


def _walk(directory: str, on_error: Callable[[OSError], None]) -> Iterator[str]:
    """Yield the Go files below `directory` by reading directories; a repository on the way is left to git."""
    pending = [directory]
    while pending:
        try:
            entries = list(os.scandir(pending.pop()))
        except OSError as error:
            on_error(error)
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if skips_directory(entry.name):
                    continue
                if os.path.lexists(os.path.join(entry.path, ".git")):
                    yield from go_files(entry.path, on_error)
                else:
                    pending.append(entry.path)
            elif is_go_file(entry.name) and not os.path.isdir(entry.path):
                yield entry.path


def repository_root(directory: str) -> str | None:
    """Return the nearest directory, `directory` or above, that holds `.git`; None where there is none."""
    while not os.path.lexists(os.path.join(directory, ".git")):
        above = os.path.dirname(directory)
        if above == directory:
            return None
        directory = above
    return directory


def _listed_by_git(directory: str) -> list[str] | None:
    """Return the paths, relative to `directory`, of all files that git tracks or would offer to add.

    None means that git cannot say: it is not installed, distrusts the repository, or ignores the directory itself,
    which was asked for all the same.
    """
    if _git(directory, "check-ignore", "-q", directory) == b"":
        return None
    listing = _git(directory, "ls-files", "-co", "--exclude-standard", "-z")
    return None if listing is None else sorted(set(map(os.fsdecode, filter(None, listing.split(b"\0")))))


def _git(directory: str, *arguments: str) -> bytes | None:
    """Return what git prints, None where it fails.

    The repository's own configuration must not make git run a program, as its file system monitor would.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _GIT_VARIABLES}
    try:
        done = subprocess.run(  # noqa: S603 -- the arguments are ours, and a path that stands behind them
            ["git", "-c", "core.fsmonitor=false", "-C", directory, *arguments],  # noqa: S607 -- the user's own git
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment | {"GIT_OPTIONAL_LOCKS": "0"},
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
