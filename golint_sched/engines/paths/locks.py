"""The lock protocol: `mu.Lock()` and `mu.Unlock()`, `mu.RLock()` and `mu.RUnlock()`, on one object."""

from golint_sched.engines.paths.keys import Key, key_of, method_selector, receiver_key
from golint_sched.engines.paths.locks_elsewhere import released_elsewhere, wrapped, wrapped_action
from golint_sched.engines.paths.protocol import Action, Effect, Protocol, Repeat
from golint_sched.engines.paths.tickets import Tickets
from golint_sched.knowledge.callbacks import CALLS_ARGUMENT
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, Name, Selector, Unary
from golint_sched.model.functions import Function
from golint_sched.model.types import PointerType

READ = "read"
WRITE = "write"

_DEADLOCK = "github.com/sasha-s/go-deadlock"
_EXCLUSIVE = ("sync.Mutex", "sync.RWMutex", "sync.Locker", f"{_DEADLOCK}.Mutex", f"{_DEADLOCK}.RWMutex")
_SHARED = ("sync.RWMutex", f"{_DEADLOCK}.RWMutex")

_METHODS = {
    f"{owner}.{method}": (effect, WRITE)
    for owner in _EXCLUSIVE
    for method, effect in (("Lock", Effect.ACQUIRE), ("Unlock", Effect.RELEASE), ("TryLock", Effect.ATTEMPT))
} | {
    f"{owner}.{method}": (effect, READ)
    for owner in _SHARED
    for method, effect in (("RLock", Effect.ACQUIRE), ("RUnlock", Effect.RELEASE), ("TryRLock", Effect.ATTEMPT))
}


def _action(package: Package, call: Call) -> Action | None:
    """`s.mu.Lock()`, `s.Lock()` where another package declares the method, and `tx.Done()` where it ends a lock."""
    return (
        _plain_action(package, call)
        or _handed_release(package, call)
        or wrapped_action(package, call, _plain_action)
        or package.shared(_tickets).action(call)
    )


def _tickets(package: Package) -> Tickets:
    return Tickets(package, _plain_action)


def _plain_action(package: Package, call: Call) -> Action | None:
    """`s.mu.Lock()`, `s.Lock()` of an embedded mutex, and a call of a variable that holds such a method."""
    known = _METHODS.get(package.callee(call).external)
    selector = method_selector(package, call) if known is not None else None
    key = receiver_key(package, selector) if selector is not None else None
    return None if known is None or key is None else Action(known[0], key, known[1])


def _handed_release(package: Package, call: Call) -> Action | None:
    """`once.Do(mu.Unlock)`."""
    if package.callee(call).external in CALLS_ARGUMENT:
        for argument in call.arguments:
            if isinstance(argument, Selector):
                known = _METHODS.get(package.resolver.function_value(argument).external)
                key = receiver_key(package, argument) if known is not None else None
                if known is not None and key is not None and known[0] is Effect.RELEASE:
                    return Action(known[0], key, known[1])
    return None


def _released_value(package: Package, expression: Expression) -> Key | None:
    """`mu.Unlock` as a value, also by a variable that holds it."""
    if isinstance(expression, Name):
        definitions = package.definitions(expression.variable)
        if len(definitions) != 1 or not isinstance(definitions[0].value, Selector):
            return None
        expression = definitions[0].value
    if not isinstance(expression, Selector):
        return None
    name = package.resolver.function_value(expression).external
    known = _METHODS.get(name)
    key = receiver_key(package, expression)
    if known is not None:
        return key if known[0] is Effect.RELEASE else None
    found = wrapped(package, name, _plain_action)
    if key is None or found is None or found[0] is not Effect.RELEASE:
        return None
    return Key(key.root, (*key.path, *found[1]))


def _pointed(package: Package, expression: Expression) -> Key | None:
    """`&s.mu`, and a variable that holds such a pointer."""
    if isinstance(expression, Unary) and expression.operator == "&":
        inner = expression.operand
        return key_of(package, inner) if package.type_name(inner) in _EXCLUSIVE else None
    if isinstance(expression, Name) and isinstance(package.type_of(expression), PointerType):
        return key_of(package, expression) if package.type_name(expression) in _EXCLUSIVE else None
    return None


def _given_away(package: Package, function: Function, key: Key) -> frozenset[int]:
    """Return the nodes at which code out of sight gets the lock, or the end of a ticket releases it with others."""
    tickets, graph = package.shared(_tickets), package.graph(function)
    ends = {
        node.index
        for node in graph.nodes
        if isinstance(node.origin, Call) and any(each.key == key for each in tickets.releases(node.origin)[1:])
    }
    return released_elsewhere(package, function, key, _plain_action) | ends


# A mutex: a second Lock of one that the goroutine holds waits for ever.
LOCK = Protocol(
    name="lock",
    repeat=Repeat.BLOCKS,
    action=_action,
    released_value=_released_value,
    pointed=_pointed,
    given_away=_given_away,
)
