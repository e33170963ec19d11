"""Who else can end what a handler's goroutine waits for: those that find what it belongs to."""

from golint_sched.knowledge import blocking
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call, Element, Expression, Index, Name, Selector, Unary, Variable
from golint_sched.model.statements import Assign, Return, Send


def is_kept_elsewhere(package: Package, variable: Variable) -> bool:
    """Tell whether what a variable holds is put where others find it: `s.running[name] = cmd`, `register(cmd)`."""
    return any(_is_kept(package, name) for name in package.names(variable))


def _is_kept(package: Package, name: Name) -> bool:
    value: Expression = name
    parent = package.parent(name)
    while isinstance(parent, Unary):
        value, parent = parent, package.parent(parent)
    match parent:
        case Assign(targets=targets, values=values):
            places = [place for place, given in enumerate(values) if given is value and place < len(targets)]
            return any(isinstance(targets[place], Selector | Index) for place in places)
        case Element() | Send() | Return():
            return True
        case Call(arguments=arguments) if value in arguments:
            external = package.callee(parent).external
            return not external or not blocking.is_harmless(external)
        case _:
            return False
