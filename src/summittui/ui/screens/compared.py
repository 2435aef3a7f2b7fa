"""The choice of the screen that puts some records side by side."""

from collections.abc import Sequence

from summittui.library import Library
from summittui.model import TABLE_OF
from summittui.queries.comparison import AccountsQuery, ComparisonQuery, DeclarationsQuery, whole_query
from summittui.ui.view_screen import ViewScreen


def screen_for(library: Library | None, ids: Sequence[str], *, whole: bool = True) -> ViewScreen:
    """Return the screen that puts some records side by side.

    Args:
        library: The library of the records.
        ids: The ids of the records, the first column first.
        whole: Whether declarations are put clause by clause, and two sources as two accounts; else all by issue.
    """
    found = [record for id_ in ids if (record := library.find(id_))] if library and whole else []
    tables = [TABLE_OF[type(record)] for record in found]
    query = whole_query(tables, ids) if len(found) == len(ids) else None
    if isinstance(query, DeclarationsQuery):
        from summittui.ui.screens.declarations import DeclarationsScreen

        return DeclarationsScreen(query)
    if isinstance(query, AccountsQuery):
        from summittui.ui.screens.accounts import AccountsScreen

        return AccountsScreen(query)
    from summittui.ui.screens.compare import CompareScreen

    return CompareScreen(ComparisonQuery(sides=tuple(ids)))
