"""Which fields name other records is read from the types, so that no reference can be forgotten."""

import pytest

from summittui.model import ActKind, Certainty, Declaration, Quote, QuoteKind, Record
from summittui.model.references import named_ids, references, type_at
from tests.model.samples import AGAIN, BO, CLAIM, DIRECT, INDIRECT, MEETING, PACT
from tests.paris import paris


@pytest.mark.parametrize(
    ("record", "named"),
    [
        (MEETING, []),
        (BO, [("related[0]", "ada")]),
        (DIRECT, [("source", "daily"), ("speaker", "ada"), ("stances[0].issue", "rules")]),
        (
            INDIRECT,
            [
                ("source", "daily"),
                ("speaker", "bo"),
                ("about[0]", "pact"),
                ("nested_in", "ada-rules"),
                ("stances[0].issue", "rules"),
            ],
        ),
        (
            CLAIM,
            [
                ("source", "daily"),
                ("author", "writer"),
                ("about[0]", "bo"),
                ("about[1]", "pact"),
                ("stances[0].issue", "rules"),
                ("stances[0].holder", "bo"),
            ],
        ),
        (AGAIN, [("source", "daily"), ("author", "writer"), ("repeats[0]", "daily-signed")]),
        (
            PACT,
            [
                ("acts[0].actor", "ada"),
                ("acts[0].evidence[0].source", "daily"),
                ("acts[0].stances[0].issue", "rules"),
                ("acts[1].actor", "bo"),
                ("acts[1].evidence[0].source", "daily"),
                ("tallies[0].source", "daily"),
            ],
        ),
    ],
    ids=lambda value: value.id if isinstance(value, Record) else "",
)
def test_every_reference_of_a_record_is_found_with_its_path(record: Record, named: list[tuple[str, str]]) -> None:
    assert sorted((reference.field, reference.id) for reference in references(record)) == sorted(named)


def test_a_party_may_be_an_actor_or_a_declaration() -> None:
    tables = {reference.field: reference.tables for reference in references(INDIRECT)}
    assert tables["speaker"] == tables["about[0]"] == ("actors", "declarations")
    assert tables["source"] == ("sources",)


def test_an_utterance_names_no_record() -> None:
    told = next(quote for quote in paris().records.quotes if quote.utterance)
    assert "utterance" not in {reference.field for reference in references(told)}


def test_the_type_at_a_path_is_that_inside_lists_and_options() -> None:
    assert type_at(Quote, "kind") is QuoteKind
    assert type_at(Declaration, "acts[3].act") is ActKind
    assert type_at(Declaration, "acts[3].stances[0].certainty") is Certainty
    assert type_at(Quote, "note") is str


def test_a_path_that_leads_nowhere_has_no_type() -> None:
    with pytest.raises(KeyError):
        type_at(Quote, "kidn")


def test_the_ids_that_a_record_names_are_those_of_its_references() -> None:
    for record in (*paris().records, BO, CLAIM, DIRECT, AGAIN, PACT):
        assert named_ids(record) == {place.id for place in references(record)}
