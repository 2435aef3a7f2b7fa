"""A reader at the keyboard: tests of the screens speak their language."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from summittui.library import Library
from summittui.model import SourceId
from summittui.model.location import Address
from summittui.session import Session
from summittui.session.editor import Program
from summittui.session.remembered import Remembered
from summittui.session.settings import Settings
from summittui.ui.app import SummitApp
from summittui.ui.browsing import PANES
from summittui.ui.forms.field_line import FieldLine
from summittui.ui.keys.lookup import command
from summittui.ui.terminal.clipboard import clipboard_file
from summittui.ui.theme.glyphs import FULL, Alphabet
from summittui.ui.widgets.entry import ChoiceLine
from summittui.ui.widgets.pane import LinePane
from summittui.ui.widgets.record_list import RecordList
from tests.ui.demo import shown

SMALL, MEDIUM, WIDE = (80, 24), (120, 36), (140, 40)


class Reader:
    """Presses keys and reads the screen."""

    def __init__(self, app: SummitApp, pilot: Pilot[object]) -> None:
        self.app = app
        self._pilot = pilot

    async def press(self, *keys: str) -> None:
        await self._pilot.press(*keys)
        await self._pause()

    async def burst(self, *keys: str) -> None:
        """Let keys arrive at once, as those of one read do; wait until all is answered and shown."""
        send_at_once(self.app, *keys)
        await self.settle()

    async def _pause(self) -> None:
        """Wait until every key is answered, and what follows from it."""
        await self._pilot.pause()
        while self.app.input_queue.is_busy:
            await self._pilot.pause()
        while any(getattr(getattr(each, "deferred", None), "is_pending", False) for each in self.app.screen_stack):
            await self._pilot.pause()

    async def run(self, *commands: str) -> None:
        """Press the first key of each command."""
        for each in commands:
            await self.press(command(each).keys[0])

    async def type(self, words: str) -> None:
        for letter in words:
            await self._pilot.press("space" if letter == " " else letter)
        await self._pause()

    async def resize(self, width: int, height: int) -> None:
        """Let the terminal have another size, and wait until it is filled."""
        await self._pilot.resize_terminal(width, height)
        await self.settle()

    async def choose(self, key: str, pane: str = "actors") -> None:
        """Put the cursor of a list on one record."""
        await self.press(str(PANES.index(pane) + 1))
        assert self.rows_of(pane).to_key(key), f"{key} is not in the list of {pane}"
        await self._pause()

    async def settle(self) -> None:
        """Wait until every edit and every question to the store is done and shown."""
        await self._pause()
        await self.app.workers.wait_for_complete()
        await self._pause()

    async def fill(self, **entries: str) -> None:
        """Type into fields of the form, each by its name, in place of what stands there."""
        for name, words in entries.items():
            form = self.app.screen
            found = next(each for each in form.query(FieldLine) if each.field.name == name)
            found.go()
            await self._pilot.pause()
            if isinstance(found.entry, ChoiceLine):
                while found.value != words:
                    await self.press("right")
            else:
                await self.press("end", *["backspace"] * len(found.value))
                await self.type(words)
                if found.is_open:
                    await self.press("enter")

    async def save(self) -> None:
        """Save the form."""
        await self.press("ctrl+s")
        await self.settle()

    async def answer(self, words: str) -> None:
        """Choose an answer of a question by its words."""
        rows = self.app.screen.query_one(RecordList)
        key = next(rows.rows.key(at) for at in range(len(rows.rows)) if words in rows.rows.lines(at, 80)[0].plain)
        rows.to_key(key)
        await self.press("enter")
        await self.settle()

    async def run_from_palette(self, label: str) -> None:
        """Find a command by its label in the palette and run it."""
        await self.press("colon")
        await self.type(label)
        await self.press("enter")
        await self.settle()

    async def look(self) -> None:
        """Let the app look for the edits of others."""
        self.app.session_host.poll()
        while self.app.session_host.is_polling:  # noqa: ASYNC110  # the app has no event for it
            await asyncio.sleep(0)
        await self.settle()

    @property
    def told(self) -> list[str]:
        """The notices that are shown."""
        return [each.message for each in self.app._notifications]

    @property
    def copied(self) -> str:
        """The text that was copied last."""
        return clipboard_file().read_text(encoding="utf-8")

    @property
    def library(self) -> Library:
        """What is shown."""
        assert self.app.library is not None
        return self.app.library

    def rows_of(self, pane: str) -> RecordList:
        return self.app.screen.query_one(f"#{pane}", RecordList)

    def keys(self, pane: str) -> list[str]:
        """The records that a list holds."""
        rows = self.rows_of(pane).rows
        return [key for key in (rows.key(at) for at in range(len(rows))) if key]

    @property
    def lines(self) -> list[str]:
        return shown(self.app)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def sees(self, words: str) -> bool:
        """Whether the words are on the screen, wrapped inside their pane or not."""
        return words in self.text or any(words in _running_text(pane) for pane in self.app.screen.query(LinePane))


def send_at_once(app: App[Any], *keys: str) -> None:
    """Send keys to an app as its terminal does, all before the first is answered; a single sign stands for itself."""
    assert app._driver is not None
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        app._driver.process_message(Key(name, key if len(key) == 1 else None))


def _running_text(pane: LinePane) -> str:
    lines = (pane.render_line(y).text.strip("│") for y in range(pane.size.height)) if pane.display else ()
    return " ".join(" ".join(lines).split())


@asynccontextmanager
async def reading(
    folder: Path | Address,
    size: tuple[int, int] = MEDIUM,
    *,
    texts: dict[str, str] | None = None,
    read_only: bool = False,
    program: Program | None = None,
    poll_seconds: float = 3600,
    settings: Settings = Settings(),  # noqa: B008 - immutable
    remembered: Remembered = Remembered(welcomed=True),  # noqa: B008 - immutable
    alphabet: Alphabet = FULL,
) -> AsyncIterator[Reader]:
    """Open the screens on a freshly seeded store in a folder or a database, with texts attached to some sources."""
    location = folder / "store.json" if isinstance(folder, Path) else folder

    def open_session() -> Session:
        if read_only:
            Session.open(location).close()
        session = Session.open(location, read_only=read_only)
        for source, text in (texts or {}).items():
            session.edit({}, f"attach {source}", texts={SourceId(source): text})
        return session

    app = SummitApp(
        open_session,
        program=program,
        poll_seconds=poll_seconds,
        settings=settings,
        remembered=remembered,
        alphabet=alphabet,
    )
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reader(app, pilot)
        while app.session_host.session is None and app.session_host.failure is None:
            await reader.settle()
        await reader.settle()
        yield reader
