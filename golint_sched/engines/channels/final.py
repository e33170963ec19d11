"""What the explored states say together: which sets of them are never left."""

from collections.abc import Iterator

from golint_sched.engines.channels.explore import Space
from golint_sched.engines.channels.states import Lane


def waiting_in(space: Space, component: frozenset[int]) -> list[Lane]:
    """Return the goroutines that stand at an operation in all states of such a set and never go on."""
    moved = {lane for number in component for step in space.transitions[number] for lane in step.moved}
    return [
        lane
        for lane in dict.fromkeys(space.states[min(component)].lanes)
        if lane.frames and lane not in moved and not any(lane not in space.states[number].lanes for number in component)
    ]


def final_components(space: Space) -> Iterator[frozenset[int]]:
    """Yield the sets of states that, once reached, are never left (Tarjan's strongly connected components)."""
    count = len(space.states)
    order = [-1] * count
    low = [0] * count
    on_stack = [False] * count
    stack: list[int] = []
    component_of = [-1] * count
    components: list[frozenset[int]] = []
    clock = 0
    work: list[tuple[int, int]] = [(0, 0)]
    while work:
        node, edge = work.pop()
        if edge == 0:
            order[node] = low[node] = clock
            clock += 1
            stack.append(node)
            on_stack[node] = True
        steps = space.transitions[node]
        while edge < len(steps):
            target = steps[edge].target
            edge += 1
            if order[target] < 0:
                work.append((node, edge))
                work.append((target, 0))
                break
            if on_stack[target]:
                low[node] = min(low[node], order[target])
        else:
            if low[node] == order[node]:
                members: set[int] = set()
                while True:
                    member = stack.pop()
                    on_stack[member] = False
                    component_of[member] = len(components)
                    members.add(member)
                    if member == node:
                        break
                components.append(frozenset(members))
            if work:
                parent = work[-1][0]
                low[parent] = min(low[parent], low[node])
    for component in components:
        here = component_of[min(component)]
        if all(component_of[step.target] == here for number in component for step in space.transitions[number]):
            yield component
