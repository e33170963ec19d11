"""Values that must be released: what acquires them, who else may have them, and where they are lost."""

import pytest

from golint_sched.engines.paths.bodies import bodies_of, has_no_body, is_cancelled
from golint_sched.engines.paths.cancels import cancels_of, ends_by_itself, is_ended, parent_of
from golint_sched.engines.paths.clients import gives_up
from golint_sched.engines.paths.refusals import must_fail
from golint_sched.engines.paths.tickers import endless_ticks, tickers_of
from golint_sched.engines.paths.values import Lost
from golint_sched.link import link
from golint_sched.link.package import Package
from golint_sched.lower import lower_file

HEAD = """package p

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"time"

	"example.org/other"
)

var sink any
"""


def linked(code: str) -> Package:
    """Return a package of this code."""
    return link((lower_file("p.go", (HEAD + code).encode()),))


def body(code: str) -> Package:
    """Return a package whose function f gets a response and then runs this code."""
    return linked(
        "func f() (any, error) {\n\tresp, err := http.Get(``)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n"
        f"{code}\n}}"
    )


def only(found: list[Lost]) -> Lost:
    """Return the one thing that is lost."""
    (lost,) = found
    return lost


@pytest.mark.parametrize(
    "code",
    [
        "return resp, nil",
        "return resp.Body, nil",
        "sink = resp\nreturn nil, nil",
        "other.Use(resp.Body)\nreturn nil, nil",
        "go func() { resp.Body.Close() }()\nreturn nil, nil",
        "defer func() { _ = resp.Body.Close() }()\nreturn nil, nil",
        "body := resp.Body\ndefer body.Close()\nreturn nil, nil",
        "return bufio.NewReader(resp.Body), nil",
        "stop := func() { resp.Body.Close() }\nstop()\nreturn nil, nil",
        "return struct{ io.Closer }{resp.Body}, nil",
        "io.Copy(io.Discard, resp.Body)\nreturn nil, nil",
        "if resp.Body != nil {\n\tresp.Body.Close()\n}\nreturn nil, nil",
    ],
)
def test_a_body_that_is_closed_or_given_away_is_not_lost(code: str) -> None:
    assert not list(bodies_of(body(code)).lost())


@pytest.mark.parametrize(
    "code",
    [
        "return resp.StatusCode, nil",
        "lines := bufio.NewScanner(resp.Body)\nlines.Scan()\nreturn lines.Text(), nil",
        "go func() { println(resp.StatusCode) }()\nreturn nil, nil",
        "_ = resp\nreturn nil, nil",
        "if resp.StatusCode == 200 {\n\tresp.Body.Close()\n}\nreturn nil, nil",
        "_, err = io.Copy(other.File, resp.Body)\nif err != nil {\n\treturn nil, err\n}\nresp.Body.Close()",
    ],
)
def test_a_body_that_is_only_looked_at_is_lost(code: str) -> None:
    assert only(list(bodies_of(body(code)).lost())).name == "resp"


def test_a_response_that_is_replaced_in_a_loop_is_lost() -> None:
    package = body("for range 3 {\n\tresp, err = http.Get(``)\n}\nresp.Body.Close()\nreturn nil, err")
    assert all(lost.again is not None for lost in bodies_of(package).lost())


def test_a_function_that_passes_a_response_on_gives_it_to_its_caller() -> None:
    package = linked(
        "func get() (*http.Response, error) { return http.Get(``) }\n"
        "func f() { resp, err := get(); if err == nil { println(resp.Status) } }\n"
    )
    lost = only(list(bodies_of(package).lost()))
    assert lost.source.origin is not lost.call


def test_a_function_that_closes_the_body_gives_nothing_to_its_caller() -> None:
    package = linked(
        "func get() (*http.Response, error) {\n\tresp, err := http.Get(``)\n"
        "\tif err != nil {\n\t\treturn nil, err\n\t}\n"
        "\tdefer resp.Body.Close()\n\treturn resp, nil\n}\n"
        "func f() { resp, err := get(); if err == nil { println(resp.Status) } }\n"
    )
    assert not list(bodies_of(package).lost())


def test_an_error_that_is_of_a_kind_is_not_nil() -> None:
    package = linked(
        "func isRefused(err error) bool { return err != nil }\n"
        "func f() {\n\tresp, err := http.Get(``)\n\tif isRefused(err) {\n\t\tresp, err = http.Get(`x`)\n\t}\n"
        "\tif err != nil {\n\t\treturn\n\t}\n\tresp.Body.Close()\n}\n"
    )
    assert not list(bodies_of(package).lost())


def test_a_request_with_the_method_head_has_no_body() -> None:
    package = linked(
        "func f(c *http.Client) { req, _ := http.NewRequest(`HEAD`, ``, nil); resp, _ := c.Do(req); println(resp) }"
    )
    lost = only(list(bodies_of(package).lost()))
    assert has_no_body(package, lost.call, lost.source.origin)


def test_a_request_ends_with_the_context_that_its_sender_cancels() -> None:
    package = linked(
        "func f(c *http.Client) {\n\tctx, cancel := context.WithCancel(context.Background())\n\tdefer cancel()\n"
        "\treq, _ := http.NewRequestWithContext(ctx, `GET`, ``, nil)\n\tresp, _ := c.Do(req)\n\tprintln(resp)\n}"
    )
    lost = only(list(bodies_of(package).lost()))
    assert is_cancelled(package, lost.call, lost.source.origin)


_HELPER = (
    "type helper struct { *http.Client }\ntype api struct { *helper }\n"
    "func newHelper() *helper { return &helper{Client: newClient()} }\n"
    "func newClient() *http.Client { return &http.Client{Timeout: 1} }\n"
    "func newAPI() *api { return &api{helper: newHelper()} }\n"
    "func (a *api) f() { resp, _ := a.Get(``); println(resp) }\n"
)
_OPTION = (
    "func limit(t int) func(*http.Client) { return func(c *http.Client) { c.Timeout = t } }\n"
    "func trace() func(*http.Client) { return func(c *http.Client) { c.Jar = nil } }\n"
    "func client(options ...func(*http.Client)) *http.Client { c := &http.Client{}; return c }\n"
)


@pytest.mark.parametrize(
    ("text", "bounded"),
    [
        ("var c = &http.Client{Timeout: 1}\nfunc f() { resp, _ := c.Get(``); println(resp) }", True),
        (_HELPER, True),
        (_HELPER + "func (a *api) login(c *http.Client) { a.Client = c }", False),
        (_HELPER.replace("{Timeout: 1}", "{}"), False),
        (_OPTION + "func f() { c := client(limit(1)); resp, _ := c.Get(``); println(resp) }", True),
        (_OPTION + "func f() { c := client(trace()); resp, _ := c.Get(``); println(resp) }", False),
        ("func f(c *http.Client) { resp, _ := c.Get(``); println(resp) }", False),
    ],
    ids=["variable", "embedded", "replaced", "without timeout", "option", "other option", "parameter"],
)
def test_a_client_gives_up_if_it_has_a_timeout_wherever_it_is_made(text: str, *, bounded: bool) -> None:
    package = linked(text)
    assert gives_up(package, only(list(bodies_of(package).lost())).source.origin) is bounded


def test_a_test_that_complains_of_a_nil_error_expects_a_failure() -> None:
    package = link(
        (
            lower_file(
                "p_test.go",
                b"package p\nimport (`net/http`; `testing`)\n"
                b"func TestX(t *testing.T) { _, err := http.Get(``); if err == nil { t.Error(`no error`) } }\n",
            ),
        )
    )
    lost = only(list(bodies_of(package).lost()))
    assert must_fail(package, lost.call, lost.source.error)


def test_a_deadline_is_told_from_a_plain_cancellation() -> None:
    package = linked(
        "func f(p context.Context) { a, _ := context.WithTimeout(p, 1); b, _ := context.WithCancel(p); println(a, b) }"
    )
    assert [ends_by_itself(lost.source) for lost in cancels_of(package).lost()] == [True, False]


def test_a_context_without_parent_panics_and_gives_nothing_to_cancel() -> None:
    code = "func f() {{ defer func() {{ println(recover()) }}(); _, _ = context.WithCancel({parent}) }}"
    given = [
        cancels_of(package).acquired.source(call) is not None
        for parent in ("nil", "context.Background()")
        for package in (linked(code.format(parent=parent)),)
        for function in package.bodies()
        for call in package.calls(function)
        if package.callee(call).external == "context.WithCancel"
    ]
    assert given == [False, True]


def test_a_child_ends_with_the_context_that_its_function_cancels() -> None:
    package = linked(
        "func f(p context.Context) {\n\tctx, cancel := context.WithCancel(p)\n\tdefer cancel()\n"
        "\tctx = context.WithValue(ctx, 1, 2)\n\tchild, _ := context.WithTimeout(ctx, 1)\n\tprintln(child)\n}"
    )
    lost = only(list(cancels_of(package).lost()))
    parent = parent_of(package, lost.call)
    assert parent is not None
    assert is_ended(package, parent, lost.call)


def test_a_child_made_in_an_endless_loop_does_not_end_in_time() -> None:
    package = linked(
        "func f(p context.Context) {\n\tctx, cancel := context.WithCancel(p)\n\tdefer cancel()\n\tfor {\n"
        "\t\tchild, _ := context.WithTimeout(ctx, 1)\n\t\tprintln(child)\n\t}\n}"
    )
    lost = only(list(cancels_of(package).lost()))
    parent = parent_of(package, lost.call)
    assert parent is not None
    assert not is_ended(package, parent, lost.call)


def test_a_timer_that_has_fired_needs_no_stop() -> None:
    package = linked("func f() { t := time.NewTimer(1); <-t.C }")
    assert not list(tickers_of(package).lost())


def test_a_loop_over_a_ticker_has_no_end_of_its_own() -> None:
    package = linked("func f() { t := time.NewTicker(1); for range t.C { println() } }")
    assert not list(tickers_of(package).lost())


def test_a_tick_in_a_function_that_returns_cannot_be_stopped() -> None:
    package = linked("func F() { for range time.Tick(1) { if sink == nil { return } } }")
    assert [function.name for function, _ in endless_ticks(package)] == ["F"]
