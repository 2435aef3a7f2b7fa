import pytest
from rich.text import Text

from summittui.ui.theme.wrap import line_offsets
from summittui.ui.widgets.text_view import TextView
from tests.ui.demo import DemoApp, shown

SIZE = (30, 10)


def paragraphs(number: int) -> list[Text]:
    return [Text(f"P{i} " + "word " * 9) for i in range(number)]


async def test_a_text_is_wrapped_and_scrolled_by_keys() -> None:
    view = TextView(Text("Source"))
    app = DemoApp(view)
    async with app.run_test(size=SIZE) as pilot:
        view.show(paragraphs(50))
        await pilot.pause()
        assert shown(app)[0].startswith("╭ Source ─")
        assert shown(app)[1] == "│ P0 word word word word     │"
        await pilot.press("j")
        assert shown(app)[1] == "│ word word word word word   │"
        await pilot.press("G")
        assert shown(app)[-2].startswith("│ word word")
        assert any("P49" in line for line in shown(app))
        await pilot.press("g")
        assert view.top_paragraph == 0


async def test_scrolling_stops_with_a_full_last_page() -> None:
    view = TextView()
    app = DemoApp(view)
    async with app.run_test(size=SIZE) as pilot:
        view.show(paragraphs(6))
        await pilot.press("G", "pagedown", "j")
        assert shown(app)[1].startswith("│ P2")
        await pilot.press("pageup", "pageup", "k")
        assert view.top_paragraph == 0


async def test_a_short_text_does_not_scroll() -> None:
    view = TextView()
    app = DemoApp(view)
    async with app.run_test(size=SIZE) as pilot:
        view.show(paragraphs(2))
        await pilot.press("j", "G", "ctrl+d")
        assert shown(app)[1].startswith("│ P0")


async def test_a_resize_keeps_the_top_paragraph() -> None:
    view = TextView()
    app = DemoApp(view)
    async with app.run_test(size=SIZE) as pilot:
        view.show(paragraphs(500), top=300)
        await pilot.pause()
        await pilot.resize_terminal(60, 14)
        await pilot.pause()
        assert view.top_paragraph == 300
        assert "P300" in shown(app)[1]


async def test_a_passage_is_gone_to_by_paragraph_and_offset() -> None:
    view = TextView()
    app = DemoApp(view)
    async with app.run_test(size=SIZE) as pilot:
        view.show(paragraphs(500))
        view.to_paragraph(40, 30, above=1)
        await pilot.pause()
        assert "P40" in shown(app)[1]
        view.to_paragraph(9999)
        await pilot.pause()
        assert any("P499" in line for line in shown(app))


async def test_only_the_paragraphs_in_sight_are_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    wrapped: list[int] = []

    def counting(plain: str, width: int) -> list[tuple[int, int]]:
        wrapped.append(width)
        return line_offsets(plain, width)

    monkeypatch.setattr("summittui.ui.widgets.text_view.line_offsets", counting)
    view = TextView()
    async with DemoApp(view).run_test(size=SIZE) as pilot:
        view.show(paragraphs(73_000))
        await pilot.press("G", "pageup", "g", "pagedown")
        assert 0 < len(wrapped) < 60


async def test_one_paragraph_of_many_lines_scrolls_too() -> None:
    view = TextView()
    app = DemoApp(view)
    async with app.run_test(size=SIZE) as pilot:
        view.show([Text("word " * 200_000 + "last")])
        await pilot.press("G")
        assert "last" in shown(app)[-2]


async def test_without_a_text_the_message_is_shown() -> None:
    view = TextView(message="No text attached.")
    app = DemoApp(view)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "G", "pagedown", "g")
        assert any("No text attached." in line for line in shown(app))


async def test_the_paragraph_at_the_top_is_told() -> None:
    view = TextView()
    heard: list[int] = []

    class HeardApp(DemoApp):
        def on_text_view_scrolled(self, event: TextView.Scrolled) -> None:
            heard.append(event.paragraph)

    async with HeardApp(view).run_test(size=SIZE) as pilot:
        view.show(paragraphs(50))
        await pilot.press("j", "j", "j")
        assert heard == [0, 1, 1]
