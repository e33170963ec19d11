"""The analysis of one folder, from its bytes to its findings; what it returns is small enough to be sent home."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from golint_sched import prefilter
from golint_sched.discover import Folder, PackageFiles, Surroundings, group, read
from golint_sched.finding import Finding, Notification
from golint_sched.link import link
from golint_sched.link.neighbours import Neighbours
from golint_sched.link.package import Package
from golint_sched.lower import lower_file
from golint_sched.model.functions import File
from golint_sched.neighbours import around
from golint_sched.registry import LoadedRule, load
from golint_sched.source import SourceFile
from golint_sched.suppress import FileFacts

LARGEST_FILE = 16 << 20  # bytes; a syntax tree takes some twenty times as much memory


@dataclass(frozen=True, slots=True)
class Task:
    """A folder to analyse with the rules below `rule_root` whose ids are `selected`.

    `surroundings` tell where the packages are that the folder's code imports, None where nobody is to look at them.
    """

    folder: Folder
    rule_root: Path
    selected: frozenset[str]
    go_version: tuple[int, int] | None = None
    surroundings: Surroundings | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a folder yields.

    `facts` are those of the files that a finding points into or that hold a directive, `sources` the files that a
    finding or a notification points into.
    """

    findings: tuple[Finding, ...] = ()
    notifications: tuple[Notification, ...] = ()
    facts: tuple[FileFacts, ...] = ()
    sources: tuple[SourceFile, ...] = ()
    file_count: int = 0
    package_count: int = 0


_MADE: list[Package] = []  # keeps the packages of a task, or of all tasks of a process that is to end soon


@cache
def rules_of(root: Path) -> tuple[LoadedRule, ...]:
    """Return the rules in `root`, loaded once per process; raises RuleError."""
    return tuple(load(root))


def analyse(task: Task) -> Outcome:
    """Return what the rules find in one folder; a crash in one package or rule is a notification that names it.

    The collector rests meanwhile: a model only grows until its package is done, and walking it again and again took a
    quarter of the time on the Go tree. Between the folders it does its work, unless it rests for as long as the
    process lives: then that is short, and its end frees at once what takes a twentieth of the time piece by piece.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return _analyse_folder(task)
    finally:
        if collects:
            _MADE.clear()
            gc.enable()


def _analyse_folder(task: Task) -> Outcome:
    """Return what the rules find in one folder."""
    rules = tuple(loaded for loaded in rules_of(task.rule_root) if loaded.rule.id in task.selected)
    files, unread = read(task.folder)
    packages, no_packages = group(task.folder, files)
    neighbours = around(task.surroundings)
    outcomes = [_analyse_package(package, rules, task.go_version, neighbours) for package in packages]
    notifications = unread + no_packages
    pointed = {each.span.path for each in notifications if each.span}
    return Outcome(
        findings=tuple(finding for outcome in outcomes for finding in outcome.findings),
        notifications=notifications + tuple(each for outcome in outcomes for each in outcome.notifications),
        facts=tuple(facts for outcome in outcomes for facts in outcome.facts),
        sources=(
            *(file for file in files if file.path in pointed),
            *(source for outcome in outcomes for source in outcome.sources),
        ),
        file_count=len(files),
        package_count=len(packages),
    )


def _analyse_package(
    package: PackageFiles, rules: Sequence[LoadedRule], go_version: tuple[int, int] | None, neighbours: Neighbours
) -> Outcome:
    """Return what the rules find in one package, without the counts."""
    ids = prefilter.able([loaded.rule for loaded in rules], package.files)
    able = tuple(loaded for loaded in rules if loaded.rule.id in ids)
    if not able:
        return Outcome()
    notifications: list[Notification] = []
    files = tuple(_lower(package, notifications))
    findings: list[Finding] = []
    try:
        version = go_version or package.go_version
        linked = link(
            files, import_path=package.import_path, go_version=version, neighbours=neighbours, directory=package.place
        )
        _MADE.append(linked)
    except Exception as error:  # noqa: BLE001 -- one package must not cost the others their findings
        notifications.append(_crash(f"package {package.name} in {package.directory} could not be linked", error))
    else:
        for loaded in able:
            findings.extend(_check(loaded, linked, package, notifications))
    notifications += [each for file in files for each in file.notifications]
    notifications = list(dict.fromkeys(notifications))  # rules that share an engine reach its limits together
    pointed = {*paths_of(findings), *(each.span.path for each in notifications if each.span)}
    sources = {file.path: file for file in package.files}
    return Outcome(
        findings=tuple(findings),
        notifications=tuple(notifications),
        facts=tuple(
            FileFacts(
                file.path,
                file.comments,
                file.generated,
                sources[file.path],
                tuple(function.span for function in file.functions) if file.comments else (),
                file.is_test,
            )
            for file in files
            if file.comments or file.path in pointed
        ),
        sources=tuple(file for file in package.files if file.path in pointed),
    )


def _lower(package: PackageFiles, notifications: list[Notification]) -> Iterator[File]:
    """Yield the model of each file that matters; say so where there is none."""
    for part in prefilter.parts(package.files):
        if len(part.content) > LARGEST_FILE:
            text = f"{part.path}: larger than {LARGEST_FILE >> 20} MB, skipped"
            notifications.append(Notification(text))
            continue
        try:
            yield lower_file(part.path, part.content, wanted=prefilter.wants_body)
        except Exception as error:  # noqa: BLE001 -- as for a package
            notifications.append(_crash(f"{part.path}: could not be read as Go", error))


def _check(
    loaded: LoadedRule, linked: Package, package: PackageFiles, notifications: list[Notification]
) -> tuple[Finding, ...]:
    """Return what one rule finds in one package; what it found before a crash is dropped with it.

    What it has to say about the analysis itself is added to `notifications`.
    """
    try:
        told = tuple(loaded.check(linked))
    except Exception as error:  # noqa: BLE001 -- one rule must not cost the others their findings
        where = f"rule {loaded.rule.id} {loaded.rule.name} failed on package {package.name} in {package.directory}"
        notifications.append(_crash(where, error))
        return ()
    notifications += [each for each in told if isinstance(each, Notification)]
    return tuple(each for each in told if isinstance(each, Finding))


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
