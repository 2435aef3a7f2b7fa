"""The library within a scope, which is held in memory: a scope keeps a part of a large store."""

from collections.abc import Iterable
from itertools import islice

from summittui.library import Library
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.model import Record
from summittui.queries.language.errors import QueryError

MOST = 60_000
"""The number of quotes, claims and sources that a scope may keep, which take some 200 MB."""

_PIECE = 1_000
"""The number of records whose notes are read at a time."""


def limited_library(library: RowsLibrary, scope: str) -> Library:
    """Return the library of the records that a scope keeps; the attached texts stay in the file.

    Raises:
        QueryError: The scope is none, a value of it means nothing in the library, or it keeps more than can be held.
    """
    from summittui.library.answers.scope import count_limited, limited_records
    from summittui.library.memory.library import MemoryLibrary
    from summittui.queries.scope import parse_scope

    kept = count_limited(library, scope)
    if kept > MOST:
        raise QueryError(
            f"the scope keeps {kept:,} quotes, claims and sources, and of a store with a replica only {MOST:,} can be "
            "shown alone; narrow it, as by after: and before:, or filter the lists by the same words",
            0,
        )
    records = limited_records(library, scope)
    brought = collections_by_id(library, records)
    return MemoryLibrary(records, library.texts, lambda id_: brought.get(id_, ()), parse_scope(scope))


def collections_by_id(library: RowsLibrary, records: Iterable[Record]) -> dict[str, tuple[str, ...]]:
    """Return the collections that brought each of some records that one did, by its id."""
    ids, found, same = (record.id for record in records), dict[str, tuple[str, ...]](), dict[bytes, tuple[str, ...]]()
    while piece := tuple(islice(ids, _PIECE)):
        for id_, raw in library.rows.notes_by_id(piece).items():
            found[id_] = same.setdefault(raw, library.collections_in(raw))
    return found
