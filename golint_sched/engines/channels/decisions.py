"""What a condition of a program means for the scope: whether its outcome is known, remembered, or proves nothing."""

from golint_sched.engines.channels.actions import Action, Certain, Count, Fact, OnceAtMost, Panicked
from golint_sched.engines.channels.agreed import counts_field, is_claim
from golint_sched.engines.channels.amounts import amount, text_of
from golint_sched.engines.channels.answers import test_of_call
from golint_sched.engines.channels.counters import once_at_most
from golint_sched.engines.channels.machine import Machine
from golint_sched.engines.channels.made import values_of
from golint_sched.engines.channels.objects import Environment
from golint_sched.engines.channels.recovers import if_panicked
from golint_sched.engines.channels.reported import leaves_when_received
from golint_sched.engines.channels.sentinels import is_sentinel
from golint_sched.engines.channels.settings import setting_asked
from golint_sched.engines.channels.survey import test_of
from golint_sched.flow.graph import Graph
from golint_sched.model.expressions import (
    Binary,
    BuiltinName,
    Constant,
    Expression,
    Name,
    Receive,
)


def decision(machine: Machine, environment: Environment, graph: Graph, index: int, test: Expression) -> Action | None:
    """Return what the condition `test` at a node of the graph does, None where either branch may be taken."""
    package = machine.package
    if (known := _nil_test(machine, environment, test)) is not None:
        return known
    if (panicked := if_panicked(package, test)) is not None:
        return Panicked(panicked)
    if _counts(machine, test) or is_sentinel(package, machine.scope.root, test):
        return Count()
    if leaves_when_received(package, graph, index, test) or is_claim(package, test) or counts_field(package, test):
        return Count()
    key, inverted = setting_asked(package, test)
    if key:
        machine.flags.add(key)
        return Fact(key, inverted)
    key, inverted = test_of(test)
    if not key:
        key, inverted = test_of_call(test)
    if isinstance(test, Name) and any(
        isinstance(definition.value, Receive) and definition.position == 1
        for definition in package.definitions(test.variable)
    ):
        machine.flags.add(key)
    if machine.remembers(key):
        return Fact(key, inverted, vague="." in key and machine.learns(key))
    outcome = once_at_most(package, graph, index)
    return None if outcome is None else OnceAtMost(f"turn {index}", outcome)


def _nil_test(machine: Machine, environment: Environment, test: Expression) -> Certain | None:
    """`done == nil` of a parameter, or another variable, that only ever holds what it is given: a channel of the scope.

    func (s *server) poll(done chan<- error) {
        if done == nil {
            return
        }
        go func() { done <- s.once() }()
    }
    """
    match test:
        case Binary(operator="==" | "!=", left=Name(variable=variable) as left, right=BuiltinName(name="nil")):
            given = len(values_of(machine.package, variable)) == 1
            number = machine.channel(left, environment) if given else -1
            return Certain(number, test.operator == "!=") if number >= 0 else None
        case _:
            return None


def _counts(machine: Machine, expression: Expression) -> bool:
    """`left == 0` where `left--` stands somewhere, `done == len(jobs)` where `done++` does."""
    if not isinstance(expression, Binary):
        return False
    sides = (expression.left, expression.right)
    steps = [machine.steps.get(text_of(side), "") for side in sides]
    if "--" in steps:
        return True
    return any(
        step
        and not isinstance(sides[1 - place], Constant)
        and not _counts_some(machine, sides[place], sides[1 - place])
        for place, step in enumerate(steps)
    )


def _counts_some(machine: Machine, counter: Expression, bound: Expression) -> bool:
    """`granted >= quorum`: what is left cannot be told from what is granted, unless the bound is all there is."""
    if text_of(counter) not in machine.partial or text_of(bound) in machine.steps:
        return False
    number = amount(machine.package, bound)
    return number is not None and bool(number.key) and number.key not in machine.loop_numbers
