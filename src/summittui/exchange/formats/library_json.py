"""The whole library as JSON: every record with its id, and the attached texts; it can be loaded back."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from msgspec import Struct

from summittui.exchange.as_json import json_text
from summittui.exchange.formats.format import Written, text
from summittui.library import Library
from summittui.model import TABLES, Quote, Records, Source
from summittui.model.codec import record_to_plain


class LibraryFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A library of summittui in one file, in UTF-8. Offsets count Unicode code points, half-open."""

    format: Literal["summittui library"]
    version: Literal[1]
    records: Records
    texts: dict[str, str] = {}
    """The attached texts by the ids of their sources."""


def library_schema() -> dict[str, Any]:
    """Return the JSON Schema of a library file."""
    import msgspec

    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(LibraryFile)}


def write_library(library: Library, _: Sequence[Quote]) -> Written:
    """Write all records and texts, a record a line; fields at their default are left out."""
    return text(lambda: _lines(library))


def _lines(library: Library) -> Iterator[str]:
    yield '{"format": "summittui library", "version": 1,\n"records": {\n'
    for number, table in enumerate(TABLES):
        yield f"{',' if number else ''}{json_text(table)}: ["
        for at, record in enumerate(library.every(TABLES[table])):
            yield f"{',' if at else ''}\n{json_text(record_to_plain(record))}"
        yield "]\n"
    yield '},\n"texts": {'
    sources = (source.id for source in library.every(Source) if library.has_text(source.id))
    for number, source in enumerate(sources):
        yield f"{',' if number else ''}\n{json_text(source)}: {json_text(library.text(source))}"
    yield "}}\n"
