"""The language server: what `check` finds, in an editor, while the code is being written.

This is the only package that knows pygls and the protocol's types (`pip install 'golint-sched[lsp]'`).
"""

from golint_sched.server.app import serve

__all__ = ["serve"]
