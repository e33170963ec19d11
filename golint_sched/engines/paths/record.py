"""What one walk over a function collects."""

from dataclasses import dataclass, field

from golint_sched.engines.paths.keys import Key
from golint_sched.engines.paths.state import Again, During, Endless, Exit, Mixed, State, Unmatched, Walked, Wanted
from golint_sched.engines.paths.trail import Trail
from golint_sched.model.expressions import Call
from golint_sched.model.functions import Function
from golint_sched.source import Span


@dataclass(slots=True)
class Record:
    """The findings of a walk about the object `key`; the keys of the tables are what makes two findings equal."""

    key: Key
    exits: dict[object, Exit] = field(default_factory=dict)
    unmatched: dict[object, Unmatched] = field(default_factory=dict)
    matched: set[Call] = field(default_factory=set)
    endless: dict[object, Endless] = field(default_factory=dict)
    again: dict[object, Again] = field(default_factory=dict)
    mixed: dict[object, Mixed] = field(default_factory=dict)
    wanted: dict[object, Wanted] = field(default_factory=dict)
    during: dict[Call, During] = field(default_factory=dict)
    passed: set[Call] = field(default_factory=set)
    capped: Function | None = None

    def finished(self) -> Walked:
        """Return what was collected."""
        return Walked(
            exits=tuple(self.exits.values()),
            unmatched=tuple(self.unmatched.values()),
            matched=frozenset(self.matched),
            endless=tuple(self.endless.values()),
            again=tuple(self.again.values()),
            mixed=tuple(self.mixed.values()),
            wanted=tuple(self.wanted.values()),
            during=self.during,
            passed=frozenset(self.passed),
            capped=self.capped,
        )

    def note_endless(self, state: State, trail: Trail | None, span: Span, inner: Span) -> None:
        """Note that control is caught there with something held."""
        if not state.handed_on:
            hold = state.held[-1]
            self.endless.setdefault((hold.call, span), Endless(hold, span, inner, trail))

    def note_again(self, state: State, wanted: Wanted, trail: Trail | None, *, moved: bool = False) -> None:
        """Note an acquisition of what is held, or, if `moved`, of the next element with the last one still held."""
        if not state.handed_on and not state.moved:
            hold = state.held[-1]
            place = (hold.call, wanted.calls[0], wanted.origin, moved)
            self.again.setdefault(place, Again(hold, wanted, trail, moved))

    def note_wanted(self, wanted: Wanted) -> None:
        """Note an acquisition that a caller's hold would block."""
        self.wanted.setdefault((wanted.calls[0], wanted.origin), wanted)

    def note_call(self, call: Call, state: State, trail: Trail | None) -> None:
        """Note whether the object is held where a call is made: by the function itself, or as its caller left it."""
        if state.handed_on or state.moved:
            return
        if state.held:
            self.during.setdefault(call, During(state.held[-1], trail))
        elif not state.borrowed:
            self.passed.add(call)
