"""The writing of the file: documents, and what is derived from each so that it is found."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from summittui.library.answers.proof import prove_quote
from summittui.library.answers.words import plain_words
from summittui.library.memory.field_tests import LATEST, PROOF_WORD, first_day
from summittui.library.memory.indexes import stated_in
from summittui.library.sqlite.documents import WrittenDocuments, record_at
from summittui.library.sqlite.schema import END, NAMED, table_at
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

_DERIVED = ("words", "fact", "called", "name", "stated")
"""The tables, besides the postings, that are derived from single records."""
_WITH_NOTES = f"select d.row, d.raw, n.raw from document d left join document n on n.row = d.row + {END}"
_PIECE = 1_000

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
        self._rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in _DERIVED}
        self._postings: list[tuple[int, int]] = []
        self._grown: Counter[str] = Counter()
        """By how many records each table has grown."""

    def add_all(self) -> None:
        """Index every record of a file that has no index yet; postings are sorted before they are written."""
        execute = self._connection.execute
        execute("create temp table unsorted(key integer, row integer)")
        sql = f"{_WITH_NOTES} where d.row < {END} order by d.row"
        for at, (row, raw, notes) in enumerate(execute(sql)):
            self._add(row, raw, notes)
            if at % _PIECE == 0:
                self._write("insert into temp.unsorted values(?, ?)")
        self._write("insert into temp.unsorted values(?, ?)")
        execute("insert into posting select distinct key, row from temp.unsorted order by key, row")
        execute("drop table temp.unsorted")
        execute("insert into trigrams(trigrams) values('rebuild')")
        self._write_sizes()

    def renew(self, rows: Iterable[int]) -> None:
        """Index the records at rows anew; a row without a record is in no index any more."""
        self._documents.forget()
        for row in rows:
            self._remove(row)
            for found in self._connection.execute(f"{_WITH_NOTES} where d.row = ?", (row,)).fetchall():
                self._add(*found)
        self._connection.executemany("insert into trigrams(rowid, words) values(?, ?)", self._rows["words"])
        self._write("insert or ignore into posting values(?, ?)")
        self._write_sizes()

    def rows_naming(self, fields: Iterable[str], ids: Iterable[str]) -> Iterator[int]:
        """Yield the rows of the records that have one of some ids in one of some fields."""
        sql = "select row from posting where key in (select key from key where field = ? and value = ?)"
        wanted = tuple(fields)
        for id_ in ids:
            for field in wanted:
                yield from (row for (row,) in self._connection.execute(sql, (field, id_)).fetchall())

    def _add(self, row: int, raw: bytes, notes: bytes | None) -> None:
        """Queue what is derived from a record; `_write` writes it."""
        record, table, rows = record_at(row, raw), table_at(row), self._rows
        self._grown[table] += 1
        rows["words"].append((row, self._words(record)))
        rows["fact"].append((row, *self._facts(record)))
        if table in NAMED:
            called = display_name(record)
            rows["called"].append((self._key((CALLED, record.id, "")), record.id, folded_text(called), fold(called)))
        if table not in UNNAMED:
            rows["name"] += ((row, at, fold_words(name), name) for at, name in enumerate(names_of(record)))
        if isinstance(record, Quote | Claim | Declaration):
            rows["stated"] += ((*each, row) for each in _stances(record))
        terms = terms_of(self._documents.as_library(), record) | self._terms_of_others(record, notes)
        terms |= self._names(table, terms)
        self._postings += ((self._key(term), row) for term in terms)

    def _write(self, posting: str) -> None:
        """Write what was queued, the postings by a statement."""
        for table, rows in self._rows.items():
            if rows:
                places = ", ".join("?" * len(rows[0]))
                self._connection.executemany(f"insert or replace into {table} values({places})", rows)
                rows.clear()
        self._connection.executemany(posting, self._postings)
        self._postings.clear()

    def _write_sizes(self) -> None:
        sql = "insert into size values(?, ?) on conflict do update set number = number + excluded.number"
        self._connection.executemany(sql, self._grown.items())
        self._grown.clear()

    def _remove(self, row: int) -> None:
        execute = self._connection.execute
        words = execute("select words from words where row = ?", (row,)).fetchone()
        if words is None:
            return
        self._grown[table_at(row)] -= 1
        execute("insert into trigrams(trigrams, rowid, words) values('delete', ?, ?)", (row, *words))
        if table_at(row) in NAMED:
            own = execute("select name from name where row = ? and at = 0", (row,)).fetchone()
            execute("delete from called where id = ?", own)
        for table in ("posting", *(table for table in _DERIVED if table != "called")):
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
