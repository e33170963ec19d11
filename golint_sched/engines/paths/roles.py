"""Who runs a function, and what follows when it returns."""

from collections.abc import Iterator
from enum import Enum

from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression
from golint_sched.model.functions import Function
from golint_sched.model.statements import Defer, Go
from golint_sched.model.types import NamedType, PointerType, Type

# A test's function runs in a goroutine of its own, which ends with it.
_TEST_NAMES = ("Test", "Fuzz")
_TEST_RUNNERS = frozenset({"testing.T.Run", "testing.TB.Run", "testing.F.Fuzz"})

_DEPTH = 4  # callers that are followed up to a sync.Once

# What runs at most once in the life of a process.
_ONCE = frozenset({"sync.Once.Do", "sync.OnceFunc", "sync.OnceValue", "sync.OnceValues"})

_HANDLER_PARAMETERS = (
    ("net/http.ResponseWriter", "net/http.Request"),
    ("github.com/gin-gonic/gin.Context",),
    ("github.com/labstack/echo/v4.Context",),
    ("github.com/labstack/echo.Context",),
    ("github.com/gofiber/fiber/v2.Ctx",),
    ("github.com/valyala/fasthttp.RequestCtx",),
)


class Role(Enum):
    """How a function comes to run."""

    ROOT = "the function that a goroutine runs: when it returns, the goroutine ends"
    PROCESS = "main, init, or what only they call once"
    HANDLER = "called by a server, whose goroutine goes on"
    INLINE = "a literal that is called where it stands"
    CALLBACK = "a literal, or a function used as a value, that unknown code calls"
    CALLED = "called by its name"


def role(package: Package, function: Function) -> Role:
    """Return how the function comes to run; where several hold, the first of `Role` that leaves no doubt."""
    if is_handler(function):
        return Role.HANDLER
    if is_root(package, function):
        return Role.ROOT
    if not function.name:
        return _literal_role(package, function)
    if package.is_process_lifetime(function):
        return Role.PROCESS
    return Role.CALLED


def _literal_role(package: Package, function: Function) -> Role:
    node = package.tables.literal_nodes[function]
    parent = package.parent(node)
    if isinstance(parent, Call) and parent.function is node:
        return Role.INLINE
    if package.callers(function):
        return Role.CALLED
    return Role.CALLBACK


def is_handler(function: Function) -> bool:
    """Tell whether the parameters are those of a function that a server calls for each request."""
    names = tuple(_name(parameter.type) for parameter in function.parameters)
    return names in _HANDLER_PARAMETERS


def _name(given: Type | None) -> str:
    inner = given.element if isinstance(given, PointerType) else given
    return f"{inner.package}.{inner.name}" if isinstance(inner, NamedType) else ""


def is_root(package: Package, function: Function) -> bool:
    """Tell whether all that the package does with the function is to start goroutines, or tests, with it."""
    if package.is_test(function) and not function.receiver_type and function.name.startswith(_TEST_NAMES):
        return True
    if not function.name and _argument_of(package, function, _TEST_RUNNERS):
        return True
    spawns = package.spawners(function)
    if not spawns:
        return False
    calls = {spawn.call for spawn in spawns}
    if any(call not in calls for _, call in package.callers(function)):
        return False
    return all(_is_spawn(package, mention, calls) for mention in mentions_of(package, function))


def mentions_of(package: Package, function: Function) -> Iterator[Expression]:
    """Yield the mentions of a declared function by its name."""
    if not function.name:
        return
    if function.receiver_type:
        for selector in package.tables.selectors.get(function.name, ()):
            member = package.resolver.member(selector)
            if member is None or function in member.functions:
                yield selector
    else:
        yield from package.tables.package_names.get(function.name, ())


def _is_spawn(package: Package, mention: Expression, calls: set[Call]) -> bool:
    """Tell whether a mention stands in a call that starts a goroutine, as its function or as an argument."""
    parent = package.parent(mention)
    return isinstance(parent, Call) and parent in calls


def _argument_of(package: Package, literal: Function, functions: frozenset[str]) -> bool:
    """Tell whether a literal is an argument of a call of one of the functions."""
    parent = package.parent(package.tables.literal_nodes[literal])
    return isinstance(parent, Call) and package.callee(parent).external in functions


def runs_once(package: Package, function: Function) -> bool:
    """Tell whether the function, or what starts it, runs at most once per process."""
    if package.is_process_lifetime(function):
        return True
    spawns = package.spawners(function)
    return bool(spawns) and all(
        is_once(package, spawn.function) and not package.in_loop(spawn.call) for spawn in spawns
    )


def is_once(package: Package, function: Function, depth: int = 0) -> bool:
    """Tell whether a function, or a literal around it, runs once: as its caller does, or by a sync.Once."""
    if package.is_process_lifetime(function):
        return True
    current: Function | None = function
    while current is not None and not current.name:
        if _argument_of(package, current, _ONCE):
            return True
        current = package.enclosing(current)
    if current is None:
        return False
    callers = package.callers(current)
    if callers:
        is_hidden = current.name[:1].islower() and not package.is_value(current) and depth < _DEPTH
        return is_hidden and all(
            not package.in_loop(call) and is_once(package, caller, depth + 1) for caller, call in callers
        )
    parents = [package.parent(mention) for mention in mentions_of(package, current)]
    return bool(parents) and all(
        isinstance(parent, Call) and package.callee(parent).external in _ONCE for parent in parents
    )


def callers_of(package: Package, function: Function) -> tuple[tuple[Function, Call], ...]:
    """Return the calls to which the function returns: not those of go statements."""
    return tuple(
        (caller, call) for caller, call in package.callers(function) if not isinstance(package.parent(call), Go)
    )


def roots_of(package: Package, function: Function) -> tuple[Function, ...]:
    """Return the goroutine roots that run the function through calls by name, itself included."""
    found: list[Function] = []
    seen: set[Function] = set()
    pending = [function]
    while pending:
        current = pending.pop()
        if current in seen:
            continue
        seen.add(current)
        if package.spawners(current):
            found.append(current)
        pending += [caller for caller, _ in callers_of(package, current)]
        around = package.enclosing(current)
        if around is not None and role(package, current) is Role.INLINE:
            pending.append(around)
    return tuple(found)


def is_deferred(package: Package, call: Call) -> bool:
    """Tell whether the call is that of a defer statement."""
    return isinstance(package.parent(call), Defer)
