"""A rule's page, for programs that show every line end as a line break."""

from golint_sched.report.page import first_paragraph, unwrapped
from tests.support.report_examples import RULES


def test_paragraphs_and_list_items_are_joined_and_code_and_tables_are_not() -> None:
    assert (
        unwrapped(RULES[0].page)
        == """\
# GLS201 abandoned-sender

A send that can be left without a receiver.

## Why it leaks

The goroutine waits for a receiver that has gone:

- it holds its stack and everything it points to
- for ever

## Example

```go
go func() {
	ch <- work()
}()
```

| Go | leaks |
|---|---|
| 1.21 | yes |
"""
    )


def test_a_line_that_only_says_what_is_expected_vanishes() -> None:
    assert unwrapped('```go\nx()\n// want+1 "y"\ny()\n```\n') == "```go\nx()\ny()\n```\n"


def test_other_code_blocks_keep_their_comments() -> None:
    page = "```text\n// want more\n\n\nend\n```\n"

    assert unwrapped(page) == page


def test_a_longer_fence_is_not_closed_by_a_shorter_one() -> None:
    page = "````\n```\nx\n```\ny\n````\n"

    assert unwrapped(page) == page


def test_quotes_are_joined() -> None:
    assert unwrapped("> one\n> two\n\nthree\nfour\n") == "> one two\n\nthree four\n"


def test_the_first_paragraph_stands_below_the_title() -> None:
    assert first_paragraph(RULES[0].page) == "A send that can be left without a receiver."
    assert first_paragraph("# Only a title\n") == ""
