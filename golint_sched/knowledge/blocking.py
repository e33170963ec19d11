"""Calls outside the package that block, and the shapes of functions that serve a request.

The functions of the standard library were read in the Go 1.27 tree. They wait for a peer, a process or the clock and
take no context. A method is listed only where nothing in its receiver can carry one.
"""

from golint_sched.model.types import NamedType, PointerType, Type

# They block for a bounded time.
SLEEPS = frozenset({"time.Sleep"})

# They talk to a peer or wait for a process, and no context can end them.
WAITS_FOR_PEER = frozenset(
    {
        "database/sql.DB.Begin",
        "database/sql.DB.Exec",
        "database/sql.DB.Ping",
        "database/sql.DB.Prepare",
        "database/sql.DB.Query",
        "database/sql.DB.QueryRow",
        "database/sql.Stmt.Exec",
        "database/sql.Stmt.Query",
        "database/sql.Stmt.QueryRow",
        "database/sql.Tx.Commit",
        "database/sql.Tx.Exec",
        "database/sql.Tx.Query",
        "database/sql.Tx.QueryRow",
        "net.Dial",
        "net.DialTimeout",
        "net.LookupAddr",
        "net.LookupHost",
        "net.LookupIP",
        "net/http.Client.Get",
        "net/http.Client.Head",
        "net/http.Client.Post",
        "net/http.Client.PostForm",
        "net/http.Get",
        "net/http.Head",
        "net/http.Post",
        "net/http.PostForm",
        "net/rpc.Client.Call",
        "net/smtp.Dial",
        "net/smtp.SendMail",
        "os.Process.Wait",
    }
)

# They talk to a peer until their first argument, a context, ends; with one that never does, only the peer ends them.
WAITS_UNTIL_CANCELLED = frozenset(
    {
        "database/sql.Conn.ExecContext",
        "database/sql.Conn.PingContext",
        "database/sql.Conn.QueryContext",
        "database/sql.DB.BeginTx",
        "database/sql.DB.Conn",
        "database/sql.DB.ExecContext",
        "database/sql.DB.PingContext",
        "database/sql.DB.PrepareContext",
        "database/sql.DB.QueryContext",
        "database/sql.DB.QueryRowContext",
        "database/sql.Stmt.ExecContext",
        "database/sql.Stmt.QueryContext",
        "database/sql.Stmt.QueryRowContext",
        "database/sql.Tx.ExecContext",
        "database/sql.Tx.PrepareContext",
        "database/sql.Tx.QueryContext",
        "database/sql.Tx.QueryRowContext",
        "net.Dialer.DialContext",
        "net.Resolver.LookupAddr",
        "net.Resolver.LookupHost",
        "net.Resolver.LookupIP",
        "net.Resolver.LookupIPAddr",
    }
)

# Constructors of requests and commands that carry no context, so that running what they make cannot be cancelled.
MAKES_UNCANCELLABLE = {
    "net/http.NewRequest": frozenset({"net/http.Client.Do", "net/http.RoundTripper.RoundTrip"}),
    "os/exec.Command": frozenset(
        {
            "os/exec.Cmd.Run",
            "os/exec.Cmd.Wait",
            "os/exec.Cmd.Output",
            "os/exec.Cmd.CombinedOutput",
        }
    ),
}

# A context from these never ends.
NEVER_CANCELLED = frozenset(
    {
        "context.Background",
        "context.TODO",
        "context.WithoutCancel",
        "golang.org/x/net/context.Background",
        "golang.org/x/net/context.TODO",
    }
)

# What these make can be cancelled, whatever their parent.
CANCELLED = frozenset(
    {
        f"{package}.{name}"
        for package in ("context", "golang.org/x/net/context")
        for name in ("WithCancel", "WithCancelCause", "WithDeadline", "WithDeadlineCause", "WithTimeout")
    }
    | {"context.WithTimeoutCause", "os/signal.NotifyContext", "golang.org/x/sync/errgroup.WithContext"}
)

# What these make ends by itself.
DEADLINES = frozenset(
    {
        f"{package}.{name}"
        for package in ("context", "golang.org/x/net/context")
        for name in ("WithDeadline", "WithDeadlineCause", "WithTimeout", "WithTimeoutCause")
    }
)

# Their methods and functions write to a log or a metric, or only compute: they end nothing and wait for nobody.
HARMLESS_PACKAGES = frozenset(
    {
        "bytes",
        "context",
        "encoding/hex",
        "encoding/json",
        "errors",
        "fmt",
        "log",
        "log/slog",
        "maps",
        "math",
        "math/rand",
        "math/rand/v2",
        "path",
        "path/filepath",
        "reflect",
        "runtime",
        "runtime/debug",
        "slices",
        "sort",
        "strconv",
        "strings",
        "sync",
        "sync/atomic",
        "time",
        "unicode",
        "unicode/utf8",
        "github.com/golang/glog",
        "github.com/hashicorp/go-hclog",
        "github.com/prometheus/client_golang/prometheus",
        "github.com/rs/zerolog",
        "github.com/rs/zerolog/log",
        "github.com/sirupsen/logrus",
        "go.uber.org/zap",
        "k8s.io/klog",
        "k8s.io/klog/v2",
    }
)

# Harmless as they are, these look at clocks, flags and contexts, which may say that it is time to stop.
_SEES_MORE = frozenset({"context", "sync", "sync/atomic", "time"})

# The one parameter, or the first, of a handler in a web framework.
_FRAMEWORK_CONTEXTS = frozenset(
    {
        "github.com/gin-gonic/gin.Context",
        "github.com/gofiber/fiber.Ctx",
        "github.com/gofiber/fiber/v2.Ctx",
        "github.com/gofiber/fiber/v3.Ctx",
        "github.com/kataras/iris/v12.Context",
        "github.com/labstack/echo.Context",
        "github.com/labstack/echo/v4.Context",
        "github.com/labstack/echo/v5.Context",
        "github.com/valyala/fasthttp.RequestCtx",
    }
)


def package_of(external: str) -> str:
    """Return the import path in the full name of a function or method elsewhere."""
    slash = external.rfind("/")
    return external[: external.find(".", slash + 1)]


def is_harmless(external: str) -> bool:
    """Tell whether a call of the function neither waits for anybody nor ends anything."""
    return external.startswith("builtin.") or package_of(external) in HARMLESS_PACKAGES


def only_computes(external: str) -> bool:
    """Tell whether what the function returns depends on its arguments alone, or it only writes to a log."""
    name = external.rsplit(".", 1)[-1]
    if name.startswith(("Scan", "Fscan")) or package_of(external) in _SEES_MORE:
        return False
    return is_harmless(external)


def named(given: Type | None) -> str:
    """Return the full name of a named type of another package, behind a pointer or not; "" for other types."""
    if isinstance(given, PointerType):
        given = given.element
    return f"{given.package}.{given.name}" if isinstance(given, NamedType) and given.package else ""


def is_http_handler(parameters: tuple[Type | None, ...]) -> bool:
    """Tell whether parameters are those of a request handler, of net/http's form or of a framework's.

    The forms are `(http.ResponseWriter, *http.Request)`, also with httprouter's third parameter, and
    `(*gin.Context)` with its like in other frameworks.
    """
    names = [named(parameter) for parameter in parameters]
    if names[:2] == ["net/http.ResponseWriter", "net/http.Request"]:
        return len(names) == 2 or names[2:] == ["github.com/julienschmidt/httprouter.Params"]  # noqa: PLR2004 -- w, r
    return len(names) == 1 and names[0] in _FRAMEWORK_CONTEXTS
