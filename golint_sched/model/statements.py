"""Go statements, structured as they are written; the control-flow graph is made from them by `golint_sched.flow`."""

from golint_sched.model.expressions import Call, Expression, Variable
from golint_sched.model.node import node
from golint_sched.model.types import Type
from golint_sched.source import Span


@node
class Block:
    """`{ … }`, and the body of a case."""

    span: Span
    statements: tuple["Statement", ...]


@node
class ExpressionStatement:
    """An expression that stands alone: a call or a receive."""

    span: Span
    expression: Expression


@node
class Send:
    """`channel <- value`."""

    span: Span
    channel: Expression
    value: Expression


@node
class Assign:
    """`targets operator values`.

    `operator` is "=", ":=", "+=", … or "++"/"--" (then `values` is empty). A blank target `_` is None. Under ":="
    `declared` holds the variables that the statement makes new; targets are `Name`s of new and old ones alike.
    """

    span: Span
    operator: str
    targets: tuple[Expression | None, ...]
    values: tuple[Expression, ...]
    declared: tuple[Variable, ...] = ()


@node
class Declare:
    """`var a, b T = …` or a local constant; a blank name is None. `values` is empty where there are none."""

    span: Span
    variables: tuple[Variable | None, ...]
    type: Type | None
    values: tuple[Expression, ...]
    constant: bool = False


@node
class Go:
    """`go call`."""

    span: Span
    call: Call


@node
class Defer:
    """`defer call`."""

    span: Span
    call: Call


@node
class Return:
    """`return values`."""

    span: Span
    values: tuple[Expression, ...]


@node
class If:
    """`if init; condition then else otherwise`; `otherwise` is a Block, an If or None."""

    span: Span
    init: "Statement | None"
    condition: Expression
    then: Block
    otherwise: "Block | If | None"


@node
class For:
    """`for init; condition; post body`; `for {}` has no condition."""

    span: Span
    init: "Statement | None"
    condition: Expression | None
    post: "Statement | None"
    body: Block


@node
class Range:
    """`for key, value := range subject body`; a blank or missing target is None.

    `declared` holds the variables that `:=` makes new; without `:=` the targets are any expressions.
    """

    span: Span
    key: Expression | None
    value: Expression | None
    declared: tuple[Variable, ...]
    subject: Expression
    body: Block


@node
class SwitchClause:
    """`case values:` or `default:` (then `default` is set); a Fallthrough ends `body` where there is one."""

    span: Span
    values: tuple[Expression, ...]
    default: bool
    body: Block


@node
class Switch:
    """`switch init; tag { clauses }`; `tag` is None where it is left out (then the values are conditions)."""

    span: Span
    init: "Statement | None"
    tag: Expression | None
    clauses: tuple[SwitchClause, ...]


@node
class TypeClause:
    """`case T, U:` or `default:` of a type switch; `nil` is `NamedType("builtin", "nil")`.

    `variable` is what `x := y.(type)` declares in this clause, with the clause's type where there is just one.
    """

    span: Span
    types: tuple[Type, ...]
    default: bool
    variable: Variable | None
    body: Block


@node
class TypeSwitch:
    """`switch init; x := subject.(type) { clauses }`."""

    span: Span
    init: "Statement | None"
    subject: Expression
    clauses: tuple[TypeClause, ...]


@node
class SelectClause:
    """One case of a select.

    `operation` is a Send, an ExpressionStatement of a Receive, or an Assign whose only value is a Receive; None for
    `default`. Its `span` runs from `case` to the end of the body.
    """

    span: Span
    operation: "Send | ExpressionStatement | Assign | None"
    body: Block


@node
class Select:
    """`select { clauses }`."""

    span: Span
    clauses: tuple[SelectClause, ...]


@node
class Labeled:
    """`label: statement`; an empty statement is an empty Block."""

    span: Span
    label: str
    statement: "Statement"


@node
class Break:
    """`break` or `break label`; `label` is "" where there is none."""

    span: Span
    label: str = ""


@node
class Continue:
    """`continue` or `continue label`."""

    span: Span
    label: str = ""


@node
class Goto:
    """`goto label`."""

    span: Span
    label: str


@node
class Fallthrough:
    """`fallthrough`."""

    span: Span


@node
class Broken:
    """A statement that could not be lowered; nothing is known of what it does."""

    span: Span


Statement = (
    Block
    | ExpressionStatement
    | Send
    | Assign
    | Declare
    | Go
    | Defer
    | Return
    | If
    | For
    | Range
    | Switch
    | TypeSwitch
    | Select
    | Labeled
    | Break
    | Continue
    | Goto
    | Fallthrough
    | Broken
)
