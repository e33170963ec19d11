"""The picture of a run for a page."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from golint_sched.finding import Act, Finding, Step
from golint_sched.report.svg import sequence_svg
from golint_sched.report.terminal import width
from tests.support.report_examples import ABANDONED, FETCH, HELPER, result, span

SVG = "{http://www.w3.org/2000/svg}"
CELL = 7.5


def parsed(finding: Finding = ABANDONED) -> ET.Element:
    return ET.fromstring(sequence_svg(finding, result(finding).sources, "run-1"))  # noqa: S314 -- our own


def boxes(picture: ET.Element) -> Iterator[tuple[float, float, float, float]]:
    """Yield left, top, right and bottom of everything that is drawn."""
    for text in picture.iter(f"{SVG}text"):
        x, y = float(text.attrib["x"]), float(text.attrib["y"])
        yield x, y - 10, x + width(text.text or "") * CELL, y + 3
    for circle in picture.iter(f"{SVG}circle"):
        x, y, r = (float(circle.attrib[key]) for key in ("cx", "cy", "r"))
        yield x - r, y - r, x + r, y + r


def test_it_is_xml_with_all_steps() -> None:
    texts = [text.text for text in parsed().iter(f"{SVG}text")]

    assert texts[:2] == ["First", "func1"]
    assert texts[2] == "1. starts a goroutine for each url (line 10)"
    assert texts[-1] == "4. sends its answer, and waits for ever (line 13)"


def test_those_who_do_not_see_it_are_told() -> None:
    picture = parsed()
    title, description = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")

    assert picture.attrib["role"] == "img"
    assert picture.attrib["aria-labelledby"] == "run-1-title run-1-desc"
    assert title is not None
    assert (title.attrib["id"], title.text) == ("run-1-title", ABANDONED.message)
    assert description is not None
    assert (description.text or "").endswith("4. func1: sends its answer, and waits for ever (line 13).")


def test_what_is_drawn_stays_inside_of_the_picture() -> None:
    long = replace(ABANDONED, steps=(*ABANDONED.steps, Step(ABANDONED.span, "word " * 60 + "x" * 200, "another one")))
    picture = parsed(long)
    _, _, wide, high = map(float, picture.attrib["viewBox"].split())

    for left, top, right, bottom in boxes(picture):
        assert left >= 0
        assert top >= 0
        assert right <= wide
        assert bottom <= high


def test_no_name_runs_into_the_next() -> None:
    lanes = ["main", "東京東京東京東京", "(*applicationServer).serveConnection", "b"]
    picture = parsed(replace(ABANDONED, steps=tuple(Step(ABANDONED.span, "x", lane) for lane in lanes)))
    names = [text for text in picture.iter(f"{SVG}text") if text.attrib.get("class") == "name"]
    edges = [(float(text.attrib["x"]), width(text.text or "") * CELL) for text in names]

    assert len(names) == 4
    assert all(x + wide < other for (x, wide), (other, _) in pairwise(edges))


def test_an_arrow_leads_from_the_starter_to_the_started() -> None:
    picture = parsed()
    (arrow,) = [path.attrib["d"] for path in picture.iter(f"{SVG}path") if path.attrib["class"] == "arrow"][:1]
    found = re.fullmatch(r"M([\d.]+) [\d.]+H([\d.]+)", arrow)

    assert found is not None
    assert float(found[1]) < float(found[2])


def test_what_waits_for_ever_is_marked() -> None:
    marks = [path for path in parsed().iter(f"{SVG}path") if path.attrib["class"] == "fault"]

    assert len(marks) == 1


def test_nothing_in_code_is_markup() -> None:
    evil = Step(span(FETCH, "go func() {"), "</text><script>alert(1)</script>\x00\udcff", "<b>&\x1b", Act.PANIC)
    text = sequence_svg(replace(ABANDONED, message="]]>&</title>", steps=(evil,)), result(ABANDONED).sources, 'a"><b')

    assert "<script" not in text
    assert "<b" not in text
    ET.fromstring(text)  # noqa: S314 -- our own


def test_lines_have_the_colour_of_the_text_around() -> None:
    text = sequence_svg(ABANDONED, result(ABANDONED).sources, "a")

    assert "stroke:currentColor" in text
    assert "fill:currentColor" in text
    assert "prefers-color-scheme:dark" in text


def test_its_style_concerns_nothing_else_of_the_page() -> None:
    style = parsed().find(f"{SVG}style")
    assert style is not None
    rules = re.sub(r"@media[^{]*{|}}", "", style.text or "")
    selectors = [part.strip() for several in re.findall(r"([^{}]+){", rules) for part in several.split(",")]

    assert selectors
    assert all(selector.startswith(".gls-run ") for selector in selectors)


def test_a_finding_without_steps_has_no_picture() -> None:
    assert sequence_svg(HELPER, result(HELPER).sources, "a") == ""
