"""How often a loop turns and how much a channel holds, as far as the source tells."""

from dataclasses import dataclass

from golint_sched.engines.channels.filled import filled
from golint_sched.link import Package
from golint_sched.link.tables import Definition
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    CompositeLiteral,
    Constant,
    Expression,
    Index,
    Name,
    PackageName,
    QualifiedName,
    Selector,
    Unary,
    Variable,
)
from golint_sched.model.statements import Assign, For, Go, Range
from golint_sched.model.types import ArrayType, SliceType
from golint_sched.model.walk import walk

_DEPTH = 6

# A number that the code leaves open is explored as this one: more than two, so that a single slot of a buffer and a
# single receive cannot hide that there are many; the same number wherever the same expression stands.
OPEN = 3

# A number written in the code is explored as it is up to here, and as OPEN above.
EXACT = 4


@dataclass(frozen=True, slots=True)
class Amount:
    """A number: `factor` times what `key` stands for, plus `offset`; a plain number has no key."""

    key: str = ""
    factor: int = 0
    offset: int = 0

    @property
    def explored(self) -> int:
        """Return the number with which the exploration runs."""
        if not self.key:
            return self.offset
        return max(0, self.factor * OPEN + self.offset)


def text_of(expression: Expression) -> str:
    """Return a text that two expressions share only if they name the same thing; "" where it cannot be told."""
    match expression:
        case Name(variable=variable):
            return text_of_variable(variable)
        case PackageName(name=name) | BuiltinName(name=name):
            return name
        case QualifiedName(package=package, name=name):
            return f"{package}.{name}"
        case Constant(text=text):
            return text
        case Selector(base=base, field=field):
            inner = text_of(base)
            return f"{inner}.{field}" if inner else ""
        case Unary(operator=operator, operand=operand):
            inner = text_of(operand)
            return f"{operator}{inner}" if inner else ""
        case Binary(operator=operator, left=left, right=right):
            first, second = text_of(left), text_of(right)
            return f"({first}{operator}{second})" if first and second else ""
        case Index(base=base, index=(index,)):
            first, second = text_of(base), text_of(index)
            return f"{first}[{second}]" if first and second else ""
        case Call(function=function, arguments=arguments):
            texts = [text_of(part) for part in (function, *arguments)]
            return f"{texts[0]}({','.join(texts[1:])})" if all(texts) else ""
        case _:
            return ""


def text_of_variable(variable: Variable) -> str:
    """Return what `text_of` gives for a name of the variable."""
    return f"{variable.name}@{variable.span.start}"


def amount(package: Package, expression: Expression, depth: int = 0) -> Amount | None:
    """Return the number that an expression stands for, None where it cannot be named."""
    if depth > _DEPTH:
        return None
    match expression:
        case Constant(kind="int", text=text):
            try:
                return Amount(offset=int(text.replace("_", ""), 0))
            except ValueError:
                return None
        case Call(function=BuiltinName(name="len" | "cap"), arguments=(subject,)):
            return length(package, subject, depth + 1)
        case Binary(operator="+" | "-" | "*" as operator, left=left, right=right):
            first = amount(package, left, depth + 1)
            second = amount(package, right, depth + 1)
            return None if first is None or second is None else combined(operator, first, second)
        case PackageName(name=name):
            for declaration, position in package.tables.values.get(name, ()):
                if declaration.constant and position < len(declaration.values):
                    return amount(package, declaration.values[position], depth + 1)
        case Name(variable=variable):
            definitions = package.definitions(variable)
            if len(definitions) > 1:
                return None  # a counter, or chosen in a branch: the same name is not the same number
            if len(definitions) == 1 and definitions[0].value is not None and definitions[0].position is None:
                found = amount(package, definitions[0].value, depth + 1)
                if found is not None and not definitions[0].range_part:
                    return found
        case _:
            pass
    key = text_of(expression)
    return Amount(key, 1) if key else None


def combined(operator: str, first: Amount, second: Amount) -> Amount | None:
    """Return the sum, difference or product of two amounts, None where it has no such form."""
    if operator == "*":
        plain, other = (first, second) if not first.key else (second, first)
        if plain.key:
            return None
        return Amount(other.key, other.factor * plain.offset, other.offset * plain.offset)
    if first.key and second.key and first.key != second.key:
        if operator == "+":
            return None
        key = f"({first.factor}*{first.key}-{second.factor}*{second.key})"
        return Amount(key, 1, first.offset - second.offset)
    sign = 1 if operator == "+" else -1
    return Amount(first.key or second.key, first.factor + sign * second.factor, first.offset + sign * second.offset)


def length(package: Package, subject: Expression, depth: int = 0) -> Amount | None:
    """Return how many elements a slice, array or map has: exact for a literal, else by the name of the thing."""
    if depth > _DEPTH:
        return None
    match subject:
        case CompositeLiteral(type=SliceType() | ArrayType(), elements=elements):
            if all(element.key is None for element in elements):
                return Amount(offset=len(elements))
        case Name(variable=variable):
            definitions = package.definitions(variable)
            if len(definitions) > 1 and any(_grows_beside_spawns(package, one) for one in definitions):
                return None
            if (grown := filled(package, variable)) is not None:
                appended = turns(package, grown.loop, depth=depth + 1) if grown.loop is not None else None
                return appended or Amount(f"appended@{grown.block.span.start}:{grown.before}", 1)
            if len(definitions) == 1 and definitions[0].value is not None and definitions[0].position is None:
                value = definitions[0].value
                if isinstance(value, CompositeLiteral) and depth < _DEPTH:
                    return length(package, value, depth + 1)
                if isinstance(value, Call) and _is_make(value) and len(value.arguments) > 1:
                    return amount(package, value.arguments[1], depth + 1)
        case Call() if _is_make(subject) and len(subject.arguments) > 1:
            return amount(package, subject.arguments[1], depth + 1)
        case _:
            pass
    key = text_of(subject)
    return Amount(f"len({key})", 1) if key else None


def _grows_beside_spawns(package: Package, definition: Definition) -> bool:
    """`for … { if … { go …; started = append(started, x) } }`: the length counts what was started."""
    if definition.statement is None:
        return False
    loops = (node for node in package.ancestors(definition.statement) if isinstance(node, For | Range))
    return any(isinstance(inner, Go) for loop in loops for inner in walk(loop.body))


def _is_make(call: Call) -> bool:
    return isinstance(call.function, BuiltinName) and call.function.name == "make"


def turns(package: Package, loop: For | Range, *, exact: bool = False, depth: int = 0) -> Amount | None:
    """Return how often a loop turns if nothing leaves it early, None where that cannot be named.

    A plain number that is too great to be explored is OPEN, unless it is wanted `exact`.

    Known are `for range x`, `for i := range n`, `for i := a; i < n; i++` whose body leaves `i` alone, and
    `for i := n; i > 0; i--`.
    """
    found = _range_turns(package, loop, depth) if isinstance(loop, Range) else _clause_turns(package, loop, depth)
    if not exact and found is not None and not found.key and found.offset > EXACT:
        return Amount(offset=OPEN)
    return found


def counts_to(package: Package, subject: Expression) -> bool:
    """Tell whether `range subject` counts up to a number: `for i := range workers`."""
    name = getattr(package.shape_of(subject), "name", "")
    return name.startswith(("int", "uint")) or isinstance(subject, Constant)


def _range_turns(package: Package, loop: Range, depth: int) -> Amount | None:
    if counts_to(package, loop.subject):
        return amount(package, loop.subject, depth)
    return length(package, loop.subject, depth)


def _clause_turns(package: Package, loop: For, depth: int) -> Amount | None:
    match loop:
        case For(
            init=Assign(targets=(Name(variable=counter),), values=(first,)),
            condition=Binary(operator="<" | "<=" | "!=" as operator, left=Name(variable=tested), right=bound),
            post=Assign(operator="++", targets=(Name(variable=stepped),)),
        ) if counter is tested is stepped:
            pass
        case For(
            init=Assign(targets=(Name(variable=counter),), values=(start,)),
            condition=Binary(operator=">" | "!=", left=Name(variable=tested), right=Constant(text="0")),
            post=Assign(operator="--", targets=(Name(variable=stepped),)),
        ) if counter is tested is stepped:
            return amount(package, start, depth)
        case _:
            return None
    for node in walk(loop.body):
        if isinstance(node, Assign) and any(
            isinstance(target, Name) and target.variable is counter for target in node.targets
        ):
            return None
    low, high = amount(package, first, depth), amount(package, bound, depth)
    if low is None or high is None:
        return None
    found = combined("-", high, low)
    if found is not None and operator == "<=":
        found = Amount(found.key, found.factor, found.offset + 1)
    return found
