"""Every screen, dialog, form and notice on records whose every text is hostile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.segment import Segment
from textual import events

from summittui.ui.app import SummitApp
from tests.hostile.corpus import HOSTILE, breaches, writable
from tests.hostile.made import hostile_records, hostile_store
from tests.hostile.walk import TRIED, WAYS, Hurried, every_command, go_home
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


async def test_every_screen_is_harmless(tmp_path: Path) -> None:
    hostile_store(tmp_path / "store.json", STORED, lawless=True)
    async with reading(tmp_path, SMALL) as reader:
        hurried = Hurried(reader.app, reader._pilot)
        for way in WAYS.values():
            await see(hurried, "down", *way, *["down"] * 12, "right", "enter", "pagedown", "end", "n", "space")
            await go_home(hurried)


@pytest.mark.parametrize("way", TRIED)
async def test_what_every_command_shows_is_harmless(tmp_path: Path, way: str) -> None:
    hostile_store(tmp_path / "store.json", STORED)
    async with reading(tmp_path, SMALL, program=lambda _arguments: 0) as reader:
        hurried = Hurried(reader.app, reader._pilot)
        async for _ in every_command(hurried, WAYS[way]):
            is_harmless(hurried)


async def test_what_is_typed_or_pasted_is_harmless(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL) as reader:
        for key in ("slash", "colon", "comma"):
            await reader.press(key)
            for text in STORED:
                reader.app.post_message(events.Paste(text))
                await reader.press("home")
                is_harmless(reader)
            assert getattr(reader.app.focused, "value", ""), "nothing was pasted"
            await go_home(reader)
