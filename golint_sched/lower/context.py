"""What the lowering of one file carries around."""

from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial

from tree_sitter import Node

from golint_sched.finding import Notification
from golint_sched.lower.scopes import Scopes
from golint_sched.model.expressions import Unreadable
from golint_sched.model.functions import TypeDeclaration
from golint_sched.source import Span

MAXIMUM_DEPTH = 240
"""How deep the model may nest, counted in the stack frames that lowering it costs.

An expression in another costs 2, a statement in another 3, so that the stages that walk or pickle the model too stay
below Python's own limit of 1000 frames. Real code rarely needs more than 50.
"""
EXPRESSION_DEPTH = 2
STATEMENT_DEPTH = 3

_make_span: Callable[[tuple[str, int, int]], Span] = partial(tuple.__new__, Span)


class PackageKind(Enum):
    """What a name that the file declares at package level stands for."""

    FUNCTION = "function"
    TYPE = "type"
    VARIABLE = "variable"
    CONSTANT = "constant"


class Context:
    """The state of lowering one file; it never leaves `golint_sched.lower`.

    `imports` maps names to import paths, without those that a declaration of the file hides. `package_names` holds
    what the file declares at package level. `key` is the key of the function that is being lowered ("" outside),
    `inside_literal` tells whether it is a literal, and `literals` how many literals stand directly in it so far.
    """

    __slots__ = (
        "content",
        "depth",
        "erroneous",
        "imports",
        "inside_literal",
        "key",
        "literals",
        "local_types",
        "method_parameters",
        "notifications",
        "package_names",
        "path",
        "scopes",
        "too_deep",
    )

    def __init__(self, path: str, content: bytes) -> None:
        """Start with no names, outside any declaration."""
        self.path = path
        self.content = content
        self.scopes = Scopes()
        self.imports: dict[str, str] = {}
        self.package_names: dict[str, PackageKind] = {}
        self.method_parameters: Mapping[int, tuple[str, ...]] = {}
        self.notifications: list[Notification] = []
        self.local_types: list[TypeDeclaration] = []
        self.depth = 0
        self.key = ""
        self.literals = 0
        self.inside_literal = False
        self.erroneous = False
        self.too_deep = False

    def span(self, node: Node) -> Span:
        """Return the byte span of `node`."""
        return _make_span((self.path, node.start_byte, node.end_byte))

    def span_of(self, start: int, end: int) -> Span:
        """Return the span of the bytes from `start` to `end`."""
        return _make_span((self.path, start, end))

    def text(self, node: Node) -> str:
        """Return the source text of `node`, with U+FFFD for bytes that are not UTF-8."""
        return self.content[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def notify(self, text: str, span: Span) -> None:
        """Keep a notification about the analysis of the file."""
        self.notifications.append(Notification(text, span))

    def begin_declaration(self, key: str, *, erroneous: bool) -> None:
        """Forget what the last declaration has left, even where its lowering was given up half way."""
        self.scopes.clear()
        self.depth = 0
        self.key = key
        self.literals = 0
        self.inside_literal = False
        self.erroneous = erroneous
        self.too_deep = False

    def where(self) -> str:
        """Return the words that name the declaration being lowered, for a notification."""
        return f"in function {self.key}" if self.key else "at package level"

    def report_depth(self, node: Node) -> None:
        """Keep one notification for the declaration that nests too deep at `node`."""
        if not self.too_deep:
            self.too_deep = True
            self.notify(f"nesting too deep {self.where()}: not wholly analysed", self.span(node))

    def unreadable_depth(self, node: Node) -> Unreadable:
        """Return what stands for an expression that nests too deep, and report it."""
        self.report_depth(node)
        return Unreadable(self.span(node))
