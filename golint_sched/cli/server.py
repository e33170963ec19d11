"""The command `server`: a language server on standard input and output."""

import argparse
import os
import signal
import sys

from golint_sched.cli import terminal
from golint_sched.cli.check import rule_request
from golint_sched.errors import UsageError

_CLIENT_LOST = 1


def server(chosen: argparse.Namespace) -> int:
    """Serve the client that started the program until it leaves; raises UsageError where that cannot begin."""
    try:
        from golint_sched.server import serve  # noqa: PLC0415 -- the one command that needs the extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        text = "the server needs pygls, which is not there: install golint-sched[lsp]"
        raise UsageError(text) from error
    if sys.stdin is None or sys.stdout is None:
        text = "the server talks with an editor over standard input and output, and one of them is closed"
        raise UsageError(text)
    request = rule_request(chosen)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # pygls would wait for one more line of its input
    # The client reads every byte of standard output, so nothing else may write there.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as to_client:
        terminal.abandon_stdout()
        return 0 if serve(request, sys.stdin.buffer, to_client) else _CLIENT_LOST
