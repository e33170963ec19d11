"""What a rule is: its metadata, and how it makes findings."""

from dataclasses import dataclass

from golint_sched.finding import Confidence, Finding, Level, Site, Step
from golint_sched.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The metadata of one rule; every argument is a literal, so that it can be read without running the module.

    `needs` says in which files the rule can fire at all: alternatives, each a tuple of words that must all stand
    in the file's bytes. `proof` is one of the words that the catalogue's Proof column uses. `cwe` are the numbers
    of the weaknesses in the Common Weakness Enumeration that the fault is an instance of. Rules with the same `engine`
    share most of their work, so that one process does it for a package that several processes analyse. `elsewhere` are
    the names that other linters have for the same fault: the linter's own as nolint takes it (`gosec`), and those of
    its checks (`G112`); a comment that tells them to accept it is taken at its word.
    """

    id: str
    name: str
    summary: str
    level: Level
    confidence: Confidence
    proof: str
    since: str
    needs: tuple[tuple[str, ...], ...]
    opt_in: bool = False
    in_tests: bool = True
    cwe: tuple[int, ...] = ()
    engine: str = ""
    elsewhere: tuple[str, ...] = ()

    def at(
        self,
        span: Span,
        message: str,
        *,
        label: str,
        function: str = "",
        sites: tuple[Site, ...] = (),
        steps: tuple[Step, ...] = (),
        notes: tuple[str, ...] = (),
        help: str = "",  # noqa: A002 -- the word that every report prints before it
        level: Level | None = None,
        confidence: Confidence | None = None,
    ) -> Finding:
        """Return a finding of this rule at `span`, with the rule's own level and confidence unless given."""
        return Finding(
            rule_id=self.id,
            level=level or self.level,
            confidence=confidence or self.confidence,
            message=message,
            span=span,
            label=label,
            function=function,
            sites=sites,
            steps=steps,
            notes=notes,
            help=help,
        )
