"""A refresh that follows a key: run after the key's own answer was painted, and once only while a key is held."""

from collections.abc import Callable
from time import monotonic
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

FAST_SECONDS = 0.1
"""Keys that come closer to each other are those of a held key."""
REST_SECONDS = 0.05
"""The time without a key after which a held key counts as released."""


class DeferredRefresh:
    """A refresh that a screen runs after a paint, not between a key and the cursor's move."""

    def __init__(self, screen: Screen[Any], act: Callable[[], None]) -> None:
        """Make a refresh; nothing is scheduled yet.

        Args:
            screen: The key's own answer is painted on it.
            act: Refreshes what follows the cursor.
        """
        self._screen = screen
        self._act = act
        self._scheduled_at = -FAST_SECONDS
        self._timer: Timer | None = None
        self.is_pending = False
        """Whether the refresh was scheduled and has not run."""

    def schedule(self) -> None:
        """Run the refresh after the next paint; while keys come fast, when they rest."""
        flush = monotonic()
        is_fast, self._scheduled_at = flush - self._scheduled_at < FAST_SECONDS, flush
        if self._timer is not None:
            self._timer.stop()  # reset, Textual 8.2.8 would run it to its end before it begins again
        elif self.is_pending:
            return
        if self._timer is not None or is_fast:
            self._timer = self._screen.set_timer(REST_SECONDS, self.flush)
        else:
            self._screen.call_after_refresh(self.flush)
        self.is_pending = True

    def flush(self) -> None:
        """Run the refresh at once if it is pending."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self.is_pending:
            self.is_pending = False
            self._act()
