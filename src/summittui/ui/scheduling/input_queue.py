"""Keys, each in its turn: the next one is handed out when what the one before it caused has settled.

Textual 8.2.8 sends each key to what has the focus when the key is read. Of keys that come at once (pasted, typed ahead,
held back by a slow line) those behind `/` would reach the list, those behind a key that opens a screen the one below.
"""

import asyncio
from collections import deque
from time import monotonic
from typing import Any

from textual.app import App
from textual.events import Event, InputEvent, Paste
from textual.screen import Screen

from summittui.ui.scheduling.executors import BEFORE_KEYS
from summittui.ui.scheduling.painting import painted

PATIENCE_SECONDS = 0.3
"""The longest time that a key waits for an answer that the key before asked for, in seconds."""
PATIENCE_AT_START_SECONDS = 3.0
"""The longest time that the first key waits for the first screen, in seconds."""
STUCK_SECONDS = 10.0
"""The longest time that a key waits for the focus and the screen to which the key before leads, in seconds."""
_LOOK_SECONDS = 0.005


class InputQueue:
    """A queue of keys, pastes and mouse events, each dispatched once the one before has settled."""

    def __init__(self, app: App[Any]) -> None:
        """Make an empty queue.

        Args:
            app: It asks whether each of its events has to wait, and gets those that had to once more in their turn.
        """
        self._app = app
        self._waiting: deque[Event] = deque()
        self._handed: Event | None = None
        self._settled: Screen[Any] | None = None
        self._given_up: frozenset[object] = frozenset()
        self._task: asyncio.Task[None] | None = None
        self._idle: asyncio.Task[None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an event is queued, or the last one has not settled."""
        return self._task is not None

    def defer(self, event: Event) -> bool:
        """Queue an event from the terminal if an earlier one has not settled yet; return True if it was queued."""
        if not isinstance(event, InputEvent | Paste) or event.is_forwarded or event is self._handed:
            return False
        is_settled = self._settled is not None and self._settled is self._screen
        has_turn = self._task is None and is_settled and not self._awaited - self._given_up
        if not has_turn:
            self._waiting.append(event)
        if self._task is None:
            self._task = asyncio.create_task(self._hand_out())
            self._task.add_done_callback(_raise)
        return not has_turn

    def drop(self) -> int:
        """Discard the queued events; return their number."""
        dropped = len(self._waiting)
        self._waiting.clear()
        return dropped

    def close(self) -> None:
        """Stop dispatching."""
        if self._task is not None:
            self._task.cancel()

    async def _hand_out(self) -> None:
        """Wait until what had its turn has settled, and give the next one its turn."""
        await self.settled()
        while self._waiting:
            self._handed = self._waiting.popleft()
            self._app.post_message(self._handed)
            await self.settled()
        self._task = None

    async def settled(self) -> None:
        """Wait until every message is answered, nothing is awaited, and another screen than before is painted.

        What is still awaited after a while is given up, and after a longer one all of it.
        """
        end = monotonic() + (PATIENCE_SECONDS if self._settled else PATIENCE_AT_START_SECONDS)
        try:
            async with asyncio.timeout(STUCK_SECONDS):
                await self._rest()
                while (awaited := self._awaited - self._given_up) or self._settled is not self._screen:
                    if not awaited:
                        self._settled = await self._painted(self._screen)
                    elif monotonic() < end:
                        await asyncio.sleep(_LOOK_SECONDS)
                    else:
                        self._given_up |= awaited
                    await self._rest()
        except TimeoutError:
            self._settled, self._given_up = self._screen, self._awaited

    async def _painted(self, screen: Screen[Any] | None) -> Screen[Any] | None:
        """Return a screen once nothing is left to be painted on it, and all is done that was to follow from that."""
        is_left = screen is not None
        while screen is not None and is_left:
            is_painted = painted(screen)
            await self._rest()
            is_left = not is_painted.is_set()
            await is_painted.wait()
        return screen

    async def _rest(self) -> None:
        """Wait until the loop is idle; several who wait share one look, or each would keep the others from it."""
        if self._idle is None or self._idle.done():
            self._idle = asyncio.create_task(_idle())
        await asyncio.shield(self._idle)

    @property
    def _screen(self) -> Screen[Any] | None:
        stack = self._app.screen_stack
        return stack[-1] if stack else None

    @property
    def _awaited(self) -> frozenset[object]:
        """The work that must end before the next key: some workers, and the screen if it is not ready."""
        workers = (each for each in self._app.workers if each.group == BEFORE_KEYS)
        return frozenset((*workers, *([] if getattr(self._screen, "is_ready", True) else [self._screen])))


def _raise(task: "asyncio.Task[None]") -> None:
    """Let the loop know of what failed; no key would be handed out any more, and nobody told why."""
    if not task.cancelled():
        task.result()


async def _idle() -> None:
    """Wait until nothing is left to be done but what waits for a thread, a clock or the terminal."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]  # noqa: SLF001  # asyncio has no word for it
    is_idle = False
    while not is_idle:
        await asyncio.sleep(0)
        is_idle = not ready
