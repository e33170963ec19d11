"""Which object is acquired and released, as one function names it; and the same object as a callee names it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from golint_sched.engines.paths.terms import Term, mentions, term_of, variable_term
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Call,
    Expression,
    Index,
    Name,
    PackageName,
    QualifiedName,
    Selector,
    TypeAssertion,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign

LONGEST_PATH = 4  # fields from the root; recursion over a list would make ever longer ones
_DEPTH = 8  # a longer chain of aliases is a cycle


@dataclass(frozen=True, slots=True)
class Key:
    """An object as one function names it.

    `root` is a local variable, or the name of a package variable (with its import path where it is foreign). `path`
    are the fields from there, embedded ones spelt out; an element is the term of its index. `field` is `Type.field` of
    the last step, "" where that is not known: objects that differ in it are different.
    """

    root: Variable | str
    path: tuple[str | Term, ...] = ()
    _hash: int = field(init=False, compare=False, repr=False)
    field: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Work out the hash once: every table of an engine is asked by key."""
        object.__setattr__(self, "_hash", hash((self.root, self.path)))

    def __hash__(self) -> int:
        """Return the hash of what the key is made of."""
        return self._hash

    def __eq__(self, other: object) -> bool:
        """Tell whether both mean one object; most pairs that do not differ in their hash."""
        if self is other:
            return True
        if not isinstance(other, Key):
            return NotImplemented
        return self._hash == other._hash and self.root == other.root and self.path == other.path

    @property
    def text(self) -> str:
        """Return the object as a reader would write it."""
        root = self.root if isinstance(self.root, str) else self.root.name
        text = root.rsplit("/", 1)[-1]
        for step in self.path:
            text += f".{step}" if isinstance(step, str) else "[…]"
        return text

    @property
    def prefixes(self) -> Iterator[Term]:
        """Yield what must not be assigned for the key to go on meaning the same object."""
        current = Term("package", (self.root,)) if isinstance(self.root, str) else variable_term(self.root)
        yield current
        for step in self.path:
            current = Term("field", (current, step)) if isinstance(step, str) else Term("[]", (current, step))
            yield current


GOROUTINE = Key("the goroutine")  # what belongs to the goroutine itself, whoever names it


def is_moved(key: Key, target: Term) -> bool:
    """Tell whether the key means another object after an assignment to the target."""
    if any(prefix == target for prefix in key.prefixes):
        return True
    return any(isinstance(step, Term) and mentions(step, target) for step in key.path)


def key_of(package: Package, expression: Expression) -> Key | None:
    """Return the object that an expression means, None where it is no place or cannot be told.

    Aliases are followed where both names go on meaning one object: `mu := &s.mu`.
    """
    known = package.shared(_Known).keys
    if expression not in known:
        known[expression] = _find(package, expression, 0)
    return known[expression]


class _Known:
    """What was found before: every call of every function is asked for its keys again and again."""

    def __init__(self, _package: Package) -> None:
        self.keys: dict[Expression, Key | None] = {}
        self.assigned: dict[Function, frozenset[Term]] = {}
        self.bound: dict[tuple[Call, Function], tuple[tuple[Variable, Key | None], ...]] = {}


def _find(package: Package, expression: Expression, depth: int) -> Key | None:
    if depth > _DEPTH:
        return None
    match expression:
        case Name(variable=variable):
            return _variable(package, variable, depth)
        case PackageName(name=name):
            return Key(name)
        case QualifiedName(package=path, name=name):
            return Key(f"{path}.{name}")
        case Selector(base=base, field=name):
            inner = _find(package, base, depth + 1)
            if inner is None:
                return None
            member = package.resolver.member(expression)
            between = member.path if member is not None else ()
            owner = f"{member.owner}.{name}" if member is not None and member.owner else ""
            return _extend(inner, (*between, name), owner)
        case Index(base=base, index=(index,)):
            inner, term = _find(package, base, depth + 1), term_of(package, index)
            return None if inner is None or term is None else _extend(inner, (term,), inner.field)
        case Unary(operator="&" | "*", operand=operand):
            return _find(package, operand, depth + 1)
        case TypeAssertion(base=base):
            return _find(package, base, depth + 1)
        case Call():
            place = package.place(expression)
            return None if place is None or place.is_element else Key(place.root, place.path, place.field)
        case _:
            return None


def _extend(key: Key, steps: tuple[str | Term, ...], name: str) -> Key | None:
    path = (*key.path, *steps)
    return Key(key.root, path, name) if len(path) <= LONGEST_PATH else None


def _variable(package: Package, variable: Variable, depth: int) -> Key:
    """Follow `alias := &place`, and `alias := place` where nothing in the function moves that place."""
    definitions = package.definitions(variable)
    if len(definitions) == 1 and definitions[0].value is not None and not definitions[0].range_part:
        definition = definitions[0]
        value = definition.value
        asserted = isinstance(value, TypeAssertion) and definition.position in (None, 0)
        if asserted or (definition.position is None and isinstance(value, Name | Selector | Unary)):
            found = _find(package, value, depth + 1) if value is not None else None
            owner = package.owner(value) if value is not None else None
            if found is not None and owner is not None and not _is_assigned(package, owner, found):
                return found
    return Key(variable)


def _is_assigned(package: Package, function: Function, key: Key) -> bool:
    """Tell whether the function, or a literal around or inside it, assigns what the key goes through."""
    if any(isinstance(step, Term) for step in key.path):
        return True
    return not _assigned_in(package, package.outermost(function)).isdisjoint(key.prefixes)


def _assigned_in(package: Package, function: Function) -> frozenset[Term]:
    """Return what the function, or a literal inside it, assigns other than by declaring it."""
    known = package.shared(_Known).assigned
    if function not in known:
        found: set[Term] = set()
        pending = [function]
        while pending:
            current = pending.pop()
            for node in package.inside(current, Assign):
                if node.operator != ":=":
                    terms = (term_of(package, target) for target in node.targets if target is not None)
                    found.update(term for term in terms if term is not None)
            pending += package.literals(current)
        known[function] = frozenset(found)
    return known[function]


def method_selector(package: Package, call: Call) -> Selector | None:
    """Return the selector of the method that a call calls, also by a method value: `unlock := mu.Unlock; unlock()`."""
    function: Expression = call.function
    if isinstance(function, Name):
        definitions = package.definitions(function.variable)
        if len(definitions) != 1 or definitions[0].value is None or definitions[0].position is not None:
            return None
        function = definitions[0].value
    return function if isinstance(function, Selector) else None


def receiver_key(package: Package, selector: Selector) -> Key | None:
    """Return the object whose method a selector means, embedded fields spelt out: `s.Lock` gives `s.Mutex`."""
    base = key_of(package, selector.base)
    member = package.resolver.member(selector)
    if base is None or member is None or not member.path:
        return base
    owner = package.type_name(selector.base) if len(member.path) == 1 else ""
    return _extend(base, member.path, f"{owner}.{member.path[-1]}" if owner else "")


def _bindings(package: Package, call: Call, function: Function) -> Iterator[tuple[Variable, Expression | Key]]:
    """Yield what the callee's receiver and parameters stand for at the call."""
    selector = method_selector(package, call)
    if function.receiver is not None and selector is not None:
        base = receiver_key(package, selector)
        if base is not None:
            yield function.receiver, base
    if len(call.arguments) == len(function.parameters) and not call.spread:
        yield from zip(function.parameters, call.arguments, strict=True)


def given_terms(package: Package, call: Call, function: Function) -> Iterator[tuple[Variable, Term]]:
    """Yield the terms that the callee's receiver and parameters stand for at the call, as far as there are such."""
    for variable, given in _bindings(package, call, function):
        term = tuple(given.prefixes)[-1] if isinstance(given, Key) else term_of(package, given)
        if term is not None:
            yield variable, term


def bound(package: Package, call: Call, function: Function) -> tuple[tuple[Variable, Key | None], ...]:
    """Return the objects that the callee's receiver and parameters mean at the call, None for what is no object."""
    known = package.shared(_Known).bound
    found = known.get((call, function))
    if found is None:
        found = known[call, function] = tuple(
            (variable, given if isinstance(given, Key) else key_of(package, given))
            for variable, given in _bindings(package, call, function)
        )
    return found


def into(package: Package, call: Call, function: Function, key: Key) -> Key | None:
    """Return the caller's key as the callee names it, None where the callee has no name for it."""
    root = key.root
    if isinstance(root, str):
        return key
    for variable, base in bound(package, call, function):
        if base is not None and base.root is root and key.path[: len(base.path)] == base.path:
            return Key(variable, key.path[len(base.path) :], key.field)
    return None if function.name else key


def out_of(package: Package, call: Call, function: Function, key: Key) -> Key | None:
    """Return the callee's key as the caller names it, None where the caller has no name for it."""
    root = key.root
    if isinstance(root, str):
        return key
    for variable, base in bound(package, call, function):
        if variable is root:
            if base is None or any(isinstance(step, Term) and not _is_fixed(step) for step in key.path):
                return None
            return _extend(base, key.path, key.field if key.path else base.field)
    return None if function.name or _is_inside(function, root) else key


def _is_inside(function: Function, variable: Variable) -> bool:
    """Tell whether the function, or a literal in it, declares the variable: each call has one of its own."""
    span = variable.span
    return span.path == function.path and function.span.start <= span.start < function.span.end


def _is_fixed(term: Term) -> bool:
    """Tell whether a term means the same in every function."""
    return term.head == "constant"
