"""The last frame of a run, kept so that the next run can begin with it."""

from collections.abc import Sequence

from textual.worker import get_current_worker

from summittui.ui.base_app import BaseApp
from summittui.ui.cell_display import CellDisplay
from summittui.ui.display.cells import Cells
from summittui.ui.frame_keeping import states_of
from summittui.ui.kept_frame import Files
from summittui.ui.scheduling.input_queue import InputQueue
from summittui.ui.services.greeting import Greeting
from summittui.ui.services.session_host import SessionHost


class LastFrame:
    """The recorder of the last screen, without notices and hints, if the store holds all that the screen shows."""

    is_wanted = False
    """Whether the next run may begin with the last screen of this one."""
    taken: "tuple[Sequence[Cells], Files] | None" = None
    """The lines of the screen at the end, and the files of the store that they show; None where they are not kept."""

    def __init__(
        self, app: BaseApp, host: SessionHost, display: CellDisplay, input_queue: InputQueue, greeting: Greeting
    ) -> None:
        """Make the keeper of an app's last frame; nothing is taken yet.

        Args:
            app: The app that ends.
            host: Its session.
            display: What its terminal shows.
            input_queue: Tells when the screen has settled.
            greeting: A hint that is taken away before.
        """
        self._app = app
        self._host = host
        self._display = display
        self._input_queue = input_queue
        self._greeting = greeting
        self._is_taking = False

    def begin(self) -> bool:
        """Take the frame and end the app then; False, and nothing is begun, where no frame is kept."""
        session = self._host.session
        if self._is_taking or not self.is_wanted or session is None or not session.files():
            return False
        self._is_taking = True
        self._app.run_worker(self._take())
        return True

    async def _take(self) -> None:
        try:
            self._display.is_muted = True
            self._app.clear_notifications()
            await self._greeting.remove()
            await self._input_queue.settled()
            self.taken = await self._settled()
        finally:
            self._app.exit()

    async def _settled(self) -> "tuple[Sequence[Cells], Files] | None":
        """Return the screen with the files of the store; None where it is not of what these files hold."""
        session, lines = self._host.session, self._display.frame
        busy = [each for each in self._app.workers if each.is_running and each is not get_current_worker()]
        if session is None or lines is None or busy:
            return None
        files = states_of(session.files())
        return None if await self._host.is_behind() else (lines, files)
