from collections.abc import Iterator
from pathlib import Path

import pytest

from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.listing import OrdinalResult
from summittui.library.protocol import ListResult
from summittui.model.cancelling import IsCancelled
from summittui.queries.listing import ListQuery
from summittui.ui.screens import linked_lists
from summittui.ui.screens.answers import Prepared
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.linked_lists import LinkedLists
from tests.hostile.walk import go_home
from tests.ui.driver import MEDIUM, SMALL, WIDE, reading


async def test_the_first_screen_holds_all_actors_quotes_and_declarations(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        assert len(reader.keys("actors")) == 39
        assert len(reader.keys("quotes")) == 25
        assert len(reader.keys("declarations")) == 4
        assert reader.sees("2 documents · 25 quotes · 39 actors")


async def test_every_line_is_as_wide_as_the_terminal(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        for size in (SMALL, MEDIUM, WIDE, (60, 20), (300, 100)):
            await reader.resize(*size)
            assert len(reader.lines) == size[1]
            assert reader.lines[-1].startswith(" ? help")
            assert {len(line) for line in reader.lines if line.startswith("╭")} <= {size[0]}
            await go_home(reader)


async def test_moving_among_actors_narrows_quotes_and_declarations(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        while reader.rows_of("actors").cursor_key != "united-states":
            await reader.press("j")
        spoken = {"vance-kill-industry", "vance-america-first", "vance-gold-standard"}
        assert spoken <= set(reader.keys("quotes"))
        assert "khan-pathway" not in reader.keys("quotes")
        assert reader.keys("declarations") == ["paris-statement"]
        assert reader.sees("United States and those who speak for it")


async def test_escape_lets_go_of_the_leading_actor(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("united-states")
        await reader.press("escape")
        assert len(reader.keys("quotes")) == 25
        assert reader.rows_of("actors").cursor_key == "united-states"


async def test_a_silent_actor_is_said_to_be_silent(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.choose("xi-jinping")
        assert reader.keys("quotes") == []
        assert reader.sees("No quotes of Xi Jinping in these sources. Esc shows all.")


async def test_moving_among_declarations_narrows_the_actors_to_those_who_acted(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("un-resolution-capacity-building", "declarations")
        assert {"china", "un-general-assembly", "over-140-nations"} <= set(reader.keys("actors"))
        assert "united-states" not in reader.keys("actors")


async def test_the_filter_counts_while_it_is_typed_and_escape_gives_it_up(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("2")
        await reader.run("filter")
        await reader.type("vance")
        assert reader.sees("6 of 25")
        await reader.type(" KILL")
        assert reader.keys("quotes") == ["vance-kill-industry"]
        await reader.press("escape")
        assert len(reader.keys("quotes")) == 25


async def test_an_accepted_filter_stays_until_escape(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("2")
        await reader.run("filter")
        await reader.type("guterres")
        await reader.press("enter")
        assert reader.keys("quotes") == ["guterres-collaboration", "guterres-bridge-gap"]
        assert reader.keys("actors") == ["antonio-guterres"]
        await reader.press("escape")
        assert len(reader.keys("quotes")) == 25
        await reader.press("escape")
        assert len(reader.keys("actors")) == 39


async def test_a_filter_that_keeps_nothing_says_so_and_names_the_way_out(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.run("filter")
        await reader.type("zebra")
        assert reader.sees("No actors with “zebra”. Esc clears the filter.")


async def test_the_detail_of_a_quote_holds_who_where_via_and_proof(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await reader.choose("delangue-deepseek", "quotes")
        for words in (
            "direct",
            "Clément Delangue",
            "The New York Times",
            "Science and Technology Daily, 2025-03-01",
            "not checked: its text is not attached",
            "▲ for",
            "in our words",
        ):
            assert reader.sees(words), words


async def test_small_screens_show_one_list_and_tab_goes_on(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        assert reader.sees("[1 Actors 39]")
        await reader.press("tab")
        assert reader.sees("[2 Quotes 25]")
        assert not reader.rows_of("actors").display
        await reader.press("3")
        assert reader.sees("[3 Declarations 4]")


async def test_marked_quotes_are_compared_by_their_speakers(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        for quote in ("khan-pathway", "vance-gold-standard", "vance-kill-industry"):
            await reader.choose(quote, "quotes")
            await reader.press("space")
        assert reader.rows_of("quotes").marks == {"khan-pathway", "vance-gold-standard", "vance-kill-industry"}
        assert reader.rows_of("actors").marks == frozenset()
        await reader.run("compare")
        await reader.settle()
        assert reader.sees("Yasir Habib Khan")
        assert reader.sees("JD Vance")


async def test_marked_only_shows_the_marked_and_says_why_not_without_any(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.run("marked-only")
        assert len(reader.keys("actors")) == 39
        assert reader.sees("Nothing is marked; space marks.")
        await reader.choose("france")
        await reader.run("mark", "marked-only")
        assert reader.keys("actors") == ["france"]


async def test_zoom_gives_the_pane_the_screen_and_escape_takes_it_back(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("2")
        await reader.run("zoom")
        assert reader.rows_of("quotes").size.width == MEDIUM[0]
        await reader.press("escape")
        assert reader.rows_of("quotes").size.width < MEDIUM[0]


async def test_q_quits_at_the_root(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("q")
        assert reader.app.return_code == 0
        assert not reader.app.is_running


async def test_a_list_that_nothing_is_asked_of_any_more_is_not_said_to_be_searched(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        screen = reader.app.screen
        assert isinstance(screen, BrowseScreen)
        assert screen.browsing is not None
        wanted = screen.browsing.list_query("quotes")
        screen.lists._asked.clear()
        screen.lists._say_searching("quotes", wanted)
        assert not reader.sees("still searching")


async def test_a_large_list_shows_its_beginning_until_all_of_it_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: list[tuple[str, str]] = []
    take = LinkedLists._take

    def begun(library: MemoryLibrary, query: ListQuery, is_cancelled: IsCancelled) -> Iterator[ListResult]:
        whole = library.select(query, is_cancelled)
        if isinstance(whole, OrdinalResult) and query.query:
            part = OrdinalResult(library, query, whole.ordinals[:1])
            part.is_whole = False
            yield part
        if whole is not None:
            yield whole

    def taken(lists: LinkedLists, table: str, found: Prepared | None) -> None:
        take(lists, table, found)
        if table == "quotes":
            counts.append((lists[table].pane_count.plain, lists.counts[table]))

    monkeypatch.setattr(MemoryLibrary, "is_prompt", lambda *_: False)
    monkeypatch.setattr(MemoryLibrary, "select_stepwise", begun)
    monkeypatch.setattr(LinkedLists, "_take", taken)
    monkeypatch.setattr(linked_lists, "_PART_SECONDS", -1.0)
    async with reading(tmp_path) as reader:
        await reader.press("2")
        await reader.press("/")
        await reader.type("gold")
        found = reader.keys("quotes")
        whole = (f"{len(found)} of 25", str(len(found)))
        assert len(found) > 1
        assert counts.index(("1+ of 25", "1+")) < len(counts) - 1 - counts[::-1].index(whole)
        assert counts[-1] == whole
        assert reader.rows_of("quotes").cursor_key == found[0]
