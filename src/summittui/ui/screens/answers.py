"""The answers of the lists of Browse, prepared with their rows, at once or in a thread."""

from collections.abc import Iterator

from msgspec import Struct

from summittui.library import Library
from summittui.library.protocol import ListResult
from summittui.model.cancelling import IsCancelled
from summittui.queries.listing import ListQuery
from summittui.queries.orders import Order
from summittui.ui.browsing import PANES
from summittui.ui.render.browse import rows_of
from summittui.ui.row_columns import RowColumns
from summittui.ui.widgets.rows import RowIndex, Rows

GROUPED = 2_000
"""Up to so many actors are put in groups while a key is pressed."""


class Prepared(Struct, frozen=True):
    """The answer to a list query, with the rows and the row index that a list shows."""

    listed: ListResult
    columns: RowColumns
    rows: Rows
    row_index: RowIndex | None


def prepare(library: Library, wanted: ListQuery, columns: RowColumns, is_cancelled: IsCancelled) -> Prepared | None:
    """Return the answer to a list query with its rows; None if it was cancelled; may be called in any thread.

    Raises:
        SummitError: The query asks for something that is not there.
    """
    listed = library.select(wanted, is_cancelled)
    return None if listed is None else _prepared(listed, columns)


def prepare_stepwise(
    library: Library, wanted: ListQuery, columns: RowColumns, is_cancelled: IsCancelled
) -> Iterator[Prepared]:
    """Yield what a list is to show: the beginning where that is found much earlier, then all of it; as `prepare`."""
    for listed in library.select_stepwise(wanted, is_cancelled):
        yield _prepared(listed, columns)


def is_prompt(library: Library, wanted: ListQuery) -> bool:
    """Tell whether the rows of a list query are prepared while a key is pressed; else ask in a thread.

    Rows in groups are put together of all records.
    """
    is_large = _is_grouped(wanted) and not wanted.is_narrowed and library.size(wanted.table) > GROUPED
    return not is_large and library.is_prompt(wanted)


def _prepared(listed: ListResult, columns: RowColumns) -> Prepared:
    rows = rows_of(listed, columns)
    return Prepared(listed, columns, rows, None if _is_grouped(listed.query) else RowIndex(rows, listed.find))


def _is_grouped(wanted: ListQuery) -> bool:
    return wanted.table == "actors" and wanted.order == Order()


def is_small(library: Library) -> bool:
    """Tell whether every list of a library is answered while a key is pressed."""
    return all(is_prompt(library, ListQuery(table=table)) for table in PANES)


def index(library: Library, _is_cancelled: IsCancelled) -> Library:
    """Build the indexes of lists and details, so that no key waits for an index; returns the library."""
    library.index()
    return library


def index_further(library: Library) -> None:
    """Build the indexes of filters and edits, so that neither the first filter nor an edit waits for an index."""
    for table in PANES:
        library.index_words(table)
    library.referrers("")
