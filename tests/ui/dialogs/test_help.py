import pytest
from rich.text import Text
from textual.strip import Strip

from summittui.present.signs import ROW_STATES
from summittui.ui.dialogs.help import HelpScreen, help_entries, help_lines
from summittui.ui.keys.command import Scope
from summittui.ui.keys.groups import MOST_USED, by_use
from summittui.ui.keys.lookup import command, commands_for, keys_label
from summittui.ui.legend import ROWS_OF_A_COMPARISON, SIGNS, legend_line, signs_in_view
from summittui.ui.theme.glyphs import TWINS
from summittui.ui.widgets.pane import LinePane
from summittui.ui.widgets.record_list import RecordList
from tests.ui.demo import DemoApp, shown

SCOPES = (Scope.APP, Scope.LIST, Scope.BROWSE)


def test_every_command_of_the_screen_and_every_sign_is_listed_once() -> None:
    text = "\n".join(line.plain for line in help_lines(help_entries(commands_for(*SCOPES), ()), ""))
    for each in commands_for(*SCOPES):
        assert text.count(each.help) == 1
        assert f" {each.id} " in text
        assert keys_label(each) in text
    for sign in "▲▼◆·“‹~§✓✗●◐×○":
        assert sign in text
    assert text.index("Used most") < text.index("Find and narrow") < text.index("Move in a") < text.index("All signs")


def test_a_filter_keeps_the_lines_with_all_words_and_their_titles() -> None:
    lines = [line.plain for line in help_lines(help_entries(commands_for(*SCOPES), ()), "page HALF")]
    assert [line.split()[0] for line in lines] == ["Move", "^d", "^u"]
    assert help_lines(help_entries(commands_for(*SCOPES), ()), "zebra") == []


@pytest.mark.parametrize("key", ["escape", "q", "question_mark", "f1"])
async def test_help_opens_and_closes(key: str) -> None:
    app = DemoApp(RecordList())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        assert app.screen_stack[-1].__class__ is HelpScreen
        assert any(command("filter").help in line for line in shown(app))
        await pilot.press(key)
        assert app.screen is app.demo


def test_every_sign_has_a_twin_in_ascii_that_no_other_of_its_group_has() -> None:
    lines = [line.plain for line in help_lines(help_entries(commands_for(*SCOPES), ()), "Signs")]
    for _, signs in SIGNS:
        twins = [TWINS.get(sign, sign) for sign, _, _ in signs]
        assert "".join(twins).isascii()
        assert len({*twins}) == len(twins)
        assert all(
            any(line.strip().startswith(f"{sign} {TWINS.get(sign, sign)} ") for line in lines) for sign, *_ in signs
        )


def test_the_help_has_the_sign_that_each_state_of_a_row_is_shown_with() -> None:
    (signs,) = (signs for title, signs in SIGNS if title == ROWS_OF_A_COMPARISON)
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
        assert any("Used most" in line for line in shown(app))


class Drawn(LinePane):
    """A pane of one line."""

    is_empty = False

    def __init__(self, line: Text) -> None:
        super().__init__()
        self._line = line

    def inner_line(self, y: int) -> Strip:
        return self.painter.strip(self._line if y == 0 else Text(), self.inner_width)


UNCLEAR = "unclear: it speaks to the matter, but not to one side"


async def test_the_legend_has_the_signs_that_the_panes_show_and_no_others() -> None:
    drawn = Text.assemble(("▲", "for"), " ", ("✓2", "deed"), " why ? ", ("“so ◆on”", "words"), ("?", "unclear"))
    app = DemoApp(Drawn(drawn))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        found = signs_in_view(app.demo)
        assert [sign for sign, *_ in found if not sign.isascii()] == ["▲", "✓"]
        assert UNCLEAR in {meaning for sign, _, meaning in found if sign == "?"}
        assert legend_line(found[:1]).plain == "▲ for the question's first answer"
        await pilot.press("question_mark")
        assert any("Signs on this screen" in line for line in shown(app))


async def test_a_question_mark_in_a_sentence_is_no_sign() -> None:
    app = DemoApp(Drawn(Text("so ? and 1 = 1", "words")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert signs_in_view(app.demo) == []


def test_every_command_is_in_one_group_and_those_of_the_last_line_come_first() -> None:
    every = commands_for(*Scope)
    groups = by_use(every)
    assert sorted(each.id for _, those in groups for each in those) == sorted(each.id for each in every)
    assert groups[0][0] == MOST_USED
    assert all(each.hint for each in groups[0][1])
    assert [title for title, _ in groups[1:3]] == ["Find and narrow", "Read and go on"]
