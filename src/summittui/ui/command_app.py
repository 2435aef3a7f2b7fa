"""The app under all screens: our themes, and what the commands in force everywhere do."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.binding import Binding
from textual.dom import DOMNode
from textual.events import Event, Key
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.notifications import Notifications
from textual.reactive import reactive
from textual.widgets._toast import ToastRack

from summittui.session.remembered import Remembered
from summittui.session.settings import LAST, Settings
from summittui.ui.commands import use_keys
from summittui.ui.glyph_filter import GlyphFilter
from summittui.ui.glyphs import FULL, Alphabet
from summittui.ui.keymap import keymap
from summittui.ui.lean.display import LeanApp
from summittui.ui.lean.screen import LeanScreen
from summittui.ui.render.line import line
from summittui.ui.render.signs import speak
from summittui.ui.restrictions import UNRESTRICTED, Restrictions
from summittui.ui.screens.base import CommandScreen
from summittui.ui.theme import MONO, THEME_NAMES, next_theme, setting_of, theme_of, themes
from summittui.ui.turns import Turns
from summittui.ui.widgets.bars import TitleBar
from summittui.ui.widgets.pane import LinePane

if TYPE_CHECKING:
    from summittui.ui.widgets.welcome import Welcome

_REMEMBERED = 5

Bound = tuple[DOMNode, Binding]
"""What a key does, and on what it does that."""


class CommandApp(LeanApp):
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
    ) -> None:
        """Make the app.

        Args:
            settings: What the user wants; with NO_COLOR set the theme is always the monochrome one.
            remembered: What earlier runs leave to this one.
            restrictions: What is closed to its user.
            alphabet: What the terminal can show.
        """
        self._glyph_filter = GlyphFilter(alphabet)
        speak(spoken=alphabet.is_plain)
        self.is_plain = alphabet.is_plain
        """Whether the screens are drawn for a screen reader."""
        self._typing_at = Offset(0, 0)
        self.turns = Turns(self)
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
        self._bound_from: tuple[object, object] = (None, None)
        self._bound: dict[str, list[Bound]] = {}

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
        if not self.turns.keeps(event) and not (isinstance(event, Key) and await self._runs(event)):
            await super().on_event(event)

    async def _runs(self, key: Key) -> bool:
        """Run the command of a key, if nothing on the way from what has the focus asks for keys by itself."""
        if key.is_forwarded or not self.app_focus or not isinstance(self.focused, LinePane):
            return False
        bound = self._bound_to(key.key)
        if any(each.priority for _, each in bound):
            return False
        for at, each in bound:
            if await self.run_action(each.action, at):
                if isinstance(self.screen, LeanScreen):
                    self.screen.paint_at_once()
                return True
        return False

    def _bound_to(self, key: str) -> "Sequence[Bound]":
        """Return what a key is bound to from the focus outwards; looked up once as long as the focus stays."""
        here = (self.screen, self.focused)
        if self._bound_from != here:
            self._bound_from, self._bound = here, {}
            for at, bindings in self.screen._modal_binding_chain:  # noqa: SLF001
                for name, own in bindings.key_to_bindings.items():
                    self._bound.setdefault(name, []).extend((at, each) for each in own)
        return self._bound.get(key, ())

    def on_mount(self) -> None:
        """Take no key that was typed before another program had the terminal: it was meant for that one."""
        self.app_suspend_signal.subscribe(self, lambda _app: self._drop_keys(), immediate=True)

    async def on_unmount(self) -> None:
        """Answer no more keys."""
        self.turns.close()

    def _drop_keys(self) -> None:
        dropped = self.turns.drop()
        if dropped:
            words = f"Another program had the terminal; what was typed ahead is left out ({dropped} keys)."
            self.call_later(self.notify, words, markup=False)

    def on_ready(self) -> None:
        """Show the terminal's own cursor to a screen reader, again when another program has had the terminal."""
        if self.is_plain:
            self._show_cursor()
            self.app_resume_signal.subscribe(self, lambda _app: self._show_cursor(), immediate=True)

    def _show_cursor(self) -> None:
        if self._driver is not None:
            self._driver.write("\x1b[?25h")

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line passes: Textual's filters, then the one for what the terminal cannot show."""
        filters = super().get_line_filters()
        return [*filters, self._glyph_filter] if self._glyph_filter.enabled else filters

    def _refresh_notifications(self) -> None:
        """Show notices on the screen on top; Textual 8.2.8 leaves them on those below until these are on top again."""
        super()._refresh_notifications()
        for screen in self.screen_stack[:-1]:
            for rack in screen.query_children(ToastRack).results(ToastRack):
                if rack.display:
                    rack.show(Notifications())
                    screen._refresh_layout()  # noqa: SLF001

    def do_help(self) -> None:
        """Show the keys of this screen and the signs."""
        if isinstance(self.screen, CommandScreen):
            from summittui.ui.screens.help import HelpScreen

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

        from summittui.ui.screens.palette import PaletteScreen

        self.push_screen(PaletteScreen(caller, self.remembered.recent), run)

    def do_redraw(self) -> None:
        """Draw everything again, whatever the terminal shows."""
        self.forget_terminal()
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

        from summittui.ui.screens.question import QuestionScreen

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
