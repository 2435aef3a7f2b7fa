"""Copy and hand over: how words leave the program with their proof."""

import os
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from rich.text import Text
from textual import work

from summittui.model import SummitError
from summittui.ui.command_screen import CommandScreen
from summittui.ui.handed import ToCopy, clean_page, copied
from summittui.ui.render.line import line, sentence
from summittui.ui.scheduling.executors import SerialExecutor
from summittui.ui.session_app import SessionApp
from summittui.ui.terminal.environment import over_ssh

if TYPE_CHECKING:
    from summittui.exchange.citing import Cited, Style
    from summittui.ui.terminal.clipboard import Clipboard


class HandingApp(SessionApp):
    """An app from which words are taken away; a screen says what with `to_copy`, `to_export` and `to_page`."""

    _selection = ""
    _style: "Style | None" = None
    """What was chosen last."""

    @cached_property
    def ways_out(self) -> "Clipboard":
        """Where copies go."""
        from summittui.ui.terminal.clipboard import Clipboard

        closed = self.restrictions.kiosk
        return Clipboard(self._write_to_terminal, self.settings.clipboard, terminal_only=closed)

    @cached_property
    def _copying(self) -> SerialExecutor:
        return SerialExecutor()

    @property
    def export_folder(self) -> Path:
        """Where files are written unless another path is given."""
        return self.restrictions.folder or self.settings.export_folder or Path()

    def hand_over(self, text: str, what: str) -> None:
        """Copy a text and say which ways it went.

        Args:
            text: What to copy; what could drive a terminal is left out.
            what: What it is, as it follows "Copied", such as "with its citation".
        """
        self._hand_over(lambda: text, what)

    @work
    async def _hand_over(self, make: Callable[[], str], what: str) -> None:
        try:
            text = await self._copying.run(make)
        except SummitError as error:
            self.say(sentence(error), is_error=True)
            return
        handed = await self._copying.run(partial(self.ways_out.hand_over, text))
        self.say(handed.told(what), is_error=not handed.ways)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what is selected in a line that is typed in, the way everything is copied."""
        self._selection = text
        self.hand_over(text, "the selection")

    @property
    def clipboard(self) -> str:
        """The text that a line takes when something is pasted into it from here."""
        return self._selection

    def _write_to_terminal(self, sequence: str) -> None:
        if self.driver is not None:
            self.driver.write(sequence)

    async def on_unmount(self) -> None:
        """Take no more copies."""
        self._copying.close()

    def do_copy(self) -> None:
        """Copy what is under the cursor, or all that is marked, with who said it where."""
        what, library = self._to_copy, self.library
        if library is not None:
            self._hand_over(partial(copied, library, what), _counted(what, "with its citation"))

    def do_copy_cited(self) -> None:
        """Ask for a style, then copy with the full citation."""
        from summittui.exchange.citing import STYLES, Style
        from summittui.ui.dialogs.question import QuestionScreen

        what, library = self._to_copy, self.library
        if library is None:
            return

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self._style = Style(answer)
                told = _counted(what, f"with its full citation ({answer})")
                self._hand_over(partial(copied, library, what, self._style), told)

        styles = sorted(STYLES, key=lambda style: style is not (self._style or Style.PLAIN))
        answers = [(style.value, STYLES[style]) for style in styles]
        question = [Text("In which style? No report gets quotation marks in any of them.")]
        self.push_screen(QuestionScreen("Copy with the full citation", question, answers), chosen)

    def do_export(self) -> None:
        """Write what is shown into a file."""
        from summittui.ui.dialogs.export import ExportScreen

        export = self._caller.to_export()
        if export is not None:
            self.push_screen(ExportScreen(export, self.export_folder))

    def do_page(self) -> None:
        """Show the text in the pager."""
        from summittui.ui.terminal.pager import paged

        page = self._caller.to_page()
        if page is None:
            return
        try:
            paged(clean_page(page), f"{page.name}.txt", self.pager)
        except SummitError as error:
            self.say(sentence(error), is_error=True)

    def do_address(self) -> None:
        """Open the address of the source in $BROWSER; over SSH, or without one, show and copy it."""
        from summittui.session.editor import run_or_refuse
        from summittui.ui.dialogs.question import QuestionScreen
        from summittui.ui.terminal.pager import browser_command

        try:
            address = self._address
            if not address:
                self.say("No source with an address of the web is under the cursor.")
                return
            command = [] if over_ssh() else browser_command(address, os.environ)
            if command:
                run_or_refuse(command, "browser", "BROWSER", self.program)
                return
        except SummitError as error:
            self.say(sentence(error), is_error=True)
            return
        self.hand_over(address, "the address")
        shown = [line((address, "source"))]
        self.push_screen(QuestionScreen("The address, copied as well", shown))

    @property
    def _caller(self) -> CommandScreen[Any]:
        """The screen from which the command was run."""
        return cast("CommandScreen[Any]", self.screen)

    @property
    def _to_copy(self) -> ToCopy:
        return self._caller.to_copy()

    @property
    def _address(self) -> str:
        """The first address of the web of what is under the cursor; empty where there is none."""
        from summittui.exchange.citing import cited
        from summittui.exchange.citing.styles import is_web_address

        things, library = self._to_copy.things, self.library
        found = cited(library, things[0]) if things and library else None
        return next(filter(is_web_address, _addresses(found)), "") if found else ""


def _addresses(found: "Cited") -> list[str]:
    own = [found.document.url] if found.document else []
    return [url for url in (*own, *(place.source.url for place in found.places)) if url]


def _counted(what: ToCopy, told: str) -> str:
    return told if len(what.things) == 1 else f"{len(what.things)} records, each {told}"
