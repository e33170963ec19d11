"""Text for terminals: what may be printed, how wide it is, and its colours."""

import unicodedata
from enum import Enum
from functools import lru_cache

TAB_WIDTH = 4

_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F
_UNPRINTABLE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


class Style(Enum):
    """An ANSI "select graphic rendition" sequence, by what it is used for."""

    PLAIN = ""
    STRONG = "\x1b[1m"
    ERROR = "\x1b[1;31m"
    WARNING = "\x1b[1;33m"
    NOTE = "\x1b[1;36m"
    HELP = "\x1b[1;32m"
    FRAME = "\x1b[1;34m"


_RESET = "\x1b[0m"


def paint(text: str, style: Style, *, color: bool) -> str:
    """Return `text` in `style`, or as it is without `color`."""
    return f"{style.value}{text}{_RESET}" if color and text and style is not Style.PLAIN else text


@lru_cache(maxsize=4096)
def shown(character: str) -> str:
    """Return what to print for one character of foreign text (tabs are the caller's business).

    Control characters become their Unicode pictures and invisible or reordering ones their code point, so that no
    source file can recolour the terminal, move its cursor, or show its text in another order.
    """
    code = ord(character)
    if code < ord(" "):
        return chr(_CONTROL_PICTURES + code)
    if code == _DELETE:
        return "\N{SYMBOL FOR DELETE}"
    if unicodedata.category(character) in _UNPRINTABLE:
        return f"<U+{code:04X}>"
    return character


def visible(text: str) -> str:
    """Return `text` with everything made visible that could act on the terminal; tabs and newlines become blanks."""
    return "".join(" " if character in "\t\r\n" else shown(character) for character in text)


@lru_cache(maxsize=4096)
def _character_width(character: str) -> int:
    """Return how many columns a printable character takes."""
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def width(text: str) -> int:
    """Return how many columns `text` takes; it must be `visible`."""
    return len(text) if text.isascii() else sum(map(_character_width, text))


def wrap(text: str, room: int) -> list[str]:
    """Return `text` as lines of at most `room` columns, broken at blanks; a longer word keeps a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and width(lines[-1]) + 1 + width(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def cells(line: str) -> list[str]:
    """Return what to print for each code point of a source line, with tabs expanded."""
    printed: list[str] = []
    column = 0
    for character in line:
        text = " " * (TAB_WIDTH - column % TAB_WIDTH) if character == "\t" else shown(character)
        column += width(text)
        printed.append(text)
    return printed
