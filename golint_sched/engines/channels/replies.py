"""Answers to a request that nobody waits for any more: its channel has no room, and who asked may give up.

reply := make(chan string)              // the server
s.requests <- request{key, reply}       for req := range s.requests {
select {                                    req.reply <- s.lookup(req.key)
case v := <-reply: return v, nil        }
case <-ctx.Done(): return "", ctx.Err()
}

Or the answer to a promise that a constructor starts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from golint_sched.engines.channels.amounts import Amount, amount
from golint_sched.engines.channels.uses import Operation, Use, channel_fields, operation_on, struct_literals
from golint_sched.engines.liveness.channels import received
from golint_sched.flow.graph import Condition, Ending, Graph, Origin
from golint_sched.link import Package
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    CompositeLiteral,
    Element,
    Expression,
    Name,
    Receive,
    Selector,
    Variable,
    VariableKind,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Defer, SelectClause
from golint_sched.model.types import NamedType, PointerType, StructType
from golint_sched.model.walk import ModelNode, walk
from golint_sched.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class Unwanted:
    """A `send` of an answer in `function`, on `name`, whose channel `asking` makes at `made`.

    `asking` receives it by a select, `waits`, and leaves by `leaves` if another case comes first. `places` are those of
    all bare sends on it.
    """

    function: Function
    name: str
    send: Use
    made: Call
    asking: Function
    waits: Use
    leaves: SelectClause
    places: frozenset[Span]


def unwanted(package: Package) -> Iterator[Unwanted]:
    """Yield the first bare send of an answer whose only receiver may have given up, for each field, in source order."""
    found = [
        one for owner, field in channel_fields(package) if (one := _Field(package, owner, field).unwanted()) is not None
    ]
    yield from sorted(found, key=lambda one: one.send.node.span)


class _EscapesError(Exception):
    """Somebody may receive, or make the channel, who is not in view."""


class _Field:
    """The channels of one field, each made by a function for one object."""

    def __init__(self, package: Package, owner: str, field: str) -> None:
        self.package = package
        self.owner = owner
        self.field = field
        self.uses: list[Use] = []
        self.made: dict[Function, Call] = {}
        self.aliases: dict[Variable, Call] = {}

    def unwanted(self) -> Unwanted | None:
        """Return the first send whose answer may come too late, None where there is none or not all is in view."""
        try:
            self._collect()
        except _EscapesError:
            return None
        sends = [use for use in self.uses if use.operation is Operation.SEND and use.blocks]
        receives = [use for use in self.uses if use.operation is Operation.RECEIVE]
        outside = [use for use in receives if self._owner(use) not in self.made]
        if outside:
            return self._promised(sends, receives) if len(outside) == len(receives) else None
        sends = [use for use in sends if self._is_apart(use)]
        for asking, made in self.made.items() if sends else ():
            found = self._gives_up(asking, [use for use in receives if self._owner(use) is asking])
            if found is not None and _is_unbuffered(self.package, made):
                return self._found(sends, made, asking, found)
        return None

    def _promised(self, sends: list[Use], receives: list[Use]) -> Unwanted | None:
        """Return the one send of a goroutine that a constructor starts, where all who receive may give up.

        func Go(f func() int) *Future { f := &Future{ch: make(chan int)}; go func() { f.ch <- f() }(); return f }
        func (f *Future) Await(ctx context.Context) (int, error) { select { … } }
        """
        if len(self.made) != 1 or not sends:
            return None
        ((maker, made),) = self.made.items()
        if not _is_unbuffered(self.package, made) or not self._sends_once(maker, sends):
            return None
        askers = dict.fromkeys(self._owner(use) for use in receives)
        first: tuple[Function, tuple[Use, SelectClause]] | None = None
        for asking in askers:
            found = self._gives_up(asking, [use for use in receives if self._owner(use) is asking])
            if found is None or any(self.package.in_loop(call) for _, call in self.package.callers(asking)):
                return None  # who tries again receives what came too late for the first time
            first = first or (asking, found)
        return None if first is None else self._found(sends, made, *first)

    def _sends_once(self, maker: Function, sends: list[Use]) -> bool:
        """Tell whether all sends stand in one goroutine, which the maker starts once, and at most one of them runs."""
        owners = {self._owner(use) for use in sends}
        goroutine = owners.pop()
        spawns = self.package.spawners(goroutine)
        if owners or len(spawns) != 1 or spawns[0].function is not maker or self.package.in_loop(spawns[0].call):
            return False
        graph = self.package.graph(goroutine)
        places = {node.index for use in sends if (node := graph.node_of.get(use.select or use.node)) is not None}
        return all(
            places.isdisjoint(graph.reachable_from(edge.target)) for place in places for edge in graph.successors[place]
        )

    def _found(self, sends: list[Use], made: Call, asking: Function, found: tuple[Use, SelectClause]) -> Unwanted:
        send = min(sends, key=lambda use: use.node.span)
        places = frozenset(use.node.span for use in sends)
        return Unwanted(self._owner(send), f"{self.owner}.{self.field}", send, made, asking, *found, places)

    def _owner(self, use: Use) -> Function:
        owner = self.package.owner(use.node)
        if owner is None:
            raise _EscapesError
        return owner

    def _is_apart(self, use: Use) -> bool:
        """Tell whether a send stands in another function than those that ask, the literals in them included."""
        home = self.package.outermost(self._owner(use))
        return not self.package.is_test(home) and all(
            home is not self.package.outermost(asking) for asking in self.made
        )

    # -- what there is --------------------------------------------------------------------------------------------

    def _collect(self) -> None:
        """Fill in who makes the channels and all that is done with them."""
        for selector in self.package.tables.selectors.get(self.field, ()):
            member = self.package.resolver.member(selector)
            if member is None:
                raise _EscapesError
            if member.owner == self.owner and not member.functions and not member.external:
                self._use(selector)
        for literal in struct_literals(self.package):
            if literal.type is None and any(element.field == self.field for element in literal.elements):
                raise _EscapesError
            if self._is_own(literal):
                self._literal(literal)
        for variable in self.aliases:
            for name in self.package.names(variable):
                self._use(name)
        for use in self.uses:
            self._owner(use)

    def _is_own(self, literal: ModelNode | None) -> bool:
        """Tell whether a literal is an object of the type."""
        given = literal.type if isinstance(literal, CompositeLiteral) else None
        given = given.element if isinstance(given, PointerType) else given
        return isinstance(given, NamedType) and not given.package and given.name == self.owner

    def _literal(self, literal: CompositeLiteral) -> None:
        shape = self.package.tables.types[self.owner][0].type
        names = [each.name for each in shape.fields] if isinstance(shape, StructType) else []
        for place, element in enumerate(literal.elements):
            named = element.field if element.key is not None else names[place] if place < len(names) else self.field
            if named == self.field:
                self._given(element.value)

    def _given(self, value: Expression) -> None:
        """Note what makes the channel, in the function that gives it to the object."""
        if isinstance(value, BuiltinName) and value.name == "nil":
            return
        made = value
        if isinstance(value, Name):
            definitions = self.package.definitions(value.variable)
            if len(definitions) != 1 or definitions[0].value is None:
                raise _EscapesError
            made = definitions[0].value
        function = self.package.owner(made)
        if not self.package.is_channel_make(made) or function is None or function in self.made:
            raise _EscapesError
        self.made[function] = made
        if isinstance(value, Name):
            self.aliases[value.variable] = made

    def _use(self, mention: Selector | Name) -> None:
        parent = self.package.parent(mention)
        use = operation_on(self.package, mention)
        match parent:
            case _ if use is not None:
                self.uses.append(use)
            case Assign(targets=targets, values=values) if len(targets) == len(values) and any(
                target is mention for target in targets
            ):
                if isinstance(mention, Selector):
                    self._given(next(value for target, value in zip(targets, values, strict=True) if target is mention))
            case Element() if parent.key is mention or self._is_own(self.package.parent(parent)):
                pass  # the name of a field, which only reads like the variable; or the literal is looked at
            case Assign() if isinstance(mention, Name) and all(
                isinstance(target, Selector) and target.field == self.field for target in parent.targets
            ):
                pass  # `req.reply = reply`
            case Binary(operator="==" | "!="):
                pass
            case Call(function=BuiltinName(name="close")):
                pass
            case _:
                raise _EscapesError

    # -- who gives up ---------------------------------------------------------------------------------------------

    def _gives_up(self, asking: Function, receives: list[Use]) -> tuple[Use, SelectClause] | None:
        """Return the select and the case by which a function leaves without the answer, None where it does not."""
        graph = self.package.graph(asking)
        nodes = {use: graph.node_of.get(use.select or use.node) for use in receives}
        places = {node.index for node in nodes.values() if node is not None}
        if self.package.is_test(asking) or any(use.blocks for use in receives):
            return None
        if any(self._tells(statement) for statement in self.package.inside(asking, Defer)):
            return None
        for use in receives:
            for clause in use.select.clauses if use.select is not None else ():
                start = graph.node_of.get(clause)
                if start is None or not is_impatient(self.package, received(clause)):
                    continue
                after = graph.reachable_from(start.index)
                leaves = places.isdisjoint(after) and graph.endings.get(Ending.RETURN, -1) in after
                if leaves and not self._takes_back(graph, after):
                    return use, clause
        return None

    def _takes_back(self, graph: Graph, after: frozenset[int] | set[int]) -> bool:
        """Tell whether who gives up may say so to those who answer: it uses the object again, or takes it out."""
        return any(self._tells(graph.nodes[index].origin) for index in after)

    def _tells(self, origin: Origin | Defer) -> bool:
        if origin is None or isinstance(origin, SelectClause | Ending):
            return False  # the body of a case has nodes of its own
        for node in walk(origin.expression if isinstance(origin, Condition) else origin):
            if isinstance(node, Name) and (node.variable in self.aliases or self._is_object(node)):
                return True
            if isinstance(node, Call) and self._takes_out(node, 1):
                return True
        return False

    def _takes_out(self, call: Call, depth: int) -> bool:
        """Tell whether a call deletes an entry of a map, or calls what does."""
        if isinstance(call.function, BuiltinName):
            return call.function.name == "delete"
        return depth > 0 and any(
            self._takes_out(inner, depth - 1)
            for function in self.package.callee(call).functions
            for inner in self.package.calls(function)
        )

    def _is_object(self, name: Name) -> bool:
        return self.package.type_name(name) == self.owner


def _is_unbuffered(package: Package, make: Call) -> bool:
    return len(make.arguments) == 1 or amount(package, make.arguments[1]) == Amount()


def is_impatient(package: Package, receive: Receive | None) -> bool:
    """Tell whether a case is about whoever waits alone: time that is up, or the context that its caller gave it."""
    if receive is None:
        return False
    match receive.channel:
        case Call(function=Selector(base=Name(variable=variable))) as call if (
            package.callee(call).external == "context.Context.Done"
        ):
            return variable.kind in (VariableKind.PARAMETER, VariableKind.LOCAL)
        case Call() as call:
            return package.callee(call).external == "time.After"
        case Selector(base=base, field="C"):
            return package.type_name(base) == "time.Timer"
        case Name(variable=variable):
            values = [one.value for one in package.definitions(variable)]
            return (
                len(values) == 1
                and isinstance(values[0], Call)
                and (package.callee(values[0]).external == "time.After")
            )
        case _:
            return False
