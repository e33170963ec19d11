"""What the user may choose about a report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """Choices that change how a result looks, never what is in it.

    `color` asks for ANSI colours. `width` is the room in terminal columns, 0 for no limit. `verbosity` is 0 by
    default, less for findings alone, more for details that are not needed to understand a finding. `statistics`
    adds counts per rule. `sarif_category` becomes the category of the SARIF run, "" leaves it to whoever uploads.
    `source_url` is the address under which the repository's files can be read at this commit
    (`https://github.com/owner/name/blob/<commit>`), "" for no links. `explain_run` draws the steps of a finding as a
    picture with a lane for each goroutine; `boxes` says that whoever shows the text has box-drawing characters.
    """

    color: bool = False
    width: int = 100
    verbosity: int = 0
    statistics: bool = False
    sarif_category: str = ""
    source_url: str = ""
    explain_run: bool = False
    boxes: bool = True
