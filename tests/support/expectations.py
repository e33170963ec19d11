"""The marks in the comments of a Go case: what the analyzer must say there, and what the proof run must see."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

TOKEN = re.compile(
    r"""
      (?P<line>//[^\n]*)
    | (?P<block>/\*.*?\*/)
    | "(?:\\.|[^"\\\n])*"
    | `[^`]*`
    | '(?:\\.|[^'\\\n])+'
    """,
    re.VERBOSE | re.DOTALL,
)
_KEYWORD = re.compile(r"(want|wantlow|missed|falsealarm)([+-]\d+)?(?=[\s\"`]|$)")
_ALSO = re.compile(r"also((?:\s+GLS\d{3})+)\s*")
_QUOTED = re.compile(r'\s*(?:"(?P<escaped>(?:\\.|[^"\\])*)"|`(?P<raw>[^`]*)`)')
_NO_PROOF = re.compile(r"proof:none\b\s*(?P<reason>.*)")
_ESCAPE = re.compile(r"\\(.)")


class Kind(Enum):
    """What a mark claims about its line."""

    WANT = "want"
    WANT_LOW = "wantlow"
    MISSED = "missed"
    FALSE_ALARM = "falsealarm"


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim: a finding whose message matches `pattern` is, or is not, reported on the 1-based `line`."""

    line: int
    kind: Kind
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of one file.

    `also` holds (line, rule id) pairs at which another rule rightly reports. `blocks` are the lines that end in
    `// blocks here`. `unproven` is the reason given by `//proof:none`, "" where there is none.
    """

    marks: tuple[Mark, ...]
    also: frozenset[tuple[int, str]]
    blocks: tuple[int, ...]
    unproven: str


def comments(source: str) -> Iterator[tuple[int, str]]:
    """Yield the 1-based line and the text, without its markers, of every comment of a Go `source`, in order."""
    for token in TOKEN.finditer(source):
        line = source.count("\n", 0, token.start()) + 1
        if token["line"] is not None:
            yield line, token["line"][2:].strip()
        elif token["block"] is not None:
            yield line, token["block"][2:-2].strip()


def read_marks(source: str) -> Marks:
    """Return the marks of a Go `source`.

    Raises ValueError, naming the line, for a mark without a quoted pattern or with one that is no regular expression.
    """
    marks: list[Mark] = []
    also: set[tuple[int, str]] = set()
    blocks: list[int] = []
    unproven = ""
    for line, comment in comments(source):
        if match := _NO_PROOF.match(comment):
            unproven = match["reason"]
            if not unproven:
                message = f"line {line}: proof:none must say why"
                raise ValueError(message)
        text = comment
        while text:
            if text.startswith("blocks here"):
                blocks.append(line)
                text = text.removeprefix("blocks here").lstrip(" /")
            elif match := _ALSO.match(text):
                also.update((line, rule_id) for rule_id in match[1].split())
                text = text[match.end() :].lstrip(" /")
            elif match := _KEYWORD.match(text):
                kind, target = Kind(match[1]), line + int(match[2] or 0)
                patterns, text = _read_patterns(text[match.end() :], line)
                if not patterns and kind is Kind.WANT:
                    message = f"line {line}: a want needs a quoted pattern"
                    raise ValueError(message)
                marks += [Mark(target, kind, pattern) for pattern in patterns]
                if not patterns:
                    break
            else:
                break
    return Marks(tuple(marks), frozenset(also), tuple(blocks), unproven)


def _read_patterns(text: str, line: int) -> tuple[list[re.Pattern[str]], str]:
    """Return the quoted patterns at the head of `text` and what stands after them and after a further `//`."""
    patterns: list[re.Pattern[str]] = []
    while match := _QUOTED.match(text):
        quoted = match["raw"] if match["raw"] is not None else _ESCAPE.sub(_unescape, match["escaped"])
        try:
            patterns.append(re.compile(quoted))
        except re.error as error:
            message = f"line {line}: {quoted!r} is no regular expression: {error}"
            raise ValueError(message) from error
        text = text[match.end() :]
    return patterns, text.lstrip(" /")


def _unescape(match: re.Match[str]) -> str:
    """Return what an escape of an interpreted Go string stands for, as far as patterns need it."""
    return match[1] if match[1] in '\\"' else match[0]
