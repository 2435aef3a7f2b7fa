"""The app under all screens: its services, and the terminal that it is shown on."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypedDict, Unpack

from textual.driver import Driver
from textual.events import Event, Key, Resize
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.messages import TerminalSupportsSynchronizedOutput
from textual.screen import Screen

from summittui.model.text import counted
from summittui.present.signs import set_spoken
from summittui.session.editor import Program
from summittui.session.remembered import Remembered
from summittui.session.settings import Settings
from summittui.ui.actions import Actions
from summittui.ui.base_app import BaseApp
from summittui.ui.cell_display import CellDisplay
from summittui.ui.early_paint import EarlyPaint
from summittui.ui.frame_keeping import begin_with
from summittui.ui.keys.keymap import keymap
from summittui.ui.keys.lookup import use_keys
from summittui.ui.restrictions import UNRESTRICTED, Restrictions
from summittui.ui.scheduling.input_queue import InputQueue
from summittui.ui.services.copying import CopyController
from summittui.ui.services.greeting import Greeting
from summittui.ui.services.navigation import Navigation
from summittui.ui.services.session_host import SessionHost
from summittui.ui.services.theming import ThemeController
from summittui.ui.terminal.direct_driver import direct_driver
from summittui.ui.terminal.pager import pager_ends_by_itself
from summittui.ui.terminal.programs import run_program
from summittui.ui.textual_compat import after_notifications, hide_notices, replace_display, why_stock
from summittui.ui.theme.glyph_filter import GlyphFilter
from summittui.ui.theme.glyphs import FULL, Alphabet
from summittui.ui.widgets.pane import LinePane


class AppOptions(TypedDict, total=False):
    """The options of every app."""

    settings: Settings
    """The settings of the user; with NO_COLOR set the theme is always the monochrome one."""
    remembered: Remembered
    """The choices that earlier runs leave to this one."""
    restrictions: Restrictions
    """The restrictions of the user."""
    alphabet: Alphabet
    """The characters that the terminal can show."""
    early: EarlyPaint | None
    """A frame that the terminal shows already."""
    program: Program | None
    """Runs a program in the terminal while the app is out of the way."""


class CommandApp(BaseApp):
    """An app whose screens run commands of the one table."""

    session_host: SessionHost
    """The session; of an app that has one."""

    def __init__(self, **options: Unpack[AppOptions]) -> None:
        """Make the app; `options` are described where they are declared."""
        alphabet, early, program = options.get("alphabet", FULL), options.get("early"), options.get("program")
        self.early = early
        """A frame that was on the terminal before the app."""
        self.glyph_filter = GlyphFilter(alphabet)
        """Takes the place of what the terminal cannot show."""
        set_spoken(spoken=alphabet.is_plain)
        self._typing_at = Offset(0, 0)
        self.keys_answered = 0
        """The number of keys that were handed to a screen."""
        self.input_queue = InputQueue(self)
        """The keys, pastes and mouse events that wait for their turn."""
        super().__init__(
            settings=options.get("settings", Settings()),
            remembered=options.get("remembered", Remembered(welcomed=True)),
            restrictions=options.get("restrictions", UNRESTRICTED),
            alphabet=alphabet,
        )
        keys = keymap(self.settings.keys)
        use_keys(keys)
        # Textual 8.2.8 leaves a command without keys those that it had; nobody can press this one.
        self.set_keymap({each: ",".join(own) or f"no-key-{each}" for each, own in keys.items()})
        self.driver: Driver | None = None
        """Writes to the terminal, once there is one."""
        self.cells = CellDisplay(self)
        """The display of cells, where the display is not left to Textual."""
        if early is not None:
            begin_with(self.cells, early.frame)
        if why_stock() is None:
            replace_display(self, self.cells.draw)
            after_notifications(self, self._hide_notices_below)
        self.theming = ThemeController(self)
        self.greeting = Greeting(self)
        self.navigation = Navigation(self)
        self.copying = CopyController(self, lambda: self.driver)
        self.program: Program = program or partial(run_program, self)
        """Runs a program in the terminal."""
        self.pager: Program = program or partial(run_program, self, ends_by_itself=pager_ends_by_itself)
        """Runs a pager; the screens wait for a key before they cover the text of one that ended by itself."""

    def notify(self, message: str, **options: Any) -> None:
        """Show a notice in the place of the one before it; `options` are those of Textual."""
        self.clear_notifications()
        super().notify(message, **options)

    def actions_for(self, screen: Screen[Any]) -> Actions:  # noqa: ARG002 - for subclasses
        """Return the actions of the commands that work on every screen, for one of them."""
        return {}

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver, made to write at once."""
        return direct_driver(super().get_driver_class(), self.take_driver, self.early)

    def take_driver(self, driver: Driver) -> None:
        """Set the driver that writes to the terminal."""
        self.driver = self.cells.driver = driver

    def on_terminal_supports_synchronized_output(self, _: TerminalSupportsSynchronizedOutput) -> None:
        """Wrap long updates in synchronised output from now on."""
        self.cells.is_synchronised = True

    def on_resize(self, event: Resize) -> None:
        """Discard the front buffer after a change of size."""
        self.cells.resize(*event.size)

    @property
    def cursor_position(self) -> Offset:
        """The terminal's own cursor: where one types, in plain mode else on the line that has the keys."""
        pane = self.focused if self.is_plain and self.is_running else None
        return pane.cursor_offset if isinstance(pane, LinePane) else self._typing_at

    @cursor_position.setter
    def cursor_position(self, offset: Offset) -> None:
        self._typing_at = offset

    async def on_event(self, event: Event) -> None:
        """Dispatch a key once the keys before it have settled."""
        if isinstance(event, Key):
            self.key_pressed()
        if not self.input_queue.defer(event):
            self.keys_answered += isinstance(event, Key) and not event.is_forwarded
            await super().on_event(event)

    def key_pressed(self) -> None:
        """Note that a key has arrived, before it is dispatched."""

    def on_mount(self) -> None:
        """Discard queued keys and the front buffer whenever another program has had the terminal."""
        self.app_resume_signal.subscribe(self, lambda _app: self.cells.forget(), immediate=True)
        self.app_suspend_signal.subscribe(self, lambda _app: self._drop_keys(), immediate=True)

    async def on_unmount(self) -> None:
        """Close the input queue and the copy controller."""
        self.input_queue.close()
        self.copying.close()

    def _drop_keys(self) -> None:
        dropped = self.input_queue.drop()
        if dropped:
            words = f"Another program had the terminal; what was typed ahead is left out ({counted(dropped, 'key')})."
            self.call_later(self.notify, words, markup=False)

    def on_ready(self) -> None:
        """Show the terminal's own cursor to a screen reader, again when another program has had the terminal."""
        if self.is_plain:
            self._show_cursor()
            self.app_resume_signal.subscribe(self, lambda _app: self._show_cursor(), immediate=True)

    def _show_cursor(self) -> None:
        if self.driver is not None:
            self.driver.write("\x1b[?25h")

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line passes: Textual's filters, then the one for what the terminal cannot show."""
        filters = super().get_line_filters()
        return [*filters, self.glyph_filter] if self.glyph_filter.enabled else filters

    def _hide_notices_below(self) -> None:
        """Take notices from the screens below; Textual 8.2.8 leaves them there until these are on top again."""
        for screen in self.screen_stack[:-1]:
            hide_notices(screen)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what is selected in a line that is typed in, the way everything is copied."""
        self.copying.copy_selection(text)

    @property
    def clipboard(self) -> str:
        """The text that a line takes when something is pasted into it from here."""
        return self.copying.selection

    @property
    def export_folder(self) -> Path:
        """The folder of exported files, unless another path is entered."""
        return self.restrictions.folder or self.settings.export_folder or Path()

    def redraw(self) -> None:
        """Draw everything again, whatever the terminal shows."""
        self.cells.forget()
        self.refresh(layout=True)
