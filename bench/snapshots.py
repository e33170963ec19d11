"""Packages as they stood at a commit, written out as files from a local clone; nothing is fetched or checked out."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

_REGULAR_FILES = ("100644", "100755")


class UnavailableError(Exception):
    """A snapshot cannot be had from the clones that are here; the text says why."""


def find_clone(folder: Path, repository: str) -> Path:
    """Return the git directory of `repository` ("owner/name") in `folder`; a clone may be bare or not.

    It is looked for as `owner+name` and as `owner/name`. Raises UnavailableError where it is under neither name.
    """
    for candidate in (folder / repository.replace("/", "+"), folder / repository):
        if (candidate / ".git").exists():
            return candidate / ".git"
        if (candidate / "objects").is_dir():
            return candidate
    message = f"no clone of {repository}"
    raise UnavailableError(message)


def write_package(clone: Path, commit: str, path: str, into: Path) -> None:
    """Write the Go files beside `path` at `commit`, and every go.mod in a directory above it, below `into`.

    `path` is relative to the repository's root, and so are the places of the files below `into`. Raises
    UnavailableError if the clone does not hold the commit, or the commit not the file.
    """
    blobs = dict(_listed(clone, commit, PurePosixPath(path).parent))
    if path not in blobs:
        message = f"no {path} at {commit[:12]}"
        raise UnavailableError(message)
    for name, content in zip(blobs, _contents(clone, list(blobs.values())), strict=True):
        file = into / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _listed(clone: Path, commit: str, directory: PurePosixPath) -> Iterator[tuple[str, str]]:
    """Yield path and object id of what makes up the package in `directory`."""
    wanted: list[str] = []  # git lists the root where nothing is named
    if directory.parts:
        wanted = [f"{directory}/", *(str(above / "go.mod") for above in directory.parents)]
    try:
        listing = _git(clone, "ls-tree", "-z", "--full-tree", commit, "--", *wanted).decode("utf-8", "surrogateescape")
    except UnavailableError as error:
        message = f"no commit {commit[:12]} in the clone: {error}"
        raise UnavailableError(message) from error
    for entry in filter(None, listing.split("\0")):
        about, _, path = entry.partition("\t")
        mode, _, object_id = about.split()
        if mode in _REGULAR_FILES and (path.endswith(".go") or PurePosixPath(path).name == "go.mod"):
            yield path, object_id


def _contents(clone: Path, object_ids: Sequence[str]) -> Iterator[bytes]:
    """Yield the bytes of each blob, in order."""
    batch = _git(clone, "cat-file", "--batch", given="".join(f"{each}\n" for each in object_ids).encode())
    start = 0
    for object_id in object_ids:
        header = batch[start : batch.index(b"\n", start)]
        if not header.startswith(f"{object_id} blob ".encode()):
            message = f"the clone lacks the object {object_id}"
            raise UnavailableError(message)
        start += len(header) + 1
        size = int(header.rpartition(b" ")[2])
        yield batch[start : start + size]
        start += size + 1


def _git(clone: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git prints; raises UnavailableError with git's own words where it fails."""
    environment = os.environ | {"GIT_NO_LAZY_FETCH": "1"}  # a clone without blobs would get them over the network
    command = ["git", f"--git-dir={clone}", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, env=environment, check=False)
    if done.returncode:
        raise UnavailableError(done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: "))
    return done.stdout
