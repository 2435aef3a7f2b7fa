"""Several sessions on one store, and a store that may not be written."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.model import Actor, ActorKind, Quote, StoreError
from summittui.session import Session
from summittui.session.opening import why_read_only
from summittui.ui.dialogs.question import QuestionScreen
from summittui.ui.screens.compare import CompareScreen
from tests.ui.driver import MEDIUM, SMALL, WIDE, reading

WRITING = ("add", "change", "edit", "memo", "star", "delete", "undo", "redo")


def other_session(folder: Path) -> Session:
    return Session.open(folder / "store.json")


@pytest.mark.parametrize("size", [SMALL, MEDIUM, WIDE])
async def test_an_edit_of_another_session_appears_and_nothing_moves(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(tmp_path, size) as reader:
        await reader.choose("france")
        await reader.press("space", "1")
        await reader.run("filter")
        await reader.type("a")
        await reader.press("enter")
        await reader.press(*["j"] * 12)
        actors = reader.rows_of("actors")
        state = (actors.cursor_key, actors.cursor.at - actors.cursor.top, actors.marks, reader.app.screen.focused)
        browsing = reader.app.screen.browsing  # type: ignore[attr-defined]  # Browse has one
        other = other_session(tmp_path)
        other.add(Actor(id="aaa", name="Aaa", kind=other.library.get_as(Actor, "france").kind))
        other.change(replace(other.library.get_as(Actor, "france"), note="seen"))
        await reader.look()
        assert "aaa" in reader.keys("actors")
        assert (
            actors.cursor_key,
            actors.cursor.at - actors.cursor.top,
            actors.marks,
            reader.app.screen.focused,
        ) == state
        after = reader.app.screen.browsing  # type: ignore[attr-defined]  # Browse has one
        assert (after.words, after.marked, after.lead) == (browsing.words, browsing.marked, browsing.lead)
        assert "Another session changed the store: 2 records." in reader.told


async def test_why_nobody_can_look_is_said_once_and_again_after_it_was_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_away(_session: Session) -> bool:
        raise StoreError("The server is away.")

    async with reading(tmp_path) as reader:
        for _ in range(2):
            with monkeypatch.context() as away:
                away.setattr(Session, "is_behind", is_away)
                for _ in range(2):
                    await reader.look()
            assert reader.told.count("The server is away.") == 1
            reader.app.clear_notifications()
            await reader.look()
            assert reader.told == []


async def test_an_edit_of_another_session_appears_by_itself(tmp_path: Path) -> None:
    async with reading(tmp_path, poll_seconds=0.01) as reader:
        other = other_session(tmp_path)
        other.change(replace(other.library.get_as(Actor, "france"), note="seen"))
        for _ in range(1000):
            await reader.settle()
            if reader.library.get_as(Actor, "france").note == "seen":
                break
        assert reader.library.get_as(Actor, "france").note == "seen"


async def test_the_detail_stays_where_it_was_scrolled_to(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        await reader.choose("paris-statement", "declarations")
        await reader.press("4", "j", "j", "j")
        reader.app.clear_notifications()
        await reader.settle()
        before = reader.lines[2:8]
        other = other_session(tmp_path)
        other.change(replace(other.library.get_as(Actor, "france"), note="seen"))
        await reader.look()
        assert reader.library.get_as(Actor, "france").note == "seen"
        reader.app.clear_notifications()
        await reader.settle()
        assert reader.lines[2:8] == before


async def test_a_comparison_keeps_its_issue_and_takes_over_the_edit(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.choose("france")
        await reader.press("space")
        await reader.choose("united-states")
        await reader.press("c")
        await reader.settle()
        screen = reader.app.screen
        assert isinstance(screen, CompareScreen)
        await reader.press("j", "j", "j", "j", "j", "j")
        assert screen.grid.cursor is not None
        issue = screen.columns.row_key
        assert issue
        other = other_session(tmp_path)
        other.change(replace(other.library.get_as(Actor, "france"), name="The Republic"))
        await reader.look()
        assert screen.grid.cursor is not None
        assert screen.columns.row_key == issue
        assert reader.sees("The Republic")


async def test_nothing_is_said_and_shown_anew_where_nothing_changed(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        library, told = reader.app.library, reader.told
        await reader.look()
        assert reader.app.library is library
        assert reader.told == told


async def test_a_deleted_record_takes_its_mark_and_its_lead_along(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        other = other_session(tmp_path)
        other.add(Actor(id="aaa", name="Aaa", kind=other.library.get_as(Actor, "france").kind))
        await reader.look()
        await reader.choose("aaa")
        await reader.press("space")
        await reader.choose("aaa")
        other.remove("aaa")
        await reader.look()
        assert "aaa" not in reader.keys("actors")
        assert reader.rows_of("actors").marks == frozenset()
        assert reader.rows_of("actors").cursor_key is not None


async def test_a_store_damaged_meanwhile_is_told_once_and_the_records_stay(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        (tmp_path / "store.json").write_text("torn", encoding="utf-8")
        await reader.look()
        await reader.look()
        assert len([words for words in reader.told if "damaged" in words]) == 1, reader.told
        assert len(reader.keys("actors")) == 39


async def test_two_edits_of_one_record_are_both_shown_and_theirs_can_be_kept(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.choose("khan-pathway", "quotes")
        await reader.run("change")
        await reader.fill(occasion="mine at noon")
        other = other_session(tmp_path)
        other.change(replace(other.library.get_as(Quote, "khan-pathway"), occasion="theirs at ten"))
        await reader.look()
        await reader.save()
        assert isinstance(reader.app.screen, QuestionScreen)
        assert reader.sees('theirs occasion = "theirs at ten"')
        assert reader.sees('mine   occasion = "mine at noon"')
        await reader.answer("Keep theirs")
        assert reader.library.get_as(Quote, "khan-pathway").occasion == "theirs at ten"
        assert not isinstance(reader.app.screen, QuestionScreen)
        assert reader.rows_of("quotes").has_focus


async def test_mine_can_be_put_in_the_place_of_theirs(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.choose("khan-pathway", "quotes")
        await reader.run("change")
        await reader.fill(occasion="mine at noon")
        other = other_session(tmp_path)
        other.change(replace(other.library.get_as(Quote, "khan-pathway"), occasion="theirs at ten"))
        await reader.look()
        await reader.save()
        await reader.answer("Put mine")
        assert reader.library.get_as(Quote, "khan-pathway").occasion == "mine at noon"
        assert reader.rows_of("quotes").has_focus


async def test_editing_again_keeps_what_they_changed_elsewhere_in_the_record(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.choose("khan-pathway", "quotes")
        await reader.run("change")
        await reader.fill(occasion="mine at noon")
        other = other_session(tmp_path)
        other.change(replace(other.library.get_as(Quote, "khan-pathway"), role="theirs"))
        await reader.look()
        await reader.save()
        await reader.answer("Edit again")
        await reader.save()
        quote = reader.library.get_as(Quote, "khan-pathway")
        assert (quote.occasion, quote.role) == ("mine at noon", "theirs")


async def test_a_record_changed_by_another_is_not_deleted_unseen(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.choose("khan-pathway", "quotes")
        await reader.run("delete")
        await reader.settle()
        other = other_session(tmp_path)
        other.change(replace(other.library.get_as(Quote, "khan-pathway"), role="theirs"))
        await reader.look()
        await reader.answer("Delete it")
        assert reader.sees("Mine: it is deleted.")
        await reader.answer("Keep theirs")
        assert reader.library.get_as(Quote, "khan-pathway").role == "theirs"


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_read_only_store_says_so_and_refuses_every_edit_with_the_reason(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(tmp_path, size, read_only=True) as reader:
        assert reader.lines[0].rstrip().endswith("read-only")
        for each in WRITING:
            reader.app.clear_notifications()
            await reader.run(each)
            assert reader.told == ["The store is read-only: it was opened with --read-only."]
        await reader.choose("france")
        await reader.press("space")
        await reader.choose("united-states")
        await reader.press("c")
        assert isinstance(reader.app.screen, CompareScreen)
        reader.app.clear_notifications()
        await reader.settle()
        assert reader.lines[0].rstrip().endswith("read-only")


def test_a_store_that_may_not_be_written_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "store.json"
    assert why_read_only(store) is not None
    store.touch()
    assert why_read_only(store) is None
    monkeypatch.setattr("os.access", lambda path, _mode: Path(path) != tmp_path)
    assert str(tmp_path) in (why_read_only(store) or "")


async def test_two_records_become_one_and_what_named_the_first_names_the_second(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        other = other_session(tmp_path)
        kind = other.library.get_as(Actor, "jd-vance").kind
        other.add(Actor(id="james-vance", name="James Vance", kind=kind))
        await reader.look()
        await reader.choose("jd-vance")
        await reader.run_from_palette("merge")
        await reader.fill(into="james")
        await reader.save()
        assert reader.library.find("jd-vance") is None
        assert reader.library.get_as(Quote, "vance-kill-industry").speaker == "james-vance"
        assert "JD Vance" in reader.library.get_as(Actor, "james-vance").aliases
        assert reader.rows_of("actors").cursor_key == "james-vance"


async def test_a_merge_says_on_the_screen_what_it_left_out(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        other = other_session(tmp_path)
        one = other.library.get_as(Actor, "jd-vance")
        two = Actor(id="james-vance", name="James Vance", kind=ActorKind.OUTLET, note="Ours")
        other.add(two)
        other.change(replace(one, note="Theirs"))
        await reader.look()
        await reader.choose("jd-vance")
        await reader.run_from_palette("merge")
        await reader.fill(into="james-vance")
        await reader.save()
        assert reader.library.get_as(Actor, "james-vance").note == "Ours; Theirs"
        assert reader.sees("Merged jd-vance into james-vance, which took over its")
        assert reader.sees("james-vance, kind: person; it keeps outlet")
        await reader.press("escape")
        assert reader.rows_of("actors").cursor_key == "james-vance"


async def test_a_record_gets_another_id_and_what_names_it_follows(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("jd-vance")
        await reader.run_from_palette("rename")
        await reader.fill(id="J D")
        await reader.save()
        assert reader.sees("can be no id")
        await reader.fill(id="james-david-vance")
        await reader.save()
        assert reader.library.get_as(Quote, "vance-kill-industry").speaker == "james-david-vance"
        assert reader.rows_of("actors").cursor_key == "james-david-vance"
