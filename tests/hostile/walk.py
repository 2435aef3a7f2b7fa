"""Ways through the program: every screen, and every command on it."""

import asyncio
from collections.abc import AsyncIterator, Container

from summittui.queries.links import ViewLink, parse_view
from summittui.ui.command_screen import CommandScreen
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import commands_for
from summittui.ui.views.links import view_of_screen
from tests.ui.driver import Reader
from tests.ui.idle import wait_for_idle

WAYS: dict[str, tuple[str, ...]] = {
    "browse": (),
    "quotes": ("2",),
    "declarations": ("3",),
    "detail": ("2", "4"),
    "compare": ("space", "space", "c"),
    "matrix": ("M",),
    "ledger": ("R",),
    "pairs": ("M", "w"),
    "evidence": ("M", "enter"),
    "timeline": ("L",),
    "documents": ("D",),
    "accounts": ("D", "space", "space", "c"),
    "variants": ("2", "V"),
    "reader": ("2", "o"),
    "help": ("question_mark",),
    "palette": ("colon",),
    "form of an actor": ("i",),
    "form of a quote": ("2", "i"),
    "form of a declaration": ("3", "i"),
    "new quote": ("2", "a"),
    "stance": ("2", "t"),
    "memo": ("comma",),
    "question": ("X",),
    "history": ("H",),
}
"""The keys that lead from the first screen to each of the others."""
TRIED = ("browse", "compare", "matrix", "pairs", "evidence", "timeline", "documents", "accounts", "reader")
"""The screens that have commands of their own."""
_LEAVING = frozenset({"quit", "quit-now", "back", "close", "cancel", "interrupt"})
HOME = parse_view("browse")

_LOOK_SECONDS = 0.002


class Hurried(Reader):
    """A reader who waits until every message is answered, but not until the processor rests: a tenth of the time."""

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.app.simulate_key(key)
            await self._pause()

    async def settle(self) -> None:
        """Wait until every answer is shown, what threads compute included."""
        await self._pause()
        await wait_for_idle()
        await self._pause()

    async def _pause(self) -> None:
        await self._answered()
        deferred = getattr(self.app.screen, "deferred", None)
        if deferred is not None and deferred.is_pending:
            deferred.flush()
            await self._answered()

    async def _answered(self) -> None:
        """Wait until nobody on the screen has a message left, nor those whom the last ones were passed on to."""
        await self._pilot.pause(0)
        while self.app.input_queue.is_busy:  # noqa: ASYNC110 - it tells nobody
            # A key's turn comes when nothing is left to be done.
            await asyncio.sleep(_LOOK_SECONDS)
        await self.app.workers.wait_for_complete()
        while any(each.message_queue_size for each in (self.app, *self.app.screen.walk_children(with_self=True))):
            await self._pilot.pause(0)
        await self._pilot.pause(0)


async def go_home(reader: Reader) -> None:
    """Close whatever lies over the first screen, which then shows what it shows at the start."""
    await reader.settle()
    reader.app.views.open_view(HOME)
    await reader.settle()
    assert len(reader.app.screen_stack) == 1
    actors = reader.rows_of("actors")
    if actors.cursor.range or actors.cursor_key != reader.keys("actors")[0]:
        await reader.press("g", "escape", "escape")  # a range, and the lead that a moved cursor gives
    reader.app.clear_notifications()
    await reader.settle()


async def every_command(
    reader: Reader, way: tuple[str, ...], *, but: Container[str] = frozenset()
) -> AsyncIterator[str]:
    """Run each command of the screen at the end of a way and yield its id while what it shows is shown.

    Those that only move, and away from the first screen those in force everywhere, are left out, and those in `but`.
    """
    await reader.press(*way)
    await reader.settle()
    screen = reader.app.screen
    assert isinstance(screen, CommandScreen)
    shown, view = type(screen), view_of_screen(screen)
    assert view is not None
    known = Scope.LIST if not way else Scope.LIST | Scope.APP
    for name in [each.id for each in commands_for(*screen.scopes) if not each.scope & known]:
        if name in _LEAVING or name in but:
            continue
        await (open_again(reader, view) if way else go_home(reader))
        here = reader.app.screen
        assert isinstance(here, shown), f"{here} in place of {shown}"
        here.run_command(name)
        await reader.settle()
        yield name
    await go_home(reader)


async def open_again(reader: Reader, view: ViewLink) -> None:
    """Open a screen anew by its line, whatever lies over it."""
    await reader.settle()
    reader.app.views.open_view(view)
    reader.app.clear_notifications()
    await reader.settle()
