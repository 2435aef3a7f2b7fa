import pytest

from summittui.present.signs import ROW_STATES
from summittui.ui.dialogs.help import SIGNS, HelpScreen, help_entries, help_lines
from summittui.ui.keys.lookup import command, commands_for, keys_label
from summittui.ui.keys.table import Scope
from summittui.ui.theme.glyphs import TWINS
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
        assert any(command("open").help in line for line in shown(app))
        await pilot.press(key)
        assert app.screen is app.demo


def test_every_sign_has_a_twin_in_ascii_that_no_other_of_its_group_has() -> None:
    lines = [line.plain for line in help_lines(help_entries(commands_for(*SCOPES), SCOPES), "Signs")]
    for _, signs in SIGNS:
        twins = [TWINS.get(sign, sign) for sign, _, _ in signs]
        assert "".join(twins).isascii()
        assert len({*twins}) == len(twins)
        assert all(
            any(line.strip().startswith(f"{sign} {TWINS.get(sign, sign)} ") for line in lines) for sign, *_ in signs
        )


def test_the_help_has_the_sign_that_each_state_of_a_row_is_shown_with() -> None:
    (signs,) = (signs for title, signs in SIGNS if title == "Rows of a comparison")
    assert {(sign, token) for sign, token, _ in signs} == {(each.glyph, each.role) for each in ROW_STATES.values()}


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
