"""Cases of a select that cannot be chosen, since their channel is nil on the path.

case <-stop:
        stop = nil                      // from here on, this case is never chosen again
"""

from collections.abc import Iterator

from golint_sched.engines.paths.terms import Term, variable_term
from golint_sched.link.package import Package
from golint_sched.model.expressions import BuiltinName, Expression, Name, Receive, Variable
from golint_sched.model.statements import Assign, Declare, ExpressionStatement, Select, SelectClause, Send


def channel_term(package: Package, clause: SelectClause) -> Term | None:
    """Return the local variable whose channel a case uses, None for one that no path knows to be nil.

    Only the function of the select itself gives the variable its values: what a goroutine or a literal assigns, comes
    at any time.
    """
    channel = _channel(clause)
    if not isinstance(channel, Name):
        return None
    owner = package.owner(clause)
    definitions = package.definitions(channel.variable)
    ours = all(each.function is owner for each in definitions)
    gets_nil = any(_is_nil(channel.variable, each.value, each.statement) for each in definitions)
    return variable_term(channel.variable) if ours and gets_nil else None


def channels_asked(package: Package, select: Select) -> Iterator[Term]:
    """Yield the variables for which it matters to a select whether they are nil."""
    for clause in select.clauses:
        term = channel_term(package, clause)
        if term is not None:
            yield term


def _channel(clause: SelectClause) -> Expression | None:
    match clause.operation:
        case Send(channel=channel):
            return channel
        case ExpressionStatement(expression=Receive(channel=channel)) | Assign(values=(Receive(channel=channel),)):
            return channel
        case _:
            return None


def _is_nil(variable: Variable, value: Expression | None, statement: object) -> bool:
    """Tell whether a definition gives nil: `stop = nil`, `var stop <-chan struct{}`."""
    if value is None:
        return isinstance(statement, Declare) and variable in statement.variables
    return isinstance(value, BuiltinName) and value.name == "nil"
