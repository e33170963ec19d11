"""Goroutines that count themselves in the group that is to wait for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.groups import ADD, DONE, GO, WAIT, Groups, Identity, Use, groups_of
from golint_sched.engines.paths.roles import is_deferred
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import BuiltinName, Call, Constant, Expression, FunctionLiteral, Receive
from golint_sched.model.functions import Function
from golint_sched.model.statements import Block, ExpressionStatement, Go, Range, Return, Send, Statement
from golint_sched.model.walk import walk

_LOCKS = frozenset({"sync.Mutex.Lock", "sync.RWMutex.Lock", "sync.RWMutex.RLock"})
_DEPTH = 4  # calls by name that are followed from a goroutine's function


@dataclass(frozen=True, slots=True, eq=False)
class LateAdd:
    """An Add that the goroutine makes which it counts.

    `spawn` starts the goroutine, `done` is its Done, and `wait` a Wait that may run before the Add. `repeated` says
    that the Add stands in a loop: it counts what the goroutine has in hand rather than the goroutine.
    """

    add: Use
    spawn: Spawn
    done: Use
    wait: Use
    repeated: bool


def late_adds(package: Package) -> Iterator[LateAdd]:
    """Yield each Add that runs in the goroutine that it counts while nothing else keeps Wait from returning.

    go func() {                     wg.Wait()
        wg.Add(1)
        defer wg.Done()
    """
    groups = groups_of(package)
    adders = {use.function for uses in groups.uses.values() for use in uses.get(ADD, ())}
    if not adders:
        return
    bodies = _Bodies(package)
    for group, uses in groups.uses.items():
        own = [found for use in uses.get(ADD, ()) if (found := _own(groups, bodies, group, use)) is not None]
        if not own or _is_held(groups, bodies, group, {late.add.call for late in own}):
            continue
        yield from own


class _Bodies:
    """Which functions a goroutine runs itself, and which goroutines run a function."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._run: dict[Function, frozenset[Function]] = {}

    def run_by(self, root: Function) -> frozenset[Function]:
        """Return the functions that run in a goroutine that starts with `root`: it, and what it calls by name."""
        if root not in self._run:
            found = {root}
            front = [root]
            for _ in range(_DEPTH):
                front = [callee for each in front for callee in self._called(each) if callee not in found]
                found.update(front)
            self._run[root] = frozenset(found)
        return self._run[root]

    def _called(self, function: Function) -> Iterator[Function]:
        for call in self.package.calls(function):
            callee = self.package.callee(call)
            if isinstance(self.package.parent(call), Go):
                continue
            if isinstance(call.function, Call):
                yield from self._returned(call.function)
            if len(callee.functions) == 1 and callee.certain and callee.functions[0].body is not None:
                yield callee.functions[0]

    def _returned(self, call: Call) -> Iterator[Function]:
        """Yield the literals that a called function returns, for `defer s.enter()()`."""
        for function in self.package.callee(call).functions:
            for node in self.package.inside(function, Return):
                yield from (value.function for value in node.values if isinstance(value, FunctionLiteral))

    def spawns_of(self, function: Function) -> tuple[Spawn, ...]:
        """Return the go statements by whose goroutines alone the function is run; none if it is also called."""
        found: list[Spawn] = []
        seen: set[Function] = set()
        pending = [function]
        while pending:
            current = pending.pop()
            if current in seen:
                continue
            seen.add(current)
            spawns = self.package.spawners(current)
            found += spawns
            started = {spawn.call for spawn in spawns}
            calls = [caller for caller, call in self.package.callers(current) if call not in started]
            if not spawns and not calls:
                return ()
            if current.name and self.package.is_value(current) and not _only_started(self.package, current):
                return ()
            pending += calls
        return tuple(dict.fromkeys(found))


def _only_started(package: Package, function: Function) -> bool:
    """Tell whether each mention of a function by name is a call, or the argument of what starts a goroutine."""
    started = {spawn.call for spawn in package.spawners(function)}
    tables = package.tables
    mentions: tuple[Expression, ...] = (
        tables.selectors.get(function.name, ())
        if function.receiver_type
        else tables.package_names.get(function.name, ())
    )
    for mention in mentions:
        parent = package.parent(mention)
        if not isinstance(parent, Call) or (parent.function is not mention and parent not in started):
            return False
    return True


def _own(groups: Groups, bodies: _Bodies, group: Identity, add: Use) -> LateAdd | None:
    """Return the Add with its goroutine if it counts just that, and a Wait can run before it."""
    package = groups.package
    spawns = bodies.spawns_of(add.function)
    if not spawns or any(spawn.starter for spawn in spawns) or _counts_another(groups, bodies, group, add):
        return None
    for spawn in spawns:
        for root in spawn.callee.functions:
            run = bodies.run_by(root)
            done = next((use for use in groups.uses[group].get(DONE, ()) if use.function in run), None)
            if add.function not in run or done is None or _is_handed_on(groups, group, add, run):
                continue
            for wait in groups.uses[group].get(WAIT, ()):
                if _may_precede(bodies, run, spawn, add, wait):
                    repeated = package.in_loop(add.call)
                    return LateAdd(add, spawn, done, wait, repeated)
    return None


def _is_handed_on(groups: Groups, group: Identity, add: Use, run: frozenset[Function]) -> bool:
    """Tell whether a literal beside the Add calls Done, which others are given to call: it counts what they do.

    wg.Add(1)
    out <- message{text, func() { wg.Done() }}
    """
    package = groups.package
    return any(
        use.function not in run
        and package.enclosing(use.function) is add.function
        and not package.spawners(use.function)
        for use in groups.uses[group].get(DONE, ())
    )


def _counts_another(groups: Groups, bodies: _Bodies, group: Identity, add: Use) -> bool:
    """Tell whether a goroutine that the following statements start calls Done, before the function itself does.

    wg.Add(1)
    go func() { defer wg.Done(); … }()
    """
    spawns = {spawn.statement or spawn.call: spawn for spawn in groups.package.spawns(add.function)}
    for statement in _following(groups.package, add.call):
        for node in walk(statement):
            if isinstance(node, Go | Call) and node in spawns:
                return _may_call_done(groups, bodies, group, spawns[node])
            if not isinstance(node, Call) or isinstance(groups.package.parent(node), Go):
                continue
            callee = groups.package.callee(node)
            if callee.external == DONE and groups.of_call(node) == group:
                return False
            if _has_done(groups, group, frozenset(callee.functions)):
                return False
            if any(
                _may_call_done(groups, bodies, group, spawn)
                for function in callee.functions
                for spawn in groups.package.spawns(function)
            ):
                return True
    return False


def _may_call_done(groups: Groups, bodies: _Bodies, group: Identity, spawn: Spawn) -> bool:
    """Tell whether the goroutine calls the group's Done, as far as it is in view."""
    if not spawn.callee.functions:
        return True
    return any(_has_done(groups, group, bodies.run_by(root)) for root in spawn.callee.functions)


def _has_done(groups: Groups, group: Identity, run: frozenset[Function]) -> bool:
    return any(use.function in run for use in groups.uses[group].get(DONE, ()))


def _following(package: Package, call: Call) -> Iterator[Statement]:
    """Yield the statements after a call in its block."""
    statement = package.parent(call)
    around = None if statement is None else package.parent(statement)
    if isinstance(around, Block) and isinstance(statement, ExpressionStatement):
        place = around.statements.index(statement)
        yield from around.statements[place + 1 :]


def _is_held(groups: Groups, bodies: _Bodies, group: Identity, late: set[Call]) -> bool:
    """Tell whether an Add somewhere else may keep the group open until the late ones have run."""
    uses = groups.uses[group]
    if uses.get(GO):
        return True
    for add in uses.get(ADD, ()):
        if add.call in late:
            continue
        spawns = bodies.spawns_of(add.function)
        if spawns and _counts_another(groups, bodies, group, add):
            continue  # a goroutine that has counted itself counts its children
        if not _counts_another_only(groups, bodies, group, add, late):
            return True
    return False


def _counts_another_only(groups: Groups, bodies: _Bodies, group: Identity, add: Use, late: set[Call]) -> bool:
    """Tell whether the next goroutine started after the Add is one that the Add counts, and makes no late Add."""
    if not _is_one(add.call):
        return False
    late_functions = {use.function for use in groups.uses[group].get(ADD, ()) if use.call in late}
    for statement in _following(groups.package, add.call):
        for spawn in groups.package.spawns(add.function):
            if not any(node in (spawn.statement, spawn.call) for node in walk(statement)):
                continue
            runs = [bodies.run_by(root) for root in spawn.callee.functions]
            return any(_has_done(groups, group, run) and late_functions.isdisjoint(run) for run in runs)
    return False


def _may_precede(bodies: _Bodies, run: frozenset[Function], spawn: Spawn, add: Use, wait: Use) -> bool:
    """Tell whether a Wait may run between the go statement and the Add: nothing in view orders the two."""
    package, groups = bodies.package, groups_of(bodies.package)
    if wait.function in run or _starts_waiter(bodies, run, add, wait):
        return False
    if wait.function is spawn.function and not is_deferred(package, wait.call):
        graph = package.graph(spawn.function)
        start, goal = graph.node_of.get(spawn.statement or spawn.call), graph.node_of.get(wait.call)
        if start is None or goal is None or goal.index not in graph.reachable_from(start.index):
            return False
    return not (
        _is_told(groups, run, spawn, add, wait)
        or _is_guarded(package, add, wait)
        or _is_joined(groups, run, (spawn.function, wait.function), groups.of_call(wait.call))
    )


def _starts_waiter(bodies: _Bodies, run: frozenset[Function], add: Use, wait: Use) -> bool:
    """Tell whether the goroutine starts the one that waits itself: it has begun by then.

    Not so where it starts that one first, and calls Add only then.
    """
    package = bodies.package
    spawns = bodies.spawns_of(wait.function)
    if not spawns or any(spawn.function not in run for spawn in spawns):
        return False
    graph = package.graph(add.function)
    place = graph.node_of.get(add.call)
    starts = [graph.node_of.get(each.statement or each.call) for each in spawns if each.function is add.function]
    return place is not None and not any(each and graph.dominates(each.index, place.index) for each in starts)


def _is_told(groups: Groups, run: frozenset[Function], spawn: Spawn, add: Use, wait: Use) -> bool:
    """Tell whether the Wait comes after a receive of what the goroutine sends or closes once it has called Add.

    go func() { wg.Add(1); close(ready); … }()
    <-ready
    wg.Wait()
    """
    channels = groups.channels
    told = {
        key
        for function in run
        for node, channel in _answers(function)
        if function is not add.function or node.span.start > add.call.span.start
        for key in channels.keys(channel)
    }
    return any(not told.isdisjoint(channels.keys(channel)) for channel in _heard(groups.package, spawn, wait))


def _heard(package: Package, spawn: Spawn, wait: Use) -> Iterator[Expression]:
    """Yield the channels received from before the Wait, by who waits or by who started the goroutine."""
    yield from _received(wait.function, wait.call.span.start)
    if wait.function is spawn.function:
        return
    around: Function | None = wait.function
    while around is not None and package.enclosing(around) is not spawn.function:
        around = package.enclosing(around)
    # A literal of the spawner waits from where it is written; any other function, once the spawner has returned.
    yield from _received(spawn.function, spawn.function.span.end if around is None else around.span.start)


def _received(function: Function, end: int) -> Iterator[Expression]:
    for node in () if function.body is None else walk(function.body):
        if isinstance(node, Receive) and node.span.start < end:
            yield node.channel
        if isinstance(node, Range) and node.span.start < end:
            yield node.subject


def _answers(function: Function) -> Iterator[tuple[Send | Call, Expression]]:
    """Yield the sends and closes of a function, with their channels."""
    for node in () if function.body is None else walk(function.body):
        match node:
            case Send(channel=channel) | Call(function=BuiltinName(name="close"), arguments=(channel,)):
                yield node, channel
            case _:
                pass


def _is_guarded(package: Package, add: Use, wait: Use) -> bool:
    """Tell whether a lock that the waiter takes before its Wait is held at the Add, where a flag may be checked."""
    add_locks = {package.receiver_place(call) for call in _locks_before(package, add)}
    names = {place.field or place.text for place in add_locks if place is not None}
    for call in _locks_before(package, wait):
        place = package.receiver_place(call)
        if place is not None and (place.field or place.text) in names:
            return True
    return False


def _locks_before(package: Package, use: Use) -> Iterator[Call]:
    for call in package.calls(use.function):
        if call.span.start < use.call.span.start and package.callee(call).external in _LOCKS:
            yield call


def _is_joined(
    groups: Groups,
    run: frozenset[Function],
    waiters: tuple[Function, ...],
    group: Identity | None,
) -> bool:
    """Tell whether one of the functions waits for another group in which the goroutine is counted."""
    for other, uses in groups.uses.items():
        if other == group or not _has_done(groups, other, run):
            continue
        if any(use.function in waiters for use in uses.get(WAIT, ())):
            return True
    return False


def _is_one(call: Call) -> bool:
    return len(call.arguments) == 1 and isinstance(call.arguments[0], Constant) and call.arguments[0].text == "1"
