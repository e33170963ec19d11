"""The parser: any bytes give a tree whose offsets are those of the bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golint_sched.parse import NoGoError, language, parse, parse_range


def test_the_grammar_is_made_once() -> None:
    assert language() is language()


def test_valid_source_has_no_error() -> None:
    assert not parse(b"package p\n\nfunc f() {}\n").root_node.has_error


def test_a_byte_order_mark_counts_in_the_offsets() -> None:
    package = parse(b"\xef\xbb\xbfpackage p\n").root_node.named_children[0]
    assert (package.type, package.start_byte) == ("package_clause", 3)


def test_a_range_is_parsed_alone_with_the_offsets_of_the_file() -> None:
    content = b"func broken( {\nfunc whole() {}\nfunc broken( {\n"
    root = parse_range(content, 15, 31).root_node
    assert [(node.type, node.start_byte) for node in root.named_children] == [("function_declaration", 15)]
    assert not root.has_error


def test_a_range_leaves_the_next_parse_whole() -> None:
    parse_range(b"package p\nfunc f() {}\n", 10, 22)
    assert len(parse(b"package p\nfunc f() {}\n").root_node.named_children) == 2


def test_a_large_file_is_parsed_as_a_small_one_is() -> None:
    content = b"package p\n" + b"func f(c chan int) {\n\tgo func() { c <- 1 }()\n}\n" * 10_000
    root = parse(content).root_node
    assert not root.has_error
    assert (root.named_child_count, root.end_byte) == (10_001, len(content))


def test_a_file_given_up_leaves_the_next_parse_whole() -> None:
    with pytest.raises(NoGoError):
        parse(b"package p\n" + b"} go ( select { := <- ) case [ \n" * 60_000)
    assert not parse(b"package p\nfunc f() {}\n").root_node.has_error


@given(st.binary(max_size=200))
def test_any_bytes_are_parsed(content: bytes) -> None:
    assert parse(content).root_node.end_byte <= len(content)
