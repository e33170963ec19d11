"""What stands in a scope's root and its literals, read before any of them is followed."""

from collections import Counter
from collections.abc import Iterable, Iterator

from golint_sched.engines.channels.amounts import EXACT, Amount, text_of, text_of_variable, turns
from golint_sched.engines.channels.objects import Channel
from golint_sched.flow.graph import Condition
from golint_sched.link import Package
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
    Receive,
    Selector,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Block, Declare, For, Go, If, Range, Send
from golint_sched.model.types import ChannelType, NamedType
from golint_sched.model.walk import ModelNode, walk

CROWD = 2  # as many goroutines of a pool are explored

_INVERSE = {"!=": "==", ">=": "<", "<=": ">"}


def bodies_within(root: Function) -> Iterator[Function]:
    """Yield a function and the literals in it, at any depth, whose body is known."""
    stack = [root]
    while stack:
        function = stack.pop()
        if function.body is not None:
            yield function
            stack += [node.function for node in walk(function.body) if isinstance(node, FunctionLiteral)]


def _nodes_within(root: Function) -> Iterator[ModelNode]:
    for function in bodies_within(root):
        yield from walk(function.body or Block(function.span, ()))


def test_of(expression: Expression) -> tuple[str, bool]:
    """Return the key of a test and whether it stands for the opposite; the key is "" where calls may change it."""
    for node in walk(expression):
        if isinstance(node, Receive) or not isinstance(
            node, Name | PackageName | QualifiedName | BuiltinName | Constant | Selector | Unary | Binary | Call
        ):
            return "", False
        if isinstance(node, Call) and not (
            isinstance(node.function, BuiltinName) and node.function.name in ("len", "cap")
        ):
            return "", False
    if isinstance(expression, Binary) and expression.operator in _INVERSE:
        left, right = text_of(expression.left), text_of(expression.right)
        return (f"({left}{_INVERSE[expression.operator]}{right})" if left and right else ""), True
    return text_of(expression), False


def count_tests(package: Package, root: Function) -> Counter[str]:
    """Count how often each test stands in the root and its literals; one that stands once needs no memory."""
    counts: Counter[str] = Counter()
    for function in bodies_within(root):
        for node in package.graph(function).nodes:
            if isinstance(node.origin, Condition):
                counts[test_of(node.origin.expression)[0]] += 1
    return counts


def flags_of(package: Package, root: Function) -> frozenset[str]:
    """Return the keys of tests that assignments to the root's own variables, made outside of loops, decide.

    closed := false … if !closed { closed = true; close(ch) }      var done chan int … if done == nil { done = make(…) }
    """
    found: set[str] = set()
    for node in _nodes_within(root):
        match node:
            case Assign(targets=(Selector(base=Name(variable=variable)),)):
                home = next(iter(package.definitions(variable)), None)
                if home is not None and home.function is root:
                    found.update(key for _, tests in tests_told(package, node) for key, _ in tests)
            case Assign(targets=(Name(variable=variable),)) | Declare(variables=(Variable() as variable, *_)):
                if _is_of_root(package, root, variable):
                    found.update(key for _, tests in tests_told(package, node) for key, _ in tests)
            case For(condition=condition) if condition is not None and ends_by_flag(package, node):
                if all(_is_of_root(package, root, one.variable) for one in walk(condition) if isinstance(one, Name)):
                    found.add(test_of(condition)[0])
            case _:
                pass
    return frozenset(found)


def own_flags_of(package: Package, root: Function) -> frozenset[str]:
    """Return the keys of tests that assignments to variables of the root's literals decide, each goroutine's its own.

    go func() { done := false; defer func() { if !done { out <- failed } }(); out <- work(); done = true }()
    """
    found: set[str] = set()
    for function in bodies_within(root):
        if function is root:
            continue
        for node in package.nodes_of(function, (Assign, Declare)):
            match node:
                case Assign(targets=(Name(variable=variable),)) | Declare(variables=(Variable() as variable, *_)):
                    if _stays_in(package, function, variable):
                        found.update(key for _, tests in tests_told(package, node) for key, _ in tests)
                case _:
                    pass
    return frozenset(found)


def _stays_in(package: Package, function: Function, variable: Variable) -> bool:
    """Tell whether only a function itself, and what it defers or calls where it stands, use a variable of its own."""
    home = next(iter(package.definitions(variable)), None)
    if home is None or home.function is not function or home.statement is None or package.in_loop(home.statement):
        return False
    for name in package.names(variable):
        owner = package.owner(name)
        literal = package.tables.literal_nodes.get(owner) if owner is not None and owner is not function else None
        call = package.parent(literal) if literal is not None else None
        runs_here = isinstance(call, Call) and call.function is literal and not isinstance(package.parent(call), Go)
        if owner is not function and not (runs_here and owner is not None and package.enclosing(owner) is function):
            return False
    return True


_Told = tuple[str, tuple[tuple[str, bool], ...]]


def tests_told(package: Package, statement: ModelNode) -> tuple[_Told, ...]:
    """Return what a statement assigns to, by its text, with the keys of the tests of it that it decides."""
    match statement:
        case Assign(targets=(Name(variable=variable) as target,), values=(value,)):
            text = text_of(target)
            begins_nil = isinstance(value, Call) and _begins_empty(package, variable)
            tests = ((nil_test(text), False),) if begins_nil else _told_by(text, value)
            return ((text, tests),) if tests else ()
        case Assign(targets=(Selector(base=Name()) as target,), values=(value,)):
            text = text_of(target)
            tests = _told_by(text, value)
            return ((text, tests),) if tests else ()
        case Declare(variables=variables, values=(), constant=False):
            texts = [text_of_variable(one) for one in variables if one is not None]
            return tuple((text, ((text, False), (nil_test(text), True))) for text in texts)
        case _:
            return ()


def _begins_empty(package: Package, variable: Variable) -> bool:
    """`var pipe io.Reader; if wanted { pipe = open() }; … if pipe != nil { … }`: what is called for is not nil.

    An error is, more often than not.
    """
    first = next(iter(package.definitions(variable)), None)
    if package.resolver.variable_type(variable) == NamedType("builtin", "error"):
        return False
    return first is not None and isinstance(first.statement, Declare) and first.value is None


def _is_of_root(package: Package, root: Function, variable: Variable) -> bool:
    """Tell whether a variable is the root's own and made once: outside of loops."""
    home = next(iter(package.definitions(variable)), None)
    statement = home.statement if home is not None and home.function is root else None
    return statement is not None and not package.in_loop(statement)


def _told_by(text: str, value: Expression) -> tuple[tuple[str, bool], ...]:
    """Return the key of the test of what `text` names that an assignment of the value decides, with its outcome."""
    match value:
        case BuiltinName(name="true" | "false" as name):
            return ((text, name == "true"),)
        case BuiltinName(name="nil"):
            return ((nil_test(text), True),)
        case Call(function=BuiltinName(name="make" | "new")) | Unary(operator="&") | FunctionLiteral():
            return ((nil_test(text), False),)
        case _:
            return ()


def nil_test(text: str) -> str:
    """Return the key of the test whether what `text` names is nil."""
    return f"({text}==nil)"


def ends_by_flag(package: Package, loop: For) -> bool:
    """Tell whether a loop's condition is a flag, set by hand or by somebody's answer, that says when to stop.

    for errc == nil { … case errc = <-quit: … }      for !done { … done = true … }
    """
    condition = loop.condition
    if isinstance(condition, Unary) and condition.operator == "!":
        condition = condition.operand
    if isinstance(condition, Binary) and condition.operator in ("==", "!=") and _is_constant(condition.right):
        condition = condition.left
    if not isinstance(condition, Name):
        return False
    given = package.definitions(condition.variable)
    inside = [one for one in given if one.statement is not None and _stands_in(one.statement, loop)]
    return (
        bool(inside)
        and all(one.value is None or _is_constant(one.value) or isinstance(one.value, Receive) for one in given)
        and not any(
            isinstance(one.statement, Assign) and _depends_on_received(package, one.statement) for one in inside
        )
    )


def _is_constant(value: Expression) -> bool:
    return isinstance(value, BuiltinName) and value.name in ("true", "false", "nil")


def _stands_in(statement: ModelNode, loop: For) -> bool:
    return loop.body.span.start <= statement.span.start < loop.body.span.end


def steps_of(root: Function) -> dict[str, str]:
    """Return the operators with which the root and its literals count things up and down, by the thing's text."""
    found: dict[str, str] = {}
    for node in _nodes_within(root):
        if isinstance(node, Assign) and node.operator in ("++", "--", "-=") and node.targets[0] is not None:
            down = node.operator != "++"
            text = text_of(node.targets[0])
            if text and (down or text not in found):
                found[text] = "--" if down else "++"
    return found


def partial_counters(package: Package, root: Function) -> frozenset[str]:
    """Return the texts of what is counted up only where something received says so: not everything is counted.

    if vote := <-votes; vote.granted { granted++ }
    """
    always: set[str] = set()
    found: set[str] = set()
    for node in _nodes_within(root):
        if isinstance(node, Assign) and node.operator == "++" and node.targets[0] is not None:
            (found if _depends_on_received(package, node) else always).add(text_of(node.targets[0]))
    return frozenset(found - always)


def _depends_on_received(package: Package, step: Assign) -> bool:
    """Tell whether a test of something received stands between a statement and the loop around it."""
    for around in package.ancestors(step):
        if isinstance(around, For | Range):
            return False
        if isinstance(around, If):
            for node in walk(around.condition):
                if isinstance(node, Receive):
                    return True
                if isinstance(node, Name) and any(
                    isinstance(one.value, Receive) and one.position != 1 for one in package.definitions(node.variable)
                ):
                    return True
                if isinstance(node, Name) and any(
                    one.range_part and one.value is not None and isinstance(package.shape_of(one.value), ChannelType)
                    for one in package.definitions(node.variable)
                ):
                    return True
    return False


def loop_numbers(package: Package, root: Function) -> frozenset[str]:
    """Return the keys of the numbers that say how often the loops of the root and its literals turn."""
    found = (turns(package, node) for node in _nodes_within(root) if isinstance(node, For | Range))
    return frozenset(number.key for number in found if number is not None and number.key)


def has_unlike_numbers(package: Package, root: Function) -> bool:
    """Tell whether loops turn a large, written number of times, and not all of them the same.

    Ten goroutines that send ten values each answer a hundred receives, which three that send three do not.
    """
    numbers = (turns(package, node, exact=True) for node in _nodes_within(root) if isinstance(node, For | Range))
    return len({number.offset for number in numbers if number and not number.key and number.offset > EXACT}) > 1


def crowds(package: Package, channels: Iterable[Channel], root: Function) -> frozenset[Amount]:
    """Return the numbers that only say how many goroutines a loop starts: to explore two of them is enough.

    So the goroutines of a pool are fewer than the jobs, whose number the code leaves open as well.
    """
    if any(not channel.capacity.key and channel.capacity.offset for channel in channels):
        return frozenset()  # with two of them a slot of a buffer would hide that there are many
    spawning: dict[Amount, None] = {}
    others: dict[Amount, None] = dict.fromkeys(channel.capacity for channel in channels)
    passed: set[str] = set()  # a callee may count by another name
    single = 0  # operations that stand in no loop
    for node in _nodes_within(root):
        if isinstance(node, For | Range):
            number = turns(package, node)
            starts = any(isinstance(inner, Go) for inner in walk(node.body))
            if number is not None:
                (spawning if starts else others)[number] = None
        elif isinstance(node, Call) and not isinstance(node.function, BuiltinName | Selector):
            passed.update(text for text in map(text_of, node.arguments) if text)
        elif isinstance(node, Receive | Send):
            single += not package.in_loop(node)
    keys = {other.key for other in others if other.key}
    return frozenset(
        number
        for number in spawning
        if number not in others
        and number.key not in keys
        and number.explored > CROWD
        and (number.key or single < CROWD)
        and not any(text in number.key for text in passed)
    )
