"""The commands that jump to a name, or from match to match of the filter."""

from summittui.library import Library
from summittui.model.text import fold
from summittui.ui.actions import Action, Actions, first_of
from summittui.ui.commands.entry import EntryLines
from summittui.ui.commands.filtering import why_no_words
from summittui.ui.commands.list_host import ListHost, why_reading
from summittui.ui.render.matched import holding
from summittui.ui.widgets.record_list import RecordList
from summittui.ui.widgets.text_view import TextView

NAMING = "-naming"
"""The class of a screen while the beginning of a name is typed."""
_NAMED = frozenset({"actors", "declarations"})
"""The tables whose records have names to jump to."""


class SeekCommands:
    """The commands that jump to a row by its name, or to the next match in the list or the detail."""

    def __init__(self, host: ListHost, lines: EntryLines, detail: TextView) -> None:
        """Create the commands for a screen with its input lines and its detail."""
        self._host = host
        self._lines = lines
        self._detail = detail
        self._begun_at: str | None = None

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        reading = lambda: why_reading(self._host)  # noqa: E731
        words = first_of(reading, lambda: why_no_words(self._host))
        return {
            "next-match": Action(lambda: self.to_match(1), words),
            "previous-match": Action(lambda: self.to_match(-1), words),
            "find-name": Action(self.begin, first_of(reading, self._why_no_names)),
        }

    def _why_no_names(self) -> str | None:
        has_names = self._host.filtered in _NAMED
        return None if has_names else "Quotes have no names to jump to; / finds their words."

    def to_match(self, step: int) -> None:
        """Jump to the next match down with 1, up with -1: in a list every row is a match."""
        host = self._host
        if host.browsing is None or not self._detail.has_focus:
            host.filtered_list.move(step)
            return
        found = holding(host.browsing.query(host.filtered), self._detail.paragraphs)
        here = self._detail.top_paragraph
        ways = [at for at in found if (at > here if step > 0 else at < here)]
        if ways:
            self._detail.to_paragraph(ways[0] if step > 0 else ways[-1])
        else:
            host.refuse("No other place in the detail holds these words.")

    def begin(self) -> None:
        """Open the line for the beginning of a name."""
        host = self._host
        self._begun_at = host.filtered_list.cursor_key
        self._lines.name.handler = self
        self._lines.name.value = ""
        self._lines.screen.add_class(NAMING)
        host.filtered_list.shows_focus = True
        self._lines.name.focus()

    def typed(self, text: str) -> None:
        """Move the cursor to the next row whose name begins with the text."""
        host = self._host
        if host.browsing and self._lines.screen.has_class(NAMING):
            found = next_named(host.browsing.library, host.filtered_list, self._begun_at, text)
            if found:
                host.filtered_list.to_key(found)

    def accepted(self) -> None:
        """Close the line, and leave the cursor where it is."""
        host = self._host
        self._lines.screen.remove_class(NAMING)
        host.filtered_list.shows_focus = False
        host.entitle(host.filtered)
        host.go_to(host.filtered)

    def cancelled(self) -> None:
        """Close the line, and restore the cursor."""
        if self._begun_at:
            self._host.filtered_list.to_key(self._begun_at)
        self.accepted()


def next_named(library: Library, rows: RecordList, start: str | None, typed: str) -> str | None:
    """Return the key of the next row, from `start` on and then from the top, whose name or a word of it begins so."""
    wanted = fold(typed)
    if not wanted.strip():
        return start
    keys = rows.cursor.keys_from(start)
    names = {key: fold(library.name(key)) for key in keys}
    begun = next((key for key in keys if names[key].startswith(wanted)), None)
    return begun or next((key for key in keys if f" {wanted}" in names[key]), None)
