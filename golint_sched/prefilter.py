"""What of a package is worth parsing, judged by its bytes alone.

On the Go tree, seven bytes in eight lie in functions that neither wait nor wake anybody, nor call or are called by one
that does. They are not removed but overwritten with blanks, so that every position stays true.
"""

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from golint_sched.rule import Rule
from golint_sched.source import SourceFile

# A declaration without any of these waits for nobody and wakes nobody. The last ones are those of suppression
# comments, which must be seen to be called unused.
_WORDS = (
    b"<-",
    b"chan ",
    b"close(",
    b"select {",
    b"sync.",
    b"Lock(",
    b"Lock)",
    b"nlock(",  # Unlock, RUnlock
    b"nlock)",
    b".Body",
    b".Stop(",
    b"Thread",
    b".Wait",
    b".Go(",
    b".Done(",
    b".Signal",  # also as a value: context.AfterFunc(ctx, q.ready.Broadcast)
    b".Broadcast",
    b"cancel",
    b"time.After",
    b"time.New",
    b"time.Tick",
    b"time.Sleep",
    b"http.",
    b".Do(",
    b".RoundTrip(",
    b"context.With",
    b"iter.Pull",
    b".Serve",
    b"Server{",
    b"KeepAlives",
    b"Timeout",
    b"ListenAndServe",
    b"Notify(",
    *(b"Setns(", b"Unshare(", b"netns.", b"RawSyscall", b"Prctl(", b"Seccomp", b"etuid(", b"etgid("),  # thread state
    *(b"\tC.", b" C.", b"(C."),
    b"golintsched",
    b"golint-sched",
    b"GLS",
)
# go f()      { go f() }      case <-c: go f()      but not: // go vet says
_GO_STATEMENT = re.compile(rb"(?m)^[ \t]*go[ \t(]|[{};:)][ \t]*go[ \t(]")
_FUNCTION_NAME = re.compile(rb"\nfunc (?:\([^)\n]*\) ?)?(\w+)")
# f( and, as an argument, s.f, or s.f); the possessive `*+` keeps what does not fit from being tried letter by letter
_MENTION = re.compile(rb"\b([A-Za-z_]\w*+)[(),]")
# fields and variables: in, out chan Event      ready *sync.Cond
_CHANNELS = re.compile(rb"(?:\n\t+|var |\{ )((?:\w+, )*\w+) +(?:(?:<-)?chan|\*?sync\.Cond)\b")
_MADE = re.compile(rb"\n(?:\t|var )(\w+) += make\(chan\b")  # var ready = make(chan struct{})
# fields and variables: base context.Context      var root = context.Background()
_CONTEXTS = re.compile(rb"(?:\n\t+|var )(\w+) +(?:= )?(?:\w+\.)?(?:Context\b|Background\(\)|TODO\(\))")
_WORD = f"{string.ascii_letters}{string.digits}_".encode()
_WORDS_APART = bytes(byte if byte in _WORD else ord(" ") for byte in range(256))
_CHECKED = re.compile(rb"\(\w+\.\w+, \[\]string\{")  # check(s.kinds, []string{"a", "b"})
_RANGED = re.compile(rb"range (?:\w+\.)*(\w+) \{")  # for event := range w.events {
_TABLE = re.compile(rb"\n(var) (?:[^\n]*\{|\()\n")
_GENERATED_TABLE = re.compile(rb"\n(var|const) (?:[^\n]*\{|\()\n")
_NEXT_DECLARATION = re.compile(rb"\n[^\s)]")  # a line that continues a function's header is indented, or begins with )
_LARGE_TABLE = 1000  # bytes; a smaller one is lowered faster than it is judged
_HEADER = 4096  # bytes, which hold a licence and what stands below it


@dataclass(frozen=True, slots=True)
class Part:
    """A file to parse: `content` is as long as the file, with blanks for what does not matter."""

    path: str
    content: bytes


def able(rules: Sequence[Rule], files: Iterable[SourceFile]) -> frozenset[str]:
    """Return the ids of the rules that can fire.

    For such a rule some file holds all words of one of the alternatives that it needs; a rule may need none.
    """
    found = {rule.id for rule in rules if not rule.needs}
    waiting = [rule for rule in rules if rule.needs]
    for file in files:
        held = cache(partial(_holds, file.content))  # most rules need the same few words
        able_here = {rule.id for rule in waiting if any(all(map(held, words)) for words in rule.needs)}
        found |= able_here
        waiting = [rule for rule in waiting if rule.id not in able_here]
    return frozenset(found)


def parts(files: Iterable[SourceFile]) -> Iterator[Part]:
    """Yield what is to be parsed of the files of one package.

    Bodies are kept of the functions that hold a word of the model, of those that these mention by name, and of those
    that mention these. Types and constants are kept wherever they stand; large tables of values are not.
    """
    declared = [(file, tuple(_functions(file.content))) for file in files]
    kept = _kept(declared)
    for file, functions in declared:
        if not any(function in kept for function in functions) and not _declares(file, functions):
            continue
        boring = [
            (function.body + 1, function.end - 1) for function in functions if function.certain and function not in kept
        ]
        yield Part(file.path, _blank(file.content, sorted([*boring, *_tables(file)])))


def wants_body(body: bytes) -> bool:
    """Return whether a function's body, braces included, is what the file says and not a blank in its place."""
    return body.count(b" ") != len(body) - 2 or len(body) <= len(b"{ }")


@dataclass(frozen=True, slots=True, eq=False)
class _Function:
    """A declared function: its bytes begin at `start`, its body's brace stands at `body`, and it ends before `end`.

    Where the function is written on a single line, `body` is `end`, too.
    `certain` tells that the end is known: braces balance, and no raw string or comment may hide a part of it.
    """

    name: bytes
    start: int
    body: int
    end: int
    text: bytes
    certain: bool


def _functions(content: bytes) -> Iterator[_Function]:
    """Yield the functions, with the insides of those whose body is written on lines of its own, as gofmt leaves them.

        func (s *Server) Run(
                ctx context.Context,
        ) error {
                …
        }

    Where the code is not formatted, the braces do not balance, and all up to the next function is taken as one. A
    function on a single line has no end to be found: the next brace at the end of a line is that of a type behind it.
    """
    start = content.find(b"\nfunc ")
    while start != -1:
        following = content.find(b"\nfunc ", start + 1)
        limit = following if following != -1 else len(content)
        name = _FUNCTION_NAME.match(content, start)
        body = content.find(b"{\n", start, limit)
        closing = content.find(b"\n}", body, limit)
        if name and (body == -1 or _NEXT_DECLARATION.search(content, start + 1, body)):
            end = content.find(b"\n", start + 1, limit) if body != -1 or closing == -1 else limit
            end = limit if end == -1 else end
            yield _Function(name[1], start, end, end, content[start:end], certain=False)
        elif name and body != -1 and closing != -1:
            end = closing + len(b"\n}")
            text = content[start:end]
            # Else the brace may be one inside the body: func f() { // comment
            outermost = content.count(b"{", start, body) == content.count(b"}", start, body)
            even = text.count(b"{") == text.count(b"}")
            certain = outermost and even and not any(mark in text for mark in (b"`", b"/*", b"*/"))
            if not certain:
                text = content[start:limit]
            yield _Function(name[1], start, body, end, text, certain)
        start = following


def _kept(declared: Sequence[tuple[SourceFile, tuple[_Function, ...]]]) -> set[_Function]:
    """Return the functions whose bodies matter.

    Generated code is not asked whom it mentions: nothing is reported there, and its methods have everybody's names.
    """
    every = [function for _, functions in declared for function in functions]
    written = [function for file, functions in declared if not _is_generated(file) for function in functions]
    channels = {
        name
        for file, _ in declared
        if b"chan" in file.content or b"sync.Cond" in file.content
        for names in _CHANNELS.findall(file.content)
        for name in names.split(b", ")
    }
    telling = [function for function in every if _tells(function.text) or _ranges(function.text, channels)]
    names = {function.name for function in telling}
    mentioned = {name for function in telling for name in _MENTION.findall(function.text)}
    kept = set(telling)
    kept |= {function for function in every if function.name in mentioned}
    kept |= {function for function in written if function not in kept and _mentions(function, names)}
    made = {name for file, _ in declared for name in _MADE.findall(file.content)}
    kept |= _handing_on([function for function in every if function not in kept], channels | made)
    contexts = {name for file, _ in declared for name in _CONTEXTS.findall(file.content)}
    kept |= _setting([function for function in every if function not in kept], contexts)
    return kept


def _handing_on(functions: Iterable[_Function], channels: set[bytes]) -> set[_Function]:
    """Return the functions that mention a channel's or condition's name: one may give it to somebody.

    signal.Notify(s.stops)
    """
    if not channels:
        return set()
    mention = re.compile(rb"\b(?:" + b"|".join(sorted(channels)) + rb")\b")
    return {function for function in functions if mention.search(function.text, function.body - function.start)}


def _setting(functions: Iterable[_Function], contexts: set[bytes]) -> set[_Function]:
    """Return the functions that may give a context to what has the name of a field or variable that holds one.

    s.base = ctx      &server{base: ctx}      return context.Background()
    """
    if not contexts:
        return set()
    names = rb"\b(?:" + b"|".join(sorted(contexts)) + rb")"
    given = re.compile(names + rb"(?:(?:, [\w.]+)* = |: )|return (?:\w+\.)?(?:Background|TODO)\(\)")
    return {function for function in functions if given.search(function.text, function.body - function.start)}


def _mentions(function: _Function, names: set[bytes]) -> bool:
    """Return whether a function's body mentions one of the names; most bodies have none of them as a word at all."""
    body = function.body - function.start
    return not (
        names.isdisjoint(function.text[body:].translate(_WORDS_APART).split())
        or names.isdisjoint(_MENTION.findall(function.text, body))
    )


def _tells(text: bytes) -> bool:
    """Return whether a declaration holds a word of the model."""
    if any(word in text for word in _WORDS) or _holds(text, "go ") or _CHECKED.search(text):
        return True
    return b"for {" in text and b"\tdefer " in text  # a deferred call may wait for the end of an endless loop


def _ranges(text: bytes, channels: set[bytes]) -> bool:
    """Return whether a declaration receives by ranging over something that has the name of a channel."""
    return bool(channels) and b"range " in text and not channels.isdisjoint(_RANGED.findall(text))


def _declares(file: SourceFile, functions: Sequence[_Function]) -> bool:
    """Return whether a file without a function that matters may still declare what others need.

    It may where not all of its functions were judged by their bodies: one that is written on a single line was not.
    """
    judged = sum(function.body < function.end for function in functions)
    if b"\ntype " in file.content or file.content.count(b"\nfunc ") > judged:
        return True
    return not _is_generated(file) and (b"\nconst " in file.content or _tells(file.content))


def _is_generated(file: SourceFile) -> bool:
    """Return whether the file says so above its package clause, or close enough: lower decides it exactly."""
    return file.content.find(b"Code generated ", 0, _HEADER) != -1


def _tables(file: SourceFile) -> Iterator[tuple[int, int]]:
    """Yield the insides (start, end) of large groups of values that hold no word of the model.

        var names = map[string]int{
                …
        }

    Of generated code the constants go too: nobody bounds a loop or a channel with them.
    """
    content = file.content
    opener = _GENERATED_TABLE if _is_generated(file) else _TABLE
    for match in opener.finditer(content):
        inside = match.end() - 1
        end = content.find(b"\n)" if content[inside - 1 : inside] == b"(" else b"\n}", inside)
        if end - inside < _LARGE_TABLE:
            continue
        text = content[match.start() : end + 2]
        even = text.count(b"{") == text.count(b"}") and text.count(b"(") == text.count(b")")
        clear = not any(mark in text for mark in (b"`", b"/*", b"*/", b"func"))
        if even and clear and (match[1] == b"const" or not _tells(text)):
            yield inside, end


def _blank(content: bytes, stretches: list[tuple[int, int]]) -> bytes:
    """Return `content` with blanks in the given stretches (start, end), which are in order and apart."""
    pieces = []
    done = 0
    for start, end in stretches:
        if start >= done:
            pieces += [content[done:start], b" " * (end - start)]
            done = end
    return b"".join([*pieces, content[done:]])


def _holds(content: bytes, word: str) -> bool:
    """Return whether `word` stands in `content`; "go " means the statement, which prose would match everywhere."""
    return word.encode() in content and (word != "go " or _GO_STATEMENT.search(content) is not None)
