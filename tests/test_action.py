"""The GitHub action's script, run with the files and variables that a runner gives it."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.cases import ROOT
from tests.support.sample import CLEAN, FAULT_ID, FAULT_LINE, write_module

PROGRAM = Path(sys.executable).parent / "golint-sched"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run of the script left: its exit code, its log, its outputs and its job summary."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """Return a folder with the layout of a runner's temporary folder and files."""
    (tmp_path / "temp").mkdir()
    (tmp_path / "work").mkdir()
    (tmp_path / "output").touch()
    (tmp_path / "summary").touch()
    return tmp_path


def run_action(runner: Path, **inputs: str) -> Outcome:
    """Run the script as the step Check does; `inputs` overrides the defaults of the action's inputs."""
    given = {
        "paths": ".",
        "working_directory": ".",
        "select": "",
        "ignore": "",
        "min_confidence": "medium",
        "fail_on": "warning",
        "args": "",
        "annotations": "true",
        "summary": "true",
        "upload_sarif": "auto",
        "category": "golint-sched",
    } | inputs
    environment = {
        "PATH": os.environ["PATH"],
        "GOLINT_SCHED": str(PROGRAM),
        "RUNNER_TEMP": str(runner / "temp"),
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary"),
        "GITHUB_ACTIONS": "true",
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REPOSITORY": "owner/name",
        "GITHUB_SHA": "0" * 40,
        "FROM_FORK": given.pop("from_fork", ""),
        **{f"INPUT_{name.upper()}": value for name, value in given.items()},
    }
    done = subprocess.run(
        [ROOT / "action" / "check.sh"],
        cwd=runner / "work",
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    outputs = dict(line.split("=", 1) for line in (runner / "output").read_text().splitlines())
    return Outcome(done.returncode, done.stdout + done.stderr, outputs, (runner / "summary").read_text())


def test_a_finding_becomes_an_annotation_an_output_and_a_summary(runner: Path) -> None:
    write_module(runner / "work")

    outcome = run_action(runner)

    assert outcome.code == 0
    assert f"file=server.go,line={FAULT_LINE}" in outcome.log
    assert outcome.outputs["findings"] == "1"
    assert outcome.outputs["exit-code"] == "1"
    assert FAULT_ID in outcome.summary


def test_the_sarif_file_holds_the_finding_and_is_to_be_uploaded(runner: Path) -> None:
    write_module(runner / "work")

    outputs = run_action(runner).outputs

    (run,) = json.loads(Path(outputs["sarif-file"]).read_text("utf-8"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == [FAULT_ID]
    assert outputs["upload"] == "true"


def test_clean_code_passes(runner: Path) -> None:
    write_module(runner / "work", CLEAN)

    outputs = run_action(runner).outputs

    assert (outputs["findings"], outputs["exit-code"]) == ("0", "0")


@pytest.mark.parametrize("fail_on", ["never", "error"])
def test_a_finding_below_the_threshold_passes(runner: Path, fail_on: str) -> None:
    write_module(runner / "work")

    outputs = run_action(runner, fail_on=fail_on).outputs

    assert (outputs["findings"], outputs["exit-code"]) == ("1", "0")


def test_a_pull_request_from_a_fork_is_not_uploaded(runner: Path) -> None:
    write_module(runner / "work")

    assert run_action(runner, from_fork="true").outputs["upload"] == "false"


def test_an_upload_that_is_asked_for_is_tried_for_a_fork_too(runner: Path) -> None:
    write_module(runner / "work")

    assert run_action(runner, from_fork="true", upload_sarif="true").outputs["upload"] == "true"


def test_a_working_directory_and_paths_choose_what_is_analysed(runner: Path) -> None:
    for name in ("one", "two", "three 3"):
        (runner / "work" / "modules" / name).mkdir(parents=True)
        write_module(runner / "work" / "modules" / name)

    outcome = run_action(runner, working_directory="modules", paths="one\nthree 3\n")

    assert outcome.outputs["findings"] == "2"


def test_an_input_is_never_run_by_the_shell(runner: Path) -> None:
    write_module(runner / "work")
    hostile = "$(touch injected); `touch injected`"

    for name in ("paths", "select", "args", "category", "upload_sarif", "annotations", "fail_on"):
        run_action(runner, **{name: hostile})

    assert not list(runner.rglob("injected"))


def test_without_annotations_the_log_obeys_no_command_from_the_code(runner: Path) -> None:
    write_module(runner / "work")

    log = run_action(runner, annotations="false").log

    before, after = log.split("server.go:", 1)
    token = before.rsplit("::stop-commands::", 1)[1].strip()
    assert len(token) == 32
    assert f"::{token}::" in after


def test_no_summary_is_written_unless_wanted(runner: Path) -> None:
    write_module(runner / "work")

    assert run_action(runner, summary="false").summary == ""


def test_wrong_use_is_an_exit_code_that_says_so(runner: Path) -> None:
    write_module(runner / "work")

    outcome = run_action(runner, args="--no-such-option")

    assert outcome.outputs["exit-code"] == "2"
    assert outcome.outputs["upload"] == "false"


@pytest.mark.parametrize("name", ["annotations", "summary", "upload_sarif"])
def test_a_switch_that_is_neither_on_nor_off_is_refused(runner: Path, name: str) -> None:
    write_module(runner / "work")

    outcome = run_action(runner, **{name: "perhaps"})

    assert outcome.code == 2
    assert "not perhaps" in outcome.log


@pytest.mark.slow
def test_the_action_installs_itself_from_its_own_folder(runner: Path) -> None:
    environment = {
        **os.environ,
        "PYTHON": sys.executable,
        "RUNNER_TEMP": str(runner / "temp"),
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_ACTION_PATH": str(ROOT),
    }
    subprocess.run([ROOT / "action" / "install.sh"], env=environment, check=True, timeout=300)

    command = (runner / "output").read_text().strip().removeprefix("command=")
    assert subprocess.run([command, "rules"], capture_output=True, text=True, check=True).stdout
