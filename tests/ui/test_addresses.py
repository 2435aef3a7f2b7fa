import pytest

from summittui.ui.addresses import address_of, coordinate_at, nth_index, nth_word
from summittui.ui.widgets.grid import EntryCoordinate

RECORDS = ("a", "b", "a", "a")
KEYS = ("issue", "", "2025/02", "2025")


@pytest.mark.parametrize("index", range(len(RECORDS)))
def test_a_record_that_recurs_is_found_by_its_number(index: int) -> None:
    assert nth_index(RECORDS, nth_word(RECORDS, index)) == index


@pytest.mark.parametrize("word", ["", "c", "a/0", "a/4", "a/x", "a/²", "a/99999999999"])
def test_a_word_of_no_record_is_none(word: str) -> None:
    assert nth_index(RECORDS, word) == -1


@pytest.mark.parametrize("row", range(len(KEYS)))
@pytest.mark.parametrize(("column", "entry"), [(0, 0), (2, 0), (1, 3)])
def test_a_place_is_found_by_its_words(row: int, column: int, entry: int) -> None:
    cursor = EntryCoordinate(row, column, entry)
    assert coordinate_at(KEYS, address_of(KEYS, cursor)) == cursor


@pytest.mark.parametrize("words", ["nothing", "nothing/1", "issue/0", "issue/x", "issue/1/1/1"])
def test_words_of_no_place_are_none(words: str) -> None:
    assert coordinate_at(KEYS, words) is None


def test_the_cursor_of_an_empty_table_has_no_words() -> None:
    assert address_of(KEYS, None) == ""
    assert address_of((), EntryCoordinate(0, 0, 0)) == ""
