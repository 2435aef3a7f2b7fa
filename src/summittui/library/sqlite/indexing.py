"""The writing of the file: documents, and what is derived from each so that it is found."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from summittui.library.answers.proof import prove_quote
from summittui.library.answers.words import plain_words
from summittui.library.memory.field_tests import LATEST, PROOF_WORD, first_day
from summittui.library.memory.indexes import stated_in
from summittui.library.sqlite.documents import WrittenDocuments, record_at
from summittui.library.sqlite.schema import END, NAMED, table_at
from summittui.library.sqlite.terms import Term, is_dated_by_source, own_date, terms_of
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


class Index:
    """The index of the records in a file; written inside a transaction of its connection."""

    def __init__(self, connection: sqlite3.Connection, collections_in: CollectionsIn) -> None:
        """Write by a connection.

        Args:
            connection: The connection.
            collections_in: Gives the collections that notes on a record name.
        """
        self._connection = connection
        self._collections_in = collections_in
        self._documents = WrittenDocuments(connection)
        self._keys: dict[Term, int] = {}

    def add_all(self, rows: Iterable[int]) -> None:
        """Index the records at rows that are in no index yet, whole: they are sorted before they are written."""
        self._connection.execute("create temp table unsorted(key integer, row integer)")
        for row in rows:
            self._add(row, "insert into temp.unsorted values(?, ?)", with_trigrams=False)
        self._connection.execute("insert into posting select distinct key, row from temp.unsorted order by key, row")
        self._connection.execute("drop table temp.unsorted")
        self._connection.execute("insert into trigrams(trigrams) values('rebuild')")

    def renew(self, rows: Iterable[int]) -> None:
        """Index the records at rows anew; a row without a record is in no index any more."""
        self._documents.forget()
        for row in rows:
            self._remove(row)
            self._add(row, "insert or ignore into posting values(?, ?)", with_trigrams=True)

    def rows_naming(self, fields: Iterable[str], ids: Iterable[str]) -> Iterator[int]:
        """Yield the rows of the records that have one of some ids in one of some fields."""
        sql = "select row from posting where key in (select key from key where field = ? and value = ?)"
        wanted = tuple(fields)
        for id_ in ids:
            for field in wanted:
                yield from (row for (row,) in self._connection.execute(sql, (field, id_)).fetchall())

    def _add(self, row: int, posting: str, *, with_trigrams: bool) -> None:
        found = self._connection.execute("select raw from document where row = ?", (row,)).fetchone()
        if found is None:
            return
        record, table = record_at(row, found[0]), table_at(row)
        execute = self._connection.execute
        words = self._words(record)
        execute("insert into words values(?, ?)", (row, words))
        if with_trigrams:
            execute("insert into trigrams(rowid, words) values(?, ?)", (row, words))
        execute("insert into fact values(?, ?, ?, ?, ?, ?, ?, ?, ?)", (row, *self._facts(record)))
        if table in NAMED:
            called = display_name(record)
            execute("insert or replace into called values(?, ?, ?)", (record.id, folded_text(called), fold(called)))
        if table not in UNNAMED:
            names = ((row, at, fold_words(name), name) for at, name in enumerate(names_of(record)))
            self._connection.executemany("insert into name values(?, ?, ?, ?)", names)
        if isinstance(record, Quote | Claim | Declaration):
            self._connection.executemany(
                "insert or ignore into stated values(?, ?, ?, ?, ?)", ((*each, row) for each in _stances(record))
            )
        terms = terms_of(self._documents.as_library(), record) | self._terms_of_others(record, row)
        self._connection.executemany(posting, ((self._key(term), row) for term in terms))

    def _remove(self, row: int) -> None:
        execute = self._connection.execute
        words = execute("select words from words where row = ?", (row,)).fetchone()
        if words is None:
            return
        execute("insert into trigrams(trigrams, rowid, words) values('delete', ?, ?)", (row, *words))
        if table_at(row) in NAMED:
            own = execute("select name from name where row = ? and at = 0", (row,)).fetchone()
            execute("delete from called where id = ?", own)
        for table in ("words", "fact", "name", "posting", "stated"):
            execute(f"delete from {table} where row = ?", (row,))

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

    def _terms_of_others(self, record: Record, row: int) -> set[Term]:
        """Return the terms that a record has by its notes and by the text of its source."""
        notes = self._connection.execute("select raw from document where row = ?", (row + END,)).fetchone()
        brought = self._collections_in(notes[0]) if notes else ()
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
