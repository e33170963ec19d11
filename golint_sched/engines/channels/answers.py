"""What a function says by its results, and which test of its caller that decides.

    func (s *service) start(done chan error) error {
        if err := s.parse(); err != nil {
            return err
        }
        go func() { done <- s.run() }()
        return nil
    }

    if err := s.start(done); err != nil {
        return err
    }
    return <-done

Whoever comes to the receive has started somebody who sends: a run in which `start` failed has another end.
"""

from golint_sched.engines.channels.actions import Answer, Result
from golint_sched.engines.channels.amounts import text_of, text_of_variable
from golint_sched.engines.channels.survey import nil_test, test_of
from golint_sched.engines.paths.terms import is_never_nil
from golint_sched.flow.graph import Condition
from golint_sched.link import Package
from golint_sched.model.expressions import Binary, BuiltinName, Call, Expression, FunctionLiteral, Name, Unary, Variable
from golint_sched.model.functions import Function
from golint_sched.model.statements import Assign, Declare, Defer, Return
from golint_sched.model.types import NamedType

_BOOL = NamedType("builtin", "bool")

# They give nil for nil: https://pkg.go.dev/github.com/pkg/errors
_KEEP_NIL = frozenset(f"github.com/pkg/errors.{name}" for name in ("Wrap", "Wrapf", "WithMessage", "WithStack"))


def asked(package: Package, call: Call) -> tuple[str, ...]:
    """Return for each result of a call the text of what holds it, "" for one that nobody keeps.

    That is a variable, or the call itself where it stands in a test or a return statement.
    """
    use: Expression = call
    parent = package.parent(call)
    while isinstance(parent, Unary | Binary):
        use, parent = parent, package.parent(parent)
    match parent:
        case Assign(targets=targets, values=(value,)) if value is call:
            return tuple(
                "" if target is None or not isinstance(target, Name) else text_of(target) for target in targets
            )
        case Declare(variables=variables, values=(value,)) if value is call:
            return tuple("" if one is None else text_of_variable(one) for one in variables)
        case Return(values=(value,)) if value is call:
            owner = package.owner(call)
            return tuple(_itself(call, place) for place in range(len(owner.results) if owner is not None else 1))
        case Return() if use is not call:
            return (_itself(call),)
        case Assign() | Declare() | Return():
            return ()
        case _:
            return (_itself(call),)


def test_of_call(test: Expression) -> tuple[str, bool]:
    """Return the key of a test of a call's result, and whether it stands for the opposite; "" for any other test.

    if !s.started(done) {      if s.start(done) != nil {
    """
    match test:
        case Unary(operator="!", operand=operand):
            key, inverted = test_of_call(operand)
            return key, not inverted
        case Binary(operator="==" | "!=" as operator, left=Call() as call, right=BuiltinName(name="nil")):
            return nil_test(_itself(call)), operator == "!="
        case Call() as call:
            return _itself(call), False
        case _:
            return "", False


def answer(package: Package, function: Function, statement: Return) -> Answer | None:
    """Return what a return statement tells the caller, None where a deferred literal may say otherwise."""
    named = _named(function)
    if named and any(isinstance(one.call.function, FunctionLiteral) for one in package.inside(function, Defer)):
        return None
    if not statement.values:
        return Answer(tuple(Result(text_of_variable(one)) for one in named)) if named else None
    (first, *others) = statement.values
    if isinstance(first, Call) and not others and len(function.results) > 1:
        return Answer(tuple(Result(_itself(first, place)) for place in range(len(function.results))))
    return Answer(tuple(result_of(package, value) for value in statement.values))


def begins(package: Package, function: Function) -> tuple[tuple[str, str, bool], ...]:
    """Return for each named result its text, the key of the test of it, and with which outcome it begins."""
    if not any(statement.values == () for statement in package.inside(function, Return)):
        return ()
    found: list[tuple[str, str, bool]] = []
    for one in _named(function):
        text = text_of_variable(one)
        is_flag = package.resolver.variable_type(one) == _BOOL
        found.append((text, text, False) if is_flag else (text, nil_test(text), True))
    return tuple(found)


def told_keys(package: Package, function: Function, tests: frozenset[str]) -> frozenset[str]:
    """Return those of a function's tests, by their keys, whose outcome its return statements tell its caller."""
    found: set[str] = set()
    for statement in package.inside(function, Return):
        for result in getattr(answer(package, function, statement), "results", ()):
            found |= {result.text, nil_test(result.text)} if result.text else set()
    return tests & found


def tested(package: Package, function: Function) -> frozenset[str]:
    """Return the keys of the tests of a function."""
    conditions = (node.origin for node in package.graph(function).nodes if isinstance(node.origin, Condition))
    return frozenset(test_of(one.expression)[0] for one in conditions)


def _named(function: Function) -> tuple[Variable, ...]:
    return tuple(one for one in function.results if one.name and one.name != "_")


def _itself(call: Call, place: int = 0) -> str:
    """Return a text for one result of a call that no variable keeps."""
    return f"call@{call.span.start}" + (f"#{place}" if place else "")


def result_of(package: Package, value: Expression) -> Result:
    """Return what is known of a value that is returned, or sent."""
    match value:
        case BuiltinName(name="true" | "false" as name):
            return Result(outcome=name == "true")
        case BuiltinName(name="nil"):
            return Result(nil=True)
        case Name():
            return Result(text_of(value))
        case Call() if package.callee(value).external in _KEEP_NIL and value.arguments:
            return result_of(package, value.arguments[0])
        case Call() if not is_never_nil(package, value):
            return Result(_itself(value))
        case _ if is_never_nil(package, value):
            return Result(nil=False)
        case _:
            return Result()
