"""The configuration engine finds out with which settings an http.Server is put to use.

`sources` finds where a server comes into being, `holders` which variables and fields then mean it, `trace` follows it
along every path to the calls that serve, `effects` says what single operations do to it, `settings` reads the values
that its fields get, `listeners` knows which connections are bounded whatever the settings, and `verdict` says how sure
we are of a server that some use finds open.
"""

from golint_sched.engines.configuration.listeners import is_bounded
from golint_sched.engines.configuration.settings import Setting, Settings
from golint_sched.engines.configuration.verdict import OpenServer, open_servers

__all__ = ["OpenServer", "Setting", "Settings", "is_bounded", "open_servers"]
