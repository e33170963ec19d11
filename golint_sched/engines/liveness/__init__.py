"""The liveness engine asks of a goroutine what can end it.

`contexts` finds the contexts that it could observe, `channels` tells stop signals, timers and data apart, `work`
follows the calls that it makes inside the package, `waits` names the operations that block it, and `exits` the ways
out of its loops. `ignored`, `spinning` and `handlers` put these together, one for each rule.
"""
