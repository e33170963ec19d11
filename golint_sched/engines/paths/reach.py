"""What calls and functions of a package can do to a resource, whatever the path."""

from collections import deque
from collections.abc import Callable, Iterator
from functools import cached_property

from golint_sched.engines.paths.keys import GOROUTINE, Key, bound, into, out_of
from golint_sched.engines.paths.protocol import Action, Effect, Protocol
from golint_sched.engines.paths.stores import assigned_outside
from golint_sched.knowledge.callbacks import CALLS_ARGUMENT
from golint_sched.link import Package, Running
from golint_sched.model.expressions import Call, Expression, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, For, Go, Range

_MOST_KEYS = 60  # objects that one function is followed for; a function with more is a table of them


class Reach:
    """Answers for one package and one protocol; answers are remembered."""

    def __init__(self, package: Package, protocol: Protocol) -> None:
        """Make it for a linked package."""
        self.package = package
        self.protocol = protocol
        self._actions: dict[Call, Action | None] = {}
        self._acting: dict[Function, tuple[tuple[Call, Action], ...]] = {}
        self._releases: dict[tuple[Function, Key], Call | None] = {}
        self._acquires: dict[tuple[Function, Key], Call | None] = {}
        self._alters: dict[tuple[Function, Key], Call | None] = {}
        self._calls: dict[Function, tuple[Call, ...]] = {}
        self._matters: dict[tuple[Call, Key], bool] = {}
        self._variants: dict[tuple[Call, Key], tuple[tuple[Function, Key], ...]] = {}
        self._called: dict[Call, tuple[Function, ...]] = {}
        self._callers: dict[Function, tuple[tuple[Function, Call], ...]] = {}
        self._roots: dict[Call, frozenset[Variable | str] | None] = {}
        self._by_root: dict[Function, dict[Variable | str | None, tuple[Call, ...]]] = {}

    # -- what functions do ----------------------------------------------------------------------------------------

    def release_in(self, function: Function, key: Key = GOROUTINE) -> Call | None:
        """Return a call that releases in the function or in what it calls, None where there is none."""
        return self._first(function, key, self._releases, lambda call, inner: self._does(call, inner, Effect.RELEASE))

    def acquire_in(self, function: Function, key: Key = GOROUTINE) -> Call | None:
        """Return a call that acquires in the function or in what it calls, None where there is none."""
        return self._first(function, key, self._acquires, self._acquires_it)

    def alter_in(self, function: Function) -> Call | None:
        """Return a call that alters what was acquired, in the function or in what it calls."""
        return self._first(function, GOROUTINE, self._alters, lambda call, _: self._alters_it(call))

    def concerns(self, function: Function, key: Key = GOROUTINE) -> bool:
        """Tell whether the function, or what it calls, acquires or releases the object."""
        return key in self._concerned.get(function, ())

    @cached_property
    def concerned(self) -> dict[Function, tuple[Key, ...]]:
        """Return for each function the objects, as it names them, that it or what it calls acquires or releases."""
        return {function: tuple(keys) for function, keys in self._concerned.items()}

    @cached_property
    def _concerned(self) -> dict[Function, dict[Key, None]]:
        found: dict[Function, dict[Key, None]] = {}
        told: dict[Function, int] = {}  # how many of a function's objects its callers know already
        pending: deque[Function] = deque()
        for function in self.package.bodies():
            own = dict.fromkeys(self._own_keys(function))
            if own:
                found[function] = own
                pending.append(function)
        waiting = set(pending)
        while pending:
            function = pending.popleft()
            waiting.discard(function)
            known, told[function] = told.get(function, 0), len(found[function])
            for caller, call in self.callers(function):
                mine = found.setdefault(caller, {})
                before = len(mine)
                for key in tuple(found[function])[known:]:
                    if len(mine) >= _MOST_KEYS:
                        break
                    given = out_of(self.package, call, function, key)
                    if given is not None:
                        mine[given] = None
                if len(mine) > before and caller not in waiting:
                    waiting.add(caller)
                    pending.append(caller)
        return found

    def callers(self, function: Function) -> tuple[tuple[Function, Call], ...]:
        """Return the calls after which the caller goes on, those of a literal by what it is handed to included."""
        if function not in self._callers:
            self._callers[function] = tuple(self._find_callers(function))
        return self._callers[function]

    def _find_callers(self, function: Function) -> Iterator[tuple[Function, Call]]:
        for caller, call in self.package.callers(function):
            if not isinstance(self.package.parent(call), Go):
                yield caller, call
        if not function.name:
            literal = self.package.tables.literal_nodes[function]
            parent = self.package.parent(literal)
            around = self.package.enclosing(function)
            if around is not None and isinstance(parent, Call) and self._runs_argument(parent, literal):
                yield around, parent

    def _runs_argument(self, call: Call, literal: Expression) -> bool:
        known = self.package.callee(call).external in CALLS_ARGUMENT
        return known or self.package.running(call, literal) is Running.CALLS

    def acts(self, function: Function, key: Key) -> bool:
        """Tell whether the function itself acquires or releases the object, or may get it by an assignment."""
        return key in self._own.get(function, ())

    @cached_property
    def _own(self) -> dict[Function, frozenset[Key]]:
        return {function: frozenset(self._own_keys(function)) for function in self.concerned}

    def _own_keys(self, function: Function) -> Iterator[Key]:
        """Yield the objects that the function's own calls, and assignments of their results, are about."""
        bindings = self.protocol.bindings
        if bindings is None:
            yield from (action.key for _, action in self.actions(function))
            return
        for call in self.calls(function):
            action = self.action(call)
            if action is not None:
                yield action.key
            statement = self.package.parent(call)
            if isinstance(statement, Assign | Declare):
                yield from (binding.key for binding in bindings(self.package, statement))

    def actions(self, function: Function) -> tuple[tuple[Call, Action], ...]:
        """Return the calls of the function that acquire or release something themselves, in source order."""
        if function not in self._acting:
            self._acting[function] = tuple(
                (call, action) for call in self.calls(function) if (action := self.action(call)) is not None
            )
        return self._acting[function]

    def action(self, call: Call) -> Action | None:
        """Return what the call itself does."""
        if call not in self._actions:
            self._actions[call] = self.protocol.action(self.package, call)
        return self._actions[call]

    def _does(self, call: Call, key: Key, effect: Effect) -> bool:
        action = self.action(call)
        return action is not None and action.effect is effect and action.key == key

    def _acquires_it(self, call: Call, key: Key) -> bool:
        return self._does(call, key, Effect.ACQUIRE) or self._does(call, key, Effect.ATTEMPT)

    def counts(self, function: Function, key: Key) -> bool:
        """Tell whether one loop only acquires and another only releases: their turns may be equal in number.

        Of two loops one in the other the turns are no such pair.
        """
        acquiring, releasing = dict[For | Range, Call](), dict[For | Range, Call]()
        for call, action in self.actions(function):
            loops = self._loops_around(call) if action.key == key else ()
            if loops:
                (releasing if action.effect is Effect.RELEASE else acquiring)[loops[0]] = call
        return any(
            first not in releasing
            and second not in acquiring
            and first not in self._loops_around(released)
            and second not in self._loops_around(acquired)
            for first, acquired in acquiring.items()
            for second, released in releasing.items()
        )

    def _loops_around(self, call: Call) -> list[For | Range]:
        return [around for around in self.package.ancestors(call) if isinstance(around, For | Range)]

    def _first(
        self,
        function: Function,
        key: Key,
        known: dict[tuple[Function, Key], Call | None],
        wanted: Callable[[Call, Key], bool],
    ) -> Call | None:
        """Return the first wanted call in the function or in what it calls; `known` are the answers to this question.

        Functions that call each other in a circle have one answer, whichever is asked about first.
        """
        if (function, key) not in known:
            self._look((function, key), known, wanted, {})
        return known[function, key]

    def _look(
        self,
        place: tuple[Function, Key],
        known: dict[tuple[Function, Key], Call | None],
        wanted: Callable[[Call, Key], bool],
        open_: dict[tuple[Function, Key], int],
    ) -> int:
        """Answer for a place, and all that it leads to, as far as that is settled (Tarjan, 1972).

        `open_` are the places that are not settled, in order, each with the number of the first one that it leads to.
        That of this place is returned.
        """
        function, key = place
        number = lowest = open_[place] = len(open_)
        found: Call | None = None
        for call in self.calls(function):
            if wanted(call, key):
                found = call
                break
            for callee in self.called(call):
                inner = into(self.package, call, callee, key)
                if inner is None:
                    continue
                other = callee, inner
                if other not in known:
                    reached = open_[other] if other in open_ else self._look(other, known, wanted, open_)
                    lowest = min(lowest, reached)
                found = known.get(other)
                if found is not None:
                    break
            if found is not None:
                break
        open_[place] = lowest
        if found is not None or lowest == number:
            for each in tuple(open_)[number:]:
                known[each] = found
                del open_[each]
        return lowest

    def calls(self, function: Function) -> tuple[Call, ...]:
        """Return the calls that the function's own goroutine makes."""
        if function not in self._calls:
            self._calls[function] = tuple(
                call for call in self.package.calls(function) if not isinstance(self.package.parent(call), Go)
            )
        return self._calls[function]

    def called(self, call: Call) -> tuple[Function, ...]:
        """Return the functions of the package that may run in the call, also those that it is handed to run."""
        if call not in self._called:
            functions = self.package.callee(call).functions
            if not functions:
                functions = tuple(
                    function
                    for argument in call.arguments
                    if self._runs_argument(call, argument)
                    for function in self.package.resolver.function_value(argument).functions
                )
            self._called[call] = functions
        return self._called[call]

    # -- what calls do --------------------------------------------------------------------------------------------

    def alters(self, call: Call) -> bool:
        """Tell whether the call, or what it calls, alters what was acquired."""
        if self.protocol.alters is None:
            return False
        if self._alters_it(call):
            return True
        return any(self.alter_in(function) is not None for function in self.package.callee(call).functions)

    def _alters_it(self, call: Call) -> bool:
        return self.protocol.alters is not None and self.protocol.alters(self.package, call)

    def matters(self, call: Call, key: Key) -> bool:
        """Tell whether a call must be followed: it acquires, releases, ends the path, or sets what is tested later."""
        roots = self._roots_at(call)
        if roots is None:
            return True
        if key.root not in roots:
            return False
        known = self._matters.get((call, key))
        if known is None:
            known = self._matters[call, key] = self._must_follow(call, key)
        return known

    def _must_follow(self, call: Call, key: Key) -> bool:
        action = self.action(call)
        if action is not None and action.key == key:
            return True
        for function in self.called(call):
            if function.body is not None:
                inner = into(self.package, call, function, key)
                if inner is not None and self.concerns(function, inner):
                    return True
        return False

    def _roots_at(self, call: Call) -> frozenset[Variable | str] | None:
        """Return the roots of the objects that a call may matter to, None where it matters to all of them."""
        if call not in self._roots:
            self._roots[call] = None if self._always_matters(call) else frozenset(self._find_roots(call))
        return self._roots[call]

    def _always_matters(self, call: Call) -> bool:
        """Tell whether a call ends the path, or runs a literal that sets what is tested later."""
        if self.package.ending(call) is not None:
            return True
        return any(
            function.body is not None
            and not function.name
            and (self.recovers(call) or any(assigned_outside(self.package, function)))
            for function in self.called(call)
        )

    def _find_roots(self, call: Call) -> Iterator[Variable | str]:
        action = self.action(call)
        if action is not None:
            yield action.key.root
        owner = self.package.owner(call)
        around = None if owner is None else self.package.outermost(owner)
        for function in self.called(call):
            inner = {key.root for key in self._concerned.get(function, ())}
            shares_names = not function.name or function is around
            yield from (root for root in inner if shares_names or isinstance(root, str))
            for variable, base in bound(self.package, call, function):
                if base is not None and variable in inner:
                    yield base.root

    def following(self, function: Function, key: Key) -> tuple[Call, ...]:
        """Return the calls of the function that may matter to the object, in source order; all others do not."""
        known = self._by_root.get(function)
        if known is None:
            known = self._by_root[function] = self._group(function)
        return known.get(key.root, known[None])

    def _group(self, function: Function) -> dict[Variable | str | None, tuple[Call, ...]]:
        """Return for each root the calls that may matter to its objects; for None those that matter to all."""
        grouped: dict[Variable | str | None, list[Call]] = {None: []}
        for call in self.calls(function):
            grouped.update((root, []) for root in self._roots_at(call) or ())
        for call in self.calls(function):
            roots = self._roots_at(call)
            for kept in grouped.values() if roots is None else (grouped[root] for root in roots):
                kept.append(call)
        return {root: tuple(calls) for root, calls in grouped.items()}

    def variants(self, call: Call, key: Key) -> tuple[tuple[Function, Key], ...]:
        """Return the functions that a call may run, one for each name, with what they call the object.

        Of the twins that build tags choose from, the one that acquires or releases stands for all: two calls in one
        build never run two different ones.
        """
        known = self._variants.get((call, key))
        if known is None:
            known = self._variants[call, key] = self._find_variants(call, key)
        return known

    def _find_variants(self, call: Call, key: Key) -> tuple[tuple[Function, Key], ...]:
        twins: dict[str, list[tuple[Function, Key]]] = {}
        for function in self.called(call):
            inner = into(self.package, call, function, key)
            twins.setdefault(function.key, []).append((function, key if inner is None else inner))
        return tuple(next((each for each in same if self.concerns(*each)), same[0]) for same in twins.values())

    def recovers(self, call: Call) -> bool:
        """Tell whether a deferred call stops a panic."""
        return any(
            self.package.callee(inner).external == "builtin.recover"
            for function in self.package.callee(call).functions
            for inner in self.package.calls(function)
        )
