"""Response bodies that somebody has to close."""

from collections.abc import Iterator
from dataclasses import replace

from golint_sched.engines.paths.acquired import Resource, response_function
from golint_sched.engines.paths.bodiless import is_bodiless
from golint_sched.engines.paths.cancels import is_ended
from golint_sched.engines.paths.clients import gives_up
from golint_sched.engines.paths.escapes import Handling
from golint_sched.engines.paths.keys import Key, key_of
from golint_sched.engines.paths.protocol import Action, Effect
from golint_sched.engines.paths.roles import is_handler
from golint_sched.engines.paths.terms import Term
from golint_sched.engines.paths.values import Kind, Values
from golint_sched.flow.graph import Condition, Ending, Graph, Holds, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    Constant,
    Expression,
    Name,
    QualifiedName,
    Selector,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare
from golint_sched.model.types import NamedType, PointerType, Type

_FETCHING = ("Get", "Head", "Post", "PostForm")
_WRAPPERS = 1  # functions between a call and the one that makes the request
_HEADS = frozenset({"net/http.Head", "net/http.Client.Head"})
_SENDING = ("net/http.Client.Do", "net/http.Transport.RoundTrip", "net/http.RoundTripper.RoundTrip")
_ORIGINS: dict[str, tuple[int, int | None]] = dict.fromkeys(
    (*_SENDING, *(f"net/http.{owner}{name}" for owner in ("", "Client.") for name in _FETCHING)), (0, 1)
)
_PATHS: dict[Type, tuple[str, ...]] = {
    PointerType(NamedType("net/http", "Response")): ("Body",),
    NamedType("io", "ReadCloser"): (),
}
_CLOSERS = ("io.ReadCloser", "io.Closer")
_CONTEXT, _DETACHED = "net/http.Request.Context", "context.WithoutCancel"
_DERIVED = 6  # contexts made of contexts; a longer chain is a cycle
_WRITES = "net/http.Response.Write"  # "The Response Body is closed after it is sent.", its comment says

_TESTIFY = "github.com/stretchr/testify"
_USES = frozenset(
    {"fmt.", "log.", "log/slog.", "testing.", "errors.", "reflect.", "encoding/json.", "github.com/sirupsen/logrus."}
    | {
        f"{_TESTIFY}/assert.",
        f"{_TESTIFY}/require.",
        f"{_TESTIFY}/assert.Assertions.",
        f"{_TESTIFY}/require.Assertions.",
    }
    | {"io.ReadAll", "io.Copy", "io.CopyN", "io.CopyBuffer", "io.ReadFull", "io.ReadAtLeast", "io/ioutil.ReadAll"}
    | {"encoding/binary.Read", "bytes.Buffer.ReadFrom", "bufio.Writer.ReadFrom", "os.File.ReadFrom", "hash.Hash.Write"}
    | {"net/http/httputil.DumpResponse", "golang.org/x/net/html.Parse", "image.Decode", "image.DecodeConfig"}
    | {"builtin.len", "builtin.print", "builtin.println"}
)
_WRAPS = frozenset(
    {"encoding/json.NewDecoder", "encoding/xml.NewDecoder", "encoding/gob.NewDecoder", "encoding/csv.NewReader"}
    | {"bufio.NewReader", "bufio.NewReaderSize", "bufio.NewScanner", "io.LimitReader", "io.TeeReader", "io.MultiReader"}
    | {
        "io.NopCloser",
        "io/ioutil.NopCloser",
        "archive/tar.NewReader",
        "encoding/base64.NewDecoder",
        "gopkg.in/yaml.v3.NewDecoder",
    }
    | {f"compress/{name}.NewReader" for name in ("gzip", "zlib", "flate", "bzip2")}
    | {"golang.org/x/net/html.NewTokenizer", "mime/multipart.NewReader", "encoding/hex.NewDecoder"}
)


def _action(package: Package, call: Call) -> Action | None:
    """`resp.Body.Close()`, `body.Close()`, `resp.Write(w)`."""
    function = call.function
    if isinstance(function, Selector) and package.callee(call).external == _WRITES:
        key = key_of(package, function.base)
        return None if key is None else Action(Effect.RELEASE, replace(key, path=(*key.path, "Body")))
    if not isinstance(function, Selector) or function.field != "Close" or call.arguments:
        return None
    base = function.base
    if not (isinstance(base, Selector) and base.field == "Body") and package.type_name(base) not in _CLOSERS:
        return None
    key = key_of(package, base)
    return None if key is None else Action(Effect.RELEASE, key)


# They read to the end, and leave nothing open: the connection is free again, or closed after an error.
_EMPTY = frozenset({"io.ReadAll", "io/ioutil.ReadAll", "io.Copy", "io.CopyBuffer", "bytes.Buffer.ReadFrom"})
# Their only errors are those of the body, after which net/http has closed the connection.
_FAILS_WITH_BODY = frozenset({"io.ReadAll", "io/ioutil.ReadAll", "bytes.Buffer.ReadFrom"})
_DISCARDS = ("io", "io/ioutil")
_DUMP = "net/http/httputil.DumpResponse"  # with true for its `body`, it reads and closes what it replaces


def _emptied(package: Package, function: Function, key: Key) -> frozenset[int]:
    """Return the nodes at which the body has been read to its end, or reading it has failed.

    The shapes are `io.Copy(io.Discard, resp.Body)`, `data, err := io.ReadAll(resp.Body)`, the same in a helper that is
    given the body, `httputil.DumpResponse(resp, true)`, which puts a copy in its place, and
    `_, err := io.Copy(file, resp.Body); if err != nil { … }`, where it is what follows for a nil error: the file may
    have been at fault.
    """
    graph = package.graph(function)
    found: set[int] = set()
    for node in graph.nodes:
        call = node.origin
        if not isinstance(call, Call) or not _reads_all(package, call, key):
            continue
        test = None if _fails_with_body(package, call) else _test_after(package, graph, node.index)
        if test is None:
            found.add(node.index)
        else:
            targets = (edge.target for edge in graph.successors[test.index] if edge.guard == Holds(_is_equal(test)))
            found.update(target for target in targets if len(graph.predecessors[target]) == 1)
    return frozenset(found)


def _reads_all(package: Package, call: Call, key: Key) -> bool:
    """Tell whether a call is given what the key names, and reads it to the end; a helper does so before all else."""
    callee = package.callee(call)
    for place, argument in enumerate(call.arguments):
        given = key_of(package, argument)
        if given is None or given.root != key.root or given.path != key.path[: len(given.path)]:
            continue
        if callee.external in _EMPTY:
            return given == key
        if callee.external == _DUMP:
            return _is_true(call.arguments[-1]) and key.path == (*given.path, "Body")
        if not callee.functions or not callee.certain:
            return False
        rest = key.path[len(given.path) :]
        return all(_begins_with_reading(package, each, place, rest) for each in callee.functions)
    return False


def _is_true(value: Expression) -> bool:
    return isinstance(value, BuiltinName) and value.name == "true"


def _begins_with_reading(package: Package, function: Function, place: int, path: tuple[str | Term, ...]) -> bool:
    """Tell whether every way through a function of the package reads a field of a parameter to its end."""
    if function.body is None or place >= len(function.parameters):
        return False
    graph = package.graph(function)
    key = Key(function.parameters[place], path)
    reads = [
        node.index
        for node in graph.nodes
        if isinstance(node.origin, Call)
        and package.callee(node.origin).external in _EMPTY
        and _fails_with_body(package, node.origin)
        and any(key_of(package, argument) == key for argument in node.origin.arguments)
    ]
    left = [end for ending, end in graph.endings.items() if ending in (Ending.RETURN, Ending.GOEXIT)]
    return any(all(graph.dominates(read, end) for end in left if end in graph.reachable) for read in reads)


def _fails_with_body(package: Package, call: Call) -> bool:
    """Tell whether an error of a call that reads a body is one of that body."""
    callee = package.callee(call)
    match call.arguments:
        case (QualifiedName(package=place, name="Discard"), *_) if callee.external in _EMPTY:
            return place in _DISCARDS
        case _:
            return callee.external in (*_FAILS_WITH_BODY, _DUMP) or bool(callee.functions)


def _test_after(package: Package, graph: Graph, index: int) -> Node | None:
    """Return the test of the error that follows directly on the assignment of the call's results."""
    for _ in range(2):
        edges = graph.successors[index]
        if len(edges) != 1:
            return None
        index = edges[0].target
        match graph.nodes[index].origin:
            case Condition(expression=Binary(operator="==" | "!=", left=left, right=BuiltinName(name="nil"))):
                return graph.nodes[index] if package.type_of(left) == NamedType("builtin", "error") else None
            case Assign() | Declare():
                pass
            case _:
                return None
    return None


def _is_equal(test: Node) -> bool:
    expression = test.origin.expression if isinstance(test.origin, Condition) else None
    return isinstance(expression, Binary) and expression.operator == "=="


def bodies_of(package: Package) -> Values:
    """Return the response bodies of a package."""
    return package.shared(_bodies)


def _bodies(package: Package) -> Values:
    resource = Resource(_ORIGINS, _PATHS, response_function, harmless=_needs_no_close)
    handling = Handling(_USES - _WRAPS, _WRAPS)
    return Values(package, Kind("response body", resource, handling, _action, _emptied, is_bodiless))


def _needs_no_close(package: Package, origin: Call) -> bool:
    """Tell whether what a neighbour's function sends leaves nothing open for long, as is seen where it is sent."""
    return has_no_body(package, origin, origin) or is_cancelled(package, origin, origin) or gives_up(package, origin)


# -- requests that need no close -----------------------------------------------------------------------------------


def has_no_body(package: Package, call: Call, origin: Call) -> bool:
    """Tell whether the response is that to a HEAD request, whose body is empty.

    `call` is where the response is needed, and `origin` sends the request, perhaps in a function that `call` leads to.
    """
    if package.callee(origin).external in _HEADS:
        return True
    methods = [method for request in _requests(package, origin) for method in request.arguments[:2]]
    return any(_is_head(method) or _is_given_head(package, method, call) for method in methods)


def _is_given_head(package: Package, method: Expression, call: Call) -> bool:
    """Tell whether a method is a parameter for which `call`, or what it calls, gives HEAD.

    func (c *client) send(method string) {…}        resp, err := c.send("HEAD")
    """
    owner = package.owner(method)
    place = _parameter(package, owner, method)
    if owner is None or place is None:
        return False
    called = package.callee(call).functions
    if owner in called:
        return place < len(call.arguments) and _is_head(call.arguments[place])
    given = [
        inner.arguments[place]
        for each in called
        for inner in package.calls(each)
        if owner in package.callee(inner).functions and place < len(inner.arguments)
    ]
    return bool(given) and all(_is_head(each) or _is_given_head(package, each, call) for each in given)


def _parameter(package: Package, function: Function | None, value: Expression) -> int | None:
    """Return the place of the parameter that a value is, None for any other value, or one that is replaced."""
    if function is None or not isinstance(value, Name) or len(package.definitions(value.variable)) != 1:
        return None
    return next((place for place, one in enumerate(function.parameters) if one is value.variable), None)


def _is_head(expression: Expression) -> bool:
    match expression:
        case Constant(text=text):
            return text.strip('"`').upper() == "HEAD"
        case QualifiedName(package="net/http", name="MethodHead"):
            return True
        case _:
            return False


def is_cancelled(package: Package, call: Call, origin: Call) -> bool:
    """Tell whether the request's context is ended by the function that sends it: its connection is closed then.

    That of a request which a handler was given, and hands on, ends when the handler returns.
    """
    if _ends_with_handler(package, origin):
        return True
    given = [argument for argument in call.arguments if package.type_name(argument) == "context.Context"]
    if any(is_ended(package, context, call) for context in given):
        return True
    for sent in (call, origin):
        for request in _requests(package, sent):
            for argument in request.arguments:
                if package.type_name(argument) == "context.Context" and is_ended(package, argument, request):
                    return True
    return False


def _ends_with_handler(package: Package, call: Call) -> bool:
    """Tell whether a request is that which its handler was given, or goes by its context.

    func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) { resp, err := p.transport.RoundTrip(r); … }
    """
    owner = package.owner(call)
    if owner is None or not is_handler(owner):
        return False
    made = tuple(_requests(package, call))
    if made:
        return all(any(_is_of_handler(package, owner, each, 0) for each in one.arguments) for one in made)
    return any(isinstance(each, Name) and each.variable in owner.parameters for each in call.arguments)


def _is_of_handler(package: Package, handler: Function, context: Expression, depth: int) -> bool:
    """Tell whether a context comes from that of the handler's request: `r.Context()`, and what is derived from it."""
    if depth > _DERIVED:
        return False
    match context:
        case Call(function=Selector(base=Name(variable=variable))) if package.callee(context).external == _CONTEXT:
            return variable in handler.parameters
        case Call(arguments=arguments):
            return package.callee(context).external != _DETACHED and any(
                _is_of_handler(package, handler, each, depth + 1) for each in arguments
            )
        case Name(variable=variable):
            values = [each.value for each in package.definitions(variable) if each.value is not None]
            return bool(values) and all(
                isinstance(each, Call) and _is_of_handler(package, handler, each, depth + 1) for each in values
            )
        case _:
            return False


def _requests(package: Package, call: Call) -> Iterator[Call]:
    """Yield the calls that make the request that a call sends: NewRequest, WithContext."""
    for argument in call.arguments:
        pending, seen = [argument], set[Expression]()
        while pending:
            value = pending.pop()
            if value in seen:
                continue
            seen.add(value)
            match value:
                case Name(variable=variable):
                    pending += [each.value for each in package.definitions(variable) if isinstance(each.value, Call)]
                case Call():
                    name = package.callee(value).external
                    if name.startswith(("net/http.NewRequest", "net/http.Request.")):
                        yield value
                        if isinstance(value.function, Selector):
                            pending.append(value.function.base)
                    else:
                        # `must(http.NewRequest(…))`: whatever is given the request gives it, or one like it.
                        pending += [argument for argument in value.arguments if isinstance(argument, Call)]
                case _:
                    pass
