import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.intake.proposer import propose
from summittui.model import Proposals, QuoteKind, Selector

PIECES = st.sampled_from(
    [
        *(
            "Jane Doe",
            "Roe",
            "he",
            "she",
            "said",
            "told",
            "called",
            "adding",
            "that",
            "according to",
            "the mayor",
            "as",
        ),
        *(
            '"',
            "“",
            "”",
            "'",
            "’",
            ",",
            ".",
            ":",
            "—",
            "(",
            ")",
            "?",
            "\n",
            " ",
            "DOE: ",
            "\u200b",
            "\u202e",
            "e\u0301",
            "🙂",
        ),
    ]
)
HOSTILE = [
    *('"a," he said, ', "Roe, the mayor, said that ", "“a ", "'a b ", "( ", "<a ", "Aaa of the ", "according to "),
    *(
        "x said Roe, ",
        "Roe said. ",
        "DOE: x\n",
        '"a b c d e." ',
        "as Roe said, ",
        "\u200b",
        "s' ",
        "Roe and ",
        "a,",
        "\n",
    ),
]


def selectors(found: Proposals) -> list[Selector]:
    quotes = found.quotes
    optional = [each for quote in quotes for each in (quote.mention, quote.cue, quote.via) if each]
    return [span for quote in quotes for span in quote.spans] + optional


@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join), st.lists(PIECES, max_size=60).map(" ".join)))
def test_any_text_is_read_and_every_offset_is_that_of_its_words(text: str) -> None:
    for selector in selectors(propose(text)):
        assert selector.exact
        assert text[selector.start : selector.end] == selector.exact


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_texts_take_no_longer_than_others(unit: str) -> None:
    begun = time.process_time()
    propose((unit * 40_000)[:40_000])
    assert time.process_time() - begun < 2  # 0.3 s on an idle machine: the bound is on the order of growth


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"It is over," Jane Doe said.', QuoteKind.DIRECT),
        ('Jane Doe said it was "over" for good.', QuoteKind.MIXED),
        ("Jane Doe said it was over for good.", QuoteKind.INDIRECT),
    ],
)
def test_the_kind_tells_how_much_stands_in_marks(text: str, kind: QuoteKind) -> None:
    (quote,) = propose(text).quotes
    assert quote.kind is kind


def test_a_proposal_tells_all_that_a_reviewer_asks_for() -> None:
    text = '"It is over," Jane Doe, the mayor, told The Herald.'
    (quote,) = propose(text).quotes
    assert quote.spans == (Selector(0, 13, exact='"It is over,"'),)
    assert quote.mention == Selector(14, 33, exact="Jane Doe, the mayor")
    assert quote.cue == Selector(35, 39, exact="told")
    assert quote.via == Selector(40, 50, exact="The Herald")
    assert (quote.speaker, quote.reason) == ("Jane Doe", "said after")
    assert 0.8 <= quote.confidence <= 1
