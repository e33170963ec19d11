"""Functions, files and packages: what lower hands to link."""

from golint_sched.finding import Notification
from golint_sched.model.expressions import Expression, Variable
from golint_sched.model.node import node
from golint_sched.model.statements import Block
from golint_sched.model.types import FunctionType, Type
from golint_sched.source import Span


@node
class Function:
    """A function, a method, or a function literal.

    `key` names it as the Go runtime does: `Run`, `(*Server).Run`, `Server.Name`, and `Run.func1`,
    `(*Server).Run.func1.2` for the literals inside. `name` is the bare name, "" for a literal. `receiver_type` is
    the receiver's type name without pointer or arguments, "" for plain functions. `parameters` and `results` hold
    unnamed and blank ones too (their name is "" or "_"). `body` is None for a function written elsewhere (assembly,
    linkname) and for one whose body was not asked for. `documentation` is the comment above the declaration.
    """

    key: str
    name: str
    span: Span
    name_span: Span
    type: FunctionType
    parameters: tuple[Variable, ...]
    results: tuple[Variable, ...]
    receiver: Variable | None
    receiver_type: str
    body: Block | None
    documentation: str = ""

    @property
    def path(self) -> str:
        """Return the path of the file that declares the function."""
        return self.span.path


@node
class TypeDeclaration:
    """`type name …`; `alias` is set for `type A = B`. `name` is as in `NamedType`."""

    name: str
    span: Span
    parameters: tuple[str, ...]
    type: Type
    alias: bool = False


@node
class ValueDeclaration:
    """One `var` or `const` spec at package level; a blank name is kept as "_"."""

    span: Span
    variables: tuple[Variable, ...]
    type: Type | None
    values: tuple[Expression, ...]
    constant: bool = False


@node
class Comment:
    """A comment that may be a directive; `text` includes the `//` or `/*`.

    `alone` tells whether nothing but blanks stands before it on its line.
    """

    span: Span
    text: str
    alone: bool


@node
class File:
    """One lowered Go file.

    `imports` maps the name that the file uses to the import path; `dot_imports` lists the paths of dot imports.
    `functions` are the declared ones, in order; literals hang in their bodies (and in `values` of package
    variables). `package` is the name in the package clause.
    """

    path: str
    package: str
    imports: dict[str, str]
    dot_imports: tuple[str, ...]
    functions: tuple[Function, ...]
    types: tuple[TypeDeclaration, ...]
    values: tuple[ValueDeclaration, ...]
    comments: tuple[Comment, ...]
    notifications: tuple[Notification, ...]
    go_version: tuple[int, int] | None = None
    is_test: bool = False
    generated: bool = False
