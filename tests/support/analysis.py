"""One rule over one case, through the pipeline's own stages."""

import importlib.util
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from golint_sched.discover import Surroundings
from golint_sched.discover.modules import Modules
from golint_sched.discover.packages import package_name
from golint_sched.finding import Finding, Notification
from golint_sched.link import link
from golint_sched.link.neighbours import Neighbours
from golint_sched.link.package import Package
from golint_sched.lower import lower_file
from golint_sched.neighbours import around
from golint_sched.prefilter import able, parts, wants_body
from golint_sched.rule import Rule
from golint_sched.source import SourceFile
from tests.support.cases import TESTDATA, Case
from tests.support.differences import Reported


class RuleModule(Protocol):
    """What a rule's `rule.py` defines."""

    RULE: Rule

    def check(self, package: Package) -> Iterable[Finding | Notification]:
        """Yield the findings of the rule in `package`."""


@cache
def load_rule(folder: Path) -> RuleModule:
    """Return the rule module in `folder`, imported by its path."""
    name = f"golint_sched.rules.{folder.name}"
    spec = importlib.util.spec_from_file_location(name, folder / "rule.py")
    if spec is None or spec.loader is None:
        message = f"{folder}/rule.py cannot be loaded"
        raise ImportError(message)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("RuleModule", module)


def packages(case: Case) -> Iterator[tuple[Package, tuple[SourceFile, ...]]]:
    """Yield each linked package of `case` with its files: one for each package clause."""
    grouped: dict[str, list[SourceFile]] = {}
    for path, text in case.files.items():
        content = text.encode()
        grouped.setdefault(package_name(content) or "", []).append(SourceFile(path, content))
    for _, sources in sorted(grouped.items()):
        files = tuple(lower_file(part.path, part.content, wanted=wants_body) for part in parts(sources))
        linked = link(
            files,
            import_path=case.import_path,
            go_version=case.go_version,
            neighbours=_neighbours(TESTDATA / case.name),
        )
        yield linked, tuple(sources)


def _neighbours(folder: Path) -> Neighbours:
    """Return what a case in `folder` may ask: packages in folders below it, and the rest of its module."""
    return around(Surroundings(str(TESTDATA), Modules().around(str(folder))))


def report(rule: RuleModule, case: Case) -> list[Reported]:
    """Return what `rule` reports in `case` with nothing hidden but what its metadata hides, sorted by place."""
    return report_in(rule, packages(case))


def report_in(rule: RuleModule, linked: Iterable[tuple[Package, tuple[SourceFile, ...]]]) -> list[Reported]:
    """Return what `rule` reports in packages that are linked already, as `report` does."""
    reported: list[Reported] = []
    for package, sources in linked:
        if not able([rule.RULE], sources):
            continue
        lines = {source.path: source.line_number for source in sources}
        reported += [
            Reported(finding.span.path, lines[finding.span.path](finding.span.start), finding)
            for finding in rule.check(package)
            if isinstance(finding, Finding)
            and (rule.RULE.in_tests or not package.tables.files[finding.span.path].is_test)
        ]
    return sorted(reported, key=lambda r: (r.path, r.line, r.finding.message))
