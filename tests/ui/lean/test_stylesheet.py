"""What is done once while a screen is made."""

from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from summittui.ui.lean.screen import LeanScreen
from summittui.ui.lean.stylesheet import LeanStylesheet


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
