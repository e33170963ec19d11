"""Slices that are filled one element at a time, so that what fills them says how long they are.

for _, job := range jobs {
    keys = append(keys, job.key)
    values = append(values, job.value)
}
"""

from dataclasses import dataclass

from golint_sched.link import Package
from golint_sched.link.tables import Definition
from golint_sched.model.expressions import BuiltinName, Call, CompositeLiteral, Constant, Expression, Name, Variable
from golint_sched.model.statements import Assign, Block, Break, Continue, Declare, For, Goto, Range
from golint_sched.model.walk import ModelNode, walk


@dataclass(frozen=True, slots=True)
class Filled:
    """Two slices that have this in common have the same length.

    `block` is where the only append stands, `before` how many statements of it may leave it before that. `loop` is the
    loop that appends once in each of its turns, None where it may not in some.
    """

    block: Block
    before: int
    loop: For | Range | None


def filled(package: Package, variable: Variable) -> Filled | None:
    """Return what fills a slice that begins empty and gets one element at a time, None for any other variable."""
    definitions = package.definitions(variable)
    empty = [one for one in definitions if _is_empty(one)]
    appends = [one.statement for one in definitions if _is_append(one, variable)]
    if len(empty) != 1 or len(appends) != 1 or len(definitions) != 2:  # noqa: PLR2004 -- the one and the other
        return None
    (append,) = appends
    block = package.parent(append) if append is not None else None
    beginning = empty[0].statement
    if append is None or beginning is None or not isinstance(block, Block):
        return None
    earlier = block.statements[: next(place for place, one in enumerate(block.statements) if one is append)]
    before = sum(any(isinstance(node, Break | Continue | Goto) for node in walk(one)) for one in earlier)
    loop = package.parent(block)
    if not isinstance(loop, For | Range):
        return Filled(block, before, None)
    once = _loop_around(package, loop) is _loop_around(package, beginning)
    whole = not before and not any(isinstance(node, Break | Goto) for node in walk(loop.body))
    return Filled(block, before, loop if once and whole else None)


def _is_empty(definition: Definition) -> bool:
    """`var keys []string`, `keys := []string{}`, `keys := make([]string, 0, n)`."""
    match definition.value:
        case None:
            return isinstance(definition.statement, Declare)
        case CompositeLiteral(elements=()):
            return True
        case Call(function=BuiltinName(name="make"), arguments=(_, Constant(text="0"), *_)):
            return True
        case _:
            return False


def _is_append(definition: Definition, variable: Variable) -> bool:
    """`keys = append(keys, key)`."""
    match definition:
        case Definition(
            statement=Assign(operator="="),
            value=Call(function=BuiltinName(name="append"), arguments=(Name(variable=grown), element), spread=False),
        ):
            return grown is variable and isinstance(element, Expression)
        case _:
            return False


def _loop_around(package: Package, node: ModelNode) -> ModelNode | None:
    return next((around for around in package.ancestors(node) if isinstance(around, For | Range)), None)
