"""Which servers are put to use with settings that leave something open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from golint_sched.engines.configuration.settings import Setting, Settings
from golint_sched.engines.configuration.trace import servers
from golint_sched.engines.configuration.uses import Server, Use
from golint_sched.finding import Confidence, Site
from golint_sched.link.package import Package


@dataclass(frozen=True, slots=True)
class OpenServer:
    """A server that some use finds open.

    `name` is what the code calls it, or "the server". `use` is the first such use, `settings` those that it has
    there. `sites` show it, and the places that set a timeout. `everywhere` is unset where other uses are not open.
    """

    server: Server
    name: str
    use: Use
    settings: Settings
    confidence: Confidence
    sites: tuple[Site, ...]
    everywhere: bool

    @property
    def on_a_path(self) -> str:
        """Return the words that limit a claim to some of the paths, "" where it holds for all."""
        return "" if self.everywhere else " on some paths"


def open_servers(package: Package, is_open: Callable[[Settings], bool]) -> Iterator[OpenServer]:
    """Yield the servers of the package that are used with settings for which `is_open` holds.

    Confidence is high where the server is seen to serve so, medium where it goes out of sight so, and low where code
    out of sight was given it before and may have set the rest.
    """
    for server in servers(package):
        found = [use for use in server.uses if is_open(use.settings)]
        shared = {use.span for use in found if use.settings.seen_by_others}
        certain = [use for use in found if use.span not in shared]
        served = [use for use in certain if use.served]
        if not found or not (any(use.served for use in server.uses) or not server.source.inside.path):
            continue
        use = (served or certain or found)[0]
        confidence = Confidence.HIGH if served else Confidence.MEDIUM if certain else Confidence.LOW
        yield OpenServer(
            server=server,
            name=f"`{server.name}`" if server.name else "the server",
            use=use,
            settings=use.settings,
            confidence=confidence,
            sites=tuple(_sites(server, use)),
            everywhere=all(is_open(one.settings) for one in server.uses),
        )


def _sites(server: Server, use: Use) -> Iterator[Site]:
    source = server.source.span
    inside = use.span.path == source.path and source.start <= use.span.start and use.span.end <= source.end
    if not inside and use.span != source:
        yield Site(
            use.span, "it serves with these settings" if use.served else "it leaves our sight with these settings"
        )
    for name, span in server.written:
        value = use.settings.timeout(name)
        if value is Setting.ABSENT:
            yield Site(span, f"{name} is set here, but not on every path")
        elif value in {Setting.ZERO, Setting.NEGATIVE}:
            yield Site(span, f"{name} {value.value}")
