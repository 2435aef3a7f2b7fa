"""Words are found in the text of the reader: lit, counted, gone through, and given up."""

from pathlib import Path

import pytest

from summittui.queries.language.highlighting import occurrences
from summittui.ui.screens.reader import ReaderScreen
from summittui.ui.widgets.find_line import Hits
from tests.ui.driver import SMALL, Reader, reading
from tests.ui.test_reader import made_up_text


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("AI act", "The AI Act, the ai  act.", ["AI Act", "ai  act"]),
        ("cafe", "Café café", ["Café", "café"]),
        ("over lines", "so over\nlines it goes", ["over\nlines"]),
        ("over paragraphs", "over\n\nparagraphs", []),
        ("“so”", 'he said "so"', ['"so"']),
        ("میخواهم", "او می\u200cخواهم گفت", ["می\u200cخواهم"]),
        ("aa", "aaaa", ["aa", "aa"]),
        (".*", "a.*b", [".*"]),
        ("", "a", []),
        (" ", "a b", []),
    ],
)
def test_a_phrase_is_found_as_every_search_finds_it(words: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in occurrences(words, text)] == found


def test_what_stands_in_a_long_paragraph_is_found_wherever_it_stands() -> None:
    text = "é " * 30_000 + "here " + "é " * 30_000
    assert [text[start:end] for start, end in occurrences("HERE", text)] == ["here"]


def test_behind_the_last_place_comes_the_first() -> None:
    hits = Hits("a", ((0, 1), (4, 5)), 1)
    assert hits.count == "2 of 2"
    assert hits.stepped(1).current == (0, 1)
    assert hits.stepped(-1).current == (0, 1)
    assert Hits("a").count == "0 found"


def text_with(*words: str) -> str:
    """Return a text in which each word stands on a line of its own, far from the others."""
    return made_up_text("stdaily") + "\n" + "".join(f"{word}\n" + "filler\n" * 40 for word in words)


async def opened(reader: Reader) -> ReaderScreen:
    await reader.choose("vance-gold-standard", "quotes")
    await reader.run("source")
    screen = reader.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


async def test_words_are_typed_gone_through_and_given_up(tmp_path: Path) -> None:
    text = text_with("Zebra one", "zébra two", "ZEBRA three")
    async with reading(tmp_path, SMALL, texts={"stdaily": text}) as reader:
        screen = await opened(reader)
        await reader.press("slash")
        await reader.type("zebra")
        await reader.settle()
        assert reader.app.screen is screen, "a letter that was typed ran a command"
        assert reader.sees("“zebra” 1 of 3")
        assert reader.sees("Zebra one")
        await reader.press("enter", "n")
        assert reader.sees("“zebra” 2 of 3")
        assert reader.sees("zébra two")
        await reader.press("N", "N")
        assert reader.sees("“zebra” 3 of 3")
        await reader.press("escape")
        assert not reader.sees("of 3")
        assert reader.app.screen is screen
        assert reader.sees("ZEBRA three"), "it stays where one reads"
        await reader.press("escape")
        assert reader.app.screen is not screen


async def test_words_that_stand_nowhere_are_said_to(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL, texts={"stdaily": text_with("Zebra")}) as reader:
        screen = await opened(reader)
        await reader.press("slash")
        await reader.type("quagga")
        await reader.press("enter", "n")
        assert reader.sees("“quagga” 0 found")
        assert "“quagga” stands nowhere in this text." in reader.told
        await reader.press("slash")
        await reader.type("zebra")
        await reader.press("escape")
        assert screen.reader.find_line.hits is None
        assert reader.sees("gold standard"), "the passage is in sight again"


async def test_an_outline_is_searched_too_and_so_are_documents(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        await reader.run("documents", "find-text")
        await reader.type("vance")
        await reader.press("enter")
        assert reader.sees("“vance” 1 of"), reader.text
        await reader.press("escape")
        assert not reader.sees("“vance”")
