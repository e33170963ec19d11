"""A folder of rules is the registry."""

from pathlib import Path

import pytest

from golint_sched.errors import RuleError, UsageError
from golint_sched.finding import Confidence, Level
from golint_sched.registry import builtin_root, choose, find, load
from golint_sched.rule import Rule
from tests.support.program import add_rule


def rule(id_: str, name: str, *, opt_in: bool = False) -> Rule:
    """Return the metadata of a rule."""
    return Rule(
        id=id_,
        name=name,
        summary="s",
        level=Level.ERROR,
        confidence=Confidence.HIGH,
        proof="none",
        since="0",
        needs=(),
        opt_in=opt_in,
    )


RULES = (rule("GLS101", "ctx-ignored"), rule("GLS201", "abandoned-sender"), rule("GLS208", "quiet-one", opt_in=True))


def test_the_rules_that_ship_are_whole() -> None:
    """Every folder loads, with its page."""
    assert all(loaded.page.startswith(f"# {loaded.rule.id}") for loaded in load(builtin_root()))


def test_rules_come_sorted_by_id(tmp_path: Path) -> None:
    """Whatever their folders are called."""
    add_rule(tmp_path, id_="GLS202", name="aa")
    add_rule(tmp_path, id_="GLS201", name="bb")

    assert [loaded.rule.id for loaded in load(tmp_path)] == ["GLS201", "GLS202"]


def test_two_rules_with_one_id_are_refused(tmp_path: Path) -> None:
    """One of them would never be named."""
    add_rule(tmp_path, id_="GLS201", name="aa")
    add_rule(tmp_path, id_="GLS201", name="bb")

    with pytest.raises(RuleError, match="GLS201 names both aa and bb"):
        list(load(tmp_path))


def test_a_rule_without_a_page_is_refused(tmp_path: Path) -> None:
    """What is not explained is not reported."""
    add_rule(tmp_path, name="aa")
    (tmp_path / "aa/README.md").unlink()

    with pytest.raises(RuleError, match=r"aa is broken: it has no README\.md"):
        list(load(tmp_path))


@pytest.mark.parametrize("source", ["RULE = 1\n", "def check(package): ...\n", "RULE = \n", "import nowhere_at_all\n"])
def test_a_module_that_is_no_rule_is_refused(tmp_path: Path, source: str) -> None:
    """And the sentence names its folder."""
    add_rule(tmp_path, name="aa")
    (tmp_path / "aa/rule.py").write_text(source, "utf-8")

    with pytest.raises(RuleError, match="aa is broken"):
        list(load(tmp_path))


@pytest.mark.parametrize(
    ("select", "ignore", "chosen"),
    [
        ((), (), {"GLS101", "GLS201"}),
        (("all",), (), {"GLS101", "GLS201", "GLS208"}),
        (("GLS2",), (), {"GLS201", "GLS208"}),
        (("2xx",), (), {"GLS201", "GLS208"}),
        (("20x",), (), {"GLS201", "GLS208"}),
        (("channels",), ("quiet-one",), {"GLS201"}),
        (("gls101",), (), {"GLS101"}),
        (("abandoned-sender",), (), {"GLS201"}),
        ((), ("1xx",), {"GLS201"}),
        (("threads",), (), set()),
    ],
)
def test_rules_are_chosen_by_id_name_or_family(
    select: tuple[str, ...], ignore: tuple[str, ...], chosen: set[str]
) -> None:
    """An opt-in rule runs only where it is asked for."""
    assert choose(RULES, select, ignore) == chosen


@pytest.mark.parametrize("word", ["abandoned-sendr", "GLS299", "GLS9", "", "GLS"])
def test_a_word_that_means_no_rule_is_an_error(word: str) -> None:
    """A misspelt --ignore must not pass in silence."""
    with pytest.raises(UsageError, match="no rule is called"):
        choose(RULES, (), (word,))


def test_the_nearest_name_is_suggested() -> None:
    """By id and by name."""
    with pytest.raises(UsageError, match="did you mean abandoned-sender"):
        find("abandoned-sendr", RULES)
    with pytest.raises(UsageError, match="did you mean GLS101"):
        find("gls-101", RULES)
