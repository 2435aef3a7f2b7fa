"""Styles while a screen is made: each widget is styled once, for the room that there is."""

from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from summittui.ui.command_app import CommandApp
from summittui.ui.command_screen import CommandScreen, apply_breakpoints
from tests.ui.driver import MEDIUM, SMALL, WIDE, Reader, reading


def styles_of(reader: Reader) -> list[tuple[Widget, dict[str, object]]]:
    shown = reader.app.screen.walk_children(Widget, with_self=True)
    return [(each, dict(each.styles.get_rules())) for each in shown]


@pytest.mark.parametrize("size", [SMALL, MEDIUM, WIDE])
async def test_widgets_that_are_styled_once_have_all_their_styles(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(tmp_path, size) as reader:
        for keys in ([], ["question_mark"], ["escape", "M"], ["escape", "slash"]):
            await reader.press(*keys)
            before = styles_of(reader)
            reader.app.stylesheet.update(reader.app.screen)
            assert styles_of(reader) == before


class _Roomy(CommandScreen[None]):
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium")]  # noqa: RUF012 - as the base class declares it

    def compose(self) -> ComposeResult:
        apply_breakpoints(self)
        self.at_first = frozenset(self.classes)
        yield Static("words", id="words")


async def test_a_screen_has_the_classes_of_its_room_before_its_widgets_are_made() -> None:
    app = CommandApp()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = _Roomy()
        await app.push_screen(screen)
        assert screen.at_first == {"-medium"}
        await pilot.resize_terminal(60, 30)
        assert screen.classes == {"-narrow"}
