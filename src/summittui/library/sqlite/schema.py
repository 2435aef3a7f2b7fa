"""The tables of the file, and the row of each record: table and number in one integer, which is also the rank."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from summittui.model import TABLES

VERSION = 3
"""The version of what is written below; a file of another version is made anew."""
OLDEST = (3, 34, 0)
"""The oldest SQLite that can be used: the first whose full-text index has the tokenizer `trigram`."""
NUMBERS = 1 << 40
"""The number of rows that a table has room for."""

NAMED = ("sources", "actors", "declarations")
"""The tables whose records have their names among the words of those that name them."""

TABLES_SQL = """
create table state(name text primary key, value text not null) without rowid;
create table size(name text primary key, number integer not null) without rowid;
create table document(row integer primary key, id text, raw blob not null);
create table attached(source text primary key, row integer not null) without rowid;
create table fact(
  row integer primary key, sort text, speaker text, dated text, first text, last text, source integer, start integer,
  kind integer
);
create table words(row integer primary key, words text not null);
create virtual table trigrams using fts5(
  words, content='words', content_rowid='row', tokenize='trigram case_sensitive 1', detail=full
);
create table called(key integer primary key, id text not null, folded text not null, sort text not null);
create virtual table called_trigrams using fts5(
  folded, content='called', content_rowid='key', tokenize='trigram case_sensitive 1', detail=full
);
create table name(
  row integer, at integer, folded text not null, name text not null, primary key(row, at)
) without rowid;
create table key(key integer primary key, field text not null, value text not null, other text not null);
create table posting(key integer not null, row integer not null, primary key(key, row)) without rowid;
create table stated(
  holder text, issue text, stance text, own integer, row integer, primary key(holder, issue, stance, own, row)
) without rowid;
create unique index key_of on key(field, value, other);
"""
"""The tables.

`posting` says which rows have a key: a field of the query language, or another of a record, with its value; where two
fields must hold of the same thing, such as an issue and its stance, the key has both. Nothing in a row that another
record may change, but for dates and proofs: names stand in `called`, so that a rename writes one row.
"""
INDEXES_SQL = """
create index posting_row on posting(row, key);
create index called_id on called(id);
create index name_folded on name(folded, row);
create index stated_issue on stated(issue, stance, holder);
create index stated_row on stated(row);
create index fact_source on fact(source, start);
create index fact_dated on fact(dated);
"""
"""The indexes, which are made when the tables are full."""

TEXTS = "texts"
"""The table of attached texts."""
_NAMES = (*TABLES, *(f"_{table}" for table in TABLES), TEXTS, "_collections", "_deleted")
"""All tables of a store: records, the notes on them, and others."""
_ORDER = {table: number for number, table in enumerate(_NAMES)}
END = len(TABLES) * NUMBERS
"""The row behind the last record; notes on the record at a row stand so many rows behind it."""


def row_of(table: str, number: str | int) -> int:
    """Return the row of the document with a number of its table.

    Raises:
        ValueError: No file has room for it.
    """
    at = int(number)
    if table not in _ORDER or not 0 <= at < NUMBERS:
        raise ValueError(f"no room for document {number} of {table}")
    return _ORDER[table] * NUMBERS + at


def table_at(row: int) -> str:
    """Return the table of the document at a row."""
    return _NAMES[row // NUMBERS]


def number_at(row: int) -> str:
    """Return the number of the document at a row in its table."""
    return str(row % NUMBERS)


def range_of(table: str) -> tuple[int, int]:
    """Return the first and the last row that a document of a table can have."""
    return _ORDER[table] * NUMBERS, (_ORDER[table] + 1) * NUMBERS - 1


class RowRange(NamedTuple):
    """Rows of a table that follow one another, both ends included."""

    table: str
    first: int
    last: int

    @property
    def ends(self) -> tuple[int, int]:
        """The first and the last row."""
        return self.first, self.last


def every_row(table: str) -> RowRange:
    """Return all rows of a table."""
    return RowRange(table, *range_of(table))


def why_unusable() -> str | None:
    """Return why SQLite cannot hold a library here, as a clause; None where it can."""
    if sqlite3.sqlite_version_info < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        return f"Python has SQLite {sqlite3.sqlite_version}, and {wanted} or newer is needed"
    try:
        with sqlite3.connect(":memory:") as trial:
            trial.execute("create virtual table trial using fts5(words, tokenize='trigram case_sensitive 1')")
            trial.execute("select value from json_each('[1]')").fetchall()
    except sqlite3.Error as error:
        return f"Python's SQLite was built without what is needed ({error})"
    return None


def placeholders(values: Sequence[object]) -> str:
    """Return as many question marks as there are values."""
    return ",".join("?" * len(values))
