"""Linked packages from Go text, and their parts by name."""

from collections.abc import Iterator

from golint_sched.link import Package, link
from golint_sched.lower import lower_file
from golint_sched.model.expressions import Call, Expression, Name, Selector
from golint_sched.model.functions import Function
from golint_sched.model.walk import ModelNode, walk


def linked(*texts: str, go_version: tuple[int, int] | None = None) -> Package:
    """Return the package of the Go files `a.go`, `b.go`, …; a text without a package clause gets `package p`."""
    files = []
    for place, text in enumerate(texts):
        whole = text if text.lstrip().startswith(("package", "//")) else f"package p\n{text}"
        files.append(lower_file(f"{chr(ord('a') + place)}.go", whole.encode()))
    return link(tuple(files), go_version=go_version)


def function(package: Package, key: str) -> Function:
    """Return the function with this key; there must be exactly one."""
    (found,) = [one for one in package.functions if one.key == key]
    return found


def nodes(package: Package) -> Iterator[ModelNode]:
    """Yield all nodes of all bodies, functions in order."""
    for one in package.bodies():
        assert one.body is not None
        yield from walk(one.body)


def call(package: Package, name: str) -> Call:
    """Return the first call of a function or method with this bare name."""
    for node in nodes(package):
        if isinstance(node, Call) and _bare_name(node.function) == name:
            return node
    raise LookupError(name)


def mention(package: Package, name: str) -> Name:
    """Return the last mention of a local variable with this name."""
    return [node for node in nodes(package) if isinstance(node, Name) and node.name == name][-1]


def _bare_name(expression: Expression) -> str:
    if isinstance(expression, Selector):
        return expression.field
    return getattr(expression, "name", "")
