"""A folder of rule folders to loaded rules; the folder is the registry, nothing else lists a rule."""

import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from golint_sched.errors import RuleError, UsageError
from golint_sched.finding import Finding, Notification
from golint_sched.rule import Rule

if TYPE_CHECKING:  # a list of the rules needs no analyzer
    from golint_sched.link.package import Package

# The families are the hundreds of the ids.
FAMILIES = {"lifetime": "1", "channels": "2", "http": "3", "threads": "4", "timers": "5", "locks": "6"}


@dataclass(frozen=True, slots=True)
class LoadedRule:
    """A rule with its page (the text of its README.md) and its check."""

    rule: Rule
    page: str
    check: Callable[["Package"], Iterator[Finding | Notification]]


def builtin_root() -> Path:
    """Return the rules shipped in the wheel, or those beside the package in a checkout."""
    package = Path(__file__).parent
    shipped = package / "rules"
    return shipped if shipped.is_dir() else package.parent / "rules"


def load(root: Path) -> Iterator[LoadedRule]:
    """Yield the rules in the folders of `root`, sorted by id.

    Raises RuleError where a folder is no whole rule or two of them share an id or a name.
    """
    rules = sorted(
        (_load(path) for path in root.glob("*/rule.py")), key=lambda loaded: (loaded.rule.id, loaded.rule.name)
    )
    seen: dict[str, str] = {}
    for loaded in rules:
        for word in (loaded.rule.id, loaded.rule.name):
            if word in seen:
                text = f"the rules in {root} are broken: {word} names both {seen[word]} and {loaded.rule.name}"
                raise RuleError(text)
            seen[word] = loaded.rule.name
    yield from rules


def choose(rules: tuple[Rule, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> frozenset[str]:
    """Return the ids of the rules that run: the selected ones, else all that are not opt-in, without the ignored.

    A word is an id, a name, a prefix of ids (`GLS2`, `2xx`), a family of `FAMILIES`, or `all`. Raises UsageError for
    a word that means no rule.
    """
    chosen = (
        {id_ for word in select for id_ in _meant(word, rules)}
        if select
        else {rule.id for rule in rules if not rule.opt_in}
    )
    return frozenset(chosen - {id_ for word in ignore for id_ in _meant(word, rules)})


def find(word: str, rules: tuple[Rule, ...]) -> Rule:
    """Return the rule with this id or name, in any case; raises UsageError with the nearest one where there is none."""
    for rule in rules:
        if word.lower() in (rule.id.lower(), rule.name.lower()):
            return rule
    raise _unknown(word, rules)


def _meant(word: str, rules: tuple[Rule, ...]) -> list[str]:
    """Return the ids of the rules that `word` means."""
    key = word.strip().lower()
    if key == "all":
        return [rule.id for rule in rules]
    prefix = "gls" + FAMILIES.get(key, key.removeprefix("gls").rstrip("x"))
    is_prefix = prefix[3:].isdigit()
    found = [
        rule.id for rule in rules if key == rule.name.lower() or (is_prefix and rule.id.lower().startswith(prefix))
    ]
    if not found and not (is_prefix and prefix[3:] in FAMILIES.values()):
        raise _unknown(word, rules)
    return found


def _unknown(word: str, rules: tuple[Rule, ...]) -> UsageError:
    """Return the error that says what the user may have meant."""
    import difflib  # noqa: PLC0415 -- only for a mistake

    names = [name for rule in rules for name in (rule.id, rule.name)] + list(FAMILIES)
    near = difflib.get_close_matches(word.lower(), [name.lower() for name in names], n=1)
    known = next((name for name in names if near and name.lower() == near[0]), "")
    hint = f"did you mean {known}?" if known else "`golint-sched rules` lists them"
    return UsageError(f"no rule is called {word}; {hint}")


def _load(path: Path) -> LoadedRule:
    """Return the rule whose module is `path`; its page stands beside it."""
    folder = path.parent
    page = folder / "README.md"
    if not page.is_file():
        text = f"the rule in {folder} is broken: it has no README.md"
        raise RuleError(text)
    spec = importlib.util.spec_from_file_location(f"golint_sched.rules.{folder.name}", path)
    if spec is None or spec.loader is None:
        text = f"the rule in {folder} is broken: {path.name} is no Python module"
        raise RuleError(text)
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        text = f"the rule in {folder} is broken: {type(error).__name__}: {error}"
        raise RuleError(text) from error
    rule, check = getattr(module, "RULE", None), getattr(module, "check", None)
    if not isinstance(rule, Rule) or not callable(check):
        text = f"the rule in {folder} is broken: {path.name} must define RULE and check"
        raise RuleError(text)
    return LoadedRule(rule, page.read_text("utf-8"), check)
