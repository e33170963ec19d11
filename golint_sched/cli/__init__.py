"""The command line: the only package that prints, and where every failure becomes one sentence and an exit code.

Exit codes: 0 nothing at or above the threshold, 1 findings, 2 usage or configuration, 3 the analysis failed somewhere
and the rest is reported, 130 interrupted, 141 the reader of the output has gone.
"""

from golint_sched.cli.main import run

__all__ = ["run"]
