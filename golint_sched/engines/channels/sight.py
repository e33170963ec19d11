"""Tells whether every use of a variable, a function literal or a call's result is in view."""

from golint_sched.engines.channels.handed_back import is_handed_back
from golint_sched.engines.channels.made import GROUP_TYPES, keeps_field, values_of
from golint_sched.link import Package
from golint_sched.link.resolve import Callee
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Call,
    CompositeLiteral,
    Element,
    Expression,
    FunctionLiteral,
    Name,
    Receive,
    Selector,
    Unary,
    Variable,
)
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, ExpressionStatement, Range, Return, Send
from golint_sched.model.types import ChannelType

_DEPTH = 6

# Functions elsewhere that look at a channel or group and keep nothing of it.
_HARMLESS = frozenset({"fmt.Println", "fmt.Printf", "fmt.Sprintf", "log.Printf", "log.Println"})


class Sight:
    """Answers whether all uses of a local variable are in view; answers are remembered."""

    def __init__(self, package: Package, *, returning: bool = False) -> None:
        """Make it for one package; with `returning`, a variable's own function may return it."""
        self.package = package
        self.may_return = returning
        self.returning = self if returning else Sight(package, returning=True)
        self._variables: dict[tuple[Variable, bool], bool] = {}
        self._literals: dict[Function, bool] = {}

    def sees(self, variable: Variable, depth: int = 0) -> bool:
        """Tell whether every use of what the variable holds is an operation, or hands it to a function in view."""
        if depth > _DEPTH:
            return False
        key = (variable, depth == 0)
        if key not in self._variables:
            self._variables[key] = True  # a cycle of calls adds no new use
            self._variables[key] = len(values_of(self.package, variable)) <= 1 and all(
                self._sees_mention(name, depth) for name in self.package.names(variable)
            )
        return self._variables[key]

    def _sees_mention(self, name: Name, depth: int) -> bool:
        owner = self.package.owner(name)
        if owner is None:
            return False
        home = self.package.definitions(name.variable)
        if home and home[0].function is not owner and not self.sees_literal(owner, depth + 1):
            return self._only_sends(name)
        return self.sees_use(name, depth)

    def _only_sends(self, name: Name) -> bool:
        """`options{onError: func(err error) { errs <- err }}`: whoever runs it may send, and so takes nothing away."""
        parent = self.package.parent(name)
        return isinstance(parent, Send) and parent.channel is name

    def sees_use(self, use: Expression, depth: int) -> bool:
        """Tell whether the place where an expression stands only operates on it."""
        parent = self.package.parent(use)
        match parent:
            case Send(channel=channel):
                return channel is use
            case Receive() | Range():
                return True
            case Binary(operator="==" | "!="):
                return True
            case Call() if parent.function is use:
                return True
            case Call():
                return self._sees_argument(parent, use, depth)
            case Unary(operator="&" | "*"):
                return self.sees_use(parent, depth)
            case Selector():
                return self._sees_selection(parent, depth)
            case Assign():
                return self._sees_assignment(parent, use, depth)
            case ExpressionStatement():
                return isinstance(use, Call)
            case Return():
                return self.may_return and depth == 0 and not self._in_literal(parent)
            case Element():
                return self._sees_element(parent, depth)
            case Declare(values=values, variables=variables):
                place = next(index for index, value in enumerate(values) if value is use)
                alias = variables[place] if place < len(variables) else None
                return alias is None or self.sees(alias, depth + 1)
            case _:
                return False

    def _in_literal(self, statement: Return) -> bool:
        owner = self.package.owner(statement)
        return owner is None or not owner.name

    def _sees_element(self, element: Element, depth: int) -> bool:
        """`w := &worker{jobs: jobs}` where all uses of `w`, the parts it names included, are in view."""
        literal = self.package.parent(element)
        if not isinstance(literal, CompositeLiteral) or not keeps_field(self.package, literal, element):
            return False
        holder: Expression = literal
        around = self.package.parent(literal)
        if isinstance(around, Unary) and around.operator == "&":
            holder, around = around, self.package.parent(around)
        return isinstance(around, Assign | Declare | Return | Call) and self.sees_use(holder, depth)

    def _sees_assignment(self, statement: Assign, use: Expression, depth: int) -> bool:
        if any(target is use for target in statement.targets):
            return True
        for target, value in zip(statement.targets, statement.values, strict=False):
            if value is use:
                return target is None or (isinstance(target, Name) and self.sees(target.variable, depth + 1))
        return False

    def _sees_selection(self, selector: Selector, depth: int) -> bool:
        """`group.Wait()`, `worker.run()`, `worker.results <- x`, and no other use of a part."""
        parent = self.package.parent(selector)
        if isinstance(parent, Call) and parent.function is selector:
            callee = self.package.callee(parent)
            if callee.external:
                return True  # a method of a foreign type cannot reach the fields of ours
            member = self.package.resolver.member(selector)
            if member is not None and not (member.functions or member.external or member.interface):
                return True  # a function in a field is not given the struct
            return self._sees_receiver(callee, depth)
        if self.package.resolver.function_value(selector).functions:
            return self._sees_method_value(selector, depth)
        if isinstance(self.package.shape_of(selector), ChannelType):
            return self.sees_use(selector, depth)
        if self.package.type_name(selector) in GROUP_TYPES:
            return self.sees_use(selector, depth)
        member = self.package.resolver.member(selector)
        return member is not None and not member.functions and not member.external

    def _sees_method_value(self, selector: Selector, depth: int) -> bool:
        """`group.Go(w.run)`, `start := w.run; go start()`: whoever gets the method only calls it."""
        if not self._sees_receiver(self.package.resolver.function_value(selector), depth):
            return False
        parent = self.package.parent(selector)
        match parent:
            case Call():
                return self.package.running(parent, selector) is not None
            case Assign(targets=(Name(variable=variable),)) | Declare(variables=(Variable() as variable,)):
                names = self.package.names(variable)
                uses = [(name, self.package.parent(name)) for name in names]
                calls = [name for name, use in uses if isinstance(use, Call) and use.function is name]
                return len(self.package.definitions(variable)) == 1 and all(
                    name in calls or use is parent for name, use in uses
                )
            case _:
                return False

    def _sees_receiver(self, callee: Callee, depth: int) -> bool:
        if len(callee.functions) != 1 or not callee.certain:
            return False
        method = callee.functions[0]
        if method.body is None:
            return False
        return method.receiver is None or self.sees(method.receiver, depth + 1)

    def _sees_argument(self, call: Call, use: Expression, depth: int) -> bool:
        """Allow close, len and cap, and a function in view that does no more with its parameter than we allow."""
        if isinstance(call.function, BuiltinName):
            return call.function.name in ("close", "len", "cap")
        callee = self.package.callee(call)
        if callee.conversion:
            return self.sees_use(call, depth)
        if callee.external in _HARMLESS:
            return True
        if _never_runs(self.package, call):
            return True
        if len(callee.functions) != 1 or not callee.certain or callee.functions[0].body is None or call.spread:
            return False
        function = callee.functions[0]
        place = next(index for index, argument in enumerate(call.arguments) if argument is use)
        if place >= len(function.parameters) or (function.type.variadic and place >= len(function.parameters) - 1):
            return False
        parameter = function.parameters[place]
        if self.sees(parameter, depth + 1):
            return True
        return bool(function.name) and self.returning.sees(parameter) and self.sees_use(call, depth + 1)

    def sees_literal(self, literal: Function, depth: int) -> bool:
        """Tell whether every call of a function literal is in view, and of those around it up to the declared one."""
        if depth > _DEPTH:
            return False
        if literal not in self._literals:
            self._literals[literal] = True
            node = self.package.tables.literal_nodes.get(literal)
            self._literals[literal] = node is None or self._sees_calls(node, depth)
        return self._literals[literal]

    def _sees_calls(self, node: FunctionLiteral, depth: int) -> bool:
        around = self.package.owner(node)
        if around is not None and not self.sees_literal(around, depth + 1):
            return False
        parent = self.package.parent(node)
        match parent:
            case Call() if parent.function is node:
                return True
            case Call():
                if self.package.running(parent, node) is not None:
                    return True
                return self._sees_argument(parent, node, depth)
            case Assign(targets=(Name(variable=variable),)) | Declare(variables=(Variable() as variable,)):
                return self._sees_function_variable(variable, depth)
            case Return():
                return is_handed_back(self.package, parent, node)
            case _:
                return False

    def _sees_function_variable(self, variable: Variable, depth: int) -> bool:
        """`task := func() { … }` that is only called, started, deferred or handed to a function in view."""
        given = [one for one in self.package.definitions(variable) if one.value is not None]
        if len(given) != 1:
            return False
        for name in self.package.names(variable):
            parent = self.package.parent(name)
            if isinstance(parent, Assign) and any(target is name for target in parent.targets):
                continue
            if isinstance(parent, Call) and parent.function is name:
                continue
            if isinstance(parent, Return) and is_handed_back(self.package, parent, name):
                continue
            if isinstance(parent, Call):
                if self.package.running(parent, name) is not None:
                    continue
                if self._sees_argument(parent, name, depth):
                    continue
            return False
        return True


def _never_runs(package: Package, call: Call) -> bool:
    """`for _, set := range options { set(w) }` in a function that nobody calls with options."""
    for around in package.ancestors(call):
        if isinstance(around, Range) and isinstance(around.subject, Name):
            function = package.owner(around)
            given = function.parameters[-1:] if function is not None and function.type.variadic else ()
            if function is not None and given == (around.subject.variable,):
                callers = package.callers(function)
                hidden = function.name[:1].islower() and not package.is_value(function)
                fixed = len(function.parameters) - 1
                return hidden and bool(callers) and all(len(one.arguments) <= fixed for _, one in callers)
    return False
