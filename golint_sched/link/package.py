"""The linked package: what rules and engines get, and the questions that they may ask of it."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, TypeGuard, TypeVar

from golint_sched.flow.build import build
from golint_sched.flow.graph import Ending, Graph
from golint_sched.knowledge import endings
from golint_sched.link.lifetimes import runs_once
from golint_sched.link.members import dereference, type_name
from golint_sched.link.neighbours import NOBODY, Neighbours
from golint_sched.link.places import Place, Places
from golint_sched.link.resolve import Callee, Resolver
from golint_sched.link.running import Running, running
from golint_sched.link.spawns import Spawn, spawns_in
from golint_sched.link.tables import Definition, Tables, tabulate
from golint_sched.model.expressions import (
    BuiltinName,
    Call,
    Constant,
    Expression,
    FunctionLiteral,
    Name,
    PackageName,
    QualifiedName,
    Selector,
    Unary,
    Variable,
)
from golint_sched.model.functions import File, Function
from golint_sched.model.statements import Block, ExpressionStatement, For, Labeled, Range
from golint_sched.model.types import ChannelType, Type
from golint_sched.model.walk import ModelNode

Kind = TypeVar("Kind")
Shared = TypeVar("Shared")

# Four nodes in five are of these types.
_COMMON = frozenset({Name, PackageName, BuiltinName, QualifiedName, Selector, Constant, Block, ExpressionStatement})

# A function that never comes back has one of them in its text, or reaches one that has.
_ENDS = (b"panic(", b"Panic", b"Exit", b"Fatal", b"FailNow", b"Skip", b"Exec(")


class Package:
    """One package, linked.

    It is made by `link` and never changes; what it works out on request it remembers. `import_path` is "" where no
    go.mod tells it, and `go_version` None where nothing tells it (then the newest is meant). `directory` is where it
    lies in the repository, "" where that is not known: a module below has an import path of its own.
    """

    def __init__(
        self,
        tables: Tables,
        name: str,
        import_path: str = "",
        go_version: tuple[int, int] | None = None,
        directory: str = "",
    ) -> None:
        """Make it from the tables of its files."""
        self.tables = tables
        self.name = name
        self.import_path = import_path
        self.directory = directory
        self._go_version = go_version
        self.resolver = Resolver(tables)
        self.places = Places(self.resolver)
        self._graphs: dict[Function, Graph] = {}
        self._building: set[Function] = set()
        self._spawns: dict[Function, tuple[Spawn, ...]] = {}
        self._lifetimes: dict[Function, bool] = {}
        self._kinds: dict[tuple[type, ...], dict[Function, tuple[ModelNode, ...]]] = {}
        self._placed: dict[tuple[type, ...], tuple[ModelNode, ...]] = {}
        self._shared: dict[Callable[..., Any], Any] = {}

    def shared(self, make: Callable[["Package"], Shared]) -> Shared:
        """Return what `make` gives for this package, made when it is first asked for.

        That is where rules and engines keep the answers that they share: these go when the package goes.
        """
        if make not in self._shared:
            self._shared[make] = make(self)
        found: Shared = self._shared[make]
        return found

    # -- what there is --------------------------------------------------------------------------------------------

    @property
    def functions(self) -> tuple[Function, ...]:
        """Return all functions and literals, a literal after the function around it, files in order of path."""
        return self.tables.functions

    def bodies(self) -> Iterator[Function]:
        """Yield the functions and literals whose body is known."""
        return (function for function in self.tables.functions if function.body is not None)

    def file(self, function: Function) -> File:
        """Return the file that declares the function."""
        return self.tables.files[function.path]

    def go_version(self, function: Function) -> tuple[int, int] | None:
        """Return the Go version that holds for the function's file, None where nothing tells it."""
        return self.file(function).go_version or self._go_version

    def is_test(self, function: Function) -> bool:
        """Tell whether the function stands in a test file."""
        return self.file(function).is_test

    def is_for_tests(self, function: Function) -> bool:
        """Tell whether a function works for a test, wherever it stands: it is given one, or calls its methods."""
        outer = self.outermost(function)
        given = (type_name(dereference(each.type)) for each in outer.parameters if each.type is not None)
        return (
            self.is_test(outer)
            or any(name in endings.TEST_TYPES for name in given)
            or any(self.callee(call).external.rpartition(".")[0] in endings.TEST_TYPES for call in self.calls(outer))
        )

    def enclosing(self, function: Function) -> Function | None:
        """Return the function directly around a literal, None for a declared function."""
        return self.tables.enclosing.get(function)

    def outermost(self, function: Function) -> Function:
        """Return the declared function that a literal stands in; a declared one is its own."""
        while (around := self.tables.enclosing.get(function)) is not None:
            function = around
        return function

    def owner(self, node: ModelNode) -> Function | None:
        """Return the function or literal that a node stands in, None for values of package variables."""
        return self.tables.owner(node)

    def parent(self, node: ModelNode) -> ModelNode | None:
        """Return the node directly around a node; the body of a function has none."""
        return self.tables.parents.get(node)

    def ancestors(self, node: ModelNode) -> Iterator[ModelNode]:
        """Yield the nodes around a node inside its function, innermost first."""
        around = self.tables.parents.get(node)
        while around is not None:
            yield around
            around = self.tables.parents.get(around)

    def nodes(self, function: Function) -> tuple[ModelNode, ...]:
        """Return all nodes of a function's body (literals apart), in source order; the body itself is the first."""
        return self.tables.nodes.get(function, ())

    def inside(self, function: Function, kind: type[Kind]) -> tuple[Kind, ...]:
        """Return the nodes of one type in a function's body (literals apart), in source order."""
        return self.nodes_of(function, (kind,))  # type: ignore[return-value]  # they are of that type

    def nodes_of(self, function: Function, kinds: tuple[type, ...]) -> tuple[ModelNode, ...]:
        """Return the nodes of some types in a function's body (literals apart), in source order.

        Many engines look through all functions for the few nodes that they are about.
        """
        known = self._kinds.get(kinds)
        if known is None:
            wanted = frozenset(kinds)
            places = self.tables.nodes if wanted & _COMMON else self._uncommon
            known = self._kinds[kinds] = {
                each: tuple(found)
                for each, nodes in places.items()
                if (found := [node for node in nodes if type(node) in wanted])
            }
        return known.get(function, ())

    @cached_property
    def _uncommon(self) -> dict[Function, tuple[ModelNode, ...]]:
        return {
            each: tuple([node for node in nodes if type(node) not in _COMMON])
            for each, nodes in self.tables.nodes.items()
        }

    def literals(self, function: Function) -> tuple[Function, ...]:
        """Return the literals directly in a function, in source order."""
        return tuple([node.function for node in self.inside(function, FunctionLiteral)])

    def placed(self, kinds: tuple[type, ...]) -> tuple[ModelNode, ...]:
        """Return the nodes of some types that stand inside another node, in the order of `tables.parents`."""
        known = self._placed.get(kinds)
        if known is None:
            wanted = frozenset(kinds)
            known = self._placed[kinds] = tuple([node for node in self.tables.parents if type(node) in wanted])
        return known

    def calls(self, function: Function) -> tuple[Call, ...]:
        """Return the calls in a function (literals apart), in source order."""
        return self.tables.calls.get(function, ())

    def definitions(self, variable: Variable) -> tuple[Definition, ...]:
        """Return every place that gives a local variable a value; a parameter's own comes first."""
        return self.tables.definitions.get(variable, ())

    def names(self, variable: Variable) -> tuple[Name, ...]:
        """Return every mention of a local variable, closures included; its declaration by `var` is none."""
        return self.tables.names.get(variable, ())

    # -- what it means --------------------------------------------------------------------------------------------

    def type_of(self, expression: Expression) -> Type:
        """Return the type of an expression, `UNKNOWN` where it cannot be told."""
        return self.resolver.type_of(expression)

    def shape_of(self, expression: Expression) -> Type:
        """Return the type under the expression's named type."""
        return self.resolver.shape_of(expression)

    def type_name(self, expression: Expression) -> str:
        """Return the name of an expression's type without pointer: "net/http.Server", "Worker"; "" if unnamed."""
        return type_name(dereference(self.resolver.type_of(expression)))

    def is_channel_make(self, expression: Expression | None) -> TypeGuard[Call]:
        """Tell whether an expression is `make(chan T)`, `make(chan T, n)`, or makes a named channel type."""
        return (
            isinstance(expression, Call)
            and isinstance(expression.function, BuiltinName)
            and expression.function.name == "make"
            and isinstance(self.shape_of(expression), ChannelType)
        )

    def callee(self, call: Call) -> Callee:
        """Return whom a call calls."""
        return self.resolver.callee(call)

    def running(self, call: Call, argument: Expression) -> Running | None:
        """Return how a function elsewhere runs the function that a call hands it, None where it may do other things."""
        return running(self.resolver, call, argument)

    def place(self, expression: Expression) -> Place | None:
        """Return the object that an expression means, None where it cannot be told."""
        return self.places.place_of(expression)

    def receiver_place(self, call: Call) -> Place | None:
        """Return the object whose method is called, embedded fields spelt out: `s.Lock()` gives `s.Mutex`."""
        if not isinstance(call.function, Selector):
            return None
        base = self.places.place_of(call.function.base)
        member = self.resolver.member(call.function)
        if base is None or member is None or not member.path:
            return base
        owner = type_name(dereference(self.resolver.type_of(call.function.base))) or base.field
        field = f"{owner}.{member.path[-1]}" if owner and len(member.path) == 1 else ""
        return Place(base.root, (*base.path, *member.path), field)

    def is_stable(self, variable: Variable) -> bool:
        """Tell whether a local variable keeps its first value: it is assigned once and its address is not taken."""
        if len(self.definitions(variable)) > 1:
            return False
        parents = (self.parent(name) for name in self.names(variable))
        return not any(isinstance(parent, Unary) and parent.operator == "&" for parent in parents)

    def spawns(self, function: Function) -> tuple[Spawn, ...]:
        """Return the goroutines that a function starts (literals apart), in source order."""
        if function not in self._spawns:
            self._spawns[function] = spawns_in(function, self.calls(function), self.resolver)
        return self._spawns[function]

    def spawners(self, function: Function) -> tuple[Spawn, ...]:
        """Return every place in the package that starts a goroutine with this function as its root."""
        return self._spawners.get(function, ())

    @cached_property
    def _spawners(self) -> dict[Function, tuple[Spawn, ...]]:
        found: dict[Function, list[Spawn]] = {}
        for each in self.bodies():
            for spawn in self.spawns(each):
                for target in spawn.callee.functions:
                    found.setdefault(target, []).append(spawn)
        return {target: tuple(spawns) for target, spawns in found.items()}

    @cached_property
    def started(self) -> tuple[Function, ...]:
        """Return the functions that are the root of a goroutine somewhere here, in the order of `functions`."""
        return tuple([each for each in self.bodies() if each in self._spawners])

    def callers(self, function: Function) -> tuple[tuple[Function, Call], ...]:
        """Return every call of a function in the package, with the function it stands in; go statements too."""
        return self._callers.get(function, ())

    @cached_property
    def _callers(self) -> dict[Function, tuple[tuple[Function, Call], ...]]:
        found: dict[Function, list[tuple[Function, Call]]] = {}
        for each in self.bodies():
            for call in self.calls(each):
                for target in self.callee(call).functions:
                    found.setdefault(target, []).append((each, call))
        return {target: tuple(calls) for target, calls in found.items()}

    def is_value(self, function: Function) -> bool:
        """Tell whether a declared function is used other than by calling it, so that unknown code may call it."""
        if function.receiver_type:
            mentions: Iterable[Expression] = self.tables.selectors.get(function.name, ())
        else:
            mentions = self.tables.package_names.get(function.name, ())
        for mention in mentions:
            parent = self.parent(mention)
            if not (isinstance(parent, Call) and parent.function is mention):
                return True
        return False

    def is_foreign(self, name: str) -> bool:
        """Tell whether a variable, or a field `Type.field`, of this full name is declared in another package."""
        owner = name.rpartition(".")[0]
        return bool(owner) and owner not in self.tables.types and owner.partition(".")[0] not in self.tables.types

    def is_open(self, name: str) -> bool:
        """Tell whether other packages can name a package variable, or a field `Type.field`."""
        exported = all(part[:1].isupper() for part in name.split("."))
        return self.is_foreign(name) or (self.name != "main" and exported)

    # -- control flow ---------------------------------------------------------------------------------------------

    def graph(self, function: Function) -> Graph:
        """Return the control-flow graph of a function with a body."""
        if function not in self._graphs:
            self._building.add(function)
            try:
                self._graphs[function] = build(function, self.ending, self.inside(function, Labeled))
            finally:
                self._building.discard(function)
        return self._graphs[function]

    def ending(self, call: Call) -> Ending | None:
        """Return how a call ends where it never comes back, None where it may."""
        callee = self.callee(call)
        if callee.external in endings.PROCESS:
            return Ending.PROCESS
        if callee.external in endings.PANIC:
            return Ending.PANIC
        if callee.external in endings.GOEXIT:
            return Ending.GOEXIT
        if len(callee.functions) != 1 or not callee.certain:
            return self._neighbour_ending(callee.external)
        return self.function_ending(callee.functions[0])

    def _neighbour_ending(self, external: str) -> Ending | None:
        """Return how a function of a neighbour ends if it never returns."""
        neighbours = self.tables.neighbours
        if not external or not neighbours.mentions(external, _ENDS):
            return None
        return neighbours.ask(external, "ending", _ending_of)

    def function_ending(self, function: Function) -> Ending | None:
        """Return how a function of the package ends if it never returns; a function under construction returns."""
        if function.body is None or function in self._building:
            return None
        graph = self.graph(function)
        if graph.returns:
            return None
        for ending in (Ending.PANIC, Ending.GOEXIT, Ending.PROCESS):
            if graph.endings.get(ending, -1) in graph.reachable:
                return ending
        return None  # an endless loop: what follows is dead, which is the loop's own matter

    # -- how long it lives ----------------------------------------------------------------------------------------

    def is_process_lifetime(self, function: Function) -> bool:
        """Tell whether the function runs once per process: main, init, a command, and what only they call, once."""
        if function not in self._lifetimes:
            self._lifetimes[function] = False  # recursion is no proof
            self._lifetimes[function] = runs_once(self, function, self.is_process_lifetime)
        return self._lifetimes[function]

    def in_loop(self, node: ModelNode) -> bool:
        """Tell whether a node stands in a loop of its own function."""
        return any(isinstance(around, For | Range) for around in self.ancestors(node))

    def receiver_type(self, function: Function) -> Type | None:
        """Return the type of a method's receiver, also for literals inside a method."""
        outer = self.outermost(function)
        return None if outer.receiver is None else outer.receiver.type

    def package_variable_mentions(self, name: str) -> tuple[PackageName, ...]:
        """Return every mention of a package-level name."""
        return self.tables.package_names.get(name, ())


def _ending_of(package: Package, function: Function) -> Ending | None:
    """Return how a function ends if it never returns; one that promises a result is only not written yet."""
    return None if function.results else package.function_ending(function)


def link(
    files: tuple[File, ...],
    *,
    import_path: str = "",
    go_version: tuple[int, int] | None = None,
    neighbours: Neighbours = NOBODY,
    directory: str = "",
) -> Package:
    """Return the linked package of the files, which must have one package clause in common."""
    name = files[0].package if files else ""
    return Package(tabulate(files, neighbours), name, import_path, go_version, directory)
