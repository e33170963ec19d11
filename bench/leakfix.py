"""Scores the analyzer on real fixes: the fault is to be reported before the fix, and no more after it.

python -m bench.leakfix FIXES.jsonl [--repositories DIR] [--cache DIR] [--category NAME] [--select RULES] [--verbose]

FIXES.jsonl has one JSON object a line. `id` names the fix, `repo` is the repository (owner/name), `fix` the commit and
`parent` the one before it, `path` and `path_after` are the file before and after, `func` is the enclosing function,
`lines_before` are the 1-based lines of `path` at `parent` where a report is right, `category` is the kind of fault and
`why` says what was wrong. A fix is hit if a finding begins within one line of those, and shown if a finding begins or
has a related place there: a lock taken twice is reported in the callee that waits, and the call is such a place.
It is hit, or shown, and silent if, of the rules that do so, one says nothing more about the function after the fix.
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path, PurePosixPath

from bench.snapshots import UnavailableError, find_clone, write_package
from golint_sched.cli.arguments import go_version
from golint_sched.errors import UsageError
from golint_sched.finding import Confidence
from golint_sched.scan import Request, scan
from golint_sched.source import Span

# Repositories whose code nobody here looks at, so that there is something left to be measured on.
HELD_OUT = frozenset({"containerd", "etcd", "grpc-go", "nomad", "prometheus", "restic", "syncthing", "thanos"})

_NEAR = 1  # lines: a call may be reported where its statement or where its arguments begin
_VALUE_RECEIVER = re.compile(r"^\(([^*()]+)\)(?=\.)")  # (Server).Name is Server.Name in a finding
_LITERAL = re.compile(r"\.func\d+(?:\.\d+)*$")


@dataclass(frozen=True, slots=True)
class Fix:
    """One line of the input; the fields are called what they are called there."""

    id: str
    repo: str
    fix: str
    parent: str
    path: str
    path_after: str
    func: str
    lines_before: tuple[int, ...]
    category: str
    why: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Where snapshots come from and go to, and how the analyzer runs.

    `repositories` is None where only what is in `cache` already can be used. `select` is as in `Request`. With `nearby`
    a fix that is not hit brings what else was found in its file. `go_version` is that of code without a go.mod, which
    is older than modules; None means the newest, as everywhere.
    """

    cache: Path
    repositories: Path | None = None
    select: tuple[str, ...] = ()
    nearby: bool = False
    go_version: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A finding, as far as it matters here; lines are 1-based.

    `line` is where it begins, `here` tells whether that is in the fix's file, `places` are the lines in that file at
    which it begins or has a related place.
    """

    rule: str
    line: int
    here: bool
    places: frozenset[int]
    function: str
    confidence: Confidence
    message: str


@dataclass(frozen=True, slots=True)
class Score:
    """What the analyzer makes of one fix.

    `hits` are the findings that hit, `shown` those and the ones that have a related place there, `lasting` those after
    the fix for which their rules are not silent, `nearby` what was found elsewhere in the file of a miss, whatever its
    confidence. `failures` tell what could not be analysed, and `unavailable` why there is nothing to analyse, "" where
    there is.
    """

    fix: Fix
    hits: tuple[Report, ...] = ()
    shown: tuple[Report, ...] = ()
    lasting: tuple[Report, ...] = ()
    nearby: tuple[Report, ...] = ()
    failures: tuple[str, ...] = ()
    unavailable: str = ""

    @property
    def hit_and_silent(self) -> bool:
        """Return whether a rule that hit says nothing after the fix; a failed analysis is no silence."""
        return self._is_silent(self.hits)

    @property
    def shown_and_silent(self) -> bool:
        """Return whether a rule that shows the place says nothing after the fix."""
        return self._is_silent(self.shown)

    def _is_silent(self, reports: tuple[Report, ...]) -> bool:
        return not self.failures and bool({each.rule for each in reports} - {each.rule for each in self.lasting})


@dataclass(frozen=True, slots=True)
class Row:
    """The counts of one category; `fixes` are those that were analysed."""

    category: str
    hit: int
    silent: int
    shown: int
    shown_silent: int
    fixes: int
    unavailable: int


def read_fixes(path: Path) -> list[Fix]:
    """Return the fixes that the file at `path` lists; raises KeyError where a line lacks a field."""
    entries = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
    fixes = [
        Fix(**{each.name: entry[each.name] for each in fields(Fix)} | {"lines_before": tuple(entry["lines_before"])})
        for entry in entries
    ]
    for fix in fixes:
        if not re.fullmatch(r"[\w-][\w.-]*", fix.id):
            message = f"an id that can be no folder's name: {fix.id}"
            raise ValueError(message)
    return fixes


def is_held_out(fix: Fix) -> bool:
    """Return whether the fix belongs to a repository that is not to be looked at."""
    return PurePosixPath(fix.repo).name in HELD_OUT


def score(fix: Fix, setting: Setting) -> Score:
    """Return what the analyzer makes of `fix`; its snapshots are in the cache afterwards, if they can be had."""
    try:
        snapshots = _lay_out(fix, setting)
    except UnavailableError as error:
        return Score(fix, unavailable=str(error))
    found, failures = _analyse(snapshots / "before", fix.path, setting)
    hits = tuple(each for each in found if each.here and _is_near(fix, each.line))
    shown = tuple(each for each in found if any(_is_near(fix, line) for line in each.places))
    if not shown:
        everything, _ = (
            _analyse(snapshots / "before", fix.path, setting, Confidence.LOW) if setting.nearby else ((), ())
        )
        return Score(fix, nearby=everything, failures=failures)
    after, failures_after = _analyse(snapshots / "after", fix.path_after, setting)
    places = {(each.rule, function) for each in shown for function in (fix.func, _declared(each.function))}
    lasting = tuple(each for each in after if any(each.rule == rule and _lies_in(each, of) for rule, of in places))
    return Score(fix, hits, shown, lasting, failures=failures + failures_after)


def _is_near(fix: Fix, line: int) -> bool:
    return any(abs(line - each) <= _NEAR for each in fix.lines_before)


def _lay_out(fix: Fix, setting: Setting) -> Path:
    """Return the folder that holds the fix's package as `before` and `after`, written now if it is not there yet."""
    folder = setting.cache / fix.id
    commits = f"{fix.parent} {fix.path}\n{fix.fix} {fix.path_after}\n"
    mark = folder / "commits"
    if mark.is_file() and mark.read_text("utf-8") == commits:
        return folder
    if setting.repositories is None:
        message = "not in the cache, and no repositories are given"
        raise UnavailableError(message)
    clone = find_clone(setting.repositories, fix.repo)
    setting.cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=setting.cache, prefix=".") as temporary:
        complete = Path(temporary, fix.id)
        write_package(clone, fix.parent, fix.path, complete / "before")
        write_package(clone, fix.fix, fix.path_after, complete / "after")
        (complete / "commits").write_text(commits, "utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):  # another run may have put the same there meanwhile
            complete.rename(folder)
    return folder


def _analyse(
    snapshot: Path, path: str, setting: Setting, confidence: Confidence = Confidence.MEDIUM
) -> tuple[tuple[Report, ...], tuple[str, ...]]:
    """Return the findings with a place in the file at `path` in a snapshot, and what failed; its package is read."""
    file = os.path.normpath(snapshot / path)
    request = Request(
        paths=(str(Path(file).parent),),
        select=setting.select,
        min_confidence=confidence,
        go_version=None if any(snapshot.rglob("go.mod")) else setting.go_version,
    )
    done = scan(request).result

    def is_here(span: Span) -> bool:
        return os.path.normpath(Path(done.directory, span.path)) == file

    def line(span: Span) -> int:
        return done.sources[span.path].line_number(span.start)

    reports = tuple(
        Report(
            rule=finding.rule_id,
            line=line(finding.span),
            here=is_here(finding.span),
            places=frozenset(line(span) for span in spans if is_here(span)),
            function=finding.function,
            confidence=finding.confidence,
            message=finding.message,
        )
        for finding in done.findings
        for spans in ((finding.span, *(site.span for site in finding.sites)),)
    )
    return tuple(each for each in reports if each.places), tuple(
        each.text for each in done.notifications if each.failed
    )


def _declared(function: str) -> str:
    """Return the key of the declared function that the function with this key is written in: itself, if declared."""
    return _LITERAL.sub("", function)


def _lies_in(report: Report, function: str) -> bool:
    """Return whether a finding lies in the declared `function` or in a literal there."""
    return _declared(report.function) == _VALUE_RECEIVER.sub(r"\1", function)


def tabulate(scores: Iterable[Score]) -> list[Row]:
    """Return a row for each category, in the order of their names, and last the sums."""
    by_category: dict[str, list[Score]] = {}
    for each in scores:
        by_category.setdefault(each.fix.category, []).append(each)
    everything = [each for group in by_category.values() for each in group]
    groups = [*sorted(by_category.items()), ("all", everything)]
    return [
        Row(
            category=category,
            hit=sum(bool(each.hits) for each in group),
            silent=sum(each.hit_and_silent for each in group),
            shown=sum(bool(each.shown) for each in group),
            shown_silent=sum(each.shown_and_silent for each in group),
            fixes=sum(not each.unavailable for each in group),
            unavailable=sum(bool(each.unavailable) for each in group),
        )
        for category, group in groups
    ]


def table(rows: Sequence[Row], *, markdown: bool) -> Iterator[str]:
    """Yield the lines of the table: aligned for the terminal, or in Markdown."""
    names = ("category", "hit", "hit and silent", "shown", "shown and silent", "fixes", "unavailable")
    counts = [(row.hit, row.silent, row.shown, row.shown_silent, row.fixes, row.unavailable) for row in rows]
    cells = [names, *((row.category, *map(str, count)) for row, count in zip(rows, counts, strict=True))]
    if markdown:
        cells.insert(1, ("---", *["---:"] * (len(names) - 1)))
        yield from (f"| {' | '.join(line)} |" for line in cells)
        return
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for first, *others in cells:
        numbers = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        yield "  ".join((first.ljust(widths[0]), *numbers))


def details(scores: Iterable[Score]) -> Iterator[str]:
    """Yield what there is to know about each fix that was analysed: the misses first, then those hit."""
    analysed = [each for each in scores if not each.unavailable]
    for each in sorted(analysed, key=lambda each: (bool(each.shown), bool(each.hits), each.hit_and_silent)):
        fix, verdict = each.fix, _verdict(each)
        lines = ", ".join(map(str, fix.lines_before))
        yield f"\n{verdict}: {fix.id} [{fix.category}] {fix.path}, {fix.func}, lines {lines}"
        yield f"  {fix.why}"
        yield from (f"  before: {_shown(report)}" for report in each.shown)
        yield from (f"  after:  {_shown(report)}" for report in each.lasting)
        inside = [report for report in each.nearby if _lies_in(report, fix.func)]
        yield from (f"  in the function: {_shown(report)}" for report in inside)
        yield from (f"  in the file: {_shown(report)}" for report in each.nearby if report not in inside)


def _verdict(score: Score) -> str:
    word = "hit" if score.hits else "shown"
    silent = score.hit_and_silent if score.hits else score.shown_and_silent
    return "MISS" if not score.shown else f"{word} and silent" if silent else word


def _shown(report: Report) -> str:
    """Return a finding as one line."""
    sure = report.confidence.name.lower()
    return f"{report.line}: {report.rule} ({sure}) in {report.function or 'no function'}: {report.message}"


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the parsed options."""
    parser = argparse.ArgumentParser(description="Score golint-sched on real fixes.")
    parser.add_argument("fixes", type=Path, metavar="FIXES.jsonl", help="the fixes, one JSON object a line")
    parser.add_argument(
        "--repositories", type=Path, metavar="DIR", help="clones, bare or not, as owner+name or owner/name"
    )
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep the snapshots; later runs need no clones")
    parser.add_argument("--category", action="append", metavar="NAME", help="only these fixes; may be repeated")
    parser.add_argument("--select", default="", metavar="RULES", help="run only these, as golint-sched check --select")
    parser.add_argument(
        "--go-version", type=go_version, metavar="VERSION", help="of code that is older than modules, 1.22 for example"
    )
    parser.add_argument("--verbose", action="store_true", help="tell of each fix what was found, misses first")
    parser.add_argument("--markdown", action="store_true", help="write the table in Markdown")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes")
    chosen = parser.parse_args(arguments)
    try:
        chosen.fixes = read_fixes(chosen.fixes)
    except (OSError, KeyError, ValueError) as error:
        parser.error(f"the fixes cannot be read: {error!r}")
    if unknown := set(chosen.category or ()) - {fix.category for fix in chosen.fixes}:
        parser.error(f"no fix has the category {', '.join(sorted(unknown))}")
    return chosen


def _score_all(fixes: Sequence[Fix], setting: Setting, jobs: int) -> list[Score]:
    """Return the score of each fix, in their order."""
    if jobs <= 1:
        return [score(fix, setting) for fix in fixes]
    with ProcessPoolExecutor(jobs) as executor:
        return list(executor.map(partial(score, setting=setting), fixes))


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the fixes and print the table; return 1 if a part of the analysis failed."""
    chosen = _arguments(arguments)
    wanted = [fix for fix in chosen.fixes if not chosen.category or fix.category in chosen.category]
    fixes = [fix for fix in wanted if not is_held_out(fix)]
    with tempfile.TemporaryDirectory() as temporary:
        setting = Setting(
            cache=(chosen.cache or Path(temporary)).absolute(),
            repositories=chosen.repositories.absolute() if chosen.repositories else None,
            select=tuple(filter(None, re.split(r"[,\s]+", chosen.select))),
            nearby=chosen.verbose,
            go_version=chosen.go_version,
        )
        scores = _score_all(fixes, setting, chosen.jobs)

    if chosen.verbose:
        print("\n".join(details(scores)), end="\n\n")
    print("\n".join(table(tabulate(scores), markdown=chosen.markdown)))
    for each in scores:
        if each.unavailable:
            print(f"unavailable: {each.fix.id}: {each.unavailable}")
        for failure in each.failures:
            print(f"failed: {each.fix.id}: {failure}")
    print(f"held out, and not looked at: {len(wanted) - len(fixes)}")
    return int(any(each.failures for each in scores))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except UsageError as error:
        sys.exit(f"bench: {error}")
