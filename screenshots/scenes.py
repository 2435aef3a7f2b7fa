"""What the pictures show: each scene is a name and the keys that lead to it from a fresh start."""

from collections.abc import Awaitable, Callable
from typing import Any

from textual.pilot import Pilot

from summittui.ui.screens.browse import BrowseScreen

Scene = Callable[[Pilot[Any]], Awaitable[None]]

_FURTHEST = 200
"""Key presses after which a record counts as not there."""


async def _press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, each once what follows from the one before is shown, as for a reader who looks."""
    for key in keys:
        await pilot.press(key)
        screen = pilot.app.screen
        while isinstance(screen, BrowseScreen) and screen.deferred.is_pending:
            await pilot.pause()


async def _choose(pilot: Pilot[Any], id_: str) -> None:
    """Move the cursor from the first row of the list down to the record."""
    await _press(pilot, "g")
    for _ in range(_FURTHEST):
        screen = pilot.app.screen
        record = screen.current if isinstance(screen, BrowseScreen) else None
        if record is not None and record.id == id_:
            return
        await _press(pilot, "j")
    raise LookupError(f"{id_} is not among the rows of this list; name a record of the collection in scenes.py.")


async def _mark(pilot: Pilot[Any], *ids: str) -> None:
    for id_ in ids:
        await _choose(pilot, id_)
        await _press(pilot, "space")


async def _browse(pilot: Pilot[Any]) -> None:
    await _choose(pilot, "jd-vance")
    await _press(pilot, "2")


async def _detail(pilot: Pilot[Any]) -> None:
    await _browse(pilot)
    await _choose(pilot, "vance-gold-standard")
    await _press(pilot, "enter", "z")


async def _compare(pilot: Pilot[Any]) -> None:
    await _mark(pilot, "united-states", "china")
    await pilot.press("c")


async def _differences(pilot: Pilot[Any]) -> None:
    await _mark(pilot, "united-states", "china", "united-kingdom")
    await pilot.press("c", "d")


async def _help(pilot: Pilot[Any]) -> None:
    await pilot.press("question_mark")


async def _answered(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, each once the screen has its answer."""
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def _matrix(pilot: Pilot[Any]) -> None:
    await _answered(pilot, "M", "j", "j", "l", "l")


async def _documents(pilot: Pilot[Any]) -> None:
    await _answered(pilot, "D", "j", *"n" * 7)


async def _accounts(pilot: Pilot[Any]) -> None:
    await _answered(pilot, "D", "c")


SCENES: dict[str, Scene] = {
    "browse": _browse,
    "detail": _detail,
    "compare": _compare,
    "differences": _differences,
    "matrix": _matrix,
    "documents": _documents,
    "accounts": _accounts,
    "help": _help,
}
"""Each scene by its name; a picture is called after it, the terminal's size and the theme."""
