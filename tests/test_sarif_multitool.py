"""The SARIF reports of real runs, judged by Microsoft's validator with its rules for GitHub."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.cases import ROOT, TESTDATA
from tests.support.multitool import problems
from tests.support.sample import CLEAN, write_module

pytestmark = pytest.mark.slow


def write_report(folder: Path, report: Path) -> Path:
    """Analyse the Go code in `folder`, write SARIF to `report` and return it."""
    command = [sys.executable, "-m", "golint_sched", "check", str(folder), "--exit-zero"]
    done = subprocess.run(
        [*command, "--output", f"sarif={report}"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode in {0, 3}, done.stderr
    return report


def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    report = tmp_path / "report.sarif"
    report.write_text(json.dumps({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": []}]}))

    assert any(problem.startswith("GH") for problem in problems(report, tmp_path))


def test_the_findings_of_all_cases_make_a_valid_report(tmp_path: Path) -> None:
    code = tmp_path / "code"
    shutil.copytree(TESTDATA, code)
    report = write_report(code, tmp_path / "report.sarif")

    assert json.loads(report.read_text("utf-8"))["runs"][0]["results"]
    assert problems(report, tmp_path) == []


def test_a_report_without_findings_is_valid(tmp_path: Path) -> None:
    code = tmp_path / "code"
    code.mkdir()
    write_module(code, CLEAN)

    assert problems(write_report(code, tmp_path / "report.sarif"), tmp_path) == []


def test_a_report_on_code_that_does_not_parse_is_valid(tmp_path: Path) -> None:
    code = tmp_path / "code"
    code.mkdir()
    write_module(code)
    (code / "broken ä.go").write_bytes(b"package server\n\nfunc broken( { go f(\xff\n")

    assert problems(write_report(code, tmp_path / "report.sarif"), tmp_path) == []
