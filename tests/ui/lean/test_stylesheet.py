"""What is done once while a screen is made."""

from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from summittui.ui.lean.screen import LeanScreen
from summittui.ui.lean.stylesheet import LeanStylesheet
from summittui.ui.theme import LIGHT
from tests.ui.driver import MEDIUM, SMALL, WIDE, Reader, reading


def made(variables: dict[str, str]) -> LeanStylesheet:
    stylesheet = LeanStylesheet(variables)
    stylesheet.add_source("Static { color: $ink; }", read_from=("one", ""))
    stylesheet.parse()
    return stylesheet


def test_what_stays_the_same_is_not_parsed_again() -> None:
    stylesheet = made({"ink": "red"})
    (first,) = stylesheet.rules
    stylesheet.add_source("Static { width: 3; }", read_from=("two", ""))
    stylesheet.set_variables({"ink": "red"})
    stylesheet.reparse()
    assert len(stylesheet.rules) == 2
    assert stylesheet.rules[0] is first


def test_other_variables_give_other_rules() -> None:
    stylesheet = made({"ink": "red"})
    before = stylesheet.rules[0].styles.color
    stylesheet.set_variables({"ink": "blue"})
    stylesheet.reparse()
    assert stylesheet.rules[0].styles.color != before


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


async def test_the_shades_of_a_theme_are_computed_once(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        dark = reader.app.get_css_variables()
        assert reader.app.get_css_variables() is dark
        reader.app.theme = LIGHT
        await reader.settle()
        assert reader.app.get_css_variables()["background"] != dark["background"]


class _Roomy(LeanScreen[None]):
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium")]  # noqa: RUF012 - as the base class declares it

    def compose(self) -> ComposeResult:
        self.take_room()
        self.at_first = frozenset(self.classes)
        yield Static("words", id="words")


async def test_a_screen_has_the_classes_of_its_room_before_its_widgets_are_made() -> None:
    app: App[None] = App()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = _Roomy()
        await app.push_screen(screen)
        assert screen.at_first == {"-medium"}
        await pilot.resize_terminal(60, 30)
        assert screen.classes == {"-narrow"}


async def test_nothing_is_composed_while_nothing_is_shown_and_all_of_it_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app: App[None] = App()
    async with app.run_test():
        screen = _Roomy()
        await app.push_screen(screen)
        composed: list[bool] = []
        compose = screen._compositor.render_update

        def counted(**given: Any) -> object:
            composed.append(True)
            return compose(**given)

        monkeypatch.setattr(screen._compositor, "render_update", counted)
        with app.batch_update():
            screen._compositor_refresh()
            assert not composed
        screen.paint()
        assert composed
