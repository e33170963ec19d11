"""Imports, and the name that an import without an alias brings into the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from golint_sched.lower import grammar
from golint_sched.lower.context import Context

_MAJOR_VERSION = re.compile(r"v[0-9]+")
_IDENTIFIER = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Imports:
    """What a file imports: the path of each name it may use, and the paths of its dot imports."""

    names: dict[str, str]
    dots: tuple[str, ...]


def lower_imports(context: Context, nodes: list[Node]) -> Imports:
    """Return the imports of the file from its `import` declarations; blank ones bring no name."""
    names: dict[str, str] = {}
    dots: list[str] = []
    for spec in (spec for node in nodes for spec in _specs(node)):
        path_node = spec.child_by_field_id(grammar.PATH)
        if path_node is None or spec.has_error:
            continue
        path = context.text(path_node)[1:-1]
        alias = spec.child_by_field_id(grammar.NAME)
        if alias is None:
            names[assumed_name(path, context.content)] = path
        elif alias.type == "dot":
            dots.append(path)
        elif alias.type != "blank_identifier":
            names[context.text(alias)] = path
    return Imports(names, tuple(dots))


def _specs(node: Node) -> Iterator[Node]:
    for child in node.named_children:
        if child.type == "import_spec":
            yield child
        elif child.type == "import_spec_list":
            yield from _specs(child)


def assumed_name(path: str, content: bytes) -> str:
    """Return the name of the package at `path`, as far as it can be told without reading that package.

    A last element that is an identifier is the name. Of others each likely reading is tried (`yaml` for
    `gopkg.in/yaml.v3`, `chi` for `github.com/go-chi/chi/v5`, `redis` for `go-redis`, `nats` for `nats.go`), and the
    first one that `content` uses before a dot is taken; the first of all where it uses none.
    """
    candidates = _candidates(path)
    if len(candidates) == 1:
        return candidates[0]
    for candidate in candidates:
        if re.search(rb"(?<![\w.])" + re.escape(candidate.encode()) + rb"\.", content):
            return candidate
    return candidates[0]


def _candidates(path: str) -> list[str]:
    """Return the names that the package at `path` may have, the likeliest first."""
    elements = path.rstrip("/").split("/")
    last = elements[-1]
    candidates: list[str] = []
    if _MAJOR_VERSION.fullmatch(last) and len(elements) > 1:
        candidates = [*_readings(elements[-2]), last]
    else:
        candidates = _readings(last)
    return list(dict.fromkeys(candidates)) or [last]


def _readings(element: str) -> list[str]:
    """Return the names that one path element may stand for: of `go-foo.v2` foo, go_foo, gofoo and go."""
    if _IDENTIFIER.fullmatch(element):
        return [element]
    bare = re.sub(r"\.v[0-9]+$", "", element)
    core = re.sub(r"[.-](go|golang)$", "", re.sub(r"^(go|golang)[.-]", "", bare))
    words = _IDENTIFIER.findall(core)
    every = _IDENTIFIER.findall(bare)
    joined = ["".join(words), "_".join(words), "".join(every), "_".join(every)]
    return [name for name in (*words[:1], *joined, *reversed(words), *every) if name]
