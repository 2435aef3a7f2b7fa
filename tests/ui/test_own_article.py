"""An article of one's own, from its file to a proven comparison that is copied: every keystroke is counted."""

from pathlib import Path

import pytest

from summittui.library.answers.check import check
from summittui.model import Declaration, Quote
from summittui.session import Session
from summittui.ui.screens.compare import CompareScreen
from summittui.ui.screens.review import ReviewScreen
from tests.ui.driver import SMALL, Reader, reading

ARTICLE = Path(__file__).parents[1] / "intake" / "samples" / "harbour.txt"
MOST_KEYS = 100


class Counted:
    """A reader whose keystrokes are counted."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.keys = 0

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until each is answered."""
        for key in keys:
            self.keys += 1
            await self.reader.press(key)
            await self.reader.settle()

    async def type(self, words: str) -> None:
        """Type words."""
        self.keys += len(words)
        await self.reader.type(words)


async def test_the_article_is_in_coded_compared_and_copied_in_100_keystrokes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Session.create(tmp_path / "store.json").close()
    (tmp_path / "harbour.txt").write_bytes(ARTICLE.read_bytes())
    monkeypatch.chdir(tmp_path)
    async with reading(tmp_path, SMALL) as reader:
        hand = Counted(reader)
        await hand.press("D", "a")
        await hand.type("har")
        await hand.press("tab", "enter")
        await hand.type("Courier")
        await hand.press("ctrl+s")
        assert isinstance(reader.app.screen, ReviewScreen), reader.text
        # the first quote takes a side on an issue that is made on the way
        await hand.press("t", "enter")
        for words in ("Tests", "Test ships first?", "Before they dock", "Not at all"):
            await hand.type(words)
            await hand.press("enter")
        await hand.press("enter", "enter")
        # the second and the last are against it
        await hand.press("t", "j", "enter", "enter")
        await hand.press("G", "t", "j", "enter", "enter")
        # everything else as it is proposed: quotes, a declaration with its acts and its number
        await hand.press("A", "enter", "enter")
        await hand.press("b", "space", "space", "c")
        assert isinstance(reader.app.screen, CompareScreen), reader.text
        await hand.press("Y")
        assert "No vessel without a crew will dock here" in reader.copied
        assert "We will not sign what we cannot check" in reader.copied
        quotes, (declaration,) = reader.library.every(Quote), reader.library.every(Declaration)
        assert len({each.speaker for each in quotes}) == 5
        assert sum(len(each.stances) for each in quotes) == 3
        assert ([act.act for act in declaration.acts], len(declaration.tallies)) == (
            ["signed", "signed", "declined"],
            1,
        )
        report = check(reader.library, reader.library.text)
        assert {state for state, number in report.spans.items() if number} == {"verbatim"}
        assert report.problems == ()
        assert hand.keys <= MOST_KEYS, hand.keys
