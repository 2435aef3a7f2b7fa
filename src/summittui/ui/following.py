"""What follows from a key: shown after the key's own answer was painted, and once only while keys come fast."""

from collections.abc import Callable
from time import monotonic
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

FAST_SECONDS = 0.1
"""Keys that come closer to each other are those of a held key."""
REST_SECONDS = 0.05
"""How long a held key must have rested."""


class Following:
    """Something that a screen does after a key, not between the key and the cursor's move."""

    def __init__(self, screen: Screen[Any], act: Callable[[], None]) -> None:
        """Make it.

        Args:
            screen: The key's own answer is painted on it.
            act: What follows.
        """
        self._screen = screen
        self._act = act
        self._asked_at = -FAST_SECONDS
        self._timer: Timer | None = None
        self.is_awaited = False
        """Whether it was asked for and has not been done."""

    def soon(self) -> None:
        """Do it after the next paint; while keys come fast, when they rest."""
        now = monotonic()
        is_fast, self._asked_at = now - self._asked_at < FAST_SECONDS, now
        if self._timer is not None:
            self._timer.stop()  # reset, Textual 8.2.8 would run it to its end before it begins again
        elif self.is_awaited:
            return
        if self._timer is not None or is_fast:
            self._timer = self._screen.set_timer(REST_SECONDS, self.now)
        else:
            self._screen.call_after_refresh(self.now)
        self.is_awaited = True

    def now(self) -> None:
        """Do it at once if it is awaited."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self.is_awaited:
            self.is_awaited = False
            self._act()
