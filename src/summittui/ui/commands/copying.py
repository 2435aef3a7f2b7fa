"""The commands by which words leave the program with their proof: copy, export, page, address."""

import os
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from summittui.model import SummitError
from summittui.ui.actions import Action, Actions
from summittui.ui.handover import ToCopy, clean_page, copied
from summittui.ui.render.line import line
from summittui.ui.terminal.environment import over_ssh
from summittui.ui.view_screen import ViewScreen

if TYPE_CHECKING:
    from summittui.exchange.citing import Citation


class CopyCommands:
    """The commands that copy, export and page; the screen's `handover` says which records."""

    def __init__(self, screen: ViewScreen) -> None:
        """Create the commands for a screen."""
        self._screen = screen
        self._app = screen.app

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        return {
            "copy": Action(self.copy, self._why_not_copy),
            "copy-cited": Action(self.copy_cited, self._why_not_copy),
            "address": Action(self.open_address, self._why_not_copy),
            "export": Action(self.export, self._why_not_export),
            "page": Action(self.page, self._why_not_page),
        }

    def _why_not_copy(self) -> str | None:
        return None if self._screen.handover.to_copy().things else "Nothing that can be copied is under the cursor."

    def _why_not_export(self) -> str | None:
        return "Nothing is shown that can be exported." if self._screen.handover.to_export() is None else None

    def _why_not_page(self) -> str | None:
        return "Nothing is under the cursor that has a text." if self._screen.handover.to_page() is None else None

    def copy(self) -> None:
        """Copy the record under the cursor, or all marked records, each with a short citation."""
        what, library = self._screen.handover.to_copy(), self._app.library
        if library is not None:
            self._app.copying.copy(partial(copied, library, what), _counted(what, "with its citation"))

    def copy_cited(self) -> None:
        """Ask for a citation style, then copy the records with full citations."""
        from summittui.exchange.citing import STYLES, Style
        from summittui.ui.dialogs.question import QuestionScreen

        what, library, copying = self._screen.handover.to_copy(), self._app.library, self._app.copying
        if library is None:
            return

        def chosen(answer: str | None) -> None:
            if answer is not None:
                copying.style = Style(answer)
                told = _counted(what, f"with its full citation ({answer})")
                copying.copy(partial(copied, library, what, copying.style), told)

        styles = sorted(STYLES, key=lambda style: style is not (copying.style or Style.PLAIN))
        answers = [(style.value, STYLES[style]) for style in styles]
        question = [Text("In which style? No report gets quotation marks in any of them.")]
        self._app.push_screen(QuestionScreen("Copy with the full citation", question, answers), chosen)

    def export(self) -> None:
        """Ask for a format and a file, and export the records on the screen."""
        from summittui.exchange.exports import limited_export
        from summittui.present.scope import scope_words
        from summittui.ui.dialogs.export import ExportScreen

        export, library = self._screen.handover.to_export(), self._app.library
        if export is not None and library is not None:
            export = limited_export(export, scope_words(library))
            self._app.push_screen(ExportScreen(export, self._app.export_folder))

    def page(self) -> None:
        """Show the text of the screen in the user's pager."""
        from summittui.ui.terminal.pager import paged

        page = self._screen.handover.to_page()
        if page is None:
            return
        try:
            paged(clean_page(page), f"{page.name}.txt", self._app.pager)
        except SummitError as error:
            self._app.complain(error)

    def open_address(self) -> None:
        """Open the URL of the source in $BROWSER; over SSH, or without a browser, show and copy the URL."""
        from summittui.session.editor import run_or_refuse
        from summittui.ui.dialogs.question import QuestionScreen
        from summittui.ui.terminal.pager import browser_command

        try:
            address = self._address
            if not address:
                self._app.say("No source with an address of the web is under the cursor.")
                return
            command = [] if over_ssh() else browser_command(address, os.environ)
            if command:
                run_or_refuse(command, "browser", "BROWSER", self._app.program)
                return
        except SummitError as error:
            self._app.complain(error)
            return
        self._app.copying.copy_text(address, "the address")
        shown = [line((address, "source"))]
        self._app.push_screen(QuestionScreen("The address, copied as well", shown))

    @property
    def _address(self) -> str:
        """The first URL of the record under the cursor; empty where there is none."""
        from summittui.exchange.citing import cite
        from summittui.exchange.citing.styles import is_web_address

        things, library = self._screen.handover.to_copy().things, self._app.library
        found = cite(library, things[0]) if things and library else None
        return next(filter(is_web_address, _addresses(found)), "") if found else ""


def _addresses(found: "Citation") -> list[str]:
    own = [found.document.url] if found.document else []
    return [url for url in (*own, *(locator.source.url for locator in found.locators)) if url]


def _counted(what: ToCopy, told: str) -> str:
    return told if len(what.things) == 1 else f"{len(what.things)} records, each {told}"
