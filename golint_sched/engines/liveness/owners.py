"""Who else can end what a handler's goroutine waits for: those that were handed what it belongs to."""

from golint_sched.engines.liveness.channels import Channels
from golint_sched.knowledge import blocking
from golint_sched.link.package import Package
from golint_sched.link.spawns import Spawn
from golint_sched.model.expressions import Call, Element, Expression, Index, Name, Receive, Selector, Unary, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Defer, Range, Return, Send


def is_closed_for(package: Package, channels: Channels, spawn: Spawn, root: Function, channel: Expression) -> bool:
    """Tell whether whoever closes the channel is told so when the function that starts the goroutine returns.

    The goroutine receives from a field of an object, the package closes that field, and the function hands the object
    to somebody in a deferred call:

    defer func() { h.unregister <- c }()        // the hub closes c.send
    go c.write()                                // for m := range c.send
    """
    if not isinstance(channel, Selector) or not isinstance(channel.base, Name):
        return False
    if not isinstance(package.parent(channel), Receive | Range) or not channels.is_closed(channel):
        return False
    outside = _outside(package, spawn, root, channel.base.variable)
    return outside is not None and any(_is_deferred(package, spawn.function, name) for name in package.names(outside))


def _outside(package: Package, spawn: Spawn, root: Function, variable: Variable) -> Variable | None:
    """Return the variable of the function that starts the goroutine which a variable of the goroutine stands for."""
    given: Expression | None = None
    if variable is root.receiver:
        given = spawn.call.function.base if isinstance(spawn.call.function, Selector) else None
    elif variable in root.parameters:
        place = root.parameters.index(variable)
        given = spawn.arguments[place] if place < len(spawn.arguments) else None
    elif package.enclosing(root) is spawn.function:
        return variable
    return given.variable if isinstance(given, Name) else None


def _is_deferred(package: Package, function: Function, name: Name) -> bool:
    """Tell whether a mention stands in a deferred call of a function, or in the literal that it runs."""
    owner = package.owner(name)
    if owner is None:
        return False
    around = [*package.ancestors(name)]
    if owner is not function:
        literal = package.tables.literal_nodes.get(owner)
        around = [*package.ancestors(literal)] if literal is not None and package.enclosing(owner) is function else []
    return any(isinstance(each, Defer) for each in around)


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
