from pathlib import Path

import pytest

from summittui.library.answers.variants import Change, Piece
from summittui.model import Records
from summittui.present.variants import word_difference
from summittui.queries.variants import VariantsQuery
from summittui.ui.screens.reader import ReaderScreen
from summittui.ui.screens.variants import VariantsScreen
from tests.ui.visiting import SIZES, visiting


@pytest.mark.parametrize("size", SIZES)
async def test_variants_are_compared_word_by_word_and_say_in_which_manner(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with visiting(tmp_path, size) as reader:
        await reader.choose("vance-gold-standard", "quotes")
        await reader.run("variants")
        screen = reader.on(VariantsScreen)
        assert reader.fits()
        assert screen.body.key == "vance-global-standard"
        assert reader.sees("JD Vance · one utterance")
        assert reader.sees("mixed in stdaily, indirect in nigeriapulse")
        assert reader.sees("too little in common for a word difference")
        assert reader.sees("doubtful")
        assert reader.sees("our own words for both")


async def test_o_shows_the_passage_of_the_wording_under_the_cursor(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.choose("zhang-responsible-use", "quotes")
        await reader.press("4")
        await reader.run("variants")
        assert reader.sees("one utterance in 2 wordings")
        await reader.press("k")
        await reader.run("source")
        assert reader.on(ReaderScreen).reader.source == "stdaily"
        await reader.press("escape")
        assert reader.on(VariantsScreen).body.key == "zhang-work-together"
        assert reader.sees("All against this one")


async def test_a_quote_without_variants_says_so(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("variants")
        assert reader.sees("Variants are those of a quote")
        await reader.choose("khan-pathway", "quotes")
        await reader.run("variants")
        assert reader.sees("No other quote is recorded as a wording")


async def test_a_quote_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    async with visiting(tmp_path, records=Records()) as reader:
        await reader.app.push_screen(VariantsScreen(VariantsQuery(quote="vance-gold-standard")))
        await reader.wait()
        assert reader.sees("Nothing among") or reader.sees("vance-gold-standard")
        await reader.press("enter", "o", "j")
        reader.on(VariantsScreen)


def test_a_difference_can_be_read_without_colours() -> None:
    pieces = [
        Piece(Change.FIRST, "He said", ""),
        Piece(Change.SAME, "that", "that"),
        Piece(Change.REPLACED, "AI [/]", "ذكاء"),
        Piece(Change.OTHER, "", "漢字"),
    ]
    assert word_difference(pieces).plain == "[-He said-] that [-AI [/]-]{+ذكاء+} {+漢字+}"
    assert {token.role for token in word_difference(pieces) if token.role} == {"problem", "words", "agree"}
