"""Where a value leaves the sight of the function that has to release it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from golint_sched.engines.paths.keys import Key, into, key_of
from golint_sched.engines.paths.protocol import Action
from golint_sched.flow.graph import Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Binary,
    Call,
    Expression,
    Index,
    Name,
    Receive,
    Selector,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Declare,
    Defer,
    ExpressionStatement,
    For,
    Go,
    If,
    Range,
    Return,
    Switch,
    SwitchClause,
)
from golint_sched.model.walk import ModelNode

ActionOf = Callable[[Package, Call], Action | None]

# The nodes of a function's graph after which a value needs no release any more.
Ends = Callable[[Package, Function, Key], frozenset[int]]


def no_ends(_package: Package, _function: Function, _key: Key) -> frozenset[int]:
    """Return no nodes: nothing but a release ends the duty."""
    return frozenset()


_RELEASES = frozenset({"Close", "Stop"})  # the methods that release, whatever type the parameter has
_DEPTH = 12  # a longer chain of readers around readers, or of helpers, is a cycle


@dataclass(frozen=True, slots=True)
class Handling:
    """What code outside the package does with a value of some kind that it is given.

    `uses` are functions, and prefixes of functions that end in ".", which only look at it; `wraps` those whose first
    result is another value that needs it. `fields` are the fields of the thing itself that anybody may read.
    `shared` tells that a goroutine which mentions the value, in any way, takes over the duty.
    """

    uses: frozenset[str]
    wraps: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    shared: bool = False

    def only_uses(self, name: str) -> bool:
        """Tell whether the function of this full name only looks at what it is given."""
        return name in self.uses or any(entry.endswith(".") and name.startswith(entry) for entry in self.uses)


class Escapes:
    """Answers for one package and one kind of value; answers are remembered."""

    def __init__(self, package: Package, handling: Handling, action: ActionOf, ends: Ends = no_ends) -> None:
        """Make it for a linked package; `action` tells which calls release, `ends` where no release is needed more."""
        self.package = package
        self.ends = ends
        self.handling = handling
        self.action = action
        self._nodes: dict[tuple[Function, Key], frozenset[int]] = {}
        self._lost: dict[tuple[Function, Key], bool] = {}

    def nodes(self, function: Function, key: Key) -> frozenset[int]:
        """Return the nodes of the function's graph at which somebody else gets the value.

        Those of `defer value.Close()` are among them: the value, as it is then, will be released.
        """
        if (function, key) not in self._nodes:
            self._nodes[function, key] = frozenset()  # a function that calls itself adds nothing there
            graph = self.package.graph(function)
            found = {self._index(function, site) for site in self._sites(function, key)}
            if isinstance(key.root, Variable) and key.root in function.results:
                found |= {
                    node.index for node in graph.nodes if isinstance(node.origin, Return) and not node.origin.values
                }
            self._nodes[function, key] = frozenset(index for index in found if index is not None)
        return self._nodes[function, key]

    def _index(self, function: Function, site: ModelNode) -> int | None:
        """Return the node of the graph that stands for a place in the function's text."""
        node_of: Mapping[object, Node] = self.package.graph(function).node_of  # type: ignore[assignment]  # keys are nodes
        for around in (site, *self.package.ancestors(site)):
            node = node_of.get(around)
            if node is not None:
                return node.index
        return None

    def escapes(self, function: Function, key: Key) -> bool:
        """Tell whether the function, a callee, may put the value out of sight, or returns it."""
        if (function, key) not in self._lost:
            self._lost[function, key] = False
            self._lost[function, key] = function.body is None or any(
                not isinstance(site, Defer) for site in self._sites(function, key)
            )
        return self._lost[function, key]

    def captured_before(self, function: Function, key: Key, statement: ModelNode) -> bool:
        """Tell whether a literal that the value is handed on with stands before the statement that acquires it."""
        return any(
            not isinstance(site, Defer) and site.span < statement.span and self._is_literal_site(site, key)
            for site in self._sites(function, key)
        )

    def _is_literal_site(self, site: ModelNode, key: Key) -> bool:
        names = self.package.names(key.root) if isinstance(key.root, Variable) else ()
        owner = self.package.owner(site)
        inside = [name for name in names if site.span.start <= name.span.start < site.span.end]
        return any(self.package.owner(name) is not owner for name in inside)

    # -- mentions -------------------------------------------------------------------------------------------------

    def _sites(self, function: Function, key: Key) -> Iterator[ModelNode]:
        """Yield the places in the function, those of literals inside it lifted to where these stand."""
        if not isinstance(key.root, Variable):
            return
        acting: dict[Function, bool] = {}
        for name in self.package.names(key.root):
            owner = self.package.owner(name)
            if owner is function:
                yield from self._lifted_to(function, self._fate(name, key.path, 0))
                continue
            literal = self._inside(function, owner)
            if literal is not None:
                acting[literal] = acting.get(literal, False) or self._acts(name, key)
        for literal, acts in acting.items():
            yield from self._literal_sites(key, literal, acts=acts)

    def _lifted_to(self, function: Function, sites: Iterator[ModelNode]) -> Iterator[ModelNode]:
        """Yield the sites; one that an alias has in a literal stands for the literal."""
        for site in sites:
            owner = self.package.owner(site)
            if owner is function:
                yield site
            else:
                literal = self._inside(function, owner)
                if literal is not None and not isinstance(site, Defer):
                    yield self.package.tables.literal_nodes[literal]

    def _inside(self, function: Function, owner: Function | None) -> Function | None:
        """Return the literal directly in `function` that is `owner` or stands around it."""
        while owner is not None:
            around = self.package.enclosing(owner)
            if around is function:
                return owner
            owner = around
        return None

    def _acts(self, name: Name, key: Key) -> bool:
        """Tell whether a mention in a literal releases the value or puts it out of sight."""
        if any(True for _ in self._fate(name, key.path, 0)):
            return True
        for around in self.package.ancestors(name):
            if isinstance(around, Call):
                action = self.action(self.package, around)
                if action is not None and action.key == key:
                    return True
                for function in self.package.callee(around).functions:
                    inner = into(self.package, around, function, key)
                    if inner is not None and inner != key:
                        return True
        return False

    def _literal_sites(self, key: Key, literal: Function, *, acts: bool) -> Iterator[ModelNode]:
        node = self.package.tables.literal_nodes[literal]
        parent = self.package.parent(node)
        if isinstance(parent, Call):
            around = self.package.parent(parent)
            if isinstance(around, Go):
                if acts or self.handling.shared:
                    yield around
            elif parent.function is node:
                if any(not isinstance(site, Defer) for site in self._sites(literal, key)):
                    yield around if isinstance(around, Defer) else parent
            elif acts or self.handling.shared:
                yield parent
            return
        if isinstance(parent, Assign | Declare):
            variable = self._single(parent, node)
            if variable is not None and all(self._is_plain_call(name) for name in self.package.names(variable)):
                if any(not isinstance(site, Defer) for site in self._sites(literal, key)):
                    yield parent
                return
        if acts or self.handling.shared:
            yield node

    def _is_plain_call(self, name: Name) -> bool:
        parent = self.package.parent(name)
        if isinstance(parent, Assign) and any(target is name for target in parent.targets):
            return True
        return isinstance(parent, Call) and parent.function is name and not isinstance(self.package.parent(parent), Go)

    def _single(self, statement: Assign | Declare, value: Expression) -> Variable | None:
        """Return the local variable that gets the value, and no other value ever."""
        variable = _target(statement, value)
        if isinstance(variable, Name):
            variable = variable.variable
        if not isinstance(variable, Variable):
            return None
        given = [each for each in self.package.definitions(variable) if each.value is not None]
        return variable if len(given) == 1 else None

    # -- what becomes of one expression ---------------------------------------------------------------------------

    def _fate(
        self, value: Expression, path: tuple[object, ...], depth: int, *, wrapped: bool = False
    ) -> Iterator[ModelNode]:
        """Yield where the value of an expression goes out of sight; `path` leads from it to the thing itself.

        `wrapped` tells that the expression is not the thing but something that reads from it.
        """
        parent = self.package.parent(value)
        if depth > _DEPTH:
            yield value
            return
        match parent:
            case Selector(base=base, field=field) if base is value:
                yield from self._member(parent, field, path, depth, wrapped=wrapped)
            case Call(function=called) if called is value:
                around = self.package.parent(parent)
                if isinstance(around, Go) or (isinstance(around, Defer) and not wrapped):
                    yield around
            case Call():
                yield from self._argument(parent, value, path, depth, wrapped=wrapped)
            case Assign(targets=targets) if any(target is value for target in targets):
                pass
            case Assign() | Declare():
                yield from self._stored(parent, value, path, depth, wrapped=wrapped)
            case Binary() | Receive() | ExpressionStatement() | If() | For() | Switch() | SwitchClause():
                pass
            case Unary(operator="!"):
                pass
            case Unary(operator="*"):  # `return *resp`: the copy has what the original had
                yield from self._fate(parent, path, depth + 1, wrapped=wrapped)
            case Range(subject=subject) if subject is value:
                pass
            case Index(base=base) if base is value:
                pass
            case _:
                yield value if parent is None else parent

    def _member(
        self, selector: Selector, field: str, path: tuple[object, ...], depth: int, *, wrapped: bool
    ) -> Iterator[ModelNode]:
        """`resp.Body`, `resp.StatusCode`, `body.Close()`, `ticker.C`."""
        if path:
            if field == path[0]:
                yield from self._fate(selector, path[1:], depth + 1, wrapped=wrapped)
            return
        parent = self.package.parent(selector)
        if isinstance(parent, Call) and parent.function is selector:
            around = self.package.parent(parent)
            if isinstance(around, Go) or (
                isinstance(around, Defer) and self.action(self.package, parent) is not None and not wrapped
            ):
                yield around
            return
        if field in self.handling.fields or wrapped:
            yield from self._fate(selector, (), depth + 1, wrapped=True)
        else:
            yield selector if parent is None else parent

    def _argument(
        self, call: Call, value: Expression, path: tuple[object, ...], depth: int, *, wrapped: bool
    ) -> Iterator[ModelNode]:
        """`read(resp.Body)`: by whom, and what becomes of the result."""
        callee = self.package.callee(call)
        around = self.package.parent(call)
        if callee.conversion:
            yield from self._fate(call, path, depth + 1, wrapped=wrapped)
        elif isinstance(around, Go):
            yield around
        elif callee.functions:
            key = key_of(self.package, value)
            if wrapped:
                if not callee.certain or any(
                    not self._keeps_to_itself(call, value, function) for function in callee.functions
                ):
                    yield call
                return
            if key is None or not callee.certain or callee.external:
                yield call
                return
            key = Key(key.root, (*key.path, *path))  # type: ignore[arg-type]
            for function in callee.functions:
                inner = into(self.package, call, function, key)
                if inner is None or self.escapes(function, inner):
                    yield call
                    return
            if isinstance(around, Defer) and all(self._releases(call, function, key) for function in callee.functions):
                yield around
        elif self.handling.only_uses(callee.external) or self._is_only_seen(call, value, path):
            return
        elif callee.external in self.handling.wraps:
            yield from self._fate(call, (), depth + 1, wrapped=True)
        else:
            yield call

    def _keeps_to_itself(self, call: Call, value: Expression, function: Function) -> bool:
        """Tell whether a helper of the package does not put the reader that it is given out of sight."""
        place = next((position for position, each in enumerate(call.arguments) if each is value), len(call.arguments))
        if call.spread or place >= len(function.parameters) or len(call.arguments) != len(function.parameters):
            return False
        return not self.escapes(function, Key(function.parameters[place]))

    def releases_below(self, function: Function, key: Key, depth: int = 0) -> bool:
        """Tell whether a release may be in the text of the function, of its literals or its callees."""
        if depth > _DEPTH or (function.body is not None and self.ends(self.package, function, key)):
            return True
        literals = [each for each in self.package.functions if self.package.outermost(each) is function]
        for each in (function, *literals):
            for call in self.package.calls(each):
                if self._may_release(call, key):
                    return True
                for callee in self.package.callee(call).functions:
                    inner = into(self.package, call, callee, key)
                    if inner is not None and inner != key and self.releases_below(callee, inner, depth + 1):
                        return True
        return False

    def _may_release(self, call: Call, key: Key) -> bool:
        """Tell whether a call releases the value, or something of which it is not certain that it is not the value."""
        action = self.action(self.package, call)
        if action is not None and action.key == key:
            return True
        match call.function:
            case Selector(field=field):
                return field in _RELEASES
            case Name(variable=variable):
                return variable is key.root
            case _:
                return False

    def _is_only_seen(self, call: Call, value: Expression, path: tuple[object, ...]) -> bool:
        """Tell whether a function of a neighbour neither keeps what it is given nor releases it, on any way."""
        name = self.package.callee(call).external
        place = next((position for position, each in enumerate(call.arguments) if each is value), -1)
        neighbours = self.package.tables.neighbours
        signature = neighbours.signature(name) if name else None
        if signature is None or call.spread or signature.variadic or not 0 <= place < len(call.arguments):
            return False
        if len(call.arguments) != len(signature.parameters):
            return False
        key = ("only seen", self.handling, place, path)
        return bool(neighbours.ask(name, key, lambda *one: _only_sees(self, place, path, *one)))

    def _releases(self, call: Call, function: Function, key: Key) -> bool:
        """Tell whether a named helper has the release of what it is given in its text."""
        inner = into(self.package, call, function, key)
        return any(
            action is not None and action.key == inner
            for each in self.package.calls(function)
            for action in (self.action(self.package, each),)
        )

    def _stored(
        self, statement: Assign | Declare, value: Expression, path: tuple[object, ...], depth: int, *, wrapped: bool
    ) -> Iterator[ModelNode]:
        """`body := resp.Body`, `s.body = resp.Body`, `_ = cancel`, `reader, err := gzip.NewReader(resp.Body)`."""
        target = _target(statement, value)
        if target is None:
            return
        variable = target.variable if isinstance(target, Name) else target
        if not isinstance(variable, Variable):
            yield statement
            return
        names = self.package.names(variable)
        if not wrapped:
            key, mine = key_of(self.package, value), next((key_of(self.package, name) for name in names), None)
            if names and (key is None or mine is None or (key.root, key.path) != (mine.root, mine.path)):
                yield statement
                return
        for name in names:
            if not (isinstance(statement, Assign) and any(name is each for each in statement.targets)):
                yield from self._fate(name, path, depth + 1, wrapped=wrapped)
        if wrapped and variable in self._results_around(statement):
            yield statement

    def _results_around(self, statement: ModelNode) -> tuple[Variable, ...]:
        owner = self.package.owner(statement)
        return () if owner is None else owner.results


def _only_sees(asking: Escapes, place: int, path: tuple[object, ...], package: Package, function: Function) -> bool:
    """Tell whether the function of a neighbour leaves its parameter as it is, to whoever gave it."""
    key = Key(function.parameters[place], path)  # type: ignore[arg-type]  # a path is one of fields
    there = Escapes(package, asking.handling, asking.action, asking.ends)
    return not there.escapes(function, key) and not there.releases_below(function, key)


def _target(statement: Assign | Declare, value: Expression) -> Expression | Variable | None:
    """Return what an assignment gives the value, or its first result, to; None for a blank."""
    targets: tuple[Expression | Variable | None, ...]
    targets = statement.targets if isinstance(statement, Assign) else statement.variables
    place = next((position for position, each in enumerate(statement.values) if each is value), 0)
    return targets[place] if place < len(targets) else None
