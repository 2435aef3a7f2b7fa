"""Coding: words are kept as the text prints them, and what became of them is said."""

import pytest
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary
from summittui.model import InputError, Quote, QuoteKind, SourceId
from summittui.session.coding import anchor_words, remark, with_words
from tests.store.samples import DAILY, REPORTED, WORDS, records_of

TEXT = "“We can’t wait,” said Ada. “We must act,” she went on, “or fail.” Ada must go."
LIBRARY = MemoryLibrary(records_of(), {DAILY: TEXT})
BARE = MemoryLibrary(records_of())


def coded(words: str, *at: int, library: Library = LIBRARY, quote: Quote = WORDS) -> Quote:
    return with_words(library, quote, words, at=at)


def places(quote: Quote) -> list[tuple[int, int, str | None]]:
    return [(each.start, each.end, each.exact) for each in quote.quoted]


@pytest.mark.parametrize("typed", ["We can’t wait,", "We can't wait,", '"We can\'t wait,"', " We can't\nwait, "])
def test_the_printed_words_and_their_offsets_are_kept(typed: str) -> None:
    quote = coded(typed)
    assert places(quote) == [(1, 15, "We can’t wait,")]
    assert [(each.start, each.end) for each in quote.spans] == [(1, 15)]
    assert (quote.words, quote.exact) == (None, "We can’t wait,")
    said = remark(LIBRARY, quote, typed)
    assert said == ("" if "’" in typed else "Kept as the text prints it at 1–15: “We can’t wait,”.")


def test_a_discontinuous_quote_has_a_place_for_each_piece() -> None:
    quote = coded("We must act, … or fail.")
    assert places(quote) == [(28, 40, "We must act,"), (56, 64, "or fail.")]
    assert quote.exact == "We must act, … or fail."
    assert coded(quote.exact or "") == quote


def test_words_at_several_places_are_told_and_one_is_chosen_by_an_offset() -> None:
    quote = coded("must")
    assert (quote.words, quote.quoted) == ("must", ())
    said = remark(LIBRARY, quote, "must")
    assert said.startswith("The text has these words 2 times: at 31 (“…")
    assert said.endswith("choose by the offset. The words are kept without a place.")
    assert places(coded("must", TEXT.rindex("must"))) == [(TEXT.rindex("must"), TEXT.rindex("must") + 4, "must")]
    with pytest.raises(InputError, match=r"not one place that holds 2.*2 times: at 31"):
        coded("must", 2)
    with pytest.raises(InputError, match="is not attached"):
        coded("must", 31, library=BARE)


def test_words_that_are_nowhere_name_the_nearest_passage() -> None:
    quote = coded("We must acts now, she went on")
    assert quote.quoted == ()
    assert "nowhere; the nearest passage is “We must act,” she went on” (28–53)" in remark(LIBRARY, quote, quote.words)
    assert "nothing like them" in remark(LIBRARY, coded("zzz"), "zzz")


def test_without_the_text_words_lose_their_marks_and_nothing_is_said() -> None:
    quote = coded("“We can’t wait,”", library=BARE)
    assert quote.words == quote.exact == "We can’t wait,"
    assert remark(BARE, quote, "“We can’t wait,”") == ""


def test_a_reported_clause_stays_where_the_words_have_no_place() -> None:
    clause = replace(REPORTED, kind=QuoteKind.MIXED)
    assert coded("nowhere at all", quote=clause).spans == clause.spans


def test_words_are_marked_in_the_text_of_their_own_source() -> None:
    waiting = replace(WORDS, words="We can't wait,", spans=(), quoted=())
    assert places(anchor_words(LIBRARY, waiting)) == [(1, 15, "We can’t wait,")]
    assert anchor_words(BARE, waiting) == waiting
    assert anchor_words(LIBRARY, WORDS) == WORDS
    other = MemoryLibrary(records_of(), {SourceId("other"): TEXT})
    assert anchor_words(other, waiting) == waiting
