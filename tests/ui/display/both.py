"""The app whose every update is drawn twice, lean and as Textual does it, into a terminal each."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from rich.color import ColorSystem
from rich.console import RenderableType
from rich.style import Style
from textual._compositor import Compositor
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip

from summittui.session import Session
from summittui.ui.app import SummitApp
from tests.ui.driver import Reader
from tests.ui.emulator import Cell, RecordingDriver, Terminal


class BothApp(SummitApp):
    stock: Terminal

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        own = self._display

        def both(screen: Screen[Any], renderable: RenderableType | None) -> None:
            own(screen, renderable)
            self._display_stock(screen, renderable)

        self._display = both  # type: ignore[method-assign]

    def _display_stock(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        driver = self._driver
        if not isinstance(driver, RecordingDriver):
            return
        lean = driver.terminal
        if not hasattr(self, "stock"):
            self.stock = Terminal(lean.screen.columns, lean.screen.lines)
        driver.terminal = self.stock
        size = (self.stock.screen.columns, self.stock.screen.lines)
        if renderable is not None and screen is self.screen and screen._compositor.size == size:
            App._display(self, screen, Compositor.render_full_update(screen._compositor))
        driver.terminal = lean


class BothReader(Reader):
    """Presses keys and compares the two terminals after each."""

    app: BothApp
    compared = 0

    async def press(self, *keys: str) -> None:
        for key in keys:
            await super().press(key)
            await self.app.workers.wait_for_complete()
            await super().press()
            self.compare(key)

    async def resize(self, width: int, height: int) -> None:
        for terminal in (self.lean, self.app.stock):
            terminal.resize(width, height)
        await self._pilot.resize_terminal(width, height)
        await self.press()
        await self._pilot.pause()
        self.compare(f"{width} x {height}")

    @property
    def lean(self) -> Terminal:
        driver = self.app._driver
        assert isinstance(driver, RecordingDriver)
        return driver.terminal

    def compare(self, after: str) -> None:
        lean, stock = self.lean.cells(), self.app.stock.cells()
        wrong = differences(lean, stock)
        assert not wrong, (after, len(wrong), wrong[:4])
        assert self.lean.cursor == self.app.stock.cursor, after
        self.compared += 1


def differences(lean: list[list[Cell]], stock: list[list[Cell]]) -> list[str]:
    return [
        f"{y}:{x} {mine} for {theirs}"
        for y, (row, other) in enumerate(zip(lean, stock, strict=True))
        for x, (mine, theirs) in enumerate(zip(row, other, strict=True))
        if mine != theirs
    ]


def _rendered(style: Style, text: str, color_system: ColorSystem) -> str:
    """As Textual does it, without the colours of another app's terminal that the style remembers."""
    look = Strip.render_ansi(style, color_system)
    return f"\x1b[{look}m{text}\x1b[0m" if look else text


@asynccontextmanager
async def reading_twice(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[BothReader]:
    app = BothApp(lambda: Session.open(folder / "store.json"), poll_seconds=3600)
    app.driver_class = RecordingDriver
    with patch.object(Strip, "render_style", staticmethod(_rendered)):
        async with _pressing(app, size) as reader:
            yield reader


@asynccontextmanager
async def _pressing(app: BothApp, size: tuple[int, int]) -> AsyncIterator[BothReader]:
    async with app.run_test(headless=False, size=size, notifications=True) as pilot:
        reader = BothReader(app, pilot)
        while app.session_host.session is None:
            await reader.settle()
        await reader.press()
        yield reader
