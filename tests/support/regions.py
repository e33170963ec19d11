"""Which lines a Go statement or function covers, told from its braces alone."""

import re
from dataclasses import dataclass

from tests.support.expectations import TOKEN


@dataclass(frozen=True, slots=True)
class Block:
    """A pair of braces: the 1-based lines where its statement begins, where it opens and closes, and its head."""

    first: int
    opened: int
    last: int
    head: str


def blocks(source: str) -> list[Block]:
    """Return the brace pairs of a Go `source`, inner ones before those around them."""
    plain = TOKEN.sub(lambda token: re.sub(r"[^\n]", " ", token[0]), source)
    found: list[Block] = []
    pending: list[tuple[int, int, str]] = []
    line, first, head, depth = 1, 1, "", 0
    for character in plain:
        if character == "{":
            pending.append((first, line, head))
        elif character == "}" and pending:
            found.append(Block(*pending[-1][:2], line, pending.pop()[2]))
        depth += (character in "([") - (character in ")]")
        if character in "{};" or (character == "\n" and depth <= 0):
            head, depth = "", 0
        elif head or not character.isspace():
            first = first if head else line
            head += character
        line += character == "\n"
    return found


def statement_at(source: str, line: int) -> tuple[int, int]:
    """Return the first and last line of what begins on the 1-based `line`: the line itself, or the block it opens."""
    return line, max((block.last for block in blocks(source) if block.opened == line), default=line)


def function_around(source: str, line: int) -> tuple[int, int]:
    """Return the first and last line of the innermost function that covers the 1-based `line`, or the line itself."""
    for block in blocks(source):
        if block.first <= line <= block.last and re.search(r"\bfunc\b", block.head):
            return block.first, block.last
    return line, line
