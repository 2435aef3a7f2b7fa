from rich.text import Text
from textual.widgets import Static

from summittui.ui.widgets.record_list import RecordList
from tests.ui.demo import DemoApp, DemoScreen, Records, shown


async def test_a_key_runs_the_screens_method() -> None:
    app = DemoApp(RecordList())
    async with app.run_test() as pilot:
        await pilot.press("space")
        assert app.demo.done == ["mark"]


async def test_a_refused_command_says_why_in_plain_text() -> None:
    app = DemoApp(RecordList())
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert any("Nothing [/] is marked." in line for line in shown(app))


async def test_a_command_that_nobody_does_says_so() -> None:
    app = DemoApp(RecordList())
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("z")
        await pilot.pause()
        assert any("zoom: not on this screen." in line for line in shown(app))


async def test_moving_keys_go_home_when_nothing_that_moves_has_focus() -> None:
    the_list = RecordList(Text("a"))
    app = DemoApp(Static("nothing"), the_list)
    app.demo.home = the_list
    async with app.run_test() as pilot:
        the_list.show(Records(["one", "two"]))
        app.demo.set_focus(None)
        await pilot.press("j")
        assert the_list.cursor_key == "two"


async def test_quit_leaves_a_screen_and_ends_the_program_on_the_first() -> None:
    app = DemoApp(RecordList())
    async with app.run_test() as pilot:
        app.push_screen(DemoScreen(RecordList()))
        await pilot.pause()
        await pilot.press("q")
        assert app.screen is app.demo
        assert app.is_running
        await pilot.press("q")
        await pilot.pause()
        assert app.return_code == 0


async def test_escape_on_the_first_screen_leaves_the_program_running() -> None:
    app = DemoApp(RecordList())
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.demo
        assert any("q quits" in line for line in shown(app))


async def test_quit_now_ends_the_program_from_any_screen() -> None:
    app = DemoApp(RecordList())
    async with app.run_test() as pilot:
        await pilot.press("Q")
        await pilot.pause()
    assert app.return_code == 0


async def test_a_key_can_be_remapped_by_its_commands_id() -> None:
    app = DemoApp(RecordList())
    async with app.run_test() as pilot:
        app.set_keymap({"mark": "i"})
        await pilot.press("i", "space")
        assert app.demo.done == ["mark"]
