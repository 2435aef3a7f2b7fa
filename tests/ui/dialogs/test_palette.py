from summittui.session.remembered import Remembered
from summittui.ui.dialogs.palette import PaletteScreen
from summittui.ui.widgets.record_list import RecordList
from tests.ui.demo import DemoApp, shown

SIZE = (80, 24)


async def test_a_command_is_found_by_its_name_and_run() -> None:
    app = DemoApp(RecordList())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("colon", *"mark", "enter")
        await pilot.pause()
        assert app.screen is app.demo
        assert app.demo.done == ["mark"]


async def test_letters_go_to_the_filter_and_arrows_to_the_list() -> None:
    app = DemoApp(RecordList())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p", *"pane", "down", "down", "up")
        lines = shown(app)
        assert lines[0].lstrip().startswith("pane")
        assert "2 of" in lines[1]


async def test_what_cannot_be_done_says_why() -> None:
    app = DemoApp(RecordList())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("colon", *"compare")
        assert any("compare" in line and "Nothing [/] is marked." in line for line in shown(app))
        await pilot.press("enter")
        assert app.screen is app.demo
        assert [each.message for each in app._notifications] == ["Nothing [/] is marked."]


async def test_nothing_found_is_said_and_escape_runs_nothing() -> None:
    app = DemoApp(RecordList())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("colon", *"zebra")
        assert any("No command matches “zebra”." in line for line in shown(app))
        await pilot.press("enter", "escape")
        assert app.screen is app.demo
        assert app.demo.done == []


async def test_the_command_run_last_comes_first() -> None:
    app = DemoApp(RecordList())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("colon", *"mark", "enter")
        await pilot.press("colon")
        assert isinstance(app.screen, PaletteScreen)
        assert "Used last" in shown(app)[2]
        assert "mark" in shown(app)[3]


async def test_what_was_run_last_is_left_to_the_next_run() -> None:
    app = DemoApp(RecordList(), remembered=Remembered(recent=("mark", "zoom"), welcomed=True))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("colon")
        assert ["mark" in shown(app)[3], "zoom" in shown(app)[4]] == [True, True]
        await pilot.press(*"pane 1", "enter")
        assert app.remembered.recent == ("pane-1", "mark", "zoom")


async def test_commands_stand_under_their_groups_by_the_names_that_the_settings_have() -> None:
    app = DemoApp(RecordList())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("colon")
        assert "Used most" in shown(app)[2]
        await pilot.press(*"shorten")
        assert "Found" in shown(app)[2]
        assert "shorten-filter" in shown(app)[3]
        await pilot.press("enter")
        assert [each.message for each in app._notifications] == ["shorten filter: not on this screen."]
