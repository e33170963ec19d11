"""Syntax errors at package level: as few declarations as possible pay for one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tree_sitter import Node

from golint_sched.lower.gaps import adapt
from golint_sched.parse import NoGoError, parse, parse_range

DECLARATIONS = frozenset(
    {
        "package_clause",
        "import_declaration",
        "function_declaration",
        "method_declaration",
        "type_declaration",
        "var_declaration",
        "const_declaration",
    }
)
# Beyond these a file is not Go with a mistake in it, and looking for declarations in it would take minutes.
_MOST_NODES = 200_000
_MOST_FAULTY_BYTES = 1_000_000
_START = re.compile(rb"^(?:func|type|var|const|import)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TopLevel:
    """A parsed file: its root, and its declarations, errors and comments in order.

    `method_parameters` names the type parameters that methods have of their own, by the methods' offset.
    """

    root: Node
    nodes: list[Node]
    method_parameters: Mapping[int, tuple[str, ...]]


def parse_top_level(content: bytes) -> TopLevel:
    """Return what `content` holds, with as little of it in errors as can be; raises NoGoError if it is no Go."""
    root = parse(content).root_node
    if not root.has_error:
        return TopLevel(root, root.named_children, {})
    adapted = adapt(content)
    if adapted.content != content:
        root = parse(adapted.content).root_node
    if _is_hopeless(root):
        raise NoGoError
    return TopLevel(root, _nodes(adapted.content, root), adapted.method_parameters)


def _is_hopeless(root: Node) -> bool:
    """Tell whether most of a large file is in errors."""
    if not root.has_error or root.end_byte <= _MOST_FAULTY_BYTES:
        return False
    if root.is_error or root.child_count > _MOST_NODES:
        return True
    return sum(node.end_byte - node.start_byte for node in root.children if node.has_error) > _MOST_FAULTY_BYTES


def _nodes(content: bytes, root: Node) -> list[Node]:
    """Return declarations, errors and comments in order.

    The parser may swallow whole declarations into an error before them. Each stretch of errors is parsed again in
    pieces, cut where a line begins with the keyword of a declaration, as every line that does in formatted code.
    """
    children = root.named_children
    if not root.has_error:
        return children
    nodes: list[Node] = []
    at = 0
    while at < len(children):
        first = at
        while at < len(children) and _is_faulty(children[at]):
            at += 1
        if at == first:
            nodes.append(children[at])
            at += 1
            continue
        end = children[at].start_byte if at < len(children) else root.end_byte
        nodes.extend(_again(content, children[first:at], end))
    return nodes


def _is_faulty(node: Node) -> bool:
    return node.has_error or not (node.type == "comment" or node.type in DECLARATIONS)


def _again(content: bytes, faulty: list[Node], end: int) -> list[Node]:
    """Return the nodes of the stretch from the first of the `faulty` ones to `end`, parsed piece by piece."""
    start = faulty[0].start_byte
    cuts = [match.start() for match in _START.finditer(content, start, end) if match.start() > start]
    if not cuts:
        return faulty
    nodes: list[Node] = []
    for piece_start, piece_end in zip([start, *cuts], [*cuts, end], strict=True):
        nodes.extend(parse_range(content, piece_start, piece_end).root_node.named_children)
    return nodes
