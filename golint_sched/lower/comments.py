"""Comments: directives for the analyzer, the file's header, and documentation."""

import re

from tree_sitter import Node

from golint_sched.lower.context import Context
from golint_sched.model.functions import Comment

_DIRECTIVE = re.compile(rb"nolint|lint:(?:file-)?ignore|golint-?sched:|#nosec|gosec:disable")
_GENERATED = re.compile(rb"// Code generated .* DO NOT EDIT\.")
_BUILD = re.compile(rb"//go:build\s+(.*)")
_TOKEN = re.compile(r"\s*(&&|\|\||!|\(|\)|[\w.]+)")
_GO_VERSION = re.compile(r"go(\d+)\.(\d+)")

Version = tuple[int, int]


def directive_comments(context: Context, root: Node) -> tuple[Comment, ...]:
    """Return the comments that may be a directive, in order; only these are looked for in the tree."""
    comments: dict[int, Comment] = {}
    for match in _DIRECTIVE.finditer(context.content):
        node = root.descendant_for_byte_range(match.start(), match.end())
        if node is not None and node.type == "comment" and node.start_byte not in comments:
            alone = stands_alone(context.content, node.start_byte)
            comments[node.start_byte] = Comment(context.span(node), context.text(node), alone)
    return tuple(comments.values())


def stands_alone(content: bytes, offset: int) -> bool:
    """Tell whether nothing but blanks, or the byte order mark, stands before `offset` on its line."""
    before = content[content.rfind(b"\n", 0, offset) + 1 : offset]
    return not before.removeprefix(b"\xef\xbb\xbf").strip()


def is_generated(content: bytes, header: list[Node]) -> bool:
    """Tell whether one of the comments before the package clause says that the file is generated."""
    return any(_GENERATED.fullmatch(_line(content, node)) for node in header)


def go_version(content: bytes, header: list[Node]) -> Version | None:
    """Return the Go version that the `//go:build` line asks for at least, None where it asks for none."""
    for node in header:
        match = _BUILD.fullmatch(_line(content, node))
        if match:
            return lowest_version(match[1].decode("utf-8", "replace"))
    return None


def _line(content: bytes, node: Node) -> bytes:
    return content[node.start_byte : node.end_byte].rstrip()


def lowest_version(constraint: str) -> Version | None:
    """Return the highest Go version that must hold wherever the build `constraint` does; None if there is none.

    Of `a && b` both must hold, of `a || b` only what both ask for; what stands under `!` asks for nothing. A
    constraint that cannot be read asks for nothing.
    """
    tokens = _TOKEN.findall(constraint)
    # A directive of this length is no honest one, and each parenthesis costs a stack frame.
    if len(tokens) > _LONGEST_CONSTRAINT:
        return None
    version, _rest = _alternatives(tokens)
    return version


_LONGEST_CONSTRAINT = 200


def _alternatives(tokens: list[str]) -> tuple[Version | None, list[str]]:
    version, rest = _conjunction(tokens)
    while rest[:1] == ["||"]:
        other, rest = _conjunction(rest[1:])
        version = None if version is None or other is None else min(version, other)
    return version, rest


def _conjunction(tokens: list[str]) -> tuple[Version | None, list[str]]:
    version, rest = _term(tokens)
    while rest[:1] == ["&&"]:
        other, rest = _term(rest[1:])
        version = max((bound for bound in (version, other) if bound is not None), default=None)
    return version, rest


def _term(tokens: list[str]) -> tuple[Version | None, list[str]]:
    negated = False
    while tokens[:1] == ["!"]:
        negated, tokens = True, tokens[1:]
    if not tokens:
        return None, []
    if tokens[0] == "(":
        version, rest = _alternatives(tokens[1:])
        return (None if negated else version), rest[1:]
    match = _GO_VERSION.fullmatch(tokens[0])
    return ((int(match[1]), int(match[2])) if match and not negated else None), tokens[1:]


def documentation(content: bytes, comments: list[Node], declaration: Node) -> str:
    """Return the comments right above `declaration`, as written; `comments` are those since the last declaration.

    No blank line may stand between them, and none of them may follow code on its line.
    """
    start, below = declaration.start_byte, declaration.start_byte
    end = below
    for comment in reversed(comments):
        gap = content[comment.end_byte : below]
        if gap.strip() or gap.count(b"\n") != 1 or not stands_alone(content, comment.start_byte):
            break
        if below == declaration.start_byte:
            end = comment.end_byte
        start = below = comment.start_byte
    return content[start:end].decode("utf-8", "replace") if start != declaration.start_byte else ""
