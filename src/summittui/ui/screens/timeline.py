"""The timeline screen: quotes, acts and events by date."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from msgspec.structs import replace
from rich.text import Text

from summittui.exchange.exports import Export
from summittui.exchange.view_exports import timeline_export
from summittui.library import Library
from summittui.library.answers.timeline import Moment, MomentKind, Timeline, timeline, why_too_many
from summittui.model import Act, Declaration, InputError, Quote, Record
from summittui.model.deed import Deed
from summittui.model.passages import MarkedSpan, first_passage
from summittui.model.text import counted
from summittui.present.scope import empty_message
from summittui.present.timeline import moment_paragraphs
from summittui.queries.timeline import TimelineQuery
from summittui.ui.actions import Action, Actions
from summittui.ui.commands.listing import ListingCommands
from summittui.ui.handover import Page, ToCopy
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import key_of
from summittui.ui.live_query import LiveQuery
from summittui.ui.render.detail import detail_title
from summittui.ui.render.line import line, text_of
from summittui.ui.render.timeline import MomentRows, sparkline
from summittui.ui.screens.list_detail import BREAKPOINTS, ListDetail
from summittui.ui.view_screen import ViewScreen
from summittui.ui.widgets.bars import Bar


class Sparkline(Bar):
    """A line of bars for the number of moments at each date."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._timeline: Timeline | None = None
        self._date: str | None = None

    def show(self, shown: Timeline | None, date: str | None) -> None:
        """Show the counts of a timeline, those of `date` highlighted."""
        self._timeline, self._date = shown, date
        self.refresh()

    def line(self, width: int) -> Text:
        """Return the counts, a blank cell at each end."""
        if self._timeline is None or not self._timeline.moments:
            return Text()
        return Text(" ") + sparkline(self._timeline, self._date, width - 2)


class TimelineScreen(ViewScreen):
    """A list of moments by date, of everybody or of one actor, with the detail of each."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    view_name = "timeline"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.TIMELINE, Scope.LIST, Scope.APP)

    def __init__(self, query: TimelineQuery | None = None) -> None:
        """Show the moments that a query asks for; all without one."""
        super().__init__()
        self.view_query: TimelineQuery = query or TimelineQuery()
        self.body = ListDetail(self, self._show_detail)
        self._every: Sequence[Moment] = ()
        """The moments as they are shown."""
        self.spark = Sparkline()
        self.parts, self.home = (self.spark, self.body), self.body.list_pane
        self.live: LiveQuery[Timeline] = LiveQuery(self, self.body)

    @property
    def actor(self) -> str:
        """The perspective whose moments are shown; empty for everybody."""
        return self.view_query.whose

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        listing = ListingCommands(self, passage=self.passage)
        return {**listing.actions, "open": Action(lambda: self._open(listing), listing.why_no_row)}

    def question(self, library: Library) -> Callable[[], Timeline]:
        """Return the function that computes the timeline."""
        is_gone = bool(self.actor) and library.find(self.actor) is None
        query = replace(self.view_query, whose="") if is_gone else self.view_query
        return lambda: self._answer(library, query)

    def _answer(self, library: Library, query: TimelineQuery) -> Timeline:
        """Return the timeline, in any thread.

        Raises:
            InputError: It has too many moments to be shown.
        """
        why = why_too_many(library, query)
        if why is not None:
            ways = f"{key_of('scope')} limits what is shown, {key_of('timeline')} on an actor shows one alone"
            raise InputError(f"{why} {ways}.")
        return timeline(library, query)

    def show_answer(self, library: Library, answer: Timeline) -> None:
        """Show the moments as rows, and their counts in the sparkline."""
        whose = f"  {library.name(self.actor)} · {key_of('back')} shows everybody" if self.actor else "  everybody"
        self.title_bar.left = line(("Timeline", "title"), (whose, "apparatus"))
        undated = f" · {answer.undated} without a date" if answer.undated else ""
        self.title_bar.right = line((f"{counted(len(answer.moments), 'moment')}{undated}", "count"))
        self.body.list_pane.pane_title = line(("Moments", "title"), (" · by date", "apparatus"))
        self.body.list_pane.message = self._empty_message(library)
        self._every = answer.every
        self.body.show(MomentRows(library, self._every), [each.record for each in self._every])

    def _empty_message(self, library: Library) -> str:
        if self.actor:
            return f"Nothing dated is recorded of {library.name(self.actor)}. {key_of('back')} shows everybody."
        return empty_message(library, "records with a date")

    @property
    def moment(self) -> Moment | None:
        """The moment under the cursor."""
        if self.live.answer is None or not self.body.key:
            return None
        return self._every[int(self.body.key)]

    @property
    def current(self) -> Record | None:
        """The record of the moment."""
        return self.live.find(self.moment.record) if self.moment else None

    def passage(self) -> MarkedSpan | None:
        """Return the first passage of the record; of an act its own."""
        act = self._act
        if act and act.evidence:
            return MarkedSpan("evidence", act.evidence[0].source, act.evidence[0])
        return first_passage(self.current)

    @property
    def _act(self) -> Act | None:
        """The act that the moment under the cursor is."""
        record, moment = self.current, self.moment
        if moment is None or not isinstance(record, Declaration) or moment.kind is not MomentKind.ACT:
            return None
        return next((act for act in record.acts if act.actor in moment.actors and f"{act.act}" in moment.label), None)

    def to_copy(self) -> ToCopy:
        """Return the quote, the act or the event under the cursor."""
        act, record = self._act, self.current
        if act and isinstance(record, Declaration):
            return ToCopy((Deed(record, act),))
        return ToCopy((record,) if record else ())

    def to_export(self) -> Export | None:
        """Return the timeline."""
        return self.live.map_answer(lambda library, shown: timeline_export(library, shown, library.name(self.actor)))

    def _show_detail(self) -> None:
        """Show the detail of the moment under the cursor, and its date in the sparkline."""
        self.body.show_detail()
        self.spark.show(self.live.answer, self.moment.date if self.moment else None)

    def to_page(self) -> Page | None:
        """Return the detail of the row under the cursor."""
        return self.body.page(self.current.id if self.current else "detail")

    def detail_title(self) -> Text:
        """Return the kind of record and its id."""
        return detail_title(self.current)

    def detail_lines(self) -> list[Text]:
        """Return the moment and the detail of its record."""
        return (
            list(map(text_of, moment_paragraphs(self.live.library, self.moment)))
            if self.live.library and self.moment
            else []
        )

    def _open(self, listing: ListingCommands) -> None:
        """Show a quote's passage in its source; of anything else the detail."""
        if isinstance(self.current, Quote) and listing.passage is not None:
            listing.open_passage()
        else:
            listing.open()

    def back(self) -> None:
        """Show the moments of everybody, then leave the screen."""
        if self.actor:
            self.view_query = replace(self.view_query, whose="")
            self.live.ask()
        else:
            super().back()
