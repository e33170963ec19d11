"""What is acquired and must be released: one row of the table for each resource."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from golint_sched.knowledge import threads
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Expression, QualifiedName


class Effect(Enum):
    """What a call does to the resource."""

    ACQUIRE = "acquire"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Protocol:
    """A resource that the running goroutine acquires and has to release.

    `acquires` and `releases` are full names of functions. The acquisitions nest: each needs a release of its own.
    `alters` tells of a call whether it gives a reason to keep the resource for good: a changed thread must not go
    back to the scheduler.
    """

    name: str
    acquires: frozenset[str]
    releases: frozenset[str]
    alters: Callable[[Package, Call], bool]

    def effect(self, package: Package, call: Call) -> Effect | None:
        """Return what the call itself does, None where it is about something else."""
        name = package.callee(call).external
        if name in self.acquires:
            return Effect.ACQUIRE
        return Effect.RELEASE if name in self.releases else None

    def is_release_value(self, expression: Expression) -> bool:
        """Tell whether the expression is the release function itself, as a value."""
        return isinstance(expression, QualifiedName) and f"{expression.package}.{expression.name}" in self.releases


def _alters_thread(package: Package, call: Call) -> bool:
    return threads.changes_thread(package.callee(call).external)


THREAD = Protocol(
    name="thread",
    acquires=frozenset({"runtime.LockOSThread"}),
    releases=frozenset({"runtime.UnlockOSThread"}),
    alters=_alters_thread,
)
