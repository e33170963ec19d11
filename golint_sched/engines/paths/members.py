"""One wait group, and who counts for it: its Adds and Dones, where they stand, and how much they count."""

from functools import cached_property

from golint_sched.engines.channel_names import Channels, channels_of
from golint_sched.engines.channels.amounts import Amount, amount, combined, turns
from golint_sched.engines.groups import Groups, Identity, Use
from golint_sched.engines.paths.after_wait import heard_after
from golint_sched.engines.paths.counting import Counting
from golint_sched.engines.paths.counts import negative, received, share
from golint_sched.engines.paths.keys import method_selector
from golint_sched.engines.paths.own_groups import OwnGroups
from golint_sched.engines.paths.sight import values_of
from golint_sched.engines.paths.tally import Counted
from golint_sched.model.expressions import Call, Name, Unary, VariableKind
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, For, Range, Send
from golint_sched.model.walk import ModelNode, walk

_ADD, _DONE, _WAIT, _GO = (f"sync.WaitGroup.{name}" for name in ("Add", "Done", "Wait", "Go"))


class Members:
    """One group, and who counts for it."""

    def __init__(self, groups: Groups, group: Identity) -> None:
        """Make it for one of the groups."""
        self.groups = groups
        self.package = groups.package
        self.group = group
        uses = groups.uses[group]
        self.adds, self.dones, self.waits = uses.get(_ADD, []), uses.get(_DONE, []), uses.get(_WAIT, [])
        self.starts = uses.get(_GO, [])
        self.values = [
            selector
            for selector in values_of(self.package, "Done")
            if self.package.resolver.function_value(selector).external == _DONE
            and groups.of(selector.base) in (group, None)
        ]
        self._owed: dict[For | Range, int] = {}
        self._left: dict[Call, int | None] = {}

    # -- who counts -----------------------------------------------------------------------------------------------

    @cached_property
    def counting(self) -> Counting:
        """Return the walker that counts Adds and Dones."""
        package = self.package
        for use in self.adds:
            self._read_amount(use)
        adds = {use.call for use in self.adds}
        dones = {use.call: negative(package, use.call) for use in self.dones}
        values = set(self.values)
        workers, channels = self._workers
        names = self._channels if channels else None

        def count(call: Call) -> int | None:
            if call in adds:
                return self._left[call]
            return -1 if self._is_by_name(call) else dones.get(call, 0)

        def send(node: Send) -> int:
            return -1 if names is not None and names.of(node.channel) in channels else 0

        counted = Counted(
            count=count,
            value=lambda expression: -1 if expression in values else 0,
            send=send,
            is_object=lambda expression: self.groups.of(expression) == self.group,
            owed=self._owed,
            waits=frozenset(use.call for use in self.waits),
            waiters=frozenset(use.function for use in self.waits),
            workers=workers,
            over=heard_after(package, self.waits, self.touching),
            seen=self.own.seen_at,
        )
        return Counting(package, counted, self.direct)

    def _is_by_name(self, call: Call) -> bool:
        """`done := wg.Done; done()`."""
        if not isinstance(call.function, Name) or self.package.callee(call).external != _DONE:
            return False
        selector = method_selector(self.package, call)
        return selector is not None and self.groups.of(selector.base) == self.group

    @cached_property
    def direct(self) -> frozenset[Function]:
        """Return the functions that hold a call or a value that counts."""
        owners = {self.package.owner(value) for value in self.values}
        for value in self.values:
            parent = self.package.parent(value)
            if isinstance(parent, Assign):
                kept = [each.variable for each in parent.targets if isinstance(each, Name)]
                owners |= {self.package.owner(name) for variable in kept for name in self.package.names(variable)}
        return frozenset(
            {use.function for use in (*self.adds, *self.dones)} | {each for each in owners if each is not None}
        )

    @cached_property
    def _channels(self) -> Channels:
        return channels_of(self.package)

    @cached_property
    def _workers(self) -> tuple[frozenset[Function], list[object]]:
        """Return the functions that call Done for each message that they receive, and the channels of those.

        How often somebody calls Done for what code out of view sends, or for parts of a message, is open. A loop that
        counts its turns, `for i := 0; i < n; i++ { r := <-requests; … }`, calls Done as often as it turns.
        """
        workers: set[Function] = set()
        channels: list[object] = []
        for use in self.dones:
            inner = False
            for loop in self.package.ancestors(use.call):
                if not isinstance(loop, For | Range) or not self.is_repeated(use, loop):
                    continue
                counts = turns(self.package, loop, exact=True) is not None
                subject = None if counts else received(self.package, loop, use.call)
                channel = None if subject is None or inner else self._channels.of(subject)
                inner = True
                if channel is None or channel.unseen:
                    continue
                if not self.has_add(loop):
                    workers.add(use.function)
                channels.append(channel)
        return frozenset(workers), channels

    def is_repeated(self, use: Use, loop: For | Range) -> bool:
        """Tell whether the loop goes on after the Done."""
        graph = self.package.graph(use.function)
        node = graph.node_of.get(use.call)
        return node is not None and graph.regions[loop].start in graph.reachable_from(node.index)

    def has_add(self, loop: For | Range) -> bool:
        """Tell whether a turn of the loop adds."""
        return any(loop in self.package.ancestors(use.call) for use in self.adds)

    @cached_property
    def own(self) -> OwnGroups:
        """Return what is known of the functions that have made the object of the group themselves."""
        return OwnGroups(self.package, [] if self.is_local else self.adds, self.waits)

    # -- amounts --------------------------------------------------------------------------------------------------

    def _read_amount(self, use: Use) -> None:
        """Note what an Add counts at once, and what it counts for the turns of loops that start goroutines."""
        self._left[use.call] = None
        added = amount(self.package, use.call.arguments[0]) if len(use.call.arguments) == 1 else None
        if added is None:
            return
        loops = self._starting_loops(use)
        if not loops:
            self._left[use.call] = None if added.key else added.offset
            return
        around = set(self.package.ancestors(use.call))
        counts = {self._turns(loop, around) for loop in loops}
        turn = counts.pop()
        if counts or turn is None or turn.key != added.key:
            return
        shares = share(added, turn, list(loops.values()))
        if shares is not None:
            self._owed.update(zip(loops, shares[0], strict=True))
            self._left[use.call] = shares[1]

    def _turns(self, loop: For | Range, apart: set[ModelNode]) -> Amount | None:
        """Return how often a loop turns in all the turns of the loops around it, but those of `apart`."""
        found = turns(self.package, loop, exact=True)
        for outer in self.package.ancestors(loop):
            if isinstance(outer, For | Range) and outer not in apart:
                more = turns(self.package, outer, exact=True)
                found = combined("*", found, more) if found is not None and more is not None else None
        return found

    def _starting_loops(self, use: Use) -> dict[For | Range, int]:
        """Return the loops after an Add whose turns start what it counts, with the places in them that do."""
        package = self.package
        graph = package.graph(use.function)
        around = set(package.ancestors(use.call))
        dones = {each.call for each in self.dones}
        touching = self.touching
        found: dict[For | Range, int] = {}
        for loop in graph.loops():
            if loop in around or loop.span.start < use.call.span.start or self.has_add(loop):
                continue
            for node in walk(loop.body):
                calls = isinstance(node, Call) and (
                    node in dones or not touching.isdisjoint(package.callee(node).functions)
                )
                handed = isinstance(node, Call | Send) and any(
                    not touching.isdisjoint(package.resolver.function_value(value).functions)
                    for value in (node.arguments if isinstance(node, Call) else (node.value,))
                )
                inner = [each for each in package.ancestors(node) if isinstance(each, For | Range)]
                if (calls or handed) and inner and inner[0] is loop:
                    found[loop] = found.get(loop, 0) + 1
        return found

    @cached_property
    def touching(self) -> frozenset[Function]:
        """Return the functions that count, and those that call or start such a one."""
        return Counting(self.package, Counted(count=lambda _call: 0), self.direct).touching

    # -- helpers --------------------------------------------------------------------------------------------------

    @property
    def is_local(self) -> bool:
        """Tell whether the group is a local variable, or a field of one."""
        return not isinstance(self.group, str)

    @property
    def is_given_amount(self) -> bool:
        """Tell whether a function adds as much as it is told, which may be less than nothing.

        func (g *Group) Add(delta int) { g.wg.Add(delta) }              func (g *Group) Done() { g.Add(-1) }
        """
        for use in self.adds:
            argument = use.call.arguments[0] if use.call.arguments else None
            function = use.function
            if not isinstance(argument, Name) or argument.variable not in function.parameters:
                continue
            place = function.parameters.index(argument.variable)
            given = [call.arguments[place : place + 1] for _, call in self.package.callers(function)]
            if any(isinstance(each, Unary) and each.operator == "-" for some in given for each in some):
                return True
            if function.name[:1].isupper() and not self.package.spawns(function):
                return True
        return False

    def declares(self, function: Function) -> bool:
        """Tell whether the group is the function's own: declared in it, literals included."""
        if isinstance(self.group, str) or self.group[0].kind is VariableKind.PARAMETER:
            return False
        span = self.group[0].span
        return span.path == function.path and function.span.start <= span.start < function.span.end

    def wait_near(self, function: Function) -> Use:
        """Return the Wait in the function, in what is around it, in its file, or any."""
        outer = self.package.outermost(function)
        return min(
            self.waits,
            key=lambda use: (
                use.function is not function,
                self.package.outermost(use.function) is not outer,
                use.function.path != function.path,
                use.call.span,
            ),
        )

    def add_in(self, function: Function) -> Call | None:
        """Return an Add in a function or what is around it."""
        current: Function | None = function
        while current is not None:
            for use in self.adds:
                if use.function is current:
                    return use.call
            current = self.package.enclosing(current)
        return None

    def done_in(self, function: Function) -> Call:
        """Return a Done in the function, or any."""
        return next((use.call for use in self.dones if use.function is function), self.dones[0].call)
