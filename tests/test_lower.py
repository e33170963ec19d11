"""Lower, construct by construct: what each piece of Go becomes in the model."""
# ruff: noqa: E501 -- one line a case, Go on the left and its model on the right, reads best unbroken

import dataclasses

import pytest

from golint_sched.lower import lower_file
from golint_sched.lower.comments import lowest_version
from golint_sched.lower.imports import assumed_name
from golint_sched.model.expressions import Variable
from golint_sched.model.functions import File, Function
from golint_sched.source import Span


def shape(value: object) -> str:
    """Return the model below `value` in words, without spans and empty parts; variables by name."""
    if isinstance(value, Span):
        return ""
    if isinstance(value, Variable):
        return f"${value.name}"
    if isinstance(value, Function):
        return value.key
    if isinstance(value, str):
        return repr(value) if value else ""
    if isinstance(value, tuple):
        inner = ", ".join(shape(item) or "_" for item in value)
        return f"[{inner}]" if inner else ""
    if dataclasses.is_dataclass(value):
        fields = (shape(getattr(value, field.name)) for field in dataclasses.fields(value))
        return f"{type(value).__name__}({', '.join(text for text in fields if text)})"
    return "" if value is None or value is False else str(value)


def lower(text: str) -> File:
    file = lower_file("p.go", text.encode())
    assert file.notifications == ()
    return file


def body(text: str, head: str = "") -> str:
    """Return the shape of the statements in a function with the parameters x, ch and s."""
    file = lower(f'package p\nimport "net/http"\n{head}\nfunc f(x int, ch chan int, s T) {{\n{text}\n}}\n')
    block = next(function for function in file.functions if function.name == "f").body
    assert block is not None
    return "; ".join(shape(statement) for statement in block.statements)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x", "Name('x', $x)"),
        ("((x))", "Name('x', $x)"),
        ("other", "PackageName('other')"),
        ("nil", "BuiltinName('nil')"),
        ("len(s)", "Call(BuiltinName('len'), [Name('s', $s)])"),
        ("http.Get", "QualifiedName('net/http', 'Get')"),
        ("s.a.b", "Selector(Selector(Name('s', $s), 'a'), 'b')"),
        ("g(s...)", "Call(PackageName('g'), [Name('s', $s)], True)"),
        ("g[int](x)", "Call(PackageName('g'), [Name('x', $x)], [NamedType('builtin', 'int')])"),
        ("g[int, T](x, 1)", "Call(PackageName('g'), [Name('x', $x), Constant('int', '1')], [NamedType('builtin', 'int'), NamedType('T')])"),
        ("http.Do[int](x)", "Call(QualifiedName('net/http', 'Do'), [Name('x', $x)], [NamedType('builtin', 'int')])"),
        ("s.handlers[x](x)", "Call(Index(Selector(Name('s', $s), 'handlers'), [Name('x', $x)]), [Name('x', $x)])"),
        ("s[other](x)", "Call(Index(Name('s', $s), [PackageName('other')]), [Name('x', $x)])"),
        ("others[x](x)", "Call(Index(PackageName('others'), [Name('x', $x)]), [Name('x', $x)])"),
        ("string(s)", "Call(TypeExpression(NamedType('builtin', 'string')), [Name('s', $s)])"),
        ("[]byte(s)", "Call(TypeExpression(SliceType(NamedType('builtin', 'byte'))), [Name('s', $s)])"),
        ("(*T)(nil)", "Call(TypeExpression(PointerType(NamedType('T'))), [BuiltinName('nil')])"),
        ("(*http.Server)(nil)", "Call(TypeExpression(PointerType(NamedType('net/http', 'Server'))), [BuiltinName('nil')])"),
        ("(*s).run", "Selector(Unary('*', Name('s', $s)), 'run')"),
        ("make(chan int, 3)", "Call(BuiltinName('make'), [TypeExpression(ChannelType(NamedType('builtin', 'int'), True, True)), Constant('int', '3')])"),
        ("new(T)", "Call(BuiltinName('new'), [TypeExpression(NamedType('T'))])"),
        ("new(http.Server)", "Call(BuiltinName('new'), [TypeExpression(NamedType('net/http', 'Server'))])"),
        ("new(x)", "Call(BuiltinName('new'), [Name('x', $x)])"),
        ("<-ch", "Receive(Name('ch', $ch))"),
        ("&T{}", "Unary('&', CompositeLiteral(NamedType('T')))"),
        ("x + 1 < 2 && x > 3", "Binary('&&', Binary('<', Binary('+', Name('x', $x), Constant('int', '1')), Constant('int', '2')), Binary('>', Name('x', $x), Constant('int', '3')))"),
        ("s[1]", "Index(Name('s', $s), [Constant('int', '1')])"),
        ("g[[]int]", "Index(PackageName('g'), [TypeExpression(SliceType(NamedType('builtin', 'int')))])"),
        ("s[1:2:3]", "Slice(Name('s', $s), [Constant('int', '1'), Constant('int', '2'), Constant('int', '3')])"),
        ("s.(error)", "TypeAssertion(Name('s', $s), NamedType('builtin', 'error'))"),
        ("T{a: 1, 2}", "CompositeLiteral(NamedType('T'), [Element('a', PackageName('a'), Constant('int', '1')), Element(Constant('int', '2'))])"),
        ("[]*T{{1}}", "CompositeLiteral(SliceType(PointerType(NamedType('T'))), [Element(Unary('&', CompositeLiteral(NamedType('T'), [Element(Constant('int', '1'))])))])"),
        ("map[int]T{1: {}}", "CompositeLiteral(MapType(NamedType('builtin', 'int'), NamedType('T')), [Element(Constant('int', '1'), CompositeLiteral(NamedType('T')))])"),
        ("'a' + 1.5 + 2i", "Binary('+', Binary('+', Constant('rune', \"'a'\"), Constant('float', '1.5')), Constant('imaginary', '2i'))"),
        ("func() {}", "FunctionLiteral(f.func1)"),
    ],
)  # fmt: skip
def test_an_expression(text: str, expected: str) -> None:
    assert body(f"_ = {text}") == f"Assign('=', [_], [{expected}])"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ch <- 1", "Send(Name('ch', $ch), Constant('int', '1'))"),
        ("x++", "Assign('++', [Name('x', $x)])"),
        ("x += 2", "Assign('+=', [Name('x', $x)], [Constant('int', '2')])"),
        ("a, x := 1, 2", "Assign(':=', [Name('a', $a), Name('x', $x)], [Constant('int', '1'), Constant('int', '2')], [$a])"),
        ("var a, _ int = 1, 2", "Declare([$a, _], NamedType('builtin', 'int'), [Constant('int', '1'), Constant('int', '2')])"),
        ("const (\na = 1\nb\n)", "Declare([$a], [Constant('int', '1')], True); Declare([$b], [Constant('int', '1')], True)"),
        ("go g()", "Go(Call(PackageName('g')))"),
        ("defer close(ch)", "Defer(Call(BuiltinName('close'), [Name('ch', $ch)]))"),
        ("return 1, x", "Return([Constant('int', '1'), Name('x', $x)])"),
        ("if a := 1; a > 0 {} else if x > 0 {} else {}", "If(Assign(':=', [Name('a', $a)], [Constant('int', '1')], [$a]), Binary('>', Name('a', $a), Constant('int', '0')), Block(), If(Binary('>', Name('x', $x), Constant('int', '0')), Block(), Block()))"),
        ("for {}", "For(Block())"),
        ("for x > 0 {}", "For(Binary('>', Name('x', $x), Constant('int', '0')), Block())"),
        ("for i := 0; ; i++ {}", "For(Assign(':=', [Name('i', $i)], [Constant('int', '0')], [$i]), Assign('++', [Name('i', $i)]), Block())"),
        ("for range 10 {}", "Range(Constant('int', '10'), Block())"),
        ("for _, v := range ch {}", "Range(Name('v', $v), [$v], Name('ch', $ch), Block())"),
        ("for s.a = range ch {}", "Range(Selector(Name('s', $s), 'a'), Name('ch', $ch), Block())"),
        ("switch x {\ncase 1, 2:\nfallthrough\ndefault:\n}", "Switch(Name('x', $x), [SwitchClause([Constant('int', '1'), Constant('int', '2')], Block([Fallthrough()])), SwitchClause(True, Block())])"),
        ("switch a := 1; {\ncase a > 1:\n}", "Switch(Assign(':=', [Name('a', $a)], [Constant('int', '1')], [$a]), [SwitchClause([Binary('>', Name('a', $a), Constant('int', '1'))], Block())])"),
        ("switch y := s.(type) {\ncase nil, int:\ncase *T:\ny.m()\n}", "TypeSwitch(Name('s', $s), [TypeClause([NamedType('builtin', 'nil'), NamedType('builtin', 'int')], $y, Block()), TypeClause([PointerType(NamedType('T'))], $y, Block([ExpressionStatement(Call(Selector(Name('y', $y), 'm')))]))])"),
        ("select {\ncase v, ok := <-ch:\ncase s.a = <-ch:\ncase <-ch:\ncase ch <- 1:\ndefault:\n}", "Select([SelectClause(Assign(':=', [Name('v', $v), Name('ok', $ok)], [Receive(Name('ch', $ch))], [$v, $ok]), Block()), SelectClause(Assign('=', [Selector(Name('s', $s), 'a')], [Receive(Name('ch', $ch))]), Block()), SelectClause(ExpressionStatement(Receive(Name('ch', $ch))), Block()), SelectClause(Send(Name('ch', $ch), Constant('int', '1')), Block()), SelectClause(Block())])"),
        ("L:\nfor { break L; continue L; goto L }", "Labeled('L', For(Block([Break('L'), Continue('L'), Goto('L')])))"),
        ("for { break; continue }", "For(Block([Break(), Continue()]))"),
        ("L:", "Labeled('L', Block())"),
        ("{ ; }", "Block()"),
    ],
)  # fmt: skip
def test_a_statement(text: str, expected: str) -> None:
    assert body(text) == expected


def test_a_comment_between_any_two_words_changes_nothing() -> None:
    plain = "go g(x, 1)\nfor x > 0 {\n}\nreturn x, 1"
    commented = "go /*c*/ g(/*c*/ x, /*c*/ 1 /*c*/)\nfor /*c*/ x > 0 /*c*/ {\n// c\n}\nreturn /*c*/ x /*c*/, 1"
    assert body(commented) == body(plain)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("type A struct { a, b int; *C; p.D; E[int] }", "StructType([Field('a', NamedType('builtin', 'int'), {}), Field('b', NamedType('builtin', 'int'), {}), Field('C', PointerType(NamedType('C')), True, {}), Field('D', NamedType('x/p', 'D'), True, {}), Field('E', NamedType('E', [NamedType('builtin', 'int')]), True, {})])"),
        ("type A interface { M(int) error; ~int | B; C }", "InterfaceType([InterfaceMethod('M', FunctionType([NamedType('builtin', 'int')], [NamedType('builtin', 'error')]))], [NamedType('builtin', 'int'), NamedType('B'), NamedType('C')])"),
        ("type A[T any] map[string]T", "MapType(NamedType('builtin', 'string'), TypeParameter('T'))"),
        ("type A [4]<-chan int", "ArrayType(ChannelType(NamedType('builtin', 'int'), True), '4')"),
        ("type A chan<- int", "ChannelType(NamedType('builtin', 'int'), True)"),
        ("type A func(a, b int, c ...string) (n int)", "FunctionType([NamedType('builtin', 'int'), NamedType('builtin', 'int'), NamedType('builtin', 'string')], [NamedType('builtin', 'int')], True)"),
        ("type error int\ntype A error", "NamedType('error')"),
    ],
)  # fmt: skip
def test_a_type(text: str, expected: str) -> None:
    declared = lower(f'package p\nimport "x/p"\n{text}\n').types[-1]
    offsets = [str(field.offset) for field in getattr(declared.type, "fields", ())]
    assert shape(declared.type) == (expected.format(*offsets) if offsets else expected)


def test_directions_of_channels_are_told_apart() -> None:
    types = lower("package p\ntype A <-chan int\ntype B chan<- int\n").types
    assert [(getattr(t.type, "can_send", 0), getattr(t.type, "can_receive", 0)) for t in types] == [
        (False, True),
        (True, False),
    ]


def test_a_field_knows_the_offset_of_its_name() -> None:
    text = "package p\ntype A struct { first int; *q.Second }\n"
    fields = getattr(lower('package p\nimport "q"\n' + text[10:]).types[0].type, "fields", ())
    moved = len('import "q"\n')
    assert [field.offset - moved for field in fields] == [text.index("first"), text.index("Second")]


def test_functions_have_the_keys_of_the_runtime() -> None:
    file = lower(
        "package p\nfunc Run() {}\nfunc (s *S) A() {}\nfunc (S) B() {}\nfunc (m *M[K]) C() {}\nfunc init() {}\nfunc init() {}\n"
    )
    assert [function.key for function in file.functions] == ["Run", "(*S).A", "S.B", "(*M).C", "init.0", "init.1"]
    assert [function.receiver_type for function in file.functions] == ["", "S", "S", "M", "", ""]


def test_literals_have_the_keys_of_the_runtime() -> None:
    text = "go func() { func() {}(); func() {}() }()\n_ = func() { func() { func() {}() }() }"
    file = lower(
        f"package p\nfunc (s *S) Run() {{\n{text}\n}}\nvar a, b = func() {{}}, func() {{ func() {{}}() }}\nvar c = func() {{}}\n"
    )
    assert sorted(literal.key for literal in literals(file)) == sorted(
        [
            "(*S).Run.func1", "(*S).Run.func1.1", "(*S).Run.func1.2",
            "(*S).Run.func2", "(*S).Run.func2.1", "(*S).Run.func2.1.1",
            "glob..func1", "glob..func2", "glob..func2.1", "glob..func3",
        ]
    )  # fmt: skip


def literals(file: File) -> list[Function]:
    """Return all function literals of a file."""
    found: list[Function] = []
    pending: list[object] = [file.functions, file.values]
    while pending:
        current = pending.pop()
        if isinstance(current, Function) and not current.name:
            found.append(current)
        if isinstance(current, tuple) and not isinstance(current, Span):
            pending.extend(current)
        elif dataclasses.is_dataclass(current):
            pending.extend(getattr(current, field.name) for field in dataclasses.fields(current))
    return found


def test_parameters_keep_unnamed_and_blank_ones() -> None:
    (function,) = lower("package p\nfunc f(int, *string) (_ int, err error) { return }\n").functions
    assert [parameter.name for parameter in function.parameters] == ["", ""]
    assert [result.name for result in function.results] == ["_", "err"]


def test_a_variadic_parameter_is_a_slice_inside() -> None:
    (function,) = lower("package p\nfunc f(names ...string) {}\n").functions
    assert shape(function.parameters[0].type) == "SliceType(NamedType('builtin', 'string'))"
    assert shape(function.type) == "FunctionType([NamedType('builtin', 'string')], True)"


def test_a_function_without_body_has_none() -> None:
    assert lower("package p\nfunc f(int)\n").functions[0].body is None


def test_only_wanted_bodies_are_lowered() -> None:
    content = b"package p\nfunc f() { go g() }\nfunc g() { h() }\n"
    file = lower_file("p.go", content, wanted=lambda body: b"go " in body)
    assert [function.body is not None for function in file.functions] == [True, False]


def test_the_comment_above_a_function_is_its_documentation() -> None:
    file = lower("package p\n\n// far\n\n// near\n// more\nfunc f() {}\n\nvar x = 1 // beside\nfunc g() {}\n")
    assert [function.documentation for function in file.functions] == ["// near\n// more", ""]


def test_package_values_are_kept_in_order() -> None:
    file = lower("package p\nvar a, _ int = 1, 2\nconst (\nb T = iota\nc\n)\n")
    assert [shape(value) for value in file.values] == [
        "ValueDeclaration([$a, $_], NamedType('builtin', 'int'), [Constant('int', '1'), Constant('int', '2')])",
        "ValueDeclaration([$b], NamedType('T'), [BuiltinName('iota')], True)",
        "ValueDeclaration([$c], NamedType('T'), [BuiltinName('iota')], True)",
    ]


def test_imports_by_name_alias_and_dot() -> None:
    file = lower('package p\nimport (\n"net/http"\nq "a/b"\n. "c/d"\n_ "e/f"\n)\nimport `g/h`\n')
    assert file.imports == {"http": "net/http", "q": "a/b", "h": "g/h"}
    assert file.dot_imports == ("c/d",)


@pytest.mark.parametrize(
    ("path", "content", "name"),
    [
        ("net/http", "", "http"),
        ("github.com/go-chi/chi/v5", "", "chi"),
        ("gopkg.in/yaml.v3", "", "yaml"),
        ("github.com/x/go-redis", "", "redis"),
        ("github.com/nats-io/nats.go", "", "nats"),
        ("github.com/x/uuid-go", "", "uuid"),
        ("k8s.io/api/core/v1", "v1.Pod{}", "v1"),
        ("github.com/x/bar-baz", "barbaz.New()", "barbaz"),
        ("github.com/x/bar-baz", "x.bar.y(baz.New())", "baz"),
    ],
)
def test_the_name_of_an_import(path: str, content: str, name: str) -> None:
    assert assumed_name(path, content.encode()) == name


def test_only_directive_comments_are_kept() -> None:
    file = lower(
        'package p\n// plain\nvar a = 1 //nolint:x\n\t//lint:ignore GLS1 why\nvar b = "nolint"\n/* golintsched:ignore */\n'
        "var c = 1 // #nosec G114\n"
    )
    assert [(comment.text, comment.alone) for comment in file.comments] == [
        ("//nolint:x", False),
        ("//lint:ignore GLS1 why", True),
        ("/* golintsched:ignore */", True),
        ("// #nosec G114", False),
    ]


@pytest.mark.parametrize(
    ("constraint", "version"),
    [
        ("go1.21", (1, 21)),
        ("linux && go1.21 && go1.24", (1, 24)),
        ("go1.21 || go1.24", (1, 21)),
        ("linux || go1.24", None),
        ("!go1.24", None),
        ("!(go1.24) && go1.22", (1, 22)),
        ("(linux || darwin) && go1.9", (1, 9)),
        ("linux", None),
        (") && (", None),
    ],
)
def test_the_version_of_a_build_constraint(constraint: str, version: tuple[int, int] | None) -> None:
    assert lowest_version(constraint) == version


def test_the_header_of_a_file() -> None:
    head = b"// Code generated by x. DO NOT EDIT.\r\n\r\n//go:build go1.22\r\n\r\npackage p\r\n"
    file = lower_file("a/b_test.go", head)
    assert (file.package, file.generated, file.go_version, file.is_test) == ("p", True, (1, 22), True)


def test_a_remark_below_the_package_clause_does_not_make_a_file_generated() -> None:
    assert not lower("package p\n// Code generated by x. DO NOT EDIT.\n").generated
