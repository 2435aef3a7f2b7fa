"""Filters, facets, orders, what rows show, ranges, names: what a reader does to find something in a list."""

from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from summittui.library.memory.listing import ListEngine
from summittui.model import Quote
from summittui.ui.dialogs.toggles import TogglesScreen
from summittui.ui.scheduling.executors import LatestOnlyExecutor
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.widgets.filter_line import FilterLine
from tests.ui.driver import MEDIUM, SMALL, WIDE, Reader, reading


async def filtered(reader: Reader, words: str, pane: str = "2") -> None:
    await reader.press(pane)
    await reader.run("filter")
    await reader.type(words)


async def test_a_filter_speaks_the_query_language_and_describes_itself(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await filtered(reader, "by:vance stance:for")
        await reader.press("enter")
        kept = [reader.library.get_as(Quote, key) for key in reader.keys("quotes")]
        assert {each.speaker for each in kept} == {"jd-vance"}
        assert reader.sees("by JD Vance · for")
        assert reader.sees(f"{len(reader.keys('quotes'))} of 25")


async def test_the_lines_to_type_in_are_made_when_they_are_needed(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        assert not reader.app.screen.query(FilterLine)
        await reader.run("find-name")
        assert [each.id for each in reader.app.screen.query(FilterLine)] == ["name"]
        await reader.press("escape", "slash")
        assert {each.id for each in reader.app.screen.query(FilterLine)} == {"name", "filter"}


async def test_backspace_takes_the_last_part_off_and_escape_all(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await filtered(reader, "by:vance kind:direct")
        await reader.press("enter", "backspace")
        assert reader.app.screen.query_one("#filter").value == "by:vance kind:direct"  # type: ignore[attr-defined]
        browsing = reader.app.screen.browsing  # type: ignore[attr-defined]
        assert browsing.words["quotes"] == "by:vance"
        assert len(reader.keys("quotes")) == 6
        await reader.press("escape")
        assert len(reader.keys("quotes")) == 25
        await reader.press("backspace")
        assert "This list has no filter; / sets one." in reader.told


async def test_tab_takes_a_completion_and_enter_accepts(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await filtered(reader, "iss")
        assert reader.sees("issue:")
        await reader.press("tab")
        line = reader.app.screen.query_one("#filter")
        assert line.value == "issue:"  # type: ignore[attr-defined]
        await reader.type("open")
        await reader.press("right")
        assert line.value == "issue:open-access"  # type: ignore[attr-defined]
        assert 0 < len(reader.keys("quotes")) < 25
        await reader.press("enter")
        assert reader.rows_of("quotes").has_focus


@pytest.mark.parametrize("size", [SMALL, MEDIUM])
async def test_a_mistake_is_told_under_its_column_and_the_last_answer_stays(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(tmp_path, size) as reader:
        await filtered(reader, "gold spaker:x")
        assert reader.keys("quotes") == []
        assert any(line.startswith(" " * 5 + "^") for line in reader.lines)
        await reader.press("enter")
        assert any("Esc gives the filter up." in each for each in reader.told)
        await reader.press("escape")
        assert len(reader.keys("quotes")) == 25


async def test_the_words_sought_are_lit_in_the_rows_and_in_the_detail(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await filtered(reader, "gold")
        await reader.press("enter")
        row = reader.rows_of("quotes").rows.lines(0, 140)[0]
        assert [row.plain[span.start : span.end] for span in row.spans if span.style == "match"] == ["gold"]
        screen = reader.app.screen
        assert isinstance(screen, BrowseScreen)
        assert any(span.style == "match" for text in screen.detail_view.paragraphs for span in text.spans)
        await reader.press("4")
        await reader.run("next-match")
        await reader.press("2")


async def test_facets_edit_the_filter_with_live_counts(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        await reader.press("2")
        await reader.run("facets")
        await reader.settle()
        screen = reader.app.screen
        assert isinstance(screen, TogglesScreen)
        assert reader.sees("Kind")
        screen.list_pane.to_key("kind direct")
        await reader.press("space")
        await reader.settle()
        assert reader.sees("[+] direct")
        screen.list_pane.to_key("kind mixed")
        await reader.press("space")
        await reader.settle()
        screen.list_pane.to_key("source stdaily")
        await reader.press("minus")
        await reader.settle()
        assert reader.sees("[-]")
        await reader.press("enter")
        words = reader.app.screen.browsing.words["quotes"]  # type: ignore[attr-defined]
        assert words == "kind:direct OR kind:mixed -source:stdaily"
        kept = [reader.library.find(key) for key in reader.keys("quotes")]
        assert {getattr(each, "kind", "") for each in kept} <= {"direct", "mixed"}
        assert "stdaily" not in {getattr(each, "source", "") for each in kept}


async def test_a_facet_is_found_by_its_name_and_the_arrows_suffice(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("2")
        await reader.run_from_palette("facets")
        await reader.press("slash")
        await reader.type("vance")
        await reader.press("enter", "down", "up", "space")
        await reader.settle()
        await reader.press("escape")
        assert reader.app.screen.browsing.words["quotes"] == "by:jd-vance"  # type: ignore[attr-defined]


async def test_quotes_are_sorted_by_date_and_reversed_with_undated_ones_last(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.press("2")
        await reader.run("sort")
        await reader.answer("by date")
        assert reader.sees("by date")
        forwards = reader.keys("quotes")
        await reader.run("reverse")
        assert reader.sees("by date, reversed")
        assert sorted(forwards) == sorted(reader.keys("quotes"))


async def test_actors_sorted_by_name_stand_without_headings(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.run("sort")
        await reader.answer("by name")
        names = [reader.library.name(key).casefold() for key in reader.keys("actors")]
        assert names == sorted(names)
        assert len(reader.rows_of("actors").rows) == 39


async def test_a_range_is_marked_by_moving_and_given_up_by_escape(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("2", "g", "v", "j", "j")
        assert reader.sees("a range of 3")
        await reader.press("escape")
        assert reader.rows_of("quotes").marks == frozenset()
        await reader.press("v", "up", "space")
        assert len(reader.rows_of("quotes").marks) == 2
        await reader.run("marked-only")
        assert set(reader.keys("quotes")) == reader.rows_of("quotes").marks


async def test_rows_of_quotes_take_one_line_and_still_say_who_and_where(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.press("2")
        await reader.run("look")
        screen = reader.app.screen
        assert isinstance(screen, TogglesScreen)
        screen.list_pane.to_key("second")
        await reader.press("space", "escape")
        rows = reader.rows_of("quotes").rows
        assert rows.height == 1
        at = reader.keys("quotes").index("delangue-deepseek")
        (line,) = rows.lines(at, 100)
        for words in ("Clément Delangue", "via The New York Times", "stdaily"):
            assert words in line.plain, line.plain


async def test_a_name_is_gone_to_by_its_beginning(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.run("find-name")
        await reader.type("yas")
        assert reader.rows_of("actors").cursor_key == "yasir-habib-khan"
        await reader.press("escape")
        assert reader.rows_of("actors").cursor_key != "yasir-habib-khan"
        await reader.press("2")
        await reader.run("find-name")
        assert any("Quotes have no names" in each for each in reader.told)


class Held(Executor):
    """A thread that waits until it is told to go on, and then works."""

    def __init__(self) -> None:
        self.jobs: list[tuple[Future[Any], Any]] = []
        self.is_held = True

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if self.is_held:
            self.jobs.append((future, lambda: fn(*args, **kwargs)))
        else:
            future.set_result(fn(*args, **kwargs))
        return future

    def go_on(self) -> None:
        self.is_held = False
        for future, job in self.jobs:
            future.set_result(job())


async def test_typing_fast_in_a_large_table_yields_the_newest_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(tmp_path) as reader:
        monkeypatch.setattr("summittui.library.memory.listing.PROMPT", 10)
        screen = reader.app.screen
        assert isinstance(screen, BrowseScreen)
        held = Held()
        screen.lists.thread = LatestOnlyExecutor(held)
        await filtered(reader, "gold s")
        assert len(reader.keys("quotes")) == 25
        computed: list[str] = []
        find = ListEngine.find

        def spied(engine: Any, wanted: Any, *others: Any) -> Any:
            computed.append(str(wanted.query))
            return find(engine, wanted, *others)

        monkeypatch.setattr(ListEngine, "find", spied)
        held.go_on()
        await reader.settle()
        assert computed == ["gold s", "", ""]  # the list, then the two that follow its first hit
        assert "vance-gold-standard" in reader.keys("quotes")
        assert len(reader.keys("quotes")) < 25


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_cursor_is_on_the_first_hit_while_one_types_and_the_rest_follows(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(tmp_path, size) as reader:
        await reader.press("1", "G")
        last, led = reader.rows_of("actors").cursor_key, reader.keys("quotes")
        await reader.run("filter")
        for letter in "vance":
            await reader.type(letter)
            assert reader.rows_of("actors").cursor_key == reader.keys("actors")[0]
        first = reader.rows_of("actors").cursor_key
        assert {reader.library.get_as(Quote, key).speaker for key in reader.keys("quotes")} == {first}
        assert reader.sees(str(first))
        await reader.press(*["backspace"] * 5)
        assert reader.rows_of("actors").cursor_key == last
        await reader.type("vance")
        await reader.press("escape")
        assert (reader.rows_of("actors").cursor_key, reader.keys("quotes")) == (last, led)


async def test_a_filter_that_is_given_up_leaves_no_record_leading(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await filtered(reader, "gold", pane="1")
        await reader.press(*["backspace"] * 4)
        await reader.type("vance")
        assert len(reader.keys("quotes")) < 25
        await reader.press("escape")
        assert len(reader.keys("quotes")) == 25
        assert reader.app.screen.browsing.lead is None  # type: ignore[attr-defined]
