"""How Browse finds what its lists show: at once in small tables, in a thread in large ones."""

from msgspec import Struct

from summittui.library import Library
from summittui.library.memory.words import folded_texts
from summittui.queries.orders import Order
from summittui.ui.browsing import PANES
from summittui.ui.list_query import IncrementalQuery, ListQuery, ListResult, place_of
from summittui.ui.render.browse import rows_of
from summittui.ui.row_columns import RowColumns
from summittui.ui.scheduling.executors import IsCancelled
from summittui.ui.widgets.rows import Places, Rows


class Prepared(Struct, frozen=True):
    """All that a list needs to show what was wanted."""

    listed: ListResult
    look: RowColumns
    rows: Rows
    places: Places | None


def prepare(
    lister: IncrementalQuery, wanted: ListQuery, look: RowColumns, is_cancelled: IsCancelled
) -> Prepared | None:
    """Return what a list is to show, None if it was overtaken; may be called in any thread.

    Raises:
        SummitError: The query asks for something that is not there.
    """
    listed = lister.find(wanted, is_cancelled)
    if listed is None:
        return None
    rows = rows_of(listed, look)
    grouped = wanted.table == "actors" and wanted.order == Order()
    return Prepared(listed, look, rows, None if grouped else Places(rows, listed.find))


def is_small(library: Library) -> bool:
    """Tell whether everything about a library is found at once."""
    return all(ListQuery(library=library, table=table).is_at_once for table in PANES)


def index(library: Library, _is_cancelled: IsCancelled) -> Library:
    """Build what the lists look things up in, so that no key waits for it; returns the library."""
    for table in PANES:
        for record in library.records.table(table)[:1]:
            place_of(library, record)
    for built in (library.quotes_by_speaker, library.quotes_about, library.deeds_of, library.claims_about):
        built.get("")
    for others in (library.note_on, library.stated, library.variants):
        others.get("")
    library.speakers_for  # noqa: B018 - built when it is looked at
    return library


def index_further(library: Library) -> None:
    """Fold the words of the lists and find out who names whom, so that neither the first filter nor an edit need to."""
    for table in PANES:
        folded_texts(library, table)
    library.named_by.get("")
