"""One walk over a package that notes where everything stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from golint_sched.link.neighbours import NOBODY, Neighbours
from golint_sched.model.expressions import (
    Call,
    Expression,
    FunctionLiteral,
    Name,
    PackageName,
    Selector,
    Variable,
)
from golint_sched.model.functions import File, Function, TypeDeclaration, ValueDeclaration
from golint_sched.model.node import node as immutable
from golint_sched.model.statements import Assign, Declare, Range, TypeSwitch
from golint_sched.model.types import Type
from golint_sched.model.walk import ModelNode, slots


@immutable
class Definition:
    """One place that gives a variable its value.

    `value` is the expression, None where there is none (`var x T`, a parameter); `position` counts from 0 among the
    results where one call or a comma-ok form gives several values, and is None where the value is the whole
    expression. `range_part` is "key" or "value" where the variable runs over `value`. `updates` marks `+=` and `++`.
    """

    function: Function | None
    value: Expression | None
    position: int | None = None
    range_part: str = ""
    type: Type | None = None
    updates: bool = False
    statement: Assign | Declare | Range | TypeSwitch | None = None


@dataclass(frozen=True, eq=False)
class Tables:
    """Where things stand in a package.

    `functions` holds declared functions and literals, a literal after the function around it. `nodes` are those of a
    function's body, literals apart, in source order, and the body is the first of them. `parents` leads from
    every node to the one directly around it (a literal's body has its FunctionLiteral's node as parent only through
    `literal_nodes`), and `bodies` from a function's body to the function: `owner` climbs the one to the other.
    `neighbours` are the other packages of the module.
    """

    functions: tuple[Function, ...]
    enclosing: Mapping[Function, Function]
    literal_nodes: Mapping[Function, FunctionLiteral]
    nodes: Mapping[Function, tuple[ModelNode, ...]]
    parents: Mapping[ModelNode, ModelNode]
    bodies: Mapping[ModelNode, Function]
    names: Mapping[Variable, tuple[Name, ...]]
    package_names: Mapping[str, tuple[PackageName, ...]]
    selectors: Mapping[str, tuple[Selector, ...]]
    calls: Mapping[Function, tuple[Call, ...]]
    definitions: Mapping[Variable, tuple[Definition, ...]]
    declared: Mapping[str, tuple[Function, ...]]
    methods: Mapping[tuple[str, str], tuple[Function, ...]]
    types: Mapping[str, tuple[TypeDeclaration, ...]]
    values: Mapping[str, tuple[tuple[ValueDeclaration, int], ...]]
    files: Mapping[str, File]
    neighbours: Neighbours

    @cached_property
    def method_names(self) -> Mapping[str, frozenset[str]]:
        """Return the names of the methods that each type declares, by the type's name."""
        names: dict[str, set[str]] = {}
        for owner, name in self.methods:
            names.setdefault(owner, set()).add(name)
        return {owner: frozenset(found) for owner, found in names.items()}

    def owner(self, node: ModelNode) -> Function | None:
        """Return the function or literal that a node stands in, None for values of package variables."""
        parents = self.parents
        around = parents.get(node)
        while around is not None:
            node = around
            around = parents.get(node)
        return self.bodies.get(node)


# The types of node that `_Indexer.note` has something to say about; most nodes are of others.
_NOTED = frozenset({Name, PackageName, Selector, Call, FunctionLiteral, Assign, Declare, Range, TypeSwitch})


class _Indexer:
    """Collects the tables of the tables while it walks."""

    def __init__(self) -> None:
        self.functions: list[Function] = []
        self.enclosing: dict[Function, Function] = {}
        self.literal_nodes: dict[Function, FunctionLiteral] = {}
        self.inside: dict[Function, tuple[ModelNode, ...]] = {}
        self.parents: dict[ModelNode, ModelNode] = {}
        self.bodies: dict[ModelNode, Function] = {}
        self.names: dict[Variable, list[Name]] = {}
        self.package_names: dict[str, list[PackageName]] = {}
        self.selectors: dict[str, list[Selector]] = {}
        self.calls: dict[Function, list[Call]] = {}
        self.definitions: dict[Variable, list[Definition]] = {}

    def function(self, function: Function) -> None:
        """Note a function and everything inside it."""
        self.functions.append(function)
        for variable in (*function.parameters, *function.results):
            self.define(variable, Definition(function, None, type=variable.type))
        if function.receiver is not None:
            self.define(function.receiver, Definition(function, None, type=function.receiver.type))
        if function.body is not None:
            self.bodies[function.body] = function
            self.nodes(function.body, function)

    def define(self, variable: Variable, definition: Definition) -> None:
        """Note that the variable gets a value there."""
        self.definitions.setdefault(variable, []).append(definition)

    def nodes(self, root: ModelNode, owner: Function | None) -> None:
        """Note all nodes at and below `root`; literals follow as functions of their own."""
        stack: list[ModelNode] = [root]
        inside: list[ModelNode] = []
        literals: list[FunctionLiteral] = []
        parents, noted = self.parents, _NOTED
        while stack:
            node = stack.pop()
            inside.append(node)
            if type(node) in noted:
                self.note(node, owner, literals)
            for part in slots(node)[::-1]:
                if part is not None:
                    parents[part] = node
                    stack.append(part)
        if owner is not None:
            self.inside[owner] = tuple(inside)
        for literal in literals:
            self.literal_nodes[literal.function] = literal
            if owner is not None:
                self.enclosing[literal.function] = owner
            self.function(literal.function)

    def note(self, node: ModelNode, owner: Function | None, literals: list[FunctionLiteral]) -> None:
        """Note what one node means for the tables."""
        match node:
            case Name():
                self.names.setdefault(node.variable, []).append(node)
            case PackageName():
                self.package_names.setdefault(node.name, []).append(node)
            case Selector():
                self.selectors.setdefault(node.field, []).append(node)
            case Call():
                if owner is not None:
                    self.calls.setdefault(owner, []).append(node)
            case FunctionLiteral():
                literals.append(node)
            case Assign():
                self.assign(node, owner)
            case Declare():
                self.declare(node, owner)
            case Range():
                for target, part in ((node.key, "key"), (node.value, "value")):
                    if isinstance(target, Name):
                        definition = Definition(owner, node.subject, range_part=part, statement=node)
                        self.define(target.variable, definition)
            case TypeSwitch():
                for clause in node.clauses:
                    if clause.variable is not None:
                        definition = Definition(owner, node.subject, type=clause.variable.type, statement=node)
                        self.define(clause.variable, definition)
            case _:
                pass

    def assign(self, node: Assign, owner: Function | None) -> None:
        """Note what `targets = values` gives to local variables."""
        spread = len(node.values) == 1 and len(node.targets) > 1
        for position, target in enumerate(node.targets):
            if not isinstance(target, Name):
                continue
            if spread:
                definition = Definition(owner, node.values[0], position, statement=node)
            elif position < len(node.values):
                updates = node.operator not in ("=", ":=")
                definition = Definition(owner, node.values[position], updates=updates, statement=node)
            else:
                definition = Definition(owner, None, updates=True, statement=node)
            self.define(target.variable, definition)

    def declare(self, node: Declare, owner: Function | None) -> None:
        """Note what `var a, b T = values` gives to its variables."""
        spread = len(node.values) == 1 and len(node.variables) > 1
        for position, variable in enumerate(node.variables):
            if variable is None:
                continue
            value: Expression | None = None
            if node.values:
                value = node.values[0] if spread else node.values[min(position, len(node.values) - 1)]
            place = position if spread else None
            self.define(variable, Definition(owner, value, place, type=node.type, statement=node))


def tabulate(files: Iterable[File], neighbours: Neighbours = NOBODY) -> Tables:
    """Return the tables of a package's files, which are taken in the order of their paths."""
    indexer = _Indexer()
    ordered = sorted(files, key=lambda file: file.path)
    types: dict[str, list[TypeDeclaration]] = {}
    values: dict[str, list[tuple[ValueDeclaration, int]]] = {}
    declared: dict[str, list[Function]] = {}
    methods: dict[tuple[str, str], list[Function]] = {}
    for file in ordered:
        for declaration in file.types:
            types.setdefault(declaration.name, []).append(declaration)
        for value in file.values:
            for position, variable in enumerate(value.variables):
                values.setdefault(variable.name, []).append((value, position))
            for expression in value.values:
                indexer.nodes(expression, None)
        for function in file.functions:
            if function.receiver_type:
                methods.setdefault((function.receiver_type, function.name), []).append(function)
            else:
                declared.setdefault(function.name, []).append(function)
            indexer.function(function)
    return Tables(
        functions=tuple(indexer.functions),
        enclosing=indexer.enclosing,
        literal_nodes=indexer.literal_nodes,
        nodes=indexer.inside,
        parents=indexer.parents,
        bodies=indexer.bodies,
        names={variable: tuple(found) for variable, found in indexer.names.items()},
        package_names={name: tuple(found) for name, found in indexer.package_names.items()},
        selectors={name: tuple(found) for name, found in indexer.selectors.items()},
        calls={function: tuple(found) for function, found in indexer.calls.items()},
        definitions={variable: tuple(found) for variable, found in indexer.definitions.items()},
        declared={name: tuple(found) for name, found in declared.items()},
        methods={key: tuple(found) for key, found in methods.items()},
        types={name: tuple(found) for name, found in types.items()},
        values={name: tuple(found) for name, found in values.items()},
        files={file.path: file for file in ordered},
        neighbours=neighbours,
    )
