"""Cancel and stop functions that somebody has to call."""

from golint_sched.engines.paths.acquired import Resource, Source
from golint_sched.engines.paths.escapes import Handling
from golint_sched.engines.paths.keys import key_of
from golint_sched.engines.paths.protocol import Action, Effect
from golint_sched.engines.paths.values import Kind, Values
from golint_sched.link.package import Package
from golint_sched.model.expressions import BuiltinName, Call, Expression, Name
from golint_sched.model.statements import For
from golint_sched.model.types import FunctionType, NamedType

_PACKAGES = ("context", "golang.org/x/net/context")
_DERIVING = tuple(f"With{what}{cause}" for what in ("Cancel", "Timeout", "Deadline") for cause in ("", "Cause"))

# They give a context that ends, and the function that ends it.
_DERIVED = frozenset({f"{package}.{name}" for package in _PACKAGES for name in _DERIVING} | {"os/signal.NotifyContext"})
_ORIGINS: dict[str, tuple[int, int | None]] = {
    **dict.fromkeys(_DERIVED, (1, None)),
    "context.AfterFunc": (0, None),
    "iter.Pull": (1, None),
    "iter.Pull2": (1, None),
}
_TIMED = tuple(f"{package}.With{what}" for package in _PACKAGES for what in ("Timeout", "Deadline"))

_TYPES = (NamedType("context", "CancelFunc"), NamedType("context", "CancelCauseFunc"))

# They give a context that ends without any cancel function: with a test, with a group.
_ENDING = frozenset(
    {f"testing.{owner}.Context" for owner in ("T", "B", "F", "TB")} | {"golang.org/x/sync/errgroup.WithContext"}
)
_VALUED = frozenset(f"{package}.WithValue" for package in _PACKAGES)
_DEPTH = 8  # a longer chain of contexts is a cycle


def _action(package: Package, call: Call) -> Action | None:
    """`cancel()`, where cancel is a variable that holds no function of this package."""
    if not isinstance(call.function, Name) or package.callee(call).functions:
        return None
    given = package.type_of(call.function)
    if given not in _TYPES and not isinstance(given, FunctionType):
        return None
    key = key_of(package, call.function)
    return None if key is None else Action(Effect.RELEASE, key)


def cancels_of(package: Package) -> Values:
    """Return the cancel functions of a package; several rules ask for them."""
    return package.shared(_cancels)


def _cancels(package: Package) -> Values:
    optional = frozenset({"context.AfterFunc"})
    resource = Resource(_ORIGINS, dict.fromkeys(_TYPES, ()), optional=optional, refused=_is_refused)
    return Values(package, Kind("cancel function", resource, Handling(frozenset()), _action))


def _is_refused(call: Call) -> bool:
    """`context.WithCancel(nil)`, which panics: "cannot create context from nil parent"."""
    match call.arguments:
        case (BuiltinName(name="nil"), *_):
            return True
        case _:
            return False


def ends_by_itself(source: Source) -> bool:
    """Tell whether the context that comes with the cancel function has a deadline."""
    return source.name.startswith(_TIMED)


def parent_of(package: Package, call: Call) -> Expression | None:
    """Return the context that a call is given, None where there is none."""
    for argument in call.arguments:
        if package.type_name(argument) in ("context.Context", "golang.org/x/net/context.Context"):
            return argument
    name = package.callee(call).external
    return call.arguments[0] if call.arguments and name in _ORIGINS and not name.startswith("iter.") else None


def is_ended(package: Package, context: Expression, before: Call, depth: int = 0) -> bool:
    """Tell whether the context, as the call `before` finds it, is ended by the function that made it.

    The shape is `ctx, cancel := context.WithCancel(ctx); defer cancel()`, also with WithValue in between. In a loop
    without end, a context from outside the loop ends too late.
    """
    match context:
        case Name(variable=variable):
            values = [
                (each.value, each.position or 0)
                for each in package.definitions(variable)
                if isinstance(each.value, Call) and each.value is not before and each.value.span < before.span
            ]
            return depth < _DEPTH and any(
                position == _position(package, value) and _gives_ended(package, value, before, depth)
                for value, position in values
            )
        case Call():
            return depth < _DEPTH and _gives_ended(package, context, before, depth)
        case _:
            return False


def _position(package: Package, call: Call) -> int:
    return 1 if package.callee(call).external == "golang.org/x/sync/errgroup.WithContext" else 0


def _gives_ended(package: Package, call: Call, before: Call, depth: int) -> bool:
    name = package.callee(call).external
    if name in _ENDING:
        return True
    if name in _VALUED and call.arguments:
        return is_ended(package, call.arguments[0], call, depth + 1)
    cancels = cancels_of(package)
    owner = package.owner(call)
    if owner is None or cancels.acquired.source(call) is None:
        return False
    binding = cancels.binding(call)
    if binding is not None and not _is_outlived(package, call, before) and cancels.always_released(owner, binding.key):
        return True
    parent = parent_of(package, call)
    return parent is not None and is_ended(package, parent, call, depth + 1)


def _is_outlived(package: Package, call: Call, before: Call) -> bool:
    """Tell whether `before` stands in an endless loop that `call` stands outside of."""
    around = set(package.ancestors(call))
    return any(
        isinstance(loop, For) and loop.condition is None and loop not in around for loop in package.ancestors(before)
    )
