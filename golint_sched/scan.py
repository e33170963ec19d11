"""The pipeline in reading order: paths, folders, packages, findings, decision, result.

    discover → prefilter → parse → lower → link → check → decide → report
     paths      bytes       trees   model   facts  findings

All from prefilter to check happens folder by folder in `golint_sched.worker`, in several processes where that pays.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from golint_sched.decide import DecideOptions, decide
from golint_sched.discover import Surroundings, discover
from golint_sched.finding import Confidence, Notification
from golint_sched.registry import builtin_root, choose
from golint_sched.result import Result, RulePage
from golint_sched.rule import Rule
from golint_sched.worker import Outcome, Task, analyse, paths_of, rules_of

# Below both of these another process costs more than it saves.
_SMALL_FILES = 100
_SMALL_BYTES = 1_000_000
_LARGE = 1_000_000  # bytes of a folder of which several processes may each check a part of the rules

_SCANS = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the user asks for; see `golint-sched check --help`, which has an option for each field but the last two.

    `unsaved` holds what stands for the content of a file, by its absolute path; editors have such files.
    """

    paths: Sequence[str] = (".",)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: Confidence = Confidence.MEDIUM
    go_version: tuple[int, int] | None = None
    jobs: int = 1
    packages_of: bool = False
    force_exclude: bool = False
    suppressions: bool = True
    rule_root: Path = field(default_factory=builtin_root)
    unsaved: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scan:
    """A result, and one sentence for each path that leads nowhere."""

    result: Result
    missing: tuple[str, ...]


def scan(request: Request) -> Scan:
    """Return what the rules find below the requested paths; raises UsageError for a word that means no rule."""
    rules = rules_of(request.rule_root)
    selected = choose(tuple(loaded.rule for loaded in rules), request.select, request.ignore)
    found = discover(request.paths, force_exclude=request.force_exclude, unsaved=request.unsaved)
    scan_number = next(_SCANS)
    tasks = [
        Task(
            folder,
            request.rule_root,
            selected,
            request.go_version,
            Surroundings(found.root, folder.modules, request.unsaved, scan_number),
        )
        for folder in found.folders
    ]
    outcomes = _outcomes(tasks, request.jobs, [loaded.rule for loaded in rules if loaded.rule.id in selected])

    options = DecideOptions(
        rules=tuple(loaded.rule for loaded in rules),
        selected=selected,
        min_confidence=request.min_confidence,
        suppressions=request.suppressions,
        requested=found.requested,
        any_site=request.packages_of,
    )
    decision = decide(
        [finding for outcome in outcomes for finding in outcome.findings],
        [facts for outcome in outcomes for facts in outcome.facts],
        options,
    )
    told = [
        *found.notifications,
        *(
            each
            for outcome in outcomes
            for each in outcome.notifications
            if not (each.limit and each.span and each.span.path not in found.requested)
        ),
    ]
    notifications = (*sorted(told, key=_place), *decision.notifications)
    pointed = {*paths_of(decision.findings), *(each.span.path for each in notifications if each.span)}

    result = Result(
        findings=decision.findings,
        hidden=decision.hidden,
        notifications=notifications,
        sources={file.path: file for outcome in outcomes for file in outcome.sources if file.path in pointed},
        rules=tuple(RulePage(loaded.rule, loaded.page) for loaded in rules),
        selected=selected,
        files=sum(outcome.file_count for outcome in outcomes),
        packages=sum(outcome.package_count for outcome in outcomes),
        root=found.root,
        directory=found.directory,
    )
    return Scan(result, found.missing)


def _outcomes(tasks: list[Task], jobs: int, rules: list[Rule]) -> list[Outcome]:
    """Return the outcome of each task, in their order, whatever the number of processes."""
    small = sum(len(task.folder.files) for task in tasks) < _SMALL_FILES
    if small and sum(task.folder.size for task in tasks) < _SMALL_BYTES:
        return [analyse(task) for task in tasks]

    from golint_sched import pool  # noqa: PLC0415 -- a commit hook on a few files never needs it

    jobs = max(jobs, 1)
    parts = _parts(tasks, jobs, rules)
    order = sorted(range(len(parts)), key=lambda number: (-parts[number][1].folder.size, number))  # the longest first
    ordered = [parts[number][1] for number in order]
    outcomes = dict(pool.run(analyse, ordered, jobs, died=_died, weight=lambda task: task.folder.size))
    by_task: list[list[Outcome]] = [[] for _ in tasks]
    for number, position in sorted((number, position) for position, number in enumerate(order)):
        by_task[parts[number][0]].append(outcomes[position])
    return [_together(some) for some in by_task]


def _parts(tasks: list[Task], jobs: int, rules: list[Rule]) -> list[tuple[int, Task]]:
    """Return what the processes are given, with the number of the task that it is a part of.

    A folder that is more than one process's share would keep the others waiting, so its rules are divided among them.
    """
    share = sum(task.folder.size for task in tasks) / jobs
    engines: dict[str, set[str]] = {}
    for rule in rules:
        engines.setdefault(rule.engine, set()).add(rule.id)
    found = []
    for number, task in enumerate(tasks):
        if task.folder.size > max(share, _LARGE) and len(engines) > 1:
            found += [(number, replace(task, selected=frozenset(ids))) for ids in engines.values()]
        else:
            found.append((number, task))
    return found


def _together(outcomes: list[Outcome]) -> Outcome:
    """Return what the parts of one task yield together."""
    if len(outcomes) == 1:
        return outcomes[0]
    return Outcome(
        findings=tuple(finding for outcome in outcomes for finding in outcome.findings),
        notifications=tuple(dict.fromkeys(each for outcome in outcomes for each in outcome.notifications)),
        facts=tuple({facts.path: facts for outcome in outcomes for facts in outcome.facts}.values()),
        sources=tuple({file.path: file for outcome in outcomes for file in outcome.sources}.values()),
        file_count=max(outcome.file_count for outcome in outcomes),
        package_count=max(outcome.package_count for outcome in outcomes),
    )


def _died(task: Task, how: str) -> Outcome:
    """Return the outcome of a folder whose analysis ended its process."""
    text = f"{task.folder.directory}: not analysed: its process was {how}"
    return Outcome(notifications=(Notification(text, failed=True),))


def _place(notification: Notification) -> tuple[str, int, str]:
    """Return what notifications are sorted by."""
    span = notification.span
    return (span.path, span.start, notification.text) if span else ("", 0, notification.text)
