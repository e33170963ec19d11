"""Reads from a network connection that nothing bounds: no deadline, and nobody else who closes it."""

from collections.abc import Iterator

from golint_sched.engines.liveness.work import parts_of
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Binary, Call, CompositeLiteral, Expression, Name, Selector, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Defer

_CONNECTIONS = frozenset({"net.Conn", "net.TCPConn", "net.UnixConn", "crypto/tls.Conn"})

# Functions that read from an argument until its end → the argument's position.
_READERS = {
    "io.Copy": 1,
    "io.CopyBuffer": 1,
    "io.CopyN": 1,
    "io.ReadAll": 0,
    "io.ReadAtLeast": 0,
    "io.ReadFull": 0,
}
# What these make reads from their argument.
_WRAPPERS = frozenset({"bufio.NewReader", "bufio.NewReaderSize", "bufio.NewScanner"})
_WRAPPER_READS = frozenset(
    {
        "bufio.Reader.Peek",
        "bufio.Reader.Read",
        "bufio.Reader.ReadByte",
        "bufio.Reader.ReadBytes",
        "bufio.Reader.ReadLine",
        "bufio.Reader.ReadRune",
        "bufio.Reader.ReadSlice",
        "bufio.Reader.ReadString",
        "bufio.Scanner.Scan",
    }
)
_LIMITS = frozenset({"SetDeadline", "SetReadDeadline"})
_METHODS = frozenset({"Read", "Write", "LocalAddr", "RemoteAddr", "SetWriteDeadline", "SetKeepAlive", "SetNoDelay"})
_DEPTH = 3  # a connection that goes through more hands is not followed


def is_unbounded_read(package: Package, call: Call, spawn: Spawn, root: Function | None) -> bool:
    """Tell whether a call in the goroutine waits for what a peer sends, and only the peer can end the wait.

    go func() {
        defer up.Close()
        io.Copy(dst, up)
    }()
    """
    connection = _connection(package, call)
    if connection is None:
        return False
    mine = frozenset() if root is None else frozenset(part.function for part in parts_of(package, root))
    return not any(_Hands(package, spawn, mine).may_end(each) for each in _same(package, connection, 0))


def _connection(package: Package, call: Call) -> Variable | None:
    """Return the local variable of the connection that a call reads from, None where it reads from none."""
    external = package.callee(call).external
    source: Expression | None = None
    if external in _READERS and len(call.arguments) > _READERS[external]:
        source = call.arguments[_READERS[external]]
    elif isinstance(call.function, Selector) and (external in _WRAPPER_READS or call.function.field == "Read"):
        source = call.function.base
    return None if source is None else _variable(package, source, 0)


def _variable(package: Package, source: Expression, depth: int) -> Variable | None:
    """Follow `bufio.NewReader(conn)`, and variables that hold it, to the variable of a connection."""
    if depth > _DEPTH:
        return None
    match source:
        case Call(arguments=(inner, *_)) if package.callee(source).external in _WRAPPERS:
            return _variable(package, inner, depth + 1)
        case Name(variable=variable) if package.type_name(source) in _CONNECTIONS:
            return variable
        case Name(variable=variable):
            values = [definition.value for definition in package.definitions(variable)]
            if len(values) == 1 and isinstance(values[0], Call):
                return _variable(package, values[0], depth + 1)
        case _:
            pass
    return None


def _same(package: Package, variable: Variable, depth: int) -> Iterator[Variable | None]:
    """Yield the variable and those that callers pass for it; None where one is not in view."""
    yield variable
    definitions = package.definitions(variable)
    function = definitions[0].function if definitions else None
    if function is None or variable not in function.parameters:
        return
    place = function.parameters.index(variable)
    calls = package.callers(function)
    if not calls or depth > _DEPTH:
        yield None
        return
    for _, call in calls:
        passed = call.arguments[place] if place < len(call.arguments) else None
        if isinstance(passed, Name):
            yield from _same(package, passed.variable, depth + 1)
        else:
            yield None


class _Hands:
    """Looks at what is done with a connection beside the read; `mine` are the functions of the goroutine."""

    def __init__(self, package: Package, spawn: Spawn, mine: frozenset[Function]) -> None:
        self.package = package
        self.spawn = spawn
        self.mine = mine
        self.seen: set[Variable] = set()

    def may_end(self, variable: Variable | None) -> bool:
        """Tell whether a deadline, a Close elsewhere, or somebody out of view may end a read from the connection."""
        if variable is None:
            return True
        if variable in self.seen:
            return False
        self.seen.add(variable)
        return any(self._use_may_end(name) for name in self.package.names(variable))

    def _use_may_end(self, name: Name) -> bool:
        parent = self.package.parent(name)
        match parent:
            case Selector(base=base) if base is name:
                return self._method_may_end(parent)
            case Call(arguments=arguments) if name in arguments:
                return self._callee_may_end(parent, arguments.index(name))
            case Assign(targets=targets) if name in targets:
                return False  # where it is made
            case Binary(operator="==" | "!="):
                return False
            case _:
                return True

    def _callee_may_end(self, call: Call, place: int) -> bool:
        callee = self.package.callee(call)
        if callee.external.startswith(("io.", "bufio.", "fmt.", "log.", "log/slog.")):
            return False
        if len(callee.functions) != 1 or not callee.certain or place >= len(callee.functions[0].parameters):
            return True
        return self.may_end(callee.functions[0].parameters[place])

    def _method_may_end(self, selector: Selector) -> bool:
        call = self.package.parent(selector)
        if not isinstance(call, Call) or call.function is not selector:
            return True  # a method value: somebody may close it
        if selector.field in _LIMITS:
            return not (len(call.arguments) == 1 and _is_zero_time(self.package, call.arguments[0]))
        if selector.field == "Close":
            return not self._comes_after_the_read(call) and not self._comes_before_the_start(call)
        return selector.field not in _METHODS

    def _comes_after_the_read(self, close: Call) -> bool:
        """Tell whether the goroutine itself closes the connection: `defer conn.Close()`, also in a deferred literal."""
        owner = self.package.owner(close)
        if owner is None or owner in self.mine:
            return owner is not None
        literal = self.package.tables.literal_nodes.get(owner)
        around = None if literal is None else self.package.parent(literal)
        deferred = isinstance(around, Call) and isinstance(self.package.parent(around), Defer)
        return deferred and self.package.enclosing(owner) in self.mine

    def _comes_before_the_start(self, close: Call) -> bool:
        """Tell whether the way that closes the connection does not start the goroutine: an early return."""
        if self.package.owner(close) is not self.spawn.function or isinstance(self.package.parent(close), Defer):
            return False
        graph = self.package.graph(self.spawn.function)
        start, end = graph.node_of.get(self.spawn.statement or self.spawn.call), graph.node_of.get(close)
        return start is not None and end is not None and end.index not in graph.reachable_from(start.index)


def _is_zero_time(package: Package, moment: Expression) -> bool:
    """`time.Time{}`, which takes a deadline away."""
    return isinstance(moment, CompositeLiteral) and not moment.elements and package.type_name(moment) == "time.Time"
