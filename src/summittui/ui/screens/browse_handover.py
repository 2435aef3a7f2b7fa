"""The handover of Browse: copies of the marked records or that under the cursor, the list, the detail."""

from typing import TYPE_CHECKING

from summittui.ui.commands.list_host import ListHost
from summittui.ui.handover import Page, ToCopy, page_of
from summittui.ui.render.detail import detail

if TYPE_CHECKING:
    from summittui.exchange.exports import Export


class BrowseHandover:
    """The handover of linked lists: what is copied, exported and paged."""

    def __init__(self, host: ListHost) -> None:
        """Create the handover of a screen."""
        self._host = host

    def to_copy(self) -> ToCopy:
        """Return the marked records of the list, else the record under the cursor."""
        state, current = self._host.browsing, self._host.current
        marked = state.marked_in(self._host.filtered) if state else ()
        return ToCopy(marked or ((current,) if current else ()))

    def to_export(self) -> "Export | None":
        """Return the records of the list as it shows them, in its order."""
        state, table = self._host.browsing, self._host.filtered
        if state is None:
            return None
        from summittui.exchange.exports import records_export
        from summittui.library.answers.naming import NamesIn

        library, rows = state.library, self._host.filtered_list.rows
        records = tuple(library.get(key) for at in range(len(rows)) if (key := rows.key(at)))
        return records_export(library, table, records, state.list_query(table).conditions(NamesIn(library)))

    def to_page(self) -> Page | None:
        """Return the detail of the record under the cursor."""
        record, state = self._host.current, self._host.browsing
        return page_of(record.id, lambda: detail(state.library, record)) if record and state else None
