"""GLS603: two goroutines take two locks in opposite orders."""

from collections.abc import Iterator

from golint_sched.engines.paths import describe, function_name
from golint_sched.engines.paths.lock_order import Cycle, Taken, orders_of
from golint_sched.engines.paths.lock_twins import TwinOrders, Twins
from golint_sched.engines.paths.locks_kept import locks_of
from golint_sched.finding import Act, Confidence, Finding, Level, Notification, Site, Step, limit_reached
from golint_sched.link.package import Package
from golint_sched.model.expressions import Call
from golint_sched.rule import Rule

RULE = Rule(
    id="GLS603",
    name="lock-order",
    summary="Two locks are taken in opposite orders by functions that can run at the same time",
    level=Level.WARNING,
    confidence=Confidence.MEDIUM,
    proof="leak",
    since="0.1.0",
    needs=(("Lock()",),),
    opt_in=True,
    cwe=(833,),
    engine="locks",
)


def check(package: Package) -> Iterator[Finding | Notification]:
    """Yield a finding for each set of locks for which goroutines can wait for one another in a ring."""
    locks = locks_of(package)
    orders = orders_of(locks)
    for cycle in orders.cycles():
        yield _finding(cycle)
    for fault in TwinOrders(orders).found():
        yield _twins(fault) if isinstance(fault, Twins) else _finding(fault)
    yield from (limit_reached(function.key, function.name_span) for function in locks.walker.capped)


def _finding(cycle: Cycle) -> Finding:
    own = cycle.taken[0]
    others = cycle.taken[1:]
    name = function_name(own.function)
    return RULE.at(
        own.wanted.calls[-1].span,
        f"{name} locks {own.second.name} while it holds {own.first.name}; {_orders(others)}",
        label=f"waits here for {own.second.name}, with {own.first.name} held",
        function=own.function.key,
        sites=tuple(_sites(cycle)),
        steps=tuple(_steps(cycle)),
        notes=tuple(_notes(cycle)),
        help=_help(cycle),
        confidence=Confidence.MEDIUM if cycle.is_sure else Confidence.LOW,
    )


def _orders(others: tuple[Taken, ...]) -> str:
    """Return who takes the locks in the other order."""
    parts = [
        f"{function_name(each.function)} locks {each.second.name} while it holds {each.first.name}" for each in others
    ]
    return ", and ".join(parts)


def _sites(cycle: Cycle) -> Iterator[Site]:
    for place, each in enumerate(cycle.taken):
        name = function_name(each.function)
        hold = each.during.hold
        yield Site(hold.origin.span, f"{name} locks {each.first.name} here first")
        if hold.call is not hold.origin:
            yield Site(hold.call.span, f"{name} takes {each.first.name} through this call")
        for call in each.wanted.calls[:-1]:
            yield Site(call.span, f"this call comes to lock {each.second.name}")
        if place:
            yield Site(each.wanted.calls[-1].span, f"{each.second.name} is locked here, with {each.first.name} held")


def _steps(cycle: Cycle) -> Iterator[Step]:
    """Yield the run: each goroutine takes its first lock, and then waits for the next one's."""
    lanes = [f"goroutine {place} ({function_name(each.function)})" for place, each in enumerate(cycle.taken, 1)]
    for lane, each in zip(lanes, cycle.taken, strict=True):
        hold = each.during.hold
        yield Step(hold.call.span, f"`{describe(hold.call)}` takes {each.first.name}", lane)
    for place, (lane, each) in enumerate(zip(lanes, cycle.taken, strict=True)):
        for call in each.wanted.calls[:-1]:
            yield Step(call.span, f"calls `{_called(call)}` with {each.first.name} held", lane)
        holder = (place + 1) % len(lanes) + 1
        yield Step(
            each.wanted.calls[-1].span,
            f"waits for {each.second.name}, which goroutine {holder} holds",
            lane,
            Act.BLOCKED,
        )


def _called(call: Call) -> str:
    """Return the call as it stands there, or without its arguments where they are long."""
    text = describe(call)
    return text if text != "…" else f"{describe(call.function)}(…)"


def _notes(cycle: Cycle) -> Iterator[str]:
    yield (
        "If each has taken its first lock before the other takes its second one, both wait for ever, and so does every "
        "goroutine that asks for one of the locks later."
    )
    if cycle.writers:
        yield "A read lock waits for another one only behind a writer that came in between, and the package has one."


def _help(cycle: Cycle) -> str:
    own = cycle.taken[0]
    return (
        f"take {own.first.name} and {own.second.name} in one order everywhere, or release {own.first.name} before "
        f"{own.second.name} is locked"
    )


def _twins(twins: Twins) -> Finding:
    taken = twins.taken
    name = function_name(taken.function)
    first, second = taken.held.text, taken.wanted.key.text if taken.wanted.key is not None else ""
    hold = taken.during.hold
    sites = [Site(hold.origin.span, f"{name} locks {first} here first")]
    sites += [Site(call.span, f"this call comes to lock {second}") for call in taken.wanted.calls[:-1]]
    if twins.given:
        ways = [(describe(each.call) if each.call else name, each) for each in twins.given]
        sites += [Site(each.place.call.span, f"locks {each.held.text}, then {each.wanted.text}") for _, each in ways]
    lanes = [f"goroutine {number} ({name})" for number in (1, 2)]
    there = taken.wanted.calls[-1].span
    steps = (
        Step(hold.call.span, f"takes {first}", lanes[0]),
        Step(hold.call.span, f"takes its own {first}, which goroutine 1 calls {second}", lanes[1]),
        Step(there, f"waits for {second}, which goroutine 2 holds", lanes[0], Act.BLOCKED),
        Step(there, f"waits for its own {second}, which goroutine 1 holds", lanes[1], Act.BLOCKED),
    )
    return RULE.at(
        taken.wanted.calls[-1].span,
        f"{name} locks {second} while it holds {first}, two of one kind, in the order that its callers choose",
        label=f"waits here for {second}, with {first} held",
        function=taken.function.key,
        sites=tuple(sites),
        steps=steps,
        notes=(f"Two goroutines that call {name} with the same two objects in opposite orders wait for each other.",),
        help="take the two locks in an order that does not depend on the caller: that of an id, say",
    )
