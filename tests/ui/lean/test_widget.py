"""A widget is repainted where it is seen, and asked in vain where it is not."""

import pytest

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


@pytest.mark.parametrize("is_shown", [True, False])
async def test_only_what_is_seen_is_repainted(is_shown: bool) -> None:
    first = rows()
    app = DemoApp(first)
    async with app.run_test() as pilot:
        first.display = is_shown
        await pilot.pause()
        assert first.is_seen is is_shown
        first.refresh()
        assert (first in app.screen._dirty_widgets) is is_shown
