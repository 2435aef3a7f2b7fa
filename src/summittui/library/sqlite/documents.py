"""The documents of the file while it is written: records by id and the texts, as far as indexing asks for them."""

import sqlite3
from functools import lru_cache
from typing import cast

import msgspec
from msgspec import Struct

from summittui.library.memory.records_library import RecordsLibrary
from summittui.library.sqlite.schema import END, NAMED, TEXTS, range_of, table_at
from summittui.model import TABLES, Record, Source, UnknownId
from summittui.model.display_names import display_name

_CACHED = 2_000


class _Text(Struct):
    text: str


DECODERS = {name: msgspec.json.Decoder(type_) for name, type_ in TABLES.items()}
"""The JSON decoder of each table's records."""
_TEXT = msgspec.json.Decoder(_Text)


def record_at(row: int, raw: bytes) -> Record:
    """Return the record in the document at a row."""
    record: Record = DECODERS[table_at(row)].decode(raw)
    return record


def text_in(raw: bytes) -> str:
    """Return the text in the document of an attached text."""
    return _TEXT.decode(raw).text


class WrittenDocuments:
    """The documents by one connection, which writes; what it says of an id is forgotten by `forget`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.find = lru_cache(_CACHED)(self._find)
        self.text = lru_cache(20)(self._text)
        self.is_called = lru_cache(_CACHED * 10)(self._is_called)
        self.published = lru_cache(_CACHED)(self._published)

    def forget(self) -> None:
        """Clear the caches before the records are written anew."""
        for cache in (self.find, self.text, self.is_called, self.published):
            cache.cache_clear()

    def name(self, id_: str | None) -> str:
        """Return the name of what is named, empty where it stands in a row of its own, which a rename changes."""
        if not id_ or self.is_called(id_):
            return ""
        record = self.find(id_)
        return id_ if record is None else display_name(record)

    def as_library(self) -> RecordsLibrary:
        """Return the documents as the library of which the functions that read single records ask names and texts."""
        return cast("RecordsLibrary", self)

    def source(self, id_: str) -> Source:
        """Return the source with this id.

        Raises:
            UnknownId: There is none.
        """
        found = self.find(id_)
        if not isinstance(found, Source):
            raise UnknownId(f"no source is called {id_!r}")
        return found

    def _find(self, id_: str) -> Record | None:
        sql = "select row, raw from document where id = ? and row < ? order by row desc limit 1"
        found = self._connection.execute(sql, (id_, END)).fetchone()
        return None if found is None else record_at(*found)

    def _text(self, source: str) -> str | None:
        sql = "select raw from document where id = ? and row between ? and ? order by row desc limit 1"
        found = self._connection.execute(sql, (source, *range_of(TEXTS))).fetchone()
        return None if found is None else text_in(found[0])

    def _is_called(self, id_: str) -> bool:
        sql = "select max(row) from document where id = ? and row < ?"
        (row,) = self._connection.execute(sql, (id_, END)).fetchone()
        return row is not None and table_at(row) in NAMED

    def _published(self, source: str) -> tuple[int | None, str | None]:
        """Return the row of a source and when it was published."""
        lower, upper = range_of("sources")
        sql = "select row, raw from document where id = ? and row between ? and ? order by row desc limit 1"
        found = self._connection.execute(sql, (source, lower, upper)).fetchone()
        if found is None:
            return None, None
        return found[0], cast("Source", record_at(*found)).published
