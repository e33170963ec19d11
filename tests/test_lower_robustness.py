"""Lower on bad input: it never raises, tells what it leaves out, and leaves out no more than it must."""

import dataclasses
import pickle
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golint_sched.lower import lower_file
from golint_sched.model.expressions import Name, Variable
from golint_sched.model.functions import File
from golint_sched.model.statements import Assign, Broken
from golint_sched.source import Span

SOURCE = b"""// Package p does things.
package p

import (
	"context"
	alias "net/http"
	. "strings"
)

type Server[K comparable, V any] struct {
	*alias.Server
	jobs, done chan V
	cache map[K][]*V `json:"x"`
}

const (
	first = iota
	second
)

var handler = func(w alias.ResponseWriter, r *alias.Request) { w.WriteHeader(1 + 2*3) }

// Run runs.
func (s *Server[K, V]) Run(ctx context.Context, names ...string) (err error) {
	defer close(s.done)
	type local struct{ n int }
	for i, name := range names {
		go func() {
			select {
			case job, ok := <-s.jobs:
				_, _ = job, ok
			case <-ctx.Done():
				return
			default:
			}
			println(i, name, local{n: i})
		}()
	}
loop:
	for n := 0; n < 3; n++ {
		switch x := any(n).(type) {
		case int, nil:
			continue loop
		case *Server[string, int]:
			x.jobs <- 1
		}
		if v, err := make(chan int, n), err; err != nil {
			return err
		} else if v == nil {
			break loop
		}
	}
	switch n := len(names); {
	case n > 1:
		fallthrough
	case n < 0:
		goto end
	}
end:
	return Map[int](s.cache)
}

func external(int, ...string) (_ int, _ error)
"""


def parts(value: object) -> Iterator[object]:
    """Yield `value` and all that the model holds below it."""
    pending = [value]
    while pending:
        current = pending.pop()
        yield current
        if isinstance(current, Span):
            continue
        if dataclasses.is_dataclass(current):
            pending.extend(getattr(current, field.name) for field in dataclasses.fields(current))
        elif isinstance(current, tuple):
            pending.extend(current)


def check(content: bytes) -> File:
    """Lower `content` and check what must hold for any bytes."""
    file = lower_file("p.go", content)
    for part in parts(file):
        if isinstance(part, Span):
            assert part.path == "p.go"
            assert 0 <= part.start <= part.end <= len(content)
        elif isinstance(part, Variable) and part.name:
            assert content[part.span.start : part.span.end].decode("utf-8", "replace") == part.name
        elif isinstance(part, Name):
            assert part.variable.name == part.name
    return file


def in_function(body: bytes) -> bytes:
    return b"package p\nfunc f() {\n" + body + b"\n}\nfunc g() {}\n"


def test_the_source_that_is_mutated_is_valid() -> None:
    assert check(SOURCE).notifications == ()


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, len(SOURCE)),
    st.integers(0, 80),
    st.sampled_from([b"", b"{", b"}", b"(", b"\0", b"\xff", b"go ", b"<-"]),
)
def test_a_damaged_file_never_raises(at: int, length: int, put: bytes) -> None:
    check(SOURCE[:at] + put + SOURCE[at + length :])


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(SOURCE)), st.integers(0, len(SOURCE)))
def test_a_slice_of_a_file_never_raises(start: int, end: int) -> None:
    check(SOURCE[start:end])


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_never_raise(content: bytes) -> None:
    check(content)


@settings(deadline=None)
@given(st.lists(st.sampled_from(SOURCE.split()), max_size=60))
def test_shuffled_words_never_raise(words: list[bytes]) -> None:
    check(in_function(b" ".join(words)))


MANY = 10_000


@pytest.mark.parametrize(
    "body",
    [
        b"x := " + b"(" * MANY + b"1" + b")" * MANY,
        b"{" * MANY + b"}" * MANY,
        b"if x {" * MANY + b"}" * MANY,
        b"if x {}" + b" else if x {}" * MANY,
        b"x := a" + b" + a" * 3000,
        b"x := a" + b" + (a" * MANY + b")" * MANY,
        b"x := a" + b".b()" * MANY,
        b"x := " + b"!" * MANY + b"a",
        b"x := []int" + b"{" * MANY + b"}" * MANY,
        b"x := " + b"a[" * MANY + b"1" + b"]" * MANY,
        b"go func() {" * MANY + b"}()" * MANY,
        b"switch { case x: " * MANY + b"}" * MANY,
        b"var x " + b"[]" * MANY + b"int",
        b"var x " + b"struct { a " * MANY + b"}" * MANY,
        b"var x " + b"func(" * MANY + b")" * MANY,
    ],
    ids=lambda body: repr(body[:24]),
)
def test_deep_nesting_costs_one_notification_and_stays_picklable(body: bytes) -> None:
    file = check(in_function(body))
    (notification,) = file.notifications
    assert "nesting too deep in function f" in notification.text
    assert [function.name for function in file.functions] == ["f", "g"]
    pickle.dumps(file)


def test_a_text_of_a_thousand_lines_is_no_deep_nesting() -> None:
    file = check(in_function(b'x := "a"' + b' +\n"b"' * 1000))
    assert file.notifications == ()


@pytest.mark.parametrize("body", [b"(" * MANY, b"{" * MANY, b"[" * MANY, b'"' * 3, b"`"])
def test_what_is_never_closed_is_notified(body: bytes) -> None:
    assert check(in_function(body)).notifications


@pytest.mark.parametrize("content", [b"", b"\0" * 1000, b"\x7fELF" + bytes(range(256)) * 20, b"func f() {}", b"// x"])
def test_a_file_without_a_package_clause_gets_one_notification(content: bytes) -> None:
    file = check(content)
    assert file.package == ""
    assert [notification.text for notification in file.notifications] == ["no package clause: not analysed as Go"]


def test_a_byte_order_mark_and_crlf_change_nothing() -> None:
    file = check(b"\xef\xbb\xbf" + SOURCE.replace(b"\n", b"\r\n"))
    assert file.notifications == ()
    assert [function.key for function in file.functions] == [function.key for function in check(SOURCE).functions]


def test_invalid_utf8_in_a_string_changes_nothing() -> None:
    assert check(in_function(b'x := "\xff\xfe"')).notifications == ()


def test_an_error_costs_its_statement_and_marks_its_function() -> None:
    content = in_function(b"\ta := 1\n\tb := := 2\n\tc := 3\n")
    file = check(content)
    (notification,) = file.notifications
    assert "in function f" in notification.text
    assert not notification.failed
    body = file.functions[0].body
    assert body is not None
    function = file.functions[0].span
    assert notification.span is not None
    assert function.start <= notification.span.start < function.end
    assert [type(statement) for statement in body.statements][:1] == [Assign]
    assert any(isinstance(statement, Broken) for statement in body.statements)


def test_an_error_in_a_literal_leaves_the_statements_around_it() -> None:
    file = check(in_function(b"\ta := 1\n\tgo func() {\n\t\tb := := 2\n\t}()\n\tc := 3\n"))
    body = file.functions[0].body
    assert body is not None
    assert [type(statement).__name__ for statement in body.statements] == ["Assign", "Go", "Assign"]


def test_an_error_in_a_signature_costs_that_function_only() -> None:
    file = check(b"package p\nfunc f() {}\nfunc broken(a b c) {}\nfunc g() {}\n")
    assert [function.key for function in file.functions] == ["f", "g"]
    assert [notification.text for notification in file.notifications] == [
        "syntax error in function broken: not analysed"
    ]


def test_a_brace_too_few_costs_that_function_only() -> None:
    file = check(b"package p\n\nfunc f() {\n\tif x {\n\ta()\n}\n\nfunc g() {}\n\nfunc h() {}\n")
    assert [function.key for function in file.functions][-2:] == ["g", "h"]
    assert file.notifications


def test_an_error_in_one_type_leaves_the_others() -> None:
    file = check(b"package p\ntype A int\ntype B struct { x y z }\ntype C int\n")
    assert [declared.name for declared in file.types] == ["A", "C"]
    assert len(file.notifications) == 1


def test_an_error_in_an_unwanted_body_is_silent() -> None:
    file = lower_file("p.go", in_function(b"\tb := := 2\n"), wanted=lambda _body: False)
    assert file.notifications == ()
    assert [function.body for function in file.functions] == [None, None]


def test_go_without_a_call_is_broken_and_notified() -> None:
    file = check(in_function(b"\tgo x\n"))
    assert "no call after go" in file.notifications[0].text


def test_new_of_a_value_is_read_though_the_grammar_lacks_it() -> None:
    file = check(b'package p\nvar a = new("text")\nfunc f() { b := new(g(1)); _ = new([]int); _ = b }\n')
    assert file.notifications == ()
    assert len(file.functions) == 1


def test_a_generic_method_is_read_though_the_grammar_lacks_it() -> None:
    file = check(b"package p\nfunc (m *M[K]) To[V any, W ~[]V](v V, k K) W { return nil }\nfunc g() {}\n")
    assert file.notifications == ()
    assert [function.key for function in file.functions] == ["(*M).To", "g"]
    assert repr(file.functions[0].type.parameters) == "(TypeParameter(name='V'), TypeParameter(name='K'))"


def test_a_group_in_one_line_is_read_though_the_grammar_lacks_it() -> None:
    file = check(b"package p\nvar (a = 1; b = 2)\nconst (c = 1; d = 2)\n")
    assert file.notifications == ()
    assert [value.variables[0].name for value in file.values] == ["a", "b", "c", "d"]
