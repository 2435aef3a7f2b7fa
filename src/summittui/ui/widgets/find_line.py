"""The line in which words are typed that are sought in a text, and the places at which they stand."""

from functools import partial
from itertools import islice
from typing import ClassVar, Protocol

from msgspec import Struct
from msgspec.structs import replace
from textual import work

from summittui.model.cancelling import IsCancelled
from summittui.queries.language.highlighting import Range, occurrences
from summittui.ui.scheduling.executors import LatestOnlyExecutor
from summittui.ui.widgets.filter_line import FilterLine

MOST_HITS = 10_000
"""So many places are looked for at most."""


class Hits(Struct, frozen=True):
    """The places of a text at which words stand; one of them is the current one."""

    words: str = ""
    ranges: tuple[Range, ...] = ()
    at: int = 0
    """The index of the current place, from 0."""

    @property
    def current(self) -> Range | None:
        """The current place; None where the words stand nowhere."""
        return self.ranges[self.at] if self.ranges else None

    @property
    def count(self) -> str:
        """The number of the current place and of all places, in words."""
        more = " or more" if len(self.ranges) == MOST_HITS else ""
        return f"{self.at + 1} of {len(self.ranges):,}{more}" if self.ranges else "0 found"

    def stepped(self, by: int) -> "Hits":
        """Return the same places with another one as the current one; behind the last comes the first."""
        return replace(self, at=(self.at + by) % len(self.ranges))


class FindFollower(Protocol):
    """A text view that follows the line in which words are sought."""

    def hits_moved(self) -> None:
        """Show other places, or another current one; none where the search was cleared."""

    def find_waits(self) -> None:
        """Queue keys until the places are known."""

    def find_cancelled(self) -> None:
        """Restore the scroll position from before the search."""

    def find_left(self) -> None:
        """Take the focus back from the line, if it has it still."""


class FindLine(FilterLine):
    """A line that looks for what is typed in a text, in a thread; it keeps what it found until it is cleared."""

    DEFAULT_CSS = """
    FindLine { display: none; }
    FindLine.-typing { display: block; }
    """
    longest_paste: ClassVar[int] = 500

    def __init__(self, follower: FindFollower) -> None:
        """Create the line for a text view that follows its hits."""
        super().__init__("words in this text", id="find")
        self._follower = follower
        self.hits: Hits | None = None
        """The places found; None where nothing is sought."""
        self.is_waiting = False
        """Whether Enter was pressed before the places were known."""
        self._text = ""
        self._start = 0
        self._thread = LatestOnlyExecutor()

    def begin(self, text: str, start: int) -> None:
        """Take the keys, the words of the last time selected; the first place sought is the one from `start` on."""
        self._text, self._start = text, start
        self.add_class("-typing")
        self.select_all()
        self.focus()

    def look_in(self, text: str) -> None:
        """Look for the same words in another text."""
        if self.hits is not None:
            self._text, self._start = text, 0
            self._look(self.hits.words)

    def step(self, by: int) -> bool:
        """Go to the next or the previous place; tell whether there is any."""
        if self.hits is None or not self.hits.ranges:
            return False
        self._take(self.hits.stepped(by))
        return True

    def clear_hits(self) -> None:
        """Clear the words and the hits."""
        self._thread.forget("hits")
        self.value = ""
        self._take(None)

    def on_unmount(self) -> None:
        """Cancel the search."""
        self._thread.close()

    def on_filter_line_changed(self, event: FilterLine.Changed) -> None:
        """Look for what stands in the line now."""
        event.stop()
        if self.has_class("-typing"):
            self._look(event.text)

    def on_filter_line_accepted(self, event: FilterLine.Accepted) -> None:
        """Leave the line once the hits are known."""
        event.stop()
        self.is_waiting = not self._is_answered
        if self.is_waiting:
            self._follower.find_waits()
        else:
            self._leave()

    def on_filter_line_cancelled(self, event: FilterLine.Cancelled) -> None:
        """Leave the line and clear the words."""
        event.stop()
        self._follower.find_cancelled()
        self._leave()
        self.clear_hits()

    def on_blur(self) -> None:
        """Hide where the keys go elsewhere."""
        if self.app.app_focus:
            self._leave()

    @property
    def _is_answered(self) -> bool:
        return (self.hits.words if self.hits else "") == self.value

    @work(exclusive=True)
    async def _look(self, words: str) -> None:
        if not words.strip():
            self._thread.forget("hits")
            self._take(None)
            return
        found = await self._thread.ask("hits", partial(_hits, words, self._text, self._start))
        if found is not None:
            self._take(found)

    def _take(self, hits: Hits | None) -> None:
        self.hits = hits
        self._follower.hits_moved()
        if self.is_waiting and self._is_answered:
            self._leave()

    def _leave(self) -> None:
        self.is_waiting = False
        if self.has_class("-typing"):
            self.remove_class("-typing")
            self._follower.find_left()


def _hits(words: str, text: str, start: int, is_cancelled: IsCancelled) -> Hits:
    ranges = tuple(islice(occurrences(words, text, is_cancelled), MOST_HITS))
    at = next((number for number, (first, _) in enumerate(ranges) if first >= start), 0)
    return Hits(words, ranges, at)
