"""The detail of Browse: the record under the cursor, with the words lit that are sought."""

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
    """Shows a record in the detail, once for each that is under the cursor."""

    def __init__(self, view: TextView) -> None:
        """Make it for a view, which is empty."""
        self._view = view
        self._shown: tuple[Library, Record | None, Query] | None = None
        self._record_id = ""
        view.pane_title = TITLE

    def show(self, state: Browsing, table: str, record: Record | None) -> None:
        """Show a record of a table as the lists have it; nothing is done where it is shown already."""
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
