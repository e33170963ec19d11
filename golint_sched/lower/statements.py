"""Statements: from what is written to `golint_sched.model.statements`."""

from collections.abc import Callable, Iterable

from tree_sitter import Node

from golint_sched.lower import grammar
from golint_sched.lower.context import MAXIMUM_DEPTH, STATEMENT_DEPTH, Context
from golint_sched.lower.declarations import lower_type_declaration, lower_value_specs
from golint_sched.lower.errors import header_is_broken
from golint_sched.lower.expressions import IDENTIFIERS, lower_expression, lower_expressions
from golint_sched.lower.types import first_child, lower_type
from golint_sched.model.expressions import Call, Expression, Name, Receive, Variable, VariableKind
from golint_sched.model.statements import (
    Assign,
    Block,
    Break,
    Broken,
    Continue,
    Declare,
    Defer,
    ExpressionStatement,
    Fallthrough,
    For,
    Go,
    Goto,
    If,
    Labeled,
    Range,
    Return,
    Select,
    SelectClause,
    Send,
    Statement,
    Switch,
    SwitchClause,
    TypeClause,
    TypeSwitch,
)
from golint_sched.model.types import NamedType, Type


def lower_body(context: Context, node: Node) -> Block:
    """Return a block whose scope is open already, as that of a function's parameters is."""
    statements: list[Statement] = []
    for child in node.named_children:
        if child.type == "statement_list":
            _append_statements(context, child, statements)
        elif child.type != "comment":
            statements.append(Broken(context.span(child)))
    return Block(context.span(node), tuple(statements))


def _block(context: Context, node: Node | None, after: Node) -> Block:
    """Return a block in a scope of its own; an empty one at the end of `after` where the source lacks it."""
    if node is None:
        return _no_block(context, after)
    context.scopes.enter()
    block = lower_body(context, node)
    context.scopes.leave()
    return block


def _no_block(context: Context, after: Node) -> Block:
    return Block(context.span_of(after.end_byte, after.end_byte), ())


def _append_statements(context: Context, node: Node, statements: list[Statement]) -> None:
    for child in node.named_children:
        # An error is an extra node too, as a comment is.
        if not child.is_extra or child.is_error:
            _append_statement(context, child, statements)


def _append_statement(context: Context, node: Node, statements: list[Statement]) -> None:
    """Append what `node` says: one statement, several for `var ( … )`, none for a type or an empty statement."""
    handler = _HANDLERS.get(node.type)
    if handler is None or (context.erroneous and node.has_error and header_is_broken(node)):
        statements.append(Broken(context.span(node)))
        return
    if context.depth >= MAXIMUM_DEPTH:
        context.report_depth(node)
        statements.append(Broken(context.span(node)))
        return
    context.depth += STATEMENT_DEPTH
    lowered = handler(context, node)
    context.depth -= STATEMENT_DEPTH
    if isinstance(lowered, tuple):
        statements.extend(lowered)
    else:
        statements.append(lowered)


def _single(context: Context, node: Node | None) -> Statement | None:
    """Return the one statement that `node` says, None where there is none; several become a Block."""
    if node is None:
        return None
    statements: list[Statement] = []
    _append_statement(context, node, statements)
    if len(statements) > 1:
        return Block(context.span(node), tuple(statements))
    return statements[0] if statements else None


def _expression_statement(context: Context, node: Node) -> Statement:
    return ExpressionStatement(context.span(node), lower_expression(context, first_child(node)))


def _send(context: Context, node: Node) -> Send:
    channel = lower_expression(context, node.child_by_field_id(grammar.CHANNEL))
    value = lower_expression(context, node.child_by_field_id(grammar.VALUE))
    return Send(context.span(node), channel, value)


def _increment(context: Context, node: Node) -> Statement:
    target = lower_expression(context, first_child(node))
    return Assign(context.span(node), "++" if node.type == "inc_statement" else "--", (target,), ())


def _assignment(context: Context, node: Node) -> Statement:
    operator = node.child_by_field_id(grammar.OPERATOR)
    targets = _targets(context, node.child_by_field_id(grammar.LEFT))
    values = lower_expressions(context, node.child_by_field_id(grammar.RIGHT))
    return Assign(context.span(node), "=" if operator is None else operator.type, targets, values)


def _short_declaration(context: Context, node: Node) -> Statement:
    values = lower_expressions(context, node.child_by_field_id(grammar.RIGHT))
    targets, declared = _declared_targets(context, node.child_by_field_id(grammar.LEFT))
    return Assign(context.span(node), ":=", targets, values, declared)


def _left_nodes(node: Node | None) -> list[Node]:
    """Return the nodes on the left of an assignment, one or several."""
    if node is None:
        return []
    if node.type != "expression_list":
        return [node]
    return [child for child in node.named_children if not child.is_extra]


def _targets(context: Context, node: Node | None) -> tuple[Expression | None, ...]:
    """Return the targets of `=`; the blank one is None."""
    return tuple(
        [
            None if child.type == "identifier" and context.text(child) == "_" else lower_expression(context, child)
            for child in _left_nodes(node)
        ]
    )


def _declared_targets(
    context: Context, node: Node | None
) -> tuple[tuple[Expression | None, ...], tuple[Variable, ...]]:
    """Return the targets of `:=` and those variables among them that the innermost scope did not have."""
    targets: list[Expression | None] = []
    declared: list[Variable] = []
    for child in _left_nodes(node):
        if child.type not in IDENTIFIERS:
            targets.append(lower_expression(context, child))
            continue
        name, span = context.text(child), context.span(child)
        if name == "_":
            targets.append(None)
            continue
        variable = context.scopes.find_innermost(name)
        if not isinstance(variable, Variable):
            variable = Variable(name, VariableKind.LOCAL, span, None)
            declared.append(variable)
            context.scopes.declare(name, variable)
        targets.append(Name(span, name, variable))
    return tuple(targets), tuple(declared)


def _var_declaration(context: Context, node: Node) -> tuple[Declare, ...]:
    return _declares(context, node, constant=False)


def _const_declaration(context: Context, node: Node) -> tuple[Declare, ...]:
    return _declares(context, node, constant=True)


def _declares(context: Context, node: Node, *, constant: bool) -> tuple[Declare, ...]:
    declares: list[Declare] = []
    for spec in lower_value_specs(context, node, VariableKind.LOCAL):
        for variable in spec.variables:
            context.scopes.declare(variable.name, variable)
        variables = tuple([None if variable.name == "_" else variable for variable in spec.variables])
        declares.append(Declare(spec.span, variables, spec.type, spec.values, constant))
    return tuple(declares)


def _type_declaration(context: Context, node: Node) -> tuple[Statement, ...]:
    """Keep the types that a function declares beside those of the file; no statement is left of them."""
    context.local_types.extend(lower_type_declaration(context, node, local=True))
    return ()


def _call_of(context: Context, node: Node) -> Call | None:
    """Return the call after `go` or `defer`; None, and a notification, where there is something else."""
    call = lower_expression(context, first_child(node))
    if isinstance(call, Call):
        return call
    if not context.too_deep:
        context.notify(f"no call after go or defer {context.where()}: not wholly analysed", context.span(node))
    return None


def _go(context: Context, node: Node) -> Statement:
    call = _call_of(context, node)
    return Broken(context.span(node)) if call is None else Go(context.span(node), call)


def _defer(context: Context, node: Node) -> Statement:
    call = _call_of(context, node)
    return Broken(context.span(node)) if call is None else Defer(context.span(node), call)


def _return(context: Context, node: Node) -> Statement:
    return Return(context.span(node), lower_expressions(context, first_child(node)))


def _nested_block(context: Context, node: Node) -> Statement:
    return _block(context, node, node)


def _if(context: Context, node: Node) -> If | Broken:
    context.scopes.enter()
    init = _single(context, node.child_by_field_id(grammar.INITIALIZER))
    condition = lower_expression(context, node.child_by_field_id(grammar.CONDITION))
    then = _block(context, node.child_by_field_id(grammar.CONSEQUENCE), node)
    alternative = node.child_by_field_id(grammar.ALTERNATIVE)
    otherwise: Block | If | None = None
    if alternative is not None:
        otherwise = _otherwise(context, alternative)
    context.scopes.leave()
    return If(context.span(node), init, condition, then, otherwise)


def _otherwise(context: Context, node: Node) -> Block | If:
    """Return what stands after `else`; what is no block and no if, as a too deep one, becomes a block around it."""
    lowered = _single(context, node)
    if isinstance(lowered, Block | If):
        return lowered
    return Block(context.span(node), () if lowered is None else (lowered,))


def _for(context: Context, node: Node) -> Statement:
    body = node.child_by_field_id(grammar.BODY)
    header = first_child(node)
    context.scopes.enter()
    lowered: Statement
    if header is not None and header.type == "range_clause":
        lowered = _range(context, node, header, body)
    elif header is not None and header.type == "for_clause":
        init = _single(context, header.child_by_field_id(grammar.INITIALIZER))
        condition_node = header.child_by_field_id(grammar.CONDITION)
        condition = None if condition_node is None else lower_expression(context, condition_node)
        post = _single(context, header.child_by_field_id(grammar.UPDATE))
        lowered = For(context.span(node), init, condition, post, _block(context, body, node))
    else:
        endless = header is None or header == body
        condition = None if endless else lower_expression(context, header)
        lowered = For(context.span(node), None, condition, None, _block(context, body, node))
    context.scopes.leave()
    return lowered


def _range(context: Context, node: Node, clause: Node, body: Node | None) -> Range:
    subject = lower_expression(context, clause.child_by_field_id(grammar.RIGHT))
    left = clause.child_by_field_id(grammar.LEFT)
    declared: tuple[Variable, ...] = ()
    if any(child.type == ":=" for child in clause.children):
        targets, declared = _declared_targets(context, left)
    else:
        targets = _targets(context, left)
    key, value = (*targets, None, None)[:2]
    return Range(context.span(node), key, value, declared, subject, _block(context, body, node))


def _switch(context: Context, node: Node) -> Statement:
    context.scopes.enter()
    init = _single(context, node.child_by_field_id(grammar.INITIALIZER))
    tag_node = node.child_by_field_id(grammar.VALUE)
    tag = None if tag_node is None else lower_expression(context, tag_node)
    clauses = tuple([_switch_clause(context, child) for child in _clauses(node, "expression_case")])
    context.scopes.leave()
    return Switch(context.span(node), init, tag, clauses)


def _clauses(node: Node, case: str) -> Iterable[Node]:
    """Return the clauses of a switch or select: those of the type `case`, and the default one."""
    return [child for child in node.named_children if child.type in {case, "default_case"}]


def _switch_clause(context: Context, node: Node) -> SwitchClause:
    default = node.type == "default_case"
    values = () if default else lower_expressions(context, node.child_by_field_id(grammar.VALUE))
    return SwitchClause(context.span(node), values, default, _clause_body(context, node))


def _clause_body(context: Context, node: Node) -> Block:
    """Return the statements of a clause in a scope of their own; where there are none, at the clause's end."""
    context.scopes.enter()
    body = _open_clause_body(context, node)
    context.scopes.leave()
    return body


def _open_clause_body(context: Context, node: Node) -> Block:
    for child in reversed(node.named_children):
        if child.type == "statement_list":
            statements: list[Statement] = []
            _append_statements(context, child, statements)
            return Block(context.span(child), tuple(statements))
    return _no_block(context, node)


def _type_switch(context: Context, node: Node) -> Statement:
    context.scopes.enter()
    init = _single(context, node.child_by_field_id(grammar.INITIALIZER))
    subject = lower_expression(context, node.child_by_field_id(grammar.VALUE))
    aliases = _left_nodes(node.child_by_field_id(grammar.ALIAS))
    alias = aliases[0] if aliases and aliases[0].type in IDENTIFIERS else None
    clauses = tuple([_type_clause(context, child, alias) for child in _clauses(node, "type_case")])
    context.scopes.leave()
    return TypeSwitch(context.span(node), init, subject, clauses)


def _type_clause(context: Context, node: Node, alias: Node | None) -> TypeClause:
    default = node.type == "default_case"
    nodes = [] if default else [child for child in node.children_by_field_id(grammar.TYPE) if child.is_named]
    types = tuple([lower_type(context, child) for child in nodes])
    variable = None
    context.scopes.enter()
    if alias is not None and context.text(alias) != "_":
        variable = _clause_variable(context, alias, types)
        context.scopes.declare(variable.name, variable)
    body = _open_clause_body(context, node)
    context.scopes.leave()
    return TypeClause(context.span(node), types, default, variable, body)


def _clause_variable(context: Context, alias: Node, types: tuple[Type, ...]) -> Variable:
    """Return the variable that a type switch declares anew in each clause; `case nil` leaves the subject's type."""
    single = types[0] if len(types) == 1 and types[0] != NamedType("builtin", "nil") else None
    return Variable(context.text(alias), VariableKind.LOCAL, context.span(alias), single)


def _select(context: Context, node: Node) -> Statement:
    clauses: list[SelectClause] = []
    for child in _clauses(node, "communication_case"):
        clause = _select_clause(context, child)
        if clause is None:
            if not context.too_deep:
                context.notify(
                    f"no send or receive in a case {context.where()}: not wholly analysed", context.span(child)
                )
            return Broken(context.span(node))
        clauses.append(clause)
    return Select(context.span(node), tuple(clauses))


def _select_clause(context: Context, node: Node) -> SelectClause | None:
    """Return one clause; None where its operation is no send and no receive."""
    context.scopes.enter()
    operation: Send | ExpressionStatement | Assign | None = None
    if node.type == "communication_case":
        operation = _operation(context, node.child_by_field_id(grammar.COMMUNICATION))
        if operation is None:
            context.scopes.leave()
            return None
    body = _open_clause_body(context, node)
    context.scopes.leave()
    return SelectClause(context.span(node), operation, body)


def _operation(context: Context, node: Node | None) -> Send | ExpressionStatement | Assign | None:
    """Return what a clause waits for.

    case ch <- v:    case <-ch:    case v, ok := <-ch:    case x.f = <-ch:
    """
    if node is None:
        return None
    if node.type == "send_statement":
        return _send(context, node)
    receive = lower_expression(context, node.child_by_field_id(grammar.RIGHT))
    if not isinstance(receive, Receive):
        return None
    left = node.child_by_field_id(grammar.LEFT)
    span = context.span(node)
    if left is None:
        return ExpressionStatement(span, receive)
    if any(child.type == ":=" for child in node.children):
        targets, declared = _declared_targets(context, left)
        return Assign(span, ":=", targets, (receive,), declared)
    return Assign(span, "=", _targets(context, left), (receive,))


def _labeled(context: Context, node: Node) -> Statement:
    label = node.child_by_field_id(grammar.LABEL)
    inner = next((child for child in node.named_children if child != label and not child.is_extra), None)
    statement = _single(context, inner)
    name = "" if label is None else context.text(label)
    return Labeled(context.span(node), name, statement or _no_block(context, node))


def _label(context: Context, node: Node) -> str:
    child = first_child(node)
    return "" if child is None else context.text(child)


def _break(context: Context, node: Node) -> Statement:
    return Break(context.span(node), _label(context, node))


def _continue(context: Context, node: Node) -> Statement:
    return Continue(context.span(node), _label(context, node))


def _goto(context: Context, node: Node) -> Statement:
    return Goto(context.span(node), _label(context, node))


def _fallthrough(context: Context, node: Node) -> Statement:
    return Fallthrough(context.span(node))


def _empty(_context: Context, _node: Node) -> tuple[Statement, ...]:
    return ()


_HANDLERS: dict[str, Callable[[Context, Node], Statement | tuple[Statement, ...]]] = {
    "expression_statement": _expression_statement,
    "send_statement": _send,
    "inc_statement": _increment,
    "dec_statement": _increment,
    "assignment_statement": _assignment,
    "short_var_declaration": _short_declaration,
    "var_declaration": _var_declaration,
    "const_declaration": _const_declaration,
    "type_declaration": _type_declaration,
    "go_statement": _go,
    "defer_statement": _defer,
    "return_statement": _return,
    "block": _nested_block,
    "if_statement": _if,
    "for_statement": _for,
    "expression_switch_statement": _switch,
    "type_switch_statement": _type_switch,
    "select_statement": _select,
    "labeled_statement": _labeled,
    "break_statement": _break,
    "continue_statement": _continue,
    "goto_statement": _goto,
    "fallthrough_statement": _fallthrough,
    "empty_statement": _empty,
}
