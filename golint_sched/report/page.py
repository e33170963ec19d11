"""A rule's page (Markdown, wrapped for those who edit it) as other programs want to show it."""

import re
from collections.abc import Iterable, Iterator

_FENCE = re.compile(r"\s*(```+|~~~+)\s*(\w*)")
_STANDS_ALONE = re.compile(r"\s*(#{1,6}\s|\||<!--|\[[^\]]+\]:|([-*_]\s*){3,}$)")
_LIST_ITEM = re.compile(r"\s*([-*+]|\d+[.)])\s")
_INDENTED_CODE = re.compile(r" {4}|\t")
_EXPECTATION = re.compile(r"\s*// want(?:[+-]\d+)? .*")


def unwrapped(page: str) -> str:
    """Return the page with every paragraph and list item on one line; code blocks and tables stay as they are.

    GitHub shows each line end as a line break. The comments with which a code block says what the rule must report
    there (`// want …`) are for our tests, and are taken out.
    """
    return "\n".join(_unwrap(page.splitlines())).strip() + "\n"


def _unwrap(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of the unwrapped page."""
    paragraph = ""
    fence = ""
    is_go = False
    for line in lines:
        opening = _FENCE.match(line)
        if fence:
            if opening and opening[1].startswith(fence) and not opening[2]:
                fence = ""
            kept = _EXPECTATION.sub("", line) if is_go else line
            if kept or not line:
                yield kept
            continue
        quoted = line.lstrip().startswith(">")
        continues = bool(paragraph) and quoted == paragraph.lstrip().startswith(">")
        if opening or not line.strip() or _STANDS_ALONE.match(line) or (_INDENTED_CODE.match(line) and not paragraph):
            if paragraph:
                yield paragraph
            paragraph = ""
            fence, is_go = (opening[1], opening[2] == "go") if opening else ("", False)
            yield line.rstrip()
        elif continues and not _LIST_ITEM.match(line):
            paragraph += f" {line.strip().removeprefix('>').lstrip() if quoted else line.strip()}"
        else:
            if paragraph:
                yield paragraph
            paragraph = line.rstrip()
    if paragraph:
        yield paragraph


def first_paragraph(page: str) -> str:
    """Return the first paragraph below the page's title on one line, "" where there is none."""
    for line in _unwrap(page.splitlines()):
        if line.strip() and not line.startswith(("#", "<!--")):
            return line.strip()
    return ""
