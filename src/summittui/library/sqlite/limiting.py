"""The library within a scope, which is held in memory: a scope keeps a part of a large store."""

from summittui.library import Library
from summittui.library.sqlite.rows_library import RowsLibrary


def limited_library(library: RowsLibrary, scope: str) -> Library:
    """Return the library of the records that a scope keeps, with all attached texts.

    Raises:
        QueryError: The scope is none, or a value of it means nothing in the library.
    """
    from summittui.library.answers.scope import limited_records
    from summittui.library.memory.library import MemoryLibrary
    from summittui.queries.scope import parse_scope

    records = limited_records(library, scope)
    return MemoryLibrary(records, library.attached_texts(), library.collections_of, parse_scope(scope))
