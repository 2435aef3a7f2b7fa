import time

import pytest
from rich.text import Text
from textual.geometry import Region

from summittui.ui.widgets.record_list import RecordList
from tests.ui.demo import DemoApp, Records, shown

SIZE = (40, 12)
TEN_ROWS = 10
"""What a framed list of one-line rows shows at that size."""


def hundred() -> Records:
    return Records([f"q{i}" for i in range(100)])


class HeardApp(DemoApp):
    def __init__(self, record_list: RecordList) -> None:
        super().__init__(record_list)
        self.keys: list[str | None] = []
        self.opened: list[str | None] = []

    def on_record_list_highlighted(self, event: RecordList.Highlighted) -> None:
        self.keys.append(event.key)

    def on_record_list_opened(self, event: RecordList.Opened) -> None:
        self.opened.append(event.key)


async def test_the_cursor_moves_by_keys_and_stops_at_the_ends() -> None:
    the_list = RecordList(Text("Quotes"))
    async with HeardApp(the_list).run_test(size=SIZE) as pilot:
        the_list.show(hundred())
        await pilot.press("k", "j", "down", "up")
        assert the_list.cursor_key == "q1"
        await pilot.press("G", "j")
        assert the_list.cursor_key == "q99"
        await pilot.press("home")
        assert the_list.cursor_key == "q0"


async def test_title_count_cursor_and_rows_are_shown() -> None:
    the_list = RecordList(Text("2 Quotes"))
    app = HeardApp(the_list)
    async with app.run_test(size=SIZE) as pilot:
        the_list.show(hundred())
        await pilot.press("j", "j")
        lines = shown(app)
        assert lines[0] == "╭ 2 Quotes ───────────────── 3 of 100 ─╮"
        assert lines[3].startswith("│▸ q2 line 0")
        assert lines[-1] == "╰" + "─" * 29 + " ↓ more ─╯"


async def test_headings_are_skipped_not_counted_and_seen_above_their_first_row() -> None:
    the_list = RecordList(Text("Actors"))
    app = HeardApp(the_list)
    async with app.run_test(size=(30, 6)) as pilot:
        the_list.show(Records(["#States", "china", "france", "#Blocs", "eu", "au", "un"]))
        await pilot.pause()
        assert the_list.cursor_key == "china"
        await pilot.press("j", "j")
        assert the_list.cursor_key == "eu"
        assert "3 of 5" in shown(app)[0]
        await pilot.press("G", "g")
        assert shown(app)[1].startswith("│ #States")


async def test_other_rows_keep_the_cursor_on_its_key_else_near_its_place() -> None:
    the_list = RecordList()
    app = HeardApp(the_list)
    async with app.run_test(size=SIZE) as pilot:
        the_list.show(hundred(), cursor_key="q50")
        the_list.show(Records(["q49", "q50", "q51"]))
        assert the_list.cursor_key == "q50"
        the_list.show(Records(["q49", "q52"]))
        assert the_list.cursor_key == "q52"
        the_list.show(Records([]))
        assert the_list.cursor_key is None
        await pilot.pause()
        assert app.keys == ["q50", "q52", None]


async def test_the_same_key_is_told_once() -> None:
    the_list = RecordList()
    app = HeardApp(the_list)
    async with app.run_test(size=SIZE) as pilot:
        the_list.show(hundred())
        the_list.show(hundred())
        await pilot.press("k")
        assert app.keys == ["q0"]


async def test_pages_and_half_pages_move_cursor_and_view() -> None:
    the_list = RecordList()
    async with HeardApp(the_list).run_test(size=SIZE) as pilot:
        the_list.show(hundred())
        await pilot.press("pagedown")
        assert (the_list.cursor_key, the_list.cursor.top) == ("q9", 9)
        await pilot.press("ctrl+d")
        assert (the_list.cursor_key, the_list.cursor.top) == ("q14", 14)
        await pilot.press("ctrl+u", "pageup", "pageup")
        assert (the_list.cursor_key, the_list.cursor.top) == ("q0", 0)


async def test_marks_show_in_the_gutter_and_in_words() -> None:
    the_list = RecordList(Text("Quotes"))
    app = HeardApp(the_list)
    async with app.run_test(size=SIZE) as pilot:
        the_list.show(hundred())
        the_list.marks = frozenset({"q0", "q2"})
        await pilot.pause()
        lines = shown(app)
        assert "Quotes · 2 marked" in lines[0]
        assert lines[1].startswith("│▸*q0")
        assert lines[3].startswith("│ *q2")


async def test_rows_of_two_lines_are_one_record() -> None:
    the_list = RecordList()
    app = HeardApp(the_list)
    async with app.run_test(size=SIZE) as pilot:
        the_list.show(Records([f"q{i}" for i in range(20)], height=2))
        await pilot.press("j")
        lines = shown(app)
        assert lines[3].startswith("│▸ q1 line 0")
        assert lines[4].startswith("│  q1 line 1")
        assert the_list.rows_in_sight == 5


async def test_an_empty_list_says_why_in_its_middle() -> None:
    the_list = RecordList(message="No quotes match “[/]”.")
    app = HeardApp(the_list)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "G", "pagedown", "ctrl+u", "g")
        assert "No quotes match “[/]”." in shown(app)[5]


async def test_a_hundred_thousand_rows_ask_only_for_those_in_sight() -> None:
    rows = Records([f"q{i}" for i in range(100_000)], height=2)
    the_list = RecordList()
    async with HeardApp(the_list).run_test(size=SIZE) as pilot:
        await pilot.pause()
        started = time.process_time()
        the_list.show(rows)
        await pilot.press("G")
        assert time.process_time() - started < 5
        assert the_list.cursor_key == "q99999"
        assert len(set(rows.asked)) <= 2 * TEN_ROWS


async def test_a_move_repaints_two_rows_and_the_count(monkeypatch: pytest.MonkeyPatch) -> None:
    the_list = RecordList(Text("Quotes"))
    async with HeardApp(the_list).run_test(size=SIZE) as pilot:
        the_list.show(hundred())
        await pilot.pause()
        seen: list[tuple[Region, ...]] = []
        monkeypatch.setattr(the_list, "refresh", lambda *regions: seen.append(regions))
        the_list.move(1)
        assert sorted(region.y for regions in seen for region in regions) == [0, 1, 2]
        assert all(regions for regions in seen)


async def test_a_click_moves_there_and_a_second_one_opens() -> None:
    the_list = RecordList()
    app = HeardApp(the_list)
    async with app.run_test(size=SIZE) as pilot:
        the_list.show(hundred())
        await pilot.pause()
        await pilot.click(the_list, offset=(5, 4))
        assert the_list.cursor_key == "q3"
        assert app.opened == []
        await pilot.click(the_list, offset=(5, 4))
        assert app.opened == ["q3"]


async def test_a_key_can_be_gone_to() -> None:
    the_list = RecordList()
    async with HeardApp(the_list).run_test(size=SIZE):
        the_list.show(hundred())
        assert the_list.to_key("q77")
        assert the_list.cursor_key == "q77"
        assert not the_list.to_key("nobody")
        assert the_list.cursor_key == "q77"


async def test_a_smaller_terminal_keeps_the_cursor_in_sight() -> None:
    the_list = RecordList()
    app = HeardApp(the_list)
    async with app.run_test(size=SIZE) as pilot:
        the_list.show(hundred())
        await pilot.press(*"jjjjjjjj")
        await pilot.resize_terminal(40, 6)
        await pilot.pause()
        assert any("▸ q8" in line for line in shown(app))


async def test_a_hostile_row_reaches_no_terminal() -> None:
    the_list = RecordList(Text("[/] \x1b[2J"))
    app = HeardApp(the_list)
    async with app.run_test(size=SIZE) as pilot:
        the_list.show(Records(["\x1b]52;c;aGk=\x07", "[@click=app.quit]x[/]", "a\u202eb"]))
        await pilot.pause()
        text = "".join(shown(app))
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
        assert "[@click=app.quit]x[/]" in text


async def test_a_theme_change_repaints_the_list() -> None:
    the_list = RecordList()
    app = HeardApp(the_list)
    async with app.run_test(size=SIZE) as pilot:
        the_list.show(hundred())
        await pilot.pause()
        before = the_list.render_line(1)
        await pilot.press("T")
        await pilot.pause()
        assert app.theme == "summit-light"
        assert the_list.render_line(1) != before
        assert app.screen._compositor.render_strips()[1] != before


async def test_a_record_that_is_gone_leaves_the_cursor_on_the_next_one_at_the_same_height() -> None:
    the_list = RecordList()
    app = HeardApp(the_list)
    async with app.run_test(size=SIZE) as pilot:
        the_list.show(hundred(), cursor_key="q50")
        the_list.move(3)
        above = the_list.cursor.at - the_list.cursor.top
        the_list.show(Records(["new", *(f"q{i}" for i in range(100) if i != 53)]))
        await pilot.pause()
        assert the_list.cursor_key == "q54"
        assert the_list.cursor.at - the_list.cursor.top == above


async def test_a_range_grows_and_shrinks_with_the_cursor() -> None:
    the_list = RecordList(Text("Quotes"))
    app = HeardApp(the_list)
    async with app.run_test(size=SIZE) as pilot:
        the_list.show(Records(["#A", "a", "b", "#B", "c"]))
        the_list.begin_range()
        await pilot.press("j", "j")
        assert list(the_list.cursor.range_keys) == ["a", "b", "c"]
        assert "a range of 3" in shown(app)[0]
        assert shown(app)[3].startswith("│ +b")
        await pilot.press("k")
        assert list(the_list.cursor.range_keys) == ["a", "b"]
        the_list.end_range()
        assert not the_list.cursor.range_keys


async def test_a_row_is_drawn_once_while_the_cursor_moves() -> None:
    rows = hundred()
    the_list = RecordList()
    async with HeardApp(the_list).run_test(size=SIZE) as pilot:
        the_list.show(rows)
        await pilot.press("j", "j", "k")
        assert len(rows.asked) == len(set(rows.asked))


async def test_a_row_without_a_mark_is_in_no_other_style_than_its_own() -> None:
    the_list = RecordList(Text("Quotes"))
    async with HeardApp(the_list).run_test(size=SIZE):
        the_list.show(Records(["q0", "q1"]))
        assert not any(each.style and each.style.bold for each in the_list.inner_line(2))


async def test_rows_that_come_and_are_moved_in_before_there_is_room_begin_at_the_top() -> None:
    the_list = RecordList(Text("Quotes"))
    the_list.display = False
    async with HeardApp(the_list).run_test(size=SIZE) as pilot:
        the_list.show(hundred())
        the_list.move(3)
        the_list.display = True
        await pilot.pause()
        assert (the_list.cursor_key, the_list.cursor.top) == ("q3", 0)
