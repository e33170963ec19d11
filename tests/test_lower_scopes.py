"""Scopes: every name means the variable, import or type that Go says it means there."""

import dataclasses

import pytest

from golint_sched.lower import lower_file
from golint_sched.model.expressions import (
    BuiltinName,
    Name,
    PackageName,
    QualifiedName,
    Selector,
    TypeExpression,
)
from golint_sched.model.functions import File
from golint_sched.source import Span

# In each text, every use(name) is looked at, in order. A digit says that the name means the variable that is declared
# at the name's occurrence of that number, counted from 0.
CASES: dict[str, tuple[str, list[int | str]]] = {
    "a parameter": ("func f(a int) { use(a) }", [0]),
    "a receiver": ("func (a T) f() { use(a) }", [0]),
    "a named result": ("func f() (a int) { use(a); return }", [0]),
    "a package variable": ("var a int\nfunc f() { use(a) }", ["package"]),
    "an inner block hides": ("func f(a int) { { a := 1; use(a) }; use(a) }", [1, 0]),
    "a declaration begins after its value": ("func f(a int) { { a := use(a); use(a) } }", [0, 1]),
    "a var begins after its value": ("func f(a int) { { var a = use(a); use(a) } }", [0, 1]),
    ":= takes an old variable of the same scope": ("func f() { a := 1; a, b := 2, 3; use(a); _ = b }", [0]),
    ":= makes a new variable in an inner scope": ("func f() { a := 1; if true { a, b := 2, 3; use(a); _ = b } }", [1]),
    ":= at the top takes a parameter": ("func f(a int) { a, b := 2, 3; use(a); _ = b }", [0]),
    "if": ("func f(a int) { if a := 1; a > 0 { use(a) } else { use(a) }; use(a) }", [1, 1, 0]),
    "for": ("func f(a int) { for a := 0; a < 1; a++ { use(a) }; use(a) }", [1, 0]),
    "range": ("func f(a int) { for a := range use(a) { use(a) } }", [0, 1]),
    "switch": ("func f(a int) { switch a := 1; { case true: a := 2; use(a); default: use(a) } }", [2, 1]),
    "type switch": ("func f(a any) { switch a := a.(type) { case int: use(a) }; use(a) }", [1, 0]),
    "select": ("func f(a chan int) { select { case a := <-a: use(a); default: use(a) } }", [1, 0]),
    "a closure captures": ("func f() { a := 1; go func() { use(a) }() }", [0]),
    "a closure's parameter hides": ("func f(a int) { func(a int) { use(a) }(a); use(a) }", [1, 0]),
    "a local hides an import": ("func f() { http := 1; use(http) }", [0]),
    "a local hides a builtin": ("func f() { len := 1; use(len) }", [0]),
    "a local hides nil": ("func f() { nil := 1; use(nil) }", [0]),
    "a label is no variable": ("func f(a int) {\na:\nfor { break a }\nuse(a)\n}", [0]),
}


def uses(file: File) -> list[object]:
    """Return the argument of every `use(…)`, in order."""
    found: dict[int, object] = {}
    pending: list[object] = [file.functions, file.values]
    while pending:
        current = pending.pop()
        if isinstance(current, tuple) and not isinstance(current, Span):
            pending.extend(current)
        elif dataclasses.is_dataclass(current):
            function = getattr(current, "function", None)
            if isinstance(function, PackageName) and function.name == "use":
                found[function.span.start] = getattr(current, "arguments", (None,))[0]
            pending.extend(getattr(current, field.name) for field in dataclasses.fields(current))
    return [found[start] for start in sorted(found)]


def lower(text: str) -> tuple[File, bytes]:
    content = f'package p\nimport "net/http"\n{text}\n'.encode()
    file = lower_file("p.go", content)
    assert file.notifications == ()
    return file, content


@pytest.mark.parametrize("case", CASES)
def test_a_name_means_the_right_variable(case: str) -> None:
    text, expected = CASES[case]
    file, content = lower(text)
    for use, meaning in zip(uses(file), expected, strict=True):
        if isinstance(meaning, str):
            assert isinstance(use, PackageName)
            continue
        assert isinstance(use, Name)
        assert use.variable.span.start == occurrences(content, use.name)[meaning]


def occurrences(content: bytes, name: str) -> list[int]:
    """Return the offsets of the word `name` below the import."""
    word, found = name.encode(), []
    at = content.find(b"\nfunc") if b"\nvar" not in content else content.find(b"\nvar")
    while (at := content.find(word, at + 1)) != -1:
        around = content[at - 1 : at] + content[at + len(word) : at + len(word) + 1]
        if not any(chr(byte).isalnum() for byte in around):
            found.append(at)
    return found


def test_all_uses_of_a_variable_hold_the_same_object() -> None:
    file, _ = lower("func f(a int) { use(a); go func() { use(a) }() }")
    first, second = uses(file)
    assert isinstance(first, Name)
    assert isinstance(second, Name)
    assert first.variable is second.variable is file.functions[0].parameters[0]


def test_each_clause_of_a_type_switch_has_a_variable_of_its_own_type() -> None:
    file, _ = lower(
        "func f(a any) { switch b := a.(type) { case int: use(b); case string, bool: use(b); case nil: use(b) } }"
    )
    types = [use.variable.type for use in uses(file) if isinstance(use, Name)]
    assert [repr(type_) for type_ in types] == [
        "NamedType(package='builtin', name='int', arguments=())",
        "None",
        "None",
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("func f() { use(http.Get) }", QualifiedName),
        ("func f(http T) { use(http.Get) }", Selector),
        ("var http T\nfunc f() { use(http.Get) }", Selector),
        ("func f() { use(len) }", BuiltinName),
        ("func len() {}\nfunc f() { use(len) }", PackageName),
        ("func f() { use(int) }", TypeExpression),
        ("func f() { type a int; use(a) }", TypeExpression),
        ("func f[a any]() { use(a) }", TypeExpression),
        ("func (m *M[a]) f() { use(a) }", TypeExpression),
        ("func f() { { type a int }; use(a) }", PackageName),
        ("func f() { use(a) }\nfunc g(a int) {}", PackageName),
    ],
)
def test_what_kind_of_name_it_is(text: str, kind: type) -> None:
    file, _ = lower(text)
    assert [type(use) for use in uses(file)] == [kind]


def test_a_local_type_has_a_name_that_no_other_type_has() -> None:
    file, content = lower("func f() { type a struct { next *a }; use(a) }")
    name = f"a·{content.index(b'a struct')}"
    (declared,) = file.types
    assert declared.name == name
    assert name in repr(declared.type)
    (use,) = uses(file)
    assert isinstance(use, TypeExpression)
    assert name in repr(use.type)
