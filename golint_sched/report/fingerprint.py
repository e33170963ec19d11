"""Fingerprints: what makes a finding the same one after the code around it has moved."""

import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate

from golint_sched.finding import Finding
from golint_sched.report.places import readable
from golint_sched.result import Result
from golint_sched.source import SourceFile, Span

_BLOCK = 100
_BASE = 37
_MASK = (1 << 64) - 1
_FIRST_POWER = pow(_BASE, _BLOCK, 1 << 64)
_END_OF_FILE = 0xFFFF
_LINE_FEED = 0x0A
_UTF_16 = f"utf-16-{sys.byteorder[0]}e"


def line_hashes(content: bytes) -> list[str]:
    """Return GitHub's `primaryLocationLineHash` for each line of a file, the first line first.

    The hash of a line is a polynomial in base 37, modulo 2 to the 64th, over the 100 UTF-16 code units that follow the
    line's start. Spaces and tabs do not count, every line ending is one line feed, and the file's end is 0xFFFF and
    then zeros. Equal hashes of a file are numbered from 1. A lone carriage return ends a line here, so that lines may
    differ from those of `SourceFile` in a file that has one.
    """
    text = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    encoded = text.translate({ord(" "): None, ord("\t"): None}).encode(_UTF_16)
    units = [*memoryview(encoded).cast("H"), _END_OF_FILE]
    starts = [0, *(index + 1 for index, unit in enumerate(units) if unit == _LINE_FEED)]
    sums = list(accumulate(units + [0] * _BLOCK, lambda total, unit: (total * _BASE + unit) & _MASK, initial=0))
    seen: Counter[str] = Counter()
    hashes = []
    for start in starts:
        value = f"{(sums[start + _BLOCK] - sums[start] * _FIRST_POWER) & _MASK:x}"
        seen[value] += 1
        hashes.append(f"{value}:{seen[value]}")
    return hashes


def flow_fingerprints(result: Result) -> list[str]:
    """Return our own fingerprint for each finding of the result, in its order.

    It is made of the rule, the path from the repository's root, the enclosing function, and the text of the lines of
    the primary place and of every site with its blanks evened out; line numbers are no part of it. Findings that agree
    in all of it are numbered from 1.
    """
    seen: defaultdict[str, int] = defaultdict(int)
    prints = []
    for finding in result.findings:
        digest = hashlib.sha256("\0".join(_ingredients(finding, result)).encode()).hexdigest()[:32]
        seen[digest] += 1
        prints.append(f"{digest}:{seen[digest]}")
    return prints


def _ingredients(finding: Finding, result: Result) -> Sequence[str]:
    """Return the texts that a flow fingerprint is made of."""
    sites = sorted({_where(site.span, result) for site in finding.sites})
    return [finding.rule_id, finding.function, _where(finding.span, result), *sites]


def _where(span: Span, result: Result) -> str:
    """Return the path and the line of a span, as they stay when the file is moved about inside."""
    source = result.sources.get(span.path) or SourceFile(span.path, b"")
    text = " ".join(source.line_text(source.line_number(span.start)).split())
    return f"{readable(result.repository_path(span.path))}\n{text}"
