"""Knows the values that come with a lock, and release it.

tx := store.Begin()             // returns with store.mu locked
tx.Commit()                     // unlocks tx.store.mu
"""

from functools import cached_property

from golint_sched.engines.paths.escapes import ActionOf
from golint_sched.engines.paths.keys import out_of
from golint_sched.engines.paths.protocol import Action, Effect
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Name, Selector
from golint_sched.model.functions import Function

_OWNER = 2  # fields from a value to a lock that is not its own: tx.store.mu


class Tickets:
    """Answers for one package; `plain` knows mutexes."""

    def __init__(self, package: Package, plain: ActionOf) -> None:
        """Make it for a linked package."""
        self.package = package
        self.plain = plain
        self._left: dict[Function, tuple[Action, ...]] = {}

    def action(self, call: Call) -> Action | None:
        """Return the release that a call of a method makes of the lock that came with its value.

        The value may be an interface's: then a method of the same name in the package counts.
        """
        if not isinstance(call.function, Selector) or not isinstance(call.function.base, Name):
            return None
        fields = self._releasing.get(call.function.field)
        definitions = self.package.definitions(call.function.base.variable) if fields else ()
        found = {
            self._taken(value, fields) if fields and isinstance(value, Call) else None
            for value in (definition.value for definition in definitions)
        }
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _releasing(self) -> dict[str, frozenset[str]]:
        """Return the methods that release a lock of what their receiver belongs to, and do not take it: its fields."""
        found: dict[str, frozenset[str]] = {}
        actions: dict[Function, list[Action]] = {}
        for function in self.package.bodies():
            for call in self.package.calls(function):
                action = self.plain(self.package, call)
                if action is not None and len(action.key.path) >= _OWNER and action.key.field:
                    actions.setdefault(self.package.outermost(function), []).append(action)
        for function, done in actions.items():
            own = [each for each in done if function.receiver is not None and each.key.root is function.receiver]
            fields = {each.key.field for each in own if each.effect is Effect.RELEASE}
            fields -= {each.key.field for each in own if each.effect is not Effect.RELEASE}
            if fields:
                found[function.name] = found.get(function.name, frozenset()) | fields
        return found

    def _taken(self, call: Call, fields: frozenset[str]) -> Action | None:
        """Return the release of what a call leaves locked, one of these fields, as its caller names it.

        Where it may leave it read-locked or write-locked, the value knows which: `Open(Flags{Write: true})`.
        """
        callee = self.package.callee(call)
        if len(callee.functions) != 1 or not callee.certain:
            return None
        left = [each for each in self._leaves(callee.functions[0]) if each.key.field in fields]
        for action in left:
            key = out_of(self.package, call, callee.functions[0], action.key)
            if key is not None:
                modes = {each.mode for each in left if each.key == action.key}
                return Action(Effect.RELEASE, key, action.mode if len(modes) == 1 else "")
        return None

    def _leaves(self, function: Function) -> tuple[Action, ...]:
        """Return the locks that a function takes, and releases nowhere."""
        if function not in self._left:
            actions = [
                action
                for call in self.package.calls(function)
                if (action := self.plain(self.package, call)) is not None
            ]
            released = {action.key for action in actions if action.effect is Effect.RELEASE}
            self._left[function] = tuple(
                each for each in actions if each.effect is Effect.ACQUIRE and each.key not in released
            )
        return self._left[function]
