from pathlib import Path

from summittui.model import StoreDamaged
from summittui.session import Session
from summittui.ui.app import SummitApp
from tests.ui.demo import shown
from tests.ui.driver import reading


async def test_the_frame_is_painted_before_the_store_is_read(tmp_path: Path) -> None:
    seen: list[str] = []

    def open_session() -> Session:
        seen.extend(shown(app))
        return Session.open(tmp_path / "store.json")

    app = SummitApp(open_session)
    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert any("1 Actors" in line for line in seen)
    assert any("Loading the store …" in line for line in seen)


async def test_a_store_that_cannot_be_read_ends_the_screens_with_its_sentence(tmp_path: Path) -> None:
    def open_session() -> Session:
        message = f"{tmp_path} is not a store"
        raise StoreDamaged(message)

    app = SummitApp(open_session)
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert app.return_code == 3
    assert isinstance(app.session_host.failure, StoreDamaged)


async def test_the_first_launch_says_that_the_store_was_seeded(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        assert reader.sees("A new store was seeded")


async def test_reload_tells_what_it_found(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.run("reload")
        await reader.app.workers.wait_for_complete()
        await reader.press("j")
        assert reader.sees("Nothing has changed in the store.")


async def test_control_c_says_how_to_leave_wherever_the_reader_is_and_quits_when_pressed_twice_in_a_row(
    tmp_path: Path,
) -> None:
    async with reading(tmp_path) as reader:
        for keys, leaving in (
            (("slash",), "q goes back and quits"),
            (("escape", "colon"), "Esc closes this dialog"),
            (("escape", "2", "i"), "Esc leaves the form"),
        ):
            await reader.press(*keys, "ctrl+c")
            assert reader.sees(f"{leaving}; ^c again quits at once.")
            await reader.press("x", "ctrl+c")
            assert reader.app.return_code is None  # a letter was typed between the two
        await reader.press("escape")
        assert reader.sees("Leave the form?")
        await reader.press("ctrl+c")
        assert reader.sees("Esc closes this dialog; ^c again quits at once.")
        await reader.press("ctrl+c")
        assert reader.app.return_code == 130


async def test_a_notice_is_on_the_screen_on_top_alone(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        reader.app.notify("A word of it.", markup=False)
        await reader.run("views")
        assert reader.sees("A word of it")
        reader.app.clear_notifications()
        await reader.settle()
        assert not reader.sees("A word of it")
