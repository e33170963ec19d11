"""Conditions as values: two tests of one unmodified expression have equal keys."""

from dataclasses import dataclass, field

from golint_sched.engines.paths.options import option_asked
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    CompositeLiteral,
    Constant,
    Expression,
    FunctionLiteral,
    Index,
    Name,
    PackageName,
    QualifiedName,
    Selector,
    TypeAssertion,
    Unary,
    Variable,
)
from golint_sched.model.statements import Assign, Declare
from golint_sched.model.types import NamedType, PointerType, Type

# Calls that give the same value for the same arguments as long as the program does not change what they look at.
_PURE = frozenset(
    {"builtin.len", "builtin.cap", "errors.Is", "os.IsNotExist", "os.IsExist", "os.Geteuid", "os.Getuid", "os.Getenv"}
    | {"strings.HasPrefix", "strings.HasSuffix", "strings.Contains", "strings.EqualFold", "testing.Short"}
)

# Calls whose result is never nil.
_NEVER_NIL = frozenset(
    {
        "errors.New",
        "fmt.Errorf",
        "builtin.make",
        "builtin.new",
        "golang.org/x/xerrors.New",
        "golang.org/x/xerrors.Errorf",
    }
    | {"github.com/pkg/errors.New", "github.com/pkg/errors.Errorf"}
)

_COMPARISONS = frozenset({"==", "!=", "<", ">", "<=", ">="})
_MIRRORED = {">": "<", "<=": ">="}  # a > b is b < a, and a <= b is b >= a


@dataclass(frozen=True, slots=True)
class Term:
    """A value that code names: a variable, a field, a constant, an operation on such.

    `head` tells which, `parts` hold the terms inside, and the variable, call or text that it is about.
    """

    head: str
    parts: tuple["Term | Variable | Call | str | int", ...] = ()
    _hash: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out the hash once: terms are in the keys of every state of a walk."""
        object.__setattr__(self, "_hash", hash((self.head, self.parts)))

    def __hash__(self) -> int:
        """Return the hash of what the term is made of."""
        return self._hash

    def __eq__(self, other: object) -> bool:
        """Tell whether both are made of the same; most pairs that differ do so in their hash."""
        if self is other:
            return True
        if not isinstance(other, Term):
            return NotImplemented
        return self._hash == other._hash and self.head == other.head and self.parts == other.parts


@dataclass(frozen=True, slots=True)
class Fact:
    """A condition and its value on the path: `term` is a term of type bool."""

    term: Term
    value: bool


NIL = Term("constant", ("nil",))
Facts = frozenset[Fact]


def variable_term(variable: Variable) -> Term:
    """Return the term of a local variable."""
    return Term("variable", (variable,))


def option_term(options: Variable) -> Term:
    """Return the term of what the options of a variadic parameter come to."""
    return Term("options", (variable_term(options),))


def result_term(call: Call, position: int) -> Term:
    """Return the term of one result of a call, as its last run left it; `position` counts from 0."""
    return Term("result", (call, position))


def is_nil(term: Term) -> Term:
    """Return the term `term == nil`."""
    return Term("==", (term, NIL))


def term_of(package: Package, expression: Expression) -> Term | None:
    """Return the term of an expression, None where two evaluations of it may differ."""
    match expression:
        case Name(variable=variable):
            asserted = _assertion(package, variable)
            kept = _kept_condition(package, variable) if asserted is None else holds_type(package, asserted)
            return kept or variable_term(variable)
        case PackageName(name=name):
            constant = any(declaration.constant for declaration, _ in package.tables.values.get(name, ()))
            return Term("constant" if constant else "package", (name,))
        case QualifiedName(package=path, name=name):
            return Term("package", (f"{path}.{name}",))
        case BuiltinName(name=name):
            return Term("constant", (name,))
        case Constant(text=text):
            return Term("constant", (text,))
        case Selector(base=base, field=field):
            options = option_asked(package, expression)
            inner = term_of(package, base) if options is None else option_term(options)
            return None if inner is None else Term("field", (inner, field))
        case Unary(operator="!", operand=operand):
            inner = term_of(package, operand)
            return None if inner is None else Term("!", (inner,))
        case Unary(operator=operator, operand=operand):
            inner = term_of(package, operand)
            return None if inner is None else Term(operator, (inner,))
        case Binary():
            return _operation(package, expression)
        case Index(base=base, index=(index,)):
            first, second = term_of(package, base), term_of(package, index)
            return None if first is None or second is None else Term("[]", (first, second))
        case Call():
            return _call(package, expression)
        case _:
            return None


def target_term(package: Package, target: Expression) -> Term | None:
    """Return the term of what an assignment changes: a variable stands for itself, whatever it was made of."""
    return variable_term(target.variable) if isinstance(target, Name) else term_of(package, target)


def _assertion(package: Package, variable: Variable) -> TypeAssertion | None:
    """Return the assertion that `ok` of `v, ok := x.(T)` tells the outcome of, None for any other variable."""
    definitions = package.definitions(variable)
    if len(definitions) != 1 or definitions[0].position != 1:
        return None
    value = definitions[0].value
    return value if isinstance(value, TypeAssertion) else None


def _kept_condition(package: Package, variable: Variable) -> Term | None:
    """Return the condition that a variable keeps for good: `locked := mode == "x"`, where mode stays as it is."""
    definitions = package.definitions(variable)
    value = definitions[0].value if len(definitions) == 1 else None
    if (
        not isinstance(value, Binary)
        or value.operator not in _COMPARISONS
        or not _is_declared(definitions[0].statement)
    ):
        return None
    stable = package.is_stable(variable) and _is_stable(package, value.left) and _is_stable(package, value.right)
    return _operation(package, value) if stable else None


def _is_declared(statement: object) -> bool:
    return isinstance(statement, Declare) or (isinstance(statement, Assign) and statement.operator == ":=")


def _is_stable(package: Package, operand: Expression) -> bool:
    """Tell whether an operand has one value for as long as the function runs, and another evaluation gives it again."""
    match operand:
        case Name(variable=variable):
            return package.is_stable(variable)
        case Constant() | BuiltinName():
            return True
        case Call(arguments=(Name(variable=variable),)):
            return package.callee(operand).external == "builtin.len" and package.is_stable(variable)
        case _:
            return False


def holds_type(package: Package, assertion: TypeAssertion) -> Term | None:
    """Return the condition whether an interface holds a value of the asserted type."""
    base = term_of(package, assertion.base)
    return None if base is None or assertion.type is None else is_of_type(base, assertion.type)


def type_term(value: Term) -> Term:
    """Return the term of the type that an interface value has at run time."""
    return Term("type", (value,))


def is_of_type(value: Term, asserted: Type) -> Term:
    """Return the condition that `value` has a type: of two pointer types it has one at most, not so of interfaces."""
    text = repr(asserted)
    if isinstance(asserted, PointerType) or asserted == NamedType("builtin", "nil"):
        return Term("==", (type_term(value), Term("constant", (text,))))
    return Term("implements", (value, text))


def value_of_type(condition: Term) -> Term | None:
    """Return the value that a condition says to have a type, None for any other condition; nil has none."""
    match condition:
        case Term(head="==", parts=(Term(head="type", parts=(Term() as value,)), asked)):
            return None if asked == Term("constant", (repr(NamedType("builtin", "nil")),)) else value
        case Term(head="implements", parts=(Term() as value, _)):
            return value
        case _:
            return None


def _operation(package: Package, expression: Binary) -> Term | None:
    left, right = term_of(package, expression.left), term_of(package, expression.right)
    if left is None or right is None:
        return None
    operator = expression.operator
    if operator in _MIRRORED:
        operator, left, right = _MIRRORED[operator], right, left
    if operator in ("==", "!=") and is_constant(left) and not is_constant(right):
        left, right = right, left
    return Term(operator, (left, right))


def _call(package: Package, call: Call) -> Term | None:
    callee = package.callee(call)
    if callee.external in _PURE:
        inner = [term_of(package, argument) for argument in call.arguments]
        known = tuple(term for term in inner if term is not None)
        return Term("call", (callee.external, *known)) if len(known) == len(inner) else None
    place = package.place(call)
    if place is not None and isinstance(call.function, Selector) and not call.arguments:
        # A getter: what it reads is the field itself.
        root = variable_term(place.root) if isinstance(place.root, Variable) else Term("package", (place.root,))
        for field in place.path:
            root = Term("field", (root, field))
        return root
    return result_term(call, 0)


def is_constant(term: Term) -> bool:
    """Tell whether a term means the same everywhere."""
    return term.head == "constant"


def normalised(term: Term, value: bool) -> Fact:
    """Return the fact in the one form in which facts are kept: `!`, `!=`, `>=` and `== true` are spelt out of it."""
    while True:
        match term:
            case Term(head="!", parts=(Term() as inner,)):
                term, value = inner, not value
            case Term(head="!=", parts=parts):
                term, value = Term("==", parts), not value
            case Term(head=">=", parts=parts):
                term, value = Term("<", parts), not value
            case Term(head="==", parts=(Term() as inner, Term(head="constant", parts=("true",)))):
                term = inner
            case Term(head="==", parts=(Term() as inner, Term(head="constant", parts=("false",)))):
                term, value = inner, not value
            case _:
                return Fact(term, value)


def known_value(facts: Facts, term: Term) -> bool | None:
    """Return the value that the facts give a condition, None where they do not tell it."""
    wanted = normalised(term, value=True)
    fixed = fixed_value(wanted)
    if fixed is not None:
        return fixed
    for value in (True, False):
        if Fact(wanted.term, value) in facts:
            return value is wanted.value
    if wanted.term.head == "==" and _other_constant(facts, wanted.term):
        return not wanted.value
    return None


def fixed_value(wanted: Fact) -> bool | None:
    """Tell whether a fact is true whatever the path, or is so on none; None where that depends on it."""
    match wanted.term:
        case Term(head="constant", parts=("true",)):
            return wanted.value
        case Term(head="constant", parts=("false",)):
            return not wanted.value
        case Term(head="==", parts=(first, second)) if first == second:
            return wanted.value
        case Term(head="==", parts=(Term() as first, Term() as second)) if is_constant(first) and is_constant(second):
            return not wanted.value
        case _:
            return None


def _other_constant(facts: Facts, comparison: Term) -> bool:
    """Tell whether the compared term is known to equal another constant."""
    subject, constant = comparison.parts
    return any(
        fact.value
        and fact.term.head == "=="
        and fact.term.parts[0] == subject
        and _differs(fact.term.parts[1], constant)
        for fact in facts
    )


def _differs(first: object, second: object) -> bool:
    return (
        isinstance(first, Term)
        and isinstance(second, Term)
        and is_constant(first)
        and is_constant(second)
        and first != second
    )


def mentions(term: Term, changed: Term) -> bool:
    """Tell whether the term's value may change when `changed` is assigned.

    A field is the same whatever it is selected from: two variables may point to one object.
    """
    if term == changed:
        return True
    if changed.head == "field" and term.head == "field" and term.parts[1] == changed.parts[1]:
        return True
    return any(isinstance(part, Term) and mentions(part, changed) for part in term.parts)


def copies_field(target: Term, given: Term | None) -> bool:
    """Tell whether an assignment gives a field the value of the same field of another object: `a.Code = b.Code`.

    Whether the two are one object or not, what is known of `b.Code` stays true.
    """
    return (
        given is not None
        and given != target
        and given.head == target.head == "field"
        and (given.parts[1] == target.parts[1])
    )


def may_change(term: Term, target: Term, given: Term | None) -> bool:
    """Tell whether the term's value may change when `target` gets the value of `given`: not if that is its own."""
    if given == target:
        return False
    if given is not None and copies_field(target, given):
        term = replaced(term, given, NIL)
    return mentions(term, target)


def subject(term: Term) -> Term:
    """Return what a condition is about: `x` of `x == nil` and of `x == "a"`, else the condition itself."""
    match normalised(term, value=True).term:
        case Term(head="==", parts=(Term() as first, Term() as second)) if is_constant(second):
            return first
        case other:
            return other


def replaced(term: Term, old: Term, new: Term) -> Term:
    """Return the term with `new` in all places of `old`."""
    if term == old:
        return new
    parts = tuple(replaced(part, old, new) if isinstance(part, Term) else part for part in term.parts)
    return Term(term.head, parts) if parts != term.parts else term


def roots_of(term: Term) -> frozenset[Variable]:
    """Return the local variables that a term mentions."""
    if term.head == "variable":
        return frozenset(part for part in term.parts if isinstance(part, Variable))
    return frozenset().union(*(roots_of(part) for part in term.parts if isinstance(part, Term)))


def fields_of(term: Term) -> frozenset[str]:
    """Return the names of the fields that a term mentions."""
    inner = frozenset[str]().union(*(fields_of(part) for part in term.parts if isinstance(part, Term)))
    return inner | {str(term.parts[1])} if term.head == "field" else inner


def is_never_nil(package: Package, expression: Expression) -> bool:
    """Tell whether the expression's value is certainly not nil: an address, a literal, a new or a well-known error."""
    match expression:
        case CompositeLiteral() | FunctionLiteral() | Unary(operator="&"):
            return True
        case PackageName(name=name):
            declarations = package.tables.values.get(name, ())
            return bool(declarations) and all(
                position < len(declaration.values) and is_never_nil(package, declaration.values[position])
                for declaration, position in declarations
            )
        case QualifiedName(name=name):
            return name.startswith("Err") or name == "EOF"
        case Call():
            return package.callee(expression).external in _NEVER_NIL
        case _:
            return False
