"""The rules that the records of a file break, found without holding all of them."""

from collections.abc import Iterator, Mapping

from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.schema import END, range_of, table_at
from summittui.model import TABLES, Problem
from summittui.model.rules import problems_of, taken_id

_DOUBLE = (
    "select row, id, first from (select row, id, min(row) over (partition by id) as first from document where row < ?) "
    "where row > first order by row"
)


class _Tables(Mapping[str, str]):
    """The table of the record with an id, looked up when it is asked for."""

    def __init__(self, library: RowsLibrary, first: Mapping[str, int]) -> None:
        """Look into a library; `first` has the first rows of the ids that several records have."""
        self._library = library
        self._first = first

    def __getitem__(self, id_: str) -> str:
        row = self._first.get(id_) or self._library.rows.row_of(id_)
        if row is None:
            raise KeyError(id_)
        return table_at(row)

    def __iter__(self) -> Iterator[str]:
        return (id_ for (id_,) in self._library.rows.readers.rows("select id from document where row < ?", END))

    def __len__(self) -> int:
        return sum(map(self._library.size, TABLES))


def problems_in(library: RowsLibrary) -> Iterator[Problem]:
    """Yield every rule that a record breaks, table by table; ids that several records have come first."""
    double = library.rows.readers.rows(_DOUBLE, END)
    yield from (taken_id(table_at(row), id_, table_at(first)) for row, id_, first in double)
    tables, lengths = _Tables(library, {id_: first for _, id_, first in double}), _lengths(library)
    for type_ in TABLES.values():
        for record in library.every(type_):
            yield from problems_of(record, tables, lengths, library.find)


def _lengths(library: RowsLibrary) -> dict[str, int | None]:
    """Return the length of the text of each source, by its id."""
    sql = "select id, json_extract(raw, '$.length') from document where row between ? and ?"
    return dict(library.rows.readers.rows(sql, *range_of("sources")))
