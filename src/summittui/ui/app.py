"""The application: one session and its screens, put together."""

from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from textual.events import Resize
from textual.screen import Screen

from summittui.library import Library
from summittui.ui.actions import Actions, actions_of
from summittui.ui.command_app import AppOptions, CommandApp
from summittui.ui.commands.copying import CopyCommands
from summittui.ui.commands.everywhere import CommandsEverywhere
from summittui.ui.keys.lookup import command, key_of
from summittui.ui.routes import OpenCommands, routes
from summittui.ui.scheduling.change_poller import POLL_SECONDS
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.services.first_paint import FirstPaint, collect_garbage
from summittui.ui.services.last_frame import LastFrame
from summittui.ui.services.session_host import EditDialogs, SessionHost
from summittui.ui.terminal.environment import is_too_small
from summittui.ui.terminal.guard import TerminalGuard
from summittui.ui.terminal.last_resort import LastResort
from summittui.ui.view_screen import ViewScreen
from summittui.ui.views.links import ViewController, view_of_screen

if TYPE_CHECKING:
    from summittui.session import Session

STYLES = Path(__file__).with_name("screens")
"""Folder of the style sheets that every screen shares."""


def edit_dialogs(app: CommandApp) -> EditDialogs:
    """Return the dialogs that follow an edit; their modules are imported when one is needed."""
    from summittui.ui.dialogs.versions import VersionDialogs

    return VersionDialogs(app)


class SummitApp(CommandApp):
    """The terminal application of one session."""

    TITLE = "summittui"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {"browse": BrowseScreen}
    DEFAULT_MODE = "browse"
    # Named here as well, or Textual 8.2.8 would parse every rule again for the screen. Whole paths, since Textual looks
    # for others beside the file of the subclass.
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "browse.tcss", STYLES / "notices.tcss"]

    def __init__(
        self,
        open_session: "Callable[[], Session]",
        *,
        waits: bool = False,
        poll_seconds: float = POLL_SECONDS,
        **options: Unpack[AppOptions],
    ) -> None:
        """Run on the session that `open_session` opens while the first screen is made.

        Args:
            open_session: Opens it; called in the session's thread.
            waits: Whether the first paint waits for the records, as it should where they are read in no time.
            poll_seconds: How often other sessions' edits are looked for while somebody types.
            options: What every app may be given.
        """
        super().__init__(**options)
        self.first_paint = FirstPaint(self, waits=waits or self.early is not None)
        """Keeps the app from painting until the records are there."""
        self.session_host = SessionHost(
            self, open_session, on_opened=self._opened, on_failed=self._failed, poll_seconds=poll_seconds
        )
        self.session_host.dialogs = partial(edit_dialogs, self)
        self.navigation.routes = routes(self)
        self.views = ViewController(self)
        """Opens and saves views."""
        self.last_frame = LastFrame(self, self.session_host, self.cells, self.input_queue, self.greeting)
        """The screen at the end, for the next run."""
        self._guard = TerminalGuard(
            self, may_suspend=self.restrictions.may_suspend, redraw=self.redraw, driver=lambda: self.driver
        )
        self.last_resort = LastResort(self, self._guard)
        """Ends the application on an error that nobody expected."""
        self.set_class(self.is_plain, "-plain")

    def actions_for(self, screen: Screen[Any]) -> Actions:
        """Return the actions of the commands that work on every screen, for one of them."""
        if not isinstance(screen, ViewScreen):
            return {}  # a dialog has its own alone
        return actions_of(CommandsEverywhere(screen), CopyCommands(screen), OpenCommands(screen), self.views)

    def on_load(self) -> None:
        """Install the signal handlers before the app takes the terminal."""
        self._guard.start()

    def on_mount(self) -> None:
        """Watch the terminal and read the store: at once, or after the first paint where that takes a while."""
        self._guard.watch()
        self.last_resort.watch()
        if self.alphabet.notice:
            self.say(self.alphabet.notice)
        self.session_host.first_scope = self.views.first_scope
        self.first_paint.begin(self.session_host.open, has_frame=self.early is not None)

    def on_resize(self, event: Resize) -> None:
        """Show a dialog as long as the terminal is too small."""
        if is_too_small(event.size):
            from summittui.ui.dialogs.too_small import TooSmallScreen

            if not isinstance(self.screen, TooSmallScreen):
                self.push_screen(TooSmallScreen())

    def key_pressed(self) -> None:
        """Poll for other sessions' edits more often."""
        self.session_host.poller.pressed()

    def watch_library(self, before: Library | None, library: Library | None) -> None:
        """Open the first view once there are records."""
        if before is None and library is not None:
            self.views.open_first()

    def _opened(self, session: "Session") -> None:
        """Notify the reader of the kind of store, and release the first paint once the first view is complete."""
        words: str | None = None
        if session.seeded:
            offer = f"{key_of('palette')} {command('collections').label} brings in what was signed from 2023 on"
            words = f"A new store was seeded with the collection paris-2025; {offer}. {key_of('help')} lists the keys."
        elif session.is_shipped:
            words = session.why_read_only
        if words:
            self.say(f"{words} {self.alphabet.notice}" if self.alphabet.notice else words)
        self.run_worker(self._begin())

    async def _begin(self) -> None:
        if self.first_paint.waits:
            await self.input_queue.settled()
        self.first_paint.release()
        self.greeting.show()
        collect_garbage()

    def _failed(self) -> None:
        self.first_paint.release()
        self.exit(return_code=3)

    def exit(self, *args: Any, **options: Any) -> None:
        """End, and keep where that was; where nothing says otherwise, with the screen as it is."""
        self.views.remember_left()
        is_plain_end = not (args or options) and view_of_screen(self.screen) is not None
        if not (is_plain_end and self.last_frame.begin()):
            super().exit(*args, **options)

    async def on_unmount(self) -> None:
        """Close the session once every queued edit is made."""
        await self.session_host.close()
