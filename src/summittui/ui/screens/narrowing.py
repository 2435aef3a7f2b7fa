"""What the commands of Browse do that narrow a list, sort it, choose what it shows, or look for something in it."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.reactive import reactive

from summittui.library import Library
from summittui.model.text import fold
from summittui.queries.language import QueryError
from summittui.queries.language.highlighting import asked_words
from summittui.queries.orders import ORDERS, Order
from summittui.ui.browsing import PANES, Browsing, understood
from summittui.ui.list_preferences import with_columns, with_order
from summittui.ui.render.line import line, sentence
from summittui.ui.render.matched import holding
from summittui.ui.row_columns import SHOWN, RowColumns
from summittui.ui.screens.edit_commands import EditCommands
from summittui.ui.widgets.bars import HintBar
from summittui.ui.widgets.record_list import RecordList
from summittui.ui.widgets.text_view import TextView

if TYPE_CHECKING:
    from summittui.ui.dialogs.facets import FacetsScreen
    from summittui.ui.widgets.filter_line import FilterLine
    from summittui.ui.widgets.query_line import Offer, QueryLine, TellLine

_FILTER = "filter"
_NAMED = frozenset({"actors", "declarations"})
"""The tables whose records have names to jump to."""


class Narrowing(EditCommands):
    """These commands, on a state that the screen shows; the lines that are typed in are made when they are needed."""

    browsing: reactive[Browsing | None] = reactive(None, repaint=False)
    """What the lists show; None until the store has been read."""
    pane: reactive[str] = reactive(PANES[0], repaint=False)
    """The pane that the keys go to."""
    filtered: str = PANES[0]
    """The list that the detail and the filter belong to: the last one that the keys went to."""

    detail_view: TextView
    """The detail."""
    hint_bar: HintBar
    """The last line, a menu when it has the focus."""

    @cached_property
    def filter_line(self) -> "QueryLine":
        """The line in which a filter is typed."""
        from summittui.ui.widgets.query_line import QueryLine

        made = QueryLine("words, “phrases”, by:name, issue:…, kind:direct, -without", id=_FILTER)
        self.mount(made, before=self.hint_bar)
        return made

    @cached_property
    def tell_line(self) -> "TellLine":
        """The line below it."""
        from summittui.ui.widgets.query_line import TellLine

        made = TellLine(id="tell")
        self.mount(made, after=self.filter_line)
        return made

    @cached_property
    def name_line(self) -> "FilterLine":
        """The line in which the beginning of a name is typed."""
        from summittui.ui.widgets.filter_line import FilterLine

        made = FilterLine("the beginning of a name", id="name")
        self.mount(made, before=self.hint_bar)
        return made

    begun_at: str | None = None
    """The row that the cursor was on when a filter or a name began to be typed."""

    def is_typed_in(self, table: str) -> bool:
        """Tell whether the filter of a list is being typed."""
        return table == self.filtered and self.has_class("-filtering")

    def return_to(self, table: str, key: str | None) -> None:
        """Put the cursor of a list back on a row, at once or when the list has come."""
        raise NotImplementedError

    def go_to(self, pane: str) -> None:
        """Give the keys to a pane."""

    @property
    def filtered_list(self) -> RecordList:
        """The list that the filter belongs to."""
        raise NotImplementedError

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now."""
        state = self.browsing
        if state and command_id in {"next-match", "previous-match"} and not asked_words(state.query(self.filtered)):
            return "No words are sought in this list; / filters it."
        if state and command_id == "shorten-filter" and not state.query(self.filtered):
            return "This list has no filter; / sets one."
        if command_id == "find-name" and self.filtered not in _NAMED:
            return "Quotes have no names to jump to; / finds their words."
        return super().why_not(command_id)

    def do_filter(self) -> None:
        """Type what the rows shall hold; the list narrows with every letter."""
        if self.browsing is None:
            return
        self._before, self.begun_at = self.browsing, self.filtered_list.cursor_key
        self.filter_line.offering = self._offers
        self.filter_line.value = self.browsing.words.get(self.filtered, "")
        self.tell_line.problem = None
        self.add_class("-filtering")
        self.filtered_list.shows_focus = True
        self.entitle(self.filtered)
        self.filter_line.focus()

    def _offers(self, text: str, column: int) -> "Sequence[Offer]":
        library = self.browsing.library if self.browsing else None
        from summittui.ui.query_offers import offers

        return offers(library, text, column) if library else ()

    def on_filter_line_changed(self, event: "FilterLine.Changed") -> None:
        """Narrow the list, or go to a name."""
        if event.control.id == _FILTER:
            self._filter_typed(event.text)
        else:
            self._name_typed(event.text)

    def on_filter_line_accepted(self, event: "FilterLine.Accepted") -> None:
        """Keep what was found."""
        if event.control.id == _FILTER:
            self._filter_accepted()
        else:
            self._close_line("-naming")

    def on_filter_line_cancelled(self, event: "FilterLine.Cancelled") -> None:
        """Go back to what was shown before."""
        if event.control.id == _FILTER:
            self._filter_cancelled()
        else:
            self._name_cancelled()

    def on_query_line_offered(self) -> None:
        """Show what can be meant."""
        self.tell_line.offers, self.tell_line.chosen = self.filter_line.offers, self.filter_line.chosen

    def _filter_typed(self, text: str) -> None:
        if self.browsing is None or not self.has_class("-filtering"):
            return
        self.filter_line.offer()
        self.tell_line.problem = None
        try:
            understood(self.browsing.library, self.filtered, text)
        except QueryError as error:
            if not (error.unfinished and self.filter_line.offers):
                self.tell_line.problem = error.column, sentence(error)
        self.browsing = self.browsing.with_words(self.filtered, text)

    def _filter_accepted(self) -> None:
        if self.tell_line.problem is not None:
            self.refuse(f"{self.tell_line.problem[1]} Esc gives the filter up.")
        else:
            self._close_line("-filtering")

    def _filter_cancelled(self) -> None:
        self._close_line("-filtering")
        if self.browsing:
            table, before = self.filtered, self._before
            words, query = before.words.get(table, ""), before.query(table)
            self.browsing = replace(self.browsing.with_query(table, query, words), lead=before.lead)
            self.return_to(table, self.begun_at)

    def _close_line(self, name: str) -> None:
        self.remove_class(name)
        self.filtered_list.shows_focus = False
        self.entitle(self.filtered)
        self.go_to(self.filtered)

    def entitle(self, table: str) -> None:
        """Say what a list shows: in its title, or below the line that narrows it."""
        raise NotImplementedError

    def do_shorten_filter(self) -> None:
        """Take the last part of the filter off."""
        if self.browsing:
            query = self.browsing.query(self.filtered)
            self.browsing = self.browsing.with_query(self.filtered, query.without(len(query.parts) - 1))

    def do_facets(self) -> None:
        """Choose among the values that the records of the list have, with their counts."""
        from summittui.ui.dialogs.facets import FacetsScreen

        if self.browsing:
            self.app.push_screen(
                FacetsScreen(self.browsing.library, self.browsing.wanted(self.filtered), self._ask_for)
            )

    def _ask_for(self, screen: "FacetsScreen") -> None:
        if self.browsing:
            self.browsing = self.browsing.with_query(screen.wanted.table, screen.wanted.query)

    def do_sort(self) -> None:
        """Choose what the list is sorted by."""
        from summittui.ui.dialogs.question import QuestionScreen

        if self.browsing is None:
            return
        table, now = self.filtered, self.browsing.order(self.filtered)
        fields = ORDERS[table]
        answers = [(field, words + " (now)" * (field == now.field)) for field, words in fields.items()]

        def chosen(field: str | None) -> None:
            if field is not None and self.browsing:
                self._sort(table, Order(field, self.browsing.order(table).reversed))

        way = "reversed; S turns it back" if now.reversed else "S reverses"
        text = [line(f"Now {fields[now.field]}, {way}.")]
        self.app.push_screen(QuestionScreen(f"Sort the {table}", text, answers), chosen)

    def do_reverse(self) -> None:
        """Reverse the order of the list, or turn it back."""
        if self.browsing:
            now = self.browsing.order(self.filtered)
            self._sort(self.filtered, Order(now.field, not now.reversed))

    def _sort(self, table: str, order: Order) -> None:
        if self.browsing:
            self.browsing = self.browsing.sorted_by(table, order)
            self.app.remembered = with_order(self.app.remembered, table, order)

    def do_look(self) -> None:
        """Choose what the rows of the list show."""
        from summittui.ui.dialogs.toggles import Toggle, TogglesScreen, found

        if self.browsing is None:
            return
        table = self.filtered

        def toggles(sought: str) -> Sequence[Toggle]:
            look = self.browsing.look(table) if self.browsing else RowColumns()
            return found([Toggle(part, words, look.shows(table, part)) for part, words in SHOWN[table].items()], sought)

        def toggle(part: str) -> None:
            if self.browsing:
                look = self.browsing.look(table).toggled(part)
                self.browsing = self.browsing.looking(table, look)
                self.app.remembered = with_columns(self.app.remembered, table, look)

        self.app.push_screen(TogglesScreen(f"What the rows of the {table} show", toggles, toggle))

    def do_next_match(self) -> None:
        """Go to the next place with words that are sought."""
        self._to_match(1)

    def do_previous_match(self) -> None:
        """Go to the one before."""
        self._to_match(-1)

    def _to_match(self, step: int) -> None:
        """In a list every row is a match; in the detail go from paragraph to paragraph."""
        if self.browsing is None or not self.detail_view.has_focus:
            self.filtered_list.move(step)
            return
        found = holding(self.browsing.query(self.filtered), self.detail_view.paragraphs)
        here = self.detail_view.top_paragraph
        ways = [at for at in found if (at > here if step > 0 else at < here)]
        if ways:
            self.detail_view.to_paragraph(ways[0] if step > 0 else ways[-1])
        else:
            self.refuse("No other place in the detail holds these words.")

    def do_find_name(self) -> None:
        """Type the beginning of a name; the cursor goes to the next row that has it."""
        self.begun_at = self.filtered_list.cursor_key
        self.name_line.value = ""
        self.add_class("-naming")
        self.filtered_list.shows_focus = True
        self.name_line.focus()

    def _name_typed(self, text: str) -> None:
        if self.browsing and self.has_class("-naming"):
            found = next_named(self.browsing.library, self.filtered_list, self.begun_at, text)
            if found:
                self.filtered_list.to_key(found)

    def _name_cancelled(self) -> None:
        if self.begun_at:
            self.filtered_list.to_key(self.begun_at)
        self._close_line("-naming")


def next_named(library: Library, rows: RecordList, start: str | None, typed: str) -> str | None:
    """Return the next row, from that of `start` on and then from the top, whose name begins so, else a word of it."""
    wanted = fold(typed)
    if not wanted.strip():
        return start
    keys = rows.keys_from(start)
    names = {key: fold(library.name(key)) for key in keys}
    begun = next((key for key in keys if names[key].startswith(wanted)), None)
    return begun or next((key for key in keys if f" {wanted}" in names[key]), None)
