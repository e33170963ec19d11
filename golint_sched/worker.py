"""The analysis of one folder, from its bytes to its findings; what it returns is small enough to be sent home."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from golint_sched import prefilter
from golint_sched.discover import Folder, PackageFiles, group, read
from golint_sched.finding import Finding, Notification
from golint_sched.link import link
from golint_sched.link.package import Package
from golint_sched.lower import lower_file
from golint_sched.model.functions import File
from golint_sched.registry import LoadedRule, load
from golint_sched.source import SourceFile

LARGEST_FILE = 16 << 20  # bytes; a syntax tree takes some twenty times as much memory


@dataclass(frozen=True, slots=True)
class Task:
    """A folder to analyse with the rules below `rule_root` whose ids are `selected`."""

    folder: Folder
    rule_root: Path
    selected: frozenset[str]
    go_version: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a folder yields.

    `files` hold only what suppression needs: the functions' bodies stay in the worker. `sources` are the files that a
    finding or a notification points into.
    """

    findings: tuple[Finding, ...] = ()
    notifications: tuple[Notification, ...] = ()
    files: tuple[File, ...] = ()
    sources: tuple[SourceFile, ...] = ()
    file_count: int = 0
    package_count: int = 0


@cache
def rules_of(root: Path) -> tuple[LoadedRule, ...]:
    """Return the rules in `root`, loaded once per process; raises RuleError."""
    return tuple(load(root))


def analyse(task: Task) -> Outcome:
    """Return what the rules find in one folder; a crash in one package or rule is a notification that names it."""
    rules = tuple(loaded for loaded in rules_of(task.rule_root) if loaded.rule.id in task.selected)
    files, unread = read(task.folder)
    packages, no_packages = group(task.folder, files)
    parts = [_analyse_package(package, rules, task.go_version) for package in packages]
    findings = tuple(finding for part in parts for finding in part.findings)
    notifications = unread + no_packages + tuple(each for part in parts for each in part.notifications)
    pointed = set(paths_of(findings)) | {each.span.path for each in notifications if each.span}
    return Outcome(
        findings=findings,
        notifications=notifications,
        files=tuple(file for part in parts for file in part.files),
        sources=tuple(file for file in files if file.path in pointed),
        file_count=len(files),
        package_count=len(packages),
    )


def _analyse_package(package: PackageFiles, rules: Iterable[LoadedRule], go_version: tuple[int, int] | None) -> Outcome:
    able = tuple(loaded for loaded in rules if prefilter.can_fire(loaded.rule, package.files))
    if not able:
        return Outcome()
    notifications: list[Notification] = []
    files = tuple(_lower(package, notifications))
    findings: list[Finding] = []
    try:
        linked = link(files, import_path=package.import_path, go_version=go_version or package.go_version)
    except Exception as error:  # noqa: BLE001 -- one package must not cost the others their findings
        notifications.append(_crash(f"package {package.name} in {package.directory} could not be linked", error))
    else:
        for loaded in able:
            findings.extend(_check(loaded, linked, package, notifications))
    return Outcome(
        findings=tuple(findings),
        notifications=tuple(notifications) + tuple(each for file in files for each in file.notifications),
        files=tuple(replace(file, functions=(), types=(), values=(), imports={}) for file in files),
    )


def _lower(package: PackageFiles, notifications: list[Notification]) -> Iterator[File]:
    """Yield the model of each file that matters; say so where there is none."""
    for file in package.files:
        if not prefilter.is_relevant(file):
            continue
        if len(file.content) > LARGEST_FILE:
            text = f"{file.path}: skipped: larger than {LARGEST_FILE >> 20} MB"
            notifications.append(Notification(text))
            continue
        try:
            yield lower_file(file.path, file.content)
        except Exception as error:  # noqa: BLE001 -- as for a package
            notifications.append(_crash(f"{file.path}: could not be read as Go", error))


def _check(
    loaded: LoadedRule, linked: Package, package: PackageFiles, notifications: list[Notification]
) -> tuple[Finding, ...]:
    """Return what one rule finds in one package; what it found before a crash is dropped with it."""
    try:
        found = tuple(loaded.check(linked))
    except Exception as error:  # noqa: BLE001 -- one rule must not cost the others their findings
        where = f"rule {loaded.rule.id} {loaded.rule.name} failed on package {package.name} in {package.directory}"
        notifications.append(_crash(where, error))
        return ()
    return tuple(each for each in found if loaded.rule.in_tests or not each.span.path.endswith("_test.go"))


def _crash(what: str, error: Exception) -> Notification:
    """Return the notification of a fault of ours, with the place it came from for the report of it."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    text = " ".join(str(error).split()) or "no message"
    return Notification(f"{what}: {type(error).__name__}{place}: {text}", failed=True)


def paths_of(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the paths of all files that the findings point into."""
    for finding in findings:
        yield finding.span.path
        yield from (site.span.path for site in finding.sites)
        yield from (step.span.path for step in finding.steps)
