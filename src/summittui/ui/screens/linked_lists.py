"""The linked lists of Browse: a list query for each, answered at once or in a thread."""

from collections.abc import Mapping
from functools import partial
from typing import Protocol

from textual.screen import Screen

from summittui.library import Library
from summittui.model import SummitError
from summittui.model.cancelling import never_cancelled
from summittui.queries.listing import ListQuery
from summittui.ui.browsing import Browsing
from summittui.ui.render.browse import count, list_summary, pane_title
from summittui.ui.render.line import line, sentence
from summittui.ui.row_columns import RowColumns
from summittui.ui.scheduling.executors import LatestOnlyExecutor
from summittui.ui.screens.answers import Prepared, is_prompt, prepare, prepare_stepwise
from summittui.ui.widgets.record_list import RecordList

_PART_SECONDS = 0.05
"""Seconds after which the beginning of a list is shown before all of it is found."""
_PATIENCE = 0.3
"""Seconds after which a list says that it is still being searched."""


class LinkedHost(Protocol):
    """The screen with the lists."""

    @property
    def browsing(self) -> Browsing | None:
        """The state of the lists; None until the store has been read."""

    def follow_answer(self) -> None:
        """Show the title and the detail that follow a list which was loaded late."""


class TypedFilter(Protocol):
    """The filter of a list while it is typed."""

    begun_at: str | None
    """The key of the cursor's row when the filter line was opened."""

    def is_typed(self, table: str) -> bool:
        """Return whether the filter of a table is being typed."""

    def tell(self, words: str) -> None:
        """Show below the filter line the meaning of the filter."""


class LinkedLists:
    """The lists of Browse and their queries; of the queries of one list only the newest is answered."""

    def __init__(
        self, screen: Screen[None], host: LinkedHost, typed: TypedFilter, lists: Mapping[str, RecordList]
    ) -> None:
        """Create the lists without asking a query.

        Args:
            screen: The screen, which runs the workers.
            host: The same screen, which has the state.
            typed: The filter that narrows a list with every letter.
            lists: The list of each table.
        """
        self._screen = screen
        self._host = host
        self._typed = typed
        self._lists = lists
        self._asked: dict[str, tuple[ListQuery, RowColumns]] = {}
        self._shown: dict[str, Prepared] = {}
        self._going: dict[str, str] = {}
        """The key to which the cursor of a list goes once the list is loaded."""
        self.chosen: dict[str, str | None] = {}
        """The record that the reader chose in each list: one that follows a lead opens there, else on its first row."""
        self.thread = LatestOnlyExecutor()
        """The thread in which the queries of large tables are answered."""

    def __getitem__(self, table: str) -> RecordList:
        return self._lists[table]

    @property
    def counts(self) -> dict[str, str]:
        """The number of records in each list, as words."""
        return {table: found.listed.number for table, found in self._shown.items()}

    def forget(self) -> None:
        """Discard the answers, so that all queries are asked again."""
        self._asked.clear()

    def close(self) -> None:
        """Stop the thread."""
        self.thread.close()

    def restore_cursors(self, rows: dict[str, str]) -> None:
        """Discard the answers, and put the cursor of each list on a row once the list is loaded."""
        self._going = rows
        self._asked.clear()

    def leads(self, table: str) -> bool:
        """Return whether the lead is a record of a list."""
        state = self._host.browsing
        return bool(state and state.lead and state.lead.table == table)

    def to_row(self, table: str, key: str) -> None:
        """Put the cursor of a list on a row, at once or when the list is loaded."""
        if not self._lists[table].to_key(key, tell=self.leads(table)):
            self._going[table] = key

    def follow(self) -> None:
        """Bring all lists, the title and the detail up to the state."""
        state = self._host.browsing
        if state is not None:
            for table in self._lists:
                self.show(state, table)
            self._host.follow_answer()

    def show(self, browsing: Browsing, table: str) -> None:
        """Ask the query of a list, unless it was asked already."""
        wanted, columns = browsing.list_query(table), browsing.columns_of(table)
        if self._asked.get(table) == (wanted, columns):
            return
        self._asked[table] = wanted, columns
        if not is_prompt(browsing.library, wanted):
            self._screen.run_worker(self._find(browsing.library, table, wanted, columns))
            return
        self.thread.forget(table)
        try:
            self._take(table, prepare(browsing.library, wanted, columns, never_cancelled))
        except SummitError as error:
            self._take_trouble(table, error)

    async def _find(self, library: Library, table: str, wanted: ListQuery, columns: RowColumns) -> None:
        self._screen.set_timer(_PATIENCE, partial(self._say_searching, table, wanted))
        pieces = partial(prepare_stepwise, library, wanted, columns)
        try:
            async for found in self.thread.each(
                table, pieces, patience=_PART_SECONDS, is_part=lambda found: not found.listed.is_whole
            ):
                self._take(table, found)
                self._host.follow_answer()
        except SummitError as error:
            self._take_trouble(table, error)

    def _say_searching(self, table: str, wanted: ListQuery) -> None:
        asked, shown = self._asked.get(table), self._shown.get(table)
        if asked and asked[0] is wanted and (shown is None or shown.listed.query is not wanted):
            self._lists[table].pane_count = line(("still searching …", "count"))

    def _take(self, table: str, found: Prepared | None) -> None:
        """Show the answer to the query of a list."""
        state = self._host.browsing
        if found is None or state is None:
            return
        shown, before = self._lists[table], self._shown.get(table)
        wanted = found.listed.query
        is_other = wanted.lead is not None and before is not None and before.listed.query.lead != wanted.lead
        typed = self._typed.is_typed(table) and before is not None and before.listed.query.query != wanted.query
        going = self._going.get(table) or (self.chosen.get(table) if is_other else None)
        if typed and not wanted.query:
            going = self._typed.begun_at
        if not found.listed.is_whole and (going or not (is_other or typed)):
            return  # the row of the cursor may be farther down
        self._going.pop(table, None)
        self._shown[table] = found
        shown.message = "" if found.listed else state.empty_message(table)
        self.entitle(table)
        shown.pane_count = count(found.listed)
        tell = typed or self.leads(table)
        shown.show(found.rows, cursor_key=going, row_index=found.row_index, reset_cursor=is_other or typed, tell=tell)

    def entitle(self, table: str) -> None:
        """Render the title of a list; while its filter is typed, render the line below the filter instead."""
        shown, found = self._lists[table], self._shown.get(table)
        if found is not None and not shown.shows_focus:
            shown.pane_title = partial(pane_title, table, found.listed)
        if found is not None and self._typed.is_typed(table):
            self._typed.tell(list_summary(found.listed))

    def _take_trouble(self, table: str, error: SummitError) -> None:
        """Show why a query has no answer, beside the rows before it."""
        self._lists[table].message = sentence(error)
        self._lists[table].pane_count = line(("the filter means nothing here any more", "problem"))
