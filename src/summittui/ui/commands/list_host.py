"""The screen with lists as the sets of commands know it."""

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
        """Put the cursor of a list back on a row, at once or when the list has come."""


class ListHost(Protocol):
    """A screen with linked lists, one of which has the filter and the marks."""

    browsing: Browsing | None
    """What the lists show; None until the store has been read."""

    @property
    def app(self) -> CommandApp:
        """The app of the screen."""

    @property
    def filtered(self) -> str:
        """The table of the list that the keys went to last."""

    @property
    def filtered_list(self) -> RecordList:
        """That list."""

    @property
    def current(self) -> Record | None:
        """The record under its cursor."""

    def go_to(self, pane: str) -> None:
        """Focus a pane."""

    def entitle(self, table: str) -> None:
        """Say what a list shows: in its title, or below the line that narrows it."""

    @property
    def arrival(self) -> RecordArrival:
        """The ways to a record."""

    def run_command(self, command_id: str) -> None:
        """Run a command, or say why it cannot be run now."""

    def refuse(self, reason: str) -> None:
        """Say why something was not done."""


def why_reading(host: ListHost) -> str | None:
    """Return that the store is being read; None once it has been."""
    return READING if host.browsing is None else None
