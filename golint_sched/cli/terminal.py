"""Standard output and standard error: writing, colour, width, and what to do when they fail."""

import os
import sys
from typing import TextIO

from golint_sched.errors import OutputError

_PIPE_WIDTH = 100
_UNKNOWN_WIDTH = 80  # a terminal that says 0 columns, as the one that a hook runner makes


def say(text: str) -> None:
    """Write `text` to standard output; raises BrokenPipeError, or OutputError where it does not take the text."""
    if sys.stdout is None:  # closed by the caller
        return
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")  # a file name need not be encodable
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"standard output: {error.strerror}"
        raise OutputError(message) from error


def flush() -> None:
    """Write out what argparse or others may have left in standard output."""
    say("")


def complain(text: str) -> None:
    """Write one message to standard error, where there is one."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"golint-sched: {text}\n")
        sys.stderr.flush()
    except OSError:
        pass  # nobody is left to be told


def show_traceback() -> None:
    """Write the traceback of the exception that is being handled to standard error."""
    import traceback  # noqa: PLC0415 -- for a fault of ours

    if sys.stderr is not None:
        sys.stderr.write(traceback.format_exc())


def abandon_stdout() -> None:
    """Point standard output nowhere, so that the interpreter's own flush at its end stays quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def wants_color(choice: str, stream: TextIO | None) -> bool:
    """Return whether to colour `stream`: the option, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def can_show(characters: str, stream: TextIO | None) -> bool:
    """Tell whether the encoding of `stream` has all of the characters."""
    try:
        characters.encode(getattr(stream, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def width(stream: TextIO | None) -> int:
    """Return the columns of `stream`; a pipe gets a fixed number, so that its bytes are the same everywhere."""
    if stream is None or not stream.isatty():
        return _PIPE_WIDTH
    try:
        return os.get_terminal_size(stream.fileno()).columns or _UNKNOWN_WIDTH
    except (OSError, ValueError):
        return _UNKNOWN_WIDTH
