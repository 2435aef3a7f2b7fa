"""Two accounts side by side: all that is recorded of them, and what only one of them has."""

import pytest

from summittui.library.answers.accounts import OnlyIn, accounts
from summittui.library.memory.library import MemoryLibrary
from summittui.model import InputError, Severity, UnknownId
from summittui.queries.comparison import AccountsQuery
from tests.paris import paris
from tests.reference import annotation, needs_reference, party_ids, place

LIBRARY = MemoryLibrary(paris().records)
FOUND = accounts(LIBRARY, AccountsQuery(sources=("stdaily", "nigeriapulse")))
SEVERITIES = list(Severity)


def test_every_recorded_disagreement_and_agreement_of_the_two_is_there() -> None:
    assert set(FOUND.disagreements) == set(paris().records.disagreements)
    assert set(FOUND.agreements) == set(paris().records.agreements)


@needs_reference
def test_every_disagreement_of_the_reference_is_there_with_both_its_sides() -> None:
    shown = [_spans(matter.sides) for matter in FOUND.disagreements]
    assert len(shown) == len(annotation()["disagreements"]) == 20
    for theirs in annotation()["disagreements"]:
        given = {place(span) for span in (*theirs["A"], *theirs["B"])}
        assert given in shown, theirs["id"]


@needs_reference
def test_every_agreement_of_the_reference_is_there_with_both_its_sides() -> None:
    shown = [_spans(matter.sides) for matter in FOUND.agreements]
    assert len(shown) == len(annotation()["agreements"]) == 7
    for theirs in annotation()["agreements"]:
        assert {place(span) for span in (*theirs["A"], *theirs["B"])} in shown, theirs["claim"]


def _spans(sides: object) -> set[tuple[str, int, int]]:
    assert isinstance(sides, tuple)
    return {(str(side.source), span.start, span.end) for side in sides for span in side.spans}


def test_what_the_sixty_or_58_backed_stands_first_and_the_severest_before_the_rest() -> None:
    assert FOUND.disagreements[0].id == "what-sixty-or-58-backed"
    ranks = [SEVERITIES.index(each.severity) for each in FOUND.disagreements]
    assert ranks == sorted(ranks)


def test_the_two_are_said_to_be_no_two_witnesses() -> None:
    assert (FOUND.one_origin or "").startswith("nigeriapulse is a digest of www.ecns.cn")


@needs_reference
def test_whom_only_one_mentions_is_whom_the_reference_finds_in_one_alone() -> None:
    wanted: dict[str, set[str]] = {"A": set(), "B": set()}
    for theirs in (*annotation()["actors"], *annotation()["declarations"]):
        documents = {mention["doc"] for mention in theirs["mentions"]}
        if len(documents) == 1 and theirs["id"] in party_ids():
            wanted[documents.pop()].add(party_ids()[theirs["id"]])
    for letter, only in (("A", FOUND.only_left), ("B", FOUND.only_right)):
        found = {record.id for record in (*only.actors, *only.declarations)}
        assert found - {"author-stdaily", "author-nigeriapulse"} == wanted[letter] - {
            "author-stdaily",
            "author-nigeriapulse",
        }


def test_a_quote_that_the_other_source_has_too_is_no_quote_of_one_alone() -> None:
    for source, other, only in (
        ("stdaily", "nigeriapulse", FOUND.only_left),
        ("nigeriapulse", "stdaily", FOUND.only_right),
    ):
        quotes = paris().records.quotes
        shared = {quote.utterance for quote in quotes if quote.source == other and quote.utterance}
        wanted = {quote.id for quote in quotes if quote.source == source and quote.utterance not in shared}
        assert {quote.id for quote in only.quotes} == wanted


def test_the_other_claims_of_a_source_touch_no_recorded_matter() -> None:
    for only in (FOUND.only_left, FOUND.only_right):
        told = {
            (side.source, offset)
            for sides in (each.sides for group in (FOUND.disagreements, FOUND.agreements) for each in group)
            for side in sides
            for span in side.spans
            for offset in range(span.start, span.end)
        }
        assert only.claims
        for claim in only.claims:
            assert not any((claim.source, at) in told for span in claim.spans for at in range(span.start, span.end))


def test_turned_round_the_sides_change_places_and_nothing_else() -> None:
    turned = accounts(LIBRARY, AccountsQuery(sources=("nigeriapulse", "stdaily")))
    assert (turned.disagreements, turned.agreements) == (FOUND.disagreements, FOUND.agreements)
    assert _ids(turned.only_left) == _ids(FOUND.only_right)


def _ids(only: OnlyIn) -> list[str]:
    return [record.id for record in (*only.actors, *only.declarations, *only.quotes, *only.claims)]


def test_one_source_beside_itself_and_what_is_no_source_are_refused() -> None:
    with pytest.raises(InputError, match="cannot be put beside itself"):
        accounts(LIBRARY, AccountsQuery(sources=("stdaily", "stdaily")))
    with pytest.raises(UnknownId, match="'china' is no source"):
        accounts(LIBRARY, AccountsQuery(sources=("stdaily", "china")))
