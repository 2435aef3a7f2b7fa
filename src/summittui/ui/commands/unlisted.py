"""The commands on records that no pane of Browse lists: issues, sources, claims, events and disagreements."""

from collections.abc import Callable
from functools import partial

from summittui.library import Library
from summittui.model import Record
from summittui.ui.actions import Action, Actions, Refusal
from summittui.ui.command_app import CommandApp

UNLISTED = {
    "issues": "issue",
    "sources": "source",
    "claims": "claim",
    "events": "event",
    "disagreements": "disagreement",
}
"""The word for one record, by table, of the tables that no pane lists."""


class UnlistedCommands:
    """The commands that add a record of these tables, or pick one to change or delete."""

    def __init__(
        self,
        app: CommandApp,
        refuse: Callable[[str], None],
        *,
        add: Callable[[str], None],
        change: Callable[[Record], None],
        delete: Callable[[Record], None],
    ) -> None:
        """Create the commands for a screen.

        Args:
            app: The app, which has the library.
            refuse: Says why something was not done.
            add: Adds a record of a table.
            change: Changes a record.
            delete: Deletes a record.
        """
        self._app = app
        self._refuse = refuse
        self._add = add
        self._change = change
        self._delete = delete

    def actions(self, why_not: Refusal) -> Actions:
        """Return what the commands do, refused for a reason that holds for all."""
        actions: dict[str, Action] = {}
        for table, one in UNLISTED.items():
            actions[f"add-{one}"] = Action(partial(self._add, table), why_not)
            actions[f"change-{one}"] = Action(partial(self._find, table, one, self._change), why_not)
            actions[f"delete-{one}"] = Action(partial(self._find, table, one, self._delete), why_not)
        return actions

    def _find(self, table: str, one: str, then: Callable[[Record], None]) -> None:
        """Pick a record of a table by its name or id, and call back with the record."""
        from summittui.ui.dialogs.picker import PickerScreen

        library: Library | None = self._app.session_host.whole_library
        if library is None or not library.size(table):
            self._refuse(f"The store holds no {table}.")
            return

        def picked(id_: str | None) -> None:
            record = library.find(id_) if id_ else None
            if record is not None:
                then(record)

        self._app.push_screen(PickerScreen(f"Which {one}?", library, (table,)), picked)
