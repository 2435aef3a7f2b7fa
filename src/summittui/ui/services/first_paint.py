"""The first paint: kept back a moment where the records come soon, so that the screen is painted once."""

import gc
from collections.abc import Callable
from contextlib import ExitStack

from summittui.ui.base_app import BaseApp

PATIENCE_SECONDS = 0.3
"""Seconds for which the first paint waits for the records at most."""
PATIENCE_WITH_FRAME_SECONDS = 5.0
"""The same where the terminal shows the screen already, as it was left."""


class FirstPaint:
    """A batch update that ends with the first screen complete, or when waiting takes too long."""

    def __init__(self, app: BaseApp, *, waits: bool) -> None:
        """Create the first paint of an app; `waits` tells whether it waits for the records."""
        self._app = app
        self.waits = waits
        """Whether nothing has been painted, because the records may come soon."""
        self._batch = ExitStack()

    def begin(self, read_records: Callable[[], None], *, has_frame: bool) -> None:
        """Read the records: at once with nothing painted before, or after the first paint.

        Args:
            read_records: Begins to read; the paint is let go by `release`.
            has_frame: Whether the terminal shows a kept frame, so that there is more time.
        """
        if self.waits:
            self._batch.enter_context(self._app.batch_update())
            self._app.set_timer(PATIENCE_WITH_FRAME_SECONDS if has_frame else PATIENCE_SECONDS, self.release)
            read_records()
        else:
            self._app.call_after_refresh(read_records)

    def release(self) -> None:
        """Let the first screen be painted, if that has waited."""
        if self.waits:
            self.waits = False
            self._batch.close()
            self._app.screen.refresh(layout=True)


def collect_garbage() -> None:
    """Collect garbage from now on; what the start has made stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
