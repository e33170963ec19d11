"""What is known of conditions on both sides of a call."""

from collections.abc import Iterator

from golint_sched.engines.paths.dereferenced import is_dereferenced
from golint_sched.engines.paths.keys import given_terms
from golint_sched.engines.paths.options import options_given
from golint_sched.engines.paths.relevance import fields_asked, tested_inside
from golint_sched.engines.paths.state import Exit
from golint_sched.engines.paths.stores import assigned_outside
from golint_sched.engines.paths.terms import (
    Fact,
    Facts,
    Term,
    fields_of,
    is_nil,
    known_value,
    mentions,
    normalised,
    option_term,
    replaced,
    result_term,
    roots_of,
    subject,
    term_of,
    variable_term,
)
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call
from golint_sched.model.functions import Function


def entry_facts(package: Package, call: Call, function: Function, facts: Facts, *, deep: bool = False) -> Facts:
    """Return what a callee knows at its start: a literal what is around it, any function constant arguments.

    With `deep` it also knows what the caller knows of the fields of the arguments.
    """
    found: list[Fact] = []
    tested = tested_inside(package, function)
    if not function.name:
        found += [fact for fact in facts if subject(fact.term) in tested]
    if len(call.arguments) == len(function.parameters) and not call.spread:
        for parameter, argument in zip(function.parameters, call.arguments, strict=True):
            given, mine = term_of(package, argument), variable_term(parameter)
            if given is None or mine not in tested:
                continue
            for inside, outside in ((mine, given), (is_nil(mine), is_nil(given))):
                value = known_value(facts, outside)
                if value is not None:
                    found.append(normalised(inside, value))
            if is_dereferenced(package, argument, call):
                found.append(Fact(is_nil(mine), value=False))
    found += [fact for fact in _options(package, call, function, facts) if subject(fact.term) in tested]
    if deep and function.name and facts:
        asked = fields_asked(package, function)
        found += [fact for fact in handed_in(package, call, function, facts) if subject(fact.term) in asked]
    return frozenset(found)


def _options(package: Package, call: Call, function: Function, facts: Facts) -> Iterator[Fact]:
    """Yield what the options of a call tell: `s.push(item, withLockHeld(true))`."""
    for field, value in options_given(package, call, function).items():
        asked = Term("field", (option_term(function.parameters[-1]), field))
        given = term_of(package, value)
        for inside, outside in () if given is None else ((asked, given), (is_nil(asked), is_nil(given))):
            known = known_value(facts, outside)
            if known is not None:
                yield normalised(inside, known)


def handed_in(package: Package, call: Call, function: Function, facts: Facts) -> Iterator[Fact]:
    """Yield what is known of the fields of the arguments, as the callee names them."""
    for variable, given in given_terms(package, call, function):
        for fact in facts:
            inside = replaced(fact.term, given, variable_term(variable))
            if inside != fact.term and roots_of(inside) == {variable} and fields_of(inside):
                yield Fact(inside, fact.value)


def facts_after(package: Package, call: Call, function: Function, way: Exit, facts: Facts) -> Facts:
    """Return what the caller knows after the callee left: its results, and what a literal assigned."""
    known = {fact for fact in facts if not any(part is call for part in subject(fact.term).parts)}
    if not function.name:
        changed = tuple(assigned_outside(package, function))
        known = {fact for fact in known if not any(mentions(fact.term, term) for term in changed)}
        known |= way.state.facts
    for position, value in enumerate(way.results):
        term = result_term(call, position)
        if value in ("true", "false"):
            known.add(normalised(term, value == "true"))
        elif value:
            known.add(normalised(is_nil(term), value == "nil"))
    return frozenset(known)


def value_of(facts: Facts, term: Term) -> str:
    """Return what the facts tell of a result variable, in the words of `Exit.results`."""
    truth = known_value(facts, term)
    if truth is not None:
        return "true" if truth else "false"
    nil = known_value(facts, is_nil(term))
    if nil is not None:
        return "nil" if nil else "set"
    return ""


def likely(ways: tuple[Exit, ...], *, held: bool) -> tuple[Exit, ...]:
    """Return the ways out of a callee without those that do not fit to what the caller holds.

    A helper that releases on a condition of its own (`if !l.done { … }`) is taken to release what is held, and nothing
    where nothing is.
    """
    releasing = {way.results for way in ways if way.state.borrowed and not way.state.acquired}
    idle = {way.results for way in ways if not way.state.borrowed and not way.state.acquired}
    return tuple(
        way
        for way in ways
        if way.state.acquired
        or way.results not in releasing & idle
        or way.state.handed_on
        or bool(way.state.borrowed) is held
    )
