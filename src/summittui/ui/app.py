"""The application: it reads the store behind the first screen and hands its library to all screens."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual import work
from textual.reactive import reactive
from textual.screen import Screen

from summittui.library import Library
from summittui.model import SummitError
from summittui.session import Session
from summittui.ui.command_app import CommandApp
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.terminal import TerminalGuard


class SummitApp(CommandApp):
    """The terminal application of one session."""

    TITLE = "summittui"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {"browse": BrowseScreen}
    DEFAULT_MODE = "browse"
    DEFAULT_CSS = "Toast { width: auto; max-width: 70; padding: 0 1; }"

    library: reactive[Library | None] = reactive(None)
    """All records; None until the store has been read, a new value after every change."""

    def __init__(self, open_session: Callable[[], Session]) -> None:
        """Run on the session that `open_session` opens; it is called in a worker, after the first paint."""
        super().__init__()
        self._open_session = open_session
        self.session: Session | None = None
        self.failure: SummitError | None = None
        """Why the store could not be read; the application ends then."""

    def on_mount(self) -> None:
        """Watch the terminal, and read the store once the first screen has been painted."""
        TerminalGuard(self).start()
        self.call_after_refresh(self._read_store)

    @work(thread=True, exit_on_error=True)
    def _read_store(self) -> None:
        try:
            session = self._open_session()
        except SummitError as error:
            self.call_from_thread(self._fail, error)
        else:
            self.call_from_thread(self._take, session)

    def _take(self, session: Session) -> None:
        self.session = session
        self.library = session.library
        if session.seeded:
            self.notify("A new store was seeded with the collection paris-2025. ? lists the keys.", markup=False)

    def _fail(self, error: SummitError) -> None:
        self.failure = error
        self.exit(return_code=3)

    def do_reload(self) -> None:
        """Read the store again if another process has changed it."""
        self._reload()

    @work(thread=True, exclusive=True)
    def _reload(self) -> None:
        if self.session is None:
            return
        try:
            changed = self.session.reload()
        except SummitError as error:
            self.call_from_thread(self.notify, str(error), markup=False, severity="error")
        else:
            self.call_from_thread(self._reloaded, changed)

    def _reloaded(self, changed: bool) -> None:
        if changed and self.session:
            self.library = self.session.library
        self.notify("The store was read again." if changed else "Nothing has changed in the store.", markup=False)

    def on_unmount(self) -> None:
        """Let go of the store."""
        if self.session:
            self.session.close()
