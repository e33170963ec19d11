"""With which timeouts a server is put to use, as far as the source tells."""

import pytest

from golint_sched.engines.configuration import Setting, Settings, open_servers
from golint_sched.finding import Confidence
from golint_sched.link import link
from golint_sched.link.package import Package
from golint_sched.lower import lower_file
from tests.support.analysis import load_rule
from tests.support.cases import RULES
from tests.support.linked import linked

HEAD = 'import ("net/http"; "os"; "time")\nvar _ = os.Args\nvar _ time.Duration\n'


def _is_open(settings: Settings) -> bool:
    """Tell whether ReadTimeout is open: one field is enough to see how a value gets it."""
    return settings.read is not Setting.SET


def confidences(text: str) -> list[Confidence]:
    """Return how sure we are of each open server in a package that consists of `text`."""
    return [found.confidence for found in open_servers(package(text), _is_open)]


def package(text: str) -> Package:
    """Return the linked package of `text` with the imports that it needs."""
    return linked(HEAD + text)


OPEN = {
    "literal": "func f() { s := &http.Server{}; s.ListenAndServe() }",
    "new": "func f() { s := new(http.Server); s.Serve(nil) }",
    "var": "func f() { var s http.Server; s.ListenAndServeTLS(`a`, `b`) }",
    "in place": "func f() error { return (&http.Server{}).ListenAndServe() }",
    "alias": "type srv = http.Server\nfunc f() { s := srv{}; s.ListenAndServe() }",
    "package variable": "var s = http.Server{}\nfunc f() { s.ListenAndServe() }",
    "assigned package variable": "var s *http.Server\nfunc i() { s = &http.Server{} }\nfunc f() { s.ListenAndServe() }",
    "embedded": "type t struct{ http.Server }\nfunc f() { s := &t{}; s.ListenAndServe() }",
    "embedded pointer": "type t struct{ *http.Server }\nfunc n() *t { return &t{&http.Server{}} }\n"
    "func (s *t) f() { s.Serve(nil) }",
    "field of a field": "type i struct{ s http.Server }\ntype o struct{ i i }\n"
    "func f() { x := o{}; x.i.s.ListenAndServe() }",
    "goroutine": "func f() { s := &http.Server{}; go s.ListenAndServe() }",
    "closure": "func f() { s := &http.Server{}; go func() { s.ListenAndServe() }() }",
    "method value": "func f(g func(func() error)) { s := &http.Server{}; g(s.ListenAndServe) }",
    "interface": "type r interface{ ListenAndServe() error }\nfunc g(x r) { x.ListenAndServe() }\n"
    "func f() { s := &http.Server{}; g(s) }",
    "range": "func f() { for _, s := range []*http.Server{{}} { s.ListenAndServe() } }",
    "append": "func f() { var l []*http.Server; l = append(l, &http.Server{}); l[0].ListenAndServe() }",
    "map": "func f() { m := map[string]*http.Server{}; m[`a`] = &http.Server{}; m[`a`].ListenAndServe() }",
    "constant zero": "const z = 0\nfunc f() { s := &http.Server{ReadTimeout: z * time.Second}; s.ListenAndServe() }",
    "converted zero": "func f() { s := &http.Server{ReadTimeout: time.Duration(0)}; s.ListenAndServe() }",
    "negative": "func f() { s := &http.Server{ReadTimeout: -time.Second}; s.ListenAndServe() }",
    "copy": "func f() { b := http.Server{}; s := b; s.ListenAndServe() }",
    "some paths": "func f(b bool) { s := &http.Server{}; if b { s.ReadTimeout = 1 }; s.ListenAndServe() }",
    "set too late": "func f() { s := &http.Server{}; s.ListenAndServe(); s.ReadTimeout = 1 }",
    "helper in the package": "func g() *http.Server { return &http.Server{} }\n"
    "func f() { s := g(); s.ListenAndServe() }",
    "second result": "func g() (error, *http.Server) { return nil, &http.Server{} }\n"
    "func f() { _, s := g(); s.ListenAndServe() }",
    "named result": "func g() (s *http.Server) { s = &http.Server{}; return }\n"
    "func f() { s := g(); s.ListenAndServe() }",
}

CLOSED = {
    "literal": "func f() { s := &http.Server{ReadTimeout: 1}; s.ListenAndServe() }",
    "later": "func f() { s := &http.Server{}; s.ReadTimeout = 1; s.ListenAndServe() }",
    "every path": "func f(b bool) { s := &http.Server{}\nif b { s.ReadTimeout = 1 } else { s.ReadTimeout = 2 }\n"
    "s.ListenAndServe() }",
    "the other path returns": "func f(b bool) { s := &http.Server{}\n"
    "if b { return }\ns.ReadTimeout = 1\ns.ListenAndServe() }",
    "helper": "func g(x *http.Server) { x.ReadTimeout = 1 }\n"
    "func f() { s := &http.Server{}; g(s); s.ListenAndServe() }",
    "method": "type t struct{ s *http.Server }\nfunc (x *t) g() { x.s.ReadTimeout = 1 }\n"
    "func f() { x := t{s: &http.Server{}}; x.g(); x.s.ListenAndServe() }",
    "setter that somebody may call": "type t struct{ s *http.Server }\nfunc n() *t { return &t{s: &http.Server{}} }\n"
    "func (x *t) Set() { x.s.ReadTimeout = 1 }\nfunc (x *t) Run() { x.s.ListenAndServe() }",
    "caller": "func g() *http.Server { return &http.Server{} }\n"
    "func f() { s := g(); s.ReadTimeout = 1; s.ListenAndServe() }",
    "given back": "func g(x *http.Server) *http.Server { x.ReadTimeout = 1; return x }\n"
    "func f() { g(&http.Server{}).ListenAndServe() }",
    "closure": "func f() { s := &http.Server{}; func() { s.ReadTimeout = 1 }(); s.ListenAndServe() }",
    "configured": "func f(d time.Duration) { s := &http.Server{}; if d > 0 { s.ReadTimeout = d }; s.ListenAndServe() }",
    "default where zero": "func f(d time.Duration) { s := &http.Server{ReadTimeout: d}\n"
    "if s.ReadTimeout == 0 { s.ReadTimeout = 1 }\ns.ListenAndServe() }",
    "replaced": "func f() { s := &http.Server{}; s = &http.Server{ReadTimeout: 1}; s.ListenAndServe() }",
    "never served": "func f() { s := &http.Server{}; s.Close() }",
    "only copied from": "func f() { b := http.Server{Addr: `x`}; "
    "s := http.Server{Addr: b.Addr, ReadTimeout: 1}; s.Serve(nil) }",
    "own type": "type Server struct{}\nfunc (Server) Serve() {}\nfunc f() { s := Server{}; s.Serve() }",
    "minus a variable": "func f(d time.Duration) { s := &http.Server{ReadTimeout: -d}; s.ListenAndServe() }",
}


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_a_server_without_the_timeout_is_open(text: str) -> None:
    assert confidences(text) == [Confidence.HIGH]


@pytest.mark.parametrize("text", CLOSED.values(), ids=CLOSED)
def test_a_server_that_gets_the_timeout_or_never_serves_is_not_open(text: str) -> None:
    assert confidences(text) == []


def test_a_server_that_goes_out_of_sight_is_less_certain() -> None:
    assert confidences("func New() *http.Server { return &http.Server{} }") == [Confidence.MEDIUM]


@pytest.mark.parametrize(
    "text",
    [
        "func f(o func(*http.Server)) { s := &http.Server{}; o(s); s.ListenAndServe() }",
        "func f(o ...func(*http.Server)) { s := &http.Server{}; for _, g := range o { g(s) }; s.ListenAndServe() }",
        "func f(o func(*http.Server)) { o(&http.Server{}) }",
    ],
    ids=["option", "options", "handed over"],
)
def test_a_server_that_unseen_code_may_have_configured_is_uncertain(text: str) -> None:
    assert confidences(text) == [Confidence.LOW]


def test_a_server_is_called_what_the_code_calls_it() -> None:
    text = "type t struct{ http *http.Server }\nfunc (x *t) f() { x.http = &http.Server{}; x.http.ListenAndServe() }"

    assert [found.name for found in open_servers(package(text), _is_open)] == ["`x.http`"]


def test_a_setting_on_one_path_is_shown() -> None:
    text = "func f(b bool) { s := &http.Server{}; if b { s.ReadTimeout = 1 }; s.ListenAndServe() }"
    (found,) = open_servers(package(text), _is_open)

    assert not found.everywhere
    assert "ReadTimeout is set here, but not on every path" in [site.label for site in found.sites]


def test_a_recursive_helper_comes_to_an_end() -> None:
    text = (
        "func g(s *http.Server, n int) { if n > 0 { g(s, n-1) } }\n"
        "func f() { s := &http.Server{}; g(s, 3); s.Serve(nil) }"
    )

    assert confidences(text) == [Confidence.HIGH]


@pytest.mark.parametrize(
    ("listens", "count"),
    [
        ('l, _ := net.Listen("unix", "/s")', 0),
        ("l, _ := net.Listen(`unix`, path)", 0),
        ('l, _ := net.ListenUnix("unix", nil)', 0),
        ('l, _ := new(net.ListenConfig).Listen(nil, "unix", path)', 0),
        ('u, _ := net.Listen("unix", path); l := tls.NewListener(u, nil)', 0),
        ("l, _ := open()", 0),
        ("l := made.listener", 0),
        ('l, _ := net.Listen("tcp", path)', 1),
        ("l, _ := net.Listen(path, path)", 1),
        ('u, _ := net.Listen("tcp", path); l := tls.NewListener(u, nil)', 1),
        ('l, _ := net.Listen("unix", path); if path != "" { l, _ = net.Listen("tcp", path) }', 1),
        ("l := given", 1),
        ("l := made.Listener", 1),
    ],
)
def test_a_unix_socket_has_peers_on_its_own_machine_only(listens: str, count: int) -> None:
    text = f"""package p
import ("crypto/tls"; "net"; "net/http")
type holder struct {{ listener, Listener net.Listener }}
var made holder
var path string
func open() (net.Listener, error) {{
	if path == "" {{ return nil, net.ErrClosed }}
	return net.Listen("unix", path)
}}
func start() {{ made.listener, _ = net.Listen("unix", path); made.Listener, _ = net.Listen("unix", path) }}
func F(given net.Listener) {{ {listens}; http.Serve(l, nil); tls.NewListener(nil, nil) }}"""
    rule = load_rule(RULES / "serve_helper")

    assert len(list(rule.check(link((lower_file("a.go", text.encode()),))))) == count


@pytest.mark.parametrize(
    ("import_path", "directory", "count"),
    [("example.com/x/examples/y", "", 0), ("example.com/x/y", "", 1), ("y", "examples/y", 0), ("y", "cmd/y", 1)],
)
def test_a_serve_helper_in_an_example_is_no_fault(import_path: str, directory: str, count: int) -> None:
    text = b'package p\nimport "net/http"\nfunc f() { http.ListenAndServe("", nil) }'
    rule = load_rule(RULES / "serve_helper")

    assert (
        len(list(rule.check(link((lower_file("a.go", text),), import_path=import_path, directory=directory)))) == count
    )
