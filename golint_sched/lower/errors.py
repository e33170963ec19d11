"""Where a syntax error does its harm: in a statement's own words, or only in a statement inside it."""

from tree_sitter import Node

_BODIES = frozenset({"block", "statement_list"})


def header_is_broken(node: Node) -> bool:
    """Tell whether an error lies in `node` itself, outside the blocks and clause bodies that it holds."""
    pending = [node]
    while pending:
        current = pending.pop()
        if current.is_error or current.is_missing:
            return True
        pending.extend(child for child in current.children if child.has_error and child.type not in _BODIES)
    return False


def first_error(node: Node) -> Node:
    """Return the first ERROR or MISSING node in `node`, `node` itself where there is none."""
    current = node
    while not (current.is_error or current.is_missing):
        inner = next((child for child in current.children if child.has_error), None)
        if inner is None:
            return node
        current = inner
    return current
