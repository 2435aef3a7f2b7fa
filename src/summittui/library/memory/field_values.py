"""The meanings of a field's value in one library."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from summittui.library.memory.derived import table_derived
from summittui.library.memory.names import INITIALS
from summittui.library.memory.records_library import RecordsLibrary
from summittui.library.protocol import Library
from summittui.model import ActorKind, ClaimKind, DisagreementKind, QuoteKind, SourceKind
from summittui.model.dates import is_partial_date
from summittui.model.display_names import names_of
from summittui.model.text import fold, fold_words
from summittui.queries.language.fields import FIELDS, OWN, begun
from summittui.queries.language.parts import Field

_MANY = 2_000
"""The number of names that are compared at most; where there are more, only those that begin with the same letter."""


def meant(library: RecordsLibrary, field: Field) -> tuple[str, ...]:
    """Return the ids, words or the date that the value of a field means; nothing where it means nothing.

    The record of that id, else every record of that name or alias, else every record with a name in which a word
    begins so. A word means itself, else every word that begins so.
    """
    return library.derived(_meant, field)


@table_derived(lambda field: FIELDS[field.name].named or ("declarations", "sources", "actors"))
def _meant(library: RecordsLibrary, field: Field) -> tuple[str, ...]:
    info = FIELDS[field.name]
    if info.named:
        return _named(library, field.value, info.named)
    if field.name in _KNOWN:
        return begun(field.value, _KNOWN[field.name](library))
    return begun(field.value, info.words) if info.words else (field.value,)


def kinds(library: RecordsLibrary) -> tuple[str, ...]:
    """Return the words for the kinds of records."""
    return library.derived(_kinds)


@table_derived(lambda: ("declarations",), at_once=True)
def _kinds(library: RecordsLibrary) -> tuple[str, ...]:
    return kinds_with(declaration.kind for declaration in library.records.declarations)


def kinds_with(declared: Iterable[str]) -> tuple[str, ...]:
    """Return the words for the kinds of records, those that declarations have of their own among them."""
    return tuple(dict.fromkeys((*QuoteKind, *ActorKind, *declared, *ClaimKind, *SourceKind, *DisagreementKind)))


def collections(library: RecordsLibrary) -> tuple[str, ...]:
    """Return the names of the collections that brought sources or actors, and the word for a user's own records."""
    return library.derived(_collections)


@table_derived(lambda: ("sources", "actors"))
def _collections(library: RecordsLibrary) -> tuple[str, ...]:
    records = (*library.records.sources, *library.records.actors)
    return tuple(dict.fromkeys((*(name for one in records for name in library.collections_of(one.id)), OWN)))


def years(library: RecordsLibrary) -> tuple[str, ...]:
    """Return the years of the dates of events, declarations and sources, the latest first."""
    records = library.records
    dates = [each.date for each in records.events] + [each.date for each in records.declarations]
    dates += [each.published for each in records.sources]
    return tuple(sorted({date[:4] for date in dates if date and is_partial_date(date)}, reverse=True))


_KNOWN: Mapping[str, Callable[[RecordsLibrary], tuple[str, ...]]] = {"kind": kinds, "collection": collections}
"""The values of the fields that are neither names of records nor the same words everywhere."""


def known_values(library: RecordsLibrary, field: str) -> tuple[str, ...]:
    """Return the values of a field that has neither names of records nor the same words everywhere; else none."""
    return _KNOWN[field](library) if field in _KNOWN else ()


def table_names(library: RecordsLibrary, table: str) -> tuple[tuple[str, str, str], ...]:
    """Return (folded name, name, id) of everything that the records of a table may be called."""
    return library.derived(_table_names, table)


@table_derived(lambda table: (table,), at_once=True)
def _table_names(library: RecordsLibrary, table: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (fold_words(name), name, record.id) for record in library.records.table(table) for name in names_of(record)
    )


@table_derived(lambda table: (table,), at_once=True)
def _beginnings(library: RecordsLibrary, table: str) -> tuple[tuple[str, str], ...]:
    """Return each folded name with a blank before each of its words, and the id."""
    return tuple((f" {folded.replace('-', ' ')}", id_) for folded, _, id_ in table_names(library, table))


def values_like(library: RecordsLibrary, name: str, typed: str) -> Iterator[tuple[str, str]]:
    """Yield (value, name): words and names that begin as typed, then records with a name in which a word does."""
    words = known_values(library, name) or FIELDS[name].words
    yield from begun_values(library, typed, words, [table_names(library, table) for table in FIELDS[name].named])


def begun_values(
    library: Library, typed: str, words: Iterable[str], names: Sequence[Iterable[tuple[str, str, str]]]
) -> Iterator[tuple[str, str]]:
    """Yield (value, name) of words and of names that begin as typed, then of records with a name in which a word does.

    Args:
        library: Gives the own names of the records.
        typed: What was typed.
        words: The words.
        names: (folded name, name, id) of the records of each table.
    """
    wanted = fold(typed)
    yield from ((word, word) for word in words if fold(word).startswith(wanted))
    begins = f" {wanted.replace('-', ' ')}"
    shown: set[str] = set()
    for first in (True, False):
        for table in names:
            for folded, called, id_ in table:
                fits = folded.startswith(wanted) if first else begins in f" {folded.replace('-', ' ')}"
                if fits and id_ not in shown:
                    shown.add(id_)
                    own = library.name(id_)
                    yield id_, own if called in {own, id_} else f"{own}, {called}"


def _named(library: RecordsLibrary, value: str, tables: tuple[str, ...]) -> tuple[str, ...]:
    wanted = fold_words(value)
    begins = f" {wanted.replace('-', ' ')}"
    for table in tables:
        if any(id_ == value for _, _, id_ in table_names(library, table)):
            return (value,)
    for table in tables:
        exact = dict.fromkeys(id_ for folded, _, id_ in table_names(library, table) if folded == wanted)
        if exact:
            return tuple(exact)
    short = library.derived(INITIALS).get(wanted, ()) if "actors" in tables else ()
    if short:
        return tuple(record.id for record in short)
    for table in tables:
        part = dict.fromkeys(id_ for beginnings, id_ in library.derived(_beginnings, table) if begins in beginnings)
        if part:
            return tuple(part)
    return ()


def candidates(library: RecordsLibrary, field: Field) -> tuple[str, ...]:
    """Return the words, or the folded names, among which the value of a field was looked for."""
    info = FIELDS[field.name]
    if not info.named:
        return known_values(library, field.name) or info.words
    known = tuple(dict.fromkeys(folded for table in info.named for folded, _, _ in table_names(library, table)))
    alike = (name for name in known if len(known) <= _MANY or name[:1] == fold(field.value)[:1])
    return tuple(islice(alike, _MANY))
