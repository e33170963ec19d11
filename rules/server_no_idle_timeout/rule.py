"""An http.Server that keeps idle connections for ever."""

from collections.abc import Iterator

from golint_sched.engines.configuration import OpenServer, Setting, Settings, open_servers
from golint_sched.finding import Confidence, Finding, Level
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS301",
    name="server-no-idle-timeout",
    summary="An http.Server without IdleTimeout and ReadTimeout keeps a goroutine for every idle connection",
    level=Level.WARNING,
    confidence=Confidence.HIGH,
    proof="conn",
    since="0.1.0",
    cwe=(400,),
    needs=(("net/http", "Server"),),
    in_tests=False,
    elsewhere=("gosec", "G112", "G114"),
)

_NEGATIVE_MEANS_NO_LIMIT = (1, 23)
_OPEN = frozenset({Setting.ABSENT, Setting.ZERO, Setting.NEGATIVE})
_WHO = "after a request the connection stays open for the next one, and its goroutine waits until the client closes it"


def _limit(settings: Settings) -> tuple[str, Setting]:
    """Return the field that limits idle connections, and its value: a zero IdleTimeout falls back to ReadTimeout."""
    if settings.idle in {Setting.ABSENT, Setting.ZERO}:
        return "ReadTimeout", settings.read
    return "IdleTimeout", settings.idle


def _is_open(settings: Settings) -> bool:
    return settings.keep_alives and _limit(settings)[1] in _OPEN


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for every server that is used without a limit for idle connections.

    srv := &http.Server{Addr: ":8080", Handler: mux}
    srv.ListenAndServe()
    """
    for found in open_servers(package, _is_open):
        field, value = _limit(found.settings)
        if value is Setting.NEGATIVE:
            yield _negative(package, found, field)
        else:
            yield _finding(found)


def _finding(found: OpenServer) -> Finding:
    header = found.settings.header is Setting.SET
    only = "; ReadHeaderTimeout does not end an idle connection" if header else ""
    path = found.on_a_path
    return RULE.at(
        found.server.source.span,
        f"{found.name} keeps idle connections for ever: neither IdleTimeout nor ReadTimeout is set{path}",
        label=f"no IdleTimeout and no ReadTimeout{path}",
        function=found.server.source.function.key if found.server.source.function else "",
        sites=found.sites,
        notes=(f"{_WHO}{only}",),
        help=f"set `IdleTimeout` on {found.name}, 120 * time.Second for example; without it ReadTimeout is the limit",
        confidence=found.confidence,
    )


def _negative(package: Package, found: OpenServer, field: str) -> Finding:
    """Return the finding for a negative limit, whose meaning changed in Go 1.23."""
    function = found.server.source.function
    version = package.go_version(function) if function else None
    old = version is not None and version < _NEGATIVE_MEANS_NO_LIMIT
    if old:
        message = f"{found.name} has a negative {field}: every connection is closed at once after its first request"
        note = "before Go 1.23 a negative timeout is a deadline in the past; since 1.23 it means that there is no limit"
    else:
        message = f"{found.name} keeps idle connections for ever: a negative {field} means that there is no limit"
        note = "since Go 1.23 a negative timeout is no limit: the goroutine of an idle connection waits for its client"
    return RULE.at(
        found.server.source.span,
        message,
        label=f"{field} is negative",
        function=function.key if function else "",
        sites=found.sites,
        notes=(note,),
        help=(
            f"call `SetKeepAlivesEnabled(false)` on {found.name} if that is meant, else set a positive {field}"
            if old
            else f"set a positive `IdleTimeout` on {found.name}, 120 * time.Second for example"
        ),
        level=Level.NOTE if old else None,
        confidence=found.confidence,
    )
