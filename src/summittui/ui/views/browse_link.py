"""Browse as a view link, and a view link as the state of Browse."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from summittui.library import Library
from summittui.model import TABLE_OF, InputError
from summittui.queries.browse import BrowseQuery, Pane
from summittui.queries.language import QueryError
from summittui.queries.links import ViewLink
from summittui.ui.browsing import PANES, Browsing, Lead, filter_query
from summittui.ui.commands.panes import DETAIL
from summittui.ui.row_columns import SHOWN, RowColumns
from summittui.ui.screens.browse import BrowseScreen


def view_of_browse(screen: BrowseScreen) -> ViewLink | None:
    """Return the view of Browse; None before the store has been read."""
    state = screen.browsing
    if state is None:
        return None
    at = screen.filtered_list.cursor_key or ""
    zoomed = screen.has_class("-zoomed")
    return browsed(state, screen.filtered, at, in_detail=screen.pane == DETAIL, zoomed=zoomed)


def browsed(state: Browsing, table: str, at: str, *, in_detail: bool, zoomed: bool) -> ViewLink:
    """Return the view of Browse.

    Args:
        state: The state of the lists.
        table: The table of the list that had the focus last.
        at: The id of the record under the cursor of that list.
        in_detail: Whether the detail has the focus.
        zoomed: Whether one pane has the whole screen.
    """
    lists = {each: _words(state, each) for each in PANES}
    looks = {f"look-{each}": ",".join(sorted(state.columns_of(each).changed)) for each in PANES}
    query = BrowseQuery(
        pane=Pane(table),
        lead=state.lead.id if state.lead else "",
        marked=state.marked,
        marked_only=state.marked_only,
    )
    query = replace(query, **lists, **{f"sort_{each}": state.order(each) for each in PANES})
    chosen = {"open": "detail" if in_detail else "", "zoom": "on" if zoomed else "", **looks}
    return ViewLink(query=query, look={name: word for name, word in chosen.items() if word}, at=at)


def browsing_of(
    library: Library,
    query: BrowseQuery,
    look: Mapping[str, str] = MappingProxyType({}),
    looks: Mapping[str, RowColumns] = MappingProxyType({}),
) -> Browsing:
    """Return the state of the lists for a view of Browse.

    Args:
        library: The records.
        query: The query of the view.
        look: The look of the view.
        looks: The columns of each table's rows, where the view says nothing.

    Raises:
        SummitError: A filter cannot be understood, or something is to be shown that rows do not have.
    """
    lead, marked = query.lead, query.marked
    table = TABLE_OF[type(library.get(lead))] if lead else ""
    state = Browsing(library=library, lead=Lead(table, lead) if lead else None, marked=marked, columns=dict(looks))
    state = replace(state, marked_only=bool(query.marked_only and marked))
    for each in PANES:
        words = query.filter_of(each)
        filter_query(library, each, words)
        state = state.with_words(each, words).sorted_by(each, query.order_of(each))
        if changed := tuple(filter(None, look.get(f"look-{each}", "").split(","))):
            _check_look(each, changed)
            state = state.with_columns(each, RowColumns(frozenset(changed)))
    return state


def _words(state: Browsing, table: str) -> str:
    """Return the filter of a table; where its text is no query, the query that is in force."""
    words = state.words.get(table, "")
    try:
        filter_query(state.library, table, words)
    except QueryError:
        return str(state.query(table))
    return words.strip()


def _check_look(table: str, parts: tuple[str, ...]) -> None:
    for part in parts:
        if part not in SHOWN[table]:
            raise InputError(f"look-{table}: of the view takes {', '.join(SHOWN[table])}, not {part!r}")
