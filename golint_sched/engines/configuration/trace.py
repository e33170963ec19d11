"""Follows a server from its birth to the calls that serve with it."""

from collections.abc import Iterator

from golint_sched.engines.configuration.effects import (
    consumers,
    field_stores,
    refine,
    serves,
    written_elsewhere,
)
from golint_sched.engines.configuration.holders import (
    ELEMENT,
    Holder,
    Inside,
    element_field,
    insides,
    member_key,
    pairs,
    passed_through,
    with_aliases,
    within,
)
from golint_sched.engines.configuration.listeners import is_bounded
from golint_sched.engines.configuration.passing import evaluated, is_test_server, parameters, text_of
from golint_sched.engines.configuration.settings import Settings
from golint_sched.engines.configuration.sources import Source, sources
from golint_sched.engines.configuration.uses import Frame, Server, States, Trail, Use
from golint_sched.flow.graph import Condition, Ending, Node
from golint_sched.knowledge import http
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    CompositeLiteral,
    Element,
    Expression,
    Name,
    Selector,
    TypeAssertion,
    Unary,
    Variable,
    VariableKind,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, Go, Range, Return, Send
from golint_sched.model.walk import ModelNode, literals, walk
from golint_sched.source import Span

_DEPTH = 8  # calls and returns that one server is followed through


def servers(package: Package) -> Iterator[Server]:
    """Yield the servers that the package makes, in no particular order."""
    for source in sources(package):
        yield _Tracer(package).trace(source)


class _Tracer:
    """Follows one server."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.trail = Trail()

    def trace(self, source: Source) -> Server:
        """Return the server with its uses."""
        states = frozenset({source.settings})
        if source.value is not None:
            self.arrive(source.value, source.inside, states, 0)
        elif source.holder is not None:
            holder = within(source.holder, source.inside)
            if source.function is None or source.statement is None:
                self.trail.names.append(text_of(holder))
                self.keep(None, frozenset({holder}), states, 0)
            else:
                self.hold(source.statement, holder, states, 0)
        uses = tuple(sorted(self.trail.uses, key=lambda use: (use.span, use.served, str(use.settings))))
        name = self.trail.names[0] if self.trail.names else ""
        return Server(source, name, uses, tuple(sorted({*source.assigned, *self.trail.written})))

    # -- where a value goes -------------------------------------------------------------------------------------

    def arrive(self, value: Expression, inside: Inside, states: States, depth: int, position: int = 0) -> None:
        """Follow a value that has the server inside to whatever holds it; `position` is among a call's results."""
        node = value
        while depth <= _DEPTH and states:
            parent = self.package.parent(node)
            match parent:
                case Unary() | TypeAssertion():
                    pass
                case Element():
                    literal = self.package.parent(parent)
                    if not isinstance(literal, CompositeLiteral) or is_test_server(self.package, literal):
                        return
                    name = element_field(self.package, literal, parent)
                    inside = Inside((name, *inside.path), inside.key if inside.path else member_key(literal, name))
                    parent = literal
                case Selector() if inside.path[:1] == (parent.field,):
                    inside = Inside(inside.path[1:], inside.key)
                case Call() if self.package.callee(parent).external == "builtin.append":
                    inside = Inside((ELEMENT, *inside.path), inside.key)
                case Call() if self.package.callee(parent).conversion:
                    pass
                case Call() | Selector():
                    passed = self.pass_value(node, parent, inside, states, depth)
                    if passed is None:
                        return
                    parent, states = passed
                case _:
                    self.settle(node, parent, inside, states, depth, position)
                    return
            node, position = parent, 0

    def pass_value(
        self, node: Expression, parent: Call | Selector, inside: Inside, states: States, depth: int
    ) -> tuple[Call, States] | None:
        """Follow a nameless value into a call; return the call where the call gives the value back."""
        around = parent if isinstance(parent, Call) else self.package.parent(parent)
        owner = self.package.owner(parent)
        if owner is None:
            return None
        frame = Frame(owner, frozenset(), home=True, depth=depth)
        if isinstance(parent, Selector):
            self.serve(parent, inside, states, frame)
        if not isinstance(around, Call):
            return None
        states = self.enter(around, [(node, inside)], states, frame)
        for function in self.package.callee(around).functions:
            if any(given is node for given in passed_through(self.package, around, function)):
                return around, states
        return None

    def settle(  # noqa: PLR0917 -- what a value is, and how it got here
        self, node: Expression, parent: ModelNode | None, inside: Inside, states: States, depth: int, position: int
    ) -> None:
        """Follow a value that is stored, returned, sent, or is the value of a package variable."""
        match parent:
            case Assign() | Declare():
                for target, value in pairs(self.package, parent, position):
                    if value is node:
                        self.hold(parent, within(target, inside), states, depth)
            case Range(value=Name(variable=variable)) if inside.path[:1] == (ELEMENT,):
                self.hold(parent, Holder(variable, inside.path[1:], inside.key), states, depth)
            case Return():
                function = self.package.owner(parent)
                if function is not None:
                    self.give_back(function, inside, states, depth, parent.values.index(node), parent.span)
            case Send():
                self.use(node.span, states, self.package.owner(node), served=False)
            case None:
                for name, declarations in self.package.tables.values.items():
                    for declaration, place in declarations:
                        if place < len(declaration.values) and declaration.values[place] is node:
                            holder = within(Holder(name), inside)
                            self.trail.names.append(text_of(holder))
                            self.keep(None, frozenset({holder}), states, depth)
            case _:
                pass

    def hold(self, store: Assign | Declare | Range, holder: Holder, states: States, depth: int) -> None:
        """Follow a server from the statement that stores it in `holder`."""
        function = self.package.owner(store)
        if function is None:
            return
        start = self.package.graph(function).node_of.get(store)
        if start is None:
            return
        self.trail.names.append(text_of(holder))
        frame = Frame(function, with_aliases(self.package, function, frozenset({holder})), home=True, depth=depth)
        ended = self.follow(frame, states, start.index)
        self.keep(function, frame.holders, ended, depth)

    def give_back(  # noqa: PLR0917 -- the same
        self, function: Function, inside: Inside, states: States, depth: int, position: int, span: Span
    ) -> None:
        """Follow a server that a function returns to its callers in the package, or out of sight."""
        package = self.package
        callers = [(caller, call) for caller, call in package.callers(function) if not package.is_test(caller)]
        for _, call in callers:
            self.arrive(call, inside, states, depth + 1, position)
        if not callers or (not function.receiver_type and package.is_value(function)):
            if inside.key:
                self.consume(function, inside.key, states, depth)
            else:
                self.use(span, states, function, served=False)

    def keep(self, function: Function | None, holders: frozenset[Holder], states: States, depth: int) -> None:
        """Follow a server that outlives the function which stored it, in a package variable or a field."""
        if not states:
            return
        for holder in sorted(holders, key=text_of):
            root = holder.root
            if isinstance(root, str):
                self.consume(function, holder, states, depth)
            elif root.kind in (VariableKind.RECEIVER, VariableKind.PARAMETER) and holder.key:
                self.consume(function, holder.key, states, depth)
            elif root.kind is VariableKind.LOCAL and function is not None:
                around = self.package.definitions(root)[:1]
                home = around[0].function if around else None
                if home is not None and home is not function:
                    self.follow(Frame(home, frozenset({holder}), home=True, depth=depth + 1), states, 0)

    def consume(self, function: Function | None, kept: Holder | str, states: States, depth: int) -> None:
        """Follow a server into the other functions that use what holds it, from their entry."""
        users = [(one, holder) for one, holder in consumers(self.package, kept) if one is not function]
        for user, holder in users:
            others = [one for one, _ in users if one is not user]
            given = frozenset(written_elsewhere(self.package, kept, others, state) for state in states)
            holders = with_aliases(self.package, user, frozenset({holder}))
            self.follow(Frame(user, holders, home=False, depth=depth + 1), given, 0)

    # -- through one function -----------------------------------------------------------------------------------

    def follow(self, frame: Frame, states: States, start: int) -> States:
        """Return the settings with which the function can return when the server has `states` at the node `start`."""
        key = (frame.function, frame.holders, states, start)
        if frame.depth > _DEPTH or frame.function.body is None:
            return states
        if key in self.trail.seen:
            return self.trail.seen[key]
        self.trail.seen[key] = states
        graph = self.package.graph(frame.function)
        before: dict[int, set[Settings]] = {start: set(states)}
        pending = [start]
        while pending:
            index = pending.pop()
            node = graph.nodes[index]
            now = frozenset(before[index])
            after = now if index == start else self.step(node, now, frame)
            for edge in graph.successors[index]:
                passed = after
                if isinstance(node.origin, Condition):
                    passed = refine(self.package, node.origin, edge.guard, frame.holders, after)
                known = before.setdefault(edge.target, set())
                if edge.target != start and not passed <= known:
                    known |= passed
                    pending.append(edge.target)
        ended = frozenset(before.get(graph.endings.get(Ending.RETURN, -1), ()))
        self.trail.seen[key] = ended
        return ended

    def step(self, node: Node, states: States, frame: Frame) -> States:
        """Return the settings after one step of the function."""
        origin = node.origin
        if not states or origin is None or isinstance(origin, Ending):
            return states
        for part in evaluated(origin):
            states = self.evaluate(part, states, frame)
        match origin:
            case Call():
                return self.call(origin, states, frame)
            case Defer(call=call):
                return self.call(call, states, frame)
            case Go(call=call):
                self.call(call, states, frame)
            case Assign():
                return self.store(origin, states, frame)
            case Return() if frame.home:
                for position, value in enumerate(origin.values):
                    for inside in insides(self.package, value, frame.holders):
                        self.give_back(frame.function, inside, states, frame.depth, position, origin.span)
                self.give_back_named(origin, states, frame)
            case Send(value=value):
                if any(not inside.path for inside in insides(self.package, value, frame.holders)):
                    self.use(origin.span, states, frame.function, served=False)
            case _:
                pass
        return states

    def give_back_named(self, origin: Return, states: States, frame: Frame) -> None:
        """Follow a server that a bare return gives back in a named result."""
        if origin.values:
            return
        for position, result in enumerate(frame.function.results):
            for holder in frame.holders:
                if holder.root is result:
                    inside = Inside(holder.path, holder.key)
                    self.give_back(frame.function, inside, states, frame.depth, position, origin.span)

    def evaluate(self, part: Expression, states: States, frame: Frame) -> States:
        """Return the settings after the closures and method values in an expression have been made, and perhaps run."""
        for node in walk(part):
            if isinstance(node, Selector) and node.field in http.SERVES:
                parent = self.package.parent(node)
                if not (isinstance(parent, Call) and parent.function is node):
                    for inside in insides(self.package, node.base, frame.holders):
                        self.serve(node, inside, states, frame)
        for literal in literals(part):
            roots = {holder.root for holder in frame.holders}
            if not self.mentions(literal, roots):
                continue
            holders = with_aliases(self.package, literal, frame.holders)
            inner = Frame(literal, holders, home=False, depth=frame.depth + 1)
            states = self.follow(inner, states, 0) or states
        return states

    def mentions(self, literal: Function, roots: set[Variable | str]) -> bool:
        """Tell whether a function literal, or one inside it, mentions one of the variables."""
        for root in roots:
            names = self.package.package_variable_mentions(root) if isinstance(root, str) else self.package.names(root)
            for name in names:
                owner = self.package.owner(name)
                while owner is not None:
                    if owner is literal:
                        return True
                    owner = self.package.enclosing(owner)
        return False

    def store(self, origin: Assign, states: States, frame: Frame) -> States:
        """Return the settings after an assignment: a timeout that is set, or a holder that gets another server."""
        for name, setting in field_stores(self.package, origin, frame.holders):
            self.trail.written.add((name, origin.span))
            states = frozenset(state.with_timeout(name, setting) for state in states)
        for target, value in pairs(self.package, origin):
            if target in frame.holders and not list(insides(self.package, value, frame.holders)):
                return frozenset()
        return states

    # -- calls --------------------------------------------------------------------------------------------------

    def call(self, call: Call, states: States, frame: Frame) -> States:
        """Return the settings after a call."""
        given: list[tuple[Expression, Inside]] = [
            (argument, inside)
            for argument in call.arguments
            for inside in insides(self.package, argument, frame.holders)
        ]
        if isinstance(call.function, Selector):
            base = call.function.base
            for inside in insides(self.package, base, frame.holders):
                self.serve(call.function, inside, states, frame)
                states = self.keep_alives(call, inside, states)
                given.append((base, inside))
        return self.enter(call, given, states, frame) if given or self.package.callee(call).functions else states

    def keep_alives(self, call: Call, inside: Inside, states: States) -> States:
        """Return the settings after `srv.SetKeepAlivesEnabled(…)`; a value that we cannot tell may be false."""
        if (
            not isinstance(call.function, Selector)
            or call.function.field != "SetKeepAlivesEnabled"
            or not serves(self.package, call.function, inside)
        ):
            return states
        match call.arguments:
            case (BuiltinName(name="true"),):
                return frozenset(state._replace(keep_alives=True) for state in states)
            case _:
                return frozenset(state._replace(keep_alives=False) for state in states)

    def enter(self, call: Call, given: list[tuple[Expression, Inside]], states: States, frame: Frame) -> States:
        """Return the settings after a call that is given the server in these of its arguments."""
        callee = self.package.callee(call)
        if callee.functions:
            ended: set[Settings] = set()
            for function in callee.functions:
                holders = frozenset(parameters(self.package, call, function, given))
                if not function.name:
                    holders |= frame.holders
                if not holders or function.body is None:
                    ended |= states
                    continue
                known_as = with_aliases(self.package, function, holders)
                inner = Frame(function, known_as, home=False, depth=frame.depth + 1)
                left = self.follow(inner, states, 0)
                self.keep(function, inner.holders - holders, left, inner.depth)
                ended |= left
            return frozenset(ended)
        method = isinstance(call.function, Selector) and any(value is call.function.base for value, _ in given)
        known = callee.external.startswith(http.READERS) or callee.external in http.SETTERS_OF_OTHER_FIELDS
        if method or known or callee.conversion:
            return states
        if any(not inside.path or all(name[:1].isupper() for name in inside.path) for _, inside in given):
            states = frozenset(state._replace(seen_by_others=True) for state in states)
            self.use(call.span, states, frame.function, served=False)
        return states

    def serve(self, method: Selector, inside: Inside, states: States, frame: Frame) -> None:
        """Note a use if the method serves with the server."""
        if method.field not in http.SERVES or not serves(self.package, method, inside):
            return
        call = self.package.parent(method)
        if isinstance(call, Call) and call.function is method and is_bounded(self.package, call):
            return
        span = call.span if isinstance(call, Call) and call.function is method else method.span
        self.use(span, states, frame.function, served=True)

    def use(self, span: Span, states: States, function: Function | None, *, served: bool) -> None:
        """Note that the server is put to use there with each of these settings."""
        self.trail.uses.update(Use(span, state, served, function) for state in states)
