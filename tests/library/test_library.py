"""The indexes of a library answer what a scan of all records answers."""

import pytest

from summittui.library.memory.indexes import STATED
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Quote, Records, Source, SourceId, UnknownId
from summittui.model.deed import Deed
from summittui.model.display_names import display_name
from tests.model.samples import ADA, CLAIM, DIRECT, INDIRECT, MEETING, PACT, RECORDS, RULES, SOURCE
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
QUOTES = paris().records.quotes
PARTIES = [record.id for record in (*paris().records.actors, *paris().records.declarations)]


def test_every_record_is_found_by_its_id() -> None:
    assert all(LIBRARY.get(record.id) is record for record in paris().records)
    assert LIBRARY.find("nobody") is None


def test_the_quotes_of_a_speaker_are_those_of_a_scan() -> None:
    for party in PARTIES:
        assert LIBRARY.quotes_by(party) == tuple(q for q in QUOTES if q.speaker == party)


def test_the_quotes_about_a_party_are_those_of_a_scan() -> None:
    for party in PARTIES:
        assert LIBRARY.quotes_about(party) == tuple(q for q in QUOTES if party in q.about)


def test_the_quotes_of_a_source_are_those_of_a_scan() -> None:
    for source in paris().records.sources:
        assert LIBRARY.quotes_in(source.id) == tuple(q for q in QUOTES if q.source == source.id)


def test_the_variants_of_an_utterance_are_those_of_a_scan() -> None:
    utterances = LIBRARY.utterances("")
    assert utterances
    for utterance in utterances:
        assert LIBRARY.variants_of(utterance) == tuple(q for q in QUOTES if q.utterance == utterance)
    assert sum(len(LIBRARY.variants_of(each)) for each in utterances) == sum(q.utterance is not None for q in QUOTES)


def test_the_deeds_of_an_actor_are_those_of_a_scan() -> None:
    for party in PARTIES:
        scanned = [Deed(text, act) for text in paris().records.declarations for act in text.acts if act.actor == party]
        assert list(LIBRARY.deeds_of(party)) == scanned


def test_the_claims_about_a_party_are_those_of_a_scan() -> None:
    for party in PARTIES:
        assert LIBRARY.claims_about(party) == tuple(c for c in paris().records.claims if party in c.about)


def test_every_stance_belongs_to_its_holder_else_to_who_speaks_acts_or_asserts() -> None:
    wanted = [(s.holder or q.speaker, s) for q in QUOTES for s in q.stances]
    wanted += [(s.holder or a.actor, s) for d in paris().records.declarations for a in d.acts for s in a.stances]
    wanted += [(s.holder or c.author, s) for c in paris().records.claims for s in c.stances]
    held = [(holder, stated.stance) for holder, found in LIBRARY.derived(STATED).items() for stated in found]
    assert sorted(map(str, held)) == sorted(map(str, wanted))


def test_the_issues_keep_their_order() -> None:
    assert list(LIBRARY.issues()) == list(paris().records.issues)


def test_an_empty_library_answers_with_nothing() -> None:
    empty = MemoryLibrary(Records())
    assert (empty.find("x"), dict(empty.derived(STATED)), list(empty.utterances("")), empty.holders()) == (
        None,
        {},
        [],
        (),
    )


def test_an_unknown_id_is_refused_with_near_ones() -> None:
    with pytest.raises(UnknownId, match=r"nothing among the records is called 'jd-vanse'; did you mean jd-vance"):
        LIBRARY.get("jd-vanse")


def test_a_record_of_another_kind_is_refused() -> None:
    with pytest.raises(UnknownId, match=r"^'china' is no quote, it is a record of the kind actor$"):
        LIBRARY.get_as(Quote, "china")
    with pytest.raises(UnknownId, match=r"is no source"):
        LIBRARY.source("china")
    assert LIBRARY.get_as(Source, "stdaily") is LIBRARY.source("stdaily")


def test_each_record_is_called_by_what_a_reader_knows_it_by() -> None:
    called = [display_name(record) for record in (ADA, PACT, RULES, SOURCE, DIRECT, INDIRECT, CLAIM, MEETING)]
    assert called == [
        "Ada",
        "Pact",
        "Rules",
        "The Daily (daily)",
        "“Rules help.”",
        "Bo holds that they are a brake.",
        "Two people signed.",
        "The meeting",
    ]


def test_an_id_that_names_nothing_is_its_own_name() -> None:
    library = MemoryLibrary(RECORDS)
    assert [library.name(id_) for id_ in ("ada", "gone", "", None)] == ["Ada", "gone", "", ""]


def test_a_library_keeps_its_own_copy_of_the_texts() -> None:
    texts = {SourceId("daily"): "text"}
    library = MemoryLibrary(RECORDS, texts)
    texts.clear()
    assert len(library.texts) == 1
