import pytest

from summittui.ui.commands import Scope, commands_for, keys_label
from summittui.ui.screens.help import HelpScreen, help_entries, help_lines
from summittui.ui.widgets.record_list import RecordList
from tests.ui.demo import DemoApp, shown

SCOPES = (Scope.APP, Scope.LIST, Scope.BROWSE)


def test_every_command_of_the_screen_and_every_sign_is_listed_once() -> None:
    text = "\n".join(line.plain for line in help_lines(help_entries(commands_for(*SCOPES), SCOPES), ""))
    for each in commands_for(*SCOPES):
        assert text.count(each.help) == 1
        assert keys_label(each) in text
    for sign in "▲▼◆·“‹~§✓✗●◐×○":
        assert sign in text
    assert text.index("Browse") < text.index("Everywhere") < text.index("Signs · Stance")


def test_a_filter_keeps_the_lines_with_all_words_and_their_titles() -> None:
    lines = [line.plain for line in help_lines(help_entries(commands_for(*SCOPES), SCOPES), "page HALF")]
    assert [line.split()[0] for line in lines] == ["Move", "^d", "^u"]
    assert help_lines(help_entries(commands_for(*SCOPES), SCOPES), "zebra") == []


@pytest.mark.parametrize("key", ["escape", "q", "question_mark", "f1"])
async def test_help_opens_and_closes(key: str) -> None:
    app = DemoApp(RecordList())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        assert app.screen_stack[-1].__class__ is HelpScreen
        assert any("Mark the row for comparing" in line for line in shown(app))
        await pilot.press(key)
        assert app.screen is app.demo


async def test_the_help_is_narrowed_by_typing_and_scrolled_by_keys() -> None:
    app = DemoApp(RecordList())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark", "G")
        assert any("no text attached" in line for line in shown(app))
        await pilot.press("slash", *"unclear", "enter")
        text = "\n".join(shown(app))
        assert "it speaks to the matter" in text
        assert "Mark the row" not in text
        await pilot.press("slash", "z", "z")
        assert any("No key or sign matches “unclearzz”." in line for line in shown(app))
        await pilot.press("escape")
        assert any("Browse" in line for line in shown(app))
