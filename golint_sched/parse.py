"""Bytes to syntax tree: the tree-sitter parser for Go, made once per process."""

import time
from functools import cache

import tree_sitter_go
from tree_sitter import Language, Parser, Point, Range, Tree

# The parser reports about every hundred of its operations. Go takes up to 25 reports a kilobyte, and next to none of
# them while it looks for a way out of an error; what is no Go takes many more, each as dear as ten of the others. Time
# is for what no count tells: Go takes half a second a megabyte, and a line of a million quotes takes twenty.
_UNLIMITED_SIZE = 256 << 10  # bytes; below, the worst that can come of it is seconds
_REPORTS = 4_000
_REPORTS_PER_KILOBYTE = 40
_REPORTS_IN_ERRORS = 2_000
_SECONDS = 3.0
_SECONDS_PER_MEGABYTE = 4.0
_CHUNK = 64 << 10


class NoGoError(Exception):
    """The parser was stopped: a large file is so unlike Go that guessing what was meant takes too long."""


@cache
def language() -> Language:
    """Return the Go grammar; the same object on every call."""
    return Language(tree_sitter_go.language())


@cache
def _parser() -> Parser:
    """Return the one parser of this process."""
    return Parser(language())


def parse(content: bytes) -> Tree:
    """Return the syntax tree of `content`, whatever it holds; faults are ERROR and MISSING nodes in it.

    Offsets in the tree count bytes of `content` from 0, a leading byte order mark included. Raises NoGoError
    where a large one keeps the parser busy with errors.
    """
    return _parser().parse(content) if len(content) <= _UNLIMITED_SIZE else _parse_within_limits(content)


def _parse_within_limits(content: bytes) -> Tree:
    """Return the tree of a large `content`; raises NoGoError."""
    reports = reports_in_errors = 0
    began = time.process_time()  # what others do on the machine must not count

    def is_hopeless(offset: int, in_error: bool) -> bool:
        nonlocal reports, reports_in_errors
        reports += 1
        reports_in_errors += in_error
        allowed = _REPORTS + _REPORTS_PER_KILOBYTE * offset // 1000
        seconds = _SECONDS + _SECONDS_PER_MEGABYTE * offset / 1_000_000
        too_many = reports > allowed or reports_in_errors > _REPORTS_IN_ERRORS
        return too_many or time.process_time() - began > seconds

    def read(offset: int, _point: Point) -> bytes:
        return content[offset : offset + _CHUNK]

    try:
        return _parser().parse(read, progress_callback=is_hopeless)
    except ValueError as error:
        _parser().reset()  # else the next parse would go on with this one
        raise NoGoError from error


def parse_range(content: bytes, start: int, end: int) -> Tree:
    """Return the tree of the bytes from `start` to `end` as if they were a file; its offsets are those of `content`.

    Lines and columns in it mean nothing. Raises nothing.
    """
    only = Range(start_point=Point(0, start), end_point=Point(0, end), start_byte=start, end_byte=end)
    return Parser(language(), included_ranges=[only]).parse(content)
