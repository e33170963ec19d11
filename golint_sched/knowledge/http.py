"""What the analyzer knows of net/http's servers."""

SERVER = "net/http.Server"

# The fields that bound how long a connection may keep its goroutine while its client is silent.
TIMEOUTS = ("IdleTimeout", "ReadTimeout", "ReadHeaderTimeout")

# The methods that accept connections with the settings that the server has at that moment.
SERVES = frozenset({"Serve", "ServeTLS", "ListenAndServe", "ListenAndServeTLS"})

# The functions that make a server of their own, whose timeouts nobody can set.
SERVE_HELPERS = frozenset(f"net/http.{name}" for name in SERVES)

# What is given a server and leaves its timeouts alone: path prefixes of packages, and full names of functions.
READERS = ("fmt.", "log.", "log/slog.", "errors.", "builtin.", "testing.", "reflect.", "context.")
SETTERS_OF_OTHER_FIELDS = frozenset({"golang.org/x/net/http2.ConfigureServer"})

# Listeners that no connection reaches from outside the process.
IN_MEMORY_LISTENERS = frozenset(
    {
        "google.golang.org/grpc/test/bufconn.Listen",
        "github.com/valyala/fasthttp/fasthttputil.NewInmemoryListener",
    }
)

# What makes a listener for a network → the position of the network's name.
LISTENS = {
    "net.Listen": 0,
    "net.ListenConfig.Listen": 1,
    "net.ListenUnix": 0,
}

# Their peers are processes of the same machine, and the kernel closes the socket of one that ends.
LOCAL_NETWORKS = frozenset({"unix", "unixpacket"})

# Listeners made of a listener, their first argument.
WRAPS_LISTENER = frozenset({"crypto/tls.NewListener", "golang.org/x/net/netutil.LimitListener"})

# A server that is stored here serves one test.
TEST_SERVER = "net/http/httptest.Server"
