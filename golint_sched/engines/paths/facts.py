"""What is known of conditions along the paths of one function, and which of it still matters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from golint_sched.engines.paths.terms import (
    Fact,
    Facts,
    Term,
    is_never_nil,
    is_nil,
    known_value,
    mentions,
    normalised,
    result_term,
    subject,
    term_of,
    variable_term,
)
from golint_sched.flow.graph import Chosen, Condition, Edge, Ending, Graph, Holds, Node
from golint_sched.link.package import Package
from golint_sched.model.expressions import (
    Binary,
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
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import (
    Assign,
    Declare,
    Defer,
    Go,
    If,
    Range,
    Return,
    Switch,
    SwitchClause,
    TypeSwitch,
)
from golint_sched.model.types import (
    ChannelType,
    FunctionType,
    InterfaceType,
    MapType,
    NamedType,
    PointerType,
    SliceType,
)
from golint_sched.model.walk import literals, walk

_ERROR = NamedType("builtin", "error")

# Packages for tests, and their functions after which, or in which, an error is demanded.
_TESTERS = ("github.com/stretchr/testify/", "gotest.tools/")
_DEMANDS = frozenset(
    {
        "Error",
        "Errorf",
        "EqualError",
        "ErrorAs",
        "ErrorAsf",
        "ErrorContains",
        "ErrorContainsf",
        "ErrorIs",
        "ErrorIsf",
        "ErrorType",
    }
)


@dataclass(frozen=True, slots=True)
class Store:
    """One assignment: `target` gets the value of `source`, of result `position` of it, or something unknown."""

    target: Term
    source: Expression | None = None
    position: int | None = None


class FactFlow:
    """How the nodes and edges of one function's graph change what is known."""

    def __init__(self, package: Package, graph: Graph) -> None:
        """Make it for a graph of the package."""
        self.package = package
        self.graph = graph
        self._stores: dict[int, tuple[Store, ...]] = {}
        self._subjects: dict[Fact, Term] = {}
        self._tests: dict[int, frozenset[Term]] = {}
        self._lives: dict[frozenset[int], tuple[frozenset[Term], ...]] = {}

    # -- forward --------------------------------------------------------------------------------------------------

    def after(self, node: Node, facts: Facts) -> Facts:
        """Return what is known when the node has been done."""
        stores = self.stores(node)
        return self.assign(stores, facts) if stores else facts

    def relevant(self, index: int, facts: Facts, quiet: frozenset[int] = frozenset()) -> Facts:
        """Return those of the facts that a test at the node or after it may ask for, tests at `quiet` nodes aside."""
        if not facts:
            return facts
        live = self.live(quiet)[index]
        return frozenset(fact for fact in facts if self._subject(fact) in live)

    def _subject(self, fact: Fact) -> Term:
        """Return what a fact is about."""
        known = self._subjects.get(fact)
        if known is None:
            known = self._subjects[fact] = subject(fact.term)
        return known

    def assign(self, stores: Iterable[Store], facts: Facts) -> Facts:
        """Return what is known after the assignments, which all happen at once."""
        stores = tuple(stores)
        new = [fact for store in stores for fact in self._stored(store, facts)]
        kept = (fact for fact in facts if not any(mentions(fact.term, store.target) for store in stores))
        return frozenset((*kept, *new))

    def along(self, node: Node, edge: Edge, facts: Facts) -> Facts | None:
        """Return what is known when the edge is taken, None where that contradicts what is known."""
        match node.origin, edge.guard:
            case Condition(expression=Call() as call), Holds(value=True) if self._asks_error(call, facts):
                return None
            case Call() as call, _ if self._expects_error(call, facts):
                return None
            case Condition(expression=expression), Holds(value=value):
                term = term_of(self.package, expression)
                if term is None:
                    return facts
                known = known_value(facts, term)
                if known is not None:
                    return facts if known is value else None
                return facts | {normalised(term, value)}
            case Switch() as switch, Chosen(clause=clause):
                return self._choose(switch, clause, facts)
            case _:
                return facts

    def _asks_error(self, call: Call, facts: Facts) -> bool:
        """Tell whether a call asks of which kind an error is that is known to be nil: `errors.Is(err, …)`."""
        name = _bare_name(call)
        return name.startswith(("Is", "is")) and self._is_given_nil_error(call, facts)

    def _expects_error(self, call: Call, facts: Facts) -> bool:
        """Tell whether a test demands an error where it is known to be nil: `require.ErrorContains(t, err, "…")`."""
        return demands_error(self.package, call) and self._is_given_nil_error(call, facts)

    def _is_given_nil_error(self, call: Call, facts: Facts) -> bool:
        for argument in call.arguments:
            if self.package.type_of(argument) == _ERROR:
                term = term_of(self.package, argument)
                return term is not None and known_value(facts, is_nil(term)) is True
        return False

    def _choose(self, switch: Switch, clause: object, facts: Facts) -> Facts | None:
        """`switch tag { case a: … }`: the tag equals one of the clause's values, or none of any clause's."""
        if switch.tag is None:
            return facts
        tag = term_of(self.package, switch.tag)
        if tag is None:
            return facts
        chosen = isinstance(clause, SwitchClause) and not clause.default
        values = clause.values if isinstance(clause, SwitchClause) and chosen else self._all_values(switch)
        terms = [Term("==", (tag, term)) for term in (term_of(self.package, value) for value in values) if term]
        if len(terms) < len(values):
            return facts
        known = [known_value(facts, term) for term in terms]
        if chosen:
            if all(value is False for value in known):
                return None
            return facts | {normalised(terms[0], value=True)} if len(terms) == 1 else facts
        if any(known):
            return None
        return facts | {normalised(term, value=False) for term in terms}

    def _all_values(self, switch: Switch) -> tuple[Expression, ...]:
        return tuple(value for clause in switch.clauses for value in clause.values)

    def _stored(self, store: Store, facts: Facts) -> Iterator[Fact]:
        """Yield what is known of the target after `target = source`."""
        target, source = store.target, store.source
        match source:
            case None:
                return
            case BuiltinName(name="nil"):
                yield Fact(is_nil(target), value=True)
                return
            case BuiltinName(name="true" | "false" as name):
                yield Fact(target, name == "true")
                return
            case Constant(text=text):
                yield Fact(Term("==", (target, Term("constant", (text,)))), value=True)
                return
            case _ if is_never_nil(self.package, source):
                yield Fact(is_nil(target), value=False)
                return
            case _:
                pass
        if isinstance(source, Call) and store.position is None and self._wraps_error(source, facts):
            yield Fact(is_nil(target), value=False)
            return
        given = self._source_term(store)
        if given is None or given == target:
            return
        if given.head == "constant":
            yield Fact(Term("==", (target, given)), value=True)
            return
        for mine, other in ((target, given), (is_nil(target), is_nil(given))):
            known = known_value(facts, other)
            if known is not None:
                yield normalised(mine, known)
        for fact in facts:
            if fact.value and fact.term.head == "==" and fact.term.parts[0] == given and subject(fact.term) == given:
                yield Fact(Term("==", (target, fact.term.parts[1])), value=True)

    def _wraps_error(self, call: Call, facts: Facts) -> bool:
        """Tell whether a call makes an error from one that is not nil: `wrap(err)`."""
        for argument in call.arguments:
            if self.package.type_of(argument) == _ERROR:
                term = term_of(self.package, argument)
                if term is not None and known_value(facts, is_nil(term)) is False:
                    return True
        return False

    def _source_term(self, store: Store) -> Term | None:
        if store.source is None:
            return None
        if isinstance(store.source, Call) and store.position is not None:
            return result_term(store.source, store.position)
        return term_of(self.package, store.source) if store.position is None else None

    # -- stores ---------------------------------------------------------------------------------------------------

    def stores(self, node: Node) -> tuple[Store, ...]:
        """Return what the node assigns, to variables, fields, and the function's results."""
        if node.index not in self._stores:
            self._stores[node.index] = tuple(self._find_stores(node))
        return self._stores[node.index]

    def _find_stores(self, node: Node) -> Iterator[Store]:
        match node.origin:
            case Assign() as statement:
                yield from self._assign_stores(statement)
            case Declare(variables=variables, values=values):
                spread = len(values) == 1 and len(variables) > 1
                for position, variable in enumerate(variables):
                    if variable is not None and values:
                        value = values[0] if spread else values[min(position, len(values) - 1)]
                        yield Store(variable_term(variable), value, position if spread else None)
                    elif variable is not None:
                        yield Store(variable_term(variable), _zero(node.origin))
            case Range(key=key, value=value):
                for target in (key, value):
                    term = None if target is None else term_of(self.package, target)
                    if term is not None:
                        yield Store(term)
            case Return(values=values) if values:
                results = self.graph.function.results
                spread = len(values) == 1 and len(results) > 1
                for position, variable in enumerate(results):
                    value = values[0] if spread else values[min(position, len(values) - 1)]
                    yield Store(variable_term(variable), value, position if spread else None)
            case Call() as call:
                yield from self._call_stores(call)
            case Go(call=call) | Defer(call=call):
                yield from self._call_stores(call)
            case _:
                pass

    def _assign_stores(self, statement: Assign) -> Iterator[Store]:
        spread = len(statement.values) == 1 and len(statement.targets) > 1
        for position, target in enumerate(statement.targets):
            term = None if target is None else term_of(self.package, target)
            if term is None:
                continue
            if statement.operator not in ("=", ":="):
                yield Store(term)
            elif spread:
                yield Store(term, statement.values[0], position)
            elif position < len(statement.values):
                yield Store(term, statement.values[position])

    def _call_stores(self, call: Call) -> Iterator[Store]:
        """Yield what a call may change: `x` of `f(&x)`, and what a literal among its arguments assigns."""
        for argument in call.arguments:
            if isinstance(argument, Unary) and argument.operator == "&":
                term = term_of(self.package, argument.operand)
                if term is not None:
                    yield Store(term)
            elif isinstance(argument, FunctionLiteral | Name):
                for function in self.package.resolver.function_value(argument).functions:
                    if not function.name:
                        yield from (Store(term) for term in assigned_outside(self.package, function))

    # -- liveness -------------------------------------------------------------------------------------------------

    def live(self, quiet: frozenset[int]) -> tuple[frozenset[Term], ...]:
        """Return for every node what the tests from there on are about, without those at `quiet` nodes."""
        if quiet not in self._lives:
            self._lives[quiet] = self._find_live(quiet)
        return self._lives[quiet]

    def _find_live(self, quiet: frozenset[int]) -> tuple[frozenset[Term], ...]:
        graph = self.graph
        into: list[frozenset[Term]] = [frozenset()] * len(graph.nodes)
        at_end = self._tested_at_the_end
        pending = list(range(len(graph.nodes)))
        queued = set(pending)
        while pending:
            index = pending.pop()
            queued.discard(index)
            node = graph.nodes[index]
            after = at_end if isinstance(node.origin, Ending) else frozenset()
            after = after.union(*(into[edge.target] for edge in graph.successors[index]))
            asked = frozenset() if index in quiet else self._asked(node)
            before = self._before(node, after, asked)
            if before != into[index]:
                into[index] = before
                for source in graph.predecessors[index]:
                    if source not in queued:
                        queued.add(source)
                        pending.append(source)
        return tuple(into)

    def quiet(self, busy: frozenset[int]) -> frozenset[int]:
        """Return the nodes of branches that do nothing of interest: no `busy` node, and all go on at one place."""
        found: set[int] = set()
        for statement, region in self.graph.regions.items():
            if isinstance(statement, If | Switch | TypeSwitch) and not any(index in busy for index in region):
                leaves = {
                    edge.target
                    for source in region
                    for edge in self.graph.successors[source]
                    if edge.target not in region
                }
                if len(leaves) == 1 and not isinstance(self.graph.nodes[min(leaves)].origin, Ending):
                    found.update(region)
        return frozenset(found)

    def _before(self, node: Node, after: frozenset[Term], asked: frozenset[Term]) -> frozenset[Term]:
        """Return what matters before the node, given what matters after it."""
        stores = self.stores(node)
        before = set(after)
        if stores:
            before = {term for term in after if not any(mentions(term, store.target) for store in stores)}
            for store in stores:
                if store.source is not None and any(mentions(term, store.target) for term in after):
                    given = self._source_term(store)
                    if given is not None:
                        before.add(subject(given))
        return frozenset(before) | asked

    def _asked(self, node: Node) -> frozenset[Term]:
        """Return what the node itself tests."""
        if node.index not in self._tests:
            self._tests[node.index] = self._find_asked(node)
        return self._tests[node.index]

    def _find_asked(self, node: Node) -> frozenset[Term]:
        match node.origin:
            case Condition(expression=expression):
                term = term_of(self.package, expression)
                asked = frozenset(self._asked_by(expression)) if isinstance(expression, Call) else frozenset[Term]()
                return asked if term is None else asked | {subject(term)}
            case Switch(tag=tag) if tag is not None:
                term = term_of(self.package, tag)
                return frozenset() if term is None else frozenset({term})
            case Call() as call:
                return frozenset(self._asked_by(call))
            case _:
                return frozenset()

    def _asked_by(self, call: Call) -> Iterator[Term]:
        for function in self.package.callee(call).functions:
            if not function.name:
                yield from conditions_in(self.package, function)
        for argument in call.arguments:
            if isinstance(argument, Name):
                yield variable_term(argument.variable)
            elif isinstance(argument, Selector | Unary | Binary):
                term = term_of(self.package, argument)
                if term is not None:
                    yield subject(term)

    @cached_property
    def _tested_at_the_end(self) -> frozenset[Term]:
        """Return what deferred literals test, what the callers learn from the results, and what goes on outside."""
        function = self.graph.function
        found = {variable_term(variable) for variable in function.results}
        for node in self.graph.nodes:
            if isinstance(node.origin, Defer):
                found.update(self._asked_by(node.origin.call))
        if not function.name:
            found.update(conditions_in(self.package, self.package.outermost(function), function))
        return frozenset(found)


def demands_error(package: Package, call: Call) -> bool:
    """Tell whether a call of a test's helpers fails the test unless it is given an error."""
    return package.callee(call).external.startswith(_TESTERS) and _bare_name(call) in _DEMANDS


def _bare_name(call: Call) -> str:
    """Return the name of what a call calls, without what stands before the dot."""
    match call.function:
        case Selector(field=name) | QualifiedName(name=name) | PackageName(name=name) | Name(name=name):
            return name
        case _:
            return ""


def _zero(declaration: Declare) -> Expression | None:
    """Return the value that `var x T` gives a variable, as far as facts are about it."""
    match declaration.type:
        case NamedType(package="builtin", name="bool"):
            return BuiltinName(declaration.span, "false")
        case NamedType(package="builtin", name="error" | "any"):
            return BuiltinName(declaration.span, "nil")
        case NamedType(package="builtin", name="string"):
            return Constant(declaration.span, "string", '""')
        case NamedType(package="builtin", name=name) if name.startswith(("int", "uint")):
            return Constant(declaration.span, "int", "0")
        case FunctionType() | PointerType() | ChannelType() | SliceType() | MapType() | InterfaceType():
            return BuiltinName(declaration.span, "nil")
        case _:
            return None


def conditions_in(package: Package, function: Function, without: Function | None = None) -> frozenset[Term]:
    """Return what the conditions in a function, and in the literals inside it other than `without`, are about."""
    found: set[Term] = set()
    if function.body is None or function is without:
        return frozenset()
    graph = package.graph(function)
    for node in graph.nodes:
        match node.origin:
            case Condition(expression=expression):
                term = term_of(package, expression)
            case Switch(tag=tag) if tag is not None:
                term = term_of(package, tag)
            case _:
                continue
        if term is not None:
            found.add(subject(term))
    for literal in literals(function.body):
        found |= conditions_in(package, literal, without)
    return frozenset(found)


def handed_down(package: Package, function: Function) -> frozenset[Term]:
    """Return the variables that a function passes to others of the package, whose conditions may be about them."""
    return frozenset(
        variable_term(argument.variable)
        for call in package.calls(function)
        if package.callee(call).functions
        for argument in call.arguments
        if isinstance(argument, Name)
    )


def assigned_outside(package: Package, literal: Function) -> Iterator[Term]:
    """Yield what a literal, or one inside it, assigns of the variables and fields around it."""
    if literal.body is None:
        return
    for node in walk(literal.body):
        match node:
            case Assign(targets=targets):
                for target in targets:
                    if isinstance(target, Name | PackageName | Selector):
                        term = term_of(package, target)
                        if term is not None:
                            yield term
            case _:
                pass
    for inner in literals(literal.body):
        yield from assigned_outside(package, inner)
