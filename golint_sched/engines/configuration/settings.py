"""The settings of an http.Server, as far as the source tells them."""

from enum import Enum
from typing import NamedTuple

from golint_sched.knowledge.http import TIMEOUTS
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Binary,
    Call,
    Constant,
    Expression,
    Name,
    PackageName,
    QualifiedName,
    TypeExpression,
    Unary,
)
from golint_sched.model.statements import Declare

_DEPTH = 6  # constants that are made of constants


class Setting(Enum):
    """What a timeout is set to; a value that only the running program knows counts as SET."""

    ABSENT = "is not set"
    ZERO = "is 0"
    NEGATIVE = "is negative"
    SET = "is set"


class Settings(NamedTuple):
    """The timeouts of one server at one moment.

    `keep_alives` is unset where SetKeepAlivesEnabled may have turned them off. `seen_by_others` tells that code out of
    sight was given the server and may have changed any of it.
    """

    idle: Setting = Setting.ABSENT
    read: Setting = Setting.ABSENT
    header: Setting = Setting.ABSENT
    keep_alives: bool = True
    seen_by_others: bool = False

    def with_timeout(self, field: str, value: Setting) -> "Settings":
        """Return these settings with the timeout called `field` set to `value`."""
        match field:
            case "IdleTimeout":
                return self._replace(idle=value)
            case "ReadTimeout":
                return self._replace(read=value)
            case _:
                return self._replace(header=value)

    def timeout(self, field: str) -> Setting:
        """Return what the timeout called `field` is set to."""
        return (self.idle, self.read, self.header)[TIMEOUTS.index(field)]


_SIGNS = {-1: Setting.NEGATIVE, 0: Setting.ZERO, 1: Setting.SET}


def setting_of(package: Package, value: Expression) -> Setting:
    """Return what a timeout is set to by `value`."""
    return _SIGNS[_sign(package, value, 0)]


def is_zero(package: Package, value: Expression) -> bool:
    """Tell whether an expression is a constant 0."""
    return _sign(package, value, 0) == 0


def _sign(package: Package, value: Expression, depth: int) -> int:
    """Return -1, 0 or 1 for a constant that is less than, equal to or more than 0, and 1 for anything else.

    The shapes are `0`, `-1`, `0 * time.Second`, `time.Duration(-1)`, and names of constants that are one of these.
    """
    if depth > _DEPTH:
        return 1
    match value:
        case Constant(text=text):
            return 1 if text.strip("0._xXbBoO") else 0
        case Unary(operator="-", operand=operand):
            return -_sign(package, operand, depth + 1) if _is_constant(package, operand, depth + 1) else 1
        case Binary(operator="*", left=left, right=right):
            return _sign(package, left, depth + 1) * _sign(package, right, depth + 1)
        case Call(function=TypeExpression(), arguments=(argument,)):
            return _sign(package, argument, depth + 1)
        case Call(arguments=(argument,)) if package.callee(value).external == "time.Duration":
            return _sign(package, argument, depth + 1)
        case Name() | PackageName():
            given = _constant_value(package, value)
            return 1 if given is None else _sign(package, given, depth + 1)
        case _:
            return 1


def _is_constant(package: Package, value: Expression, depth: int) -> bool:
    """Tell whether the sign of `value` is known: minus a value that only the running program knows is not."""
    if depth > _DEPTH:
        return False
    match value:
        case Constant():
            return True
        case Unary(operand=operand):
            return _is_constant(package, operand, depth + 1)
        case Binary(left=left, right=right):
            return _is_constant(package, left, depth + 1) or _is_constant(package, right, depth + 1)
        case Call(arguments=(argument,)):
            return _is_constant(package, argument, depth + 1)
        case Name() | PackageName():
            given = _constant_value(package, value)
            return given is not None and _is_constant(package, given, depth + 1)
        case QualifiedName(package="time"):
            return True
        case _:
            return False


def _constant_value(package: Package, name: Name | PackageName) -> Expression | None:
    """Return the value of a constant, or of a local variable that keeps its first value."""
    if isinstance(name, Name):
        definitions = package.definitions(name.variable)
        if len(definitions) != 1 or not package.is_stable(name.variable):
            return None
        (definition,) = definitions
        if definition.position is not None or definition.range_part or definition.updates:
            return None
        if definition.value is None and isinstance(definition.statement, Declare):
            return None
        return definition.value
    found = package.tables.values.get(name.name, ())
    if len(found) != 1:
        return None
    (declaration, position), *_ = found
    if not declaration.constant or len(declaration.values) != len(declaration.variables):
        return None
    return declaration.values[position]
