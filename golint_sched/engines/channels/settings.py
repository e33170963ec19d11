"""Tests of fields that nobody assigns once their struct is made: wherever they are asked, they say the same.

if w.once {                        func (s *state) turn() {
    close(s.skip)                      if s.worker.once {
}                                          return
                                       }
                                       s.skip <- struct{}{}
"""

from golint_sched.engines.channels.survey import test_of
from golint_sched.link import Package
from golint_sched.model.expressions import Binary, BuiltinName, Constant, Expression, PackageName, Selector, Unary
from golint_sched.model.statements import Assign


def setting_asked(package: Package, test: Expression) -> tuple[str, bool]:
    """Return the key of a test of a setting and whether it stands for the opposite; "" for any other test."""
    match test:
        case Unary(operator="!", operand=operand):
            key, inverted = setting_asked(package, operand)
            return key, not inverted
        case Selector():
            field = package.shared(_Settings).name_of(test)
            return (f"setting {field}" if field else ""), False
        case Binary(operator="==" | "!=" | "<" | ">=" | ">" | "<=", left=Selector() as left, right=right):
            field = package.shared(_Settings).name_of(left)
            key, inverted = test_of(Binary(test.span, test.operator, Constant(left.span, "", field), right))
            plain = isinstance(right, BuiltinName | Constant | PackageName)
            return (f"setting {key}" if field and key and plain else ""), inverted
        case _:
            return "", False


class _Settings:
    """Knows the fields of one package that are given their value with the struct, and asked for in several places."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._known: dict[str, bool] = {}

    def name_of(self, selector: Selector) -> str:
        """Return `Type.field` of a setting, "" for anything else."""
        place = self.package.place(selector)
        if place is None or not place.field or self.package.is_open(place.field):
            return ""
        if place.field not in self._known:
            self._known[place.field] = self._is_setting(place.field, selector.field)
        return place.field if self._known[place.field] else ""

    def _is_setting(self, field: str, name: str) -> bool:
        mentions = [one for one in self.package.tables.selectors.get(name, ()) if self._may_mean(one, field)]
        return len(mentions) > 1 and not any(self._is_changed(one) for one in mentions)

    def _may_mean(self, selector: Selector, field: str) -> bool:
        place = self.package.place(selector)
        return place is None or place.field in ("", field)

    def _is_changed(self, selector: Selector) -> bool:
        """Tell whether a mention may give the field another value; tests set it before anything runs."""
        function = self.package.owner(selector)
        is_test = function is not None and self.package.is_test(function)
        sets_up = is_test and isinstance(self.package.parent(selector), Assign)
        return self.package.resolver.is_assigned(selector) and not sets_up
