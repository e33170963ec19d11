"""Knows loops with a first turn for certain, and those that their last turn leaves: they never come to their end.

for i := 0; i < attempts; i++ {
        if i == attempts-1 {
                return err
        }
}
"""

from collections.abc import Iterable, Iterator

from golint_sched.engines.paths.terms import Fact, Facts, Term, known_value
from golint_sched.link.package import Package
from golint_sched.model.expressions import Constant

_ONE = Term("constant", ("1",))


def first_tests(package: Package, comparisons: Iterable[Term], counter: Term, text: str) -> Iterator[Fact]:
    """Yield what a counter that begins with a number tells of its comparisons with other numbers: `i := 0; i < 3`."""
    start = int(text) if text.isdecimal() else None
    for term in comparisons:
        first, second = term.parts
        bound = _number(package, second if first == counter else first)
        if start is not None and bound is not None:
            yield Fact(term, start < bound if first == counter else bound < start)


def _number(package: Package, term: object) -> int | None:
    """Return the number that a constant stands for: `3`, or `attempts` where `const attempts = 3`."""
    match term:
        case Term("constant", (str() as text,)) if text.isdecimal():
            return int(text)
        case Term("constant", (str() as name,)):
            values = [
                declaration.values[position]
                for declaration, position in package.tables.values.get(name, ())
                if declaration.constant and position < len(declaration.values)
            ]
            match values:
                case [Constant(text=text)] if text.isdecimal():
                    return int(text)
                case _:
                    return None
        case _:
            return None


def still_below(facts: Facts, counter: Term) -> Iterator[Fact]:
    """Yield what remains known of a counter's bound when one is added: it was not at the last number below."""
    for fact in facts:
        match fact:
            case Fact(Term("<", (Term() as first, Term() as bound)), True) if first == counter:
                if any(_is_less(facts, counter, last) for last in _before(bound)) or _is_not_last(
                    facts, counter, bound
                ):
                    yield fact
            case Fact(Term("<", (Term() as bound, Term() as second)), False) if second == counter:
                if _is_less(facts, counter, bound):
                    yield fact
            case _:
                pass


def _is_less(facts: Facts, counter: Term, last: Term) -> bool:
    """Tell whether a counter that is not above `last` is below it."""
    return known_value(facts, Term("<", (counter, last))) is True or (
        known_value(facts, Term("==", (counter, last))) is False
    )


def _is_not_last(facts: Facts, counter: Term, bound: Term) -> bool:
    """`i+1 == n` was not so, or `i+1 < n` was."""
    return _is_less(facts, Term("+", (counter, _ONE)), bound)


def _before(bound: Term) -> Iterator[Term]:
    """Yield the ways to write the last number below a bound: `n-1`, and 2 for 3."""
    yield Term("-", (bound, _ONE))
    match bound:
        case Term("constant", (str() as text,)) if text.isdecimal():
            yield Term("constant", (str(int(text) - 1),))
        case _:
            pass
