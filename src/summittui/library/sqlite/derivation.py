"""The rows that are derived from a record, by which it is found and sorted, for each table of the file."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from summittui.library.answers.proof import prove_quote
from summittui.library.answers.words import plain_words
from summittui.library.memory.field_tests import LATEST, PROOF_WORD, first_day
from summittui.library.memory.indexes import stated_in
from summittui.library.sqlite.documents import WrittenDocuments, record_at
from summittui.library.sqlite.schema import NAMED, table_at
from summittui.library.sqlite.terms import CALLED, CALLED_BY, Term, is_dated_by_source, own_date, terms_of
from summittui.model import Actor, Claim, Declaration, Quote, QuoteKind, Record
from summittui.model.deed import Deed
from summittui.model.display_names import display_name, names_of
from summittui.model.text import fold, fold_words
from summittui.queries.language.fields import OWN

BETWEEN = " \x01 "
"""Stands between the words of two fields; where a text has the sign for nothing itself, it is read as this one."""
UNNAMED = frozenset({"quotes", "claims", "notes", "proposals"})
"""The tables whose records have no names but their ids."""
_KINDS = tuple(QuoteKind)
_DAY = 10
"""The length of a whole date."""

CollectionsIn = Callable[[bytes], tuple[str, ...]]
"""A function that returns the collections that the notes on a record name."""
Row = tuple[object, ...]
"""A row of a derived table."""


class Derivation:
    """The functions that derive rows from records, and the keys of the terms, which they add to the file."""

    def __init__(self, connection: sqlite3.Connection, collections_in: CollectionsIn) -> None:
        """Read names and texts, and add keys, by a connection."""
        self._connection = connection
        self._collections_in = collections_in
        self._documents = WrittenDocuments(connection)
        self._keys: dict[Term, int] = {}

    def forget(self) -> None:
        """Clear the cache of documents, which have been written since."""
        self._documents.forget()

    def rows(self, row: int, raw: bytes, notes: bytes | None) -> Iterator[tuple[str, Row]]:
        """Yield what is derived from the record at a row, each with its table.

        Args:
            row: Where the record stands.
            raw: Its document.
            notes: The document of the notes on it, None where there is none.
        """
        record, table = record_at(row, raw), table_at(row)
        yield "words", (row, self._words(record))
        yield "fact", (row, *self._facts(record))
        if table in NAMED:
            called = display_name(record)
            yield "called", (self._key((CALLED, record.id, "")), record.id, folded_text(called), fold(called))
        if table not in UNNAMED:
            yield from (("name", (row, at, fold_words(name), name)) for at, name in enumerate(names_of(record)))
        if isinstance(record, Quote | Claim | Declaration):
            yield from (("stated", (*each, row)) for each in _stances(record))
        terms = terms_of(self._documents.as_library(), record) | self._terms_of_others(record, notes)
        terms |= self._names(table, terms)
        yield from (("posting", (self._key(term), row)) for term in terms)

    def _words(self, record: Record) -> str:
        texts = plain_words(self._documents.as_library(), record)
        return folded_text(BETWEEN.join(text for text in texts if text))

    def _facts(self, record: Record) -> tuple[str | int | None, ...]:
        """Return what lists are sorted by: a name, a date with its first day and the end of it, a place, a kind."""
        source, start, kind = None, 0, None
        dated, name, speaker = own_date(record), None, None
        if isinstance(record, Quote | Claim):
            source, published = self._documents.published(record.source)
            dated = published if is_dated_by_source(record) else dated
        if isinstance(record, Quote):
            speaker, kind = record.speaker, _KINDS.index(record.kind)
            name = fold(speaker) if speaker else None
            start = record.spans[0].start if record.spans else 0
        elif isinstance(record, Actor):
            name = fold(record.name)
        elif isinstance(record, Declaration):
            name = fold(record.label)
        days = (first_day(dated), dated.ljust(_DAY, LATEST)) if dated else (None, None)
        return name, speaker, dated, *days, source, start, kind

    def _names(self, table: str, terms: Iterable[Term]) -> set[Term]:
        """Return the names that a record with some terms has among its words and that stand in rows of their own."""
        named = {value for field, value, _ in terms if field in CALLED_BY.get(table, ())}
        return {(CALLED, id_, "") for id_ in named if self._documents.is_called(id_)}

    def _terms_of_others(self, record: Record, notes: bytes | None) -> set[Term]:
        """Return the terms that a record has by its notes and by the text of its source."""
        brought = self._collections_in(notes) if notes else ()
        found = {("collection", each, "") for each in brought or (OWN,)}
        if isinstance(record, Quote):
            found.add(("proof", PROOF_WORD[prove_quote(self._documents.as_library(), record).state], ""))
        return found

    def _key(self, term: Term) -> int:
        key = self._keys.get(term)
        if key is None:
            sql = "select key from key where field = ? and value = ? and other = ?"
            found = self._connection.execute(sql, term).fetchone()
            if found is None:
                found = (self._connection.execute("insert into key values(null, ?, ?, ?)", term).lastrowid,)
            key = self._keys[term] = found[0]
        return key


def folded_text(text: str) -> str:
    """Return words as they stand in the file, folded."""
    return fold_words(text).replace("\0", "\x01")


def _stances(record: Quote | Claim | Declaration) -> Iterator[tuple[str, str, str, bool]]:
    """Yield holder, issue and stance of what a record states, and whether in own words or deeds."""
    for holder, stated in stated_in(record):
        match stated.origin:
            case Deed():
                is_own = True
            case Quote() as quote:
                is_own = holder in quote.speakers
            case Claim() as claim:
                is_own = claim.author == holder
        yield holder, stated.stance.issue, stated.stance.stance, is_own
