"""The program: `golint-sched`, and `python -m golint_sched`."""

import sys

from golint_sched import __version__


def main() -> int:
    """Run the command line and return its exit code."""
    if sys.argv[1:] == ["--version"]:  # asked for by every hook and action; it needs no parser
        print(f"golint-sched {__version__}")  # noqa: T201 -- a part of the command line
        return 0
    from golint_sched.cli import run  # noqa: PLC0415 -- as above

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
