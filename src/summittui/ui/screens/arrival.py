"""Cursor moves of Browse to a record that another screen or a view asks for."""

from typing import Protocol

from summittui.library import Library
from summittui.model import TABLE_OF
from summittui.ui.browsing import PANES, Browsing
from summittui.ui.command_app import CommandApp
from summittui.ui.screens.linked_lists import LinkedLists


class ArrivalHost(Protocol):
    """A screen with linked lists."""

    browsing: Browsing | None
    """The state of the lists; None until the store has been read."""
    pane: str
    """The pane that has the focus."""
    lists: LinkedLists

    @property
    def app(self) -> CommandApp:
        """The app, whose library may be newer than that of the lists."""

    def go_to(self, pane: str) -> None:
        """Focus a pane."""

    def follow_answer(self) -> None:
        """Show the title and the detail that follow the cursor."""


class Arrival:
    """The part of Browse that puts cursors on records, as soon as the lists have these."""

    def __init__(self, host: ArrivalHost) -> None:
        """Create the part for a screen."""
        self._host = host
        self._awaited: str | None = None

    def take_library(self, library: Library) -> None:
        """Put the cursor on the awaited record, if a library has the record."""
        if self._awaited and library.find(self._awaited):
            self.to_record(self._awaited)

    def to_record(self, id_: str) -> None:
        """Put the cursor on a record, if a list can hold it; the other lists stay as they are."""
        host, now = self._host, self._host.app.library
        if host.browsing and (now is None or now.version != host.browsing.library.version):
            self._awaited = id_  # until the lists are over the records that are shown elsewhere
            return
        self._awaited = None
        record = host.browsing.library.find(id_) if host.browsing else None
        table = TABLE_OF[type(record)] if record else ""
        if host.browsing is None or table not in PANES:
            return
        host.browsing = host.browsing.showing(table, id_)
        host.lists.chosen[table] = id_
        host.lists.to_row(table, id_)
        host.go_to(table)
        host.follow_answer()

    def return_to(self, table: str, key: str | None) -> None:
        """Put the cursor of a list back on a row, at once or when the list is loaded."""
        if key:
            self._host.lists.to_row(table, key)
        self._host.follow_answer()

    def restore(self, browsing: Browsing, table: str, at: str) -> None:
        """Restore a state of the lists, with the cursor of one table on the record `at`."""
        lead = browsing.lead
        self._host.lists.restore_cursors(({lead.table: lead.id} if lead else {}) | ({table: at} if at else {}))
        self._host.pane = table
        self._host.browsing = None  # nothing is kept of what was shown: all lists are asked at once
        self._host.browsing = browsing
