"""A reader at the keyboard: tests of the screens speak their language."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from summittui.model import SourceId
from summittui.session import Session
from summittui.ui.app import SummitApp
from summittui.ui.browsing import PANES
from summittui.ui.commands import command
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
        await self._pilot.pause()

    async def run(self, *commands: str) -> None:
        """Press the first key of each command."""
        for each in commands:
            await self.press(command(each).keys[0])

    async def type(self, words: str) -> None:
        for letter in words:
            await self._pilot.press("space" if letter == " " else letter)
        await self._pilot.pause()

    async def choose(self, key: str, pane: str = "actors") -> None:
        """Put the cursor of a list on one record."""
        await self.press(str(PANES.index(pane) + 1))
        assert self.rows_of(pane).to_key(key), f"{key} is not in the list of {pane}"
        await self._pilot.pause()

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


def _running_text(pane: LinePane) -> str:
    lines = (pane.render_line(y).text.strip("│") for y in range(pane.size.height)) if pane.display else ()
    return " ".join(" ".join(lines).split())


@asynccontextmanager
async def reading(
    folder: Path, size: tuple[int, int] = MEDIUM, *, texts: dict[str, str] | None = None
) -> AsyncIterator[Reader]:
    """Open the screens on a freshly seeded store, with texts attached to some sources."""

    def open_session() -> Session:
        session = Session.open(folder / "store.json")
        for source, text in (texts or {}).items():
            session._store.attach(SourceId(source), text)
            session.reload()
            session._renew()
        return session

    app = SummitApp(open_session)
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield Reader(app, pilot)
