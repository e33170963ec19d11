"""Results built by hand, from Go that people write: tabs, wide characters, CRLF, two files, several goroutines."""

from dataclasses import replace

from golint_sched.finding import Act, Confidence, Finding, Level, Notification, Site, Step
from golint_sched.result import Hidden, Result, RulePage
from golint_sched.rule import Rule
from golint_sched.source import SourceFile, Span

FETCH = SourceFile(
    "internal/fetch/fetch.go",
    b"""package fetch

import "time"

// First returns the first answer, or gives up after a second.
func First(urls []string) (*Answer, error) {
\tanswers := make(chan *Answer)

\tfor _, url := range urls {
\t\tgo func() {
\t\t\tanswer := ask(url)
\t\t\tlog.Printf("%s answered", url)
\t\t\tanswers <- answer
\t\t}()
\t}

\tselect {
\tcase answer := <-answers:
\t\treturn answer, nil
\tcase <-time.After(time.Second):
\t\treturn nil, ErrTimeout
\t}
}
""",
)

WIDE = SourceFile(
    "cmd/日本/main.go",
    (
        "package main\r\n\r\nfunc main() {\r\n"
        '\tnames := map[string]string{"東京": "とうきょう"}; go func() { results <- names["東京"] }()\r\n'
        "\thttp.ListenAndServe(addr, nil) // 😀\r\n}\r\n"
    ).encode(),
)

SERVER = SourceFile(
    "internal/fetch/server.go",
    b"""package fetch

func (s *Server) Start() {
\tgo s.loop()
}
""",
)

RULES = (
    RulePage(
        Rule(
            id="GLS201",
            name="abandoned-sender",
            summary="a send that can be left without a receiver",
            level=Level.ERROR,
            confidence=Confidence.HIGH,
            proof="leak",
            since="0.1.0",
            needs=(("go ", "chan"),),
        ),
        """# GLS201 abandoned-sender

A send that can be left without
a receiver.

## Why it leaks

The goroutine waits for a receiver that
has gone:

- it holds its stack and
  everything it points to
- for ever

## Example

```go
go func() {
	ch <- work() // want "blocks for ever"
}()
```

| Go | leaks |
|---|---|
| 1.21 | yes |
""",
    ),
    RulePage(
        Rule(
            id="GLS303",
            name="serve-helper",
            summary="a server without any timeout",
            level=Level.WARNING,
            confidence=Confidence.MEDIUM,
            proof="conn",
            since="0.1.0",
            needs=(("ListenAndServe",),),
            in_tests=False,
            elsewhere=("gosec", "G112", "G114"),
        ),
        "# GLS303 serve-helper\n\nA helper of net/http that cannot be given a timeout.\n",
    ),
    RulePage(
        Rule(
            id="GLS402",
            name="thread-held-forever",
            summary="a locked goroutine that never ends",
            level=Level.NOTE,
            confidence=Confidence.MEDIUM,
            proof="thread",
            since="0.1.0",
            needs=(("LockOSThread",),),
            opt_in=True,
        ),
        "# GLS402 thread-held-forever\n\nA goroutine that keeps its thread.\n",
    ),
)


def span(source: SourceFile, text: str, occurrence: int = 1) -> Span:
    """Return the span of the given occurrence of `text`, counted from 1."""
    needle = text.encode()
    start = -1
    for _ in range(occurrence):
        start = source.content.index(needle, start + 1)
    return Span(source.path, start, start + len(needle))


ABANDONED = Finding(
    rule_id="GLS201",
    level=Level.ERROR,
    confidence=Confidence.HIGH,
    message="this send blocks for ever once First has returned: all goroutines but one are left without a receiver",
    span=span(FETCH, "answers <- answer"),
    label="blocks for ever",
    function="First.func1",
    sites=(
        Site(span(FETCH, "make(chan *Answer)"), "made without a buffer"),
        Site(span(FETCH, "go func() {"), "one goroutine for each url starts here"),
        Site(span(FETCH, "case answer := <-answers:"), "takes a single answer"),
        Site(span(FETCH, "return nil, ErrTimeout"), "leaves without taking any"),
    ),
    steps=(
        Step(span(FETCH, "go func() {"), "starts a goroutine for each url", "First", Act.START, ("func1",)),
        Step(span(FETCH, "case <-time.After(time.Second):"), "a second has passed", "First"),
        Step(
            span(FETCH, "return nil, ErrTimeout"), "returns; nothing receives from answers any more", "First", Act.END
        ),
        Step(span(FETCH, "answers <- answer"), "sends its answer, and waits for ever", "func1", Act.BLOCKED),
    ),
    notes=("answers is a local variable of First, so nobody else can receive from it",),
    help="give the channel room for every sender: `make(chan *Answer, len(urls))`",
)

WIDE_SEND = Finding(
    rule_id="GLS201",
    level=Level.ERROR,
    confidence=Confidence.MEDIUM,
    message="this send may block for ever",
    span=span(WIDE, 'results <- names["東京"]'),
    label="no receiver in view",
    function="main.func1",
    sites=(Site(span(WIDE, "go func()"), "started here"), Site(span(SERVER, "go s.loop()"), "and the loop here")),
)

HELPER = Finding(
    rule_id="GLS303",
    level=Level.WARNING,
    confidence=Confidence.MEDIUM,
    message="this server can be given no timeout",
    span=span(WIDE, "http.ListenAndServe(addr, nil)"),
    label="every idle connection keeps a goroutine",
    function="main",
    help="make an http.Server with ReadHeaderTimeout and IdleTimeout",
)


def result(
    *findings: Finding,
    hidden: Hidden = Hidden(),  # noqa: B008 -- it is frozen
    notifications: tuple[Notification, ...] = (),
    files: int = 120,
    sources: tuple[SourceFile, ...] = (),
) -> Result:
    """Return a result that shows `findings`."""
    return Result(
        findings=findings,
        hidden=hidden,
        notifications=notifications,
        sources={source.path: source for source in (FETCH, WIDE, SERVER, *sources)},
        rules=RULES,
        selected=frozenset(page.rule.id for page in RULES),
        files=files,
        packages=7,
    )


EVERYTHING = result(
    WIDE_SEND,
    HELPER,
    ABANDONED,
    hidden=Hidden(suppressed=1, below_confidence=2),
    notifications=(
        Notification("the directive suppresses nothing", span(FETCH, "// First returns the first answer")),
        Notification("internal/broken.go could not be parsed", failed=True),
    ),
)


def moved(finding: Finding, distance: int) -> Finding:
    """Return the finding with all its spans moved by so many bytes."""

    def move(there: Span) -> Span:
        return Span(there.path, there.start + distance, there.end + distance)

    return replace(
        finding,
        span=move(finding.span),
        sites=tuple(replace(site, span=move(site.span)) for site in finding.sites),
        steps=tuple(replace(step, span=move(step.span)) for step in finding.steps),
    )
