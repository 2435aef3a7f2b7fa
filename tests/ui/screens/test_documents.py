from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.model import Records, Selector
from summittui.ui.render.marked import MarkedParagraphs
from summittui.ui.render.marks import marks_in
from summittui.ui.render.passage import LONGEST, TextParagraphs
from summittui.ui.screens.accounts import AccountsScreen
from summittui.ui.screens.documents import DocumentsScreen
from summittui.ui.screens.variants import VariantsScreen
from tests.paris import paris, quote
from tests.ui.test_reader import made_up_text
from tests.ui.visiting import SIZES, Visitor, visiting

MADE = 200
"""More lines than a screen needs at once are never made."""


def lines_of(text: str) -> str:
    """The same text with line breaks in place of some spaces."""
    return text.replace("dolor sit", "dolor\nsit")


def styled(reader: Visitor, token: str) -> str:
    """What is shown in one style in the text."""
    view = reader.on(DocumentsScreen).reader.view
    style = view.painter.style(token)
    strips = [view.inner_line(y) for y in range(view.inner_height)]
    return " ".join(s.text for strip in strips for s in strip if s.style == style)


@pytest.mark.parametrize("size", SIZES)
async def test_the_documents_stand_beside_the_outline_with_its_quotes(tmp_path: Path, size: tuple[int, int]) -> None:
    async with visiting(tmp_path, size) as reader:
        await reader.run("documents")
        assert reader.sees("text not attached: summittui attach FILE")  # whole, also at 80 columns
        assert reader.fits()
        assert reader.sees("Outline of stdaily, in our words")
        assert reader.sees("○ outline only")
        await reader.press("j")
        assert reader.sees("Outline of nigeriapulse, in our words")
        await reader.press("enter")
        assert reader.fits()
        assert reader.sees("~ Zhang Guoqing") or reader.sees("‹ Vance")


@pytest.mark.parametrize("size", SIZES)
async def test_an_attached_text_has_its_speakers_in_the_gutter(tmp_path: Path, size: tuple[int, int]) -> None:
    async with visiting(tmp_path, size, texts={"stdaily": lines_of(made_up_text("stdaily"))}) as reader:
        await reader.run("documents")
        await reader.press("l")
        screen = reader.on(DocumentsScreen)
        while screen.current is None or screen.current.id != "vance-kill-industry":
            await reader.run("next-span")
        assert reader.fits()
        assert reader.sees("kill a transformative industry.") or size[0] < 140
        assert any("‹ Vance  " in line for line in reader.lines)


async def test_kinds_of_words_are_told_apart_and_the_passage_is_highlighted(tmp_path: Path) -> None:
    async with visiting(tmp_path, (140, 60), texts={"stdaily": lines_of(made_up_text("stdaily"))}) as reader:
        await reader.run("documents")
        assert "kill a transformative industry" in styled(reader, "words")
        assert "Ensuring AI is open" in styled(reader, "title")
        assert "lorem" in styled(reader, "reported")
        assert "lorem" in styled(reader, "match")


async def test_next_and_previous_go_through_quotes_and_claims_and_the_list_follows(tmp_path: Path) -> None:
    async with visiting(tmp_path, (140, 40)) as reader:
        await reader.run("documents")
        screen = reader.on(DocumentsScreen)
        seen = [screen.reader.selector.start]
        for _ in range(8):
            await reader.run("next-span")
            seen.append(screen.reader.selector.start)
        assert seen == sorted(set(seen))
        here = {mark.record for mark in screen.marks if mark.selector.start == seen[-1]}
        assert screen.marks_list.cursor_key in here
        await reader.run("previous-span")
        assert screen.reader.selector.start == seen[-2]


async def test_moving_in_the_list_of_marks_moves_the_text(tmp_path: Path) -> None:
    async with visiting(tmp_path, (140, 40), texts={"stdaily": lines_of(made_up_text("stdaily"))}) as reader:
        await reader.run("documents")
        screen = reader.on(DocumentsScreen)
        await reader.press("tab", "tab", "G")
        assert screen.marks_list.has_focus
        assert screen.marks_list.cursor_key in {
            mark.record for mark in screen.marks if mark.selector == screen.reader.selector
        }
        assert screen.reader.view.top_paragraph > 0


async def test_fewer_and_more_lines_around_the_marks(tmp_path: Path) -> None:
    text = made_up_text("stdaily") + "\nthe end\n" * 300
    async with visiting(tmp_path, (140, 40), texts={"stdaily": text}) as reader:
        await reader.run("documents", "narrow")
        assert reader.sees("±10 lines")
        await reader.run("narrow", "narrow", "narrow", "narrow")
        assert reader.sees("Only the marked lines are shown.")
        await reader.press("l", "G")
        assert reader.sees("lines without a mark, + shows more")
        await reader.run("widen", "widen", "widen", "widen", "widen")
        assert reader.sees("The whole text is shown.")


async def test_an_outline_is_never_cut(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("documents", "narrow")
        assert reader.sees("No text of this document is attached;")


async def test_each_document_is_found_again_where_it_was_left(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("documents", "next-span", "next-span")
        screen = reader.on(DocumentsScreen)
        left = screen.reader.selector
        await reader.press("j", "k")
        assert screen.reader.selector == left


async def test_two_documents_are_compared_and_a_third_asks_for_marks(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("documents", "compare")
        reader.on(AccountsScreen)
    third = replace(paris().records.sources[0], id="third")
    records = replace(paris().records, sources=(*paris().records.sources, third))
    async with visiting(tmp_path, records=records) as reader:
        await reader.run("documents", "compare")
        assert reader.sees("Mark two documents with space")
        await reader.press("space", "space", "c")
        reader.on(AccountsScreen)
        await reader.press("escape", "g", "j", "j", "space", "c")
        assert reader.sees("3 documents are marked")
        await reader.press("escape")
        assert reader.on(DocumentsScreen).sources.marks == frozenset()


async def test_variants_are_opened_from_a_marked_quote(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("documents")
        screen = reader.on(DocumentsScreen)
        while screen.current is None or screen.current.id != "vance-gold-standard":
            await reader.run("next-span")
        await reader.run("variants")
        reader.on(VariantsScreen)


@pytest.mark.parametrize("text", ["lorem ipsum " * 25_000, "人工智能治理" * 50_000, "عربي نص\n" * 37_500])
async def test_a_text_of_300_000_characters_opens_and_scrolls(tmp_path: Path, text: str) -> None:
    assert len(text) == 300_000
    async with visiting(tmp_path, (100, 30), records=paris().records, texts={"stdaily": text}) as reader:
        for key in ("D", "l", "G", "pageup", "ctrl+u", "g", "n", "pagedown", "minus", "plus", "z"):
            await reader.press(key)
        assert reader.fits()
        shown = reader.on(DocumentsScreen).reader.view._paragraphs
        assert isinstance(shown, MarkedParagraphs)
        assert 0 < len(shown._made) < MADE


async def test_a_text_of_73_000_lines_opens_and_scrolls(tmp_path: Path) -> None:
    text = "\n".join(f"line {number}" for number in range(1, 73_001))
    async with visiting(tmp_path, (80, 24), records=paris().records, texts={"stdaily": text}) as reader:
        await reader.run("documents")
        await reader.press("l", "G")
        assert reader.sees("line 73000")
        await reader.press("pageup")
        assert not reader.sees("line 73000")
        await reader.press("g")
        assert reader.sees("line 1 ")


async def test_without_records_it_says_so(tmp_path: Path) -> None:
    async with visiting(tmp_path, (80, 24), records=Records()) as reader:
        await reader.run("documents")
        assert reader.sees("The store holds no documents.")
        assert reader.sees("There is no document to read.")
        await reader.press("enter", "n", "space", "c", "minus", "V", "z", "tab", "j")
        reader.on(DocumentsScreen)


async def test_hostile_text_is_harmless(tmp_path: Path) -> None:
    text = "a\x1b[31mred[/] [@click=app.quit]x\u202eb\n" + "x" * 4000
    async with visiting(tmp_path, records=paris().records, texts={"stdaily": text}) as reader:
        await reader.run("documents")
        await reader.press("l", "g")
        assert reader.sees("[/] [@click=app.quit]x")
        assert "\x1b" not in reader.text
        assert "\u202e" not in reader.text


def test_a_long_line_goes_on_without_losing_a_character() -> None:
    for text in ("ab " * 5000, "x" * 9001, "\n\nx\n" + "y" * 4001 + "\n", ""):
        paragraphs = TextParagraphs(text, Selector(0, 0))
        bounds = [paragraphs._bounds(at) for at in range(len(paragraphs))]
        assert all(end - start <= LONGEST for start, end in bounds)
        assert "".join(text[a:b] for a, b in bounds) == text.replace("\n", "")
        assert paragraphs.place_of(Selector(len(text), len(text)))[0] == len(paragraphs) - 1


def test_the_gutter_speaks_where_a_quote_begins_and_nowhere_else() -> None:
    from summittui.library.memory.library import MemoryLibrary

    text = lines_of(made_up_text("stdaily"))
    library = MemoryLibrary(paris().records)
    paragraphs = MarkedParagraphs(text, Selector(0, 0), marks_in(library, "stdaily"))
    spoken = quote("delangue-deepseek")
    assert spoken.first_span
    at, offset = paragraphs.place_of(spoken.first_span)
    assert "Delangue" in paragraphs.beside(at, 0, offset + 1).plain
    assert paragraphs.beside(at, offset + 1, offset + 9).plain == ""
