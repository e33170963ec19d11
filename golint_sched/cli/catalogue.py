"""The commands `rules` and `explain`."""

from golint_sched.cli import terminal
from golint_sched.registry import builtin_root, find, load
from golint_sched.rule import Rule


def explain(word: str) -> int:
    """Print the page of the rule that `word` names; raises UsageError where none has that id or name."""
    loaded = tuple(load(builtin_root()))
    rule = find(word, tuple(each.rule for each in loaded))
    terminal.say(next(each.page for each in loaded if each.rule is rule))
    return 0


def rules(format_: str) -> int:
    """Print all rules, as a table or as JSON."""
    every = [each.rule for each in load(builtin_root())]
    terminal.say(_json(every) if format_ == "json" else _table(every))
    return 0


def _table(every: list[Rule]) -> str:
    rows = [(rule.id, rule.name, rule.level.name.lower(), rule.confidence.name.lower(), rule.summary) for rule in every]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    return "".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) + "\n"
        for row in rows
    )


def _json(every: list[Rule]) -> str:
    import json  # noqa: PLC0415 -- for one format

    rows = [
        {
            "id": rule.id,
            "name": rule.name,
            "level": rule.level.name.lower(),
            "confidence": rule.confidence.name.lower(),
            "summary": rule.summary,
            "opt_in": rule.opt_in,
            "in_tests": rule.in_tests,
            "proof": rule.proof,
            "since": rule.since,
            "cwe": list(rule.cwe),
        }
        for rule in every
    ]
    return json.dumps(rows, indent=2) + "\n"
