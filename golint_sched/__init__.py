"""golint-sched: a static analyzer for Go that finds goroutine leaks and scheduler hazards."""

__version__ = "0.1.0"
