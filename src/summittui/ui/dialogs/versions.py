"""Two versions of one record: both shown, with who made theirs, and one chosen."""

from functools import partial

from textual.widgets import Input

from summittui.model import StoreConflict
from summittui.ui import edits
from summittui.ui.command_app import CommandApp
from summittui.ui.dialogs.question import QuestionScreen
from summittui.ui.render.line import line
from summittui.ui.render.versions import MINE, THEIRS, Logged, conflict_lines, ways_out
from summittui.ui.services.session_host import EditCallbacks


class VersionDialogs:
    """The dialogs that follow an edit of an app."""

    def __init__(self, app: CommandApp) -> None:
        """Make the versions of a record; nothing is shown yet."""
        self._app = app

    def choose_version(self, conflict: StoreConflict, by: Logged | None, callbacks: EditCallbacks) -> None:
        """Let the user see both versions of a record and choose; only say so to one who types meanwhile.

        Args:
            conflict: Both versions.
            by: The edit that made the other version, where one is told.
            callbacks: Run with the outcome.
        """
        app, edit_again = self._app, callbacks.on_conflict
        if edit_again is None and isinstance(app.focused, Input):
            app.complain(conflict)
            return

        def chosen(way: str | None) -> None:
            if way == MINE:
                app.session_host.run_edit(partial(edits.put_mine, conflict), callbacks)
            elif way == THEIRS:
                app.say("Their version stays.")
                if callbacks.on_saved:
                    callbacks.on_saved(conflict.theirs.id if conflict.theirs else None)
            elif edit_again:
                edit_again(conflict.theirs)

        ways = ways_out(conflict, may_edit_again=edit_again is not None)
        lines, at = conflict_lines(conflict, by)
        app.push_screen(QuestionScreen("Two versions of one record", lines, ways, top=at), chosen)

    def show_report(self, title: str, paragraphs: tuple[str, ...]) -> None:
        """Show what is to be read after an edit."""
        self._app.push_screen(QuestionScreen(title, [line(each) for each in paragraphs]))
