"""The protocol of a screen with lists, as command sets know one."""

from typing import Protocol

from summittui.model import Record
from summittui.ui.browsing import Browsing
from summittui.ui.command_app import CommandApp
from summittui.ui.widgets.record_list import RecordList

READING = "The store is still being read."


class RecordArrival(Protocol):
    """Puts the cursors of lists on records."""

    def to_record(self, id_: str) -> None:
        """Put the cursor on a record, if a list can hold it."""

    def return_to(self, table: str, key: str | None) -> None:
        """Put the cursor of a list back on a row, at once or when the list is loaded."""


class ListHost(Protocol):
    """A screen with linked lists, one of which has the filter and the marks."""

    browsing: Browsing | None
    """The state of the lists; None until the store has been read."""

    @property
    def app(self) -> CommandApp:
        """The app of the screen."""

    @property
    def filtered(self) -> str:
        """The table of the list that had the focus last."""

    @property
    def filtered_list(self) -> RecordList:
        """The list of that table."""

    @property
    def current(self) -> Record | None:
        """The record under the cursor of that list."""

    def go_to(self, pane: str) -> None:
        """Focus a pane."""

    def entitle(self, table: str) -> None:
        """Render the title of a list, or the line below its filter."""

    @property
    def arrival(self) -> RecordArrival:
        """The part that moves cursors to records."""

    def run_command(self, command_id: str) -> None:
        """Run a command, or notify the reader why it cannot be run now."""

    def refuse(self, reason: str) -> None:
        """Notify the reader why something was not done."""


def why_reading(host: ListHost) -> str | None:
    """Return the refusal while the store is being read; None once it has been."""
    return READING if host.browsing is None else None
