"""Descriptions: what each part keeps, in words."""

import pytest
from hypothesis import given

from summittui.library.answers.naming import NamesIn
from summittui.library.memory.library import MemoryLibrary
from summittui.queries.language import Query
from summittui.queries.language.describing import describe_query
from summittui.queries.language.parsing import parse_query
from summittui.queries.listing import ListQuery
from tests.library.query.made import queries
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
ISSUE = LIBRARY.issue("tight-regulation").label


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ('"gold standard" -zzz', ("with “gold standard”", "without “zzz”")),
        ("by:vance", ("by JD Vance",)),
        ("actor:vance", ("by JD Vance",)),
        ("actor:china", ("by China and those who speak for it",)),
        ("by:china", ("by China",)),
        ("by:vance OR by:macron", ("by JD Vance or Emmanuel Macron",)),
        ("issue:tight-regulation stance:against", (f"on {ISSUE}", "against")),
        ("-source:nigeriapulse", (f"not in {LIBRARY.name('nigeriapulse')}",)),
        ("kind:mixed", ("of the kind mixed",)),
        ("via:ecns", (f"via {LIBRARY.name('ecns')}",)),
        ("about:china", ("about China",)),
        ("declaration:paris-statement", (f"on the {LIBRARY.name('paris-statement')}",)),
        ("act:signed OR act:declined", ("signed or declined",)),
        ("proof:not-attached", ("with the proof not attached",)),
        ("after:2025-02", ("from 2025-02 on",)),
        ("before:2025-03", ("before 2025-03",)),
        ("has:role -has:memo", ("with a role", "without a memo of yours")),
        ("is:starred -is:doubtful", ("starred", "not doubtful")),
        ("gold OR (by:vance kind:mixed)", ("with “gold” or (by JD Vance, of the kind mixed)",)),
        ("-(gold OR silver)", ("not (with “gold” or with “silver”)",)),
        ("by:zzz", ("by zzz",)),
    ],
)
def test_each_part_is_said_in_words(text: str, words: tuple[str, ...]) -> None:
    query = parse_query(text)
    assert describe_query(NamesIn(LIBRARY), query) == words
    assert ListQuery(table="quotes", query=query).conditions(NamesIn(LIBRARY)) == " · ".join(words)


def test_a_name_that_means_many_is_counted_beyond_three() -> None:
    (words,) = describe_query(NamesIn(LIBRARY), parse_query("by:the"))
    assert words.count(" or ") == 3
    assert words.endswith("more named “the”")


@given(queries())
def test_every_part_of_any_query_has_its_phrase_on_one_harmless_line(query: Query) -> None:
    phrases = describe_query(NamesIn(LIBRARY), query)
    assert len(phrases) == len(query.parts)
    for phrase in phrases:
        assert phrase
        assert not set(phrase) & set("\n\x1b\x07\u202e")
