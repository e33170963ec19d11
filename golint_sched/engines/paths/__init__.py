"""The path engine: what is acquired must be released on every way out of a function.

`Walker` follows the paths of a function for one row of the protocol table; `Duties` knows who must release what.
"""

from golint_sched.engines.paths.duty import Duties, Excess, Kept, Nested, thread_duties
from golint_sched.engines.paths.moves import DEPTH_LIMIT
from golint_sched.engines.paths.narrate import branch_text, describe, function_name, steps
from golint_sched.engines.paths.protocol import THREAD, Effect, Protocol
from golint_sched.engines.paths.roles import Role, callers_of, is_root, role, roots_of, runs_once
from golint_sched.engines.paths.state import Endless, Exit, Hold, State, Unmatched, Walked
from golint_sched.engines.paths.trail import Event, EventKind, Trail, events
from golint_sched.engines.paths.walk import STATE_LIMIT, Walker

__all__ = [
    "DEPTH_LIMIT",
    "STATE_LIMIT",
    "THREAD",
    "Duties",
    "Effect",
    "Endless",
    "Event",
    "EventKind",
    "Excess",
    "Exit",
    "Hold",
    "Kept",
    "Nested",
    "Protocol",
    "Role",
    "State",
    "Trail",
    "Unmatched",
    "Walked",
    "Walker",
    "branch_text",
    "callers_of",
    "describe",
    "events",
    "function_name",
    "is_root",
    "role",
    "roots_of",
    "runs_once",
    "steps",
    "thread_duties",
]
