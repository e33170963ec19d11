"""Names of methods that only one caller can win with: what follows is done once, whoever asks."""

_CLAIMS = ("CompareAndSwap", "CAS", "LoadOrStore", "LoadAndDelete", "Swap", "TryLock", "TryAcquire")


def claims(name: str) -> bool:
    """Tell whether a method of this name claims something that others then find taken.

    These are the methods of sync, sync/atomic, golang.org/x/sync/semaphore and go.uber.org/atomic. The name is enough,
    whatever the type: all that follows from a claim is silence.
    """
    return name.startswith(_CLAIMS)
