"""What one run of a program costs."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and of CPU, the bytes of the largest process, and the exit code."""

    wall: float
    cpu: float
    peak: int
    code: int


def measure(command: Sequence[str | Path], *, cwd: Path | None = None) -> Cost:
    """Return what running `command` with its output thrown away costs, its children included."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _MAXRSS_UNIT, process.returncode)


def best(command: Sequence[str | Path], runs: int, *, cwd: Path | None = None) -> Cost:
    """Return the cost of the quickest of some `runs` of `command`."""
    return min((measure(command, cwd=cwd) for _ in range(runs)), key=lambda cost: cost.wall)
