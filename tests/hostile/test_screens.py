"""Every screen, dialog, form and notice on records whose every text is hostile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.segment import Segment
from textual import events

from summittui.ui.app import SummitApp
from tests.hostile.corpus import HOSTILE, breaches, writable
from tests.hostile.made import hostile_records, hostile_store
from tests.hostile.walk import TRIED, WAYS, Hurried, every_command
from tests.ui.driver import SMALL, Reader, reading
from tests.ui.visiting import visiting

TEXTS = list(HOSTILE.values())
STORED = list(writable().values())


def segments(app: SummitApp) -> Iterator[Segment]:
    for screen in app.screen_stack[-2:]:
        for strip in screen._compositor.render_strips():
            yield from strip


def is_harmless(visitor: Reader) -> None:
    """Nothing on the screen drives a terminal, and nothing is a live action or a link."""
    assert visitor.app.is_running
    assert not breaches(visitor.lines)
    live = [each for each in segments(visitor.app) if each.style and (each.style.link or "@click" in each.style.meta)]
    assert not live


async def see(visitor: Reader, *keys: str) -> None:
    for key in keys:
        await visitor.press(key)
        is_harmless(visitor)


@pytest.mark.parametrize(("size", "lawless"), [((80, 24), False), ((140, 40), True)])
async def test_every_record_can_be_looked_at(tmp_path: Path, size: tuple[int, int], lawless: bool) -> None:
    async with visiting(tmp_path, size, records=hostile_records(TEXTS, lawless=lawless)) as visitor:
        hurried = Hurried(visitor.app, visitor._pilot)
        for pane in ("1", "2", "3"):
            await see(hurried, pane, *["down"] * len(TEXTS), "4", "pagedown", "escape", "escape", "escape")


@pytest.mark.parametrize("way", WAYS)
async def test_every_screen_is_harmless(tmp_path: Path, way: str) -> None:
    hostile_store(tmp_path / "store.json", STORED, lawless=True)
    async with reading(tmp_path, SMALL) as reader:
        await see(reader, "down", *WAYS[way], *["down"] * 12, "right", "enter", "pagedown", "end", "n", "space")


@pytest.mark.parametrize("way", TRIED)
async def test_what_every_command_shows_is_harmless(tmp_path: Path, way: str) -> None:
    hostile_store(tmp_path / "store.json", STORED)
    async with reading(tmp_path, SMALL, program=lambda _arguments: 0) as reader:
        hurried = Hurried(reader.app, reader._pilot)
        async for _ in every_command(hurried, WAYS[way]):
            is_harmless(hurried)


@pytest.mark.parametrize("key", ["slash", "colon", "comma"])
async def test_what_is_typed_or_pasted_is_harmless(tmp_path: Path, key: str) -> None:
    async with reading(tmp_path, SMALL) as reader:
        await reader.press(key)
        for text in STORED:
            reader.app.post_message(events.Paste(text))
            await reader.press("home")
            is_harmless(reader)
        assert getattr(reader.app.focused, "value", ""), "nothing was pasted"
