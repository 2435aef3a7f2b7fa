"""The commands that filter a list by words, by facets, or by the parts of its filter."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from summittui.queries.language import QueryError
from summittui.queries.language.highlighting import asked_words
from summittui.ui.actions import Action, Actions, first_of
from summittui.ui.browsing import understood
from summittui.ui.commands.entry import EntryLines
from summittui.ui.commands.list_host import ListHost, why_reading
from summittui.ui.render.line import sentence

if TYPE_CHECKING:
    from summittui.ui.dialogs.facets import FacetsScreen
    from summittui.ui.query_line import Offer

FILTERING = "-filtering"
"""The class of a screen while a filter is typed."""


class FilterCommands:
    """Filters the list that the keys went to last; it narrows with every letter."""

    def __init__(self, host: ListHost, lines: EntryLines) -> None:
        """Make them for a screen with its lines."""
        self._host = host
        self._lines = lines
        self.begun_at: str | None = None
        """The row that the cursor was on when the filter began to be typed."""

    @property
    def actions(self) -> Actions:
        """What the commands do."""
        reading = lambda: why_reading(self._host)  # noqa: E731
        return {
            "filter": Action(self.begin, reading),
            "shorten-filter": Action(self.shorten, first_of(reading, self._why_no_filter)),
            "facets": Action(self.choose_facets, reading),
        }

    def _why_no_filter(self) -> str | None:
        state = self._host.browsing
        return None if state and state.query(self._host.filtered) else "This list has no filter; / sets one."

    def is_typed(self, table: str) -> bool:
        """Return whether the filter of a list is being typed."""
        return table == self._host.filtered and self._is_typing

    @property
    def _is_typing(self) -> bool:
        return self._lines.screen.has_class(FILTERING)

    def begin(self) -> None:
        """Type what the rows shall hold."""
        host, line = self._host, self._lines.filter
        if host.browsing is None:
            return
        self._before, self.begun_at = host.browsing, host.filtered_list.cursor_key
        line.handler, line.offering = self, self._offers
        line.value = host.browsing.words.get(host.filtered, "")
        line.tell_line.problem = None
        self._lines.screen.add_class(FILTERING)
        host.filtered_list.shows_focus = True
        host.entitle(host.filtered)
        line.focus()

    def _offers(self, text: str, column: int) -> "Sequence[Offer]":
        from summittui.ui.query_offers import offers

        state = self._host.browsing
        return offers(state.library, text, column) if state else ()

    def tell(self, words: str) -> None:
        """Say below the line what it shows."""
        self._lines.filter.tell_line.words = words

    def typed(self, text: str) -> None:
        """Narrow the list; words that cannot be understood leave it as it is."""
        host, line = self._host, self._lines.filter
        if host.browsing is None or not self._is_typing:
            return
        line.offer()
        line.tell_line.problem = None
        try:
            understood(host.browsing.library, host.filtered, text)
        except QueryError as error:
            if not (error.unfinished and line.offers):
                line.tell_line.problem = error.column, sentence(error)
        host.browsing = host.browsing.with_words(host.filtered, text)

    def accepted(self) -> None:
        """Keep what was found, if the words were understood."""
        problem = self._lines.filter.tell_line.problem
        if problem is not None:
            self._host.refuse(f"{problem[1]} Esc gives the filter up.")
        else:
            self._close()

    def cancelled(self) -> None:
        """Go back to what was shown before."""
        self._close()
        host, before = self._host, self._before
        if host.browsing:
            table = host.filtered
            words, query = before.words.get(table, ""), before.query(table)
            host.browsing = replace(host.browsing.with_query(table, query, words), lead=before.lead)
            host.arrival.return_to(table, self.begun_at)

    def _close(self) -> None:
        host = self._host
        self._lines.screen.remove_class(FILTERING)
        host.filtered_list.shows_focus = False
        host.entitle(host.filtered)
        host.go_to(host.filtered)

    def shorten(self) -> None:
        """Take the last part of the filter off."""
        host = self._host
        if host.browsing:
            query = host.browsing.query(host.filtered)
            host.browsing = host.browsing.with_query(host.filtered, query.without(len(query.parts) - 1))

    def choose_facets(self) -> None:
        """Choose among the values that the records of the list have, with their counts."""
        from summittui.ui.dialogs.facets import FacetsScreen

        host = self._host
        if host.browsing:
            wanted = host.browsing.wanted(host.filtered)
            host.app.push_screen(FacetsScreen(host.browsing.library, wanted, self._take_facets))

    def _take_facets(self, screen: "FacetsScreen") -> None:
        host = self._host
        if host.browsing:
            host.browsing = host.browsing.with_query(screen.wanted.table, screen.wanted.query)


def why_no_words(host: ListHost) -> str | None:
    """Return that a list has no words in its filter; None where it has some."""
    is_sought = host.browsing is None or asked_words(host.browsing.query(host.filtered))
    return None if is_sought else "No words are sought in this list; / filters it."
