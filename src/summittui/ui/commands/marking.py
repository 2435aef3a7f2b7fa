"""The commands that mark rows and compare the marked records."""

from msgspec.structs import replace

from summittui.model import Quote
from summittui.ui.actions import Action, Actions, first_of
from summittui.ui.commands.list_host import ListHost, why_reading
from summittui.ui.keys.lookup import key_of


class MarkCommands:
    """The commands that mark rows of the list that had the focus last, and compare."""

    def __init__(self, host: ListHost) -> None:
        """Create the commands for a screen."""
        self._host = host

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        reading = lambda: why_reading(self._host)  # noqa: E731
        return {
            "mark": Action(self.mark, first_of(reading, self._why_no_record)),
            "range": Action(self.mark_range, first_of(reading, self._why_no_record)),
            "marked-only": Action(self.show_marked_only, first_of(reading, self._why_no_marks)),
            "compare": Action(self.compare, first_of(reading, self._why_not_compare)),
        }

    @property
    def _party(self) -> str | None:
        """The side to compare: the actor or declaration under the cursor, or the speaker of the quote."""
        record = self._host.current
        return record.speaker if isinstance(record, Quote) else record.id if record else None

    def _why_no_record(self) -> str | None:
        return "Nothing is under the cursor." if self._host.current is None else None

    def _why_no_marks(self) -> str | None:
        state = self._host.browsing
        return None if state and state.marked else f"Nothing is marked; {key_of('mark')} marks."

    def _why_not_compare(self) -> str | None:
        state = self._host.browsing
        if self._party is not None or (state and len(state.sides(None)) > 1):
            return None
        return "Nothing that can be compared is under the cursor."

    def mark(self) -> None:
        """Toggle the mark of the row under the cursor and move on; where a range was begun, mark the range."""
        host = self._host
        if host.browsing is None or host.current is None:
            return
        if host.filtered_list.cursor.range:
            self.mark_range()
        else:
            host.browsing = host.browsing.toggled(host.current.id)
            host.run_command("down")

    def mark_range(self) -> None:
        """Begin a range at the cursor, or mark the range that was begun."""
        host = self._host
        keys = host.filtered_list.cursor.range_keys
        if host.browsing and keys:
            host.browsing = host.browsing.marking(keys)
            host.filtered_list.end_range()
        else:
            host.filtered_list.begin_range()

    def show_marked_only(self) -> None:
        """Toggle between the marked rows and all rows."""
        host = self._host
        if host.browsing:
            host.browsing = replace(host.browsing, marked_only=not host.browsing.marked_only)

    def compare(self) -> None:
        """Compare the marked sides, or the one mark with the row under the cursor; without a mark, mark that row."""
        host, state, party = self._host, self._host.browsing, self._party
        if state is None:
            return
        sides = state.sides(party)
        if not sides and party:
            host.browsing = state.toggled(party)
            host.refuse(f"{state.library.name(party)} is pinned as side A. {_going_on()}")
        elif len(sides) == 1:
            host.refuse(f"{state.library.name(sides[0])} is already pinned as side A. {_going_on()}")
        else:
            host.app.navigation.open("compared", state.library, sides)


def _going_on() -> str:
    """Return the sentence of how to compare with the one marked side, and how to unmark it."""
    compare, mark, back = map(key_of, ("compare", "mark", "back"))
    return f"{compare} on another compares them; {mark} on it, or {back}, lets go."
