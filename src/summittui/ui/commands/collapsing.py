"""The commands of collapsed rows: one line for each row and column, and a row in full where the cursor opens it."""

from typing import Protocol

from msgspec.structs import replace

from summittui.queries.comparison import ComparisonQuery
from summittui.ui.actions import Action, Actions
from summittui.ui.commands.entries import EntryCommands
from summittui.ui.widgets.grid import Grid


class RowKeys(Protocol):
    """The rows of a grid, each with a key."""

    @property
    def row_key(self) -> str | None:
        """The key of the row of the cursor."""


class CollapsingHost(Protocol):
    """A screen with rows that can be collapsed."""

    view_query: ComparisonQuery
    """The query of the comparison."""

    @property
    def grid(self) -> Grid:
        """The grid."""

    @property
    def columns(self) -> RowKeys:
        """The rows on the screen."""

    def narrow(self, query: ComparisonQuery) -> None:
        """Lay the rows of the same comparison out by another query."""


class CollapseCommands:
    """The commands that collapse all rows and expand the row of the cursor; Enter elsewhere opens a passage."""

    def __init__(self, host: CollapsingHost, entries: EntryCommands) -> None:
        """Create the commands for a screen; `entries` are the commands that Enter falls back to."""
        self._host = host
        self._entries = entries

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        return {**self._entries.actions, "open": Action(self.open, self._why_not), "collapse": Action(self.collapse)}

    def collapse(self) -> None:
        """Collapse every row to one line for each column, or expand all rows again."""
        now = self._host.view_query
        self._lay_out(replace(now, collapsed=not now.collapsed, expanded=frozenset()))

    def open(self) -> None:
        """Expand the row of the cursor, collapse it again at its head, or show the passage behind the entry."""
        now = self._host.view_query
        if self._changes_row:
            self._lay_out(replace(now, expanded=now.expanded ^ {self._key}))
        else:
            self._entries.open_passage()

    def _lay_out(self, query: ComparisonQuery) -> None:
        """Lay the rows out by another query, the cursor on the first entry of its row."""
        cursor = self._host.grid.cursor
        self._host.narrow(query)
        if cursor is not None:
            self._host.grid.put(cursor._replace(entry=0))

    @property
    def _key(self) -> str:
        return self._host.columns.row_key or ""

    @property
    def _changes_row(self) -> bool:
        """Whether the cursor is on a collapsed row, or on the head of one that was expanded."""
        cursor, now = self._host.grid.cursor, self._host.view_query
        return cursor is not None and now.collapsed and (cursor.entry == 0 or not now.stands_in_full(self._key))

    def _why_not(self) -> str | None:
        return None if self._changes_row else self._entries.actions["open"].why_not()
