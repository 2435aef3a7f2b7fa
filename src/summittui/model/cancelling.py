"""Cancellation of long work: a function that the work asks whether it should stop."""

from collections.abc import Callable

IsCancelled = Callable[[], bool]
"""Returns whether nobody waits for the result any more."""


def never_cancelled() -> bool:
    """Return False, for work that nobody cancels."""
    return False
