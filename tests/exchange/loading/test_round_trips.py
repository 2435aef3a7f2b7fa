import json
from collections.abc import Sequence
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # its types are another package
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.exchange.formats import FORMATS
from summittui.exchange.formats.library_json import library_schema
from summittui.exchange.loading import LoadedRecords, read_file
from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Note, Quote, Record, RecordId, Selector, SourceId
from tests.in_memory import in_memory
from tests.paris import paris
from tests.store.samples import REPORTED, WORDS, records_of

ANY_TEXT = st.text(
    st.one_of(st.sampled_from("\";,\n\r\t=+-@'“”é\u0301\u202e\u05d0\u0645👩\u200d🔬… "), st.characters(codec="utf-8")),
    min_size=1,
)
QUOTES = ("csv", "spreadsheet", "jsonl", "web-annotation")


def back(library: Library, format_id: str, quotes: Sequence[Quote]) -> tuple[Record, ...]:
    _, loaded = read_file(FORMATS[format_id].write(library, quotes).content, lambda _: None)
    assert isinstance(loaded, LoadedRecords)
    return loaded.records


def hostile(text: str) -> MemoryLibrary:
    """Return a library with a text in every field that a quote has for any text."""
    words = Selector(start=3, end=3 + len(text), exact=text)
    quote = replace(WORDS, spans=(words,), quoted=(words,), gist=text, role=text, occasion=text, note=text, doubt=text)
    note = Note(id=f"note-{quote.id}", about=RecordId(quote.id), memo=text)
    return MemoryLibrary(replace(records_of(), quotes=(quote,), notes=(note,)))


@given(ANY_TEXT)
def test_no_character_is_altered_on_the_way_out_and_in(text: str) -> None:
    library = hostile(text)
    (quote,) = in_memory(library).records.quotes
    for format_id in QUOTES:
        loaded, note = back(library, format_id, [quote])
        assert isinstance(loaded, Quote)
        assert isinstance(note, Note)
        assert (loaded.exact, loaded.gist, loaded.role, loaded.occasion, loaded.note, loaded.doubt) == (text,) * 6
        assert note.memo == text
        assert loaded.spans[0].start == 3


@given(ANY_TEXT)
def test_a_library_comes_back_equal(text: str) -> None:
    library = MemoryLibrary(hostile(text).records, {SourceId(REPORTED.source): text})
    _, loaded = read_file(FORMATS["json"].write(library, ()).content, lambda _: None)
    assert isinstance(loaded, LoadedRecords)
    assert loaded.records == tuple(library.records)
    assert loaded.texts == library.texts


@pytest.mark.parametrize("format_id", ["jsonl", "web-annotation"])
def test_the_quotes_of_the_collection_come_back_equal(format_id: str) -> None:
    library = MemoryLibrary(paris().records)
    assert back(library, format_id, library.records.quotes) == library.records.quotes


def test_the_library_is_what_its_published_schema_says() -> None:
    schema = json.loads((Path(__file__).parents[3] / "docs" / "library.schema.json").read_text(encoding="utf-8"))
    assert schema == json.loads(json.dumps(library_schema()))
    library = MemoryLibrary(paris().records, {SourceId("stdaily"): "A text."})
    written = json.loads(FORMATS["json"].write(library, ()).content)
    jsonschema.Draft202012Validator(schema).validate(written)
    written["records"]["quotes"][0]["kind"] = "shouted"
    with pytest.raises(jsonschema.ValidationError, match="shouted"):
        jsonschema.Draft202012Validator(schema).validate(written)
