"""The app under all screens: our themes, and what the commands in force everywhere do."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual.app import App
from textual.driver import Driver
from textual.events import Event, Resize
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.messages import TerminalSupportsSynchronizedOutput
from textual.reactive import reactive

from summittui.present.signs import speak
from summittui.session.remembered import Remembered
from summittui.session.settings import LAST, Settings
from summittui.ui.cell_display import CellDisplay
from summittui.ui.command_screen import CommandScreen
from summittui.ui.early_paint import EarlyPaint
from summittui.ui.frame_keeping import begin_with
from summittui.ui.keys.keymap import keymap
from summittui.ui.keys.lookup import use_keys
from summittui.ui.render.line import line
from summittui.ui.restrictions import UNRESTRICTED, Restrictions
from summittui.ui.scheduling.input_queue import InputQueue
from summittui.ui.terminal.direct_driver import direct_driver
from summittui.ui.textual_compat import after_notifications, hide_notices, replace_display, why_stock
from summittui.ui.theme.glyph_filter import GlyphFilter
from summittui.ui.theme.glyphs import FULL, Alphabet
from summittui.ui.theme.themes import MONO, THEME_NAMES, next_theme, setting_of, theme_of, themes
from summittui.ui.widgets.bars import TitleBar
from summittui.ui.widgets.pane import LinePane

if TYPE_CHECKING:
    from summittui.ui.widgets.welcome import Welcome

_REMEMBERED = 5


class CommandApp(App[Any]):
    """An app with our themes, whose screens run commands of the one table."""

    ENABLE_COMMAND_PALETTE = False

    why_read_only: reactive[str | None] = reactive(None, repaint=False)
    """Why nothing can be edited, as a sentence; None where it can. Every title bar says so."""

    def __init__(
        self,
        *,
        settings: Settings = Settings(),  # noqa: B008 - immutable
        remembered: Remembered = Remembered(welcomed=True),  # noqa: B008 - immutable
        restrictions: Restrictions = UNRESTRICTED,
        alphabet: Alphabet = FULL,
        early: EarlyPaint | None = None,
    ) -> None:
        """Make the app.

        Args:
            settings: What the user wants; with NO_COLOR set the theme is always the monochrome one.
            remembered: What earlier runs leave to this one.
            restrictions: What is closed to its user.
            alphabet: What the terminal can show.
            early: A frame that the terminal shows already.
        """
        self.early = early
        """A frame that was on the terminal before the app."""
        self._glyph_filter = GlyphFilter(alphabet)
        speak(spoken=alphabet.is_plain)
        self.is_plain = alphabet.is_plain
        """Whether the screens are drawn for a screen reader."""
        self._typing_at = Offset(0, 0)
        self.input_queue = InputQueue(self)
        """In which order keys are answered, and when."""
        # Textual 8.2.8 paints ANSI themes black on black with NO_COLOR, unless it was told of them from the start.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.settings = settings
        self.remembered = remembered
        """What this run leaves to the next one."""
        keys = keymap(settings.keys)
        use_keys(keys)
        # Textual 8.2.8 leaves a command without keys those that it had; nobody can press this one.
        self.set_keymap({each: ",".join(own) or f"no-key-{each}" for each, own in keys.items()})
        for each in themes():
            self.register_theme(each)
        self.theme = MONO if self.no_color else theme_of(settings.theme, remembered.theme)
        self.restrictions = restrictions
        """What is closed to its user."""
        self._welcome: Welcome | None = None
        self.driver: Driver | None = None
        """Writes to the terminal, once there is one."""
        self.cells = CellDisplay(self, lambda: self.driver)
        """What the terminal shows, where that is not left to Textual."""
        if early is not None:
            begin_with(self.cells, early.frame)
        if why_stock() is None:
            replace_display(self, self.cells.draw)
            after_notifications(self, self._hide_notices_below)

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver, made to write at once."""
        return direct_driver(super().get_driver_class(), self.take_driver, self.early)

    def take_driver(self, driver: Driver) -> None:
        """Write to the terminal by a driver from now on."""
        self.driver = driver

    def on_terminal_supports_synchronized_output(self, _: TerminalSupportsSynchronizedOutput) -> None:
        """Mark long updates as one from now on."""
        self.cells.is_synchronised = True

    def on_resize(self, event: Resize) -> None:
        """Take nothing for granted of what the terminal shows after a change of size."""
        self.cells.resize(*event.size)

    def greet(self) -> None:
        """On the very first start name the keys that matter."""
        if self.settings.hints and not self.remembered.welcomed:
            from summittui.ui.widgets.welcome import Welcome

            self.remembered = replace(self.remembered, welcomed=True)
            self._welcome = Welcome()
            self.screen.mount(self._welcome, after=self.screen.query_one(TitleBar))

    def takes_key(self, command_id: str) -> bool:
        """Return whether a key was meant for the hint of the first start alone."""
        return self._welcome is not None and self._welcome.is_attached and self._welcome.takes(command_id)

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor is: while one types there, in plain mode else on the line at hand."""
        pane = self.focused if self.is_plain and self.is_running else None
        return pane.cursor_offset if isinstance(pane, LinePane) else self._typing_at

    @cursor_position.setter
    def cursor_position(self, offset: Offset) -> None:
        self._typing_at = offset

    async def on_event(self, event: Event) -> None:
        """Answer a key once the keys before it are answered."""
        if not self.input_queue.defer(event):
            await super().on_event(event)

    def on_mount(self) -> None:
        """Take nothing from before another program had the terminal: no key, and not what the terminal shows."""
        self.app_resume_signal.subscribe(self, lambda _app: self.cells.forget(), immediate=True)
        self.app_suspend_signal.subscribe(self, lambda _app: self._drop_keys(), immediate=True)

    async def on_unmount(self) -> None:
        """Answer no more keys."""
        self.input_queue.close()

    def _drop_keys(self) -> None:
        dropped = self.input_queue.drop()
        if dropped:
            words = f"Another program had the terminal; what was typed ahead is left out ({dropped} keys)."
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
        return [*filters, self._glyph_filter] if self._glyph_filter.enabled else filters

    def _hide_notices_below(self) -> None:
        """Take notices from the screens below; Textual 8.2.8 leaves them there until these are on top again."""
        for screen in self.screen_stack[:-1]:
            hide_notices(screen)

    def do_help(self) -> None:
        """Show the keys of this screen and the signs."""
        if isinstance(self.screen, CommandScreen):
            from summittui.ui.dialogs.help import HelpScreen

            self.push_screen(HelpScreen(self.screen))

    def do_palette(self) -> None:
        """Let a command of this screen be found by its name, then run it."""
        caller = self.screen
        if not isinstance(caller, CommandScreen):
            return

        def run(command_id: str | None) -> None:
            if command_id is not None:
                others = (each for each in self.remembered.recent if each != command_id)
                self.remembered = replace(self.remembered, recent=(command_id, *others)[:_REMEMBERED])
                caller.run_command(command_id)

        from summittui.ui.dialogs.palette import PaletteScreen

        self.push_screen(PaletteScreen(caller, self.remembered.recent), run)

    def do_redraw(self) -> None:
        """Draw everything again, whatever the terminal shows."""
        self.cells.forget()
        self.refresh(layout=True)

    def do_theme(self) -> None:
        """Change to the next theme."""
        self._colour(lambda: self._take_theme(next_theme(self.theme)))

    def do_choose_theme(self) -> None:
        """Choose a theme from the list of all."""
        self._colour(self._offer_themes)

    def _colour(self, change: Callable[[], None]) -> None:
        if self.no_color:
            self.notify("NO_COLOR is set: the theme stays monochrome.", markup=False)
        else:
            change()

    def _offer_themes(self) -> None:
        def chosen(name: str | None) -> None:
            if name is not None:
                self._take_theme(name)

        from summittui.ui.dialogs.question import QuestionScreen

        present = (line(("The present one is ", "apparatus"), (setting_of(self.theme), "words"), "."),)
        answers = [(name, setting_of(name)) for name in THEME_NAMES]
        self.push_screen(QuestionScreen("Which theme?", present, answers), chosen)

    def _take_theme(self, name: str) -> None:
        """Show a theme, say its name, and keep it for the next run, unless the settings name one."""
        self.theme = name
        words = f"Theme: {setting_of(name)}."
        if self.settings.theme == LAST:
            self.remembered = replace(self.remembered, theme=setting_of(name))
        else:
            words += f" The next run begins with {self.settings.theme}, as the settings say."
        self.notify(words, markup=False, timeout=2)
