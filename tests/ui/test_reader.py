from pathlib import Path

from summittui.model import Quote
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.reader import ReaderScreen
from tests.paris import paris
from tests.ui.driver import SMALL, WIDE, reading

WORDS = "kill a transformative industry."
FILLER = "lorem ipsum dolor sit amet "


def made_up_text(source: str) -> str:
    """A text of the source's length in which its quoted words, and only they, stand where they should."""
    length = next(each.length for each in paris().records.sources if each.id == source) or 0
    text = list((FILLER * (length // len(FILLER) + 1))[:length])
    for quote in paris().records.quotes:
        for selector in quote.quoted if quote.source == source else ():
            text[selector.start : selector.end] = selector.exact or ""
    return "".join(text)


def quote(id_: str) -> Quote:
    return next(each for each in paris().records.quotes if each.id == id_)


async def test_without_a_text_the_outline_is_shown_and_how_to_attach(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        await reader.choose("vance-kill-industry", "quotes")
        await reader.run("source")
        assert isinstance(reader.app.screen, ReaderScreen)
        assert reader.sees("Outline of stdaily, in our words")
        assert reader.sees("○ text not attached: summittui attach FILE")
        assert reader.sees("¶4")


async def test_o_goes_to_the_source_and_back_without_losing_the_place(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("khan-pathway", "quotes")
        await reader.run("source", "source")
        assert isinstance(reader.app.screen, BrowseScreen)
        assert reader.rows_of("quotes").cursor_key == "khan-pathway"


async def test_an_attached_text_shows_the_passage_highlighted_in_context(tmp_path: Path) -> None:
    async with reading(tmp_path, WIDE, texts={"stdaily": made_up_text("stdaily")}) as reader:
        await reader.choose("vance-gold-standard", "quotes")
        assert reader.sees("Paragraph 7 of the text")
        await reader.run("source")
        assert reader.sees("Text of stdaily")
        assert reader.sees(quote("vance-gold-standard").exact or "")
        strips = reader.app.screen._compositor.render_strips()
        match = reader.app.screen.query_one("#text").painter.style("match")  # type: ignore[attr-defined]
        highlighted = "".join(s.text for strip in strips for s in strip if s.style and s.style.bgcolor == match.bgcolor)
        assert "gold standard" in highlighted


async def test_words_that_no_longer_match_say_so(tmp_path: Path) -> None:
    changed = made_up_text("stdaily").replace("transformative", "transformatixe")
    async with reading(tmp_path, WIDE, texts={"stdaily": changed}) as reader:
        await reader.choose("vance-kill-industry", "quotes")
        assert reader.sees("! Passage stdaily")
        assert reader.sees("drifted: the attached text now has something else there")
        assert reader.sees("kill a [-transformative-]{+transformatixe+} industry.")


async def test_next_and_previous_passage_go_through_the_quotes_of_the_source(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        await reader.choose("vance-nationalistic-label", "quotes")
        await reader.run("source")
        await reader.run("previous-span")
        assert reader.sees("No further quote above.")
        await reader.run("next-span")
        screen = reader.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.reader.selector == quote("officials-cooperation").spans[0]
