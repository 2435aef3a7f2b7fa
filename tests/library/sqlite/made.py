"""Libraries over SQLite made of records, in files of the tests."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import pytest

from summittui.library.sqlite.file import make
from summittui.library.sqlite.library import SqliteLibrary
from summittui.library.sqlite.schema import TEXTS, why_unusable
from summittui.model import TABLES, Records, SourceId

NEEDS_SQLITE = pytest.mark.skipif(why_unusable() is not None, reason=why_unusable() or "")
STATE = {"edits": "0"}
Document = tuple[str, str, str | None, bytes]


def no_collections(_: bytes) -> tuple[str, ...]:
    return ()


def sqlite_library(path: Path, records: Records, texts: Mapping[SourceId, str] | None = None) -> SqliteLibrary:
    """Return a library of records and texts in a new file."""
    make(path, documents_of(records, texts or {}), STATE, no_collections)
    return SqliteLibrary(path, no_collections)


def documents_of(records: Records, texts: Mapping[SourceId, str]) -> Iterator[Document]:
    for table in TABLES:
        for at, record in enumerate(records.table(table), 1):
            yield table, str(at), record.id, msgspec.json.encode(record)
    for at, (source, text) in enumerate(texts.items(), 1):
        yield TEXTS, str(at), source, document_of_text(source, text)


def document_of_text(source: str, text: str) -> bytes:
    return msgspec.json.encode({"id": source, "text": text, "sha256": ""})
