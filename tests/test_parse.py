"""The parser: any bytes give a tree whose offsets are those of the bytes."""

from hypothesis import given
from hypothesis import strategies as st

from golint_sched.parse import language, parse, parse_range


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


@given(st.binary(max_size=200))
def test_any_bytes_are_parsed(content: bytes) -> None:
    assert parse(content).root_node.end_byte <= len(content)
