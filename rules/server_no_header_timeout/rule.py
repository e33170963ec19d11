"""An http.Server that waits for a request's header for ever."""

from collections.abc import Iterator

from golint_sched.engines.configuration import Setting, Settings, open_servers
from golint_sched.finding import Confidence, Finding, Level
from golint_sched.link.package import Package
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS302",
    name="server-no-header-timeout",
    summary="An http.Server without ReadHeaderTimeout and ReadTimeout waits for ever for a header that never ends",
    level=Level.WARNING,
    confidence=Confidence.HIGH,
    proof="conn",
    since="0.1.0",
    cwe=(400,),
    needs=(("net/http", "Server"),),
    in_tests=False,
    elsewhere=("gosec", "G112", "G114"),
)

_WHO = "a client that never finishes its header, or never sends a byte, keeps its connection and a goroutine of ours"


def _is_open(settings: Settings) -> bool:
    """Tell whether nothing limits the header; a negative ReadHeaderTimeout is no limit, whatever ReadTimeout is."""
    if settings.header in {Setting.ABSENT, Setting.ZERO}:
        return settings.read is not Setting.SET
    return settings.header is Setting.NEGATIVE


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for every server that is used without a limit for the header.

    srv := &http.Server{Addr: ":8080", Handler: mux, IdleTimeout: time.Minute}
    srv.ListenAndServe()
    """
    for found in open_servers(package, _is_open):
        function = found.server.source.function
        if found.settings.header is Setting.NEGATIVE:
            why, label = "a negative ReadHeaderTimeout means that there is no limit", "ReadHeaderTimeout is negative"
        elif found.settings.read is Setting.NEGATIVE:
            why, label = "a negative ReadTimeout means that there is no limit", "ReadTimeout is negative"
        else:
            why = f"neither ReadHeaderTimeout nor ReadTimeout is set{found.on_a_path}"
            label = f"no ReadHeaderTimeout and no ReadTimeout{found.on_a_path}"
        idle = "; IdleTimeout only counts after a first request" if found.settings.idle is Setting.SET else ""
        yield RULE.at(
            found.server.source.span,
            f"{found.name} waits for ever for a request's header: {why}",
            label=label,
            function=function.key if function else "",
            sites=found.sites,
            notes=(f"{_WHO}{idle}",),
            help=f"set `ReadHeaderTimeout` on {found.name}, 10 * time.Second for example",
            confidence=found.confidence,
        )
