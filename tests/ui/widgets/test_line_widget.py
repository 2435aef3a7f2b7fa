"""A widget that was removed is harmless."""

from summittui.ui.widgets.record_list import RecordList
from tests.ui.demo import DemoApp, Records


def rows() -> RecordList:
    made = RecordList()
    made.show(Records(["a", "b", "c"]))
    return made


async def test_a_widget_that_was_removed_can_still_be_asked_to_repaint() -> None:
    first, second = rows(), rows()
    app = DemoApp(first, second)
    async with app.run_test() as pilot:
        await second.remove()
        second.refresh()
        second.move(1)
        await pilot.pause()
        assert second.cursor_key == "b"
