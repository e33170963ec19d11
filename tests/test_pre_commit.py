"""The pre-commit hooks, as pre-commit itself runs them from a repository of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.cases import ROOT
from tests.support.sample import CLEAN, FAULT_ID, FAULT_LINE, write_module

pytestmark = pytest.mark.slow


def git(folder: Path, *arguments: str) -> str:
    """Return the output of git in `folder`, with a name to commit by and no settings from outside."""
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.test", "-c", "commit.gpgsign=false"]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", *identity, *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True, timeout=60
    ).stdout


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a git repository with the project as it now stands."""
    folder = tmp_path_factory.mktemp("hooks")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in listed.split("\0"):
        source = ROOT / name
        if name and source.is_file() and not name.startswith(("testdata/", "tests/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(source.read_bytes())
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "hooks")
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a git repository with a faulty Go module that is staged but not committed."""
    write_module(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    return tmp_path


def try_hook(hooks: Path, repository: Path, hook: str) -> subprocess.CompletedProcess[str]:
    """Return what `pre-commit try-repo` says of the staged files."""
    environment = {**os.environ, "PRE_COMMIT_HOME": str(hooks.parent / "pre-commit-home")}
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), hook, "--color", "never"]
    return subprocess.run(
        command, cwd=repository, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.mark.parametrize("hook", ["golint-sched", "golint-sched-full"])
def test_a_fault_in_a_staged_file_stops_the_commit(hooks: Path, repository: Path, hook: str) -> None:
    done = try_hook(hooks, repository, hook)

    assert done.returncode == 1, done.stdout + done.stderr
    assert FAULT_ID in done.stdout
    assert f"server.go:{FAULT_LINE}:" in done.stdout


@pytest.mark.parametrize("hook", ["golint-sched", "golint-sched-full"])
def test_clean_code_may_be_committed(hooks: Path, repository: Path, hook: str) -> None:
    write_module(repository, CLEAN)
    git(repository, "add", "-A")

    done = try_hook(hooks, repository, hook)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


def test_a_fault_in_another_package_does_not_stop_the_commit(hooks: Path, repository: Path) -> None:
    git(repository, "commit", "-q", "-m", "a fault that is already there")
    (repository / "clean").mkdir()
    (repository / "clean" / "clean.go").write_text("package clean\n\nfunc f() { go println() }\n", "utf-8")
    git(repository, "add", "-A")

    done = try_hook(hooks, repository, "golint-sched")

    assert done.returncode == 0, done.stdout + done.stderr
