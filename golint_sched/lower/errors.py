"""Where a syntax error does its harm: in a statement's own words, or only in a statement inside it."""

from tree_sitter import Node

_BODIES = frozenset({"block", "statement_list"})
# var ( a = 1; b = 2 ) in one line: the grammar misses a terminator before the parenthesis, and nothing is lost.
_TERMINATORS = frozenset({"\n", ";"})


def is_fault(node: Node) -> bool:
    """Tell whether `node` itself is an error, or a token that the parser had to make up."""
    return node.is_error or (node.is_missing and node.type not in _TERMINATORS)


def header_is_broken(node: Node) -> bool:
    """Tell whether an error lies in `node` itself, outside the blocks and clause bodies that it holds."""
    pending = [node]
    while pending:
        current = pending.pop()
        if is_fault(current):
            return True
        pending.extend(child for child in current.children if child.has_error and child.type not in _BODIES)
    return False


def first_error(node: Node) -> Node:
    """Return the first faulty node in `node`, in the order of the source; `node` itself where there is none."""
    pending = [node]
    while pending:
        current = pending.pop()
        if is_fault(current):
            return current
        pending.extend(child for child in reversed(current.children) if child.has_error)
    return node


def holds_fault(node: Node) -> bool:
    """Tell whether there is a faulty node in `node`."""
    return node.has_error and (is_fault(found := first_error(node)) or found is not node)
