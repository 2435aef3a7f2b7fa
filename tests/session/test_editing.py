from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary
from summittui.model import (
    Actor,
    ActorKind,
    InputError,
    Issue,
    Note,
    Quote,
    Record,
    Source,
    SourceId,
    StanceValue,
    StoreReadOnly,
    SummitError,
    UnknownId,
)
from summittui.session import Session
from summittui.session.editing import with_stance, without_stance
from summittui.session.entry.records import new_record
from summittui.store.store import Store
from tests.in_memory import in_memory
from tests.model.samples import stance
from tests.store.samples import ADA, BO, DAILY, REPORTED, SOURCE, TEXT, WORDS, collection_of

CY = Actor(id="cy", name="Cy", kind=ActorKind.PERSON)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Store.create(tmp_path / "store.json", collection_of()).close()
    return tmp_path / "store.json"


@pytest.fixture
def session(path: Path) -> Session:
    return Session.open(path)


def stored(path: Path) -> MemoryLibrary:
    """Return what another session sees."""
    return in_memory(Session.open(path).library)


def note_of(library: Library, id_: str) -> Note:
    note = library.note_on(id_)
    assert note is not None
    return note


def quote(library: Library, id_: str) -> Quote:
    return library.get_as(Quote, id_)


def test_what_is_added_is_there_for_everybody(session: Session, path: Path) -> None:
    assert session.add(CY) == "cy"
    assert session.library.get("cy") == stored(path).get("cy") == CY
    with pytest.raises(InputError, match="is taken"):
        session.add(CY)


def test_a_draft_whose_id_another_session_took_gets_another(session: Session, path: Path) -> None:
    other = Session.open(path)

    def draft(library: Library) -> Record:
        return new_record(library, Actor, {"name": "Cy", "kind": "person"})

    assert [other.add_drafted(draft), session.add_drafted(draft)] == ["cy", "cy-2"]
    assert {actor.id for actor in stored(path).records.actors} >= {"cy", "cy-2"}


def test_a_draft_that_insists_on_an_id_that_another_session_took_is_refused(session: Session, path: Path) -> None:
    Session.open(path).add(CY)
    with pytest.raises(SummitError):
        session.add_drafted(lambda _: replace(CY, name="Another"))
    assert stored(path).get("cy") == CY


def test_a_record_that_breaks_a_rule_is_not_added(session: Session, path: Path) -> None:
    with pytest.raises(InputError, match="lower-case letters"):
        session.add(replace(CY, id="C Y"))
    assert stored(path).find("C Y") is None


def test_a_changed_record_takes_the_place_of_the_one_before(session: Session, path: Path) -> None:
    session.change(replace(ADA, note="seen"))
    assert stored(path).get("ada") == session.library.get("ada") == replace(ADA, note="seen")
    with pytest.raises(UnknownId):
        session.change(CY)
    with pytest.raises(InputError, match="of another table"):
        session.change(Issue(id="ada", label="A", question="A?", pole_for="y", pole_against="n"))


def test_a_change_of_what_another_session_changed_is_refused(session: Session, path: Path) -> None:
    Session.open(path).change(replace(ADA, note="theirs"))
    with pytest.raises(SummitError, match="has changed"):
        session.change(replace(ADA, note="mine"))
    assert stored(path).get("ada") == replace(ADA, note="theirs")
    session.reload()
    session.change(replace(ADA, note="mine"))
    assert stored(path).get("ada") == replace(ADA, note="mine")


def test_a_change_that_changes_nothing_is_no_edit(session: Session) -> None:
    before = session.info().generation
    session.change(ADA)
    session.set_note("ada", starred=False)
    assert session.info().generation == before


def test_deleting_what_is_named_says_what_would_dangle(session: Session, path: Path) -> None:
    with pytest.raises(InputError, match="'ada' is named by quotes ada-rules, speaker; change these first"):
        session.remove("ada")
    session.remove("ada-rules")
    session.remove("ada")
    assert stored(path).find("ada") is None
    with pytest.raises(UnknownId):
        session.remove("ada")


def test_only_some_of_many_places_are_named(session: Session) -> None:
    for number in range(5):
        session.add(replace(WORDS, id=f"more-{number}"))
    with pytest.raises(InputError, match="and 4 more"):
        session.remove("daily")


def test_a_note_does_not_keep_a_record_and_goes_with_it(session: Session, path: Path) -> None:
    session.set_note("ada-rules", memo="check", starred=True)
    session.remove("ada-rules")
    assert stored(path).records.notes == ()


def test_a_rename_takes_quotes_notes_and_the_text_along(session: Session, path: Path) -> None:
    session.set_note("ada", memo="check")
    Store.open(path).attach(DAILY, TEXT)
    session.reload()
    assert set(session.rename("ada", "ada-l")) == {"ada-rules", "note-ada"}
    assert set(session.rename("daily", "weekly")) == {"ada-rules", "bo-rules"}
    library = stored(path)
    assert (quote(library, "ada-rules").speaker, quote(library, "ada-rules").source) == ("ada-l", "weekly")
    assert note_of(library, "ada-l").memo == "check"
    assert dict(in_memory(library).texts) == {"weekly": TEXT} == dict(in_memory(session.library).texts)
    assert library.find("ada") is library.find("daily") is None


def test_a_rename_of_a_source_with_its_text_is_one_edit(session: Session, path: Path) -> None:
    Store.open(path).attach(DAILY, TEXT)
    session.reload()
    before = stored(path)
    session.rename("daily", "weekly")
    after = stored(path)
    session.undo()
    assert (stored(path).records, stored(path).texts) == (before.records, before.texts)
    session.redo()
    assert (set(stored(path).records), stored(path).texts) == (set(after.records), {"weekly": TEXT})


def test_a_merge_of_a_source_with_its_text_is_one_edit(session: Session, path: Path) -> None:
    Store.open(path).attach(DAILY, TEXT)
    session.reload()
    session.add(Source(id="weekly", kind=SOURCE.kind, outlet="The Weekly"))
    before = stored(path)
    session.merge_records("daily", "weekly")
    merged = stored(path)
    assert merged.texts == {"weekly": TEXT} == in_memory(session.library).texts
    assert quote(merged, "ada-rules").source == "weekly"
    session.undo()
    assert (stored(path).records, stored(path).texts) == (before.records, before.texts)
    session.redo()
    assert (stored(path).records, stored(path).texts) == (merged.records, merged.texts)


def test_several_edits_with_a_text_are_one_transaction_or_none(session: Session, path: Path) -> None:
    before = stored(path)
    one = Source(id="one", kind=SOURCE.kind, outlet="One")
    with pytest.raises(UnknownId, match="No source has the id 'two'"):
        session.edit({"one": one}, "both", texts={SourceId("one"): "Text", SourceId("two"): "Text"})
    assert (stored(path).records, stored(path).texts) == (before.records, {})
    session.edit({"one": one, "ada": replace(ADA, note="N")}, "both", texts={SourceId("one"): "Text"})
    assert {entry.id for entry in session.log() if entry.label == "both"} == {"one", "ada"}
    assert stored(path).texts == {"one": "Text"}
    session.undo()
    assert (stored(path).records, stored(path).texts) == (before.records, {})


def test_a_merge_leaves_one_record_that_all_name(session: Session, path: Path) -> None:
    session.set_note("bo", memo="of Bo")
    session.set_note("ada", starred=True)
    merge = session.merge_records("bo", "ada")
    assert "bo-rules" in merge.followers
    assert merge.taken == ("aliases",)
    library = stored(path)
    assert library.find("bo") is None
    assert library.get("ada") == replace(ADA, aliases=("Bo", "B."))
    assert quote(library, "bo-rules").speaker == "ada"
    assert library.records.notes == (
        Note(id="note-ada", about=note_of(library, "ada").about, memo="of Bo", starred=True),
    )


def test_a_stance_takes_the_place_of_the_one_on_the_same_issue(session: Session, path: Path) -> None:
    session.set_stance("ada-rules", stance(StanceValue.MIXED))
    session.set_stance("bo-rules", stance(StanceValue.AGAINST, holder="ada"))
    session.set_stance("bo-rules", stance())
    library = stored(path)
    assert quote(library, "ada-rules").stances == (stance(StanceValue.MIXED),)
    assert quote(library, "bo-rules").stances == (stance(StanceValue.AGAINST, holder="ada"), stance())


def test_a_stance_is_taken_away_from_its_holder_alone() -> None:
    both = with_stance(WORDS, stance(StanceValue.AGAINST, holder="bo"))
    assert without_stance(both, "rules", "bo") == WORDS
    with pytest.raises(InputError, match="no such stance"):
        without_stance(REPORTED, "rules")
    with pytest.raises(InputError, match="no quote and no claim"):
        with_stance(BO, stance())


def test_a_memo_and_a_star_are_kept_apart_and_go_when_both_are_taken(session: Session, path: Path) -> None:
    session.set_note("bo", memo=" look ")
    session.set_note("bo", starred=True)
    note = note_of(stored(path), "bo")
    assert (note.memo, note.starred) == ("look", True)
    session.set_note("bo", memo="")
    assert note_of(stored(path), "bo").starred
    session.set_note("bo", starred=False)
    assert stored(path).records.notes == ()
    assert stored(path).get("bo") == BO
    with pytest.raises(UnknownId):
        session.set_note("nobody", starred=True)


def test_a_note_never_takes_the_place_of_the_note_on_a_renamed_record(session: Session, path: Path) -> None:
    session.set_note("bo", memo="of the first")
    session.rename("bo", "bob")
    session.add(BO)
    session.set_note("bo", memo="of the second")
    library = stored(path)
    assert (note_of(library, "bob").memo, note_of(library, "bo").memo) == ("of the first", "of the second")


def test_a_session_for_reading_edits_nothing_and_says_why(path: Path) -> None:
    session = Session.open(path, read_only=True)
    for edit in (
        lambda: session.add(CY),
        lambda: session.change(replace(ADA, note="x")),
        lambda: session.remove("bo-rules"),
        lambda: session.rename("ada", "ada-l"),
        lambda: session.merge_records("bo", "ada"),
        lambda: session.set_note("ada", starred=True),
        lambda: session.set_stance("ada-rules", stance(StanceValue.MIXED)),
    ):
        with pytest.raises(StoreReadOnly):
            edit()
    assert session.why_read_only
