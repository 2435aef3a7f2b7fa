"""The tables of the store's file: which there are, and what the documents of each hold."""

import contextlib
import gc
import math
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Raw, Struct

from summittui.model import TABLES, InputError, Record, digest_of
from summittui.model.text import safe

TEXTS = "texts"
COLLECTIONS = "_collections"
DELETED = "_deleted"
META = "_meta"

Plain = dict[str, Any]
"""A document as plain values."""

Tables = Mapping[str, Mapping[str, Raw]]
"""Documents as JSON, by TinyDB's number, by table."""
TablesInMemory = dict[str, dict[str, Raw]]
"""The same where they are held in memory."""


class Notes(Struct, frozen=True, omit_defaults=True):
    """The store's notes on one record, under the record's number in the table `notes_of` its own."""

    rev: int
    """The number of times that the record was written."""
    collection: str | None = None
    """The collection that brought it."""
    seeded: str | None = None
    """Digest of the record as the collection brought it, or as several have made it together."""
    parts: dict[str, Plain] = {}
    """The record's fields as each collection brought them, for a record that several share."""

    @property
    def collections(self) -> tuple[str, ...]:
        """The collections that brought it, the first one first; none for a user's own record."""
        return tuple(dict.fromkeys(filter(None, (self.collection, *self.parts))))


class AttachedText(Struct, frozen=True):
    """The text of a source that a user attached."""

    id: str
    """The source."""
    text: str
    sha256: str


class Seeded(Struct, frozen=True, omit_defaults=True):
    """A collection that the store was seeded from."""

    id: str
    version: str
    joins: dict[str, str] = {}
    """The records that mean the same as those with their ids in other collections, with these collections."""


class Deleted(Struct, frozen=True):
    """A record of a collection that a user deleted."""

    id: str
    notes: Notes


TYPES: Mapping[str, type[Struct]] = {**TABLES, TEXTS: AttachedText, COLLECTIONS: Seeded, DELETED: Deleted}
"""The type of the documents of each table; tables of notes left out."""

NAMES = (*TYPES, *(f"_{name}" for name in TABLES))
"""Every table but `_meta`."""


def notes_of(table: str) -> str:
    """Return the name of the table with the notes on the records of another."""
    return f"_{table}"


def collections_in(raw: bytes) -> tuple[str, ...]:
    """Return the collections that the document of the notes on a record names, the first one first."""
    return msgspec.json.decode(raw, type=Notes).collections


def plain_of_text(source: str, text: str) -> Plain:
    """Return the document that keeps the text of a source."""
    import hashlib

    digest = hashlib.sha256(text.encode()).hexdigest()
    return plain_of(AttachedText(source, text, digest))


def plain_of(value: Struct) -> Plain:
    """Return a struct as plain values, fields at their default left out where its type says so."""
    plain: Plain = msgspec.to_builtins(value)
    return plain


def fingerprint(record: Record) -> str:
    """Return a digest of a record's plain values, whatever their order."""
    return digest_of(msgspec.json.encode(plain_of(record), order="sorted").decode())


def raw_of(plain: Mapping[str, Any]) -> Raw:
    """Return a document as JSON.

    Raises:
        InputError: It holds what JSON cannot keep: a key that is no text, a number that is none, half a character.
    """
    _refuse_odd(plain)
    try:
        return Raw(msgspec.json.encode(plain))
    except UnicodeEncodeError:
        raise InputError("Nothing was changed: a text holds half a character (a lone surrogate); remove it.") from None


def _refuse_odd(value: object) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise InputError(f"Nothing was changed: the key {safe(repr(key))} is no text; write it as one.")
            _refuse_odd(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _refuse_odd(inner)
    elif isinstance(value, float) and not math.isfinite(value):
        raise InputError(f"Nothing was changed: {value} is no number that can be kept; leave it out.")


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
