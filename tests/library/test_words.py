"""The words of records: folded once for a library, and no phrase reaches over the end of a field."""

from msgspec.structs import replace

from summittui.library.answers.words import plain_words
from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.matching import matching_ordinals
from summittui.library.memory.words import folded_texts
from summittui.model import TABLES
from summittui.model.text import fold_words
from summittui.queries.language.parsing import parse_query
from tests.model.samples import INDIRECT, RECORDS
from tests.paris import paris


def test_texts_are_folded_once_for_a_library_and_stand_in_the_order_of_the_table() -> None:
    library = MemoryLibrary(paris().records)
    for table in TABLES:
        texts = folded_texts(library, table)
        assert folded_texts(library, table) is texts
        for text, record in zip(texts, library.records.table(table), strict=True):
            assert text.split(" \0 ") == [fold_words(part) for part in plain_words(library, record) if part]


def test_a_phrase_is_found_over_a_line_break_and_not_over_the_end_of_a_field() -> None:
    library = MemoryLibrary(replace(RECORDS, quotes=(replace(INDIRECT, gist="They are\n  a brake.", role="Minister"),)))
    assert list(matching_ordinals(library, "quotes", parse_query('"are a brake."'))) == [0]
    assert list(matching_ordinals(library, "quotes", parse_query('"brake. minister"'))) == []
    assert list(matching_ordinals(library, "quotes", parse_query("brake. minister"))) == [0]


def test_typographic_marks_are_found_as_typed_ones() -> None:
    library = MemoryLibrary(replace(RECORDS, quotes=(replace(INDIRECT, gist="It’s a “well–being” matter"),)))
    assert list(matching_ordinals(library, "quotes", parse_query("it's well-being"))) == [0]
