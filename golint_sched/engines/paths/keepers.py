"""Which collection of an object another object is kept in, so that both have one owner.

c.pending[id] = call            call := c.pending[id]            for _, s := range h.subs { … }
"""

from golint_sched.engines.paths.keys import LONGEST_PATH, Key, key_of
from golint_sched.engines.paths.terms import Term
from golint_sched.link.package import Package
from golint_sched.model.expressions import BuiltinName, Call, Expression, Index, Name, Variable, VariableKind
from golint_sched.model.statements import Assign

ELEMENT = "[]"  # the step to a member of a collection, whichever it is


def kept(package: Package, key: Key) -> Key:
    """Return the key by way of the collection that its root is a member of, the key itself where there is none.

    `call.done` is `c.pending.[].done` where `call` is looked up in `c.pending`, or put into it.
    """
    path = tuple(ELEMENT if isinstance(step, Term) else step for step in key.path)
    if isinstance(key.root, Variable) and key.root.kind is VariableKind.LOCAL and path:
        keeper = _keeper(package, key.root)
        if keeper is not None and keeper.root is not key.root and len(keeper.path) < LONGEST_PATH:
            return Key(keeper.root, (*keeper.path, ELEMENT, *path), key.field)
    return Key(key.root, path, key.field)


def _keeper(package: Package, variable: Variable) -> Key | None:
    """Return the only collection that a variable is a member of, None where there are several, or none."""
    definitions = package.definitions(variable)
    if len(definitions) != 1:
        return None
    (definition,) = definitions
    found = [_put_into(package, name) for name in package.names(variable)]
    if definition.range_part == "value":
        found.append(definition.value)
    elif isinstance(definition.value, Index) and definition.position in (None, 0):
        found.append(definition.value.base)
    keys = {key_of(package, each) for each in found if each is not None}
    return keys.pop() if len(keys) == 1 else None


def _put_into(package: Package, name: Name) -> Expression | None:
    """`c.pending[id] = call`, `h.subs = append(h.subs, s)`: return the collection."""
    match package.parent(name):
        case Assign(targets=targets, values=values) if len(targets) == len(values):
            for target, value in zip(targets, values, strict=True):
                if value is name and isinstance(target, Index):
                    return target.base
            return None
        case Call(function=BuiltinName(name="append"), arguments=(collection, *added)) if name in added:
            return collection
        case _:
            return None
