"""The detail of Browse: the record under the cursor, with the words of the filter highlighted."""

from summittui.library import Library
from summittui.model import Record
from summittui.queries.language import Query
from summittui.ui.browsing import Browsing
from summittui.ui.render.detail import TITLES, detail
from summittui.ui.render.line import line
from summittui.ui.render.matched import lit_paragraphs
from summittui.ui.widgets.text_view import TextView

TITLE = line(("4 ", "key"), ("Detail", "title"))


class BrowseDetail:
    """The detail of the record under the cursor, rendered once for each record."""

    def __init__(self, view: TextView) -> None:
        """Create the detail in an empty text view."""
        self._view = view
        self._shown: tuple[Library, Record | None, Query] | None = None
        self._record_id = ""
        view.pane_title = TITLE

    def show(self, state: Browsing, table: str, record: Record | None) -> None:
        """Show a record of a table; does nothing while the same record is shown."""
        wanted = (state.library, record, state.query(table))
        if wanted == self._shown:
            return
        self._shown = wanted
        if record is None:
            self._record_id = ""
            self._view.pane_title = TITLE
            self._view.show(())
            self._view.message = "Nothing is under the cursor."
            return
        title, id_ = TITLES.get(type(record), "Detail"), record.id
        self._view.pane_title = line(("4 ", "key"), (title, "title"), (f" · {id_}", "apparatus"))
        lines = lit_paragraphs(state.query(table), detail(state.library, record))
        self._view.show(lines, stay=id_ == self._record_id)
        self._record_id = id_
