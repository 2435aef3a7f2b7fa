"""A journey through the screens shows the same, sign for sign, on a library of nothing but dictionaries."""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Self

import pytest

from tests.library.second_library import use_dictionaries
from tests.test_house import screens
from tests.ui.driver import WIDE
from tests.ui.visiting import visiting

JOURNEY: Mapping[str, tuple[str, ...]] = {
    "Browse": (),
    "Browse, quotes": ("2",),
    "Browse, detail": ("4", "z"),
    "Reader": ("escape", "2", "o"),
    "Coding": ("v",),
    "Browse, declarations": ("escape", "escape", "3"),
    "form of a declaration": ("i",),
    "Declarations": ("escape", "space", "space", "c"),
    "Browse, filtered": ("escape", "escape", "2", "slash", *"gold", "enter"),
    "facets": ("p",),
    "Variants": ("escape", "V"),
    "history": ("escape", "H"),
    "Browse, led by an actor": ("escape", "escape", "1", "down", "enter"),
    "Compare": ("escape", "1", "g", "space", "space", "c"),
    "Compare, quoted only": ("1",),
    "Matrix": ("escape", "escape", "M"),
    "Pairs": ("w",),
    "Evidence": ("escape", "enter"),
    "Ledger": ("escape", "R"),
    "export": ("E",),
    "Timeline": ("escape", "escape", "L"),
    "Documents": ("escape", "D"),
    "Accounts": ("space", "space", "c"),
    "Review": ("escape", "I"),
    "Search": ("escape", "asterisk", *"safety", "enter"),
    "palette": ("colon",),
    "collections": ("escape", "colon", *"add", "space", "a", "space", *"coll", "enter"),
    "Against the record": ("enter", "D", "C"),
    "On record": ("enter",),
}
"""The keys that lead from each screen to the next one."""

TEXTS = dict.fromkeys(
    ("stdaily", "nigeriapulse"), "The ministers met in the hall, and nobody knew for how long. " * 200
)
"""Made-up texts of the sources: no quote stands in them, but a passage of them can be selected."""


def full_screens() -> set[str]:
    """Return the names of the full screens that can be opened."""
    return {name for module, name in screens() if module.startswith("summittui.ui.screens.")}


class Clock(datetime):
    """A clock that stands still, for every store to be as old."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls(2025, 3, 4, tzinfo=tz or UTC)


async def shown(folder: Path) -> dict[str, tuple[str, list[str]]]:
    """Return the kind and the lines of each screen on one way through all of them; notices, which time out, apart."""
    found = {}
    async with visiting(folder, WIDE, texts=TEXTS) as visitor:
        for name, keys in JOURNEY.items():
            await visitor.press(*keys)
            visitor.app.clear_notifications()
            await visitor.wait()
            found[name] = type(visitor.app.screen).__name__, visitor.lines
    return found


async def test_every_screen_shows_the_same_on_another_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summittui.store.draft.datetime", Clock)
    expected = await shown(tmp_path / "one")
    assert len({tuple(lines) for _, lines in expected.values()}) == len(expected)
    assert {screen for screen, _ in expected.values()} >= full_screens()
    use_dictionaries(monkeypatch)
    found = await shown(tmp_path / "other")
    assert [name for name in expected if found[name] != expected[name]] == []
