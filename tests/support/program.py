"""The real program in a process of its own, with rules of the test's choosing."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

# One finding for each go statement and each starter, which needs no case to be elaborate.
EVERY_GO = '''
"""GLS999 every-go: a goroutine is started."""

from golint_sched.finding import Confidence, Level, limit_reached
from golint_sched.rule import Rule

RULE = Rule(
    id="{id}",
    name="{name}",
    summary="a goroutine is started",
    level=Level.{level},
    confidence=Confidence.{confidence},
    proof="none",
    since="0.1.0",
    needs=(("go ",),),
)


def check(package):
    for function in package.functions:
        for spawn in package.spawns(function):
            {body}
'''
_REPORT = 'yield RULE.at(spawn.span, "a goroutine is started", label="here", function=function.key)'
_START = """
import sys
from pathlib import Path
from golint_sched import registry
registry.builtin_root = lambda: Path({rules!r})
from golint_sched.__main__ import main
sys.exit(main())
"""

LEAKY = "package {package}\n\nfunc {name}() {{\n\tgo run()\n}}\n\nfunc run() {{}}\n"


def add_rule(
    rules: Path,
    *,
    id_: str = "GLS299",
    name: str = "every-go",
    level: str = "WARNING",
    confidence: str = "HIGH",
    body: str = _REPORT,
) -> Path:
    """Write a rule folder below `rules` and return `rules`; `body` is what the rule does at each start."""
    folder = rules / name.replace("-", "_")
    folder.mkdir(parents=True)
    source = EVERY_GO.format(id=id_, name=name, level=level, confidence=confidence, body=body)
    (folder / "rule.py").write_text(source, "utf-8")
    (folder / "README.md").write_text(f"# {id_} {name}\n", "utf-8")
    return rules


def command(rules: Path | None) -> list[str]:
    """Return the command that starts the program, with the rules in `rules` or else its own."""
    if rules is None:
        return [sys.executable, "-m", "golint_sched"]
    return [sys.executable, "-c", _START.format(rules=str(rules))]


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment in which nothing but `extra` decides about colour and paths."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR")}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"} | dict(extra or {})


def run(
    *arguments: str, cwd: Path, rules: Path | None = None, extra: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run the program in `cwd` to its end and return its exit code and both streams as text."""
    return subprocess.run(
        [*command(rules), *arguments],
        cwd=cwd,
        env=environment(extra),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def write(root: Path, files: Mapping[str, str]) -> Path:
    """Write `files` below `root` and return it."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root
