"""A server made by a helper of net/http, which nobody can configure."""

from collections.abc import Iterator

from golint_sched.engines.configuration import is_bounded
from golint_sched.finding import Confidence, Finding, Level
from golint_sched.knowledge.http import SERVE_HELPERS
from golint_sched.link.package import Package
from golint_sched.model.functions import Function
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS303",
    name="serve-helper",
    summary="http.ListenAndServe and its siblings make a server without any timeout, and none can be set",
    level=Level.WARNING,
    confidence=Confidence.HIGH,
    proof="conn",
    since="0.1.0",
    cwe=(400,),
    needs=(("net/http", "ListenAndServe"), ("net/http", "Serve")),
    in_tests=False,
    elsewhere=("gosec", "G112", "G114"),
)

_EXAMPLES = frozenset({"example", "examples"})


def check(package: Package) -> Iterator[Finding]:
    """Yield a finding for every call of a helper: `http.ListenAndServe(":8080", mux)`, `http.Serve(listener, mux)`."""
    for function in package.bodies():
        for call in package.calls(function):
            helper = package.callee(call).external
            if helper not in SERVE_HELPERS or _is_example(package, function):
                continue
            if is_bounded(package, call):
                continue
            name = helper.rsplit(".", 1)[1]
            yield RULE.at(
                call.span,
                f"`http.{name}` serves without any timeout: a client that goes silent keeps its goroutine for ever",
                label="no timeout can be set on the server behind this call",
                function=function.key,
                notes=(
                    f"`http.{name}` makes an http.Server of its own with neither ReadHeaderTimeout nor IdleTimeout",
                ),
                help=f"make an `http.Server` with ReadHeaderTimeout and IdleTimeout, and call its `{name}`",
            )


def _is_example(package: Package, function: Function) -> bool:
    """Tell whether the file shows how something is used: it lies in a folder that is called so."""
    folders = package.import_path.split("/") if package.import_path else function.path.split("/")[:-1]
    return not _EXAMPLES.isdisjoint((*folders, *package.directory.split("/")))
