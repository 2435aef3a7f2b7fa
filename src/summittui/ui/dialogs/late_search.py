"""The search of a dialog in a thread: the dialog never waits, and only what was typed last is answered."""

from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

from summittui.model.cancelling import IsCancelled
from summittui.ui.command_screen import CommandScreen
from summittui.ui.scheduling.executors import LatestOnlyExecutor

Found = TypeVar("Found")


class LateSearch(Generic[Found]):
    """A search that a dialog owns; the dialog is not ready, so that keys wait a while, until it is answered."""

    def __init__(
        self,
        screen: CommandScreen[Any],
        find: Callable[[str, IsCancelled], Found],
        show: Callable[[str, Found], None],
    ) -> None:
        """Make the search of a dialog.

        Args:
            screen: The dialog.
            find: Returns what is found by some words; called in a thread, looks whether it was overtaken.
            show: Shows what was found by the words; called on the UI thread.
        """
        self._screen = screen
        self._find = find
        self._show = show
        self._thread = LatestOnlyExecutor()
        self._accept: Callable[[], None] | None = None

    def ask(self, sought: str) -> None:
        """Search for words, in place of those before."""
        self._screen.is_ready, self._accept = False, None
        self._screen.run_worker(self._answer(sought))

    def accepts_later(self, accept: Callable[[], None]) -> bool:
        """Tell whether a search is under way, after which `accept` is called: a key came before its rows."""
        self._accept = None if self._screen.is_ready else accept
        return self._accept is not None

    def close(self) -> None:
        """Cancel the search."""
        self._thread.close()

    async def _answer(self, sought: str) -> None:
        found = await self._thread.ask("sought", partial(self._find, sought))
        if found is None:
            return
        self._screen.is_ready = True
        self._show(sought, found)
        if self._accept is not None:
            self._accept()
