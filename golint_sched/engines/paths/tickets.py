"""Knows the values that come with a lock, and release it.

tx := store.Begin()             // returns with store.mu locked
tx.Commit()                     // unlocks tx.store.mu
"""

from functools import cached_property

from golint_sched.engines.paths.escapes import ActionOf
from golint_sched.engines.paths.keys import Key, out_of
from golint_sched.engines.paths.protocol import Action, Effect
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Name, Selector
from golint_sched.model.functions import Function
from golint_sched.model.statements import Block, Defer, Return

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
        found = self.releases(call)
        return found[0] if found else None

    def releases(self, call: Call) -> tuple[Action, ...]:
        """Return the same for every lock that came with the value."""
        if not isinstance(call.function, Selector) or not isinstance(call.function.base, Name):
            return ()
        fields = self._releasing.get(call.function.field)
        definitions = self.package.definitions(call.function.base.variable) if fields else ()
        found = {
            self._taken(value, fields) if fields and isinstance(value, Call) else ()
            for value in (definition.value for definition in definitions)
        }
        return found.pop() if len(found) == 1 else ()

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
        return found | self._ending(found)

    def _ending(self, releasing: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
        """Return the methods that call one of these on their own receiver: `func (tx *Tx) Rollback() { tx.end() }`."""
        found: dict[str, frozenset[str]] = {}
        for function in self.package.bodies():
            for call in self.package.calls(function) if function.receiver is not None else ():
                match call.function:
                    case Selector(base=Name(variable=variable), field=field) if variable is function.receiver:
                        callee = self.package.callee(call)
                        if field in releasing and any(
                            each.receiver_type == function.receiver_type for each in callee.functions
                        ):
                            before = found.get(function.name, releasing.get(function.name, frozenset()))
                            found[function.name] = before | releasing[field]
                    case _:
                        pass
        return found

    def _taken(self, call: Call, fields: frozenset[str]) -> tuple[Action, ...]:
        """Return the releases of what a call leaves locked, out of these fields, as its caller names them.

        Where it may leave one read-locked or write-locked, the value knows which: `Open(Flags{Write: true})`.
        """
        callee = self.package.callee(call)
        if len(callee.functions) != 1 or not callee.certain:
            return ()
        left = [each for each in self._leaves(callee.functions[0]) if each.key.field in fields]
        found: dict[Key, Action] = {}
        for action in left:
            key = out_of(self.package, call, callee.functions[0], action.key)
            if key is not None and key not in found:
                modes = {each.mode for each in left if each.key == action.key}
                found[key] = Action(Effect.RELEASE, key, action.mode if len(modes) == 1 else "")
        return tuple(found.values())

    def _leaves(self, function: Function) -> tuple[Action, ...]:
        """Return the locks that a function takes, and releases nowhere but where it gives up."""
        if function not in self._left:
            actions = [
                action
                for call in self.package.calls(function)
                if (action := self.plain(self.package, call)) is not None
                and not (action.effect is Effect.RELEASE and self._gives_up(function, call))
            ]
            released = {action.key for action in actions if action.effect is Effect.RELEASE}
            self._left[function] = tuple(
                each for each in actions if each.effect is Effect.ACQUIRE and each.key not in released
            )
        return self._left[function]

    def _gives_up(self, function: Function, call: Call) -> bool:
        """Tell whether a call stands in a branch that returns: `if s.closed { s.mu.Unlock(); return nil }`."""
        return not isinstance(self.package.parent(call), Defer) and any(
            isinstance(around, Block)
            and around is not function.body
            and bool(around.statements)
            and isinstance(around.statements[-1], Return)
            for around in self.package.ancestors(call)
        )
