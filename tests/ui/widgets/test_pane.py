import pytest
from textual.geometry import Region

from summittui.ui.widgets.record_list import RecordList
from tests.ui.demo import DemoApp, shown
from tests.ui.widgets.test_record_list import SIZE, hundred


async def test_a_message_that_nobody_sees_repaints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    the_list = RecordList(message="Nothing yet.")
    app = DemoApp(the_list)
    async with app.run_test(size=SIZE) as pilot:
        the_list.message = "Still nothing."
        await pilot.pause()
        assert any("Still nothing." in line for line in shown(app))
        the_list.show(hundred())
        await pilot.pause()
        repainted: list[tuple[Region, ...]] = []
        with monkeypatch.context() as watching:
            watching.setattr(the_list, "refresh", lambda *regions: repainted.append(regions))
            the_list.message = "Nothing is left."
        assert repainted == []
        the_list.show(RecordList.NO_ROWS)
        await pilot.pause()
        assert any("Nothing is left." in line for line in shown(app))
