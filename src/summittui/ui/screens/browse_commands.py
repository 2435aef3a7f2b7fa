"""What the commands of Browse do; how it looks is `summittui.ui.screens.browse`."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from summittui.model import Actor, Quote, Record
from summittui.model.passages import MarkedSpan, marked_spans
from summittui.ui.browsing import PANES, Browsing
from summittui.ui.handover import Page, ToCopy, page_of
from summittui.ui.keys.lookup import key_of
from summittui.ui.moves import MOVES
from summittui.ui.render.detail import detail
from summittui.ui.scheduling.deferred_refresh import DeferredRefresh
from summittui.ui.screens.narrowing import Narrowing

if TYPE_CHECKING:
    from summittui.exchange.exports import Export

DETAIL = "detail"
ORDER = (*PANES, DETAIL)
"""The panes in the order of their numbers."""
_NEED_RECORDS = frozenset(
    (
        *("filter", "shorten-filter", "facets", "sort", "reverse", "look", "next-match", "previous-match", "find-name"),
        *("mark", "range", "marked-only", "compare", "source", "open", "reload"),
    )
)


class BrowseCommands(Narrowing):
    """The commands of Browse, on a state that the screen shows."""

    returns_to_search: bool = False
    """Whether Esc goes back to the results of the search that led here."""

    deferred: DeferredRefresh
    """What follows the cursor."""

    def run_command(self, command_id: str) -> None:
        """Run a command on what it is about: only keys that move the cursor go before what follows it."""
        if command_id not in MOVES:
            self.deferred.flush()
        super().run_command(command_id)

    @property
    def party(self) -> str | None:
        """What comparing means here: the actor or declaration under the cursor, a quote's speaker."""
        record = self.current
        return record.speaker if isinstance(record, Quote) else record.id if record else None

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now."""
        if command_id in _NEED_RECORDS and self.browsing is None:
            return "The store is still being read."
        if command_id == "marked-only" and self.browsing and not self.browsing.marked:
            return f"Nothing is marked; {key_of('mark')} marks."
        return self._why_not_here(command_id) or super().why_not(command_id)

    def _why_not_here(self, command_id: str) -> str | None:
        """Return why a command cannot be run on what is under the cursor."""
        enough = command_id == "compare" and self.browsing and len(self.browsing.sides(None)) > 1
        if command_id in {"mark", "range"} and self.current is None:
            return "Nothing is under the cursor."
        if command_id == "compare" and self.party is None and not enough:
            return "Nothing that can be compared is under the cursor."
        if command_id == "source" and self.place is None:
            return "No passage of a source is known for this record."
        if command_id == "variants":
            from summittui.ui.render.variants import why_no_variants

            return why_no_variants(self.browsing.library if self.browsing else None, self.current)
        return None

    @property
    def table(self) -> str:
        """The table of the list that the keys went to last."""
        return self.filtered

    @property
    def lead_id(self) -> str | None:
        """The record whose belongings the lists show."""
        return self.browsing.lead.id if self.browsing and self.browsing.lead else None

    @property
    def place(self) -> MarkedSpan | None:
        """The first passage of the record under the cursor."""
        return first_passage(self.current)

    def to_copy(self) -> ToCopy:
        """Return the marked records where this list holds them, else the one under the cursor."""
        marked = self.browsing.marked_in(self.filtered) if self.browsing else ()
        return ToCopy(marked or ((self.current,) if self.current else ()))

    def to_export(self) -> "Export | None":
        """Return the records of the list, those and in the order that it shows."""
        if self.browsing is None:
            return None
        from summittui.exchange.exports import records_export
        from summittui.library.answers.naming import NamesIn

        library, rows = self.browsing.library, self.filtered_list.rows
        records = tuple(library.get(key) for at in range(len(rows)) if (key := rows.key(at)))
        return records_export(
            library, self.filtered, records, self.browsing.wanted(self.filtered).describe(NamesIn(library))
        )

    def restore(self, browsing: Browsing, table: str, at: str) -> None:
        """Show lists as they once were, the cursor of one table on the record `at`."""
        raise NotImplementedError

    def to_page(self) -> Page | None:
        """Return the detail of the record under the cursor."""
        record, state = self.current, self.browsing
        return page_of(record.id, lambda: detail(state.library, record)) if record and state else None

    def do_mark(self) -> None:
        """Mark what is under the cursor, or take the mark off, and move on; mark a range that was begun."""
        if self.browsing is None or self.current is None:
            return
        if self.filtered_list.in_range:
            self.do_range()
        else:
            self.browsing = self.browsing.toggled(self.current.id)
            self.run_command("down")

    def do_range(self) -> None:
        """Begin a range at the cursor; mark the one that was begun."""
        if self.browsing is None:
            return
        keys = self.filtered_list.range_keys
        if keys:
            self.browsing = self.browsing.marking(keys)
            self.filtered_list.end_range()
        else:
            self.filtered_list.begin_range()

    def do_marked_only(self) -> None:
        """Show the marked rows only, or all again."""
        if self.browsing:
            self.browsing = replace(self.browsing, marked_only=not self.browsing.marked_only)

    def do_timeline(self) -> None:
        """Show the timeline of the actor under the cursor or of the one that leads, else of everybody."""
        lead = self.browsing.lead if self.browsing else None
        leading = lead.id if lead and lead.table == "actors" else None
        self.app.navigation.show("timeline", self.current.id if isinstance(self.current, Actor) else leading)

    def do_compare(self) -> None:
        """Compare the marks, or the one mark with what is under the cursor; without a mark, set the first."""
        from summittui.ui.screens.compared import screen_for

        if self.browsing is None:
            return
        sides = self.browsing.sides(self.party)
        if not sides and self.party:
            self.browsing = self.browsing.toggled(self.party)
            name = self.browsing.library.name(self.party)
            self.refuse(f"{name} is pinned as side A. {_going_on()}")
        elif len(sides) == 1:
            name = self.browsing.library.name(sides[0])
            self.refuse(f"{name} is already pinned as side A. {_going_on()}")
        else:
            self.app.push_screen(screen_for(self.browsing.library, sides))

    def do_open(self) -> None:
        """Give the detail the keys; from the detail, go on to the source."""
        if self.pane != DETAIL:
            self.go_to(DETAIL)
        else:
            self.run_command("source")

    def do_source(self) -> None:
        """Show the passage in its source."""
        from summittui.ui.screens.reader import ReaderScreen

        place, record = self.place, self.current
        if place and record:
            self.app.push_screen(ReaderScreen(place.source, place.selector))

    def do_zoom(self) -> None:
        """Give the whole screen to the pane, or take it back."""
        self.toggle_class("-zoomed")

    def back(self) -> None:
        """Undo one step: the zoom, the detail, a range, the filter, the lead, the marks."""
        if self.hint_bar.has_focus:
            self.go_to(self.pane)
        elif self.has_class("-zoomed"):
            self.remove_class("-zoomed")
        elif self.pane == DETAIL:
            self.go_to(self.filtered)
        elif self.filtered_list.in_range:
            self.filtered_list.end_range()
        elif self.returns_to_search:
            self.returns_to_search = False
            self.app.navigation.show("search")
        else:
            self._widen()

    def _widen(self) -> None:
        """Let go of the filter, the lead or the marks; where there is none, leave."""
        state = self.browsing
        if state and state.words.get(self.filtered):
            self.browsing = state.with_words(self.filtered, "")
        elif state and state.lead:
            self.browsing = state.released()
        elif state and state.marked:
            self.browsing = state.unmarked()
        else:
            super().back()

    def do_pane_1(self) -> None:
        """Go to the actors."""
        self.go_to(ORDER[0])

    def do_pane_2(self) -> None:
        """Go to the quotes."""
        self.go_to(ORDER[1])

    def do_pane_3(self) -> None:
        """Go to the declarations."""
        self.go_to(ORDER[2])

    def do_pane_4(self) -> None:
        """Go to the detail."""
        self.go_to(DETAIL)

    def do_next_pane(self) -> None:
        """Go to the next pane, after the last to the menu in the last line, then to the first."""
        self._step(1)

    def do_previous_pane(self) -> None:
        """Go the same way back."""
        self._step(-1)

    def _step(self, by: int) -> None:
        stops = (*ORDER, None)
        here = None if self.hint_bar.has_focus else self.pane
        pane = stops[(stops.index(here) + by) % len(stops)]
        if pane is None:
            self.hint_bar.focus()
        else:
            self.go_to(pane)

    def do_right(self) -> None:
        """Go to the pane on the right."""
        self.go_to(ORDER[min(ORDER.index(self.pane) + 1, len(ORDER) - 1)])

    def do_left(self) -> None:
        """Go to the pane on the left."""
        self.go_to(ORDER[max(ORDER.index(self.pane) - 1, 0)])


def _going_on() -> str:
    """Return how to go on from one pinned side, and how to let go of it."""
    compare, mark, back = map(key_of, ("compare", "mark", "back"))
    return f"{compare} on another compares them; {mark} on it, or {back}, lets go."


def first_passage(record: Record | None) -> MarkedSpan | None:
    """Return the passage to show for a record: its content before its other spans."""
    if record is None:
        return None
    spans = list(marked_spans(record))
    content = [each for each in spans if each.field.startswith(("spans", "quoted"))]
    return next(iter(content or spans), None)
