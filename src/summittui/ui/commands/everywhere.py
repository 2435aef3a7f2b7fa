"""The commands that mean the same on every screen: help, palette, theme, redraw, reload."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from summittui.ui.actions import Action, Actions
from summittui.ui.command_screen import CommandScreen
from summittui.ui.render.line import line
from summittui.ui.scheduling.executors import BEFORE_KEYS
from summittui.ui.scheduling.painting import painted
from summittui.ui.theme.themes import THEME_NAMES, setting_of

if TYPE_CHECKING:
    from summittui.session.collections import ListedCollection

_RECENT = 5
"""The number of recently run commands at the top of the palette."""


def _size(one: "ListedCollection") -> str:
    """Return the size of a collection in words, and whether the library has the collection."""
    counts = ", ".join(f"{count} {table}" for table, count in one.records.items())
    return f"{counts}; {'in the library' if one.held else 'not in the library'}".removeprefix("; ")


class CommandsEverywhere:
    """The commands that every screen has."""

    def __init__(self, screen: CommandScreen[Any]) -> None:
        """Create the commands for a screen."""
        self._screen = screen
        self._app = screen.app

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        return {
            "help": Action(self.show_help),
            "palette": Action(self.show_palette),
            "theme": Action(self._app.theming.next, self._why_fixed),
            "choose-theme": Action(self.choose_theme, self._why_fixed),
            "redraw": Action(self._app.redraw),
            "collections": Action(self.choose_collection, self._why_no_collection),
            "scope": Action(self.choose_scope, self._why_no_scope),
            "reload": Action(lambda: self._app.session_host.reload(asked=True)),
        }

    def _why_no_collection(self) -> str | None:
        return self._app.restrictions.why_not_edit() or self._app.why_read_only or self._why_no_scope()

    def choose_collection(self) -> None:
        """Ask for a collection to add to the store or to remove."""
        self._app.session_host.ask(lambda session: session.collections.listed(), self._offer_collections)

    def _offer_collections(self, found: "Sequence[ListedCollection]") -> None:
        from summittui.ui import edits
        from summittui.ui.dialogs.question import QuestionScreen

        def chosen(answer: str | None) -> None:
            if answer is None:
                return
            verb, _, name = answer.partition(" ")
            self._app.say(f"{'Bringing in' if verb == 'add' else 'Taking out'} {name} …")
            change = edits.add_collection if verb == "add" else edits.remove_collection
            self._app.session_host.run_edit(partial(change, name))

        told = [line((f"{each.id}  ", "title"), each.title, (f"  {_size(each)}", "apparatus")) for each in found]
        answers = [(f"add {each.id}", f"Add {each.id}") for each in found if each.version and each.held != each.version]
        answers += [(f"remove {each.id}", f"Remove {each.id}") for each in found if each.held]
        self._app.push_screen(QuestionScreen("Collections", told, answers), chosen)

    def _why_no_scope(self) -> str | None:
        return None if self._app.library is not None else "The store is still being read."

    def choose_scope(self) -> None:
        """Ask for the scope of all screens."""
        from summittui.ui.dialogs.scope import EVERYTHING, ScopeScreen

        def chosen(scope: str | None) -> None:
            if scope is not None:
                self._app.session_host.limit("" if scope == EVERYTHING else scope)

        library = self._app.session_host.whole_library
        if library is not None:
            self._app.push_screen(ScopeScreen(library), chosen)

    def _why_fixed(self) -> str | None:
        return self._app.theming.why_fixed

    def show_help(self) -> None:
        """Show the help: the keys and signs of the screen."""
        from summittui.ui.dialogs.help import HelpScreen

        self._over_what_is_seen(lambda: self._app.push_screen(HelpScreen(self._screen)))

    def show_palette(self) -> None:
        """Show the command palette, and run the command that is picked."""
        from summittui.ui.dialogs.palette import PaletteScreen

        recent = self._app.remembered.recent
        self._over_what_is_seen(lambda: self._app.push_screen(PaletteScreen(self._screen, recent), self._run_found))

    def _over_what_is_seen(self, show: Callable[[], object]) -> None:
        """Push a dialog that explains the signs of the screen, once the whole screen is painted."""

        async def show_then() -> None:
            await painted(self._screen).wait()
            show()

        self._screen.run_worker(show_then(), group=BEFORE_KEYS)

    def _run_found(self, command_id: str | None) -> None:
        if command_id is not None:
            remembered = self._app.remembered
            others = (each for each in remembered.recent if each != command_id)
            self._app.remembered = replace(remembered, recent=(command_id, *others)[:_RECENT])
            self._screen.run_command(command_id)

    def choose_theme(self) -> None:
        """Ask for a theme."""
        from summittui.ui.dialogs.question import QuestionScreen

        def chosen(name: str | None) -> None:
            if name is not None:
                self._app.theming.take(name)

        present = (line(("The present one is ", "apparatus"), (self._app.theming.name, "words"), "."),)
        answers = [(name, setting_of(name)) for name in THEME_NAMES]
        self._app.push_screen(QuestionScreen("Which theme?", present, answers), chosen)
