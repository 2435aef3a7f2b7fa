"""The meanings of a field's value in a library over SQLite, and its other possible values."""

from collections.abc import Callable, Iterator, Mapping

from summittui.library.memory.field_values import begun_values, kinds_with
from summittui.library.sqlite.connections import is_writable
from summittui.library.sqlite.naming import Naming
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.schema import range_of
from summittui.model.dates import is_partial_date
from summittui.model.text import fold
from summittui.queries.language.fields import FIELDS, OWN, begun
from summittui.queries.language.parts import Field


def meant(library: RowsLibrary, field: Field) -> tuple[str, ...]:
    """Return the ids, words or the date that the value of a field means; nothing where it means nothing."""
    return library.derived(_meant, field)


def values_like(library: RowsLibrary, field: str, typed: str) -> Iterator[tuple[str, str]]:
    """Yield (value, name) of what a field can ask for and begins as typed; then what has a word that does."""
    return begun_values(library, typed, _words(library, field), [_NamesHolding(library, field, typed)])


class _NamesHolding:
    """The names that a field can ask for and that hold each word of what was typed, read anew by each iteration."""

    def __init__(self, library: RowsLibrary, field: str, typed: str) -> None:
        self._naming = Naming(library.rows.readers)
        self._tables = FIELDS[field].named
        self._words = [word for word in fold(typed).replace("-", " ").split() if is_writable(word)]

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        return ((folded, name, id_) for folded, name, _, id_ in self._naming.of_tables(self._tables, self._words))


def candidates(library: RowsLibrary, field: Field) -> tuple[str, ...]:
    """Return the words, or the folded names, among which the value of a field was looked for."""
    named = FIELDS[field.name].named
    return Naming(library.rows.readers).near(field.value, named) if named else _words(library, field.name)


def _meant(library: RowsLibrary, field: Field) -> tuple[str, ...]:
    info = FIELDS[field.name]
    if info.named:
        return Naming(library.rows.readers).meant(field.value, info.named)
    words = _words(library, field.name)
    return begun(field.value, words) if words else (field.value,)


def _words(library: RowsLibrary, field: str) -> tuple[str, ...]:
    """Return the words that a field can ask for; none where its values are names or dates."""
    return library.derived(_KNOWN[field]) if field in _KNOWN else FIELDS[field].words


def years(library: RowsLibrary) -> tuple[str, ...]:
    """Return the years of the dates of events, declarations and sources, the latest first."""
    sql = "select distinct dated from fact where row between ? and ? and dated is not null"
    tables = ("events", "declarations", "sources")
    dates = (date for table in tables for (date,) in library.rows.readers.rows(sql, *range_of(table)))
    return tuple(sorted({date[:4] for date in dates if is_partial_date(date)}, reverse=True))


def _kinds(library: RowsLibrary) -> tuple[str, ...]:
    return kinds_with(_values_in_order(library, "kind", "declarations"))


def _collections(library: RowsLibrary) -> tuple[str, ...]:
    found = (each for table in ("sources", "actors") for each in _values_in_order(library, "collection", table))
    return tuple(dict.fromkeys((*(each for each in found if each != OWN), OWN)))


def _values_in_order(library: RowsLibrary, field: str, table: str) -> Iterator[str]:
    """Yield the values that the records of a table have in a field, in the order of the first record of each."""
    sql = (
        "select value, (select min(row) from posting p where p.key = k.key and row between ? and ?) as first "
        "from key k where field = ? and first is not null order by first"
    )
    return (value for value, _ in library.rows.readers.rows(sql, *range_of(table), field))


_KNOWN: Mapping[str, Callable[[RowsLibrary], tuple[str, ...]]] = {"kind": _kinds, "collection": _collections}
"""The values of the fields that are neither names of records nor the same words everywhere."""
