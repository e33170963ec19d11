"""Which open documents are analysed, and how their addresses become paths."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from pygls.workspace import TextDocument, Workspace

from golint_sched.discover.listing import skips_directory


@dataclass(frozen=True, slots=True)
class Document:
    """A Go file as it stands in the editor: its address as the client writes it, its absolute path, its text."""

    uri: str
    path: str
    version: int | None
    content: bytes

    @property
    def folder(self) -> str:
        """Return the absolute directory of the file."""
        return os.path.dirname(self.path)  # noqa: PTH120 -- as discover, which gives the paths of findings


def path_of(uri: str) -> str | None:
    """Return the absolute path that a file URI means, None for any other URI."""
    parts = urlsplit(uri)
    if parts.scheme != "file":
        return None
    if os.name == "nt":
        from urllib.request import url2pathname  # noqa: PLC0415 -- knows drives, and is slow to import

        path = url2pathname(f"//{parts.netloc}{parts.path}" if parts.netloc else parts.path)
    else:
        path = os.fsdecode(unquote_to_bytes(parts.path))
    return os.path.abspath(path)  # noqa: PTH100 -- as above


def uri_of(path: str) -> str:
    """Return the URI of the file at the absolute `path`; a name that is not UTF-8 is written as its own bytes."""
    return Path(path).as_uri()


def documents(workspace: Workspace) -> list[Document]:
    """Return the open documents that are to be analysed, sorted by path.

    These are the Go files of the workspace but for what `check --force-exclude` skips; without a workspace, all.
    """
    roots = _roots(workspace)
    found = (_document(each) for each in workspace.text_documents.values())
    return sorted((each for each in found if each and _is_wanted(each.path, roots)), key=lambda each: each.path)


def _document(document: TextDocument) -> Document | None:
    """Return what is known of a document if it is a Go file."""
    path = path_of(document.uri)
    if path is None or not path.endswith(".go"):
        return None
    # Half a surrogate pair is one code unit in the editor, and "?" is one here.
    return Document(document.uri, path, document.version, document.source.encode("utf-8", "replace"))


def _roots(workspace: Workspace) -> list[str]:
    """Return the absolute directories that the client has opened; none where it opened single files."""
    uris: Iterable[str | None] = [folder.uri for folder in workspace.folders.values()] or [workspace.root_uri]
    return [path for uri in uris if uri and (path := path_of(uri))]


def _is_wanted(path: str, roots: Sequence[str]) -> bool:
    """Tell whether the file lies below one of the `roots` and in no directory that is skipped there."""
    file = Path(path)
    return not roots or any(
        file.is_relative_to(root) and not any(map(skips_directory, file.relative_to(root).parts[:-1])) for root in roots
    )
