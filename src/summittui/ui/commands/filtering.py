"""The commands that filter a list by words, by facets, or by the parts of its filter."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from summittui.queries.language import QueryError
from summittui.queries.language.highlighting import asked_words
from summittui.ui.actions import Action, Actions, first_of
from summittui.ui.browsing import filter_query
from summittui.ui.commands.entry import EntryLines
from summittui.ui.commands.list_host import ListHost, why_reading
from summittui.ui.render.line import sentence

if TYPE_CHECKING:
    from summittui.ui.dialogs.facets import FacetsScreen
    from summittui.ui.query_line import Offer

FILTERING = "-filtering"
"""The class of a screen while a filter is typed."""


class FilterCommands:
    """The commands that filter the list that had the focus last; the filter applies with every letter."""

    def __init__(self, host: ListHost, lines: EntryLines) -> None:
        """Create the commands for a screen; `lines` are its input lines."""
        self._host = host
        self._lines = lines
        self.begun_at: str | None = None
        """The key of the cursor's row when the filter line was opened."""

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
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
        """Open the filter line."""
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
        """Show below the filter line the meaning of the filter."""
        self._lines.filter.tell_line.words = words

    def typed(self, text: str) -> None:
        """Filter the list; a text that is no query leaves the list as it is."""
        host, line = self._host, self._lines.filter
        if host.browsing is None or not self._is_typing:
            return
        line.offer()
        line.tell_line.problem = None
        try:
            filter_query(host.browsing.library, host.filtered, text)
        except QueryError as error:
            if not (error.unfinished and line.offers):
                line.tell_line.problem = error.column, sentence(error)
        host.browsing = host.browsing.with_words(host.filtered, text)

    def accepted(self) -> None:
        """Close the filter line with the filter in force, if the text is a query."""
        problem = self._lines.filter.tell_line.problem
        if problem is not None:
            self._host.refuse(f"{problem[1]} Esc gives the filter up.")
        else:
            self._close()

    def cancelled(self) -> None:
        """Close the filter line, and restore the list and its cursor."""
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
        """Remove the last part of the filter."""
        host = self._host
        if host.browsing:
            query = host.browsing.query(host.filtered)
            host.browsing = host.browsing.with_query(host.filtered, query.without(len(query.parts) - 1))

    def choose_facets(self) -> None:
        """Show the facets of the list, with counts, to filter by."""
        from summittui.ui.dialogs.facets import FacetsScreen

        host = self._host
        if host.browsing:
            wanted = host.browsing.list_query(host.filtered)
            host.app.push_screen(FacetsScreen(host.browsing.library, wanted, self._take_facets))

    def _take_facets(self, screen: "FacetsScreen") -> None:
        host = self._host
        if host.browsing:
            host.browsing = host.browsing.with_query(screen.wanted.table, screen.wanted.query)


def why_no_words(host: ListHost) -> str | None:
    """Return the refusal where a list has no filter; None where it has one."""
    is_sought = host.browsing is None or asked_words(host.browsing.query(host.filtered))
    return None if is_sought else "No words are sought in this list; / filters it."
