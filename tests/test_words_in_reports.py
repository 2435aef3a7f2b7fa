"""Words that a source has inside a report keep the report beside them wherever they stand; marks are never doubled."""

from msgspec.structs import replace

from summittui.library.answers.query_reading import read_query
from summittui.library.answers.search import search
from summittui.library.evidence import Evidence
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Quote, QuoteKind
from summittui.model.quote import report_of
from summittui.present.evidence import evidence_words
from summittui.ui.render.found import hit_line
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
MIXED = [each for each in paris().records.quotes if each.kind is QuoteKind.MIXED and each.exact and each.gist]


def pieces_of(quote: Quote) -> list[Evidence]:
    """Return the evidence that a quote is for its speaker."""
    return [each for each in LIBRARY.evidence_of(quote.speaker or "") if each.record == quote.id]


def test_the_evidence_of_words_in_a_report_has_the_report() -> None:
    assert MIXED
    pieces = [piece for quote in MIXED for piece in pieces_of(quote)]
    assert pieces
    for piece in pieces:
        quote = LIBRARY.get_as(Quote, piece.record)
        assert report_of(quote).strip() in evidence_words(piece).plain


def test_an_excerpt_of_words_in_a_report_has_the_report() -> None:
    for quote in MIXED:
        word = max((quote.exact or "").split(), key=len).strip(".,")
        groups = search(LIBRARY, read_query(LIBRARY, f'"{word}"'))
        (hit,) = (hit for group in groups for hit in group.hits if hit.id == quote.id)
        assert report_of(quote).strip() in hit_line(LIBRARY, hit, 2_000).plain


def test_words_that_have_marks_already_get_no_others() -> None:
    piece = next(piece for quote in MIXED for piece in pieces_of(quote))
    assert evidence_words(replace(piece, text="“so”")).plain.startswith("“so” (")
