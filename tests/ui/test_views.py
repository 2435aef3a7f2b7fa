"""Every place has a line, and the line opens the same place in another run."""

import tomllib
from pathlib import Path

import pytest

from summittui.queries.links import parse_view
from summittui.session.saved_views import keep_view, views_path
from summittui.ui.edits import Done
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.search import SearchScreen
from summittui.ui.views.screen_links import view_of
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
    "ledger": ("R", "s", "j", "l"),
    "matrix, sorted by an actor": ("M", "j", "S", "space"),
    "evidence": ("M", "enter", "j"),
    "pairs": ("M", "w", "j", "j"),
    "timeline": ("L", "j", "j", "j", "j"),
    "timeline of the actor under the cursor": ("j", "j", "L", "j"),
    "documents": ("D", "l"),
    "documents, fewer lines": ("D", "minus", "minus"),
    "reader": ("2", "j", "o", "n"),
}


def line_of(reader: Visitor) -> str:
    view = view_of(reader.app.screen)
    assert view is not None
    return str(view)


async def open_line(reader: Visitor, line: str) -> None:
    """Open the view that a line names, and wait until it shows what it holds."""
    reader.app.views.open_view(parse_view(line))
    await reader.wait()
    await reader.wait()


async def test_the_line_of_a_place_opens_the_same_screen_in_another_run(tmp_path: Path) -> None:
    found = {}
    async with visiting(tmp_path) as reader:
        for way, keys in WAYS.items():
            await reader.press(*keys)
            line, kind = line_of(reader), type(reader.app.screen)
            reader.app.clear_notifications()
            await reader.wait()
            found[way] = line, kind, reader.lines
            await open_line(reader, "browse")
    assert len({line for line, _, _ in found.values()}) == len(WAYS)
    async with visiting(tmp_path) as reader:
        for way, (line, kind, before) in found.items():
            await open_line(reader, line)
            assert isinstance(reader.app.screen, kind), way
            assert line_of(reader) == line
            assert reader.told == []
            assert reader.lines == before


@pytest.mark.parametrize("size", SIZES)
async def test_a_filter_is_in_the_line_and_comes_back(tmp_path: Path, size: tuple[int, int]) -> None:
    async with visiting(tmp_path, size) as reader:
        await reader.press("2", "slash")
        await reader.type("kind:mixed  the")
        await reader.press("enter", "j")
        await reader.wait()
        line = line_of(reader)
        told = next(each for each in reader.lines if "of the kind mixed" in each)
    assert "'quotes:kind:mixed  the'" in line
    async with visiting(tmp_path, size) as reader:
        reader.app.views.open_view(parse_view(line))
        await reader.wait()
        assert line_of(reader) == line
        assert told in reader.lines
        assert reader.fits()


async def test_a_search_comes_back_with_its_words_and_the_record_under_the_cursor(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.press("asterisk")
        await reader.type("safety")
        await reader.press("enter", "j", "j")
        line, before = line_of(reader), reader.lines
    assert line.startswith("search query:safety at:")
    async with visiting(tmp_path) as reader:
        reader.app.views.open_view(parse_view(line))
        for _ in range(3):
            await reader.wait()
        reader.on(SearchScreen)
        assert line_of(reader) == line
        assert reader.lines == before


async def test_another_view_is_opened_over_any_screen_and_the_stack_does_not_grow(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        depth = len(reader.app.screen_stack)
        for line in ("matrix", "compare china united-states", "pairs", "documents stdaily", "browse pane:quotes"):
            reader.app.views.open_view(parse_view(line))
            await reader.wait()
            assert len(reader.app.screen_stack) <= depth + 1
        reader.on(BrowseScreen)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("timeline nobody", "nobody"),
        ("browse quotes:kind:nothing", "nothing among the kinds"),
        ("browse look-quotes:height", "ook-quotes: of the view takes"),
        ("browse lead:gone", "gone"),
    ],
)
async def test_a_view_that_does_not_fit_is_told_of_and_browse_is_shown(tmp_path: Path, line: str, told: str) -> None:
    async with visiting(tmp_path) as reader:
        reader.app.views.open_view(parse_view(line), otherwise=" Browse is shown.")
        await reader.wait()
        assert any(told in each and each.endswith("Browse is shown.") for each in reader.told)
        reader.on(BrowseScreen)


@pytest.mark.parametrize("line", ["compare china united-states at:gone/7", "matrix at:x/y", "timeline at:china/999999"])
async def test_a_cursor_that_has_no_place_any_more_is_told_of(tmp_path: Path, line: str) -> None:
    async with visiting(tmp_path) as reader:
        reader.app.views.open_view(parse_view(line))
        await reader.wait()
        assert any("the cursor is at the start" in each for each in reader.told)


async def test_a_view_is_saved_under_a_name_found_and_opened(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.press("M", "j", "s")
        line = line_of(reader)
        await reader.press("F")
        assert reader.sees("Save this view")
        await reader.press("enter")
        assert "Saved as matrix." in reader.told
        await reader.press("b", "f")
        assert reader.sees("sort:")
        await reader.type("mat")
        await reader.press("enter")
        assert line_of(reader) == line
    assert tomllib.loads(views_path().read_text(encoding="utf-8")) == {"matrix": line}


async def test_a_name_that_is_taken_is_asked_about(tmp_path: Path) -> None:
    keep_view(views_path(), "matrix", parse_view("pairs"))
    async with visiting(tmp_path) as reader:
        await reader.press("M", "F", "enter")
        assert reader.sees("matrix is saved already")
        await reader.answer("Keep what is saved")
        assert views_path().read_text(encoding="utf-8").count("pairs") == 1
        await reader.press("F", "enter")
        await reader.answer("Replace it")
        assert "pairs" not in views_path().read_text(encoding="utf-8")


async def test_a_saved_view_is_removed_after_asking(tmp_path: Path) -> None:
    keep_view(views_path(), "one", parse_view("pairs"))
    keep_view(views_path(), "two", parse_view("matrix"))
    async with visiting(tmp_path) as reader:
        await reader.press("f", "tab", "X")
        await reader.answer("Keep it")
        await reader.press("X")
        await reader.answer("Remove it")
        assert reader.sees("two")
        assert not reader.sees("one  ")
    assert tomllib.loads(views_path().read_text(encoding="utf-8")) == {"two": "matrix"}


async def test_a_line_is_typed_and_opened_and_a_bad_one_is_told_of(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.press("f")
        await reader.type("pear")
        await reader.press("enter")
        assert any("view names no screen: 'pear'" in each for each in reader.told)
        await reader.press(*["backspace"] * 4)
        await reader.type("pairs")
        await reader.press("enter")
        assert line_of(reader).startswith("pairs")


async def test_a_bad_line_of_the_file_is_shown_with_its_problem(tmp_path: Path) -> None:
    views_path().parent.mkdir(parents=True)
    views_path().write_text('good = "pairs"\nold = "matri"\n', encoding="utf-8")
    async with visiting(tmp_path) as reader:
        await reader.press("f", "down")
        assert reader.sees("The view names no screen: 'matri'; did you mean 'matrix'?")
        await reader.press("enter", "up", "enter")
        assert line_of(reader).startswith("pairs")


async def test_the_line_of_a_view_is_copied(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.press("L")
        await reader.run_from_palette("copy the line")
        await reader.settle()
        assert reader.copied.strip() == line_of(reader)


async def test_what_is_shown_at_the_end_is_kept_also_from_under_a_dialog(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.press("M", "j")
        line = line_of(reader)
        await reader.press("colon")
        reader.app.exit()
        assert reader.app.views.left == line


async def test_a_line_from_before_a_rename_opens_with_the_present_id(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        app = reader.app
        app.session_host.run_edit(lambda session: Done("Renamed.", session.rename("united-states", "usa")[0]))
        await reader.wait()
        reader.app.views.open_view(parse_view("compare united-states china"))
        await reader.wait()
        await reader.wait()
        assert line_of(reader).startswith("compare usa china")
