"""Worker processes that are started afresh, as on macOS and Windows."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAM = """
import sys
sys.path.insert(0, {root!r})
from golint_sched import pool

pool._FORKS = False

if __name__ == "__main__":
    print(sorted(pool.run(abs, [-1, -2, 3], 2, died=lambda task, how: 0)))
"""


def test_a_fresh_process_imports_nothing_from_the_directory_it_stands_in(tmp_path: Path) -> None:
    """A repository with a module called like one of Python's own must not get it run."""
    program = tmp_path / "program" / "main.py"
    program.parent.mkdir()
    program.write_text(PROGRAM.format(root=str(ROOT)), "utf-8")
    analysed = tmp_path / "analysed"
    analysed.mkdir()
    (analysed / "multiprocessing.py").write_text("raise SystemExit('run by the analyzer')", "utf-8")

    done = subprocess.run(
        [sys.executable, str(program)], cwd=analysed, capture_output=True, text=True, check=False, timeout=60
    )

    assert (done.stdout, done.stderr) == ("[(0, 1), (1, 2), (2, 3)]\n", "")
