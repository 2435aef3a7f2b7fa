"""The screens as a screen reader follows them."""

from pathlib import Path

from summittui.session.settings import Settings
from summittui.ui.theme.glyphs import Alphabet
from summittui.ui.widgets.pane import LinePane
from tests.hostile.walk import WAYS, go_home
from tests.ui.driver import SMALL, WIDE, reading

PLAIN = Alphabet(is_ascii=True, is_plain=True)


async def test_no_screen_has_frames_or_signs_that_are_not_read(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL, alphabet=PLAIN) as reader:
        for way, keys in WAYS.items():
            await reader.press(*keys)
            assert not set("─│╭╮╯╰▌▐▲▼◆✓✗●○≠≈¶§⊃") & set(reader.text), way
            assert reader.text.strip(), way
            await go_home(reader)


async def test_the_terminals_cursor_is_on_the_line_at_hand(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE, alphabet=PLAIN) as reader:
        for way in ("browse", "quotes", "compare", "matrix", "timeline"):
            await reader.press(*WAYS[way])
            for _ in range(4):
                await reader.press("down")
                pane = reader.app.focused
                assert isinstance(pane, LinePane), way
                column, line = reader.app.cursor_position
                assert reader.lines[line][column:].strip(), way
                if way != "compare":
                    assert reader.lines[line][column:].startswith(">"), way
            await go_home(reader)


async def test_no_line_is_lit_from_end_to_end(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL, alphabet=PLAIN, settings=Settings(theme="monochrome")) as reader:
        for way, keys in WAYS.items():
            await reader.press(*keys, "down")
            lit = [
                segment.text
                for strip in reader.app.screen._compositor.render_strips()
                for segment in strip
                if segment.style and segment.style.reverse and not segment.text.strip()
            ]
            assert [text for text in lit if len(text) > 1] == [], way
            await go_home(reader)


async def test_words_stand_for_signs(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL, alphabet=PLAIN) as reader:
        await reader.choose("china")
        assert reader.sees("signed 1 proposed 2 promoted 2   n 5")
        await reader.press("space")
        assert any(line.strip().startswith("marked China") for line in reader.lines)
        await reader.choose("jd-vance")
        await reader.choose("vance-gold-standard", "quotes")
        assert any(line.strip().startswith("> partly direct for") for line in reader.lines)
        assert reader.sees("stdaily paragraph 7  not attached")
        assert reader.sees("Passage stdaily")
        await reader.press("M")
        await reader.settle()
        assert reader.sees("silent")
        assert reader.sees("against 1 d")
        await reader.press("w")
        await reader.settle()
        await reader.press("a")
        await reader.settle()
        await reader.run("pair-order")
        assert reader.sees("same side ")
        assert reader.sees("opposed ")


async def test_words_stand_for_signs_in_what_a_worker_makes(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL, alphabet=PLAIN) as reader:
        for actor in ("china", "united-states"):
            await reader.choose(actor)
            await reader.press("space")
        await reader.press("c")
        await reader.settle()
        assert reader.sees("Collective governance  differ by")
        assert reader.sees("for (4 for, 0 against)")


async def test_without_plain_mode_the_signs_come_back(tmp_path: Path) -> None:
    async with reading(tmp_path / "plain", SMALL, alphabet=PLAIN):
        pass
    async with reading(tmp_path / "drawn", SMALL) as reader:
        await reader.choose("china")
        assert reader.sees("✓1 +4")


async def test_one_list_is_shown_at_a_time_however_wide_the_terminal_is(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE, alphabet=PLAIN) as reader:
        shown = [pane for pane in ("actors", "quotes", "declarations") if reader.rows_of(pane).region.height]
        assert shown == ["actors"]


async def test_while_one_types_the_cursor_is_where_one_types(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL, alphabet=PLAIN) as reader:
        await reader.press("slash")
        await reader.type("va")
        assert reader.app.cursor_position.y == reader.app.screen.query_one("#filter").region.y
