from pathlib import Path

import pytest

from summittui.library import Library
from summittui.library.answers.search import SearchResult, search_stepwise
from summittui.queries.language.parsing import parse_query
from summittui.queries.links import parse_view
from summittui.ui.query_line import QueryLine
from summittui.ui.screens.live_search import MOST
from summittui.ui.screens.search import SearchScreen
from tests.hostile.walk import go_home
from tests.ui.driver import MEDIUM, SMALL, WIDE, Reader, reading


def found(reader: Reader) -> list[str]:
    return reader.keys("list")


async def search(reader: Reader, words: str) -> None:
    await reader.run("search")
    await reader.type(words)
    await reader.settle()


async def test_everything_is_searched_and_shown_by_kind_with_totals(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        for size in (SMALL, MEDIUM, WIDE):
            await reader.resize(*size)
            await search(reader, "gold standard")
            assert reader.sees("Quotes 2")
            assert "vance-gold-standard" in found(reader)
            assert reader.sees("JD Vance")
            await reader.press("enter")
            await reader.settle()
            assert reader.sees("gold standard")
            await go_home(reader)


async def test_a_hit_is_gone_to_in_browse_and_escape_comes_back_to_the_same_results(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await search(reader, "vance -kind:text")
        await reader.press("enter")
        results = found(reader)
        quote = next(key for key in results if type(reader.library.find(key)).__name__ == "Quote")
        reader.rows_of("list").to_key(quote)
        key = reader.rows_of("list").cursor_key
        assert key == quote
        await reader.press("enter")
        await reader.settle()
        assert reader.rows_of("quotes").cursor_key == key
        for back in (("escape",), ("asterisk", "enter")):
            await reader.press(*back)
            await reader.settle()
            assert found(reader) == results
            assert reader.rows_of("list").cursor_key == key
            assert reader.sees("vance -kind:text")
            await reader.press("enter")
            await reader.settle()


async def test_opened_again_the_line_has_the_keys_and_what_is_typed_takes_the_place_of_the_query(
    tmp_path: Path,
) -> None:
    async with reading(tmp_path) as reader:
        await search(reader, "vance -kind:text")
        for way in (("escape", "escape"), ("enter", "enter"), ("enter", "o")):
            await reader.press(*way)
            await reader.settle()
            await reader.burst("asterisk", *"gold")
            assert reader.app.screen.query_one("#query", QueryLine).value == "gold"
            assert "vance-gold-standard" in found(reader)


async def test_the_cursor_is_on_the_first_hit_of_another_query(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await search(reader, "vance")
        await reader.press("enter", "G", "slash")
        await reader.type(" gold")
        await reader.settle()
        assert reader.rows_of("list").cursor_key == found(reader)[0]


async def test_nothing_found_and_nothing_asked_are_said_in_words(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.run("search")
        await reader.settle()
        assert reader.sees("Type what you look for; everything that is kept is searched.")
        await reader.type("zebra")
        await reader.settle()
        assert reader.sees("Nothing was found. Fewer words, or the beginning of one, find more.")


async def test_a_mistake_is_told_at_its_column_and_the_last_results_stay(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await search(reader, "vance by")
        results = found(reader)
        assert results
        await reader.type(":9")
        await reader.settle()
        assert found(reader) == results
        assert any(line.startswith(" " * 9 + "^") for line in reader.lines)
        assert reader.sees("is called '9'")


async def test_a_claim_opens_at_its_passage(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await search(reader, "kind:fact")
        assert all(type(reader.library.find(key)).__name__ == "Claim" for key in found(reader))
        await reader.press("enter", "enter")
        await reader.settle()
        assert type(reader.app.screen).__name__ == "ReaderScreen"
        await reader.press("escape")
        assert reader.sees("kind:fact")


async def test_what_others_edit_is_searched_anew(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await search(reader, "vance")
        before = found(reader)
        assert before
        await reader.run_from_palette("reload")
        assert found(reader) == before


async def test_the_cursor_stays_where_it_is_while_further_tables_are_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summittui.library.memory.listing.PROMPT", 10)
    async with reading(tmp_path) as reader:
        await reader.run("search")
        await reader.settle()
        screen = reader.app.screen
        assert isinstance(screen, SearchScreen)
        pieces = list(search_stepwise(reader.library, parse_query("ai"), lambda: False, most=MOST))
        assert len(pieces) > 2
        seen: list[tuple[str | None, int]] = []
        for piece in pieces:
            screen.show_answer(reader.library, piece)
            if not seen:
                screen.body.list_pane.move(2)
            await reader.settle()
            assert reader.sees("Still searching") == bool(piece.awaited)
            seen.append((screen.body.list_pane.cursor_key, screen.body.list_pane.cursor_line))
        assert len(set(seen)) == 1
        assert screen.body.list_pane.has_more_below


async def test_large_tables_are_searched_too_and_a_view_goes_to_a_record_in_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summittui.library.memory.listing.PROMPT", 10)
    async with reading(tmp_path) as reader:
        reader.app.views.open_view(parse_view("search query:gold at:vance-gold-standard"))
        await reader.settle()
        await reader.settle()
        assert "vance-gold-standard" in found(reader)
        assert reader.rows_of("list").cursor_key == "vance-gold-standard"
        assert not any("any more" in told for told in reader.told)


async def test_the_detail_follows_the_results_and_is_there_for_the_next_command(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE) as reader:
        await search(reader, "gold")
        screen = reader.app.screen
        assert isinstance(screen, SearchScreen)
        for words in ("vance governance", "kind:fact", "zebra", "gold"):
            before = screen.body.detail_view.paragraphs
            *_, whole = search_stepwise(reader.library, parse_query(words), lambda: False, most=MOST)
            screen.show_answer(reader.library, whole)
            key = screen.body.list_pane.cursor_key
            assert (screen.body.detail_view.paragraphs is before, screen.deferred.is_pending) == (True, True)
            if words == "kind:fact":
                screen.run_command("next-pane")
            else:
                await reader.settle()
            assert (key or "Detail") in screen.body.detail_view.top_title().plain
            assert bool(screen.body.detail_view.paragraphs) == bool(key)


async def test_what_is_found_in_some_tables_waits_a_moment_for_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summittui.library.memory.listing.PROMPT", 10)
    monkeypatch.setattr("summittui.ui.screens.live_search.PARTS_SECONDS", 3600.0)
    shown: list[SearchResult] = []
    show = SearchScreen.show_answer

    def note(screen: SearchScreen, library: Library, answer: SearchResult) -> None:
        shown.append(answer)
        show(screen, library, answer)

    monkeypatch.setattr(SearchScreen, "show_answer", note)
    async with reading(tmp_path) as reader:
        await search(reader, "ai")
        assert str(shown[-1].query) == "ai"
        assert {each.awaited for each in shown} == {()}
        assert len(list(search_stepwise(reader.library, parse_query("ai"), lambda: False, most=MOST))) > 2


async def test_that_the_search_goes_on_is_seen_while_something_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summittui.library.memory.listing.PROMPT", 10)
    async with reading(tmp_path, SMALL) as reader:
        await search(reader, "is")
        screen = reader.app.screen
        assert isinstance(screen, SearchScreen)
        part, *_, whole = search_stepwise(reader.library, parse_query("is"), lambda: False, most=MOST)
        for found in (part, whole):
            screen.show_answer(reader.library, found)
            await reader.settle()
            assert reader.sees("issue:")
            assert reader.sees("still searching …") == bool(found.awaited)
