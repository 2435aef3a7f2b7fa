"""Polling for other sessions' edits: often while somebody types, seldom while nobody does."""

import asyncio
from collections.abc import Callable
from time import monotonic

POLL_SECONDS = 0.5
"""The shortest time between two polls, in seconds."""
SELDOM_SECONDS = 5.0
"""The longest time between two polls, in seconds."""
_PART = 60
"""The divisor of the time without a key that gives the time between two polls."""


def pause(idle: float, often: float = POLL_SECONDS) -> float:
    """Return the seconds until the next poll, `idle` seconds after the last key."""
    return max(often, min(idle / _PART, SELDOM_SECONDS))


class ChangePoller:
    """A poller that runs by timers of the event loop, so that no message is posted for a poll."""

    def __init__(self, look: Callable[[], None], often: float = POLL_SECONDS) -> None:
        """Make a poller; nothing is polled yet.

        Args:
            look: Looks once; called in the loop in which `begin` was.
            often: Seconds between two looks while somebody types.
        """
        self._look = look
        self._often = often
        self._key_at = monotonic()
        self._next: asyncio.TimerHandle | None = None
        self._has_ended = False

    def begin(self) -> None:
        """Start polling."""
        self._next = asyncio.get_running_loop().call_later(pause(monotonic() - self._key_at, self._often), self._now)

    def end(self) -> None:
        """Stop polling, and cancel the next poll."""
        self._has_ended = True
        if self._next is not None:
            self._next.cancel()
            self._next = None

    def pressed(self) -> None:
        """Poll often again; at once if the last poll is long past."""
        idle, self._key_at = monotonic() - self._key_at, monotonic()
        if self._next is not None and pause(idle, self._often) > self._often:
            self._next.cancel()
            self._now()

    def _now(self) -> None:
        if not self._has_ended:
            self._look()
            self.begin()
