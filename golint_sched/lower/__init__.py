"""Lower: from a Go file's bytes to the model. Only this package knows the syntax tree's node types."""

from golint_sched.lower.files import lower_file

__all__ = ["lower_file"]
