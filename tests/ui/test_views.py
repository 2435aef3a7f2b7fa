"""Every place has a line, and the line opens the same place in another run."""

import tomllib
from pathlib import Path

import pytest

from summittui.library.view import parse_view
from summittui.session.saved_views import keep_view, views_path
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.search import SearchScreen
from summittui.ui.views.taken import view_of
from tests.ui.visiting import SIZES, Visitor, visiting

WAYS = {
    "browse": ("j", "j"),
    "browse, another list, a lead and an order": ("j", "j", "2", "j", "S"),
    "browse, the detail of a declaration": ("3", "j", "enter"),
    "browse, zoomed": ("2", "j", "j", "z"),
    "browse, marked only": ("space", "space", "m"),
    "compare": ("space", "j", "space", "c", "j", "j", "l"),
    "compare by date, differences only": ("space", "j", "space", "c", "t", "d", "j", "W"),
    "compare, quoted only and no doubtful": ("space", "j", "space", "c", "1", "2"),
    "declarations": ("3", "space", "space", "c", "j", "j", "l", "equals_sign"),
    "accounts": ("D", "c", "j", "j", "l"),
    "matrix": ("M", "l", "j", "s", "j", "i"),
    "matrix of camps": ("M", "t", "j", "l"),
    "matrix, sorted by an actor": ("M", "j", "S", "space"),
    "evidence": ("M", "enter", "j"),
    "pairs": ("M", "w", "j", "j"),
    "timeline": ("L", "j", "j", "j", "j"),
    "timeline of the actor under the cursor": ("j", "j", "L", "j"),
    "documents": ("D", "j", "l", "n", "n"),
    "documents, fewer lines": ("D", "minus", "minus"),
    "reader": ("2", "j", "o", "n"),
}


def line_of(reader: Visitor) -> str:
    view = view_of(reader.app.screen)
    assert view is not None
    return str(view)


def without_notices(reader: Visitor) -> list[str]:
    reader.app.clear_notifications()
    return reader.lines


@pytest.mark.parametrize("way", WAYS)
async def test_the_line_of_a_place_opens_the_same_screen_in_another_run(tmp_path: Path, way: str) -> None:
    async with visiting(tmp_path) as reader:
        await reader.press(*WAYS[way])
        line, kind = line_of(reader), type(reader.app.screen)
        reader.app.clear_notifications()
        await reader.wait()
        before = reader.lines
    async with visiting(tmp_path) as reader:
        reader.app.open_view(parse_view(line))
        await reader.wait()
        await reader.wait()
        assert isinstance(reader.app.screen, kind)
        assert line_of(reader) == line
        assert reader.told == []
        assert reader.lines == before
