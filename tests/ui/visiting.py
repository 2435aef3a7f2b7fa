"""Screens opened by their keys on made-up or shipped records, and what they show once they have their answer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from textual.screen import Screen

from summittui.library.memory.library import MemoryLibrary
from summittui.model import Records, SourceId
from summittui.ui.keys.lookup import command
from tests.ui.driver import MEDIUM, Reader, reading

S = TypeVar("S", bound=Screen[None])

SIZES = ((80, 24), (100, 30), (140, 40))
"""The sizes at which every screen must work."""


class Visitor(Reader):
    """A reader who waits for the answers of the screens."""

    async def press(self, *keys: str) -> None:
        for key in keys:
            await super().press(key)
            await self.wait()

    async def wait(self) -> None:
        """Wait until every answer is on the screen."""
        await self.app.workers.wait_for_complete()
        await super().press()

    async def run(self, *commands: str) -> None:
        for each in commands:
            await self.press(command(each).keys[0])

    def on(self, kind: type[S]) -> S:
        """The screen that is shown, which must be of a kind."""
        screen = self.app.screen
        assert isinstance(screen, kind), screen
        return screen

    def fits(self) -> bool:
        """Whether every line is as wide as the terminal and the last one is the menu."""
        width, height = self.app.size
        lines = self.lines
        frames = [line for line in lines if line.startswith("╭")]
        return len(lines) == height and lines[-1].startswith(" ? help") and all(len(line) <= width for line in frames)


@asynccontextmanager
async def visiting(
    folder: Path,
    size: tuple[int, int] = MEDIUM,
    *,
    records: Records | None = None,
    texts: dict[str, str] | None = None,
) -> AsyncIterator[Visitor]:
    """Open the screens on the shipped records with texts attached, or on `records` in their place."""
    async with reading(folder, size, texts=None if records else texts) as reader:
        visitor = Visitor(reader.app, reader._pilot)
        if records is not None:
            attached = {SourceId(source): text for source, text in (texts or {}).items()}
            visitor.app.library = MemoryLibrary(records, attached)
        visitor.app.clear_notifications()
        await visitor.wait()
        yield visitor
