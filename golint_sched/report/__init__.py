"""Reports: how one `Result` is written down, by format name."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from golint_sched.report.options import RenderOptions
from golint_sched.result import Result

__all__ = ["FORMATS", "RenderOptions", "Renderer"]

Renderer = Callable[[Result, RenderOptions], str]


def _lazily(module: str) -> Renderer:
    """Return the `render` of a module of this package, loaded when it is first called.

    A run pays for the one format that it writes; sarif_om alone takes longer to import than a small scan.
    """

    def render(result: Result, options: RenderOptions) -> str:
        renderer: Renderer = import_module(f"{__name__}.{module}").render
        return renderer(result, options)

    return render


FORMATS: Mapping[str, Renderer] = MappingProxyType(
    {name: _lazily(name) for name in ("full", "concise", "json", "sarif", "github", "markdown")}
)
"""Each renderer returns the whole report, ending in a newline unless it is empty."""
