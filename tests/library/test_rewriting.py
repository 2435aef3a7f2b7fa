from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.renewing import renewed
from summittui.library.rewriting import merged, referrers, renamed
from summittui.model import (
    TABLE_OF,
    ActorId,
    Declaration,
    InputError,
    Issue,
    Note,
    Quote,
    Record,
    RecordId,
    Records,
    Source,
    StanceValue,
    UnknownId,
)
from summittui.model.references import references
from summittui.model.rules import problems
from tests.library.test_renewing import Followed, steps
from tests.model.samples import ADA, BO, DAILY, DIRECT, PACT, RECORDS, RULES, SOURCE, stance
from tests.paris import paris

LIBRARY = Library(RECORDS)
OTHER = Issue(id="order", label="Order", question="Should there be order?", pole_for="Yes", pole_against="No")


def after(library: Library, changes: dict[str, Record | None]) -> Records:
    """Return the records once the changes were made."""
    tables: dict[str, tuple[Record, ...]] = {}
    added = {id_: record for id_, record in changes.items() if record is not None and library.find(id_) is None}
    for name in Records.__struct_fields__:
        table = library.records.table(name)
        kept = [changes.get(record.id, record) for record in table]
        new = [record for record in added.values() if table and type(record) is type(table[0])]
        tables[name] = tuple(record for record in (*kept, *new) if record is not None)
    return Records(**tables)  # type: ignore[arg-type]  # each table holds its own records


def named_by(records: Records) -> set[str]:
    return {reference.id for record in records for reference in references(record)}


def test_whoever_names_a_record_is_found_with_the_field() -> None:
    found = {str(place) for place in referrers(LIBRARY, "bo")}
    assert "declarations pact, acts[1].actor" in found
    assert "quotes bo-rules, speaker" in found
    assert "claims daily-signed, about[0]" in found
    assert "claims daily-signed, stances[0].holder" in found
    assert referrers(LIBRARY, "bo-rules") == ()


def walked(records: Records, id_: str) -> list[str]:
    """Return the places that name a record, found by going through all records."""
    others = (record for record in records if record.id != id_)
    named = ((record, place) for record in others for place in references(record) if place.id == id_)
    return [f"{TABLE_OF[type(record)]} {record.id}, {place.field}" for record, place in named]


@given(steps())
@settings(deadline=None, max_examples=30)
def test_after_any_edits_whoever_names_a_record_is_whom_a_walk_through_all_finds(followed: Sequence[Followed]) -> None:
    library = Library(paris().records)
    for records, ids, texts, attached in followed:
        assert library.named_by
        library = renewed(library, records, texts, changed=ids, attached=attached)
        for record in library.records:
            assert [str(place) for place in referrers(library, record.id)] == walked(records, record.id)


@pytest.mark.parametrize("id_", ["ada", "bo", "daily", "rules", "pact", "ada-rules", "daily-signed", "writer"])
def test_after_a_rename_nothing_dangles_and_nobody_names_the_old_id(id_: str) -> None:
    records = after(LIBRARY, renamed(LIBRARY, id_, "another"))
    assert list(problems(records)) == []
    assert id_ not in named_by(records)
    assert len(list(records)) == len(list(RECORDS))


def test_every_record_of_the_shipped_collection_can_be_renamed() -> None:
    library = Library(paris().records)
    for record in library.records:
        changes = renamed(library, record.id, "another")
        assert changes[record.id] is None
        assert {id_ for id_ in changes if id_ not in {record.id, "another"}} == {
            place.id for place in referrers(library, record.id)
        }
        assert record.id not in {
            reference.id for changed in changes.values() if changed is not None for reference in references(changed)
        }


@pytest.mark.parametrize("new", ["Bo", "b o", "", "-bo", "bö", "ada"])
def test_a_rename_to_what_is_no_id_or_is_taken_is_refused(new: str) -> None:
    with pytest.raises(InputError):
        renamed(LIBRARY, "bo", new)
    with pytest.raises(UnknownId):
        renamed(LIBRARY, "nobody", "somebody")


def test_two_actors_become_one_with_the_names_of_both() -> None:
    records = after(LIBRARY, merged(LIBRARY, "bo", "ada"))
    assert list(problems(records)) == []
    ada = Library(records).get("ada")
    assert ada == replace(ADA, aliases=("Bo", "Bó"))
    assert "bo" not in named_by(records)


def test_an_actor_that_resembled_or_spoke_for_the_one_it_is_merged_into_does_so_no_more() -> None:
    spokesman = replace(BO, speaks_for=ActorId("ada"), affiliation=ActorId("ada"))
    leader = replace(ADA, speaks_for=ActorId("bo"), affiliation=ActorId("bo"), related=(ActorId("bo"),))
    library = Library(replace(RECORDS, actors=(leader, spokesman, RECORDS.actors[2])))
    ada = merged(library, "bo", "ada")["ada"]
    assert ada == replace(ADA, aliases=("Bo", "Bó"))


def test_of_two_issues_the_side_on_the_second_stays() -> None:
    quote = replace(DIRECT, stances=(stance(StanceValue.AGAINST, issue="order"), stance()))
    library = Library(replace(RECORDS, issues=(RULES, OTHER), quotes=(quote, RECORDS.quotes[1])))
    into_rules = merged(library, "order", "rules")["ada-rules"]
    assert isinstance(into_rules, Quote)
    assert into_rules.stances == (stance(),)
    into_order = merged(library, "rules", "order")["ada-rules"]
    assert isinstance(into_order, Quote)
    assert into_order.stances == (stance(StanceValue.AGAINST, issue="order"),)


def test_sides_of_two_holders_on_one_issue_both_stay_after_a_merge() -> None:
    quote = replace(DIRECT, stances=(stance(issue="order"), stance(StanceValue.AGAINST, holder="bo")))
    library = Library(replace(RECORDS, issues=(RULES, OTHER), quotes=(quote, RECORDS.quotes[1])))
    united = merged(library, "order", "rules")["ada-rules"]
    assert isinstance(united, Quote)
    assert united.stances == (stance(), stance(StanceValue.AGAINST, holder="bo"))


def test_an_act_that_two_actors_did_alike_is_one_act_of_both_merged() -> None:
    one, two = PACT.acts[0], PACT.acts[1]
    alike = replace(PACT, acts=(replace(one, stances=(), as_of=None), two))
    library = Library(replace(RECORDS, declarations=(alike,)))
    pact = merged(library, "bo", "ada")["pact"]
    assert isinstance(pact, Declaration)
    assert len(pact.acts) == 1


def test_the_notes_on_two_records_become_one() -> None:
    notes = (
        Note(id="note-bo", about=RecordId("bo"), memo="of Bo", starred=True),
        Note(id="note-ada", about=RecordId("ada"), memo="of Ada"),
    )
    changes = merged(Library(replace(RECORDS, notes=notes)), "bo", "ada")
    assert changes["note-bo"] is None
    assert changes["note-ada"] == Note(id="note-ada", about=RecordId("ada"), memo="of Ada\nof Bo", starred=True)
    alone = merged(Library(replace(RECORDS, notes=notes[:1])), "bo", "ada")
    assert alone["note-bo"] == replace(notes[0], about=RecordId("ada"))


def test_a_source_whose_passages_would_point_into_another_text_is_not_merged() -> None:
    other = Source(id="weekly", kind=SOURCE.kind, outlet="The Weekly", sha256="0" * 64)
    library = Library(replace(RECORDS, sources=(SOURCE, other)))
    with pytest.raises(InputError, match="marks passages in the first"):
        merged(library, DAILY, "weekly")
    assert merged(library, "weekly", DAILY)["weekly"] is None
    copies = (replace(SOURCE, sha256="0" * 64), other)
    assert merged(Library(replace(RECORDS, sources=copies)), DAILY, "weekly")[DAILY] is None


def test_records_of_different_tables_and_one_record_do_not_merge() -> None:
    with pytest.raises(InputError, match="of different tables, actors and issues"):
        merged(LIBRARY, "bo", "rules")
    with pytest.raises(InputError, match="into itself"):
        merged(LIBRARY, "bo", "bo")
