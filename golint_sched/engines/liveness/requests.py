"""Which functions serve a request."""

from golint_sched.knowledge import blocking
from golint_sched.link.members import dereference, type_name, underlying
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Element, Expression, Index, PackageName, Selector, Unary
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign
from golint_sched.model.types import NamedType, PointerType, StructType

_STREAM_SUFFIXES = ("Server", "ServerStream")


def handler_around(package: Package, function: Function | None) -> Function | None:
    """Return the request handler that the function is or stands in, the innermost one; None if there is none."""
    while function is not None:
        if is_handler(package, function):
            return function
        if is_kept(package, function):
            return None
        function = package.enclosing(function)
    return None


def is_kept(package: Package, function: Function) -> bool:
    """Tell whether a literal is given away to run who knows when: to code out of view, or into a field.

    session.OnClose(func() { … })          hooks := Hooks{Closed: func() { … }}
    """
    literal = package.tables.literal_nodes.get(function)
    parent = package.parent(literal) if literal is not None else None
    match parent:
        case Call(function=called, arguments=arguments) if literal is not None and called is not literal:
            met = package.callee(parent)
            place = next(number for number, argument in enumerate(arguments) if argument is literal)
            return package.running(parent, literal) is None and not any(
                _calls(package, each, place) for each in met.functions
            )
        case Element():
            return True
        case Assign(targets=targets):
            return any(isinstance(target, Selector | Index) for target in targets)
        case _:
            return False


def _calls(package: Package, function: Function, place: int) -> bool:
    """Tell whether a function calls what it is given at a place, or hands it on to a call."""
    given = function.parameters[place : place + 1]
    return any(isinstance(package.parent(name), Call) for parameter in given for name in package.names(parameter))


def is_handler(package: Package, function: Function) -> bool:
    """Tell whether a function serves one request: of net/http, of a web framework, or of a gRPC service."""
    types = tuple(parameter.type for parameter in function.parameters)
    if blocking.is_http_handler(types):
        return True
    return bool(function.receiver_type) and _is_remote_method(package, function)


def request_context(handler: Function) -> str:
    """Return how the handler's code would write the context of the request."""
    for parameter in handler.parameters:
        name = blocking.named(parameter.type)
        if parameter.name in ("", "_"):
            continue
        if name == "net/http.Request":
            return f"{parameter.name}.Context()"
        if name.endswith("context.Context"):
            return parameter.name
        if "gin." in name:
            return f"{parameter.name}.Request.Context()"
        if "echo" in name:
            return f"{parameter.name}.Request().Context()"
    return "the request's context"


def _is_remote_method(package: Package, function: Function) -> bool:
    """`func (s *server) Get(ctx context.Context, r *Request) (*Response, error)` of a registered service.

    A streaming method is `func (s *server) List(r *Request, stream pb.Service_ListServer) error`.
    """
    if not function.name[:1].isupper() or not function.results or function.results[-1].type != _ERROR:
        return False
    names = [blocking.named(parameter.type) for parameter in function.parameters]
    unary = (
        len(function.parameters) == 2  # noqa: PLR2004 -- the context and the request
        and len(function.results) == 2  # noqa: PLR2004 -- the response and the error
        and names[0] in ("context.Context", "golang.org/x/net/context.Context")
        and isinstance(function.parameters[1].type, PointerType)
        and isinstance(function.results[0].type, PointerType)
    )
    streaming = len(function.results) == 1 and bool(names) and names[-1].endswith(_STREAM_SUFFIXES)
    return (unary or streaming) and _is_service(package, function.receiver_type)


_ERROR = NamedType("builtin", "error")


def _is_service(package: Package, receiver: str) -> bool:
    """Tell whether a type embeds an Unimplemented…Server, or a Register…Server gets one."""
    shape = underlying(package.tables, NamedType("", receiver))
    if isinstance(shape, StructType):
        for field in shape.fields:
            name = type_name(dereference(field.type)).rsplit(".", 1)[-1]
            if field.embedded and name.startswith(("Unimplemented", "Unsafe")) and name.endswith("Server"):
                return True
    for function in package.bodies():
        for call in package.calls(function):
            name = _called(call).rsplit(".", 1)[-1]
            registers = name.startswith("Register") and name.endswith("Server") and len(call.arguments) > 1
            if registers and _is_of(package, call.arguments[1], receiver):
                return True
    return False


def _called(call: Call) -> str:
    match call.function:
        case Selector(field=name) | PackageName(name=name):
            return name
        case function:
            return getattr(function, "name", "")


def _is_of(package: Package, expression: Expression, receiver: str) -> bool:
    if isinstance(expression, Unary):
        expression = expression.operand
    return package.type_name(expression) == receiver
