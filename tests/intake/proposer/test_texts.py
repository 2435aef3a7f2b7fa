import pytest

from summittui.intake.proposer import propose
from summittui.model import QuoteKind
from tests.intake.proposer.reading import said

PRIORITIES = 'The declaration outlined four aims, including "open borders" and "clean air."'


def test_each_passage_that_a_document_has_is_a_text_quote_of_the_document() -> None:
    quotes = propose(PRIORITIES).quotes
    assert [(quote.speaker, quote.kind, quote.spans[0].exact) for quote in quotes] == [
        ("The declaration", QuoteKind.TEXT, '"open borders"'),
        ("The declaration", QuoteKind.TEXT, '"clean air."'),
    ]
    assert [quote.cue.exact for quote in quotes if quote.cue] == ["outlined", "outlined"]


def test_the_title_of_a_document_is_a_text_quote_and_its_proposal_is_no_speech() -> None:
    text = 'Norway left early, proposing a resolution entitled "Clean Air for All" to the assembly.'
    (quote,) = propose(text).quotes
    assert (quote.speaker, quote.kind) == ("a resolution", QuoteKind.TEXT)


@pytest.mark.parametrize(
    "text",
    [
        'The parcel included "two old books" and a lamp.',
        'A film titled "Dawn Over Oslo" was shown.',
        PRIORITIES.replace('"', ""),
    ],
)
def test_things_that_are_no_documents_have_no_words(text: str) -> None:
    assert said(text) == []


def test_what_a_document_says_by_a_reporting_verb_is_a_text_quote_where_it_is_quoted() -> None:
    kinds = [propose(f"The treaty stated that {words}.").quotes[0].kind for words in ('"all must act"', "all must act")]
    assert kinds == [QuoteKind.TEXT, QuoteKind.INDIRECT]
