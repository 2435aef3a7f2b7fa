"""Two collections in one library: shared records are one, whatever the order, and go out as they came."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.library.answers.perspective import perspective
from summittui.library.answers.positions import positions
from summittui.model import Actor, ActorKind, Declaration, Note, RecordId, UnknownId
from summittui.session import Session
from tests.in_memory import in_memory
from tests.paris import paris
from tests.record import NAME, both, record

SHARED = {join.id for join in record().joins}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return both(tmp_path)


def test_the_mapping_names_every_record_that_both_have_and_no_other() -> None:
    ids = {each.id for each in paris().records} & {each.id for each in record().records}
    assert ids == SHARED
    assert all(join.reason and join.reviewed_on for join in record().joins)


def test_the_united_states_is_one_actor_with_what_both_know(session: Session) -> None:
    states = [each for each in in_memory(session.library).records.actors if each.name == "United States"]
    assert [each.id for each in states] == ["united-states"]
    assert states[0].iso == "USA"
    assert states[0].mentions
    assert session.library.collections_of("united-states") == ("paris-2025", NAME)


def test_the_statement_has_what_the_press_and_what_the_record_tell(session: Session) -> None:
    one = session.library.get_as(Declaration, session.library.resolve("paris-2025", ("declarations",)))
    assert one.id == "paris-statement"
    assert {tally.source for tally in one.tallies} >= {"stdaily", "brussels-times-paris"}
    assert (one.date, one.as_of) == ("2025-02-11", "2026-10-01")


def test_the_order_of_seeding_makes_no_difference(tmp_path: Path, session: Session) -> None:
    (tmp_path / "other").mkdir()
    other = both(tmp_path / "other", NAME, "paris-2025")
    mine, theirs = ({each.id: each for each in in_memory(one.library).records} for one in (session, other))
    assert mine == theirs


def test_no_position_changes_by_the_second_collection(tmp_path: Path, session: Session) -> None:
    (tmp_path / "alone").mkdir()
    alone = Session.create(tmp_path / "alone" / "store.json", "paris-2025")
    for actor in paris().records.actors:
        before, after = (positions(one.library, perspective(one.library, actor.id)) for one in (alone, session))
        assert {id_: (each.stance, each.n) for id_, each in before.items()} == {
            id_: (each.stance, each.n) for id_, each in after.items()
        }


def test_bringing_in_the_same_again_changes_nothing(session: Session) -> None:
    edits = session.info().edits
    for name in ("paris-2025", NAME):
        report = session.collections.add(name)
        assert (report.added, report.updated, report.joined, report.conflicts) == ((), (), (), ())
    assert session.info().edits == edits


def test_equal_ids_that_nobody_reviewed_are_not_joined(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "store.json")
    mine = Actor(id="france", name="France, a ship", kind=ActorKind.COLLECTIVE)
    session.add(mine)
    report = session.collections.add(NAME)
    assert "france" in report.conflicts
    assert session.library.find("france") == mine


def test_what_a_user_wrote_into_a_shared_record_stays_and_the_rest_is_added(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "store.json", "paris-2025")
    before = session.library.get_as(Actor, "united-states")
    session.change(replace(before, note="mine"))
    session.collections.add(NAME)
    after = session.library.get_as(Actor, "united-states")
    assert (after.note, after.iso) == ("mine", "USA")


def test_a_removed_collection_leaves_the_other_as_it_was(session: Session) -> None:
    report = session.collections.remove(NAME)
    assert {each.id: each for each in in_memory(session.library).records} == {each.id: each for each in paris().records}
    assert set(report.parted) == SHARED
    assert (report.edited, report.named) == ((), ())
    assert list(session.info().collections) == ["paris-2025"]


def test_what_a_user_edited_and_what_it_names_stays(session: Session) -> None:
    bletchley = session.library.get_as(Declaration, "bletchley-2023")
    session.change(replace(bletchley, note="read again"))
    session.add(Note(id="note-kenya", about=RecordId("lula-da-silva"), memo="see his speech"))
    report = session.collections.remove(NAME)
    assert report.edited == ("bletchley-2023",)
    assert {"kenya", "lula-da-silva", "bletchley-declaration-pdf"} <= set(report.named)
    left = session.library.get_as(Declaration, "bletchley-2023")
    assert left.note == "read again"
    assert session.library.collections_of("bletchley-2023") == ()
    assert session.check().ok


def test_a_collection_that_was_removed_comes_back_whole(session: Session) -> None:
    before = {each.id: each for each in in_memory(session.library).records}
    session.collections.remove(NAME)
    session.collections.add(NAME)
    assert {each.id: each for each in in_memory(session.library).records} == before


def test_a_collection_that_is_not_held_cannot_be_removed(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "store.json", "paris-2025")
    with pytest.raises(UnknownId, match="it holds paris-2025"):
        session.collections.remove(NAME)
    assert [(each.id, bool(each.held)) for each in session.collections.listed()] == [
        (NAME, False),
        ("paris-2025", True),
    ]


def test_both_together_break_no_rule(session: Session) -> None:
    assert session.check().problems == ()
