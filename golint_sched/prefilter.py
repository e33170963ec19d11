"""What of a package is worth parsing, judged by its bytes alone."""

import re
from collections.abc import Iterable

from golint_sched.rule import Rule
from golint_sched.source import SourceFile

# A file without any of these tells nothing about who waits for whom. The last ones are suppression comments, which
# must be seen to be called unused.
_MODEL_WORDS = (
    b"<-",
    b"chan ",
    b"close(",
    b"sync.",
    b"Lock(",
    b".Wait(",
    b"context.",
    b"time.",
    b"http.",
    b"LockOSThread",
    b".Signal(",
    b".Broadcast(",
    b"ListenAndServe",
    b"golintsched",
    b"golint-sched",
    b"GLS",
)
# go f()      { go f() }      case <-c: go f()      but not: // go vet says
_GO_STATEMENT = re.compile(rb"(?m)^[ \t]*go[ \t(]|[{};:)][ \t]*go[ \t(]")


def can_fire(rule: Rule, files: Iterable[SourceFile]) -> bool:
    """Return whether some file holds all words of one of the alternatives that `rule` needs; a rule may need none."""
    return not rule.needs or any(
        all(_holds(file.content, word.encode()) for word in words) for file in files for words in rule.needs
    )


def is_relevant(file: SourceFile) -> bool:
    """Return whether the file can hold a part of the model, in a package that some rule can fire in."""
    return any(word in file.content for word in _MODEL_WORDS) or _holds(file.content, b"go ")


def _holds(content: bytes, word: bytes) -> bool:
    """Return whether `word` stands in `content`; "go " means the statement, which prose would match everywhere."""
    return word in content and (word != b"go " or _GO_STATEMENT.search(content) is not None)
