"""Go expressions. Parentheses are dropped; every node carries the byte span of what it was made from."""

from enum import Enum
from typing import TYPE_CHECKING

from golint_sched.model.node import node
from golint_sched.model.types import Type
from golint_sched.source import Span

if TYPE_CHECKING:
    from golint_sched.model.functions import Function


class VariableKind(Enum):
    """Where a variable comes from."""

    LOCAL = "local"
    PARAMETER = "parameter"
    RESULT = "result"
    RECEIVER = "receiver"
    PACKAGE = "package"


@node
class Variable:
    """One declared variable; every `Name` that means it holds this very object, closures included.

    `span` is its name where it is declared. `type` is the declared type, None where the declaration leaves it to
    the value. A package variable's `Variable` is shared by the files of its package only after link.
    """

    name: str
    kind: VariableKind
    span: Span
    type: Type | None


@node
class Name:
    """An identifier that means a local variable (also a parameter, a result, the receiver, a captured one)."""

    span: Span
    name: str
    variable: Variable


@node
class PackageName:
    """An identifier that means something of the package: a function, a variable, a constant, a type.

    Which it is, link knows; a name that a dot import may bring is listed in the file's `dot_imports`.
    """

    span: Span
    name: str


@node
class BuiltinName:
    """A predeclared identifier: make, close, nil, true, len, panic, … (types are `TypeExpression`)."""

    span: Span
    name: str


@node
class QualifiedName:
    """`http.Server` where `http` is an import: `package` is the import path, whatever the file's alias."""

    span: Span
    package: str
    name: str


@node
class Selector:
    """`base.field`: a field or a method of a value; `field_span` is the name after the dot."""

    span: Span
    base: "Expression"
    field: str
    field_span: Span


@node
class Call:
    """A call, or a conversion where `function` is a `TypeExpression`.

    `make(chan T, n)` has a `TypeExpression` as its first argument. `type_arguments` are explicit ones.
    `spread` says that the last argument is followed by `...`.
    """

    span: Span
    function: "Expression"
    arguments: tuple["Expression", ...]
    spread: bool = False
    type_arguments: tuple[Type, ...] = ()


@node
class FunctionLiteral:
    """`func(…) … { … }` as a value."""

    span: Span
    function: "Function"


@node
class Element:
    """One element of a composite literal.

    `field` is the key where it is a plain identifier (a field name, or for a map or array a name; `key` then holds
    it too), "" where there is none.
    """

    span: Span
    field: str
    key: "Expression | None"
    value: "Expression"


@node
class CompositeLiteral:
    """`T{…}`; an inner literal without a type has the type that its place gives it, or None."""

    span: Span
    type: Type | None
    elements: tuple[Element, ...]


@node
class Unary:
    """`operator operand`: `&x`, `*x`, `!x`, `-x`, `+x`, `^x`; a receive is a `Receive`."""

    span: Span
    operator: str
    operand: "Expression"


@node
class Receive:
    """`<-channel`."""

    span: Span
    channel: "Expression"


@node
class Binary:
    """`left operator right`; `&&` and `||` too."""

    span: Span
    operator: str
    left: "Expression"
    right: "Expression"


@node
class Index:
    """`base[index]`; an instantiated generic function `F[int]` too, which has `TypeExpression`s as index."""

    span: Span
    base: "Expression"
    index: tuple["Expression", ...]


@node
class Slice:
    """`base[low:high:max]`."""

    span: Span
    base: "Expression"
    bounds: tuple["Expression", ...]


@node
class TypeAssertion:
    """`base.(T)`; `type` is None in a type switch's `x.(type)`."""

    span: Span
    base: "Expression"
    type: Type | None


@node
class Constant:
    """A literal number, rune or string, as written; `kind` is int, float, imaginary, rune or string."""

    span: Span
    kind: str
    text: str


@node
class TypeExpression:
    """A type where an expression may stand: the argument of make or new, the function of a conversion."""

    span: Span
    type: Type


@node
class Unreadable:
    """What could not be lowered: a syntax error, a construct that the grammar lacks, nesting too deep."""

    span: Span


Expression = (
    Name
    | PackageName
    | BuiltinName
    | QualifiedName
    | Selector
    | Call
    | FunctionLiteral
    | CompositeLiteral
    | Unary
    | Receive
    | Binary
    | Index
    | Slice
    | TypeAssertion
    | Constant
    | TypeExpression
    | Unreadable
)
