"""Bytes to syntax tree: the tree-sitter parser for Go, made once per process."""

from functools import cache

import tree_sitter_go
from tree_sitter import Language, Parser, Point, Range, Tree


@cache
def language() -> Language:
    """Return the Go grammar; the same object on every call."""
    return Language(tree_sitter_go.language())


@cache
def _parser() -> Parser:
    """Return the one parser of this process."""
    return Parser(language())


def parse(content: bytes) -> Tree:
    """Return the syntax tree of `content`, whatever it holds; faults are ERROR and MISSING nodes in it.

    Offsets in the tree count bytes of `content` from 0, a leading byte order mark included. Raises nothing.
    """
    return _parser().parse(content)


def parse_range(content: bytes, start: int, end: int) -> Tree:
    """Return the tree of the bytes from `start` to `end` as if they were a file; its offsets are those of `content`.

    Lines and columns in it mean nothing. Raises nothing.
    """
    only = Range(start_point=Point(0, start), end_point=Point(0, end), start_byte=start, end_byte=end)
    return Parser(language(), included_ranges=[only]).parse(content)
