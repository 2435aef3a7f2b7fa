import io
import zipfile

import pytest
from msgspec.structs import replace

from summittui.exchange.formats import FORMATS
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Note, RecordId, SourceId
from tests.paris import paris

MEMO = "Ask the press office twice."
QUOTE = "vance-kill-industry"
WITHOUT = {
    "positions-graphml",
    "positions-csv",
    "pairs-graphml",
    "pairs-csv",
    "qdc",
    "codebook-csv",
    "codebook-yaml",
    "pdf",
}
"""Networks and codebooks hold no records; a PDF is compressed, and made of the HTML."""


def content(format_id: str) -> str:
    note = Note(id="note-1", about=RecordId(QUOTE), memo=MEMO)
    records = replace(paris().records, notes=(note,))
    library = MemoryLibrary(records, {SourceId(source.id): "x" * (source.length or 0) for source in records.sources})
    written = FORMATS[format_id].write(library, [quote for quote in records.quotes if quote.id == QUOTE]).content
    if written.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(written)) as archive:
            return archive.read("project.qde").decode()
    return written.decode("utf-8-sig")


@pytest.mark.parametrize("format_id", sorted(FORMATS.keys() - WITHOUT))
def test_a_memo_stands_in_every_export_of_records(format_id: str) -> None:
    assert MEMO in content(format_id)
