"""Reports in files: written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from golint_sched.errors import OutputError, UsageError


def check_target(path: str) -> None:
    """Raise UsageError where `path` cannot become a file, before any time is spent on what it should hold."""
    target = Path(path).absolute()
    if target.is_dir():
        reason = "is a directory"
    elif not target.parent.is_dir():
        reason = f"{target.parent} is no directory"
    elif not os.access(target if target.exists() else target.parent, os.W_OK):
        reason = "permission denied"
    else:
        return
    text = f"cannot write {path}: {reason}"
    raise UsageError(text)


def write_file(path: str, text: str) -> None:
    """Write `text` as UTF-8 to `path`; raises OutputError and leaves an old file as it was where that fails.

    What is no regular file (a device, a named pipe) is written to as it is.
    """
    content = text.encode("utf-8", "backslashreplace")
    target = Path(path).resolve()
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)
        else:
            _replace(target, content)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise OutputError(message) from error


def _replace(target: Path, content: bytes) -> None:
    """Put a new file in the place of `target` once it is complete."""
    partial = target.with_name(f"{target.name}.{os.getpid()}.partial")
    try:
        with partial.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(target)
    except OSError:
        with suppress(OSError):
            partial.unlink()
        raise
