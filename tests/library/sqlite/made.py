"""Libraries over SQLite made of records, in files of the tests."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from summittui.library.sqlite.file import Changes, follow, make
from summittui.library.sqlite.library import SqliteLibrary
from summittui.library.sqlite.open_file import transaction, writing
from summittui.library.sqlite.schema import TEXTS, why_unusable
from summittui.model import TABLES, Records, SourceId

NEEDS_SQLITE = pytest.mark.skipif(why_unusable() is not None, reason=why_unusable() or "")
STATE = {"edits": "0"}
Document = tuple[str, str, str | None, bytes]
DERIVED = {
    "documents": "select row, id, raw from document",
    "words": "select * from words",
    "sizes": "select * from size where number <> 0",
    "facts": "select * from fact",
    "called": "select id, folded, sort, field, value from called join key using(key)",
    "names": "select * from name",
    "attached": "select * from attached",
    "stated": "select * from stated",
    "postings": "select field, value, other, row from key join posting using(key)",
}
"""What a file holds, by a name, as a statement that selects it, but for numbers that are given by the way."""


def no_collections(_: bytes) -> tuple[str, ...]:
    return ()


def sqlite_library(path: Path, records: Records, texts: Mapping[SourceId, str] | None = None) -> SqliteLibrary:
    """Return a library of records and texts in a new file."""
    make(path, documents_of(records, texts or {}), STATE, no_collections)
    return SqliteLibrary(path, no_collections)


def followed(path: Path, before: Mapping[str, str], changes: Changes, state: Mapping[str, str]) -> bool:
    """Let a file take over changes; tell whether it was as `before` says."""
    with closing(writing(path)) as connection, transaction(connection):
        return follow(connection, before, changes, state, no_collections)


def documents_of(records: Records, texts: Mapping[SourceId, str]) -> Iterator[Document]:
    for table in TABLES:
        for at, record in enumerate(records.table(table), 1):
            yield table, str(at), record.id, msgspec.json.encode(record)
    for at, (source, text) in enumerate(texts.items(), 1):
        yield TEXTS, str(at), source, document_of_text(source, text)


def document_of_text(source: str, text: str) -> bytes:
    return msgspec.json.encode({"id": source, "text": text, "sha256": ""})


def derived(path: Path) -> Mapping[str, list[tuple[object, ...]]]:
    """Return what a file holds, once its full-text index is found to be that of its words."""
    with closing(sqlite3.connect(path)) as connection:
        for index in ("trigrams", "called_trigrams"):
            connection.execute(f"insert into {index}({index}, rank) values('integrity-check', 1)")
        return {name: sorted(connection.execute(sql).fetchall(), key=repr) for name, sql in DERIVED.items()}
