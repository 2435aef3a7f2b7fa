from textual import events

from summittui.ui.widgets.filter_line import FilterLine
from tests.ui.demo import DemoApp, shown


class HeardApp(DemoApp):
    def __init__(self, line: FilterLine) -> None:
        super().__init__(line)
        self.heard: list[str] = []

    def on_filter_line_changed(self, event: FilterLine.Changed) -> None:
        self.heard.append(event.text)

    def on_filter_line_accepted(self, event: FilterLine.Accepted) -> None:
        self.heard.append(f"accepted {event.text}")

    def on_filter_line_cancelled(self) -> None:
        self.heard.append("cancelled")


async def test_every_letter_is_told_and_enter_down_and_escape_are_told_apart() -> None:
    line = FilterLine()
    app = HeardApp(line)
    async with app.run_test(size=(40, 3)) as pilot:
        line.focus()
        await pilot.press("q", "T", "enter", "down", "escape")
        assert app.heard == ["q", "qT", "accepted qT", "accepted qT", "cancelled"]
        assert shown(app)[0].startswith("qT")
        assert line.size.height == 1


async def test_down_can_be_left_to_the_screen() -> None:
    line = FilterLine(down_accepts=False)
    app = HeardApp(line)
    async with app.run_test(size=(40, 3)) as pilot:
        line.focus()
        await pilot.press("down")
        assert app.heard == []


async def test_a_hostile_paste_becomes_one_harmless_line() -> None:
    line = FilterLine()
    app = HeardApp(line)
    async with app.run_test(size=(40, 3)) as pilot:
        line.focus()
        await pilot.pause()
        app.post_message(events.Paste("a\x1b[2Jb\u202e[/]"))
        await pilot.pause()
        await pilot.pause()
        assert line.value == "ab[/]"


async def test_the_cursor_does_not_blink() -> None:
    line = FilterLine()
    async with HeardApp(line).run_test(size=(40, 3)) as pilot:
        line.focus()
        await pilot.pause()
        assert not line.cursor_blink
