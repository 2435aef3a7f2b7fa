"""Variants: like compared with like, word by word, and nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.variants import (
    SIMILAR,
    Change,
    Compared,
    differences,
    marked,
    pieces,
    similarity,
    variants,
)
from summittui.library.memory.library import MemoryLibrary
from summittui.model import InputError, Quote, Records, SourceId, UnknownId, UtteranceId
from summittui.queries.variants import VariantsQuery
from tests.model.samples import DIRECT, INDIRECT, RECORDS, TEXT
from tests.paris import paris
from tests.reference import needs_reference, texts

LIBRARY = MemoryLibrary(paris().records)
SENTENCES = st.lists(st.sampled_from(["Rules", "rules,", "help", "us", "the", "the", "gold", "Gold"])).map(" ".join)


@given(SENTENCES, SENTENCES)
def test_the_pieces_hold_every_word_of_both_and_change_what_differs(was: str, now: str) -> None:
    found = pieces(was, now)
    assert " ".join(piece.was for piece in found if piece.was) == was
    assert " ".join(piece.now for piece in found if piece.now) == now
    for piece in found:
        assert (piece.was == "") is (piece.change is Change.OTHER)
        assert (piece.now == "") is (piece.change is Change.FIRST)


@given(SENTENCES)
def test_nothing_changes_from_words_to_themselves_nor_by_case(words: str) -> None:
    assert {piece.change for piece in pieces(words, words.upper())} <= {Change.SAME}


def test_what_only_one_has_and_what_is_worded_otherwise_is_told_apart() -> None:
    found = pieces("the gold standard goes on worldwide", "the global standard goes on as ever")
    assert [(piece.change, piece.was, piece.now) for piece in found] == [
        (Change.SAME, "the", "the"),
        (Change.REPLACED, "gold", "global"),
        (Change.SAME, "standard goes on", "standard goes on"),
        (Change.REPLACED, "worldwide", "as ever"),
    ]


@pytest.mark.parametrize("id_", ["vance-global-standard", "vance-gold-standard", "vance-american-technology"])
def test_the_quote_with_the_speakers_own_words_stands_first_whichever_is_asked_for(id_: str) -> None:
    found = variants(LIBRARY, VariantsQuery(quote=id_))
    assert (found.utterance, found.base.id) == ("vance-american-technology", "vance-gold-standard")
    (other,) = found.others
    assert (other.quote.id, other.turned) == (
        "vance-global-standard",
        "mixed in stdaily, indirect in nigeriapulse",
    )
    assert other.compared is Compared.GISTS
    assert not other.in_their_words


@needs_reference
def test_with_the_documents_attached_their_own_words_are_compared() -> None:
    library = MemoryLibrary(paris().records, {SourceId(id_): text for id_, text in texts().items()})
    (other,) = variants(library, VariantsQuery(quote="vance-gold-standard")).others
    assert (other.compared, other.in_their_words) == (Compared.ATTACHED, True)
    cut = " ".join(piece.was for piece in other.pieces if piece.change is not Change.SAME)
    assert "gold standard" in cut


def test_quoted_words_are_compared_with_quoted_words() -> None:
    other = replace(DIRECT, id="ada-again", quoted=(replace(DIRECT.quoted[0], exact="Rules hurt!"),))
    found = variants(_library(DIRECT, other), VariantsQuery(quote="ada-rules"))
    assert found.others[0].compared is Compared.QUOTED
    assert marked(found.others[0]) == "Rules [-help.-]{+hurt!+}"
    assert differences(found.others[0]) == {"worded otherwise": ["help. (ada-rules) / hurt! (ada-again)"]}
    assert found.others[0].turned is None


def test_quoted_words_beside_a_report_are_called_unlike() -> None:
    assert DIRECT.gist is None
    found = variants(_library(DIRECT, INDIRECT), VariantsQuery(quote="bo-rules"))
    assert (found.base.id, found.others[0].compared) == ("ada-rules", Compared.UNLIKE)
    assert TEXT


def test_below_a_floor_of_similarity_no_word_difference_is_drawn() -> None:
    other = replace(DIRECT, id="ada-again", quoted=(replace(DIRECT.quoted[0], exact="Quite another thing"),))
    (variant,) = variants(_library(DIRECT, other), VariantsQuery(quote="ada-rules")).others
    assert (variant.pieces, variant.similarity) == ((), 0)
    assert marked(variant) == "too little in common for a word difference (0 % of the words)"
    assert similarity("the gold standard", "the global standard") >= SIMILAR


def test_words_of_one_variant_alone_are_named_by_their_source() -> None:
    longer = replace(DIRECT, id="longer", source=SourceId("weekly"), quoted=(replace(DIRECT.quoted[0], exact="Rules"),))
    records = replace(RECORDS, quotes=(replace(DIRECT, utterance=UtteranceId("u")), replace(longer, utterance="u")))
    (variant,) = variants(MemoryLibrary(records), VariantsQuery(quote="longer")).others
    assert variant.names == ("daily", "weekly")
    assert differences(variant) == {"only in daily": ["help."]}


def test_a_quote_alone_and_an_unknown_one_are_refused() -> None:
    with pytest.raises(InputError, match="no other quote is recorded as a variant of 'vance-kill-industry'"):
        variants(LIBRARY, VariantsQuery(quote="vance-kill-industry"))
    with pytest.raises(InputError):
        variants(_library(DIRECT), VariantsQuery(quote="said"))
    with pytest.raises(UnknownId):
        variants(LIBRARY, VariantsQuery(quote="china"))


def _library(*quotes: Quote) -> Library:
    same = tuple(replace(quote, utterance=UtteranceId("said")) for quote in quotes)
    records: Records = replace(RECORDS, quotes=same)
    return MemoryLibrary(records)
