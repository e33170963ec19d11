"""The whole pipeline over packages, in one process and in several."""

from pathlib import Path

import pytest

from golint_sched.finding import Level
from golint_sched.result import Result
from golint_sched.scan import Request, scan
from tests.support.program import LEAKY, add_rule, write

MANY = 120  # packages, which is more than one process is used for


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a tree of many packages with one finding each, and return where rules can be put."""
    tree = tmp_path / "tree"
    write(tree, {f"p{n:03}/a.go": LEAKY.format(package=f"p{n}", name="f") for n in range(MANY)})
    monkeypatch.chdir(tree)
    return tmp_path / "rules"


def scanned(rules: Path, *paths: str, jobs: int = 1, packages_of: bool = False) -> Result:
    """Return the result of a scan with the rules in `rules`."""
    return scan(Request(paths=paths or (".",), rule_root=rules, jobs=jobs, packages_of=packages_of)).result


def failures(result: Result) -> list[str]:
    """Return what says that a part of the analysis is missing."""
    return [notification.text for notification in result.notifications if notification.failed]


def test_every_package_is_analysed_and_counted(many: Path) -> None:
    """Findings come sorted by path."""
    result = scanned(add_rule(many))

    assert [finding.span.path for finding in result.findings] == [f"p{n:03}/a.go" for n in range(MANY)]
    assert (result.files, result.packages) == (MANY, MANY)
    assert set(result.sources) == {finding.span.path for finding in result.findings}


def test_the_number_of_processes_changes_nothing(many: Path) -> None:
    """Byte for byte."""
    add_rule(many)

    assert repr(scanned(many, jobs=1)) == repr(scanned(many, jobs=2)) == repr(scanned(many, jobs=5))


def test_a_crash_of_one_rule_costs_only_its_own_findings(many: Path) -> None:
    """And is told with rule, package and reason."""
    add_rule(many)
    body = "yield 1 / 0 if package.name == 'p7' else RULE.at(spawn.span, 'm', label='l')"
    add_rule(many, id_="GLS298", name="broken", body=body)

    for jobs in (1, 2):
        result = scanned(many, jobs=jobs)

        assert len(result.findings) == MANY + MANY - 1
        (text,) = failures(result)
        assert text.startswith("rule GLS298 broken failed on package p7 in p007: ZeroDivisionError at rule.py:")


@pytest.mark.parametrize("exception", ["RecursionError", "MemoryError"])
def test_exhaustion_in_a_rule_is_a_crash_like_any_other(many: Path, exception: str) -> None:
    """They are not the end of the process."""
    body = f"raise {exception}\n            yield"
    add_rule(many, name="exhausting", body=body)
    add_rule(many, id_="GLS298", name="sound")

    result = scanned(many, "p001")

    assert len(result.findings) == 1
    assert [exception in text for text in failures(result)] == [True]


def test_a_process_that_is_killed_costs_only_its_own_package(many: Path) -> None:
    """The kernel kills who takes too much memory."""
    body = """import os, signal
            if package.name == 'p7':
                os.kill(os.getpid(), signal.SIGKILL)
            yield RULE.at(spawn.span, 'm', label='l')"""
    add_rule(many, body=body)

    result = scanned(many, jobs=2)

    assert len(result.findings) == MANY - 1
    assert failures(result) == ["p007: not analysed: its process was killed by SIGKILL"]


def test_a_package_that_kills_its_process_once_is_tried_again(many: Path, tmp_path: Path) -> None:
    """It may have been the neighbours' memory."""
    mark = tmp_path / "mark"
    body = f"""import os, pathlib
            if package.name == 'p7' and not pathlib.Path({str(mark)!r}).exists():
                pathlib.Path({str(mark)!r}).touch()
                os._exit(9)
            yield RULE.at(spawn.span, 'm', label='l')"""
    add_rule(many, body=body)

    result = scanned(many, jobs=2)

    assert mark.exists()
    assert len(result.findings) == MANY
    assert not failures(result)


def test_a_named_file_hides_the_findings_of_its_neighbours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are counted, and what the neighbours declare is known."""
    write(tmp_path / "p", {f"{n}.go": LEAKY.format(package="p", name=n).partition("\nfunc run")[0] for n in "ab"})
    monkeypatch.chdir(tmp_path)

    result = scanned(add_rule(tmp_path / "rules"), "p/a.go")

    assert [finding.span.path for finding in result.findings] == ["p/a.go"]
    assert result.hidden.outside_request == 1


def test_packages_of_files_show_what_touches_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change in one file can cause a finding in another."""
    write(tmp_path / "p", {"a.go": "package p\n\nfunc run() {}\n", "b.go": "package p\n\nfunc f() {\n\tgo run()\n}\n"})
    monkeypatch.chdir(tmp_path)
    body = """from golint_sched.finding import Site
            sites = tuple(Site(each.span, 'runs this') for each in package.functions if each.name == 'run')
            yield RULE.at(spawn.span, 'm', label='l', sites=sites)"""
    rules = add_rule(tmp_path / "rules", body=body)

    assert [finding.span.path for finding in scanned(rules, "p/a.go", packages_of=True).findings] == ["p/b.go"]
    assert not scanned(rules, "p/a.go").findings


def test_generated_code_is_known_but_nothing_is_reported_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can change it."""
    head = "// Code generated by x. DO NOT EDIT.\n\n"
    write(tmp_path / "p", {"a.go": head + LEAKY.format(package="p", name="a")})
    monkeypatch.chdir(tmp_path)

    result = scanned(add_rule(tmp_path / "rules"))

    assert not result.findings
    assert result.hidden.outside_request == 1


def test_sources_are_kept_only_where_something_points_to_them(many: Path) -> None:
    """The memory of a scan does not grow with the code but with the findings."""
    write(Path(), {"quiet/q.go": "package quiet\n\nfunc f() {}\n"})

    assert "quiet/q.go" not in scanned(add_rule(many)).sources


LIMIT = "yield limit_reached(function.key, function.name_span)"


def test_functions_with_too_many_runs_are_named_once_whatever_the_rules(many: Path) -> None:
    """Rules that share an engine reach its bound together; what they found stands."""
    add_rule(many, body=f'{LIMIT}; yield RULE.at(spawn.span, "m", label="l")')
    add_rule(many, id_="GLS298", name="another", body=LIMIT)

    result = scanned(many, "p001", "p002")

    assert [(each.text, each.span and each.span.path, each.level) for each in result.notifications] == [
        ("f has too many runs to follow them all: findings may be missing", f"{folder}/a.go", Level.NOTE)
        for folder in ("p001", "p002")
    ]
    assert len(result.findings) == 2


def test_bounds_reached_outside_of_the_request_are_not_told(many: Path) -> None:
    """The other files of the package are only read along."""
    add_rule(many, body=LIMIT)
    write(Path("p001"), {"b.go": LEAKY.format(package="p1", name="g")})

    assert [each.text.split()[0] for each in scanned(many, "p001/b.go").notifications] == ["g"]
