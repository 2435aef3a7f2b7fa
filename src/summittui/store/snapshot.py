"""Snapshots: the whole store as one JSON file that plain TinyDB opens, its first line about itself."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

import msgspec
from msgspec import Raw, Struct

from summittui.model import StoreTooNew
from summittui.store.disk import damaged, shown
from summittui.store.journal import Header
from summittui.store.tables import META, NAMES, Tables, garbage_collection_paused

SCHEMA = 2
"""Version of the file's layout."""

_HEAD = 100_000
"""Bytes within which the first line ends."""
_PIECE = 1_000
"""The number of documents that are read at a time where these are not in memory."""


class Meta(Struct, frozen=True, kw_only=True):
    """The first line of a snapshot, which describes the file."""

    schema: int = SCHEMA
    generation: int = 0
    """Of the journal that continues it."""
    edits: int = 0
    """Number of the last transaction that it holds."""
    follows: int = 0
    """Checksum of the last line of the journal that it holds."""
    last_ids: dict[str, int] = {}
    """The highest number ever given in each table, so that none is given again."""
    checksum: int = 0
    """CRC-32 of this, with 0 in its place, and of everything behind the first line."""


class Snapshot(Struct, frozen=True):
    """The store at one moment."""

    meta: Meta
    tables: Tables


def header_after(meta: Meta) -> Header:
    """Return the header of the journal that continues a snapshot."""
    return Header(generation=meta.generation, edits=meta.edits, follows=meta.follows)


def encode(snapshot: Snapshot) -> Iterator[bytes]:
    """Yield the parts of the file; the documents are gone through twice, for the checksum stands before them."""
    meta = msgspec.structs.replace(snapshot.meta, schema=SCHEMA)
    meta = msgspec.structs.replace(meta, checksum=_checksum_of(meta, _body(snapshot.tables)))
    yield b'{"%b":{"1":%b},\n' % (META.encode(), msgspec.json.encode(meta))
    yield from _body(snapshot.tables)


def _body(tables: Tables) -> Iterator[bytes]:
    """Yield what stands behind the first line, in pieces where the documents are not in memory."""
    if isinstance(tables, dict):
        yield b"%b}\n" % msgspec.json.encode(tables)[1:-1]
        return
    for at, (name, table) in enumerate(tables.items()):
        yield b"%b%b:" % (b"," if at else b"", msgspec.json.encode(name))
        yield from _pieces(table)
    yield b"}\n"


def _pieces(table: Mapping[str, Raw]) -> Iterator[bytes]:
    documents, start = iter(table.items()), b"{"
    while piece := dict(islice(documents, _PIECE)):
        yield start + msgspec.json.encode(piece)[1:-1]
        start = b","
    yield b"}" if start == b"," else b"{}"


def head_of(content: bytes) -> Meta | None:
    """Return what the beginning of a file says about it, or None where that is no snapshot of this program."""
    line, newline, _ = content[:_HEAD].partition(b",\n")
    try:
        return msgspec.json.decode(line + b"}", type=dict[str, dict[str, Meta]])[META]["1"] if newline else None
    except (msgspec.DecodeError, UnicodeDecodeError, KeyError):
        return None


def parse(path: Path, content: bytes) -> Snapshot:
    """Return the snapshot in the content of the file at `path`.

    Raises:
        StoreDamaged: The content is not what this program wrote.
        StoreTooNew: A newer program wrote it.
    """
    if not content or content.isspace():
        raise damaged(path, "it is empty")
    try:
        with garbage_collection_paused():
            raw = msgspec.json.decode(content, type=dict[str, Raw])
            about = raw.pop(META)
            _refuse_newer(path, about)
            if _schema_of(about) == 1:
                from summittui.store.upgrade import upgraded

                old = upgraded(path, about, raw)
                return Snapshot(Meta(schema=1, edits=old.edits, last_ids=old.last_ids), old.tables)
            meta = msgspec.json.decode(about, type=dict[str, Meta])["1"]
            _refuse_changed(path, meta, content)
            tables = {name: msgspec.json.decode(table, type=dict[str, Raw]) for name, table in raw.items()}
    except KeyError:
        raise damaged(path, "it is no store of this program") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        wrong_shape = isinstance(error, msgspec.ValidationError)
        raise damaged(path, "it is no store of this program" if wrong_shape else "its JSON is torn") from None
    return Snapshot(meta, {**{name: {} for name in NAMES}, **tables})


class _Version(Struct):
    schema: int


def _schema_of(about: Raw) -> int:
    return msgspec.json.decode(about, type=dict[str, _Version])["1"].schema


def _refuse_newer(path: Path, about: Raw) -> None:
    version = _schema_of(about)
    if version > SCHEMA:
        raise StoreTooNew(
            f"The store {shown(path)} was written by a newer summittui (schema {version}, this one knows {SCHEMA}); "
            "upgrade summittui or give another with --store."
        )


def _refuse_changed(path: Path, meta: Meta, content: bytes) -> None:
    """Refuse a file of which a byte has changed since it was written."""
    end = content.find(b"\n") + 1
    if not end or _checksum_of(meta, [memoryview(content)[end:]]) != meta.checksum:
        raise damaged(path, "its content does not match its checksum, another program or a faulty disk changed it")


def _checksum_of(meta: Meta, body: Iterable[bytes | memoryview]) -> int:
    checksum = zlib.crc32(msgspec.json.encode(msgspec.structs.replace(meta, checksum=0)))
    for piece in body:
        checksum = zlib.crc32(piece, checksum)
    return checksum
