"""Which object an expression means: the variable or field that holds a channel, a lock, a context."""

from dataclasses import dataclass

from golint_sched.link.resolve import Resolver
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    Expression,
    Index,
    Name,
    PackageName,
    QualifiedName,
    Receive,
    Selector,
    TypeAssertion,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Block, Return

_DEPTH = 8  # a longer chain of aliases is a cycle

Root = Variable | str


@dataclass(frozen=True, slots=True)
class Place:
    """An object as the code names it.

    `root` is the local variable it starts from, or the name of a package variable (with its import path where it is
    foreign). `path` are the fields from there, embedded ones spelt out; an element of a slice, array or map adds
    "[]", so all elements are one place. `field` is `Type.field` of the last step, `Type.outer.field` inside a struct
    without a name, "" where no named type is around it: places with the same `field` may be the same object in
    different instances.
    """

    root: Root
    path: tuple[str, ...] = ()
    field: str = ""

    @property
    def is_local(self) -> bool:
        """Tell whether the place is a local variable itself."""
        return not self.path and not isinstance(self.root, str)

    @property
    def is_element(self) -> bool:
        """Tell whether the place stands for many objects: the elements of a slice, array or map."""
        return "[]" in self.path

    @property
    def text(self) -> str:
        """Return the place as a reader would write it."""
        root = self.root if isinstance(self.root, str) else self.root.name
        return ".".join((root, *self.path)).replace(".[]", "[…]")


class Places:
    """Answers which place an expression means; aliases by a single assignment are followed."""

    def __init__(self, resolver: Resolver) -> None:
        """Make it for the package that `resolver` knows."""
        self.resolver = resolver
        self._known: dict[Expression, Place | None] = {}

    def place_of(self, expression: Expression) -> Place | None:
        """Return the place that the expression means, None where it is no place or cannot be told."""
        if expression not in self._known:
            self._known[expression] = self._find(expression, 0)
        return self._known[expression]

    def _find(self, expression: Expression, depth: int) -> Place | None:
        if depth > _DEPTH:
            return None
        match expression:
            case Name(variable=variable):
                return self._variable(variable, depth)
            case PackageName(name=name):
                return Place(name)
            case QualifiedName(package=package, name=name):
                return Place(f"{package}.{name}")
            case Selector():
                return self._selector(expression, depth)
            case Unary(operator="&" | "*", operand=operand):
                return self._find(operand, depth + 1)
            case Index(base=base):
                found = self._find(base, depth + 1)
                return None if found is None else Place(found.root, (*found.path, "[]"), found.field)
            case TypeAssertion(base=base):
                return self._find(base, depth + 1)
            case Call():
                return self._call(expression, depth)
            case _:
                return None

    def _variable(self, variable: Variable, depth: int) -> Place:
        """Follow `alias := place` where that is the variable's only value and the place is no new object."""
        definitions = self.resolver.tables.definitions.get(variable, ())
        if len(definitions) == 1:
            (definition,) = definitions
            if definition.value is not None and definition.position is None and not definition.range_part:
                value = definition.value
                if isinstance(value, Name | Selector | PackageName | Index) or _is_address(value):
                    found = self._find(value, depth + 1)
                    if found is not None:
                        return found
                if isinstance(value, Call) and not isinstance(value.function, BuiltinName):
                    found = self._call(value, depth + 1)
                    if found is not None:
                        return found
            if definition.range_part == "value" and definition.value is not None:
                found = self._find(definition.value, depth + 1)
                if found is not None:
                    return Place(found.root, (*found.path, "[]"), found.field)
        return Place(variable)

    def _selector(self, selector: Selector, depth: int) -> Place | None:
        base = self._find(selector.base, depth + 1)
        if base is None:
            return None
        member = self.resolver.member(selector)
        if member is None:
            return Place(base.root, (*base.path, selector.field))
        owner = member.owner or ("" if member.path else base.field)
        field = f"{owner}.{selector.field}" if owner else ""
        return Place(base.root, (*base.path, *member.path, selector.field), field)

    def _call(self, call: Call, depth: int) -> Place | None:
        """Follow a getter, `func (s *T) Done() <-chan struct{} { return s.done }`, to the field it returns."""
        callee = self.resolver.callee(call)
        if callee.conversion and len(call.arguments) == 1:
            return self._find(call.arguments[0], depth + 1)
        if len(callee.functions) != 1 or not callee.certain or not isinstance(call.function, Selector):
            return None
        function = callee.functions[0]
        returned = _only_returned(function)
        if returned is None or function.receiver is None:
            return None
        found = self._find(returned, depth + 1)
        if found is None or found.root is not function.receiver:
            return None
        base = self._find(call.function.base, depth + 1)
        member = self.resolver.member(call.function)
        if base is None or member is None:
            return None
        return Place(base.root, (*base.path, *member.path, *found.path), found.field)


def _is_address(expression: Expression) -> bool:
    """Tell whether the expression is `&place`."""
    return isinstance(expression, Unary) and expression.operator == "&" and not isinstance(expression.operand, Receive)


def _only_returned(function: Function) -> Expression | None:
    """Return what a function whose body is just `return x` returns."""
    match function.body:
        case Block(statements=(Return(values=(value,)),)):
            return value
        case _:
            return None
