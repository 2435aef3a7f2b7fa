"""The store's documents: a record's plain fields with what the store itself notes about them."""

import contextlib
import gc
import hashlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import GenericAlias
from typing import Any

import msgspec
from msgspec import Struct

from summittui.model import TABLES, Record, Records, StoreTooNew, digest_of
from summittui.model.codec import InvalidRecord, record_from_plain, record_to_plain
from summittui.store.disk import damaged, shown

SCHEMA = 1
"""Version of the file's layout."""

META = "_meta"
TEXTS = "texts"
NOTES = "_"
"""Key under which a document carries its `Notes`."""

_FIRST = {"rev": 1}

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
"""TinyDB's shape: documents by TinyDB's number, by table."""


class Notes(Struct, frozen=True, omit_defaults=True):
    """What the store notes about one record."""

    rev: int
    """How often it was written, counted from 1."""
    collection: str | None = None
    """The collection that brought it."""
    seeded: str | None = None
    """Digest of the record as the collection brought it."""


class Meta(Struct):
    """What the store notes about itself."""

    schema: int = SCHEMA
    generation: int = 0
    """How many edits the file has seen."""
    collections: dict[str, str] = {}
    """Version of each collection that was seeded."""
    deleted: dict[str, str] = {}
    """Digest, as it was seeded, of each seeded record that a user deleted."""


class AttachedText(Struct, frozen=True):
    """The text of a source that a user attached."""

    id: str
    """The source."""
    text: str
    sha256: str


def empty_tables() -> Tables:
    """Return the tables of a store without records."""
    return {META: {"1": msgspec.to_builtins(Meta())}, **{name: {} for name in (*TABLES, TEXTS)}}


def fingerprint(plain: Mapping[str, Any]) -> str:
    """Return a digest of a record's plain values, whatever their order."""
    return digest_of(msgspec.json.encode(plain, order="sorted").decode())


def document_of(record: Record, notes: Notes) -> Document:
    """Return the document that keeps `record`."""
    return {**record_to_plain(record), NOTES: msgspec.to_builtins(notes)}


def document_of_text(source: str, text: str) -> Document:
    """Return the document that keeps the text of a source."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {**msgspec.to_builtins(AttachedText(source, text, digest)), NOTES: _FIRST}


def plain_of(document: Document) -> Document:
    """Return the record's plain fields alone."""
    return {key: value for key, value in document.items() if key != NOTES}


def notes_of(documents: Collection[Document]) -> list[Notes]:
    """Return what the store notes about each document; one that another program entered counts as first written."""
    return msgspec.convert([document.get(NOTES, _FIRST) for document in documents], list[Notes])


def revs_in(tables: Tables) -> dict[str, int]:
    """Return how often each record was written, by its id."""
    with garbage_collection_paused():
        groups = [tables.get(name, {}).values() for name in TABLES]
        return {one["id"]: notes.rev for group in groups for one, notes in zip(group, notes_of(group), strict=True)}


def meta_of(tables: Tables) -> Meta:
    """Return what the store notes about itself."""
    return msgspec.convert(tables[META]["1"], Meta)


def parse(path: Path, content: bytes) -> Tables:
    """Return the tables in the content of the file at `path`.

    Raises:
        StoreDamaged: The content is not what this program wrote.
        StoreTooNew: A newer program wrote it.
    """
    if not content.strip():
        raise damaged(path, "it is empty")
    try:
        with garbage_collection_paused():
            tables = msgspec.json.decode(content, type=Tables)
        version = tables[META]["1"]["schema"]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        wrong_shape = isinstance(error, msgspec.ValidationError)
        raise damaged(path, "it is no store of this program" if wrong_shape else "its JSON is torn") from None
    except KeyError:
        raise damaged(path, "it is no store of this program") from None
    if isinstance(version, int) and version > SCHEMA:
        raise StoreTooNew(
            f"The store {shown(path)} was written by a newer summittui (schema {version}, this one knows {SCHEMA}); "
            "upgrade summittui or give another with --store."
        )
    _refuse_odd_shape(path, tables)
    return tables


def _refuse_odd_shape(path: Path, tables: Tables) -> None:
    try:
        meta_of(tables)
    except msgspec.ValidationError:
        raise damaged(path, "its notes about itself are not readable") from None
    for name, documents in tables.items():
        if not all(map(str.isdecimal, documents)):
            raise damaged(path, f"the table {name} has a document without a number")


def records_in(path: Path, tables: Tables) -> Records:
    """Return every record in the tables.

    Raises:
        StoreDamaged: A document is no record of its table.
    """
    with garbage_collection_paused():
        return Records(**{name: _table(path, name, tables.get(name, {})) for name in TABLES})


def _table(path: Path, name: str, documents: Mapping[str, Document]) -> Any:
    plain = [plain_of(document) for document in documents.values()]
    try:
        notes_of(documents.values())
        return msgspec.convert(plain, GenericAlias(tuple, (TABLES[name], ...)))
    except msgspec.ValidationError:
        raise damaged(path, _first_complaint(name, plain)) from None


def _first_complaint(name: str, plain: list[Document]) -> str:
    for fields in plain:
        try:
            record_from_plain(TABLES[name], fields)
        except InvalidRecord as error:
            return f"it holds an invalid record ({error})"
    return f"the notes on a record in {name} are not readable"


def texts_in(path: Path, tables: Tables) -> dict[str, str]:
    """Return the attached texts by source.

    Raises:
        StoreDamaged: A document of the table is no attached text.
    """
    try:
        plain = [plain_of(document) for document in tables.get(TEXTS, {}).values()]
        attached = msgspec.convert(plain, list[AttachedText])
    except msgspec.ValidationError:
        raise damaged(path, "an attached text is not readable") from None
    return {text.id: text.text for text in attached}


@contextlib.contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Let many objects be made without the collector looking at them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
