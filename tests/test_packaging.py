"""Every way in which the program can be installed has the rules in it."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import golint_sched
from tests.support.cases import ROOT, rule_folders

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """Return the standard output of `command`; it fails the test if that fails."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the source distribution of the checkout."""
    folder = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "build", "--sdist", "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def wheel(sdist: Path) -> Path:
    """Return the wheel that is built from the source distribution alone."""
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", sdist.parent, sdist, cwd=sdist.parent)
    return next(sdist.parent.glob("*.whl"))


def test_the_wheel_holds_the_rules_inside_the_package_and_nothing_beside_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    for folder in rule_folders():
        assert f"golint_sched/rules/{folder.name}/rule.py" in names
        assert f"golint_sched/rules/{folder.name}/README.md" in names
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"golint_sched"}
    assert "golint_sched/py.typed" in names


def test_an_installed_wheel_lists_all_rules(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "environment", with_pip=True)
    programs = tmp_path / "environment" / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "-q", wheel, cwd=tmp_path)

    listed = run(programs / "golint-sched", "rules", cwd=tmp_path)

    for folder in rule_folders():
        assert folder.name.replace("_", "-") in listed


def test_a_bare_checkout_runs_without_being_installed() -> None:
    said = run(sys.executable, "-m", "golint_sched", "--version", cwd=ROOT)

    assert said.strip() == f"golint-sched {golint_sched.__version__}"
