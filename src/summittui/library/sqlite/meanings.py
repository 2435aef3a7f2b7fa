"""The meanings of a field's value in a library over SQLite, and its other possible values."""

from collections.abc import Callable, Iterator, Mapping

from summittui.library.memory.field_values import begun_values, kinds_with
from summittui.library.sqlite.connections import is_writable
from summittui.library.sqlite.naming import Naming
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.schema import range_of
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


def _kinds(library: RowsLibrary) -> tuple[str, ...]:
    sql = (
        "select value from key indexed by key_of join posting using(key) where field = 'kind' and row between ? and ? "
        "group by key order by min(row)"
    )
    return kinds_with(kind for (kind,) in library.rows.readers.rows(sql, *range_of("declarations")))


def _collections(library: RowsLibrary) -> tuple[str, ...]:
    sql = (
        "select value from key indexed by key_of join posting using(key) where field = 'collection' and value <> ? "
        "and row between ? and ? group by key order by min(row)"
    )
    tables = ("sources", "actors")
    found = (name for table in tables for (name,) in library.rows.readers.rows(sql, OWN, *range_of(table)))
    return tuple(dict.fromkeys((*found, OWN)))


_KNOWN: Mapping[str, Callable[[RowsLibrary], tuple[str, ...]]] = {"kind": _kinds, "collection": _collections}
"""The values of the fields that are neither names of records nor the same words everywhere."""
