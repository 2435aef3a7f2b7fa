from collections import defaultdict
from collections.abc import Sequence

import pytest
from hypothesis import given, settings

from summittui.library import Library
from summittui.library.changes.rewriting import referrers, renamed
from summittui.library.memory.incremental import library_after
from summittui.library.memory.library import MemoryLibrary
from summittui.model import (
    TABLE_OF,
    InputError,
    Issue,
    Record,
    Records,
    UnknownId,
)
from summittui.model.references import references
from summittui.model.rules import problems
from tests.in_memory import in_memory
from tests.library.test_renewing import Followed, steps
from tests.model.samples import RECORDS
from tests.paris import paris

LIBRARY = MemoryLibrary(RECORDS)
OTHER = Issue(id="order", label="Order", question="Should there be order?", pole_for="Yes", pole_against="No")


def after(library: Library, changes: dict[str, Record | None]) -> Records:
    """Return the records once the changes were made."""
    tables: dict[str, tuple[Record, ...]] = {}
    added = {id_: record for id_, record in changes.items() if record is not None and library.find(id_) is None}
    for name in Records.__struct_fields__:
        table = in_memory(library).records.table(name)
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


def walked(records: Records) -> dict[str, list[str]]:
    """Return the places that name each record elsewhere than in itself, found by going through all records."""
    found: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for place in references(record):
            if place.id != record.id:
                found[place.id].append(f"{TABLE_OF[type(record)]} {record.id}, {place.field}")
    return found


@given(steps())
@settings(deadline=None, max_examples=30)
def test_after_any_edits_whoever_names_a_record_is_whom_a_walk_through_all_finds(followed: Sequence[Followed]) -> None:
    library = MemoryLibrary(paris().records)
    for records, ids, texts, attached in followed:
        assert library.referrers(library.records.sources[0].id)
        library = library_after(library, records, texts, changed=ids, attached=attached)
        named = walked(records)
        for record in library.records:
            assert [str(place) for place in referrers(library, record.id)] == named[record.id]


@pytest.mark.parametrize("id_", ["ada", "bo", "daily", "rules", "pact", "ada-rules", "daily-signed", "writer"])
def test_after_a_rename_nothing_dangles_and_nobody_names_the_old_id(id_: str) -> None:
    records = after(LIBRARY, renamed(LIBRARY, id_, "another"))
    assert list(problems(records)) == []
    assert id_ not in named_by(records)
    assert len(list(records)) == len(list(RECORDS))


def test_every_record_of_the_shipped_collection_can_be_renamed() -> None:
    library = MemoryLibrary(paris().records)
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
