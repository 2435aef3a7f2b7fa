"""The scope of a session: it means the same event under whatever name the event has by now."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.model import Event, InputError
from summittui.queries.language.errors import QueryError
from summittui.queries.links import parse_view
from summittui.session import Session

OLD, NEW = "paris-ai-action-summit", "grand-palais-2025"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session.create(tmp_path / "store.json", "paris-2025")


def scope(session: Session) -> str:
    return str(session.scoped_library.scope)


def test_a_scope_follows_its_event_through_a_rename_its_undo_and_a_merge(session: Session) -> None:
    session.limit(f"event:{OLD} after:2025")
    quotes = session.scoped_library.size("quotes")
    assert quotes
    session.rename(OLD, NEW)
    assert scope(session) == f"event:{NEW} after:2025"
    session.undo()
    assert scope(session) == f"event:{OLD} after:2025"
    session.redo()
    assert scope(session) == f"event:{NEW} after:2025"
    assert session.scoped_library.size("quotes") == quotes
    session.add(Event(id="the-summit", name="The summit"))
    session.merge_records(NEW, "the-summit")
    assert scope(session) == "event:the-summit after:2025"
    session.undo()
    assert scope(session) == "event:the-summit after:2025"  # it was there before the merge, and is there still


def test_a_scope_that_was_written_down_before_or_after_a_rename_is_followed(session: Session) -> None:
    session.rename(OLD, NEW)
    session.limit(f"event:{OLD}")
    assert scope(session) == f"event:{NEW}"
    assert str(session.followed(parse_view(f"pairs scope:event:{OLD}"))) == f"pairs scope:event:{NEW}"
    session.undo()
    session.limit(f"event:{NEW}")
    assert scope(session) == f"event:{OLD}"
    assert str(session.followed(parse_view(f"pairs scope:event:{NEW}"))) == f"pairs scope:event:{OLD}"


def test_a_scope_by_a_name_outlives_another_name(session: Session) -> None:
    session.limit('event:"AI Action Summit, Paris 2025"')
    assert scope(session) == f"event:{OLD}"
    session.change(replace(session.library.get_as(Event, OLD), name="Another name", aliases=()))
    assert scope(session) == f"event:{OLD}"


def test_a_scope_whose_event_is_deleted_is_let_go(session: Session) -> None:
    session.add(Event(id="dinner", name="Dinner"))
    session.limit("event:dinner")
    session.remove("dinner")
    assert scope(session) == ""
    with pytest.raises(QueryError):
        session.limit("event:dinner")


def test_an_id_that_is_taken_by_a_record_out_of_scope_is_refused_as_taken(session: Session) -> None:
    session.limit("collection:own")
    assert session.scoped_library.find("jd-vance") is None
    with pytest.raises(InputError, match="taken"):
        session.add(Event(id="stdaily", name="No source"))
