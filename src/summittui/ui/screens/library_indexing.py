"""The indexes of a large library, built before its lists are asked."""

import gc
from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen

from summittui.library import Library
from summittui.ui.scheduling.executors import DaemonExecutor, LatestOnlyExecutor
from summittui.ui.screens.answers import index, index_further, is_small


class LibraryIndexing:
    """The hand-over of libraries to a screen: a small library at once, a large one when its indexes are built."""

    def __init__(self, screen: Screen[Any], take: Callable[[Library], None]) -> None:
        """Create the indexing for a screen; `take` is called with each library on the UI thread."""
        self._screen = screen
        self._take = take
        self._indexing = LatestOnlyExecutor()
        self._folding = LatestOnlyExecutor(DaemonExecutor())

    def take_library(self, library: Library | None) -> None:
        """Build the indexes of a large library in a thread, then call `take`; a small library is handed on at once."""
        if library is None:
            return
        if is_small(library):
            self._take(library)
        else:
            self._screen.run_worker(self._index(library))

    async def _index(self, library: Library) -> None:
        if await self._indexing.ask("index", partial(index, library)) is not None:
            self._take(library)
            await self._folding.ask("fold", lambda _is_cancelled: index_further(library))
            gc.freeze()  # what was made stays: no key waits for a look through all of it

    def close(self) -> None:
        """Stop the thread of the indexing."""
        self._indexing.close()
        self._folding.close()
