import pytest

from summittui.session.remembered import Remembered
from summittui.session.settings import Settings
from summittui.ui.theme.themes import DARK, LIGHT, MONO
from summittui.ui.widgets.record_list import RecordList
from tests.ui.demo import DemoApp, shown

SIZE = (80, 24)


def told(app: DemoApp) -> list[str]:
    return [each.message for each in app._notifications]


async def test_the_next_theme_is_told_and_left_to_the_next_run() -> None:
    app = DemoApp(RecordList())
    async with app.run_test(size=SIZE) as pilot:
        assert app.theme == DARK
        await pilot.press("T")
        assert app.theme == LIGHT
        assert told(app) == ["Theme: light."]
        assert app.remembered.theme == "light"
    async with DemoApp(RecordList(), remembered=app.remembered).run_test(size=SIZE) as later:
        assert later.app.theme == LIGHT


async def test_a_theme_that_the_settings_name_comes_back() -> None:
    app = DemoApp(RecordList(), settings=Settings(theme="dark"), remembered=Remembered(theme="light", welcomed=True))
    async with app.run_test(size=SIZE) as pilot:
        assert app.theme == DARK
        await pilot.press("T")
        assert told(app) == ["Theme: light. The next run begins with dark, as the settings say."]
        assert app.remembered == Remembered(theme="light", welcomed=True)


async def test_a_theme_is_chosen_from_the_list_of_all() -> None:
    app = DemoApp(RecordList())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("colon", *"choose", "space", "a", "space", *"theme", "enter")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "The present one is dark." in text
        assert all(name in text for name in ("high-contrast", "colour-blind", "terminal", "monochrome"))
        await pilot.press("end", "enter")
        await pilot.pause()
        assert app.theme == MONO
        await pilot.press("colon", *"choose", "space", "a", "space", *"theme", "enter", "escape")
        await pilot.pause()
        assert app.theme == MONO


@pytest.mark.parametrize(
    "keys", [["T"], ["colon", *"choose", "space", "a", "space", *"theme", "enter"]], ids=["next", "list"]
)
async def test_no_color_keeps_the_theme_monochrome_and_says_so(
    monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = DemoApp(RecordList(), settings=Settings(theme="light"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert app.theme == MONO
        assert told(app) == ["NO_COLOR is set: the theme stays monochrome."]
