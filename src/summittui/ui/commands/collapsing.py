"""The commands of collapsed rows: one line for each row and column, and a row in full where the cursor opens it."""

from typing import Protocol

from msgspec.structs import replace

from summittui.ui.actions import Action, Actions
from summittui.ui.commands.entries import EntryCommands
from summittui.ui.comparing import Comparing
from summittui.ui.widgets.grid import Grid


class CollapsingHost(Protocol):
    """A screen with rows that can be collapsed."""

    comparing: Comparing
    """The comparison as it is asked for."""

    @property
    def grid(self) -> Grid:
        """The grid."""

    @property
    def row_key(self) -> str:
        """The key of the row of the cursor; empty where there is none."""

    def lay_out(self, comparing: Comparing, key: str) -> None:
        """Show the rows of the same comparison otherwise; the cursor goes to one of them, else to the first."""


class CollapseCommands:
    """Collapses all rows, and expands the one of the cursor; where none is collapsed, Enter opens the passage."""

    def __init__(self, host: CollapsingHost, entries: EntryCommands) -> None:
        """Make them for a screen, whose commands on entries they extend."""
        self._host = host
        self._entries = entries

    @property
    def actions(self) -> Actions:
        """What the commands do."""
        return {**self._entries.actions, "open": Action(self.open, self._why_not), "collapse": Action(self.collapse)}

    def collapse(self) -> None:
        """Show one line for each row and column, or everything again."""
        host, now = self._host, self._host.comparing
        host.lay_out(replace(now, collapsed=not now.collapsed, expanded=frozenset()), host.row_key)

    def open(self) -> None:
        """Expand the row of the cursor, collapse it again at its head, or show the passage behind the entry."""
        host = self._host
        if self._changes_row:
            host.lay_out(replace(host.comparing, expanded=host.comparing.expanded ^ {host.row_key}), host.row_key)
        else:
            self._entries.open_passage()

    @property
    def _changes_row(self) -> bool:
        """Whether the cursor is on a collapsed row, or on the head of one that was expanded."""
        place, now = self._host.grid.place, self._host.comparing
        return place is not None and now.collapsed and (place.entry == 0 or not now.stands_in_full(self._host.row_key))

    def _why_not(self) -> str | None:
        return None if self._changes_row else self._entries.actions["open"].why_not()
