"""Runs one command line; each command imports what it needs when it is chosen."""

from collections.abc import Sequence

from golint_sched.cli import terminal
from golint_sched.cli.arguments import parse
from golint_sched.errors import OutputError, UsageError

USAGE = 2
FAILED = 3
_INTERRUPTED = 130
_PIPE_CLOSED = 141


def run(arguments: Sequence[str]) -> int:
    """Return the exit code of the command line `arguments` (without the program's name)."""
    try:
        code = _dispatch(arguments)
        terminal.flush()
    except KeyboardInterrupt:
        terminal.complain("interrupted")
        code = _INTERRUPTED
    except BrokenPipeError:
        terminal.abandon_stdout()
        code = _PIPE_CLOSED
    except OutputError as error:
        terminal.complain(str(error))
        terminal.abandon_stdout()
        code = FAILED
    except UsageError as error:
        terminal.complain(str(error))
        code = USAGE
    except Exception as error:  # noqa: BLE001 -- uncaught, it would end with the exit code that means findings
        terminal.complain(f"internal error, please report it: {type(error).__name__}: {error}")
        if "-v" in arguments or "--verbose" in arguments:
            terminal.show_traceback()
        code = FAILED
    return code


def _dispatch(arguments: Sequence[str]) -> int:
    """Run the chosen command and return its exit code."""
    chosen = parse(arguments)
    if chosen.command == "check":
        from golint_sched.cli.check import check  # noqa: PLC0415 -- no command pays for another

        return check(chosen)
    if chosen.command == "server":
        from golint_sched.cli.server import server  # noqa: PLC0415 -- as above

        return server(chosen)
    from golint_sched.cli import catalogue  # noqa: PLC0415 -- as above

    return catalogue.explain(chosen.rule) if chosen.command == "explain" else catalogue.rules(chosen.format)
