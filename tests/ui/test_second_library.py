"""The screens on a library of nothing but dictionaries and the protocol show what they show on the one in memory."""

from pathlib import Path

import pytest

from summittui.library import Library
from summittui.session import Session
from tests.hostile.walk import WAYS
from tests.library.dictionary_library import DictionaryLibrary
from tests.paris import paris
from tests.ui.driver import WIDE
from tests.ui.visiting import Visitor, visiting

EDGES = str.maketrans("▌│", "  ")
"""The edges of columns and of the cell at the cursor, which are drawn when the screen rests."""
SHOWN = {
    **{name: WAYS[name] for name in ("detail", "compare", "pairs", "evidence", "timeline", "accounts", "variants")},
    "filtered": ("2", "slash", *"gold", "enter"),
}
"""The keys that lead to each screen."""


async def screens(folder: Path) -> dict[str, list[str]]:
    """Return the words of each screen, each reached from the start."""
    found = {}
    for name, keys in SHOWN.items():
        async with visiting(folder, WIDE) as visitor:
            await visitor.press(*keys)
            found[name] = words(visitor)
    return found


def words(visitor: Visitor) -> list[str]:
    return [" ".join(line.translate(EDGES).split()) for line in visitor.lines]


async def test_every_screen_shows_the_same_on_another_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = await screens(tmp_path / "one")
    other: Library = DictionaryLibrary(paris().records)
    monkeypatch.setattr(Session, "library", property(lambda _session: other))
    found = await screens(tmp_path / "other")
    assert len(set(map(tuple, expected.values()))) == len(expected)
    for name, lines in expected.items():
        differing = [(one, other_) for one, other_ in zip(found[name], lines, strict=True) if one != other_]
        assert differing == [], name
