"""Result types of functions and methods outside the package, and types of their structs' fields.

Names are written `import/path.Name` and `import/path.Type.Member`. The types were taken from the declarations in
the Go 1.27 tree and, for `golang.org/x`, from the module's own. What is not here has an unknown type; a wrong entry
would be worse than a missing one.
"""

from functools import cache

from golint_sched.model.types import (
    UNKNOWN,
    ChannelType,
    FunctionType,
    MapType,
    NamedType,
    PointerType,
    SliceType,
    Type,
)

_PREDECLARED = frozenset(
    {"any", "bool", "byte", "comparable", "complex64", "complex128", "error", "float32", "float64", "int", "int8"}
    | {"int16", "int32", "int64", "rune", "string", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr"}
)

# function or method → the types of its results, comma-separated
_RESULTS = {
    "context.Background": "context.Context",
    "context.TODO": "context.Context",
    "context.WithCancel": "context.Context, context.CancelFunc",
    "context.WithCancelCause": "context.Context, context.CancelCauseFunc",
    "context.WithDeadline": "context.Context, context.CancelFunc",
    "context.WithDeadlineCause": "context.Context, context.CancelFunc",
    "context.WithTimeout": "context.Context, context.CancelFunc",
    "context.WithTimeoutCause": "context.Context, context.CancelFunc",
    "context.WithValue": "context.Context",
    "context.WithoutCancel": "context.Context",
    "context.AfterFunc": "func() bool",
    "context.Cause": "error",
    "context.Context.Done": "<-chan struct{}",
    "context.Context.Err": "error",
    "context.Context.Value": "any",
    "context.Context.Deadline": "time.Time, bool",
    "errors.New": "error",
    "errors.Join": "error",
    "fmt.Errorf": "error",
    "fmt.Sprintf": "string",
    "fmt.Sprint": "string",
    "golang.org/x/net/context.Background": "context.Context",
    "golang.org/x/net/context.WithCancel": "context.Context, context.CancelFunc",
    "golang.org/x/net/context.WithTimeout": "context.Context, context.CancelFunc",
    "golang.org/x/sync/errgroup.WithContext": "*golang.org/x/sync/errgroup.Group, context.Context",
    "golang.org/x/sync/errgroup.Group.Wait": "error",
    "golang.org/x/sync/errgroup.Group.TryGo": "bool",
    "golang.org/x/sync/semaphore.NewWeighted": "*golang.org/x/sync/semaphore.Weighted",
    "golang.org/x/sync/semaphore.Weighted.Acquire": "error",
    "golang.org/x/sync/semaphore.Weighted.TryAcquire": "bool",
    "io.Pipe": "*io.PipeReader, *io.PipeWriter",
    "iter.Pull": "func(), func()",
    "iter.Pull2": "func(), func()",
    "log.New": "*log.Logger",
    "log.Default": "*log.Logger",
    "net.Dial": "net.Conn, error",
    "net.DialTimeout": "net.Conn, error",
    "net.Listen": "net.Listener, error",
    "net.ListenPacket": "net.PacketConn, error",
    "net.ListenTCP": "*net.TCPListener, error",
    "net.ListenUDP": "*net.UDPConn, error",
    "net.ListenUnix": "*net.UnixListener, error",
    "net.Pipe": "net.Conn, net.Conn",
    "net.Dialer.Dial": "net.Conn, error",
    "net.Dialer.DialContext": "net.Conn, error",
    "net.Listener.Accept": "net.Conn, error",
    "net.Listener.Close": "error",
    "net.TCPListener.Accept": "net.Conn, error",
    "net.TCPListener.AcceptTCP": "*net.TCPConn, error",
    "net.UnixListener.Accept": "net.Conn, error",
    "net.Conn.Read": "int, error",
    "net.Conn.Write": "int, error",
    "net.Conn.Close": "error",
    "bufio.NewReader": "*bufio.Reader",
    "bufio.NewReaderSize": "*bufio.Reader",
    "bufio.NewScanner": "*bufio.Scanner",
    "net/http.Hijacker.Hijack": "net.Conn, *bufio.ReadWriter, error",
    "net/http.NewResponseController": "*net/http.ResponseController",
    "net/http.ResponseController.Hijack": "net.Conn, *bufio.ReadWriter, error",
    "crypto/tls.Dial": "*crypto/tls.Conn, error",
    "crypto/tls.Client": "*crypto/tls.Conn",
    "net.DialTCP": "*net.TCPConn, error",
    "net.DialUnix": "*net.UnixConn, error",
    "net/http.Get": "*net/http.Response, error",
    "net/http.Head": "*net/http.Response, error",
    "net/http.Post": "*net/http.Response, error",
    "net/http.PostForm": "*net/http.Response, error",
    "net/http.Client.Do": "*net/http.Response, error",
    "net/http.Client.Get": "*net/http.Response, error",
    "net/http.Client.Head": "*net/http.Response, error",
    "net/http.Client.Post": "*net/http.Response, error",
    "net/http.Client.PostForm": "*net/http.Response, error",
    "net/http.NewRequest": "*net/http.Request, error",
    "net/http.NewRequestWithContext": "*net/http.Request, error",
    "net/http.NewServeMux": "*net/http.ServeMux",
    "net/http.HandlerFunc": "net/http.HandlerFunc",
    "net/http.TimeoutHandler": "net/http.Handler",
    "net/http.Request.Context": "context.Context",
    "net/http.Request.WithContext": "*net/http.Request",
    "net/http.Request.Clone": "*net/http.Request",
    "net/http.Server.ListenAndServe": "error",
    "net/http.Server.ListenAndServeTLS": "error",
    "net/http.Server.Serve": "error",
    "net/http.Server.ServeTLS": "error",
    "net/http.Server.Shutdown": "error",
    "net/http.Server.Close": "error",
    "net/http.Transport.Clone": "*net/http.Transport",
    "net/http.Transport.RoundTrip": "*net/http.Response, error",
    "net/http.RoundTripper.RoundTrip": "*net/http.Response, error",
    "net/http/httptest.NewServer": "*net/http/httptest.Server",
    "net/http/httptest.NewUnstartedServer": "*net/http/httptest.Server",
    "net/http/httptest.NewRecorder": "*net/http/httptest.ResponseRecorder",
    "net/http/httptest.NewRequest": "*net/http.Request",
    "os.Getenv": "string",
    "os.Open": "*os.File, error",
    "os.Create": "*os.File, error",
    "os.OpenFile": "*os.File, error",
    "os.Pipe": "*os.File, *os.File, error",
    "os/exec.Command": "*os/exec.Cmd",
    "os/exec.CommandContext": "*os/exec.Cmd",
    "os/exec.Cmd.Wait": "error",
    "os/exec.Cmd.Run": "error",
    "os/exec.Cmd.Start": "error",
    "os/signal.NotifyContext": "context.Context, context.CancelFunc",
    "runtime.NumCPU": "int",
    "runtime.GOMAXPROCS": "int",
    "runtime.NumGoroutine": "int",
    "sync.NewCond": "*sync.Cond",
    "sync.OnceFunc": "func()",
    "sync.Mutex.TryLock": "bool",
    "sync.RWMutex.TryLock": "bool",
    "sync.RWMutex.TryRLock": "bool",
    "sync.RWMutex.RLocker": "sync.Locker",
    "sync/atomic.LoadInt32": "int32",
    "sync/atomic.LoadInt64": "int64",
    "sync/atomic.LoadUint32": "uint32",
    "sync/atomic.Bool.Load": "bool",
    "sync/atomic.Int32.Load": "int32",
    "sync/atomic.Int64.Load": "int64",
    "testing.T.Context": "context.Context",
    "testing.B.Context": "context.Context",
    "testing.TB.Context": "context.Context",
    "testing.T.Name": "string",
    "testing.T.TempDir": "string",
    "time.After": "<-chan time.Time",
    "time.AfterFunc": "*time.Timer",
    "time.NewTicker": "*time.Ticker",
    "time.NewTimer": "*time.Timer",
    "time.Now": "time.Time",
    "time.Since": "time.Duration",
    "time.Until": "time.Duration",
    "time.Tick": "<-chan time.Time",
    "time.Timer.Stop": "bool",
    "time.Timer.Reset": "bool",
    "time.Time.Add": "time.Time",
    "time.Time.Sub": "time.Duration",
}

# struct field → its type
_FIELDS = {
    "net/http.Request.Body": "io.ReadCloser",
    "net/http.Request.Header": "net/http.Header",
    "net/http.Request.URL": "*net/url.URL",
    "net/http.Request.Method": "string",
    "net/http.Response.Body": "io.ReadCloser",
    "net/http.Response.StatusCode": "int",
    "net/http.Client.Timeout": "time.Duration",
    "net/http.Client.Transport": "net/http.RoundTripper",
    "net/http.Server.Handler": "net/http.Handler",
    "net/http.Server.Addr": "string",
    "net/http.Server.IdleTimeout": "time.Duration",
    "net/http.Server.ReadTimeout": "time.Duration",
    "net/http.Server.ReadHeaderTimeout": "time.Duration",
    "net/http/httptest.Server.Config": "*net/http.Server",
    "os/exec.Cmd.Process": "*os.Process",
    "sync.Cond.L": "sync.Locker",
    "time.Ticker.C": "<-chan time.Time",
    "time.Timer.C": "<-chan time.Time",
}

# package variable → its type
_VARIABLES = {
    "context.Canceled": "error",
    "context.DeadlineExceeded": "error",
    "net/http.DefaultClient": "*net/http.Client",
    "net/http.DefaultServeMux": "*net/http.ServeMux",
    "net/http.DefaultTransport": "net/http.RoundTripper",
    "net/http.ErrServerClosed": "error",
    "io.EOF": "error",
    "os.Stdin": "*os.File",
    "os.Stdout": "*os.File",
    "os.Stderr": "*os.File",
}

# Types that are other names of one type, so that a method is known by one name only.
_SAME_TYPE = {
    "golang.org/x/net/context.Context": "context.Context",
    "golang.org/x/net/context.CancelFunc": "context.CancelFunc",
}

# type → all of its methods, for types that are often embedded beside others that have methods
METHODS = {
    "context.Context": frozenset({"Deadline", "Done", "Err", "Value"}),
    "net.Conn": frozenset(
        {"Close", "LocalAddr", "Read", "RemoteAddr", "SetDeadline", "SetReadDeadline", "SetWriteDeadline", "Write"}
    ),
    "net.Listener": frozenset({"Accept", "Addr", "Close"}),
    "sync.Locker": frozenset({"Lock", "Unlock"}),
    "sync.Mutex": frozenset({"Lock", "TryLock", "Unlock"}),
    "sync.Once": frozenset({"Do"}),
    "sync.RWMutex": frozenset({"Lock", "RLock", "RLocker", "RUnlock", "TryLock", "TryRLock", "Unlock"}),
    "sync.WaitGroup": frozenset({"Add", "Done", "Go", "Wait"}),
}

# A struct embeds these, and has their methods.
EMBEDDED = {
    "net.TCPConn": ("net.Conn",),
    "net.UDPConn": ("net.Conn",),
    "net.UnixConn": ("net.Conn",),
    "net.TCPListener": ("net.Listener",),
    "net.UnixListener": ("net.Listener",),
    "crypto/tls.Conn": ("net.Conn",),
    "testing.T": ("testing.TB",),
    "testing.B": ("testing.TB",),
    "testing.F": ("testing.TB",),
}


@cache
def read_type(text: str) -> Type:
    """Return the type that a table entry writes: `*T`, `[]T`, `<-chan T`, `func()`, `func() T`, `path.Name`."""
    text = text.strip()
    if text.startswith("*"):
        return PointerType(read_type(text[1:]))
    if text.startswith("[]"):
        return SliceType(read_type(text[2:]))
    if text.startswith("map["):
        key, value = text[4:].split("]", 1)
        return MapType(read_type(key), read_type(value))
    if text.startswith("<-chan "):
        return ChannelType(read_type(text[7:]), can_send=False)
    if text.startswith("chan "):
        return ChannelType(read_type(text[5:]))
    if text.startswith("func()"):
        rest = text[6:].strip()
        return FunctionType(results=(read_type(rest),) if rest else ())
    if text in _PREDECLARED:
        return NamedType("builtin", text)
    if "." in text:
        package, name = text.rsplit(".", 1)
        return NamedType(package, name)
    return UNKNOWN


def canonical(name: str) -> str:
    """Return the one name under which the tables know a type."""
    return _SAME_TYPE.get(name, name)


@cache
def results(name: str) -> tuple[Type, ...] | None:
    """Return the result types of the function or method `name`, None where they are not known."""
    text = _RESULTS.get(name)
    return None if text is None else tuple(read_type(part) for part in text.split(", "))


@cache
def field_type(name: str) -> Type | None:
    """Return the type of the struct field `import/path.Type.Field`, None where it is not known."""
    text = _FIELDS.get(name)
    return None if text is None else read_type(text)


@cache
def variable_type(name: str) -> Type | None:
    """Return the type of the package variable `name`, None where it is not known."""
    text = _VARIABLES.get(name)
    return None if text is None else read_type(text)
