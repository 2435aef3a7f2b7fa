"""The command that loads a file of records or codes into the store."""

from functools import partial

from summittui.ui.actions import Action, Actions
from summittui.ui.command_app import CommandApp


class LoadingCommands:
    """The command that loads a file, on the screens from which records are brought in."""

    def __init__(self, app: CommandApp) -> None:
        """Create the command for a screen of an app."""
        self._app = app

    @property
    def actions(self) -> Actions:
        """The action of the command, by its id."""
        return {"load": Action(self.load, self._app.session_host.why_not_edit)}

    def load(self) -> None:
        """Ask for a file, and load it; Esc cancels what takes long."""
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.load_edits import LOAD, LoadProgress, load_file

        progress = LoadProgress()
        form = FormScreen("Load a file", LOAD, partial(load_file, progress), is_whole=False, progress=progress)
        self._app.push_screen(form)
